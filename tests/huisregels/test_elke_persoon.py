"""Every address of the desk × every person × GET, POST and htmx, in one world: no cell answers more than it may.

What each person gets stands in `tests/verwachte_personen.txt`: one line per address and method, the answer of most
persons first. `inloggen`: to the sign-in page; `reden`: says first why he looks. A POST is empty but for the form's key,
so that a 200 is the form with what is missing, a 302 is done, and `zin` goes back with a sentence why not. An address without a line fails. Write the table anew
with `VERWACHT_SCHRIJVEN=1`, and read the difference against design §2 before it is committed.

Those whom GET refuses are many: four of them POST, others at each next address; their answers stand last in the line.
So four of those who hold no role that the screen names: they must all be told the same.
"""

import gc
import os
import re
import uuid
from collections import Counter
from collections.abc import Callable
from functools import cache
from zlib import crc32

import pytest
import time_machine
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.template.response import SimpleTemplateResponse

from config import fouten
from tests.fabrieken import InwonerFabriek
from tests.huisregels.adressen import Adres, alle_adressen
from tests.huisregels.bron import PROJECT, naam, python_bestanden
from tests.huisregels.personen import ZONDER_AANMELDEN, personen
from tests.huisregels.wereld import VANDAAG, Wereld
from tests.klant import Klant
from tests.nagerekend import voorbereiden
from tests.papier import leeg_papier
from toegang.models import Actor, Zaak
from toegang.rechten import Rol
from toegang.usecases.huisgenoot_vastleggen import huisgenoot_toevoegen
from toegang.vaste_vraag import VasteVraag

TABEL = PROJECT / "tests/verwachte_personen.txt"
# The world is kept: thousands of savepoints in one transaction make every later statement slow.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(900), pytest.mark.traag]
# Who is tried first when an address needs a row: the first that opens it.
EERST = (
    "regisseur",
    "administratie",
    "jurist_bezwaar",
    "jurist_behandelt",
    "toetser_toets",
    "ondertekenaar_tekent",
    "teamlead_reden",
    "kcc",
)
EERST += ("contractbeheerder", "functionaris_gegevensbescherming", "beheerder")
# Who asks for pages about nobody: signing in, one's own factor, the open forms.
ZONDER_SCHERM = ("uit", "vertrokken", "regisseur")
# What is not there is said in another way: to a visitor without account, and to a device.
EIGEN_404 = ("openbaar:briefcontrole_antwoord", "openbaar:verwijzen", "openbaar:verwijzing_ontvangen")
EIGEN_404 += ("openbaar:vraag_ontvangen", "wijkteams:apparaat")
# What decides; what only adds a header, a line of log or a lock is left out.
MIDDLEWARE = [
    m
    for m in settings.MIDDLEWARE
    if m.split(".")[0] not in ("whitenoise", "csp", "axes")
    and not m.endswith(("SecurityMiddleware", "XFrameOptionsMiddleware", "VerzoekMiddleware"))
]
GEWEIGERD = {"zin", "403", "404", "405", "inloggen", "reden"}
TEKENT = (
    "toegang.usecases.brief_maken", "toegang.views.verzending", "beschikkingen.views.besluit",
    "beschikkingen.views.sjabloonschrijven",
)  # fmt: skip


@pytest.fixture
def ondiep(monkeypatch, settings):
    """A page is decided but not drawn, no letter is drawn, and no fixed statement is compared with Django's."""
    settings.MIDDLEWARE = MIDDLEWARE
    monkeypatch.setattr(fouten, "_pagina", foutpagina)
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", property(lambda self: ""))
    for waar in TEKENT:
        monkeypatch.setattr(f"{waar}.pdf_maken", leeg_papier)
    monkeypatch.setattr(VasteVraag, "voorbereiden", voorbereiden)


@cache
def als_tekst(sjabloon: str, **context) -> str:
    return render_to_string(sjabloon, context)


def foutpagina(sjabloon: str, status: int, **context) -> HttpResponse:
    """The page that `config.fouten` gives, drawn once."""
    return HttpResponse(als_tekst(sjabloon, **context), status=status)


def uitkomst(antwoord) -> str:
    """The status, or where it leads."""
    if antwoord.status_code != 302:
        return str(antwoord.status_code)
    heen = antwoord["Location"]
    if heen.startswith("/account/login/"):
        return "inloggen"
    if re.match(r"/toegang/zaak/[0-9a-f-]{36}/inzagereden/", heen):
        return "reden"
    gezegd = getattr(getattr(antwoord.wsgi_request, "_messages", None), "_queued_messages", ())
    return "zin" if any(m.level >= messages.WARNING for m in gezegd) else "302"


def terugdraaien(vraag: Callable):
    """What a request wrote is gone after it: the next cell meets the same world."""
    with transaction.atomic():
        try:
            return vraag()
        finally:
            transaction.set_rollback(True)


class Loop:
    """The walk: each person asks as from a fresh page."""

    def __init__(self, wereld: Wereld, wie: dict[str, Klant]):
        self.wereld, self.wie, self.fout = wereld, wie, []
        self.koekjes = {
            naam: klant.cookies.get(settings.SESSION_COOKIE_NAME) for naam, klant in self.wie.items()
        }
        for klant in self.wie.values():
            klant.get("/toegang/sneltoetsen/")  # a session slides once a minute: not in every cell
        self.rollen = {w: self._rollen(k) for w, k in self.wie.items() if w not in ZONDER_AANMELDEN}
        self.twee = self._huishouden()
        # What is not there has one page, which knows nobody.
        self.nergens = self.vraag("regisseur", "get", f"/toegang/zaak/{uuid.uuid4()}/").content

    @staticmethod
    def _rollen(klant: Klant) -> set[str]:
        return set(Actor.objects.get(medewerker=klant.session["_auth_user_id"]).rechten.rollen)

    def _huishouden(self) -> dict[str, tuple]:
        """The addresses with two keys."""
        zaken = Zaak.objects.filter(regisseur=self.wereld.consulent, bezwaren=None)
        een = zaken.select_related("dossier__inwoner").order_by("volgnummer")[0].dossier.inwoner
        ander, derde = InwonerFabriek(), InwonerFabriek()
        lid = huisgenoot_toevoegen(
            inwoner_id=een.pk, huisgenoot_id=ander.pk, vanaf_op=VANDAAG, vandaag=VANDAAG,
            door=Actor.objects.get(medewerker=self.wereld.collegas[Rol.ADMINISTRATIE]),
        )  # fmt: skip
        return {
            "account_reset_password_from_key": ("1", "set-password"),
            "toegang:huisgenoot_wijzigen": (een.pk, lid.pk),
            "toegang:huisgenoot_toevoegen": (een.pk, derde.pk),
            "toegang:inwoner_samenvoegen": (een.pk, derde.pk),
        }

    def vraag(self, wie: str, methode: str, pad: str, *, htmx: bool = False):
        klant: Klant = self.wie[wie]
        klant.cookies.clear()
        if self.koekjes[wie] is not None:
            klant.cookies[settings.SESSION_COOKIE_NAME] = self.koekjes[wie].value
        kop = {"headers": {"HX-Request": "true"}} if htmx else {}
        return terugdraaien(lambda: getattr(klant, methode)(pad, **kop))

    def pad(self, adres: Adres) -> str:
        """With the first row that opens for somebody: GET, or POST where there is no page."""
        if not adres.kenmerken:
            return f"/{adres.route}"
        if len(adres.kenmerken) > 1:
            return vullen(adres, *self.twee[adres.naam])
        if not hasattr(adres.view, "scherm"):
            return vullen(adres, "onzin")
        rijen = [vullen(adres, pk) for pk in self.wereld.onderwerpen(adres.route)]
        wie_mag = [w for w in EERST if not adres.view.rollen or self.rollen[w] & set(adres.view.rollen)]
        for groep in (wie_mag[:1], wie_mag[1:]):  # best a row of the team's own work
            for pad in rijen:
                for wie in groep:
                    gezien = uitkomst(self.vraag(wie, "get", pad))
                    if gezien == "405":
                        gezien = uitkomst(self.vraag(wie, "post", pad))
                    if gezien in ("200", "302", "zin"):
                        return pad
                    if gezien == "404" and wie == "administratie":
                        break  # who sees every process does not see this: another kind of row
        return rijen[0]

    def regels(self, adres: Adres) -> list[str]:
        """The two lines of this address, after its cells were compared with each other."""
        nummer = crc32(
            adres.naam.encode()
        )  # who is asked out of many: others at each address, the same each time
        pad, naam = self.pad(adres), adres.naam
        allen = list(self.wie) if hasattr(adres.view, "scherm") else list(ZONDER_SCHERM)
        get = self.gets(nummer, adres, pad, allen)
        buiten = [wie for wie in allen if get[wie] in ("403", "404")]
        posten = {buiten[(nummer * 4 + n) % len(buiten)] for n in range(4)} if buiten else set()
        post = {w: self.cel(naam, w, "post", pad) for w in allen if w not in buiten or w in posten}
        for wie in post:
            if get[wie] in GEWEIGERD - {"405"} and post[wie] not in GEWEIGERD:
                self.fout.append(f"{naam}: {wie} gets {get[wie]} and may POST: {post[wie]}")
        self.als_niets(adres, pad, get)
        for soort in set(get.values()):  # one of each answer: htmx gets the same
            wie = next(w for w in allen if get[w] == soort)
            if uitkomst(self.vraag(wie, "get", pad, htmx=True)) != soort:
                self.fout.append(f"{naam}: {wie} gets something else by htmx")
        van_buiten = " ".join(sorted({post.pop(w) for w in posten}))
        regel = f"{naam} POST {samen(post)}" if post else f"{naam} POST"
        return [f"{naam} GET {samen(get)}", f"{regel}; refused: {van_buiten}" if van_buiten else regel]

    def als_niets(self, adres: Adres, pad: str, get: dict[str, str]) -> None:
        """To who is of another team this row is as one that does not exist, unless he may open it."""
        wie, niets = "consulent_ander_team", re.sub(r"[0-9a-f-]{36}", str(uuid.uuid4()), pad)
        if pad != niets and get.get(wie) not in (None, "200"):
            gezien = uitkomst(self.vraag(wie, "get", niets))
            if gezien != get[wie]:
                self.fout.append(f"{adres.naam}: {wie} gets {get[wie]}, and {gezien} where nothing is")

    def gets(self, nummer: int, adres: Adres, pad: str, allen: list[str]) -> dict[str, str]:
        rollen, naam = set(getattr(adres.view, "rollen", ())), adres.naam
        dicht = [w for w in allen if rollen and w in self.rollen and not self.rollen[w] & rollen]
        proef = {dicht[(nummer * 4 + n) % len(dicht)] for n in range(4)} if dicht else set()
        get = {w: self.cel(naam, w, "get", pad) for w in allen if w not in dicht or w in proef}
        if len(zelfde := {get[w] for w in proef}) > 1:
            self.fout.append(f"{naam}: {sorted(proef)} hold no role for it, and get {sorted(zelfde)}")
        for wie in dicht:
            get.setdefault(wie, min(zelfde))
        return {w: get[w] for w in allen}

    def cel(self, naam: str, wie: str, methode: str, pad: str) -> str:
        antwoord = self.vraag(wie, methode, pad, htmx=methode == "post")
        gezien = uitkomst(antwoord)
        if antwoord.status_code >= 500:
            self.fout.append(
                f"{naam}: {wie} {methode} breaks: {getattr(antwoord, 'exc_info', ['', ''])[1]!r}"
            )
        if gezien == "404" and antwoord.content != self.nergens and naam not in EIGEN_404:
            self.fout.append(
                f"{naam}: the 404 of {wie} {methode} is not the one of a row that does not exist"
            )
        return gezien


def vullen(adres: Adres, *sleutels) -> str:
    rest = iter(sleutels)
    return "/" + re.sub(r"<[^>]+>", lambda m: str(next(rest)), adres.route)


def samen(antwoorden: dict[str, str]) -> str:
    """`404, 200: regisseur waarnemer, 403: administratie`: what most get, then who gets something else."""
    binnen = {w: a for w, a in antwoorden.items() if w not in ZONDER_AANMELDEN}
    meest = Counter((binnen or antwoorden).values()).most_common(1)[0][0]
    anders: dict[str, list[str]] = {}
    for wie, antwoord in antwoorden.items():
        if antwoord != meest:
            anders.setdefault(antwoord, []).append(wie)
    return ", ".join([meest, *(f"{a}: {' '.join(anders[a])}" for a in sorted(anders))])


# A view that answers htmx with a part, after the same checks.
MET_EEN_DEEL = {
    "beschikkingen/views/sjabloonschrijven.py": "the preview of a letter template; nobody stands in it"
}


def test_geen_view_kijkt_of_het_htmx_is():
    """So a part is never more than its page: the walk asks it of one person per answer."""
    zoek = re.compile(r"hx[-_]request|\.htmx\b", re.IGNORECASE)
    gevonden = {naam(p) for p in python_bestanden() if zoek.search(p.read_text(encoding="utf-8"))}

    assert gevonden == set(MET_EEN_DEEL)


@time_machine.travel("2026-12-03T10:00:00+01:00", tick=False)
def test_elk_adres_voor_elke_collega(ondiep, stil):
    with transaction.atomic():
        wereld = Wereld()
        wereld.erbij(vroeg=1, ver=1)
        wie = personen(wereld)
    loop = Loop(wereld, wie)
    gc.freeze()  # the world stays: the collector does not walk through it at every page

    gevonden = "".join(
        f"{regel}\n"
        for adres in sorted(alle_adressen(), key=lambda a: a.naam)
        for regel in loop.regels(adres)
    )

    if os.environ.get("VERWACHT_SCHRIJVEN"):
        TABEL.write_text(gevonden, encoding="utf-8")
    verwacht = set(TABEL.read_text(encoding="utf-8").splitlines())
    assert not loop.fout, "\n".join(loop.fout)
    assert sorted(verwacht.symmetric_difference(gevonden.splitlines())) == []
