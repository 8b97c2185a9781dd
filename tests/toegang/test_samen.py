"""A row and its history in one statement: the same rows as simple_history writes, and nothing else changes."""

import datetime
import uuid

import pytest
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Value
from django.db.models.functions import Lower
from django.test.utils import CaptureQueriesContext

from tests.fabrieken import VANDAAG, InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from toegang.models import Aanvraag, Actor, Inwoner, Taak, Termijn, Vertegenwoordiger, Zaak
from toegang.moment import nu
from toegang.schermen import GetSchrijft, _alleen_lezen
from toegang.voorbereid import Schrijfopdracht, Voorbereid, _bekend, schrijft_in
from wijkteams.models import Wijkteam

pytestmark = pytest.mark.django_db


@pytest.fixture
def door():
    return MedewerkerFabriek().actor


def waarden(rij, velden) -> dict:
    uit = {veld.attname: getattr(rij, veld.attname) for veld in velden}
    return {naam: bytes(w) if isinstance(w, memoryview) else w for naam, w in uit.items()}


def zoals_de_rij(rij) -> bool:
    """The table and the last history row hold what was saved, field by field."""
    velden = type(rij)._meta.concrete_fields
    gezet, gelezen = waarden(rij, velden), waarden(type(rij).objects.get(pk=rij.pk), velden)
    return gezet == gelezen == waarden(rij.history.latest(), velden)


def taak(zaak, **anders) -> Taak:
    velden = {
        "sleutel": "a:1",
        "titel": "Bel",
        "rol": "administratie",
        "adres": "toegang:zaak",
        "adres_pk": zaak.pk,
        "uiterlijk_op": VANDAAG,
    }
    return Taak(zaak=zaak, **velden | anders)


def soorten(door):
    """Rows with keys, text, dates, a moment, encrypted bytes, JSON, a list of words."""
    zaak = ZaakFabriek()
    bsn = Inwoner(voornamen="Zoë", geslachtsnaam="d’Ård%s", geboren="19800000", telefoon="100%")
    bsn.bsn, bsn.veilig_adres = "999990019", ["p/a 't Huis", "5911 AA Venlo"]
    return [
        bsn,
        taak(zaak, afgehandeld_om=nu(), afgehandeld_door=door),
        Aanvraag(zaak=zaak, ontvangen_op=VANDAAG, geregistreerd_om=nu(), wijze="formulier", gevraagd="Hulp"),
        Termijn(
            zaak=zaak, soort="besluit", artikel="x", begint_op=VANDAAG, uiterste_datum=VANDAAG + datetime.timedelta(14)
        ),
        Vertegenwoordiger(inwoner=zaak.dossier.inwoner, soort="gemachtigde", naam="G", vanaf_op=VANDAAG, mag=["brieven", "geld"]),
    ]  # fmt: skip


@pytest.mark.parametrize("nummer", range(5))
def test_een_nieuwe_rij_en_een_wijziging_elk_in_een_opdracht(door, nummer):
    rij = soorten(door)[nummer]
    tabel = type(rij)._meta.db_table

    with CaptureQueriesContext(connection) as vragen:
        rij.bewaren(door=door, reden="nieuw")
        rij.bewaren(door=door, reden="anders")

    assert [schrijft_in(v["sql"]) for v in vragen if "SAVEPOINT" not in v["sql"]] == [tabel, tabel]
    assert zoals_de_rij(rij)
    tweede, eerste = rij.history.all()
    assert [(h.history_type, h.history_change_reason, h.versie) for h in (eerste, tweede)] == [
        ("+", "nieuw", 1), ("~", "anders", 2),
    ]  # fmt: skip
    assert {eerste.history_user, tweede.history_user} == {door}
    assert rij.versie == 2
    assert abs(eerste.history_date - nu()) < datetime.timedelta(minutes=1)


def test_dezelfde_geschiedenis_als_die_van_simple_history(door):
    een, ander = taak(ZaakFabriek()), taak(ZaakFabriek(), sleutel="a:2")
    een.bewaren(door=door, reden="nieuw")
    ander._history_user, ander._change_reason = door, "nieuw"
    ander.save()

    onze, hunne = (
        waarden(rij.history.get(), type(rij.history.get())._meta.concrete_fields) for rij in (een, ander)
    )
    verschil = {naam for naam in onze if onze[naam] != hunne[naam]}
    assert verschil == {"id", "sleutel", "zaak_id", "adres_pk", "history_id", "history_date"}


def test_een_gewone_save_erna_laat_weer_een_eigen_rij_na(door):
    rij = InwonerFabriek()
    rij.bewaren(door=door, reden="een")
    rij.save()

    assert [h.history_change_reason for h in rij.history.all()][:2] == ["een", "een"]
    assert rij.history.count() == 3


@pytest.fixture
def vers():
    """A connection that holds no statement of ours yet."""
    connection.ensure_connection()
    _bekend.pop(connection.connection, None)


@pytest.mark.parametrize("eerst", [True, False], ids=["bekend", "vers"])
def test_een_geweigerde_rij_laat_niets_na_en_de_volgende_gaat_gewoon(door, vers, eerst):
    """Also when the statement was made known in the very message that was refused."""
    zaak = ZaakFabriek()
    if eerst:
        taak(zaak, sleutel="a:0").bewaren(door=door, reden="nul")
    for _ in range(2):
        with pytest.raises(IntegrityError), transaction.atomic():
            taak(zaak, rol="").bewaren(door=door, reden="voor niemand")
    with CaptureQueriesContext(connection) as vragen:
        taak(zaak, sleutel="a:3").bewaren(door=door, reden="drie")

    assert Taak.history.count() == Taak.objects.count() == 1 + eerst
    assert not [v for v in vragen if "PREPARE" in v["sql"]]  # what was refused is still known


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("anders", "fout"),
    [({"rol": ""}, IntegrityError), ({"rol": "x" * 400}, DataError), ({"titel": "\0"}, ValueError)],
)
def test_buiten_een_transactie_ook(vers, anders, fout):
    door = MedewerkerFabriek().actor
    zaak = ZaakFabriek()
    for _ in range(2):
        with pytest.raises(fout):
            taak(zaak, **anders).bewaren(door=door, reden="fout")
    assert not Taak.history.exists()
    taak(zaak).bewaren(door=door, reden="goed")

    assert zoals_de_rij(Taak.objects.get())
    assert Taak.history.count() == 1


def test_een_collega_is_geen_actor(door):
    """They have numbers of their own: the history would name somebody else."""
    for niemand in (door.medewerker, None, Actor(soort="systeem", naam="Nog niet bewaard")):
        with pytest.raises(TypeError, match="no Actor"):
            ZaakFabriek.build().bewaren(door=niemand, reden="test")


def test_een_uitdrukking_of_een_sleutel_van_de_database_gaat_zoals_django_het_doet(door):
    inwoner = InwonerFabriek()
    inwoner.woonplaats = Lower(Value("VENLO"))
    inwoner.bewaren(door=door, reden="klein")
    team = Wijkteam(naam="Wijkteam Noord")
    team.bewaren(door=door, reden="nieuw")

    assert Inwoner.objects.get(pk=inwoner.pk).woonplaats == "venlo"
    assert inwoner.history.count() == 2
    assert team.pk
    assert team.history.get().history_user == door


def test_wat_er_niet_meer_is_wordt_een_nieuwe_rij_met_een_regel_geschiedenis(door):
    rij = taak(ZaakFabriek())
    rij._state.adding = False
    rij.bewaren(door=door, reden="weg")

    assert Taak.objects.get().pk == rij.pk
    assert [h.history_type for h in Taak.history.all()] == ["+"]


def test_een_opdracht_zegt_waarin_zij_schrijft():
    """The guard of a GET reads the SQL that is sent, and an EXECUTE says only its name."""
    zaak = ZaakFabriek()
    with CaptureQueriesContext(connection) as vragen:
        for _ in range(2):
            zaak.bewaren(door=Actor.objects.systeem(), reden="test")

    assert {schrijft_in(v["sql"]) for v in vragen} - {""} == {"toegang_zaak"}
    assert schrijft_in("EXECUTE schrijf_toegang_inzage_12(%s)") == "toegang_inzage"
    assert schrijft_in('WITH n AS (INSERT INTO "toegang_zaak" (id) VALUES (1))') == "toegang_zaak"
    assert schrijft_in("EXECUTE zaak_met_feiten_4(%s)") == ""
    assert schrijft_in("SELECT 'INSERT INTO x'") == ""
    for sql in (
        "UPDATE toegang_zaak SET versie = 2",
        f"WITH w AS (DELETE FROM toegang_zaak WHERE id = '{uuid.uuid4()}')",
    ):
        with pytest.raises(TypeError, match="Schrijfopdracht"):
            Voorbereid.met_namen("stil", sql)
        assert Schrijfopdracht.met_namen("toegang_zaak", sql).naam == "schrijf_toegang_zaak"
        with pytest.raises(TypeError, match="does not write in toegang_inzage"):
            Schrijfopdracht.met_namen("toegang_inzage", sql)


def test_zonder_bewaarde_plannen_gaat_het_ook(settings, door):
    settings.DATABASE_PLANNEN_BEWAREN = False
    zaak = ZaakFabriek()
    zaak.onderwerp = "vervoer"
    with CaptureQueriesContext(connection) as vragen:
        zaak.bewaren(door=door, reden="zonder")

    assert [schrijft_in(v["sql"]) for v in vragen] == ["toegang_zaak"]
    assert "EXECUTE" not in vragen[0]["sql"]
    assert Zaak.objects.get().onderwerp == "vervoer"
    assert zoals_de_rij(zaak)


@pytest.mark.parametrize("keer", [1, 2])  # the second time only an EXECUTE is sent
def test_een_get_die_bewaart_is_een_fout_van_de_pagina(door, vers, keer):
    zaak = ZaakFabriek()
    for _ in range(keer - 1):
        zaak.bewaren(door=door, reden="eerder")

    with (
        connection.execute_wrapper(_alleen_lezen),
        pytest.raises(GetSchrijft, match="toegang_zaak"),
        transaction.atomic(),
    ):
        zaak.bewaren(door=door, reden="bij een GET")
    assert Zaak.history.count() == keer
