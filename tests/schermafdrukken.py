"""`make screenshots`: the pictures of the README, made by walking through the demo as each role.

Usage: python -m tests.schermafdrukken [ADDRESS]. Without an address: the demo of this machine, started when it
does not run. The pictures stand in docs/schermen, 1280 wide, each below 150 KB.
"""

import io
import subprocess
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

PROJECT = Path(__file__).resolve().parents[1]
MAP = PROJECT / "docs" / "schermen"
ADRES = "http://127.0.0.1:8000"
CHROMIUM = "/usr/bin/chromium"
VLAGGEN = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
BREED, HOOG = 1280, 1000
GROOTSTE = 150 * 1024
RIJ = "tbody th a"  # the first row of a list
VER = ("Dossiers", "?weergave=mijn&status=besluitvorming", RIJ)  # a zaak with a talk, an afweging and a plan


@dataclass(frozen=True)
class Scherm:
    """A picture: its name, who looks, and what he clicks: names of links, RIJ, or a filter of the list."""

    naam: str
    rol: str
    weg: tuple[str, ...] = ()


SCHERMEN = (
    Scherm("1-kcc-nieuw-contact", "KCC", ("Nieuw contact",)),
    Scherm("2-administratie-werkvoorraad", "Administratie", ("Werkvoorraad",)),
    Scherm("3-teamleider-verdelen", "Teamleider", ("Verdelen",)),
    Scherm("4-consulent-mijn-werk", "Consulent"),
    Scherm("5-consulent-dossier", "Consulent", VER),
    Scherm("6-consulent-gesprek", "Consulent", (*VER, "Gesprek")),
    Scherm("7-consulent-afweging", "Consulent", (*VER, "Afweging")),
    Scherm("8-consulent-plan", "Consulent", (*VER, "Plan")),
    Scherm("9-toetser-besluiten", "Toetser", ("Besluiten",)),
    Scherm("10-ondertekenaar-besluiten", "Ondertekenaar", ("Besluiten",)),
    Scherm("11-teamleider-teambeeld", "Teamleider", ("Teambeeld",)),
    Scherm("12-consulent-sociale-kaart", "Consulent", ("Sociale kaart",)),
)


def leeft(adres: str) -> bool:
    """The application answers there."""
    try:
        with urllib.request.urlopen(f"{adres}/gezond/", timeout=5) as antwoord:
            return antwoord.status == 200
    except (urllib.error.URLError, OSError):
        return False


def instappen(page: Page, adres: str, rol: str) -> None:
    """Through the demo's first page, as the first colleague with this role."""
    page.context.clear_cookies()
    page.goto(f"{adres}/demo/")
    kop = page.get_by_role("heading", name=rol, exact=True)
    page.locator("section", has=kop).locator("form button").first.click()
    page.wait_for_load_state()


def lopen(page: Page, weg: tuple[str, ...]) -> None:
    for stap in weg:
        if stap.startswith("?"):
            page.goto(page.url.partition("?")[0] + stap)
            continue
        doel = (
            page.locator(stap).first if stap == RIJ else page.get_by_role("link", name=stap, exact=True).first
        )
        doel.click()
        page.wait_for_load_state()


def klein(beeld: bytes) -> bytes:
    """The picture with a palette: as readable, and a quarter of the size."""
    for kleuren in (128, 64, 32, 16):
        uit = io.BytesIO()
        Image.open(io.BytesIO(beeld)).convert("RGB").quantize(kleuren).save(uit, "PNG", optimize=True)
        if uit.tell() < GROOTSTE:
            break
    return uit.getvalue()


def maken(adres: str) -> list[str]:
    """Make every picture; gives the names of those that could not be made."""
    MAP.mkdir(parents=True, exist_ok=True)
    mislukt = []
    with sync_playwright() as spel:
        browser = spel.chromium.launch(executable_path=CHROMIUM, args=VLAGGEN)
        page = browser.new_page(
            viewport={"width": BREED, "height": HOOG}, locale="nl-NL", reduced_motion="reduce"
        )
        page.set_default_timeout(15_000)
        page.goto(f"{adres}/demo/")
        (MAP / "0-demo.png").write_bytes(klein(page.screenshot()))
        for scherm in SCHERMEN:
            try:
                instappen(page, adres, scherm.rol)
                lopen(page, scherm.weg)
                (MAP / f"{scherm.naam}.png").write_bytes(klein(page.screenshot()))
                print(f"{scherm.naam}: {page.url.removeprefix(adres)}")
            except Exception as fout:
                mislukt.append(scherm.naam)
                print(f"{scherm.naam}: not made ({str(fout).splitlines()[0]})")
        browser.close()
    return mislukt


def main() -> int:
    adres = (sys.argv[1] if len(sys.argv) > 1 else ADRES).rstrip("/")
    if not leeft(adres):
        if adres != ADRES:
            print(f"Nothing answers at {adres}.")
            return 1
        subprocess.run([sys.executable, "-m", "config.diensten.demo", "start"], cwd=PROJECT, check=True)
    return 1 if maken(adres) else 0


if __name__ == "__main__":
    sys.exit(main())
