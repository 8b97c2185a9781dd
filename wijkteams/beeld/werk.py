"""The blocks about the work of now: per colleague, waiting, evaluations, the other teams."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from toegang.cijfers import Bevinding, Blok, Cel, Rijen, Vraag
from toegang.opmaak import aantal
from wijkteams.beeld import telt
from wijkteams.beeld.lijsten import NIEMAND
from wijkteams.beeld.rekenen import WACHTVAKKEN, wachtvak
from wijkteams.beeld.teams import naast_elkaar
from wijkteams.beeld.tekenen import staaf
from wijkteams.toewijsregels import NORM_VOLLE_WEEK, caseload, norm

Gelezen = Mapping[str, Rijen]


@dataclass(frozen=True)
class Collega:
    """One consulent with what he has and what fits his hours."""

    pk: int
    naam: str
    achternaam: str
    punten: int
    elders: int
    norm: int
    dossiers: int
    weg: bool
    vervanger: str = ""

    @property
    def boven_norm(self) -> bool:
        return self.punten > self.norm

    @property
    def opmerking(self) -> str:
        """Away without a reason; more than fits; work elsewhere, in points."""
        zinnen = []
        if self.weg:
            zinnen.append(
                f"afwezig, vervanger {self.vervanger}" if self.vervanger else "afwezig, geen vervanger"
            )
        if self.elders:
            zinnen.append(f"waarvan {aantal(self.elders, 'punt,punten')} buiten dit team")
        return "; ".join(zinnen)


def collegas(gelezen: Gelezen) -> list[Collega]:
    """By name, never by speed or by load."""
    punten = caseload(gelezen["werk"])
    elders = caseload([regel for regel in gelezen["werk"] if not regel["hier"]])
    dossiers = {regel["regisseur_id"]: regel["n"] for regel in gelezen["open"]}
    mensen = [
        Collega(
            pk=m["medewerker_id"], naam=_naam(m["medewerker__first_name"], m["medewerker__last_name"]),
            achternaam=m["medewerker__last_name"], punten=punten.get(m["medewerker_id"], 0),
            elders=elders.get(m["medewerker_id"], 0), norm=norm(Decimal(str(m["medewerker__contracturen"]))),
            dossiers=dossiers.get(m["medewerker_id"], 0), weg=m["weg"] is not None, vervanger=_vervanger(m["weg"]),
        )
        for m in gelezen["mensen"]
    ]  # fmt: skip
    return sorted(mensen, key=lambda c: (c.achternaam.casefold(), c.naam, c.pk))


def _naam(voornaam: str, achternaam: str) -> str:
    return f"{voornaam[:1]}. {achternaam}" if voornaam else achternaam


def _vervanger(weg: Mapping[str, Any] | None) -> str:
    return _naam(weg["voornaam"], weg["achternaam"]) if weg and weg["is_er"] else ""


def per_collega(gelezen: Gelezen) -> Blok:
    """Points against the norm of the contract hours, with the dossiers of this team."""
    mensen = collegas(gelezen)
    hoogste = max([c.punten for c in mensen] + [c.norm for c in mensen], default=0) * 1.05
    regels = [
        (
            Cel(c.naam, lijst=f"bij:{c.pk}"),
            Cel("", staaf=staaf(c.punten, hoogste, norm=c.norm)),
            Cel(f"{c.punten} van {c.norm}", c.punten, let_op=c.boven_norm),
            Cel(str(c.dossiers), c.dossiers, lijst=f"bij:{c.pk}"),
            Cel(c.opmerking),
        )
        for c in mensen
    ]
    bekend = {c.pk for c in mensen}
    anders = sum(r["n"] for r in gelezen["open"] if r["regisseur_id"] and r["regisseur_id"] not in bekend)
    zin = f" Bij collega's die geen consulent van dit team (meer) zijn: {aantal(anders, 'dossier,dossiers')}."
    return Blok(
        "werk", "Werk per collega", _boven_de_norm(mensen),
        ("Collega", "", "Punten", "Dossiers", "Bijzonder"), tuple(regels),
        uitleg=f"Gewogen naar soort vraag, stap en spoed. De norm is {NORM_VOLLE_WEEK} punten bij 36 uur en volgt de"
        f" contracturen.{zin if anders else ''}",
        leeg="Dit team heeft nu geen consulenten.", breed=True, norm=_streep(mensen, hoogste),
    )  # fmt: skip


def _streep(mensen: list[Collega], hoogste: float) -> tuple[float, str] | None:
    """Over the bars: what the line is; its number when it is the same for all."""
    normen = {c.norm for c in mensen}
    plek = staaf(0, hoogste, norm=max(normen, default=0)).norm
    if plek is None:
        return None
    return plek, f"norm {normen.pop()}" if len(normen) == 1 else "norm"


def _boven_de_norm(mensen: list[Collega]) -> str:
    boven = sum(c.boven_norm for c in mensen)
    if not boven:
        return "Niemand zit boven de norm"
    return "1 collega zit boven de norm" if boven == 1 else f"{boven} collega's zitten boven de norm"


def wachtlijst(v: Vraag, gelezen: Gelezen) -> Blok:
    """How long the questions wait that have no regisseur."""
    vakken = [0] * len(WACHTVAKKEN)
    for regel in gelezen["wacht"]:
        vakken[wachtvak(_dagen(v, regel["sinds"]))] += regel["n"]
    lang = vakken[-1]
    bevinding = "Niemand wacht" if not sum(vakken) else "Niemand wacht langer dan 6 weken"
    if lang:
        bevinding = f"{aantal(lang, 'vraag wacht,vragen wachten')} langer dan 6 weken"
    regels = tuple(
        (
            Cel(naam, lijst=f"wacht:{nr}"),
            Cel("", staaf=staaf(vakken[nr], max(vakken), norm=0 if nr == len(vakken) - 1 else None)),
            Cel(str(vakken[nr]), vakken[nr], lijst=f"wacht:{nr}", let_op=nr == len(vakken) - 1 and lang > 0),
        )
        for nr, (_, naam) in enumerate(WACHTVAKKEN)
    )
    return Blok(
        "wacht", "Wachtlijst naar wachttijd", bevinding, ("Wacht", "", "Dossiers"), regels,
        uitleg="Sinds het dossier bij het team kwam.",
    )  # fmt: skip


def _dagen(v: Vraag, dag: str) -> int:
    return (v.vandaag - v.vandaag.fromisoformat(dag)).days


def evaluaties(gelezen: Gelezen) -> Blok:
    """Agreed plans to look at together."""
    (rij,) = gelezen["plannen"] or [{}]
    laat = rij.get("laat", 0)
    bevinding = "Geen plan is te laat bekeken"
    if laat:
        bevinding = aantal(laat, "plan had,plannen hadden") + " al bekeken moeten zijn"
    tellen = [("te laat", laat, "evaluatie_laat", False)]
    tellen += [(f"binnen {d} dagen", rij.get(f"binnen_{d}", 0), f"evaluatie:{d}", True) for d in telt.VOORUIT]
    hoogste = max(n for _, n, *_ in tellen)
    return Blok(
        "evaluaties", "Plannen samen bekijken", bevinding, ("Wanneer", "", "Dossiers"),
        tuple(
            (
                Cel(woorden, lijst=lijst), Cel("", staaf=staaf(n, hoogste, norm=None if vooruit else 0)),
                Cel(str(n), n, lijst=lijst, let_op=n > 0 and not vooruit),
            )
            for woorden, n, lijst, vooruit in tellen
        ),
    )  # fmt: skip


def andere_teams(gelezen: Gelezen) -> Blok:
    """This team beside the others: what is open, waits and is late."""
    eigen = (
        sum(rij["n"] for rij in gelezen["open"]), sum(rij["n"] for rij in gelezen["wacht"]),
        sum(rij["laat"] for rij in gelezen["open"]),
    )  # fmt: skip
    return naast_elkaar(
        "teams", "Werk naast de andere teams", "Zo staat het werk in de gemeente",
        kolommen=("Open", "Op de wachtlijst", "Te laat"), eigen=eigen, lijsten=("open", "wacht", "laat"),
        per_team={rij["wijkteam__naam"]: (rij["n"], rij["wacht"], rij["laat"]) for rij in gelezen["teams"]},
    )  # fmt: skip


def bevindingen(gelezen: Gelezen) -> list[Bevinding]:
    """What asks for something today."""
    laat = sum(rij["laat"] for rij in gelezen["open"])
    zonder = sum(rij["n"] for rij in gelezen["open"] if rij["regisseur_id"] is None)
    boven = [c for c in collegas(gelezen) if c.boven_norm]
    plannen = sum(rij["laat"] for rij in gelezen["plannen"])
    return [
        Bevinding(laat, "te laat", "laat", 10),
        Bevinding(zonder, "zonder eigenaar", f"bij:{NIEMAND}", 20),
        Bevinding(
            len(boven), "collega boven de norm" if len(boven) == 1 else "collega's boven de norm",
            f"bij:{boven[0].pk}" if len(boven) == 1 else "", 40,
        ),
        Bevinding(plannen, "plan te laat" if plannen == 1 else "plannen te laat", "evaluatie_laat", 50),
    ]  # fmt: skip
