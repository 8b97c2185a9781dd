"""Contested decisions in the demo: a bezwaar that a jurist has, one that just came, a notice of default; spoed."""

import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from beschikkingen.models import Besluit, Bezwaar
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.bezwaar_oppakken import bezwaar_oppakken
from beschikkingen.usecases.bezwaar_registreren import bezwaar_registreren
from beschikkingen.usecases.ingebrekestelling_registreren import ingebrekestelling_registreren
from beschikkingen.usecases.spoedbesluit_opstellen import spoedbesluit_opstellen
from config.demo.ploeg import Ploeg
from toegang.models import Termijn, TermijnSoort, Zaak
from toegang.moment import op_moment
from toegang.rechten import Rol
from toegang.statussen import ZaakStatus
from voorzieningen.models import Contract, Product, Tarief

DAG = datetime.timedelta(days=1)
VRIJ = {"zaak__afgeschermd": False, "zaak__dossier__inwoner__overleden_op": ""}
GRONDEN = (
    "Ik krijg te weinig uren. Mijn zoon woont hier niet meer.",
    "De hulp stopt te vroeg. Mijn heup is nog niet beter.",
)


@transaction.atomic
def tegenspraak_laden(nu: datetime.datetime) -> None:
    """Once; after the stories, because it is about people in them."""
    if Bezwaar.objects.exists():
        return
    ploeg, vandaag = Ploeg(), timezone.localdate(nu)
    _bezwaren(ploeg, nu, vandaag)
    with op_moment(nu):
        _ingebrekestelling(ploeg, nu, vandaag)
        _spoed(ploeg, vandaag)


def _bezwaren(ploeg: Ploeg, nu: datetime.datetime, vandaag: datetime.date) -> None:
    besluiten = Besluit.objects.filter(
        status=BesluitStatus.VERZONDEN, verzonden_op__lte=vandaag - 7 * DAG, bezwaar_tot__gte=vandaag, **VRIJ
    ).order_by("verzonden_op", "pk")[: len(GRONDEN)]
    desk, jurist = ploeg.met_rol(Rol.ADMINISTRATIE, 0), ploeg.met_rol(Rol.JURIST, 0)
    for nr, (besluit, gronden) in enumerate(zip(besluiten, GRONDEN, strict=False)):
        terug = 4 if nr == 0 else 1
        with op_moment(nu - terug * DAG):
            dag = vandaag - terug * DAG
            bezwaar = bezwaar_registreren(
                besluit_id=besluit.pk, door=desk, vandaag=dag, nu=nu - terug * DAG, kanaal="brief", ontvangen_op=dag,
                gronden=gronden,
            )  # fmt: skip
        if nr == 0:
            with op_moment(nu):
                bezwaar_oppakken(bezwaar_id=bezwaar.pk, door=jurist, vandaag=vandaag)


def _ingebrekestelling(ploeg: Ploeg, nu: datetime.datetime, vandaag: datetime.date) -> None:
    """Of an aanvraag whose two weeks passed, when the demo holds one."""
    klok = (
        Termijn.objects.lopend()
        .filter(soort=TermijnSoort.BESLUIT, uiterste_datum__lt=vandaag, stil_sinds=None, **VRIJ)
        .order_by("uiterste_datum", "pk")
        .first()
    )
    if klok is None:
        return
    ingebrekestelling_registreren(
        zaak_id=klok.zaak_id, door=ploeg.met_rol(Rol.ADMINISTRATIE, 0), vandaag=vandaag, nu=nu, ontvangen_op=vandaag,
        schriftelijk=True, aanvraag_id=klok.aanvraag_id,
    )  # fmt: skip


def _spoed(ploeg: Ploeg, vandaag: datetime.date) -> None:
    """A draft on a zaak that is being looked into; the consulent sends it to who signs."""
    zaak = Zaak.objects.filter(
        wet="wmo", status=ZaakStatus.ONDERZOEK, afgeschermd=False, regisseur__isnull=False,
        dossier__inwoner__overleden_op="",
    ).exclude(indicaties__isnull=False).order_by("-spoed", "volgnummer").first()  # fmt: skip
    contract = (
        Contract.objects.op(vandaag)
        .filter(product__in=Product.objects.op(vandaag).filter(wet="wmo", eenheid="01"))
        .filter(product__in=Tarief.objects.op(vandaag).values("product"))
        .order_by("product__naam", "pk")
        .first()
    )
    if zaak is None or contract is None:
        return
    try:
        with transaction.atomic():
            spoedbesluit_opstellen(
                zaak_id=zaak.pk, door=ploeg.van(zaak.regisseur_id), vandaag=vandaag, product_id=contract.product_id,
                aanbieder_id=contract.aanbieder_id, vorm="natura", volume=Decimal(240), eenheid="01", frequentie="2",
                resultaat="een schoon en veilig huis", ingangsdatum=vandaag, einddatum=vandaag + 42 * DAG,
                motivering="U kwam vandaag thuis uit het ziekenhuis. Niemand kan u helpen.",
            )  # fmt: skip
    except ValidationError:
        return  # this person has the product already
