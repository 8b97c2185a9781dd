"""Names: the examples of Haal Centraal BRP (aanhef, aanschrijfwijze, voorletters) and of our own screens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toegang.namen import Naam, sorteernaam, voorletters_van, zoeknaam

VELZEN = {"voorvoegsel": "van", "geslachtsnaam": "Velzen"}
VELD_PARTNER = {"partner_voorvoegsel": "in het", "partner_geslachtsnaam": "Veld"}
VEEN_PARTNER = {"partner_voorvoegsel": "van der", "partner_geslachtsnaam": "Veen"}
AEDEL = {"voorvoegsel": "van den", "geslachtsnaam": "Aedel"}
HOOGH = {"voorvoegsel": "van", "geslachtsnaam": "Hoogh"}


@pytest.mark.parametrize(
    ("naam", "aanhef", "weergave", "aanschrijving"),
    [
        (
            {"voornamen": "Robin Melle", "voorvoegsel": "van", "geslachtsnaam": "Puffelen", "geslacht": "M"},
            "Geachte heer Van Puffelen",
            "R.M. van Puffelen",
            "De heer R.M. van Puffelen",
        ),
        (
            {"voornamen": "Robin Melle", "voorvoegsel": "van", "geslachtsnaam": "Puffelen", "geslacht": "O"},
            "Geachte R.M. van Puffelen",
            "R.M. van Puffelen",
            "R.M. van Puffelen",
        ),
        (
            {"voorletters": "I.", **VELZEN, **VELD_PARTNER, "naamgebruik": "N", "geslacht": "V"},
            "Geachte mevrouw Van Velzen-in het Veld",
            "I. van Velzen-in het Veld",
            "Mevrouw I. van Velzen-in het Veld",
        ),
        (
            {"voorletters": "F.", **VELZEN, **VELD_PARTNER, "naamgebruik": "V", "geslacht": "M"},
            "Geachte heer In het Veld-van Velzen",
            "F. in het Veld-van Velzen",
            "De heer F. in het Veld-van Velzen",
        ),
        (
            {"voorletters": "S.", **VELZEN, **VELD_PARTNER, "naamgebruik": "P", "geslacht": "V"},
            "Geachte mevrouw In het Veld",
            "S. in het Veld",
            "Mevrouw S. in het Veld",
        ),
        (
            {"voorletters": "S.", **VELZEN, **VELD_PARTNER, "naamgebruik": "E", "geslacht": "V"},
            "Geachte mevrouw Van Velzen",
            "S. van Velzen",
            "Mevrouw S. van Velzen",
        ),
        (
            {
                "voornamen": "Anna",
                "geslachtsnaam": "Peeters",
                "partner_geslachtsnaam": "Jansen",
                "naamgebruik": "V",
                "geslacht": "V",
            },
            "Geachte mevrouw Jansen-Peeters",
            "A. Jansen-Peeters",
            "Mevrouw A. Jansen-Peeters",
        ),
        (
            {
                "voorletters": "M.L.",
                **VELZEN,
                "partner_voorvoegsel": "In het",
                "partner_geslachtsnaam": "Veld",
                "naamgebruik": "N",
                "geslacht": "O",
            },
            "Geachte M.L. van Velzen-In het Veld",
            "M.L. van Velzen-In het Veld",
            "M.L. van Velzen-In het Veld",
        ),
        (
            {"voorletters": "J.", "voorvoegsel": "van 't", "geslachtsnaam": "Wiel", "geslacht": "V"},
            "Geachte mevrouw Van 't Wiel",
            "J. van 't Wiel",
            "Mevrouw J. van 't Wiel",
        ),
        (
            {"voorletters": "J.", "voorvoegsel": "'t", "geslachtsnaam": "Hart", "geslacht": "M"},
            "Geachte heer 't Hart",
            "J. 't Hart",
            "De heer J. 't Hart",
        ),
        (
            {"voorletters": "J.", "voorvoegsel": "d'", "geslachtsnaam": "Hondt", "geslacht": "M"},
            "Geachte heer D'Hondt",
            "J. d'Hondt",
            "De heer J. d'Hondt",
        ),
        ({**VELZEN, "geslacht": "O"}, "Geachte Van Velzen", "Van Velzen", "Van Velzen"),
        ({"voornamen": "Rodney", "geslachtsnaam": ".", "geslacht": "M"}, "Geachte heer", "R.", "De heer R."),
        ({"voornamen": "Rodney", "geslachtsnaam": "."}, "Geachte Rodney", "R.", "R."),
        ({}, "Geachte heer of mevrouw", "", ""),
        (
            {"voorletters": "B.", "geslachtsnaam": ".", **VELD_PARTNER, "naamgebruik": "N", "geslacht": "V"},
            "Geachte mevrouw In het Veld",
            "B. in het Veld",
            "Mevrouw B. in het Veld",
        ),
        (
            {"voorletters": "B.", **VELZEN, "partner_geslachtsnaam": "", "naamgebruik": "P", "geslacht": "V"},
            "Geachte mevrouw Van Velzen",
            "B. van Velzen",
            "Mevrouw B. van Velzen",
        ),
    ],
)
def test_naam_volgt_het_naamgebruik(naam, aanhef, weergave, aanschrijving):
    naam = Naam(**naam)

    assert (naam.aanhef(), naam.weergave(), naam.aanschrijving()) == (aanhef, weergave, aanschrijving)


@pytest.mark.parametrize(
    ("naam", "aanhef", "weergave"),
    [
        (
            {"voorletters": "H.W.", **AEDEL, "adellijke_titel": "B", "geslacht": "M"},
            "Hoogwelgeboren heer",
            "H.W. baron van den Aedel",
        ),
        (
            {
                "voorletters": "W.",
                **AEDEL,
                **VEEN_PARTNER,
                "adellijke_titel": "BS",
                "naamgebruik": "N",
                "geslacht": "V",
            },
            "Hoogwelgeboren vrouwe",
            "W. barones van den Aedel-van der Veen",
        ),
        (
            {
                "voorletters": "F.",
                **AEDEL,
                **VEEN_PARTNER,
                "adellijke_titel": "G",
                "naamgebruik": "P",
                "geslacht": "M",
            },
            "Geachte heer Van der Veen",
            "F. van der Veen",
        ),
        (
            {
                "voorletters": "E.L.",
                **AEDEL,
                **VEEN_PARTNER,
                "adellijke_titel": "GI",
                "naamgebruik": "V",
                "geslacht": "V",
            },
            "Hooggeboren vrouwe",
            "E.L. van der Veen-gravin van den Aedel",
        ),
        (
            {
                "voorletters": "J.G.",
                **AEDEL,
                **VEEN_PARTNER,
                "adellijke_titel": "G",
                "naamgebruik": "V",
                "geslacht": "V",
            },
            "Hooggeboren vrouwe",
            "J.G. van der Veen-gravin van den Aedel",
        ),
        (
            {
                "voorletters": "O.B.B.",
                "voorvoegsel": "van",
                "geslachtsnaam": "Roodt",
                "adellijke_titel": "P",
                "geslacht": "M",
            },
            "Hoogheid",
            "O.B.B. prins van Roodt",
        ),
        (
            {
                "voorletters": "J.",
                "voorvoegsel": "van",
                "geslachtsnaam": "Roodt",
                "adellijke_titel": "PS",
                "geslacht": "O",
            },
            "Hoogheid",
            "J. van Roodt",
        ),
        (
            {"voorletters": "M.", **HOOGH, "adellijke_titel": "R", "geslacht": "M"},
            "Hoogwelgeboren heer",
            "M. ridder van Hoogh",
        ),
        (
            {"voorletters": "M.", **HOOGH, "adellijke_titel": "R", "geslacht": "V"},
            "Hoogwelgeboren vrouwe",
            "M. van Hoogh",
        ),
        (
            {"voorletters": "P.", **AEDEL, "adellijke_titel": "R", "geslacht": "O"},
            "Geachte P. van den Aedel",
            "P. van den Aedel",
        ),
        (
            {"voorletters": "F.", "geslachtsnaam": "Groenen", "adellijke_titel": "H", "geslacht": "V"},
            "Hoogwelgeboren vrouwe",
            "F. hertogin Groenen",
        ),
        (
            {"voorletters": "F.", "geslachtsnaam": "Groenen", "adellijke_titel": "MI", "geslacht": "M"},
            "Hoogwelgeboren heer",
            "F. markies Groenen",
        ),
        (
            {"voorletters": "F.", "geslachtsnaam": "Groenen", "adellijke_titel": "HI", "geslacht": "M"},
            "Hoogwelgeboren heer",
            "F. hertog Groenen",
        ),
        (
            {"voorletters": "F.", "geslachtsnaam": "Groenen", "adellijke_titel": "M", "geslacht": "V"},
            "Hoogwelgeboren vrouwe",
            "F. markiezin Groenen",
        ),
    ],
)
def test_naam_met_adellijke_titel(naam, aanhef, weergave):
    naam = Naam(**naam)

    assert (naam.aanhef(), naam.weergave()) == (aanhef, weergave)


@pytest.mark.parametrize(
    ("titel", "geslacht", "gebruik", "gehuwd", "aanhef", "weergave"),
    [
        ("JH", "M", "E", False, "Hoogwelgeboren heer", "Jonkheer F. van Hoogh"),
        ("JH", "M", "N", True, "Hoogwelgeboren heer", "Jonkheer F. van Hoogh-van der Veen"),
        ("JH", "M", "V", True, "Hoogwelgeboren heer", "F. van der Veen-jonkheer van Hoogh"),
        ("JH", "M", "P", True, "Geachte heer Van der Veen", "F. van der Veen"),
        ("JV", "V", "E", False, "Hoogwelgeboren vrouwe", "Jonkvrouw F. van Hoogh"),
        ("JV", "V", "E", True, "Geachte mevrouw Van Hoogh", "F. van Hoogh"),
        ("JV", "V", "N", True, "Geachte mevrouw Van Hoogh-van der Veen", "F. van Hoogh-van der Veen"),
        ("JV", "V", "V", False, "Geachte mevrouw Van der Veen-van Hoogh", "F. van der Veen-van Hoogh"),
        ("JV", "V", "P", False, "Geachte mevrouw Van der Veen", "F. van der Veen"),
        ("JH", "V", "E", False, "Hoogwelgeboren vrouwe", "Jonkvrouw F. van Hoogh"),
        ("JV", "M", "N", True, "Hoogwelgeboren heer", "Jonkheer F. van Hoogh-van der Veen"),
        ("JV", "O", "E", False, "Geachte F. van Hoogh", "F. van Hoogh"),
    ],
)
def test_naam_met_predicaat(titel, geslacht, gebruik, gehuwd, aanhef, weergave):
    naam = Naam(
        voorletters="F.",
        **HOOGH,
        **VEEN_PARTNER,
        adellijke_titel=titel,
        geslacht=geslacht,
        naamgebruik=gebruik,
        heeft_partner=gehuwd,
    )

    assert (naam.aanhef(), naam.weergave()) == (aanhef, weergave)


@pytest.mark.parametrize(
    ("geslacht", "van_partner", "titel", "gebruik", "aanhef", "weergave"),
    [
        ("V", "M", "B", "E", "Geachte mevrouw Van der Veen", "A.C. van der Veen"),
        ("V", "M", "B", "N", "Hoogwelgeboren vrouwe", "A.C. van der Veen-barones van den Aedel"),
        ("V", "M", "B", "P", "Hoogwelgeboren vrouwe", "A.C. barones van den Aedel"),
        ("V", "M", "B", "V", "Hoogwelgeboren vrouwe", "A.C. barones van den Aedel-van der Veen"),
        ("V", "M", "G", "P", "Hooggeboren vrouwe", "A.C. gravin van den Aedel"),
        ("V", "M", "P", "P", "Hoogheid", "A.C. prinses van den Aedel"),
        ("V", "M", "R", "P", "Geachte mevrouw Van den Aedel", "A.C. van den Aedel"),
        ("V", "M", "JH", "P", "Geachte mevrouw Van den Aedel", "A.C. van den Aedel"),
        ("V", "V", "BS", "P", "Geachte mevrouw Van den Aedel", "A.C. van den Aedel"),
        ("O", "M", "B", "V", "Geachte A.C. van den Aedel-van der Veen", "A.C. van den Aedel-van der Veen"),
        ("M", "V", "GI", "N", "Geachte heer Van der Veen-van den Aedel", "A.C. van der Veen-van den Aedel"),
    ],
)
def test_naam_met_adellijke_partner(geslacht, van_partner, titel, gebruik, aanhef, weergave):
    naam = Naam(
        voorletters="A.C.",
        voorvoegsel="van der",
        geslachtsnaam="Veen",
        geslacht=geslacht,
        naamgebruik=gebruik,
        partner_voorvoegsel="van den",
        partner_geslachtsnaam="Aedel",
        partner_titel=titel,
        partner_geslacht=van_partner,
        heeft_partner=True,
    )

    assert (naam.aanhef(), naam.weergave()) == (aanhef, weergave)


@pytest.mark.parametrize(
    ("titel", "geslacht", "tekst"),
    [
        ("B", "M", "De hoogwelgeboren heer F. baron van Hoogh"),
        ("GI", "V", "De hooggeboren vrouwe F. gravin van Hoogh"),
        ("P", "M", "De hoogheid F. prins van Hoogh"),
        ("JH", "M", "De hoogwelgeboren heer jonkheer F. van Hoogh"),
    ],
)
def test_aanschrijving_van_adel(titel, geslacht, tekst):
    naam = Naam(voorletters="F.", **HOOGH, adellijke_titel=titel, geslacht=geslacht)

    assert naam.aanschrijving() == tekst


@pytest.mark.parametrize(
    ("voornamen", "letters"),
    [
        ("", ""),
        (".", ""),
        ("Robin Melle", "R.M."),
        ("Theo Philip IJsbrand", "T.P.I."),
        ("Anne-Fleur Belle", "A.B."),
        ("Suzie Q", "S.Q"),
        ("A", "A"),
        ("J P", "J P"),
        ("Żaneta Åsa", "Ż.Å."),
    ],
)
def test_voorletters_van_voornamen(voornamen, letters):
    assert voorletters_van(voornamen) == letters


@pytest.mark.parametrize(
    ("delen", "zoek"),
    [
        (("José", "van 't", "Wiel"), "jose van t wiel"),
        (("Müller-Lüdenscheidt",), "muller ludenscheidt"),
        (("Rijn", "Van  den"), "ryn van den"),
        (("Ruĳs",), "ruys"),
        (("RUIJS",), "ruys"),
        (("Ruys",), "ruys"),
        (("O'Neill",), "oneill"),
        (("O’Neill",), "oneill"),
        (("Weéß", "vún"), "weess vun"),
        (("Łukasz", "Øster", "Æ", "Đ"), "lukasz oster ae d"),
        (("Vųlĸovā",), "vulkova"),
        (("İstanbul",), "istanbul"),
        (("Korting @ 100%", '"Onbekend"'), "korting 100 onbekend"),
        (("", ""), ""),
    ],
)
def test_zoeknaam_is_gelijk_voor_wie_typt_en_wie_bewaart(delen, zoek):
    assert zoeknaam(*delen) == zoek


@given(st.text(max_size=30))
def test_zoeknaam_nog_eens_is_dezelfde(tekst):
    assert zoeknaam(zoeknaam(tekst)) == zoeknaam(tekst)


@given(st.text(alphabet="abcdeijxyzéÉïÏ' -", max_size=20))
def test_zoeknaam_ziet_geen_hoofdletters(tekst):
    assert zoeknaam(tekst.upper()) == zoeknaam(tekst.lower())


def test_sorteernaam_zet_de_geslachtsnaam_voorop():
    namen = [
        ("Jansen Peeters", "", "A."),
        ("Jansen", "van", "A."),
        ("Jansen", "", "B."),
        ("Jansen", "", "A."),
        ("Jansens", "", "A."),
        ("Ábel", "", "Z."),
    ]

    gesorteerd = sorted(namen, key=lambda naam: sorteernaam(*naam))

    assert gesorteerd == [namen[5], namen[3], namen[2], namen[1], namen[0], namen[4]]


def test_naam_zoekt_op_alle_namen_en_sorteert_op_de_gebruikte():
    naam = Naam(
        voornamen="Anna",
        geslachtsnaam="Peeters",
        partner_voorvoegsel="van",
        partner_geslachtsnaam="Rijn",
        naamgebruik="V",
    )

    assert naam.zoeknaam() == "anna peeters van ryn"
    assert naam.sorteernaam() == "ryn  van  a"
    assert Naam(voornamen="Anna", geslachtsnaam="Peeters").sorteernaam() == "peeters    a"
