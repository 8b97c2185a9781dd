"""Screens: every view is logged and decorated, every template is used, and no page carries its own script or style."""

import ast
import re

import pytest
from django.template import engines
from django.template.loader import get_template
from django.urls import URLPattern

from tests.huisregels.adressen import alle_adressen
from tests.huisregels.bron import PROJECT, boom, naam, plek, python_bestanden

# Addresses without @scherm, with the reason.
OPENBAAR = {
    "begin": "redirects to Mijn werk",
    "gezond": "health check: no person, no sign-in",
    "account_login": "sign-in",
    "account_logout": "sign-out",
    "account_reauthenticate": "sign-in again",
    "account_change_password": "one's own password (allauth asks for sign-in)",
    "account_inactive": "a colleague who left",
    "account_reset_password_from_key": "one's own password, by a link that works once",
    "mfa_authenticate": "second factor",
    "mfa_reauthenticate": "second factor",
    "mfa_index": "one's own second factor",
    "mfa_activate_totp": "one's own second factor",
    "mfa_deactivate_totp": "one's own second factor",
    "toegang:sessie_verlengen": "only moves the end of one's own session",
    "toegang:sneltoetsen": "one's own setting",
    "toegang:concept": "one's own unsaved text; shows nobody",
    "wijkteams:apparaat": "the secret of one's own device; no inwoner",
    "wijkteams:onderweg_schil": "an empty frame that lies in the browser's cache",
    "wijkteams:onderweg_werker": "a script and a list of static files",
    "openbaar:briefcontrole": "a code of a letter: reads nothing about a person",
    "openbaar:briefcontrole_antwoord": "what a signed address says: ours or not, and a day",
    "openbaar:verwijzen": "a referral by a signed link: reads nothing about a person",
    "openbaar:verwijzing_ontvangen": "what a signed address says: a reference and a day",
    "openbaar:vraag": "a question without account: reads nothing about a person",
    "socialekaart:hulp_in_de_buurt": "the sociale kaart: no person in it",
    "openbaar:vraag_ontvangen": "what a signed address says: a reference and a day",
}
SJABLONEN = PROJECT / "templates"
# Templates that replace one of a library or of Django, found by their name.
VAN_ANDEREN = re.compile(r"^(account/|mfa/|django/forms/|(400|403|403_csrf|404|429|500)\.html$)")
# Marked as safe, with the reason.
VEILIG = {
    "toegang/templatetags/toegang.py": "hidden fields of a form and the TOTP picture, each escaped or made here",
    "toegang/templatetags/brieven.py": "escaped first, then amounts in bold",
    "toegang/views/zaakkop.py": "a menu that a template drew; the key of the zaak, a UUID, is put into it",
    "toegang/templatetags/kader.py": "parts of the frame that a template drew; what is put into them is escaped",
    "toegang/verschillen.py": "every piece is escaped before it is marked",
    "templates/django/forms/veld.html": "a help text comes from code, never from a person",
}
# Pages of allauth, and the demo's first page: signing in is no act, so there is no one-time key. So on the portal:
# in and out, for whom one looks, the language.
ZONDER_SLEUTEL = re.compile(r"^templates/(account/|mfa/|demo/|portaal/(basis|begin|voor_wie)\.html$)")
UITLOGGEN = re.compile(r'action="\{(%\s*url "account_logout"\s*%|\{\s*(uitlog_url|sneltoetsen_url)\s*\})\}"')
SLEUTELVELDEN = re.compile(r"\{%\s*formulier\b|\{\{ zoekvelden \}\}")
FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
INLINE = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "inline script": re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE),
    "handler": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "javascript:": re.compile(r"javascript:", re.IGNORECASE),
    "hx-on": re.compile(r"hx-on", re.IGNORECASE),
    "no escaping": re.compile(r"\{%\s*autoescape\s+off"),
    "placeholder": re.compile(r"<(input|textarea)[^>]*\splaceholder=", re.IGNORECASE),
    "outside address": re.compile(r"<(script|link|img)[^>]*\b(src|href)=\"https?:", re.IGNORECASE),
}


def sjablonen() -> list[str]:
    return sorted(p.relative_to(SJABLONEN).as_posix() for p in SJABLONEN.rglob("*") if p.is_file())


def tekst(sjabloon: str) -> str:
    """The template without its comments."""
    bron = (SJABLONEN / sjabloon).read_text(encoding="utf-8")
    bron = re.sub(r"\{%\s*comment\b.*?endcomment\s*%\}", "", bron, flags=re.DOTALL)
    return re.sub(r"\{#.*?#\}", "", bron)


def test_elke_view_is_een_scherm_of_staat_op_de_lijst():
    zonder = {a.naam for a in alle_adressen() if not hasattr(a.view, "scherm")}

    assert zonder - set(OPENBAAR) == set()


def test_elk_scherm_heeft_zijn_eigen_naam():
    """The read log says which screen: one name, one view."""
    namen: dict[str, set] = {}
    for adres in alle_adressen():
        if hasattr(adres.view, "scherm"):
            namen.setdefault(adres.view.scherm, set()).add(
                f"{adres.view.__module__}.{adres.view.__qualname__}"
            )

    assert {naam: views for naam, views in namen.items() if len(views) > 1} == {}


def test_adressen_hebben_een_naam_en_geen_nummer_van_een_persoon():
    for adres in alle_adressen():
        assert adres.naam, adres.route
        if hasattr(adres.view, "scherm"):
            assert "<str:bsn>" not in adres.route
            assert isinstance(adres.route, str)


def genoemde_sjablonen() -> set[str]:
    """Names in Python strings, and in extends and include tags."""
    genoemd = {
        k.value
        for p in python_bestanden()
        for k in ast.walk(boom(p))
        if isinstance(k, ast.Constant) and isinstance(k.value, str) and re.search(r"\.(html|txt)$", k.value)
    }
    for sjabloon in sjablonen():
        genoemd |= set(re.findall(r'\{%\s*(?:extends|include)\s+"([^"]+)"', tekst(sjabloon)))
        for _, inhoud in re.findall(r"(include|with)([^%]*)%\}", tekst(sjabloon)):
            genoemd |= set(re.findall(r'"([\w/]+\.html)"', inhoud))
    return genoemd


def test_geen_sjabloon_is_ongebruikt():
    ongebruikt = {s for s in sjablonen() if not VAN_ANDEREN.match(s)} - genoemde_sjablonen()

    assert ongebruikt == set()


def test_elk_genoemd_sjabloon_bestaat_en_wordt_begrepen():
    for sjabloon in sorted(genoemde_sjablonen() | set(sjablonen())):
        if "/" in sjabloon or (SJABLONEN / sjabloon).exists():
            get_template(sjabloon)


def adresnamen() -> set[str]:
    return {a.naam for a in alle_adressen()}


def test_elk_genoemd_adres_bestaat():
    """`{% url %}`, reverse() and the addresses of tasks and events: a later room is named, and must exist."""
    kamers = r"(?:toegang|openbaar|wijkteams|voorzieningen|beschikkingen):[a-z_]+"
    genoemd = {
        f"{plek(p, k)} {k.value}"
        for p in python_bestanden()
        for k in ast.walk(boom(p))
        if isinstance(k, ast.Constant) and isinstance(k.value, str) and re.fullmatch(kamers, k.value)
    }
    for sjabloon in sjablonen():
        genoemd |= {f"{sjabloon} {n}" for n in re.findall(r'\{%\s*url\s+"([^"]+)"', tekst(sjabloon))}
        genoemd |= {f"{sjabloon} {n}" for n in re.findall(rf'"({kamers})"', tekst(sjabloon))}
    anders = ("config.demo.urls", "config.demo.urls_portaal")
    bestaat = adresnamen() | {a.naam for urlconf in anders for a in alle_adressen(urlconf)}

    dood = sorted(g for g in genoemd if g.split(" ")[1] not in bestaat)
    assert not dood, "\n".join(dood)


@pytest.mark.parametrize("soort", INLINE)
def test_geen_pagina_draagt_zijn_eigen_script_of_stijl(soort):
    assert [s for s in sjablonen() if s.endswith(".html") and INLINE[soort].search(tekst(s))] == []


def test_niets_wordt_zomaar_veilig_verklaard():
    gevonden = {
        f"templates/{s}"
        for s in sjablonen()
        if s.endswith(".html") and re.search(r"\|\s*safe\b|safeseq", tekst(s))
    }
    gevonden |= {
        naam(p)
        for p in python_bestanden()
        for k in ast.walk(boom(p))
        if isinstance(k, ast.Call)
        and getattr(k.func, "id", getattr(k.func, "attr", "")) in {"mark_safe", "SafeString"}
    }

    assert gevonden <= set(VEILIG)


def formulieren_zonder_sleutel(bron: str) -> list[str]:
    """POST forms without `{% formulier %}`, or what `toegang/templatetags/kader.py` fills in of it."""
    gevonden = []
    for formulier in FORM.findall(bron):
        kop = formulier[: formulier.index(">") + 1]
        post = re.search(r'method="post"', kop, re.IGNORECASE)
        if post and not UITLOGGEN.search(kop) and not SLEUTELVELDEN.search(formulier):
            gevonden.append(kop)
    return gevonden


def test_elk_formulier_draagt_een_sleutel():
    fout = {
        s: formulieren_zonder_sleutel(tekst(s))
        for s in sjablonen()
        if not ZONDER_SLEUTEL.match(f"templates/{s}")
    }

    assert {s: f for s, f in fout.items() if f} == {}


def test_een_formulier_heeft_geen_tweede_csrf():
    for sjabloon in sjablonen():
        for formulier in FORM.findall(tekst(sjabloon)):
            assert not ("{% formulier" in formulier and "csrf_token" in formulier), sjabloon


@pytest.mark.parametrize(
    ("soort", "bron"),
    [("style attribute", '<p style="x">'), ("inline script", "<script>x()</script>"), ("handler", '<a onclick="x">'),
     ("style element", "<style>"), ("javascript:", '<a href="javascript:x">'), ("no escaping", "{% autoescape off %}"),
     ("placeholder", '<input placeholder="x">'), ("outside address", '<img src="https://x">')],
)  # fmt: skip
def test_de_regel_wordt_rood(soort, bron):
    assert INLINE[soort].search(bron)


def test_een_formulier_zonder_sleutel_wordt_rood():
    assert formulieren_zonder_sleutel('<form method="post">{% csrf_token %}</form>')
    assert not formulieren_zonder_sleutel('<form method="post">{% formulier %}</form>')


def test_de_lijst_kent_alleen_wat_bestaat():
    bestaat = adresnamen() | {"toegang:sneltoetsen", "toegang:concept"}  # the last two when they are there

    assert set(OPENBAAR) - bestaat == set()
    assert all(isinstance(e, type(engines["django"])) for e in engines.all())
    assert URLPattern
