"""The blocks of this room on the page of a team: help that ends, what came of it, help by product."""

from collections.abc import Mapping

from toegang.cijfers import Bevinding, Blok, Cel, Rijen, Vraag
from toegang.opmaak import aantal
from voorzieningen import teamcijfers, uitstroom
from voorzieningen.cijfers import VOORUIT
from voorzieningen.models import Eenheid, Frequentie
from wijkteams.beeld.tekenen import staaf
from wijkteams.beeld.verloop import regel

DAGEN_PER_MAAND = 30.44


def blokken(v: Vraag, gelezen: Mapping[str, Rijen]) -> list[Blok]:
    if "afloop" not in gelezen:
        return []
    eigen = (_enige(gelezen["afloop"]).get("binnen_30", 0), _enige(gelezen["niet_geleverd"]).get("n", 0))
    return [
        afloop(gelezen), levering(gelezen), resultaat(gelezen), producten(gelezen),
        teamcijfers.blok(gelezen, eigen),
    ]  # fmt: skip


def bevindingen(v: Vraag, gelezen: Mapping[str, Rijen]) -> list[Bevinding]:
    """Ends within a month; granted and not begun in time; passed without anybody having acted."""
    if "afloop" not in gelezen:
        return []
    bijna, voorbij = _enige(gelezen["afloop"]).get("binnen_30", 0), _enige(gelezen["verlopen"]).get("n", 0)
    niet_geleverd = _enige(gelezen["niet_geleverd"]).get("n", 0)
    return [
        Bevinding(
            bijna, "loopt af binnen 30 dagen" if bijna == 1 else "lopen af binnen 30 dagen", "loopt_af:30", 30,
            let_op=False,
        ),
        Bevinding(niet_geleverd, "verleend, niet geleverd", "niet_geleverd", 35),
        Bevinding(voorbij, "voorbij zonder actie", "verlopen", 60),
    ]  # fmt: skip


def _enige(rijen: Rijen) -> dict:
    return rijen[0] if rijen else {}


def afloop(gelezen: Mapping[str, Rijen]) -> Blok:
    """Help that ends soon, and where nobody did anything yet."""
    rij = _enige(gelezen["afloop"])
    zonder, voorbij = (_enige(gelezen[k]).get("n", 0) for k in ("zonder_actie", "verlopen"))
    tellen = [(f"binnen {d} dagen", rij.get(f"binnen_{d}", 0), f"loopt_af:{d}", False) for d in VOORUIT]
    tellen += [
        (f"daarvan binnen {VOORUIT[-1]} dagen zonder actie", zonder, "zonder_actie", True),
        ("voorbij zonder actie", voorbij, "verlopen", True),
    ]
    hoogste = max(n for _, n, _, _ in tellen)
    bevinding = "Bij alle hulp die afloopt is iemand bezig"
    if zonder:
        bevinding = f"Bij {aantal(zonder, 'dossier,dossiers')} loopt hulp af en is nog niets gedaan"
    return Blok(
        "afloop", "Hulp die afloopt", bevinding, ("Wanneer", "", "Dossiers"),
        tuple(
            (
                Cel(woorden, lijst=lijst), Cel("", staaf=staaf(n, hoogste, norm=0 if let_op else None)),
                Cel(str(n), n, lijst=lijst, let_op=let_op and n > 0),
            )
            for woorden, n, lijst, let_op in tellen
        ),
    )  # fmt: skip


NIET_GEGEVEN = (
    ("te laat: verleend, niet geleverd", "niet_geleverd", True),
    ("de aanbieder stopte, de hulp loopt nog", "levering_gestopt", True),
    ("nog niet toegewezen aan de aanbieder", "niet_toegewezen", False),
    ("begint nog, op tijd", "begint_nog", False),
)


def levering(gelezen: Mapping[str, Rijen]) -> Blok:
    """What was granted and nobody gives: too late, stopped, not ordered, and what still has time."""
    tellen = [
        (woorden, _enige(gelezen[lijst]).get("n", 0), lijst, laat) for woorden, lijst, laat in NIET_GEGEVEN
    ]
    hoogste, te_laat = max(n for _, n, _, _ in tellen), tellen[0][1]
    bevinding = "Alle verleende hulp begon op tijd"
    if te_laat:
        bevinding = f"Bij {aantal(te_laat, 'dossier,dossiers')} begon verleende hulp niet op tijd"
    return Blok(
        "levering", "Verleende hulp die niemand geeft", bevinding, ("Stand", "", "Dossiers"),
        tuple(
            (
                Cel(woorden, lijst=lijst), Cel("", staaf=staaf(n, hoogste, norm=0 if laat else None)),
                Cel(str(n), n, lijst=lijst, let_op=laat and n > 0),
            )
            for woorden, n, lijst, laat in tellen
        ),
        uitleg="Op tijd is vijf werkdagen na de toewijzing, of na de eerste dag van de hulp.",
    )  # fmt: skip


def resultaat(gelezen: Mapping[str, Rijen]) -> Blok:
    """Less help or none, and not back within the time."""
    regels = []
    for naam, woorden in (
        ("uitstroom", "Zonder hulp verder, niet terug"), ("afschaling", "Met minder of geen hulp verder, niet terug")
    ):  # fmt: skip
        rij = _enige(gelezen[naam])
        geheel = rij.get("n", 0)
        regels.append(regel(woorden, geheel - rij.get("terug", 0), geheel, naam))
    (_, deel, aantal_, van), *_ = regels
    maanden = uitstroom.NIET_TERUG_MAANDEN
    return Blok(
        "uitstroom", "Duurzaam uitgestroomd en afgeschaald",
        f"Zonder hulp verder: {aantal_.tekst} van de {van.tekst} niet terug"
        if deel.waarde is not None
        else f"Nog niemand is langer dan {maanden} maanden zonder hulp",
        ("Wie", "Aandeel", "Aantal", "Van"), tuple(regels),
        uitleg=f"Hulp die 12 tot 24 maanden geleden eindigde, en of die binnen {maanden} maanden terugkwam.",
    )  # fmt: skip


def producten(gelezen: Mapping[str, Rijen]) -> Blok:
    """How long and how much, by product and unit."""
    rijen = sorted(gelezen["producten"], key=lambda r: (r["product__naam"], r["eenheid"], r["frequentie"]))
    lopen = sum(r["loopt"] > 0 for r in rijen)
    return Blok(
        "producten", "Hulp per product",
        f"Er loopt hulp van {aantal(lopen, 'product,producten')}" if lopen else "Er loopt geen hulp",
        ("Product", "Loopt nu", "Begon", "Eindigde", "Duur (mediaan)", "Omvang (mediaan)"),
        tuple(_product(r) for r in rijen),
        uitleg="Begon en eindigde: in de laatste 12 maanden. Duur en omvang zijn van wat nu loopt.",
        leeg="Er loopt in dit team geen hulp.", breed=True,
    )  # fmt: skip


def _product(r: dict) -> tuple[Cel, ...]:
    sleutel = f"{r['product_id']}_{r['eenheid']}_{r['frequentie']}"
    maanden = None if r["duur"] is None else round(r["duur"] / DAGEN_PER_MAAND)
    omvang = None if r["omvang"] is None else round(r["omvang"], 1)
    if omvang is None or not r["eenheid"]:
        woorden = "–" if maanden is None else "zonder vast aantal"
    else:
        getal = f"{omvang:g}".replace(".", ",")
        woorden = f"{getal} {Eenheid(r['eenheid']).label} {Frequentie(r['frequentie']).label}"
    return (
        Cel(r["product__naam"]), Cel(str(r["loopt"]), r["loopt"], lijst=f"product:{sleutel}"),
        Cel(str(r["erin"]), r["erin"], lijst=f"product_erin:{sleutel}"),
        Cel(str(r["uit"]), r["uit"], lijst=f"product_uit:{sleutel}"),
        Cel("–" if maanden is None else aantal(maanden, "maand,maanden"), maanden), Cel(woorden, omvang),
    )  # fmt: skip
