"""A day of three visits, one of them without signal from start to end, with a lock and a conflict.

1. Fatma takes her three visits of today along, with a PIN, at the office.
2. The first visit has signal: what she types is kept within a second; she saves the talk.
3. At the second there is none, from the door on: she reads address and question, types the talk and the self-reliance.
   The screen locks while they drink coffee; with her PIN she goes on where she was. The card now shows less.
4. The third is about a boy of thirteen. She types the talk and the steps of the youth onderzoek, with his yes and that of
   his parents, still without signal; at the office a draft of the talk stands on the laptop.
5. The signal is back: all goes up once, and of the third talk she chooses, with both texts before her.
6. At her desk the talk of the second visit and the youth onderzoek stand filled in: she saves them, and each is kept
   once. She signs out: nothing is left.
"""

import os
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.axe import axe_fouten
from tests.fabrieken import InwonerFabriek
from tests.reizen.conftest import wacht_op
from tests.reizen.tablet import (
    TEL,
    Tablet,
    adres,
    bezoek_vandaag,
    consulent,
    eigen_klok,
    op_de_server,
    op_de_server_staat,
    staat_er,
    vul_alles,
)
from toegang.models import Concept, Gebeurtenis, Inzage
from toegang.rechten import Wet
from wijkteams.models import Discipline, Jeugdonderzoek, Onderzoek
from wijkteams.usecases import apparaat_beginnen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(300)]
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at


def bekijk(pagina, naam: str) -> None:
    """Axe finds nothing at three widths; a picture of each, when asked for."""
    for breedte in (1280, 768, 390):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        fouten = axe_fouten(pagina, alleen_indeling=breedte != 1280)
        assert fouten == [], f"{naam} op {breedte} px"
        assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{naam} op {breedte} px"
        )
        if BEELDEN:
            pagina.screenshot(path=str(Path(BEELDEN) / f"onderweg-{naam}-{breedte}.png"))
    pagina.set_viewport_size({"width": 1280, "height": 900})


def dit_bezoek(pagina, blad: str) -> None:
    """To another page of this visit, by the menu of the shell; what was typed the moment before is kept first."""
    menu = pagina.get_by_role("navigation", name="Dit bezoek")
    menu.get_by_role("link", name=blad, exact=True).click()
    expect(menu.locator("[aria-current]")).to_have_text(blad)


def vul_jeugd(pagina) -> dict[str, str]:
    """Every text field of the youth onderzoek, and the yes of the boy and of his parents; field -> what was typed."""
    vandaag = timezone.localdate()
    getypt = vul_alles(pagina, "JEUGD") | {"omvang": "2 uur per week", "ouders_namen": "Moeder"}
    getypt |= {f"{wie}_op": f"{vandaag:%-d-%-m-%Y}" for wie in ("jeugdige_akkoord", "ouders_akkoord")}
    for veld in ("omvang", "ouders_namen", "jeugdige_akkoord_op", "ouders_akkoord_op"):
        pagina.locator(f"main [name={veld}]").fill(getypt[veld])
    for veld in ("jeugdige_akkoord", "ouders_akkoord"):
        pagina.locator(f"main [name={veld}][value=ja]").check()
        getypt[veld] = "ja"
    return getypt


def test_een_dag_met_drie_bezoeken(browser, live_server, monkeypatch):
    monkeypatch.setattr(apparaat_beginnen, "ITERATIES", 1000)
    fatma = consulent(ook=[Discipline.JEUGD])
    jongen = InwonerFabriek(geboren=f"{timezone.localdate().year - 13}0101")
    een, twee = (
        bezoek_vandaag(fatma, minuten=nummer, inwoner=InwonerFabriek(telefoon=f"061234567{nummer}"))
        for nummer in (3, 4)
    )
    drie = bezoek_vandaag(fatma, minuten=5, inwoner=jongen, wet=Wet.JEUGDWET, onderwerp="opvoeden")
    naam = twee.dossier.inwoner.naam.weergave()
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    eigen_klok(context)
    fouten = []
    context.on("weberror", lambda fout: fouten.append(str(fout.error)))
    tablet = Tablet(context, live_server.url)
    tablet.aanmelden(fatma)

    # 1
    pagina = tablet.blad(reverse("wijkteams:dag"))
    pagina.get_by_role("link", name="Zet klaar voor onderweg").click()
    expect(pagina.locator("#pin-1")).to_be_visible()
    bekijk(pagina, "1-zet-klaar")
    pagina.close()
    pagina = tablet.zet_klaar()
    bekijk(pagina, "1-klaargezet")
    assert Gebeurtenis.objects.filter(soort="onderweg_klaargezet").count() == 3
    assert (
        Inzage.objects.filter(scherm="onderweg_bezoek", wie=fatma.naam).values("zaak").distinct().count() == 3
    )

    # 2
    pagina.goto(live_server.url + adres("gesprek", een))
    tablet.lijn(pagina, "Verbonden, alles bewaard")
    getypt = vul_alles(pagina, "EEN")
    wacht_op(lambda: op_de_server_staat(fatma, adres("gesprek", een), getypt), 5)
    bekijk(pagina, "2-verbonden")
    pagina.get_by_role("button", name="Gesprek bewaren").last.click()
    expect(pagina.locator("body")).to_contain_text("Gesprek bewaard")
    assert not Concept.objects.exists()

    # 3
    context.set_offline(True)
    pagina.goto(live_server.url + adres("onderweg_bezoek", twee))
    expect(pagina.locator("main")).to_contain_text("Hulp bij het huishouden.")
    expect(pagina.locator("body")).to_contain_text("0612345674")
    bekijk(pagina, "3-schil-bezoek")
    dit_bezoek(pagina, "Gesprek")
    gesprek = vul_alles(pagina, "GESPREK")
    tablet.lijn(pagina, "Geen verbinding: 1 stuk op dit apparaat")
    bekijk(pagina, "3-schil-gesprek")
    pagina.get_by_role("button", name="Gesprek bewaren").last.click()
    expect(pagina.get_by_role("alert")).to_contain_text("Uw tekst staat op dit apparaat.")
    dit_bezoek(pagina, "Zelfredzaamheid")
    expect(pagina.get_by_role("heading", name="Zelfredzaamheid")).to_be_visible()
    zrm = vul_alles(pagina, "ZRM")
    tablet.lijn(pagina, "Geen verbinding: 2 stukken op dit apparaat")
    context.clock.fast_forward("15:06")
    expect(pagina.get_by_role("heading", name="Vergrendeld")).to_be_visible()
    assert naam not in pagina.content()
    bekijk(pagina, "3-vergrendeld")
    tablet.ontgrendel(pagina)
    staat_er(pagina, zrm)
    dit_bezoek(pagina, "Gesprek")
    staat_er(pagina, gesprek)
    dit_bezoek(
        pagina, "Het bezoek"
    )  # the inwoner looks along now: no address, telephone or warning, until she says so
    expect(pagina.get_by_role("button", name="Tafelstand uit")).to_be_visible()
    assert "0612345674" not in pagina.content()
    bekijk(pagina, "3-schil-bezoek-aan-tafel")
    pagina.get_by_role("button", name="Tafelstand uit").click()
    expect(pagina.locator("body")).to_contain_text("0612345674")

    # 4
    pagina.goto(live_server.url + adres("gesprek", drie))
    mijn = vul_alles(pagina, "TABLET")
    dit_bezoek(pagina, "Jeugd: stappen en toestemming")
    jeugd = vul_jeugd(pagina)
    tablet.lijn(pagina, "Geen verbinding: 4 stukken op dit apparaat")
    bekijk(pagina, "4-schil-jeugd")
    laptop = Tablet(browser.new_context(), live_server.url)
    laptop.aanmelden(fatma)
    hun = vul_alles(laptop.blad(adres("gesprek", drie)), "LAPTOP")
    wacht_op(lambda: op_de_server_staat(fatma, adres("gesprek", drie), hun), 5)
    laptop.context.close()

    # 5
    dit_bezoek(pagina, "Gesprek")
    staat_er(pagina, mijn)
    context.set_offline(False)
    tablet.lijn(pagina, "1 stuk niet verstuurd: kies een versie")
    wacht_op(lambda: pagina.evaluate(TEL) == 1, 10)
    assert op_de_server_staat(fatma, adres("gesprek", twee), gesprek)
    assert op_de_server_staat(fatma, adres("zrm", twee), zrm)
    assert op_de_server_staat(fatma, adres("jeugd", drie), jeugd)
    assert set(Concept.objects.values_list("versie", flat=True)) == {1}
    bekijk(pagina, "5-kies-een-versie")
    for veld in mijn:
        pagina.locator(f'input[name="versie_{veld}"][value=samen]').check()
    pagina.get_by_role("button", name="Deze keuze bewaren").click()
    tablet.lijn(pagina, "Verbonden, alles bewaard")
    bewaard = op_de_server(fatma, adres("gesprek", drie))
    assert {n: bewaard[n] for n in mijn} == {n: f"{hun[n]}\n\n{mijn[n]}" for n in mijn}

    # 6
    pagina.goto(live_server.url + adres("gesprek", twee))
    staat_er(pagina, gesprek)
    expect(pagina.locator(".tg-concept")).to_contain_text("Hij is nog niet opgeslagen.")
    bekijk(pagina, "6-thuis")
    pagina.get_by_role("button", name="Gesprek bewaren").last.click()
    expect(pagina.locator("body")).to_contain_text("Gesprek bewaard")
    assert Onderzoek.objects.get(zaak=twee).behoeften == gesprek["behoeften"]
    pagina.goto(live_server.url + adres("jeugd", drie))
    expect(pagina.locator(".tg-concept")).to_contain_text("Hij is nog niet opgeslagen.")
    pagina.get_by_role("button", name="Jeugdonderzoek bewaren").click()
    expect(pagina.locator("body")).to_contain_text("Jeugdonderzoek bewaard")
    rij = Jeugdonderzoek.objects.get()
    assert (rij.versie, rij.problemen, rij.omvang) == (1, jeugd["problemen"], jeugd["omvang"])
    assert (rij.jeugdige_akkoord, rij.ouders_akkoord, rij.ouders_namen) == ("ja", "ja", "Moeder")
    assert rij.jeugdige_akkoord_op == timezone.localdate()
    tablet.lijn(pagina, "Verbonden, alles bewaard")
    pagina.get_by_role("button", name="Uitloggen").first.click()
    pagina.wait_for_url(lambda url: "/wijkteams/" not in url)
    assert pagina.evaluate("async () => [await indexedDB.databases(), await caches.keys()]") == [[], []]
    assert fouten == []
    context.close()
