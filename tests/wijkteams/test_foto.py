"""A photo: never without consent, day and purpose; a document of the dossier; a file that lies is refused."""

import datetime
import uuid

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.bestanden import PDF, jpeg, png, zip_erachter
from tests.wijkteams.opstellingen import om, wie_is, zaak_in_onderzoek
from toegang.models import Document
from toegang.rechten import Laag
from wijkteams.models import Bezoekfoto

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)


def url(zaak):
    return reverse("wijkteams:foto", args=[zaak.pk])


def ingevuld(inhoud=None, naam="drempel.png", **anders):
    return {
        "toestemming_van": "mevrouw Jansen", "toestemming_op": "3-12-2026", "doel": "De drempel van de badkamer",
        "bestand": SimpleUploadedFile(naam, png() if inhoud is None else inhoud), **anders,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wie", "http", "aantal"),
    [("regisseur", 302, 1), ("collega", 302, 1), ("teamlead", 403, 0), ("ander_team", 404, 0)],
)
@time_machine.travel(NU, tick=False)
def test_wie_een_foto_toevoegt(client, wie, http, aantal):
    zaak = zaak_in_onderzoek()

    antwoord = client.als(wie_is(wie, zaak, op=VANDAAG)).post(url(zaak), ingevuld())

    assert antwoord.status_code == http
    assert Bezoekfoto.objects.filter(zaak=zaak).count() == aantal
    assert Document.objects.filter(zaak=zaak).count() == aantal


@time_machine.travel(NU, tick=False)
def test_de_foto_is_een_document_met_inhoud_en_zegt_wie_ja_zei(client):
    zaak, sleutel = zaak_in_onderzoek(), uuid.uuid4()
    client.als(zaak.regisseur)

    for _ in range(2):
        client.post(url(zaak), ingevuld(jpeg(), "foto.jpg"), sleutel=sleutel)

    foto = Bezoekfoto.objects.get(zaak=zaak)
    assert (foto.toestemming_van, foto.toestemming_op, foto.doel) == (
        "mevrouw Jansen", VANDAAG, "De drempel van de badkamer",
    )  # fmt: skip
    assert (foto.document.laag, foto.document.mediatype) == (Laag.INHOUD, "image/jpeg")
    assert foto.document.titel == "Foto: De drempel van de badkamer"
    pagina = client.get(url(zaak)).content.decode()
    assert "Toestemming van mevrouw Jansen op 3 december 2026" in pagina
    documenten = client.get(reverse("toegang:documenten", args=[zaak.pk])).content.decode()
    assert "Foto: De drempel van de badkamer" in documenten
    assert "drempel" not in zaak.gebeurtenissen.get(soort="foto_toegevoegd").zin


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"toestemming_van": ""}, "Zonder toestemming maakt u geen foto"),
        ({"toestemming_op": "31-2-2026"}, "Deze datum bestaat niet"),
        ({"toestemming_op": "4-12-2026"}, "Deze dag moet nog komen"),
        ({"toestemming_op": ""}, "Vul in wanneer u om toestemming vroeg"),
        ({"doel": "  "}, "Schrijf op waarvoor u de foto gebruikt"),
        ({"doel": "De drempel van de badkamer" + "x" * 100_000}, "tekens lang"),
        ({"inhoud": PDF, "naam": "drempel.pdf"}, "Dit is geen foto"),
        ({"inhoud": PDF, "naam": "drempel.png"}, "drempel"),
        ({"inhoud": b"<svg onload=alert(1)>", "naam": "drempel.png"}, "kunnen wij niet openen"),
        ({"inhoud": zip_erachter(png()), "naam": "drempel.png"}, "nog een ander bestand in"),
        ({"inhoud": b"", "naam": "drempel.png"}, "Dit bestand is leeg"),
        ({"bestand": ""}, "Kies of maak een foto"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_wat_niet_klopt_krijgt_een_zin_en_de_rest_blijft_staan(client, anders, zin):
    zaak = zaak_in_onderzoek()

    antwoord = client.als(zaak.regisseur).post(url(zaak), ingevuld(**anders))

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert zin in tekst
    assert "drempel" in tekst or "mevrouw Jansen" in tekst
    assert not Bezoekfoto.objects.exists()
    assert not Document.objects.exists()


@time_machine.travel(NU, tick=False)
def test_een_naam_in_html_of_van_rechts_naar_links_staat_er_als_tekst(client):
    zaak = zaak_in_onderzoek()
    client.als(zaak.regisseur)
    namen = ("<script>alert(1)</script>", "فاطمة ‏الزهراء", "Þórdís Ǩŭčera-Łękawska")

    for naam in namen:
        assert client.post(url(zaak), ingevuld(toestemming_van=naam)).status_code == 302

    pagina = client.get(url(zaak)).content.decode()
    assert "<script>alert" not in pagina
    assert "&lt;script&gt;alert(1)" in pagina
    assert all(naam in pagina for naam in namen[1:])
