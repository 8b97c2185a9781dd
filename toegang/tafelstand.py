"""Tafelstand: the inwoner looks along, so the page holds nothing that is not for his eyes.

What may be seen at the table is said screen by screen (`@scherm(…, aan_tafel=…)`); every other screen stays shut while
it is on. It is about one zaak and stands in the session, so it costs no query; on until somebody switches it off.
"""

from enum import Enum
from typing import Any

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SLEUTEL = "tafelstand"  # in the session: {"zaak": pk, "aan": bool}
VANZELF = (
    "tafelstand_vanzelf"  # in the session: the zaak whose talk came up at the table and is still before us
)


class Tafel(Enum):
    """What a screen does at the table."""

    DICHT = "dicht"  # shows what is not for the inwoner: shut while it is on
    MAG = "mag"  # about this zaak only, and made for the table: on when the talk led here
    VANZELF = "vanzelf"  # the talk itself: on by default, until somebody switches it off for this zaak


class Stand(Enum):
    UIT = "uit"
    AAN = "aan"
    DICHT = "dicht"


def stand_van(sessie: Any, tafel: Tafel, zaak: Any, *, mee: bool = False, teken: str = "") -> Stand:
    """How this screen, about this zaak, comes up in this session. `mee`: taken along to a table, so always on.

    `teken`: what the browser says was before us: the talk of a zaak.
    """
    gekozen = sessie.get(SLEUTEL) or {}
    deze = gekozen.get("zaak") == str(zaak)
    if mee and tafel is not Tafel.DICHT and (deze or not gekozen.get("aan")):
        return Stand.AAN
    if gekozen.get("aan"):
        return Stand.AAN if tafel is not Tafel.DICHT and deze else Stand.DICHT
    if deze or tafel is Tafel.DICHT:
        return Stand.UIT
    vanuit = constant_time_compare(teken, gesprek_teken(sessie, zaak))
    return Stand.AAN if tafel is Tafel.VANZELF or vanuit else Stand.UIT


def gesprek_teken(sessie: Any, zaak: Any) -> str:
    """The talk of this zaak in this session, as the browser may know it: no name, and worth nothing after sign-out."""
    sleutel = getattr(sessie, "session_key", "")
    return salted_hmac("toegang.tafelstand", f"{sleutel}:{zaak}").hexdigest()[:32]


def onthouden(request: Any, antwoord: Any, tafel: Tafel, zaak: Any) -> None:
    """From the talk to the plan and the visit nobody turned the screen away; any other page is at the desk again.

    In a cookie, not in the session: the day and the dossier would else write a row each time one comes from a talk.
    """
    if tafel is Tafel.MAG:
        return
    naam = f"{settings.SESSION_COOKIE_NAME}-tafel"
    nu = gesprek_teken(request.session, zaak) if is_aan(request) else ""
    if nu and request.COOKIES.get(naam) != nu:
        antwoord.set_cookie(naam, nu, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    elif not nu and naam in request.COOKIES:
        antwoord.delete_cookie(naam, samesite="Lax")


def teken_van(request: Any) -> str:
    """What the browser says was before us."""
    return str(request.COOKIES.get(f"{settings.SESSION_COOKIE_NAME}-tafel", ""))


def aanzetten(sessie: Any, zaak: Any) -> None:
    sessie[SLEUTEL] = {"zaak": str(zaak), "aan": True}


def uitzetten(sessie: Any, zaak: Any) -> None:
    """Off for this zaak; the talk of another one begins with it on again."""
    sessie[SLEUTEL] = {"zaak": str(zaak), "aan": False}


def zaak_van(sessie: Any) -> str:
    """The zaak about which it is on, or ''."""
    gekozen = sessie.get(SLEUTEL) or {}
    return gekozen["zaak"] if gekozen.get("aan") else ""


def is_aan(request: Any) -> bool:
    """Whether this page is drawn for the table."""
    return getattr(request, "tafelstand", Stand.UIT) is not Stand.UIT
