"""An aanvraag that repeats one that was refused (Awb art. 4:6). Reads only."""

from django.db.models import Exists, OuterRef

from beschikkingen.models import Besluit, Uitkomst
from beschikkingen.soorten import WIJST_AF
from beschikkingen.statussen import BesluitStatus


def eerdere_afwijzing(besluit: Besluit) -> Besluit | None:
    """The refusal, sent, on the aanvraag that this one repeats; None when it repeats none.

    What was granted or not treated (4:5) is no refusal; nor is what a bezwaar replaced (7:11).
    """
    aanvraag = besluit.aanvraag
    if aanvraag is None or aanvraag.herhaalt_id is None:
        return None
    verzonden = Besluit.objects.filter(status=BesluitStatus.VERZONDEN)
    vervangen = verzonden.filter(bezwaar__besluit=OuterRef("pk"), uitkomst=Uitkomst.GEGROND)
    eerder = verzonden.filter(~Exists(vervangen), aanvraag=aanvraag.herhaalt_id, uitkomst__in=WIJST_AF)
    return eerder.order_by("-verzonden_op", "pk").first()
