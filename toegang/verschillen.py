"""Two texts side by side: what a colleague saved meanwhile, and what was typed here."""

import difflib
import re
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

TE_VEEL_WOORDEN = 4000  # from here on compare by line: word by word would take seconds


@dataclass
class Verschil:
    """One field that both changed. `samen` says whether both can be kept (a text: yes; a date: no)."""

    label: str
    veld: str
    mijn: str
    hun: str
    samen: bool = True


@dataclass
class Verouderd:
    """A form that was opened before `naam` saved the same thing."""

    naam: str
    verschillen: list[Verschil] = field(default_factory=list)

    def keuzes(self, post) -> dict[str, str]:
        """The text to keep per field, by the radios of `_verouderd.html`; left out where nobody chose."""
        uit = {}
        for v in self.verschillen:
            keuze = post.get(f"bewaar_{v.veld}")
            if keuze == "mijn":
                uit[v.veld] = v.mijn
            elif keuze == "hun":
                uit[v.veld] = v.hun
            elif keuze == "samen" and v.samen:
                uit[v.veld] = f"{v.hun}\n\n{v.mijn}"
        return uit


def _stukken(tekst: str, per_regel: bool) -> list[str]:
    return tekst.splitlines(keepends=True) if per_regel else re.findall(r"\s+|\w+|[^\w\s]", tekst)


def gemarkeerd(tekst: str, ander: str, merk: str) -> SafeString:
    """`tekst` as HTML, with what is not in `ander` inside <ins> or <del>."""
    if merk not in ("ins", "del"):
        raise ValueError(merk)
    tekst, ander = str(tekst), str(ander)
    per_regel = len(tekst.split()) + len(ander.split()) > TE_VEEL_WOORDEN
    mijn, hun = _stukken(tekst, per_regel), _stukken(ander, per_regel)
    uit = []
    for soort, van, tot, _, _ in difflib.SequenceMatcher(None, mijn, hun).get_opcodes():
        stuk = escape("".join(mijn[van:tot]))
        uit.append(stuk if soort == "equal" or not stuk.strip() else f"<{merk}>{stuk}</{merk}>")
    return mark_safe("".join(uit))  # noqa: S308  # every piece was escaped above
