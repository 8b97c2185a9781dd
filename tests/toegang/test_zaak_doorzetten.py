"""Pass a zaak on to a team: what must be there first, who may, and what it leaves behind."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang import onderdelen
from toegang.models import Contactmoment, Taak, Zaak
from toegang.rechten import Rol, Wet
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.zaak_doorzetten import ontbreekt_voor_doorzetten, zaak_doorzetten

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(monkeypatch):
    team = WijkteamFabriek()
    monkeypatch.setattr(onderdelen, "team_voor", lambda zaak: team)
    return team


def test_doorzetten_geeft_de_zaak_aan_het_team_en_de_teamleider_een_taak(team):
    door = voordeur.administratie().actor
    zaak = voordeur.zaak("vraagverheldering", door=door)
    ontvangst_bevestigen(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)

    zaak_doorzetten(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)

    zaak = Zaak.objects.get(pk=zaak.pk)
    taak = Taak.objects.open().get(zaak=zaak)
    assert (zaak.status, zaak.wijkteam) == ("te_verdelen", team)
    assert (taak.rol, taak.adres, taak.adres_pk) == ("teamlead", "wijkteams:toewijzen", zaak.pk)
    assert Contactmoment.objects.get(zaak=zaak).status == "afgehandeld"
    assert zaak.gebeurtenissen.filter(soort="zaak_doorgezet").count() == 1


def test_doorzetten_wacht_op_de_ontvangstbevestiging(team):
    door = voordeur.administratie().actor
    zaak = voordeur.zaak("vraagverheldering", door=door)

    assert ontbreekt_voor_doorzetten(zaak) == ["Bevestig eerst de ontvangst (Wmo 2015, artikel 2.3.2)."]
    with pytest.raises(OngeldigeOvergang, match="Bevestig eerst"):
        zaak_doorzetten(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)


def test_een_wet_zonder_melding_heeft_geen_bevestiging_nodig(team):
    zaak = voordeur.zaak("vraagverheldering", wet=Wet.JEUGDWET)

    assert ontbreekt_voor_doorzetten(zaak) == []


def test_zonder_team_bij_het_adres_blijft_de_zaak_staan(monkeypatch):
    monkeypatch.setattr(onderdelen, "team_voor", lambda zaak: None)
    door = voordeur.administratie().actor
    zaak = voordeur.zaak("vraagverheldering", door=door, wet=Wet.JEUGDWET)

    with pytest.raises(OngeldigeOvergang, match="geen wijkteam"):
        zaak_doorzetten(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)


@pytest.mark.parametrize(
    ("rol", "toestand", "fout"),
    [
        (Rol.ADMINISTRATIE, "nieuw", OngeldigeOvergang),
        (Rol.KCC, "vraagverheldering", Zaak.DoesNotExist),
        (Rol.CONSULENT, "vraagverheldering", Zaak.DoesNotExist),
        (Rol.ADMINISTRATIE, "te_verdelen", PermissionDenied),
    ],
)
def test_doorzetten_rechten(monkeypatch, team, rol, toestand, fout):
    zaak = voordeur.zaak(toestand, team=team, monkeypatch=monkeypatch)

    with pytest.raises(fout):
        zaak_doorzetten(zaak_id=zaak.pk, door=MedewerkerFabriek(rollen=[rol]).actor, vandaag=VANDAAG)
