"""What an inwoner says about being reached and visited, and of who is not in the BRP the name and address."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from toegang.models import Actor, Brief, Inwoner, VeiligContact
from toegang.namen import voorletters_van
from toegang.statussen import BriefStatus
from toegang.usecases.brief_klaarzetten import aanhouden
from toegang.usecases.brieven_omadresseren import brieven_omadresseren
from toegang.usecases.inwoner_ophalen import inwoner_vergrendelen
from toegang.veilig_contact import waarheen

BEREIK = (
    "telefoon", "e_mail", "bereik", "veilig_contact", "veilig_contact_post", "veilig_adres", "let_op_bij_bezoek",
    "tolk", "slechthorend", "grote_letters",
)  # fmt: skip
GEVOELIG = ("let_op_reden",)
VAN_DE_BRP = (
    "voornamen", "voorvoegsel", "geslachtsnaam", "geslacht", "geboren", "straat", "huisnummer", "huisletter",
    "toevoeging", "postcode", "woonplaats",
)  # fmt: skip
BRP_WEET_HET = "Deze gegevens komen uit de BRP. Klopt er iets niet? Meld het bij de afdeling Burgerzaken."


@transaction.atomic
def inwoner_wijzigen(
    *, inwoner_id, door: Actor, vandaag: datetime.date, versie: int | None = None, **velden
) -> Inwoner:
    """Save what differs; letters that wait go along: to the other address, or on hold until there was overleg."""
    inwoner, recht = inwoner_vergrendelen(inwoner_id, door=door)
    inwoner.check_versie(versie)
    if inwoner.bron == "brp" and any(naam in VAN_DE_BRP for naam in velden):
        raise PermissionDenied(BRP_WEET_HET)
    if not recht.gevoelig and any(naam in GEVOELIG for naam in velden):
        raise PermissionDenied("Waarom u moet opletten, schrijft de regisseur op.")
    if onbekend := set(velden) - {*BEREIK, *GEVOELIG, *VAN_DE_BRP}:
        raise TypeError(f"geen velden van een persoon: {sorted(onbekend)}")
    _check(velden)
    oud = waarheen(inwoner), inwoner.adresregel, inwoner.postcode
    anders = {naam: waarde for naam, waarde in velden.items() if getattr(inwoner, naam) != waarde}
    if not anders:
        return inwoner
    for naam, waarde in anders.items():
        setattr(inwoner, naam, waarde)
    if "voornamen" in anders:
        inwoner.voorletters = voorletters_van(inwoner.voornamen)
    inwoner.bewaren(door=door, reden="persoonsgegevens gewijzigd")
    if (waarheen(inwoner), inwoner.adresregel, inwoner.postcode) != oud:
        wachtende_brieven(inwoner, door=door, vandaag=vandaag)
    return inwoner


def _check(velden: dict) -> None:
    ander = velden.get("veilig_contact_post") == VeiligContact.ANDER_ADRES
    if ander and len(velden.get("veilig_adres") or ()) < 2:
        raise ValidationError(
            {"veilig_adres": "Vul de straat en de postcode met plaats in, elk op een regel"}
        )


def wachtende_brieven(inwoner: Inwoner, *, door: Actor, vandaag: datetime.date) -> None:
    """Letters that were not sent go to the address of now, or on hold until there was overleg."""
    weigering = waarheen(inwoner).weigering
    if not weigering:
        brieven_omadresseren(inwoner=inwoner, door=door, vandaag=vandaag)
        return
    wachten = Brief.objects.filter(
        zaak__dossier__inwoner=inwoner, status__in=(BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT)
    )
    for brief in wachten.select_for_update(of=("self",), no_key=True).order_by("pk"):
        aanhouden(brief, weigering, door=door)
