"""The page decorator of the citizen's site: one transaction for one person, written in the read log as its last act.

A refusal is written after the roll-back (portaal/geweigerd.py).
"""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.core.exceptions import BadRequest, ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy

from portaal.burger import burger_uit
from portaal.geweigerd import GEWEIGERD, ONZICHTBAAR, geweigerd_vastleggen
from portaal.middleware import VOOR
from toegang.afzender import afzender
from toegang.inzagelog import Inzageblad
from toegang.rechten import Laag

NIET_VOOR_U = gettext_lazy("Dit mag u hier niet doen. Bel ons als u denkt dat dit niet klopt.")


def pagina(naam: str, *, mag: str = "", laag: Laag = Laag.INHOUD, actie: str = "inzien") -> Callable:
    """A view for a citizen who signed in; `mag`: what he must be allowed for the one he looks for.

    What is not his does not exist: a 404 with one body. The session names who he is; whether he may look for another
    is asked of the database at each request, so an ended authorisation ends at once.
    """

    def versier(view):
        @wraps(view)
        def scherm(request, *args, **kwargs):
            if request.ik is None:
                return redirect("portaal:begin")
            request.inzage = Inzageblad(scherm=f"portaal_{naam}", laag=laag, actie=actie)
            try:
                return _in_een_keer(request, view, args, kwargs, mag)
            except Http404:
                geweigerd_vastleggen(request, kwargs, ONZICHTBAAR)
                raise
            except PermissionDenied:
                geweigerd_vastleggen(request, kwargs, GEWEIGERD)
                raise

        scherm.scherm = naam
        scherm.mag = mag
        return scherm

    return versier


def check_mag(burger, mag: str) -> None:
    """Raise with a sentence when this person may not do this for the one he looks for."""
    if mag not in burger.mag:
        raise PermissionDenied(NIET_VOOR_U)


def _in_een_keer(request, view, args, kwargs, mag):
    with transaction.atomic():
        request.burger = burger_uit(request.ik, request.voor, timezone.localdate())
        if request.burger is None:
            return _niet_meer(request)
        if mag:
            check_mag(request.burger, mag)
        request.inzage.toon(inwoner=request.burger.voor)
        try:
            antwoord = view(request, *args, **kwargs)
        except ObjectDoesNotExist as fout:
            if isinstance(fout, AttributeError):
                raise
            raise Http404 from fout
        if hasattr(antwoord, "render"):
            antwoord.render()
        request.inzage.schrijven(request.burger, vanaf=afzender(request))
    return antwoord


def _niet_meer(request):
    """The authorisation ended, the child is sixteen, or the person died: back to oneself, or out."""
    if request.voor != request.ik:
        request.session.pop(VOOR, None)
        return redirect("portaal:voor_wie")
    request.session.flush()
    return redirect("portaal:niet_bekend")


def formuliersleutel(request) -> UUID:
    """The one-time key of the form that was sent: the name of the request it becomes."""
    try:
        return UUID(request.POST.get("formuliersleutel", ""))
    except ValueError as fout:
        raise BadRequest("Dit formulier is niet compleet aangekomen.") from fout
