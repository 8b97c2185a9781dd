"""The werkvoorraad at 250,000 contacts beside 2,500, in turns in one run; every group of the desk.

Two databases of the same 500 dossiers; only the contacts differ. Of a hundred contacts nine are new, six are with a
colleague, the others are done; one of three came by post, one of seven has nobody yet, one of a hundred cannot wait:
so every group fills its page in both worlds.
"""

from django.core.management import call_command
from django.urls import reverse

from tests.bench import meten, vermenigvuldigen, wereld, zaad
from tests.bench.browser import Browser
from tests.bench.schermen import Werelden, bekijken, volgende
from tests.bench.uitslag import Uitslag
from toegang.models import Contactmoment, Taak
from toegang.rechten import Rol
from toegang.werkvoorraad import CONTACT, GROEPEN

NAAM = "werkvoorraad of 250,000 contacts"
KLEIN, GROOT = 2_500, 250_000
DOSSIERS = 500
GRENS, VRAGEN = 1.3, 8
# A copy `k` of a contact: these columns differ, the others are as they were.
ANDERS = {
    "id": "gen_random_uuid()",
    "zaak_id": "NULL",
    "samen_met_id": "NULL",
    "notitie": "false",
    "status": "CASE WHEN k %% 100 < 9 THEN 'nieuw' WHEN k %% 100 < 15 THEN 'in_behandeling' ELSE 'afgehandeld' END",
    "kanaal": "CASE WHEN k %% 3 = 2 THEN 'brief' ELSE 'telefoon' END",
    "inwoner_id": "CASE WHEN k %% 7 = 5 THEN NULL ELSE b.inwoner_id END",
    "te_koppelen_naam": "CASE WHEN k %% 7 = 5 THEN 'Janssen' ELSE '' END",
    "anoniem": "false",
    "gevaar": "k %% 100 = 7",
    "ontvangen_op": "current_date - (k * 7 %% 60)",
    "geregistreerd_op": "current_date - (k * 7 %% 60)",
    "terugbellen_op": "CASE WHEN k %% 3 = 0 THEN current_date - (k * 7 %% 60) + 3 END",
    "opgepakt_door_id": "CASE WHEN k %% 100 BETWEEN 9 AND 14 THEN b.geregistreerd_door_id END",
}


def naam(contacten: int) -> str:
    return f"bench_contacten_{contacten}"


def klaarzetten(*, vernieuwen: bool = False, houden: bool = False) -> None:
    """Make what is missing, or what was made of something else; `houden` only migrates."""
    nu, opgeslagen = wereld.afdruk() + f"-{DOSSIERS}", wereld._afdrukken()
    if houden and all(naam(n) in opgeslagen for n in (KLEIN, GROOT)):
        for n in (KLEIN, GROOT):
            with wereld.in_database(naam(n), eigenaar=True):
                call_command("migrate", verbosity=0)
        return
    if not vernieuwen and all(opgeslagen.get(naam(n)) == nu for n in (KLEIN, GROOT)):
        return
    wereld.klaarzetten((zaad.DOSSIERS,), vernieuwen=vernieuwen)
    for n in (KLEIN, GROOT):
        print(f"{n} contacts by INSERT … SELECT")
        wereld._weg_en_nieuw(naam(n), sjabloon=wereld.ZAAD)
        with wereld.in_database(naam(n), eigenaar=True) as c:
            vermenigvuldigen.vermenigvuldigen(c, keer=DOSSIERS // zaad.DOSSIERS)
            _contacten(c, n)
            vermenigvuldigen.bijwerken(c)
            c.cursor().execute(f"COMMENT ON DATABASE {naam(n)} IS %s", [nu])


def _contacten(verbinding, hoeveel: int) -> None:
    """Copies of the contacts until there are so many, each open one with its task."""
    kolommen = [veld.column for veld in Contactmoment._meta.concrete_fields]
    waarden = [ANDERS.get(kolom, f'b."{kolom}"') for kolom in kolommen]
    nog = hoeveel - Contactmoment.objects.count()
    with verbinding.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO toegang_contactmoment ({', '.join(kolommen)}) SELECT {', '.join(waarden)} FROM"
            " generate_series(1, %s) k JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS nr, count(*) OVER () AS"
            " van FROM toegang_contactmoment WHERE inwoner_id IS NOT NULL) b ON b.nr = k %% b.van",
            [nog],
        )
        taak = [veld.column for veld in Taak._meta.concrete_fields]
        van_taak = {
            "id": "gen_random_uuid()", "versie": "1", "sleutel": "'contact:' || c.id",
            "titel": "'Nieuw contact: lees de vraag en bel terug.'", "contactmoment_id": "c.id", "rol": "'administratie'",
            "uiterlijk_op": "coalesce(c.terugbellen_op, c.ontvangen_op)", "adres": "'toegang:contact'",
            "adres_pk": "c.id",
        }  # fmt: skip
        cursor.execute(
            f"INSERT INTO toegang_taak ({', '.join(taak)}) SELECT {', '.join(van_taak.get(k, 'NULL') for k in taak)}"
            " FROM toegang_contactmoment c WHERE c.status <> 'afgehandeld' AND NOT EXISTS"
            " (SELECT 1 FROM toegang_taak t WHERE t.sleutel = 'contact:' || c.id AND t.afgehandeld_om IS NULL)"
        )


class Contacten(Werelden):
    """Both databases with the browser of the desk."""

    def __init__(self):
        self.verbindingen = {n: wereld.verbinding(naam(n)) for n in (KLEIN, GROOT)}
        self.browsers: dict = {}
        self.klein, self.groot = KLEIN, GROOT


def meten_groep(u: Uitslag, w: Contacten, groep, *, ronden: int, tellen: bool) -> None:
    """One group: the ratio, the statements, the plans, and page 20 beside the first."""
    pad = f"{reverse('toegang:werkvoorraad')}?groep={groep.naam}"

    def doen(b: Browser):
        return b.get(pad, secure=True)

    groot, klein = w.browser("administratie", w.groot), w.browser("administratie", w.klein)
    w.in_(w.klein)
    _, gezien_klein = bekijken(klein, doen)
    w.in_(w.groot)
    _, gezien = bekijken(groot, doen)
    werk = f"werkvoorraad, {groep.naam}"
    u.erbij(werk, "queries", len(gezien), VRAGEN)
    u.erbij(werk, f"queries more or less at {KLEIN}", abs(len(gezien) - len(gezien_klein)), 0)
    scans = meten.volle_scans(gezien)
    u.erbij(werk, "sequential scans above 10,000 rows", len(scans), 0, "; ".join(scans))
    if tellen:
        for sql, _ in gezien:
            print("     |", " ".join(sql.split())[:3000])
    m = meten.naast_elkaar(
        lambda: doen(groot), lambda: doen(klein), ronden=ronden,
        voor_werk=lambda: w.in_(w.groot), voor_grens=lambda: w.in_(w.klein),
    )  # fmt: skip
    u.erbij(werk, f"{GROOT} against {KLEIN} contacts", m.ratio, GRENS, f"{m.ms:.1f} ms : {m.grens_ms:.1f} ms")
    w.in_(w.groot)
    if groep.soort == CONTACT:
        _diep(u, groot, werk, pad, doen, ronden)


def _diep(u: Uitslag, browser: Browser, werk: str, pad: str, doen, ronden: int) -> None:
    diep = pad
    for _ in range(19):
        if (verder := volgende(browser.get(diep, secure=True).text)) is None:
            return
        diep = pad.partition("?")[0] + verder
    m = meten.naast_elkaar(lambda: browser.get(diep, secure=True), lambda: doen(browser), ronden=ronden)
    u.erbij(werk, "page 20 against the first", m.ratio, 1.2, f"{m.ms:.1f} ms : {m.grens_ms:.1f} ms")


def meten_werkvoorraad(
    u: Uitslag, *, ronden: int, vernieuwen: bool = False, houden: bool = False, tellen: bool = False
) -> None:
    """All lines about the groups, in their own databases."""
    klaarzetten(vernieuwen=vernieuwen, houden=houden)
    w = Contacten()
    try:
        for n in (KLEIN, GROOT):
            w.in_(n)
            u.erbij(NAAM, f"off by, in the world of {n}", abs(Contactmoment.objects.count() - n), 0)
        for groep in GROEPEN:
            if Rol.ADMINISTRATIE in groep.rollen:
                meten_groep(u, w, groep, ronden=ronden, tellen=tellen)
    finally:
        w.sluiten()
