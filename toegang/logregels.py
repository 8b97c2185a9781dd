"""What may not stand in a log line: structlog processors."""

import re
from collections.abc import Mapping, MutableMapping
from typing import Any

from toegang.bsn import MASKER, geldig, masker

VERWIJSLINK = re.compile(r"(/openbaar/verwijzen/)[^/\s?]{30,}")  # who has the address may refer


def bsn_maskeren(logger: Any, method: str, event_dict: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Masks each BSN and each referral link in the event, however deep. Put it just before the renderer."""
    for sleutel in list(event_dict):
        event_dict[sleutel] = _gemaskerd(event_dict[sleutel])
        if (veilig := masker(sleutel)) != sleutel:
            event_dict[veilig] = event_dict.pop(sleutel)
    return event_dict


def _gemaskerd(waarde: Any) -> Any:
    if isinstance(waarde, str):
        return masker(VERWIJSLINK.sub(r"\1[link]", waarde))
    if isinstance(waarde, bytes):
        return masker(waarde.decode(errors="replace"))
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
        return f"{type(waarde).__name__}: {masker(str(waarde))}"
    return waarde
