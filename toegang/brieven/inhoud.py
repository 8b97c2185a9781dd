"""All that a letter was made from, as plain data with a hash: kept beside its bytes."""

import dataclasses
import datetime
import hashlib
import json
from typing import Any

from toegang.brieven.basis import Brief


def als_gegevens(brief: Brief) -> dict[str, Any]:
    """The dataclass as it can be kept: dates as ISO, tuples as lists; with its kind and its template."""
    velden = json.loads(json.dumps(dataclasses.asdict(brief), default=_plat))
    return {"soort": brief.soort, "template": brief.template, **velden}


def hash_van(gegevens: dict[str, Any]) -> str:
    """SHA-256 over one way of writing it, whatever order the database gives it back in."""
    tekst = json.dumps(gegevens, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(tekst.encode()).hexdigest()


def _plat(waarde: object) -> str:
    if isinstance(waarde, datetime.date | datetime.datetime):
        return waarde.isoformat()
    return str(waarde)
