"""Was the receipt of a melding or an aanvraag confirmed? One answer for list, job, page and next step."""

import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

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


def bevestigd() -> Q:
    """Of a zaak: there is a letter or an e-mail that says so."""
    brieven, berichten = _gezegd(OuterRef("pk"))
    return Q(Exists(brieven)) | Q(Exists(berichten))


def bevestiging_van(zaak: Zaak) -> Brief | Bericht | None:
    """The letter, else the e-mail, that confirmed this zaak; the last one when there are two."""
    for rijen in _gezegd(zaak):
        if (laatste := rijen.order_by("-gevraagd_om", "-pk").first()) is not None:
            return laatste
    return None


def iets_te_bevestigen() -> Q:
    """Of a zaak: a melding (Wmo 2015 art. 2.3.2 lid 1), or an aanvraag that is open (Awb art. 4:3a)."""
    return Q(wet__in=BEGINT_MET_MELDING) | Q(Exists(_open_aanvragen()))


def zonder_bevestiging(vandaag: datetime.date) -> QuerySet[Zaak]:
    """Zaken for the job: still at the front door, or with a team and a new aanvraag."""
    nieuw = _open_aanvragen().filter(ontvangen_op__gte=vandaag - NOG_NIEUWS)
    bij_een_team = ~Q(wet__in=BEGINT_MET_MELDING) & Q(Exists(nieuw))
    voordeur = Q(status__in=AAN_DE_VOORDEUR) & iets_te_bevestigen()
    open_ = Zaak.objects.open().filter(voordeur | bij_een_team)
    return open_.exclude(soort=Zaaksoort.HERONDERZOEK).exclude(bevestigd())


def _open_aanvragen() -> QuerySet:
    return Aanvraag.objects.filter(zaak=OuterRef("pk"), status=AanvraagStatus.OPEN)
