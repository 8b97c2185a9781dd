"""The line for a caller: without content, logged, and the same when there is nothing or when nothing may be said."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from tests.toegang.test_contact_registreren import URL, VRAAG, gegevens
from tests.toegang.voordeur import VANDAAG, zonder_transactie
from toegang.models import Contactmoment, Inzage
from toegang.rechten import Rol
from toegang.statuszin import NIETS, stand_voor

pytestmark = pytest.mark.django_db
VOLGENDE_WEEK = datetime.date(2026, 12, 10)


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def jansen(**anders):
    return InwonerFabriek(geslachtsnaam="Jansen", **anders)


def lopende_zaak(inwoner, **anders):
    velden = {"gemeld_op": datetime.date(2026, 11, 3), "eerstvolgende_op": VOLGENDE_WEEK} | anders
    return ZaakFabriek(dossier__inwoner=inwoner, wijkteam=WijkteamFabriek(naam="Wijkteam Blerick"), **velden)


def vraag_stand(client, inwoner, **anders):
    gezocht = client.post(URL, gegevens(zoeken="ja")).context["gezocht"]
    antwoord = client.post(URL, gegevens(status="ja", wie=str(inwoner.pk), gezocht=gezocht, **anders))
    return antwoord.content.decode()


def test_de_zin_noemt_ontvangst_volgende_dag_en_team_en_geen_inhoud(client):
    inwoner = jansen()
    zaak = lopende_zaak(inwoner)
    client.als(voordeur.kcc())

    tekst = vraag_stand(client, inwoner)

    assert (
        "Wij kregen uw vraag op 3 november 2026. U hoort uiterlijk donderdag 10 december 2026 van het wijkteam Blerick."
        in tekst
    )
    assert VRAAG in tekst
    for inhoud in ("Wmo", "huishouden", zaak.kenmerk, "onderzoek"):
        assert inhoud not in tekst.split("<main")[1].replace(VRAAG, "").split("Vandaag door u")[0]
    assert list(
        Inzage.objects.order_by("-id").values_list("scherm", "inwoner", "zaak", "laag", "actie")[:1]
    ) == [("status_doorgeven", inwoner.pk, zaak.pk, "L1", "inzien")]
    assert Contactmoment.objects.count() == 0


@pytest.mark.parametrize(
    ("inwoner", "zaak"),
    [
        ({}, None),
        ({}, {"afgeschermd": True}),
        ({}, {"soort": "opvang"}),
        ({}, {"soort": "beschermd_wonen"}),
        ({}, {"wet": "schuldhulp"}),
        ({"veilig_contact_post": "niets_sturen"}, {}),
        ({"overleden_op": "20261120"}, {}),
        ({"onder_curatele": True}, {}),
        ({"geboren": "20140403"}, {}),
    ],
)
def test_waar_niets_is_en_waar_niets_gezegd_mag_worden_is_hetzelfde(inwoner, zaak):
    mens = jansen(**inwoner)
    if zaak is not None:
        lopende_zaak(mens, **zaak)

    with CaptureQueriesContext(connection) as vragen:
        stand = stand_voor(mens, VANDAAG)

    assert (stand.zin, stand.zaak) == (NIETS, None)
    assert len(zonder_transactie(vragen)) == 2  # as for a zaak that runs


def test_een_dag_die_voorbij_is_wordt_niet_opnieuw_beloofd():
    inwoner = jansen()
    lopende_zaak(inwoner, eerstvolgende_op=datetime.date(2026, 12, 1))

    assert stand_voor(inwoner, VANDAAG).zin == (
        "Wij kregen uw vraag op 3 november 2026. Het wijkteam Blerick belt u terug."
    )


def test_een_nieuwe_vraag_zonder_zaak():
    contact = voordeur.contact()

    assert stand_voor(contact.inwoner, VANDAAG).zin == (
        "Wij kregen uw vraag op 3 december 2026. U hoort uiterlijk dinsdag 8 december 2026 van de administratie."
    )


@pytest.mark.parametrize(
    "anders",
    [
        {"soort": "signaal", "namens_relatie": "buurvrouw"},
        {"namens_naam": "M. Jansen", "namens_relatie": "dochter"},
    ],
)
def test_wat_een_ander_over_de_inwoner_vertelde_wordt_niet_doorgegeven(anders):
    assert stand_voor(voordeur.contact(**anders).inwoner, VANDAAG).zin == NIETS


@pytest.mark.parametrize("namens", ["ja", ""])
def test_alleen_aan_de_inwoner_zelf(client, namens):
    inwoner = jansen()
    lopende_zaak(inwoner)
    client.als(voordeur.kcc())

    tekst = vraag_stand(client, inwoner, namens=namens)

    assert "De stand geven wij alleen aan de inwoner zelf" in tekst
    assert "Wij kregen uw vraag" not in tekst


def test_wie_niet_is_gevonden_en_gekozen_krijgt_geen_stand(client):
    inwoner = jansen()
    lopende_zaak(inwoner)

    antwoord = client.als(voordeur.kcc()).post(URL, gegevens(status="ja", wie=str(inwoner.pk)))

    assert "Zoek de beller en kies wie het is" in antwoord.content.decode()
    assert not Inzage.objects.filter(scherm="status_doorgeven").exists()


def test_of_er_een_dossier_is_hoort_de_kcc_ook_niet_na_het_doorzetten(client):
    zaak = ZaakFabriek(dossier__inwoner=jansen(), regisseur=MedewerkerFabriek())
    zonder = InwonerFabriek(geslachtsnaam="Pietersen")
    client.als(voordeur.kcc())
    zinnen = []
    for inwoner, naam in ((zaak.dossier.inwoner, "Jansen"), (zonder, "Pietersen")):
        velden = gegevens(soort="bestaand", zoek_naam=naam)
        gezocht = client.post(URL, velden | {"zoeken": "ja"}).context["gezocht"]
        antwoord = client.post(URL, velden | {"wie": str(inwoner.pk), "gezocht": gezocht}, follow=True)
        zinnen.append([str(m) for m in antwoord.context["messages"]])

    assert (
        zinnen[0]
        == zinnen[1]
        == ["Contact doorgezet. De beller wordt uiterlijk dinsdag 8 december 2026 teruggebeld."]
    )


@pytest.mark.parametrize(
    ("rol", "http"),
    [
        (Rol.KCC, 200),
        (Rol.ADMINISTRATIE, 200),
        (Rol.CONSULENT, 403),
        (Rol.TEAMLEAD, 403),
        (Rol.BEHEERDER, 403),
    ],
)
def test_status_doorgeven_rechten(client, rol, http):
    antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(URL, gegevens(status="ja"))

    assert antwoord.status_code == http
