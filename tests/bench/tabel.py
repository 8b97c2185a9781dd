"""The screens of the table, who opens them, and what each is held to."""

import re
from collections.abc import Callable

from django.db import connection
from django.urls import NoReverseMatch, reverse

from tests.bench import vermenigvuldigen
from tests.bench.schermen import Werelden, bekijken, bladzijden, scherm
from tests.bench.uitslag import Uitslag
from toegang.models import Inwoner, Zaak
from toegang.statussen import ZaakStatus
from wijkteams.models import Medewerker

LAATSTE = "9999-12-31_ffffffff-ffff-ffff-ffff-ffffffffffff"
LIJST = {"maal": 5, "vragen_max": 8, "kb": 60}


def meten_schermen(u: Uitslag, w: Werelden, *, ronden: int, alleen: str = "", tellen: bool = False) -> None:
    """Every screen of the table that is there; one that is not there yet is named at the end."""
    werk = Werk(u, w, ronden)
    for naam, doen in werk.alles():
        if alleen not in naam:
            continue
        try:
            doen(naam)
        except NoReverseMatch as fout:
            u.overgeslagen.append(f"{naam} ({fout})")
        if tellen and werk.laatste:
            for sql, _ in bekijken(*werk.laatste)[1]:
                print("     |", " ".join(sql.split())[:2000])


class Werk:
    """One method per line of the table."""

    def __init__(self, u: Uitslag, w: Werelden, ronden: int):
        self.u, self.w, self.ronden = u, w, ronden
        self.laatste = None

    def alles(self) -> list[tuple[str, Callable]]:
        return [
            ("own dossiers", self.eigen_dossiers),
            ("dossiers of all teams", self.alle_dossiers),
            ("werkvoorraad", self.werkvoorraad),
            ("search by a misspelt name", self.zoeken),
            ("opening a dossier", self.dossier),
            ("registering a contact", self.contact),
        ]

    def _lijst(self, naam: str, wie: str, pad: str) -> None:
        self.laatste = (self.w.browser(wie, self.w.groot), lambda b: b.get(pad, secure=True))
        scherm(
            self.u, self.w, naam, wie, lambda n: lambda b: b.get(pad, secure=True), kaal=lambda: "/lijst/25/",
            ronden=self.ronden, **LIJST,
        )  # fmt: skip

    def eigen_dossiers(self, naam: str) -> None:
        self._lijst(naam, "twee_teams", reverse("toegang:zaken") + "?weergave=mijn")

    def alle_dossiers(self, naam: str) -> None:
        pad = reverse("toegang:zaken") + "?weergave=alles"
        self._lijst(naam, "alle_teams", pad)
        for wie in ("alle_teams", "een_team"):
            achteruit = f"{pad}&voor={LAATSTE}"
            bladzijden(self.u, self.w, f"{naam}, {wie}", wie, pad, achteruit=achteruit, ronden=self.ronden)

    def werkvoorraad(self, naam: str) -> None:
        pad = reverse("toegang:werkvoorraad")
        self._lijst(naam, "administratie", pad)
        bladzijden(self.u, self.w, naam, "administratie", pad, ronden=self.ronden)

    def zoeken(self, naam: str) -> None:
        """One letter wrong in the name of somebody who is there in both worlds."""
        pad = reverse("toegang:zoeken")

        def doen(n: int):
            self.w.browser("administratie", n).get(reverse("toegang:mijn_werk"), secure=True)
            return lambda b: b.versturen(pad, {"zoek": "Willing Pietter"})

        self.laatste = (self.w.browser("administratie", self.w.groot), doen(self.w.groot))
        scherm(
            self.u,
            self.w,
            naam,
            "administratie",
            doen,
            kaal=lambda: "/lijst/10/",
            ronden=self.ronden,
            **LIJST,
        )

    def dossier(self, naam: str) -> None:
        """A zaak of the reader himself, in besluitvorming, with its whole onderzoek."""
        wie = "twee_teams"

        def zaak(n: int) -> Zaak:
            self.w.in_(n)
            ik = Medewerker.objects.get(username=wie)
            eigen = Zaak.objects.filter(regisseur=ik, wet="wmo", status=ZaakStatus.BESLUITVORMING)
            return eigen.order_by("gemeld_op", "pk").first()

        def doen(n: int):
            pad = reverse("toegang:zaak", args=[zaak(n).pk])
            return lambda b: b.get(pad, secure=True)

        self.laatste = (self.w.browser(wie, self.w.groot), doen(self.w.groot))
        scherm(
            self.u, self.w, naam, wie, doen, kaal=self._rij, maal=8, vragen_max=12, kb=80, ronden=self.ronden
        )

    def contact(self, naam: str) -> None:
        """The kcc found somebody by name and passes the question on; the page that follows is read off the clock."""
        pad = reverse("toegang:contact_registreren")

        def voor(b) -> None:
            b.get(pad, secure=True)

        def doen(n: int):
            browser = self.w.browser("kcc", n)
            browser.get(pad, secure=True)
            inwoner = Inwoner.objects.filter(dossier__isnull=False).order_by("pk").first()
            geboren = inwoner.geboren
            gegevens = {
                "kanaal": "telefoon", "vraag_tekst": "Ik kan mijn huis niet meer schoonhouden.", "namens": "nee",
                "gevaar": "nee", "soort": "vraag", "zoek_naam": inwoner.geslachtsnaam,
                "zoek_geboren": f"{geboren[6:]}-{geboren[4:6]}-{geboren[:4]}", "wie": str(inwoner.pk),
                "bereik": "bellen", "telefoon": inwoner.telefoon,
            }  # fmt: skip

            gevonden = browser.versturen(pad, gegevens | {"zoeken": "ja"}).text
            gegevens["gezocht"] = re.search(r'name="gezocht" value="([^"]+)"', gevonden)[1]

            def versturen(b):
                antwoord = b.versturen(pad, gegevens)
                if antwoord.status_code != 302:
                    raise RuntimeError(f"the contact was refused: {fouten(antwoord.text)}")
                return antwoord

            return versturen

        self.laatste = (self.w.browser("kcc", self.w.groot), doen(self.w.groot))
        scherm(
            self.u, self.w, naam, "kcc", doen, kaal=self._rij, maal=10, vragen_max=15, ronden=self.ronden, voor=voor,
            logregels=0,
        )  # fmt: skip

    def _rij(self) -> str:
        return f"/rij/{Inwoner.objects.order_by('pk').values_list('pk', flat=True)[100]}/"


def omvang() -> dict:
    """How large the large world is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return vermenigvuldigen.omvang() | {"bytes": cursor.fetchone()[0]}


def fouten(html: str) -> list[str]:
    """The sentences of the error summary of a form."""
    lijst = html.partition("tg-foutenlijst")[2].partition("</ul>")[0]
    return re.findall(r">([^<>]{4,})<", lijst) or [html[:500]]
