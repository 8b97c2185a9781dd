"""The source under test: its rooms, files and syntax trees."""

import ast
import subprocess
from functools import cache
from pathlib import Path

from django.apps import apps

PROJECT = Path(__file__).resolve().parents[2]
KAMERS = ("toegang", "wijkteams", "voorzieningen", "beschikkingen", "portaal")  # the order of the flow
BUITEN = {".venv", "node_modules", "var", "staticfiles", ".git", "migrations", "__pycache__"}


def python_bestanden(*mappen: str) -> list[Path]:
    """Every Python file below these folders, without migrations."""
    gevonden = (pad for map_ in mappen or (*KAMERS, "config") for pad in (PROJECT / map_).rglob("*.py"))
    return sorted(pad for pad in gevonden if not BUITEN & set(pad.relative_to(PROJECT).parts))


def naam(pad: Path) -> str:
    """The path as people write it: `toegang/views/zaak.py`."""
    return pad.relative_to(PROJECT).as_posix()


@cache
def boom(pad: Path) -> ast.Module:
    """The syntax tree; every node knows its parent (`.ouder`)."""
    stam = ast.parse(pad.read_text(encoding="utf-8"), filename=str(pad))
    for knoop in ast.walk(stam):
        for kind in ast.iter_child_nodes(knoop):
            kind.ouder = knoop  # type: ignore[attr-defined]
    return stam


def plek(pad: Path, knoop: ast.AST) -> str:
    return f"{naam(pad)}:{getattr(knoop, 'lineno', 0)}"


def functie_van(knoop: ast.AST) -> str:
    """The name of the outermost function or class around a node, '' at module level."""
    buitenste = ""
    while (knoop := getattr(knoop, "ouder", None)) is not None:
        if isinstance(knoop, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            buitenste = knoop.name
    return buitenste


def eigen_modellen() -> list[type]:
    """The models of the rooms, without the history rows that simple-history makes."""
    return [m for m in apps.get_models() if m._meta.app_label in KAMERS and not hasattr(m, "instance_type")]


def tekstbestanden() -> list[Path]:
    """Every text file that stands in the repository, or will at the next commit."""
    lijst = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    namen = lijst.stdout.splitlines() if lijst.returncode == 0 else [naam(p) for p in _alle()]
    paden = [PROJECT / n for n in namen]
    return sorted(p for p in paden if p.is_file() and b"\0" not in p.read_bytes()[:4096])


def _alle() -> list[Path]:
    """Without git (a copied tree): every file outside what is ignored."""
    buiten = BUITEN - {"migrations"}
    return [p for p in PROJECT.rglob("*") if p.is_file() and not buiten & set(p.relative_to(PROJECT).parts)]
