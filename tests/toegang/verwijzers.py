"""Who refers, in tests: an organisation with a link, and a form that a person filled in."""

import datetime

from django.core import signing
from django.urls import reverse

from toegang.models import Actor, Organisatie
from toegang.spamwering import ZOUT
from toegang.usecases.verwijslink_maken import verwijslink_maken

VANDAAG = datetime.date(2026, 12, 3)
JAAR = datetime.timedelta(days=365)


def organisatie(naam="Huisartsenpraktijk De Maas", soort="huisarts", **anders) -> Organisatie:
    velden = {"naam": naam, "soort": soort, "telefoon": "0773200000"} | anders
    return Organisatie(**velden).bewaren(door=Actor.objects.systeem(), reden="test")


def link(van=None, geldig_tot=VANDAAG + JAAR, vandaag=VANDAAG):
    """The link and its address."""
    gemaakt, token = verwijslink_maken(
        organisatie_id=(van or organisatie()).pk,
        geldig_tot=geldig_tot,
        door=Actor.objects.systeem(),
        vandaag=vandaag,
    )
    return gemaakt, reverse("openbaar:verwijzen", args=[token])


def begonnen(seconden: int = 60) -> str:
    """The stamp of a form that was opened so long ago."""
    import time

    return signing.dumps(int(time.time()) - seconden, salt=ZOUT)


def verwijzing(**anders) -> dict:
    return {
        "afzender_naam": "P. Hermans", "afzender_functie": "huisarts", "afzender_telefoon": "077 320 00 00",
        "naam": "Anna Jansen", "geboren": "3-4-1948", "straat": "Kerkstraat", "huisnummer": "12",
        "postcode": "5921 ab", "woonplaats": "Venlo", "telefoon": "06 1234 5678", "bsn": "",
        "vraag": "Mevrouw kan na haar val het huishouden niet meer doen.", "weet_ervan": "ja", "weet_niet_omdat": "",
        "haast": "nee", "homepage": "", "begonnen": begonnen(),
    } | anders  # fmt: skip


def vraag(**anders) -> dict:
    return {
        "vraag": "Mijn moeder kan niet meer alleen thuis blijven.", "voor_ander": "nee", "voor_naam": "",
        "voor_relatie": "", "naam": "Marie Peeters", "bereik": "bellen", "telefoon": "06-12345678", "e_mail": "",
        "postcode": "", "homepage": "", "begonnen": begonnen(),
    } | anders  # fmt: skip
