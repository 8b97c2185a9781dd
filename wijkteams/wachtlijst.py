"""What the waiting list says: since when a zaak is with the team, why it waits, when somebody looks again."""

from django.db.models import OuterRef, Q, Subquery

from toegang.models import Gebeurtenis, Zaak
from toegang.statussen import ZaakStatus
from wijkteams.models import Toewijzing, Wachtplek
from wijkteams.permissions import IN_BEHANDELING

WACHT = Q(status=ZaakStatus.TE_VERDELEN) | Q(status__in=IN_BEHANDELING, regisseur=None)  # wacht_op_regisseur
# Since it came to this team, or came back: the day on the timeline; and what the teamlead said about it.
NAAR_TEAM = ("zaak_doorgezet", "zaak_opgeschaald", "zaak_afgeschaald", "zaak_teruggegeven")
LOPEND = Wachtplek.objects.lopend().filter(zaak=OuterRef("pk"))
WACHTGEGEVENS = {
    "bij_team_op": Subquery(
        Gebeurtenis.objects.filter(zaak=OuterRef("pk"), soort__in=NAAR_TEAM).order_by("-pk").values("op")[:1]
    ),
    "wachtreden": Subquery(LOPEND.values("waarom")[:1]),
    "bekijken_op": Subquery(LOPEND.values("bekijken_op")[:1]),
}


def teruggegeven(zaak: Zaak) -> Toewijzing | None:
    """Who had it last, when he gave it back."""
    laatste = zaak.toewijzingen.select_related("regisseur").order_by("-vanaf_om", "-pk").first()
    return laatste if laatste and laatste.teruggegeven_omdat else None
