"""Who reads by consent of the inwoner follows who the regisseur is, at once (Wmo 2015 art. 5.1.1 lid 4)."""

import datetime

import pytest
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek, ZaakFabriek
from tests.wijkteams.opstellingen import zaak_in_onderzoek
from tests.wijkteams.test_opschalen import lid, plus
from toegang.models import Actor, Zaak, ZaakUserObjectPermission
from toegang.rechten import Grond, Recht, Rol
from toegang.usecases.dossier_afschermen import dossier_afschermen
from toegang.usecases.toestemming_vastleggen import toestemming_geven, toestemming_intrekken
from toegang.usecases.uitzonderingen import intrekken, verlenen
from toegang.usecases.zaak_afsluiten import zaak_afsluiten
from wijkteams.usecases.zaak_opschalen import zaak_opschalen
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen
from wijkteams.usecases.zaken_overdragen import zaken_overdragen

pytestmark = pytest.mark.django_db
NU = timezone.now()  # the rights query asks the database what time it is
VANDAAG = timezone.localdate(NU)


@pytest.fixture
def wmo():
    return zaak_in_onderzoek()


@pytest.fixture
def jeugd(wmo):
    return ZaakFabriek(wet="jeugdwet", dossier=wmo.dossier, status="onderzoek")


@pytest.fixture
def toestemming(wmo, jeugd):
    return toestemming_geven(
        inwoner_id=wmo.dossier.inwoner_id, van_wet="jeugdwet", naar_wet="wmo", doel="Samen een plan",
        gegeven_op=VANDAAG, hoe="gesprek", door=Actor.objects.get(medewerker=wmo.regisseur), nu=NU,
    )  # fmt: skip


def leest(medewerker, zaak) -> bool:
    """At the next request."""
    lezer = Actor.objects.get(medewerker=medewerker)
    return Zaak.objects.voor(lezer, Recht.INHOUD_INZIEN).filter(pk=zaak.pk).exists()


def overdragen(zaak, naar, lead):
    zaken_overdragen(
        zaak_ids=[zaak.pk], regisseur_id=naar.pk, reden="Ziek", door=lead.actor, vandaag=VANDAAG, nu=NU
    )


def toewijzen(zaak, naar, lead):
    opschalen(zaak, naar, lead)
    zaak_toewijzen(
        zaak_id=zaak.pk, regisseur_id=naar.pk, reden="Neemt over", door=lead.actor, vandaag=VANDAAG, nu=NU,
        wijkteam_id=plus().pk,
    )  # fmt: skip


def opschalen(zaak, naar, lead):
    zaak_opschalen(
        zaak_id=zaak.pk, grond="kennis", toelichting="NAH.", bekijken_op=VANDAAG + datetime.timedelta(days=9),
        door=Actor.objects.get(medewerker=zaak.regisseur), vandaag=VANDAAG, nu=NU,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("act", "in_plus", "nieuwe_leest"), [(overdragen, False, True), (toewijzen, True, True), (opschalen, True, False)]
)  # fmt: skip
def test_de_nieuwe_regisseur_leest_en_de_vorige_niet_meer(
    wmo, jeugd, toestemming, act, in_plus, nieuwe_leest
):
    lid(plus())
    team = plus() if in_plus else wmo.wijkteam
    vorige, nieuwe, lead = wmo.regisseur, lid(team), lid(team, Rol.TEAMLEAD)
    assert (leest(vorige, jeugd), leest(nieuwe, jeugd)) == (True, False)

    act(wmo, nieuwe, lead)

    assert (leest(vorige, jeugd), leest(nieuwe, jeugd)) == (False, nieuwe_leest)


def test_met_het_einde_van_de_zaak_eindigt_het_lezen(wmo, jeugd, toestemming):
    regisseur = wmo.regisseur

    zaak_afsluiten(
        zaak_id=wmo.pk, door=Actor.objects.get(medewerker=regisseur), vandaag=VANDAAG, reden="overleden"
    )

    assert not leest(regisseur, jeugd)


def test_een_afscherming_gaat_voor(wmo, jeugd, toestemming):
    assert leest(wmo.regisseur, jeugd)
    desk, lead = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]), lid(wmo.wijkteam, Rol.TEAMLEAD)

    dossier_afschermen(
        dossier_id=wmo.dossier_id, door=Actor.objects.get(medewerker=lead), nu=NU, medewerkers=[desk.pk],
        tot=VANDAAG + datetime.timedelta(days=60), reden="Collega",
    )  # fmt: skip

    rijen = ZaakUserObjectPermission.objects.filter(content_object=jeugd)
    assert not rijen.filter(grond=Grond.TOESTEMMING).exists()


def test_toestemming_en_een_andere_grond_laten_elkaar_staan(wmo, jeugd):
    regisseur, door = wmo.regisseur, Actor.objects.get(medewerker=wmo.regisseur)
    kort = NU + datetime.timedelta(days=7)
    verlenen(jeugd, regisseur.pk, Grond.CONSULT, vanaf=NU, tot=kort, door=door)

    toestemming = toestemming_geven(
        inwoner_id=wmo.dossier.inwoner_id, van_wet="jeugdwet", naar_wet="wmo", doel="Plan", gegeven_op=VANDAAG,
        hoe="gesprek", door=door, nu=NU,
    )  # fmt: skip
    assert ZaakUserObjectPermission.objects.get(content_object=jeugd, grond=Grond.CONSULT).tot == kort
    toestemming_intrekken(toestemming_id=toestemming.pk, door=door, nu=NU)
    assert leest(regisseur, jeugd)

    intrekken(jeugd, Grond.CONSULT)
    assert not leest(regisseur, jeugd)
