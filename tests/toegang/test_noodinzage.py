"""Noodinzage: every try is written down, four hours at most, a notice and a review; shielding a dossier."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from toegang.models import Actor, Inzage, Noodinzage, Taak, Zaak, ZaakUserObjectPermission
from toegang.rechten import Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.dossier_afschermen import afscherming_opheffen, dossier_afschermen
from toegang.usecases.nood_inzien import nood_inzien
from toegang.usecases.noodinzage_beoordelen import noodinzage_beoordelen

pytestmark = pytest.mark.django_db
REDEN = "Mevrouw is gevallen en niemand neemt op."
FG = Rol.FUNCTIONARIS_GEGEVENSBESCHERMING


@pytest.fixture
def blerick():
    return WijkteamFabriek(naam="Wijkteam Blerick")


@pytest.fixture
def zaak(blerick):
    inwoner = InwonerFabriek(bsn="999990019", geslachtsnaam="Smeets", geboren="19480403")
    return ZaakFabriek(
        dossier=DossierFabriek(inwoner=inwoner), wijkteam=blerick, regisseur=MedewerkerFabriek(team=blerick)
    )


@pytest.fixture
def buitenstaander():
    return MedewerkerFabriek(team=WijkteamFabriek())


def nood(zaak, medewerker, **anders):
    velden = {
        "zaak_id": zaak.pk,
        "door": medewerker.actor,
        "nu": timezone.now(),
        "grond": "gevaar",
        "reden": REDEN,
    }
    return nood_inzien(**velden | anders)


def ziet(medewerker, zaak, recht=Recht.INHOUD_INZIEN) -> bool:
    actor = Actor.objects.get(medewerker=medewerker)
    return Zaak.objects.voor(actor, recht).filter(pk=zaak.pk).exists()


def test_van_zoeken_tot_inzien(client, zaak, buitenstaander):
    client.als(buitenstaander)
    adres = reverse("toegang:noodinzage")
    zoek = {"formuliernaam": "zoeken", "bsn": "", "naam": "smeets", "geboren": "3-4-1948"}
    assert client.get(reverse("toegang:zaak", args=[zaak.pk])).status_code == 404

    gevonden = client.post(adres, zoek)
    assert "Dossier vier uur inzien" in gevonden.content.decode()
    te_kort = client.post(
        adres, {**zoek, "formuliernaam": "openen", "zaak": zaak.pk, "grond": "gevaar", "reden": "Snel"}
    )
    assert "minstens 20 tekens" in te_kort.content.decode()
    antwoord = client.post(
        adres, {**zoek, "formuliernaam": "openen", "zaak": zaak.pk, "grond": "gevaar", "reden": REDEN}
    )

    assert antwoord["Location"] == reverse("toegang:zaak", args=[zaak.pk])
    assert client.get(antwoord["Location"]).status_code == 200
    assert Inzage.objects.filter(inwoner=zaak.dossier.inwoner_id, nood=True).count() >= 4
    assert Inzage.objects.filter(zaak=zaak.pk, scherm="zaak", nood=True, laag="L2b").exists()


@pytest.mark.parametrize(
    "zoek",
    [
        {"naam": "smeets", "geboren": "4-4-1948"},
        {"bsn": "999990020"},
        {"naam": "anders", "geboren": "3-4-1948"},
    ],
)
def test_elke_poging_wordt_vastgelegd_ook_zonder_treffer(client, zaak, buitenstaander, zoek):
    html = (
        client.als(buitenstaander)
        .post(reverse("toegang:noodinzage"), {"formuliernaam": "zoeken", **zoek})
        .content.decode()
    )

    assert "Dossier vier uur inzien" not in html
    if "bsn" not in zoek:
        assert Inzage.objects.get().inwoner is None
        assert Inzage.objects.get().grond == "noodinzage"


def test_alleen_een_naam_is_te_weinig(client, zaak, buitenstaander):
    html = client.als(buitenstaander).post(reverse("toegang:noodinzage"), {"naam": "smeets"}).content.decode()

    assert "Vul een BSN in, of een achternaam met een geboortedatum." in html
    assert not Inzage.objects.exists()


def test_het_recht_eindigt_vanzelf_na_vier_uur(zaak, buitenstaander):
    nood(zaak, buitenstaander)
    assert ziet(buitenstaander, zaak)
    assert not ziet(buitenstaander, zaak, Recht.INHOUD_BEWERKEN)
    assert not ziet(buitenstaander, zaak, Recht.GEVOELIG_INZIEN)

    rij = ZaakUserObjectPermission.objects.get()
    assert rij.tot - rij.vanaf == datetime.timedelta(hours=4)
    rij.vanaf, rij.tot = (m - datetime.timedelta(hours=5) for m in (rij.vanaf, rij.tot))
    rij.save()

    assert not ziet(buitenstaander, zaak)
    nood(zaak, buitenstaander)
    assert ziet(buitenstaander, zaak)


def test_teamleider_en_fg_krijgen_een_taak(zaak, buitenstaander):
    noodinzage = nood(zaak, buitenstaander)

    assert set(Taak.objects.filter(adres_pk=noodinzage.pk).values_list("rol", flat=True)) == {
        Rol.TEAMLEAD,
        FG,
    }
    assert Taak.objects.voor(MedewerkerFabriek(rollen=[FG]).actor).count() == 1


@pytest.mark.parametrize("reden", ["", "kort", " " * 40, "x" * 19])
def test_zonder_goede_reden_geen_noodinzage(zaak, buitenstaander, reden):
    with pytest.raises(ValidationError):
        nood(zaak, buitenstaander, reden=reden)
    assert not Noodinzage.objects.exists()


def test_alleen_een_collega_doet_een_noodinzage(zaak):
    with pytest.raises(PermissionDenied):
        nood_inzien(
            zaak_id=zaak.pk, door=Actor.objects.systeem(), nu=timezone.now(), grond="gevaar", reden=REDEN
        )


@pytest.mark.parametrize(
    ("wie", "mag"),
    [("fg", True), ("teamlead", True), ("collega", False), ("zelf", False), ("ander_teamlead", False)],
)
def test_wie_mag_beoordelen(zaak, blerick, buitenstaander, wie, mag):
    noodinzage = nood(zaak, buitenstaander)
    buitenstaander.groups.add(*MedewerkerFabriek(rollen=[FG]).groups.all())  # even as FG not on one's own
    door = {
        "fg": lambda: MedewerkerFabriek(rollen=[FG]),
        "teamlead": lambda: MedewerkerFabriek(team=blerick, team__rol=Rol.TEAMLEAD),
        "ander_teamlead": lambda: MedewerkerFabriek(team=WijkteamFabriek(), team__rol=Rol.TEAMLEAD),
        "collega": lambda: MedewerkerFabriek(team=blerick),
        "zelf": lambda: buitenstaander,
    }[wie]()
    actor = Actor.objects.get(medewerker=door)

    if mag:
        noodinzage_beoordelen(noodinzage_id=noodinzage.pk, door=actor, nu=timezone.now(), oordeel="terecht")
        assert not Taak.objects.open().filter(adres_pk=noodinzage.pk).exists()
        with pytest.raises(OngeldigeOvergang):
            noodinzage_beoordelen(
                noodinzage_id=noodinzage.pk, door=actor, nu=timezone.now(), oordeel="terecht"
            )
    else:
        with pytest.raises(PermissionDenied):
            noodinzage_beoordelen(
                noodinzage_id=noodinzage.pk, door=actor, nu=timezone.now(), oordeel="terecht"
            )


def test_navragen_houdt_haar_open(zaak, buitenstaander):
    noodinzage = nood(zaak, buitenstaander)
    fg = MedewerkerFabriek(rollen=[FG]).actor

    noodinzage_beoordelen(noodinzage_id=noodinzage.pk, door=fg, nu=timezone.now(), oordeel="navragen")

    assert Noodinzage.objects.get().beoordeeld_om is None


def test_de_fg_beoordeelt_op_het_scherm(client, zaak, buitenstaander):
    noodinzage = nood(zaak, buitenstaander)
    client.als(buitenstaander).get(reverse("toegang:zaak", args=[zaak.pk]))
    client = type(client)().als(MedewerkerFabriek(rollen=[FG]))

    lijst = client.get(reverse("toegang:noodinzagen")).content.decode()
    adres = reverse("toegang:noodinzage_beoordelen", args=[noodinzage.pk])
    html = client.get(adres).content.decode()

    assert adres in lijst
    assert REDEN in html
    assert "het overzicht" in html
    assert "Smeets" not in html
    assert client.post(adres, {"oordeel": "niet_terecht"})["Location"] == reverse("toegang:noodinzagen")
    assert "Alle noodinzagen zijn beoordeeld." in client.get(reverse("toegang:noodinzagen")).content.decode()


def test_de_lijst_is_voor_de_fg(client):
    assert (
        client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]))
        .get(reverse("toegang:noodinzagen"))
        .status_code
        == 403
    )


# --- afschermen ------------------------------------------------------------------------------------


def afschermen(zaak, *, genoemd, door=None, dagen=180, reden="Collega van ons"):
    nu = timezone.now()
    return dossier_afschermen(
        dossier_id=zaak.dossier_id, door=door or zaak.regisseur.actor, nu=nu, reden=reden,
        tot=timezone.localdate(nu) + datetime.timedelta(days=dagen), medewerkers=[m.pk for m in genoemd],
    )  # fmt: skip


def test_afgeschermd_zien_alleen_de_genoemden(zaak, blerick):
    collega, administratie = MedewerkerFabriek(team=blerick), MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    andere_administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])

    afschermen(zaak, genoemd=[administratie])

    wie = (zaak.regisseur, administratie, collega, andere_administratie)
    assert [ziet(m, zaak, Recht.PROCES_INZIEN) for m in wie] == [True, True, False, False]

    afscherming_opheffen(
        dossier_id=zaak.dossier_id, door=Actor.objects.get(medewerker=zaak.regisseur), reden="niet meer nodig"
    )

    assert [ziet(m, zaak, Recht.PROCES_INZIEN) for m in wie] == [True] * 4
    assert not ZaakUserObjectPermission.objects.exists()


@pytest.mark.parametrize(
    ("veld", "anders"), [("reden", {"reden": " "}), ("tot", {"dagen": 10}), ("medewerkers", {"genoemd": []})]
)
def test_afschermen_vraagt_een_reden_een_datum_en_een_administratie(zaak, veld, anders):
    velden = {"genoemd": [MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])]} | anders

    with pytest.raises(ValidationError) as fout:
        afschermen(zaak, **velden)

    assert list(fout.value.message_dict) == [veld]


def test_afschermen_is_niet_voor_de_administratie(zaak):
    administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])

    with pytest.raises(PermissionDenied):
        afschermen(zaak, genoemd=[administratie], door=administratie.actor)


def test_noodinzage_opent_ook_een_afgeschermd_dossier(zaak, buitenstaander):
    afschermen(zaak, genoemd=[MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])])

    nood(zaak, buitenstaander)

    assert ziet(buitenstaander, zaak)


def test_afschermen_op_het_scherm(client, zaak, blerick):
    administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    client.als(zaak.regisseur)
    adres = reverse("toegang:afschermen", args=[zaak.dossier_id])
    tot = timezone.localdate() + datetime.timedelta(days=180)

    assert "Welke collega" in client.get(adres).content.decode()
    fout = client.post(
        adres,
        {
            "formuliernaam": "afschermen",
            "medewerkers": [zaak.regisseur.pk],
            "tot": f"{tot:%d-%m-%Y}",
            "reden": "x",
        },
    )
    assert "Noem ook een collega van de administratie" in fout.content.decode()
    goed = {
        "formuliernaam": "afschermen",
        "medewerkers": [administratie.pk],
        "tot": f"{tot:%d-%m-%Y}",
        "reden": "Collega",
    }
    assert client.post(adres, goed).status_code == 302
    assert Zaak.objects.get(pk=zaak.pk).afgeschermd
    assert client.post(adres, {"formuliernaam": "opheffen"}).status_code == 302
    assert not Zaak.objects.get(pk=zaak.pk).afgeschermd
    assert client.als(administratie).get(adres).status_code == 403
