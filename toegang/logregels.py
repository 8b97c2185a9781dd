"""What may not stand in a log line: structlog processors."""

import re
from collections.abc import Mapping, MutableMapping
from typing import Any

from toegang.bsn import MASKER, geldig, masker

# Numbers of our own, in which eight or nine digits may pass the elfproef: a UUID, a moment, a SHA-256 (the head of a
# seal, which the log carries outside the database).
EIGEN = re.compile(
    r"(?<![0-9A-Za-z-])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9A-Za-z-])"
    r"|(?<!\d)\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.,]\d{3,6}(?![ .]?\d)"
    r"|(?<![0-9A-Za-z])(?=\d*[a-f])[0-9a-f]{64}(?![0-9A-Za-z])"
)
# Who has one of these addresses may refer, or choose the password of a colleague.
LINKEN = re.compile(r"(/openbaar/verwijzen/)[^/\s?]{30,}|(/account/wachtwoord/kiezen/)[^\s?]{30,}")


def bsn_maskeren(logger: Any, method: str, event_dict: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Masks each BSN and each secret address in the event, however deep. Put it just before the renderer."""
    for sleutel in list(event_dict):
        event_dict[sleutel] = _gemaskerd(event_dict[sleutel])
        if (veilig := masker(sleutel)) != sleutel:
            event_dict[veilig] = event_dict.pop(sleutel)
    return event_dict


def _gemaskerd(waarde: Any) -> Any:
    if isinstance(waarde, str):
        return _tekst(LINKEN.sub(lambda m: f"{m[1] or m[2]}[link]", waarde))
    if isinstance(waarde, bytes):
        return _tekst(waarde.decode(errors="replace"))
    if isinstance(waarde, bool):
        return waarde
    if isinstance(waarde, int):
        return MASKER if geldig(str(waarde)) else waarde
    if isinstance(waarde, Mapping):
        return {_gemaskerd(k): _gemaskerd(v) for k, v in waarde.items()}
    if isinstance(waarde, list | set | frozenset):
        return [_gemaskerd(deel) for deel in waarde]
    if isinstance(waarde, tuple):
        return tuple(_gemaskerd(deel) for deel in waarde)
    if isinstance(waarde, BaseException):
        return f"{type(waarde).__name__}: {_tekst(str(waarde))}"
    return waarde


def _tekst(tekst: str) -> str:
    """Masked, but for the numbers of our own."""
    stukken, gelezen = [], 0
    for eigen in EIGEN.finditer(tekst):
        stukken += [masker(tekst[gelezen : eigen.start()]), eigen[0]]
        gelezen = eigen.end()
    return "".join([*stukken, masker(tekst[gelezen:])])
