"""The site in English: every sentence of ours has its words, and what was compiled is what was written."""

import ast
import datetime
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
from portaal.formulier import Formulier
from portaal.templatetags.portaal import geboren
from portaal.wie_keek import REDEN, ROL, WAT
from portaal.woorden import omvang
from tests.fabrieken import ZaakFabriek
from toegang.models import Leefgebied
from wijkteams.models import Actie

PROJECT = Path(settings.BASE_DIR)
SJABLONEN = sorted((PROJECT / "templates" / "portaal").glob("*.html"))
MAP = PROJECT / "locale" / "en" / "LC_MESSAGES"
ROEPT = {"_", "gettext", "gettext_lazy", "gettext_noop", "pgettext", "ngettext"}
IN_SJABLOON = re.compile(r"(?:gettext|pgettext|\b_)\((?:u?'[^']*',\s*)?u?(['\"])(.+?)\1\)", re.DOTALL)


@pytest.fixture(scope="module")
def woorden() -> gettext.GNUTranslations:
    with (MAP / "django.mo").open("rb") as bestand:
        return gettext.GNUTranslations(bestand)


def zinnen() -> set[str]:
    """Every sentence that is asked for in another language: in the code, and in what a template becomes."""
    gevonden = set()
    for pad in (PROJECT / "portaal").rglob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            naam = getattr(getattr(knoop, "func", None), "id", "")
            if naam in ROEPT:
                plek = 1 if naam == "pgettext" else 0
                if isinstance(knoop.args[plek], ast.Constant):
                    gevonden.add(knoop.args[plek].value)
    for pad in SJABLONEN:
        tekst = templatize(pad.read_text(encoding="utf-8"), origin=pad.name)
        gevonden |= {re.sub(r"\\(.)", r"\1", zin) for _, zin in IN_SJABLOON.findall(tekst)}
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
