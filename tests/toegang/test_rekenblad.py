"""A table that leaves the house: no text becomes a formula, whatever was typed."""

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toegang.rekenblad import als_csv, als_xlsx

NS = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
STOUT = [
    "=1+1", "+31612345678", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =cmd|' /C calc'!A0", "＝1+1", "|calc", "%0A=1",
    '=HYPERLINK("http://kwaad.example","klik")', "\x00=1",
]  # fmt: skip


def csv_lezen(inhoud: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


def xlsx_cellen(inhoud: bytes) -> list[tuple[str, str | None, str]]:
    """Place, type, text of every cell; reading fails on a package that is not right."""
    pakket = zipfile.ZipFile(io.BytesIO(inhoud))
    for naam in pakket.namelist():
        ElementTree.fromstring(pakket.read(naam))
    blad = ElementTree.fromstring(pakket.read("xl/worksheets/sheet1.xml"))
    return [(c.attrib["r"], c.attrib.get("t"), "".join(c.itertext())) for c in blad.iterfind(".//s:c", NS)]


@pytest.mark.parametrize("tekst", STOUT)
def test_geen_tekst_wordt_een_formule(tekst):
    ((cel,),) = csv_lezen(als_csv(["Naam"], [[tekst]]))[1:]
    assert cel == f"'{tekst}"

    _, (plek, soort, _) = xlsx_cellen(als_xlsx("Blad", ["Naam"], [[tekst]]))
    assert (plek, soort) == ("A2", "inlineStr")
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(als_xlsx("B", ["N"], [[tekst]]))).read(
        "xl/worksheets/sheet1.xml"
    )


def test_getallen_en_gewone_namen_blijven_wat_zij_zijn():
    rijen = [["A. Jansen", 12, 31.5, None, 'de Boer-\'t Hart; "Anna"'], ["Łukasz Ñandú عمر", 0, -3, "", "x"]]

    assert csv_lezen(als_csv(["Naam", "n", "d", "leeg", "nog"], rijen))[1:] == [
        ["A. Jansen", "12", "31,5", "", 'de Boer-\'t Hart; "Anna"'],
        ["Łukasz Ñandú عمر", "0", "-3", "", "x"],
    ]
    cellen = {plek: (soort, tekst) for plek, soort, tekst in xlsx_cellen(als_xlsx("Blad", ["Naam"], rijen))}
    assert cellen["B2"] == (None, "12")
    assert cellen["C3"] == (None, "-3")
    assert cellen["A3"] == ("inlineStr", "Łukasz Ñandú عمر")
    assert "D2" not in cellen


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.text(max_size=12) | st.integers(), min_size=1, max_size=5), max_size=3))
def test_wat_er_ook_getypt_is_het_bestand_is_te_openen(rijen):
    cellen = xlsx_cellen(als_xlsx("Blad: [a]/b?", ["Kop"], rijen))

    assert cellen[0][0] == "A1"
    assert len(csv_lezen(als_csv(["Kop"], rijen))) == len(rijen) + 1 or any(
        isinstance(w, str) and "\x00" in w for rij in rijen for w in rij
    )
