"""The agreements of iWmo and iJw 3.2, each a function with its source; no database."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from toegang.termijnen import werkdagen_na
from voorzieningen import toewijsregels as t
from voorzieningen.contractregels import waarom_geen_einde, waarom_overlapt, wachten_in_woorden
from voorzieningen.leveringsstand import stand_van
from voorzieningen.opdrachtregels import Document, waarom_geen_opdracht, wat_document_weigert
from voorzieningen.regels import GeenPrijs, bedrag_per_jaar, heronderzoek_dag, omvang_in_woorden
from voorzieningen.usecases.hulp_vooruitzien import achttien_jaar_voor, wanneer_achttien
from voorzieningen.verzoekcontrole import contract, leeftijd, toegekend, woonplaats

DAG = datetime.timedelta(days=1)
BEGIN, EINDE = datetime.date(2027, 1, 4), datetime.date(2027, 6, 30)


def loopt(vorm="natura", van=BEGIN, tot=EINDE):
    return SimpleNamespace(vorm=vorm, ingangsdatum=van, einddatum=tot)


def periode(van, tot):
    return SimpleNamespace(vanaf_op=van, tot_op=tot)


def test_op043_geen_natura_naast_pgb():
    assert "Natura en pgb samen kan niet" in t.natura_naast_pgb("pgb", EINDE, None, [loopt()])
    assert t.natura_naast_pgb("natura", EINDE, None, [loopt()]) == ""
    assert t.natura_naast_pgb("pgb", EINDE + DAG, None, [loopt()]) == ""


def test_op259_niet_stapelen_en_tr302_hulpmiddelen_wel():
    assert "loopt al tot en met 30 juni 2027" in t.gestapeld("02", EINDE, None, [loopt()])
    assert t.gestapeld("02", EINDE + DAG, None, [loopt()]) == ""
    assert [c for c in ("10", "11", "12", "13", "14", "15") if t.gestapeld(c, BEGIN, None, [loopt()])] == [
        "10",
        "15",
    ]


def test_op380_liever_verlengen_wat_aansluit():
    assert "toewijzingsnummer hetzelfde" in t.liever_verlengen(EINDE + DAG, [loopt()])
    assert t.liever_verlengen(EINDE + 2 * DAG, [loopt()]) == ""


def test_per_week_vraagt_een_einddatum():
    assert "einddatum" in t.week_zonder_einde("2", None)
    assert t.week_zonder_einde("2", EINDE) == t.week_zonder_einde("6", None) == ""


def test_zonder_omvang_alleen_een_taakgerichte_opdracht():
    for bekostiging, grondslag, mag in (
        ("taakgericht", "bepaling", True), ("taakgericht", "verwijzing", True), ("taakgericht", "besluit", False),
        ("taakgericht", "spoed", False), ("inspanning", "bepaling", False), ("prestatie", "verwijzing", False),
    ):  # fmt: skip
        assert (t.zonder_omvang(None, bekostiging, grondslag) == "") is mag, (bekostiging, grondslag)
    assert t.zonder_omvang(Decimal(3), "inspanning", "besluit") == ""


def test_reden_13_alleen_op_de_eerste_dag():
    assert "eerste dag: 4 januari 2027" in t.verwijderd_na_begin("13", BEGIN + DAG, BEGIN)
    assert t.verwijderd_na_begin("13", BEGIN, BEGIN) == t.verwijderd_na_begin("19", EINDE, BEGIN) == ""


def test_op271_en_op272_binnen_vijf_werkdagen_gemeld():
    laatste = werkdagen_na(BEGIN, 5)
    assert laatste == datetime.date(2027, 1, 11)
    assert t.te_laat_gemeld(BEGIN, laatste) == ""
    assert "vijf werkdagen" in t.te_laat_gemeld(BEGIN, laatste + DAG)


def test_begint_uiterlijk_telt_feestdagen_en_de_eerste_dag_van_de_hulp():
    kerst = datetime.date(2026, 12, 22)  # then Christmas (25, and 26 on a Saturday), and New Year's Day
    assert t.begint_uiterlijk(kerst, kerst) == datetime.date(2026, 12, 30)
    assert t.begint_uiterlijk(kerst, BEGIN) == datetime.date(2027, 1, 11)


def test_agb_is_acht_cijfers():
    assert [
        a
        for a in ("41000001", "4100001", "410000011", "4100000a", "00000000", "")
        if not t.waarom_geen_agb(a)
    ] == ["41000001"]


def test_perioden_in_woorden():
    staat = [periode(BEGIN, EINDE)]
    assert "4 januari 2027 tot en met 29 juni 2027" in waarom_overlapt("contract", BEGIN - DAG, None, staat)
    assert waarom_overlapt("contract", EINDE, None, staat) == ""
    assert waarom_overlapt("contract", BEGIN - 9 * DAG, BEGIN, staat) == ""
    assert waarom_overlapt("contract", BEGIN, None, [periode(BEGIN, BEGIN)]) == ""  # a contract of no day
    assert "vanaf 4 januari 2027" in waarom_overlapt("tarief", EINDE, None, [periode(BEGIN, None)])
    assert "op of na 4 januari" in waarom_geen_einde(BEGIN - 2 * DAG, staat[0])
    assert "eindigt al op 29 juni" in waarom_geen_einde(EINDE, staat[0])
    assert waarom_geen_einde(EINDE - 2 * DAG, staat[0]) == ""


def test_wachten_in_woorden():
    dag = datetime.date(2026, 12, 1)
    assert wachten_in_woorden(3, 4, dag) == "3 weken wachten, plaats voor 4 (gezegd op 1 december 2026)"
    assert wachten_in_woorden(0, 0, dag) == "geen wachttijd, geen plaats (gezegd op 1 december 2026)"
    assert wachten_in_woorden(1, None, dag) == "1 week wachten (gezegd op 1 december 2026)"
    assert wachten_in_woorden(None, None, None) == ""


def test_taakgericht_heeft_geen_omvang_en_geen_prijs():
    assert omvang_in_woorden(None, "", "") == "zoveel als nodig is (taakgericht)"
    zonder = SimpleNamespace(volume=None, eenheid="", frequentie="", tarief=Decimal(0), tarief_eenheid="04")
    with pytest.raises(GeenPrijs):
        bedrag_per_jaar(zonder)


def test_wat_op_het_document_moet_staan():
    goed = {
        "verwijzer": "huisarts", "naam": "dr. Smits", "agb": "", "gedateerd_op": BEGIN, "kenmerk": "",
        "ontvangen_op": BEGIN,
    }  # fmt: skip

    def velden(grondslag, **anders):
        return [veld for veld, _ in wat_document_weigert(grondslag, Document(**goed | anders), BEGIN)]

    assert velden("verwijzing") == []
    assert velden("bepaling") == ["verwijzer", "kenmerk"]
    assert velden("bepaling", verwijzer="rechter", kenmerk="C/03/12") == []
    assert velden("verwijzing", verwijzer="instelling") == ["verwijzer"]
    assert velden("verwijzing", naam=" ") == ["naam"]
    assert velden("verwijzing", naam="", agb="0100001") == ["agb"]
    assert velden("verwijzing", gedateerd_op=BEGIN + DAG) == ["gedateerd_op"]
    assert velden("verwijzing", ontvangen_op=BEGIN + DAG) == ["ontvangen_op"]
    assert velden("besluit") == ["verwijzer"]
    assert waarom_geen_opdracht("jeugdwet", True) == ""
    assert "Alleen bij de Jeugdwet" in waarom_geen_opdracht("wmo", True)
    assert "afgesloten" in waarom_geen_opdracht("jeugdwet", False)


def test_de_controles_van_een_verzoek():
    assert [woonplaats(*p).goed for p in (("5921AB", True), ("1011AB", False), ("", False))] == [
        True,
        False,
        False,
    ]
    assert [leeftijd("jeugdwet", g, BEGIN).goed for g in ("20100403", "20090104", "20090105", "20090100", "")] == [
        True, False, True, False, False,
    ]  # fmt: skip
    assert [leeftijd("wmo", g, BEGIN).goed for g in ("19480403", "20100403")] == [True, False]
    assert [contract("Linde", "Ambulant", heeft, BEGIN).goed for heeft in (True, False)] == [True, False]
    assert [toegekend(n).goed for n in (1, 0)] == [True, False]


def test_wie_achttien_wordt():
    assert achttien_jaar_voor(datetime.date(2026, 12, 3)) == "20081203"
    assert wanneer_achttien("20091203") == "op 3 december 2027"
    assert wanneer_achttien("20080229") == "op 1 maart 2026"
    assert wanneer_achttien("20091200") == "binnen een jaar"


def test_heronderzoek_na_een_jaar_tenzij_de_herinneringen_er_zijn():
    assert heronderzoek_dag(BEGIN, datetime.date(2029, 1, 3)) == datetime.date(2028, 1, 4)
    assert heronderzoek_dag(BEGIN, datetime.date(2028, 5, 1)) is None


def test_de_stand_van_de_levering():
    def stand(vandaag=BEGIN, stil=None, geldend=True, **feiten):
        leeg = {"gestopt_op": None, "begonnen_op": None, "toegewezen_op": None, "uiterlijk_begin_op": BEGIN}
        rij = SimpleNamespace(get_stopreden_display=lambda: "In overleg", **leeg | feiten)
        return stand_van(rij, vandaag, stil, geldend).woord

    stil = SimpleNamespace(vanaf_op=BEGIN, tot_op=None)
    assert stand() == "Nog niet toegewezen"
    assert stand(toegewezen_op=BEGIN) == "Toegewezen"
    assert stand(BEGIN + DAG, toegewezen_op=BEGIN) == stand(BEGIN + DAG) == "Verleend, niet geleverd"
    assert stand(BEGIN + DAG, geldend=False) == "Niet begonnen"
    assert stand(toegewezen_op=BEGIN, begonnen_op=BEGIN) == "Begonnen"
    assert stand(toegewezen_op=BEGIN, begonnen_op=BEGIN, stil=stil) == "Onderbroken"
    assert stand(toegewezen_op=BEGIN, begonnen_op=BEGIN, gestopt_op=BEGIN, stil=stil) == "Gestopt"
    assert stand_van(None, BEGIN).woord == "Niet bekend"
