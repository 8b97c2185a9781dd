"""One file for the printer from many letters, in the order in which the post sorts them. Pure: bytes in, bytes out."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from toegang.brieven.geadresseerde import POSTCODE

NUMMER = re.compile(r"(\d+)\D*$")
A4 = (595.28, 841.89)  # points


def adresvolgorde(naam: str, regels: list[str]) -> tuple[str, str, int, str, str]:
    """Country ('' is the Netherlands), postcode, house number, street, name; a country is a last line."""
    laatste = re.sub(r"\s+", " ", regels[-1]).strip() if regels else ""
    straat = regels[-2] if len(regels) > 1 else ""
    gevonden = POSTCODE.match(laatste)
    nummer = NUMMER.search(straat)
    return (
        "" if gevonden else laatste.upper(),
        gevonden[1] + gevonden[2].upper() if gevonden else "",
        int(nummer[1][:9]) if nummer else 0,
        straat.upper(),
        naam.upper(),
    )


@dataclass(frozen=True)
class Drukwerk:
    """The file, and of each letter how many pages are printed on how many sheets."""

    inhoud: bytes
    paginas: list[int]
    vellen: list[int]


def samenvoegen(brieven: Iterable[bytes], *, dubbelzijdig: bool) -> Drukwerk:
    """The letters behind each other; on both sides of the paper each begins on a new sheet."""
    import pikepdf  # memory that a web worker may never need

    paginas, vellen = [], []
    with pikepdf.Pdf.new() as uit:
        for inhoud in brieven:
            with pikepdf.open(io.BytesIO(inhoud)) as brief:
                aantal = len(brief.pages)
                uit.pages.extend(brief.pages)
            if dubbelzijdig and aantal % 2:
                uit.add_blank_page(page_size=A4)
            paginas.append(aantal)
            vellen.append((aantal + 1) // 2 if dubbelzijdig else aantal)
        bestand = io.BytesIO()
        uit.save(bestand, deterministic_id=True)
    return Drukwerk(bestand.getvalue(), paginas, vellen)
