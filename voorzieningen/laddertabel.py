"""The ladder of one indicatie as people read it: what was done and for whom, what comes, and why it stopped."""

import datetime
from dataclasses import dataclass

from django.db.models import Q

from toegang.models import Zaak, Zaaksoort
from toegang.opmaak import datum
from toegang.statussen import ZaakStatus
from voorzieningen.ladder import MET_BRIEF, Sport, dag_van, naam_van
from voorzieningen.ladders import Ladders
from voorzieningen.models import Herinnering, Indicatie
from voorzieningen.statussen import IndicatieStatus

GEDAAN, KOMT, VERVALT = "Gedaan", "Komt nog", "Vervalt"
SOORT = {GEDAAN: "klaar", KOMT: "wacht", VERVALT: "rustig"}  # of the badge


@dataclass(frozen=True)
class Regel:
    """One rung: when, how it stands, for whom, and how the inwoner heard."""

    naam: str
    dag: datetime.date
    stand: str
    uitleg: str = ""
    voor: str = ""
    inwoner: str = ""

    @property
    def soort(self) -> str:
        return SOORT[self.stand]


def regels_van(
    indicatie: Indicatie, gedaan: list[Herinnering], ladders: Ladders, gestopt: str
) -> list[Regel]:
    """All seven rungs for the last day as it is now; `gestopt`: the sentence, or nothing."""
    weken = ladders.van(indicatie.product_id)
    per_sport = {h.sport: h for h in gedaan if h.einddatum == indicatie.einddatum}
    hoogste = max(per_sport, default=0)
    regels = []
    for sport in Sport:
        naam, dag = naam_van(sport, weken), dag_van(sport, indicatie.einddatum, weken)
        if h := per_sport.get(sport):
            regels.append(_gedaan(naam, h, weken))
        elif gestopt or sport < hoogste:
            regels.append(Regel(naam, dag, VERVALT))
        elif dag < indicatie.ingangsdatum:
            regels.append(Regel(naam, dag, KOMT, "Deze dag lag voor het begin. Komt mee met de volgende."))
        else:
            regels.append(Regel(naam, dag, KOMT, inwoner="Brief of e-mail" if sport in MET_BRIEF else ""))
    return regels


def _gedaan(naam: str, h: Herinnering, weken) -> Regel:
    if h.samen_met:
        return Regel(naam, h.dag, GEDAAN, f"Samen met: {naam_van(h.samen_met, weken).lower()}.")
    uitleg = f"Ingehaald op {datum(h.op)}." if h.op > h.dag else ""
    wie = h.medewerker.naam if h.medewerker else "Het team"
    return Regel(naam, h.dag, GEDAAN, uitleg, wie, h.get_weg_display() if h.weg else "")


def heronderzoek_van(indicatie: Indicatie, ladders: Ladders) -> Zaak | None:
    """The heronderzoek that stops the ladder: open, or closed since the first reminder; one query."""
    sinds = indicatie.einddatum - datetime.timedelta(days=ladders.langste)
    rijen = Zaak.objects.filter(vorige_zaak=indicatie.zaak_id, soort=Zaaksoort.HERONDERZOEK)
    telt = ~Q(status=ZaakStatus.AFGESLOTEN) | Q(afgesloten_op__gte=sinds)
    return rijen.filter(telt).order_by("-gemeld_op", "pk").first()


def waarom_gestopt(indicatie: Indicatie, ladders: Ladders, heronderzoek: Zaak | None) -> str:
    """The sentence that says why no more reminders come; empty when they do. At most one query."""
    if indicatie.loopt_af_op:
        return f"Op {datum(indicatie.loopt_af_op)} is besloten: {_klein(indicatie.get_loopt_af_reden_display())}."
    if indicatie.zaak.dossier.inwoner.overleden_op:
        return "De inwoner is overleden. Er gaan geen herinneringen meer uit."
    if indicatie.status in (
        IndicatieStatus.VOORGESTELD,
        IndicatieStatus.AFGEWEZEN,
        IndicatieStatus.INGETROKKEN,
    ):
        return "Deze hulp loopt niet."
    if indicatie.status == IndicatieStatus.BEEINDIGD and indicatie.beeindigd_op != indicatie.einddatum:
        return f"Deze hulp is eerder beëindigd, op {datum(indicatie.beeindigd_op)}."
    if heronderzoek:
        return f"Op {datum(heronderzoek.gemeld_op)} is een heronderzoek begonnen."
    if not Indicatie.objects.filter(pk=indicatie.pk).zonder_vervolg(ladders.langste).exists():
        return "Er is al hulp voorgesteld of toegekend voor daarna."
    return ""


def _klein(zin: str) -> str:
    return zin[:1].lower() + zin[1:]
