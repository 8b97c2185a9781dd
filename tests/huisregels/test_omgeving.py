"""Every name that is read from the environment stands in docs/beheer.md, and nothing else does."""

import re

from tests.huisregels.bron import PROJECT, naam, python_bestanden

LEEST = re.compile(
    r"""(?:\benv(?:\.\w+)?\(\s*|environ(?:\.get|\.setdefault)?[\[(]\s*)["']([A-Z][A-Z_]+)["']"""
)
COMPOSE = re.compile(r"\$\{([A-Z_]+)|^\s+(MIGRATE_DATABASE_URL|DATABASE_URL|REDIS_URL):", re.MULTILINE)
VAN_HET_SYSTEEM = {
    "PATH",
    "HOME",
    "USER",
    "LANG",
    "TMPDIR",
    "XDG_RUNTIME_DIR",
    "XDG_CACHE_HOME",
    "VIRTUAL_ENV",
}
# Read from the environment by others than our Python, or by a test alone.
ELDERS = {"WEB_CONCURRENCY", "WORKER_CONCURRENCY", "TOEGANG_VERSIE", "PORT_BINNEN"}


def gelezen() -> dict[str, str]:
    """Name -> the file that reads it."""
    namen = {
        n: naam(p) for p in python_bestanden("config") for n in LEEST.findall(p.read_text(encoding="utf-8"))
    }
    for bestand in ("docker-compose.yml", "manage.py"):
        tekst = (PROJECT / bestand).read_text(encoding="utf-8")
        namen |= dict.fromkeys((*(a or b for a, b in COMPOSE.findall(tekst)), *LEEST.findall(tekst)), bestand)
    voorbeeld = (PROJECT / ".env.voorbeeld").read_text(encoding="utf-8")
    namen |= dict.fromkeys(re.findall(r"^#? ?([A-Z_]+)=", voorbeeld, re.MULTILINE), ".env.voorbeeld")
    return {n: waar for n, waar in namen.items() if n not in VAN_HET_SYSTEEM}


def beschreven() -> set[str]:
    tekst = (PROJECT / "docs/beheer.md").read_text(encoding="utf-8")
    tabel = tekst[tekst.index("## Environment") : tekst.index("## Roles in the database")]
    eerste = [regel.split("|")[1] for regel in tabel.splitlines() if regel.startswith("| `")]
    return {n for namen in eerste for n in re.findall(r"`([A-Z_]{4,})`", namen)}


def test_elke_instelling_staat_in_beheer():
    assert {n: waar for n, waar in gelezen().items() if n not in beschreven()} == {}


def test_beheer_noemt_geen_instelling_die_er_niet_is():
    assert beschreven() - set(gelezen()) - ELDERS == set()


def test_wat_productie_eist_staat_in_het_voorbeeld():
    voorbeeld = (PROJECT / ".env.voorbeeld").read_text(encoding="utf-8")
    eisen = set(re.findall(r"\$\{([A-Z_]+):\?", (PROJECT / "docker-compose.yml").read_text(encoding="utf-8")))

    assert eisen - set(re.findall(r"^([A-Z_]+)=", voorbeeld, re.MULTILINE)) == set()
