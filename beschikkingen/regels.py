"""How a letter reads, and how long a claim lasts. Pure Python."""

import datetime
import re
from collections.abc import Iterable

from toegang.termijnen import is_werkdag

GEMIDDELD_HOOGSTENS = 12  # words a sentence
LANGST_HOOGSTENS = 20
OPPAKKEN_WERKDAGEN = 5

# a full stop ends a sentence only before a space and a capital, a quote or the end: not in "14.30 uur" or "K. Peeters"
EINDE = re.compile(r"(?<![ .(][A-Z])(?<!^[A-Z])[.!?](?=\s+[A-ZÀ-Ý'\"„“€0-9]|\s*$)")


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text; a heading or list item without a stop counts as one."""
    return [z for regel in tekst.splitlines() for stuk in EINDE.split(regel) if (z := stuk.strip(" -–•"))]


def woorden(zin: str) -> int:
    """Words as a reader counts them; a number with its sign is one word."""
    return len(re.findall(r"[\w€]+(?:[.,'’\u00a0-][\w]+)*", zin))


def leesbaarheid(teksten: Iterable[str]) -> tuple[float, int, str]:
    """Average words a sentence, the longest sentence in words, and that sentence; (0, 0, '') without text."""
    alle = [(woorden(z), z) for t in teksten for z in zinnen(t)]
    if not alle:
        return 0.0, 0, ""
    langste = max(alle, key=lambda paar: paar[0])
    return sum(n for n, _ in alle) / len(alle), *langste


def oppakken_tot(vandaag: datetime.date) -> datetime.date:
    """The last day of a claim: five working days further."""
    dag, over = vandaag, OPPAKKEN_WERKDAGEN
    while over:
        dag += datetime.timedelta(days=1)
        over -= is_werkdag(dag)
    return dag
