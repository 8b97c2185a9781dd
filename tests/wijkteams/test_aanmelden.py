"""Signing in: name and password, then a code; every page in Dutch, every refusal with a way out."""

import datetime
import hashlib
import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.eenmalige_code import code_van
from tests.fabrieken import MedewerkerFabriek
from wijkteams.usecases.herstelcode_gebruiken import herstelcode_gebruiken
from wijkteams.usecases.herstelcodes_maken import herstelcodes_maken
from wijkteams.wachtwoord import check_lijst

pytestmark = pytest.mark.django_db
WACHTWOORD = "een zin van een paar woorden"


@pytest.fixture
def fatma():
    medewerker = MedewerkerFabriek(username="fbakker", first_name="Fatma", last_name="Bakker")
    medewerker.set_password(WACHTWOORD)
    medewerker.save()
    return medewerker


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


def codes_op(client):
    html = client.get(reverse("wijkteams:herstelcodes")).content.decode()
    return re.findall(r'<code class="tg-code">([\w-]+)</code>', html), html


def met_code(code):
    """A fresh browser, the password, and this code: who is in, and the page that said so."""
    ander = Client()
    inloggen(ander)
    antwoord = ander.post(reverse("mfa_authenticate"), {"code": code})
    return antwoord, ander


def test_aanmelden_met_een_herstelcode_kan_een_keer(client, fatma):
    """Ten of 120 bits, read once; each signs in once, however it is typed; kept as a hash and nowhere else."""
    koppelen(client)
    codes, html = codes_op(client)
    assert "U ziet ze maar één keer" in html
    assert len(set(codes)) == 10
    assert all(re.fullmatch(r"([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}", code) for code in codes)

    antwoord, ander = met_code(codes[0].lower().replace("-", " "))
    nog_eens, _ = met_code(codes[0])

    assert (antwoord.status_code, antwoord.url) == (302, "/")
    assert "U hebt nog 9 herstelcodes." in ander.get(reverse("wijkteams:ingelogd")).content.decode()
    assert nog_eens.status_code == 200
    assert "Er is 1 probleem" in nog_eens.content.decode()
    weer, html = codes_op(client)
    assert weer == []
    assert "nog 9 van de 10" in html
    rij = Authenticator.objects.get(user=fatma, type="recovery_codes")
    assert all(re.fullmatch(r"[0-9a-f]{64}", h) for h in rij.data["hashes"])
    bewaard = str(rij.data) + "".join(str(s.get_decoded()) for s in Session.objects.all())
    assert not any(code in bewaard or code.replace("-", "") in bewaard for code in codes)


def test_herstelcode_van_een_ander_of_van_vroeger_werkt_niet(client, fatma):
    """New ones end the old; the hash of a code is worth nothing in somebody else's row; a seed of before is gone."""
    koppelen(client)
    oud, _ = codes_op(client)
    sleutel = {"formuliersleutel": str(uuid.uuid4())}

    for _dubbel in range(2):
        assert client.post(reverse("wijkteams:herstelcodes"), sleutel).url == reverse(
            "wijkteams:herstelcodes"
        )

    nieuw, _ = codes_op(client)
    assert len(nieuw) == 10
    assert herstelcode_gebruiken(getypt=oud[1], door=fatma.actor) is None
    ander = MedewerkerFabriek()
    rij = Authenticator.objects.get(user=fatma, type="recovery_codes")
    Authenticator.objects.create(user=ander, type="recovery_codes", data=rij.data)
    assert herstelcode_gebruiken(getypt=nieuw[0], door=ander.actor) is None
    assert herstelcode_gebruiken(getypt="123456", door=fatma.actor) is None
    assert herstelcode_gebruiken(getypt=nieuw[0], door=fatma.actor).pk == rij.pk

    import_module("wijkteams.migrations.0012_herstelcodes_als_hash").oude_weg(apps, None)
    assert Authenticator.objects.filter(type="recovery_codes").count() == 2
    Authenticator.objects.filter(pk=rij.pk).update(data={"seed": "x", "used_mask": 0})
    import_module("wijkteams.migrations.0012_herstelcodes_als_hash").oude_weg(apps, None)
    assert not Authenticator.objects.filter(pk=rij.pk).exists()


def test_herstelcodes_vragen_een_app_en_een_bewijs(client, fatma):
    """Without an app there is nothing to recover; who sits down at an open screen makes none; who has none hears it."""
    geheim = koppelen(client)
    codes_op(client)
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=6), tick=False):
        antwoord = client.post(reverse("wijkteams:herstelcodes"), {"formuliersleutel": str(uuid.uuid4())})
        assert antwoord.url.startswith(reverse("account_reauthenticate"))
    Authenticator.objects.filter(user=fatma, type="recovery_codes").delete()
    _, ander = met_code(code_van(geheim))
    assert (
        "U hebt geen herstelcodes. Maak nieuwe" in ander.get(reverse("wijkteams:ingelogd")).content.decode()
    )
    Authenticator.objects.filter(user=fatma).delete()

    with pytest.raises(PermissionDenied, match="Koppel eerst een app"):
        herstelcodes_maken(door=fatma.actor, nu=timezone.now(), behalve="")


@pytest.mark.django_db(transaction=True)
def test_twee_keer_dezelfde_herstelcode_tegelijk_geeft_een_sessie(fatma):
    """Two requests with the same code, truly at once: the lock of the row lets one in."""
    Authenticator.objects.create(user=fatma, type="totp", data={})
    code = herstelcodes_maken(door=fatma.actor, nu=timezone.now(), behalve="")[0]

    def proberen(_):
        try:
            return herstelcode_gebruiken(getypt=code, door=fatma.actor) is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as samen:
        uitkomst = list(samen.map(proberen, range(4)))

    assert uitkomst.count(True) == 1


@pytest.mark.parametrize(
    "naam",
    [
        "account_logout",
        "account_reauthenticate",
        "account_change_password",
        "mfa_index",
        "mfa_reauthenticate",
        "wijkteams:herstelcodes",
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


def test_ingelogd_toont_elk_apparaat_en_beeindigt_de_rest(client, fatma, settings):
    """Her own devices only, never a key on the page; ending asks the password once more."""
    geheim = koppelen(client)
    ander = Client(headers={"user-agent": "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Safari/605"})
    inloggen(ander)
    ander.post(reverse("mfa_authenticate"), {"code": code_van(geheim)})
    ander.get("/toegang/")
    iemand = Client()
    iemand.force_login(MedewerkerFabriek())
    iemand.get("/account/logout/")

    html = client.get(reverse("wijkteams:ingelogd")).content.decode()

    assert html.count("tg-rijtje") == html.count("(dit apparaat)") + 1 == 2
    assert "Safari, iPad" in html
    assert ander.session.session_key not in html
    [merk] = re.findall(r'name="merk" value="(\w+)"', html)
    sleutel = {"formuliersleutel": str(uuid.uuid4())}
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=6), tick=False):
        antwoord = client.post(reverse("wijkteams:ingelogd"), {"merk": merk, **sleutel})
        assert antwoord["Location"].startswith(reverse("account_reauthenticate"))
        assert ander.get("/toegang/").wsgi_request.lezer is not None
        bevestigen(client)
        client.post(reverse("wijkteams:ingelogd"), {"merk": merk, "formuliersleutel": str(uuid.uuid4())})
        assert ander.get("/toegang/").wsgi_request.lezer is None
        assert client.get("/toegang/").wsgi_request.lezer is not None
        assert iemand.get("/account/logout/").wsgi_request.user.is_authenticated


def test_een_nieuwe_factor_of_een_nieuw_wachtwoord_eindigt_de_andere_sessies(
    client, fatma, django_capture_on_commit_callbacks
):
    """The app coupled, new codes, the app away, another password: each time whoever is in elsewhere is out."""
    geheim = ""

    def koppelt():
        nonlocal geheim
        pagina = client.get(reverse("mfa_activate_totp")).content.decode()
        geheim = re.search(r'<code class="tg-code">(\w+)</code>', pagina)[1]
        return client.post(reverse("mfa_activate_totp"), {"code": code_van(geheim)})

    nieuw = "een heel andere zin van woorden"
    daden = (
        koppelt,
        lambda: client.post(reverse("wijkteams:herstelcodes"), {"formuliersleutel": str(uuid.uuid4())}),
        lambda: client.post(reverse("mfa_deactivate_totp")),
        lambda: client.post(
            reverse("account_change_password"),
            {"oldpassword": WACHTWOORD, "password1": nieuw, "password2": nieuw},
        ),
    )
    inloggen(client)
    bevestigen(client)

    for daad in daden:
        elders = Client()
        elders.force_login(fatma)
        sleutel = elders.session.session_key
        with django_capture_on_commit_callbacks(execute=True):
            assert daad().status_code == 302
        assert not Session.objects.filter(session_key=sleutel).exists()
        assert Session.objects.filter(session_key=client.session.session_key).exists()


def test_wachtwoord_dat_gelekt_is_wordt_geweigerd(settings, tmp_path):
    """The file is halved, not read: first, last and middle line, with either end of line; nothing else is found."""
    gelekt = [f"gelekte zin nummer {n}" for n in range(50)]
    regels = sorted(hashlib.sha1(g.encode()).hexdigest().upper() + f":{n}" for n, g in enumerate(gelekt))
    for einde in ("\n", "\r\n"):
        (tmp_path / "lijst").write_bytes(einde.join(regels).encode())
        settings.WACHTWOORDEN_GELEKT = str(tmp_path / "lijst")
        for woord in gelekt:
            with pytest.raises(ValidationError, match="gelekte wachtwoorden"):
                validate_password(woord)
        for n in range(50):
            validate_password(f"andere zin nummer {n}")
    assert check_lijst() == []
    settings.WACHTWOORDEN_GELEKT = str(tmp_path / "weg")
    assert [fout.id for fout in check_lijst()] == ["wijkteams.E001"]
    settings.WACHTWOORDEN_GELEKT = ""
    validate_password(gelekt[0])
    assert [fout.id for fout in check_lijst()] == ["wijkteams.W001"]
