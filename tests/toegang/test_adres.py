"""Addresses by name: the same as Django's own, for every shape."""

import uuid

import pytest
from django.template import engines
from django.template.defaulttags import URLNode
from django.urls import NoReverseMatch, reverse, set_script_prefix, set_urlconf

from toegang.adres import adres_van
from toegang.templatetags.adres import Adresknoop

PK = uuid.uuid4()
CONTEXT = {"pk": PK, "tekst": str(PK), "naam": "toegang:zaak", "nummer": 3, "niets": None}


@pytest.fixture(autouse=True)
def _voorvoegsel():
    yield
    set_script_prefix("/")
    set_urlconf(None)


VORMEN = [
    '{% url "toegang:zaak" pk %}', '{% url "toegang:zaak" tekst %}', '{% url naam pk %}',
    '{% url "toegang:zaak" pk=pk %}', '{% url "toegang:zaken" %}', '{% url "account_login" %}',
    '{% url "toegang:zaak" pk as adres %}<{{ adres }}>', '{% url "bestaat_niet" as adres %}<{{ adres }}>',
    '{% url "toegang:zaken" pk as adres %}<{{ adres }}>', '{% url "toegang:zaak" as adres %}<{{ adres }}>',
]  # fmt: skip
FOUT = ['{% url "bestaat_niet" %}', '{% url "toegang:zaken" pk %}', '{% url "toegang:zaak" %}',
        '{% url "toegang:zaak" nummer %}', '{% url "toegang:zaak" niets %}']  # fmt: skip


def getekend(bron: str) -> str:
    return engines["django"].from_string(bron).render(CONTEXT)


@pytest.mark.parametrize("bron", VORMEN)
@pytest.mark.parametrize("voorvoegsel", ["/", "/toegang-app/"])
def test_het_adres_in_een_sjabloon_is_dat_van_django(bron, voorvoegsel, monkeypatch):
    set_script_prefix(voorvoegsel)
    eigen = [getekend(bron), getekend(bron)]
    monkeypatch.setattr(Adresknoop, "render", URLNode.render)

    assert eigen == [getekend(bron)] * 2


@pytest.mark.parametrize("bron", FOUT)
def test_een_adres_dat_er_niet_is_breekt_de_pagina_zoals_bij_django(bron):
    with pytest.raises(NoReverseMatch):
        getekend(bron)


def test_een_adres_volgt_de_adressen_die_nu_gelden():
    assert adres_van("toegang:zaak", PK) == reverse("toegang:zaak", args=[PK])
    set_urlconf("tests.bench.grens")
    assert adres_van("toegang:zaak", PK) == ""
    set_urlconf(None)
    assert adres_van("toegang:zaak", PK) == reverse("toegang:zaak", args=[PK])
