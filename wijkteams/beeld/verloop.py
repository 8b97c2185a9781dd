"""The blocks about what happened: how long it took, in and out, what came of it."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from toegang.cijfers import Blok, Cel, Rijen, Vraag
from toegang.models import TermijnSoort
from toegang.opmaak import MAANDEN, MAANDEN_KORT
from wijkteams.beeld import telt
from wijkteams.beeld.rekenen import aandeel, maanden_terug, mediaan, p90, stil_dagen
from wijkteams.beeld.tekenen import lijnen, stippen
from wijkteams.beeld.vragen import MAANDEN_DOORLOOP, MAANDEN_STROOM

Gelezen = Mapping[str, Rijen]
BEGIN = date(2000, 1, 1)  # any day: only differences count
NAMEN = {TermijnSoort.ONDERZOEK: "onderzoek", TermijnSoort.BESLUIT: "besluit"}
VAN_TOT = {
    TermijnSoort.ONDERZOEK: "Van de melding tot het verslag",
    TermijnSoort.BESLUIT: "Van de aanvraag tot de dag dat het besluit weg is",
}


def doorlooptijd(v: Vraag, gelezen: Gelezen, soort: TermijnSoort) -> Blok:
    """Per month: the middle and p90, net and gross of what stood still, and the share that was in time."""
    norm, naam = telt.NORMEN[soort], NAMEN[soort]
    zaken = {rij["maand"][:10]: rij["n"] for rij in gelezen["termijnzaken"] if rij["soort"] == soort}
    maanden = [m for m in maanden_terug(v.vandaag, MAANDEN_DOORLOOP) if m.isoformat() in zaken]
    gemeten = {m: _gemeten(gelezen["termijnen"], soort, m) for m in maanden}
    hoogste = max([norm * 1.25, *(p90(netto) or 0 for netto, _, _ in gemeten.values())]) * 1.05
    regels = []
    for maand, (netto, bruto, op_tijd) in gemeten.items():
        midden, negentig = mediaan(netto) or 0, p90(netto) or 0
        deel = aandeel(op_tijd, sum(netto.values()))
        regels.append(
            (
                Cel(kort(maand, v.vandaag), lijst=f"{naam}:{maand:%Y-%m}"),
                Cel("", stippen=stippen(midden, negentig, norm, hoogste)),
                _dagen(midden), _dagen(negentig, let_op=negentig > norm),
                _tekst(f"{_getal(mediaan(bruto))} en {_getal(p90(bruto))}"),
                Cel(f"{deel}%", deel),
                Cel(str(zaken[maand.isoformat()]), zaken[maand.isoformat()], lijst=f"{naam}:{maand:%Y-%m}"),
            )
        )  # fmt: skip
    return Blok(
        naam, f"Doorlooptijd {naam} (norm {norm} dagen)", _bevinding(gemeten, norm, naam),
        ("Maand", "", "Mediaan", "9 van de 10", "Bruto", "Op tijd", "Dossiers"), tuple(regels),
        uitleg=f"{VAN_TOT[soort]}, alleen de Wmo. Zonder de dagen dat de termijn stilstond; bruto is met die dagen"
        " (mediaan en 9 van de 10).",
        leeg=f"De laatste maanden is er geen {naam} afgerond.", breed=True,
        norm=(stippen(0, 0, norm, hoogste).norm, f"norm {norm}"),
    )  # fmt: skip


def _gemeten(rijen: Rijen, soort: str, maand: date) -> tuple[Counter, Counter, int]:
    """Days -> how many, net and gross; and how many were in time."""
    netto: Counter = Counter()
    bruto: Counter = Counter()
    op_tijd = 0
    for rij in rijen:
        if rij["soort"] != soort or rij["maand"][:10] != maand.isoformat():
            continue
        bruto[rij["dagen"]] += rij["n"]
        netto[rij["dagen"] - _stil(rij)] += rij["n"]
        op_tijd += rij["n"] * rij["op_tijd"]
    return netto, bruto, op_tijd


def _stil(rij: Mapping) -> int:
    """The days that stood still of this clock, which ran so many days; the times are in days from its begin."""
    perioden = [
        (BEGIN + p["van"] * telt.DAG, None if p["tot"] is None else BEGIN + p["tot"] * telt.DAG)
        for p in rij["stil"]
    ]
    return stil_dagen(BEGIN, BEGIN + rij["dagen"] * telt.DAG, perioden)


def _bevinding(gemeten: Mapping[date, tuple], norm: int, naam: str) -> str:
    """About the last month with anything in it."""
    if not gemeten:
        return f"Nog geen {naam} afgerond"
    maand = max(gemeten)
    netto, _, op_tijd = gemeten[maand]
    deel = aandeel(op_tijd, sum(netto.values()))
    helft = f"de helft binnen {_getal(mediaan(netto))} dagen"
    return f"{naam.capitalize()}: {deel}% op tijd in {MAANDEN[maand.month - 1]}, {helft}"


def _dagen(waarde: float, *, let_op: bool = False) -> Cel:
    return Cel(_getal(waarde), round(waarde, 1), let_op=let_op)


def _tekst(tekst: str) -> Cel:
    """Two numbers in one cell, below each other as numbers."""
    return Cel(tekst, tekst)


def _getal(waarde: float | None) -> str:
    """31, or 31,5."""
    return "–" if waarde is None else f"{waarde:.1f}".removesuffix(".0").replace(".", ",")


def kort(maand: date, vandaag: date) -> str:
    """nov; the month that runs is not over."""
    tot_nu = " (tot nu)" if (maand.year, maand.month) == (vandaag.year, vandaag.month) else ""
    return f"{MAANDEN_KORT[maand.month - 1]}{tot_nu}"


def in_en_uit(v: Vraag, gelezen: Gelezen) -> Blok:
    """What was reported and what was closed, by month."""
    maanden = maanden_terug(v.vandaag, MAANDEN_STROOM)
    per = {k: {rij["maand"][:10]: rij["n"] for rij in gelezen[k]} for k in ("in", "uit")}
    in_, uit = ([per[k].get(m.isoformat(), 0) for m in maanden] for k in ("in", "uit"))
    namen = [kort(m, v.vandaag) for m in maanden]
    verschil = sum(in_) - sum(uit)
    bevinding = "Er ging evenveel uit als er bij kwam"
    if verschil:
        bevinding = (
            f"Er kwamen er {abs(verschil)} {'meer' if verschil > 0 else 'minder'} bij dan er uit gingen"
        )
    return Blok(
        "stroom", "In en uit per maand", bevinding, ("Maand", "Gemeld", "Afgesloten"),
        tuple(
            (
                Cel(naam), Cel(str(i), i, lijst=f"in:{m:%Y-%m}"), Cel(str(u), u, lijst=f"uit:{m:%Y-%m}"),
            )
            for naam, m, i, u in zip(namen, maanden, in_, uit, strict=True)
        ),
        lijnen=lijnen("In en uit per maand", namen, {"Gemeld": in_, "Afgesloten": uit}), breed=True,
    )  # fmt: skip


def resultaat_regels(gelezen: Gelezen) -> tuple[tuple[Cel, ...], ...]:
    """Solved before maatwerk, this year and the year before; goals reached."""
    per_jaar = {rij["eerder"]: rij for rij in gelezen["afgerond"]}
    regels = []
    for eerder, woorden, sleutel in ((0, "Opgelost zonder maatwerk", ""), (1, "Een jaar eerder", ":vorig")):
        rij = per_jaar.get(eerder, {"n": 0, "opgelost": 0})
        regels.append(
            regel(
                woorden, rij["opgelost"], rij["n"], f"afgerond{sleutel}", teller="" if eerder else "opgelost"
            )
        )
    (plan,) = gelezen["gemeten"] or [{"n": 0, "niet": 0}]
    regels.append(regel("Alle gemeten doelen gehaald", plan["n"] - plan["niet"], plan["n"], "gemeten"))
    return tuple(regels)


def regel(woorden: str, deel: int, geheel: int, lijst: str, *, teller: str = "") -> tuple[Cel, ...]:
    """A share: in percents, how many, of how many; the whole opens its list."""
    procent = aandeel(deel, geheel)
    return (
        Cel(woorden), Cel("–" if procent is None else f"{procent}%", procent), Cel(str(deel), deel, lijst=teller),
        Cel(str(geheel), geheel, lijst=lijst),
    )  # fmt: skip


def resultaat(gelezen: Gelezen) -> Blok:
    """What the work of the last year led to."""
    (_, nu, *_), (_, eerder, *_), *_ = resultaat_regels(gelezen)
    bevinding = f"{nu.tekst} is zonder maatwerk opgelost ({eerder.tekst} een jaar eerder)"
    return Blok(
        "resultaat", "Wat het opleverde", bevinding if nu.waarde is not None else "Nog geen meldingen afgerond",
        ("Over de laatste 12 maanden", "Aandeel", "Aantal", "Van"), resultaat_regels(gelezen),
        uitleg="Zonder maatwerk: beantwoord, verwezen of korte hulp, of elke hulpvraag opgelost op trede 1 tot en met"
        " 6.",
    )  # fmt: skip
