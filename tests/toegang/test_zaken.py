"""The list of zaken: who sees what, keyset both ways, a log row per person, equal work for 1 and 20 rows."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fabrieken import VANDAAG, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from toegang.lijst import bladeren
from toegang.models import Actor, Inzage, Termijn, TermijnSoort, Zaak
from toegang.rechten import Rol, Wet

pytestmark = pytest.mark.django_db


def zaken_maken(aantal, **velden):
    zaken = []
    for n in range(aantal):
        dag = VANDAAG + datetime.timedelta(days=n // 3)  # three with the same day: pk decides
        zaak = ZaakFabriek(eerstvolgende_op=dag, **velden)
        Termijn(
            zaak=zaak, soort=TermijnSoort.ONDERZOEK, artikel="Wmo 2015 art. 2.3.2 lid 1", begint_op=VANDAAG,
            uiterste_datum=dag,
        ).bewaren(door=Actor.objects.systeem(), reden="test")  # fmt: skip
        zaken.append(zaak)
    return zaken


@pytest.fixture
def blerick():
    return WijkteamFabriek(naam="Wijkteam Blerick")


@pytest.fixture
def consulent(blerick):
    return MedewerkerFabriek(team=blerick)


def test_de_lijst_toont_25_en_bladert_heen_en_terug_zonder_gat():
    verwacht = [z.pk for z in sorted(zaken_maken(60), key=lambda z: (z.eerstvolgende_op, z.pk))]
    gezien, stand = [], {}
    paginas = []
    while True:
        pagina = bladeren(Zaak.objects.all(), **stand)
        paginas.append([z.pk for z in pagina.zaken])
        gezien += paginas[-1]
        if not pagina.volgende:
            break
        stand = {"na": pagina.volgende.removeprefix("na=")}

    assert gezien == verwacht
    assert [len(p) for p in paginas] == [25, 25, 10]
    terug = bladeren(Zaak.objects.all(), voor=pagina.vorige.removeprefix("voor="))
    assert [z.pk for z in terug.zaken] == paginas[1]
    eerste = bladeren(Zaak.objects.all(), voor=terug.vorige.removeprefix("voor="))
    assert [z.pk for z in eerste.zaken] == paginas[0]
    assert eerste.vorige == ""


@pytest.mark.parametrize("sleutel", ["", "x", "2026-13-45_x", "2026-12-03", "2026-12-03_geen-uuid", "_"])
def test_een_kapotte_sleutel_geeft_de_eerste_bladzijde(sleutel):
    zaken_maken(2)

    assert len(bladeren(Zaak.objects.all(), na=sleutel).zaken) == 2


def test_elke_weergave_toont_het_zijne(client, blerick, consulent):
    mijn = ZaakFabriek(wijkteam=blerick, regisseur=consulent)
    van_team = ZaakFabriek(wijkteam=blerick, regisseur=MedewerkerFabriek(team=blerick))
    zonder = ZaakFabriek(wijkteam=blerick)
    ander = ZaakFabriek(wijkteam=WijkteamFabriek())
    client.als(consulent)

    def pks(weergave):
        html = client.get(reverse("toegang:zaken"), {"weergave": weergave}).content.decode()
        return {z.pk for z in (mijn, van_team, zonder, ander) if str(z.pk) in html}

    assert pks("mijn") == {mijn.pk}
    assert pks("team") == {mijn.pk, van_team.pk, zonder.pk}
    assert pks("zonder") == {zonder.pk}
    assert pks("alles") == {mijn.pk, van_team.pk, zonder.pk}


def test_een_andere_wet_of_een_afgeschermde_zaak_staat_er_niet(client, blerick, consulent):
    ZaakFabriek(wijkteam=blerick, wet=Wet.JEUGDWET)
    ZaakFabriek(wijkteam=blerick, afgeschermd=True)
    client.als(consulent)

    html = client.get(reverse("toegang:zaken"), {"weergave": "alles"}).content.decode()

    assert "Er zijn geen dossiers die u mag zien" in html
    assert not Inzage.objects.exists()


def test_filter_op_status_en_wet(client):
    ZaakFabriek(status="onderzoek")
    ZaakFabriek(wet=Wet.GPK)
    client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]))
    adres = reverse("toegang:zaken")

    assert "1 dossier" in (html := client.get(adres, {"status": "onderzoek"}).content.decode())
    assert "Filter (1 gekozen)" in html
    assert "1 dossier" in client.get(adres, {"wet": "gpk"}).content.decode()
    assert (
        "Geen dossiers bij deze keuze"
        in client.get(adres, {"wet": "gpk", "status": "onderzoek"}).content.decode()
    )
    assert client.get(adres, {"status": "verzonnen"}).status_code == 200


def test_een_rij_in_het_log_per_getoonde_inwoner(client):
    zaken = zaken_maken(30)
    client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]))

    client.get(reverse("toegang:zaken"))

    getoond = {z.pk for z in bladeren(Zaak.objects.all()).zaken}
    assert set(Inzage.objects.values_list("zaak", flat=True)) == getoond
    assert len(getoond) == 25 < len(zaken)


def test_even_veel_vragen_bij_1_en_20_rijen_en_klein_genoeg(client, blerick, consulent):
    client.als(consulent)
    adres = reverse("toegang:zaken") + "?weergave=team"
    client.get(adres)  # the first page of a session saves it
    tellingen = []
    for aantal in (1, 19, 10):
        zaken_maken(aantal, wijkteam=blerick, regisseur=consulent)
        with CaptureQueriesContext(connection) as vragen:
            antwoord = client.get(adres)
        tellingen.append([v["sql"] for v in vragen if "SAVEPOINT" not in v["sql"]])

    assert len(tellingen[0]) == len(tellingen[1])
    assert len(tellingen[2]) <= 8, "\n".join(tellingen[2])
    assert len(antwoord.content) <= 60_000
