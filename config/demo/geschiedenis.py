"""The years before Toegang, taken over from the system that was there: so that the figures of a team look real.

Rows in bulk, with history, as a migration would bring them; the stories of the demo go through the use-cases.
"""

import datetime
from decimal import Decimal
from random import Random

from django.db import transaction
from django.utils import timezone

from config.demo.mensen import BSNS, mens
from config.demo.overname import lopend_werk
from config.demo.ploeg import Ploeg
from config.demo.verleden import Verleden, verleden
from toegang.bsn import blinde_index
from toegang.models import Dossier, Inwoner, Opschorting, Termijn, TermijnSoort, Zaak
from toegang.models.bulk import bulk_met_historie
from toegang.moment import op_moment
from toegang.namen import voorletters_van
from toegang.rechten import Wet
from toegang.statussen import ZaakStatus
from toegang.termijnen import uiterste_datum
from voorzieningen.models import Aanbieder, Contract, Indicatie, Product, Tarief
from voorzieningen.statussen import IndicatieStatus
from wijkteams.models import (
    Doel,
    Doeloordeel,
    Doelzaak,
    Evaluatie,
    Gebied,
    Hulpvraag,
    Leefzorgplan,
    Onderzoek,
    Plandeel,
    Trede,
)
from wijkteams.statussen import OnderzoekStatus, PlanStatus

REDEN = "demo-gemeente: van voor Toegang, overgenomen"
DAG = datetime.timedelta(days=1)
EERSTE = 3000  # the number of the first person: far above those of the stories
PER_INWONER = 7  # people of before for each person of the stories


@transaction.atomic
def geschiedenis_laden(nu: datetime.datetime, *, zaad: int, aantal: int) -> None:
    """Once; for so many times the people of the stories."""
    if Inwoner.objects.filter(bsn_index=blinde_index(BSNS[EERSTE])).exists():
        return
    vandaag, schrijver = timezone.localdate(nu), Geschiedenis()
    for nr in range(EERSTE, min(EERSTE + aantal * PER_INWONER, len(BSNS))):
        kans = Random(f"{zaad}:verleden:{nr}")  # nosec B311: a story, not a secret
        wat = verleden(kans, vandaag)
        if wat or nr == EERSTE:
            schrijver.erbij(nr, kans, wat, vandaag)
    for rij in lopend_werk(EERSTE - 200, zaad, vandaag, schrijver.ploeg):
        schrijver.rij(rij)
    with op_moment(nu - 60 * DAG):
        schrijver.bewaren()


class Geschiedenis:
    """Gathers the rows by model, and writes them in the order in which they point at each other."""

    def __init__(self) -> None:
        self.ploeg = Ploeg()
        self.rijen: dict[type, list] = {}
        self.teams = dict(Gebied.objects.values_list("postcode4", "wijkteam_id"))
        self.producten = {p.code: p for p in Product.objects.filter(tot_op=None)}
        self.tarieven = {t.product_id: t for t in Tarief.objects.order_by("vanaf_op")}
        self.aanbieders: dict = {}
        for contract in Contract.objects.select_related("aanbieder").order_by("aanbieder__naam"):
            self.aanbieders.setdefault(contract.product_id, []).append(contract.aanbieder)

    def rij(self, rij):
        self.rijen.setdefault(type(rij), []).append(rij)
        return rij

    def bewaren(self) -> None:
        for rijen in self.rijen.values():
            bulk_met_historie(rijen, door=self.ploeg.systeem, reden=REDEN)

    def erbij(self, nr: int, kans: Random, wat: Verleden | None, vandaag: datetime.date) -> None:
        """One person with one question."""
        velden = mens(nr, kans, vandaag)
        bsn = velden.pop("bsn")
        overleden = {"overleden_op": f"{wat.klaar_op:%Y%m%d}"} if wat and wat.afloop == "overleden" else {}
        inwoner = Inwoner(**velden, **overleden, voorletters=voorletters_van(velden["voornamen"]))
        inwoner.bsn = bsn
        self.rij(inwoner)
        if wat is None:
            return
        dossier = self.rij(Dossier(inwoner=inwoner, geopend_op=wat.gemeld_op))
        team = self.teams[inwoner.postcode[:4]]
        hulp = [self.producten[p.product] for p in wat.hulp if p.product in self.producten]
        zaak = self.rij(
            Zaak(
                dossier=dossier, wet=Wet.WMO, onderwerp=hulp[0].leefgebied if hulp else "huishouden",
                gemeld_op=wat.gemeld_op, status=ZaakStatus.AFGESLOTEN, afgesloten_op=wat.klaar_op,
                afsluitreden=wat.afloop, wijkteam_id=team,
                regisseur_id=self.ploeg.consulent(team, Wet.WMO, nr).medewerker_id,
            )
        )  # fmt: skip
        self._klokken(zaak, wat)
        self._onderzoek(zaak, wat)
        self._hulp(zaak, wat, nr, vandaag)
        self._plan(zaak, wat, vandaag)

    def _klokken(self, zaak: Zaak, wat: Verleden) -> None:
        for soort, artikel, weken, begin, klaar in (
            (TermijnSoort.ONDERZOEK, "Wmo 2015 art. 2.3.2 lid 1", 6, wat.gemeld_op, wat.verslag_op),
            (
                TermijnSoort.BESLUIT,
                "Wmo 2015 art. 2.3.5 lid 2",
                2,
                wat.aanvraag_op,
                wat.aanvraag_op and wat.klaar_op,
            ),
        ):
            if begin is None or klaar is None:
                continue
            stil = [(begin + van * DAG, begin + tot * DAG) for welk, van, tot in wat.stil if welk == soort]
            uiterst = uiterste_datum(begin, weken=weken) + sum(((tot - van) for van, tot in stil), 0 * DAG)
            termijn = self.rij(
                Termijn(
                    zaak=zaak,
                    soort=soort,
                    artikel=artikel,
                    begint_op=begin,
                    uiterste_datum=uiterst,
                    gehaald_op=klaar,
                )
            )
            for van, tot in stil:
                self.rij(
                    Opschorting(
                        termijn=termijn, grond=Opschorting.Grond.AAN_INWONER, vanaf_op=van, tot_op=tot,
                        einde=Opschorting.Einde.VERVALLEN, reden="De inwoner was in het ziekenhuis.",
                    )
                )  # fmt: skip

    def _onderzoek(self, zaak: Zaak, wat: Verleden) -> None:
        """What was weighed, in short."""
        if wat.verslag_op is None:
            return
        onderzoek = self.rij(
            Onderzoek(
                zaak=zaak,
                status=OnderzoekStatus.AFGEROND,
                begonnen_op=wat.gemeld_op,
                afgerond_op=wat.verslag_op,
            )
        )
        vraag = self.rij(
            Hulpvraag(onderzoek=onderzoek, leefgebied=zaak.onderwerp, omschrijving="Overgenomen hulpvraag")
        )
        lost_op = Trede.LostOp.DEELS if wat.afloop == "besluit" else Trede.LostOp.HELEMAAL
        self.rij(Trede(hulpvraag=vraag, trede=5, onderzocht="ja", lost_op=lost_op))

    def _hulp(self, zaak: Zaak, wat: Verleden, nr: int, vandaag: datetime.date) -> None:
        for p in wat.hulp:
            product = self.producten.get(p.product)
            wie: list[Aanbieder] = self.aanbieders.get(product.pk, []) if product else []
            if product is None or not wie:
                continue
            tarief, over = self.tarieven[product.pk], p.tot < vandaag
            besloten = (
                {"loopt_af_op": min(p.tot, vandaag) - 30 * DAG, "loopt_af_reden": p.einde} if p.einde else {}
            )
            self.rij(
                Indicatie(
                    zaak=zaak, dossier=zaak.dossier, product=product, vorm="natura", aanbieder=wie[nr % len(wie)],
                    volume=Decimal(str(p.volume)), eenheid=product.eenheid, frequentie=product.frequentie,
                    ingangsdatum=p.van, einddatum=p.tot, tarief=tarief.bedrag, tarief_eenheid=tarief.eenheid,
                    resultaat=product.wat or product.naam, voorgesteld_op=p.van - 14 * DAG,
                    status=IndicatieStatus.BEEINDIGD if over else _stand(p.van, vandaag),
                    beeindigd_op=p.tot if over else None, **besloten,
                )
            )  # fmt: skip

    def _plan(self, zaak: Zaak, wat: Verleden, vandaag: datetime.date) -> None:
        if wat.evaluatie_op is None:
            return
        dicht = wat.evaluatie_op if wat.scores else None
        plan = self.rij(Leefzorgplan(dossier=zaak.dossier, opgesteld_op=wat.klaar_op, afgesloten_op=dicht))
        deel = self.rij(
            Plandeel(
                plan=plan, zaak=zaak, begonnen_op=wat.klaar_op, vastgesteld_op=wat.klaar_op,
                evaluatie_op=wat.evaluatie_op, afgesloten_op=dicht,
                status=PlanStatus.AFGESLOTEN if dicht else PlanStatus.VASTGESTELD,
            )
        )  # fmt: skip
        straks, score = wat.scores or (4, 0)
        doel = self.rij(
            Doel(
                plan=plan, leefgebied=zaak.onderwerp, ik_wil="Ik wil zelf thuis blijven wonen", score_nu=straks - 1,
                score_straks=straks, uiterlijk_op=wat.evaluatie_op, beeindigd_op=dicht,
            )
        )  # fmt: skip
        self.rij(Doelzaak(doel=doel, zaak=zaak))
        if dicht:
            evaluatie = self.rij(Evaluatie(deel=deel, gehouden_op=dicht, aanwezigen="De inwoner"))
            self.rij(
                Doeloordeel(evaluatie=evaluatie, doel=doel, score=score, besluit=Doeloordeel.Besluit.STOPPEN)
            )


def _stand(van: datetime.date, vandaag: datetime.date) -> IndicatieStatus:
    return IndicatieStatus.LOPEND if van <= vandaag else IndicatieStatus.TOEGEKEND
