"""Files as people send them, and as an attacker makes them: small, made here, nothing real."""

import io
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def png(breed: int = 4, hoog: int = 4, erna: bytes = b"") -> bytes:
    """A picture that says it is so large; only its head says so."""

    def deel(merk: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + merk + inhoud + struct.pack(">I", zlib.crc32(merk + inhoud))

    kop = deel(b"IHDR", struct.pack(">IIBBBBB", breed, hoog, 8, 0, 0, 0, 0))
    punten = deel(b"IDAT", zlib.compress(b"\0" * (5 * 4)))
    return b"\x89PNG\r\n\x1a\n" + kop + punten + deel(b"IEND", b"") + erna


def jpeg(breed: int = 4, hoog: int = 4, commentaar: bytes = b"") -> bytes:
    """A frame header with this size, no scan data."""
    opmerking = b"\xff\xfe" + struct.pack(">H", 2 + len(commentaar)) + commentaar if commentaar else b""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, hoog, breed, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + opmerking + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x00\xff\xd9"


def docx(extra: dict[str, bytes] | None = None) -> bytes:
    """A Word file with these parts besides the two that make it one."""
    delen = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"} | (extra or {})
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam, inhoud in delen.items():
            pak.writestr(naam, inhoud)
    return uit.getvalue()


def bom(mb: int = 120, *, liegt: bool = False) -> bytes:
    """A Word file of some hundred kB that holds this many MB of nothing; or that says that it is small."""
    inhoud = docx({"word/media/leeg.bin": b"\0" * (mb * 1_000_000)})
    return inhoud.replace(struct.pack("<I", mb * 1_000_000), struct.pack("<I", 10)) if liegt else inhoud


def zip_erachter(eerst: bytes) -> bytes:
    """A file of another kind with a whole zip behind it: two files in one."""
    return eerst + docx()


def upload(
    inhoud: bytes = PDF, naam: str = "brief.pdf", soort: str = "application/pdf"
) -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud, soort)
