"""What the proposal reads: the team with its reason, the contact person, who knows the household, the caseload."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang.voordeur import contact
from tests.wijkteams.opstellingen import team_blerick
from toegang.models import Actor, Huishouden, Huishoudlid, Organisatie, Zaaksoort
from toegang.rechten import Rol
from wijkteams.kandidaten import kandidaten
from wijkteams.models import Discipline, VasteContactpersoon, Wijkteam
from wijkteams.verdeling import contactpersoon_in_woorden, team_voorstellen, vaste_contactpersoon

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)


def bewaar(rij):
    return rij.bewaren(door=Actor.objects.systeem(), reden="test")


def lead_van(team, **anders):
    return MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD, **anders).actor


@pytest.mark.parametrize(
    ("soort", "postcode", "team", "waarom"),
    [
        (Zaaksoort.GEWOON, "5921AB", "Wijkteam Blerick", "want het adres ligt in het gebied van dit team."),
        (Zaaksoort.OPVANG, "5921AB", "Wijkteam+", "want het gaat om opvang."),
        (Zaaksoort.GEWOON, "", "Wijkteam+", "want er is geen adres bekend."),
        (
            Zaaksoort.BESCHERMD_WONEN,
            "5921AB",
            "Zorg- en Veiligheidshuis",
            "want het gaat om beschermd wonen.",
        ),
    ],
)
def test_het_team_met_de_reden_in_een_vraag(soort, postcode, team, waarom):
    team_blerick()
    WijkteamFabriek(naam="Wijkteam+", soort=Wijkteam.Soort.PLUS)
    WijkteamFabriek(naam="Zorg- en Veiligheidshuis", soort=Wijkteam.Soort.ZVH)
    zaak = ZaakFabriek(soort=soort, dossier=DossierFabriek(inwoner=InwonerFabriek(postcode=postcode)))

    with CaptureQueriesContext(connection) as vragen:
        voorstel = team_voorstellen(zaak)

    assert len(vragen) == 1
    assert voorstel.waarom == f"{team}, {waarom}"
    assert "5921" not in voorstel.waarom  # a secret address does not leak by the reason


def test_zonder_zo_een_team_zegt_het_voorstel_dat():
    zaak = ZaakFabriek(soort=Zaaksoort.BESCHERMD_WONEN)

    voorstel = team_voorstellen(zaak)

    assert (voorstel.team, voorstel.waarom[:8]) == (None, "Er is no")


def test_de_vaste_contactpersoon_van_wie_verwees_telt_mee():
    team = team_blerick()
    fatma, tom = (MedewerkerFabriek(team=team, last_name=naam) for naam in ("Aerts", "Zeelen"))
    school = bewaar(Organisatie(naam="De Regenboog", soort=Organisatie.Soort.SCHOOL))
    begin = datetime.date(2020, 1, 1)
    bewaar(VasteContactpersoon(organisatie=school, wijkteam=team, medewerker=tom, vanaf_op=begin))
    zaak = ZaakFabriek(wijkteam=team)
    verwijzing = contact(vandaag=VANDAAG, door=MedewerkerFabriek(rollen=[Rol.KCC]).actor)
    verwijzing.zaak, verwijzing.organisatie = zaak, school
    bewaar(verwijzing)

    vast = vaste_contactpersoon(zaak, VANDAAG)
    volgorde = kandidaten(zaak, lead_van(team), VANDAAG, vast=vast)

    assert contactpersoon_in_woorden(vast, zaak) == "Vaste contactpersoon van De Regenboog: F. Zeelen."
    assert [k.medewerker_id for k in volgorde] == [tom.pk, fatma.pk]
    assert volgorde[0].waarom.endswith("vaste contactpersoon van De Regenboog")


def test_wie_het_gezin_kent_gaat_voor_maar_alleen_wat_de_lezer_mag_zien():
    team = team_blerick()
    fatma, tom = (MedewerkerFabriek(team=team, last_name=naam) for naam in ("Aerts", "Zeelen"))
    zoon, moeder = InwonerFabriek(), InwonerFabriek()
    thuis = bewaar(Huishouden())
    for inwoner in (zoon, moeder):
        bewaar(Huishoudlid(huishouden=thuis, inwoner=inwoner, vanaf_op=VANDAAG))
    eerder = ZaakFabriek(dossier=DossierFabriek(inwoner=moeder), wijkteam=team, regisseur=tom)
    zaak = ZaakFabriek(dossier=DossierFabriek(inwoner=zoon), wijkteam=team)
    lead = lead_van(team)

    open_ = {k.medewerker_id: k.kent_gezin for k in kandidaten(zaak, lead, VANDAAG)}
    eerder.afgeschermd = True
    bewaar(eerder)
    dicht = {k.medewerker_id: k.kent_gezin for k in kandidaten(zaak, lead, VANDAAG)}

    assert open_ == {fatma.pk: False, tom.pk: True}
    assert dicht == {fatma.pk: False, tom.pk: False}


def test_de_caseload_weegt_wat_open_staat_en_vraagt_niet_meer_bij_meer_werk():
    team = team_blerick()
    fatma = MedewerkerFabriek(team=team, last_name="Bakker")
    MedewerkerFabriek(team=team, last_name="Claes", team__discipline=Discipline.JEUGD)
    zaak, lead = ZaakFabriek(wijkteam=team), lead_van(team)
    assert lead.rechten.teams  # read once a request
    aantallen = []
    for _ in range(2):
        ZaakFabriek(wijkteam=team, regisseur=fatma, status="onderzoek")
        with CaptureQueriesContext(connection) as vragen:
            mensen = kandidaten(zaak, lead, VANDAAG)
        aantallen.append(len(vragen))

    assert [(k.naam, k.punten) for k in mensen] == [("F. Bakker", 6)]
    assert aantallen[0] == aantallen[1] == 4
