"""Several colleagues at the same moment, each on a database connection of his own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

from django.db import connection


def tegelijk(*werk: Callable) -> list:
    """Each in its own thread, begun together; what each gave back, or the exception that it met."""
    start = Barrier(len(werk))

    def een(doen: Callable):
        try:
            start.wait(20)
            return doen()
        except Exception as fout:
            return fout
        finally:
            connection.close()

    with ThreadPoolExecutor(len(werk)) as pool:
        return list(pool.map(een, werk))


def samen_na(monkeypatch, module, naam: str, barriere: Barrier) -> None:
    """After this function of the module each waits until the others are there too: all hold their first lock.

    Not for long: where they share that lock the others cannot come.
    """
    echt = getattr(module, naam)

    def wachtend(*args, **kwargs):
        uit = echt(*args, **kwargs)
        with suppress(BrokenBarrierError):
            barriere.wait(1.5)
        return uit

    monkeypatch.setattr(module, naam, wachtend)
