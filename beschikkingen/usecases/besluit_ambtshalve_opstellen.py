"""Draw up a besluit without an aanvraag: after a heronderzoek, on our own motion, or because a court says so."""

import datetime
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from beschikkingen import gebeurtenissen
from beschikkingen.models import Beroep, Besluit, Besluitregel, Gevolg, Uitkomst
from beschikkingen.soorten import KENT_TOE, UITKOMSTEN_BIJ, Aanleiding, Herzieningsgrond, gevolg_van
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.besluit_opstellen import onderzoek_klaar, uit_het_onderzoek
from toegang.models import Actor, Zaak, Zaaksoort
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen.models import Indicatie
from voorzieningen.statussen import IndicatieStatus
from voorzieningen.toewijsregels import OPDRACHT

NIETS = "Er loopt geen hulp uit deze zaak. Er is niets om te herzien of te stoppen."
WEG = (IndicatieStatus.AFGEWEZEN, IndicatieStatus.INGETROKKEN, IndicatieStatus.BEEINDIGD)
MAG = (Aanleiding.AMBTSHALVE, Aanleiding.HERONDERZOEK, Aanleiding.UITSPRAAK)


def te_herzien(zaak: Zaak) -> QuerySet[Indicatie]:
    """Granted help of this zaak; of a heronderzoek that of the zaak it looks at."""
    zaken = [zaak.pk, zaak.vorige_zaak_id] if zaak.soort == Zaaksoort.HERONDERZOEK else [zaak.pk]
    rijen = (
        Indicatie.objects.geldend()
        .exclude(grondslag__in=OPDRACHT)
        .filter(zaak_id__in=[pk for pk in zaken if pk])
    )
    return rijen.select_related("product", "aanbieder").order_by("ingangsdatum", "pk")


def alsnog_te_geven(zaak: Zaak) -> QuerySet[Indicatie]:
    """Refused, withdrawn or ended: what a court can say that the inwoner gets after all."""
    besloten = Besluitregel.objects.filter(indicatie=OuterRef("pk"), besluit__status=BesluitStatus.VERZONDEN)
    rijen = Indicatie.objects.filter(Exists(besloten), zaak=zaak, status__in=WEG)
    return rijen.select_related("product", "aanbieder").order_by("ingangsdatum", "pk")


def waarover(zaak: Zaak, aanleiding: str) -> list[Indicatie]:
    """The help that can be chosen at this occasion."""
    alsnog = alsnog_te_geven(zaak) if aanleiding == Aanleiding.UITSPRAAK else []
    return [*te_herzien(zaak), *alsnog]


def ingetrokken_met_opzet(zaak: Zaak) -> QuerySet[Besluit]:
    """Besluiten by which a claim can follow: withdrawn and sent, on ground a (Wmo 2015 art. 2.4.1)."""
    return Besluit.objects.filter(
        zaak=zaak, uitkomst=Uitkomst.INTREKKING, grond=Herzieningsgrond.A, status=BesluitStatus.VERZONDEN
    ).order_by("-verzonden_op", "pk")


@transaction.atomic
def besluit_ambtshalve_opstellen(
    *,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    aanleiding: str,
    uitkomst: str,
    indicatie_ids: Collection = (),
    grond: str = "",
    werking_op: datetime.date | None = None,
) -> Besluit:
    """No two-week term and no dwangsom: nobody asked for it. The same one that is still a draft is given back."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if aanleiding not in MAG or uitkomst not in UITKOMSTEN_BIJ[Aanleiding(aanleiding)]:
        raise ValidationError({"uitkomst": "Deze uitkomst hoort niet bij deze aanleiding. Kies een andere."})
    if aanleiding == Aanleiding.HERONDERZOEK and zaak.soort != Zaaksoort.HERONDERZOEK:
        raise OngeldigeOvergang("Dit is geen heronderzoek. Open eerst een heronderzoek, of kies ambtshalve.")
    if aanleiding == Aanleiding.UITSPRAAK and not Beroep.objects.uitgesproken(zaak).exists():
        raise OngeldigeOvergang(
            "De rechter gaf de inwoner nog geen gelijk. Leg eerst het beroep en de uitspraak vast."
        )
    bestaand = Besluit.objects.filter(
        zaak=zaak, aanleiding=aanleiding, uitkomst=uitkomst, status=BesluitStatus.CONCEPT
    ).first()
    if bestaand:
        return bestaand
    besluit = Besluit(
        zaak=zaak, aanleiding=Aanleiding(aanleiding), uitkomst=Uitkomst(uitkomst), opgesteld_op=vandaag,
        opgesteld_door=door, grond=grond, werking_op=werking_op,
    )  # fmt: skip
    if uitkomst in KENT_TOE:
        return _voortzetting(besluit, door=door)
    _hulp_kiezen(besluit, indicatie_ids, door=door)
    gebeurtenissen.besluit_opgesteld(besluit, door=door)
    if aanleiding == Aanleiding.HERONDERZOEK:
        onderzoek_klaar(zaak, door=door)
    return besluit


def _voortzetting(besluit: Besluit, *, door: Actor) -> Besluit:
    """A heronderzoek that grants help anew: what was proposed, with the reasons of its afweging."""
    if not besluit.zaak.indicaties.filter(status="voorgesteld").exists():
        raise OngeldigeOvergang("Er is nog geen hulp voorgesteld. Stel eerst de hulp voor die doorgaat.")
    uit_het_onderzoek(besluit, door=door)
    onderzoek_klaar(besluit.zaak, door=door)
    return besluit


def _hulp_kiezen(besluit: Besluit, indicatie_ids: Collection, *, door: Actor) -> None:
    """The help it is about; of a claim that of the withdrawal it follows."""
    if besluit.uitkomst == Uitkomst.TERUGVORDERING:
        besluit.volgt_op = ingetrokken_met_opzet(besluit.zaak).first()
        if besluit.volgt_op is None:
            raise OngeldigeOvergang(
                "Terugvorderen kan alleen na een intrekking om onjuiste gegevens die verzonden is (Wmo 2.4.1)."
            )
        gekozen = [r.indicatie for r in besluit.volgt_op.geldende_regels()]
    else:
        mogelijk = waarover(besluit.zaak, besluit.aanleiding)
        if not mogelijk:
            raise OngeldigeOvergang(NIETS)
        ids = {str(pk) for pk in indicatie_ids}
        gekozen = [i for i in mogelijk if str(i.pk) in ids]
        if not gekozen:
            raise ValidationError({"indicatie_ids": "Kies over welke hulp u besluit"})
    besluit.bewaren(door=door, reden="besluit opgesteld")
    besluit.refresh_from_db(fields=["volgnummer"])
    for indicatie in gekozen:
        gevolg = gevolg_van(besluit.uitkomst, Gevolg.TOEKENNEN if indicatie.status in WEG else "")
        Besluitregel(besluit=besluit, indicatie=indicatie, gevolg=gevolg).bewaren(
            door=door, reden="in het besluit"
        )
