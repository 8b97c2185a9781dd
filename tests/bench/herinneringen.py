"""One run of the reminders over 60,000 pieces of help that run, in a database of its own made by INSERT … SELECT.

- the question of a run (which rows are due), in its chunks, beside one raw SELECT of those rows in one go;
- the statements of a whole run: 3 for each 1,000 rows that were looked at, and 2 for each reminder, letters included;
- the memory of a run after six missed days beside that after two: a run holds one chunk, whatever it has to do.
"""

import datetime
import math
import tracemalloc
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection, transaction

from tests.bench import grens, meten, wereld
from tests.bench.uitslag import Uitslag
from tests.voorzieningen.lopend import lopende_hulp
from toegang import nudge
from toegang.models import Dossier, Inwoner, Zaak
from voorzieningen.ladders import ladders_op
from voorzieningen.models import Indicatie
from voorzieningen.usecases.herinneringen_versturen import PER_KEER, herinneringen_versturen, volgende

NAAM = "reminders"
DATABASE = "bench_herinneringen"
AANTAL = 60_000
DAG = datetime.date(2027, 3, 10)
LOOPTIJD = 730  # days; the ends lie spread over them
ERVOOR = (112, 70, 56, 28, 14, 0, -1)


def klaarzetten(*, vernieuwen: bool = False, zeg=print) -> None:
    """Make the database when it is not there, or was made of something else."""
    nu = f"{wereld.afdruk()} {AANTAL} {DAG}"
    if not vernieuwen and wereld._afdrukken().get(DATABASE) == nu:
        return
    zeg(f"{AANTAL} pieces of help by INSERT … SELECT")
    wereld._weg_en_nieuw(DATABASE)
    with wereld.in_database(DATABASE, eigenaar=True):
        call_command("migrate", verbosity=0)
    with wereld.in_database(DATABASE):
        bron = lopende_hulp()
    with wereld.in_database(DATABASE, eigenaar=True) as c, c.cursor() as cursor:
        _kopieren(cursor, bron)
        cursor.execute("ANALYZE")
        cursor.execute(f"COMMENT ON DATABASE {DATABASE} IS %s", [nu])


def _kopieren(cursor, bron: Indicatie) -> None:
    """Everybody his own dossier, zaak and help; what was due before today was done."""
    sleutel = "md5('{}' || k)::uuid"
    einde = f"date '{DAG}' - 2 + k %% {LOOPTIJD}"
    anders: dict = {
        Inwoner: {"id": sleutel.format("i"), "geslachtsnaam": "'Jansen' || k"},
        Dossier: {"id": sleutel.format("d"), "inwoner_id": sleutel.format("i")},
        Zaak: {
            "id": sleutel.format("z"), "dossier_id": sleutel.format("d"), "volgnummer": "nextval('toegang_zaaknummer')",
        },
        Indicatie: {
            "id": sleutel.format("h"), "dossier_id": sleutel.format("d"), "zaak_id": sleutel.format("z"),
            "einddatum": einde, "ingangsdatum": f"{einde} - {LOOPTIJD}",
        },
    }  # fmt: skip
    van = {Inwoner: bron.dossier.inwoner_id, Dossier: bron.dossier_id, Zaak: bron.zaak_id, Indicatie: bron.pk}
    for model, waarden in anders.items():
        tabel, kolommen = model._meta.db_table, [f.column for f in model._meta.concrete_fields]
        cursor.execute(
            f"INSERT INTO {tabel} ({', '.join(kolommen)}) SELECT"
            f" {', '.join(waarden.get(kolom, f'b.{kolom}') for kolom in kolommen)}"
            f" FROM generate_series(1, %s) k, {tabel} b WHERE b.id = %s",
            [AANTAL, van[model]],
        )
    for sport, dagen in enumerate(ERVOOR, 1):
        cursor.execute(
            "INSERT INTO voorzieningen_herinnering (indicatie_id, sport, einddatum, dag, op, weg)"
            " SELECT id, %s, einddatum, einddatum - %s, einddatum - %s, '' FROM voorzieningen_indicatie"
            " WHERE einddatum - %s < %s",
            [sport, dagen, dagen, dagen, DAG],
        )


@contextmanager
def _ongedaan():
    """What happens inside leaves nothing behind, and wakes nobody up."""
    wekken, nudge.nudge = nudge.nudge, lambda werk: None
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        nudge.nudge = wekken


def meten_herinneringen(u: Uitslag, *, ronden: int, vernieuwen: bool = False) -> None:
    """All lines about a run."""
    klaarzetten(vernieuwen=vernieuwen)
    with wereld.in_database(DATABASE):
        connection.ensure_connection()
        loopt = Indicatie.objects.filter(status="lopend").count()
        u.erbij(NAAM, "off by, pieces of help", abs(loopt - AANTAL - 1), 0)
        _vraag(u, ronden)
        with _ongedaan(), meten.vragen_tellen() as gezien:
            ronde = herinneringen_versturen(vandaag=DAG)
        toegestaan = 3 * math.ceil(max(ronde.bekeken, 1) / 1000) + 2 * ronde.gedaan
        u.erbij(NAAM, "queries of a run", len(gezien), toegestaan, f"{ronde.gedaan} reminders")
        vraag = volgende(ladders_op(DAG), DAG, None)[:PER_KEER]
        scans = meten.volle_scans([vraag.query.sql_with_params()])
        u.erbij(NAAM, "sequential scans of its question", len(scans), 0, "; ".join(scans))
        _geheugen(0)  # what is loaded once is not counted
        twee, zes = _geheugen(2), _geheugen(6)
        uitleg = f"{zes[1]} reminders {zes[0] / 1e6:.1f} MB : {twee[1]} reminders {twee[0] / 1e6:.1f} MB"
        u.erbij(NAAM, "memory, six days missed : two days", zes[0] / twee[0], 1.25, uitleg)


def _vraag(u: Uitslag, ronden: int) -> None:
    """Draining the question of a run in its chunks, beside one raw SELECT of the same rows."""
    ladders = ladders_op(DAG)
    rijen = ladders.te_doen(DAG).select_related("zaak__dossier__inwoner", "zaak__regisseur", "product")
    sql, params = rijen.query.sql_with_params()

    def lezen() -> None:
        plek = None
        while deel := list(volgende(ladders, DAG, plek).values_list("einddatum", "pk")[:PER_KEER]):
            plek = deel[-1]
            if len(deel) < PER_KEER:
                break

    m = meten.naast_elkaar(lezen, lambda: grens.kale_vraag(sql, params), ronden=ronden, keer=1)
    u.erbij(NAAM, "times one raw SELECT of the due rows", m.ratio, 3, f"{m.ms:.1f} ms : {m.grens_ms:.1f} ms")


def _geheugen(gemist: int) -> tuple[int, int]:
    """The highest use of memory of a run after so many missed days, in chunks of 50: (bytes, reminders)."""
    with _ongedaan():
        tracemalloc.start()
        ronde = herinneringen_versturen(vandaag=DAG + datetime.timedelta(days=gemist), per_keer=50)
        _, piek = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return piek, ronde.gedaan
