"""Finding people: misspelt names, dates with unknown parts, who does not come up, and the index that is used."""

import pytest
from django.db import connection

from tests.fabrieken import DossierFabriek, InwonerFabriek, ZaakFabriek
from tests.toegang import voordeur
from toegang import zoeken
from toegang.models import Inwoner
from toegang.rechten import Recht, Rechten
from toegang.zoeken import inwoners_zoeken, is_afgeschermd_bekend

pytestmark = pytest.mark.django_db


def namen(**vraag):
    lezer = vraag.pop("lezer", None) or voordeur.kcc().actor
    return [t.naam for t in inwoners_zoeken(lezer=lezer, **vraag).treffers]


@pytest.mark.parametrize(
    "getypt", ["Jansen", "jansen", "Janssen", "A. Jansen", "Anna Jansen", "Janzen", "Jansen, Anna"]
)
def test_een_naam_die_anders_is_gespeld_vindt(getypt):
    InwonerFabriek(geslachtsnaam="Jansen")
    InwonerFabriek(geslachtsnaam="Verhoeven", voornamen="Piet")

    assert namen(naam=getypt) == ["A.M. Jansen"]


@pytest.mark.parametrize(
    ("heet", "getypt"),
    [
        ("Smits", "Smids"),
        ("Kuijpers", "Cuypers"),
        ("Meijer", "Meyer"),
        ("Zwart", "Swart"),
        ("De Vries", "de fries"),
    ],
)
def test_wat_hetzelfde_klinkt_vindt(heet, getypt):
    InwonerFabriek(geslachtsnaam=heet)

    assert len(namen(naam=getypt)) == 1


@pytest.mark.parametrize("getypt", ["van der Heijden", "Heyden", "heijden"])
def test_voorvoegsel_en_ij_maken_niet_uit(getypt):
    InwonerFabriek(geslachtsnaam="Heijden", voorvoegsel="van der")

    assert len(namen(naam=getypt)) == 1


def test_naast_een_geboortedatum_mag_de_naam_verder_afwijken():
    InwonerFabriek(geslachtsnaam="Yilmaz", geboren="19480403")

    assert namen(naam="Jilmas") == []
    assert len(namen(naam="Jilmas", geboren="19480403")) == 1


@pytest.mark.parametrize(
    ("bekend", "gezocht", "gevonden"),
    [
        ("19480403", "19480403", True),
        ("19480403", "19480400", True),
        ("19480403", "19480000", True),
        ("19480400", "19480403", True),  # the day is not known of the person
        ("19480000", "19480403", True),
        ("19480403", "19480404", False),
        ("19480403", "19490000", False),
        ("00000000", "19480403", False),
    ],
)
def test_een_deel_van_de_geboortedatum_is_genoeg(bekend, gezocht, gevonden):
    InwonerFabriek(geboren=bekend)

    assert bool(namen(geboren=gezocht)) is gevonden


def test_op_postcode_en_nummer_en_op_bsn():
    InwonerFabriek(bsn="999990019")

    assert len(namen(postcode="5921 ab", huisnummer=12)) == 1
    assert len(namen(bsn="999990019")) == 1
    assert namen(postcode="5921 AB") == []
    assert namen() == []


def test_een_geheim_adres_wordt_niet_getoond_en_niet_bevestigd():
    InwonerFabriek(geslachtsnaam="Smeets", geheim=7)

    treffer = inwoners_zoeken(lezer=voordeur.kcc().actor, naam="Smeets").treffers[0]

    assert treffer.straat == ""
    assert namen(postcode="5921AB", huisnummer=12) == []


def test_een_afgeschermd_dossier_komt_alleen_boven_bij_wie_genoemd_is():
    dossier = DossierFabriek(afgeschermd=True)
    zaak = ZaakFabriek(dossier=dossier, afgeschermd=True)
    ander, genoemd = voordeur.administratie().actor, voordeur.administratie().actor
    genoemd.rechten = Rechten(rollen=frozenset({"administratie"}), zaken={Recht.PROCES_INZIEN: (zaak.pk,)})

    assert namen(lezer=ander, geboren="19480403") == []
    assert len(namen(lezer=genoemd, geboren="19480403")) == 1
    assert is_afgeschermd_bekend(geslachtsnaam=dossier.inwoner.geslachtsnaam, geboren="19480403")
    assert not is_afgeschermd_bekend(geslachtsnaam="Iemand", geboren="19480403")


def test_hoogstens_tien_en_zeggen_dat_er_meer_zijn():
    InwonerFabriek.create_batch(11, geslachtsnaam="Jansen")

    resultaat = inwoners_zoeken(lezer=voordeur.kcc().actor, naam="Jansen")

    assert (len(resultaat.treffers), resultaat.meer) == (10, True)
    assert not inwoners_zoeken(lezer=voordeur.kcc().actor, naam="Jansen", grens=11).meer


def test_de_beste_naam_staat_bovenaan():
    InwonerFabriek(geslachtsnaam="Janssens")
    InwonerFabriek(geslachtsnaam="Jansen")

    assert namen(naam="Jansen")[0] == "A.M. Jansen"


def test_zoeken_op_naam_loopt_langs_de_trigramindex(monkeypatch):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO toegang_inwoner SELECT (jsonb_populate_record(i, jsonb_build_object("
            "'id', gen_random_uuid(), 'bsn_index', null, 'bsn_versleuteld', null,"
            "'zoeknaam', md5(n::text) || ' ' || md5((n * 7)::text)))).*"
            " FROM toegang_inwoner i, generate_series(1, 12000) n WHERE i.id = %s",
            [InwonerFabriek(geslachtsnaam="Jansen").pk],
        )
        cursor.execute("SET ROLE NONE")
        cursor.execute("SELECT gin_clean_pending_list('inwoner_zoeknaam_trgm')")
        cursor.execute("ANALYZE toegang_inwoner")
        cursor.execute("SET ROLE toegang_app")
    vraag = zoeken._op_naam(zoeken.zichtbaar_voor(voordeur.kcc().actor), ["janssen"], gericht=False)

    plan = vraag.order_by("-lijkt", "sorteernaam", "pk")[:11].explain()

    assert "inwoner_zoeknaam_trgm" in plan
    assert "Seq Scan on toegang_inwoner" not in plan
    assert Inwoner.objects.count() == 12001
