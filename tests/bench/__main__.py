"""`python -m tests.bench`: measure everything of the table; exit code 1 when something is over its limit."""

import argparse
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.instellingen")
django.setup()

from tests.bench import (  # noqa: E402
    brieven,
    herinneringen,
    leeslog,
    meten,
    overdragen,
    portaal,
    rechten,
    tabel,
    teambeeld,
    wereld,
    werkers,
    werkvoorraad,
    zoeken,
)
from tests.bench.instellingen import VAR  # noqa: E402
from tests.bench.schermen import Werelden  # noqa: E402
from tests.bench.uitslag import Uitslag, als_tekst  # noqa: E402


def main() -> int:
    p = argparse.ArgumentParser(prog="make bench")
    p.add_argument(
        "--ronden", type=int, default=meten.RONDEN, help="rounds of each comparison (20 or more count)"
    )
    p.add_argument("--alleen", default="", help="only the work whose name holds this")
    p.add_argument("--vernieuwen", action="store_true", help="make the databases anew")
    p.add_argument("--houden", action="store_true", help="keep the databases, whatever they were made of")
    p.add_argument("--tellen", action="store_true", help="print the statements of each screen as well")
    p.add_argument(
        "--zonder-steden", action="store_true", help="not the worlds of 650,000 inwoners and 250,000 contacts"
    )
    keuzes = p.parse_args()
    wereld.klaarzetten(vernieuwen=keuzes.vernieuwen, houden=keuzes.houden)
    u, w = Uitslag(), Werelden()
    try:
        tabel.meten_schermen(u, w, ronden=keuzes.ronden, alleen=keuzes.alleen, tellen=keuzes.tellen)
        if keuzes.alleen in "rights predicate":
            rechten.meten_rechten(u, w, ronden=keuzes.ronden)
        if keuzes.alleen in "letter":
            brieven.meten_brieven(u, w, ronden=max(20, keuzes.ronden))
        if keuzes.alleen in werkers.NAAM:
            werkers.meten_werkers(u, w)
        if keuzes.alleen in overdragen.NAAM:
            overdragen.meten_overdragen(u, w, ronden=keuzes.ronden)
        if keuzes.alleen in teambeeld.NAAM:
            teambeeld.meten_teambeeld(u, w, ronden=keuzes.ronden, tellen=keuzes.tellen)
        if keuzes.alleen in portaal.NAAM:
            portaal.meten_portaal(u, w)
        if keuzes.alleen in leeslog.NAAM or keuzes.alleen in leeslog.NAAM_WIE:
            leeslog.meten_leeslog(u, w, ronden=keuzes.ronden)
        if keuzes.alleen in zoeken.NAAM and not keuzes.zonder_steden:
            zoeken.meten_zoeken(u, ronden=keuzes.ronden, vernieuwen=keuzes.vernieuwen)
        if keuzes.alleen in werkvoorraad.NAAM and not keuzes.zonder_steden:
            werkvoorraad.meten_werkvoorraad(
                u,
                ronden=keuzes.ronden,
                vernieuwen=keuzes.vernieuwen,
                houden=keuzes.houden,
                tellen=keuzes.tellen,
            )
        if keuzes.alleen in herinneringen.NAAM and not keuzes.zonder_steden:
            herinneringen.meten_herinneringen(u, ronden=keuzes.ronden, vernieuwen=keuzes.vernieuwen)
        w.in_(w.groot)
        if not keuzes.alleen and not keuzes.zonder_steden:
            u.schrijven(VAR / "uitkomst.json", tabel.omvang())
    finally:
        w.sluiten()
    return _slot(u)


def _slot(u: Uitslag) -> int:
    over = [r for r in u.regels if not r.ok]
    print(f"\n{len(u.regels) - len(over)} within their limit, {len(over)} over.")
    for regel in over:
        print(als_tekst(regel))
    for naam in u.overgeslagen:
        print(f"not there yet: {naam}")
    return 0 if u.gehaald else 1


if __name__ == "__main__":
    sys.exit(main())
