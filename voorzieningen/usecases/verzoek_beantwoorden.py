"""The answer to a provider: an order on help that was granted, or a refusal with its reason (iWmo/iJw 319)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, TermijnSoort
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import klok, taken
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen
from voorzieningen.models import Indicatie, Levering, Toewijzingsverzoek
from voorzieningen.permissions import check_mag_uitvoeren
from voorzieningen.usecases.levering_toewijzen import levering_toewijzen
from voorzieningen.usecases.verzoek_registreren import TAAK, termijn_beginnen

Antwoord = Toewijzingsverzoek.Antwoord


@transaction.atomic
def verzoek_toewijzen(*, verzoek_id, indicatie_id, door: Actor, vandaag: datetime.date) -> Toewijzingsverzoek:
    """On help of this provider and product only; ordered at once when nobody had."""
    verzoek = _vergrendeld(verzoek_id, door)
    if (verzoek.antwoord, verzoek.indicatie_id) == (Antwoord.TOEGEWEZEN, indicatie_id):
        return verzoek
    _check_open(verzoek)
    indicatie = waarop(verzoek).filter(pk=indicatie_id).first()
    if indicatie is None:
        raise ValidationError(
            {"indicatie": "Kies hulp die aan deze inwoner is toegekend, bij deze aanbieder"}
        )
    if not Levering.objects.filter(indicatie=indicatie, toegewezen_op__isnull=False).exists():
        levering_toewijzen(indicatie_id=indicatie.pk, toegewezen_op=vandaag, door=door, vandaag=vandaag)
    verzoek.antwoord, verzoek.indicatie = Antwoord.TOEGEWEZEN, indicatie
    return _beantwoord(verzoek, door=door, vandaag=vandaag)


@transaction.atomic
def verzoek_afwijzen(*, verzoek_id, reden: str, door: Actor, vandaag: datetime.date) -> Toewijzingsverzoek:
    """The provider reads the reason."""
    verzoek = _vergrendeld(verzoek_id, door)
    if (verzoek.antwoord, verzoek.reden) == (Antwoord.AFGEWEZEN, reden.strip()):
        return verzoek
    _check_open(verzoek)
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom u het verzoek afwijst"})
    verzoek.antwoord, verzoek.reden = Antwoord.AFGEWEZEN, reden.strip()
    return _beantwoord(verzoek, door=door, vandaag=vandaag)


def waarop(verzoek: Toewijzingsverzoek):
    """Help that was granted to this person, of this product and provider: what an order can rest on."""
    return (
        Indicatie.objects.geldend()
        .filter(zaak=verzoek.zaak_id, product=verzoek.product_id, aanbieder=verzoek.aanbieder_id)
        .select_related("product")
        .order_by("-ingangsdatum", "pk")
    )


def _vergrendeld(verzoek_id, door: Actor) -> Toewijzingsverzoek:
    gezien = Toewijzingsverzoek.objects.voor(door, Recht.PROCES_INZIEN)
    zaak_id = gezien.values_list("zaak_id", flat=True).get(pk=verzoek_id)
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.UITVOERING_INZIEN)
    check_mag_uitvoeren(zaak, door)
    verzoek = Toewijzingsverzoek.objects.vergrendelen(verzoek_id)
    verzoek.zaak = zaak
    return verzoek


def _check_open(verzoek: Toewijzingsverzoek) -> None:
    if verzoek.antwoord:
        raise OngeldigeOvergang(f"Dit verzoek is al beantwoord: {verzoek.get_antwoord_display().lower()}.")


def _beantwoord(verzoek: Toewijzingsverzoek, *, door: Actor, vandaag: datetime.date) -> Toewijzingsverzoek:
    verzoek.beantwoord_op = vandaag
    verzoek.bewaren(door=door, reden=f"verzoek {verzoek.antwoord}")
    gebeurtenissen.verzoek_beantwoord(verzoek, door=door)
    taken.afhandelen(TAAK, verzoek.pk, door=door)
    zaak = verzoek.zaak
    klok.halen(zaak, TermijnSoort.VERZOEK_AANBIEDER, vandaag, door=door, met="verzoek beantwoord")
    termijn_beginnen(zaak, door=door)
    zaak.bewaren(door=door, reden="verzoek van een aanbieder beantwoord")
    return verzoek
