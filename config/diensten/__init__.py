"""The services the application stands on: an address from the environment, else a private one is started.

Nothing here knows Django: settings ask for an address, the rest of the application does not come here.
"""

import os
from pathlib import Path

from config.diensten import postgres, redis
from config.diensten.proces import DienstFout

PROJECT = Path(__file__).resolve().parents[2]
EIGENAAR, APP, PORTAAL = postgres.ROLLEN


def __getattr__(naam: str) -> Path:
    """`diensten.VAR`: the folder of running data; read late, settings may still choose another."""
    if naam == "VAR":
        return Path(os.environ.get("TOEGANG_VAR") or PROJECT / "var").absolute()
    raise AttributeError(naam)


def database_url(*, eigenaar: bool) -> str:
    """The address of the database, for the owner (migrations, tests) or for the application."""
    eigen, ander = "MIGRATE_DATABASE_URL", "DATABASE_URL"
    if not eigenaar:
        eigen, ander = ander, eigen
    if url := os.environ.get(eigen):
        return url
    if os.environ.get(ander):
        raise DienstFout(
            f"{ander} is set but {eigen} is not: set both (DATABASE_URL for the role toegang_app, "
            "MIGRATE_DATABASE_URL for the role toegang_eigenaar), or neither to use a private PostgreSQL."
        )
    return postgres.start(__getattr__("VAR") / "postgres").adres(EIGENAAR if eigenaar else APP)


def portaal_database_url() -> str:
    """The address for the citizen's site, as its own role; in the private PostgreSQL when none is named."""
    if url := os.environ.get("PORTAAL_DATABASE_URL"):
        return url
    if os.environ.get("DATABASE_URL"):
        raise DienstFout(
            "DATABASE_URL is set but PORTAAL_DATABASE_URL is not: set it for the role toegang_portaal."
        )
    return postgres.start(__getattr__("VAR") / "postgres").adres(PORTAAL)


def redis_url() -> str | None:
    """Celery's broker, or None where no Redis can be had."""
    return os.environ.get("REDIS_URL") or redis.start(__getattr__("VAR") / "redis")


def stop(var: Path) -> None:
    """Stop what was started below this folder."""
    postgres.stop(var / "postgres")
    redis.stop(var / "redis")
