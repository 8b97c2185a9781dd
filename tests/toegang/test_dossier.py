"""The page of a zaak, its timeline, who looked and who may; a reason for who is not on the case."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import (
    VANDAAG,
    DossierFabriek,
    InwonerFabriek,
    MedewerkerFabriek,
    WijkteamFabriek,
    ZaakFabriek,
)
from tests.toegang import dossiervol
from toegang.gebeurtenissen import vastleggen
from toegang.models import (
    Actor,
    Huishouden,
    Huishoudlid,
    Inzage,
    Inzagereden,
    Termijn,
    TermijnSoort,
    Zichtbaar,
)
from toegang.rechten import Laag, Rol, Wet
from toegang.usecases import taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def blerick():
    return WijkteamFabriek(naam="Wijkteam Blerick")


@pytest.fixture
def regisseur(blerick):
    return MedewerkerFabriek(team=blerick)


@pytest.fixture
def zaak(blerick, regisseur):
    return ZaakFabriek(wijkteam=blerick, regisseur=regisseur, status="onderzoek")


def pagina(client, naam, zaak, **vraag):
    return client.get(reverse(f"toegang:{naam}", args=[zaak.pk]), vraag)


def systeem():
    return Actor.objects.systeem()


def test_overzicht_zegt_wie_waar_het_staat_en_wat_nu(client, zaak, regisseur):
    Termijn(
        zaak=zaak, soort=TermijnSoort.ONDERZOEK, artikel="Wmo 2015 art. 2.3.2 lid 1", begint_op=VANDAAG,
        uiterste_datum=VANDAAG + datetime.timedelta(weeks=6),
    ).bewaren(door=systeem(), reden="test")  # fmt: skip
    taken.klaarzetten(
        "proef", "Bel de inwoner terug", door=systeem(), uiterlijk=VANDAAG, adres="toegang:zaak", zaak=zaak,
        medewerker=MedewerkerFabriek(last_name="Claes"),
    )  # fmt: skip

    html = pagina(client.als(regisseur), "zaak", zaak).content.decode()

    assert "U ziet dit als regisseur van wijkteam Blerick" in html
    assert "Bel de inwoner terug (F. Claes)" in html
    assert 'aria-current="step"' in html
    assert "laatste dag donderdag 14 januari 2027. Zo berekend: 6 weken na 3 december 2026." in html


def test_wie_niet_op_de_zaak_staat_ziet_eerst_alleen_het_proces(client, zaak, blerick):
    collega = MedewerkerFabriek(team=blerick)
    client.als(collega)

    html = pagina(client, "zaak", zaak).content.decode()
    assert "Inhoud openen met een reden" in html
    assert set(Inzage.objects.values_list("laag", flat=True)) == {"L1"}

    antwoord = client.post(
        reverse("toegang:inzagereden", args=[zaak.pk]),
        {"reden": "waarneming", "terug": reverse("toegang:zaak", args=[zaak.pk])},
        follow=True,
    )
    assert "Inhoud openen met een reden" not in antwoord.content.decode()
    laatste = Inzage.objects.order_by("-id").values_list("laag", "grond")[:2]
    assert ("L2b", "waarneming") in list(laatste)


@pytest.mark.parametrize(
    ("terug", "waarheen"),
    [
        ("/toegang/zaak/", "/toegang/zaak/"),
        ("https://kwaad.nl/", None),
        ("//kwaad.nl", None),
        ("javascript:x", None),
        ("", None),
    ],
)
def test_na_de_reden_alleen_naar_een_eigen_adres(client, zaak, blerick, terug, waarheen):
    client.als(MedewerkerFabriek(team=blerick))

    antwoord = client.post(
        reverse("toegang:inzagereden", args=[zaak.pk]), {"reden": "overleg", "terug": terug}
    )

    assert antwoord["Location"] == (waarheen or reverse("toegang:zaak", args=[zaak.pk]))


def test_een_verzonnen_reden_wordt_niet_bewaard(client, zaak, blerick):
    client.als(MedewerkerFabriek(team=blerick))

    antwoord = client.post(reverse("toegang:inzagereden", args=[zaak.pk]), {"reden": "zomaar"})

    assert "Kies een reden" in antwoord.content.decode()
    assert not Inzagereden.objects.exists()


@pytest.mark.parametrize(
    "naam", ["zaak", "tijdlijn", "documenten", "wie_keek", "wie_mag", "historie", "inzagereden"]
)
@pytest.mark.parametrize(
    ("wie", "http"),
    [("regisseur", {"*": 200}), ("ander_team", {"*": 404}), ("andere_wet", {"*": 404}), ("kcc", {"*": 404}),
     ("administratie", {"*": 403, "zaak": 200, "tijdlijn": 200, "documenten": 200})],
)  # fmt: skip
def test_wie_welke_pagina_mag_openen(client, zaak, regisseur, blerick, naam, wie, http):
    medewerker = {
        "regisseur": lambda: regisseur,
        "ander_team": lambda: MedewerkerFabriek(team=WijkteamFabriek()),
        "andere_wet": lambda: MedewerkerFabriek(team=blerick, team__discipline="jeugd"),
        "kcc": lambda: MedewerkerFabriek(rollen=[Rol.KCC]),
        "administratie": lambda: MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]),
    }[wie]()

    assert pagina(client.als(medewerker), naam, zaak).status_code == http.get(naam, http["*"])


def test_tijdlijn_toont_per_laag_en_per_groep(client, zaak, regisseur):
    vastleggen(zaak, "a", "Brief verzonden.", door=systeem(), groep="brief", zichtbaar=Zichtbaar.INWONER)
    vastleggen(
        zaak, "b", "Gesprek gevoerd.", door=systeem(), groep="gesprek", op=VANDAAG, zichtbaar=Zichtbaar.INTERN
    )
    vastleggen(zaak, "c", "Iets gevoeligs.", door=systeem(), laag=Laag.GEVOELIG, zichtbaar=Zichtbaar.INTERN)

    client.als(regisseur)
    alles, brieven = pagina(client, "tijdlijn", zaak), pagina(client, "tijdlijn", zaak, groep="brief")
    client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]))
    administratie = pagina(client, "tijdlijn", zaak)

    assert [
        zin in alles.content.decode() for zin in ("Brief verzonden.", "Gesprek gevoerd.", "Iets gevoeligs.")
    ] == [True] * 3
    assert alles.content.decode().count("Inwoner ziet dit") == 1
    assert "3 december 2026 ·" in alles.content.decode()  # only a date is known: no time
    assert "Gesprek gevoerd." not in brieven.content.decode()
    assert "Iets gevoeligs." not in administratie.content.decode()


def test_tijdlijn_bladert_zonder_gat(client, zaak, regisseur):
    for n in range(60):
        vastleggen(
            zaak, "x", f"Gebeurtenis {n:02}.", door=systeem(), op=VANDAAG - datetime.timedelta(days=n // 7)
        )
    client.als(regisseur)
    eerste = pagina(client, "tijdlijn", zaak)
    tweede = client.get(reverse("toegang:tijdlijn", args=[zaak.pk]) + eerste.context["volgende"])

    zinnen = [g.zin for antwoord in (eerste, tweede) for g in antwoord.context["rijen"]]

    assert len(zinnen) == len(set(zinnen)) == 60
    assert tweede.context["volgende"] == ""


def test_huisgenoten_staan_er_met_naam_en_in_het_log(client, zaak, regisseur):
    huis = Huishouden(adressleutel="x").bewaren(door=systeem(), reden="test")
    genoot = InwonerFabriek(geslachtsnaam="Zichtbaar")
    verborgen = DossierFabriek(inwoner=InwonerFabriek(geslachtsnaam="Verborgen"), afgeschermd=True).inwoner
    for inwoner in (zaak.dossier.inwoner, genoot, verborgen):
        Huishoudlid(huishouden=huis, inwoner=inwoner, vanaf_op=VANDAAG).bewaren(door=systeem(), reden="test")

    html = pagina(client.als(regisseur), "zaak", zaak).content.decode()

    assert "Zichtbaar" in html
    assert "Verborgen" not in html
    assert Inzage.objects.filter(inwoner=genoot.pk, laag="L0").exists()


def test_dossier_met_een_zaak_gaat_er_meteen_heen_en_met_meer_toont_ze(client, zaak, regisseur):
    client.als(regisseur)
    adres = reverse("toegang:dossier", args=[zaak.dossier_id])
    assert client.get(adres)["Location"] == reverse("toegang:zaak", args=[zaak.pk])

    tweede = ZaakFabriek(dossier=zaak.dossier, wijkteam=zaak.wijkteam)
    onzichtbaar = ZaakFabriek(dossier=zaak.dossier, wijkteam=zaak.wijkteam, wet=Wet.JEUGDWET)

    html = client.get(adres).content.decode()
    assert str(tweede.pk) in html
    assert str(onzichtbaar.pk) not in html
    assert client.als(MedewerkerFabriek(rollen=[Rol.KCC])).get(adres).status_code == 404


def test_wie_keek_toont_rol_scherm_en_reden_maar_niet_van_een_andere_wet(client, zaak, regisseur, blerick):
    jeugd = ZaakFabriek(dossier=zaak.dossier, wijkteam=blerick, wet=Wet.JEUGDWET)
    jeugdconsulent = MedewerkerFabriek(team=blerick, team__discipline="jeugd", last_name="Jeugdig")
    pagina(client.als(jeugdconsulent), "zaak", jeugd)
    administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], last_name="Balie")
    pagina(client.als(administratie), "zaak", zaak)

    html = pagina(client.als(regisseur), "wie_keek", zaak).content.decode()

    assert "F. Balie (administratie)" in html
    assert "Jeugdig" not in html


def test_de_fg_ziet_het_log_zonder_de_inwoner(client, zaak, regisseur):
    pagina(client.als(regisseur), "zaak", zaak)

    html = pagina(
        client.als(MedewerkerFabriek(rollen=[Rol.FUNCTIONARIS_GEGEVENSBESCHERMING])), "wie_keek", zaak
    ).content.decode()

    assert regisseur.naam in html
    assert zaak.dossier.inwoner.geslachtsnaam not in html


def test_wie_mag_noemt_het_team_met_rechten_onder_deze_wet(client, zaak, regisseur, blerick):
    MedewerkerFabriek(team=blerick, team__discipline="jeugd", last_name="Jeugdig")
    MedewerkerFabriek(team=blerick, team__rol=Rol.TEAMLEAD, last_name="Leider")

    html = pagina(client.als(regisseur), "wie_mag", zaak).content.decode()

    assert regisseur.naam in html
    assert "Leider" in html
    assert "Jeugdig" not in html


def test_historie_zegt_wat_wie_en_waarom(client, zaak, regisseur):
    zaak.spoed = True
    zaak.bewaren(door=regisseur.actor, reden="gevallen")

    html = pagina(client.als(regisseur), "historie", zaak).content.decode()

    assert "Zaak gewijzigd (gevallen)" in html
    assert "Spoed: van nee naar ja" in html
    assert regisseur.naam in html


@pytest.mark.parametrize("aantal", [1, 20])
@pytest.mark.parametrize("status", ["onderzoek", "besluitvorming"])
@pytest.mark.parametrize("wie", ["regisseur", "teamleider", "administratie", "zonder_reden"])
def test_overzicht_is_klein_en_vraagt_even_veel_bij_1_en_20(
    client, blerick, regisseur, zaak, wie, status, aantal
):
    """Session, user with rights, the zaak, its panels and timeline, and the log: every statement but transactions."""
    zaak.status = status
    dossiervol.vullen(zaak, aantal)
    zaak.bewaren(door=systeem(), reden="test")
    client.als(
        regisseur
        if wie == "regisseur"
        else MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
        if wie == "administratie"
        else MedewerkerFabriek(team=blerick, team__rol=Rol.TEAMLEAD)
    )
    if wie == "teamleider":
        client.post(reverse("toegang:inzagereden", args=[zaak.pk]), {"reden": "kwaliteit", "terug": "/"})
    pagina(client, "zaak", zaak)
    eerder = Inzage.objects.count()

    with CaptureQueriesContext(connection) as vragen:
        antwoord = pagina(client, "zaak", zaak)

    sql = [v["sql"] for v in vragen if "SAVEPOINT" not in v["sql"]]
    assert len(sql) == 5, "\n".join(s[:150] for s in sql)
    assert len(antwoord.content) <= 80_000
    assert Inzage.objects.count() - eerder == 1 + min(aantal, 12)  # the inwoner, and each one at home


@pytest.mark.parametrize("wie", ["regisseur", "administratie", "zonder_reden"])
def test_overzicht_toont_wat_van_elke_kamer_komt(client, blerick, regisseur, zaak, wie):
    """A teamleider who did not say why sees where it stands, and the content is not even asked for."""
    dossiervol.vullen(zaak, 2)
    zonder_reden = MedewerkerFabriek(team=blerick, team__rol=Rol.TEAMLEAD)
    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    client.als({"regisseur": regisseur, "administratie": desk, "zonder_reden": zonder_reden}[wie])

    with CaptureQueriesContext(connection) as vragen:
        html = pagina(client, "zaak", zaak).content.decode()

    (naam,) = {n for v in vragen for n in re.findall(r"EXECUTE (blad_\d+)", v["sql"])}
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements WHERE name = %s", [naam])
        (gevraagd,) = cursor.fetchone()
    for tabel in ("wijkteams_doel", "wijkteams_hulpvraag"):
        assert (tabel in gevraagd) == (wie == "regisseur")
    proces = ("Gemachtigde 1", "Huisgenoot: ", "Gebeurtenis 1.", "Taak 1", "Sinds 10 december 2026")
    inhoud = ("Huisbezoek van", "Verslag maken en versturen", "6 van 6 treden", "Doel 1", "Plan bekijken")
    assert [zin for zin in proces if zin not in html] == []
    assert [zin for zin in inhoud if (zin in html) != (wie == "regisseur")] == []
    assert "nog geen acties afgesproken" not in html


def test_andere_zaken_zijn_die_van_deze_lezer(client, blerick, regisseur, zaak):
    zichtbaar = ZaakFabriek(dossier=zaak.dossier, wijkteam=blerick, onderwerp="vervoer")
    onzichtbaar = ZaakFabriek(dossier=zaak.dossier, wijkteam=blerick, wet=Wet.JEUGDWET)
    ander = ZaakFabriek(wijkteam=blerick)

    html = pagina(client.als(regisseur), "zaak", zaak).content.decode()

    assert f'{zichtbaar.pk}/">Vervoer (Wmo 2015)</a>, sinds 3 december 2026: nieuw' in html
    assert str(onzichtbaar.pk) not in html
    assert str(ander.pk) not in html
    assert reverse("toegang:dossier", args=[zaak.dossier_id]) in html


@pytest.mark.parametrize("aantal", [1, 20])
def test_mijn_werk_vraagt_even_veel_bij_1_en_20(client, regisseur, blerick, aantal):
    for n in range(aantal):
        zaak = ZaakFabriek(wijkteam=blerick, regisseur=regisseur)
        Termijn(
            zaak=zaak, soort=TermijnSoort.BESLUIT, artikel="Wmo 2015 art. 2.3.5", begint_op=VANDAAG - datetime.timedelta(30),
            uiterste_datum=timezone.localdate(),
        ).bewaren(door=systeem(), reden="test")  # fmt: skip
        taken.klaarzetten(
            f"t{n}",
            "Bel terug",
            door=systeem(),
            uiterlijk=VANDAAG,
            adres="toegang:zaak",
            zaak=zaak,
            medewerker=regisseur,
        )
    client.als(regisseur)
    client.get(reverse("toegang:mijn_werk"))

    with CaptureQueriesContext(connection) as vragen:
        html = client.get(reverse("toegang:mijn_werk")).content.decode()

    assert len([v for v in vragen if "SAVEPOINT" not in v["sql"]]) == 7
    assert html.count("Bel terug") == aantal
    assert "Vandaag" in html


@pytest.mark.parametrize("rol", list(Rol))
def test_mijn_werk_is_er_voor_elke_rol(client, rol):
    assert client.als(MedewerkerFabriek(rollen=[rol])).get(reverse("toegang:mijn_werk")).status_code == 200
