"""Toezichtinzage (Wmo 2015 art. 6.1): one zaak, for a case of one's own, for as long as that lasts, seen by the FG alone."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from toegang.models import Actor, Inzage, Taak, Toezichtinzage, Zaak
from toegang.rechten import Recht, Rol
from toegang.usecases.toezicht_inzien import toezicht_beeindigen, toezicht_inzien

pytestmark = pytest.mark.django_db
FG = Rol.FUNCTIONARIS_GEGEVENSBESCHERMING
DAGEN = datetime.timedelta(days=30)


@pytest.fixture
def zaak():
    team = WijkteamFabriek()
    inwoner = InwonerFabriek(bsn="999990019", geslachtsnaam="Smeets", geboren="19480403")
    return ZaakFabriek(
        dossier=DossierFabriek(inwoner=inwoner), wijkteam=team, regisseur=MedewerkerFabriek(team=team)
    )


@pytest.fixture
def toezichthouder():
    return MedewerkerFabriek(rollen=[Rol.TOEZICHTHOUDER])


def inzien(zaak, wie, **anders):
    nu = timezone.now()
    return toezicht_inzien(
        **{"zaak_id": zaak.pk, "door": wie.actor, "nu": nu, "kenmerk": "T-12", "tot": nu + DAGEN} | anders
    )


def ziet(wie, zaak) -> set[str]:
    actor = Actor.objects.get(medewerker=wie)
    return {r.value for r in Recht if Zaak.objects.voor(actor, r).filter(pk=zaak.pk).exists()}


def test_toezicht_opent_een_zaak_en_eindigt(zaak, toezichthouder):
    """What it gives is to read; another zaak of the same person stays closed; the end is the end, by hand or by day."""
    ander = ZaakFabriek(dossier=zaak.dossier)
    nu = timezone.now()

    eerste = inzien(zaak, toezichthouder)
    langer = inzien(zaak, toezichthouder, kenmerk="T-13", tot=nu + 2 * DAGEN)

    assert {Recht.INHOUD_INZIEN.value, Recht.GEVOELIG_INZIEN.value} <= ziet(toezichthouder, zaak)
    assert Recht.INHOUD_BEWERKEN.value not in ziet(toezichthouder, zaak)
    assert ziet(toezichthouder, ander) == set()
    assert not Taak.objects.exists()  # the team is not told
    toezicht_beeindigen(toezicht_id=langer.pk, door=toezichthouder.actor, nu=timezone.now())
    assert ziet(toezichthouder, zaak)  # the first case still runs
    toezicht_beeindigen(toezicht_id=eerste.pk, door=toezichthouder.actor, nu=timezone.now())
    assert ziet(toezichthouder, zaak) == set()
    assert Toezichtinzage.objects.filter(eindigt_om__gt=timezone.now()).count() == 0


def test_toezicht_wordt_geweigerd(zaak, toezichthouder):
    """(who, what is different, the field with the sentence): nothing is given."""
    nu = timezone.now()
    jeugd = ZaakFabriek(dossier=zaak.dossier, wet="jeugdwet")
    rijen = [
        (toezichthouder, {"kenmerk": " "}, "kenmerk"), (toezichthouder, {"tot": nu}, "tot_op"),
        (toezichthouder, {"tot": nu + 14 * DAGEN}, "tot_op"), (toezichthouder, {"zaak_id": jeugd.pk}, "zaak"),
    ]  # fmt: skip
    for wie, anders, veld in rijen:
        with pytest.raises(ValidationError) as fout:
            inzien(zaak, wie, **anders)
        assert list(fout.value.message_dict) == [veld]
    for rol in set(Rol) - {Rol.TOEZICHTHOUDER}:
        with pytest.raises(PermissionDenied):
            inzien(zaak, MedewerkerFabriek(rollen=[rol]))
    eigen = inzien(zaak, toezichthouder)
    with pytest.raises(Toezichtinzage.DoesNotExist):
        toezicht_beeindigen(
            toezicht_id=eigen.pk, door=MedewerkerFabriek(rollen=[Rol.TOEZICHTHOUDER]).actor, nu=nu
        )
    assert ziet(toezichthouder, zaak)


def test_toezicht_op_het_scherm_en_alleen_de_fg_ziet_het(client, zaak, toezichthouder):
    """1. found by name and birth date 2. opened 3. the team's own lists do not show it 4. the FG's do."""
    adres = reverse("toegang:toezicht")
    client.als(toezichthouder)
    zoek = {"formuliernaam": "zoeken", "naam": "Smeets", "geboren": "3-4-1948"}
    assert (
        "Geen dossier van de Wmo gevonden"
        in client.post(adres, zoek | {"geboren": "4-4-1948"}).content.decode()
    )
    assert "Kenmerk van uw eigen zaak" in client.post(adres, zoek).content.decode()
    morgen = timezone.localdate() + datetime.timedelta(days=1)
    openen = zoek | {"formuliernaam": "openen", "zaak": str(zaak.pk), "kenmerk": "T-99"}
    assert "hoogstens een jaar" in client.post(adres, openen | {"tot_op": "1-1-2020"}).content.decode()

    antwoord = client.post(adres, openen | {"tot_op": f"{morgen:%d-%m-%Y}"})

    assert antwoord["Location"] == reverse("toegang:zaak", args=[zaak.pk])
    assert client.get(antwoord["Location"]).status_code == 200
    assert "T-99" in client.get(adres).content.decode()
    assert Inzage.objects.filter(actor=toezichthouder.actor.pk, scherm="zaak", grond="toezicht").exists()
    naam = toezichthouder.naam
    regisseur = type(client)().als(zaak.regisseur)
    for pagina in ("wie_keek", "wie_mag", "historie", "tijdlijn"):
        assert naam not in regisseur.get(reverse(f"toegang:{pagina}", args=[zaak.pk])).content.decode(), (
            pagina
        )
    assert regisseur.get(adres).status_code == 403
    fg = type(client)().als(MedewerkerFabriek(rollen=[FG]))
    assert "T-99" in fg.get(reverse("toegang:noodinzagen")).content.decode()
    assert naam in fg.get(reverse("toegang:wie_keek", args=[zaak.pk])).content.decode()
    rij = Toezichtinzage.objects.get()
    assert client.post(reverse("toegang:toezicht_beeindigen", args=[rij.pk])).status_code == 302
    assert client.get(antwoord["Location"]).status_code == 404
    for pagina in ("wie_keek", "wie_mag"):  # also after it ended: his own case may still run
        assert naam not in regisseur.get(reverse(f"toegang:{pagina}", args=[zaak.pk])).content.decode()
