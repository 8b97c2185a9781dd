"""What no page and no setting may lose: headers, cookies, dangerous calls, SQL from fixed text, passwords."""

import ast
import json
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from config.diensten.controle import productie
from config.settings import portaaldeel
from tests.fabrieken import MedewerkerFabriek
from tests.huisregels.bron import KAMERS, PROJECT, boom, naam, plek, python_bestanden

VERBODEN = {
    "eval", "exec", "os.system", "os.popen", "pickle.loads", "pickle.load", "marshal.loads", "yaml.load",
    "hashlib.md5", "hashlib.sha1", "random.random", "random.choice", "random.randint", "mark_safe",
}  # fmt: skip
# (file: call) that is fine, with the reason.
GENOEMD = {
    "toegang/templatetags/toegang.py: mark_safe": "each piece is escaped before it",
    "toegang/templatetags/brieven.py: mark_safe": "escaped first, then amounts in bold",
    "toegang/views/zaakkop.py: mark_safe": "a menu that a template drew",
    "toegang/pdf_toegankelijk.py: hashlib.md5": "the sum that PDF prescribes for an attachment; protects nothing",
    "wijkteams/wachtwoord.py: hashlib.sha1": "how the public list of leaked passwords names them; protects nothing",
    "toegang/verschillen.py: mark_safe": "every piece is escaped before it is marked",
}
# SQL that is put together from pieces: none of them comes from a person.
SAMENGESTELD = {
    "toegang/na_migratie.py": "names of our own tables, quoted",
    "portaal/weergaven.py": "names of our own views and tables, quoted",
}


def aanroepen(stam: ast.Module) -> list[tuple[ast.AST, str]]:
    """Every call of something dangerous, and every process started through a shell."""
    gevonden = []
    for knoop in ast.walk(stam):
        if isinstance(knoop, ast.Call):
            wat = ast.unparse(knoop.func)
            schil = any(k.arg == "shell" and getattr(k.value, "value", True) for k in knoop.keywords)
            if wat in VERBODEN or schil:
                gevonden.append((knoop, wat))
    return gevonden


def samengesteld(stam: ast.Module) -> list[ast.AST]:
    """`cursor.execute` of a text that is not fixed: an f-string, a `%` or a `+` with something in it."""
    return [
        k
        for k in ast.walk(stam)
        if isinstance(k, ast.Call)
        and getattr(k.func, "attr", "") in {"execute", "executemany", "raw", "extra"}
        and k.args
        and isinstance(k.args[0], ast.JoinedStr | ast.BinOp)
    ]


def test_niets_roept_iets_gevaarlijks_aan():
    fout = [
        f"{plek(p, k)} {wat}"
        for p in python_bestanden(*KAMERS)
        for k, wat in aanroepen(boom(p))
        if f"{naam(p)}: {wat}" not in GENOEMD
    ]

    assert fout == []


def test_sql_is_een_vaste_tekst():
    fout = [
        plek(p, k)
        for p in python_bestanden(*KAMERS)
        for k in samengesteld(boom(p))
        if naam(p) not in SAMENGESTELD
    ]

    assert fout == []


@pytest.mark.parametrize(
    "regel", ["eval(x)", "subprocess.run(x, shell=True)", "hashlib.md5(x)", "pickle.loads(x)"]
)
def test_de_regel_wordt_rood(regel):
    assert aanroepen(ast.parse(regel))
    assert samengesteld(ast.parse("c.execute(f'SELECT {x}')"))


@pytest.mark.django_db
def test_elk_antwoord_draagt_de_koppen(client):
    """A page, a redirect, a page that is not there, the folder of static files."""
    for pad in ("/account/login/", "/", "/bestaat-niet/", "/static/"):
        antwoord = client.get(pad)
        beleid = dict(deel.strip().split(" ", 1) for deel in antwoord["Content-Security-Policy"].split(";"))

        assert "unsafe" not in antwoord["Content-Security-Policy"]
        assert {beleid[d] for d in ("default-src", "object-src", "base-uri", "frame-ancestors")} == {"'none'"}
        assert {beleid[d] for d in ("script-src", "style-src", "form-action")} == {"'self'"}
        assert antwoord["X-Content-Type-Options"] == "nosniff"
        assert antwoord["Referrer-Policy"] == "same-origin"
        assert antwoord["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in antwoord
        assert antwoord.status_code == 404 or pad != "/static/"
        assert antwoord.status_code != 200 or "charset=utf-8" in antwoord["Content-Type"]


NAMEN = [
    "DEBUG",
    "SESSION_COOKIE_NAME",
    "LANGUAGE_COOKIE_NAME",
    "SESSION_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE",
    "SESSION_COOKIE_AGE",
    "CSRF_COOKIE_NAME",
    "CSRF_COOKIE_SECURE",
    "CSRF_COOKIE_HTTPONLY",
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "TWEEDE_FACTOR_VERPLICHT",
    "INSTALLED_APPS",
    "PASSWORD_HASHERS",
    "BSN_SLEUTELS",
]


def instellingen(module: str) -> dict:
    """What this settings module says, read in a process of its own."""
    anders = {
        "DJANGO_SETTINGS_MODULE": module, "PORTAAL_DATABASE_URL": "postgresql://toegang_portaal@localhost/toegang",
        "OIDC_ISSUER": "https://broker.example", "OIDC_CLIENT_ID": "portaal", "OIDC_CLIENT_SECRET": "geheim-van-de-test",
    }  # fmt: skip
    omgeving = {k: w for k, w in os.environ.items() if not k.startswith(("TOEGANG", "CELERY"))}
    vraag = (
        f"import json, importlib; m = importlib.import_module('{module}');"
        f"print(json.dumps({{n: getattr(m, n, None) for n in {NAMEN!r}}}, default=str))"
    )
    uit = subprocess.run(
        [sys.executable, "-c", vraag], cwd=PROJECT, env=omgeving | productie() | anders, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return json.loads(uit.stdout.splitlines()[-1])


def test_productie_van_loket_en_portaal_is_dicht():
    loket, portaal = (
        instellingen("config.settings.productie"),
        instellingen("config.settings.portaal_productie"),
    )

    for s in (loket, portaal):
        assert s["DEBUG"] is False
        assert s["SESSION_COOKIE_NAME"].startswith("__Host-")
        assert s["CSRF_COOKIE_NAME"].startswith("__Host-")
        assert s["SESSION_COOKIE_SECURE"]
        assert s["CSRF_COOKIE_SECURE"]
        assert s["SESSION_COOKIE_HTTPONLY"]
        assert s["CSRF_COOKIE_HTTPONLY"]
        assert s["SESSION_COOKIE_SAMESITE"] == "Lax"
        assert s["SESSION_COOKIE_AGE"] == 15 * 60
        assert s["SECURE_SSL_REDIRECT"]
        assert s["SECURE_HSTS_SECONDS"] >= 31_536_000
        assert s["SECURE_HSTS_INCLUDE_SUBDOMAINS"]
        assert not [a for a in s["INSTALLED_APPS"] if "demo" in a or "debug" in a]
    assert portaal["LANGUAGE_COOKIE_NAME"].startswith("__Host-")  # the desk has one language
    assert loket["TWEEDE_FACTOR_VERPLICHT"] is True
    assert loket["PASSWORD_HASHERS"][0].endswith("PBKDF2PasswordHasher")
    assert {loket["SESSION_COOKIE_NAME"], loket["CSRF_COOKIE_NAME"]}.isdisjoint(
        {portaal["SESSION_COOKIE_NAME"], portaal["CSRF_COOKIE_NAME"]}
    )
    assert not any(portaal["BSN_SLEUTELS"].values())  # no key that opens a BSN


def test_wachtwoorden_zijn_lang_en_verder_vrij():
    for goed in (
        "alleen kleine letters",
        "in Venlo fietsen wij altijd langs de Maas",
        "x" * 70 + "q",
        "ŁÄNGÉ ZÎN 123 ✓✓✓",
        "1928374655647382",
    ):
        validate_password(goed)
    for slecht in (
        "kort",
        "password1234",
        "qwertyuiop12",
        "Gemeente-Venlo-2026!",
        "wmo consulent 12345",
        "Zomer2026Zomer2026",
    ):
        with pytest.raises(ValidationError):
            validate_password(slecht)
    assert settings.AXES_FAILURE_LIMIT == 5


def test_alleen_onze_methoden(client):
    """Of the desk and of the citizen's site: the first thing that either does."""
    assert [client.generic(m, "/gezond/").status_code for m in ("TRACE", "PUT", "DELETE", "PATCH")] == [
        405
    ] * 4
    eerste = "config.methoden.AlleenOnzeMethoden"
    assert (settings.MIDDLEWARE[0], portaaldeel.MIDDLEWARE[0]) == (eerste, eerste)


@pytest.mark.django_db
def test_wachtwoord_wijzigen_vraagt_het_oude(client):
    """Masked fields that a password manager may fill in, and paste is not hindered (no script on the page does)."""
    pagina = client.als(MedewerkerFabriek()).get(reverse("account_change_password")).content.decode()

    velden = dict(re.findall(r'<input type="password" name="(\w+)"[^>]*autocomplete="([\w-]+)"', pagina))
    assert velden == {
        "oldpassword": "current-password", "password1": "new-password", "password2": "new-password",
    }  # fmt: skip
