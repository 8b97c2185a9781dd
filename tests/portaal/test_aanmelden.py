"""Who signs in by the provider and who does not; the session is new each time, and ends."""

import datetime

import pytest
import structlog
import time_machine
from authlib.integrations.base_client import OAuthError
from django.http import HttpResponseRedirect
from django.test import override_settings

from portaal.aanmelden import aanbieder
from portaal.models import Portaalsessie
from tests.fabrieken import InwonerFabriek
from tests.portaal.conftest import Burgerklant
from tests.wijkteams.opstellingen import om

pytestmark = pytest.mark.django_db
BSN = "999900006"
NU = om(datetime.date(2026, 12, 3), 11)
WAT = ("inloggen_mislukt", "ingelogd")
AANBIEDER = {
    "issuer": "https://broker.example", "client_id": "portaal", "client_secret": "geheim-van-de-test", "scope": "openid",
    "bsn": "bsn", "acr": ["hoog"], "naam": "DigiD",
}  # fmt: skip


@pytest.fixture
def terug(burger, monkeypatch):
    """Back from the provider with these claims (an Exception: what goes wrong there)."""

    def komen(wat):
        def antwoord(request):
            if isinstance(wat, Exception):
                raise wat
            return {"userinfo": wat}

        monkeypatch.setattr(aanbieder(), "authorize_access_token", antwoord)
        return burger.get("/inloggen/terug/")

    with override_settings(OIDC=AANBIEDER):
        yield komen


def test_wie_er_niet_in_komt(burger, terug):
    InwonerFabriek(bsn=BSN)
    for wat, waarheen in (
        ({"bsn": BSN, "acr": "laag"}, "/inloggen/niet-gelukt/"),
        ({"bsn": BSN}, "/inloggen/niet-gelukt/"),
        ({"bsn": "999900007", "acr": "hoog"}, "/inloggen/niet-gelukt/"),
        ({"acr": "hoog"}, "/inloggen/niet-gelukt/"),
        (OAuthError("access_denied"), "/inloggen/niet-gelukt/"),
        ({"bsn": "999900018", "acr": "hoog"}, "/inloggen/niet-bekend/"),
    ):
        assert (wat, terug(wat)["Location"]) == (wat, waarheen)
        assert burger.get("/vragen/")["Location"] == "/"

    assert terug({"bsn": BSN, "acr": "hoog"})["Location"] == "/voor-wie/"
    assert burger.get("/voor-wie/")["Location"] == "/"
    assert burger.get("/vragen/").status_code == 200


def test_de_sessie_eindigt_en_is_elke_keer_een_nieuwe(burger, terug):
    InwonerFabriek(bsn=BSN)
    goed = {"bsn": BSN, "acr": "hoog"}
    sleutels = []
    with time_machine.travel(NU, tick=False) as klok:
        for _ in range(2):
            terug(goed)
            burger.get("/voor-wie/")
            sleutels.append(
                burger.cookies["sessionid" if "sessionid" in burger.cookies else naam(burger)].value
            )
        assert len(set(sleutels)) == 2
        assert Portaalsessie.objects.count() == 1

        klok.shift(16 * 60)
        assert burger.get("/vragen/")["Location"] == "/"

        terug(goed)
        burger.get("/voor-wie/")
        for _ in range(10 * 6):
            klok.shift(10 * 60)
            assert burger.get("/vragen/").status_code == 200
        klok.shift(10 * 60)
        assert burger.get("/vragen/")["Location"] == "/"


def test_opnieuw_inloggen_alleen_hier_eindigt_de_rest(burger, terug, monkeypatch):
    """One's own sessions stand on the page without their key; an ordinary sign-in ends none of them."""
    ik, ander = InwonerFabriek(bsn=BSN), InwonerFabriek()
    goed = {"bsn": BSN, "acr": "hoog"}
    monkeypatch.setattr(aanbieder(), "authorize_redirect", lambda *a, **k: HttpResponseRedirect("/"))
    tablet, van_een_ander = Burgerklant(), Burgerklant()
    tablet.als(ik), van_een_ander.als(ander)

    burger.get("/inloggen/")
    terug(goed)
    burger.get("/voor-wie/")
    html = burger.get("/gegevens/ingelogd/").content.decode()
    assert html.count("<li><strong>") == 2
    assert html.count("(dit apparaat)") == 1
    assert tablet.session.session_key not in html
    assert tablet.get("/vragen/").status_code == 200

    burger.get("/inloggen/?alleen=hier")
    terug(goed)
    burger.get("/voor-wie/")
    assert tablet.get("/vragen/")["Location"] == "/"
    assert [k.get("/vragen/").status_code for k in (burger, van_een_ander)] == [200, 200]
    assert "op geen ander apparaat" in burger.get("/gegevens/ingelogd/").content.decode()


def naam(burger) -> str:
    """The name of the session's cookie."""
    return next(n for n in burger.cookies if "sessie" in n or "portaal" in n)


def test_elke_poging_staat_in_het_logboek(terug):
    inwoner = InwonerFabriek(bsn=BSN)
    with structlog.testing.capture_logs() as gezien:
        terug(OAuthError("access_denied"))
        terug({"bsn": "999900018", "acr": "hoog"})
        terug({"bsn": BSN, "acr": "hoog"})

    assert [(r["event"], r.get("bekend")) for r in gezien if r["event"] in WAT] == [
        ("inloggen_mislukt", None), ("ingelogd", False), ("ingelogd", True),
    ]  # fmt: skip
    assert str(inwoner.pk) in [r.get("inwoner") for r in gezien]
    assert BSN not in str(gezien)


def test_na_uitloggen_houdt_de_browser_niets(burger):
    burger.als(InwonerFabriek())
    pagina = burger.get("/gegevens/")
    sleutel = burger.cookies[naam(burger)].value

    burger.post("/uitloggen/")

    assert "no-store" in pagina["Cache-Control"]
    assert not Portaalsessie.objects.filter(session_key=sleutel).exists()
    burger.cookies[naam(burger)] = sleutel  # the old cookie, put back
    assert burger.get("/gegevens/")["Location"] == "/"
