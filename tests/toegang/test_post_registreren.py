"""Post and e-mail that came in: ontvangen op beside geregistreerd op, the scan, linked from a work list."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.toegang import verwijzers, voordeur
from tests.toegang.test_contact_bij_zaak import PDF
from tests.toegang.voordeur import VANDAAG
from toegang.models import Contactmoment, Document, Inzage
from toegang.rechten import Rol

pytestmark = pytest.mark.django_db
URL = "/toegang/post/nieuw/"


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def gegevens(**anders):
    return {
        "formuliernaam": "post", "kanaal": "brief", "soort": "aanvraag", "ontvangen_op": "30-11-2026",
        "vraag_tekst": "Vraagt om een parkeerkaart.", "wie": "koppelen", "zoek_naam": "Jansen", "zoek_geboren": "3-4-1948",
    } | anders  # fmt: skip


def bestand(inhoud=PDF, naam="scan.pdf"):
    return SimpleUploadedFile(naam, inhoud)


def test_een_brief_wordt_een_contact_met_zijn_scan_en_staat_bij_post(client):
    antwoord = client.als(voordeur.administratie()).post(URL, gegevens(bestanden=bestand()), follow=True)

    contact = Contactmoment.objects.get()
    document = Document.objects.get()
    assert (contact.kanaal, contact.ontvangen_op, contact.geregistreerd_op) == (
        "brief", datetime.date(2026, 11, 30), VANDAAG,
    )  # fmt: skip
    assert (document.contactmoment, document.zaak, document.soort, document.ontvangen_op) == (
        contact, None, "post", datetime.date(2026, 11, 30),
    )  # fmt: skip
    assert "Post geregistreerd. Koppel haar nu aan een inwoner" in antwoord.content.decode()
    lijst = client.get("/toegang/werkvoorraad/?groep=post")
    assert [r.naam for r in lijst.context["rijen"]] == ["Jansen"]
    assert client.get(f"/toegang/document/{document.pk}/").status_code == 200


def test_gevonden_en_gekoppeld_en_dan_bij_de_zaak(client):
    inwoner = InwonerFabriek(geslachtsnaam="Jansen")
    zaak = ZaakFabriek(dossier__inwoner=inwoner, wet="gpk")
    client.als(voordeur.administratie())
    gezocht = client.post(URL, gegevens(zoeken="ja")).context["gezocht"]
    antwoord = client.post(
        URL, gegevens(wie=str(inwoner.pk), gezocht=gezocht, bestanden=bestand()), follow=True
    )
    contact = Contactmoment.objects.get()

    client.post(f"/toegang/contact/{contact.pk}/", {"formuliernaam": "zaak", "zaak": str(zaak.pk)})

    assert "Zet haar nu bij een zaak" in antwoord.content.decode()
    assert (contact.inwoner, Document.objects.get().zaak) == (inwoner, zaak)
    assert zaak.aanvragen.get().ontvangen_op == datetime.date(2026, 11, 30)
    assert not client.get("/toegang/werkvoorraad/?groep=post").context["rijen"]
    assert Inzage.objects.filter(inwoner=inwoner.pk, scherm="post_registreren").exists()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"ontvangen_op": "31-2-2026"}, "Deze datum bestaat niet"),
        ({"ontvangen_op": "4-12-2026"}, "De datum moet op of voor 3 december 2026 liggen"),
        ({"ontvangen_op": ""}, "Vul de dag in waarop het binnenkwam"),
        ({"zoek_naam": ""}, "Vul de naam in die op de brief staat"),
        ({"soort": ""}, "Kies wat het is"),
        ({"vraag_tekst": "a\x00b"}, "In deze tekst staat een teken dat wij niet kunnen bewaren"),
        ({"bestanden": SimpleUploadedFile("brief.pdf", b"MZ dit is een programma")}, "Kies een"),
    ],
)
def test_wat_niet_klopt_staat_bij_het_veld_en_er_wordt_niets_bewaard(client, velden, zin):
    tekst = client.als(voordeur.administratie()).post(URL, gegevens(**velden)).content.decode()

    assert zin in tekst
    assert "Vraagt om een parkeerkaart." in tekst or "vraag_tekst" in velden
    assert (Contactmoment.objects.count(), Document.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("rol", "http"), [(Rol.ADMINISTRATIE, 302), (Rol.KCC, 403), (Rol.CONSULENT, 403), (Rol.JURIST, 403)]
)
def test_post_registreren_rechten(client, rol, http):
    antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(URL, gegevens())

    assert antwoord.status_code == http
    assert Contactmoment.objects.count() == (1 if http == 302 else 0)


def test_de_afzender_is_een_organisatie_die_wij_kennen(client):
    """Its number and address are not of the inwoner; one that no longer refers cannot be chosen."""
    inwoner, praktijk = InwonerFabriek(geslachtsnaam="Jansen", e_mail=""), verwijzers.organisatie()
    oud = verwijzers.organisatie(naam="Praktijk die stopte")
    oud.actief = False
    oud.bewaren(door=voordeur.administratie().actor, reden="test")
    client.als(voordeur.administratie())
    velden = gegevens(kanaal="e_mail", organisatie=str(praktijk.pk), e_mail="assistent@praktijk.nl")
    begin = client.post(URL, velden | {"zoeken": "ja"})

    client.post(URL, velden | {"wie": str(inwoner.pk), "gezocht": begin.context["gezocht"]})

    contact = Contactmoment.objects.get()
    assert (contact.organisatie, contact.inwoner) == (praktijk, inwoner)
    inwoner.refresh_from_db()
    assert inwoner.e_mail == ""
    assert praktijk.naam in client.get(f"/toegang/contact/{contact.pk}/").text
    assert oud.naam not in begin.text


def test_zoeken_op_telefoonnummer(client):
    InwonerFabriek(geslachtsnaam="Peeters", telefoon="0612345678")
    client.als(voordeur.administratie())

    pagina = client.post(
        URL, gegevens(zoek_naam="", zoek_geboren="", zoek_telefoon="06 1234 5678", zoeken="ja")
    )

    assert [t.naam for t in pagina.context["resultaat"].treffers] == ["A.M. Peeters"]
