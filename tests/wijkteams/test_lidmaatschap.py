"""Accounts, memberships and the team rights that follow from them, at the next request."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from toegang.models import Actor, Zaak
from toegang.rechten import Recht, Rol, Wet
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import Discipline, Lidmaatschap, WijkteamUserObjectPermission
from wijkteams.usecases.lidmaatschap_beeindigen import lidmaatschap_beeindigen
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen
from wijkteams.usecases.medewerker_aanmaken import medewerker_aanmaken
from wijkteams.usecases.teamrechten_projecteren import (
    teamrechten_projecteren,
    verschil_met_lidmaatschappen,
)

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)


def opnieuw(medewerker) -> Actor:
    """The Actor as the next request reads it."""
    return Actor.objects.get(medewerker=medewerker)


def ziet(medewerker, zaak, recht) -> bool:
    return Zaak.objects.voor(opnieuw(medewerker), recht).filter(pk=zaak.pk).exists()


@pytest.fixture
def blerick():
    return WijkteamFabriek(naam="Wijkteam Blerick")


def test_een_collega_krijgt_een_actor_en_rollen():
    beheerder = MedewerkerFabriek(rollen=[Rol.BEHEERDER]).actor

    medewerker = medewerker_aanmaken(
        door=beheerder, username="fbakker", first_name="Fatma", last_name="Bakker", rollen=[Rol.KCC],
        disciplines=[Discipline.WMO], vandaag=VANDAAG,
    )  # fmt: skip

    assert (medewerker.actor.naam, medewerker.rechten_lezen().rollen) == ("F. Bakker", {"kcc"})
    assert not medewerker.has_usable_password()
    with pytest.raises(ValidationError, match="Kies een andere"):
        medewerker_aanmaken(
            door=beheerder, username="FBakker", first_name="F", last_name="B", vandaag=VANDAAG
        )


@pytest.mark.parametrize("rol", [r for r in Rol if r != Rol.BEHEERDER])
def test_alleen_de_beheerder_maakt_collega_en_lid(rol, blerick):
    door = MedewerkerFabriek(rollen=[rol]).actor

    with pytest.raises(PermissionDenied, match="beheerder"):
        medewerker_aanmaken(door=door, username="x", first_name="X", last_name="Y", vandaag=VANDAAG)
    with pytest.raises(PermissionDenied, match="beheerder"):
        lidmaatschap_beginnen(
            medewerker_id=door.medewerker_id, wijkteam_id=blerick.pk, rol=Rol.TEAMLEAD,
            discipline=Discipline.WMO, door=door, vandaag=VANDAAG,
        )  # fmt: skip


RECHTEN = [
    # role, discipline, law of the zaak, right, holds it
    (Rol.CONSULENT, Discipline.WMO, Wet.WMO, Recht.INHOUD_BEWERKEN, True),
    (Rol.CONSULENT, Discipline.WMO, Wet.GPK, Recht.INHOUD_BEWERKEN, True),
    (Rol.CONSULENT, Discipline.WMO, Wet.JEUGDWET, Recht.PROCES_INZIEN, False),
    (Rol.CONSULENT, Discipline.JEUGD, Wet.WMO, Recht.PROCES_INZIEN, False),
    (Rol.CONSULENT, Discipline.WMO, Wet.WMO, Recht.VERDELEN, False),
    (Rol.CONSULENT, Discipline.WMO, Wet.WMO, Recht.GEVOELIG_INZIEN, False),
    (Rol.PROCESCOORDINATOR, Discipline.WMO, Wet.WMO, Recht.PROCES_INZIEN, True),
    (Rol.PROCESCOORDINATOR, Discipline.WMO, Wet.WMO, Recht.VERDELEN, True),
    (Rol.PROCESCOORDINATOR, Discipline.WMO, Wet.WMO, Recht.INHOUD_INZIEN, False),
    (Rol.TEAMLEAD, Discipline.WMO, Wet.WMO, Recht.VERDELEN, True),
    (Rol.TEAMLEAD, Discipline.WMO, Wet.WMO, Recht.INHOUD_INZIEN, True),
    (Rol.TEAMLEAD, Discipline.WMO, Wet.WMO, Recht.INHOUD_BEWERKEN, False),
]


@pytest.mark.parametrize(("rol", "discipline", "wet", "recht", "mag"), RECHTEN)
def test_rechten_volgen_uit_rol_en_discipline(rol, discipline, wet, recht, mag, blerick):
    medewerker = MedewerkerFabriek(team=blerick, team__rol=rol, team__discipline=discipline)

    assert ziet(medewerker, ZaakFabriek(wijkteam=blerick, wet=wet), recht) is mag


def test_een_ander_team_en_een_afgeschermde_zaak_blijven_dicht(blerick):
    medewerker = MedewerkerFabriek(team=blerick)

    assert not ziet(medewerker, ZaakFabriek(wijkteam=WijkteamFabriek()), Recht.PROCES_INZIEN)
    assert not ziet(medewerker, ZaakFabriek(wijkteam=blerick, afgeschermd=True), Recht.PROCES_INZIEN)


def test_alleen_de_regisseur_ziet_wat_gevoelig_is(blerick):
    fatma, tom = MedewerkerFabriek(team=blerick), MedewerkerFabriek(team=blerick)
    zaak = ZaakFabriek(wijkteam=blerick, regisseur=fatma)

    assert ziet(fatma, zaak, Recht.GEVOELIG_INZIEN)
    assert not ziet(tom, zaak, Recht.GEVOELIG_INZIEN)


def test_rechten_gaan_weg_met_het_lidmaatschap(blerick):
    medewerker = MedewerkerFabriek(team=blerick)
    zaak = ZaakFabriek(wijkteam=blerick)
    lid = Lidmaatschap.objects.get(medewerker=medewerker)
    assert ziet(medewerker, zaak, Recht.INHOUD_BEWERKEN)
    assert opnieuw(medewerker).rechten.heeft_rol(Rol.CONSULENT)

    lidmaatschap_beeindigen(lidmaatschap_id=lid.pk, door=Actor.objects.systeem(), vandaag=VANDAAG)

    assert not ziet(medewerker, zaak, Recht.PROCES_INZIEN)
    assert not opnieuw(medewerker).rechten.heeft_rol(Rol.CONSULENT)
    with pytest.raises(OngeldigeOvergang, match="al beëindigd"):
        lidmaatschap_beeindigen(lidmaatschap_id=lid.pk, door=Actor.objects.systeem(), vandaag=VANDAAG)


def test_een_vergissing_gaat_dezelfde_dag_weg(blerick):
    medewerker, systeem = MedewerkerFabriek(), Actor.objects.systeem()
    gegevens = {
        "medewerker_id": medewerker.pk, "wijkteam_id": blerick.pk, "rol": Rol.CONSULENT,
        "discipline": Discipline.WMO, "door": systeem, "vandaag": VANDAAG,
    }  # fmt: skip
    lid = lidmaatschap_beginnen(**gegevens)

    lidmaatschap_beeindigen(lidmaatschap_id=lid.pk, door=systeem, vandaag=VANDAAG)

    assert not WijkteamUserObjectPermission.objects.filter(user=medewerker).exists()
    assert lidmaatschap_beginnen(**gegevens) != lid


def test_twee_keer_lid_is_een_keer_lid(blerick):
    medewerker = MedewerkerFabriek(team=blerick)

    lidmaatschap_beginnen(
        medewerker_id=medewerker.pk, wijkteam_id=blerick.pk, rol=Rol.CONSULENT, discipline=Discipline.WMO,
        door=Actor.objects.systeem(), vandaag=VANDAAG,
    )  # fmt: skip

    assert Lidmaatschap.objects.filter(medewerker=medewerker).count() == 1


def test_de_vergelijking_vindt_te_veel_en_te_weinig_en_de_projectie_herstelt_het(blerick):
    medewerker = MedewerkerFabriek(team=blerick)
    ander = MedewerkerFabriek(team=blerick, team__rol=Rol.TEAMLEAD)
    rij = WijkteamUserObjectPermission.objects.filter(user=ander).first()
    WijkteamUserObjectPermission.objects.filter(
        user=medewerker, permission__codename="gpk_inhoud_bewerken"
    ).delete()
    WijkteamUserObjectPermission.objects.create(
        user=medewerker, content_object=blerick, permission=rij.permission
    )

    verschil = verschil_met_lidmaatschappen(medewerker, vandaag=VANDAAG)
    teamrechten_projecteren(medewerker, vandaag=VANDAAG)

    assert verschil == {
        "te_veel": {(blerick.pk, rij.permission.codename)},
        "te_weinig": {(blerick.pk, "gpk_inhoud_bewerken")},
    }
    assert verschil_met_lidmaatschappen(medewerker, vandaag=VANDAAG) == {"te_veel": set(), "te_weinig": set()}
