"""What came of an act on many rows: what was done, and of each other row who it is and why not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction

from toegang.opmaak import getal
from toegang.statussen import OngeldigeOvergang

GENOEMD = 5  # who was left out is named one by one, so many; the rest by number


@dataclass
class Uitslag:
    """`gedaan`: keys of the rows that were done; `niet`: (who, why not); `weg`: rows the reader cannot see."""

    gedaan: list = field(default_factory=list)
    niet: list[tuple[str, str]] = field(default_factory=list)
    weg: int = 0

    def zinnen(self, gedaan: str, woorden: str) -> list[tuple[bool, str]]:
        """(all well, sentence): "5 overgedragen, 1 niet: P. Smeets is afgeschermd."; `woorden`: "taak,taken"."""
        over = len(self.niet) + self.weg
        kop = f"{telling(len(self.gedaan), woorden)} {gedaan}"
        if not over:
            return [(True, f"{kop}.")]
        kop = f"{kop}, {getal(over)} niet"
        if len(self.niet) == 1 and not self.weg:
            return [(bool(self.gedaan), f"{kop}: {' '.join(self.niet[0])}")]
        zinnen = [(bool(self.gedaan), f"{kop}.")]
        zinnen += [(False, f"{wie} {waarom}") for wie, waarom in self.niet[:GENOEMD]]
        if rest := len(self.niet) - GENOEMD:
            zinnen += [(False, f"En nog {getal(rest)} om zo'n reden.")] if rest > 0 else []
        if self.weg:
            zinnen += [(False, f"{telling(self.weg, woorden)} {ZIEN}")]
        return zinnen


ZIEN = "kunt u niet (meer) zien. Een collega heeft dat werk, of het is klaar."


def telling(aantal: int, woorden: str) -> str:
    """1 taak, 5 taken, Geen taken."""
    enkel, _, meer = woorden.partition(",")
    if not aantal:
        return f"Geen {meer}"
    return f"{getal(aantal)} {enkel if aantal == 1 else meer}"


def sleutels(ruw: Iterable[str], soort: type, hoogstens: int = 1000) -> list:
    """The keys that were ticked, each once and in order; what is no key is left out."""
    uit: dict = {}
    for tekst in ruw:
        try:
            uit[soort(tekst)] = None
        except ValueError:
            continue
    return list(uit)[:hoogstens]


def elk_apart(sleutels: Iterable, doen: Callable, naam: Callable[..., str]) -> Uitslag:
    """Each in a savepoint of its own, so that one refusal stops no other.

    `doen(sleutel)` returns why not, or ''; what it raises is a refusal too; `naam(sleutel)`: who it is about.
    """
    uitslag = Uitslag()
    for sleutel in sorted(set(sleutels)):  # one order for all: two acts never wait for each other
        try:
            with transaction.atomic():
                waarom = doen(sleutel)
        except ObjectDoesNotExist:
            uitslag.weg += 1
        except (OngeldigeOvergang, PermissionDenied) as fout:
            uitslag.niet.append((f"{naam(sleutel)}:", str(fout)))
        except ValidationError as fout:
            uitslag.niet.append((f"{naam(sleutel)}:", " ".join(fout.messages)))
        else:
            if waarom:
                uitslag.niet.append((naam(sleutel), waarom))
            else:
                uitslag.gedaan.append(sleutel)
    return uitslag
