"""What a camera writes in a photo beside the picture goes: where it was made, when, with which device. Pure.

Only how the picture is to be turned stays. What cannot be read stays as it is: `bestandscontrole` judges that.
"""

import struct

EXIF = b"Exif\x00\x00"
KENMERKEN = {
    0xE1,
    *range(0xE3, 0xEE),
    0xFE,
}  # Exif and XMP, makers' own, comment; E0, E2 and EE say how to draw it
PNG = b"\x89PNG\r\n\x1a\n"
PNG_KENMERKEN = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}
DRAAIING = 0x0112


def zonder_kenmerken(inhoud: bytes) -> bytes:
    """The same picture without what it tells about the house and the camera."""
    try:
        if inhoud.startswith(b"\xff\xd8\xff"):
            return _jpeg(inhoud)
        if inhoud.startswith(PNG):
            return _png(inhoud)
    except (struct.error, IndexError):
        return inhoud
    return inhoud


def _jpeg(inhoud: bytes) -> bytes:
    uit, draaiing, plek = [b"\xff\xd8"], 1, 2
    while plek + 4 <= len(inhoud) and inhoud[plek] == 0xFF:
        merk, lengte = inhoud[plek + 1], struct.unpack_from(">H", inhoud, plek + 2)[0]
        if merk == 0xDA or not 2 <= lengte <= len(inhoud) - plek - 2:
            break
        deel = inhoud[plek : plek + 2 + lengte]
        if merk == 0xE1 and deel[4:10] == EXIF:
            draaiing = _draaiing(deel[10:])
        if merk not in KENMERKEN:
            uit.append(deel)
        plek += 2 + lengte
    if draaiing != 1:
        uit.insert(1, _alleen_draaiing(draaiing))
    return b"".join([*uit, inhoud[plek:]])


def _draaiing(tiff: bytes) -> int:
    """Of 1 to 8, 1 when it is not said."""
    orde = ">" if tiff[:2] == b"MM" else "<"
    begin = struct.unpack_from(f"{orde}I", tiff, 4)[0]
    for nummer in range(struct.unpack_from(f"{orde}H", tiff, begin)[0]):
        kenmerk, _, _, waarde = struct.unpack_from(f"{orde}HHIH", tiff, begin + 2 + 12 * nummer)
        if kenmerk == DRAAIING:
            return waarde if 1 <= waarde <= 8 else 1
    return 1


def _alleen_draaiing(waarde: int) -> bytes:
    tiff = b"MM\x00*" + struct.pack(">IHHHIHHI", 8, 1, DRAAIING, 3, 1, waarde, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", 2 + len(EXIF) + len(tiff)) + EXIF + tiff


def _png(inhoud: bytes) -> bytes:
    uit, plek = [PNG], len(PNG)
    while plek + 12 <= len(inhoud):
        einde = plek + 12 + struct.unpack_from(">I", inhoud, plek)[0]
        if einde > len(inhoud):
            break
        if inhoud[plek + 4 : plek + 8] not in PNG_KENMERKEN:
            uit.append(inhoud[plek:einde])
        plek = einde
    return b"".join([*uit, inhoud[plek:]])
