"""How a text for an inwoner reads, against B1. Pure Python.

What is measured: words a sentence; long words, of more than six letters (the share of them and the words a sentence
added up is the LIX of C.-H. Björnsson, Läsbarhet, Stockholm 1968); and office words, from our own list of words that
letters to citizens do without, each with a plain one. Measured with these rules: our two sample letters (written
for B1) have 9 and 7 words a sentence and LIX 31 and 23; the Wmo 2015, the Jeugdwet and the Awb have 18, 20 and 13 words
a sentence and LIX 51, 56 and 45. A text above `LIX_HOOGSTENS` is nearer to the statute than to our letters.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

GEMIDDELD_HOOGSTENS = 12  # words a sentence
LANGST_HOOGSTENS = 20
LIX_HOOGSTENS = 38
LANG_WOORD = 7  # letters

# a full stop ends a sentence only before a space and a capital, a quote or the end: not in "14.30 uur" or "K. Peeters"
EINDE = re.compile(r"(?<![ .(][A-Z])(?<!^[A-Z])[.!?](?=\s+[A-ZÀ-Ý'\"„“€0-9]|\s*$)")
WOORD = re.compile(r"[\w€]+(?:[.,'’\u00a0-][\w]+)*")

# Words of the office that a letter does without: the word (its beginning), and what to write.
MOEILIJK: dict[str, str] = {
    "aangaande": "over",
    "alsmede": "en ook",
    "beperking": "wat niet lukt",
    "beschikking": "besluit",
    "betreffende": "over",
    "bewindvoerder": "iemand die over het geld gaat",
    "casuïstiek": "het verhaal",
    "cliënt": "u",
    "compenseren": "oplossen",
    "conform": "zoals in",
    "derhalve": "daarom",
    "dossier": "gegevens",
    "echter": "maar",
    "foutief": "fout",
    "gelieve": "wilt u",
    "gebruikelijke hulp": "hulp van huisgenoten",
    "geïndiceerd": "toegekend",
    "helaas": "(weglaten)",
    "hulpvraag": "vraag",
    "indicatie": "besluit over hulp",
    "indien": "als",
    "inzake": "over",
    "maatwerkvoorziening": "hulp van de gemeente",
    "maatwerk": "hulp van de gemeente",
    "middels": "met",
    "mits": "als",
    "omtrent": "over",
    "ondersteuningsbehoefte": "wat u nodig hebt",
    "participatie": "meedoen",
    "problematiek": "problemen",
    "regisseur": "contactpersoon",
    "reeds": "al",
    "structureel": "steeds",
    "teneinde": "om",
    "tevens": "ook",
    "trede": "(weglaten)",
    "voorliggend": "van een andere wet",
    "zelfredzaam": "wat u zelf kunt",
}


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text; a heading or list item without a stop counts as one."""
    return [z for regel in tekst.splitlines() for stuk in EINDE.split(regel) if (z := stuk.strip(" -–•"))]


def woorden(zin: str) -> int:
    """Words as a reader counts them; a number with its sign is one word."""
    return len(WOORD.findall(zin))


def leesbaarheid(teksten: Iterable[str]) -> tuple[float, int, str]:
    """Average words a sentence, the longest sentence in words, and that sentence; (0, 0, '') without text."""
    alle = [(woorden(z), z) for t in teksten for z in zinnen(t)]
    if not alle:
        return 0.0, 0, ""
    langste = max(alle, key=lambda paar: paar[0])
    return sum(n for n, _ in alle) / len(alle), *langste


@dataclass(frozen=True)
class Leesmaat:
    """How a text reads: the figures, and what to mend in sentences."""

    per_zin: float  # words
    lang: float  # share of long words, 0 to 1
    langste: str
    langste_woorden: int
    moeilijk: tuple[tuple[str, str], ...]  # office word, plain word

    @property
    def lix(self) -> int:
        return round(self.per_zin + 100 * self.lang)

    @property
    def goed(self) -> bool:
        """Short sentences, and no more long words than in our own letters."""
        return self.per_zin <= GEMIDDELD_HOOGSTENS and self.lix <= LIX_HOOGSTENS

    def tips(self) -> list[str]:
        """What to mend, the most useful first."""
        uit = []
        if self.langste_woorden > LANGST_HOOGSTENS:
            uit.append(
                f"Maak deze zin korter, hij heeft {self.langste_woorden} woorden: '{self.langste[:80]}…'"
            )
        uit += [f"Schrijf niet '{woord}'. Beter: {beter}." for woord, beter in self.moeilijk[:5]]
        if self.per_zin > GEMIDDELD_HOOGSTENS:
            uit.append(f"Maak de zinnen korter: hoogstens {GEMIDDELD_HOOGSTENS} woorden gemiddeld.")
        if self.per_zin <= GEMIDDELD_HOOGSTENS and self.lix > LIX_HOOGSTENS:
            uit.append("Er staan veel lange woorden in. Kies kortere.")
        return uit


def leesmaat(teksten: Iterable[str]) -> Leesmaat | None:
    """The figures of these texts together; None without text."""
    teksten = [t for t in teksten if t.strip()]
    per_zin, langste_woorden, langste = leesbaarheid(teksten)
    alles = [w for t in teksten for w in WOORD.findall(t)]
    if not alles:
        return None
    lang = sum(len(w) >= LANG_WOORD for w in alles) / len(alles)
    samen = " " + " ".join(teksten).lower()
    moeilijk = tuple(
        (woord, beter)
        for woord, beter in MOEILIJK.items()
        if re.search(rf"\b{re.escape(woord)}(e|en|s)?\b", samen)
    )
    return Leesmaat(per_zin, lang, langste, langste_woorden, moeilijk)
