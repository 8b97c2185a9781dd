"""The state tables of every room as pages with a diagram (Mermaid). Pure: text in, text out."""

import importlib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.apps import apps
from django.db.models import TextChoices

from toegang.rechten import Rol

HEROPENEN = "heropenen"  # not a step of the work: a mistake is corrected, with the old clock
GEMAAKT = "<!-- Made by `manage.py statusdiagrammen` from the tables in statussen.py; do not edit. -->\n"


@dataclass(frozen=True)
class Tabel:
    """One state machine: the states of a thing, the steps between them, and who moves each on."""

    app: str
    kamer: str  # the app's own name for people
    ding: str
    toestanden: type[TextChoices]
    overgangen: dict[Any, set]
    eigenaar: dict[Any, Rol | None]
    heropenen: frozenset = frozenset()  # `<DING>_HEROPENEN`: where the correction of a mistake leads back to

    @property
    def bestand(self) -> str:
        return f"{self.app}_{self.ding}.md"


def tabellen() -> list[Tabel]:
    """Every TextChoices `<Ding>Status` with its tables, in the order of the flow."""
    kamers = [c for c in apps.get_app_configs() if importlib.util.find_spec(f"{c.name}.statussen")]
    return [tabel for kamer in reversed(kamers) for tabel in _van(kamer)]


def _van(kamer) -> Iterator[Tabel]:
    module = importlib.import_module(f"{kamer.name}.statussen")
    for naam, soort in vars(module).items():
        if not naam.endswith("Status") or getattr(soort, "__module__", "") != module.__name__:
            continue
        ding = naam.removesuffix("Status")
        overgangen = getattr(module, f"{ding.upper()}_OVERGANGEN")
        eigenaar = getattr(module, f"{ding.upper()}_EIGENAAR")
        terug = getattr(module, f"{ding.upper()}_HEROPENEN", frozenset())
        yield Tabel(kamer.label, str(kamer.verbose_name), ding.lower(), soort, overgangen, eigenaar, terug)


def diagram(tabel: Tabel) -> str:
    """The states with label and owner, the steps, the first state and the ends."""
    regels = ["stateDiagram-v2", "    direction LR"]
    for toestand in tabel.toestanden:
        wie = tabel.eigenaar[toestand]
        naam = f"{toestand.label}<br/>({wie.label.lower()})" if wie else str(toestand.label)
        regels.append(f'    state "{naam}" as {_slug(toestand)}')
    regels.append(f"    [*] --> {_slug(next(iter(tabel.toestanden)))}")
    for van in tabel.toestanden:
        naar = [
            t for t in tabel.toestanden if t in tabel.overgangen[van]
        ]  # the order of the states, always the same
        regels += [f"    {_slug(van)} --> {_slug(t)}" for t in naar]
        if not naar:
            regels += [
                f"    {_slug(van)} --> {_slug(t)} : {HEROPENEN}"
                for t in tabel.toestanden
                if t in tabel.heropenen
            ]
            regels.append(f"    {_slug(van)} --> [*]")
    return "\n".join(regels)


def blad(tabel: Tabel) -> str:
    """A page: the diagram, and the same as a table for who cannot see it."""
    rijen = ["| label | stored as | whose turn | can go to |", "|---|---|---|---|"]
    einde = f"the end; {HEROPENEN}: back to where it stood" if tabel.heropenen else "the end"
    for toestand in tabel.toestanden:
        wie = tabel.eigenaar[toestand]
        naar = ", ".join(str(t.label) for t in tabel.toestanden if t in tabel.overgangen[toestand])
        rijen.append(
            f"| {toestand.label} | `{toestand.value}` | {wie.label if wie else '–'} | {naar or einde} |"
        )
    return (
        f"{GEMAAKT}\n# States of {tabel.ding}\n\n{tabel.kamer}. Source: `{tabel.app}/statussen.py`.\n\n"
        f"```mermaid\n{diagram(tabel)}\n```\n\n" + "\n".join(rijen) + "\n"
    )


def overzicht(alle: list[Tabel]) -> str:
    """README.md of the folder: every machine with its states, in the order of the flow."""
    rijen = ["| room | thing | states | whose turn |", "|---|---|---|---|"]
    for t in alle:
        toestanden = ", ".join(str(s.label) for s in t.toestanden)
        wie = sorted({r.label for r in t.eigenaar.values() if r})
        rijen.append(f"| {t.app} | [{t.ding}]({t.bestand}) | {toestanden} | {', '.join(wie) or '–'} |")
    uitleg = (
        "Every state stands in a table in `statussen.py` of its room; a step outside the table is refused with a "
        "sentence. Who is named moves it on; an end has nobody. After a change: `manage.py statusdiagrammen`; "
        "`make check` refuses a stale page. The labels are those on the screens."
    )
    return f"{GEMAAKT}\n# States (toestanden)\n\n{uitleg}\n\n" + "\n".join(rijen) + "\n"


def bladen() -> dict[str, str]:
    """File name -> text, of every page."""
    alle = tabellen()
    return {"README.md": overzicht(alle), **{t.bestand: blad(t) for t in alle}}


def _slug(toestand: Enum) -> str:
    return str(toestand.value)
