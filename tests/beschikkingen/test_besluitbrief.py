"""The besluit letter: both samples, and every part that the Awb asks."""

import io
import re

import pypdf
import pytest

from beschikkingen.brieven import Reden
from tests import voorbeelden_brieven as voorbeelden
from toegang.brieven.basis import html_maken
from toegang.pdf import pdf_maken


def bladen_van(brief) -> list[str]:
    inhoud = pdf_maken(
        html_maken(brief), titel=brief.onderwerp, kenmerk=brief.kop.kenmerk, gemaakt_op=voorbeelden.DAG
    )
    return [re.sub(r"\s+", " ", blad.extract_text()) for blad in pypdf.PdfReader(io.BytesIO(inhoud)).pages]


def volgorde(tekst: str, *stukken: str) -> bool:
    """Every piece is there, once in this order."""
    plaatsen = [tekst.find(stuk) for stuk in stukken]
    return -1 not in plaatsen and plaatsen == sorted(plaatsen)


def test_toekenning_past_op_twee_bladzijden():
    assert len(bladen_van(voorbeelden.toekenning())) == 2


def test_toekenning_staat_in_de_volgorde_van_de_brief():
    tekst = " ".join(bladen_van(voorbeelden.toekenning()))

    assert volgorde(
        tekst,
        "Gemeente Venlo",
        "Mevrouw A. Jansen-Peeters",
        "Besloten op 4 december 2026",
        "Verzonden op 7 december 2026",
        "Kenmerk B-2026-0418",
        "Fatma Bakker, 14 077",
        "U krijgt hulp in het huishouden",
        "Geachte mevrouw Jansen-Peeters,",
        "Wat hebben wij besloten?",
        "105 minuten per week",
        "Wat gebeurt er nu?",
        "Waarom krijgt u deze hulp?",
        "Uzelf: u kookt",
        "Andere wetten: uw zorgverzekering",
        "Er blijft werk over.",
        "Wat betaalt u?",
        "€ 21,80",
        "Verandert er iets?",
        "Bent u het niet eens met dit besluit?",
        "tot en met maandag 18 januari 2027",
        "college van burgemeester en wethouders van Venlo, Postbus 3434, 5902 RK Venlo",
        "venlo.nl/bezwaar",
        "rechtbank Limburg om een voorlopige voorziening",
        "cliëntondersteuner helpt u gratis: 077 123 45 67",
        "namens het college van burgemeester en wethouders van Venlo,",
        "K. Peeters teammanager Toegang",
        "Regels: Wmo 2015 artikel 2.3.2, 2.3.5 en 2.3.8",
        "venlo.nl/briefcontrole, code 7K4Q-92TM",
    )


def test_afwijzing_laat_weg_wat_er_niet_is():
    bladen = bladen_van(voorbeelden.afwijzing())
    tekst = " ".join(bladen)

    assert len(bladen) <= 2
    assert volgorde(
        tekst,
        "U krijgt geen hulp in het huishouden",
        "Waarom niet?",
        "gebruikelijke hulp",
        "Op 1 december belden wij u, voordat wij besloten.",
        "Wat kan wel?",
        "Verandert er iets?",
        "U kunt bezwaar maken",
    )
    for kop in ("Wat gebeurt er nu?", "Wat betaalt u?", "Hoe werkt uw pgb?", "Bij deze brief"):
        assert kop not in tekst


@pytest.mark.parametrize(
    ("deel", "kop"),
    [
        ("pgb", "Hoe werkt uw pgb?"),
        ("nu", "Wat gebeurt er nu?"),
        ("adviezen", None),
        ("zienswijze", None),
        ("conclusie", None),
        ("wat_kan_wel", "Wat kan wel?"),
        ("bijdrage", "Wat betaalt u?"),
        ("bijlagen", "Bij deze brief"),
    ],
)
def test_elk_deel_dat_de_wet_vraagt_kan_erin(deel, kop):
    html = html_maken(voorbeelden.afwijzing(**{deel: ("Dit is de proefzin.",)}))

    assert "Dit is de proefzin." in html
    assert kop is None or kop in html


def test_concept_noemt_geen_laatste_dag():
    html = html_maken(voorbeelden.toekenning(bezwaar_tot=None, kop=voorbeelden.kop(verzonden_op=None)))

    assert "tot zes weken na de dag waarop wij deze brief versturen" in html
    assert "tot en met maandag" not in html
    assert "Verzonden op" not in html


def test_tekst_van_een_collega_wordt_geen_opmaak():
    html = html_maken(voorbeelden.toekenning(treden=(Reden("<b>Uzelf</b>", "<script>alert(1)</script>"),)))

    assert "<script>" not in html
    assert "<b>Uzelf" not in html


def test_alleen_koppen_bedragen_en_laatste_dagen_zijn_vet():
    html = html_maken(voorbeelden.toekenning())

    vet = [stuk.replace("\xa0", " ") for stuk in re.findall(r"<strong>(.*?)</strong>", html)]
    assert vet == ["€ 21,80", "tot en met maandag 18 januari 2027"]
