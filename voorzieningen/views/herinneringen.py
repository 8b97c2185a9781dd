"""The reminders of a day, for who may see the help; and the weeks, for the beheerder."""

import datetime
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from voorzieningen.afloopformulieren import WEEKVELDEN, SchemaFormulier
from voorzieningen.ladder import WEKEN, naam_van, over_dagen
from voorzieningen.ladders import ladders_op
from voorzieningen.models import Herinnering, Herinneringsschema, Indicatie, Sportnaam
from voorzieningen.usecases.herinneringsschema_vastleggen import herinneringsschema_vastleggen

LEZERS = (Rol.ADMINISTRATIE, Rol.TEAMLEAD, Rol.PROCESCOORDINATOR, Rol.CONSULENT)
PER = 25
VERST = datetime.timedelta(days=366)
EEN_DAG = datetime.timedelta(days=1)


@scherm("herinneringen", laag=Laag.UITVOERING, rollen=LEZERS)
def herinneringen(request):
    """?dag=: what was done that day, and what that day will do; of the people whose help the reader may see."""
    vandaag = timezone.localdate()
    dag = _dag(request.GET.get("dag", ""), vandaag)
    na = request.GET.get("na", "")
    gedaan = _gedaan(request, dag, na) if dag <= vandaag else []
    gepland = _gepland(request, dag, na if dag > vandaag else "") if dag >= vandaag else []
    for rij in (*gedaan[:PER], *gepland[:PER]):
        request.inzage.toon_zaak(rij.zaak if isinstance(rij, Indicatie) else rij.indicatie.zaak)
    context = {
        "dag": dag, "vandaag": vandaag, "gedaan": gedaan[:PER], "gepland": gepland[:PER],
        "aantallen": _aantallen(request, dag) if dag <= vandaag else [],
        "vorige_dag": dag - EEN_DAG, "volgende_dag": dag + EEN_DAG, "eerste": na,
        "volgende": _volgende(dag, vandaag, gedaan, gepland), "ook_gepland": len(gepland) > PER,
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/herinneringen.html", context)


def _dag(tekst: str, vandaag: datetime.date) -> datetime.date:
    """The day of the address; what is no day, or a year away, is today."""
    try:
        dag = datetime.date.fromisoformat(tekst)
    except ValueError:
        return vandaag
    return dag if abs(dag - vandaag) <= VERST else vandaag


def _gedaan(request, dag: datetime.date, na: str) -> list[Herinnering]:
    rijen = Herinnering.objects.voor(request.lezer).filter(op=dag, samen_met=None)
    if na.isascii() and na.isdigit():
        rijen = rijen.filter(pk__gt=int(na[:18]))
    rijen = list(
        rijen.select_related(
            "indicatie__zaak__dossier__inwoner", "indicatie__product", "medewerker"
        ).order_by("pk")[: PER + 1]
    )
    for rij in rijen:
        rij.naam = Sportnaam(rij.sport).label
    return rijen


def _gepland(request, dag: datetime.date, na: str) -> list[Indicatie]:
    """Whose rung falls on this day and was not done; what a run of that day would do first."""
    ladders = ladders_op(dag)
    rijen = Indicatie.objects.voor(request.lezer, Recht.UITVOERING_INZIEN).te_herinneren(
        partial(over_dagen, dag), ladders.weken, ladders.per_product
    )
    if dag > timezone.localdate():
        rijen = rijen.filter(dag=dag)
    if plek := _plek(na):
        rijen = rijen.na_einde(*plek)
    rijen = list(rijen.select_related("zaak__dossier__inwoner", "zaak__regisseur", "product")[: PER + 1])
    for rij in rijen:
        rij.naam = naam_van(rij.sport, ladders.van(rij.product_id))
    return rijen


def _plek(tekst: str) -> tuple[datetime.date, UUID] | None:
    op, _, pk = tekst.partition("_")
    try:
        return datetime.date.fromisoformat(op), UUID(pk)
    except ValueError:
        return None


def _aantallen(request, dag: datetime.date) -> list[tuple[str, int]]:
    """How many of each rung that day; who is told nothing about a person."""
    rijen = Herinnering.objects.voor(request.lezer).filter(op=dag, samen_met=None)
    tel = rijen.values_list("sport").annotate(aantal=Count("pk")).order_by("sport")
    return [(Sportnaam(sport).label, aantal) for sport, aantal in tel]


def _volgende(dag, vandaag, gedaan: list, gepland: list) -> str:
    if dag > vandaag and len(gepland) > PER:
        laatste = gepland[PER - 1]
        return f"?dag={dag}&na={laatste.einddatum}_{laatste.pk}"
    if dag <= vandaag and len(gedaan) > PER:
        return f"?dag={dag}&na={gedaan[PER - 1].pk}"
    return ""


@scherm("herinneringsschema", laag=Laag.CONTACT, rollen=(Rol.BEHEERDER,))
def herinneringsschema(request):
    """The weeks by product and day, and a form for others. No person here."""
    vandaag = timezone.localdate()
    formulier = SchemaFormulier(request.POST if request.method == "POST" else None, vandaag=vandaag)
    if request.method == "POST" and formulier.is_valid():
        try:
            schema = herinneringsschema_vastleggen(door=request.lezer, vandaag=vandaag, **formulier.velden())
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        else:
            naam = schema.product.naam if schema.product else "alle hulp"
            messages.success(request, f"Weken bewaard voor {naam}. Wat al is verstuurd, komt niet nog eens.")
            return redirect("voorzieningen:herinneringsschema")
    rijen = Herinneringsschema.objects.select_related("product").order_by("-vanaf_op", "product__naam", "pk")
    context = {
        "formulier": formulier, "rijen": [r for r in rijen[:200] if r.tot_op != r.vanaf_op], "standaard": WEKEN,
        "vandaag": vandaag, "weekvelden": [formulier[veld] for veld in WEEKVELDEN],
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/herinneringsschema.html", context)
