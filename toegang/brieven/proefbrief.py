"""A test letter: does the address stand in the window of our envelopes? About nobody."""

import datetime

from django.conf import settings

from toegang.brieven.basis import Adresblok, Afzender, Brief, Briefkop

LANG = Adresblok.binnenland(
    naam="De heer of mevrouw W.J.M. van der Burght-Proefbrief", via="p/a Zorginstelling De Proef",
    straat="Burgemeester van Voorbeeldstraat 1234-A", postcode="5911AB", plaats="Venlo",
)  # fmt: skip


class Proefbrief(Brief):
    """With the frame of the window, the fold, and the longest address that may stand in it."""

    soort = "proefbrief"
    template = "brieven/proefbrief.html"


def proefbrief(op: datetime.date) -> Proefbrief:
    """As the setting GEMEENTE says: window left or right."""
    gemeente = settings.GEMEENTE
    kop = Briefkop(
        afzender=Afzender.van_gemeente(gemeente), adres=LANG, kenmerk="PROEF", contactpersoon="",
        contact_telefoon=gemeente["telefoon"], verzonden_op=op, venster=gemeente["venster"],
    )  # fmt: skip
    return Proefbrief(kop=kop, onderwerp="Proefbrief voor het venster", aanhef="Geachte collega")
