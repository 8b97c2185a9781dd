"""The page of a person: who may, what it shows, and what can be changed on it."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from toegang import vertegenwoordiging
from toegang.models import (
    Actor,
    Brief,
    Huishouden,
    Huishoudlid,
    Inwoner,
    Inzage,
    Relatie,
    Toestemming,
    Verouderd,
    Vertegenwoordiger,
    Zaak,
)
from toegang.rechten import Recht, Rol
from toegang.statussen import BriefStatus, OngeldigeOvergang
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.inwoner_wijzigen import inwoner_wijzigen
from toegang.usecases.relatie_vastleggen import relatie_beeindigen, relatie_vastleggen
from toegang.usecases.toestemming_vastleggen import toestemming_geven, toestemming_intrekken
from toegang.usecases.vertegenwoordiger_vastleggen import (
    vertegenwoordiger_beeindigen,
    vertegenwoordiger_vastleggen,
)

pytestmark = pytest.mark.django_db
VANDAAG = voordeur.VANDAAG
NU = datetime.datetime(2026, 12, 3, 10, 0, tzinfo=datetime.UTC)


def systeem():
    return Actor.objects.systeem()


def adres(naam, pk):
    return reverse(f"toegang:{naam}", args=[pk])


def collega(wie: str, zaak):
    """A colleague by one word."""
    if wie == "team":
        return MedewerkerFabriek(team=zaak.wijkteam)
    if wie == "ander_team":
        return MedewerkerFabriek(team=WijkteamFabriek())
    return MedewerkerFabriek(rollen=[Rol(wie)])


@pytest.mark.parametrize(
    ("wie", "afgeschermd", "zien", "wijzigen"),
    [
        ("administratie", False, 200, 200),
        ("team", False, 200, 200),
        ("ander_team", False, 404, 404),
        ("kcc", False, 404, 404),
        ("toetser", False, 404, 404),
        ("functionaris_gegevensbescherming", False, 404, 404),
        ("administratie", True, 404, 404),
        ("team", True, 404, 404),
    ],
)
def test_wie_de_persoon_mag_openen(client, wie, afgeschermd, zien, wijzigen):
    zaak = ZaakFabriek(wijkteam=WijkteamFabriek(), afgeschermd=afgeschermd, dossier__afgeschermd=afgeschermd)
    pk = zaak.dossier.inwoner_id

    client = client.als(collega(wie, zaak))

    assert client.get(adres("inwoner", pk)).status_code == zien
    assert client.get(adres("inwoner_wijzigen", pk)).status_code == wijzigen
    assert Inzage.objects.filter(inwoner=pk, uitkomst="gelukt").exists() is (zien == 200)


def test_wie_alleen_kijkt_mag_niet_wijzigen(client):
    zaak = ZaakFabriek(wijkteam=WijkteamFabriek())
    coordinator = MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.PROCESCOORDINATOR)

    pagina = client.als(coordinator).get(adres("inwoner", zaak.dossier.inwoner_id))

    assert pagina.status_code == 200
    assert "wijzigen</a>" not in pagina.text
    assert client.get(adres("inwoner_wijzigen", zaak.dossier.inwoner_id)).status_code == 403
    with pytest.raises(PermissionDenied):
        inwoner_wijzigen(
            inwoner_id=zaak.dossier.inwoner_id, door=coordinator.actor, vandaag=VANDAAG, tolk="Pools"
        )


def test_niemand_leest_een_huisgenoot_door_een_ander_heen(client):
    zaak = ZaakFabriek(wijkteam=WijkteamFabriek())
    huis = Huishouden(adressleutel="5921AB|12||").bewaren(door=systeem(), reden="test")
    ander = InwonerFabriek(geslachtsnaam="Verkuilen")
    dicht = DossierFabriek(afgeschermd=True, inwoner__geslachtsnaam="Onzichtbaar").inwoner
    for mens in (zaak.dossier.inwoner, ander, dicht):
        Huishoudlid(huishouden=huis, inwoner=mens, vanaf_op=VANDAAG).bewaren(door=systeem(), reden="test")
    Relatie(inwoner=zaak.dossier.inwoner, soort="partner", verwant=dicht, naam="O. Onzichtbaar").bewaren(
        door=systeem(), reden="test"
    )
    client = client.als(MedewerkerFabriek(team=zaak.wijkteam))

    pagina = client.get(adres("inwoner", zaak.dossier.inwoner_id))

    assert "Verkuilen" in pagina.text
    assert adres("inwoner", ander.pk) not in pagina.text
    assert "Onzichtbaar" not in pagina.text
    assert client.get(adres("inwoner", ander.pk)).status_code == 404


@pytest.mark.parametrize(("wie", "ziet"), [("administratie", False), ("team", False), ("regisseur", True)])
def test_geheim_adres_en_reden_alleen_voor_de_regisseur(client, wie, ziet):
    team = WijkteamFabriek()
    regisseur = MedewerkerFabriek(team=team)
    zaak = ZaakFabriek(
        wijkteam=team, regisseur=regisseur, dossier__inwoner__geheim=7,
        dossier__inwoner__let_op_bij_bezoek="ga met zijn tweeën", dossier__inwoner__let_op_reden="Dreigde in maart.",
    )  # fmt: skip
    lezer = regisseur if wie == "regisseur" else collega(wie, zaak)

    pagina = client.als(lezer).get(adres("inwoner", zaak.dossier.inwoner_id)).text

    assert ("Kerkstraat" in pagina) is ziet
    assert ("Dreigde" in pagina) is ziet
    assert ("ga met zijn tweeën" in pagina) is (wie != "administratie")


def test_reden_van_let_op_schrijft_alleen_de_regisseur():
    inwoner = InwonerFabriek()

    with pytest.raises(PermissionDenied):
        inwoner_wijzigen(
            inwoner_id=inwoner.pk, door=voordeur.administratie().actor, vandaag=VANDAAG, let_op_reden="x"
        )


def test_wijzigen_houdt_historie_en_weigert_een_verouderde_versie():
    inwoner, desk = InwonerFabriek(), voordeur.administratie().actor

    inwoner_wijzigen(
        inwoner_id=inwoner.pk, door=desk, vandaag=VANDAAG, versie=1, telefoon="0612345678", tolk="Pools"
    )

    rij = Inwoner.objects.get(pk=inwoner.pk)
    assert (rij.telefoon, rij.tolk, rij.versie) == ("0612345678", "Pools", 2)
    assert rij.history.first().history_user == desk
    with pytest.raises(Verouderd):
        inwoner_wijzigen(inwoner_id=inwoner.pk, door=desk, vandaag=VANDAAG, versie=1, tolk="Arabisch")


def test_wat_uit_de_brp_komt_wijzigt_hier_niet():
    inwoner, desk = InwonerFabriek(bron="brp"), voordeur.administratie().actor

    with pytest.raises(PermissionDenied, match="Burgerzaken"):
        inwoner_wijzigen(inwoner_id=inwoner.pk, door=desk, vandaag=VANDAAG, straat="Markt")


def test_een_ander_adres_leidt_wachtende_brieven_om_en_niets_sturen_houdt_ze_aan():
    zaak, desk = ZaakFabriek(), voordeur.administratie().actor
    brief = brief_klaarzetten(
        soort="ontvangstbevestiging", zaak=zaak, bron_id=zaak.pk, onderwerp="x", door=systeem(), verzenddatum=VANDAAG
    )  # fmt: skip
    velden = {"inwoner_id": zaak.dossier.inwoner_id, "door": desk, "vandaag": VANDAAG}

    with pytest.raises(ValidationError):
        inwoner_wijzigen(veilig_contact_post="ander_adres", veilig_adres=[], **velden)
    inwoner_wijzigen(veilig_contact_post="ander_adres", veilig_adres=["Markt 1", "5911 HD  VENLO"], **velden)
    brief.refresh_from_db()
    assert brief.aan_adres == ["Markt 1", "5911 HD  VENLO"]
    inwoner_wijzigen(veilig_contact_post="niets_sturen", **velden)

    brief = Brief.objects.get(pk=brief.pk)
    assert (brief.status, brief.is_mislukt) == (BriefStatus.GEVRAAGD, True)


def test_formulier_houdt_wat_getypt_is_en_zegt_wat_er_mis_is(client):
    inwoner = InwonerFabriek()
    client = client.als(voordeur.administratie())

    antwoord = client.post(
        adres("inwoner_wijzigen", inwoner.pk),
        {"telefoon": "06-12", "veilig_contact": "👵 niet bellen \u202eאב", "tolk": "x" * 90, "versie": "1"},
    )
    gelukt = client.post(
        adres("inwoner_wijzigen", inwoner.pk),
        {
            "telefoon": "06-12345678", "veilig_contact": "👵 niet bellen", "veilig_contact_post": "ander_adres",
            "veilig_adres": "Markt 1\n5911hd Venlo", "versie": "1",
        },
    )  # fmt: skip

    assert antwoord.status_code == 200
    assert "Dit telefoonnummer klopt niet" in antwoord.text
    assert "👵 niet bellen" in antwoord.text
    assert gelukt.status_code == 302
    rij = Inwoner.objects.get(pk=inwoner.pk)
    assert (rij.telefoon, rij.veilig_contact, rij.veilig_adres) == (
        "0612345678", "👵 niet bellen", ["Markt 1", "5911 HD  VENLO"],
    )  # fmt: skip


@pytest.mark.parametrize(("geboren", "http"), [("31-2-1948", 200), ("13-13-1948", 200), ("3-4-1948", 302)])
def test_onmogelijke_geboortedatum(client, geboren, http):
    inwoner = InwonerFabriek()

    antwoord = client.als(voordeur.administratie()).post(
        adres("inwoner_naam", inwoner.pk),
        {
            "geslachtsnaam": "Jansen", "geslacht": "V", "geboren": geboren, "postcode": "1012 AB", "huisnummer": "1",
            "straat": "Damrak", "woonplaats": "Amsterdam", "versie": "1",
        },
    )  # fmt: skip

    assert antwoord.status_code == http
    if http == 302:
        volgende = antwoord.client.get(antwoord.url).text
        assert "andere gemeente" in volgende


def test_een_verouderd_formulier_toont_beide(client):
    inwoner = InwonerFabriek()
    desk = voordeur.administratie()
    inwoner_wijzigen(inwoner_id=inwoner.pk, door=desk.actor, vandaag=VANDAAG, tolk="Arabisch")

    antwoord = client.als(desk).post(adres("inwoner_wijzigen", inwoner.pk), {"tolk": "Pools", "versie": "1"})

    assert antwoord.status_code == 200
    assert "Arabisch" in antwoord.text
    assert Inwoner.objects.get(pk=inwoner.pk).tolk == "Arabisch"


def test_relatie_toevoegen_en_beeindigen_en_de_brp_blijft():
    inwoner, desk = InwonerFabriek(), voordeur.administratie().actor
    uit_de_brp = Relatie(inwoner=inwoner, soort="kind", naam="P. Jansen").bewaren(door=systeem(), reden="BRP")

    relatie = relatie_vastleggen(inwoner_id=inwoner.pk, soort="mantelzorger", naam="M. Jansen", door=desk)
    relatie_beeindigen(relatie_id=relatie.pk, tot_op=VANDAAG, door=desk)
    relatie_beeindigen(relatie_id=relatie.pk, tot_op=VANDAAG, door=desk)

    relatie.refresh_from_db()
    assert relatie.geeindigd_op == "20261203"
    assert relatie.history.count() == 2
    with pytest.raises(OngeldigeOvergang, match="BRP"):
        relatie_beeindigen(relatie_id=uit_de_brp.pk, tot_op=VANDAAG, door=desk)


MAG = vertegenwoordiging.Mag
JONG = {"is_16": False, "is_18": False}
PUBER = {"is_16": True, "is_18": False}


@pytest.mark.parametrize(
    ("soort", "hoe", "mag"),
    [
        ("curator", {}, set(MAG)),
        ("mentor", {}, set(MAG) - {MAG.GELD}),
        ("bewindvoerder", {}, {MAG.GELD}),
        ("gemachtigde", {}, set()),
        ("gemachtigde", {"gemachtigd": ("brieven", "spreken")}, {MAG.BRIEVEN, MAG.SPREKEN}),
        ("ouder", JONG, set(MAG)),
        ("ouder", PUBER, {MAG.AANVRAGEN, MAG.BEZWAAR, MAG.GELD}),
        ("ouder", {**PUBER, "gemachtigd": ("dossier",)}, {MAG.AANVRAGEN, MAG.BEZWAAR, MAG.GELD, MAG.DOSSIER}),
        ("ouder", {}, set()),
        ("ouder", {"is_16": None, "is_18": None}, set()),
    ],
)
def test_wat_een_vertegenwoordiger_mag(soort, hoe, mag):
    assert vertegenwoordiging.wat_mag(soort, **hoe) == mag


def test_mag_kijkt_naar_de_dag():
    inwoner, desk = InwonerFabriek(), voordeur.administratie().actor
    mentor = vertegenwoordiger_vastleggen(
        inwoner_id=inwoner.pk, soort="mentor", naam="P. Smeets", adres="Markt 1, 5911 HD Venlo", vanaf_op=VANDAAG,
        bewijs="beschikking rechtbank", bewijs_gezien_op=VANDAAG, door=desk, vandaag=VANDAAG,
    )  # fmt: skip
    gisteren, morgen = VANDAAG - datetime.timedelta(days=1), VANDAAG + datetime.timedelta(days=1)

    assert vertegenwoordiging.mag(inwoner, MAG.DOSSIER, VANDAAG) == [mentor]
    assert vertegenwoordiging.mag(inwoner, MAG.GELD, VANDAAG) == []
    assert vertegenwoordiging.mag(inwoner, MAG.DOSSIER, gisteren) == []
    vertegenwoordiger_beeindigen(vertegenwoordiger_id=mentor.pk, tot_op=morgen, door=desk, vandaag=VANDAAG)
    assert vertegenwoordiging.mag(inwoner, MAG.DOSSIER, morgen) == []


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"bewijs": " "}, "bewijs"),
        ({"naam": ""}, "naam"),
        ({"adres": ""}, "adres"),
        ({"soort": "gemachtigde"}, "mag"),
        ({"soort": "ouder"}, "soort"),  # somebody of 78
        ({"bewijs_gezien_op": VANDAAG + datetime.timedelta(days=1)}, "bewijs_gezien_op"),
        ({"tot_op": VANDAAG - datetime.timedelta(days=9)}, "tot_op"),
    ],
)
def test_een_vertegenwoordiger_zonder_bewijs_wordt_geweigerd(anders, veld):
    velden = {
        "soort": "curator", "naam": "P. Smeets", "adres": "Markt 1, 5911 HD Venlo", "vanaf_op": VANDAAG,
        "bewijs": "beschikking", "bewijs_gezien_op": VANDAAG,
    }  # fmt: skip

    with pytest.raises(ValidationError) as fout:
        vertegenwoordiger_vastleggen(
            inwoner_id=InwonerFabriek().pk, door=voordeur.administratie().actor, vandaag=VANDAAG, **velden | anders
        )  # fmt: skip

    assert list(fout.value.message_dict) == [veld]
    assert not Vertegenwoordiger.objects.exists()


def test_een_vertegenwoordiger_met_bsn_kan_inloggen_en_een_verkeerd_bsn_opent_niets(client):
    """By the screen: unknown, the inwoner's own and another's name are refused; the right one is linked and logged."""
    inwoner = InwonerFabriek(bsn="999900018")
    mentor = InwonerFabriek(bsn="999900006", geslachtsnaam="Müller", voorletters="K.")
    adres = reverse("toegang:vertegenwoordiger_toevoegen", args=[inwoner.pk])
    velden = {
        "soort": "mentor", "naam": "De heer K. Muller", "adres": "Markt 1, 5911 HD Venlo", "vanaf_op": "1-10-2026",
        "bewijs": "beschikking rechtbank", "bewijs_gezien_op": "1-10-2026",
    }  # fmt: skip
    client.als(voordeur.administratie())

    for anders, zin in (
        ({"bsn": "999900031"}, "Wij kennen niemand met dit BSN"),
        ({"bsn": "999900018"}, "het BSN van de inwoner zelf"),
        ({"bsn": "999900006", "naam": "Mevrouw P. Smeets"}, "Bij dit BSN hoort een andere naam"),
        ({"bsn": "123456789"}, "Dit BSN klopt niet"),
    ):
        html = client.post(adres, velden | anders).content.decode()
        assert (zin in html, Vertegenwoordiger.objects.exists()) == (True, False), zin
    assert client.post(adres, velden | {"bsn": "9999.00.006"}).status_code == 302

    v = Vertegenwoordiger.objects.get()
    assert v.verwant == mentor
    assert Inzage.objects.filter(inwoner=mentor.pk, scherm="vertegenwoordiger_toevoegen").exists()
    assert (
        "Kan inloggen en voor deze inwoner kijken"
        in client.get(adres.replace("vertegenwoordiger/", "")).content.decode()
    )


def test_toestemming_opent_de_andere_wet_en_intrekken_sluit_haar():
    jeugdteam, wmoteam = WijkteamFabriek(), WijkteamFabriek()
    regisseur = MedewerkerFabriek(team=wmoteam)
    wmo = ZaakFabriek(wet="wmo", wijkteam=wmoteam, regisseur=regisseur)
    jeugd = ZaakFabriek(wet="jeugdwet", wijkteam=jeugdteam, dossier=wmo.dossier)

    def leest() -> set:
        actor = Actor.objects.select_related("medewerker").get(pk=regisseur.actor.pk)
        return set(Zaak.objects.voor(actor, Recht.INHOUD_INZIEN).values_list("pk", flat=True))

    assert leest() == {wmo.pk}
    toestemming = toestemming_geven(
        inwoner_id=wmo.dossier.inwoner_id, van_wet="jeugdwet", naar_wet="wmo", doel="Samen een plan maken",
        gegeven_op=timezone.localdate(), hoe="gesprek", door=regisseur.actor, nu=timezone.now(),
    )  # fmt: skip
    assert leest() == {wmo.pk, jeugd.pk}

    toestemming_intrekken(toestemming_id=toestemming.pk, door=regisseur.actor, nu=timezone.now())

    assert leest() == {wmo.pk}
    assert Toestemming.objects.get().history.count() == 2


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"naar_wet": "jeugdwet"}, "naar_wet"),
        ({"doel": ""}, "doel"),
        ({"gegeven_op": VANDAAG + datetime.timedelta(days=1)}, "gegeven_op"),
    ],
)
def test_een_toestemming_zonder_doel_wordt_geweigerd(anders, veld):
    velden = {
        "van_wet": "jeugdwet",
        "naar_wet": "wmo",
        "doel": "plan",
        "gegeven_op": VANDAAG,
        "hoe": "gesprek",
    }

    with pytest.raises(ValidationError) as fout:
        toestemming_geven(
            inwoner_id=InwonerFabriek().pk, door=voordeur.administratie().actor, nu=NU, **velden | anders
        )

    assert list(fout.value.message_dict) == [veld]


def test_de_formulieren_van_de_persoon_bewaren(client):
    inwoner = InwonerFabriek()
    client = client.als(voordeur.administratie())
    stappen = {
        "relatie_toevoegen": {"soort": "mantelzorger", "naam": "M. Jansen", "telefoon": "06 12345678"},
        "vertegenwoordiger_toevoegen": {
            "soort": "gemachtigde", "naam": "M. Jansen", "mag": ["spreken"], "bewijs": "machtiging",
            "bewijs_gezien_op": "1-11-2026", "vanaf_op": "1-11-2026",
        },
        "toestemming_geven": {
            "van_wet": "jeugdwet", "naar_wet": "wmo", "doel": "plan", "gegeven_op": "1-11-2026", "hoe": "gesprek",
        },
    }  # fmt: skip

    for naam, gegevens in stappen.items():
        assert client.get(adres(naam, inwoner.pk)).status_code == 200
        assert client.post(adres(naam, inwoner.pk), {}).status_code == 200
        assert client.post(adres(naam, inwoner.pk), gegevens).status_code == 302, naam
    pagina = client.get(adres("inwoner", inwoner.pk)).text

    assert "Mantelzorger: M. Jansen" in pagina
    assert "Met ons spreken over de vraag (Awb 2:1" in pagina
    assert "Van Jeugdwet naar Wmo 2015: plan" in pagina
    assert client.post(adres("toestemming_intrekken", Toestemming.objects.get().pk)).status_code == 302
    assert client.get(adres("relatie_beeindigen", Relatie.objects.get().pk)).status_code == 200
