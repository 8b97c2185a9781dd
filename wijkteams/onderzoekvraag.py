"""The whole onderzoek of a zaak in one statement, whatever the number of hulpvragen and rungs."""

from django.db.models import OuterRef, QuerySet

from toegang.feiten import als, rijen
from toegang.models import Zaak
from toegang.vaste_vraag import vaste_vraag
from wijkteams.models import Gespreksdeel, Huisbezoek, Hulpvraag, Onderzoek, Trede
from wijkteams.statussen import HuisbezoekStatus

DEEL = ("versie", "onderzoek_id", "leefgebied", "wat_lukt", "wat_lukt_niet", "wie_helpt")
VRAAG = ("versie", "onderzoek_id", "nummer", "leefgebied", "omschrijving", "gewenst_resultaat")
TREDE = tuple(veld.attname for veld in Trede._meta.concrete_fields if veld.attname != "id")
BEZOEK = ("gepland_om", "status", "aanwezigen", "identiteit_gezien")


@vaste_vraag
def _onderzoek(zaak) -> QuerySet[Onderzoek]:
    delen = Gespreksdeel.objects.filter(onderzoek=OuterRef("pk")).order_by("leefgebied")
    hulpvragen = Hulpvraag.objects.filter(onderzoek=OuterRef("pk")).order_by("nummer", "pk")
    treden = Trede.objects.filter(hulpvraag__onderzoek=OuterRef("pk")).order_by("trede")
    geweest = Huisbezoek.objects.filter(zaak=OuterRef("zaak"), status=HuisbezoekStatus.GEWEEST)
    return (
        Onderzoek.objects.filter(zaak=zaak)
        .select_related("zaak__vraagverheldering", "jeugd")
        .annotate(
            gelezen_delen=rijen(delen, *DEEL),
            gelezen_vragen=rijen(hulpvragen, *VRAAG),
            gelezen_treden=rijen(treden, *TREDE),
            gelezen_bezoeken=rijen(geweest.order_by("-gepland_om")[:1], *BEZOEK),
        )
    )


def onderzoek_van(zaak: Zaak) -> Onderzoek | None:
    """With the talk, the hulpvragen and their rungs as if prefetched; `vraag` is the vraagverheldering.

    `zaak` comes from `zaak_ophalen`: its header was read already and is not read again.
    """
    gevonden = _onderzoek(zaak=zaak.pk)
    if not gevonden:
        return None
    onderzoek = gevonden[0]
    onderzoek.vraag = getattr(onderzoek.zaak, "vraagverheldering", None)
    onderzoek.zaak = zaak
    delen, hulpvragen = als(Gespreksdeel, onderzoek.gelezen_delen), als(Hulpvraag, onderzoek.gelezen_vragen)
    treden = als(Trede, onderzoek.gelezen_treden)
    for hulpvraag in hulpvragen:
        hulpvraag.onderzoek = onderzoek
        _vooraf(hulpvraag, "treden", Trede, [t for t in treden if t.hulpvraag_id == hulpvraag.pk])
    _vooraf(onderzoek, "gespreksdelen", Gespreksdeel, delen)
    _vooraf(onderzoek, "hulpvragen", Hulpvraag, hulpvragen)
    bezoeken = als(Huisbezoek, onderzoek.gelezen_bezoeken)
    onderzoek.bezoek = bezoeken[0] if bezoeken else None
    return onderzoek


def _vooraf(rij, naam: str, model, kinderen: list) -> None:
    """`rij.<naam>.all()` gives these, as after prefetch_related."""
    gevuld = model.objects.all()
    gevuld._result_cache = kinderen
    gevuld._prefetch_done = True
    rij.__dict__.setdefault("_prefetched_objects_cache", {})[naam] = gevuld
