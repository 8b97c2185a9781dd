"""The day of a consulent: visits as a time line, tasks, terms; his own and of whom he stands in for."""

import datetime
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from toegang.models import Brief, Taak, Termijn, Zaak
from toegang.overzicht import adres_van
from toegang.rechten import Recht
from toegang.statussen import BriefStatus
from toegang.veilig_contact import waarheen
from toegang.views.zaakkop import adres
from wijkteams.afwezigen import voor_wie_ik_waarneem
from wijkteams.brieven import Afspraakbrief
from wijkteams.models import Huisbezoek, Klaarzetting
from wijkteams.statussen import HuisbezoekStatus

WEEK = datetime.timedelta(days=7)
HOOGSTENS = 50
NIEUW = "overgedragen:"  # the key of the task that a hand-over makes
VOORBEREID: dict[str, str] = {
    BriefStatus.GEVRAAGD: "Brief wordt gemaakt",
    BriefStatus.GEMAAKT: "Brief klaar voor verzending",
    BriefStatus.VERZONDEN: "Brief verzonden",
}
GEEN_BRIEF = "Nog geen brief gestuurd"


@dataclass
class Dag:
    """What the page shows, in the order of the day."""

    op: datetime.date
    bezoeken: list[Huisbezoek] = field(default_factory=list)
    nieuw: list[Taak] = field(default_factory=list)  # handed over to me, not yet taken on
    taken: list[Taak] = field(default_factory=list)
    termijnen: list[Termijn] = field(default_factory=list)
    waarneming: dict[int, str] = field(default_factory=dict)


def dag_van(lezer, op: datetime.date, vandaag: datetime.date) -> Dag:
    """Four queries, whatever the number of visits."""
    waarneming = voor_wie_ik_waarneem(lezer, vandaag)
    wie = [lezer.medewerker_id, *waarneming]
    dag = Dag(op=op, waarneming=waarneming)
    dag.bezoeken = _bezoeken(lezer, wie, op)
    taken = _taken(lezer, wie, op)
    dag.nieuw = [t for t in taken if _is_nieuw(t) and t.medewerker_id == lezer.medewerker_id]
    dag.taken = [t for t in taken if not _is_nieuw(t)]
    dag.termijnen = list(
        Termijn.objects.voor(lezer, Recht.PROCES_INZIEN).lopend().van_ons()
        .filter(stil_sinds=None, uiterste_datum__lte=op + WEEK, zaak__regisseur__in=wie)
        .select_related("zaak__dossier__inwoner", "zaak__regisseur")
        .order_by("uiterste_datum", "pk")[:HOOGSTENS]
    )  # fmt: skip
    for rij in (*dag.bezoeken, *dag.nieuw, *dag.taken):
        eigenaar = rij.consulent_id if isinstance(rij, Huisbezoek) else rij.medewerker_id
        rij.namens = waarneming.get(eigenaar, "")
    return dag


def _bezoeken(lezer, wie: list[int], op: datetime.date) -> list[Huisbezoek]:
    """Planned or made on this day, on zaken that I may see."""
    begin = timezone.make_aware(datetime.datetime.combine(op, datetime.time()))
    einde = timezone.make_aware(datetime.datetime.combine(op + datetime.timedelta(days=1), datetime.time()))
    brief = Brief.objects.filter(soort=Afspraakbrief.soort, bron_id=OuterRef("pk")).exclude(
        status=BriefStatus.VERVALLEN
    )
    mee = Klaarzetting.objects.geldig(timezone.now()).filter(huisbezoek=OuterRef("pk"), apparaat__actor=lezer)
    rijen = list(
        Huisbezoek.objects.voor(lezer, Recht.PROCES_INZIEN)
        .filter(consulent__in=wie, gepland_om__gte=begin, gepland_om__lt=einde)
        .filter(status__in=(HuisbezoekStatus.GEPLAND, HuisbezoekStatus.GEWEEST))
        .select_related("zaak__dossier__inwoner", "zaak__regisseur")
        .annotate(briefstatus=Subquery(brief.order_by("pk").values("status")[:1]), klaargezet=Exists(mee))
        .order_by("gepland_om", "pk")[:HOOGSTENS]
    )
    for bezoek in rijen:
        zaak = bezoek.zaak.rechten_van(lezer.rechten)
        bezoek.adres = bezoek.plaats or adres(zaak.dossier.inwoner, zaak)
        bezoek.tot_om = bezoek.gepland_om + datetime.timedelta(minutes=bezoek.duur_minuten)
        let_op = zaak.dossier.inwoner.let_op_bij_bezoek
        bezoek.let_op = let_op if zaak.mag(Recht.INHOUD_BEWERKEN) else ""
        bezoek.veilig = waarheen(zaak.dossier.inwoner).let_op
        bezoek.voorbereid = VOORBEREID.get(bezoek.briefstatus, GEEN_BRIEF)
    return rijen


def _is_nieuw(taak: Taak) -> bool:
    return taak.sleutel.startswith(NIEUW)


def _taken(lezer, wie: list[int], op: datetime.date) -> list[Taak]:
    """To be done by this day at the latest; of another only on zaken that I may see."""
    anderen = (
        Q(medewerker__in=wie[1:], zaak__in=Zaak.objects.voor(lezer, Recht.PROCES_INZIEN)) if wie[1:] else Q()
    )
    van_mij = Q(medewerker=lezer.medewerker_id)
    rijen = Taak.objects.open().filter(van_mij | anderen if anderen else van_mij)
    rijen = rijen.filter(Q(uiterlijk_op__lte=op) | Q(sleutel__startswith=NIEUW))
    taken = list(
        rijen.select_related("zaak__dossier__inwoner", "contactmoment__inwoner").order_by(
            "uiterlijk_op", "pk"
        )[:HOOGSTENS]
    )
    for taak in taken:
        taak.url = adres_van(taak.adres, taak.adres_pk)
        inwoner = None
        if taak.zaak:
            inwoner = taak.zaak.dossier.inwoner
        elif taak.contactmoment:
            inwoner = taak.contactmoment.inwoner
        taak.inwoner, taak.wie = inwoner, inwoner.naam.weergave() if inwoner else ""
    return taken
