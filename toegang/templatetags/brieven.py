"""How a sentence that a colleague wrote stands in a letter."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

VAST = "\N{NO-BREAK SPACE}"
BEDRAG = re.compile(r"€\s?(\d[\d.]*(?:,\d{2})?)")
MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# a telephone number, and the day with its month
BIJEEN = re.compile(rf"(?<=\d) (?=\d|(?:{MAANDEN})\b)")


@register.filter
def brieftekst(tekst: str) -> SafeString:
    """Escaped; amounts in bold; an amount, a telephone number or a day is never broken over two lines."""
    veilig = BIJEEN.sub(VAST, str(conditional_escape(tekst)))
    return mark_safe(BEDRAG.sub(rf"<strong>€{VAST}\1</strong>", veilig))  # noqa: S308  # nosec B308 B703
