"""A photo does not tell where it was made; how it must be turned stays."""

import struct

import pytest

from tests.bestanden import jpeg, png
from wijkteams.fotokenmerken import _alleen_draaiing, _draaiing, zonder_kenmerken

PLAATS = b"GPS 51.37 6.17 Kerkstraat"


def deel(merk: int, inhoud: bytes) -> bytes:
    return b"\xff" + bytes([merk]) + struct.pack(">H", 2 + len(inhoud)) + inhoud


def met(*delen: bytes) -> bytes:
    kaal = jpeg()
    return kaal[:2] + b"".join(delen) + kaal[2:]


def exif(draaiing: int, orde: str = "<") -> bytes:
    """As a telephone writes it: the make first, then how it was held, then the place."""
    regels = struct.pack(f"{orde}HHII", 0x010F, 2, 4, 0) + struct.pack(
        f"{orde}HHIHH", 0x0112, 3, 1, draaiing, 0
    )
    begin = b"II*\x00" if orde == "<" else b"MM\x00*"
    return b"Exif\x00\x00" + begin + struct.pack(f"{orde}IH", 8, 2) + regels + b"\0\0\0\0" + PLAATS


@pytest.mark.parametrize("merk", [0xE1, 0xED, 0xFE])
def test_wat_over_de_plaats_gaat_is_weg(merk):
    schoon = zonder_kenmerken(met(deel(0xE0, b"JFIF\0"), deel(merk, exif(1) if merk == 0xE1 else PLAATS)))

    assert PLAATS not in schoon
    assert schoon == met(deel(0xE0, b"JFIF\0"))


@pytest.mark.parametrize("orde", ["<", ">"])
@pytest.mark.parametrize("draaiing", [3, 6, 8])
def test_hoe_hij_gedraaid_moet_blijft(orde, draaiing):
    schoon = zonder_kenmerken(met(deel(0xE1, exif(draaiing, orde))))

    assert PLAATS not in schoon
    assert schoon == met(_alleen_draaiing(draaiing))
    assert _draaiing(_alleen_draaiing(draaiing)[10:]) == draaiing
    assert zonder_kenmerken(schoon) == schoon


def test_een_png_ook():
    tekst = struct.pack(">I", len(PLAATS)) + b"tEXt" + PLAATS + b"\0\0\0\0"
    kaal = png()

    assert zonder_kenmerken(kaal[:33] + tekst + kaal[33:]) == kaal


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"%PDF-1.4",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\xff\xff",
        met(deel(0xE1, b"Exif\x00\x00II*\x00")),
        png()[:20],
    ],
)
def test_wat_niet_te_lezen_is_blijft_zoals_het_is(inhoud):
    assert zonder_kenmerken(inhoud) == inhoud


def test_een_echt_beeld_blijft_gelijk():
    assert zonder_kenmerken(jpeg()) == jpeg()
    assert zonder_kenmerken(png()) == png()
