"""What a file is by its content, and whether we take it in. Pure Python: nothing is decoded, unpacked or opened.

We keep PDF, JPEG, PNG and Word (.docx): what people scan, photograph and write (docs/keuzes/0014). HEIC stays out: no
browser shows it, and a telephone sends JPEG when a form asks for JPEG.
"""

import io
import re
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

MB = 1_000_000
HOOGSTENS_BYTES = 10 * MB
HOOGSTENS_PUNTEN = 100 * MB  # pixels; the largest telephone in use makes 50 to 100 million
HOOGSTENS_ZIJDE = 20_000  # pixels of one side
HOOGSTENS_UITGEPAKT = 100 * MB  # a Word file of 10 MB that holds more than this is a bomb
HOOGSTENS_DELEN = 2_000  # parts in one Word file
SNUFFEL = 1024  # bytes in which a reader still accepts the head of another kind


class Soort(Enum):
    """What we keep: media type, extensions that fit, and the word for people."""

    PDF = ("application/pdf", (".pdf",), "een PDF")
    JPEG = ("image/jpeg", (".jpg", ".jpeg", ".jfif"), "een foto (JPEG)")
    PNG = ("image/png", (".png",), "een afbeelding (PNG)")
    DOCX = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",), "een Word-bestand",
    )  # fmt: skip

    @property
    def mediatype(self) -> str:
        return self.value[0]

    @property
    def extensies(self) -> tuple[str, ...]:
        return self.value[1]

    @property
    def woord(self) -> str:
        return self.value[2]


ACCEPT = ",".join([e for s in Soort for e in s.extensies] + [s.mediatype for s in Soort])
KIES = "Kies een PDF, een foto (JPEG of PNG) of een Word-bestand (.docx)"
ONBEKEND = f"Dit bestand kunnen wij niet openen. {KIES}"
LEEG = "Dit bestand is leeg. Kies een ander bestand"
STUK = "Dit bestand is beschadigd of niet compleet. Sla het opnieuw op en kies het nog een keer"
TWEE = "Dit bestand is niet wat het lijkt: er zit nog een ander bestand in. Sla het opnieuw op, of druk het af als PDF"
BOM = "Dit bestand wordt te groot als het opengaat. Druk het af als PDF en kies die"
MACRO = "In dit bestand zit een programma. Druk het af als PDF en kies die"
# What we know but do not keep, by its first bytes: the sentence says what to do.
ANDERS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (
        re.compile(rb".{4}ftyp(heic|heix|hevc|mif1|msf1|avif)", re.DOTALL),
        "Deze foto is een HEIC-bestand. Bewaar de foto als JPEG en kies haar nog een keer",
    ),
    (
        re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        "Dit is een ouder Word-bestand, of er zit een wachtwoord op. Sla het op als PDF en kies dat",
    ),
    (re.compile(rb"MZ|\x7fELF|#!|\xca\xfe\xba\xbe"), f"Dit bestand is een programma. {KIES}"),
)
ANDER_HOOFD = re.compile(
    rb"%PDF-|<!doctype|<html|<head|<body|<script|<svg|<\?php|<\?xml|<iframe", re.IGNORECASE
)
ACTIEF_IN_PDF = re.compile(rb"/(JavaScript|Launch|RichMedia)\b")
SJABLOON_VAN_BUITEN = re.compile(rb"<[^>]*attachedTemplate[^>]*External|<[^>]*External[^>]*attachedTemplate")


class Geweigerd(ValueError):
    """We do not take this file in; the text is the sentence for whoever chose it."""


@dataclass(frozen=True)
class Gekeurd:
    """A file that we take in."""

    soort: Soort
    titel: str  # the name it had, made harmless; for people, never for a path


def keuren(inhoud: bytes, naam: str) -> Gekeurd:
    """The kind of this file, or Geweigerd with a sentence. The media type that a browser names is never asked."""
    check_grootte(len(inhoud))
    soort = soort_van(inhoud)
    CONTROLES[soort](inhoud)
    _check_naam(soort, naam)
    return Gekeurd(soort, nette_naam(naam))


def check_grootte(grootte: int) -> None:
    """Between 1 byte and 10 MB."""
    if grootte == 0:
        raise Geweigerd(LEEG)
    if grootte > HOOGSTENS_BYTES:
        raise Geweigerd(f"Dit bestand is {megabytes(grootte)}. Kies een bestand van 10 MB of kleiner")


def megabytes(grootte: int) -> str:
    """12 MB, 10,1 MB; rounded up, so that what is too large never reads as 10 MB."""
    tienden = -(-grootte * 10 // MB)
    return (
        f"{tienden // 10} MB" if tienden % 10 == 0 or tienden >= 200 else f"{tienden // 10},{tienden % 10} MB"
    )


def soort_van(inhoud: bytes) -> Soort:
    """By the first bytes, which must stand at the very beginning."""
    if inhoud.startswith(b"%PDF-"):
        return Soort.PDF
    if inhoud.startswith(b"\xff\xd8\xff"):
        return Soort.JPEG
    if inhoud.startswith(b"\x89PNG\r\n\x1a\n"):
        return Soort.PNG
    if inhoud.startswith(b"PK\x03\x04"):
        return Soort.DOCX  # or another zip: its own check tells
    for patroon, zin in ANDERS:
        if patroon.match(inhoud):
            raise Geweigerd(zin)
    raise Geweigerd(ONBEKEND)


def nette_naam(naam: str) -> str:
    """The last part of the name without direction marks and control signs, at most 200 signs."""
    laatste = PurePosixPath(naam.replace("\\", "/")).name
    schoon = "".join(t for t in laatste if unicodedata.category(t) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    schoon = re.sub(r"\s+", " ", schoon).strip(" .")
    return (schoon if len(schoon) <= 200 else f"{schoon[:190]}…") or "Bijlage"


def _check_naam(soort: Soort, naam: str) -> None:
    """The end of the name must not say something else than the content."""
    einde = PurePosixPath(nette_naam(naam)).suffix.lower()
    if einde not in soort.extensies:
        zegt = f"eindigt op {einde}" if einde else "zegt niet wat het is"
        raise Geweigerd(
            f"De naam van dit bestand {zegt}, maar het is {soort.woord}. Sla het opnieuw op en kies het nog een keer"
        )


def _geen_zip_erbij(inhoud: bytes) -> None:
    """A zip is read from its end, so that it may hide behind anything."""
    if b"PK\x05\x06" in inhoud[-66_000:]:
        raise Geweigerd(TWEE)


def _pdf(inhoud: bytes) -> None:
    if b"%%EOF" not in inhoud[-2048:]:
        raise Geweigerd(STUK)
    _geen_ander(inhoud, vanaf=len(b"%PDF-"))
    if ACTIEF_IN_PDF.search(inhoud):
        raise Geweigerd(MACRO)


def _jpeg(inhoud: bytes) -> None:
    if b"\xff\xd9" not in inhoud:
        raise Geweigerd(STUK)
    _geen_ander(inhoud)
    breed, hoog = _jpeg_maat(inhoud)
    _check_maat(breed, hoog)


def _jpeg_maat(inhoud: bytes) -> tuple[int, int]:
    """Width and height from the frame header; nothing is decoded."""
    plek = 2
    while plek + 9 <= len(inhoud):
        if inhoud[plek] != 0xFF:
            break
        merk = inhoud[plek + 1]
        if merk == 0xFF:  # filling
            plek += 1
            continue
        if 0xC0 <= merk <= 0xCF and merk not in (0xC4, 0xC8, 0xCC):
            hoog, breed = struct.unpack(">HH", inhoud[plek + 5 : plek + 9])
            return breed, hoog
        if merk == 0xDA or merk == 0xD9:
            break
        plek += 2 + struct.unpack(">H", inhoud[plek + 2 : plek + 4])[0]
    raise Geweigerd(STUK)


def _png(inhoud: bytes) -> None:
    if inhoud[12:16] != b"IHDR" or len(inhoud) < 33:
        raise Geweigerd(STUK)
    _geen_ander(inhoud)
    _check_maat(*struct.unpack(">II", inhoud[16:24]))
    plek = 8
    while plek + 12 <= len(inhoud):
        lengte, merk = struct.unpack(">I4s", inhoud[plek : plek + 8])
        plek += 12 + lengte
        if merk == b"IEND":
            if inhoud[plek:].strip(b"\x00\r\n "):
                raise Geweigerd(TWEE)
            return
    raise Geweigerd(STUK)


def _geen_ander(inhoud: bytes, vanaf: int = 0) -> None:
    """What a browser, a PDF reader or an unpacker could take for something else."""
    if ANDER_HOOFD.search(_zonder_xmp(inhoud[vanaf:SNUFFEL])):
        raise Geweigerd(TWEE)
    _geen_zip_erbij(inhoud)


def _zonder_xmp(hoofd: bytes) -> bytes:
    """A camera or printer writes XML about the file (XMP) in its head; that is no page."""
    return hoofd.replace(b"<?xpacket", b"").replace(b"<?xml", b"")


def _check_maat(breed: int, hoog: int) -> None:
    if not breed or not hoog:
        raise Geweigerd(STUK)
    if breed > HOOGSTENS_ZIJDE or hoog > HOOGSTENS_ZIJDE or breed * hoog > HOOGSTENS_PUNTEN:
        raise Geweigerd(
            f"Deze afbeelding is {_punten(breed)} bij {_punten(hoog)} beeldpunten. Dat is te groot om te openen. "
            "Maak haar kleiner en kies haar nog een keer"
        )


def _punten(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")


def _docx(inhoud: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            _docx_delen(pak)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        struct.error,
    ):
        raise Geweigerd(STUK) from None


def _docx_delen(pak: zipfile.ZipFile) -> None:
    """A Word file: no macros, no template from outside, and no more inside than it may hold."""
    namen = {deel.filename for deel in pak.infolist()}
    if len(pak.infolist()) > HOOGSTENS_DELEN:
        raise Geweigerd(BOM)
    if not {"[Content_Types].xml", "word/document.xml"} <= namen:
        raise Geweigerd(ONBEKEND)
    if len(namen) != len(pak.infolist()) or any(_verdacht(naam) for naam in namen):
        raise Geweigerd(MACRO)
    uitgepakt = 0
    for deel in pak.infolist():
        # what is really inside: the size that a zip says of itself may lie
        with pak.open(deel) as stroom:
            verwijzingen = b""
            while brok := stroom.read(65_536):
                uitgepakt += len(brok)
                if uitgepakt > HOOGSTENS_UITGEPAKT:
                    raise Geweigerd(BOM)
                if deel.filename.endswith(".rels") and len(verwijzingen) < MB:
                    verwijzingen += brok
        if SJABLOON_VAN_BUITEN.search(verwijzingen):
            raise Geweigerd(MACRO)


def _verdacht(naam: str) -> bool:
    klein = naam.lower()
    einde = (
        ".exe",
        ".dll",
        ".js",
        ".vbs",
        ".scr",
        ".bat",
        ".cmd",
        ".ps1",
        ".zip",
        ".jar",
        ".html",
        ".htm",
        ".swf",
    )
    return "vbaproject" in klein or "/activex/" in klein or klein.endswith(einde) or ".." in klein


CONTROLES = {Soort.PDF: _pdf, Soort.JPEG: _jpeg, Soort.PNG: _png, Soort.DOCX: _docx}
