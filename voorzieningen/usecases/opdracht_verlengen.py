"""A new referral or order for help that runs: the same order goes on (iWmo/iJw OP380)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.opmaak import datum
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from voorzieningen.models import Contract, Indicatie
from voorzieningen.opdrachtregels import Document, waarom_niet_verlengen, wat_document_weigert
from voorzieningen.permissions import GELDEND, check_mag_uitvoeren
from voorzieningen.toewijsregels import gestapeld
from voorzieningen.usecases.indicatie_laten_aflopen import indicatie_vergrendelen
from voorzieningen.usecases.indicatie_verlengen import indicatie_verlengen
from voorzieningen.usecases.indicatie_voorstellen import weigeren
from voorzieningen.usecases.opdracht_registreren import document_bewaren


@transaction.atomic
def opdracht_verlengen(
    *, indicatie_id, einddatum: datetime.date, document: Document, door: Actor, vandaag: datetime.date,
    versie: int | None = None,
) -> Indicatie:  # fmt: skip
    """Its number stays; what rests on a besluit is only lengthened by another."""
    indicatie = indicatie_vergrendelen(indicatie_id, door=door, recht=Recht.UITVOERING_INZIEN)
    check_mag_uitvoeren(indicatie.zaak, door)
    if indicatie.einddatum == einddatum:
        return indicatie
    indicatie.check_versie(versie)
    if waarom := waarom_niet_verlengen(indicatie.grondslag, indicatie.status in GELDEND):
        raise OngeldigeOvergang(waarom)
    weigeren(wat_document_weigert(indicatie.grondslag, document, vandaag))
    volgende = indicatie.einddatum + datetime.timedelta(days=1)
    contract = Contract.objects.filter(aanbieder=indicatie.aanbieder_id, product=indicatie.product_id)
    if not contract.op(volgende).exists():
        raise ValidationError(
            {"einddatum": f"Deze aanbieder heeft na {datum(indicatie.einddatum)} geen contract meer."}
        )
    andere = Indicatie.objects.geldend().filter(
        dossier_id=indicatie.dossier_id, product_id=indicatie.product_id
    )
    if not indicatie.stapelbaar and (
        zin := gestapeld("", volgende, einddatum, andere.exclude(pk=indicatie.pk))
    ):
        raise ValidationError({"einddatum": zin})
    verlengd = indicatie_verlengen(indicatie_id=indicatie.pk, einddatum=einddatum, door=door, vandaag=vandaag)
    document_bewaren(verlengd, document, door=door)
    return verlengd
