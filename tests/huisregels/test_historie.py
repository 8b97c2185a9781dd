"""History that cannot be forgotten, moments tied to their person, and keys that protect."""

import pytest
from django.db import models

from tests.huisregels.bron import eigen_modellen
from toegang.models import Actor, HistorieQuerySet, HistorieVergeten, MetHistorie

MET_HISTORIE = [m for m in eigen_modellen() if issubclass(m, MetHistorie)]
# Personal data without history, with the reason.
ZONDER_HISTORIE = {
    "portaal.Verzoek": "what a citizen sent: never changed, but for the answer",
    "portaal.Verzoekbestand": "as it was sent; emptied when the desk kept it",
    "toegang.Actor": "names who acted; is made once",
    "toegang.Brpstand": "the queue of a nightly job; what changed is in the history of the person",
    "toegang.Concept": "unsaved text",
    "toegang.Gebeurtenis": "append-only: never edited",
    "toegang.Inzage": "append-only: the read log",
    "voorzieningen.Herinnering": "append-only: written with its effects, never changed",
    "toegang.Inzagereden": "one row a day, never edited",
    "toegang.ZaakUserObjectPermission": "an exception is given with ground and end; giving it is an event",
    "toegang.ZaakGroupObjectPermission": "unused; holds no rows",
}
# Keys that may take their rows along, with the reason.
NIET_BESCHERMD = {
    "toegang.Formuliersleutel.actor": "technical row",
    "toegang.Concept.actor": "unsaved text goes with its writer",
    "toegang.Weergave.medewerker": "a way to look at a list goes with its owner",
    "toegang.ZaakUserObjectPermission.user": "guardian's base model",
    "toegang.ZaakUserObjectPermission.permission": "guardian's base model",
    "toegang.ZaakUserObjectPermission.content_object": "a right on a zaak ends with the zaak",
    "toegang.ZaakGroupObjectPermission.group": "guardian's base model",
    "toegang.ZaakGroupObjectPermission.permission": "guardian's base model",
    "toegang.ZaakGroupObjectPermission.content_object": "unused; holds no rows",
    "wijkteams.WijkteamUserObjectPermission.user": "guardian's base model",
    "wijkteams.WijkteamUserObjectPermission.permission": "guardian's base model",
    "wijkteams.WijkteamUserObjectPermission.content_object": "a right in a team ends with the team",
    "wijkteams.WijkteamGroupObjectPermission.group": "guardian's base model",
    "wijkteams.WijkteamGroupObjectPermission.permission": "guardian's base model",
    "wijkteams.WijkteamGroupObjectPermission.content_object": "unused; holds no rows",
}
label = pytest.mark.parametrize("model", MET_HISTORIE, ids=lambda m: m._meta.label)


@label
def test_de_basismanager_weigert_stille_schrijfacties(model):
    assert model._base_manager.name == "objects"
    for beheerder in (model._base_manager, model._default_manager, model.objects):
        assert isinstance(beheerder.get_queryset(), HistorieQuerySet)
        for schrijf in ("update", "bulk_create", "bulk_update"):
            with pytest.raises(HistorieVergeten):
                getattr(beheerder.get_queryset(), schrijf)()


@label
def test_de_historie_houdt_actor_en_reden(model):
    historie = model.history.model

    assert historie._meta.get_field("history_user").related_model is Actor
    assert isinstance(historie._meta.get_field("history_id"), models.BigAutoField)
    assert isinstance(historie._meta.get_field("history_change_reason"), models.TextField)
    zelf = {v.name for v in model._meta.fields}
    assert zelf <= {v.name for v in historie._meta.fields}, "the history leaves a field out"


def test_elk_model_met_gegevens_heeft_historie():
    zonder = {m._meta.label for m in eigen_modellen() if "Gegevens" in vars(m)} - {
        m._meta.label for m in MET_HISTORIE
    }

    assert zonder == set(ZONDER_HISTORIE)


def paren(model) -> list[tuple[str, str]]:
    """(`verzonden_op`, `verzonden_door`): a moment and its person that belong together."""
    namen = {v.name for v in model._meta.fields}
    return [
        (f"{stam}_{soort}", f"{stam}_door")
        for stam in sorted(n.removesuffix("_door") for n in namen if n.endswith("_door"))
        for soort in ("op", "om")
        if f"{stam}_{soort}" in namen
    ]


def velden_van(conditie) -> set[str]:
    """The fields that a condition names."""
    gevonden = set()
    for kind in conditie.children:
        gevonden |= velden_van(kind) if isinstance(kind, models.Q) else {kind[0].split("__")[0]}
    return gevonden


def los(model) -> set[str]:
    """Pairs that may be empty and that no CheckConstraint ties together."""
    genoemd = [
        velden_van(c.condition) for c in model._meta.constraints if isinstance(c, models.CheckConstraint)
    ]
    return {
        f"{moment} / {door}"
        for moment, door in paren(model)
        if (model._meta.get_field(moment).null or model._meta.get_field(door).null)
        and not any({moment, door} <= velden for velden in genoemd)
    }


@pytest.mark.parametrize("model", eigen_modellen(), ids=lambda m: m._meta.label)
def test_een_moment_en_zijn_persoon_horen_bij_elkaar(model):
    assert los(model) == set()


@pytest.mark.parametrize("model", eigen_modellen(), ids=lambda m: m._meta.label)
def test_een_persoon_die_iets_deed_heeft_een_moment(model):
    zonder = {
        v.name
        for v in model._meta.fields
        if v.name.endswith("_door") and not any(door == v.name for _, door in paren(model))
    }

    assert zonder <= {"opgepakt_door", "verleend_door"}  # claimed now; `vanaf` is the moment of an exception


def test_een_sleutel_beschermt():
    onbeschermd = {
        f"{m._meta.label}.{v.name}"
        for m in eigen_modellen()
        for v in m._meta.fields
        if v.is_relation and v.remote_field.on_delete is not models.PROTECT
    }

    assert onbeschermd == set(NIET_BESCHERMD)
