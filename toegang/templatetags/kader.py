"""The frame of a staff page: header, session warning, footer; `basis.html` alone loads it."""

from functools import cache

from django import template
from django.template.loader import render_to_string

from toegang.adres import adres_van
from toegang.rechten import Rol

register = template.Library()


def _adres(context, sleutel, naam):
    """The address from the context, else by its name, else nothing: then that part is not drawn."""
    return context.get(sleutel) or adres_van(naam)


def _rolwoorden(lezer) -> str:
    """consulent, toetser: in the order of the table of roles."""
    gehouden = getattr(getattr(lezer, "rechten", None), "rollen", ())
    woorden = [rol.label for rol in Rol if rol.value in gehouden]
    return ", ".join(w if w.isupper() else w[0].lower() + w[1:] for w in woorden)


def _vast(context):
    """What every part needs of the request."""
    return {"request": context.get("request"), "csrf_token": context.get("csrf_token")}


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


@register.inclusion_tag("onderdelen/kopbalk.html", takes_context=True)
def kopbalk(context):
    """Who is signed in, the person search where one may search, and Uitloggen."""
    lezer = getattr(context.get("request"), "lezer", None)
    gemeente = context.get("gemeente") or ""
    return _vast(context) | {
        "gemeente": gemeente.get("naam", "") if isinstance(gemeente, dict) else gemeente,
        "lezer": lezer,
        "naam": getattr(lezer, "naam", ""),
        "rollen": context.get("lezer_rollen") or _rolwoorden(lezer),
        "zoek_url": context.get("zoek_url", "") if lezer else "",
        "eigen_url": adres_van("wijkteams:ingelogd") or "/",
        "uitlog_url": _adres(context, "uitlog_url", "account_logout"),
    }


@register.inclusion_tag("onderdelen/sessie.html", takes_context=True)
def sessie(context):
    """The warning two minutes before the session ends, if `sessie_eindigt_na` (seconds) is known."""
    return _vast(context) | {
        "seconden": context.get("sessie_eindigt_na"),
        "verleng_url": _adres(context, "verleng_url", "toegang:sessie_verlengen"),
    }


@register.inclusion_tag("onderdelen/voet.html", takes_context=True)
def voet(context):
    """The footer with the keys, which can be put off."""
    request = context.get("request")
    uit = request is not None and request.COOKIES.get("sneltoetsen") == "uit"
    return _vast(context) | {
        "uit": uit,
        "sneltoetsen_url": _adres(context, "sneltoetsen_url", "toegang:sneltoetsen"),
    }
