"""New for me: taken on, or given back with a reason; and the waiting list with its dates."""

import datetime
import uuid

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from tests.fabrieken import ZaakFabriek
from tests.wijkteams.opstellingen import om, wie_is, zaak_in_onderzoek, zaak_te_verdelen
from tests.wijkteams.test_opschalen import ALLES, INHOUD, lid, ziet
from toegang.models import Actor, Zaak
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import Toewijzing, Wachtplek
from wijkteams.usecases.wachten_vastleggen import wachten_vastleggen
from wijkteams.usecases.zaak_aannemen import zaak_aannemen, zaak_teruggeven
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen
from wijkteams.usecases.zaken_overdragen import zaken_overdragen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
KIJKDAG = datetime.date(2026, 12, 17)
NU = om(VANDAAG, 11)


def overgedragen_zaak() -> Zaak:
    """Handed over in bulk to a new regisseur, who has not answered yet."""
    zaak = zaak_in_onderzoek()
    nieuw, lead = lid(zaak.wijkteam), lid(zaak.wijkteam, Rol.TEAMLEAD)
    zaken_overdragen(
        zaak_ids=[zaak.pk],
        regisseur_id=nieuw.pk,
        reden="Andere wijk.",
        door=lead.actor,
        vandaag=VANDAAG,
        nu=NU,
    )
    return Zaak.objects.select_related("regisseur", "wijkteam", "dossier__inwoner").get(pk=zaak.pk)


def teruggeven(zaak, door, reden="Ik ken deze mensen privé."):
    return zaak_teruggeven(zaak_id=zaak.pk, reden=reden, door=door, vandaag=VANDAAG, nu=NU)


@pytest.mark.parametrize(
    ("wie", "http"), [("regisseur", 302), ("collega", 403), ("teamlead", 403), ("ander_team", 404)]
)
@pytest.mark.parametrize("act", ["aannemen", "teruggeven"])
@time_machine.travel(NU, tick=False)
def test_wie_mag_aannemen_of_teruggeven(client, act, wie, http):
    zaak, sleutel = overgedragen_zaak(), uuid.uuid4()
    client.als(wie_is(wie, zaak, op=VANDAAG))
    adres = reverse("wijkteams:aannemen", args=[zaak.pk])

    antwoorden = [
        client.post(adres, {"formuliernaam": act, "reden": "Te ver weg."}, sleutel=sleutel) for _ in range(2)
    ]

    assert [a.status_code for a in antwoorden] == [http, http]
    anders = Zaak.objects.get(pk=zaak.pk).regisseur_id != zaak.regisseur_id
    assert anders is (http == 302 and act == "teruggeven")


@time_machine.travel(NU, tick=False)
def test_nieuw_voor_mij_staat_op_de_dag_tot_het_is_aangenomen(client):
    zaak = overgedragen_zaak()
    client.als(zaak.regisseur)
    voor = client.get(reverse("wijkteams:dag"))

    zaak_aannemen(zaak_id=zaak.pk, door=Actor.objects.get(medewerker=zaak.regisseur))

    assert [t.zaak_id for t in voor.context["dag"].nieuw] == [zaak.pk]
    assert "Nieuw voor mij" in voor.content.decode()
    assert "Nieuw voor mij" not in client.get(reverse("wijkteams:dag")).content.decode()
    assert zaak.gebeurtenissen.filter(soort="zaak_aangenomen", zichtbaar="intern").exists()
    with pytest.raises(OngeldigeOvergang, match="niet meer nieuw"):
        teruggeven(zaak, Actor.objects.get(medewerker=zaak.regisseur))


@time_machine.travel(NU, tick=False)
def test_teruggeven_zet_het_met_de_reden_op_de_wachtlijst(client):
    zaak = overgedragen_zaak()
    wie, lead = zaak.regisseur, lid(zaak.wijkteam, Rol.TEAMLEAD)
    assert ziet(wie, zaak) == ALLES

    teruggeven(zaak, Actor.objects.get(medewerker=wie))

    assert ziet(wie, zaak) == INHOUD
    toewijzing = Toewijzing.objects.filter(zaak=zaak).latest("vanaf_om")
    assert (toewijzing.tot_om, toewijzing.teruggegeven_omdat) == (NU, "Ik ken deze mensen privé.")
    client.als(lead)
    (rij,) = client.get(reverse("wijkteams:verdelen")).context["rijen"]
    assert (rij.pk, rij.wacht_sinds) == (zaak.pk, VANDAAG)
    pagina = client.get(reverse("wijkteams:toewijzen", args=[zaak.pk])).content.decode()
    assert f"{wie.naam}: Ik ken deze mensen privé." in pagina
    assert client.get(reverse("wijkteams:aannemen", args=[zaak.pk])).status_code == 403


def test_zonder_reden_gaat_niets_terug():
    zaak = overgedragen_zaak()
    door = Actor.objects.get(medewerker=zaak.regisseur)

    with pytest.raises(ValidationError, match="Schrijf waarom"):
        teruggeven(zaak, door, reden="   ")


@time_machine.travel(NU, tick=False)
def test_wachten_met_reden_en_dag_en_een_taak_op_die_dag(client):
    zaak = zaak_te_verdelen()
    lead, fatma = lid(zaak.wijkteam, Rol.TEAMLEAD), lid(zaak.wijkteam)
    client.als(lead)
    adres = reverse("wijkteams:toewijzen", args=[zaak.pk])

    antwoord = client.post(
        adres,
        {"formuliernaam": "wachten", "wachten-waarom": "geen_ruimte", "wachten-bekijken_op": "17-12-2026"},
    )

    assert antwoord.status_code == 302
    lijst = client.get(reverse("wijkteams:verdelen")).content.decode()
    assert "Niemand heeft ruimte. Opnieuw bekijken op do 17 dec 2026" in lijst
    taak = zaak.taken.open().get(sleutel__startswith="wachtlijst_bekijken:")
    assert (taak.uiterlijk_op, taak.rol) == (KIJKDAG, Rol.TEAMLEAD)
    zaak_toewijzen(zaak_id=zaak.pk, regisseur_id=fatma.pk, reden="x", door=lead.actor, vandaag=VANDAAG, nu=NU)
    assert Wachtplek.objects.get(zaak=zaak).tot_op == VANDAAG
    assert not zaak.taken.open().filter(sleutel__startswith="wachtlijst_bekijken:").exists()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"wachten-waarom": ""}, "Kies waarom dit wacht"),
        ({"wachten-bekijken_op": "3-12-2026"}, "Kies een dag na vandaag"),
        ({"wachten-bekijken_op": "31-2-2027"}, "Deze datum bestaat niet"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_wachten_wat_niet_klopt_staat_bij_het_veld(client, anders, zin):
    zaak = zaak_te_verdelen()
    lid(zaak.wijkteam)
    gegevens = {"formuliernaam": "wachten", "wachten-waarom": "kennis", "wachten-bekijken_op": "17-12-2026"}

    antwoord = client.als(lid(zaak.wijkteam, Rol.TEAMLEAD)).post(
        reverse("wijkteams:toewijzen", args=[zaak.pk]), gegevens | anders
    )

    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()


@pytest.mark.parametrize(
    ("rol", "mag"), [(Rol.TEAMLEAD, True), (Rol.PROCESCOORDINATOR, True), (Rol.CONSULENT, False)]
)
def test_wie_mag_laten_wachten_en_opnieuw_zeggen_houdt_de_eerste_dag(rol, mag):
    zaak = ZaakFabriek(wijkteam=zaak_te_verdelen().wijkteam, status="te_verdelen")
    door = lid(zaak.wijkteam, rol).actor

    def wacht(op, vandaag):
        return wachten_vastleggen(
            zaak_id=zaak.pk, waarom="inwoner", bekijken_op=op, door=door, vandaag=vandaag
        )

    if not mag:
        with pytest.raises(PermissionDenied):
            wacht(KIJKDAG, VANDAAG)
        return
    wacht(KIJKDAG, VANDAAG)
    plek = wacht(datetime.date(2027, 1, 4), datetime.date(2026, 12, 17))

    assert (plek.sinds_op, plek.bekijken_op) == (VANDAAG, datetime.date(2027, 1, 4))
    assert zaak.taken.open().get(sleutel__startswith="wachtlijst").uiterlijk_op == datetime.date(2027, 1, 4)
    fatma = lid(zaak.wijkteam)
    lead = lid(zaak.wijkteam, Rol.TEAMLEAD).actor
    zaak_toewijzen(zaak_id=zaak.pk, regisseur_id=fatma.pk, reden="x", door=lead, vandaag=VANDAAG, nu=NU)
    with pytest.raises(OngeldigeOvergang, match="niet op de wachtlijst"):
        wacht(KIJKDAG, VANDAAG)
