"""Words of the citizen's site in two languages: dates."""

import datetime as dt

from django import template
from django.utils import formats, timezone
from django.utils.translation import get_language

from toegang import opmaak

register = template.Library()


def _engels() -> bool:
    return (get_language() or "nl").startswith("en")


def _als_datum(waarde):
    if isinstance(waarde, dt.datetime):
        return timezone.localtime(waarde).date() if timezone.is_aware(waarde) else waarde.date()
    return waarde


@register.filter
def dag(waarde):
    """20 november 2026; 20 November 2026."""
    if not waarde:
        return ""
    waarde = _als_datum(waarde)
    return formats.date_format(waarde, "j F Y") if _engels() else opmaak.datum(waarde)


@register.filter
def dag_lang(waarde):
    """vrijdag 20 november 2026; Friday 20 November 2026: a last day or an appointment."""
    if not waarde:
        return ""
    waarde = _als_datum(waarde)
    return formats.date_format(waarde, "l j F Y") if _engels() else opmaak.datum_lang(waarde)


@register.filter
def geboren(jjjjmmdd):
    """3 april 1948; 3 April 1948; September 1948 (day unknown): day or month may be unknown (LO3: zeros)."""
    if not _engels():
        return opmaak.onvolledige_datum(jjjjmmdd)
    if len(jjjjmmdd or "") != 8 or jjjjmmdd == "00000000":
        return "unknown"
    jaar, maand, dag_ = int(jjjjmmdd[:4]), int(jjjjmmdd[4:6]), int(jjjjmmdd[6:])
    if not maand:
        return f"{jaar} (day and month unknown)"
    if not dag_:
        return formats.date_format(dt.date(jaar, maand, 1), "F Y") + " (day unknown)"
    return dag(dt.date(jaar, maand, dag_))


@register.filter
def kloktijd(om):
    """14.30 uur; 14.30."""
    if not om:
        return ""
    tijd = opmaak.tijd(timezone.localtime(om))
    return tijd if _engels() else f"{tijd} uur"
