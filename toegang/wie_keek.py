"""Who opened this dossier: the lines of the read log that the reader of a zaak may know. Reads only."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from toegang.models import Actor, Inzage, Zaak
from toegang.rechten import VOOR_DE_FG, Laag, Recht, Rol
from toegang.samenvoegen import van_deze_persoon
from toegang.vaste_vraag import vaste_vraag

PER = 25
GEEN = "-"  # no ground at all
LAATSTE = 2**63 - 1  # no line of the log comes after it
VELDEN = ("pk", "om", "wie", "rollen", "scherm", "actie", "laag", "grond", "uitkomst", "nood")
SCHERMEN = {
    "zaak": "het overzicht", "dossier": "het overzicht", "zaken": "een lijst", "mijn_werk": "een lijst",
    "werkvoorraad": "een lijst", "tijdlijn": "de tijdlijn", "wie_keek": "wie keek", "wie_mag": "wie mag kijken",
    "historie": "de wijzigingen", "document": "een document", "bsn": "het BSN", "brief": "een brief",
    "brp_zoeken": "een vraag aan de BRP", "brp_verversen": "een vraag aan de BRP",
    "brp_wijziging": "de gegevens uit de BRP", "noodinzage": "zoeken voor noodinzage", "zoeken": "een zoekvraag",
    "termijnen": "de termijnen", "zaak_wet": "de wet van de zaak", "zaak_heropenen": "de zaak",
    "veiligheid": "het dossier",  # who shares the house may one day read this list: it says no more
}  # fmt: skip
ROLLEN = {rol.value: rol.label.lower() for rol in Rol}
LAGEN = {laag.value: laag.label.lower() for laag in Laag}


@dataclass(frozen=True)
class Keek:
    """One line: when, who looked at what and why; what did not go as usual stands apart."""

    om: datetime.datetime
    zin: str
    mislukt: str = ""
    nood: bool = False


def wie_keek(zaak: Zaak, lezer: Actor, na: int | None = None) -> tuple[list[Keek], int | None]:
    """The newest lines, or those that follow on line `na`; and the last of them when there are more."""
    personen, na = van_deze_persoon(zaak), LAATSTE if na is None else na
    if len(personen) == 1:
        rijen = _gekeken(
            lezer=lezer,
            inwoner=personen[0],
            zaak=zaak.pk,
            dossier=zaak.dossier_id,
            na=na,
            niet=_niet_voor(lezer),
        )
    else:
        rijen = list(_regels(lezer, personen, zaak.pk, zaak.dossier_id, na, _niet_voor(lezer)))
    return [_keek(rij) for rij in rijen[:PER]], rijen[PER - 1].pk if len(rijen) > PER else None


@vaste_vraag
def _gekeken(lezer, inwoner: UUID, zaak: UUID, dossier: UUID, na: int, niet: str) -> QuerySet:
    return _regels(lezer, [inwoner], zaak, dossier, na, niet)


def _niet_voor(lezer: Actor) -> str:
    """The ground whose lines this reader does not get: that a supervisor looks is for the FG alone."""
    return GEEN if lezer.rechten.heeft_rol(Rol.FUNCTIONARIS_GEGEVENSBESCHERMING) else VOOR_DE_FG.value


def _regels(lezer, personen: list[UUID], zaak: UUID, dossier: UUID, na: int, niet: str) -> QuerySet:
    """Not those of the zaken of this inwoner that the reader may not see, nor of the ground that is not for him."""
    van_dossier = Zaak.objects.filter(dossier=dossier)
    zichtbaar = van_dossier.voor(lezer, Recht.INHOUD_INZIEN)
    andere = van_dossier.exclude(pk=zaak).exclude(pk__in=zichtbaar.values("pk"))
    regels = Inzage.objects.filter(inwoner__in=personen, pk__lt=na).exclude(zaak__in=andere.values("pk"))
    regels = regels.exclude(grond=niet)
    return regels.order_by("-pk").values_list(*VELDEN, named=True)[: PER + 1]


def scherm_in_woorden(scherm: str) -> str:
    """What was looked at."""
    return SCHERMEN.get(scherm, scherm.replace("_", " "))


def _keek(rij) -> Keek:
    als = ", ".join(ROLLEN[rol] for rol in rij.rollen.split(",") if rol in ROLLEN)
    delen = [
        f"{rij.wie}{f' ({als})' if als else ''} – {scherm_in_woorden(rij.scherm)}",
        *([rij.actie] if rij.actie != "inzien" else []),
        LAGEN.get(rij.laag, rij.laag),
    ]
    zin = ", ".join(delen) + (f". Reden: {rij.grond}" if rij.grond else "")
    return Keek(rij.om, zin, "" if rij.uitkomst == "gelukt" else rij.uitkomst.capitalize(), rij.nood)
