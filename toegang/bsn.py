"""The BSN at rest and in words: AES-256-GCM, a keyed blind index for look-up, the elfproef, a mask for logs.

Keys are an argument or come from the settings: `BSN_SLEUTELS` {key id 0-255: 32 bytes as base64}, where the
highest id encrypts and every id decrypts, and `BSN_INDEX_SLEUTEL` (base64, a key of its own).
"""

import base64
import hashlib
import hmac
import os
import re
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

Sleutels = Mapping[int | str, str]

GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
NONCE = 12
MASKER = "[bsn]"
BSN_IN_TEKST = re.compile(r"(?<!\d)\d(?:[ .]?\d){7,8}(?!\d)")


class OnleesbaarBsn(Exception):
    """The stored bytes do not belong to any of our keys, or were changed."""


def normaal(bsn: str) -> str:
    """Nine digits: without dots, spaces and hyphens, and with the leading zero of eight digits."""
    return re.sub(r"[\s.\-]", "", bsn).zfill(9)


def geldig(bsn: str) -> bool:
    """The elfproef: 9a+8b+7c+6d+5e+4f+3g+2h-1i divides by eleven, and not all zero."""
    kaal = re.sub(r"[\s.\-]", "", bsn)
    if not (kaal.isascii() and kaal.isdigit() and len(kaal) in (8, 9)):
        return False
    som = sum(int(cijfer) * gewicht for cijfer, gewicht in zip(kaal.zfill(9), GEWICHTEN, strict=True))
    return som % 11 == 0 and int(kaal) != 0


def versleutel(bsn: str, sleutels: Sleutels | None = None) -> bytes:
    """Key id (1 byte), nonce (12), ciphertext and tag. Twice the same BSN gives two different values."""
    return versleutel_tekst(_nagekeken(bsn), sleutels)


def versleutel_tekst(tekst: str, sleutels: Sleutels | None = None) -> bytes:
    """The same for what is no BSN, such as an A-nummer; `ontsleutel` reads both."""
    ring = _sleutelring(sleutels)
    nieuwste = max(ring)
    kop, nonce = bytes([nieuwste]), os.urandom(NONCE)
    return kop + nonce + AESGCM(ring[nieuwste]).encrypt(nonce, tekst.encode(), kop)


def ontsleutel(versleuteld: bytes, sleutels: Sleutels | None = None) -> str:
    """The nine digits (or the other text); OnleesbaarBsn when the key is gone or the value was changed."""
    waarde = bytes(versleuteld)  # PostgreSQL gives a memoryview
    sleutel = _sleutelring(sleutels).get(waarde[0]) if waarde else None
    if sleutel is None:
        raise OnleesbaarBsn("Voor dit BSN is geen sleutel bekend.")
    try:
        return AESGCM(sleutel).decrypt(waarde[1 : 1 + NONCE], waarde[1 + NONCE :], waarde[:1]).decode()
    except (InvalidTag, ValueError) as fout:
        raise OnleesbaarBsn("Dit BSN kan niet worden gelezen.") from fout


def sleutel_id(versleuteld: bytes) -> int:
    """The id of the key that was used: rows with an old one wait for rotation."""
    return bytes(versleuteld)[0]


def blinde_index(bsn: str, sleutel: str | None = None) -> bytes:
    """HMAC-SHA256 (32 bytes) to look up and to be unique on, the same for every spelling of one BSN."""
    geheim = base64.b64decode(settings.BSN_INDEX_SLEUTEL if sleutel is None else sleutel)
    if len(geheim) < 32:
        raise ValueError("De indexsleutel is korter dan 32 bytes.")
    return hmac.new(geheim, _nagekeken(bsn).encode(), hashlib.sha256).digest()


def masker(tekst: str) -> str:
    """The text with every run of 8 or 9 digits that passes the elfproef (also with dots or spaces) masked."""
    stukken, gelezen, zoek = [], 0, 0
    while gevonden := BSN_IN_TEKST.search(tekst, zoek):
        if geldig(gevonden[0]):
            stukken += [tekst[gelezen : gevonden.start()], MASKER]
            gelezen = zoek = gevonden.end()
        else:
            zoek = gevonden.start() + 1
    return "".join([*stukken, tekst[gelezen:]])


def _nagekeken(bsn: str) -> str:
    if not geldig(bsn):
        raise ValueError("Dit BSN klopt niet. Controleer de cijfers.")
    return normaal(bsn)


def _sleutelring(sleutels: Sleutels | None) -> dict[int, bytes]:
    ring = {int(nr): base64.b64decode(s) for nr, s in (sleutels or settings.BSN_SLEUTELS).items()}
    if not ring or any(len(sleutel) != 32 for sleutel in ring.values()):
        raise ValueError("BSN_SLEUTELS moet minstens één sleutel van 32 bytes hebben.")
    return ring
