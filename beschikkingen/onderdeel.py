"""What this room adds to the dossier page: the next step of the besluit, what holds a zaak open, its letters."""

from django.db.models import Exists, OuterRef

from beschikkingen.models import Besluit, Besluitregel
from beschikkingen.permissions import OPSTELLEN_IN
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.ingebrekestelling_registreren import dwangsom_stoppen
from toegang.feiten import als, rijen
from toegang.models import Aanvraag
from toegang.onderdelen import Menuregel, Onderdeel, Stap
from toegang.rechten import Recht, Rol
from toegang.statussen import AanvraagStatus, ZaakStatus

VIA_ZAAK = "zaak__dossier__inwoner"
VIA_BESLUIT = "besluit__zaak__dossier__inwoner"


FEITEN = {
    "feit_besluiten": rijen(
        Besluit.objects.filter(zaak=OuterRef("pk"))
        .exclude(status=BesluitStatus.VERZONDEN)
        .exclude(aanvraag__status=AanvraagStatus.INGETROKKEN)
        .order_by("opgesteld_op", "pk"),
        "status",
    ),
    "feit_open_aanvraag": Exists(Aanvraag.objects.filter(zaak=OuterRef("pk"), status=AanvraagStatus.OPEN)),
}


def nu_te_doen(lezer, zaak) -> list[Stap]:
    """Draw it up, finish it, or plan its letter."""
    if zaak.status not in OPSTELLEN_IN:
        return []
    open_ = als(Besluit, zaak.feit_besluiten)
    stappen = []
    for besluit in open_:
        if besluit.status == BesluitStatus.ONDERTEKEND and lezer.rechten.heeft_rol(Rol.ADMINISTRATIE):
            stappen.append(Stap("Besluit versturen", "beschikkingen:verzenden", besluit.pk))
        elif zaak.mag(Recht.INHOUD_BEWERKEN):
            wat = "afmaken" if besluit.status == BesluitStatus.CONCEPT else "bekijken"
            stand = "" if wat == "afmaken" else f" ({BesluitStatus(besluit.status).label.lower()})"
            stappen.append(Stap(f"Besluit {wat}{stand}", "beschikkingen:besluit", besluit.pk))
    aan_de_beurt = zaak.feit_open_aanvraag or zaak.status == ZaakStatus.BESLUITVORMING
    if not open_ and aan_de_beurt and zaak.mag(Recht.INHOUD_BEWERKEN):
        stappen.append(Stap("Besluit opstellen", "beschikkingen:besluiten", zaak.pk, volgorde=80))
    desk = lezer.rechten.heeft_rol(Rol.ADMINISTRATIE) and not zaak.mag(Recht.INHOUD_BEWERKEN)
    if not open_ and desk and zaak.status == ZaakStatus.BESLUITVORMING and zaak.feit_open_aanvraag:
        stappen.append(Stap("Besluit opstellen", "beschikkingen:standaard", zaak.pk, volgorde=80))
    return stappen


def blokkeert_sluiten(zaak) -> list[str]:
    """A besluit that is drawn up and was not sent, while its aanvraag still asks for one."""
    open_ = Besluit.objects.filter(zaak=zaak).exclude(status=BesluitStatus.VERZONDEN)
    if open_.filter(aanvraag__status=AanvraagStatus.OPEN).exclude(status=BesluitStatus.CONCEPT).exists():
        return ["Er is een besluit onderweg dat nog niet is verzonden. Haal het eerst terug."]
    return []


def blokkeert_intrekken(aanvraag) -> list[str]:
    """A besluit on this aanvraag that left the draft; a draft itself is not sent any more (the gate)."""
    onderweg = Besluit.objects.filter(aanvraag=aanvraag).exclude(status=BesluitStatus.CONCEPT)
    if onderweg.exists():
        return ["Het besluit op deze aanvraag is al onderweg. Haal het eerst terug."]
    return []


def bij_intrekken(*, aanvraag, door, vandaag) -> None:
    """Nothing is left to be late with."""
    dwangsom_stoppen(aanvraag.zaak, vandaag, door=door, aanvraag_id=aanvraag.pk)


def te_beeindigen(zaak) -> list[Stap]:
    """A besluit that was not sent."""
    open_ = Besluit.objects.filter(zaak=zaak).exclude(status=BesluitStatus.VERZONDEN)
    if not open_.exclude(aanvraag__status=AanvraagStatus.INGETROKKEN).exists():
        return []
    return [Stap("Besluit dat nog niet weg is", "beschikkingen:besluiten", zaak.pk, volgorde=70)]


def waarom_vast(indicatie) -> str:
    """A proposal in a besluit that left the draft cannot be withdrawn (the registry of voorzieningen)."""
    vast = Besluitregel.objects.filter(indicatie=indicatie).exclude(
        besluit__status__in=[BesluitStatus.CONCEPT, BesluitStatus.VERZONDEN]
    )
    if vast.exists():
        return "Deze hulp staat in een besluit dat onderweg is. Haal dat besluit eerst terug."
    return ""


ONDERDEEL = Onderdeel(
    naam="beschikkingen",
    persoonsgegevens={
        "beschikkingen.Besluit": VIA_ZAAK,
        "beschikkingen.Besluitregel": VIA_BESLUIT,
        "beschikkingen.Besluitreden": VIA_BESLUIT,
        "beschikkingen.Toetsopmerking": VIA_BESLUIT,
        "beschikkingen.Zienswijze": VIA_BESLUIT,
        "beschikkingen.Bezwaar": VIA_ZAAK,
        "beschikkingen.Beroep": VIA_ZAAK,
        "beschikkingen.Ingebrekestelling": VIA_ZAAK,
    },
    blokkeert_sluiten=blokkeert_sluiten,
    blokkeert_intrekken=blokkeert_intrekken,
    bij_intrekken=bij_intrekken,
    feiten=FEITEN,
    nu_te_doen=nu_te_doen,
    te_beeindigen=te_beeindigen,
    menu=(Menuregel("Besluiten", "beschikkingen:besluiten", Recht.PROCES_INZIEN, volgorde=60),),
)
