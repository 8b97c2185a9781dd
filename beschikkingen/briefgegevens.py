"""What a letter reads along with its besluit: the first contact, the last talk, the reasons, the lines. Reads only."""

from django.db.models import OuterRef, QuerySet

from beschikkingen.models import Besluit, Besluitreden, Besluitregel
from toegang.feiten import als, rijen
from toegang.models import Contactmoment
from toegang.vaste_vraag import vaste_vraag
from voorzieningen.models import Budgetplan, Budgetplanregel
from wijkteams.models import Huisbezoek

VAN_EEN_PLAN = (
    "product_id", "ontvangen_op", "beheerder", "beheerder_naam", "beoordeeld_op", "beheer_voldaan", "beheer_reden",
    "wens_voldaan", "wens_reden", "kwaliteit_voldaan", "kwaliteit_reden", "weigergrond", "weigerreden",
)  # fmt: skip
VAN_EEN_PLANREGEL = (
    "plan_id", "volgorde", "van_wie", "soort", "volume", "eenheid", "frequentie", "tarief",
)  # fmt: skip


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
            gelezen_budgetplannen=rijen(
                Budgetplan.objects.geldend().filter(zaak=OuterRef("zaak")).order_by("ontvangen_op", "pk"),
                *VAN_EEN_PLAN,
            ),
            gelezen_planregels=rijen(
                Budgetplanregel.objects.filter(plan__zaak=OuterRef("zaak"), vervallen=False),
                *VAN_EEN_PLANREGEL,
            ),
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
