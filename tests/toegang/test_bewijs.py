"""The scan of a proof of representation: checked as every upload, read on the page of the person only."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from tests.toegang.test_contact_bij_zaak import PDF
from toegang.models import Document, Inzage, Vertegenwoordiger
from toegang.rechten import Rol

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()


def gegevens(**anders):
    dag = f"{VANDAAG:%d-%m-%Y}"
    return {
        "soort": "mentor", "naam": "P. Smeets", "adres": "Markt 1, 5911 HD Venlo", "bewijs": "Beschikking van de rechtbank",
        "bewijs_gezien_op": dag, "vanaf_op": dag, "bestanden": SimpleUploadedFile("beschikking.pdf", PDF),
    } | anders  # fmt: skip


def leg_vast(client, inwoner, **anders):
    return client.als(voordeur.administratie()).post(
        reverse("toegang:vertegenwoordiger_toevoegen", args=[inwoner.pk]), gegevens(**anders)
    )


def test_de_scan_hangt_aan_de_vertegenwoordiger_en_is_te_openen(client):
    inwoner = InwonerFabriek()

    assert leg_vast(client, inwoner).status_code == 302
    v = Vertegenwoordiger.objects.get()
    adres = reverse("toegang:vertegenwoordiger_bewijs", args=[v.pk])
    pagina = client.get(reverse("toegang:inwoner", args=[inwoner.pk])).text
    open_ = client.get(adres)

    document = Document.objects.get()
    assert (v.bewijs_document, document.inwoner, document.zaak, document.contactmoment) == (
        document, inwoner, None, None,
    )  # fmt: skip
    assert adres in pagina
    assert (open_.status_code, open_.content) == (200, PDF)
    assert "attachment" in open_["Content-Disposition"]
    assert Inzage.objects.filter(
        scherm="vertegenwoordiger_bewijs", actie="downloaden", inwoner=inwoner.pk
    ).exists()
    assert (
        client.get(reverse("toegang:document", args=[document.pk])).status_code == 404
    )  # only by its person


def test_een_bestand_dat_liegt_wordt_geweigerd_en_wat_was_getypt_blijft(client):
    antwoord = leg_vast(
        client, InwonerFabriek(), bestanden=SimpleUploadedFile("beschikking.pdf", b"MZ\x90 geen pdf")
    )

    assert antwoord.status_code == 200
    assert "P. Smeets" in antwoord.text
    assert antwoord.context["formulier"].errors["bestanden"]
    assert not Vertegenwoordiger.objects.exists()
    assert not Document.objects.exists()


def test_zonder_scan_kan_ook(client):
    assert leg_vast(client, InwonerFabriek(), bestanden="").status_code == 302
    v = Vertegenwoordiger.objects.get()

    assert v.bewijs_document is None
    assert client.get(reverse("toegang:vertegenwoordiger_bewijs", args=[v.pk])).status_code == 404


@pytest.mark.parametrize(
    ("wie", "http"),
    [("administratie", 200), ("consulent", 200), ("teamlead", 403), ("ander_team", 404), ("kcc", 404)],
)
def test_bewijs_rechten(client, wie, http):
    team = WijkteamFabriek()
    zaak = ZaakFabriek(wijkteam=team, status="onderzoek")
    leg_vast(client, zaak.dossier.inwoner)
    medewerker = {
        "administratie": voordeur.administratie, "kcc": voordeur.kcc, "consulent": lambda: MedewerkerFabriek(team=team),
        "teamlead": lambda: MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD),
        "ander_team": lambda: MedewerkerFabriek(team=WijkteamFabriek()),
    }[wie]()  # fmt: skip
    v = Vertegenwoordiger.objects.get()

    antwoord = client.als(medewerker).get(reverse("toegang:vertegenwoordiger_bewijs", args=[v.pk]))

    assert antwoord.status_code == http
