"""The language of a letter template: `{a field}` from a closed list, and `[als field] … [einde]`. Nothing else.

No engine runs over what a colleague wrote: no code, no attributes, no loops, so no text can take long or reach what
it should not. One pass over the text; every text either parses or gives sentences with their line. Pure.
"""

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

# One pass: each alternative ends at the next bracket or line, so no character is looked at more than a few times.
STUK = re.compile(
    r"\{\{|\}\}|\{%|%\}"  # of template engines: named apart, to say what to write instead
    r"|\{[^{}\[\]\n]*+\}|\[[^{}\[\]\n]*+\]|[{}\[\]]|[^{}\[\]%]++|%"
)
MEESTE_FOUTEN = 8  # more sentences than this help nobody
LANGSTE_NAAM = 40
VREEMD = {
    "{{": "schrijf één accolade: {hulp}, niet {{ hulp }}.",
    "}}": "schrijf één accolade: {hulp}, niet {{ hulp }}.",
    "{%": "'{%' is een opdracht die een brief niet kent. U kunt alleen [als …] en [einde] gebruiken.",
    "%}": "'%}' is een opdracht die een brief niet kent. U kunt alleen [als …] en [einde] gebruiken.",
    "{": "na de accolade { ontbreekt de naam van een veld met }. Bijvoorbeeld {hulp}.",
    "}": "hier staat een accolade } zonder begin. Bijvoorbeeld {hulp}.",
    "[": "na de haak [ ontbreekt de haak ]. Haken zijn voor [als …] en [einde].",
    "]": "hier staat een haak ] zonder begin. Haken zijn voor [als …] en [einde].",
}


@dataclass(frozen=True)
class Taalfout:
    """What is wrong, where, in words."""

    regel: int
    zin: str

    def __str__(self) -> str:
        return f"Regel {self.regel}: {self.zin}"


@dataclass(frozen=True)
class Woorden:
    """Text as it is."""

    tekst: str


@dataclass(frozen=True)
class Plek:
    """The value of a field comes here."""

    naam: str


@dataclass(frozen=True)
class Als:
    """Only when the field has a value (or, with `niet`, when it has none)."""

    naam: str
    niet: bool
    inhoud: tuple[Woorden | Plek, ...]


Stuk = Woorden | Plek | Als


@dataclass(frozen=True)
class Woordenlijst:
    """What may be named: fields that always hold something, fields that may be empty, and mere conditions."""

    altijd: frozenset[str]
    soms: frozenset[str]
    voorwaarden: frozenset[str]

    @property
    def velden(self) -> frozenset[str]:
        return self.altijd | self.soms

    @property
    def na_als(self) -> frozenset[str]:
        return self.soms | self.voorwaarden


class _Lezer:
    """One pass over one text."""

    def __init__(self, lijst: Woordenlijst):
        self.lijst = lijst
        self.stukken: list[Stuk] = []
        self.binnen: list[Woorden | Plek] | None = None  # inside an als
        self.als: tuple[str, bool, int] = ("", False, 0)
        self.fouten: list[Taalfout] = []
        self.fout_op: set[int] = set()
        self.regel = 1

    def lezen(self, tekst: str) -> None:
        for gevonden in STUK.finditer(tekst):
            if len(self.fouten) == MEESTE_FOUTEN:
                return
            stuk = gevonden[0]
            if stuk[0] == "{" and stuk[-1] == "}":
                self._veld(stuk[1:-1])
            elif stuk[0] == "[" and stuk[-1] == "]":
                self._opdracht(stuk)
            elif stuk[0] in "{}[]" or stuk == "%}":
                self._vreemd(stuk)
            else:
                self._erbij(Woorden(stuk))
                self.regel += stuk.count("\n")
        if self.binnen is not None:
            naam, _, regel = self.als
            self._fout(f"bij [als {naam}] ontbreekt [einde]. Zet [einde] waar dit stuk ophoudt.", regel)

    def _erbij(self, stuk: Woorden | Plek) -> None:
        (self.stukken if self.binnen is None else self.binnen).append(stuk)

    def _fout(self, zin: str, regel: int = 0) -> None:
        """One sentence a line: what comes after it on that line is often the same mistake."""
        regel = regel or self.regel
        if regel not in self.fout_op:
            self.fout_op.add(regel)
            self.fouten.append(Taalfout(regel, zin))

    def _vreemd(self, stuk: str) -> None:
        self._fout(VREEMD[stuk])

    def _veld(self, woord: str) -> None:
        naam = _naam(woord)
        if naam in self.lijst.voorwaarden:
            self._fout(f"'{naam}' heeft geen tekst. U kunt het alleen gebruiken in [als {naam}].")
        elif naam not in self.lijst.velden:
            self._fout(_onbekend(woord, naam, self.lijst.velden, "{%s}"))
        elif naam in self.lijst.soms and not self._gevuld(naam):
            self._fout(f"{{{naam}}} kan leeg zijn. Zet het tussen [als {naam}] en [einde].")
        else:
            self._erbij(Plek(naam))

    def _gevuld(self, naam: str) -> bool:
        """We stand inside the als of this field."""
        return self.binnen is not None and self.als[:2] == (naam, False)

    def _opdracht(self, stuk: str) -> None:
        woord = _naam(stuk[1:-1])
        if woord == "einde":
            if self.binnen is None:
                self._fout("[einde] zonder [als …]. Haal het weg, of zet [als …] ervoor.")
            else:
                naam, niet, _ = self.als
                self.stukken.append(Als(naam, niet, tuple(self.binnen)))
                self.binnen = None
        elif woord == "als" or woord.startswith("als "):
            self._begin(woord.removeprefix("als").strip(), stuk)
        else:
            self._fout(
                f"{_kort(stuk)} is geen opdracht. U kunt alleen [als …] en [einde] gebruiken."
                " Voor haken in de brief neemt u ronde haakjes."
            )

    def _begin(self, naam: str, stuk: str) -> None:
        niet = naam.startswith("niet ")
        naam = naam.removeprefix("niet ").strip() if niet else naam
        if self.binnen is not None:
            eerste, _, regel = self.als
            self._fout(
                f"[als {eerste}] van regel {regel} is nog niet gesloten. Zet daar eerst [einde] bij. Een als"
                " binnen een als kan niet."
            )
            return
        if naam in self.lijst.altijd:
            self._fout(f"'{naam}' is altijd gevuld. Haal [als {naam}] en [einde] weg.")
        elif naam not in self.lijst.na_als:
            self._fout(_onbekend(stuk[1:-1], naam, self.lijst.na_als, "[als %s]"))
        self.binnen, self.als = [], (naam, niet, self.regel)


def lezen(tekst: str, lijst: Woordenlijst) -> tuple[tuple[Stuk, ...], tuple[Taalfout, ...]]:
    """The pieces of the text, and what is wrong with it; with anything wrong the pieces are not to be used."""
    lezer = _Lezer(lijst)
    if "\x00" in tekst:
        lezer.fouten.append(
            Taalfout(1, "in deze tekst staat een teken dat wij niet kunnen bewaren. Typ de tekst opnieuw.")
        )
    lezer.lezen(tekst.replace("\r\n", "\n").replace("\r", "\n"))
    return tuple(lezer.stukken), tuple(sorted(lezer.fouten, key=lambda f: f.regel))


def invullen(stukken: Collection[Stuk], waarden: Mapping[str, str]) -> str:
    """The text with its values. A value is text: what stands in it is never read as a field again."""
    uit = []
    for stuk in stukken:
        if isinstance(stuk, Als):
            if bool(waarden.get(stuk.naam)) is not stuk.niet:
                uit.append(invullen(stuk.inhoud, waarden))
        elif isinstance(stuk, Plek):
            uit.append(" ".join(waarden.get(stuk.naam, "").split()))
        else:
            uit.append(stuk.tekst)
    return "".join(uit)


def _naam(woord: str) -> str:
    return " ".join(woord.casefold().split())


def _kort(woord: str) -> str:
    return woord if len(woord) <= LANGSTE_NAAM else f"{woord[:LANGSTE_NAAM]}…"


def _onbekend(woord: str, naam: str, bekend: Collection[str], vorm: str) -> str:
    zin = f"het veld '{_kort(woord.strip())}' bestaat niet."
    lijkt = difflib.get_close_matches(naam[:LANGSTE_NAAM], sorted(bekend), n=1, cutoff=0.6)
    if lijkt:
        return f"{zin} Bedoelt u {vorm % lijkt[0]}?"
    return f"{zin} Kies een veld uit de lijst."
