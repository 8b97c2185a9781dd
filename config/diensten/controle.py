"""`make check`: every check is run, each on one line; what failed shows its last lines at the end."""

import base64
import os
import secrets
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
KAMERS = ("toegang", "wijkteams", "voorzieningen", "beschikkingen", "portaal")
ZUIVER = ("termijnen.py", "statussen.py", "regels.py", "usecases")
LANGSTE = 60  # lines shown of a check that failed
COMPOSE = (
    *("SECRET_KEY", "ALLOWED_HOSTS", "BSN_SLEUTELS", "BSN_INDEX_SLEUTEL"),
    *("POSTGRES_WACHTWOORD", "EIGENAAR_WACHTWOORD", "APP_WACHTWOORD", "PORTAAL_WACHTWOORD"),
    *("PORTAAL_SECRET_KEY", "PORTAAL_ALLOWED_HOSTS", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"),
)


@dataclass(frozen=True)
class Controle:
    """A command that must end with 0."""

    naam: str
    opdracht: tuple[str, ...]
    omgeving: dict[str, str] = field(default_factory=dict)


def productie() -> dict[str, str]:
    """Throw-away values for what production wants from its environment; no server is asked for anything."""

    def sleutel() -> str:
        return base64.b64encode(secrets.token_bytes(32)).decode()

    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.productie",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "ALLOWED_HOSTS": "toegang.example",
        "DATABASE_URL": "postgresql://toegang_app@localhost/toegang",
        "MIGRATE_DATABASE_URL": "postgresql://toegang_eigenaar@localhost/toegang",
        "REDIS_URL": "redis://localhost:1/0",
        "BSN_SLEUTELS": f"1={sleutel()}",
        "BSN_INDEX_SLEUTEL": sleutel(),
        "DOCUMENTEN_MAP": "/nergens",
        "ZEGEL_BESTAND": "/dev/null",
        "WACHTWOORDEN_GELEKT": "/dev/null",
    }


def controles() -> list[Controle]:
    """All of them, the slow ones first."""
    python, test = sys.executable, {"DJANGO_SETTINGS_MODULE": "config.settings.test"}
    zuiver = [str(PROJECT / kamer / naam) for kamer in KAMERS for naam in ZUIVER]
    zuiver = [pad for pad in zuiver if Path(pad).exists()]
    sjablonen = [
        naam for naam in ("templates", *(f"{k}/templates" for k in KAMERS)) if (PROJECT / naam).is_dir()
    ]
    lijst = [
        Controle("types (mypy)", (str(BIN / "mypy"), *zuiver), test),
        Controle("migrations", (python, "manage.py", "makemigrations", "--check", "--dry-run"), test),
        Controle(
            "deploy", (python, "manage.py", "check", "--deploy", "--fail-level", "WARNING"), productie()
        ),
        Controle("state diagrams", (python, "manage.py", "statusdiagrammen", "--check"), test),
        Controle("templates (djlint)", (str(BIN / "djlint"), "--lint", "--quiet", *sjablonen)),
        Controle(
            "security (bandit)", (str(BIN / "bandit"), "-q", "-c", "pyproject.toml", "-r", *KAMERS, "config")
        ),
        Controle("order of the rooms", (str(BIN / "lint-imports"), "--no-cache")),
        Controle("ruff", (str(BIN / "ruff"), "check", ".")),
        Controle("ruff format", (str(BIN / "ruff"), "format", "--check", ".")),
        Controle("Dockerfile (hadolint)", (str(BIN / "hadolint"), "Dockerfile")),
        Controle(".ci/run", ("bash", "-n", ".ci/run")),
    ]
    if compose := _compose():
        lijst.append(Controle("compose", (*compose, "config", "-q"), dict.fromkeys(COMPOSE, "x")))
    else:
        print("compose: no Docker here; tests/config/test_compose.py reads the file instead")
    return lijst


def _compose() -> tuple[str, ...] | None:
    if not shutil.which("docker"):
        return None
    gezegd = subprocess.run(["docker", "compose", "version"], capture_output=True, check=False)
    return ("docker", "compose") if gezegd.returncode == 0 else None


def _uitvoeren(controle: Controle) -> tuple[Controle, bool, str]:
    begin = time.monotonic()
    omgeving = {**os.environ, **controle.omgeving}
    try:
        gedaan = subprocess.run(
            controle.opdracht,
            cwd=PROJECT,
            env=omgeving,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        goed, uitvoer = gedaan.returncode == 0, gedaan.stdout + gedaan.stderr
    except (OSError, subprocess.TimeoutExpired) as fout:
        goed, uitvoer = False, str(fout)
    print(f"{'ok    ' if goed else 'FAILED'} {controle.naam} ({time.monotonic() - begin:.1f} s)", flush=True)
    return controle, goed, uitvoer


def main() -> int:
    """Two at a time; 1 when any failed."""
    with ThreadPoolExecutor(2) as ploeg:
        mislukt = [(c, uitvoer) for c, goed, uitvoer in ploeg.map(_uitvoeren, controles()) if not goed]
    for controle, uitvoer in mislukt:
        regels = uitvoer.strip().splitlines()
        if len(regels) > LANGSTE:
            regels = [f"({len(regels)} lines, the last {LANGSTE}:)", *regels[-LANGSTE:]]
        print(f"\n--- {controle.naam}: {' '.join(controle.opdracht)}", *regels, sep="\n")
    return 1 if mislukt else 0


if __name__ == "__main__":
    sys.exit(main())
