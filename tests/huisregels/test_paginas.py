"""Every page as every role that it is for: what it asks of the database, and that nothing is left undefined.

The table `tests/verwachte_queries.json` is committed (page -> role and number of queries: every statement but
transaction control and a session that slides; session and user included). Write it anew with `VERWACHT_SCHRIJVEN=1`,
and look at the difference before it is committed.
"""

import json
import os
import re
import uuid
from dataclasses import dataclass, field

import pytest
import time_machine
from django.conf import settings
from django.db import connection, transaction
from django.template import engines
from django.test.utils import CaptureQueriesContext, override_settings

from tests.huisregels.adressen import Adres, alle_adressen
from tests.huisregels.bron import PROJECT
from tests.huisregels.wereld import Wereld
from tests.klant import Klant
from tests.nagerekend import voorbereiden
from tests.papier import leeg_papier
from toegang.rechten import Rol
from toegang.usecases import brief_maken as brief_maken_module
from toegang.vaste_vraag import VasteVraag
from toegang.voorbereid import schrijft_in

QUERIES = PROJECT / "tests/verwachte_queries.json"
SCHRIJVEN = bool(os.environ.get("VERWACHT_SCHRIJVEN"))
BESTURING = re.compile(
    r"^\s*(SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK|BEGIN|COMMIT|SET CONSTRAINTS"
    r'|UPDATE "django_session")',  # a session slides once a minute: on which page depends on the machine
    re.IGNORECASE,
)
MAG_BIJ_GET = {"toegang_inzage", "django_session"}
KOPJES = ("{{", "{%", "{#", "%}", "}}", "&lt;QuerySet", "object at 0x", ">None<", "DoesNotExist")
VERWACHT = {200, 302, 403, 404, 405}
GROOTSTE = 80 * 1024  # bytes of HTML
# Who is tried first when a page needs a subject.
EERST = (
    Rol.CONSULENT, Rol.ADMINISTRATIE, Rol.TEAMLEAD, Rol.KCC, Rol.TOETSER, Rol.ONDERTEKENAAR,
    Rol.FUNCTIONARIS_GEGEVENSBESCHERMING, Rol.BEHEERDER, Rol.JURIST, Rol.TOEZICHTHOUDER,
)  # fmt: skip
# Pages about something that this small world does not hold, with the reason.
NIET_BEREIKT: dict[str, str] = {
    "toegang:verzending_bestand": "real letters make a print file; tests/toegang/test_verzending.py opens it",
}
GRENZEN = {
    "toegang:mijn_werk": 8, "toegang:zaken": 8, "toegang:werkvoorraad": 8, "toegang:zoeken": 8, "wijkteams:verdelen": 8,
    "wijkteams:dag": 8, "wijkteams:teambeeld": 8,
    "beschikkingen:rij": 8, "toegang:zaak": 12,
}  # fmt: skip
MEER = 8  # with two times five in the late states: 24 zaken of one consulent, which fit on one page
pytestmark = [pytest.mark.django_db, pytest.mark.timeout(900), pytest.mark.traag]


class Onbekend(str):
    """Stands in for an undefined variable and remembers which."""

    gezien: set[str]

    def __new__(cls):
        zelf = super().__new__(cls, "onbekend")
        zelf.gezien = set()
        return zelf

    def __contains__(self, deel) -> bool:
        return deel == "%s"

    def __mod__(self, variabele) -> str:
        self.gezien.add(str(variabele))
        return ""


@dataclass
class Loop:
    """What the walk over all pages found."""

    vragen: dict[str, dict[str, int]] = field(default_factory=dict)
    onderwerp: dict[str, tuple[str, str]] = field(default_factory=dict)  # page -> role, address
    fouten: list[str] = field(default_factory=list)
    meer_vragen: dict[str, dict[str, int]] = field(default_factory=dict)
    onzichtbaar: list = field(default_factory=list)
    zonder_aanmelden: dict = field(default_factory=dict)


@pytest.fixture(scope="module")
def loop(django_db_setup, django_db_blocker, tmp_path_factory):
    """One walk for all tests of this file; what it made is rolled back.

    The letters of this world are empty papers, and its fixed statements are not compared with Django's: both are
    tested elsewhere, and slow.
    """
    opslag = {
        **settings.STORAGES["default"],
        "OPTIONS": {"location": str(tmp_path_factory.mktemp("documenten"))},
    }
    onbekend = Onbekend()
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as ruil,
        override_settings(STORAGES={**settings.STORAGES, "default": opslag}),
        time_machine.travel("2026-12-03T10:00:00+01:00", tick=False),
        transaction.atomic(),
    ):
        ruil.setattr(brief_maken_module, "pdf_maken", leeg_papier)
        ruil.setattr(VasteVraag, "voorbereiden", voorbereiden)
        ruil.setattr(engines["django"].engine, "string_if_invalid", onbekend)
        gelopen = lopen(Wereld(), onbekend)
        transaction.set_rollback(True)
    return gelopen


def adressen() -> list[Adres]:
    """Every screen of a colleague with at most one id, in a fixed order."""
    eigen = [a for a in alle_adressen() if hasattr(a.view, "scherm") and len(a.kenmerken) <= 1]
    return sorted(eigen, key=lambda a: a.naam)


def pad(adres: Adres, pk=None) -> str:
    return "/" + re.sub(r"<[^>]+>", str(pk), adres.route)


def klanten(wereld: Wereld) -> dict[str, Klant]:
    return {
        rol.value: Klant(raise_request_exception=False).als(collega)
        for rol, collega in wereld.collegas.items()
    }


def zoeken(adres: Adres, wereld: Wereld, wie: dict[str, Klant]) -> tuple[str, str] | None:
    """The first role and address for which the page opens."""
    onderwerpen = wereld.onderwerpen(adres.route) if adres.kenmerken else [None]
    uitwijk = None
    for pk in onderwerpen:
        for rol in EERST:
            plaats = pad(adres, pk)
            status = wie[rol.value].get(plaats).status_code
            if status in (200, 405, 500):
                return rol.value, plaats
            if status == 302 and uitwijk is None and "/inzagereden/" not in plaats:
                uitwijk = (rol.value, plaats)
            if status == 404 and rol == Rol.ADMINISTRATIE:
                break  # who sees every process does not see this: another kind of row
    return uitwijk


def nakijken(naam: str, rol: str, antwoord, vragen, onbekend: Onbekend) -> list[str]:
    """What is wrong with this answer."""
    fouten = []
    if antwoord.status_code not in VERWACHT:
        reden = getattr(antwoord, "exc_info", None)
        fouten.append(f"answers {antwoord.status_code} {reden and repr(reden[1])}")
    geschreven = {schrijft_in(v["sql"]) for v in vragen} - MAG_BIJ_GET - {""}
    if geschreven:
        fouten.append(f"a GET writes in {sorted(geschreven)}")
    if onbekend.gezien:
        fouten.append(f"undefined: {sorted(onbekend.gezien)}")
        onbekend.gezien.clear()
    if antwoord.status_code == 200 and "text/html" in antwoord.get("Content-Type", ""):
        html = antwoord.content.decode()
        fouten += [f"holds {kop}" for kop in KOPJES if kop in html]
        if "<html" in html:
            fouten += [f"{len(re.findall('<h1', html))} h1"] if len(re.findall("<h1", html)) != 1 else []
            fouten += [f"{len(html) // 1024} KB"] if len(html) > GROOTSTE else []
    return [f"{naam} as {rol}: {fout}" for fout in fouten]


def tellen(vragen) -> int:
    return sum(not BESTURING.match(v["sql"]) for v in vragen)


def lopen(wereld: Wereld, onbekend: Onbekend) -> Loop:
    """Every page as every role that it is for; then the queries of each page, with few rows and with many.

    What the others get, and everybody else, is asked by `test_elke_persoon`.
    """
    wereld.erbij(vroeg=1, ver=1)
    loop, wie = Loop(), klanten(wereld)
    for adres in adressen():
        gevonden = zoeken(adres, wereld, wie)
        onbekend.gezien.clear()
        if gevonden is None:
            continue
        loop.onderwerp[adres.naam] = gevonden
        for rol in adres.view.rollen or tuple(Rol):
            with CaptureQueriesContext(connection) as vangst:
                antwoord = wie[rol.value].get(gevonden[1])
            loop.fouten += nakijken(adres.naam, rol, antwoord, vangst.captured_queries, onbekend)
    loop.onzichtbaar = vergelijken(wereld, wie)
    loop.zonder_aanmelden = {
        a.naam: Klant().get(pad(a, 1 if "<int:" in a.route else uuid.uuid4())) for a in adressen()
    }
    loop.vragen = vragen_tellen(loop, wie)
    wereld.erbij(vroeg=MEER, ver=2)
    loop.meer_vragen = vragen_tellen(loop, wie)
    return loop


def vergelijken(wereld: Wereld, wie: dict[str, Klant]) -> list:
    """The answers about a zaak that this reader may not see, and about one that is not there."""
    zaak, klant = wereld.onderwerpen("zaak/")[0], wie[Rol.CONTRACTBEHEERDER.value]
    return [klant.get(f"/toegang/zaak/{pk}/") for pk in (zaak, uuid.uuid4())]


def vragen_tellen(loop: Loop, wie: dict[str, Klant]) -> dict[str, dict[str, int]]:
    """Queries of each page that opens, by the role of its subject; the walk has warmed the caches."""
    geteld = {}
    for naam, (rol, plaats) in loop.onderwerp.items():
        with CaptureQueriesContext(connection) as vangst:
            antwoord = wie[rol].get(plaats)
        if antwoord.status_code == 200:
            geteld[naam] = {rol: tellen(vangst.captured_queries)}
    return geteld


def tabel(bestand, gevonden: dict) -> dict:
    """The committed table; written first when asked."""
    if SCHRIJVEN:
        bestand.write_text(json.dumps(gevonden, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return json.loads(bestand.read_text(encoding="utf-8"))


def verschil(verwacht: dict, gevonden: dict) -> dict:
    """page: what stands in the table -> what was found."""
    return {
        naam: f"{verwacht.get(naam)} -> {gevonden.get(naam)}"
        for naam in sorted(verwacht.keys() | gevonden.keys())
        if verwacht.get(naam) != gevonden.get(naam)
    }


def test_geen_pagina_is_stuk_of_onbekend_of_schrijft(loop):
    assert not loop.fouten, "\n".join(loop.fouten)


def test_elke_pagina_wordt_bereikt(loop):
    assert {a.naam for a in adressen()} - set(loop.onderwerp) == set(NIET_BEREIKT)


def test_elke_pagina_vraagt_wat_er_staat(loop):
    assert verschil(tabel(QUERIES, loop.vragen), loop.vragen) == {}


def test_een_lijst_en_een_dossier_blijven_binnen_hun_grens(loop):
    """The limits of `make bench`, in queries: session, user and log included."""
    boven = {
        naam: f"{aantal} of {GRENZEN[naam]}"
        for naam, per_rol in loop.vragen.items()
        for aantal in per_rol.values()
        if aantal > GRENZEN.get(naam, 99)
    }

    assert boven == {}


def test_meer_rijen_is_niet_meer_vragen(loop):
    """One page of a list, with a few rows and with twenty-four."""
    assert verschil(loop.vragen, loop.meer_vragen) == {}


def test_wat_niet_bestaat_en_wat_onzichtbaar_is_lijken_op_elkaar(loop):
    """One 404 body: nobody learns that a dossier exists."""
    onzichtbaar, nergens = loop.onzichtbaar

    assert onzichtbaar.status_code == nergens.status_code == 404
    assert onzichtbaar.content == nergens.content


def test_zonder_aanmelden_naar_de_aanmeldpagina(loop):
    for naam, antwoord in loop.zonder_aanmelden.items():
        assert antwoord.status_code in (302, 405), naam
        assert antwoord.status_code == 405 or antwoord["Location"].startswith("/account/login/"), naam
