"""Words of the desk that a citizen reads, in his language."""

from django.utils.translation import gettext as _

from toegang.models import Leefgebied
from wijkteams.models import Actie


def leefgebied(waarde: str) -> str:
    return _(Leefgebied(waarde).label)


def wie_doet(soort: str) -> str:
    return _(Actie.Soort(soort).label)
