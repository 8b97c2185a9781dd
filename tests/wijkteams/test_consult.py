"""Advice of an expert: asked by who works on the zaak, read by the expert only while it lasts."""

import datetime
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek
from tests.wijkteams.deskundigen import deskundige
from tests.wijkteams.opstellingen import om, wie_is, zaak_in_onderzoek
from toegang.models import Actor, Inzage, Taak, Zaak, ZaakUserObjectPermission
from toegang.opmaak import datum
from toegang.rechten import Grond, Recht, Rol
from toegang.regels import Afsluitreden
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.zaak_afsluiten import zaak_afsluiten
from wijkteams.consultlezen import waarom_eerst_ergotherapie
from wijkteams.models import Consult, Deskundige, Deskundigheid
from wijkteams.usecases.consult_beantwoorden import consult_beantwoorden, consult_intrekken
from wijkteams.usecases.consult_vragen import consult_vragen

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()  # an exception is compared with the clock of the database
NU = timezone.now() - datetime.timedelta(minutes=1)
OVER = VANDAAG + datetime.timedelta(days=7)
LAATST = VANDAAG + datetime.timedelta(days=42)


def nl(dag: datetime.date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def lijst(zaak):
    return reverse("wijkteams:consulten", args=[zaak.pk])


def vragen(zaak, wie, **anders):
    velden = {"vraag": "Welke rolstoel past?", "uiterlijk_op": OVER, "door": zaak.regisseur.actor} | anders
    return consult_vragen(zaak_id=zaak.pk, deskundige_id=wie.pk, vandaag=VANDAAG, nu=NU, **velden)


def mag(medewerker, zaak, recht=Recht.INHOUD_INZIEN) -> bool:
    """As the next request of this colleague sees it."""
    lezer = Actor.objects.get(medewerker=medewerker)
    return Zaak.objects.voor(lezer, recht).filter(pk=zaak.pk).exists()


@pytest.mark.parametrize(
    ("wie", "http", "aantal"),
    [("regisseur", 302, 1), ("collega", 302, 1), ("teamlead", 403, 0), ("ander_team", 404, 0)],
)
def test_wie_advies_vraagt(client, wie, http, aantal):
    zaak, expert = zaak_in_onderzoek(), deskundige()
    gegevens = {
        "formuliernaam": "vragen", "deskundige": str(expert.pk), "vraag": "Past dit?", "uiterlijk_op": nl(OVER),
    }  # fmt: skip
    sleutel = uuid.uuid4()
    client.als(wie_is(wie, zaak, op=VANDAAG))

    antwoorden = [client.post(lijst(zaak), gegevens, sleutel=sleutel).status_code for _ in range(2)]

    assert antwoorden == [http, http]
    assert Consult.objects.count() == aantal
    assert (
        Taak.objects.open().filter(sleutel__startswith="consult:", medewerker=expert.medewerker).count()
        == aantal
    )


def test_de_deskundige_leest_alleen_zolang_het_duurt():
    zaak, expert = zaak_in_onderzoek(), deskundige()
    wie = expert.medewerker
    assert not mag(wie, zaak)
    consult = vragen(zaak, expert)
    assert mag(wie, zaak)
    assert not mag(wie, zaak, Recht.INHOUD_BEWERKEN)
    assert not mag(wie, zaak, Recht.GEVOELIG_INZIEN)
    consult_beantwoorden(consult_id=consult.pk, advies="Ja, type 3.", door=wie.actor, vandaag=VANDAAG)
    assert not mag(wie, zaak)

    rij = Consult.objects.get()
    assert (rij.status, rij.klaar_op, rij.advies) == ("beantwoord", VANDAAG, "Ja, type 3.")
    assert Taak.objects.open().filter(sleutel=f"consult_lezen:{zaak.pk}", medewerker=zaak.regisseur).exists()
    assert not Taak.objects.open().filter(sleutel=f"consult:{consult.pk}").exists()


def test_het_recht_eindigt_ook_als_niemand_iets_doet():
    zaak, expert = zaak_in_onderzoek(), deskundige()
    vragen(zaak, expert)

    rij = ZaakUserObjectPermission.objects.get(content_object=zaak, grond=Grond.CONSULT)

    assert rij.tot == om(OVER + datetime.timedelta(days=7), 0)


def test_ingetrokken_is_het_recht_weg():
    zaak, expert = zaak_in_onderzoek(), deskundige()
    consult = vragen(zaak, expert)

    consult_intrekken(
        consult_id=consult.pk, reden="Niet meer nodig", door=zaak.regisseur.actor, vandaag=VANDAAG
    )

    assert not ZaakUserObjectPermission.objects.filter(grond=Grond.CONSULT).exists()
    with pytest.raises(OngeldigeOvergang):
        consult_intrekken(consult_id=consult.pk, reden="nog eens", door=zaak.regisseur.actor, vandaag=VANDAAG)


@pytest.mark.parametrize(
    ("wie", "http", "status"),
    [("deskundige", 302, "beantwoord"), ("regisseur", 403, "gevraagd"), ("ander_team", 404, "gevraagd")],
)
def test_wie_het_advies_geeft(client, wie, http, status):
    zaak, expert = zaak_in_onderzoek(), deskundige()
    consult = vragen(zaak, expert)
    medewerker = expert.medewerker if wie == "deskundige" else wie_is(wie, zaak, op=VANDAAG)
    url = reverse("wijkteams:consult", args=[consult.pk])

    antwoord = client.als(medewerker).post(url, {"advies": "Neem type 3."})

    consult.refresh_from_db()
    assert (antwoord.status_code, consult.status) == (http, status)


def test_de_deskundige_leest_gesprek_en_vraag_en_dat_staat_in_het_log(client):
    zaak, expert = zaak_in_onderzoek(), deskundige()
    consult = vragen(zaak, expert)
    client.als(expert.medewerker)

    vraag = client.get(reverse("wijkteams:consult", args=[consult.pk]))
    gesprek = client.get(reverse("wijkteams:gesprek", args=[zaak.pk]))

    assert (vraag.status_code, gesprek.status_code) == (200, 200)
    assert "Welke rolstoel past?" in vraag.content.decode()
    assert (
        Inzage.objects.filter(zaak=zaak.pk, wie=expert.medewerker.naam, grond="consult", laag="L2b").count()
        == 2
    )


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"deskundige": ""}, "Kies een deskundige"),
        ({"vraag": " "}, "Schrijf wat u wilt weten"),
        ({"uiterlijk_op": "31-2-2026"}, "Deze datum bestaat niet"),
        ({"uiterlijk_op": nl(VANDAAG - datetime.timedelta(days=1))}, f"tot en met {datum(LAATST)}"),
        ({"uiterlijk_op": nl(LAATST + datetime.timedelta(days=1))}, f"Kies een dag van {datum(VANDAAG)}"),
        ({"vraag": "x" * 100_001}, "100.001"),
    ],
)
def test_wat_niet_klopt_krijgt_een_zin(client, anders, zin):
    zaak, expert = zaak_in_onderzoek(), deskundige()
    gegevens = {
        "formuliernaam": "vragen", "deskundige": str(expert.pk), "vraag": "<b>Past</b> dit?",
        "uiterlijk_op": nl(OVER),
    } | anders  # fmt: skip

    antwoord = client.als(zaak.regisseur).post(lijst(zaak), gegevens)

    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert "<b>Past" not in antwoord.content.decode()
    assert not Consult.objects.exists()


def test_een_vraag_tegelijk_aan_dezelfde_deskundige():
    zaak, expert = zaak_in_onderzoek(), deskundige()
    vragen(zaak, expert)

    with pytest.raises(ValidationError, match="kreeg al een vraag"):
        vragen(zaak, expert)


def test_een_afgeschermd_dossier_opent_niet_door_een_consult():
    zaak, expert = zaak_in_onderzoek(), deskundige()
    zaak.refresh_from_db()
    zaak.afgeschermd = True
    zaak.bewaren(door=Actor.objects.systeem(), reden="test")

    with pytest.raises((ValidationError, Zaak.DoesNotExist)):
        vragen(zaak, expert, door=Actor.objects.systeem())

    assert not ZaakUserObjectPermission.objects.filter(grond=Grond.CONSULT).exists()


def test_als_de_zaak_sluit_eindigt_een_open_consult():
    """The right is gone at once, and whoever was asked is told; what was answered stays as it is."""
    zaak, expert, antwoordde = zaak_in_onderzoek(), deskundige(), deskundige(Deskundigheid.EXPERTISETEAM)
    door = zaak.regisseur.actor
    oud = vragen(zaak, antwoordde)
    consult_beantwoorden(consult_id=oud.pk, advies="Ja.", door=antwoordde.medewerker.actor, vandaag=VANDAAG)
    vragen(zaak, expert)

    zaak_afsluiten(zaak_id=zaak.pk, door=door, vandaag=VANDAAG, reden=Afsluitreden.INGETROKKEN)

    assert sorted(zaak.consulten.values_list("status", "ingetrokken_omdat")) == [
        ("beantwoord", ""),
        ("ingetrokken", "het dossier is afgesloten"),
    ]
    assert not ZaakUserObjectPermission.objects.filter(grond=Grond.CONSULT).exists()
    (bericht,) = Taak.objects.open().filter(medewerker=expert.medewerker)
    assert (
        bericht.titel == "Een collega heeft uw advies niet meer nodig. U kunt dit dossier niet meer openen."
    )
    assert (bericht.adres, bericht.zaak_id) == ("toegang:gezien", None)
    assert not Taak.objects.open().filter(medewerker=antwoordde.medewerker).exists()


def test_alleen_een_antwoord_van_een_ergotherapeut_opent_de_poort():
    zaak = zaak_in_onderzoek()
    team, ergo = deskundige(Deskundigheid.EXPERTISETEAM), deskundige()
    for wie in (team, ergo):
        consult = vragen(zaak, wie)
        assert waarom_eerst_ergotherapie(zaak)
        consult_beantwoorden(consult_id=consult.pk, advies="Ja", door=wie.medewerker.actor, vandaag=VANDAAG)

    assert waarom_eerst_ergotherapie(zaak) == ""


@pytest.mark.parametrize(("rol", "http"), [(Rol.BEHEERDER, 302), (Rol.TEAMLEAD, 403), (Rol.CONSULENT, 403)])
def test_de_lijst_van_deskundigen_is_van_de_beheerder(client, rol, http):
    nieuw, oud = MedewerkerFabriek(), deskundige()
    client.als(MedewerkerFabriek(rollen=[rol]))

    erbij = client.post(
        reverse("wijkteams:deskundigen"),
        {"formuliernaam": "toevoegen", "medewerker": str(nieuw.pk), "deskundigheid": "ergotherapie"},
    )
    eraf = client.post(reverse("wijkteams:deskundige_beeindigen", args=[oud.pk]))

    assert (erbij.status_code, eraf.status_code) == (http, http)
    assert set(Deskundige.objects.op(VANDAAG).values_list("medewerker", flat=True)) == (
        {nieuw.pk} if http == 302 else {oud.medewerker_id}
    )


def test_een_ander_dan_de_gevraagde_antwoordt_niet():
    zaak, expert = zaak_in_onderzoek(), deskundige()
    consult = vragen(zaak, expert)

    with pytest.raises(PermissionDenied, match="Alleen"):
        consult_beantwoorden(consult_id=consult.pk, advies="x", door=zaak.regisseur.actor, vandaag=VANDAAG)
