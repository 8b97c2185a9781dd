"""Was the receipt of a melding or an aanvraag confirmed? One answer for list, job, page and next step."""

import datetime

from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat

from toegang.brieven.ontvangstbevestiging import Ontvangstbevestiging
from toegang.models import Aanvraag, Bericht, Brief, Zaak, Zaaksoort
from toegang.regels import BEGINT_MET_MELDING
from toegang.statussen import AanvraagStatus, BerichtStatus, BriefStatus, ZaakStatus

AAN_DE_VOORDEUR = (ZaakStatus.NIEUW, ZaakStatus.VRAAGVERHELDERING)
NOG_NIEUWS = datetime.timedelta(days=30)  # of an aanvraag on which a team works: later it tells nothing new


def _gezegd(zaak) -> tuple[QuerySet, QuerySet]:
    """Letters and e-mails about this zaak that say so, sent or on their way."""
    van = {"zaak": zaak, "soort": Ontvangstbevestiging.soort}
    return (
        Brief.objects.filter(**van).exclude(status=BriefStatus.VERVALLEN),
        Bericht.objects.filter(**van).exclude(status=BerichtStatus.VERVALLEN),
    )


def bevestiging_van(zaak: Zaak) -> Brief | Bericht | None:
    """The letter, else the e-mail, that confirmed this zaak; the last one when there are two."""
    for rijen in _gezegd(zaak):
        if (laatste := rijen.order_by("-gevraagd_om", "-pk").first()) is not None:
            return laatste
    return None


def onbevestigde_aanvragen() -> QuerySet[Aanvraag]:
    """Open, and nothing says yet that this one is here: each aanvraag has a receipt of its own (Awb art. 4:3a)."""
    brieven, berichten = _gezegd(OuterRef("zaak"))
    sleutel = Concat(Value(f"{Ontvangstbevestiging.soort}:"), Cast("pk", TextField()))
    return Aanvraag.objects.alias(sleutel=sleutel).filter(
        ~Exists(brieven.filter(bron_id=OuterRef("pk"))), ~Exists(berichten.filter(sleutel=OuterRef("sleutel"))),
        status=AanvraagStatus.OPEN,
    )  # fmt: skip


def te_bevestigen() -> tuple[Q, ...]:
    """Of a zaak: a melding (Wmo 2015 art. 2.3.2 lid 1) that nothing confirms, or an aanvraag that nothing confirms.

    Apart for the database: each is an anti-join, their OR together is not. The aanvraag is looked up for each zaak
    at the front door: as an Exists beside an OR it is gathered for all zaken of the municipality.
    """
    aanvraag = Coalesce(Subquery(_van_de_zaak().values(bestaat=Value(True))[:1]), Value(False))
    melding_of_aanvraag = Q(wet__in=BEGINT_MET_MELDING) | Q(aanvraag)
    wet = ExpressionWrapper(OuterRef("wet"), CharField())
    van_een_melding = (r.alias(wet=wet).filter(wet__in=BEGINT_MET_MELDING) for r in _gezegd(OuterRef("pk")))
    return (melding_of_aanvraag, *(~Q(Exists(rijen)) for rijen in van_een_melding))


def zonder_bevestiging(vandaag: datetime.date) -> QuerySet[Zaak]:
    """Zaken for the job: still at the front door, or with a team and a new aanvraag."""
    nieuw = _van_de_zaak().filter(ontvangen_op__gte=vandaag - NOG_NIEUWS)
    bij_een_team = ~Q(wet__in=BEGINT_MET_MELDING) & Q(Exists(nieuw))
    open_ = Zaak.objects.open().filter(Q(status__in=AAN_DE_VOORDEUR) | bij_een_team, *te_bevestigen())
    return open_.exclude(soort=Zaaksoort.HERONDERZOEK)


def _van_de_zaak() -> QuerySet[Aanvraag]:
    return onbevestigde_aanvragen().filter(zaak=OuterRef("pk"))
