"""Form fields read what people type, and refuse in a sentence that helps."""

import contextlib
import datetime as dt
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from toegang import datums
from toegang import velden as v
from toegang.formulier import Formulier


def lees(veld, tekst):
    return veld.clean(tekst)


def zin(veld, tekst):
    with pytest.raises(ValidationError) as fout:
        veld.clean(tekst)
    return fout.value.messages[0]


@pytest.mark.parametrize(
    "tekst",
    [
        "23-9-1948",
        "23-09-1948",
        "23091948",
        "19480923",
        "1948-09-23",
        "23/9/1948",
        "23.9.1948",
        "23 9 1948",
        "23 sept 1948",
        "23 sep. 1948",
        "23 SEPTEMBER 1948",
        "23sept1948",
        " do 23 september 1948 ",
        "donderdag 23 september 1948",
    ],
)
def test_datum_wordt_gelezen_zoals_mensen_haar_schrijven(tekst):
    assert lees(v.DatumVeld(), tekst) == dt.date(1948, 9, 23)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("31-2-1948", datums.BESTAAT_NIET),
        ("29-2-2027", datums.BESTAAT_NIET),
        ("31-13-1948", datums.BESTAAT_NIET),
        ("32-1-1948", datums.BESTAAT_NIET),
        ("23-9-48", datums.JAAR_VOLUIT),
        ("23-9-0048", datums.JAAR_KLOPT_NIET),
        ("23-9-9999", datums.JAAR_KLOPT_NIET),
        ("september 1948", "Vul ook de dag in"),
        ("1948", datums.SCHRIJF),
        ("gisteren", datums.SCHRIJF),
        ("23-9-1948-1", datums.SCHRIJF),
        ("٢٣-٩-١٩٤٨", datums.SCHRIJF),
        ("1" * 100, datums.SCHRIJF),
        ("23-9-1948\x00", v.VREEMD_TEKEN),
    ],
)
def test_datum_die_niet_klopt_krijgt_een_zin(tekst, verwacht):
    assert zin(v.DatumVeld(), tekst) == verwacht


def test_datum_buiten_de_grens_noemt_de_grens():
    veld = v.DatumVeld(label="Einddatum", niet_voor=dt.date(2027, 1, 4), niet_na=dt.date(2028, 12, 31))

    assert lees(veld, "4-1-2027") == dt.date(2027, 1, 4)
    assert zin(veld, "3-1-2027") == "De einddatum moet op of na 4 januari 2027 liggen"
    assert zin(veld, "1-1-2029") == "De einddatum moet op of voor 31 december 2028 liggen"


def test_datum_wordt_teruggeschreven_zoals_zij_getypt_wordt():
    assert v.DatumVeld().prepare_value(dt.date(1948, 9, 3)) == "3-9-1948"
    assert v.DatumVeld().prepare_value("31-2-1948") == "31-2-1948"


@given(st.dates(min_value=dt.date(1850, 1, 1), max_value=dt.date(2199, 12, 31)))
def test_elke_datum_komt_in_elke_schrijfwijze_terug(dag):
    veld = v.DatumVeld()

    for tekst in (
        f"{dag.day}-{dag.month}-{dag.year}",
        f"{dag:%d%m%Y}",
        f"{dag:%Y%m%d}",
        f"{dag:%Y-%m-%d}",
        v.opmaak.datum(dag),
        v.opmaak.datum_kort(dag),
        v.opmaak.datum_dag(dag),
        v.opmaak.datum_lang(dag),
    ):
        assert lees(veld, tekst) == dag


@given(st.text(max_size=80))
def test_willekeurige_tekst_is_een_waarde_of_een_zin(tekst):
    for veld in (v.DatumVeld, v.OnvolledigeDatumVeld, v.TijdVeld, v.BedragVeld, v.TelefoonVeld, v.BsnVeld):
        with contextlib.suppress(ValidationError):
            veld(required=False).clean(tekst)


@pytest.mark.parametrize(
    ("tekst", "waarde", "getypt"),
    [
        ("23-9-1948", "19480923", "23-9-1948"),
        ("september 1948", "19480900", "september 1948"),
        ("sept. 1948", "19480900", "september 1948"),
        ("9-1948", "19480900", "september 1948"),
        ("0-9-1948", "19480900", "september 1948"),
        ("1948", "19480000", "1948"),
        ("00-00-1948", "19480000", "1948"),
        ("onbekend", "00000000", "onbekend"),
    ],
)
def test_onvolledige_datum_houdt_nullen_voor_wat_onbekend_is(tekst, waarde, getypt):
    veld = v.OnvolledigeDatumVeld()

    assert lees(veld, tekst) == waarde
    assert veld.prepare_value(waarde) == getypt


@pytest.mark.parametrize("tekst", ["31-2-1948", "5-0-1948", "13-1948", "september"])
def test_onvolledige_datum_die_niet_bestaat_wordt_geweigerd(tekst):
    assert zin(v.OnvolledigeDatumVeld(), tekst)


@pytest.mark.parametrize("tekst", ["999990019", "9999.90.019", "9999 90 019", " 999990019 "])
def test_bsn_mag_met_punten_en_spaties(tekst):
    assert lees(v.BsnVeld(), tekst) == "999990019"


@pytest.mark.parametrize("tekst", ["999990018", "12345", "000000000", "99999001a", "9999900190", "٩٩٩٩٩٠٠١٩"])
def test_bsn_dat_niet_klopt_wordt_geweigerd(tekst):
    assert zin(v.BsnVeld(), tekst) == "Dit BSN klopt niet. Controleer de cijfers"


@pytest.mark.parametrize("tekst", ["5921AB", "5921 ab", " 5921  AB ", "5921.ab"])
def test_postcode_wordt_gelijk_geschreven(tekst):
    assert lees(v.PostcodeVeld(), tekst) == "5921 AB"


@pytest.mark.parametrize("tekst", ["0921 AB", "5921", "5921 SS", "AB 5921"])
def test_postcode_die_niet_klopt_wordt_geweigerd(tekst):
    assert "5921 AB" in zin(v.PostcodeVeld(), tekst)


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("06-12345678", "0612345678"),
        ("06 12 34 56 78", "0612345678"),
        ("+31 6 12345678", "0612345678"),
        ("+31 (0)6 12345678", "0612345678"),
        ("0031612345678", "0612345678"),
        ("077 359 66 66", "0773596666"),
        ("14 077", "14077"),
        ("0800-1234", "08001234"),
        ("0032 475 12 34 56", "+32475123456"),
    ],
)
def test_telefoonnummer_wordt_gelijk_geschreven(tekst, nummer):
    assert lees(v.TelefoonVeld(), tekst) == nummer


@pytest.mark.parametrize("tekst", ["0612", "bel mij", "061234567890123", "6 12345678"])
def test_telefoonnummer_dat_niet_klopt_wordt_geweigerd(tekst):
    assert zin(v.TelefoonVeld(), tekst) == "Dit telefoonnummer klopt niet. Controleer de cijfers"


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [
        ("14.30", dt.time(14, 30)),
        ("14:30", dt.time(14, 30)),
        ("1430", dt.time(14, 30)),
        ("9.05 uur", dt.time(9, 5)),
        ("9 uur", dt.time(9, 0)),
        ("9", dt.time(9, 0)),
    ],
)
def test_tijd_wordt_gelezen(tekst, tijd):
    assert lees(v.TijdVeld(), tekst) == tijd
    assert v.TijdVeld().prepare_value(tijd) == f"{tijd.hour}.{tijd.minute:02d}"


def test_tijd_die_niet_bestaat_wordt_geweigerd():
    assert zin(v.TijdVeld(), "25.00") == "Deze tijd bestaat niet. Controleer het uur en de minuten"
    assert zin(v.TijdVeld(), "half drie") == "Schrijf de tijd als 14.30"


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [
        ("21,80", "21.80"),
        ("€ 21,80", "21.80"),
        ("21.80", "21.80"),
        ("1.250", "1250.00"),
        ("€ 1.250,50", "1250.50"),
        ("250,-", "250.00"),
    ],
)
def test_bedrag_wordt_gelezen(tekst, bedrag):
    assert lees(v.BedragVeld(), tekst) == Decimal(bedrag)


def test_getal_buiten_de_grens_noemt_de_grens():
    veld = v.GetalVeld(minstens=1, hoogstens=1680)

    assert lees(veld, "105") == 105
    assert lees(veld, "1.250") == 1250
    assert zin(veld, "0") == "Vul een getal in van 1 tot en met 1.680"
    assert zin(veld, "veel") == "Vul een getal in van 1 tot en met 1.680"


class Voorbeeld(Formulier):
    geboortedatum = v.OnvolledigeDatumVeld(label="Geboortedatum")
    telefoon = v.TelefoonVeld(label="Telefoonnummer")
    vraag = v.LangeTekstVeld(label="De vraag", vraag="Schrijf op wat de beller vraagt")
    gevaar = v.JaNeeVeld(label="Is er gevaar?")
    wijkteam = v.KeuzeVeld(label="Wijkteam", choices=[("b", "Blerick")], widget=forms.Select)
    wie = v.MeerkeuzeVeld(label="Wie waren erbij?", choices=[("i", "Inwoner")])
    email = v.EmailVeld(label="E-mailadres", required=False)


def test_leeg_formulier_zegt_per_veld_wat_ontbreekt():
    formulier = Voorbeeld({})

    assert {naam: fouten[0] for naam, fouten in formulier.errors.items()} == {
        "geboortedatum": "Vul de geboortedatum in",
        "telefoon": "Vul het telefoonnummer in",
        "vraag": "Schrijf op wat de beller vraagt",
        "gevaar": "Kies een antwoord bij 'Is er gevaar?'",
        "wijkteam": "Kies een wijkteam",
        "wie": "Kies minstens een antwoord bij 'Wie waren erbij?'",
    }


def test_spaties_zijn_leeg():
    assert Voorbeeld({"geboortedatum": "  "}).errors["geboortedatum"] == ["Vul de geboortedatum in"]


def test_te_lange_tekst_blijft_staan_en_krijgt_een_zin():
    lang = "a" * 100_000
    formulier = Voorbeeld({"vraag": lang})

    assert formulier.errors["vraag"] == ["Deze tekst is 100.000 tekens lang. Hier passen 20.000 tekens in"]
    assert lang in str(formulier["vraag"])


def test_tekst_met_nul_teken_krijgt_een_zin():
    assert Voorbeeld({"vraag": "a\x00b"}).errors["vraag"] == [v.VREEMD_TEKEN]


def test_onbekende_keuze_en_email_krijgen_een_nederlandse_zin():
    fouten = Voorbeeld({"wijkteam": "x", "email": "geen adres"}).errors

    assert fouten["wijkteam"] == ["Kies een van de mogelijkheden"]
    assert fouten["email"] == ["Dit e-mailadres klopt niet. Het ziet eruit als naam@voorbeeld.nl"]


def test_velden_die_leeg_mogen_blijven_leeg():
    class Leeg(Formulier):
        datum = v.DatumVeld(required=False)
        bsn = v.BsnVeld(required=False)
        tijd = v.TijdVeld(required=False)
        bedrag = v.BedragVeld(required=False)
        gevaar = v.JaNeeVeld(required=False)

    formulier = Leeg({})

    assert formulier.is_valid()
    assert formulier.cleaned_data == {"datum": None, "bsn": "", "tijd": None, "bedrag": None, "gevaar": None}


def test_ja_nee_wordt_een_bool():
    formulier = Voorbeeld({"gevaar": "nee"})
    formulier.is_valid()

    assert formulier.cleaned_data["gevaar"] is False
