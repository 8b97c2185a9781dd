"""What destroying a zaak takes along, from the registry, as SQL for the database itself (docs/keuzes/0033).

`onderdelen.persoonsgegevens` says how each model leads to its inwoner; where that way passes a zaak, the row belongs to
that zaak. From it two functions are made after every migrate: `toegang_rijen_van(zaak)` lists the rows, with the
reader's own rights; `toegang_vernietigen(vernietiging)` removes them, with the owner's, and only for an approved row.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, models

from toegang import onderdelen
from toegang.models import MetHistorie, Zaak

SQL = Path(__file__).parent / "sql" / "vernietigen.sql"
FUNCTIES = ("toegang_rijen_van(uuid)", "toegang_vernietigen(uuid)")


def geregistreerd() -> dict[type[models.Model], tuple[str, ...]]:
    """Every registered model with its ways to the inwoner."""
    paden = {label: pad for o in onderdelen.alle() for label, pad in o.persoonsgegevens.items()}
    return {apps.get_model(label): (pad,) if isinstance(pad, str) else pad for label, pad in paden.items()}


def _veld(model: type[models.Model], pad: str) -> Any:
    """The first field of a path; Django's stubs know of no kind that all of them have a column or a model."""
    return model._meta.get_field(pad.split("__")[0])


def naar_zaak(model: type[models.Model], pad: str, *, kort: bool = True) -> list[str] | None:
    """The steps from a row to its zaak along this path; None when it goes by the person alone.

    `kort`: a row with a zaak of its own hangs on that, whatever the path says (a contact, an indicatie).
    """
    stappen: list[str] = []
    for stap in [*filter(None, pad.split("__")), ""]:
        if model is Zaak:
            return stappen
        if kort and _heeft_zaak(model):
            return [*stappen, "zaak"]
        kort = True
        if stap:
            stappen.append(stap)
            model = _veld(model, stap).related_model
    return None


def _heeft_zaak(model: type[models.Model]) -> bool:
    return any(v.name == "zaak" and v.related_model is Zaak for v in model._meta.concrete_fields)


def voorwaarde(model: type[models.Model], stappen: list[str]) -> str:
    """As SQL: the row belongs to the zaak `zaak_`. What hangs on more zaken (a goal) goes with the last of them."""
    if not stappen:
        return "id = zaak_"
    veld = _veld(model, stappen[0])
    ander, rest = veld.related_model, stappen[1:]
    if veld.concrete:
        if not rest and ander is Zaak:
            return f"{veld.column} = zaak_"
        return f"{veld.column} IN (SELECT id FROM {ander._meta.db_table} WHERE {voorwaarde(ander, rest)})"  # nosec B608: our own names
    kolom, tabel, dan = veld.field.column, ander._meta.db_table, voorwaarde(ander, rest)
    return (
        f"id IN (SELECT {kolom} FROM {tabel} WHERE {dan})"  # nosec B608: names of our own models
        f" AND NOT EXISTS (SELECT 1 FROM {tabel} WHERE {kolom} = {model._meta.db_table}.id AND NOT ({dan}))"
    )


def van_de_zaak() -> dict[type[models.Model], str]:
    """Model -> which of its rows belong to the zaak `zaak_`; the first way that a row has decides."""
    uit = {}
    for model, paden in geregistreerd().items():
        takken, leeg = [], ""
        for pad in paden:
            stappen = naar_zaak(model, pad, kort=len(paden) == 1)
            if stappen is not None:
                takken.append(f"({voorwaarde(model, stappen)}{leeg})")
            if len(paden) > 1:
                leeg += f" AND {_veld(model, pad).column} IS NULL"
        if takken:
            uit[model] = " OR ".join(takken)
    return uit


def bij_een_bron() -> Iterator[type[models.Model]]:
    """What hangs on a person but says what it is about: it goes with that (a request from the citizen's site)."""
    for model in geregistreerd():
        if model not in van_de_zaak() and any(v.name == "bron_id" for v in model._meta.concrete_fields):
            yield model


def tabellen() -> dict[str, str]:
    """Table -> the table of its history ('' when it has none), of all that can go with a zaak."""
    modellen: list[Any] = [*van_de_zaak(), *bij_een_bron(), *_kinderen_van_bron()]
    return {
        m._meta.db_table: m.history.model._meta.db_table if issubclass(m, MetHistorie) else ""
        for m in modellen
    }


def _kinderen_van_bron() -> Iterator[type[models.Model]]:
    ouders = set(bij_een_bron())
    for model, paden in geregistreerd().items():
        if any(_eerste(model, pad) in ouders for pad in paden):
            yield model


def _eerste(model, pad: str):
    return _veld(model, pad).related_model if "__" in pad else None


def rijen_sql() -> str:
    """One row for each row that goes: its table and its key."""
    deel = [
        f"SELECT '{m._meta.db_table}', id::text FROM {m._meta.db_table} WHERE {waar}"  # nosec B608: our own names
        for m, waar in van_de_zaak().items()
    ]
    bron = [
        f"SELECT '{m._meta.db_table}', id::text FROM {m._meta.db_table}"  # nosec B608: names of our own models
        " WHERE bron_id::text IN (SELECT sleutel FROM eigen)"
        for m in bij_een_bron()
    ]
    kind = [
        f"SELECT '{m._meta.db_table}', id::text FROM {m._meta.db_table} WHERE"  # nosec B608: names of our own models
        f" {_veld(m, pad).column}::text IN (SELECT sleutel FROM bron)"
        for m in _kinderen_van_bron()
        for pad in geregistreerd()[m]
    ]
    leeg = "SELECT ''::text, ''::text WHERE false"
    return (
        f"WITH eigen (tabel, sleutel) AS ({' UNION ALL '.join(deel)}),\n"  # nosec B608: names of our own models
        f"bron (tabel, sleutel) AS ({' UNION ALL '.join(bron or [leeg])}),\n"
        f"kind (tabel, sleutel) AS ({' UNION ALL '.join(kind or [leeg])})\n"
        "SELECT * FROM eigen UNION ALL SELECT * FROM bron UNION ALL SELECT * FROM kind"
    )


def verwijzingen() -> list[dict]:
    """Every column, of now and of history, that can name a row that goes: what stays forgets it, where it may."""
    doelen, uit = tabellen(), []
    for model in apps.get_models():
        if not model._meta.managed:
            continue
        for veld in model._meta.concrete_fields:
            if not veld.is_relation or veld.related_model is None or not veld.null:
                continue
            doel = veld.related_model._meta.db_table
            if doel in doelen:
                uit.append({"tabel": model._meta.db_table, "kolom": veld.column, "doel": doel})
    return uit


def functies_sql() -> str:
    """Both functions, ready to run as the owner."""
    return (
        SQL.read_text(encoding="utf-8")
        .replace("-- RIJEN", rijen_sql())
        .replace("{TABELLEN}", json.dumps(tabellen()))
        .replace("{VERWIJZINGEN}", json.dumps(verwijzingen()))
    )


def wat_gaat(zaak_id) -> dict[str, int]:
    """Table -> how many rows would go with this zaak now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tabel, count(*) FROM toegang_rijen_van(%s) GROUP BY tabel ORDER BY tabel", [zaak_id]
        )
        return dict(cursor.fetchall())


def _woord(naam: str) -> str:
    """MeerTijd: Meer tijd."""
    if naam == "ZaakUserObjectPermission":
        return "Uitzondering op de rechten"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", naam).capitalize()


def in_woorden(aantallen: dict[str, int]) -> list[tuple[str, int]]:
    """The same for the screen: what the model is called, most rows first."""
    namen = {m._meta.db_table: _woord(m.__name__) for m in geregistreerd()}
    regels = [(namen.get(tabel, tabel), aantal) for tabel, aantal in aantallen.items()]
    return sorted(regels, key=lambda regel: (-regel[1], regel[0]))
