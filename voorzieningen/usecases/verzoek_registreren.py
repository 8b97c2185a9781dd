"""A provider asks for an order (iWmo/iJw 315), by message or on paper: written down, with its term and its task."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import feestdagentabel
from toegang.models import Actor
from toegang.rechten import Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.termijnen import werkdagen_na
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen
from voorzieningen.models import Aanbieder, Product, Toewijzingsverzoek
from voorzieningen.permissions import check_mag_uitvoeren
from voorzieningen.toewijsregels import WERKDAGEN
from voorzieningen.usecases.verzoektermijn import termijn_bijwerken

TAAK = "verzoek_aanbieder"


@transaction.atomic
def verzoek_registreren(
    *, zaak_id, aanbieder_id, product_id, weg: str, ontvangen_op: datetime.date, gewenst_vanaf_op: datetime.date,
    door: Actor, vandaag: datetime.date, omvang: str = "", referentie: str = "", toelichting: str = "",
) -> Toewijzingsverzoek:  # fmt: skip
    """Answered within five working days after it came in (OP274); the same open request is given back."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.UITVOERING_INZIEN)
    check_mag_uitvoeren(zaak, door)
    aanbieder, product = Aanbieder.objects.get(pk=aanbieder_id), Product.objects.get(pk=product_id)
    if product.wet != zaak.wet:
        raise ValidationError({"product": f"Dit product hoort niet bij de {zaak.get_wet_display()}"})
    if ontvangen_op > vandaag:
        raise ValidationError({"ontvangen_op": "Deze dag ligt na vandaag"})
    al = Toewijzingsverzoek.objects.filter(
        zaak=zaak, aanbieder=aanbieder, product=product, antwoord=""
    ).first()
    if al is not None:
        if al.gewenst_vanaf_op == gewenst_vanaf_op:
            return al
        raise OngeldigeOvergang(
            "Er is al een verzoek van deze aanbieder voor deze hulp. Beantwoord dat eerst."
        )
    feestdagentabel.actueel()
    verzoek = Toewijzingsverzoek(
        zaak=zaak, aanbieder=aanbieder, product=product, weg=Toewijzingsverzoek.Weg(weg), ontvangen_op=ontvangen_op,
        gewenst_vanaf_op=gewenst_vanaf_op, uiterlijk_op=werkdagen_na(ontvangen_op, WERKDAGEN), omvang=omvang,
        referentie=referentie, toelichting=toelichting,
    ).bewaren(door=door, reden="verzoek van een aanbieder")  # fmt: skip
    gebeurtenissen.verzoek_ontvangen(verzoek, door=door)
    naar = zaak.regisseur if zaak.afgeschermd else None  # the desk does not see what is shielded
    taken.klaarzetten(
        TAAK, "Een aanbieder vraagt om een toewijzing. Beantwoord het verzoek.", door=door, medewerker=naar,
        rol="" if naar else Rol.ADMINISTRATIE, uiterlijk=verzoek.uiterlijk_op, adres="voorzieningen:verzoek",
        adres_pk=verzoek.pk, zaak=zaak, nieuw=True,
    )  # fmt: skip
    termijn_bijwerken(zaak, door=door, vandaag=vandaag)
    zaak.bewaren(door=door, reden="verzoek van een aanbieder")
    return verzoek
