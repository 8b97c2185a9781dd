"""What is asked of the citizen: what, why, by when, and the other way to do it (ux 7)."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portaal.models import (
    INWONER,
    Afspraak,
    Deelnemer,
    Gevraagd,
    Uitvraag,
    Verslag,
    VerzoekSoort,
    VerzoekStatus,
)
from toegang.models import Vertegenwoordiger
from wijkteams.statussen import HuisbezoekStatus, VerslagStatus

Mag = Vertegenwoordiger.Mag


@dataclass(frozen=True)
class Gevraagde:
    """One block of 'Dit vragen wij u'."""

    titel: str
    waarom: str
    knop: str
    adres: str
    voor: datetime.date | None = None


def gevraagd_van(burger, vragen) -> list[Gevraagde]:
    """In the order of the day by which it is asked; what was sent already and waits for us is not asked again."""
    open_ = {v.pk for v in vragen if v.afgesloten_op is None}
    gedaan = set(
        Gevraagd.objects.voor(burger).exclude(status=VerzoekStatus.KAN_NIET).values_list("soort", "bron_id")
    )
    uit = [
        *_papieren(burger, open_, gedaan),
        *_afspraken(burger, open_, gedaan),
        *_plannen(burger, vragen, gedaan),
    ]
    uit += _verslagen(burger, open_, gedaan)
    return sorted(uit, key=lambda g: g.voor or datetime.date.max)


def _papieren(burger, open_, gedaan):
    for u in Uitvraag.objects.voor(burger).filter(vraag__in=open_):
        if (VerzoekSoort.PAPIEREN, u.pk) not in gedaan:
            yield Gevraagde(
                _("Stuur ons uw papieren"), wat_wij_missen(u.wat),
                _("Papieren sturen"),                reverse("portaal:papieren", args=[u.pk]), u.uiterlijk_op,
            )  # fmt: skip


def wat_wij_missen(wat: str) -> str:
    """As a sentence; what a colleague typed is in Dutch."""
    delen = [regel.strip(" .") for regel in wat.splitlines() if regel.strip(" .")]
    if not delen:
        return _("Wij missen nog papieren voor uw aanvraag.")
    return _("Wij missen nog: %(wat)s.") % {"wat": "; ".join(delen)}


def _afspraken(burger, open_, gedaan):
    komend = Afspraak.objects.voor(burger).filter(
        vraag__in=open_, status=HuisbezoekStatus.GEPLAND, om__gte=timezone.now()
    )
    for a in komend:
        if not {(VerzoekSoort.AFSPRAAK_GOED, a.pk), (VerzoekSoort.AFSPRAAK_ANDERS, a.pk)} & gedaan:
            yield Gevraagde(
                _("Komt deze afspraak u uit?"), _("%(wie)s komt bij u langs.") % {"wie": a.wie}, _("Afspraak bekijken"),
                reverse("portaal:afspraak", args=[a.pk]), timezone.localdate(a.om),
            )  # fmt: skip


def _plannen(burger, vragen, gedaan):
    """A personal plan may be handed in (2.3.2 lid 2); an agreed plan waits for this party's yes."""
    vandaag = timezone.localdate()
    for v in vragen:
        open_plan = v.plan_gevraagd and v.plan_tot_op >= vandaag and v.afgesloten_op is None
        if open_plan and (VerzoekSoort.PERSOONLIJK_PLAN, v.pk) not in gedaan:
            yield Gevraagde(
                _("U mag zelf een plan maken"), _("Daarin schrijft u welke hulp u nodig hebt. Het hoeft niet."),
                _("Plan schrijven"), reverse("portaal:persoonlijk_plan", args=[v.pk]), v.plan_tot_op,
            )  # fmt: skip
    if Mag.AANVRAGEN not in burger.mag:
        return
    for d in Deelnemer.objects.voor(burger).filter(akkoord_op=None):
        if d.rol == INWONER and (VerzoekSoort.PLAN_AKKOORD, d.pk) not in gedaan:
            yield Gevraagde(
                _("Bent u het eens met het plan?"), _("Lees wat wij met u afspraken."), _("Plan lezen"),
                reverse("portaal:plan"),
            )  # fmt: skip


def _verslagen(burger, open_, gedaan):
    for v in Verslag.objects.voor(burger).filter(vraag__in=open_, status=VerslagStatus.VERSTUURD):
        if (VerzoekSoort.VERSLAG_TEKENEN, v.pk) not in gedaan:
            yield Gevraagde(
                _("Lees het verslag van ons gesprek"), _("Klopt er iets niet? Dan kunt u dat erbij schrijven."),
                _("Verslag lezen"), reverse("portaal:verslag", args=[v.pk]),
            )  # fmt: skip
