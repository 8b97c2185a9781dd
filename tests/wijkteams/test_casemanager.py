"""A casemanager: with both reasons, one at a time, and with rights only while it lasts."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.opstellingen import om, wie_is, zaak_in_onderzoek
from toegang import onderdelen
from toegang.models import Actor, Taak, ZaakUserObjectPermission
from toegang.permissions import op_de_zaak
from toegang.rechten import Grond, Rol
from toegang.regels import Afsluitreden
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.zaak_afsluiten import zaak_afsluiten
from wijkteams.models import Casemanager, Lidmaatschap, Opschaling
from wijkteams.usecases.casemanager_kiezen import (
    casemanager_kiezen,
    casemanager_stoppen,
    casemanager_verlengen,
)
from wijkteams.usecases.lidmaatschap_beeindigen import lidmaatschap_beeindigen
from wijkteams.usecases.zaak_opschalen import zaak_opschalen

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()  # an exception is compared with the clock of the database
NU = timezone.now() - datetime.timedelta(minutes=1)
KIJK = VANDAAG + datetime.timedelta(days=60)
LATER = VANDAAG + datetime.timedelta(days=90)


def nl(dag: datetime.date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def url(zaak):
    return reverse("wijkteams:casemanager", args=[zaak.pk])


def ingevuld(wie, **anders):
    velden = {
        "hulpverleners": "Thuiszorg\nVerslavingszorg", "geen_eigen_regie": "Kan afspraken niet onthouden.",
        "medewerker": str(wie.pk), "bekijken_op": nl(KIJK),
    } | anders  # fmt: skip
    return {"formuliernaam": "kiezen", **{f"kiezen-{k}": w for k, w in velden.items()}}


def gekozen(zaak, wie, **anders):
    velden = {
        "hulpverleners": "Thuiszorg\nVerslavingszorg", "geen_eigen_regie": "Vergeet afspraken.", "bekijken_op": KIJK,
    } | anders  # fmt: skip
    return casemanager_kiezen(
        zaak_id=zaak.pk, medewerker_id=wie.pk, door=zaak.regisseur.actor, vandaag=VANDAAG, nu=NU, **velden
    )


def gronden(zaak) -> set[str]:
    return set(ZaakUserObjectPermission.objects.filter(content_object=zaak).values_list("grond", flat=True))


@pytest.mark.parametrize(
    ("wie", "http", "aantal"),
    [("regisseur", 302, 1), ("teamlead", 302, 1), ("collega", 403, 0), ("ander_team", 404, 0)],
)
def test_wie_een_casemanager_kiest(client, wie, http, aantal):
    zaak = zaak_in_onderzoek()
    tom = MedewerkerFabriek(team=zaak.wijkteam, first_name="Tom", last_name="Claes")

    antwoord = client.als(wie_is(wie, zaak, op=VANDAAG)).post(url(zaak), ingevuld(tom))

    assert antwoord.status_code == http
    assert Casemanager.objects.count() == aantal
    assert gronden(zaak) == ({Grond.CASEMANAGER} if aantal else set())


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"hulpverleners": "Thuiszorg\n thuiszorg "}, "Noem er twee of meer"),
        ({"geen_eigen_regie": ""}, "Schrijf waarom de inwoner zelf geen regie kan houden"),
        ({"bekijken_op": nl(VANDAAG)}, "Kies een dag na vandaag"),
        ({"bekijken_op": nl(VANDAAG + datetime.timedelta(days=400))}, "Kies een dag tot en met"),
        ({"medewerker": ""}, "Kies een collega"),
    ],
)
def test_beide_redenen_moeten_er_zijn(client, anders, zin):
    zaak = zaak_in_onderzoek()
    tom = MedewerkerFabriek(team=zaak.wijkteam)

    antwoord = client.als(zaak.regisseur).post(url(zaak), ingevuld(tom, **anders))

    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert not Casemanager.objects.exists()


def test_de_casemanager_staat_op_de_zaak_en_er_is_er_een():
    zaak = zaak_in_onderzoek()
    tom, mia = (MedewerkerFabriek(team=zaak.wijkteam) for _ in range(2))

    gekozen(zaak, tom)

    assert op_de_zaak(Actor.objects.get(medewerker=tom), zaak)
    assert not op_de_zaak(Actor.objects.get(medewerker=mia), zaak)
    assert Taak.objects.open().filter(sleutel=f"casemanager_bekijken:{zaak.pk}", uiterlijk_op=KIJK).exists()
    with pytest.raises(OngeldigeOvergang, match="al een casemanager"):
        gekozen(zaak, mia)


def test_blijven_en_stoppen_volgen_de_rechten_meteen():
    zaak = zaak_in_onderzoek()
    tom = MedewerkerFabriek(team=zaak.wijkteam)
    door = zaak.regisseur.actor
    gekozen(zaak, tom)

    casemanager_verlengen(zaak_id=zaak.pk, bekijken_op=LATER, door=door, vandaag=VANDAAG, nu=NU)
    assert ZaakUserObjectPermission.objects.get(content_object=zaak).tot == om(
        LATER + datetime.timedelta(days=1), 0
    )
    rij = casemanager_stoppen(zaak_id=zaak.pk, reden="Een hulpverlener over", door=door, vandaag=VANDAAG)

    assert (rij.beeindigd_op, gronden(zaak)) == (VANDAAG, set())
    assert not Taak.objects.open().filter(sleutel=f"casemanager_bekijken:{zaak.pk}").exists()
    with pytest.raises(OngeldigeOvergang, match="geen casemanager"):
        casemanager_stoppen(zaak_id=zaak.pk, reden="x", door=door, vandaag=VANDAAG)


def test_naar_een_ander_team_gaat_de_casemanager_niet_mee():
    zaak = zaak_in_onderzoek()
    MedewerkerFabriek(team=WijkteamFabriek(naam="Wijkteam+", soort="plus"))
    gekozen(zaak, MedewerkerFabriek(team=zaak.wijkteam))

    zaak_opschalen(
        zaak_id=zaak.pk, grond=Opschaling.Grond.MEER_PROBLEMEN, toelichting="x", bekijken_op=KIJK,
        door=zaak.regisseur.actor, vandaag=VANDAAG, nu=NU,
    )  # fmt: skip

    assert gronden(zaak) == set()
    assert Casemanager.objects.get().beeindigd_omdat == "naar een ander team"


def test_wie_weg_is_uit_het_team_is_ook_geen_casemanager_meer():
    zaak = zaak_in_onderzoek()
    tom = MedewerkerFabriek(team=zaak.wijkteam)
    gekozen(zaak, tom)
    lid = Lidmaatschap.objects.get(medewerker=tom)

    lidmaatschap_beeindigen(
        lidmaatschap_id=lid.pk, door=MedewerkerFabriek(rollen=[Rol.BEHEERDER]).actor, vandaag=VANDAAG
    )

    assert gronden(zaak) == set()
    assert Casemanager.objects.get().beeindigd_op == VANDAAG


def test_de_casemanager_staat_in_de_kop_voor_wie_de_inhoud_leest(client):
    zaak = zaak_in_onderzoek()
    tom = MedewerkerFabriek(team=zaak.wijkteam, first_name="Tom", last_name="Claes")
    administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    pad = reverse("toegang:zaak", args=[zaak.pk])

    def kop(wie) -> bool:
        return "Casemanager: T. Claes" in client.als(wie).get(pad).content.decode()

    assert not kop(zaak.regisseur)
    gekozen(zaak, tom)
    assert (kop(zaak.regisseur), kop(tom), kop(administratie)) == (True, True, False)
    casemanager_stoppen(zaak_id=zaak.pk, reden="Klaar", door=zaak.regisseur.actor, vandaag=VANDAAG)
    assert not kop(zaak.regisseur)


def test_na_het_besluit_blijft_de_casemanager_en_na_intrekken_niet(client):
    """The help goes on after a decision, and so does the day to look again; the casemanager may end it himself."""
    een, twee = zaak_in_onderzoek(), zaak_in_onderzoek()
    tom = MedewerkerFabriek(team=een.wijkteam)
    for zaak in (een, twee):
        gekozen(zaak, tom)
        zaak.refresh_from_db()
    een.status, een.afsluitreden, een.afgesloten_op = "afgesloten", Afsluitreden.BESLUIT, VANDAAG
    een.bewaren(door=een.regisseur.actor, reden="besluit verzonden")
    onderdelen.bij_sluiten(een, door=een.regisseur.actor, vandaag=VANDAAG)
    taken.opruimen(een, door=een.regisseur.actor)

    zaak_afsluiten(
        zaak_id=twee.pk, door=twee.regisseur.actor, vandaag=VANDAAG, reden=Afsluitreden.INGETROKKEN
    )

    assert (gronden(een), gronden(twee)) == ({Grond.CASEMANAGER}, set())
    assert Taak.objects.open().get(sleutel__startswith="casemanager_bekijken").zaak == een
    klant = client.als(tom)
    assert "Casemanager laten stoppen" in klant.get(url(een)).content.decode()
    stopt = {"formuliernaam": "stoppen", "stoppen-reden": "Er is nog een hulpverlener"}
    assert klant.post(url(een), stopt).status_code == 302
    assert gronden(een) == set()
