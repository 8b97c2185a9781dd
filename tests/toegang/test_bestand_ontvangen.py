"""A file comes in: checked, scanned, in quarantine while the scanner is silent; who may open it, and how it is sent."""

import datetime
import hashlib
import os
import socket

import pytest
import time_machine
from django.core.exceptions import RequestDataTooBig, ValidationError
from django.core.files.storage import default_storage
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from tests import bestanden as b
from tests.clamd import EICAR, clamd
from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.toegang import voordeur
from toegang.formulier import BESTAND_OPNIEUW, Formulier
from toegang.models import Actor, Document, Inzage, Taak
from toegang.rechten import Laag, Rol
from toegang.uploadgrens import HOOGSTENS_SAMEN
from toegang.usecases.bestand_ontvangen import VIRUS, bestand_ontvangen
from toegang.usecases.bestanden_scannen import bestanden_scannen
from toegang.velden import BestandenVeld, BestandVeld, TekstVeld
from toegang.virusscanner import Scan, ScannerZwijgt, Uitslag, scannen

pytestmark = pytest.mark.django_db
NU = timezone.make_aware(datetime.datetime(2026, 12, 3, 10, 42))
DODE_SCANNER = "tcp://127.0.0.1:1"


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=True):
        yield


def scanner(settings, url: str, seconden: float = 2.0):
    settings.CLAMAV = {"url": url, "seconden": seconden}


def opgeslagen() -> list[str]:
    plaats = default_storage.base_location
    return [n for _, _, namen in os.walk(plaats) for n in namen]


def bijlage(contact=None, **anders) -> Document:
    velden = {"bestand": b.upload(), "contactmoment": contact or voordeur.contact(te_koppelen_naam="J. Smit")}
    return bestand_ontvangen(door=Actor.objects.systeem(), nu=NU, **velden | anders)


def test_het_bestand_ligt_onder_een_naam_die_niets_zegt_met_zijn_hash():
    document = bijlage(bestand=b.upload(naam="Verwijzing mevrouw Smit.pdf", soort="text/html"))

    assert document.titel == "Verwijzing mevrouw Smit.pdf"
    assert "smit" not in str(document.bestand).lower()
    assert document.sha256 == hashlib.sha256(b.PDF).hexdigest()
    assert document.mediatype == "application/pdf"  # by content, whatever the browser says
    assert document.grootte == len(b.PDF)
    assert document.ontvangen_op == datetime.date(2026, 12, 3)
    assert document.laag == Laag.INHOUD
    assert document.history.get().history_change_reason == "bestand ontvangen"
    with document.bestand.open("rb") as bestand:
        assert bestand.read() == b.PDF


@pytest.mark.parametrize(
    ("inhoud", "naam"),
    [(EICAR, "brief.pdf"), (b.png(), "brief.pdf"), (b.zip_erachter(b.jpeg()), "foto.jpg"), (b.bom(), "a.docx"),
     (b.png(30_000, 30_000), "scan.png"), (b"", "brief.pdf")],
    ids=["eicar", "liegt", "polyglot", "zipbom", "pixelvloed", "leeg"],
)  # fmt: skip
def test_wat_niet_mag_laat_niets_achter(inhoud, naam):
    with pytest.raises(ValidationError):
        bijlage(bestand=b.upload(inhoud, naam))

    assert not Document.objects.exists()
    assert opgeslagen() == []


# --- the scanner -----------------------------------------------------------------------------------------------


def test_zonder_scanner_gaat_het_bestand_meteen_open(settings):
    scanner(settings, "")
    document = bijlage()

    assert (document.in_quarantaine, document.scanuitslag) == (False, "niet gescand")


def test_een_schoon_bestand_is_gescand(settings):
    with clamd() as server:
        scanner(settings, server.url)
        document = bijlage()

    assert server.gezien == [b.PDF]
    assert (document.in_quarantaine, document.scanuitslag) == (False, "schoon")


def test_eicar_in_een_pdf_wordt_geweigerd_en_nergens_bewaard(settings):
    with clamd() as server:
        scanner(settings, server.url)
        with pytest.raises(ValidationError, match="zit een virus") as fout:
            bijlage(bestand=b.upload(b.PDF + EICAR + b"\n%%EOF"))

    assert fout.value.messages == [VIRUS]
    assert not Document.objects.exists()
    assert opgeslagen() == []


@pytest.mark.parametrize("storing", ["weg", "stil", "verward", "te groot"])
def test_zwijgt_de_scanner_dan_wacht_het_bestand(settings, storing):
    zegt = {"verward": b"UNKNOWN COMMAND\0", "te groot": b"INSTREAM size limit exceeded. ERROR\0"}.get(
        storing
    )
    with clamd(stil=storing == "stil", zegt=zegt) as server:
        scanner(settings, DODE_SCANNER if storing == "weg" else server.url, seconden=0.3)
        document = bijlage()

    assert (document.in_quarantaine, document.scanuitslag) == (True, "")
    assert len(opgeslagen()) == 1


def test_een_trage_scanner_houdt_niemand_langer_op_dan_gezegd(settings):
    with clamd(stil=True) as server:
        begin = timezone.now()
        with pytest.raises(ScannerZwijgt):
            scannen(b"x" * 1_000_000, url=server.url, seconden=0.3)

    assert (timezone.now() - begin).total_seconds() < 2


def test_de_scanner_over_een_socket_van_de_machine(tmp_path):
    """unix:// goes the same way."""
    pad = str(tmp_path / "c")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as oor:
        oor.bind(pad)
    with pytest.raises(ScannerZwijgt):
        scannen(b"x", url=f"unix://{pad}", seconden=0.5)
    with pytest.raises(ScannerZwijgt):
        scannen(b"x", url="http://127.0.0.1:3310", seconden=0.5)


@pytest.mark.skipif(not os.environ.get("CLAMAV_TEST_URL"), reason="no clamd here: set CLAMAV_TEST_URL")
def test_de_echte_clamd_kent_eicar():
    url = os.environ["CLAMAV_TEST_URL"]

    assert scannen(b.PDF, url=url, seconden=60) == Scan(Uitslag.SCHOON)
    assert scannen(EICAR, url=url, seconden=60).uitslag == Uitslag.BESMET


def wachtend(settings, **anders) -> Document:
    scanner(settings, DODE_SCANNER, seconden=0.3)
    return bijlage(**anders)


def test_de_controle_later_geeft_vrij(settings):
    document = wachtend(settings)
    with clamd() as server:
        scanner(settings, server.url)
        aantal = bestanden_scannen(nu=NU)

    document.refresh_from_db()
    assert aantal == 1
    assert (document.in_quarantaine, document.scanuitslag) == (False, "schoon")
    assert document.history.first().history_change_reason == "vrijgegeven na controle"


def test_de_controle_later_verwijdert_een_virus_en_vraagt_het_bestand_opnieuw(
    settings, django_capture_on_commit_callbacks
):
    document = wachtend(settings, bestand=b.upload(b.PDF + EICAR + b"\n%%EOF"))
    with clamd() as server, django_capture_on_commit_callbacks(execute=True):
        scanner(settings, server.url)
        bestanden_scannen(nu=NU)

    document.refresh_from_db()
    assert document.in_quarantaine
    assert document.is_geweigerd
    assert opgeslagen() == []
    taak = Taak.objects.get(sleutel__startswith="bestand_geweigerd")
    assert (taak.rol, taak.contactmoment) == (Rol.ADMINISTRATIE, document.contactmoment)
    assert bestanden_scannen(nu=NU) == 0  # not asked again


def test_zolang_de_scanner_zwijgt_blijft_het_wachten(settings):
    document = wachtend(settings)

    assert bestanden_scannen(nu=NU) == 0
    document.refresh_from_db()
    assert document.in_quarantaine


def test_een_scanner_die_is_uitgezet_laat_niets_voor_altijd_wachten(settings):
    document = wachtend(settings)
    scanner(settings, "")

    assert bestanden_scannen(nu=NU) == 1
    document.refresh_from_db()
    assert (document.in_quarantaine, document.scanuitslag) == (False, "niet gescand")


# --- opening it ------------------------------------------------------------------------------------------------


def adres(document) -> str:
    return reverse("toegang:document", args=[document.pk])


WIE = {
    "administratie": ([Rol.ADMINISTRATIE], 200),
    "kcc": ([Rol.KCC], 404),
    "beheerder": ([Rol.BEHEERDER], 404),
    "jurist": ([Rol.JURIST], 404),
    "fg": ([Rol.FUNCTIONARIS_GEGEVENSBESCHERMING], 404),
    "contractbeheerder": ([Rol.CONTRACTBEHEERDER], 404),
    "zonder rol": ([], 404),
}


@pytest.mark.parametrize("wie", WIE)
def test_wie_een_bestand_zonder_zaak_mag_openen(client, wie):
    rollen, verwacht = WIE[wie]
    collega = MedewerkerFabriek(rollen=rollen)
    document = bijlage()

    assert client.als(collega).get(adres(document)).status_code == verwacht


def test_een_consulent_zonder_taak_opent_een_bestand_zonder_zaak_niet(client):
    consulent = MedewerkerFabriek(team=WijkteamFabriek())

    assert client.als(consulent).get(adres(bijlage())).status_code == 404


def test_het_kcc_leest_zijn_contact_van_vandaag_terug_maar_niet_het_bestand(client):
    kcc = voordeur.kcc()
    contact = voordeur.contact(door=kcc.actor)
    document = bijlage(contact)

    assert client.als(kcc).get(reverse("toegang:contact", args=[contact.pk])).status_code == 200
    assert client.als(kcc).get(adres(document)).status_code == 404


def test_met_een_zaak_geldt_de_laag_van_het_bestand(client, monkeypatch):
    """After the team has it the administratie sees the process, and no content."""
    team = WijkteamFabriek()
    zaak = voordeur.zaak("te_verdelen", team=team, monkeypatch=monkeypatch)
    op_zaak = bijlage(None, contactmoment=None, zaak=zaak)
    via_contact = bijlage(zaak.contactmomenten.get())
    administratie = voordeur.administratie()
    ander_team = MedewerkerFabriek(team=WijkteamFabriek())

    for document in (op_zaak, via_contact):
        assert client.als(administratie).get(adres(document)).status_code == 403
        assert client.als(ander_team).get(adres(document)).status_code == 404
        assert document not in Document.objects.voor(Actor.objects.get(medewerker=administratie))


def test_wat_bij_het_contact_binnenkwam_staat_bij_de_zaak(client):
    zaak = voordeur.zaak()
    document = bijlage(zaak.contactmomenten.get())

    tekst = (
        client.als(voordeur.administratie())
        .get(reverse("toegang:documenten", args=[zaak.pk]))
        .content.decode()
    )

    assert adres(document) in tekst


def test_een_bestand_van_buiten_opent_nooit_in_de_pagina_en_wordt_opgeschreven(client):
    document = bijlage(bestand=b.upload(b.png(), "scan.png"))
    administratie = voordeur.administratie()

    antwoord = client.als(administratie).get(adres(document))

    assert antwoord.content == b.png()
    assert antwoord["Content-Type"] == "image/png"
    assert antwoord["Content-Disposition"] == 'attachment; filename="upload-2026-12-03.png"'
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Cache-Control"] == "no-store, private"
    assert "sandbox" in antwoord["Content-Security-Policy"]
    assert "default-src 'none'" in antwoord["Content-Security-Policy"]
    regel = Inzage.objects.get()
    assert (regel.scherm, regel.actie, regel.laag, regel.uitkomst) == (
        "document",
        "downloaden",
        "L2b",
        "gelukt",
    )


def test_een_pdf_van_buiten_is_een_bijlage_geen_pagina(client):
    antwoord = client.als(voordeur.administratie()).get(adres(bijlage()))

    assert antwoord["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("rollen", [[Rol.ADMINISTRATIE], [Rol.ADMINISTRATIE, Rol.JURIST]])
def test_wat_in_quarantaine_staat_opent_niemand(client, settings, rollen):
    document = wachtend(settings)

    antwoord = client.als(MedewerkerFabriek(rollen=rollen)).get(adres(document))

    assert antwoord.status_code == 403
    assert "Dit bestand wordt nog gecontroleerd." in antwoord.content.decode()


def test_wat_is_veranderd_in_de_opslag_gaat_niet_open(client):
    document = bijlage()
    with open(default_storage.path(str(document.bestand)), "r+b") as bestand:
        bestand.write(b"%PDF-9")
    client.raise_request_exception = False

    assert client.als(voordeur.administratie()).get(adres(document)).status_code == 500


# --- the field and the limit of an upload ----------------------------------------------------------------------


class Proefformulier(Formulier):
    naam = TekstVeld(label="Naam")
    bestand = BestandVeld(label="Brief", required=False)
    bijlagen = BestandenVeld(label="Bijlagen", required=False)


def test_een_bestand_dat_liegt_krijgt_een_zin_bij_het_veld():
    formulier = Proefformulier({"naam": "x"}, {"bestand": b.upload(b.png(), "brief.pdf")})

    assert "maar het is een afbeelding (PNG)" in formulier.errors["bestand"][0]


def test_klopt_iets_anders_niet_dan_staat_er_dat_het_bestand_opnieuw_moet():
    formulier = Proefformulier({"naam": ""}, {"bestand": b.upload()})

    assert formulier.errors["bestand"] == [BESTAND_OPNIEUW]


def _met(*bestanden):
    from django.utils.datastructures import MultiValueDict

    return Proefformulier({"naam": "x"}, MultiValueDict({"bijlagen": list(bestanden)}))


def test_meer_bestanden_tegelijk():
    formulier = _met(b.upload(naam="een.pdf"), b.upload(b.jpeg(), "twee.jpg"))

    assert formulier.is_valid()
    assert [x.name for x in formulier.cleaned_data["bijlagen"]] == ["een.pdf", "twee.jpg"]


def test_van_meer_bestanden_noemt_de_zin_welk_bestand():
    formulier = _met(b.upload(naam="een.pdf"), b.upload(b.png(), "twee.pdf"))

    assert formulier.errors["bijlagen"][0].startswith("twee.pdf: De naam van dit bestand eindigt op .pdf")


def test_te_veel_bestanden():
    formulier = _met(*[b.upload(naam=f"{n}.pdf") for n in range(4)])

    assert formulier.errors["bijlagen"] == ["U hebt 4 bestanden gekozen. Kies er hoogstens 3"]


def test_wat_te_groot_is_wordt_geteld_en_niet_bewaard():
    """200 MB arrives as a name and a size; what was typed beside it is still there."""
    inhoud = b.PDF + b"\0" * 200_000_000
    request = RequestFactory().post("/", {"naam": "Piet", "bestand": b.upload(inhoud)})

    formulier = Proefformulier(request.POST, request.FILES)

    assert request.POST["naam"] == "Piet"
    assert request.FILES["bestand"].read() == b""
    assert formulier.errors["bestand"] == ["Dit bestand is 200 MB. Kies een bestand van 10 MB of kleiner"]


def test_een_formulier_van_meer_dan_300_mb_wordt_niet_gelezen():
    request = RequestFactory().post("/", {"bestand": b.upload()})
    request.META["CONTENT_LENGTH"] = str(HOOGSTENS_SAMEN + 1)

    with pytest.raises(RequestDataTooBig):
        _ = request.POST
