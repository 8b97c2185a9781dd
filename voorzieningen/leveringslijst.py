"""Granted and not given: which rows, narrowed by how it stands, team and provider; page by page."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Actor
from toegang.rechten import Recht
from toegang.werkfilter import Keuze, keuzes, vraagtekst
from voorzieningen.leveringsstand import Stand, stand_van
from voorzieningen.models import Aanbieder, Levering
from voorzieningen.models.levering import LeveringQuerySet
from wijkteams.models import Wijkteam

PER = 25
STANDEN = {
    "niet_geleverd": "Niet geleverd",
    "levering_gestopt": "Gestopt, hulp loopt nog",
    "niet_toegewezen": "Nog niet toegewezen",
    "begint_nog": "Begint nog",
}
EERST = "niet_geleverd"
LEEG = {
    "niet_geleverd": "Alle verleende hulp begon op tijd, of heeft nog tijd.",
    "levering_gestopt": "Er is geen hulp die nog loopt en waarmee de aanbieder stopte.",
    "niet_toegewezen": "Alle verleende hulp is toegewezen aan een aanbieder.",
    "begint_nog": "Er is geen verleende hulp die nog moet beginnen.",
}


class LeveringFilter(Formulier):
    """GET: of which team and provider."""

    stand = forms.CharField(widget=forms.HiddenInput, required=False)
    team = v.KeuzeVeld(label="Team", required=False, widget=forms.Select, choices=[("", "Alle teams")])
    aanbieder = v.KeuzeVeld(
        label="Aanbieder", required=False, widget=forms.Select, choices=[("", "Alle aanbieders")]
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        teams, namen = (
            m.objects.order_by("naam", "pk").values_list("pk", "naam") for m in (Wijkteam, Aanbieder)
        )
        self.fields["team"].choices = [("", "Alle teams"), *((str(pk), naam) for pk, naam in teams)]
        self.fields["aanbieder"].choices = [("", "Alle aanbieders"), *((str(pk), naam) for pk, naam in namen)]


@dataclass(frozen=True)
class Blad:
    """One page of the list, and what narrowed it."""

    stand: str
    rijen: list[tuple[Levering, Stand]]
    formulier: LeveringFilter
    gekozen: list[Keuze]
    volgende: str
    eerste: str


def met_stand(rijen: LeveringQuerySet, stand: str, vandaag: datetime.date) -> LeveringQuerySet:
    """Those of which this is so."""
    if stand == "niet_toegewezen":
        return rijen.te_toewijzen()
    if stand == "begint_nog":
        return rijen.begint_nog(vandaag)
    return rijen.gestopt(vandaag) if stand == "levering_gestopt" else rijen.niet_geleverd(vandaag)


def blad(lezer: Actor, vraag, vandaag: datetime.date) -> Blad:
    """What the address asks for; what makes no sense in it narrows nothing."""
    formulier = LeveringFilter(vraag)
    formulier.is_valid()
    schoon = formulier.cleaned_data
    stand = schoon.get("stand") if schoon.get("stand") in STANDEN else EERST
    rijen = met_stand(Levering.objects.voor(lezer, Recht.UITVOERING_INZIEN), stand, vandaag)
    if team := schoon.get("team"):
        rijen = rijen.filter(indicatie__zaak__wijkteam=team)
    if aanbieder := schoon.get("aanbieder"):
        rijen = rijen.filter(indicatie__aanbieder=aanbieder)
    if plek := _plek(vraag.get("na", "")):
        rijen = rijen.na(*plek)
    gevonden = list(
        rijen.select_related(
            "indicatie__zaak__dossier__inwoner", "indicatie__zaak__regisseur", "indicatie__zaak__wijkteam",
            "indicatie__product", "indicatie__aanbieder",
        ).order_by("uiterlijk_begin_op", "pk")[: PER + 1]
    )  # fmt: skip
    vast = {"stand": stand, "team": team or "", "aanbieder": aanbieder or ""}
    laatste = gevonden[PER - 1] if len(gevonden) > PER else None
    volgende = vraagtekst(vast | {"na": f"{laatste.uiterlijk_begin_op}_{laatste.pk}"}) if laatste else ""
    return Blad(
        stand, [(rij, stand_van(rij, vandaag)) for rij in gevonden[:PER]], formulier,
        keuzes(formulier, vast, vraagtekst), volgende, vraagtekst(vast) if plek else "",
    )  # fmt: skip


def _plek(tekst: str) -> tuple[datetime.date, UUID] | None:
    """The place in the list; None when it is missing or was tampered with."""
    op, _, pk = tekst.partition("_")
    try:
        return datetime.date.fromisoformat(op), UUID(pk)
    except ValueError:
        return None
