"""What a visit shows in the demo: text blocks to choose from, and a photo with its consent."""

import datetime
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile

from toegang.models import Actor, Zaak
from wijkteams.models import Tekstblok
from wijkteams.usecases.foto_toevoegen import foto_toevoegen
from wijkteams.usecases.tekstblok_vastleggen import tekstblok_vastleggen

V = Tekstblok.Veld
TEKSTEN: tuple[tuple[V, int | None, str, str], ...] = (
    (V.WAT_LUKT, None, "Licht huishoudelijk werk lukt", "U stoft, wast af en ruimt op. Dat blijft u doen."),
    (
        V.WAT_LUKT_NIET,
        None,
        "Zwaar huishoudelijk werk niet",
        "Stofzuigen, dweilen en het bed verschonen lukt niet.",
    ),
    (V.WIE_HELPT, None, "Niemand helpt", "Er is nu niemand die helpt."),
    (V.BEHOEFTEN, None, "Zelf blijven wonen", "U wilt in uw eigen huis blijven wonen."),
    (V.MANTELZORGER, None, "Geen mantelzorger", "Er is geen mantelzorger."),
    (
        V.MANTELZORGER,
        None,
        "Mantelzorger is overbelast",
        "Uw mantelzorger kan niet meer doen en heeft rust nodig.",
    ),
    (V.WAT_IS_ER, 5, "Open Inloop bekeken", "Wij keken samen naar de Open Inloop in de wijk."),
    (V.WAT_IS_ER, 6, "Zorgverzekering nagegaan", "Wij gingen na of de zorgverzekering dit betaalt."),
    (V.BRIEFTEKST, 2, "Woont alleen", "U woont alleen."),
    (V.BRIEFTEKST, 5, "Geen hulp in de wijk", "Hulp in de wijk is er niet voor dit werk."),
    (V.BRIEFTEKST, 6, "Verzekering betaalt niet", "Uw zorgverzekering betaalt deze hulp niet."),
)


def tekstblokken(door: Actor) -> None:
    """What the beheerder wrote."""
    for veld, trede, titel, tekst in TEKSTEN:
        tekstblok_vastleggen(door=door, titel=titel, veld=veld, tekst=tekst, trede=trede)


def drempel(zaak: Zaak, door: Actor, nu: datetime.datetime) -> None:
    """The doorstep of the bathroom, photographed with consent: a grey plane, as nothing here is real."""
    foto_toevoegen(
        zaak_id=zaak.pk, door=door, nu=nu, bestand=SimpleUploadedFile("drempel.png", _vlak()),
        toestemming_van="de inwoner zelf", toestemming_op=nu.date(), doel="De drempel van de badkamer",
    )  # fmt: skip


def _vlak(breed: int = 320, hoog: int = 240) -> bytes:
    """A PNG of one colour."""

    def deel(merk: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + merk + inhoud + struct.pack(">I", zlib.crc32(merk + inhoud))

    kop = deel(b"IHDR", struct.pack(">IIBBBBB", breed, hoog, 8, 0, 0, 0, 0))
    punten = deel(b"IDAT", zlib.compress((b"\0" + b"\x99" * breed) * hoog))
    return b"\x89PNG\r\n\x1a\n" + kop + punten + deel(b"IEND", b"")
