"""Propose help: product, extent, form, provider, period and price."""

import datetime
from decimal import Decimal
from typing import cast

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen
from voorzieningen.models import Aanbieder, Contract, Eenheid, Grondslag, Indicatie, Product, Tarief
from voorzieningen.permissions import check_mag_voorstellen, waarom_niet_voorstellen
from voorzieningen.regels import Bestaand, GeenPrijs, Voorstel, naar_eenheid, weigeringen
from voorzieningen.statussen import IndicatieStatus
from voorzieningen.toewijsregels import STAPELBAAR
from voorzieningen.usecases.ladder_stoppen import bij_vervolg
from wijkteams.consultlezen import waarom_eerst_ergotherapie
from wijkteams.models import Actie


@transaction.atomic
def indicatie_voorstellen(
    *,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    product_id,
    vorm: str,
    volume: Decimal,
    eenheid: str,
    frequentie: str,
    ingangsdatum: datetime.date,
    einddatum: datetime.date | None,
    resultaat: str,
    aanbieder_id=None,
    actie_id=None,
    pgb_beheerder: str = "",
    pgb_motivering: str = "",
    pgb_kwaliteit: str = "",
    advies_van: str = "",
    advies_op: datetime.date | None = None,
    advies: str = "",
    grondslag: str = Grondslag.BESLUIT,
) -> Indicatie:
    """Volume, unit and frequency on every line (CRvB 2018); refused in words. Raises ValidationError by field.

    `grondslag` spoed: temporary help (2.3.3), which can be proposed before the onderzoek.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_mag_voorstellen(zaak)
    if reden := waarom_niet_voorstellen(zaak, grondslag):
        raise OngeldigeOvergang(reden)
    product = Product.objects.get(pk=product_id)
    aanbieder = Aanbieder.objects.get(pk=aanbieder_id) if aanbieder_id and vorm == "natura" else None
    tarief = Tarief.objects.filter(product=product).op(ingangsdatum).first()
    voorstel = Voorstel(
        vorm=vorm, categorie=product.categorie, frequentie=frequentie, ingangsdatum=ingangsdatum, einddatum=einddatum,
        aanbieder_gekozen=aanbieder is not None,
        contract_op_begin=aanbieder is not None
        and Contract.objects.filter(aanbieder=aanbieder, product=product).op(ingangsdatum).exists(),
        tarief_bekend=tarief is not None or eenheid == Eenheid.EURO,
        product_op_begin=Product.objects.op(ingangsdatum).filter(pk=product.pk).exists(),
        ergotherapie_vooraf=product.ergotherapie_vooraf, advies_van=advies_van,
        pgb_beheerder=pgb_beheerder, pgb_motivering=pgb_motivering, pgb_kwaliteit=pgb_kwaliteit,
        bestaand=_bestaand(zaak.dossier_id, product),
    )  # fmt: skip
    andere = _andere_fouten(zaak, product, volume, eenheid, tarief, advies_van, advies_op)
    weigeren([*weigeringen(voorstel), *andere])
    pgb = vorm == "pgb"
    indicatie = Indicatie(
        zaak=zaak, dossier_id=zaak.dossier_id, actie=_actie(zaak, actie_id), product=product, vorm=vorm,
        aanbieder=aanbieder, volume=volume, eenheid=eenheid, frequentie=frequentie, ingangsdatum=ingangsdatum,
        einddatum=cast(datetime.date, einddatum), tarief=tarief.bedrag if tarief else Decimal(1),
        tarief_eenheid=tarief.eenheid if tarief else eenheid, resultaat=resultaat,
        pgb_beheerder=pgb_beheerder if pgb else "", pgb_motivering=pgb_motivering if pgb else "",
        pgb_kwaliteit=pgb_kwaliteit if pgb else "", advies_van=advies_van, advies_op=advies_op, advies=advies,
        voorgesteld_op=vandaag, grondslag=Grondslag(grondslag), stapelbaar=product.categorie in STAPELBAAR,
    ).bewaren(door=door, reden="hulp voorgesteld")  # fmt: skip
    gebeurtenissen.indicatie_voorgesteld(indicatie, door=door)
    bij_vervolg(indicatie, door=door)
    return indicatie


def _bestaand(dossier_id, product: Product) -> tuple[Bestaand, ...]:
    telt = (IndicatieStatus.VOORGESTELD, IndicatieStatus.TOEGEKEND, IndicatieStatus.LOPEND)
    rijen = Indicatie.objects.filter(dossier_id=dossier_id, product=product, status__in=telt).order_by("pk")
    return tuple(
        Bestaand(r.vorm, r.ingangsdatum, r.einddatum, r.status != IndicatieStatus.VOORGESTELD) for r in rijen
    )


def _andere_fouten(zaak, product, volume, eenheid, tarief, advies_van, advies_op):
    if product.wet != zaak.wet:
        yield "product", f"Dit product hoort niet bij de {zaak.get_wet_display()}. Kies een ander product."
    if product.ergotherapie_vooraf and (eerst := waarom_eerst_ergotherapie(zaak)):
        yield "product", eerst
    if volume <= 0:
        yield "volume", "Vul een omvang in die groter is dan 0."
    if tarief is not None and eenheid != Eenheid.EURO:
        try:
            naar_eenheid(Decimal(volume), eenheid, tarief.eenheid)
        except GeenPrijs as fout:
            yield "eenheid", str(fout)
    if advies_van and advies_op is None:
        yield "advies_op", "Vul de datum van het advies in."
    if advies_op is not None and not advies_van:
        yield "advies_van", "Vul in van wie het advies is."


def weigeren(gevonden) -> None:
    """All refusals at once, by field; the first sentence of each field is the one that is shown."""
    fouten: dict[str, list[str]] = {}
    for veld, zin in gevonden:
        fouten.setdefault(veld, []).append(zin)
    if fouten:
        raise ValidationError(fouten)


def _actie(zaak, actie_id) -> Actie | None:
    """The action of the plan it carries out: one that asks for maatwerk, of a goal of this zaak."""
    if not actie_id:
        return None
    actie = Actie.objects.filter(pk=actie_id, soort=Actie.Soort.MAATWERK, doel__doelzaken__zaak=zaak).first()
    if actie is None:
        raise ValidationError({"actie": ["Kies een actie uit het plan van deze inwoner."]})
    return actie
