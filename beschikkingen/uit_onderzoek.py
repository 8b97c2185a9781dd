"""What the onderzoek already says that a besluit asks for: nobody types it twice. Reads only, invents nothing."""

from beschikkingen.models import Besluit
from toegang.models import Actor
from voorzieningen.models import Indicatie
from wijkteams.models import Gespreksdeel, Hulpvraag
from wijkteams.regels import MAATWERK
from wijkteams.verslagtekst import als_zin


def wat_niet_lukt(besluit: Besluit) -> str:
    """What does not go well, as it was recorded and stands in the verslag; of what was asked, and of nothing else.

    Of the areas of life of the needs that reached rung 7; of a refusal, where none did, of all of them.
    """
    vragen = Hulpvraag.objects.filter(onderzoek__zaak_id=besluit.zaak_id)
    gebieden = list(vragen.filter(treden__trede=MAATWERK).values_list("leefgebied", flat=True))
    gebieden = gebieden or list(vragen.values_list("leefgebied", flat=True))
    delen = Gespreksdeel.objects.filter(onderzoek__zaak_id=besluit.zaak_id, leefgebied__in=gebieden)
    teksten = delen.order_by("leefgebied", "pk").values_list("wat_lukt_niet", flat=True)
    return "\n".join(als_zin(tekst) for tekst in teksten if tekst.strip())


def voorbereider_van(besluit: Besluit) -> Actor | None:
    """Who proposed the help, when another draws up the besluit: he neither checks nor signs it (vierogen)."""
    historie = Indicatie.history.filter(id__in=besluit.voorstellen().values("pk"), history_type="+")
    anderen = historie.exclude(history_user=besluit.opgesteld_door).select_related("history_user")
    eerste = anderen.order_by("history_date", "history_id").first()
    return eerste.history_user if eerste else None
