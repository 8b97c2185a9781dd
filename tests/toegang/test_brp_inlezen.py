"""A BRP extract into the database: small rows of our own, and the official test persons where they are at hand."""

import time
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.fabrieken import InwonerFabriek
from tests.toegang import voordeur
from tests.toegang.test_lo3 import ANNA, BEN, KOLOMMEN, extract
from toegang.huishoudens import adressleutel, gezinnen
from toegang.models import Actor, Huishouden, Huishoudlid, Inwoner, Relatie, Taak
from toegang.usecases.brp_inlezen import brp_inlezen
from toegang.usecases.contact_registreren import contact_registreren
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.voorbereid import schrijft_in

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 12, 3)
TESTPERSONEN = Path(__file__).resolve().parents[3] / "shared" / "data" / "brp-testpersonen.csv"
BIJ_ANNA = {"08.11.10": "Parade", "08.11.20": "7", "08.11.60": "5911CA", "08.11.70": "Venlo", "08.10.10": "W"}
MET_JAN = {"05.01.20": "999900031", "05.02.40": "Jansen", "05.06.10": "19700101"}
JAN_ZELF = {
    "": "Lg01_3",
    "01.01.20": "999900031",
    "01.02.10": "Jan",
    "01.02.40": "Jansen",
    "01.03.10": "19470101",
}
EVA = {"": "Lg01_4", "01.01.20": "999900043", "01.02.10": "Eva", "01.02.40": "Jansen", "01.03.10": "19750000"}


def lees(*rijen, vandaag=VANDAAG, fouten=None):
    return brp_inlezen(
        bestand=extract(*rijen), door=Actor.objects.systeem(), vandaag=vandaag,
        meld=lambda fout: None if fouten is None else fouten.append(str(fout)),
    )  # fmt: skip


def schrijvend(vragen):
    return [v["sql"] for v in vragen if schrijft_in(v["sql"])]


def huishoudens():
    """Who live together now, by first name."""
    return sorted(
        sorted(h.leden.filter(tot_op=None).values_list("inwoner__voornamen", flat=True))
        for h in Huishouden.objects.all()
        if h.leden.filter(tot_op=None).exists()
    )


def inwoner(bsn):
    return Inwoner.objects.met_bsn(bsn).get()


def test_inlezen_bewaart_wat_de_brp_weet():
    uit = lees(
        ANNA | BIJ_ANNA | MET_JAN
        | {"01.01.10": "1234567890", "01.02.20": "BS", "01.02.30": "van", "01.61.10": "N", "01.03.10": "19220900"}
        | {"07.70.10": "7", "11.33.10": "1", "08.10.30": "20010900"}
    )  # fmt: skip

    anna = inwoner("999900006")
    assert (uit.ingelezen, uit.totaal) == (1, 1)
    assert (anna.naam.weergave(), anna.geboren, anna.geheim) == (
        "A.M. barones van Peeters-Jansen",
        "19220900",
        7,
    )
    assert (anna.adresregel, anna.postcode, anna.adres_sinds) == ("Parade 7", "5911CA", "20010900")
    assert (anna.bron, anna.onder_curatele, len(anna.brp_hash), anna.bsn) == ("brp", True, 64, "999900006")
    assert anna.vertegenwoordigers.count() == 0  # the extract names no curator: only the flag
    assert "peeters" in anna.zoeknaam
    laatste = anna.history.get()
    assert (laatste.history_user, laatste.history_change_reason) == (Actor.objects.systeem(), "BRP")


def test_inlezen_bewaart_geen_bsn_of_a_nummer_leesbaar():
    lees(ANNA | MET_JAN | {"01.01.10": "1234567890"})

    for tabel in (
        "toegang_inwoner",
        "toegang_relatie",
        "toegang_historicalinwoner",
        "toegang_historicalrelatie",
    ):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT string_agg(t::text, ' ') FROM {tabel} t")
            tekst = cursor.fetchone()[0]
        assert "999900006" not in tekst
        assert "999900031" not in tekst
        assert "1234567890" not in tekst


def test_inlezen_overleden_en_vertrokken():
    lees(
        ANNA | BIJ_ANNA | {"06.08.10": "20200200", "07.67.10": "20200223", "07.67.20": "O"},
        BEN | {"08.13.10": "5010", "08.13.20": "20150000", "07.67.20": "E"},
    )

    assert (inwoner("999900006").overleden_op, inwoner("999900006").opschorting) == ("20200200", "O")
    assert (inwoner("999900018").vertrokken_op, inwoner("999900018").vertrokken_naar) == ("20150000", "5010")
    assert list(Inwoner.objects.ingeschreven()) == []
    assert huishoudens() == []


def test_inlezen_koppelt_verwanten_ook_als_zij_later_in_het_bestand_staan():
    lees(ANNA | MET_JAN | {"02.01.20": "999900018", "02.02.40": "Smit"}, BEN, JAN_ZELF)

    anna = inwoner("999900006")
    assert set(anna.relaties.values_list("soort", "verwant", "begonnen_op")) == {
        ("partner", inwoner("999900031").pk, "19700101"),
        ("ouder", inwoner("999900018").pk, ""),
    }


def test_inlezen_koppelt_verwanten_die_pas_een_volgende_keer_komen():
    lees(ANNA | BIJ_ANNA | MET_JAN)
    assert Relatie.objects.get().verwant is None

    lees(ANNA | BIJ_ANNA | MET_JAN, JAN_ZELF | BIJ_ANNA)

    assert Relatie.objects.get().verwant == inwoner("999900031")
    assert huishoudens() == [["Anna Maria", "Jan"]]


def test_inlezen_maakt_een_huishouden_van_familie_op_een_adres():
    moeder = {"02.01.20": "999900006", "02.02.40": "Peeters"}

    uit = lees(ANNA | BIJ_ANNA | MET_JAN, BEN | BIJ_ANNA, JAN_ZELF | BIJ_ANNA, EVA | BIJ_ANNA | moeder)

    assert huishoudens() == [["Anna Maria", "Eva", "Jan"], ["Ben"]]
    assert uit.gewijzigde_huishoudens == 4


@pytest.mark.parametrize(
    "anders",
    [
        {"08.11.20": "9"},
        {"08.11.30": "A"},
        {"08.10.10": "B"},
        {"06.08.10": "20260101"},
        {"05.07.10": "20100101"},
    ],
)
def test_inlezen_zet_niet_bij_elkaar_wie_niet_samenleeft(anders):
    lees(ANNA | BIJ_ANNA | MET_JAN | anders, JAN_ZELF | BIJ_ANNA)

    assert ["Anna Maria", "Jan"] not in huishoudens()
    assert ["Jan"] in huishoudens()


def test_inlezen_verhuizing_en_overlijden_beeindigen_het_lidmaatschap():
    rijen = [ANNA | BIJ_ANNA | MET_JAN, JAN_ZELF | BIJ_ANNA]
    lees(*rijen)
    huishouden = Huishoudlid.objects.first().huishouden

    lees(rijen[0], rijen[1] | {"08.11.20": "9", "08.10.30": "20261201"})

    assert huishoudens() == [["Anna Maria"], ["Jan"]]
    assert inwoner("999900006").huishoudens.get().huishouden == huishouden
    oud, nieuw = inwoner("999900031").huishoudens.order_by("vanaf_op", "tot_op")
    assert {oud.tot_op, nieuw.tot_op} == {None, date(2026, 12, 3)}

    lees(rijen[0] | {"06.08.10": "20261202"}, rijen[1] | {"08.11.20": "9", "08.10.30": "20261201"})

    assert huishoudens() == [["Jan"]]


def test_inlezen_een_tweede_keer_schrijft_niets():
    rijen = [ANNA | BIJ_ANNA | MET_JAN, JAN_ZELF | BIJ_ANNA, BEN]
    lees(*rijen)
    Actor.objects.systeem()

    with CaptureQueriesContext(connection) as gezien:
        uit = lees(*rijen)

    assert schrijvend(gezien) == []
    assert (uit.ingelezen, uit.gewijzigd, uit.ongewijzigd) == (0, 0, 3)
    assert Inwoner.history.count() == 3


def test_inlezen_in_een_andere_volgorde_is_geen_wijziging():
    lees(ANNA | MET_JAN, JAN_ZELF, BEN)

    uit = lees(BEN, JAN_ZELF, ANNA | MET_JAN)

    assert (uit.gewijzigd, uit.ongewijzigd) == (0, 3)


def test_inlezen_een_gewijzigde_rij_met_historie():
    lees(ANNA | BIJ_ANNA | MET_JAN, BEN)
    anna = inwoner("999900006")
    anna.telefoon = "0771234567"
    anna.bewaren(door=Actor.objects.systeem(), reden="test")

    uit = lees(ANNA | BIJ_ANNA | MET_JAN | {"08.11.10": "Kade", "05.07.10": "20260101"}, BEN)

    anna = inwoner("999900006")
    assert (uit.gewijzigd, uit.ongewijzigd) == (1, 1)
    assert (anna.straat, anna.telefoon, anna.versie) == ("Kade", "0771234567", 3)
    assert [h.straat for h in anna.history.all()] == ["Kade", "Parade", "Parade"]
    relatie = anna.relaties.get()
    assert (relatie.geeindigd_op, relatie.versie, relatie.history.count()) == ("20260101", 2, 2)
    assert Inwoner.history.filter(id=inwoner("999900018").pk).count() == 1


def test_inlezen_een_verwant_die_de_brp_niet_meer_noemt_eindigt():
    lees(ANNA | MET_JAN | {"09.02.40": "Jansen", "09.02.10": "Eva", "09.03.10": "19750101"})

    lees(ANNA | MET_JAN)
    lees(ANNA | MET_JAN | {"01.03.10": "19480924"})

    kind = Relatie.objects.get(soort="kind")
    assert (kind.geeindigd_op, kind.history.count()) == ("20261203", 2)


def test_inlezen_herkent_wie_de_desk_al_kende():
    bekend = InwonerFabriek(geslachtsnaam="Peters")
    bekend.bsn = "999900006"
    bekend.bewaren(door=Actor.objects.systeem(), reden="test")

    uit = lees(ANNA)

    anna = Inwoner.objects.get()
    assert (anna.pk, anna.geslachtsnaam, anna.bron, uit.gewijzigd) == (bekend.pk, "Peeters", "brp", 1)


def test_inlezen_meldt_slechte_rijen_en_gaat_door():
    fouten = []

    uit = lees(
        ANNA | {"01.01.20": "999900007"},
        ANNA,
        {"": "Lg01_5", "01.02.40": "Zonder"},
        ANNA,
        BEN | {"01.02.10": "x" * 201},
        "te;weinig",
        JAN_ZELF | {"02.02.40": "Bos", "02.03.10": "19821291"},
        fouten=fouten,
    )

    assert fouten == [
        "Regel 2: Dit BSN klopt niet. Controleer de cijfers.",
        "Regel 4: Deze persoon heeft geen BSN.",
        "Regel 5: Dit BSN stond al op regel 3.",
        "Regel 6: Te lang voor het veld voornamen (hoogstens 200 tekens).",
        f"Regel 7: Deze regel heeft 2 kolommen; het moeten er {len(KOLOMMEN) + 1} zijn.",
        "Regel 8: De geboortedatum van een ouder (02.03.10) bestaat niet.",
    ]
    assert (uit.ingelezen, uit.zonder_bsn, uit.meldingen, uit.overgeslagen.total()) == (2, 2, 1, 3)
    assert uit.totaal == 5
    assert not any("9999" in fout or "Peeters" in fout for fout in fouten)


def test_inlezen_is_alles_of_niets(monkeypatch):
    def stuk(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("toegang.usecases.brp_inlezen.huishoudens_bijwerken", stuk)

    with pytest.raises(RuntimeError), transaction.atomic():
        lees(ANNA)

    assert Inwoner.objects.count() == 0


def test_opdracht_drukt_de_verantwoording_af(tmp_path):
    bestand = tmp_path / "brp.csv"
    bestand.write_text(extract(ANNA, ANNA, {k: v for k, v in BEN.items() if k != "01.01.20"}).read())
    uit = StringIO()

    call_command("brp_inlezen", bestand, stdout=uit)

    regels = [regel.strip() for regel in uit.getvalue().splitlines()]
    assert regels[:2] == ["Regel 3: Dit BSN stond al op regel 2.", "Regel 4: Deze persoon heeft geen BSN."]
    assert "1  ingelezen" in regels
    assert "1  overgeslagen: Dit BSN stond al op een eerdere regel." in regels
    assert "2  rijen met een BSN samen" in regels
    assert Inwoner.history.get().history_user == Actor.objects.systeem()


def test_opdracht_zegt_dat_het_bestand_er_niet_is(tmp_path):
    with pytest.raises(CommandError, match="kan niet worden gelezen"):
        call_command("brp_inlezen", tmp_path / "niets.csv")


def test_gezinnen_volgen_banden_over_meer_mensen():
    assert sorted(map(sorted, gezinnen("abcde", [("a", "b"), ("c", "b"), ("x", "d")]))) == [
        ["a", "b", "c"], ["d"], ["e"],
    ]  # fmt: skip
    assert gezinnen([], []) == []


def test_adressleutel_is_een_voordeur():
    deur = {"postcode": "5911CA", "huisnummer": 7, "huisletter": "a", "toevoeging": "", "straat": "Parade"}
    deur |= {"locatie": "", "gemeente": "0983"}

    assert adressleutel(**deur) == adressleutel(**deur | {"huisletter": "A", "straat": "Anders"})
    assert adressleutel(**deur) != adressleutel(**deur | {"toevoeging": "2"})
    assert (
        adressleutel(**deur | {"postcode": "", "straat": "", "locatie": "Woonboot"}) == "0983|Woonboot|7|A|"
    )
    assert adressleutel(**deur | {"postcode": "", "straat": "", "huisnummer": None}) == ""


@pytest.mark.skipif(
    not TESTPERSONEN.is_file(), reason="brp-testpersonen.csv (RvIG) is hier niet: ../shared/data/"
)
class TestTestpersonen:
    def lees(self, meld=lambda fout: None):
        return brp_inlezen(bestand=TESTPERSONEN, door=Actor.objects.systeem(), vandaag=VANDAAG, meld=meld)

    def test_alle_739_rijen_worden_verantwoord(self):
        fouten = []

        uit = self.lees(fouten.append)

        assert uit.totaal == 739
        assert (uit.ingelezen, uit.historisch, uit.overgeslagen.total(), uit.zonder_bsn) == (678, 54, 7, 2)
        assert len(fouten) == 13
        assert Inwoner.objects.count() == Inwoner.history.count() == 678
        assert Inwoner.objects.filter(onder_curatele=True).count() == 14
        assert Inwoner.objects.exclude(geheim=0).count() == 45
        assert Inwoner.objects.filter(geboren__endswith="00").exists()
        assert Relatie.objects.filter(verwant__isnull=False).count() > 900
        assert Huishoudlid.objects.filter(tot_op=None).count() == Huishoudlid.objects.count() == 568

        with CaptureQueriesContext(connection) as gezien:
            nogmaals = self.lees()

        assert schrijvend(gezien) == []
        assert (nogmaals.ongewijzigd, nogmaals.totaal) == (678, 739)
        assert len(gezien) <= 10

    def test_inlezen_gaat_in_bulk(self, capsys):
        """What makes 500 persons a second possible: the statements do not grow with the persons. The pace is printed."""
        begin = time.perf_counter()
        with CaptureQueriesContext(connection) as gezien:
            uit = self.lees()
        tempo = uit.ingelezen / (time.perf_counter() - begin)

        with capsys.disabled():
            print(f"\nbrp_inlezen: {tempo:.0f} personen per seconde, {len(gezien)} opdrachten")
        assert len(gezien) <= 60


def test_inlezen_maakt_dezelfde_taken_als_de_nacht():
    """Who is known here and died or moved: the task of the nightly round; who is only in the table: none."""
    lees(ANNA | BIJ_ANNA, JAN_ZELF | BIJ_ANNA)
    zaak = voordeur.zaak(inwoner=inwoner("999900006"))
    bellen = contact_registreren(
        door=voordeur.kcc().actor, vandaag=VANDAAG, nu=timezone.now(), kanaal="telefoon", soort="vraag", bereik="bellen",
        telefoon="0612345678", vraag="Bel mij", inwoner=inwoner("999900006"),
    )  # fmt: skip

    uit = lees(ANNA | BIJ_ANNA | {"06.08.10": "20261201"}, JAN_ZELF | BIJ_ANNA | {"06.08.10": "20261201"})
    nog_een_keer = lees(
        ANNA | BIJ_ANNA | {"06.08.10": "20261201"}, JAN_ZELF | BIJ_ANNA | {"06.08.10": "20261201"}
    )

    taken = Taak.objects.open().filter(sleutel__startswith="brp_")
    assert (uit.na_te_kijken, nog_een_keer.na_te_kijken) == (1, 0)
    assert list(taken.values_list("sleutel", flat=True)) == [f"brp_overleden:{zaak.pk}"]
    bellen.refresh_from_db()
    assert bellen.terugbellen_op is None


def test_inlezen_een_verhuizing_zet_de_brief_op_het_nieuwe_adres():
    lees(ANNA | BIJ_ANNA)
    zaak = voordeur.zaak(inwoner=inwoner("999900006"))
    brief = ontvangst_bevestigen(zaak_id=zaak.pk, door=voordeur.administratie().actor, vandaag=VANDAAG)

    lees(ANNA | BIJ_ANNA | {"08.11.20": "9", "08.10.30": "20261201"})

    brief.refresh_from_db()
    assert "Parade 9" in " ".join(brief.aan_adres)
    assert Taak.objects.open().filter(sleutel=f"brp_verhuisd:{zaak.pk}").count() == 1
