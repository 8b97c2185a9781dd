"""What goes on after a contract or a product ends: a number of people, nobody's, and no small one."""

import datetime

from django.db.models import Count

from voorzieningen.models import Indicatie
from wijkteams.beeld.rekenen import buiten_team


def hulp_die_doorgaat(na: datetime.date, **welke) -> str:
    """'7 mensen', 'minder dan 5 mensen'; empty when no such help runs on this day or later."""
    loopt = Indicatie.objects.geldend().filter(einddatum__gte=na, **welke)
    aantal = loopt.aggregate(n=Count("dossier", distinct=True))["n"]
    return f"{buiten_team(aantal)} mensen" if aantal else ""
