"""A day that must lie between two others: one sentence, at its field."""

import datetime

from django.core.exceptions import ValidationError

from toegang.opmaak import datum


def check_tussen(veld: str, dag: datetime.date, van: datetime.date, tot: datetime.date) -> None:
    """ValidationError at `veld` when the day lies before `van` or after `tot`."""
    if not van <= dag <= tot:
        raise ValidationError({veld: f"Deze datum moet liggen van {datum(van)} tot en met {datum(tot)}"})
