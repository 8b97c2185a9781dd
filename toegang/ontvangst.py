"""Was the receipt of a melding confirmed? One answer for the list, the job, the page and the next step."""

from django.db.models import Exists, OuterRef, Q

from toegang.brieven.ontvangstbevestiging import Ontvangstbevestiging
from toegang.models import Bericht, Brief
from toegang.statussen import BerichtStatus, BriefStatus


def bevestigd() -> Q:
    """Of a zaak: there is a letter or an e-mail that says so, sent or on its way."""
    van = {"zaak": OuterRef("pk"), "soort": Ontvangstbevestiging.soort}
    brieven = Brief.objects.filter(**van).exclude(status=BriefStatus.VERVALLEN)
    berichten = Bericht.objects.filter(**van).exclude(status=BerichtStatus.VERVALLEN)
    return Q(Exists(brieven)) | Q(Exists(berichten))
