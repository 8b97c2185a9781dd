"""An aanvraag that repeats one that was refused (Awb art. 4:6). Reads only."""

from beschikkingen.models import Besluit
from beschikkingen.soorten import WIJST_AF
from beschikkingen.statussen import BesluitStatus


def eerdere_afwijzing(besluit: Besluit) -> Besluit | None:
    """The refusal, sent, on the aanvraag that this one repeats; None when it repeats none."""
    aanvraag = besluit.aanvraag
    if aanvraag is None or aanvraag.herhaalt_id is None:
        return None
    eerder = Besluit.objects.filter(
        aanvraag=aanvraag.herhaalt_id, uitkomst__in=WIJST_AF, status=BesluitStatus.VERZONDEN
    )
    return eerder.order_by("-verzonden_op", "pk").first()
