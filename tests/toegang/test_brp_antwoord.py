"""A person of the BRP's answer, field by field: the same Persoon that an extract gives."""

import pytest

from tests.brp_stub import adres, datum, persoon
from toegang.brp import inwonervelden
from toegang.brp_antwoord import gevonden_uit_antwoord, persoon_uit_antwoord
from toegang.brp_fouten import BrpOnleesbaar

LEEG = {"overleden_op": "", "vertrokken_op": "", "vertrokken_naar": ""}


def velden(**anders) -> dict:
    return inwonervelden(persoon_uit_antwoord(persoon(**anders)))


def test_een_gewone_inwoner():
    v = velden()

    v.pop("brp_hash")
    assert v == {
        "voornamen": "Anna Maria", "voorletters": "A.M.", "voorvoegsel": "van", "geslachtsnaam": "Peeters",
        "adellijke_titel": "", "naamgebruik": "E", "partner_voorvoegsel": "", "partner_geslachtsnaam": "",
        "partner_titel": "", "partner_geslacht": "", "heeft_partner": False, "geslacht": "V", "geboren": "19480403",
        "overleden_op": "", "vertrokken_op": "", "vertrokken_naar": "", "geheim": 0, "opschorting": "",
        "onder_curatele": False, "gezag": "", "straat": "Kerkstraat", "huisnummer": 12, "huisletter": "",
        "toevoeging": "", "postcode": "5921AB", "woonplaats": "Venlo", "locatie": "", "adresfunctie": "W",
        "adres_sinds": "20010901", "adres_in_onderzoek": False, "gemeente_code": "0983",
        "verblijfplaats_id": "0983010000000001", "bron": "brp",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tekst", "opgeslagen"),
    [("1922-09-25", "19220925"), ("1922-09", "19220900"), ("1922", "19220000"), ("", "00000000")],
)
def test_een_geboortedatum_mag_onvolledig_zijn(tekst, opgeslagen):
    assert velden(geboorte={"datum": datum(tekst)})["geboren"] == opgeslagen


@pytest.mark.parametrize(
    ("groepen", "verwacht"),
    [
        ({"overlijden": {"datum": datum("2026-11-30")}}, {"overleden_op": "20261130"}),
        ({"overlijden": {"datum": datum("")}}, {"overleden_op": "00000000"}),
        ({"overlijden": {}}, {"overleden_op": "00000000"}),
        (
            {"opschortingBijhouding": {"reden": {"code": "O"}, "datum": datum("2026-11-30")}},
            {"overleden_op": "20261130", "opschorting": "O"},
        ),
        ({"opschortingBijhouding": {"reden": {"code": "O"}}}, {"overleden_op": "00000000"}),
        ({"opschortingBijhouding": {"reden": {"code": "F"}}}, {"overleden_op": "", "opschorting": "F"}),
        (
            {
                "verblijfplaats": {
                    "type": "VerblijfplaatsBuitenland", "datumVan": datum("2026-10-01"),
                    "verblijfadres": {"regel1": "Rue 1", "land": {"code": "5002", "omschrijving": "Frankrijk"}},
                }
            },
            {"vertrokken_op": "20261001", "vertrokken_naar": "5002", "straat": "", "postcode": "", "overleden_op": ""},
        ),
        (
            {"verblijfplaats": {"type": "VerblijfplaatsOnbekend", "datumVan": datum("2026-10-01")}},
            {"vertrokken_op": "20261001", "vertrokken_naar": "0000", "straat": ""},
        ),
        (
            {
                "verblijfplaats": None,
                "opschortingBijhouding": {"reden": {"code": "E"}, "datum": datum("2026-10-01")},
            },
            {"vertrokken_op": "20261001", "vertrokken_naar": "0000", "opschorting": "E"},
        ),
        ({"verblijfplaats": None}, LEEG | {"straat": "", "huisnummer": None}),
        ({"geheimhoudingPersoonsgegevens": True}, {"geheim": 7}),
        ({"geheimhoudingPersoonsgegevens": False}, {"geheim": 0}),
        ({"indicatieCurateleRegister": True}, {"onder_curatele": True}),
        ({"geslacht": {"code": "O"}}, {"geslacht": "O"}),
        ({"geslacht": {"code": "X"}}, {"geslacht": "O"}),
        ({"geslacht": None}, {"geslacht": "O"}),
        (
            {"verblijfplaats": adres(waar={"huisletter": "b", "huisnummertoevoeging": "III", "postcode": "5921 ab"})},
            {"huisletter": "b", "toevoeging": "III", "postcode": "5921AB"},
        ),
        ({"verblijfplaats": adres(functieAdres={"code": "B"})}, {"adresfunctie": "B"}),
        ({"verblijfplaats": adres(inOnderzoek={"type": True})}, {"adres_in_onderzoek": True}),
        ({"verblijfplaats": adres(waar={"inOnderzoek": {"huisnummer": True}})}, {"adres_in_onderzoek": True}),
        (
            {
                "verblijfplaats": {
                    "type": "Locatie", "functieAdres": {"code": "W"}, "datumVan": datum("2020"),
                    "verblijfadres": {"locatiebeschrijving": "Woonboot bij de sluis"},
                }
            },
            {"locatie": "Woonboot bij de sluis", "straat": "", "huisnummer": None, "adres_sinds": "20200000"},
        ),
        ({"gemeenteVanInschrijving": {"code": "0957"}}, {"gemeente_code": "0957"}),
        (
            {"naam": {"geslachtsnaam": "Ö", "voornamen": ".", "adellijkeTitelPredicaat": {"code": "JV"}}},
            {"geslachtsnaam": "Ö", "voornamen": "", "voorletters": "", "adellijke_titel": "JV", "naamgebruik": "E"},
        ),
    ],
)  # fmt: skip
def test_elke_regel(groepen, verwacht):
    v = velden(**groepen)

    assert {naam: v[naam] for naam in verwacht} == verwacht


def test_de_naam_van_de_partner_telt_waar_de_inwoner_die_gebruikt():
    partner = {
        "burgerservicenummer": "999900031", "soortVerbintenis": {"code": "H"}, "geslacht": {"code": "M"},
        "naam": {"geslachtsnaam": "Jansen", "voorvoegsel": "de", "voornamen": "Jan"},
        "geboorte": {"datum": datum("1947")}, "aangaanHuwelijkPartnerschap": {"datum": datum("1970-05-01")},
    }  # fmt: skip
    naam = {"voornamen": "Anna", "geslachtsnaam": "Peeters", "aanduidingNaamgebruik": {"code": "V"}}

    v = velden(partners=[partner], naam=naam)
    assert (v["partner_voorvoegsel"], v["partner_geslachtsnaam"], v["heeft_partner"]) == (
        "de",
        "Jansen",
        True,
    )

    voorbij = partner | {"ontbindingHuwelijkPartnerschap": {"datum": datum("2019-01-01")}}
    p = persoon_uit_antwoord(persoon(partners=[voorbij], naam=naam))
    assert (inwonervelden(p)["heeft_partner"], p.partners[0].einde.jaar, p.partners[0].begin.dag) == (
        False,
        2019,
        1,
    )


OUDERS = [
    {"ouderAanduiding": "1", "burgerservicenummer": "999900018", "naam": {"geslachtsnaam": "Peeters"}},
    {"ouderAanduiding": "2", "burgerservicenummer": "999900031", "naam": {"geslachtsnaam": "Jansen"}},
]
KIND = {"minderjarige": {"burgerservicenummer": "999900006"}}


@pytest.mark.parametrize(
    ("gezag", "code"),
    [
        ({"type": "GezamenlijkOuderlijkGezag", **KIND}, "12"),
        ({"type": "EenhoofdigOuderlijkGezag", "ouder": {"burgerservicenummer": "999900018"}, **KIND}, "1"),
        ({"type": "EenhoofdigOuderlijkGezag", "ouder": {"burgerservicenummer": "999900031"}, **KIND}, "2"),
        ({"type": "GezamenlijkGezag", "ouder": {"burgerservicenummer": "999900031"}, **KIND}, "2D"),
        ({"type": "Voogdij", "derden": [], **KIND}, "D"),
        ({"type": "TijdelijkGeenGezag", "toelichting": "x", **KIND}, ""),
        ({"type": "GezagNietTeBepalen", "toelichting": "x", **KIND}, ""),
        ({"type": "GezamenlijkOuderlijkGezag", "minderjarige": {"burgerservicenummer": "999900079"}}, ""),
    ],
)
def test_gezag_als_code_van_de_brp(gezag, code):
    assert velden(ouders=OUDERS, gezag=[gezag])["gezag"] == code


def test_familie_komt_mee_en_een_onbekende_ouder_niet():
    kind = {
        "burgerservicenummer": "999900043",
        "naam": {"voornamen": "Eva", "geslachtsnaam": "Jansen"},
        "geboorte": {},
    }

    p = persoon_uit_antwoord(
        persoon(ouders=[OUDERS[0], {"ouderAanduiding": "2"}], kinderen=[kind, {"naam": {}}])
    )

    assert [(v.rol, v.bsn) for v in (*p.ouders, *p.kinderen)] == [
        ("ouder", "999900018"),
        ("kind", "999900043"),
    ]


@pytest.mark.parametrize(
    "groepen",
    [
        {"burgerservicenummer": None},
        {"burgerservicenummer": "999900007"},
        {"burgerservicenummer": 999900006},
        {"naam": "Peeters"},
        {"naam": {"geslachtsnaam": ["Peeters"]}},
        {"naam": {"geslachtsnaam": "Pee\x00ters"}},
        {"geboorte": {"datum": {"type": "Datum", "datum": "1948-02-31"}}},
        {"geboorte": {"datum": {"type": "Datum"}}},
        {"geboorte": {"datum": "1948-04-03"}},
        {"geboorte": {"datum": {"type": "JaarMaandDatum", "jaar": "1948", "maand": "dertien"}}},
        {"geboorte": {"datum": {"type": "JaarMaandDatum", "jaar": 1948, "maand": 13}}},
        {"overlijden": {"datum": {"type": "Toekomst"}}},
        {"geheimhoudingPersoonsgegevens": "nee"},
        {"verblijfplaats": adres(waar={"huisnummer": "twaalf"})},
        {"verblijfplaats": []},
        {"partners": ["Jan"]},
        {"gezag": ["12"]},
    ],
)
def test_wat_niet_klopt_wordt_geweigerd_zonder_de_gegevens_te_noemen(groepen):
    with pytest.raises(BrpOnleesbaar) as fout:
        persoon_uit_antwoord(persoon() | groepen)

    assert "1948" not in str(fout.value) + fout.value.wat
    assert "Peeters" not in str(fout.value) + fout.value.wat
    assert "9999" not in repr(fout.value)


def test_een_treffer_toont_naam_jaar_en_straat_zonder_nummer():
    gevonden = gevonden_uit_antwoord(persoon())

    assert (gevonden.naam, gevonden.geboortejaar, gevonden.straat) == (
        "A.M. van Peeters",
        "1948",
        "Kerkstraat",
    )
    assert "999900006" not in repr(gevonden)


@pytest.mark.parametrize(
    ("regel", "straat"),
    [
        ("Jan van der Heijdenstraat 12 A", "Jan van der Heijdenstraat"),
        ("2e Loswal 5", "2e Loswal"),
        ("Plein 1992 14", "Plein"),  # a number in a street is cut off too: rather too little
        ("Woonboot bij de sluis", "Woonboot bij de sluis"),
        ("", ""),
    ],
)
def test_de_straat_van_een_treffer(regel, straat):
    assert gevonden_uit_antwoord(persoon(adressering={"adresregel1": regel})).straat == straat


def test_een_geheim_adres_staat_niet_bij_een_treffer():
    gevonden = gevonden_uit_antwoord(persoon(geheimhoudingPersoonsgegevens=True))

    assert (gevonden.straat, gevonden.geheim) == ("", True)


def test_de_vingerafdruk_verandert_alleen_met_de_gegevens():
    een, ander = velden()["brp_hash"], velden(geheimhoudingPersoonsgegevens=True)["brp_hash"]

    assert een == velden(leeftijd=79)["brp_hash"]
    assert een != ander
