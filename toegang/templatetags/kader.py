"""The frame of a staff page: header, session warning, footer; `basis.html` alone loads it."""

from collections.abc import Hashable
from functools import cache, lru_cache

from django import template
from django.template.loader import render_to_string
from django.urls import get_script_prefix, get_urlconf
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from toegang.adres import adres_van
from toegang.rechten import Rol
from toegang.templatetags.toegang import formulier

register = template.Library()
# What is of one request stands as a mark in the parts that are drawn once: characters that no text of people holds.
MERKEN = {naam: f"\ue000{naam}\ue001" for naam in ("csrf_token", "zoekvelden", "naam")}


def _adres(context, sleutel, naam):
    """The address from the context, else by its name, else nothing: then that part is not drawn."""
    return context.get(sleutel) or adres_van(naam)


def _rolwoorden(lezer) -> str:
    """consulent, toetser: in the order of the table of roles."""
    gehouden = getattr(getattr(lezer, "rechten", None), "rollen", ())
    woorden = [rol.label for rol in Rol if rol.value in gehouden]
    return ", ".join(w if w.isupper() else w[0].lower() + w[1:] for w in woorden)


@register.simple_tag
@cache
def hoofd():
    """What stands in the head of every page: nothing of this request, so drawn once a process."""
    return render_to_string("onderdelen/hoofd.html")


@register.simple_tag
@cache
def hoofd_onderweg():
    """What the head of a signed-in page holds besides, drawn once a process too."""
    return render_to_string("onderdelen/hoofd_onderweg.html")


@lru_cache(maxsize=1000)
def _getekend(sjabloon: str, urlconf: str | None, voorvoegsel: str, **waarden: Hashable) -> str:
    """A part of the frame as it is for everybody to whom these values apply, with marks for what is of one request."""
    return render_to_string(sjabloon, {**waarden, **MERKEN})


def _deel(context, sjabloon: str, waarden: dict[str, Hashable], **van_dit_verzoek: str) -> SafeString:
    """The part, with the marks filled in; the texts of people last, so that nothing is looked for in them."""
    html = _getekend(sjabloon, get_urlconf(), get_script_prefix(), **waarden)
    html = html.replace(MERKEN["csrf_token"], str(context.get("csrf_token") or ""))
    for naam, tekst in van_dit_verzoek.items():
        html = html.replace(MERKEN[naam], conditional_escape(tekst))
    return SafeString(html)


def _toetsen_uit(context) -> bool:
    """This browser has the keys put off."""
    return getattr(context.get("request"), "COOKIES", {}).get("sneltoetsen") == "uit"


@register.simple_tag(takes_context=True)
def kopbalk(context):
    """Who is signed in, the person search where one may search, and Uitloggen."""
    lezer = getattr(context.get("request"), "lezer", None)
    gemeente = context.get("gemeente") or ""
    zoek_url = context.get("zoek_url", "") if lezer else ""
    return _deel(
        context,
        "onderdelen/kopbalk.html",
        {
            "gemeente": gemeente.get("naam", "") if isinstance(gemeente, dict) else gemeente,
            "aangemeld": lezer is not None,
            "rollen": _rolwoorden(lezer),
            "zoek_url": zoek_url,
            "eigen_url": adres_van("wijkteams:ingelogd") or "/",
            "uitlog_url": _adres(context, "uitlog_url", "account_logout"),
            "toetsen_uit": _toetsen_uit(context),
        },
        zoekvelden=formulier(context, naam="kop_zoeken") if zoek_url else "",
        naam=getattr(lezer, "naam", ""),
    )


@register.simple_tag(takes_context=True)
def hoofdmenu(context):
    """Where the reader's roles go to."""
    punten = tuple(context.get("hoofdmenu") or ())
    waarden = {"hoofdmenu": punten, "toetsen_uit": _toetsen_uit(context)}
    return _deel(context, "onderdelen/hoofdmenu.html", waarden)


@register.simple_tag(takes_context=True)
def sessie(context):
    """The warning two minutes before the session ends, if `sessie_eindigt_na` (seconds) is known."""
    waarden = {
        "seconden": context.get("sessie_eindigt_na"),
        "verleng_url": _adres(context, "verleng_url", "toegang:sessie_verlengen"),
    }
    return _deel(context, "onderdelen/sessie.html", waarden)


@register.simple_tag(takes_context=True)
def voet(context):
    """The footer with the keys, which can be put off."""
    waarden = {
        "uit": _toetsen_uit(context),
        "sneltoetsen_url": _adres(context, "sneltoetsen_url", "toegang:sneltoetsen"),
    }
    return _deel(context, "onderdelen/voet.html", waarden)
