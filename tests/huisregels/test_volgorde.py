"""The order of the rooms: a model points back, never forward (import-linter cannot see labels)."""

import pytest

from tests.huisregels.bron import KAMERS, eigen_modellen

# The two places where a model may point to a later room by its label.
VOORUIT = {("toegang.Zaak", "wijkteam", "wijkteams.Wijkteam")}
GEBRUIKER = "wijkteams.Medewerker"  # AUTH_USER_MODEL


def sleutels_vooruit(modellen) -> set[tuple[str, str, str]]:
    """Every key from a model to a model of a later room."""
    plaats = {app: n for n, app in enumerate(KAMERS)}
    return {
        (model._meta.label, veld.name, veld.related_model._meta.label)
        for model in modellen
        for veld in (*model._meta.fields, *model._meta.many_to_many)
        if veld.is_relation
        and veld.related_model._meta.app_label in plaats
        and plaats[veld.related_model._meta.app_label] > plaats[model._meta.app_label]
    }


def test_een_model_wijst_niet_naar_een_latere_kamer():
    gevonden = {s for s in sleutels_vooruit(eigen_modellen()) if s[2] != GEBRUIKER}

    assert gevonden == VOORUIT


def test_de_gebruiker_is_de_medewerker(settings):
    assert settings.AUTH_USER_MODEL == GEBRUIKER


@pytest.mark.parametrize("app", KAMERS)
def test_elke_kamer_staat_in_de_volgorde_van_importlinter(app):
    import tomllib

    from tests.huisregels.bron import PROJECT

    regels = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    lagen = next(r for r in regels if r["type"] == "layers" and "containers" not in r)["layers"]

    assert [laag for laag in lagen if laag in KAMERS] == list(reversed(KAMERS))
    assert app in next(r for r in regels if "containers" in r)["containers"]
