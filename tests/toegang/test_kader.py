"""The frame of a page is drawn once for everybody with the same roles: what is of one person or request is not in it."""

import re

import pytest
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek
from toegang.rechten import Rol
from toegang.templatetags.kader import MERKEN

pytestmark = pytest.mark.django_db


def kader(client, wie) -> str:
    """All that stands before the page itself, and its footer."""
    html = client.als(wie).get(reverse("toegang:mijn_werk")).content.decode()
    return html.partition("<main")[0] + html.partition("</main>")[2]


def test_ieder_leest_zijn_eigen_naam_en_rollen(client):
    anna, bert = (
        MedewerkerFabriek(rollen=[Rol.KCC], first_name=v, last_name=a)
        for v, a in (("Anna", "Bos"), ("Bert", "Ros"))
    )
    chef = MedewerkerFabriek(rollen=[Rol.KCC, Rol.BEHEERDER], first_name="Chris", last_name="Vos")

    van_anna, van_bert, van_chef = (kader(client, wie) for wie in (anna, bert, chef))

    assert ["A. Bos (KCC)" in html for html in (van_anna, van_bert, van_chef)] == [True, False, False]
    assert ["B. Ros (KCC)" in html for html in (van_anna, van_bert, van_chef)] == [False, True, False]
    assert "C. Vos (KCC, beheerder)" in van_chef
    assert ["Nieuw contact" in html for html in (van_anna, van_chef)] == [True, True]
    assert ["Collega&#x27;s" in html for html in (van_anna, van_chef)] == [False, True]


def test_een_naam_is_tekst_ook_als_hij_op_een_merk_lijkt(client):
    naam = f"<b>{MERKEN['csrf_token']}"
    html = kader(client, MedewerkerFabriek(rollen=[Rol.KCC], first_name="", last_name=naam))

    assert f"&lt;b&gt;{MERKEN['csrf_token']} (KCC)" in html
    assert html.count(MERKEN["csrf_token"]) == 1  # the name; every other one was filled in


def test_elke_pagina_heeft_haar_eigen_sleutels(client):
    wie = MedewerkerFabriek(rollen=[Rol.KCC])
    een, twee = kader(client, wie), kader(client, wie)

    for naam in ("csrfmiddlewaretoken", "formuliersleutel"):
        waarden = [re.findall(f'name="{naam}" value="([^"]+)"', html) for html in (een, twee)]
        assert [len(w) for w in waarden] == ([3, 3] if naam == "csrfmiddlewaretoken" else [1, 1])
        assert set(waarden[0]).isdisjoint(waarden[1])
    assert not [merk for merk in MERKEN.values() if merk in een]


def test_wie_de_toetsen_uitzette_heeft_ze_niet_en_een_ander_wel(client):
    wie = MedewerkerFabriek(rollen=[Rol.KCC])
    assert {'accesskey="z"', 'accesskey="l"'} <= set(re.findall(r'accesskey="."', kader(client, wie)))

    client.cookies["sneltoetsen"] = "uit"
    uit = kader(client, wie)
    assert "accesskey" not in uit
    assert "Sneltoetsen aanzetten" in uit

    del client.cookies["sneltoetsen"]
    assert 'accesskey="z"' in kader(client, wie)
