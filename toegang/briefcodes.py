"""By the code on paper anyone can ask whether a letter is ours (docs/keuzes/0029). Nothing about a person is read."""

import datetime

from toegang.models import Brief
from toegang.statussen import BriefStatus

LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXYZ"  # nothing that looks like something else


def lees_code(getypt: str) -> str:
    """7K4Q-92TM however it was typed: spaces, dashes and small letters do not matter; '' when it cannot be one."""
    kaal = "".join(teken for teken in getypt.upper() if teken.isalnum())
    goed = len(kaal) == 8 and all(teken in LETTERS for teken in kaal)
    return f"{kaal[:4]}-{kaal[4:]}" if goed else ""


def verzonden_met_code(code: str) -> datetime.date | None:
    """The day on which a letter with this code was sent; None when there is none."""
    brieven = Brief.objects.filter(code=code, status=BriefStatus.VERZONDEN) if code else Brief.objects.none()
    return brieven.order_by("-verzonden_op", "pk").values_list("verzonden_op", flat=True).first()
