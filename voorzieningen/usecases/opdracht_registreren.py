"""A referral or order came in: help begins without a besluit (Jeugdwet art. 2.6 lid 1 onder e, 2.4 lid 2 onder b)."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import cast

from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.opmaak import datum
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen, toewijsregels
from voorzieningen.models import (
    Aanbieder,
    Contract,
    Grondslag,
    Grondslagdocument,
    Indicatie,
    Product,
    Tarief,
    Verwijzer,
    Vorm,
)
from voorzieningen.opdrachtregels import Document, Weigering, waarom_geen_opdracht, wat_document_weigert
from voorzieningen.permissions import check_mag_uitvoeren
from voorzieningen.regels import GeenPrijs, heronderzoek_dag, naar_eenheid
from voorzieningen.statussen import IndicatieStatus
from voorzieningen.usecases.indicatie_voorstellen import weigeren
from voorzieningen.usecases.indicaties_toekennen import begin_laten_lopen
from voorzieningen.usecases.ladder_stoppen import bij_vervolg
from voorzieningen.usecases.levering_openen import levering_openen


@transaction.atomic
def opdracht_registreren(
    *,
    zaak_id,
    grondslag: str,
    document: Document,
    product_id,
    aanbieder_id,
    ingangsdatum: datetime.date,
    einddatum: datetime.date | None,
    door: Actor,
    vandaag: datetime.date,
    volume: Decimal | None = None,
    eenheid: str = "",
    frequentie: str = "",
    resultaat: str = "",
) -> Indicatie:
    """Granted by the paper itself: no rungs, no besluit. Without volume only when the product is task-funded."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.UITVOERING_INZIEN)
    check_mag_uitvoeren(zaak, door)
    if waarom := waarom_geen_opdracht(zaak.wet, zaak.is_open):
        raise OngeldigeOvergang(waarom)
    product, aanbieder = Product.objects.get(pk=product_id), Aanbieder.objects.get(pk=aanbieder_id)
    tarief = Tarief.objects.filter(product=product).op(ingangsdatum).first()
    weigeren(
        [
            *wat_document_weigert(grondslag, document, vandaag),
            *_periode(zaak, product, aanbieder, ingangsdatum, einddatum, frequentie),
            *_omvang(product, grondslag, volume, eenheid, frequentie, tarief),
        ]
    )
    if volume is None:
        eenheid = frequentie = ""
    indicatie = Indicatie(
        zaak=zaak, dossier_id=zaak.dossier_id, grondslag=Grondslag(grondslag), product=product, vorm=Vorm.NATURA,
        aanbieder=aanbieder, volume=volume, eenheid=eenheid, frequentie=frequentie, ingangsdatum=ingangsdatum,
        einddatum=cast(datetime.date, einddatum), tarief=tarief.bedrag if tarief else Decimal(0),
        tarief_eenheid=tarief.eenheid if tarief else product.eenheid,
        resultaat=resultaat or product.wat or product.naam, status=IndicatieStatus.TOEGEKEND, voorgesteld_op=vandaag,
        stapelbaar=product.categorie in toewijsregels.STAPELBAAR,
        heronderzoek_op=heronderzoek_dag(ingangsdatum, cast(datetime.date, einddatum)),
    ).bewaren(door=door, reden="vastgelegd op een verwijzing of bepaling")  # fmt: skip
    document_bewaren(indicatie, document, door=door)
    levering_openen(indicatie, door=door, vandaag=vandaag)
    gebeurtenissen.opdracht_geregistreerd(indicatie, door=door, op=vandaag)
    bij_vervolg(indicatie, door=door)
    if ingangsdatum <= vandaag:
        begin_laten_lopen(indicatie, door=door)
    return indicatie


def document_bewaren(indicatie: Indicatie, d: Document, *, door: Actor) -> Grondslagdocument:
    """The paper the help rests on, or goes on by."""
    return Grondslagdocument(
        indicatie=indicatie, verwijzer=Verwijzer(d.verwijzer), naam=d.naam.strip(), agb=d.agb,
        gedateerd_op=d.gedateerd_op, kenmerk=d.kenmerk.strip(), ontvangen_op=d.ontvangen_op,
    ).bewaren(door=door, reden="verwijzing of bepaling vastgelegd")  # fmt: skip


def _omvang(
    product: Product,
    grondslag: str,
    volume: Decimal | None,
    eenheid: str,
    frequentie: str,
    tarief: Tarief | None,
) -> Iterable[Weigering]:
    if zin := toewijsregels.zonder_omvang(volume, product.bekostiging, grondslag):
        yield "volume", zin
    if volume is None:
        return
    if volume <= 0:
        yield "volume", "Vul een omvang in die groter is dan 0."
    if not eenheid:
        yield "eenheid", "Kies een eenheid bij de omvang."
    if not frequentie:
        yield "frequentie", "Kies hoe vaak."
    if tarief is None:
        yield (
            "product",
            "Er is geen tarief bekend op de eerste dag. Vraag de contractbeheerder om het tarief.",
        )
    elif eenheid:
        try:
            naar_eenheid(Decimal(volume), eenheid, tarief.eenheid)
        except GeenPrijs as fout:
            yield "eenheid", str(fout)


def _periode(
    zaak: Zaak, product: Product, aanbieder: Aanbieder, begin: datetime.date, einde: datetime.date | None,
    frequentie: str,
) -> Iterable[Weigering]:  # fmt: skip
    if product.wet != zaak.wet:
        yield "product", f"Dit product hoort niet bij de {zaak.get_wet_display()}. Kies een ander product."
    elif not Product.objects.op(begin).filter(pk=product.pk).exists():
        yield "product", f"Dit product bestaat niet op {datum(begin)}. Kies een ander product."
    if zin := toewijsregels.week_zonder_einde(frequentie, einde):
        yield "einddatum", zin
    elif einde is None:
        yield "einddatum", "Vul de einddatum in. Zonder einddatum ziet niemand dat de hulp afloopt."
    elif einde < begin:
        yield "einddatum", f"De einddatum moet op of na {datum(begin)} liggen."
    if not Contract.objects.filter(aanbieder=aanbieder, product=product).op(begin).exists():
        yield (
            "aanbieder",
            f"Deze aanbieder heeft op {datum(begin)} geen contract voor dit product. Kies een andere.",
        )
    geldend = list(
        Indicatie.objects.geldend().filter(dossier_id=zaak.dossier_id, product=product).order_by("pk")
    )
    if zin := toewijsregels.natura_naast_pgb(Vorm.NATURA, begin, einde, geldend):
        yield "product", zin
    elif zin := toewijsregels.gestapeld(product.categorie, begin, einde, geldend):
        yield "ingangsdatum", zin
    zelfde = [i for i in geldend if i.aanbieder_id == aanbieder.pk and i.grondslag in toewijsregels.OPDRACHT]
    if zin := toewijsregels.liever_verlengen(begin, zelfde):
        yield "ingangsdatum", zin
