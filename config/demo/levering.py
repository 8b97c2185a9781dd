"""Delivery in the demo: most help began, some did not; waiting times, youth help without a besluit, a request."""

import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from config.demo.gemeente.aanbod import JEUGDBESCHERMING
from config.demo.kalender import werkdagen_terug
from config.demo.ploeg import Ploeg
from toegang.models import Zaak
from toegang.moment import op_moment
from toegang.rechten import Rol, Wet
from toegang.statussen import ZaakStatus
from toegang.termijnen import werkdagen_na
from voorzieningen.models import Contract, Indicatie, Levering, Product, Toewijzingsverzoek
from voorzieningen.opdrachtregels import Document
from voorzieningen.usecases.contract_vastleggen import contract_opgave
from voorzieningen.usecases.hulp_vooruitzien import hulp_vooruitzien
from voorzieningen.usecases.levering_onderbreken import levering_onderbreken
from voorzieningen.usecases.levering_starten import levering_starten
from voorzieningen.usecases.levering_stoppen import levering_stoppen
from voorzieningen.usecases.levering_toewijzen import levering_toewijzen
from voorzieningen.usecases.leveringen_bewaken import leveringen_bewaken
from voorzieningen.usecases.opdracht_registreren import opdracht_registreren
from voorzieningen.usecases.verzoek_registreren import verzoek_registreren

DAG = datetime.timedelta(days=1)
# Of the help that had to begin: every so manieth was not ordered, was not begun, stands still, stopped.
NIET_BESTELD, NIET_BEGONNEN, STIL, GESTOPT = 17, 7, 9, 16
WACHTEN = ((0, 6), (2, 3), (3, 1), (6, 0), (1, None), (None, 2), (12, 0), (4, 2))


@transaction.atomic
def levering_laden(nu: datetime.datetime) -> None:
    """Once; after the stories, because it is about help that was granted in them."""
    if Levering.objects.filter(toegewezen_op__isnull=False).exists():
        return
    ploeg, vandaag = Ploeg(), timezone.localdate(nu)
    desk = ploeg.met_rol(Rol.ADMINISTRATIE, 0)
    _wachttijden(ploeg, nu, vandaag)
    for nr, levering in enumerate(
        Levering.objects.geldend().select_related("indicatie").order_by("verleend_op", "pk"), 1
    ):
        _geleverd(nr, levering, desk, nu, vandaag)
    _zonder_besluit(ploeg, desk, nu, vandaag)
    with op_moment(nu):
        leveringen_bewaken(vandaag=vandaag)
        hulp_vooruitzien(vandaag=vandaag)


def _wachttijden(ploeg: Ploeg, nu: datetime.datetime, vandaag: datetime.date) -> None:
    """What providers said in the last weeks; of every fourth nobody knows."""
    beheer = ploeg.met_rol(Rol.CONTRACTBEHEERDER, 0)
    for nr, pk in enumerate(
        Contract.objects.op(vandaag).order_by("product__code", "aanbieder__naam").values_list("pk", flat=True)
    ):
        if nr % 4 == 3:
            continue
        wachttijd, capaciteit = WACHTEN[nr % len(WACHTEN)]
        dag = werkdagen_terug(vandaag, nr % 40)
        with op_moment(nu - (vandaag - dag)):
            contract_opgave(
                contract_id=pk,
                wachttijd=wachttijd,
                capaciteit=capaciteit,
                opgegeven_op=dag,
                door=beheer,
                vandaag=dag,
            )


def _geleverd(nr: int, levering: Levering, desk, nu: datetime.datetime, vandaag: datetime.date) -> None:
    """Ordered the next working day, begun a few days after its first day; as far as that has come."""
    vast = {"indicatie_id": levering.indicatie_id, "door": desk}
    besteld = min(werkdagen_na(levering.verleend_op, 1), vandaag)
    if nr % NIET_BESTELD == 0:
        return
    with op_moment(nu - (vandaag - besteld)):
        levering_toewijzen(toegewezen_op=besteld, vandaag=besteld, **vast)
    begin = werkdagen_na(max(besteld, levering.indicatie.ingangsdatum), nr % 4)
    if begin > vandaag or nr % NIET_BEGONNEN == 0:
        return
    with op_moment(nu - (vandaag - begin)):
        levering_starten(begonnen_op=begin, vandaag=begin, **vast)
    gisteren = vandaag - DAG
    if gisteren <= begin:
        return
    with op_moment(nu - DAG):
        if nr % STIL == 0:
            levering_onderbreken(
                vanaf_op=gisteren,
                tot_op=None,
                reden="De aanbieder heeft te weinig mensen.",
                vandaag=gisteren,
                **vast,
            )
        elif nr % GESTOPT == 0:
            levering_stoppen(laatste_dag=gisteren, stopreden="22", vandaag=gisteren, **vast)


def _zonder_besluit(ploeg: Ploeg, desk, nu: datetime.datetime, vandaag: datetime.date) -> None:
    """A referral of a huisarts, an order of a judge without volume, and a provider that asks for an order."""
    open_ = Zaak.objects.filter(
        wet=Wet.JEUGDWET, afgeschermd=False, regisseur__isnull=False, dossier__inwoner__overleden_op=""
    ).exclude(status=ZaakStatus.AFGESLOTEN)
    zaken = list(open_.order_by("volgnummer")[:3])
    ambulant = Product.objects.get(code="45V01")
    bescherming = Product.objects.get(code=JEUGDBESCHERMING)
    dag = werkdagen_terug(vandaag, 9)
    for nr, zaak in enumerate(zaken):
        with op_moment(nu - (vandaag - dag)):
            if nr == 0:
                hulp = _opdracht(
                    zaak, ambulant, desk, dag, "verwijzing",
                    Document(verwijzer="huisarts", naam="Praktijk De Maas", agb="", gedateerd_op=dag - 3 * DAG,
                             kenmerk="", ontvangen_op=dag),
                    volume=Decimal(2), eenheid="04", frequentie="2",
                )  # fmt: skip
                _geleverd(1, hulp.levering, desk, nu, vandaag)
            elif nr == 1:
                _opdracht(
                    zaak, bescherming, desk, dag, "bepaling",
                    Document(verwijzer="rechter", naam="Rechtbank Limburg", agb="", gedateerd_op=dag - 2 * DAG,
                             kenmerk="C/03/demo", ontvangen_op=dag),
                )  # fmt: skip
    if zaken and not Toewijzingsverzoek.objects.exists():
        gisteren = werkdagen_terug(vandaag, 1)
        aanbieder = _aanbieder(ambulant, vandaag)
        with op_moment(nu - (vandaag - gisteren)):
            verzoek_registreren(
                zaak_id=zaken[-1].pk, aanbieder_id=aanbieder, product_id=ambulant.pk, weg="bericht",
                ontvangen_op=gisteren, gewenst_vanaf_op=vandaag, omvang="2 uur per week", referentie="VOT-demo-1",
                door=desk, vandaag=gisteren,
            )  # fmt: skip


def _opdracht(
    zaak: Zaak, product: Product, desk, dag: datetime.date, grondslag: str, document: Document, **omvang
) -> Indicatie:
    return opdracht_registreren(
        zaak_id=zaak.pk, grondslag=grondslag, document=document, product_id=product.pk,
        aanbieder_id=_aanbieder(product, dag), ingangsdatum=dag, einddatum=dag + 540 * DAG, door=desk, vandaag=dag,
        **omvang,
    )  # fmt: skip


def _aanbieder(product: Product, dag: datetime.date):
    contract = Contract.objects.filter(product=product).op(dag).order_by("aanbieder__naam").first()
    return contract and contract.aanbieder_id
