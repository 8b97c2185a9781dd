"""Sign-in of colleagues: password, second factor, limits, and a session that ends."""

import datetime

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.sessions.models import Session
from django.test import Client, override_settings
from django.urls import reverse

from tests.eenmalige_code import code_van
from tests.fabrieken import MedewerkerFabriek
from toegang.models import Concept
from toegang.rechten import Rol

pytestmark = pytest.mark.django_db
WACHTWOORD = "een zin van vier woorden"


@pytest.fixture
def medewerker():
    m = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    m.set_password(WACHTWOORD)
    m.save()
    return m


def inloggen(client, medewerker, wachtwoord=WACHTWOORD):
    return client.post(reverse("account_login"), {"login": medewerker.username, "password": wachtwoord})


def test_zonder_tweede_factor_kom_je_niet_verder_dan_het_koppelen(medewerker):
    client = Client()
    inloggen(client, medewerker)

    antwoord = client.get(reverse("begin"))

    assert antwoord.status_code == 302
    assert antwoord["Location"] == reverse("mfa_activate_totp")


def test_met_tweede_factor_vraagt_de_code_en_laat_dan_binnen(medewerker):
    geheim = generate_totp_secret()
    TOTP.activate(medewerker, geheim)
    client = Client()

    antwoord = inloggen(client, medewerker)
    assert antwoord["Location"].startswith(reverse("mfa_authenticate"))
    assert "_auth_user_id" not in client.session
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "_auth_user_id" not in client.session
    client.post(reverse("mfa_authenticate"), {"code": code_van(geheim)})

    assert client.session["_auth_user_id"] == str(medewerker.pk)
    assert geheim not in str(Authenticator.objects.get(user=medewerker).data)


def test_na_vijf_missers_is_het_even_dicht(medewerker):
    client = Client()

    antwoorden = [inloggen(client, medewerker, "fout wachtwoord") for _ in range(5)]
    inloggen(client, medewerker)  # the right password, too late

    assert [a.status_code for a in antwoorden] == [200, 200, 200, 200, 429]
    assert "_auth_user_id" not in client.session


def test_de_sessie_eindigt_na_een_kwartier_zonder_werk(client, medewerker):
    with time_machine.travel(datetime.datetime(2026, 12, 3, 9, 0, tzinfo=datetime.UTC), tick=False) as klok:
        client.als(medewerker)
        klok.shift(datetime.timedelta(minutes=14))
        assert client.get(reverse("begin")).status_code == 302
        client.get(reverse("gezond"))
        klok.shift(datetime.timedelta(minutes=14))
        assert client.get("/toegang/bestaat-niet/").wsgi_request.user.is_authenticated
        klok.shift(datetime.timedelta(minutes=16))
        assert not client.get("/toegang/bestaat-niet/").wsgi_request.user.is_authenticated


def test_de_sessie_duurt_hoogstens_tien_uur(client, medewerker):
    with time_machine.travel(datetime.datetime(2026, 12, 3, 8, 0, tzinfo=datetime.UTC), tick=False) as klok:
        client.als(medewerker)
        for _ in range(61):
            client.get("/toegang/bestaat-niet/")
            klok.shift(datetime.timedelta(minutes=10))
        assert client.get("/toegang/bestaat-niet/").wsgi_request.lezer is None


def test_wat_getypt_was_toen_de_sessie_eindigde_blijft(client, medewerker):
    with time_machine.travel(datetime.datetime(2026, 12, 3, 9, 0, tzinfo=datetime.UTC), tick=False) as klok:
        client.als(medewerker)
        client.get("/toegang/bestaat-niet/")
        klok.shift(datetime.timedelta(minutes=40))
        client.post("/toegang/zaak/x/", {"tekst": "Wat de beller vertelde", "formuliersleutel": "weg"})

    concept = Concept.objects.get(actor=medewerker.actor)
    assert concept.gegevens == {"tekst": ["Wat de beller vertelde"]}
    assert Session.objects.exists()


def test_wie_uit_dienst_is_komt_er_niet_meer_in(client, medewerker):
    client.als(medewerker)
    medewerker.is_active = False
    medewerker.save()

    assert client.get("/toegang/bestaat-niet/").wsgi_request.lezer is None


@override_settings(TWEEDE_FACTOR_VERPLICHT=True)
def test_niemand_meldt_zichzelf_aan():
    assert Client().get("/account/signup/").status_code == 404
