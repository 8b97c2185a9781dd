"""Signing in: name and password, then a code; every page in Dutch, every refusal with a way out."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek

pytestmark = pytest.mark.django_db
WACHTWOORD = "een zin van een paar woorden"


@pytest.fixture
def fatma():
    medewerker = MedewerkerFabriek(username="fbakker", first_name="Fatma", last_name="Bakker")
    medewerker.set_password(WACHTWOORD)
    medewerker.save()
    return medewerker


def code_van(geheim):
    return format_hotp_value(hotp_value(geheim, next(yield_hotp_counters_from_time())))


def inloggen(client, wachtwoord=WACHTWOORD):
    return client.post(reverse("account_login"), {"login": "fbakker", "password": wachtwoord})


def bevestigen(client):
    """The password once more: whoever sits down at an open screen cannot link his own telephone."""
    return client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})


def koppelen(client):
    """Password, and the app for the first time; gives the secret of the app."""
    inloggen(client)
    bevestigen(client)
    pagina = client.get(reverse("mfa_activate_totp"))
    geheim = re.search(r'<code class="tg-code">(\w+)</code>', pagina.content.decode())[1]
    client.post(reverse("mfa_activate_totp"), {"code": code_van(geheim)})
    return geheim


def test_aanmelden_lege_velden_krijgen_een_zin(client):
    html = client.post(reverse("account_login"), {}).content.decode()

    assert "Er zijn 2 problemen" in html
    assert "Vul uw gebruikersnaam in" in html
    assert "Vul uw wachtwoord in" in html
    assert "<title>Fout: Inloggen" in html


def test_aanmelden_met_een_verkeerd_wachtwoord_zegt_niet_welk_deel_fout_is(client, fatma):
    html = inloggen(client, "iets anders").content.decode()

    assert "Er is 1 probleem" in html
    assert "gebruikersnaam en/of wachtwoord" in html


def test_aanmelden_zonder_app_vraagt_eerst_een_app(client, fatma):
    inloggen(client)

    antwoord = client.get("/toegang/")

    assert antwoord.url == reverse("mfa_activate_totp")
    assert "Bevestig dat u het bent" in client.get(antwoord.url, follow=True).content.decode()
    bevestigen(client)
    html = client.get(antwoord.url).content.decode()
    assert "<svg" in html
    assert "<?xml" not in html
    assert "style=" not in html


def test_aanmelden_met_een_verkeerde_code_wordt_geweigerd(client, fatma):
    inloggen(client)
    bevestigen(client)

    html = client.post(reverse("mfa_activate_totp"), {"code": "000000"}).content.decode()

    assert "Er is 1 probleem" in html


def test_aanmelden_met_app_vraagt_de_code(client, fatma):
    geheim = koppelen(client)
    client.post(reverse("account_logout"))
    ander = Client()

    antwoord = inloggen(ander)

    assert antwoord.url == reverse("mfa_authenticate")
    assert "Tweede stap van het inloggen" in ander.get(antwoord.url).content.decode()
    assert "Vul de code in" in ander.post(antwoord.url, {"code": ""}).content.decode()
    assert geheim


def test_aanmelden_met_een_herstelcode(client, fatma):
    koppelen(client)
    html = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    code = re.search(r'<code class="tg-code">([\w-]+)</code>', html)[1]
    ander = Client()
    inloggen(ander)

    antwoord = ander.post(reverse("mfa_authenticate"), {"code": code})

    assert antwoord.status_code == 302
    assert antwoord.url == "/"


@pytest.mark.parametrize(
    "naam",
    [
        "account_logout",
        "account_reauthenticate",
        "account_change_password",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_generate_recovery_codes",
        "mfa_view_recovery_codes",
        "mfa_deactivate_totp",
    ],
)
def test_aanmelden_elke_pagina_is_nederlands(client, fatma, naam):
    koppelen(client)

    antwoord = client.get(reverse(naam))

    assert antwoord.status_code == 200
    html = antwoord.content.decode()
    assert '<html lang="nl"' in html
    for engels in ("Sign ", "Enter ", "Password", "Recovery", "Authenticator</", "Confirm", "Two-Factor"):
        assert engels not in html
    for verboden in ("style=", "{{", "placeholder", "<script>"):
        assert verboden not in html


def test_uitloggen_is_een_post(client, fatma):
    koppelen(client)

    client.get(reverse("account_logout"))
    assert "_auth_user_id" in client.session
    client.post(reverse("account_logout"))

    assert "_auth_user_id" not in client.session
