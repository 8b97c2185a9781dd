"""Distributing: the waiting list, the proposal, the act."""

import datetime
import uuid

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.wijkteams.opstellingen import om, team_blerick, zaak_te_verdelen
from toegang.models import Zaak
from toegang.rechten import Rol
from wijkteams.models import Discipline, Toewijzing, Wijkteam
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen
from wijkteams.verdeling import team_voor

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)


def url(zaak):
    return reverse("wijkteams:toewijzen", args=[zaak.pk])


def test_team_volgt_uit_de_postcode():
    blerick, plus = team_blerick(), WijkteamFabriek(naam="Wijkteam+", soort=Wijkteam.Soort.PLUS)
    zaken = {
        postcode: ZaakFabriek(dossier=DossierFabriek(inwoner=InwonerFabriek(postcode=postcode)))
        for postcode in ("5921AB", "5911ZZ", "")
    }

    teams = {postcode: team_voor(zaak) for postcode, zaak in zaken.items()}

    assert teams == {"5921AB": blerick, "5911ZZ": plus, "": plus}


@pytest.mark.parametrize(
    ("medewerker", "http", "status"),
    [
        ({"team__rol": Rol.TEAMLEAD}, 302, "onderzoek"),
        ({"team__rol": Rol.PROCESCOORDINATOR}, 302, "onderzoek"),
        ({"team__rol": Rol.CONSULENT}, 403, "te_verdelen"),
        ({"team__rol": Rol.TEAMLEAD, "ander_team": True}, 404, "te_verdelen"),
        ({"team__rol": Rol.TEAMLEAD, "team__discipline": Discipline.JEUGD}, 404, "te_verdelen"),
        ({"rollen": [Rol.ADMINISTRATIE], "geen_team": True}, 403, "te_verdelen"),
        ({"rollen": [Rol.KCC], "geen_team": True}, 404, "te_verdelen"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_toewijzen_vraagt_het_recht_om_te_verdelen(client, medewerker, http, status):
    zaak = zaak_te_verdelen()
    fatma = MedewerkerFabriek(team=zaak.wijkteam)
    gegevens = dict(medewerker)
    if not gegevens.pop("geen_team", False):
        gegevens["team"] = WijkteamFabriek() if gegevens.pop("ander_team", False) else zaak.wijkteam

    client.als(MedewerkerFabriek(**gegevens))
    antwoord = client.post(url(zaak), {"regisseur": fatma.pk, "reden": "Kent de inwoner"})

    assert antwoord.status_code == http
    assert Zaak.objects.get(pk=zaak.pk).status == status


@time_machine.travel(NU, tick=False)
def test_toewijzen_legt_alles_klaar_voor_de_regisseur(client):
    zaak = zaak_te_verdelen()
    fatma = MedewerkerFabriek(team=zaak.wijkteam)
    client.als(MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.TEAMLEAD))

    pagina = client.get(url(zaak)).content.decode()
    antwoord = client.post(url(zaak), {"regisseur": fatma.pk})

    assert f"{fatma.naam}: 0 van 40 punten, Wmo" in pagina
    assert "Wijkteam Blerick, want het adres ligt in het gebied van dit team." in pagina
    assert "Het grootste probleem is huishouden: discipline Wmo." in pagina
    assert antwoord.url == reverse("wijkteams:verdelen")
    zaak.refresh_from_db()
    assert zaak.regisseur == fatma
    toewijzing = Toewijzing.objects.get(zaak=zaak, tot_om=None)
    assert (toewijzing.regisseur, toewijzing.reden[:9]) == (fatma, "Voorstel:")
    taken = list(zaak.taken.open())
    assert [(t.medewerker, t.adres) for t in taken if t.medewerker_id] == [(fatma, "wijkteams:huisbezoek")]
    assert not [t for t in taken if t.adres == "wijkteams:toewijzen"]


@time_machine.travel(NU, tick=False)
def test_een_ander_dan_het_voorstel_vraagt_een_reden_en_houdt_de_keuze_vast(client):
    zaak = zaak_te_verdelen()
    MedewerkerFabriek(team=zaak.wijkteam, last_name="Aerts")
    tom = MedewerkerFabriek(team=zaak.wijkteam, last_name="Zeelen")
    client.als(MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.TEAMLEAD))

    antwoord = client.post(url(zaak), {"regisseur": tom.pk})

    assert antwoord.status_code == 200
    assert "Schrijf kort waarom u een ander kiest" in antwoord.content.decode()
    assert antwoord.context["formulier"]["regisseur"].value() == str(tom.pk)
    assert Zaak.objects.get(pk=zaak.pk).regisseur is None


@time_machine.travel(NU, tick=False)
def test_twee_keer_klikken_is_een_keer_en_een_tweede_keer_hoort_wie_het_is(client):
    zaak, sleutel = zaak_te_verdelen(), uuid.uuid4()
    fatma = MedewerkerFabriek(team=zaak.wijkteam)
    client.als(MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.TEAMLEAD))

    antwoorden = [client.post(url(zaak), {"regisseur": fatma.pk}, sleutel=sleutel) for _ in range(2)]
    later = client.post(url(zaak), {"regisseur": fatma.pk, "reden": "nog eens"})

    assert {a.status_code for a in antwoorden} == {302}
    assert Toewijzing.objects.filter(zaak=zaak).count() == 1
    assert later.status_code == 200
    assert f"{fatma.naam} is de regisseur" in later.content.decode()


def test_alleen_een_consulent_van_team_en_wet_wordt_regisseur():
    zaak = zaak_te_verdelen()
    lead = MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.TEAMLEAD)
    jeugd = MedewerkerFabriek(team=zaak.wijkteam, team__discipline=Discipline.JEUGD)
    elders = MedewerkerFabriek(team=WijkteamFabriek())

    for medewerker in (lead, jeugd, elders):
        with pytest.raises(Exception, match="Deze collega is dat niet"):
            zaak_toewijzen(
                zaak_id=zaak.pk,
                regisseur_id=medewerker.pk,
                reden="x",
                door=lead.actor,
                vandaag=VANDAAG,
                nu=NU,
            )
    consulent = MedewerkerFabriek(team=zaak.wijkteam)
    with pytest.raises(PermissionDenied):
        zaak_toewijzen(
            zaak_id=zaak.pk,
            regisseur_id=consulent.pk,
            reden="x",
            door=consulent.actor,
            vandaag=VANDAAG,
            nu=NU,
        )


@time_machine.travel(NU, tick=False)
def test_wachtlijst_toont_wat_van_mijn_team_wacht_en_groeit_niet_in_vragen(client):
    team, ander = team_blerick(), WijkteamFabriek()
    client.als(MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD))
    ZaakFabriek(wijkteam=ander, status="te_verdelen")
    client.get(reverse("wijkteams:verdelen"))  # the first page of a session moves its end
    aantallen = []
    for meer in (1, 19):
        for _ in range(meer):
            ZaakFabriek(wijkteam=team, status="te_verdelen")
        with CaptureQueriesContext(connection) as vragen:
            antwoord = client.get(reverse("wijkteams:verdelen"))
        aantallen.append(len(vragen))

    assert antwoord.content.decode().count('<th scope="row">') == 20
    assert aantallen[0] == aantallen[1] <= 8


@time_machine.travel(NU, tick=False)
def test_wachtlijst_bladert_zonder_te_missen_of_te_herhalen(client):
    team = team_blerick()
    zaken = {
        ZaakFabriek(
            wijkteam=team, status="te_verdelen", eerstvolgende_op=VANDAAG + datetime.timedelta(days=n % 4)
        ).pk
        for n in range(30)
    }
    client.als(MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD))
    adres = reverse("wijkteams:verdelen")

    eerste = client.get(adres)
    tweede = client.get(adres + eerste.context["volgende"])

    gezien = [z.pk for a in (eerste, tweede) for z in a.context["rijen"]]
    assert (len(gezien), set(gezien)) == (30, zaken)
    assert client.get(adres + "?na=onzin").status_code == 200


@pytest.mark.parametrize("rol", [Rol.KCC, Rol.ADMINISTRATIE, Rol.TOETSER])
def test_wachtlijst_is_voor_wie_verdeelt(client, rol):
    client.als(MedewerkerFabriek(rollen=[rol]))

    assert client.get(reverse("wijkteams:verdelen")).status_code == 403
