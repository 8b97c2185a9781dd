"""To wijkteam+ and back: rights go along at once, per law; each with a reason and a day to look again."""

import datetime
import uuid

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.wijkteams.opstellingen import om, team_blerick, zaak_in_onderzoek
from toegang.models import Actor, Zaak, Zichtbaar
from toegang.rechten import Recht, Rol, Wet
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import Discipline, Opschaling, Toewijzing, Wijkteam
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.zaak_afschalen import zaak_afschalen
from wijkteams.usecases.zaak_opschalen import zaak_opschalen
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)
KIJKDAG = datetime.date(2027, 1, 14)
VAN_WET = {
    Wet.WMO: Discipline.WMO, Wet.JEUGDWET: Discipline.JEUGD, Wet.PARTICIPATIEWET: Discipline.PARTICIPATIE,
}  # fmt: skip
GEEN, PROCES, INHOUD, ALLES = "geen", "proces", "inhoud", "gevoelig"


def plus() -> Wijkteam:
    return Wijkteam.objects.filter(soort="plus").first() or WijkteamFabriek(naam="Wijkteam+", soort="plus")


def lid(team, rol=Rol.CONSULENT, discipline=Discipline.WMO):
    return MedewerkerFabriek(team=team, team__rol=rol, team__discipline=discipline)


def ziet(medewerker, zaak) -> str:
    """How deep this colleague looks into the zaak, as the next request reads it."""
    lezer = Actor.objects.get(medewerker=medewerker)
    for diep, recht in (
        (ALLES, Recht.GEVOELIG_INZIEN),
        (INHOUD, Recht.INHOUD_BEWERKEN),
        (PROCES, Recht.PROCES_INZIEN),
    ):
        if Zaak.objects.voor(lezer, recht).filter(pk=zaak.pk).exists():
            return diep
    return GEEN


def op(zaak, door, **anders):
    gegevens = {
        "grond": "veiligheid",
        "toelichting": "Dreiging door ex-partner.",
        "bekijken_op": KIJKDAG,
    } | anders
    return zaak_opschalen(zaak_id=zaak.pk, door=door, vandaag=VANDAAG, nu=NU, **gegevens)


def af(zaak, door, **anders):
    gegevens = {"reden": "Het is rustig.", "nakijken_op": KIJKDAG} | anders
    return zaak_afschalen(zaak_id=zaak.pk, door=door, vandaag=VANDAAG, nu=NU, **gegevens)


def toewijzen(zaak, regisseur, lead):
    return zaak_toewijzen(
        zaak_id=zaak.pk,
        regisseur_id=regisseur.pk,
        reden="Heeft ruimte.",
        door=lead.actor,
        vandaag=VANDAAG,
        nu=NU,
    )


@pytest.mark.parametrize("wet", VAN_WET)
def test_rechten_gaan_meteen_mee_heen_en_terug_per_wet(wet):
    discipline = VAN_WET[wet]
    anders = Discipline.JEUGD if discipline != Discipline.JEUGD else Discipline.WMO
    zaak = ZaakFabriek(wijkteam=team_blerick(), wet=wet, status="te_verdelen")
    wijk, boven = zaak.wijkteam, plus()
    oud, collega = lid(wijk, discipline=discipline), lid(wijk, discipline=discipline)
    lead, lead_plus = lid(wijk, Rol.TEAMLEAD, discipline), lid(boven, Rol.TEAMLEAD, discipline)
    nieuw, andere_wet = lid(boven, discipline=discipline), lid(boven, discipline=anders)
    allen = (oud, collega, nieuw, andere_wet)
    zaak = toewijzen(zaak, oud, lead)
    assert [ziet(wie, zaak) for wie in allen] == [ALLES, INHOUD, GEEN, GEEN]

    op(zaak, oud.actor)
    assert [ziet(wie, zaak) for wie in allen] == [GEEN, GEEN, INHOUD, GEEN]
    toewijzen(zaak, nieuw, lead_plus)
    assert [ziet(wie, zaak) for wie in allen] == [GEEN, GEEN, ALLES, GEEN]

    af(zaak, Actor.objects.get(medewerker=nieuw))
    assert [ziet(wie, zaak) for wie in allen] == [INHOUD, INHOUD, GEEN, GEEN]
    toewijzen(zaak, oud, lead)
    assert [ziet(wie, zaak) for wie in allen] == [ALLES, INHOUD, GEEN, GEEN]


@pytest.mark.parametrize(
    ("wie", "http", "team"),
    [
        ("regisseur", 302, "Wijkteam+"),
        ("teamlead", 302, "Wijkteam+"),
        ("procescoordinator", 302, "Wijkteam+"),
        ("collega", 403, "Wijkteam Blerick"),
        ("administratie", 403, "Wijkteam Blerick"),
        ("ander_team", 404, "Wijkteam Blerick"),
        ("andere_wet", 404, "Wijkteam Blerick"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_wie_mag_opschalen(client, wie, http, team):
    zaak = zaak_in_onderzoek()
    lid(plus())
    medewerker = {
        "regisseur": lambda: zaak.regisseur,
        "teamlead": lambda: lid(zaak.wijkteam, Rol.TEAMLEAD),
        "procescoordinator": lambda: lid(zaak.wijkteam, Rol.PROCESCOORDINATOR),
        "collega": lambda: lid(zaak.wijkteam),
        "administratie": lambda: MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]),
        "ander_team": lambda: lid(WijkteamFabriek()),
        "andere_wet": lambda: lid(zaak.wijkteam, Rol.TEAMLEAD, Discipline.JEUGD),
    }[wie]()

    antwoord = client.als(medewerker).post(
        reverse("wijkteams:opschalen", args=[zaak.pk]),
        {"grond": "meer_problemen", "toelichting": "Schulden en zorg.", "bekijken_op": "14-1-2027"},
    )

    assert antwoord.status_code == http
    assert Zaak.objects.get(pk=zaak.pk).wijkteam.naam == team


@time_machine.travel(NU, tick=False)
def test_werk_wacht_op_de_volgende_regisseur_en_het_bezoek_gaat_mee(client):
    zaak = zaak_in_onderzoek()
    oud, boven = zaak.regisseur, plus()
    nieuw, lead_plus = lid(boven), lid(boven, Rol.TEAMLEAD)
    bezoek = huisbezoek_plannen(
        zaak_id=zaak.pk, door=oud.actor, nu=NU, gepland_om=om(datetime.date(2026, 12, 10))
    )

    op(zaak, oud.actor)

    assert not zaak.taken.open().filter(medewerker=oud).exists()
    assert Toewijzing.objects.get(zaak=zaak).tot_om == NU
    zaak.refresh_from_db()
    assert (zaak.status, zaak.regisseur) == ("onderzoek", None)
    rijen = client.als(lead_plus).get(reverse("wijkteams:verdelen")).context["rijen"]
    assert [z.pk for z in rijen] == [zaak.pk]
    keuze = client.get(reverse("wijkteams:toewijzen", args=[zaak.pk])).content.decode()
    assert "Er is gevaar voor iemand. Opnieuw bekijken op donderdag 14 januari 2027." in keuze
    assert "Dreiging" not in keuze

    toewijzen(zaak, nieuw, lead_plus)

    bezoek.refresh_from_db()
    assert bezoek.consulent == nieuw
    van_hem = {t.sleutel.split(":")[0]: t.uiterlijk_op for t in zaak.taken.open().filter(medewerker=nieuw)}
    assert van_hem["opschaling_bekijken"] == KIJKDAG
    assert {"huisbezoek", "overgedragen"} <= set(van_hem)


@pytest.mark.parametrize(
    ("grond", "zichtbaar"), [("veiligheid", Zichtbaar.ONTHOUDEN), ("kennis", Zichtbaar.INWONER)]
)
def test_wat_veiligheid_is_staat_niet_in_de_eigen_tijdlijn(grond, zichtbaar):
    zaak = zaak_in_onderzoek()
    boven = plus()
    nieuw, lead_plus = lid(boven), lid(boven, Rol.TEAMLEAD)
    eerder = set(zaak.gebeurtenissen.values_list("pk", flat=True))

    op(zaak, zaak.regisseur.actor, grond=grond)
    toewijzen(zaak, nieuw, lead_plus)
    af(zaak, Actor.objects.get(medewerker=nieuw))

    nieuwe = zaak.gebeurtenissen.exclude(pk__in=eerder)
    assert nieuwe.count() == 3
    assert set(nieuwe.values_list("zichtbaar", flat=True)) == {zichtbaar}
    assert not nieuwe.filter(zin__contains="Dreiging").exists()


def test_afschalen_gaat_terug_met_een_dag_om_na_te_kijken():
    zaak = zaak_in_onderzoek()
    wijk, boven = zaak.wijkteam, plus()
    lid(boven)
    lead_plus = lid(boven, Rol.TEAMLEAD)
    op(zaak, zaak.regisseur.actor)

    opschaling = af(zaak, lead_plus.actor)

    assert (opschaling.terug_naar, opschaling.nakijken_op) == (wijk, KIJKDAG)
    taken = {t.sleutel.split(":")[0]: t.uiterlijk_op for t in zaak.taken.open()}
    assert taken["afschaling_nakijken"] == KIJKDAG
    assert "opschaling_bekijken" not in taken
    with pytest.raises(Zaak.DoesNotExist):  # it went away with the rights
        af(zaak, Actor.objects.get(pk=lead_plus.actor.pk))


def test_twee_mensen_tegelijk_is_een_opschaling():
    zaak = zaak_in_onderzoek()
    lead = lid(zaak.wijkteam, Rol.TEAMLEAD)
    lid(plus())

    op(zaak, zaak.regisseur.actor)

    with pytest.raises(Zaak.DoesNotExist):
        op(zaak, lead.actor)
    assert Opschaling.objects.filter(zaak=zaak).count() == 1
    with pytest.raises(OngeldigeOvergang, match="ligt al bij Wijkteam"):
        op(zaak, lid(plus(), Rol.TEAMLEAD).actor)


@time_machine.travel(NU, tick=False)
def test_twee_keer_klikken_is_een_keer(client):
    zaak, sleutel = zaak_in_onderzoek(), uuid.uuid4()
    lid(plus())
    client.als(zaak.regisseur)
    gegevens = {"grond": "kennis", "toelichting": "NAH.", "bekijken_op": "14-1-2027"}
    adres = reverse("wijkteams:opschalen", args=[zaak.pk])

    antwoorden = [client.post(adres, gegevens, sleutel=sleutel) for _ in range(2)]

    assert [(a.status_code, a.url) for a in antwoorden] == [(302, reverse("toegang:mijn_werk"))] * 2
    assert Opschaling.objects.filter(zaak=zaak).count() == 1
    pagina = client.get(reverse("toegang:mijn_werk")).content.decode()
    assert "Opgeschaald naar Wijkteam+" in pagina
    assert client.get(adres).status_code == 404


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"bekijken_op": "3-12-2026"}, "Kies een dag na vandaag"),
        ({"bekijken_op": "3-12-2027"}, "Kies een dag tot en met 5 maart 2027"),
        ({"bekijken_op": "31-2-2027"}, "Deze datum bestaat niet"),
        ({"toelichting": ""}, "Schrijf waarom Wijkteam+ dit moet overnemen"),
        ({"grond": ""}, "Kies waarom Wijkteam+ dit moet overnemen"),
        ({"grond": "zomaar"}, "Kies"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_wat_niet_klopt_blijft_staan_met_een_zin(client, anders, zin):
    zaak = zaak_in_onderzoek()
    lid(plus())
    gegevens = {"grond": "kennis", "toelichting": "<b>NAH</b> en עברית", "bekijken_op": "14-1-2027"} | anders

    antwoord = client.als(zaak.regisseur).post(reverse("wijkteams:opschalen", args=[zaak.pk]), gegevens)

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert zin in tekst
    assert "<b>NAH" not in tekst
    assert antwoord.context["formulier"]["toelichting"].value() == gegevens["toelichting"]


def test_zonder_iemand_die_het_daar_kan_openen_gaat_het_niet():
    zaak = zaak_in_onderzoek()
    with pytest.raises(ValidationError, match="nog geen Wijkteam"):
        op(zaak, zaak.regisseur.actor)
    lid(plus(), discipline=Discipline.JEUGD)
    with pytest.raises(ValidationError, match="geen consulent voor de Wmo 2015"):
        op(zaak, zaak.regisseur.actor)
    zaak.afgeschermd = True
    zaak.bewaren(door=Actor.objects.systeem(), reden="test")
    with pytest.raises(Zaak.DoesNotExist):  # nobody is named on it
        op(zaak, zaak.regisseur.actor)
    with pytest.raises(PermissionDenied):
        op(zaak_in_onderzoek(), MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor)


@time_machine.travel(NU, tick=False)
def test_wat_er_is_leest_alleen_de_regisseur_en_dat_wordt_vastgelegd(client):
    zaak = zaak_in_onderzoek()
    boven = plus()
    nieuw, lead_plus = lid(boven), lid(boven, Rol.TEAMLEAD)
    op(zaak, zaak.regisseur.actor)
    toewijzen(zaak, nieuw, lead_plus)
    adres = reverse("wijkteams:opschalen", args=[zaak.pk])

    van_lead = client.als(lead_plus).get(adres).content.decode()
    with CaptureQueriesContext(connection) as vragen:
        van_regisseur = client.als(nieuw).get(adres).content.decode()

    assert "Dreiging" not in van_lead
    assert "Dreiging door ex-partner." in van_regisseur
    assert any("L3" in str(v["sql"]) for v in vragen if "EXECUTE schrijf_toegang_inzage_" in v["sql"])
