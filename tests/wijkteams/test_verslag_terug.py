"""The signed paper comes back by post; versions beside each other; how the text reads."""

import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.bestanden import PDF
from tests.fabrieken import MedewerkerFabriek
from tests.wijkteams.opstellingen import (
    GETEKEND_OP,
    laatste_verslag,
    om,
    wie_is,
    zaak_met_gesprek,
    zaak_met_verslag,
)
from toegang.briefsoorten import briefsoort
from toegang.brieven.basis import html_maken
from toegang.models import Brief, Document, Inzage, Taak, Zaak
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from wijkteams.leesbaarheid import leesmaat
from wijkteams.models import Verslag
from wijkteams.usecases.verslag_aanpassen import verslag_aanpassen
from wijkteams.usecases.verslag_maken import verslag_maken
from wijkteams.usecases.verslag_ondertekend import verslag_ondertekend

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)


def url(zaak):
    return reverse("wijkteams:verslag_terug", args=[zaak.pk])


def ingevuld(**anders):
    return {
        "opmerkingen": "Mijn dochter komt op zaterdag.", "ondertekend_op": "1-12-2026", "ontvangen_op": "2-12-2026",
        "als_aanvraag": "ja",
    } | anders  # fmt: skip


@pytest.mark.parametrize(
    ("wie", "http", "status"),
    [
        ("administratie", 302, "ondertekend"), ("regisseur", 302, "ondertekend"), ("collega", 302, "ondertekend"),
        ("teamlead", 403, "verstuurd"), ("ander_team", 404, "verstuurd"), ("kcc", 404, "verstuurd"),
    ],
)  # fmt: skip
@time_machine.travel(NU, tick=False)
def test_wie_het_getekende_verslag_registreert(client, wie, http, status):
    zaak = zaak_met_verslag(getekend=False)
    medewerker = (
        MedewerkerFabriek(rollen=[Rol(wie)])
        if wie in ("administratie", "kcc")
        else wie_is(wie, zaak, op=VANDAAG)
    )

    antwoord = client.als(medewerker).post(url(zaak), ingevuld())

    assert antwoord.status_code == http
    assert laatste_verslag(zaak).status == status


@time_machine.travel(NU, tick=False)
def test_de_administratie_registreert_met_scan_en_leest_het_verslag_niet(client):
    zaak = zaak_met_verslag(getekend=False)
    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    client.als(desk)
    scan = SimpleUploadedFile("scan.pdf", PDF, content_type="application/pdf")

    dossier = client.get(reverse("toegang:zaak", args=[zaak.pk])).content.decode()
    pagina = client.get(url(zaak)).content.decode()
    antwoord = client.post(url(zaak), ingevuld(bestand=scan))

    assert f'href="{url(zaak)}"' in dossier
    assert "schoon" not in pagina.split("<main")[1]
    assert antwoord.status_code == 302
    verslag = laatste_verslag(zaak)
    assert (verslag.ondertekend_op, verslag.ontvangen_op) == (
        datetime.date(2026, 12, 1), datetime.date(2026, 12, 2),
    )  # fmt: skip
    assert (verslag.document.soort, verslag.document.laag) == ("post", "L2b")
    assert Zaak.objects.get(pk=zaak.pk).aanvragen.get().ontvangen_op == datetime.date(2026, 12, 2)
    assert (
        Taak.objects.open()
        .filter(sleutel=f"verslag_opmerkingen:{zaak.pk}", medewerker=zaak.regisseur)
        .exists()
    )
    assert set(Inzage.objects.filter(scherm="verslag_terug").values_list("laag", flat=True)) == {"L1"}
    assert client.get(reverse("toegang:document", args=[verslag.document_id])).status_code == 403

    gelezen = client.als(zaak.regisseur).get(reverse("wijkteams:verslag", args=[zaak.pk])).content.decode()
    assert "Mijn dochter komt op zaterdag." in gelezen
    assert "Getekend blad bekijken" in gelezen


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"ondertekend_op": "31-2-2026"}, "Deze datum bestaat niet"),
        ({"ondertekend_op": "4-12-2026", "ontvangen_op": "4-12-2026"}, "op of voor 3 december 2026"),
        ({"ondertekend_op": "1-1-2020"}, "De datum moet op of na"),
        ({"ontvangen_op": "30-11-2026"}, "De datum moet tussen"),
        ({"als_aanvraag": ""}, "Kies of dit ook de aanvraag is"),
        ({"opmerkingen": "x" * 100_001}, "100.001"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_wat_niet_klopt_krijgt_een_zin(client, anders, zin):
    zaak = zaak_met_verslag(getekend=False)

    antwoord = client.als(zaak.regisseur).post(url(zaak), ingevuld(**anders))

    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert laatste_verslag(zaak).status == "verstuurd"


@time_machine.travel(NU, tick=False)
def test_een_bestand_dat_liegt_wordt_geweigerd_en_de_tekst_blijft(client):
    zaak = zaak_met_verslag(getekend=False)
    leugen = SimpleUploadedFile(
        "scan.pdf", b"MZ\x90\x00 dit is een programma", content_type="application/pdf"
    )

    antwoord = client.als(zaak.regisseur).post(url(zaak), ingevuld(bestand=leugen))

    assert antwoord.status_code == 200
    assert "Mijn dochter komt op zaterdag." in antwoord.content.decode()
    assert laatste_verslag(zaak).status == "verstuurd"
    assert not Document.objects.filter(zaak=zaak, soort="post").exists()


def test_twee_keer_registreren_is_een_keer():
    zaak = zaak_met_verslag()

    with pytest.raises(OngeldigeOvergang):
        verslag_ondertekend(
            verslag_id=laatste_verslag(zaak).pk, door=zaak.regisseur.actor, vandaag=VANDAAG, nu=NU,
            ondertekend_op=GETEKEND_OP,
        )  # fmt: skip

    assert Zaak.objects.get(pk=zaak.pk).aanvragen.count() == 1


@pytest.mark.parametrize(("instelling", "aanvragen"), [(True, 1), (False, 0)])
@time_machine.travel(NU, tick=False)
def test_de_instelling_zegt_of_het_verslag_de_aanvraag_is(client, settings, instelling, aanvragen):
    settings.VERSLAG_ALS_AANVRAAG = instelling
    zaak = zaak_met_verslag(getekend=False)
    brief = html_maken(briefsoort("verslag").bouwen(Brief.objects.get(soort="verslag")))

    client.als(zaak.regisseur).post(url(zaak), ingevuld())

    assert ("Dit is mijn aanvraag" in brief) is instelling
    assert ("Het huis schoonhouden" in brief.split("formulier")[-1]) is instelling
    assert laatste_verslag(zaak).status == "ondertekend"
    assert Zaak.objects.get(pk=zaak.pk).aanvragen.count() == aanvragen


@time_machine.travel(NU, tick=False)
def test_een_nieuwe_versie_staat_naast_de_oude(client):
    zaak = zaak_met_verslag()
    client.als(zaak.regisseur)
    adres = reverse("wijkteams:verslag", args=[zaak.pk])

    antwoord = client.post(adres, {"formuliernaam": "maken"})
    nieuw = laatste_verslag(zaak)
    delen = [
        [kop, "Uw dochter komt op zaterdag." if n == 2 else tekst]
        for n, (kop, tekst) in enumerate(nieuw.delen)
    ]
    verslag_aanpassen(verslag_id=nieuw.pk, door=zaak.regisseur.actor, delen=delen)
    pagina = client.get(reverse("wijkteams:verslag_vergelijken", args=[zaak.pk])).content.decode()

    assert antwoord.status_code == 302
    assert [v.nummer for v in Verslag.objects.order_by("nummer")] == [1, 2]
    assert "<ins>" in pagina
    assert "Niet gewijzigd." in pagina
    assert "Verslag 1: ondertekend terug" in client.get(adres).content.decode()


@pytest.mark.parametrize(("wie", "http"), [("regisseur", 200), ("teamlead", 200), ("ander_team", 404)])
@time_machine.travel(NU, tick=False)
def test_wie_versies_vergelijkt(client, wie, http):
    zaak = zaak_met_verslag()

    antwoord = client.als(wie_is(wie, zaak, op=VANDAAG)).get(
        reverse("wijkteams:verslag_vergelijken", args=[zaak.pk]), {"oud": "x", "nieuw": "99"}
    )

    assert antwoord.status_code == http


@time_machine.travel(NU, tick=False)
def test_wat_ontbreekt_leidt_naar_de_plaats(client):
    zaak = zaak_met_gesprek()
    verslag_maken(zaak_id=zaak.pk, door=zaak.regisseur.actor, vandaag=VANDAAG)

    pagina = client.als(zaak.regisseur).get(reverse("wijkteams:verslag", args=[zaak.pk])).content.decode()

    adres = reverse("wijkteams:afweging", args=[zaak.pk])
    assert f'<a href="{adres}">Er is nog geen hulpvraag vastgelegd.</a>' in pagina
    assert "De tekst leest goed" in pagina


def test_een_moeilijke_tekst_wordt_gezegd_waarom():
    moeilijk = (
        "Derhalve wordt, gelet op de vastgestelde beperkingen in de zelfredzaamheid en participatie, alsmede de"
        " beschikbaarheid van voorliggende voorzieningen, een maatwerkvoorziening geïndiceerd."
    )
    makkelijk = "U kookt zelf. Uw dochter doet de boodschappen. Stofzuigen lukt niet door uw heup."

    slecht, goed = leesmaat([moeilijk]), leesmaat([makkelijk, ""])

    assert not slecht.goed
    assert slecht.lix > 60
    assert slecht.langste_woorden == 21
    assert any("Schrijf niet 'derhalve'. Beter: daarom." in tip for tip in slecht.tips())
    assert goed.goed
    assert (round(goed.per_zin, 1), goed.tips()) == (4.7, [])
    assert leesmaat(["", " "]) is None


def test_de_scan_die_wordt_geweigerd_houdt_alles_tegen():
    zaak = zaak_met_verslag(getekend=False)
    leeg = SimpleUploadedFile("scan.pdf", b"", content_type="application/pdf")

    with pytest.raises(ValidationError) as fout:
        verslag_ondertekend(
            verslag_id=laatste_verslag(zaak).pk, door=zaak.regisseur.actor, vandaag=VANDAAG, nu=NU,
            ondertekend_op=GETEKEND_OP, bestand=leeg,
        )  # fmt: skip

    assert list(fout.value.message_dict) == ["bestand"]
