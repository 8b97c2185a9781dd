"""Layers of a dossier and the rights that open them (NEN 7513; Wmo 2015 hoofdstuk 5). Pure Python: no ORM.

A right is held in a wijkteam, per law, or as an exception on one zaak until a moment. `Rechten` is what one
reader holds during one request; `Zaak.objects.voor(lezer, recht)` turns it into a filter with literal lists.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import TextChoices


class Wet(TextChoices):
    """The law a zaak hangs on; rights, terms and retention follow it."""

    WMO = "wmo", "Wmo 2015"
    JEUGDWET = "jeugdwet", "Jeugdwet"
    PARTICIPATIEWET = "participatiewet", "Participatiewet"
    SCHULDHULP = "schuldhulp", "Schuldhulp (Wgs)"
    GPK = "gpk", "Gehandicaptenparkeerkaart"
    LEERLINGENVERVOER = "leerlingenvervoer", "Leerlingenvervoer"


class Laag(TextChoices):
    """How deep a screen looks into a dossier (design: gelaagde inzage)."""

    CONTACT = "L0", "Contact"
    PROCES = "L1", "Proces"
    UITVOERING = "L2a", "Uitvoering"
    INHOUD = "L2b", "Inhoud"
    GEVOELIG = "L3", "Gevoelig"
    TOEZICHT = "L4", "Toezicht"


class Recht(TextChoices):
    """What a reader may do with a zaak."""

    PROCES_INZIEN = "proces_inzien", "Proces inzien"
    UITVOERING_INZIEN = "uitvoering_inzien", "Uitvoering inzien"
    INHOUD_INZIEN = "inhoud_inzien", "Inhoud inzien"
    INHOUD_BEWERKEN = "inhoud_bewerken", "Inhoud bewerken"
    GEVOELIG_INZIEN = "gevoelig_inzien", "Gevoelige inhoud inzien"
    VERDELEN = "verdelen", "Zaken verdelen"


class Rol(TextChoices):
    """The roles, one Django group each."""

    KCC = "kcc", "KCC"
    ADMINISTRATIE = "administratie", "Administratie"
    CONSULENT = "consulent", "Consulent"
    PROCESCOORDINATOR = "procescoordinator", "Procescoördinator"
    TEAMLEAD = "teamlead", "Teamleider"
    TOETSER = "toetser", "Toetser"
    ONDERTEKENAAR = "ondertekenaar", "Ondertekenaar"
    JURIST = "jurist", "Jurist"
    CONTRACTBEHEERDER = "contractbeheerder", "Contractbeheerder"
    TOEZICHTHOUDER = "toezichthouder", "Toezichthouder"
    FUNCTIONARIS_GEGEVENSBESCHERMING = "functionaris_gegevensbescherming", "FG"
    BEHEERDER = "beheerder", "Beheerder"


# Which right implies which: the one place where this is said.
IMPLICEERT: dict[Recht, frozenset[Recht]] = {
    Recht.PROCES_INZIEN: frozenset(),
    Recht.UITVOERING_INZIEN: frozenset({Recht.PROCES_INZIEN}),
    Recht.INHOUD_INZIEN: frozenset({Recht.PROCES_INZIEN, Recht.UITVOERING_INZIEN}),
    Recht.INHOUD_BEWERKEN: frozenset({Recht.PROCES_INZIEN, Recht.UITVOERING_INZIEN, Recht.INHOUD_INZIEN}),
    Recht.GEVOELIG_INZIEN: frozenset({Recht.PROCES_INZIEN, Recht.UITVOERING_INZIEN, Recht.INHOUD_INZIEN}),
    Recht.VERDELEN: frozenset({Recht.PROCES_INZIEN}),
}

# What a role brings in the team, per law of the membership.
TEAMRECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.CONSULENT: frozenset({Recht.INHOUD_BEWERKEN}),
    Rol.PROCESCOORDINATOR: frozenset({Recht.VERDELEN}),
    Rol.TEAMLEAD: frozenset({Recht.INHOUD_INZIEN, Recht.VERDELEN}),
}
# What the regisseur of a zaak holds on top of the team's right to write.
REGISSEURSRECHTEN: frozenset[Recht] = frozenset({Recht.GEVOELIG_INZIEN})
# Rights of a group that are not tied to a team (only the administratie has them).
OVERAL: dict[Rol, frozenset[Recht]] = {
    Rol.ADMINISTRATIE: frozenset({Recht.PROCES_INZIEN, Recht.UITVOERING_INZIEN}),
}
ZONDER_TEAM: dict[Rol, frozenset[Recht]] = {
    Rol.ADMINISTRATIE: frozenset({Recht.INHOUD_INZIEN, Recht.INHOUD_BEWERKEN}),
}

RECHT_BIJ_LAAG: dict[Laag, Recht] = {
    Laag.PROCES: Recht.PROCES_INZIEN,
    Laag.UITVOERING: Recht.UITVOERING_INZIEN,
    Laag.INHOUD: Recht.INHOUD_INZIEN,
    Laag.GEVOELIG: Recht.GEVOELIG_INZIEN,
}


class Grond(TextChoices):
    """Why one person has a right on one zaak (an exception with an end)."""

    TOETS = "toets", "Inhoudelijke toets"
    ONDERTEKENING = "ondertekening", "Ondertekening"
    BEZWAAR = "bezwaar", "Bezwaar"
    CONSULT = "consult", "Consult"
    WAARNEMING = "waarneming", "Waarneming voor de regisseur"
    CASEMANAGER = "casemanager", "Casemanager naast de regisseur"
    NOODINZAGE = "noodinzage", "Noodinzage"
    AFGESCHERMD = "afgeschermd", "Genoemd bij een afgeschermd dossier"
    TOESTEMMING = "toestemming", "Toestemming van de inwoner (Wmo 2015 art. 5.1.1 lid 4)"
    TOEZICHT = "toezicht", "Toezicht (Wmo 2015 art. 6.1)"


# Whoever looks on this ground is known to the FG alone: not to the team, nor to the inwoner (UAVG art. 41 lid 1 sub h).
# Also after it ended: only the supervisor knows whether his own case still runs.
VOOR_DE_FG = Grond.TOEZICHT

GROND_RECHTEN: dict[Grond, frozenset[Recht]] = {
    Grond.TOETS: frozenset({Recht.INHOUD_INZIEN}),
    Grond.ONDERTEKENING: frozenset({Recht.INHOUD_INZIEN}),
    Grond.BEZWAAR: frozenset({Recht.INHOUD_INZIEN, Recht.GEVOELIG_INZIEN}),
    Grond.CONSULT: frozenset({Recht.INHOUD_INZIEN}),
    Grond.WAARNEMING: frozenset({Recht.INHOUD_BEWERKEN, *REGISSEURSRECHTEN}),  # what the regisseur holds
    Grond.CASEMANAGER: frozenset({Recht.INHOUD_BEWERKEN}),
    Grond.NOODINZAGE: frozenset({Recht.INHOUD_INZIEN}),
    Grond.AFGESCHERMD: frozenset({Recht.INHOUD_BEWERKEN}),
    Grond.TOESTEMMING: frozenset({Recht.INHOUD_INZIEN}),
    Grond.TOEZICHT: frozenset({Recht.INHOUD_INZIEN, Recht.GEVOELIG_INZIEN}),
}


def met_gevolgen(rechten: Iterable[Recht]) -> frozenset[Recht]:
    """The rights with all that they imply."""
    rechten = frozenset(rechten)
    return rechten.union(*(IMPLICEERT[r] for r in rechten))


@cache
def _opent(recht: str) -> frozenset[Recht]:
    return met_gevolgen([Recht(recht)])


def codenaam(wet: Wet | str, recht: Recht | str) -> str:
    """The guardian permission on a Wijkteam: `wmo_inhoud_inzien`."""
    return f"{wet}_{recht}"


@dataclass
class Rechten:
    """What one reader holds during one request; ids as literal values."""

    rollen: frozenset[str] = frozenset()
    teams: dict[Recht, dict[str, tuple[int, ...]]] = field(default_factory=dict)
    zaken: dict[Recht, tuple[UUID, ...]] = field(default_factory=dict)
    gronden: dict[UUID, str] = field(default_factory=dict)  # why an exception is there, for the read log
    regisseur_id: int | None = None
    alles: bool = False

    def overal(self, recht: Recht) -> bool:
        """Holds it on every zaak that is not afgeschermd, whatever its team."""
        return any(recht in OVERAL.get(Rol(rol), ()) for rol in self.rollen)

    def zonder_team(self, recht: Recht) -> bool:
        """Holds it while a zaak has no team yet (vraagverheldering)."""
        return any(recht in ZONDER_TEAM.get(Rol(rol), ()) for rol in self.rollen)

    def heeft_rol(self, *rollen: Rol) -> bool:
        """Holds one of these roles."""
        return self.alles or bool(self.rollen & set(rollen))

    def mag(self, recht: Recht, zaak: Any) -> bool:
        """Holds this right on a zaak that was read: the rule of `zaken_q`, without asking the database again."""
        if self.alles or zaak.pk in self.zaken.get(recht, ()):
            return True
        if zaak.afgeschermd:
            return False
        if zaak.wijkteam_id in self.teams.get(recht, {}).get(zaak.wet, ()):
            return True
        eigen = recht in REGISSEURSRECHTEN and zaak.regisseur_id == self.regisseur_id
        if eigen and zaak.wijkteam_id in self.teams.get(Recht.INHOUD_BEWERKEN, {}).get(zaak.wet, ()):
            return True
        return self.overal(recht) or (zaak.wijkteam_id is None and self.zonder_team(recht))

    def soort(self, zaak: Any) -> tuple:
        """All that `mag` looks at: on two zaken that are alike in this the reader holds the same rights."""
        eigen = zaak.pk if zaak.pk in self.gronden else None  # an exception is for one zaak
        return eigen, zaak.afgeschermd, zaak.wet, zaak.wijkteam_id, zaak.regisseur_id

    @classmethod
    def uit_regels(cls, regels: Iterable[tuple[str, str, str, str]], regisseur_id: int) -> "Rechten":
        """From the one rights query: ('r', '', rol, ''), ('w', team, codename, ''), ('z', zaak, codename, grond)."""
        rollen: set[str] = set()
        teams: dict[Recht, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        zaken: dict[Recht, set[UUID]] = defaultdict(set)
        gronden: dict[UUID, str] = {}
        for soort, sleutel, naam, grond in regels:
            if soort == "r":
                rollen.add(naam)
            elif soort == "w":
                wet, _, recht = naam.partition("_")
                for r in _opent(recht):
                    teams[r][wet].add(int(sleutel))
            else:
                zaak = UUID(sleutel)
                if gronden.get(zaak) != Grond.WAARNEMING:  # who stands in does what the regisseur does
                    gronden[zaak] = grond
                for r in _opent(naam):
                    zaken[r].add(zaak)
        return cls(
            rollen=frozenset(rollen & set(Rol.values)),
            teams={r: {wet: tuple(sorted(t)) for wet, t in sorted(w.items())} for r, w in teams.items()},
            zaken={r: tuple(sorted(z)) for r, z in zaken.items()},
            gronden=gronden,
            regisseur_id=regisseur_id,
        )


GEEN_RECHTEN = Rechten()
ALLE_RECHTEN = Rechten(alles=True)
