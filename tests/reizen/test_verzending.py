"""A batch with two exceptions whose post leaves a day late, on two widths.

The first is under curatele; the second is a child whose parents live at two addresses.
1. Jan opens Verzenden, chooses of what waits the three signed besluiten, for today.
2. Two are held out: an inwoner died, an address is being looked into. He looks at a sample and lets the rest be made.
3. It is made and printed in the order of the post; the courier does not come.
4. The next day somebody mended the address; Jan says the post goes today: all letters are made anew, three now.
   The curator has the first, each parent one of the other; on none stands the address of another.
5. He prints again and confirms: only now the besluiten hold, from that day; the old paper is kept as not sent.
6. The inwoner types the code of the letter: it is ours.
"""

import io
import re

import pypdf
import pytest
from django.urls import reverse
from playwright.sync_api import expect

from beschikkingen.models import Besluit
from tests.beschikkingen.opstellingen import VANDAAG, administratie, besluit_in
from tests.fabrieken import InwonerFabriek
from tests.reizen.pagina import doe, ga, keur, vul
from tests.reizen.test_tegenspraak import kiek, nl, op
from tests.toegang.verzendingen import MORGEN, werken, wijzig
from toegang import termijnen
from toegang.models import Actor, Brief, Document, Vertegenwoordiger, Verzending

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(600)]


ADRESSEN = ("Kerkstraat 12", "Schoolpad 7", "Stationsstraat 4", "Hoogstraat 8")


def vertegenwoordigd(inwoner, soort, naam, adres) -> None:
    Vertegenwoordiger(inwoner=inwoner, soort=soort, naam=naam, adres=adres, vanaf_op=VANDAAG).bewaren(
        door=Actor.objects.systeem(), reden="test"
    )


def elk_zijn_eigen_brief(besluiten) -> None:
    """Whose letter it is, at which address, and about whom: as it stands on the paper that went."""
    gevonden = {}
    for brief in Brief.objects.filter(bron_id__in=[b.pk for b in besluiten], status="verzonden"):
        with brief.document.bestand.open("rb") as bestand:
            bladen = pypdf.PdfReader(io.BytesIO(bestand.read())).pages
            tekst = " ".join(" ".join(blad.extract_text() for blad in bladen).split())
        gevonden[brief.aan_naam] = (
            [a for a in ADRESSEN if a in tekst], "Deze brief gaat over A.M. Jansen" in tekst
        )  # fmt: skip
    assert gevonden == {
        "Mr. A. Bemelmans": (["Stationsstraat 4"], True),
        "De ouder(s) of verzorger(s) van": (["Schoolpad 7"], False),
        "P. Verhagen": (["Hoogstraat 8"], True),
    }


def test_een_stapel_die_een_dag_later_weggaat(als, live_server, monkeypatch):
    basis, jan = live_server.url, administratie()
    with op(VANDAAG):
        kind = InwonerFabriek(geboren="20160505", straat="Schoolpad", huisnummer=7)
        besluiten = [besluit_in("ondertekend", **wie) for wie in ({}, {"inwoner": kind}, {})]
        mensen = [b.zaak.dossier.inwoner for b in besluiten]
        wijzig(mensen[0], onder_curatele=True)
        vertegenwoordigd(mensen[0], "curator", "Mr. A. Bemelmans", "Stationsstraat 4, 5931 EC Tegelen")
        vertegenwoordigd(kind, "ouder", "P. Verhagen", "Hoogstraat 8, 5941 BE Velden")
        wijzig(mensen[1], adres_in_onderzoek=True)
        wijzig(mensen[2], overleden_op="20261203")
        # 1
        pagina = als(jan)
        ga(pagina, reverse("toegang:verzendingen"), basis)
        expect(pagina.locator("main")).to_contain_text("6 brieven wachten op verzending.")
        pagina.get_by_role("link", name="Nieuwe verzending").click()
        keur(pagina)
        kiek(pagina, "verzending-nieuw")
        pagina.get_by_label("Ontvangstbevestiging (3)").uncheck()
        doe(pagina, "Naar de controle", dan="De brieven zijn gekozen.")
        # 2
        expect(pagina.locator("main")).to_contain_text("De inwoner is overleden: 1")
        expect(pagina.locator("main")).to_contain_text("Het adres is in onderzoek: 1")
        kiek(pagina, "verzending-controle")
        voorbeeld = pagina.get_by_role("link", name=re.compile("Voorbeeld 1")).get_attribute("href")
        assert pagina.request.get(basis + voorbeeld).headers["content-type"] == "application/pdf"
        pagina.clock.install()
        doe(pagina, "Brieven laten maken", dan="0 van 1 brief klaar")
        kiek(pagina, "verzending-loopt")
        # 3
        expect(pagina.get_by_role("link", name="Ververs")).to_be_visible()
        werken(VANDAAG)
        pagina.clock.run_for(4_000)  # the page asks by itself, and comes anew when the batch is ready
        expect(pagina.locator("main")).to_contain_text("Telblad")
        oud = Brief.objects.get(bron_id=besluiten[0].pk).document
        kiek(pagina, "verzending-klaar")
    with op(MORGEN):
        # 4
        wijzig(mensen[1].__class__.objects.get(pk=mensen[1].pk), adres_in_onderzoek=False)
        pagina = als(jan)
        adres = reverse("toegang:verzending", args=[Verzending.objects.get().pk])
        ga(pagina, adres, basis)
        vul(pagina, aangeboden_op=nl(MORGEN))
        doe(pagina, "Post is weg", dan="Op de brieven stond een andere datum.")
        assert not Besluit.objects.filter(status="verzonden").exists()
        werken(MORGEN)
        # 5
        ga(pagina, adres, basis)
        expect(pagina.locator("main")).to_contain_text("3 brieven, ")
        vul(pagina, aangeboden_op=nl(MORGEN))
        doe(pagina, "Post is weg", dan="De post is weg.")
        werken(MORGEN)
        ga(pagina, adres, basis)
        expect(pagina.locator("main")).to_contain_text("Alle brieven zijn verwerkt.")
        kiek(pagina, "verzending-weg")
        weg = Besluit.objects.filter(pk__in=[b.pk for b in besluiten[:2]])
        assert {(b.status, b.verzonden_op, b.bezwaar_tot) for b in weg} == {
            ("verzonden", MORGEN, termijnen.bezwaartermijn(MORGEN))
        }
        elk_zijn_eigen_brief(besluiten)
        assert Document.objects.get(pk=oud.pk).niet_verzonden_van.bron_id == besluiten[0].pk
        # 6
        code = Brief.objects.get(bron_id=besluiten[0].pk).code
        monkeypatch.setattr("toegang.spamwering.MINSTENS", 0)
        ga(pagina, reverse("openbaar:briefcontrole"), basis)
        vul(pagina, code=code.lower())
        doe(pagina, "Controleer de brief", dan="Ja, deze code is van ons")
        kiek(pagina, "briefcontrole")
        expect(pagina.locator("main")).to_contain_text("4 december 2026")
        expect(pagina.locator("main")).not_to_contain_text(mensen[0].geslachtsnaam)
