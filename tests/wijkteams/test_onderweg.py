"""*Zet klaar voor onderweg*: one's own visits only, written down, until the end of the day; the device and its secret."""

import datetime
import uuid

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.wijkteams.opstellingen import hulpvraag_afgewogen, om, wie_is, zaak_in_onderzoek
from toegang.models import Gebeurtenis, Inzage, Zichtbaar
from toegang.rechten import Rol, Wet
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import Apparaat, Huisbezoek, Klaarzetting
from wijkteams.onderweg import bagage_van, eigen_bezoeken, paginas_van
from wijkteams.usecases.apparaat_beeindigen import apparaat_beeindigen
from wijkteams.usecases.apparaat_beginnen import apparaat_beginnen
from wijkteams.usecases.huisbezoek_gemist import huisbezoek_gemist
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.onderweg_klaarzetten import onderweg_klaarzetten
from wijkteams.usecases.onderzoek_beginnen import onderzoek_beginnen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 8)
ONDERWEG = reverse("wijkteams:onderweg")
APPARAAT = reverse("wijkteams:apparaat")


def bezoek(uur=14, *, regisseur=None, inwoner=None, dag=VANDAAG) -> Huisbezoek:
    zaak = zaak_in_onderzoek(regisseur=regisseur, inwoner=inwoner)
    return huisbezoek_plannen(zaak_id=zaak.pk, door=zaak.regisseur.actor, nu=NU, gepland_om=om(dag, uur))


def apparaat_van(medewerker) -> uuid.UUID:
    return apparaat_beginnen(door=medewerker.actor, nu=NU).apparaat


@time_machine.travel(NU, tick=False)
def test_klaarzetten_is_vastgelegd_en_telt_tot_middernacht(client):
    rij = bezoek()
    wie = rij.zaak.regisseur
    apparaat = apparaat_van(wie)

    antwoord = client.als(wie).post(ONDERWEG, {"bezoek": [str(rij.pk)], "apparaat": str(apparaat)})

    assert antwoord.status_code == 302
    klaar = Klaarzetting.objects.get()
    assert (klaar.huisbezoek, klaar.apparaat_id) == (rij, apparaat)
    assert klaar.tot_om == om(VANDAAG + datetime.timedelta(days=1), 0)
    gebeurtenis = Gebeurtenis.objects.get(zaak=rij.zaak, soort="onderweg_klaargezet")
    assert gebeurtenis.zichtbaar == Zichtbaar.INTERN
    assert Inzage.objects.filter(scherm="onderweg", zaak=rij.zaak_id, laag="L2b", wie=wie.naam).exists()
    pagina = client.get(antwoord["Location"]).content.decode()
    for naam in ("onderweg_bezoek", "gesprek", "zrm", "afweging", "plan"):
        assert reverse(f"wijkteams:{naam}", args=[rij.zaak_id]) in pagina
    assert "Klaargezet voor onderweg" in client.get(reverse("wijkteams:dag")).content.decode()


@pytest.mark.parametrize(
    ("wie", "http"),
    [("regisseur", 302), ("teamgenoot", 403), ("teamlead", 403), ("ander_team", 404)],
)
@time_machine.travel(NU, tick=False)
def test_alleen_wie_het_bezoek_doet_neemt_het_mee(client, wie, http):
    rij = bezoek()
    medewerker = wie_is(wie, rij.zaak, op=VANDAAG)
    if wie == "teamlead":
        medewerker.groups.add(*MedewerkerFabriek(rollen=[Rol.CONSULENT]).groups.all())
    apparaat = apparaat_van(medewerker)

    antwoord = client.als(medewerker).post(ONDERWEG, {"bezoek": [str(rij.pk)], "apparaat": str(apparaat)})

    assert antwoord.status_code == http
    assert Klaarzetting.objects.exists() == (http == 302)


@pytest.mark.parametrize("rol", [Rol.KCC, Rol.ADMINISTRATIE, Rol.BEHEERDER, Rol.JURIST])
def test_andere_rollen_hebben_geen_onderweg(client, rol):
    medewerker = MedewerkerFabriek(rollen=[rol])
    client.als(medewerker)

    assert client.get(ONDERWEG).status_code == 403
    assert client.post(APPARAAT, {"actie": "beginnen"}).status_code == 403
    assert not Apparaat.objects.exists()


@time_machine.travel(NU, tick=False)
def test_niet_op_het_apparaat_van_een_collega_en_niet_na_uitloggen(client):
    rij = bezoek()
    wie = rij.zaak.regisseur
    ander, eigen = apparaat_van(MedewerkerFabriek(team=rij.zaak.wijkteam)), apparaat_van(wie)
    apparaat_beeindigen(apparaat_id=eigen, door=wie.actor, nu=NU)

    for apparaat in (ander, eigen, uuid.uuid4()):
        antwoord = client.als(wie).post(ONDERWEG, {"bezoek": [str(rij.pk)], "apparaat": str(apparaat)})
        assert antwoord.status_code == 403
    assert client.post(ONDERWEG, {"bezoek": [str(rij.pk)]}).status_code == 200
    assert client.post(ONDERWEG, {"apparaat": str(eigen)}).status_code == 200
    assert not Klaarzetting.objects.exists()


@time_machine.travel(NU, tick=False)
def test_een_bezoek_dat_niet_doorgaat_gaat_niet_mee():
    rij = bezoek(uur=9)
    wie = rij.zaak.regisseur
    apparaat = apparaat_van(wie)
    huisbezoek_gemist(huisbezoek_id=rij.pk, door=wie.actor, nu=om(VANDAAG, 10), reden="Niet thuis.")

    with pytest.raises(OngeldigeOvergang):
        onderweg_klaarzetten(huisbezoek_id=rij.pk, apparaat_id=apparaat, door=wie.actor, nu=NU)


@time_machine.travel(NU, tick=False)
def test_twee_keer_klaarzetten_is_een_rij_en_na_middernacht_is_er_niets_meer():
    rij = bezoek()
    wie = rij.zaak.regisseur
    apparaat = apparaat_van(wie)
    hulpvraag_afgewogen(rij.zaak, tot_en_met=1)

    for _ in range(2):
        onderweg_klaarzetten(huisbezoek_id=rij.pk, apparaat_id=apparaat, door=wie.actor, nu=NU)

    assert Klaarzetting.objects.count() == 1
    (stuk,) = bagage_van(wie.actor, apparaat, NU)
    assert len(stuk.paginas) == 5 + 7  # a rung a page
    assert bagage_van(wie.actor, apparaat, om(VANDAAG + datetime.timedelta(days=1), 1)) == []
    assert bagage_van(MedewerkerFabriek(team=rij.zaak.wijkteam).actor, apparaat, NU) == []
    apparaat_beeindigen(apparaat_id=apparaat, door=wie.actor, nu=NU)
    assert bagage_van(wie.actor, apparaat, NU) == []


@time_machine.travel(NU, tick=False)
def test_alleen_eigen_bezoeken_van_die_dag_en_even_veel_vragen(client):
    eerste = bezoek()
    wie = eerste.zaak.regisseur
    bezoek()  # of a colleague
    bezoek(regisseur=wie, dag=VANDAAG + datetime.timedelta(days=1))
    apparaat = apparaat_van(wie)
    adres = f"{ONDERWEG}?apparaat={apparaat}"
    client.als(wie).get(adres)

    def meten():
        for rij in eigen_bezoeken(wie.actor, VANDAAG):
            onderweg_klaarzetten(huisbezoek_id=rij.pk, apparaat_id=apparaat, door=wie.actor, nu=NU)
        with CaptureQueriesContext(connection) as vragen:
            antwoord = client.get(adres)
        return antwoord, len([v for v in vragen if not v["sql"].startswith(("SAVEPOINT", "RELEASE"))])

    antwoord, een = meten()
    assert [b.pk for b in antwoord.context["bezoeken"]] == [eerste.pk]
    for uur in range(9, 14):
        bezoek(uur, regisseur=wie, inwoner=InwonerFabriek())
    antwoord, zes = meten()

    assert len(antwoord.context["bagage"]) == 6
    assert een == zes


@time_machine.travel(NU, tick=False)
def test_het_blad_van_het_bezoek_is_voor_wie_het_doet(client):
    rij = bezoek(inwoner=InwonerFabriek(tolk="Pools"))
    pad = reverse("wijkteams:onderweg_bezoek", args=[rij.zaak_id])

    tekst = client.als(rij.zaak.regisseur).get(pad).content.decode()

    assert "Hulp bij het huishouden." in tekst
    assert "Pools" in tekst
    assert client.als(wie_is("teamgenoot", rij.zaak, op=VANDAAG)).get(pad).status_code == 403
    assert client.als(wie_is("ander_team", rij.zaak, op=VANDAAG)).get(pad).status_code == 404


@time_machine.travel(NU, tick=False)
def test_aan_tafel_staat_er_minder_op_het_blad_en_wat_meegaat_is_voor_de_tafel(client):
    rij = bezoek(
        inwoner=InwonerFabriek(straat="Kanariestraat", telefoon="0612345678", veilig_contact="Niet na 18 uur")
    )
    zaak, wie = rij.zaak, rij.zaak.regisseur
    onderzoek = onderzoek_beginnen(zaak, door=wie.actor, vandaag=VANDAAG)
    onderzoek.werknotitie = "Dochter is moe."
    onderzoek.bewaren(door=wie.actor, reden="notitie")
    pad = {
        naam: reverse(f"wijkteams:{naam}", args=[zaak.pk]) for naam in ("onderweg_bezoek", "gesprek", "plan")
    }
    stand = reverse("toegang:tafelstand", args=[zaak.pk])
    client.als(wie)

    def staat(naam, woord, **koppen):
        return woord in client.get(pad[naam], headers=koppen).content.decode()

    mee = {"X-Onderweg": "aan-tafel"}
    woorden = ("Kanariestraat", "0612345678", "Niet na 18 uur")
    assert all(staat("onderweg_bezoek", woord) for woord in woorden)  # before the door
    client.post(stand, {"formuliernaam": "tafelstand", "stand": "uit"})
    assert staat("gesprek", "Dochter is moe.")
    assert not staat("gesprek", "Dochter is moe.", **mee)  # also when a page is fetched later
    assert not any(staat("plan", woord, **mee) for woord in woorden)
    client.post(stand, {"formuliernaam": "tafelstand", "stand": "aan"})
    assert staat("onderweg_bezoek", "De afspraak")
    assert not any(staat("onderweg_bezoek", woord) for woord in woorden)


def test_van_een_jongere_gaan_ook_de_stappen_mee():
    zaken = [zaak_in_onderzoek(wet=wet, onderwerp="opvoeden") for wet in (Wet.WMO, Wet.JEUGDWET)]

    assert [reverse("wijkteams:jeugd", args=[zaak.pk]) in paginas_van(zaak, []) for zaak in zaken] == [
        False,
        True,
    ]


def test_het_geheim_alleen_voor_dezelfde_persoon_en_kort_na_het_aanmelden(client):
    wie = MedewerkerFabriek(rollen=[Rol.CONSULENT])
    begonnen = client.als(wie).post(APPARAAT, {"actie": "beginnen"}).json()

    def vraag(medewerker):
        client.als(medewerker)
        return client.post(APPARAAT, {"actie": "sleutel", "apparaat": begonnen["apparaat"]})

    assert (begonnen["wie"], len(begonnen["zout"]), begonnen["iteraties"]) == (str(wie.actor.pk), 44, 600_000)
    assert vraag(wie).json() == begonnen
    assert vraag(MedewerkerFabriek(rollen=[Rol.CONSULENT])).status_code == 404
    client.als(wie)
    client.get(ONDERWEG)
    sessie = client.session
    sessie["begonnen"] = sessie["begonnen"] - 600
    sessie.save()
    laat = client.post(APPARAAT, {"actie": "sleutel", "apparaat": begonnen["apparaat"]})
    assert (laat.status_code, laat.json()) == (401, {"opnieuw": reverse("account_reauthenticate")})
    assert begonnen["zout"].encode() not in bytes(Apparaat.objects.get().geheim)


def test_na_uitloggen_is_het_geheim_weg(client):
    wie = MedewerkerFabriek(rollen=[Rol.CONSULENT])
    sleutel = client.als(wie).post(APPARAAT, {"actie": "beginnen"}).json()["apparaat"]

    assert client.post(APPARAAT, {"actie": "beeindigen", "apparaat": sleutel}).status_code == 204

    apparaat = Apparaat.objects.get()
    assert apparaat.geheim is None
    assert apparaat.beeindigd_om is not None
    assert client.post(APPARAAT, {"actie": "sleutel", "apparaat": sleutel}).status_code == 404
    assert client.post(APPARAAT, {"actie": "iets"}).status_code == 404


def test_de_schil_kent_niemand_en_de_werker_noemt_alleen_bestanden(client):
    medewerker = MedewerkerFabriek(rollen=[Rol.CONSULENT])
    client.als(medewerker)

    schil = client.get(reverse("wijkteams:onderweg_schil"))
    werker = client.get(reverse("wijkteams:onderweg_werker"))

    assert medewerker.naam not in schil.content.decode()
    assert "csrfmiddlewaretoken" not in schil.content.decode()
    assert "csrftoken" not in schil.cookies
    assert werker["Content-Type"].startswith("text/javascript")
    assert "/toegang/kluis.js" in werker.content.decode()
    assert "default-src 'none'" in werker["Content-Security-Policy"]


def test_elke_pagina_over_iemand_blijft_uit_de_cache(client):
    rij = bezoek()

    antwoord = client.als(rij.zaak.regisseur).get(reverse("wijkteams:gesprek", args=[rij.zaak_id]))

    assert antwoord["Cache-Control"] == "no-store, private"
