"""A tablet in the hands of a consulent: signed in, visits taken along, with and without signal."""

import datetime
from contextlib import suppress

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.fabrieken import MedewerkerFabriek
from tests.klant import Klant
from tests.wijkteams.opstellingen import team_blerick, zaak_in_onderzoek, ziet_af_van_plan
from toegang.models import Actor, Concept
from toegang.rechten import Rol
from toegang.usecases.concept_bewaren import concept_weggooien
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen

PIN = "739152"
LEES = """async () => {
  const uit = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  const tekst = (w) => w instanceof ArrayBuffer ? new TextDecoder().decode(w) : w instanceof Uint8Array ? new TextDecoder().decode(w) :
    w && typeof w === 'object' ? Object.entries(w).map(([k, v]) => k + '=' + tekst(v)).join(' ') : String(w);
  for (const {name, version} of await indexedDB.databases()) {
    const db = await new Promise((ja, nee) => { const v = indexedDB.open(name, version); v.onsuccess = () => ja(v.result); v.onerror = nee; });
    for (const winkel of db.objectStoreNames) {
      const rijen = await new Promise((ja) => { const v = db.transaction(winkel).objectStore(winkel).getAll(); v.onsuccess = () => ja(v.result); });
      uit.push(name + '/' + winkel + ': ' + rijen.map(tekst).join('\\n'));
    }
    db.close();
  }
  for (const naam of await caches.keys()) {
    const cache = await caches.open(naam);
    for (const vraag of await cache.keys()) uit.push(vraag.url + ' ' + await (await cache.match(vraag)).text());
  }
  return uit.join('\\n');
}"""
BEWAARD = (
    """async (pad) => (await Toegang.kluis.alle('stukken')).some((stuk) => stuk.formulier.startsWith(pad))"""
)
TEL = """async () => {
  if (!(await indexedDB.databases()).some(d => d.name === 'toegang-onderweg')) return 0;
  return (await Toegang.kluis.ids('stukken')).length;
}"""


def consulent(*, ook=()):
    """Somebody of the team, with no visit yet; `ook`: of these disciplines too."""
    wie = MedewerkerFabriek(team=team_blerick())
    for discipline in ook:
        lidmaatschap_beginnen(
            medewerker_id=wie.pk, wijkteam_id=team_blerick().pk, rol=Rol.CONSULENT, discipline=discipline,
            door=Actor.objects.systeem(), vandaag=datetime.date(2020, 1, 1),
        )  # fmt: skip
    return wie


def bezoek_vandaag(wie, *, minuten: int = 5, **anders):
    """A zaak of this regisseur with a visit later today."""
    nu = timezone.now()
    zaak = zaak_in_onderzoek(
        regisseur=wie, gemeld_op=timezone.localdate() - datetime.timedelta(days=10), **anders
    )
    ziet_af_van_plan(zaak, timezone.localdate())
    huisbezoek_plannen(
        zaak_id=zaak.pk, door=wie.actor, nu=nu, gepland_om=nu + datetime.timedelta(minutes=minuten)
    )
    return zaak


def opnieuw_beginnen() -> None:
    """Whoever has a draft throws it away, so that what comes next is typed on a clean page."""
    for rij in Concept.objects.select_related("actor").order_by("pk"):
        concept_weggooien(door=rij.actor, formulier=rij.formulier)


def adres(naam: str, zaak) -> str:
    return reverse(f"wijkteams:{naam}", args=[zaak.pk])


def eigen_klok(context: BrowserContext) -> None:
    """The browser's clock in our hands; in the last hour of the day it is an hour slow, or a jump ends the day of the visits."""
    nu = timezone.localtime()
    context.clock.install(time=nu - datetime.timedelta(hours=1) if nu.hour == 23 else nu)


class Tablet:
    """One browser profile."""

    def __init__(self, context: BrowserContext, basis: str):
        self.context, self.basis = context, basis
        context.set_default_timeout(15_000)
        self.fouten: list[str] = []  # of our own scripts; none may be left at the end
        context.on("weberror", lambda fout: self.fouten.append(str(fout.error)))

    def aanmelden(self, medewerker) -> None:
        """A new session for this colleague; what lies on the device stays."""
        naam = settings.SESSION_COOKIE_NAME
        koek = Klant().als(medewerker).cookies[naam].value
        self.context.add_cookies([{"name": naam, "value": koek, "url": self.basis}])

    def sessie_weg(self) -> None:
        self.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    def blad(self, pad: str = "/") -> Page:
        pagina = self.context.new_page()
        pagina.goto(self.basis + pad)
        return pagina

    def blad_zonder_verbinding(self, pad: str) -> Page:
        """A new page while there is no signal: the shell opens at the same address."""
        pagina = self.context.new_page()
        for _ in range(5):  # after a crash the service worker must start again
            with suppress(Error):
                pagina.goto(self.basis + pad)
                break
            pagina.wait_for_timeout(500)
        expect(pagina.locator("html")).to_have_attribute("data-schil", "")
        return pagina

    def laat_omvallen(self, pagina: Page) -> None:
        """The renderer dies; nothing of the page runs any more."""
        with pagina.expect_event("crash"), suppress(Error):  # it never arrives
            pagina.goto("chrome://crash", timeout=3_000)
        pagina.close()

    def zet_klaar(self, pin: str = PIN) -> Page:
        """All visits of today go along."""
        pagina = self.blad(reverse("wijkteams:onderweg"))
        for vakje in pagina.locator("input[name=bezoek]").all():
            vakje.check()
        pagina.locator("#pin-1").fill(pin)
        pagina.locator("#pin-2").fill(pin)
        pagina.get_by_role("button", name="Zet klaar voor onderweg").click()
        expect(pagina.locator("[data-onderweg-stand]")).to_have_text(
            "Alles staat op dit apparaat. U kunt op pad."
        )
        return pagina

    def lijn(self, pagina: Page, tekst: str) -> None:
        """The one line about the connection says this."""
        expect(pagina.locator("[data-verbinding-tekst]")).to_contain_text(tekst)

    def op_het_apparaat(self, pagina: Page, pad: str) -> None:
        """The text typed on this page lies in the device's store, and the line says that there is no signal."""
        self.lijn(pagina, "Geen verbinding")
        pagina.wait_for_function(BEWAARD, arg=pad, timeout=20_000)

    def ontgrendel(self, pagina: Page, pin: str = PIN) -> None:
        pagina.locator("#slot-pin").fill(pin)
        pagina.get_by_role("button", name="Ontgrendelen").click()


def vul_alles(pagina: Page, merk: str) -> dict[str, str]:
    """Type something of one's own in every text field of the page's forms; field -> text."""
    getypt = {}
    expect(
        pagina.locator(".tg-kader form[data-concept]").first
    ).to_be_attached()  # the script found the forms
    for nummer, veld in enumerate(pagina.locator(".tg-kader form[data-concept] textarea").all()):
        tekst = f"{merk}{nummer:02d} é<b>"
        veld.evaluate(
            "(el, t) => { for (let d = el.closest('details:not([open])'); d; d = d.parentElement.closest('details:not([open])')) d.open = true; el.value = t; el.dispatchEvent(new Event('input', {bubbles: true})); }",
            tekst,
        )
        getypt[veld.get_attribute("name")] = tekst
    assert getypt
    return getypt


def staat_er(pagina: Page, getypt: dict[str, str]) -> None:
    for naam, tekst in getypt.items():
        expect(pagina.locator(f'.tg-kader form textarea[name="{naam}"]').first).to_have_value(tekst)


def op_de_server(wie, pad: str) -> dict[str, str]:
    """The draft of this form as the server keeps it: field -> text."""
    concept = Concept.objects.filter(actor=wie.actor, formulier=pad).first()
    if concept is None:
        return {}
    return {naam: "\n".join(w).replace("\r\n", "\n") for naam, w in concept.gegevens.items()}


def op_de_server_staat(wie, pad: str, getypt: dict[str, str]) -> bool:
    bewaard = op_de_server(wie, pad)
    return all(bewaard.get(naam) == tekst for naam, tekst in getypt.items())
