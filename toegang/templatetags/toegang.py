"""The kit: buttons, badges, lists, dates and forms as tags and filters (`{% load toegang %}`)."""

import datetime as dt
import uuid
from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from toegang import opmaak, verschillen
from toegang.iconen import ICONEN, INDICATOREN
from toegang.indicatoren import lijstmerken
from toegang.verouderd import als_versie

register = template.Library()


def _als_datum(waarde):
    if isinstance(waarde, dt.datetime):
        return timezone.localtime(waarde).date() if timezone.is_aware(waarde) else waarde.date()
    return waarde


def _datumfilter(naam, functie):
    @register.filter(naam)
    def filter_(waarde):
        return functie(_als_datum(waarde)) if waarde else ""

    return filter_


datum = _datumfilter("datum", opmaak.datum)
datum_lang = _datumfilter("datum_lang", opmaak.datum_lang)
datum_kort = _datumfilter("datum_kort", opmaak.datum_kort)
datum_dag = _datumfilter("datum_dag", opmaak.datum_dag)


@register.filter
def moment(om):
    """2 december 2026 om 14.32 uur; a date without a time shows no time."""
    if not om:
        return ""
    if not isinstance(om, dt.datetime):
        return opmaak.datum(om)
    return opmaak.moment(timezone.localtime(om) if timezone.is_aware(om) else om)


@register.filter
def tijd(om):
    """14.32 uur."""
    if not om:
        return ""
    if isinstance(om, dt.datetime) and timezone.is_aware(om):
        om = timezone.localtime(om)
    return f"{opmaak.tijd(om)} uur"


@register.filter
def onvolledige_datum(waarde):
    return opmaak.onvolledige_datum(waarde)


@register.filter
def bedrag(waarde):
    return "" if waarde in (None, "") else opmaak.bedrag(waarde)


@register.filter
def getal(waarde):
    return "" if waarde in (None, "") else opmaak.getal(int(waarde))


@register.filter
def duur_minuten(waarde):
    return "" if waarde in (None, "") else opmaak.duur_minuten(waarde)


@register.filter
def postcode(waarde):
    return opmaak.postcode(waarde) if waarde else ""


@register.filter
def aantal(waarde, woorden):
    """`{{ n|aantal:"melding,meldingen" }}`: 37 meldingen, 1 melding, meer dan 1.000 meldingen."""
    return opmaak.aantal(int(waarde), woorden)


@register.simple_tag
@cache
def icoon(naam):
    """An icon beside the word that it repeats; hidden from a screen reader."""
    return format_html(
        '<svg class="tg-icoon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>',
        ICONEN[naam],
    )


@register.inclusion_tag("onderdelen/knop.html", takes_context=True)
def knop(
    context, tekst, soort="eerste", url="", naam="", waarde="", weigering="", sneltoets="", bezig="", id=""
):
    """A button named after its act; with `url` a link; with `weigering` that sentence instead."""
    klasse = {"eerste": "primary-action", "tweede": "secondary-action", "stil": "subtle"}[soort]
    return {
        "tekst": tekst,
        "klasse": f"utrecht-button utrecht-button--{klasse}",
        "url": url,
        "naam": naam,
        "waarde": waarde,
        "weigering": str(weigering or ""),
        "accesskey": sneltoets_attribuut(context, sneltoets) if sneltoets else "",
        "bezig": bezig,
        "id": id,
    }


@register.inclusion_tag("onderdelen/beeld.html")
def status(woord, soort=""):
    beeld = opmaak.status_beeld(woord)
    return {"beeld": beeld, "klasse": f"tg-status tg-status--{soort or beeld.soort}"}


@register.inclusion_tag("onderdelen/termijn.html", takes_context=True)
def termijn(context, termijn, vandaag=None, naam="", meer=0, url=""):
    """The badge of one term; `meer` other clocks stand behind it as +1, which links to `url`."""
    vandaag = vandaag or getattr(termijn, "vandaag", None) or context.get("vandaag") or timezone.localdate()
    beeld = opmaak.termijn_beeld(termijn, _als_datum(vandaag)) if termijn else None
    klasse = f"tg-termijn tg-termijn--{beeld.soort}" if beeld else ""
    return {"beeld": beeld, "klasse": klasse, "naam": naam, "meer": meer, "url": url}


@register.inclusion_tag("onderdelen/indicator.html")
def indicator(soort, tekst, url=""):
    """One indicator of the dossier header: icon and word, linked to what it means."""
    return {"icoonnaam": INDICATOREN.get(soort, "info"), "tekst": tekst, "url": url, "soort": soort}


@register.simple_tag
def merken(inwoner):
    """Beside a name in a list: died, or safe contact; nothing when there is no person yet, as in most rows."""
    gevonden = [(INDICATOREN[m.soort], m) for m in lijstmerken(inwoner)] if inwoner else ()
    return render_to_string("onderdelen/merken.html", {"merken": gevonden}) if gevonden else ""


@register.inclusion_tag("onderdelen/melding.html")
def melding(tekst, soort="info", kop=""):
    """A block that says something about the page: info, goed, let_op or fout."""
    utrecht = {"info": "info", "goed": "ok", "let_op": "warning", "fout": "error"}[soort]
    icoonnaam = {"info": "info", "goed": "vink", "let_op": "let_op", "fout": "uitroep"}[soort]
    return {"tekst": tekst, "utrecht": utrecht, "icoonnaam": icoonnaam, "kop": kop}


@register.inclusion_tag("onderdelen/lege_lijst.html")
def lege_lijst(tekst, url="", knoptekst=""):
    """Why the list is empty, and what next."""
    return {"tekst": tekst, "url": url, "knoptekst": knoptekst}


@register.inclusion_tag("onderdelen/pagineren.html")
def pagineren(vorige="", volgende="", vanaf="", per=25, label="Bladeren"):
    """Keyset paging: links without page numbers; `vanaf` is the date or name at which this page begins."""
    return {"vorige": vorige, "volgende": volgende, "vanaf": vanaf, "per": per, "label": label}


@register.inclusion_tag("onderdelen/tijdlijn_regel.html")
def tijdlijn_regel(zin, op, door="", url="", inwoner_ziet=False, soort=""):
    """One line of the timeline, inside `<ol class="tg-tijdlijn">`; `op` is a date or a moment."""
    return {"zin": zin, "op": op, "door": door, "url": url, "inwoner_ziet": inwoner_ziet, "soort": soort}


@register.inclusion_tag("onderdelen/kruimelpad.html")
def kruimelpad(*stappen):
    """`{% kruimelpad "Mijn werk" werk_url naam %}`: name and url in turns, the last one without a url."""
    paren = [(stappen[i], stappen[i + 1]) for i in range(0, len(stappen) - 1, 2)]
    return {"paren": paren, "hier": stappen[-1] if len(stappen) % 2 else ""}


@register.inclusion_tag("onderdelen/tabs.html")
def tabs(punten, label="Weergave"):
    """Links that choose a view (Mijn, Mijn team, Zonder eigenaar): objects with naam, url, actief, aantal."""
    return {"punten": punten, "label": label}


@register.inclusion_tag("onderdelen/stappen.html")
def stappen(punten, label="Waar staat het"):
    """Where it stands: pairs of (word, state) with state gedaan, nu or straks."""
    return {"punten": punten, "label": label}


@register.inclusion_tag("onderdelen/kolomkop.html", takes_context=True)
def kolomkop(context, tekst, sorteer=""):
    """A column head; with `sorteer` a link that sets ?volgorde=, and begins at the first page again."""
    vraag = context["request"].GET.copy() if "request" in context else None
    richting = ""
    if sorteer and vraag is not None:
        huidig = vraag.get("volgorde", "")
        richting = {sorteer: "ascending", f"-{sorteer}": "descending"}.get(huidig, "")
        for sleutel in ("na", "voor"):
            vraag.pop(sleutel, None)
        vraag["volgorde"] = f"-{sorteer}" if huidig == sorteer else sorteer
    return {
        "tekst": tekst,
        "richting": richting,
        "url": f"?{vraag.urlencode()}" if sorteer and vraag is not None else "",
    }


def _formulieren(context):
    """Every form and formset that the page shows: `formulier`, `form` and the list `formulieren`."""
    bronnen = [context.get("formulier"), context.get("form"), *(context.get("formulieren") or [])]
    uit = []
    for bron in bronnen:
        for f in [bron, *getattr(bron, "forms", [])]:
            if f is not None and hasattr(f, "errors") and not any(f is g for g in uit):
                uit.append(f)
    return uit


def _fouten(context):
    """(anchor, sentence) of every error on the page, in the order of the fields."""
    uit = []
    for f in _formulieren(context):
        if not getattr(f, "is_bound", False):
            continue
        if hasattr(f, "non_form_errors"):
            uit += [("", str(z)) for z in f.non_form_errors()]
            continue
        uit += [("", str(z)) for z in f.non_field_errors()]
        uit += [(getattr(v, "ankernaam", v.auto_id), str(z)) for v in f for z in v.errors]
    uit += [tuple(paar) for paar in context.get("extra_fouten") or []]
    return uit


@register.inclusion_tag("onderdelen/foutenlijst.html", takes_context=True)
def foutenlijst(context):
    """The error summary: the same sentences as at the fields, linked to them."""
    fouten = _fouten(context)
    return {"fouten": fouten, "een": len(fouten) == 1}


@register.simple_tag(takes_context=True)
def fout_vooraf(context):
    """ "Fout: " before the title of a page with errors."""
    return gettext("Fout: ") if _fouten(context) else ""


@register.simple_tag(takes_context=True)
def formulier(context, versie=None, naam=""):
    """Hidden fields of a form that writes: csrf, the key against a double click, the version that was read.

    After an error the posted key and version come back: it stays the same act, and a colleague's change in
    between is still noticed. Once the page shows both texts (`verouderd`, `ingehaald`) the new version is taken.
    `naam` tells the forms of one page apart.
    """
    request = context.get("request")
    post = request.POST if request is not None and request.method == "POST" else {}
    eigen = post and post.get("formuliernaam", "") == naam
    sleutel = _uuid(post.get("formuliersleutel")) if eigen else None
    gezien = context.get("verouderd") or getattr(request, "ingehaald", False)
    if eigen and versie is not None and not gezien:
        gelezen = als_versie(post.get("versie", ""))
        versie = versie if gelezen is None else gelezen
    velden = [("formuliersleutel", sleutel or uuid.uuid4())]
    if naam:
        velden.append(("formuliernaam", naam))
    if versie is not None:
        velden.append(("versie", versie))
    csrf = context.get("csrf_token")
    if csrf and csrf != "NOTPROVIDED":
        velden.insert(0, ("csrfmiddlewaretoken", csrf))
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', velden)


def _uuid(tekst):
    try:
        return uuid.UUID(tekst or "")
    except ValueError:
        return None


@register.filter
def svg(tekst):
    """An SVG that allauth drew (the QR code), without its XML prolog; never for input of people."""
    return mark_safe(tekst[tekst.index("<svg") :])  # noqa: S308


@register.simple_tag
def gemarkeerd(tekst, ander, merk):
    """`{% gemarkeerd v.mijn v.hun "ins" %}`: the text with what differs marked."""
    return verschillen.gemarkeerd(tekst, ander, merk)


@register.simple_tag(takes_context=True, name="sneltoets")
def sneltoets_attribuut(context, letter):
    """accesskey="b", unless the colleague put the keys off."""
    request = context.get("request")
    if request is not None and request.COOKIES.get("sneltoetsen") == "uit":
        return ""
    return format_html(' accesskey="{}"', letter)
