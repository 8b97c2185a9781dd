"""A private PostgreSQL below one folder: its own data, a unix socket that only we can open, no TCP.

Set-up in order: initdb into a folder beside it and a rename (a half-made cluster is never found), a start by
pg_ctl, then roles, database and extensions. All of it idempotent, under our own lock.
"""

import os
import shlex
import shutil
import signal
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from config.diensten import postgres_programma as programma
from config.diensten.proces import DienstFout, beeindigen, leeft, pid_uit, slot, socketmap, wachten

ROLLEN = ("toegang_eigenaar", "toegang_app", "toegang_portaal")
DATABASE = "toegang"
UITBREIDINGEN = ("pg_trgm", "unaccent", "btree_gist")
INRICHTING = "1"  # raise it when `_inrichten` changes, so that an existing cluster is set up again
SOCKET = ".s.PGSQL.5432"  # the number only names the socket: nothing listens on a port


@dataclass(frozen=True)
class Verbinding:
    """Where a running cluster is reached."""

    socket: Path

    def adres(self, rol: str, database: str = DATABASE) -> str:
        """An address that django-environ reads as HOST (the socket's folder), USER and NAME."""
        return f"postgresql://{rol}@/{quote(str(self.socket))}/{database}"


def start(map: Path) -> Verbinding:
    """Make and start the cluster below `map` where that is still to do. Fast when it is up."""
    map = map.resolve()
    verbinding = Verbinding(socketmap(map, SOCKET))
    if draait(map):
        return verbinding
    with slot(map / "slot"):
        if not draait(map):
            map.chmod(0o700)
            bin = programma.kiezen(map / "data")
            als = programma.gebruiker(map, verbinding.socket)
            _aanmaken(map, bin, als)
            _starten(map, bin, als, verbinding)
            _inrichten(verbinding)
            (map / "ingericht").write_text(INRICHTING)
    return verbinding


def stop(map: Path) -> None:
    """Stop the cluster cleanly; harmless when it does not run."""
    map = map.resolve()
    if not map.is_dir():
        return
    with slot(map / "slot"):
        pid = pid_uit(map / "data" / "postmaster.pid")
        if not beeindigen(pid, _kenmerk(map), (signal.SIGINT, signal.SIGQUIT)):
            raise DienstFout(f"PostgreSQL (process {pid}) does not stop; its log is {map / 'postgres.log'}.")


def draait(map: Path) -> bool:
    """Whether our postmaster is alive, ready, and set up."""
    return _gereed(map) and _ingericht(map) == INRICHTING


def _ingericht(map: Path) -> str:
    try:
        return (map / "ingericht").read_text()
    except OSError:
        return ""


def _kenmerk(map: Path) -> str:
    return f"-D {map / 'data'}"


def _gereed(map: Path) -> bool:
    try:
        regels = (map / "data" / "postmaster.pid").read_text().splitlines()
        return len(regels) > 7 and regels[7].strip() == "ready" and leeft(int(regels[0]), _kenmerk(map))
    except (OSError, ValueError):
        return False


def _aanmaken(map: Path, bin: Path, als: programma.Gebruiker) -> None:
    """initdb with C.UTF-8 for characters: with no locale lower(), ILIKE and trigrams break on 'Ç'."""
    if (map / "data").exists():
        return
    nieuw = map / "data.nieuw"
    shutil.rmtree(nieuw, ignore_errors=True)
    opdracht = [str(bin / "initdb"), "-D", str(nieuw), "-U", "postgres", "-E", "UTF8", "--locale=C"]
    opdracht += ["--lc-ctype=C.UTF-8", "--auth-local=trust", "--auth-host=reject", "--no-sync"]
    gedaan = als.uitvoeren(opdracht, map)
    if gedaan.returncode:
        raise DienstFout(f"PostgreSQL's initdb failed below {map}: {gedaan.stderr.strip()[-800:]}")
    os.sync()
    nieuw.rename(map / "data")


def _starten(map: Path, bin: Path, als: programma.Gebruiker, verbinding: Verbinding) -> None:
    pidbestand = map / "data" / "postmaster.pid"
    if leeft(pid_uit(pidbestand), _kenmerk(map)):  # another way of starting was faster, or it is recovering
        if wachten(lambda: _gereed(map), 60):
            return
        raise DienstFout(f"PostgreSQL is alive but not ready; its log is {map / 'postgres.log'}.")
    pidbestand.unlink(missing_ok=True)  # the owner of this file is gone: kill -9, a crash, a power cut
    for rest in (SOCKET, f"{SOCKET}.lock"):
        (verbinding.socket / rest).unlink(missing_ok=True)
    keuzes = {"listen_addresses": "", "unix_socket_permissions": "0700", "log_min_messages": "warning"}
    if map.parent.name.startswith("test") and map.parent.parent.name == "var":  # the tests' own may be lost
        keuzes |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    opties = ["-k", str(verbinding.socket)]
    for naam, waarde in keuzes.items():
        opties += ["-c", f"{naam}={waarde}"]
    opdracht = [str(bin / "pg_ctl"), "start", "-s", "-w", "-t", "60", "-D", str(map / "data")]
    opdracht += ["-l", str(map / "postgres.log"), "-o", shlex.join(opties)]

    def gelukt() -> bool:  # after kill -9 the old backends may need a moment to notice
        return als.uitvoeren(opdracht, map).returncode == 0 or _gereed(map)

    if not any(gelukt() or wachten(lambda: False, 0.5) for _ in range(5)):
        regels = (map / "postgres.log").read_text(errors="replace").splitlines()[-5:]
        raise DienstFout("PostgreSQL did not start:\n" + "\n".join(regels))


def _inrichten(verbinding: Verbinding) -> None:
    """Roles, the database and the extensions, as the superuser that is used for nothing else."""
    import psycopg2
    from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT

    eigenaar, app, portaal = ROLLEN

    def uitvoeren(database: str, *opdrachten: str) -> list[tuple[object, ...]]:
        c = psycopg2.connect(host=str(verbinding.socket), user="postgres", dbname=database)
        try:
            c.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
            with c.cursor() as cursor:
                for opdracht in opdrachten:
                    cursor.execute(opdracht)
                return cursor.fetchall() if cursor.description else []
        finally:
            c.close()

    bestaand = {naam for (naam,) in uitvoeren("postgres", "SELECT rolname FROM pg_roles")}
    uitvoeren("postgres", *[f"CREATE ROLE {rol} LOGIN" for rol in ROLLEN if rol not in bestaand])
    uitvoeren("postgres", f"ALTER ROLE {eigenaar} CREATEDB", f"GRANT {app}, {portaal} TO {eigenaar}")
    if (DATABASE,) not in uitvoeren("postgres", "SELECT datname FROM pg_database"):
        uitvoeren("postgres", f"CREATE DATABASE {DATABASE} OWNER {eigenaar} TEMPLATE template0")
    for database in ("template1", DATABASE):
        uitvoeren(database, *[f"CREATE EXTENSION IF NOT EXISTS {naam}" for naam in UITBREIDINGEN])
