"""The screen decorator: one transaction that loads, renders and writes the read log as its last statement."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, ObjectDoesNotExist, PermissionDenied
from django.db import connection, transaction
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from toegang.adres import adres_van
from toegang.afzender import afzender
from toegang.concept import van_verzoek
from toegang.inzagelog import Inzageblad
from toegang.models import Actor
from toegang.permissions import RedenNodig
from toegang.rechten import Laag, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.tafelstand import Stand, Tafel, onthouden, stand_van, teken_van, zaak_van
from toegang.voorbereid import schrijft_in

# A GET writes down who looked, and lets the session slide; nothing else.
MAG_BIJ_GET = {"toegang_inzage", "django_session"}


class GetSchrijft(RuntimeError):
    """A GET tried to write: a bug of the view."""


def _alleen_lezen(execute, sql, params, many, context):
    tabel = schrijft_in(sql)
    if tabel and tabel not in MAG_BIJ_GET:
        raise GetSchrijft(f"Een GET schrijft in {tabel}")
    return execute(sql, params, many, context)


def lokaal(adres: str | None, anders: str) -> str:
    """Only an address of our own, by its path."""
    if adres and adres.startswith("/") and url_has_allowed_host_and_scheme(adres, allowed_hosts=None):
        return adres
    return anders


def scherm(
    naam: str,
    *,
    laag: Laag = Laag.PROCES,
    rollen: tuple[Rol, ...] = (),
    actie: str = "inzien",
    aan_tafel: Tafel = Tafel.DICHT,
    gevoelig: frozenset[str] = frozenset(),
) -> Callable:
    """A view for a colleague: signed in, in one transaction, logged last, safe for a double click.

    `rollen`: only these roles may come here (403 with a sentence). The view calls `request.inzage.toon(…)`
    for each person it shows. An object that does not exist for this reader is a 404, with the same body as one
    that does not exist at all. A POST needs the form's one-time key (`{% formulier %}`); when the view answers with
    a redirect the answer is kept, and the same key gives the same answer again. `aan_tafel`: what it does in
    tafelstand (`toegang/tafelstand.py`); its address then takes the pk of the zaak.
    `gevoelig`: fields of its form that only layer L3 reads, and never at the table.
    """

    def versier(view):
        @wraps(view)
        def pagina(request, *args, **kwargs):
            if request.lezer is None:
                return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
            mee = "X-Onderweg" in request.headers
            request.tafelstand = stand_van(
                request.session, aan_tafel, kwargs.get("pk"), mee=mee, teken=teken_van(request)
            )
            if request.tafelstand is Stand.DICHT:
                return _dicht(request)
            request.inzage = Inzageblad(scherm=naam, laag=laag, actie=actie)
            try:
                with transaction.atomic(), _wachter(request):
                    _check_rollen(request.lezer, rollen)
                    antwoord = _antwoord(request, view, args, kwargs, door=request.lezer)
                    request.inzage.schrijven(request.lezer, vanaf=afzender(request))
                antwoord.setdefault("Cache-Control", "no-store, private")  # no page about a person on a disk
                if not mee:
                    onthouden(request, antwoord, aan_tafel, kwargs.get("pk"))
                return antwoord
            except RedenNodig as fout:
                vraag = reverse("toegang:inzagereden", args=[fout.zaak.pk])
                return redirect(f"{vraag}?{urlencode({'terug': request.get_full_path()})}")
            except ObjectDoesNotExist as fout:
                if isinstance(
                    fout, AttributeError
                ):  # `zaak.vraagverheldering` that is not there: a bug of the view
                    raise
                _geweigerd(request, kwargs, "onzichtbaar")
                raise Http404 from fout
            except Http404:
                _geweigerd(request, kwargs, "onzichtbaar")
                raise
            except PermissionDenied:
                _geweigerd(request, kwargs, "geweigerd")
                raise

        pagina.scherm = naam
        pagina.rollen = rollen
        pagina.aan_tafel = aan_tafel
        pagina.laag = laag
        pagina.gevoelig = gevoelig
        return pagina

    return versier


def _dicht(request):
    """The inwoner looks along: this page may show others. What was sent is not done, and the browser still has it."""
    zaak = zaak_van(request.session)
    gesprek = adres_van("wijkteams:gesprek", zaak) or "/"
    context = {
        "zaak_pk": zaak, "gesprek_url": gesprek, "terug": request.get_full_path(),
        "niet_gedaan": request.method == "POST",
    }  # fmt: skip
    antwoord = TemplateResponse(request, "toegang/tafelstand.html", context)
    antwoord.status_code = 409 if request.method == "POST" else 200
    return antwoord.render()


def openbaar(view: Callable) -> Callable:
    """A view for anybody, without account or session: a POST is done once, by the system, in one transaction.

    It reads nothing about a person: there is nobody to write down in the read log.
    """

    @wraps(view)
    def pagina(request, *args, **kwargs):
        with transaction.atomic(), _wachter(request):
            request.door = Actor.objects.systeem() if request.method == "POST" else None
            return _antwoord(request, view, args, kwargs, door=request.door)

    pagina.openbaar = True
    return pagina


def _wachter(request):
    return nullcontext() if request.method == "POST" else connection.execute_wrapper(_alleen_lezen)


def _check_rollen(lezer, rollen):
    if rollen and not lezer.rechten.heeft_rol(*rollen):
        namen = " of ".join(Rol(r).label.lower() for r in rollen)
        raise PermissionDenied(f"Deze pagina is voor {namen}. Vraag uw teamleider als u dit werk ook doet.")


def _antwoord(request, view, args, kwargs, *, door):
    if request.method != "POST":
        antwoord = view(request, *args, **kwargs)
        return antwoord.render() if hasattr(antwoord, "render") else antwoord
    sleutel = _sleutel(request)
    punt = transaction.savepoint()
    eerder = _innemen(sleutel, door)
    if eerder is not None:
        return redirect(eerder or request.get_full_path())
    try:
        antwoord = view(request, *args, **kwargs)
    except OngeldigeOvergang as fout:
        messages.error(request, str(fout))
        antwoord = redirect(lokaal(request.POST.get("terug"), "/"))
    if hasattr(antwoord, "render"):
        antwoord.render()
    if 300 <= antwoord.status_code < 400:  # what was written stays only with a redirect
        _bewaren(sleutel, antwoord["Location"], request)
        transaction.savepoint_commit(punt)
    else:
        transaction.savepoint_rollback(punt)
    return antwoord


def _sleutel(request) -> UUID:
    try:
        return UUID(request.POST.get("formuliersleutel", ""))
    except ValueError as fout:
        raise BadRequest(
            "Dit formulier is niet compleet aangekomen. Ga terug en verstuur het opnieuw."
        ) from fout


def _innemen(sleutel: UUID, lezer) -> str | None:
    """Take the key; None when it was free. A second request waits here until the first is over."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO toegang_formuliersleutel (sleutel, actor_id, antwoord, om) VALUES (%s, %s, '', now())"
            " ON CONFLICT (sleutel) DO NOTHING RETURNING 1",
            [sleutel, lezer.pk],
        )
        if cursor.fetchone():
            return None
        cursor.execute(
            "SELECT actor_id, antwoord FROM toegang_formuliersleutel WHERE sleutel = %s", [sleutel]
        )
        actor, antwoord = cursor.fetchone()
    if actor != lezer.pk:
        raise BadRequest("Dit formulier hoort bij iemand anders. Open de pagina opnieuw.")
    return antwoord


def _bewaren(sleutel: UUID, adres: str, request) -> None:
    """Keep the answer; what this reader had typed and not saved goes, in the same statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH weg AS (DELETE FROM toegang_concept WHERE actor_id = %s AND formulier IN (%s, %s))"
            " UPDATE toegang_formuliersleutel SET antwoord = %s WHERE sleutel = %s",
            [request.lezer and request.lezer.pk, request.path, van_verzoek(request), adres[:300], sleutel],
        )


def _geweigerd(request, kwargs, uitkomst: str) -> None:
    """A refusal is written after the roll-back, in its own transaction."""
    blad = Inzageblad(scherm=request.inzage.scherm, laag=request.inzage.laag, actie=request.inzage.actie)
    blad.regels.update(request.inzage.regels)
    if not blad.regels:
        gevraagd = next((v for v in kwargs.values() if isinstance(v, UUID)), None)
        blad.toon(zaak=gevraagd)
    blad.schrijven(request.lezer, vanaf=afzender(request), uitkomst=uitkomst)
