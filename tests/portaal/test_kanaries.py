"""Canary BSNs over the citizen's site: signing in, looking, asking, sending a paper; none stands anywhere in plain.

Looked for in every column of every table, in every file that was kept, in the log, in addresses, pages and cookies.
"""

import io
import logging
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import override_settings

from portaal.aanmelden import aanbieder
from portaal.usecases.postvak_verwerken import postvak_verwerken
from tests.bestanden import PDF
from tests.fabrieken import ZaakFabriek
from tests.portaal.test_aanmelden import AANBIEDER, NU
from toegang.bsn import geldig
from toegang.models import Actor, Inwoner

pytestmark = pytest.mark.django_db
HOEVEEL = 8
KANARIES = [str(n) for n in range(999_950_000, 999_999_999) if geldig(str(n))][:HOEVEEL]
PATROON = re.compile("|".join(KANARIES))


def in_de_database() -> list[str]:
    """Every row of every table as text, the bytes of binary columns as hexadecimal and as they are."""
    gevonden = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
            " AND relnamespace = 'public'::regnamespace"
        )
        for (tabel,) in cursor.fetchall():
            cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [tabel])
            if not cursor.fetchone()[0]:
                continue
            cursor.execute(f'SELECT t::text FROM "{tabel}" t')
            for (rij,) in cursor.fetchall():
                plat = rij + "".join(
                    bytes.fromhex(h).decode("latin-1") for h in re.findall(r"\\x((?:[0-9a-f]{2})+)", rij)
                )
                gevonden += [f"{tabel}: {n}" for n in PATROON.findall(plat)]
    return gevonden


@pytest.fixture
def logboek():
    """What the application's log writes, as it goes out."""
    uit, handlers = (
        io.StringIO(),
        [h for h in logging.getLogger().handlers if type(h) is logging.StreamHandler],
    )
    oud = [h.setStream(uit) for h in handlers]
    yield uit
    for handler, stroom in zip(handlers, oud, strict=True):
        handler.setStream(stroom)


def test_geen_bsn_staat_ergens_te_lezen(burger, monkeypatch, logboek, time_machine):
    time_machine.move_to(NU, tick=False)
    zaken = []
    for bsn in KANARIES:
        zaak = ZaakFabriek()
        inwoner = Inwoner.objects.get(pk=zaak.dossier.inwoner_id)
        inwoner.bsn = bsn
        inwoner.bewaren(door=Actor.objects.systeem(), reden="test")
        zaken.append(zaak)
    gezien = []

    with override_settings(OIDC=AANBIEDER):
        for bsn, zaak in zip(KANARIES, zaken, strict=True):
            monkeypatch.setattr(
                aanbieder(),
                "authorize_access_token",
                lambda r, bsn=bsn: {"userinfo": {"bsn": bsn, "acr": "hoog"}},
            )
            antwoorden = [
                burger.get(pad) for pad in ("/inloggen/terug/", "/voor-wie/", "/", "/gegevens/", "/wie-keek/")
            ]
            antwoorden += [
                burger.get(f"/vragen/{zaak.pk}/"), burger.get(f"/brieven/{zaak.pk}/"),
                burger.post("/vragen/nieuw/", {"tekst": "Ik heb een vraag"}),
                burger.post(
                    f"/vragen/{zaak.pk}/persoonlijk-plan/",
                    {"tekst": "Mijn plan", "bestanden": SimpleUploadedFile("plan.pdf", PDF)},
                ),
            ]  # fmt: skip
            for a in antwoorden:
                gezien += [a.content.decode("utf-8", "replace"), str(a.headers), str(a.cookies)]
        monkeypatch.setattr(
            aanbieder(),
            "authorize_access_token",
            lambda r: {"userinfo": {"bsn": KANARIES[0][:-1], "acr": "hoog"}},
        )
        burger.get("/inloggen/terug/")
        postvak_verwerken(nu=NU)
        logging.getLogger("portaal").warning(
            "BSN %s", KANARIES[0]
        )  # whoever writes one down by mistake: masked

    assert [w for tekst in gezien for w in PATROON.findall(tekst)] == []
    assert "BSN [bsn]" in logboek.getvalue()
    assert PATROON.findall(logboek.getvalue()) == []
    assert in_de_database() == []
    map_ = Path(settings.STORAGES["default"]["OPTIONS"]["location"])
    bestanden = [p for p in map_.rglob("*") if p.is_file()]
    assert len(bestanden) >= HOEVEEL
    assert [p for p in bestanden if PATROON.search(p.read_bytes().decode("latin-1") + str(p))] == []
    assert {Inwoner.objects.get(pk=z.dossier.inwoner_id).bsn for z in zaken} == set(KANARIES)


def test_de_kanarie_wordt_gezien():
    """The search itself finds one."""
    inwoner = ZaakFabriek().dossier.inwoner
    inwoner.let_op_bij_bezoek = f"bsn {KANARIES[0]}"
    inwoner.bewaren(door=Actor.objects.systeem(), reden="test")

    assert any(r.startswith("toegang_inwoner:") for r in in_de_database())
