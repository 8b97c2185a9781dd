"""Each seed dossier many times, with `INSERT … SELECT`: keys derived, names, teams and days varied.

Every model that hangs on an inwoner is copied, with its history. Copy k of a row has as its key
md5(key || ':' || k); every UUID that points at a copied row is derived the same way. Runs as the owner.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import models
from django.utils.datastructures import OrderedSet

from tests.bench.namen import namenlijst
from toegang.models import (
    Actor,
    Concept,
    Contactmoment,
    Huishouden,
    Inwoner,
    Zaak,
    ZaakGroupObjectPermission,
    ZaakUserObjectPermission,
)
from wijkteams.models import Medewerker, Wijkteam

NIET = (Actor, Concept, ZaakUserObjectPermission, ZaakGroupObjectPermission)
LOGREGELS_PER_ZAAK = 20  # 2,000,000 on 100,000 zaken (goals)
UUID_ERIN = "'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'"
FUNCTIES = f"""
CREATE OR REPLACE FUNCTION bench_kopie(u uuid, k int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT md5(u::text || ':' || k)::uuid $$;
CREATE OR REPLACE FUNCTION bench_sleutel(s text, k int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(replace(s, substring(s from {UUID_ERIN}),
    bench_kopie(substring(s from {UUID_ERIN})::uuid, k)::text), s || ':' || k) $$;
CREATE OR REPLACE FUNCTION bench_dag(d date, k int) RETURNS date LANGUAGE sql IMMUTABLE AS
  $$ SELECT CASE WHEN d > '9000-01-01' THEN d ELSE d - k * 13 % 41 END $$;
CREATE OR REPLACE FUNCTION bench_rij(lijst bigint[], x bigint, stap int) RETURNS bigint LANGUAGE sql IMMUTABLE AS
  $$ SELECT coalesce(lijst[1 + (array_position(lijst, x) - 1 + stap) % array_length(lijst, 1)], x) $$;
CREATE TEMP TABLE bench_naam (nr int PRIMARY KEY, voornamen text, voorletters text, geslachtsnaam text,
  zoeknaam text, sorteernaam text);
"""


def te_kopieren() -> list[type[models.Model]]:
    """Inwoner, Huishouden, and every model that points at one of them, however far; with their histories."""
    gevonden = OrderedSet([Inwoner, Huishouden])
    kandidaten = [m for m in apps.get_models() if m not in NIET and not hasattr(m, "instance_type")]
    gegroeid = True
    while gegroeid:
        gegroeid = False
        for model in kandidaten:
            doelen = {f.related_model for f in model._meta.concrete_fields if f.related_model}
            if model not in gevonden and doelen & set(gevonden):
                gevonden.add(model)
                gegroeid = True
    alle = list(gevonden)
    return alle + [m.history.model for m in alle if hasattr(m, "history")]


def vermenigvuldigen(verbinding, *, keer: int) -> None:
    """From one to `keer` of each row."""
    if keer < 2:
        return
    teams = list(Wijkteam.objects.exclude(naam="Klein team").order_by("pk").values_list("pk", flat=True))
    collegas = list(Medewerker.objects.filter(functie="bench").order_by("pk").values_list("pk", flat=True))
    per_team = max(1, len(collegas) // len(teams))
    params = {"keer": keer - 1, "teams": teams, "collegas": collegas, "per_team": per_team}
    alle = te_kopieren()
    with verbinding.cursor() as cursor:
        cursor.execute(FUNCTIES)
        namen = namenlijst()
        cursor.executemany("INSERT INTO bench_naam VALUES (%s, %s, %s, %s, %s, %s)", namen)
        params["namen"] = len(namen)
        with _sleutels_later(cursor, [m._meta.db_table for m in alle]):
            for model in alle:
                cursor.execute(_opdracht(model, set(alle)), params)
            _inwoners_herschrijven(cursor)


@contextmanager
def _sleutels_later(cursor, tabellen: list[str]) -> Iterator[None]:
    """Foreign keys off and on again: checked once for the whole table, not once a row."""
    cursor.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE contype = 'f' AND conrelid = ANY(%s::regclass[])",
        [tabellen],
    )
    sleutels = cursor.fetchall()
    for tabel, naam, _ in sleutels:
        cursor.execute(f'ALTER TABLE {tabel} DROP CONSTRAINT "{naam}"')
    yield
    for tabel, naam, inhoud in sleutels:
        cursor.execute(f'ALTER TABLE {tabel} ADD CONSTRAINT "{naam}" {inhoud}'.replace("%", "%%"))


def _opdracht(model, gekopieerd: set) -> str:
    kolommen, waarden = [], []
    for veld in model._meta.concrete_fields:
        waarde = _waarde(model, veld, gekopieerd)
        if waarde is not None:
            kolommen.append(f'"{veld.column}"')
            waarden.append(waarde)
    return (
        f'INSERT INTO "{model._meta.db_table}" ({", ".join(kolommen)}) SELECT {", ".join(waarden)}'
        f' FROM "{model._meta.db_table}" b CROSS JOIN generate_series(1, %(keer)s) k'
        + (" CROSS JOIN LATERAL (SELECT * FROM bench_naam WHERE nr = abs(hashtext(b.id::text || k)) %% %(namen)s) n"
           if model is Inwoner else "")
    )  # fmt: skip


INWONERVELDEN = {
    "voornamen": "n.voornamen",
    "voorletters": "n.voorletters",
    "geslachtsnaam": "n.geslachtsnaam",
    "zoeknaam": "n.zoeknaam",
    "sorteernaam": "n.sorteernaam",
    "geboren": "to_char(date '1932-01-01' + abs(hashtext('g' || b.id || k)) %% 27000, 'YYYYMMDD')",
    "huisnummer": "1 + abs(hashtext('h' || b.id || k)) %% 240",
    "bsn_index": "sha256(b.bsn_index || int4send(k))",
}


def _waarde(model, veld, gekopieerd: set) -> str | None:
    """The expression for one column of a copy; None leaves it to its default."""
    kolom = f'b."{veld.column}"'
    if model is Inwoner and veld.name in INWONERVELDEN:
        return INWONERVELDEN[veld.name]
    if (veld.name == "volgnummer" and veld.unique) or isinstance(veld, models.GeneratedField):
        return None
    if isinstance(veld, models.ForeignKey):
        if veld.related_model is Wijkteam:
            return f"bench_rij(%(teams)s::bigint[], {kolom}, k)"
        if veld.related_model is Medewerker:
            return f"bench_rij(%(collegas)s::bigint[], {kolom}, %(per_team)s * k)"
        return f"bench_kopie({kolom}, k)" if veld.related_model in gekopieerd else kolom
    if isinstance(veld, models.UUIDField):
        return f"bench_kopie({kolom}, k)"
    if veld.primary_key:
        return None
    if isinstance(veld, models.DateTimeField):
        return f"{kolom} - k * 13 %% 41 * interval '1 day'"
    if isinstance(veld, models.DateField):
        return f"bench_dag({kolom}, k)"
    return f"bench_sleutel({kolom}, k)" if veld.name == "sleutel" else kolom


def _inwoners_herschrijven(cursor) -> None:
    """The history of a copied inwoner has the copy's name."""
    zetten = ", ".join(f"{veld} = i.{veld}" for veld in INWONERVELDEN)
    tabel = Inwoner.history.model._meta.db_table
    cursor.execute(f"UPDATE {tabel} h SET {zetten} FROM toegang_inwoner i WHERE i.id = h.id")


def bijwerken(verbinding) -> None:
    """The read log in proportion, over three months; then what the planner must know."""
    with verbinding.cursor() as cursor:
        cursor.execute(
            "SELECT toegang_inzage_maand((current_date - n * 28)::date) FROM generate_series(1, 4) n"
        )
        cursor.execute(
            """
            INSERT INTO toegang_inzage (om, actor, wie, rollen, actie, uitkomst, inwoner, dossier, zaak, laag, scherm,
              grond, nood, vanaf, verzoek)
            SELECT now() - (abs(hashtext(z.id::text || n)) %% 8000000) * interval '1 second',
              coalesce(a.id, s.id), coalesce(a.naam, s.naam), '',
              'inzien', 'gelukt', d.inwoner_id, d.id, z.id, 'L2b', 'zaak', '', false, '127.0.0.1', z.id
            FROM generate_series(1, %s) n, toegang_zaak z JOIN toegang_dossier d ON d.id = z.dossier_id
              JOIN toegang_actor s ON s.soort = 'systeem' LEFT JOIN toegang_actor a ON a.medewerker_id = z.regisseur_id
            """,
            [LOGREGELS_PER_ZAAK],
        )
        cursor.execute("DROP FUNCTION IF EXISTS bench_sleutel, bench_kopie, bench_dag, bench_rij")
        cursor.execute("VACUUM ANALYZE")


def omvang() -> dict[str, int]:
    """How large it became, for the report."""
    rijen = {m._meta.model_name: m.objects.count() for m in (Inwoner, Zaak, Contactmoment)}
    return rijen | {"historie_zaak": Zaak.history.count()}
