"""docs/asvs.csv: no requirement of ASVS 5.0 level 1 or 2 is missing, and each named test or heading exists."""

import ast
import csv
import re

from tests.huisregels.bron import PROJECT

BLAD = PROJECT / "docs" / "asvs.csv"
# The levels of the requirements of each section, in their order: 1.2 has ten, of which the first five are level 1.
NIVEAUS = {
    "1.1": "22", "1.2": "1111122223", "1.3": "112222222223", "1.4": "222", "1.5": "123", "2.1": "122",
    "2.2": "112", "2.3": "12223", "2.4": "23", "3.1": "3", "3.2": "113", "3.3": "12223", "3.4": "11222233",
    "3.5": "11122333", "3.6": "3", "3.7": "22333", "4.1": "12233", "4.2": "23333", "4.3": "22",
    "4.4": "1222", "5.1": "2", "5.2": "112333", "5.3": "113", "5.4": "222", "6.1": "122",
    "6.2": "111111112222", "6.3": "11223333", "6.4": "112233", "6.5": "22222333", "6.6": "2223",
    "6.7": "33", "6.8": "2222", "7.1": "222", "7.2": "1111", "7.3": "22", "7.4": "11222", "7.5": "223",
    "7.6": "22", "8.1": "1233", "8.2": "1123", "8.3": "133", "8.4": "23", "9.1": "111", "9.2": "1222",
    "10.1": "22", "10.2": "223", "10.3": "22223", "10.4": "1111122222233333", "10.5": "22222", "10.6": "22",
    "10.7": "222", "11.1": "2233", "11.2": "22233", "11.3": "11233", "11.4": "1222", "11.5": "23",
    "11.6": "23", "11.7": "33", "12.1": "12233", "12.2": "11", "12.3": "22223", "13.1": "2333",
    "13.2": "222223", "13.3": "2233", "13.4": "1222233", "14.1": "22", "14.2": "12223333", "14.3": "122",
    "15.1": "12233", "15.2": "12233", "15.3": "1222222", "15.4": "3333", "16.1": "2", "16.2": "22222",
    "16.3": "2222", "16.4": "222", "16.5": "2223", "17.1": "23", "17.2": "22223333", "17.3": "22",
}  # fmt: skip
ANTWOORDEN = {"test", "document", "afwijking", "niet", "nvt"}  # afwijking: not as it asks, by a decision


def eisen() -> dict[str, str]:
    """Number -> level, of levels 1 and 2."""
    return {
        f"{deel}.{n}": niveau
        for deel, niveaus in NIVEAUS.items()
        for n, niveau in enumerate(niveaus, 1)
        if niveau in "12"
    }


def regels() -> list[dict[str, str]]:
    with BLAD.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def ontbreekt(bewijs: str) -> bool:
    """The named test, or the named heading of a document, is not there."""
    pad, _, naam = bewijs.partition("::") if "::" in bewijs else bewijs.partition("#")
    bestand = PROJECT / pad
    if not naam or not bestand.exists():
        return True
    tekst = bestand.read_text(encoding="utf-8")
    if pad.endswith(".py"):
        return naam not in {k.name for k in ast.parse(tekst).body if isinstance(k, ast.FunctionDef)}
    return naam not in re.findall(r"^#+ (.+)$", tekst, re.MULTILINE)


def test_elke_eis_heeft_een_antwoord():
    assert {r["eis"]: r["niveau"] for r in regels()} == eisen()
    assert len(regels()) == len(eisen()) == 253
    assert [r["eis"] for r in regels() if r["antwoord"] not in ANTWOORDEN or not r["waarover"]] == []


def test_elke_genoemde_test_en_elk_genoemd_document_bestaat():
    assert [
        f"{r['eis']}: {r['bewijs']}"
        for r in regels()
        if r["antwoord"] in ("test", "document") and ontbreekt(r["bewijs"])
    ] == []


def test_wat_niet_gehaald_is_zegt_dat_en_waarom():
    kort = [r["eis"] for r in regels() if r["antwoord"] in ("niet", "nvt") and len(r["bewijs"]) < 5]
    zonder = [r["eis"] for r in regels() if (r["antwoord"] == "niet") != r["bewijs"].startswith("niet: ")]

    assert (kort, zonder) == ([], [])


def test_een_afwijking_staat_als_keuze_op_papier():
    afwijkingen = [r for r in regels() if r["antwoord"] == "afwijking"]

    assert [r["eis"] for r in afwijkingen] == ["14.3.3"]
    for regel in afwijkingen:
        keuze, _, wat = regel["bewijs"].partition(": ")
        assert keuze.startswith("docs/keuzes/"), regel
        assert (PROJECT / keuze).exists(), regel
        assert wat, regel


def test_de_regel_wordt_rood():
    assert ontbreekt("tests/huisregels/test_asvs.py::test_die_er_niet_is")
    assert ontbreekt("docs/beveiliging.md#Een kop die er niet is")
    assert ontbreekt("docs/weg.md#Input")
    assert not ontbreekt("tests/huisregels/test_asvs.py::test_de_regel_wordt_rood")
