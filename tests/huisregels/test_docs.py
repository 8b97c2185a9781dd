"""The documents say what is there: links, files, commands and targets exist."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.huisregels.bron import PROJECT, naam

BLADEN = sorted([PROJECT / "README.md", *(PROJECT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
KAMERPAD = re.compile(
    r"^(?:toegang|wijkteams|voorzieningen|beschikkingen|portaal|config|tests|templates|docs|docker|static)/[\w./-]+$"
)
# In an example of something that does not exist yet.
VOORBEELD = {
    "usecases/evaluatie_verzetten.py", "templates/wijkteams/plan_verzetten.html",
    "tests/wijkteams/test_evaluatie_verzetten.py", "docs/schermen/*.png",
}  # fmt: skip
elk_blad = pytest.mark.parametrize("blad", BLADEN, ids=naam)


def tekst(blad: Path) -> str:
    return blad.read_text(encoding="utf-8")


@elk_blad
def test_elke_link_komt_uit(blad):
    doelen = [
        d.split("#")[0] for d in LINK.findall(tekst(blad)) if not d.startswith(("http", "mailto:", "#"))
    ]

    assert [d for d in doelen if d and not (blad.parent / d).exists()] == []


@elk_blad
def test_elk_genoemd_bestand_bestaat(blad):
    paden = {c for c in CODE.findall(tekst(blad)) if KAMERPAD.match(c)} - VOORBEELD

    assert {
        p for p in paden if not (PROJECT / p).exists() and not (PROJECT / "templates" / p).exists()
    } == set()


@elk_blad
def test_elke_genoemde_opdracht_bestaat(blad):
    bestaat = set(get_commands())
    doelen = set(re.findall(r"^([a-z]+):", tekst(PROJECT / "Makefile"), re.MULTILINE))

    assert set(re.findall(r"manage\.py ([a-z_]+)", tekst(blad))) - bestaat == set()
    assert set(re.findall(r"`make ([a-z]+)", tekst(blad))) - doelen == set()


def test_elke_keuze_heeft_datum_reden_en_prijs():
    keuzes = sorted((PROJECT / "docs/keuzes").glob("0*.md"))
    lijst = tekst(PROJECT / "docs/keuzes/README.md")

    assert [k.name[:4] for k in keuzes] == [f"{n:04d}" for n in range(1, len(keuzes) + 1)]
    for keuze in keuzes:
        inhoud = tekst(keuze)
        assert inhoud.startswith(f"# {keuze.name[:4]} ")
        assert re.search(r"^Date: \d{4}-\d{2}-\d{2}$", inhoud, re.MULTILINE), keuze.name
        assert {"## Choice", "## Reason", "## Price"} <= set(inhoud.splitlines()), keuze.name
        assert len(inhoud.splitlines()) <= 60, f"{keuze.name}: more than one screen"
        assert keuze.name in lijst


def test_een_woord_staat_een_keer_in_de_begrippen():
    termen = [
        r.split("|")[1].strip()
        for r in tekst(PROJECT / "docs/begrippen.md").splitlines()
        if r.startswith("| ") and not r.startswith(("| term", "|---"))
    ]

    assert len(termen) == len(set(termen))
    assert len(termen) > 80


def test_de_readme_past_op_een_scherm():
    regels = tekst(PROJECT / "README.md").split("## Screens")[0].splitlines()

    assert len(regels) <= 60
