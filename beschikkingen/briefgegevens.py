"""What a letter reads along with its besluit: the first contact, the last talk, the reasons, the lines. Reads only."""

from django.db.models import OuterRef, QuerySet

from beschikkingen.models import Besluit, Besluitreden, Besluitregel
from toegang.feiten import als, rijen
from toegang.models import Contactmoment
from toegang.vaste_vraag import vaste_vraag
from wijkteams.models import Huisbezoek


def met_alles(besluit_id) -> Besluit:
    """The besluit with all that its letter says, in two statements."""
    (besluit,) = _met_alles(pk=besluit_id)
    besluit.gelezen_regels = _regels(besluit=besluit.pk)
    return besluit


@vaste_vraag
def _met_alles(pk) -> QuerySet[Besluit]:
    """The besluit with all that its letter says, but for the lines."""
    return (
        Besluit.objects.select_related(
            "zaak__dossier__inwoner",
            "zaak__regisseur",
            "aanvraag",
            "ondertekend_door__medewerker",
            "bezwaar__besluit",
            "ingebrekestelling",
            "sjabloon",
        )
        .annotate(
            gelezen_redenen=rijen(Besluitreden.objects.filter(besluit=OuterRef("pk")), "trede", "tekst"),
            gelezen_contact=rijen(eerste_contact(OuterRef("zaak")), "kanaal", "namens_naam"),
            gelezen_bezoek=rijen(laatste_bezoek(OuterRef("zaak")), "gepland_om", "plaats"),
            gelezen_consulent=rijen(
                laatste_bezoek(OuterRef("zaak")), "first_name", "last_name", "username", via="consulent__"
            ),
        )
        .filter(pk=pk)
    )


@vaste_vraag
def _regels(besluit) -> QuerySet[Besluitregel]:
    return Besluitregel.objects.select_related("indicatie__product", "indicatie__aanbieder").filter(
        besluit=besluit
    )


def eerste_contact(zaak) -> QuerySet[Contactmoment]:
    """How it began."""
    return Contactmoment.objects.filter(zaak=zaak).order_by("ontvangen_op", "pk")[:1]


def laatste_bezoek(zaak) -> QuerySet[Huisbezoek]:
    """The talk that the letter names."""
    geweest = Huisbezoek.objects.filter(zaak=zaak, status="geweest")
    return geweest.order_by("-gepland_om", "pk")[:1]


def mee_gelezen(besluit: Besluit, wat: str, model, anders: QuerySet) -> list:
    """What `bouwen` read along with the besluit; of a besluit that was read another way it is read now."""
    gelezen = besluit.__dict__.get(f"gelezen_{wat}")
    return list(anders) if gelezen is None else als(model, gelezen)
