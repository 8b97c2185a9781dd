"""With whom production talks: only whom its settings name, over TLS, with secrets that a file may hold."""

import os
import subprocess
import sys
from functools import partial

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import RequestFactory

from config.diensten import PROJECT
from config.diensten.controle import productie
from config.geheimen import GEHEIM, uit_bestanden
from config.https import AlleenPaginasNaarHttps
from toegang import verbindingen
from toegang.uitgaand import mag_naar
from toegang.verbindingen import Verbinding, check_tls

BRP = Verbinding("BRP_URL", "brp.example", 443, True)
PROEF = """
import socket, django
django.setup()
from toegang.uitgaand import UitgaandGeweigerd
uit = []
for host, poort in (("127.0.0.1", 9), ("brp.example", 443), ("brp.example", 80), ("elders.example", 443), ("192.0.2.1", 443)):
    try:
        socket.getaddrinfo(host, poort)
        uit.append("mag")
    except UitgaandGeweigerd:
        uit.append("nee")
    except socket.gaierror:
        uit.append("mag")
print("UITKOMST", *uit)
"""


@pytest.mark.parametrize(
    ("host", "poort", "mag"),
    [
        ("brp.example", 443, True), (b"BRP.example.", "443", True), ("brp.example", None, True),
        ("brp.example", 80, False), ("brp.example.elders.example", 443, False), ("elders.example", 443, False),
        ("169.254.169.254", 80, False), ("127.0.0.1", 1, True), (None, 8000, True), ("/run/redis.sock", None, True),
    ],
)  # fmt: skip
def test_uitgaand_alleen_wie_in_de_lijst_staat(host, poort, mag):
    assert mag_naar(host, poort, [BRP]) is mag


def test_uitgaand_een_proces_van_productie_komt_nergens_anders():
    omgeving = {k: w for k, w in os.environ.items() if not k.startswith(("TOEGANG", "CELERY"))}
    omgeving |= productie() | {"BRP_URL": "https://brp.example/haalcentraal"}

    gedaan = subprocess.run(
        [sys.executable, "-c", PROEF], cwd=PROJECT, env=omgeving, capture_output=True, text=True, check=True
    )

    assert "UITKOMST mag mag nee nee nee" in gedaan.stdout
    assert "uitgaand_geweigerd" in gedaan.stdout + gedaan.stderr


def test_verbindingen_zonder_tls_naar_een_ander_houden_de_uitrol_tegen(settings, monkeypatch):
    """Each system in turn on another machine in plain: named; over TLS, or on this machine: not."""
    database = partial(monkeypatch.setitem, settings.DATABASES, "default")
    database({"HOST": "", "PORT": ""})
    settings.CELERY_BROKER_URL = "redis+socket:///run/redis.sock"
    assert check_tls() == []

    def gemeld() -> set[str]:
        return {fout.msg.split(":")[0] for fout in check_tls()}

    database({"HOST": "db.example", "PORT": "5432", "OPTIONS": {"sslmode": "require"}})
    settings.CELERY_BROKER_URL = "redis://redis.example:6379/0"
    settings.CLAMAV = {"url": "tcp://scan.example:3310", "seconden": 1}
    settings.BRP = settings.BRP | {"url": "http://brp.example"}
    settings.OIDC = settings.OIDC | {"issuer": "http://broker.example"}
    settings.E_MAIL = {"aan": True, "van": "x@example.nl"}
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = "mail.example", False, False
    assert gemeld() == {"DATABASE_URL", "REDIS_URL", "CLAMAV_URL", "BRP_URL", "OIDC_ISSUER", "EMAIL_URL"}

    database({"HOST": "db.example", "OPTIONS": {"sslmode": "verify-full"}})
    settings.CELERY_BROKER_URL = "rediss://redis.example:6379/0"
    settings.CLAMAV = {"url": "tcp://127.0.0.1:3310", "seconden": 1}
    settings.BRP = settings.BRP | {"url": "https://brp.example"}
    settings.OIDC = settings.OIDC | {"issuer": "https://broker.example"}
    settings.EMAIL_USE_TLS = True
    settings.UITGAAND_OOK = ["sleutels.broker.example:8443"]
    assert gemeld() == set()
    assert {(v.host, v.poort) for v in verbindingen.verbindingen()} == {
        ("db.example", 5432), ("redis.example", 6379), ("127.0.0.1", 3310), ("brp.example", 443),
        ("broker.example", 443), ("mail.example", settings.EMAIL_PORT), ("sleutels.broker.example", 8443),
    }  # fmt: skip

    settings.CELERY_BROKER_URL = "redis://redis:6379/0"
    assert gemeld() == {"REDIS_URL"}
    settings.ZONDER_TLS = ["redis"]  # the bridge of compose, within this machine
    assert gemeld() == set()


def test_geheimen_komen_uit_een_bestand(tmp_path):
    (tmp_path / "sleutel").write_text("test-uit-de-kluis\n", encoding="utf-8")
    (tmp_path / "leeg").write_text("", encoding="utf-8")
    omgeving = {"SECRET_KEY_FILE": str(tmp_path / "sleutel"), "IETS_FILE": "blijft"}

    uit_bestanden(omgeving)

    assert omgeving == {"SECRET_KEY": "test-uit-de-kluis", "IETS_FILE": "blijft"}
    for fout in (
        {"SECRET_KEY_FILE": str(tmp_path / "weg")},
        {"SECRET_KEY_FILE": str(tmp_path / "leeg")},
        {"SECRET_KEY_FILE": str(tmp_path / "sleutel"), "SECRET_KEY": "ook"},
    ):
        with pytest.raises(ImproperlyConfigured):
            uit_bestanden(fout)
    blad = (PROJECT / "docs/beheer.md").read_text(encoding="utf-8")
    assert [naam for naam in GEHEIM if naam not in blad] == []


def test_https_alleen_wie_een_pagina_opent_wordt_doorgestuurd(settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_REDIRECT_EXEMPT = True, [r"^gezond/$"]
    laag, maak = AlleenPaginasNaarHttps(lambda verzoek: HttpResponse("door")), RequestFactory()
    pagina = {"Accept": "text/html,application/xhtml+xml"}

    def code(methode, pad, **anders):
        return laag(getattr(maak, methode)(pad, **anders)).status_code

    assert code("get", "/", headers=pagina) == 200  # on to Django, which redirects
    assert code("get", "/gezond/") == 200
    assert code("get", "/", headers={"Accept": "application/json"}) == 403
    assert code("post", "/account/login/", headers=pagina) == 403
    assert code("post", "/account/login/", headers=pagina, secure=True) == 200
