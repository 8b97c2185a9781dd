"""Search among 650,000 inwoners: against a bare list view, by index, and whether a misspelt name is found."""

from itertools import cycle

from django.urls import reverse

from tests.bench import grens, meten, wereld, zoekwereld
from tests.bench.browser import Browser
from tests.bench.schermen import bekijken
from tests.bench.uitslag import Uitslag
from tests.bench.zoekfouten import SOORTEN, alleen_de_naam, gevallen
from toegang.models import Inwoner
from toegang.zoeken import inwoners_zoeken
from wijkteams.models import Medewerker

NAAM = "search among 650,000"
MAAL, VRAGEN, RECALL, GEVALLEN = 3, 6, 0.95, 1_000
GEVONDEN = 'data-kop="Straat"'
VRAGEN_VAN = {  # what is typed in the one field of every page
    "a misspelt name": "Hendrk Willemsen",
    "a common name": "Jansen",
    "a long surname, misspelt": "Schotuitberg",
    "a misspelt name and a birth date": "Hejiden 3-4-1948",
    "a postcode and number": "5400 AA 1",
    "a telephone number": "06-12345678",
    "nobody": "Xantippe Qwertz",
}


def meten_zoeken(u: Uitslag, *, ronden: int, vernieuwen: bool = False) -> None:
    """All lines about search, in their own database."""
    zoekwereld.klaarzetten(vernieuwen=vernieuwen)
    with wereld.in_database(zoekwereld.NAAM):
        u.erbij(NAAM, "inwoners fewer than 650,000", max(0, zoekwereld.INWONERS - Inwoner.objects.count()), 0)
        _snelheid(u, ronden)
        _recall(u)
        _achternaam_alleen(u)
        _afgeschermd(u, ronden)


def _snelheid(u: Uitslag, ronden: int) -> None:
    pad, medewerker = reverse("toegang:zoeken"), Medewerker.objects.get(username="administratie")
    browser, kaal = Browser().aanmelden(medewerker), Browser(grens.Kaal())
    browser.get(reverse("toegang:mijn_werk"), secure=True)
    for wat, tekst in VRAGEN_VAN.items():

        def doen(b, tekst=tekst):
            return b.versturen(pad, {"zoek": tekst})

        antwoord, gezien = bekijken(browser, doen)
        m = meten.naast_elkaar(lambda d=doen: d(browser), lambda: kaal.get("/lijst/25/"), ronden=ronden)
        u.erbij(NAAM, f"{wat}: times the bare list", m.ratio, MAAL, f"{m.ms:.1f} ms : {m.grens_ms:.1f} ms")
        u.erbij(NAAM, f"{wat}: queries", len(gezien), VRAGEN)
        u.erbij(NAAM, f"{wat}: hits above ten", max(0, antwoord.text.count(GEVONDEN) - 10), 0)
        scans = meten.volle_scans(gezien)
        u.erbij(NAAM, f"{wat}: sequential scans", len(scans), 0, "; ".join(scans))


def _recall(u: Uitslag) -> None:
    """The share of a thousand misspellings whose person is among the first ten."""
    lezer = Medewerker.objects.get(username="administratie").actor
    mensen = list(Inwoner.objects.filter(geheim=0, dossier=None).order_by("id")[:6000])
    gedaan = gevallen(mensen, GEVALLEN, zelden=_zelden)
    gemist = dict.fromkeys(SOORTEN, 0)
    for geval in gedaan:
        gevonden = inwoners_zoeken(lezer=lezer, naam=geval.naam, **geval.erbij).treffers
        gemist[geval.soort] += geval.wie not in {t.pk for t in gevonden}
    weg = sum(gemist.values())
    u.erbij(NAAM, f"share missed of {len(gedaan)} misspellings", weg / len(gedaan), round(1 - RECALL, 2),
            ", ".join(f"{soort} {aantal}" for soort, aantal in gemist.items()))  # fmt: skip


def _achternaam_alleen(u: Uitslag) -> None:
    """A misspelt surname and nothing else: hundreds bear it, so what counts is that somebody of that name is shown.

    No limit was set; the figure says what the advice to type a birth date as well is worth.
    """
    lezer = Medewerker.objects.get(username="administratie").actor
    mensen = list(Inwoner.objects.filter(geheim=0, dossier=None).order_by("-id")[:6000])
    gemist = dict.fromkeys(SOORTEN[:3], 0)
    gevallen_ = [g for g in alleen_de_naam(mensen, GEVALLEN // 5) if g.soort in gemist]
    for geval in gevallen_:
        gevonden = inwoners_zoeken(lezer=lezer, naam=geval.naam).treffers
        gemist[geval.soort] += geval.wie not in {t.inwoner.geslachtsnaam for t in gevonden}
    weg = sum(gemist.values())
    u.erbij(NAAM, f"surname alone, {len(gevallen_)} misspelt: share missed", weg / len(gevallen_), 1,
            "no limit; " + ", ".join(f"{soort} {aantal}" for soort, aantal in gemist.items()))  # fmt: skip


def _afgeschermd(u: Uitslag, ronden: int) -> None:
    """Somebody who is shielded and nobody: the same page, as fast; else the clock says who is known here."""
    pad, medewerker = reverse("toegang:zoeken"), Medewerker.objects.get(username="administratie")
    browser = Browser().aanmelden(medewerker)
    browser.get(reverse("toegang:mijn_werk"), secure=True)
    nummers = Inwoner.objects.exclude(telefoon="").values_list("telefoon", flat=True)
    wel = list(nummers.filter(dossier__afgeschermd=True).order_by("id"))
    van_niemand = (f"06{nummer:08}" for nummer in range(11_111_111, 99_999_999, 1_234_567))
    niet = [nummer for nummer in van_niemand if not nummers.filter(telefoon=nummer).exists()][: len(wel)]
    for tekst in (*wel, *niet):
        if GEVONDEN in browser.versturen(pad, {"zoek": tekst}).text:
            raise RuntimeError("somebody else has that number")
    bladen = [{len(browser.versturen(pad, {"zoek": t}).content) for t in teksten} for teksten in (wel, niet)]
    u.erbij(NAAM, "shielded or nobody: pages of another size", len(bladen[0] ^ bladen[1]), 0)
    beurt, ander = cycle(wel), cycle(niet)
    m = meten.naast_elkaar(
        lambda: browser.versturen(pad, {"zoek": next(beurt)}), lambda: browser.versturen(pad, {"zoek": next(ander)}),
        ronden=max(ronden, 40), keer=len(wel),
    )  # fmt: skip
    u.erbij(
        NAAM, "shielded against nobody: off by", abs(m.ratio - 1), 0.1, f"{m.ms:.2f} ms : {m.grens_ms:.2f} ms"
    )


def _zelden(mens, soort: str) -> bool:
    """Not more than ten people bear the name that is typed, as the list can show no more."""
    naam = mens.partner_geslachtsnaam if soort == SOORTEN[-1] else mens.geslachtsnaam
    kolom = "partner_geslachtsnaam" if soort == SOORTEN[-1] else "geslachtsnaam"
    voornaam = mens.voornamen.split()[0]
    zelfde = Inwoner.objects.filter(**{kolom: naam}, zoeknaam__contains=naam.lower().replace("ij", "y"))
    return len(zelfde.filter(voornamen__contains=voornaam).values_list("pk")[:11]) <= 10
