"""Clocks of the demo that stand still or were put off, haste with its temporary help, and worries about safety."""

import datetime

from django.db import transaction
from django.utils import timezone

from config.demo.archief import archiefkopie
from config.demo.kalender import HIER, werkdagen_terug, werkdagen_verder
from config.demo.ploeg import Ploeg
from toegang.models import Opschorting, Termijn, TermijnSoort, Zaak
from toegang.moment import op_moment
from toegang.rechten import Rol
from toegang.statussen import ZaakStatus
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.usecases.meldcodestap_vastleggen import meldcodestap_vastleggen
from toegang.usecases.opschorting_beeindigen import opschorting_beeindigen
from toegang.usecases.spoed_vastleggen import spoed_vastleggen
from toegang.usecases.termijn_opschorten import termijn_opschorten
from toegang.usecases.termijn_verlengen import termijn_verlengen

STUKKEN = "een kopie van uw huurcontract\neen brief van uw huisarts, niet ouder dan 3 maanden"


@transaction.atomic
def termijnen_laden(nu: datetime.datetime) -> None:
    """Once; after the stories, because it is about people in them."""
    if Opschorting.objects.exists():
        return
    vandaag = timezone.localdate(nu)
    vrij = {"zaak__afgeschermd": False, "zaak__dossier__inwoner__overleden_op": "", "gehaald_op": None}
    klokken = list(
        Termijn.objects.filter(
            soort=TermijnSoort.BESLUIT, vervallen_op=None, uiterste_datum__gt=vandaag, begint_op__lt=vandaag, **vrij
        )
        .select_related("zaak")
        .order_by("begint_op", "pk")[:4]
    )  # fmt: skip
    Klokken(Ploeg(), nu).vertellen(klokken)


class Klokken:
    """Each act on its own working day, at eleven o'clock, by whose work it is."""

    def __init__(self, ploeg: Ploeg, nu: datetime.datetime):
        self.nu, self.vandaag = nu, timezone.localdate(nu)
        self.desk = ploeg.met_rol(Rol.ADMINISTRATIE, 0)

    def vertellen(self, klokken: list[Termijn]) -> None:
        for plek, termijn in enumerate(klokken):
            terug = min(4, (self.vandaag - termijn.begint_op).days)
            dag = max(termijn.begint_op, werkdagen_terug(self.vandaag, terug))
            if plek == 2:
                self._uitstel(termijn)
            else:
                o = self._stil(termijn, dag)
                if plek == 1:
                    self._aangevuld(o)
        self._spoed_en_veiligheid()

    def _om(self, dag: datetime.date) -> datetime.datetime:
        return min(datetime.datetime.combine(dag, datetime.time(11), HIER), self.nu)

    def _stil(self, termijn: Termijn, dag: datetime.date) -> Opschorting:
        with op_moment(self._om(dag)):
            o = termijn_opschorten(
                termijn_id=termijn.pk, grond=Opschorting.Grond.AANVULLING, reden=STUKKEN, door=self.desk, vandaag=dag,
                uiterlijk_op=werkdagen_verder(self.vandaag, 5),
            )  # fmt: skip
            if dag < self.vandaag:
                brief_maken(brief_id=o.brief_id, nu=self._om(dag), pdf=archiefkopie)
                brief_verzenden(brief_id=o.brief_id, door=self.desk, vandaag=dag, verzonden_op=dag)
        return o

    def _aangevuld(self, o: Opschorting) -> None:
        with op_moment(self.nu):
            opschorting_beeindigen(
                opschorting_id=o.pk, einde=Opschorting.Einde.AANGEVULD, tot_op=self.vandaag, door=self.desk,
                vandaag=self.vandaag,
            )  # fmt: skip

    def _uitstel(self, termijn: Termijn) -> None:
        with op_moment(self.nu):
            termijn_verlengen(
                termijn_id=termijn.pk, grond="mededeling", door=self.desk, vandaag=self.vandaag,
                reden="Wij wachten op het advies van de ergotherapeut.",
                nieuwe_datum=werkdagen_verder(termijn.uiterste_datum, 10),
            )  # fmt: skip

    def _spoed_en_veiligheid(self) -> None:
        """One zaak of a team: help since today, and the first step of the meldcode by its regisseur."""
        zaken = Zaak.objects.filter(
            status=ZaakStatus.ONDERZOEK, afgeschermd=False, regisseur__isnull=False, dossier__inwoner__overleden_op=""
        )  # fmt: skip
        zaak = zaken.select_related("regisseur__actor").order_by("volgnummer").first()
        if zaak is None:
            return
        door = zaak.regisseur.actor
        with op_moment(self.nu):
            spoed_vastleggen(
                zaak_id=zaak.pk, spoed=True, reden="De mantelzorger ligt in het ziekenhuis.", door=door,
                maatregel="Elke dag hulp bij het opstaan", vanaf_op=self.vandaag, vandaag=self.vandaag,
            )  # fmt: skip
            meldcodestap_vastleggen(
                zaak_id=zaak.pk, stap=1, op=self.vandaag, door=door, vandaag=self.vandaag,
                toelichting="De buurvrouw hoort vaak geschreeuw. De inwoner zei dat zij bang is.",
            )  # fmt: skip
