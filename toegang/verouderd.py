"""A form that a colleague overtook: what both wrote, and what the writer chose to keep."""

import datetime
from collections.abc import Mapping
from typing import Any

from toegang.opmaak import datum
from toegang.verschillen import Verouderd, Verschil


def versie_uit(request) -> int | None:
    """The version that the form was opened on; None when it is not there, or was tampered with."""
    return als_versie(request.POST.get("versie", ""))


def als_versie(tekst: str) -> int | None:
    """A version as it came back in a form."""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 9 else None


def verouderd_voor(huidig, formulier, velden: tuple[str, ...]) -> Verouderd:
    """The fields in which the form differs from the row as it stands now, for `toegang/_verouderd.html`."""
    verschillen = []
    for veld in velden:
        mijn, hun = formulier.cleaned_data[veld], getattr(huidig, veld)
        if mijn != hun:
            label = str(formulier.fields[veld].label)
            keuzes = dict(getattr(formulier.fields[veld], "choices", ()))
            verschillen.append(
                Verschil(label, veld, _tekst(mijn, keuzes), _tekst(hun, keuzes), samen=isinstance(hun, str))
            )
    return Verouderd(naam=_wie(huidig)[0], verschillen=verschillen)


def ingehaald(request, formulier, huidig, hun: Mapping[str, Any] | None = None) -> None:
    """A short form: who came first is said on top, and at each field of `hun` that differs what stands there now.

    What was typed stays, and the next time it is kept: the form takes the version of now (`{% formulier %}`).
    """
    request.ingehaald = True
    wie, waarom = _wie(huidig)
    zin = f"{wie} wijzigde dit intussen{waarom and f' ({waarom})'}. Kijk na wat er nu staat en bewaar het dan opnieuw"
    formulier.add_error(None, zin)
    for veld, nu in (hun or {}).items():
        if veld in formulier.cleaned_data and formulier.fields[veld].has_changed(nu, formulier[veld].data):
            keuzes = dict(getattr(formulier.fields[veld], "choices", ()))
            formulier.add_error(veld, f"Hier staat nu: {_tekst(nu, keuzes) or 'niets'}")


def _wie(huidig) -> tuple[str, str]:
    """Who saved it last, and why."""
    laatste = huidig.history.select_related("history_user").order_by("-history_id").first()
    if laatste is None or laatste.history_user is None:
        return "Een collega", ""
    return laatste.history_user.naam, laatste.history_change_reason or ""


def met_keuzes(post, huidig, velden: tuple[str, ...]):
    """The POST with what was chosen per field: mine stays, theirs replaces it, or both stand below each other."""
    if huidig is None or not any(f"bewaar_{veld}" in post for veld in velden):
        return post
    post = post.copy()
    for veld in velden:
        hun = getattr(huidig, veld)
        match post.get(f"bewaar_{veld}"):
            case "hun" if isinstance(hun, str):
                post[veld] = hun
            case "hun":
                post.setlist(veld, list(hun))
            case "samen":
                post[veld] = f"{hun}\n\n{post.get(veld, '')}"
    return post


def _tekst(waarde, keuzes: dict) -> str:
    if isinstance(waarde, datetime.date):
        return datum(waarde)
    if isinstance(waarde, list | tuple):
        return ", ".join(str(keuzes.get(w, w)) for w in waarde)
    return "" if waarde is None else str(keuzes.get(waarde, waarde))
