"""Locking is not signing out; five wrong tries; two devices; and what lies on the device, also on its disk.

One tablet, one after the other: locked without signal, locked in all tabs while the session ended too, another device
in between, five wrong tries, signed out.
"""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.axe import axe_fouten
from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.reizen.conftest import wacht_op
from tests.reizen.tablet import (
    LEES,
    PIN,
    TEL,
    Tablet,
    adres,
    bezoek_vandaag,
    consulent,
    eigen_klok,
    op_de_server,
    op_de_server_staat,
    opnieuw_beginnen,
    staat_er,
    vul_alles,
)
from tests.wijkteams.opstellingen import hulpvraag_afgewogen
from toegang.models import Concept
from wijkteams.models import Apparaat
from wijkteams.usecases import apparaat_beginnen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(300)]
KWARTIER = "15:06"
STRAAT = "Kanariestraat"


@pytest.fixture(autouse=True)
def _snel(monkeypatch):
    monkeypatch.setattr(apparaat_beginnen, "ITERATIES", 1000)


@pytest.fixture
def wie(live_server):
    return consulent()


@pytest.fixture
def zaak(wie):
    return bezoek_vandaag(wie, inwoner=InwonerFabriek(telefoon="0612345678"))


@pytest.fixture
def tablet(browser, live_server, wie, zaak):
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    eigen_klok(context)
    tablet = Tablet(context, live_server.url)
    tablet.aanmelden(wie)
    tablet.zet_klaar()  # stays open, and holds the key for the other tabs
    yield tablet
    context.close()


def test_op_slot_en_weer_verder(tablet, wie, zaak):
    for deel in (zonder_verbinding, in_alle_tabbladen, op_twee_apparaten, na_vijf_keer_fout, uitloggen):
        gesprek = tablet.blad(adres("gesprek", zaak))
        tablet.lijn(gesprek, "Verbonden, alles bewaard")
        deel(tablet, gesprek, wie, zaak)
        for pagina in tablet.context.pages[1:]:
            pagina.close()
        opnieuw_beginnen()


def op_slot(pagina) -> None:
    expect(pagina.get_by_role("heading", name="Vergrendeld")).to_be_visible()


def zonder_verbinding(tablet, gesprek, wie, zaak):
    naam = zaak.dossier.inwoner.naam.weergave()
    tablet.context.set_offline(True)
    getypt = vul_alles(gesprek, "SLOT")
    tablet.lijn(gesprek, "Geen verbinding: 1 stuk op dit apparaat")
    expect(gesprek.locator("body")).to_contain_text(naam)

    tablet.context.clock.fast_forward(KWARTIER)
    op_slot(gesprek)

    assert "SLOT" not in gesprek.content()
    assert naam not in gesprek.content()
    assert naam not in gesprek.title()
    assert axe_fouten(gesprek) == []
    tablet.ontgrendel(gesprek, "000111")
    expect(gesprek.get_by_role("alert")).to_have_text(
        "Deze pincode klopt niet. U kunt het nog 4 keer proberen."
    )
    gesprek.reload()  # the shell asks it too: nothing opens without the PIN
    op_slot(gesprek)
    assert "SLOT" not in gesprek.content()
    tablet.ontgrendel(gesprek)
    staat_er(gesprek, getypt)
    tablet.lijn(gesprek, "Geen verbinding: 1 stuk op dit apparaat")
    tablet.context.set_offline(False)
    wacht_op(lambda: op_de_server_staat(wie, adres("gesprek", zaak), getypt), 10)


def in_alle_tabbladen(tablet, gesprek, wie, zaak):
    """The session is over too; unlocked in one tab it is open in all."""
    twee = tablet.blad(adres("zrm", zaak))
    getypt = vul_alles(gesprek, "SESSIE")
    wacht_op(lambda: op_de_server_staat(wie, adres("gesprek", zaak), getypt), 5)

    tablet.context.clock.fast_forward(KWARTIER)
    tablet.sessie_weg()
    op_slot(gesprek)
    op_slot(twee)
    tablet.ontgrendel(gesprek)
    staat_er(gesprek, getypt)
    expect(twee.get_by_role("heading", name="Zelfredzaamheid")).to_be_visible()  # open in all at once
    getypt = vul_alles(gesprek, "DAARNA")
    tablet.lijn(gesprek, "U bent uitgelogd: 1 stuk op dit apparaat")
    tablet.aanmelden(wie)
    gesprek.get_by_role("link", name="Inloggen").click()
    staat_er(gesprek, getypt)
    tablet.lijn(gesprek, "Verbonden, alles bewaard")

    assert op_de_server_staat(wie, adres("gesprek", zaak), getypt)


def na_vijf_keer_fout(tablet, gesprek, wie, zaak):
    """Only the same person comes in again, with signal, and with a new PIN."""
    tablet.context.set_offline(True)
    getypt = vul_alles(gesprek, "VIJF")
    tablet.lijn(gesprek, "Geen verbinding: 1 stuk op dit apparaat")
    tablet.context.clock.fast_forward(KWARTIER)
    for poging in range(5):
        op_slot(gesprek)
        if poging:
            expect(gesprek.get_by_role("alert")).to_contain_text(f"nog {5 - poging} keer")
        tablet.ontgrendel(gesprek, "000111")
    expect(gesprek.locator("#slot")).to_contain_text("Er is vijf keer een verkeerde pincode ingevuld.")
    expect(gesprek.locator("#slot")).to_contain_text("Maak verbinding en log in.")
    assert gesprek.evaluate("pin => Toegang.kluis.ontgrendelen(pin)", PIN) is False  # the right one neither
    assert axe_fouten(gesprek) == []
    tablet.context.set_offline(False)
    gesprek.close()

    ander = MedewerkerFabriek(team=zaak.wijkteam)
    tablet.aanmelden(ander)
    pagina = tablet.blad(reverse("wijkteams:onderweg"))
    expect(pagina.locator("main")).to_contain_text("Op dit apparaat staan bezoeken van een collega.")
    assert "VIJF" not in pagina.content()
    pagina.close()

    tablet.aanmelden(wie)
    pagina = tablet.blad(adres("gesprek", zaak))
    pagina.locator("#slot-nieuw").fill("284617")
    pagina.locator("#slot-nieuw-2").fill("284617")
    pagina.get_by_role("button", name="Pincode kiezen").click()
    staat_er(pagina, getypt)
    tablet.lijn(pagina, "Verbonden, alles bewaard")

    assert op_de_server_staat(wie, adres("gesprek", zaak), getypt)
    assert not Concept.objects.filter(actor=ander.actor).exists()


def op_twee_apparaten(tablet, gesprek, wie, zaak):
    """On the tablet without signal, meanwhile on the laptop: both shown, the person chooses, nothing is overwritten."""
    tablet.context.set_offline(True)
    mijn = vul_alles(gesprek, "TABLET")
    tablet.lijn(gesprek, "Geen verbinding: 1 stuk op dit apparaat")
    laptop = Tablet(tablet.context.browser.new_context(), tablet.basis)
    laptop.aanmelden(wie)
    hun = vul_alles(laptop.blad(adres("gesprek", zaak)), "LAPTOP")
    wacht_op(lambda: op_de_server_staat(wie, adres("gesprek", zaak), hun), 5)
    laptop.context.close()

    tablet.context.set_offline(False)
    tablet.lijn(gesprek, "1 stuk niet verstuurd: kies een versie")
    assert axe_fouten(gesprek) == []
    elders = tablet.blad(adres("zrm", zaak))
    tablet.lijn(elders, "1 stuk niet verstuurd: kies een versie")
    elders.close()
    for tekst in (*mijn.values(), *hun.values()):
        expect(gesprek.locator("#kies-versie")).to_contain_text(tekst)
    for naam in mijn:
        gesprek.locator(f'input[name="versie_{naam}"][value=samen]').check()
    gesprek.get_by_role("button", name="Deze keuze bewaren").click()
    tablet.lijn(gesprek, "Verbonden, alles bewaard")

    bewaard = op_de_server(wie, adres("gesprek", zaak))
    assert {n: bewaard[n] for n in mijn} == {n: f"{hun[n]}\n\n{mijn[n]}" for n in mijn}


def uitloggen(tablet, gesprek, wie, zaak):
    """Everything goes, and not before all is sent."""
    gesprek.route(re.compile("/toegang/concept/"), lambda route: route.fulfill(status=500))
    getypt = vul_alles(gesprek, "WEG")
    tablet.lijn(gesprek, "Nog niet verstuurd: 1 stuk op dit apparaat")
    gesprek.get_by_role("button", name="Uitloggen").first.click()
    weigering = gesprek.get_by_role("alert").filter(
        has_text="Er staat nog 1 stuk op dit apparaat. Maak eerst verbinding."
    )
    expect(weigering).to_be_visible()
    assert gesprek.evaluate(TEL) == 1

    gesprek.unroute(re.compile("/toegang/concept/"))
    gesprek.get_by_role("button", name="Nu versturen").click()
    gesprek.wait_for_url(lambda url: "/wijkteams/" not in url)

    assert op_de_server_staat(wie, adres("gesprek", zaak), getypt)
    resten = """async () => [await indexedDB.databases(), await caches.keys(), Object.keys(localStorage),
        Object.keys(sessionStorage).filter(k => !k.startsWith('htmx-')), (await navigator.serviceWorker.getRegistrations()).length]"""
    assert gesprek.evaluate(resten) == [[], [], [], [], 0]
    assert Apparaat.objects.get().geheim is None


def test_niets_leesbaar_op_het_apparaat_ook_niet_op_de_schijf(
    playwright, browser_type_launch_args, live_server, tmp_path
):
    """Canaries in every text field of the visit: 0 in plain in the browser's stores, 0 in its profile on disk."""
    wie = consulent()
    zaak = bezoek_vandaag(wie, inwoner=InwonerFabriek(straat=STRAAT, telefoon="0687654321"))
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=1)
    profiel = tmp_path / "profiel"
    context = playwright.chromium.launch_persistent_context(
        str(profiel), **browser_type_launch_args, locale="nl-NL"
    )
    tablet = Tablet(context, live_server.url)
    tablet.aanmelden(wie)
    tablet.zet_klaar()  # stays open, and holds the key for the other tabs
    context.set_offline(True)
    pagina = context.new_page()
    for pad in (
        adres("gesprek", zaak),
        adres("zrm", zaak),
        f"{adres('afweging', zaak)}?open={hulpvraag.pk}.2",
    ):
        pagina.goto(live_server.url + pad)
        vul_alles(pagina, "CANARIE")
        tablet.op_het_apparaat(pagina, pad)  # a new page may reach the server for a moment: no fixed count
    opslag = pagina.evaluate(LEES)
    context.close()

    assert len(opslag) > 10_000
    for kanarie in ("CANARIE", STRAAT, "0687654321", "Hulp bij het huishouden", PIN):
        assert kanarie not in opslag, kanarie
        assert op_schijf(profiel, kanarie) == [], kanarie


def op_schijf(profiel: Path, woord: str) -> list[str]:
    """Files of the browser in which this stands, as bytes or as UTF-16; compressed ones are opened."""
    vormen = (woord.encode(), woord.encode("utf-16-le"))
    gevonden = []
    for bestand in profiel.rglob("*"):
        if not bestand.is_file():
            continue
        ruw = bestand.read_bytes()
        if any(vorm in ruw for vorm in vormen):
            gevonden.append(str(bestand.relative_to(profiel)))
    return gevonden
