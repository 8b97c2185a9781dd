"""The site in English: every sentence of ours has its words, and what was compiled is what was written."""

import gettext
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from portaal import forms
from portaal.formulier import Formulier
from portaal.wie_keek import REDEN, ROL, WAT
from tests.fabrieken import ZaakFabriek
from toegang.models import Leefgebied
from wijkteams.models import Actie

PROJECT = Path(settings.BASE_DIR)
MAP = PROJECT / "locale" / "en" / "LC_MESSAGES"
ZIN = re.compile(
    r"""(?:\b_|gettext|gettext_lazy|gettext_noop)\(\s*"((?:[^"\\]|\\.)+)"\s*\)|\{% translate "([^"]+)" %\}"""
)


@pytest.fixture(scope="module")
def woorden() -> gettext.GNUTranslations:
    with (MAP / "django.mo").open("rb") as bestand:
        return gettext.GNUTranslations(bestand)


def zinnen() -> set[str]:
    paden = [*(PROJECT / "portaal").rglob("*.py"), *(PROJECT / "templates" / "portaal").glob("*.html")]
    tekst = "\n".join(p.read_text(encoding="utf-8") for p in paden)
    return {a or b for a, b in ZIN.findall(tekst)}


def test_elke_zin_heeft_engels(woorden):
    los = {*WAT.values(), *ROL.values(), *REDEN.values(), *(s.label for s in Actie.Soort)}
    los |= {g.label for g in Leefgebied if g != Leefgebied.VEILIGHEID}  # kept from the site

    assert len(zinnen()) > 150
    assert sorted(z for z in zinnen() | los if z not in woorden._catalog) == []


def test_wat_gecompileerd_is_staat_zo_in_de_bron(woorden):
    bron = (MAP / "django.po").read_text(encoding="utf-8")
    gezien = {v for v in woorden._catalog.values() if v and not v.startswith("Language:")}

    assert sorted(v for v in gezien if v.replace('"', '\\"') not in bron) == []
    assert bron.count("\nmsgid ") - 1 <= len(woorden._catalog)


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
