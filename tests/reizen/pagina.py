"""What every page of a journey must be (WCAG, no sideways scroll at 320 px), and how a person fills it in."""

import hashlib
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.axe import axe_fouten

expect.set_options(timeout=20_000)  # a busy machine
GEZIEN: set[str] = set()  # kinds of page of this journey
GEKEURD = Path()  # a file for each kind of page with its parts, of the whole run; set by conftest
KLACHTEN: list[str] = []  # read by the `als` fixture at the end of the journey

TE_BREED = """() => {
  const breed = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= breed) return [];
  return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > breed + 0.5)
    .slice(-3).map(e => e.tagName + '.' + e.className + ' ' + e.getBoundingClientRect().right);
}"""

# what a small screen folds: open it, so that it is judged too; and back as it was
VOUW = """(open) => document.querySelectorAll('.tg-zijmenu details, .tg-dossierkop__meer, .tg-loop__vouw').forEach(d => {
  if (open) { d.dataset.was = d.open; d.open = true; } else d.open = d.dataset.was === 'true';
})"""
BOUW = """() => [...new Set([...document.querySelectorAll('body *')].map(e => [e.tagName, e.className, e.type,
  e.getAttribute('role'), e.hidden, e.hasAttribute('open'), e.hasAttribute('aria-invalid')].join('.')))].sort().join(' ')"""


def eerst_hier(gezien: str) -> bool:
    """No test process of this run judged it before."""
    try:
        (GEKEURD / hashlib.sha256(gezien.encode()).hexdigest()).open("x").close()
    except FileExistsError:
        return False
    return True


def keur(pagina: Page) -> None:
    """Axe at 1280 and 320 px, and no sideways scroll at 320 px; each kind of page once a journey, and the same parts once a run.

    A page of the talk also as a tablet shows it; there, and beside the width it was opened at, only what a width changes.
    No rule of our styles lies between 320 and 480 px, so 320 speaks for 390.
    """
    soort = re.sub(
        r"[0-9a-f]{8}-[0-9a-f-]{27}", "*", pagina.url.split("?")[0].partition("//")[2].partition("/")[2]
    )
    if soort in GEZIEN:
        return
    GEZIEN.add(soort)
    if not eerst_hier(f"{soort} {pagina.evaluate(BOUW)}"):
        return
    formaat = pagina.viewport_size
    KLACHTEN.extend(f"{soort} op {formaat['width']} px: {fout}" for fout in axe_fouten(pagina))
    for breed in {1280, 768 if soort.startswith("wijkteams/") else 1280} - {formaat["width"]}:
        pagina.set_viewport_size({"width": breed, "height": 1024})
        KLACHTEN.extend(f"{soort} op {breed} px: {fout}" for fout in axe_fouten(pagina, alleen_indeling=True))
    pagina.set_viewport_size({"width": 320, "height": 800})
    pagina.evaluate(VOUW, True)
    KLACHTEN.extend(f"{soort} schuift opzij op 320 px: {plek}" for plek in pagina.evaluate(TE_BREED))
    KLACHTEN.extend(f"{soort} op 320 px: {fout}" for fout in axe_fouten(pagina))
    pagina.evaluate(VOUW, False)
    pagina.set_viewport_size(formaat)


def veld(plek, naam: str):
    """The field of this name that is in sight; a page with several forms gives its fields a prefix."""
    return plek.locator(f'[name="{naam}"]:visible, [name$="-{naam}"]:visible').first


def vul(plek, **velden: str) -> None:
    """Fill text fields by the name of the field."""
    for naam, waarde in velden.items():
        veld(plek, naam).fill(waarde)


def kies(plek, groep: str, keuze: str) -> None:
    """Choose a radio or checkbox by its words, in the group of this name."""
    for knop in plek.locator(f'[name="{groep}"], [name$="-{groep}"]').all():
        label = plek.locator(f'label[for="{knop.get_attribute("id")}"]').first
        if label.is_visible() and label.inner_text().strip().startswith(keuze):
            knop.check()
            return
    raise AssertionError(f"{groep}: geen keuze '{keuze}'")


def doe(pagina: Page, knop: str, *, dan: str | None = None) -> None:
    """Press the button with these words; then this sentence stands on the page."""
    pagina.get_by_role("button", name=knop, exact=True).first.click()
    pagina.wait_for_load_state()
    if dan:
        expect(pagina.locator("body")).to_contain_text(dan)
        pagina.wait_for_load_state()  # of the page that came: until then it still goes to its anchor
    keur(pagina)


def ga(pagina: Page, adres: str, basis: str) -> None:
    """Open an address of the application, and judge the page."""
    antwoord = pagina.goto(basis + adres)
    assert getattr(antwoord, "status", None) == 200, f"{adres}: {antwoord and antwoord.status}"
    keur(pagina)
