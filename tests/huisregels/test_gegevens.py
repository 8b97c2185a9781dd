"""Personal data: every field of a model about a person is classified, and its room knows the way to the inwoner."""

import pytest
from django.core.exceptions import FieldDoesNotExist

from tests.huisregels.bron import eigen_modellen
from toegang import onderdelen
from toegang.models import Inwoner
from toegang.rechten import VOOR_DE_FG, Grond

PERSOONLIJK = {"toegang.Inwoner", "toegang.Dossier", "toegang.Zaak"}
# Models whose rows say nothing about a person by themselves, with the reason.
ZONDER_GEGEVENS = {
    "toegang.Formuliersleutel": "a random key and an address; removed after a day",
    "toegang.Zegel": "hashes over the read log",
    "wijkteams.Medewerker": "a colleague, not a citizen; falls under the personnel file",
    "wijkteams.Lidmaatschap": "a colleague in a team",
    "wijkteams.WijkteamUserObjectPermission": "a colleague's right in a team",
    "wijkteams.WijkteamGroupObjectPermission": "unused; holds no rows",
    "beschikkingen.Mandaat": "a colleague's power to sign",
}
# Models with Gegevens that no export reads along a path to one inwoner, with the reason.
ZONDER_PAD = {
    "toegang.Inzage": "the log has its own export (who looked) and its own end: months are partitions",
    "toegang.Actor": "names who acted; stays as long as what was done stays",
    "toegang.Concept": "unsaved text of a colleague; gone when the form is saved, or after its term",
    "toegang.Huishouden": "holds an address; it goes when its last Huishoudlid goes",
    "toegang.Vernietiging": "the proof of a destruction: forgets its zaak when that is gone",
    "toegang.ZaakGroupObjectPermission": "unused; holds no rows",
}


def over_een_persoon(model, gezien=frozenset()) -> bool:
    """The model is, or points (also through others) at an inwoner, dossier or zaak."""
    if model._meta.label in PERSOONLIJK:
        return True
    for veld in model._meta.fields:
        doel = veld.related_model if veld.is_relation else None
        if doel is None or doel in gezien or doel._meta.label in {"toegang.Actor", "wijkteams.Medewerker"}:
            continue
        if over_een_persoon(doel, gezien | {model}):
            return True
    return False


MODELLEN = {m._meta.label: m for m in eigen_modellen()}
MET_GEGEVENS = {label: m for label, m in MODELLEN.items() if "Gegevens" in vars(m)}


@pytest.mark.parametrize("label", sorted(label for label, m in MODELLEN.items() if over_een_persoon(m)))
def test_wat_over_een_persoon_gaat_heeft_gegevens(label):
    assert label in MET_GEGEVENS or label in ZONDER_GEGEVENS


@pytest.mark.parametrize("label", sorted(MET_GEGEVENS))
def test_elk_veld_is_ingedeeld(label):
    model = MET_GEGEVENS[label]
    persoonlijk, overig = set(model.Gegevens.persoonlijk), set(model.Gegevens.overig)
    velden = {v.name for v in (*model._meta.fields, *model._meta.many_to_many)}

    assert not persoonlijk & overig, "in both"
    assert velden - persoonlijk - overig == set(), "in neither"
    assert (persoonlijk | overig) - velden == set(), "no such field"


def test_elk_model_staat_in_precies_een_onderdeel():
    fout = {}
    for label in sorted(set(MET_GEGEVENS) - set(ZONDER_PAD)):
        kamers = [o.naam for o in onderdelen.alle() if label in o.persoonsgegevens]
        if kamers != [MET_GEGEVENS[label]._meta.app_label]:
            fout[label] = kamers

    assert fout == {}


def eind_van_pad(model, pad: str):
    """The model at the end of `zaak__dossier__inwoner`; '' or 'self' is the model itself."""
    for stap in () if pad in ("", "self") else pad.split("__"):
        if stap in ("pk", "id"):
            continue
        model = model._meta.get_field(stap).related_model
    return model


@pytest.mark.parametrize(
    ("label", "pad"),
    sorted(
        (label, pad)
        for o in onderdelen.alle()
        for label, paden in o.persoonsgegevens.items()
        for pad in ((paden,) if isinstance(paden, str) else paden)
    ),
)
def test_het_pad_eindigt_bij_de_inwoner(label, pad):
    assert label in MET_GEGEVENS, "registered without Gegevens"

    try:
        eind = eind_van_pad(MET_GEGEVENS[label], pad)
    except FieldDoesNotExist as fout:
        pytest.fail(str(fout))

    assert eind is Inwoner


def test_wat_de_inwoner_niet_mag_weten_blijft_uit_de_inzage():
    """Of every model whose rows have a ground, those of a supervisor; and what only a supervisor makes, wholly."""
    weg = {label: rij for o in onderdelen.alle() for label, rij in o.niet_in_inzage.items()}
    geregistreerd = {label for o in onderdelen.alle() for label in o.persoonsgegevens}
    met_grond = {
        label for label in geregistreerd
        for veld in MET_GEGEVENS[label]._meta.concrete_fields
        if set((veld.choices and dict(veld.choices)) or ()) == set(Grond.values)
    }  # fmt: skip

    assert {label for label, rij in weg.items() if rij == {"grond": VOOR_DE_FG}} == met_grond != set()
    assert weg["toegang.Toezichtinzage"] == {}
    assert set(weg) <= geregistreerd
    for label, rij in weg.items():
        assert (
            not MET_GEGEVENS[label]._base_manager.filter(**rij).query.is_empty()
        )  # the filter is one of its fields


def test_een_bestand_zonder_zaak_hoort_ook_bij_een_inwoner():
    """What came with a contact that has no zaak yet: an export and a removal find it too."""
    paden = {label: pad for o in onderdelen.alle() for label, pad in o.persoonsgegevens.items()}

    assert paden["toegang.Document"] == ("zaak__dossier__inwoner", "contactmoment__inwoner", "inwoner")


def test_de_uitzonderingen_bestaan_nog():
    assert set(ZONDER_GEGEVENS) <= set(MODELLEN)
    assert set(ZONDER_PAD) <= set(MET_GEGEVENS)
    assert not set(ZONDER_GEGEVENS) & set(MET_GEGEVENS)
