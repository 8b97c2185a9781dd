"""A call about something that runs, while several zaken run: who may see them chooses, each regisseur is asked."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from tests.toegang.test_contact_registreren import URL, gegevens
from toegang.models import Contactmoment, Inzage, Taak
from toegang.rechten import Rol
from toegang.usecases.contact_bij_zaak import contact_bij_zaak, contact_niet_van_mij

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()


@pytest.fixture
def twee():
    """Two zaken of one inwoner, each with a regisseur of another team."""
    teams = [WijkteamFabriek(), WijkteamFabriek()]
    regisseurs = [MedewerkerFabriek(team=team) for team in teams]
    eerste = ZaakFabriek(wijkteam=teams[0], regisseur=regisseurs[0], status="onderzoek")
    tweede = ZaakFabriek(
        dossier=eerste.dossier, wijkteam=teams[1], regisseur=regisseurs[1], status="onderzoek"
    )
    return eerste, tweede


def bel(zaak, door=None):
    return voordeur.contact(soort="bestaand", inwoner=zaak.dossier.inwoner, door=door, vandaag=VANDAAG)


def zet(contact, zaak, wie):
    return contact_bij_zaak(
        contact_id=contact.pk, zaak_id=zaak.pk, door=wie.actor, vandaag=VANDAAG, nu=timezone.now()
    )


def open_taken(contact) -> list:
    """Whose task it is: a colleague, or a role."""
    return [t.medewerker or t.rol for t in Taak.objects.open().filter(contactmoment=contact).order_by("pk")]


def test_belt_de_kcc_door_dan_krijgt_elke_regisseur_de_vraag_en_blijft_de_balie_bewaken(twee):
    contact = bel(twee[0])

    assert contact.zaak is None
    assert set(open_taken(contact)) == {twee[0].regisseur, twee[1].regisseur, "administratie"}


def test_twee_zaken_van_een_regisseur_zijn_een_vraag(twee):
    twee[1].regisseur = twee[0].regisseur
    twee[1].bewaren(door=voordeur.administratie().actor, reden="test")

    assert set(open_taken(bel(twee[0]))) == {twee[0].regisseur, "administratie"}


def test_schrijft_de_administratie_het_op_dan_kiest_zij_zelf_meteen(client, twee):
    inwoner = twee[0].dossier.inwoner
    client.als(voordeur.administratie())
    velden = gegevens(soort="bestaand", zoek_naam=inwoner.geslachtsnaam, zoek_geboren="3-4-1948")
    gezocht = client.post(URL, velden | {"zoeken": "ja"}).context["gezocht"]

    antwoord = client.post(URL, velden | {"wie": str(inwoner.pk), "gezocht": gezocht})

    contact = Contactmoment.objects.get()
    assert antwoord["Location"] == reverse("toegang:contact", args=[contact.pk])
    assert open_taken(contact) == ["administratie"]
    pagina = client.get(antwoord["Location"]).text
    assert all(zaak.kenmerk in pagina for zaak in twee)


def test_wie_het_bij_zijn_zaak_zet_heeft_het_en_de_anderen_zijn_klaar(client, twee):
    contact = bel(twee[0])
    client.als(twee[0].regisseur)
    adres = reverse("toegang:contact", args=[contact.pk])
    pagina = client.get(adres).text
    assert "Gaat dit over uw zaak?" in pagina
    assert twee[0].kenmerk in pagina
    assert twee[1].kenmerk not in pagina  # another team's: not his to know

    antwoord = client.post(
        adres, {"formuliernaam": "zaak", "versie": contact.versie, "zaak": str(twee[0].pk)}
    )

    contact.refresh_from_db()
    assert (antwoord.status_code, contact.zaak) == (302, twee[0])
    assert open_taken(contact) == [twee[0].regisseur]
    assert contact.history.first().history_user == twee[0].regisseur.actor
    assert Inzage.objects.filter(actor=twee[0].regisseur.actor.pk, scherm="contact").exists()


def test_gaat_het_niet_over_zijn_zaak_dan_blijft_de_vraag_bij_de_anderen(client, twee):
    contact = bel(twee[0])

    antwoord = client.als(twee[0].regisseur).post(
        reverse("toegang:contact", args=[contact.pk]), {"formuliernaam": "niet_van_mij"}
    )

    assert antwoord["Location"] == reverse("toegang:mijn_werk")
    assert set(open_taken(contact)) == {twee[1].regisseur, "administratie"}
    assert client.get(reverse("toegang:contact", args=[contact.pk])).status_code == 404


def test_de_kcc_leest_hetzelfde_hoeveel_zaken_er_ook_lopen(client, twee):
    """None, one or two: the answer, the page of the contact and the list of today do not tell."""
    een = ZaakFabriek(regisseur=MedewerkerFabriek())
    mensen = [InwonerFabriek(), een.dossier.inwoner, twee[0].dossier.inwoner]
    gezien = []
    for inwoner in mensen:
        kcc = voordeur.kcc()
        client.als(kcc)
        velden = gegevens(soort="bestaand", zoek_naam=inwoner.geslachtsnaam, zoek_geboren="3-4-1948")
        gezocht = client.post(URL, velden | {"zoeken": "ja"}).context["gezocht"]
        antwoord = client.post(URL, velden | {"wie": str(inwoner.pk), "gezocht": gezocht}, follow=True)
        contact = Contactmoment.objects.get(inwoner=inwoner)
        for pagina in (antwoord, client.get(reverse("toegang:contact", args=[contact.pk]))):
            tekst = re.sub(r"(?s)^.*?<main", "<main", pagina.text).replace(inwoner.naam.weergave(), "NAAM")
            tekst = tekst.replace(kcc.naam, "KCC")
            gezien.append(re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{1,2}\.\d\d uur|value=\"[^\"]*\"", "", tekst))

    assert gezien[0::2] == [gezien[0]] * 3
    assert gezien[1::2] == [gezien[1]] * 3


@pytest.mark.parametrize(
    ("wie", "welke", "fout"),
    [
        ("administratie", 0, None),
        ("gevraagd", 0, None),
        ("gevraagd", 1, Exception),  # the zaak of another team: not found
        ("teamgenoot", 0, PermissionDenied),  # works in the team, was not asked
        ("kcc", 0, PermissionDenied),
    ],
)
def test_bij_zaak_zetten_rechten(twee, wie, welke, fout):
    contact = bel(twee[0])
    medewerker = {
        "administratie": voordeur.administratie, "kcc": voordeur.kcc, "gevraagd": lambda: twee[0].regisseur,
        "teamgenoot": lambda: MedewerkerFabriek(team=twee[0].wijkteam),
    }[wie]()  # fmt: skip

    if fout:
        with pytest.raises(fout):
            zet(contact, twee[welke], medewerker)
    else:
        zet(contact, twee[welke], medewerker)

    contact.refresh_from_db()
    assert (contact.zaak == twee[welke]) is (fout is None)


def test_niet_van_mij_raakt_de_taak_van_een_ander_niet(twee):
    contact = bel(twee[0])

    contact_niet_van_mij(contact_id=contact.pk, door=MedewerkerFabriek(rollen=[Rol.CONSULENT]).actor)

    assert len(open_taken(contact)) == 3
