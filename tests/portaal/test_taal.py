"""The site in English: every sentence of ours has its words, and what was compiled is what was written."""

import ast
import datetime
import functools
import gettext
import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from django.utils.datastructures import MultiValueDict
from django.utils.translation.template import templatize

from portaal import forms
from portaal.antwoorden import BELT, VRAAG_UITERLIJK, antwoord, in_de_taal
from portaal.brieftitels import TITELS
from portaal.brieftitels import in_de_taal as in_het_engels
from portaal.burger import in_de_taal as aangesproken
from portaal.burger import in_een_zin
from portaal.formulier import Formulier
from portaal.templatetags.portaal import geboren
from portaal.wie_keek import REDEN, ROL, WAT
from portaal.woorden import omvang
from tests.fabrieken import ZaakFabriek
from toegang.models import Leefgebied
from wijkteams.models import Actie

PROJECT = Path(settings.BASE_DIR)
MAP = PROJECT / "locale" / "en" / "LC_MESSAGES"
ROEPT = {"_", "gettext", "gettext_lazy", "gettext_noop", "pgettext", "ngettext"}
IN_SJABLOON = re.compile(r"(?:gettext|pgettext|\b_)\((?:u?'[^']*',\s*)?u?(['\"])(.+?)\1\)", re.DOTALL)


@pytest.fixture(scope="module")
def woorden() -> gettext.GNUTranslations:
    with (MAP / "django.mo").open("rb") as bestand:
        return gettext.GNUTranslations(bestand)


KAMERS = ("portaal", "toegang", "wijkteams", "voorzieningen", "beschikkingen")
# A letter, and the e-mail that stands in its place, is Dutch whoever reads it (toegang/brieven/basis.py, TAAL).
VAN_EEN_BRIEF = re.compile(
    r"^(toegang/brieven|beschikkingen/brief\w+|voorzieningen/brieven|templates/(brieven|beschikkingen)"
    r"|(toegang|beschikkingen)/usecases)\b"
)


def bronnen():
    """(path, text) of all code and templates that ask for a translation, but those of letters."""
    paden = [pad for kamer in KAMERS for pad in (PROJECT / kamer).rglob("*.py")]
    paden += (PROJECT / "templates").rglob("*.html")
    for pad in sorted(paden):
        tekst = pad.read_text(encoding="utf-8")
        vertaalt = "gettext" in tekst if pad.suffix == ".py" else "trans" in tekst
        if vertaalt and not VAN_EEN_BRIEF.match(pad.relative_to(PROJECT).as_posix()):
            yield pad, tekst


@functools.cache
def zinnen() -> set[str]:
    """Every sentence that is asked for in another language: in the code, and in what a template becomes."""
    gevonden = set()
    for pad, tekst in bronnen():
        if pad.suffix == ".html":
            sjabloon = templatize(tekst, origin=pad.name)
            gevonden |= {re.sub(r"\\(.)", r"\1", zin) for _, zin in IN_SJABLOON.findall(sjabloon)}
            continue
        for knoop in ast.walk(ast.parse(tekst)):
            naam = getattr(getattr(knoop, "func", None), "id", "")
            if naam in ROEPT:
                plek = 1 if naam == "pgettext" else 0
                if isinstance(knoop.args[plek], ast.Constant):
                    gevonden.add(knoop.args[plek].value)
    return gevonden


def test_elke_zin_heeft_engels(woorden):
    los = {*WAT.values(), *ROL.values(), *REDEN.values(), *(s.label for s in Actie.Soort)}
    los |= {g.label for g in Leefgebied if g != Leefgebied.VEILIGHEID}  # kept from the site

    bekend = {(k[0] if isinstance(k, tuple) else k).rpartition("\x04")[2] for k in woorden._catalog}

    assert len(zinnen()) > 300
    assert sorted(z for z in zinnen() | los if z not in bekend) == []


def test_wat_gecompileerd_is_staat_zo_in_de_bron(woorden):
    """And no sentence of the source is empty or unsure (which would leave it out)."""
    bron = (MAP / "django.po").read_text(encoding="utf-8")
    gezien = {v for v in woorden._catalog.values() if v and not v.startswith("Language:")}

    assert sorted(v for v in gezien if v.replace('"', '\\"') not in bron) == []
    assert bron.count("\nmsgid ") - 1 <= len(woorden._catalog)
    assert re.findall(r'\nmsgstr(?:\[\d\])? ""\n(?!")', bron) == []
    assert "fuzzy" not in bron


ANTWOORDEN = {
    antwoord(VRAAG_UITERLIJK, dag=datetime.date(2026, 12, 7)):
        "Your question is with us. You will hear from us by Monday 7 December 2026 at the latest.",
    antwoord(BELT, wie="Fatma Bakker"): "Fatma Bakker will call you about another appointment.",
    "Uw akkoord staat in het plan.": "Your agreement is in the plan.",
    "plan.pdf: Dit bestand is leeg. Kies een ander bestand": "plan.pdf: This file is empty. Choose another file",
    "Iets dat wij niet kennen.": "Iets dat wij niet kennen.",
}  # fmt: skip


def test_wat_het_loket_antwoordt_staat_er_in_de_taal_van_de_pagina():
    for nederlands, engels in ANTWOORDEN.items():
        with translation.override("en"):
            assert in_de_taal(nederlands) == engels
        with translation.override("nl"):
            assert in_de_taal(nederlands) == nederlands


def titels() -> set[str]:
    """Every fixed title that a letter on the site can have, from the code that writes them."""
    gevonden = set()
    for kamer in ("toegang", "wijkteams", "voorzieningen", "beschikkingen"):
        for pad in (PROJECT / kamer).rglob("*.py"):
            if "migrations" in pad.parts or "klaarzetten" not in (tekst := pad.read_text(encoding="utf-8")):
                continue
            for knoop in ast.walk(ast.parse(tekst)):
                doelen = [d for t in getattr(knoop, "targets", []) for d in getattr(t, "elts", [t])]
                namen = {getattr(d, "id", "").lower() for d in doelen}
                is_keuze = isinstance(knoop, ast.FunctionDef) and knoop.name == "_onderwerp"
                if (
                    "onderwerp" in namen
                    or (isinstance(knoop, ast.keyword) and knoop.arg == "onderwerp")
                    or is_keuze
                ):
                    gevonden |= {
                        k.value
                        for k in ast.walk(knoop)
                        if isinstance(k, ast.Constant) and " " in str(k.value)
                    }
    return gevonden


def test_elke_titel_van_een_brief_heeft_engels(woorden):
    """A letter is Dutch; what it is about stands beside its title in English, on the three pages that name it."""
    vast = titels()

    assert len(vast) > 15
    assert sorted(vast - TITELS) == []
    with translation.override("en"):
        assert in_het_engels("Uw hulp loopt af op 12 december 2026") == "Your help ends on 12 December 2026"
        assert {titel for titel in TITELS if in_het_engels(titel) in ("", titel)} == set()
        assert in_het_engels("Een titel van een ander") == ""
    with translation.override("nl"):
        assert {in_het_engels(titel) for titel in TITELS} == {""}


def test_wie_men_is_staat_er_in_de_taal_van_de_pagina():
    rijen = {"De heer P. Smeets": "Mr P. Smeets", "Mevrouw A. Aerts": "Ms A. Aerts", "B. Aerts": "B. Aerts"}
    for nederlands, engels in rijen.items():
        with translation.override("en"):
            assert (aangesproken(nederlands), in_een_zin(nederlands)) == (engels, engels)
        with translation.override("nl"):
            assert aangesproken(nederlands) == nederlands


def test_hoeveel_hulp_en_wanneer_geboren_staan_er_in_de_taal_van_de_pagina():
    woorden = {
        ("105", "01", "2"): ("105 minuten per week (1 uur en 45 minuten)", "105 minutes a week (1 hour and 45 minutes)"),
        ("3.5", "04", "2"): ("3,5 uur per week", "3.5 hours a week"),
        ("250", "83", "4"): ("€\u00a0250 per maand", "€\u00a0250 a month"),
    }  # fmt: skip
    for (volume, eenheid, vaak), verwacht in woorden.items():
        for taal, tekst in zip(("nl", "en"), verwacht, strict=True):
            with translation.override(taal):
                assert omvang(Decimal(volume), eenheid, vaak) == tekst
    with translation.override("en"):
        assert omvang(None, "", "") == "as much as is needed"
        assert [geboren(g) for g in ("19480403", "19480900", "19480000", "00000000")] == [
            "3 April 1948", "September 1948 (day unknown)", "1948 (day and month unknown)", "unknown",
        ]  # fmt: skip


@pytest.mark.django_db
def test_de_knop_zet_de_taal(burger):
    burger.als(ZaakFabriek().dossier.inwoner)
    assert "Uw vraag: huishouden" in burger.get("/").content.decode()

    burger.post("/taal/", {"taal": "en", "terug": "/"})

    pagina = burger.get("/").content.decode()
    assert '<html lang="en"' in pagina
    assert "Your question: housekeeping" in pagina
    assert burger.post("/taal/", {"taal": "xx", "terug": "https://elders.nl/"})["Location"] == "/"


def fouten(taal: str) -> set[str]:
    """Every sentence that a form of the site gives about what is not right: empty, too much, and nonsense."""
    te_groot = SimpleUploadedFile("groot.pdf", b"%PDF-")
    te_groot.size = 11 * 1024 * 1024
    stukken = [
        te_groot,
        *(SimpleUploadedFile(n, i) for n, i in (("leeg.pdf", b""), ("vreemd.pdf", b"MZ niets"))),
    ]
    gevonden = set()
    with translation.override(taal):
        for klasse in vars(forms).values():
            if not (isinstance(klasse, type) and issubclass(klasse, Formulier)) or klasse is Formulier:
                continue
            velden = klasse().fields
            raar = dict.fromkeys(velden, "x" * 20001) | {"telefoon": "bel maar", "als_aanvraag": "misschien"}
            for gegevens, bestanden in (
                ({}, []),
                (raar, stukken),
                (dict.fromkeys(velden, "\x00"), stukken * 2),
            ):
                post = MultiValueDict({"bestanden": bestanden}) if "bestanden" in velden else {}
                gevonden |= {z for zinnen in klasse(gegevens, post).errors.values() for z in zinnen}
    return gevonden


def test_wat_niet_klopt_staat_er_in_de_taal_van_de_pagina():
    nederlands, engels = fouten("nl"), fouten("en")

    assert len(nederlands) == len(engels) > 15
    assert nederlands & engels == set()
