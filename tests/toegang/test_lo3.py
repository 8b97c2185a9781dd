"""The BRP extract: small rows of our own, and the official test persons where they are at hand."""

import io
import os
import time
from datetime import date
from pathlib import Path

import pytest

from toegang.lo3 import Fout, Persoon, lees
from toegang.onvolledige_datum import ONBEKEND, OnvolledigeDatum

RUBRIEKEN = """
01.01.10 01.01.20 01.02.10 01.02.20 01.02.30 01.02.40 01.03.10 01.04.10 01.61.10 01.84.10 01.H
02.01.20 02.02.10 02.02.30 02.02.40 02.03.10 02.04.10 02.62.10 03.01.20 03.02.40 03.03.10
05.01.10 05.01.20 05.02.10 05.02.20 05.02.30 05.02.40 05.03.10 05.04.10 05.06.10 05.07.10 05.15.10 05.84.10
05.H 06.08.10 06.88.10 06.88.10 07.67.10 07.67.20 07.70.10 08.09.10 08.10.10 08.10.30
08.11.10 08.11.15 08.11.20 08.11.30 08.11.40 08.11.60 08.11.70 08.11.80 08.12.10
08.13.10 08.13.20 08.83.10 08.83.30 08.84.10 08.H
09.01.10 09.01.20 09.02.10 09.02.40 09.03.10 09.H 11.32.10 11.33.10
"""
KOLOMMEN = RUBRIEKEN.split()
ANNA = {"": "Lg01_1", "01.01.20": "999900006", "01.02.10": "Anna Maria", "01.02.40": "Peeters",
        "01.03.10": "19480923", "01.04.10": "V", "01.61.10": "E"}  # fmt: skip
BEN = {"": "Lg01_2", "01.01.20": "999900018", "01.02.10": "Ben", "01.02.40": "Smit", "01.03.10": "19500101"}
JAN = {"05.01.20": "999900031", "05.02.10": "Jan", "05.02.40": "Jansen", "05.04.10": "M"}


def extract(*rijen, kolommen=("", *KOLOMMEN)):
    """Rows as dicts (or as raw text) under the heading; the first column carries the mark of a person."""
    regels = [";".join(kolommen)]
    for rij in rijen:
        gebruikt = dict(rij) if isinstance(rij, dict) else rij
        if isinstance(gebruikt, str):
            regels.append(gebruikt)
        else:
            regels.append(";".join(gebruikt.pop(kolom, "") for kolom in kolommen))
            assert not gebruikt, f"no such column: {gebruikt}"
    return io.StringIO("\r\n".join(regels) + "\r\n")


def personen(*rijen, **kwargs):
    uit = list(lees(extract(*rijen, **kwargs)))
    assert all(isinstance(persoon, Persoon) for persoon in uit), uit
    return uit


def fouten(*rijen):
    return [(f.regel, f.reden, f.overgeslagen) for f in lees(extract(*rijen)) if isinstance(f, Fout)]


def test_lees_een_persoon_met_alles_erbij():
    (anna,) = personen(
        ANNA
        | {"01.01.10": "1234567890", "01.02.20": "BS", "01.02.30": "van", "01.61.10": "N"}
        | {
            "02.01.20": "999900043",
            "02.02.10": "Els",
            "02.02.40": "Bos",
            "02.04.10": "V",
            "02.62.10": "19480923",
        }
        | {"03.02.40": "Peeters", "03.03.10": "19200000", "07.70.10": "7", "11.32.10": "12", "11.33.10": "1"}
        | {"08.09.10": "0983", "08.10.10": "W", "08.10.30": "20010900", "08.11.10": "Parade", "08.11.20": "7"}
        | {
            "08.11.30": "A",
            "08.11.40": "bis",
            "08.11.60": "5911 ca",
            "08.11.70": "Venlo",
            "08.83.10": "080000",
        }
        | JAN
        | {"05.06.10": "19700101", "05.15.10": "H"}
    )

    assert (anna.bsn, anna.a_nummer, anna.voornamen, anna.voorletters) == (
        "999900006", "1234567890", "Anna Maria", "A.M.",
    )  # fmt: skip
    assert (anna.geboren.volledig, anna.geslacht, anna.geheim) == (date(1948, 9, 23), "V", 7)
    assert (anna.gezag, anna.onder_curatele, anna.overleden_op, anna.vertrokken_op) == (
        "12",
        True,
        None,
        None,
    )
    assert [(o.bsn, o.naam.weergave(), str(o.geboren)) for o in anna.ouders] == [
        ("999900043", "E. Bos", "00000000"), ("", "Peeters", "19200000"),
    ]  # fmt: skip
    assert anna.ouders[0].begin == OnvolledigeDatum(1948, 9, 23)
    assert [(p.bsn, p.soort, str(p.begin), p.einde) for p in anna.partners] == [
        ("999900031", "H", "19700101", None)
    ]
    adres = anna.adres
    assert (adres.straat, adres.huisnummer, adres.huisletter, adres.toevoeging) == ("Parade", 7, "A", "bis")
    assert (adres.postcode, adres.woonplaats, adres.gemeente_code) == ("5911CA", "Venlo", "0983")
    assert (adres.functie, str(adres.sinds), adres.in_onderzoek) == ("W", "20010900", True)
    assert anna.naam.weergave() == "A.M. barones van Peeters-Jansen"


def test_lees_laat_geen_bsn_in_een_logregel():
    (anna,) = personen(ANNA | JAN | {"01.01.10": "1234567890"})

    assert "9999" not in repr(anna)
    assert "1234567890" not in repr(anna)


def test_lees_kinderen_en_adressen_over_meer_rijen():
    kind = {"09.02.40": "Peeters", "09.03.10": "19700101"}
    anna, ben = personen(
        ANNA
        | kind
        | {"09.02.10": "Eva", "09.H": "59", "08.11.10": "Parade", "08.10.30": "20010101", "08.H": "58"},
        kind | {"09.02.10": "Evaa", "09.H": "09", "08.11.10": "Kade", "08.10.30": "19900101", "08.H": "58"},
        kind | {"09.02.10": "Tim", "08.11.10": "Kade", "08.10.30": "19900101", "08.84.10": "O", "08.H": "58"},
        {"08.11.10": "Markt", "08.10.30": "19480923"},
        BEN,
    )

    assert [(k.voornamen, k.rol) for k in anna.kinderen] == [("Eva", "kind"), ("Tim", "kind")]
    assert (anna.adres.straat, [a.straat for a in anna.vorige_adressen]) == ("Parade", ["Kade", "Markt"])
    assert (ben.voornamen, ben.kinderen, ben.vorige_adressen, ben.regel) == ("Ben", (), (), 6)


def test_lees_kinderen_zonder_kolom_h():
    """An extract without the H columns: the same A-number or name is the past of one child."""
    kolommen = [k for k in ("", *KOLOMMEN) if not k.endswith(".H")]
    (anna,) = personen(
        ANNA | {"09.01.10": "11", "09.02.10": "Eva", "09.02.40": "P"},
        {"09.01.10": "11", "09.02.10": "Evaa", "09.02.40": "P"},
        {"09.02.10": "Tim", "09.02.40": "P", "09.03.10": "19700101"},
        {"09.02.10": "Tim", "09.02.40": "P", "09.03.10": "19700101"},
        kolommen=kolommen,
    )

    assert [k.voornamen for k in anna.kinderen] == ["Eva", "Tim"]


def test_lees_eerdere_gegevens_van_een_persoon_zijn_geen_nieuwe_persoon():
    """01.H = 51: the row below holds an earlier name, or a BSN that was wrong, of the same person."""
    zelfde = {k: v for k, v in ANNA.items() if k}
    anna, ben = personen(
        ANNA | {"01.H": "51"},
        zelfde | {"01.02.10": "Ana", "01.H": "51"},
        zelfde | {"01.01.20": "999900055", "01.84.10": "O", "08.11.10": "Kade"},
        BEN | {"01.H": "51"},
    )

    assert (anna.voornamen, anna.eerdere_bsns, anna.eerdere_regels) == ("Anna Maria", ("999900055",), (3, 4))
    assert [a.straat for a in anna.vorige_adressen] == ["Kade"]
    assert ben.eerdere_regels == ()


def test_lees_zonder_merk_opent_een_bsn_een_persoon():
    kolommen = [k for k in KOLOMMEN if not k.endswith(".H")]
    anna, ben = ({k: v for k, v in rij.items() if k} for rij in (ANNA, BEN))

    assert [p.regel for p in personen(anna, {"08.11.10": "Kade"}, ben, kolommen=kolommen)] == [2, 4]


def test_lees_een_ontbonden_huwelijk_haalt_het_begin_uit_het_verleden():
    (anna,) = personen(
        ANNA | {"01.61.10": "V"} | JAN | {"05.07.10": "20000308", "05.H": "55"},
        JAN | {"05.06.10": "19990101", "05.15.10": "H", "05.84.10": "O", "05.H": "55"},
        JAN | {"05.06.10": "19980201", "05.15.10": "P"},
    )

    (jan,) = anna.partners
    assert (str(jan.begin), str(jan.einde), jan.soort) == ("19980201", "20000308", "P")
    assert anna.naam.weergave() == "A.M. Jansen-Peeters"
    assert not anna.naam.heeft_partner


@pytest.mark.parametrize(
    ("einden", "naam"),
    [
        (("", ""), "Een"),                         # both last: the oldest
        (("20100101", ""), "Twee"),
        (("20100101", "20050101"), "Een"),         # none lasts: the one that ended last
        (("00000000", "20050101"), "Twee"),
    ],
)  # fmt: skip
def test_lees_kiest_de_partner_van_het_naamgebruik(einden, naam):
    (anna,) = personen(
        ANNA
        | {"01.61.10": "P", "05.02.40": "Een", "05.06.10": "19800101", "05.07.10": einden[0], "05.H": "05"},
        {"05.02.40": "Twee", "05.06.10": "19900101", "05.07.10": einden[1]},
    )

    assert anna.naam.weergave() == f"A.M. {naam}"
    assert anna.naam.aanhef() == f"Geachte mevrouw {naam}"


def test_lees_een_leeg_gemaakt_huwelijk_is_er_geen():
    (anna,) = personen(
        ANNA | {"01.61.10": "P", "05.H": "55"}, JAN | {"05.06.10": "19900101", "05.84.10": "O"}
    )

    assert anna.partners == ()
    assert anna.naam.weergave() == "A.M. Peeters"


def test_lees_overleden_vertrokken_en_onbekend():
    anna, ben = personen(
        ANNA
        | {"06.08.10": "20200223", "07.67.10": "20200223", "07.67.20": "O", "01.03.10": "19220900"}
        | {"03.02.40": ".", "08.12.10": "Woonboot bij de sluis"},
        BEN
        | {
            "08.13.10": "5010",
            "08.13.20": "20150000",
            "07.67.20": "E",
            "06.08.10": "00000000",
            "01.03.10": "",
        },
    )

    assert (str(anna.overleden_op), anna.opschorting, str(anna.opgeschort_op)) == (
        "20200223",
        "O",
        "20200223",
    )
    assert (anna.geboren.tekst, anna.ouders) == ("september 1922 (dag onbekend)", ())
    assert anna.adres.locatie == "Woonboot bij de sluis"
    assert (ben.vertrokken_naar, str(ben.vertrokken_op), ben.overleden_op) == ("5010", "20150000", ONBEKEND)
    assert (ben.geboren, ben.geslacht, ben.naamgebruik) == (ONBEKEND, "O", "E")


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"01.01.20": "999900007"}, "Dit BSN klopt niet. Controleer de cijfers."),
        ({"01.01.20": ""}, "Deze persoon heeft geen BSN."),
        ({"01.01.20": "999900018"}, "Dit BSN stond al op regel 2."),
        ({"01.02.10": "", "01.02.40": ".", "01.03.10": "00000000"}, "De naam en de geboortedatum ontbreken."),
        ({"01.03.10": "19660013"}, "De geboortedatum (01.03.10) bestaat niet."),
        ({"06.08.10": "05"}, "De datum overlijden (06.08.10) bestaat niet."),
    ],
)
def test_lees_slaat_een_onbetrouwbare_persoon_over_en_gaat_door(anders, reden):
    na = BEN | {"": "Lg01_3", "01.01.20": "999900031"}

    ben, fout, derde = lees(extract(BEN, ANNA | anders, {"08.11.10": "Kade"}, na))

    assert fout == Fout(3, reden, overgeslagen=True)
    assert str(fout) == f"Regel 3: {reden}"
    assert (ben.bsn, derde.bsn, derde.regel) == ("999900018", "999900031", 5)
    assert ben.vorige_adressen == derde.vorige_adressen == ()


def test_lees_een_geweigerd_bsn_telt_niet_als_eerder_gezien():
    assert [type(x) for x in lees(extract(ANNA | {"01.03.10": "19660013"}, ANNA))] == [Fout, Persoon]


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        (
            {"02.02.40": "Bos", "02.03.10": "19821291"},
            "De geboortedatum van een ouder (02.03.10) bestaat niet.",
        ),
        ({"07.67.10": "00002014"}, "De datum opschorting (07.67.10) bestaat niet."),
        ({"08.11.20": "7a"}, "Het huisnummer (08.11.20) is geen getal."),
        ({"05.02.40": "Bos", "05.01.20": "123456789"}, "Het BSN van een partner (05.01.20) klopt niet."),
    ],
)
def test_lees_meldt_een_fout_in_een_onderdeel_en_houdt_de_persoon(anders, reden):
    fout, anna = lees(extract(ANNA | anders))

    assert fout == Fout(2, reden, overgeslagen=False)
    assert anna.bsn == "999900006"


def test_lees_een_einddatum_die_niet_bestaat_is_toch_een_einde():
    _fout, anna = lees(extract(ANNA | JAN | {"05.07.10": "2015"}))

    assert anna.partners[0].einde == ONBEKEND


def test_lees_een_regel_met_een_verkeerd_aantal_kolommen():
    aantal = len(KOLOMMEN) + 1
    kort = "Lg01_9;;999900055;Cor"

    uit = list(lees(extract(ANNA, ";;;te kort", {"08.11.10": "Kade"}, kort, {"08.11.10": "Markt"}, BEN)))

    assert [type(x) for x in uit] == [Fout, Persoon, Fout, Persoon]
    assert uit[0] == Fout(3, f"Deze regel heeft 4 kolommen; het moeten er {aantal} zijn.", overgeslagen=False)
    assert uit[2] == Fout(5, f"Deze regel heeft 4 kolommen; het moeten er {aantal} zijn.", overgeslagen=True)
    assert [a.straat for a in uit[1].vorige_adressen] == ["Kade"]
    assert uit[3].vorige_adressen == ()


def test_lees_regels_zonder_persoon_worden_een_keer_gemeld():
    assert fouten({"08.11.10": "Kade"}, {"08.11.10": "Markt"}, ANNA) == [
        (2, "Deze regel hoort bij geen persoon.", True)
    ]


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        ("", "Het bestand is leeg."),
        ("a;b;c\n1;2;3\n", "De kop van het bestand mist 01.01.20, 01.02.40, 01.03.10."),
    ],
)
def test_lees_een_bestand_dat_geen_extract_is(inhoud, reden):
    (fout,) = lees(io.StringIO(inhoud))

    assert reden in fout.reden
    assert fout.regel == 1


def test_lees_bytes_met_bom_en_een_pad(tmp_path):
    ruw = b"\xef\xbb\xbf" + extract(ANNA).read().encode()
    (tmp_path / "brp.csv").write_bytes(ruw)
    stroom = io.BytesIO(ruw)

    assert list(lees(stroom)) == list(lees(tmp_path / "brp.csv")) == personen(ANNA)
    assert not stroom.closed


@pytest.mark.parametrize("slecht", [b"Andr\xe9", b"An\x00na"])
def test_lees_meldt_wat_geen_utf8_is_en_gaat_door(slecht):
    regels = extract(ANNA | {"01.02.10": "@"}, BEN).read().encode().replace(b"@", slecht)

    fout, ben = lees(io.BytesIO(regels))

    assert fout == Fout(2, "Deze regel is geen UTF-8.", overgeslagen=True)
    assert ben.voornamen == "Ben"


def test_vingerafdruk_verandert_alleen_met_de_gegevens():
    (een,) = personen(ANNA | JAN)
    _, twee = personen(BEN, ANNA | JAN)
    (drie,) = personen(ANNA | JAN | {"05.02.10": "Johan"})

    assert een.vingerafdruk() == twee.vingerafdruk() != drie.vingerafdruk()
    assert een.vingerafdruk() != personen(ANNA | JAN | {"01.01.20": "999900043"})[0].vingerafdruk()


# --- the official test persons ----------------------------------------------------------------------

REPO = Path(__file__).resolve().parents[2]
TESTPERSONEN = Path(os.environ.get("BRP_TESTPERSONEN") or REPO.parent / "shared/data/brp-testpersonen.csv")
met_testpersonen = pytest.mark.skipif(
    not TESTPERSONEN.exists(),
    reason="BRP_TESTPERSONEN names no file: the test persons of RvIG are not in here",
)


@met_testpersonen
def test_lees_de_testpersonen_van_rvig():
    """739 rows carry a BSN: 54 hold earlier data of the person above, the rest are persons or reported."""
    begin = time.perf_counter()
    uit = list(lees(TESTPERSONEN))
    duur = time.perf_counter() - begin

    mensen = [p for p in uit if isinstance(p, Persoon)]
    over = [f.reden for f in uit if isinstance(f, Fout) and f.overgeslagen]
    zonder_bsn = sum("geen BSN" in reden for reden in over)
    historie = sum(len(p.eerdere_regels) for p in mensen)
    assert len(mensen) + len(over) - zonder_bsn + historie == 739
    assert (len(mensen), historie, zonder_bsn) == (678, 54, 2)
    assert sum("stond al op regel" in reden for reden in over) == 5
    assert len({p.bsn for p in mensen}) == len(mensen)
    assert duur < 2, f"{duur:.2f} s"  # 0.15 s on an idle machine


@met_testpersonen
def test_lees_de_testpersonen_met_hun_bijzonderheden():
    per_bsn = {p.bsn: p for p in lees(TESTPERSONEN) if isinstance(p, Persoon)}

    assert [k.voornamen for k in per_bsn["999990639"].kinderen] == [
        "Caroline Ilse", "Karin Monique", "Sasja", "Carsten Antonius",
    ]  # fmt: skip
    ex = next(v for p in per_bsn.values() for v in p.partners if v.bsn == "999993240")
    assert (str(ex.begin), str(ex.einde), ex.soort) == ("19980201", "20000308", "P")
    assert {p.geheim for p in per_bsn.values()} == {0, 1, 2, 3, 5, 6, 7}
    assert any(p.adres.locatie for p in per_bsn.values())
    assert any(p.onder_curatele for p in per_bsn.values())
    assert any(p.vertrokken_op for p in per_bsn.values())
    assert any(p.overleden_op for p in per_bsn.values())
    assert any(p.geboren.onbekend for p in per_bsn.values())
    for persoon in per_bsn.values():
        assert persoon.naam.aanhef().startswith(("Geachte ", "Hoog"))
        assert "  " not in persoon.naam.aanschrijving()
