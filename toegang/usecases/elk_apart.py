"""The same act on many rows: each in a savepoint of its own, so that one refusal stops no other."""

from collections.abc import Callable, Iterable

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction

from toegang.bulk import Uitslag
from toegang.statussen import OngeldigeOvergang


def elk_apart(sleutels: Iterable, doen: Callable, naam: Callable[..., str]) -> Uitslag:
    """`doen(sleutel)` returns why not, or ''; what it raises is a refusal too; `naam(sleutel)`: who it is about."""
    uitslag = Uitslag()
    for sleutel in sorted(
        set(sleutels)
    ):  # the same order for everyone: two bulk acts cannot wait for each other
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
