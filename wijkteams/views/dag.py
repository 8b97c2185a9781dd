"""My day: visits, tasks and terms, on screen and on paper; and a visit for one's own calendar."""

import datetime

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.models import Taak
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import adres
from wijkteams.agenda import Afspraak, ics
from wijkteams.dag import Dag, dag_van
from wijkteams.models import Huisbezoek
from wijkteams.permissions import is_regisseur
from wijkteams.statussen import HuisbezoekStatus

EEN_DAG = datetime.timedelta(days=1)
VERST = datetime.timedelta(days=366)
DOORGAAN = (HuisbezoekStatus.GEPLAND, HuisbezoekStatus.GEWEEST)


@scherm("dag", laag=Laag.PROCES, rollen=(Rol.CONSULENT,))
def dag(request):
    """The day as it comes, with the way to the day before and after."""
    return TemplateResponse(request, "wijkteams/dag.html", _context(request))


@scherm("dag_afdrukken", laag=Laag.PROCES, rollen=(Rol.CONSULENT,), actie="afdrukken")
def dag_afdrukken(request):
    """The same on paper, with who printed it and when."""
    context = _context(request) | {"afgedrukt_om": timezone.localtime()}
    return TemplateResponse(request, "wijkteams/dag.html", context)


def _context(request) -> dict:
    vandaag = timezone.localdate()
    op = _dag_uit(request.GET.get("op", ""), vandaag)
    gevonden = dag_van(request.lezer, op, vandaag)
    _vastleggen(request, gevonden)
    return {
        "dag": gevonden, "vandaag": vandaag, "vorige": op - EEN_DAG, "volgende": op + EEN_DAG,
        "afgedrukt_om": None,
    }  # fmt: skip


def _vastleggen(request, dag: Dag) -> None:
    """Everyone on the page stands in the read log."""
    for rij in (*dag.bezoeken, *dag.nieuw, *dag.termijnen, *dag.taken):
        if rij.zaak_id:
            request.inzage.toon_zaak(rij.zaak)
        elif isinstance(rij, Taak) and rij.contactmoment and rij.contactmoment.inwoner:
            request.inzage.toon_inwoner(rij.contactmoment.inwoner)


def _dag_uit(tekst: str, vandaag: datetime.date) -> datetime.date:
    """The day of the address; what is no day, or a year away, is today."""
    try:
        op = datetime.date.fromisoformat(tekst)
    except ValueError:
        return vandaag
    return op if abs(op - vandaag) <= VERST else vandaag


@scherm("huisbezoek_agenda", laag=Laag.PROCES, actie="downloaden")
def huisbezoek_agenda(request, pk):
    """For one's own calendar: no name; the address only when asked for, and never a secret one."""
    bezoek = Huisbezoek.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaak = zaak_ophalen(request, bezoek.zaak_id)
    if not is_regisseur(request.lezer, zaak):
        raise PermissionDenied("Alleen de regisseur zet het huisbezoek in de eigen agenda.")
    inwoner = zaak.dossier.inwoner
    gevraagd = request.GET.get("adres") == "ja" and not inwoner.geheim
    inhoud = ics(
        Afspraak(
            sleutel=str(bezoek.pk), versie=bezoek.versie, begint_om=bezoek.gepland_om,
            duur_minuten=bezoek.duur_minuten, gemaakt_om=timezone.now(), gaat_door=bezoek.status in DOORGAAN,
            plaats=(bezoek.plaats or adres(inwoner, zaak)) if gevraagd else "",
        )
    )  # fmt: skip
    antwoord = HttpResponse(inhoud, content_type="text/calendar; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="huisbezoek.ics"'
    antwoord["X-Content-Type-Options"] = "nosniff"
    antwoord["Cache-Control"] = "no-store, private"
    return antwoord
