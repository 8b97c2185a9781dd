"""Prices, extents in words, and what stands in the way of a proposal."""

import datetime
from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorzieningen.regels import (
    Bestaand,
    GeenPrijs,
    Voorstel,
    bedrag_per_jaar,
    naar_eenheid,
    omvang_in_woorden,
    weigeringen,
)


def omvang(volume, eenheid, frequentie, tarief, tarief_eenheid):
    return SimpleNamespace(
        volume=Decimal(volume), eenheid=eenheid, frequentie=frequentie, tarief=Decimal(tarief),
        tarief_eenheid=tarief_eenheid,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("volume", "eenheid", "frequentie", "tarief", "tarief_eenheid", "per_jaar"),
    [
        ("105", "01", "2", "36.00", "04", "3276.00"),  # 1,75 hours x 52 x 36
        ("1.8", "04", "2", "0.60", "01", "3369.60"),  # 108 minutes x 52 x 0,60
        ("3.5", "04", "2", "60.00", "04", "10920.00"),
        ("4", "16", "2", "45.50", "16", "9464.00"),
        ("2", "14", "4", "180.00", "14", "4320.00"),
        ("1", "04", "1", "10.00", "04", "3650.00"),
        ("1", "82", "6", "2500.00", "82", "2500.00"),  # one aid: whole, for it is paid in one year
        ("250", "83", "4", "1.00", "83", "3000.00"),  # euros need no tariff
    ],
)
def test_bedrag_per_jaar(volume, eenheid, frequentie, tarief, tarief_eenheid, per_jaar):
    assert bedrag_per_jaar(omvang(volume, eenheid, frequentie, tarief, tarief_eenheid)) == Decimal(per_jaar)


def test_dagdelen_hebben_geen_uurprijs():
    with pytest.raises(GeenPrijs, match="andere eenheid"):
        bedrag_per_jaar(omvang("4", "16", "2", "36.00", "04"))


@given(st.integers(1, 10_000))
def test_minuten_en_uren_zijn_heen_en_terug_hetzelfde(minuten):
    heen = naar_eenheid(Decimal(minuten), "01", "04")

    assert round(naar_eenheid(heen, "04", "01"), 6) == minuten


@given(st.integers(1, 5000), st.sampled_from("1246"))
def test_meer_hulp_kost_nooit_minder(minuten, frequentie):
    een, meer = (bedrag_per_jaar(omvang(m, "01", frequentie, "36.00", "04")) for m in (minuten, minuten + 1))

    assert 0 < een <= meer


@pytest.mark.parametrize(
    ("volume", "eenheid", "frequentie", "woorden"),
    [
        ("105.0", "01", "2", "105 minuten per week (1 uur en 45 minuten)"),
        ("120", "01", "2", "120 minuten per week (2 uur)"),
        ("61", "01", "1", "61 minuten per dag (1 uur en 1 minuut)"),
        ("45", "01", "2", "45 minuten per week"),
        ("1", "01", "2", "1 minuut per week"),
        ("3.5", "04", "2", "3,5 uur per week"),
        ("100", "04", "6", "100 uur in de hele periode"),
        ("1", "16", "2", "1 dagdeel per week"),
        ("4", "16", "4", "4 dagdelen per maand"),
        ("1", "82", "6", "1 stuk in de hele periode"),
        ("250", "83", "4", "€\u00a0250 per maand"),
    ],
)
def test_omvang_in_woorden(volume, eenheid, frequentie, woorden):
    assert omvang_in_woorden(Decimal(volume), eenheid, frequentie) == woorden


GOED = Voorstel(
    vorm="natura", frequentie="2", ingangsdatum=datetime.date(2027, 1, 4), einddatum=datetime.date(2028, 12, 31),
    aanbieder_gekozen=True, contract_op_begin=True,
)  # fmt: skip
PGB = replace(
    GOED, vorm="pgb", aanbieder_gekozen=False, contract_op_begin=False, pgb_beheerder="zelf, zij deed de boekhouding",
    pgb_motivering="Zij wil haar vaste hulp houden.", pgb_kwaliteit="De hulp heeft tien jaar ervaring.",
)  # fmt: skip


@pytest.mark.parametrize("voorstel", [GOED, PGB])
def test_een_goed_voorstel_wordt_niet_geweigerd(voorstel):
    assert weigeringen(voorstel) == []


@pytest.mark.parametrize(
    ("voorstel", "veld", "zin"),
    [
        (replace(GOED, aanbieder_gekozen=False), "aanbieder", "Kies een aanbieder"),
        (replace(GOED, contract_op_begin=False), "aanbieder", "op 4 januari 2027 geen contract"),
        (replace(GOED, einddatum=None), "einddatum", "per week heeft een einddatum nodig"),
        (replace(GOED, einddatum=None, frequentie="6"), "einddatum", "Vul de einddatum in"),
        (replace(GOED, einddatum=datetime.date(2027, 1, 3)), "einddatum", "op of na 4 januari 2027"),
        (replace(GOED, tarief_bekend=False), "product", "geen tarief bekend"),
        (replace(GOED, product_op_begin=False), "product", "bestaat niet op 4 januari 2027"),
        (replace(GOED, ergotherapie_vooraf=True), "advies_van", "consult van een ergotherapeut"),
        (replace(PGB, pgb_beheerder=" "), "pgb_beheerder", "wie het pgb beheert"),
        (replace(PGB, pgb_motivering=""), "pgb_motivering", "waarom de inwoner een pgb wil"),
        (replace(PGB, pgb_kwaliteit=""), "pgb_kwaliteit", "veilig en goed"),
    ],
)
def test_weigering_noemt_veld_en_uitweg(voorstel, veld, zin):
    (gevonden,) = weigeringen(voorstel)

    assert gevonden[0] == veld
    assert zin in gevonden[1]


BEGIN, EINDE = GOED.ingangsdatum, GOED.einddatum
DAG = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("bestaand", "veld"),
    [
        (Bestaand("natura", BEGIN - 400 * DAG, BEGIN - DAG, True), None),  # ends the day before
        (Bestaand("natura", BEGIN - 400 * DAG, BEGIN, True), "ingangsdatum"),
        (Bestaand("natura", EINDE, EINDE + DAG, True), "ingangsdatum"),
        (Bestaand("natura", EINDE + DAG, EINDE + DAG, True), None),
        (Bestaand("natura", BEGIN, EINDE, False), "product"),  # proposed twice
        (Bestaand("pgb", BEGIN, EINDE, True), "vorm"),  # iWmo OP043
        (Bestaand("pgb", BEGIN, EINDE, False), "vorm"),
        (Bestaand("pgb", BEGIN - 400 * DAG, BEGIN - DAG, True), None),
    ],
)
def test_overlap_op_de_dag(bestaand, veld):
    assert [w[0] for w in weigeringen(replace(GOED, bestaand=(bestaand,)))] == ([veld] if veld else [])
