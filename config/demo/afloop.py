"""Help that ends: some pieces on each rung of the reminder ladder, in the demo; one that went on, one that may end."""

import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from config.demo.archief import archiefkopie
from config.demo.ploeg import Ploeg
from toegang.models import Brief, Zaak
from toegang.moment import op_moment
from toegang.rechten import Rol
from toegang.statussen import BriefStatus, ZaakStatus
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.usecases.heronderzoek_openen import heronderzoek_openen, wat_heronderzoek_weigert
from voorzieningen.models import Aanbieder, Contract, Herinnering, Indicatie, Product, Tarief
from voorzieningen.statussen import IndicatieStatus
from voorzieningen.usecases.herinneringen_versturen import herinneringen_versturen
from voorzieningen.usecases.indicatie_laten_aflopen import indicatie_laten_aflopen
from voorzieningen.usecases.indicaties_starten import indicaties_aflopen

REDEN = "demo-gemeente: hulp van voor Toegang, overgenomen"
DAG = datetime.timedelta(days=1)
# Days before the last day on which this help stands today: two on each rung, and those on their way to one.
STAAN_OP = (150, 130, 112, 110, 95, 70, 69, 60, 56, 50, 40, 28, 27, 20, 14, 10, 5, 1, 0, -3)


@transaction.atomic
def afloop_laden(nu: datetime.datetime) -> None:
    """Once; after the stories: help of people in them that began two years ago and ends about now."""
    if Herinnering.objects.exists():
        return
    vandaag = timezone.localdate(nu)
    van_iemand = Zaak.objects.filter(
        wet="wmo", afgeschermd=False, regisseur__isnull=False, dossier__inwoner__overleden_op=""
    )
    zaken = list(van_iemand.select_related("regisseur").order_by("volgnummer")[: len(STAAN_OP)])
    ploeg = Ploeg()
    with op_moment(nu - 170 * DAG):
        hulp = [
            _overgenomen(zaak, vandaag + dagen * DAG, nr, ploeg)
            for nr, (zaak, dagen) in enumerate(zip(zaken, STAAN_OP, strict=False))
        ]
    for dagen in range(160, -1, -1):  # every morning since the first one could be due
        dag = vandaag - dagen * DAG
        with op_moment(nu - dagen * DAG):
            indicaties_aflopen(vandaag=dag)
            if herinneringen_versturen(vandaag=dag).gedaan:
                _versturen(dag, nu - dagen * DAG, ploeg)
    with op_moment(nu):
        _gedaan([i for i in hulp if i is not None], ploeg, vandaag)


def _overgenomen(zaak: Zaak, einde: datetime.date, nr: int, ploeg: Ploeg) -> Indicatie | None:
    """Another product than what was granted to this person; running since two years."""
    product = (
        Product.objects.filter(wet="wmo")
        .exclude(indicaties__dossier=zaak.dossier_id)
        .filter(contracten__isnull=False)
        .distinct()
        .order_by("code")
    )[nr % 2 : nr % 2 + 1].first()
    if product is None:
        return None
    contract = (
        Contract.objects.filter(product=product)
        .select_related("aanbieder")
        .order_by("aanbieder__naam")
        .first()
    )
    aanbieder: Aanbieder | None = contract.aanbieder if contract else None
    tarief = Tarief.objects.filter(product=product).order_by("-vanaf_op").first()
    if aanbieder is None or tarief is None:
        return None
    begin = einde - 730 * DAG
    oud = Zaak(
        dossier_id=zaak.dossier_id, wet=zaak.wet, onderwerp=product.leefgebied, gemeld_op=begin - 49 * DAG,
        status=ZaakStatus.AFGESLOTEN, afgesloten_op=begin - 3 * DAG, afsluitreden="besluit", wijkteam=zaak.wijkteam,
        regisseur=zaak.regisseur,
    ).bewaren(door=ploeg.systeem, reden=REDEN)  # fmt: skip
    return Indicatie(
        zaak=oud, dossier_id=zaak.dossier_id, product=product, vorm="natura", aanbieder=aanbieder,
        volume=Decimal(120 if product.eenheid == "01" else 2), eenheid=product.eenheid, frequentie=product.frequentie,
        ingangsdatum=begin, einddatum=einde, tarief=tarief.bedrag, tarief_eenheid=tarief.eenheid,
        resultaat=product.wat or product.naam, status=IndicatieStatus.LOPEND, voorgesteld_op=begin,
    ).bewaren(door=ploeg.systeem, reden=REDEN)  # fmt: skip


def _versturen(dag: datetime.date, om: datetime.datetime, ploeg: Ploeg) -> None:
    """The letters of that day went out; today's are left for the worker."""
    desk = ploeg.met_rol(Rol.ADMINISTRATIE, 0)
    if dag >= timezone.localdate():
        return
    for brief in Brief.objects.filter(soort="hulp_loopt_af", status=BriefStatus.GEVRAAGD, fout="").order_by(
        "pk"
    ):
        if brief_maken(brief_id=brief.pk, nu=om, pdf=archiefkopie):
            brief_verzenden(brief_id=brief.pk, door=desk, vandaag=dag, verzonden_op=brief.verzenddatum)


def _gedaan(hulp: list[Indicatie], ploeg: Ploeg, vandaag: datetime.date) -> None:
    """Of one a heronderzoek began, another may end."""
    if len(hulp) < 14:
        return
    met, af = hulp[6], hulp[12]
    if not wat_heronderzoek_weigert(met.zaak):
        heronderzoek_openen(zaak_id=met.zaak_id, door=ploeg.van(met.zaak.regisseur_id), vandaag=vandaag)
    indicatie_laten_aflopen(
        indicatie_id=af.pk, reden="niet_nodig", door=ploeg.van(af.zaak.regisseur_id), vandaag=vandaag
    )
