"""A job over many rows: each in a transaction of its own, and what one breaks on stops no other."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from django.db import transaction

Rij = TypeVar("Rij")
Uitkomst = TypeVar("Uitkomst")


def rij_voor_rij(
    rijen: Iterable[Rij], doen: Callable[[Rij], Uitkomst], *, anders: Callable[[Rij, Exception], Uitkomst]
) -> Iterator[Uitkomst]:
    """What came of each row, in order. What `doen` raises undoes that row alone and is told to `anders`.

    `anders` logs it (and marks the row, where the next night must know); its answer stands for the row. A worker that
    is killed keeps what was done and loses only the row that it had in hand.
    """
    for rij in rijen:
        try:
            with transaction.atomic():
                uitkomst = doen(rij)
        except Exception as fout:  # whatever a row breaks on, the next one goes on
            uitkomst = anders(rij, fout)
        yield uitkomst
