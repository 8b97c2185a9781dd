"""The answer to a provider: an order on help that was granted, a refusal, or that we look into it (iWmo/iJw 319)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import feestdagentabel
from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.termijnen import einde_van
from toegang.termijnregels import VERZOEK_IN_ONDERZOEK_OP346
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen
from voorzieningen.models import Indicatie, Levering, Toewijzingsverzoek
from voorzieningen.permissions import check_mag_uitvoeren
from voorzieningen.usecases.levering_toewijzen import levering_toewijzen
from voorzieningen.usecases.verzoek_registreren import TAAK
from voorzieningen.usecases.verzoektermijn import kenmerk, termijn_bijwerken

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
    besteld = Levering.objects.filter(indicatie=indicatie, toegewezen_op__isnull=False, gestopt_op=None)
    if not besteld.exists():  # a mistake is ordered anew; what stopped is refused in words
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


@transaction.atomic
def verzoek_in_onderzoek(*, verzoek_id, door: Actor, vandaag: datetime.date) -> Toewijzingsverzoek:
    """A first answer within the five days; the last one comes within eight weeks after the request (OP346)."""
    verzoek = _vergrendeld(verzoek_id, door)
    if verzoek.in_onderzoek_op:
        return verzoek
    _check_open(verzoek)
    zaak, klaar = verzoek.zaak, kenmerk(verzoek.zaak, verzoek)
    feestdagentabel.actueel()
    verzoek.in_onderzoek_op = vandaag
    verzoek.uiterlijk_op = einde_van(verzoek.ontvangen_op, VERZOEK_IN_ONDERZOEK_OP346)
    verzoek.bewaren(door=door, reden="verzoek in onderzoek")
    gebeurtenissen.verzoek_in_onderzoek(verzoek, door=door)
    taken.verzetten(TAAK, verzoek.pk, verzoek.uiterlijk_op, door=door)
    termijn_bijwerken(zaak, door=door, vandaag=vandaag, klaar=klaar)
    zaak.bewaren(door=door, reden="verzoek van een aanbieder in onderzoek")
    return verzoek


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
    zaak, klaar = verzoek.zaak, kenmerk(verzoek.zaak, verzoek)
    verzoek.beantwoord_op = vandaag
    verzoek.bewaren(door=door, reden=f"verzoek {verzoek.antwoord}")
    gebeurtenissen.verzoek_beantwoord(verzoek, door=door)
    taken.afhandelen(TAAK, verzoek.pk, door=door)
    termijn_bijwerken(zaak, door=door, vandaag=vandaag, klaar=klaar)
    zaak.bewaren(door=door, reden="verzoek van een aanbieder beantwoord")
    return verzoek
