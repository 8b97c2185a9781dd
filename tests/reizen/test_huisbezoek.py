"""The visit at the table, in a real browser on a tablet.

An adult (Wmo):
1. Fatma presses *Gesprek beginnen aan tafel*: from here tafelstand is on, and stays on.
2. She writes what is said, puts a text block behind it, and saves on to the afweging.
3. She adds a hulpvraag, examines rung 1 with a preview of the sentence in the letter, and rung 3 with the yes of the
   daughter: who and when. The note for ourselves is nowhere in the page.
4. Her day stays shut until she switches tafelstand off; then the note is there.
5. She keeps a photo, with who consented and what for; it stands in the dossier.

A young person of sixteen (Jeugdwet):
6. The page asks the young person, not the parents; the steps, the offers and who determines are kept.

7. Without scripts the same form works: the server puts the text block behind what was typed. On a telephone the menu of
   the dossier is folded and names the page that is open; it opens by keyboard, and stands open beside a wide page.
8. What the page says by itself (connection, kept) moves no button under a finger, on a telephone and a tablet.
9. First usable on at most 200 kB over the wire, of which 60 kB of script.
"""

import gzip

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.bestanden import png
from tests.fabrieken import InwonerFabriek
from tests.reizen.pagina import doe, ga, kies, veld, vul
from tests.wijkteams.aan_tafel import vaste_tekst
from tests.wijkteams.opstellingen import (
    hulpvraag_afgewogen,
    zaak_in_onderzoek,
    zaak_met_gesprek,
)
from toegang.rechten import Wet
from wijkteams.models import Bezoekfoto, Hulpvraag, Jeugdonderzoek, Onderzoek, Trede

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.reis,
    pytest.mark.traag,
    pytest.mark.timeout(600),
]
TABLET = {"width": 768, "height": 1024}
KNOPPEN = """tekst => {
  document.getElementById("verbinding").hidden = tekst === null;
  document.querySelector("[data-bewaard]").textContent = tekst || "";
  return [...document.querySelectorAll("form .utrecht-button, .tg-gesprek__bewaar")].map(
    k => [getComputedStyle(k).position === "sticky" ? "" : k.offsetTop, k.offsetLeft, k.offsetHeight].join());
}"""
HOOGSTENS, SCRIPTS = 200_000, 60_000  # bytes over the wire


def nl(dag) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def test_een_volwassene_aan_tafel(als, live_server):
    vaste_tekst("wat_lukt", "U stoft zelf.")
    zaak, basis = zaak_met_gesprek(), live_server.url
    fatma = als(zaak.regisseur)
    fatma.set_viewport_size(TABLET)
    ga(fatma, reverse("wijkteams:huisbezoek", args=[zaak.pk]), basis)
    doe(fatma, "Gesprek beginnen aan tafel", dan="Tafelstand aan")

    vul(fatma, huishouden_wat_lukt="U kookt.", huishouden_wie_helpt="Uw dochter.")
    fatma.locator("#vt-gebied-huishouden").select_option(label="U stoft zelf.")
    fatma.locator("[data-tekstblok=vt-gebied-huishouden]").click()
    assert veld(fatma, "huishouden_wat_lukt").input_value() == "U kookt.\nU stoft zelf."
    veld(fatma, "bijdrage_verteld").check()
    veld(fatma, "pgb_verteld").check()
    doe(fatma, "Bewaren en verder naar de afweging", dan="Hulpvraag toevoegen")

    if not veld(fatma, "leefgebied").is_visible():
        fatma.get_by_text("Hulpvraag toevoegen", exact=True).first.click()
    veld(fatma, "leefgebied").select_option(label="Huishouden")
    vul(fatma, omschrijving="Het huis schoonhouden")
    doe(fatma, "Hulpvraag toevoegen", dan="Eigen kracht")
    hulpvraag = Hulpvraag.objects.get(onderzoek__zaak=zaak)
    staan_stil(fatma)
    kies(fatma, "onderzocht", "Ja")
    kies(fatma, "lost_op", "Deels")
    vul(fatma, wat_is_er="Kookt zelf.", wat_blijft_over="Poetsen", brieftekst="U kookt zelf.")
    doe(fatma, "Voorbeeld van de brief", dan="Zo staat het in de brief")
    assert fatma.locator("#voorbeeld-kop + p").inner_text() == "Uzelf: U kookt zelf."
    doe(fatma, "Trede bewaren", dan="is bewaard")
    afweging = reverse("wijkteams:afweging", args=[zaak.pk])
    ga(fatma, f"{afweging}?open={hulpvraag.pk}.3", basis)
    assert "Notitie voor ons" not in fatma.content()
    kies(fatma, "onderzocht", "Ja")
    kies(fatma, "lost_op", "Deels")
    vul(
        fatma,
        wat_is_er="Dochter doet de was.",
        wat_blijft_over="Poetsen",
        brieftekst="Uw dochter doet de was.",
    )
    veld(fatma, "helper_akkoord").check()
    doe(fatma, "Trede bewaren", dan="Schrijf op wie ja zei")
    assert veld(fatma, "wat_is_er").input_value() == "Dochter doet de was."
    vul(fatma, helper_naam="dochter Marieke")
    doe(fatma, "Trede bewaren", dan="is bewaard")
    rij = Trede.objects.get(hulpvraag=hulpvraag, trede=3)
    assert (rij.helper_naam, rij.helper_akkoord_op) == ("dochter Marieke", timezone.localdate())

    ga(fatma, reverse("wijkteams:dag"), basis)
    assert fatma.get_by_role("heading", name="Tafelstand staat aan").is_visible()
    doe(fatma, "Tafelstand uit", dan="Mijn dag")
    ga(fatma, reverse("wijkteams:gesprek", args=[zaak.pk]), basis)
    assert veld(fatma, "werknotitie").input_value() == "Dochter is moe."
    assert "U stoft zelf." in veld(fatma, "huishouden_wat_lukt").input_value()

    ga(fatma, reverse("wijkteams:foto", args=[zaak.pk]), basis)
    vul(fatma, toestemming_van="mevrouw zelf", toestemming_op=nl(timezone.localdate()), doel="De drempel")
    fatma.locator("[name=bestand]").set_input_files(
        {"name": "drempel.png", "mimeType": "image/png", "buffer": png()}
    )
    doe(fatma, "Foto bewaren", dan="Toestemming van mevrouw zelf")
    assert Bezoekfoto.objects.get(zaak=zaak).document.laag == "L2b"


def staan_stil(pagina) -> None:
    """No button moves, whatever the page says by itself; counted from when the new width has come to rest."""
    for breedte in (390, TABLET["width"]):
        pagina.set_viewport_size({**TABLET, "width": breedte})
        teksten = ("", "Bewaard om 21.25 uur", "Nog niet bewaard. Wij proberen het opnieuw.", None)
        tot_rust(pagina)
        assert len({str(pagina.evaluate(KNOPPEN, tekst)) for tekst in teksten}) == 1, breedte


def tot_rust(pagina) -> None:
    """After turning the tablet: its letters are there, and two looks a moment apart show the same."""
    pagina.evaluate("() => document.fonts.ready")
    eerder = None
    for _ in range(50):
        if (nu := pagina.evaluate(KNOPPEN, None)) == eerder:
            return
        eerder = nu
        pagina.wait_for_timeout(100)
    raise AssertionError(f"De pagina komt niet tot rust: {eerder}")


def test_een_jongere_van_zestien(als, live_server):
    vandaag = timezone.localdate()
    jongere = InwonerFabriek(geboren=f"{vandaag.year - 16}0101")
    zaak = zaak_in_onderzoek(wet=Wet.JEUGDWET, inwoner=jongere, onderwerp="opvoeden")
    pagina = als(zaak.regisseur)
    pagina.set_viewport_size(TABLET)

    ga(pagina, reverse("wijkteams:gesprek", args=[zaak.pk]), live_server.url)
    doe(pagina, "Bewaren en verder naar jeugd", dan="beslist zelf")
    assert not pagina.locator("[name=ouders_akkoord]").first.is_visible()
    vul(
        pagina, problemen="Ruzie thuis.", nodige_hulp="Begeleiding.", omvang="2 uur per week",
        eigen_mogelijkheden="Oma past op.", wat_blijft_over="Begeleiding.", jeugdige_akkoord_op=nl(vandaag),
        familiegroepsplan_aangeboden_op=nl(vandaag), vertrouwenspersoon_verteld_op="31-2-2026",
        deskundige_naam="F. Bakker", deskundige_nummer="110012345", deskundigheid="gedrag", vastgesteld_op=nl(vandaag),
    )  # fmt: skip
    kies(pagina, "jeugdige_akkoord", "Ja")
    kies(pagina, "familiegroepsplan", "Nee")
    kies(pagina, "deskundige_register", "SKJ")
    doe(pagina, "Jeugdonderzoek bewaren", dan="Deze datum bestaat niet")
    assert veld(pagina, "problemen").input_value() == "Ruzie thuis."
    vul(pagina, vertrouwenspersoon_verteld_op=nl(vandaag))
    doe(pagina, "Jeugdonderzoek bewaren", dan="Jeugdonderzoek bewaard")

    rij = Jeugdonderzoek.objects.get(onderzoek__zaak=zaak)
    assert (rij.jeugdige_akkoord, rij.ouders_akkoord, rij.deskundige_nummer) == ("ja", "", "110012345")


def test_zonder_scripts_werkt_hetzelfde_formulier(browser, als, live_server, context):
    blok = vaste_tekst("wat_lukt", "U stoft zelf.")
    zaak = zaak_met_gesprek()
    als(zaak.regisseur).close()
    kaal = browser.new_context(java_script_enabled=False, viewport=TABLET, locale="nl-NL")
    kaal.add_cookies(context.cookies())
    pagina = kaal.new_page()

    pagina.goto(live_server.url + reverse("wijkteams:gesprek", args=[zaak.pk]))
    pagina.locator("[name=behoeften]").fill("Rust in huis.")
    pagina.locator("#vt-gebied-huishouden").select_option(value=blok.kort)
    pagina.locator("[data-tekstblok=vt-gebied-huishouden]").click()
    assert pagina.locator("[name=huishouden_wat_lukt]").input_value().endswith("zelf.\nU stoft zelf.")
    pagina.locator("[name=behoeften]").press("Tab")
    pagina.get_by_role("button", name="Gesprek bewaren", exact=True).click()

    assert pagina.get_by_text("Gesprek bewaard.").is_visible()
    assert Onderzoek.objects.get(zaak=zaak).behoeften == "Rust in huis."

    pagina.goto(live_server.url + reverse("toegang:zaak", args=[zaak.pk]))
    plan = pagina.get_by_role("navigation", name="Dossier").get_by_role("link", name="Plan", exact=True)
    for breedte in (390, 320):
        pagina.set_viewport_size({"width": breedte, "height": 700})
        expect(plan).to_be_hidden()
        vouw = pagina.locator(".tg-zijmenu summary")
        expect(vouw).to_contain_text("Nu: Overzicht")
        vouw.press("Enter")
        expect(plan).to_be_visible()
        vouw.press("Space")
    pagina.set_viewport_size({"width": 1280, "height": 900})
    expect(vouw).to_be_hidden()
    plan.press("Enter")
    expect(pagina.get_by_role("heading", name="Plan", exact=True)).to_be_visible()
    kaal.close()


def test_het_scherm_is_bruikbaar_met_hoogstens_tweehonderd_kilobyte(als, live_server):
    zaak = zaak_met_gesprek()
    for _ in range(5):
        hulpvraag_afgewogen(zaak)
    for veldnaam in ("wat_lukt", "wat_lukt_niet", "wie_helpt", "behoeften"):
        vaste_tekst(veldnaam, f"Een zin die vaak wordt geschreven bij {veldnaam}.")
    pagina = als(zaak.regisseur)
    for naam in ("gesprek", "afweging"):
        pagina.goto(live_server.url + reverse(f"wijkteams:{naam}", args=[zaak.pk]), wait_until="load")
        adressen = pagina.evaluate("performance.getEntriesByType('resource').map(bron => bron.name)")
        gewogen = {adres: gewicht(pagina.request.get(adres)) for adres in {pagina.url, *adressen}}
        assert sum(gewogen.values()) <= HOOGSTENS, (naam, gewogen)
        assert 0 < sum(gewicht for adres, gewicht in gewogen.items() if adres.endswith(".js")) <= SCRIPTS
        assert any("toegang.css" in adres for adres in gewogen)


def gewicht(antwoord) -> int:
    """Bytes as production sends them: styles and scripts compressed beforehand, a page with personal data never."""
    inhoud, soort = antwoord.body(), antwoord.headers.get("content-type", "")
    plat = soort.startswith(("text/css", "text/javascript", "application/javascript", "image/svg"))
    return len(gzip.compress(inhoud)) if plat else len(inhoud)
