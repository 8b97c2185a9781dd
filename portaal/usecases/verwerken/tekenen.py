"""Signed on the site: the verslag, which may count as the aanvraag, and the agreement with the plan."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext_noop

from portaal.models import INWONER, Verzoek
from portaal.nakijken import KanNiet, check_van_deze_persoon
from portaal.vrijgave import getoonde_planversie
from toegang.models import Actor
from wijkteams.models import Deelnemer, Verslag
from wijkteams.statussen import VerslagStatus
from wijkteams.usecases.akkoord_vastleggen import akkoord_vastleggen
from wijkteams.usecases.plan_ophalen import plandeel_vergrendelen
from wijkteams.usecases.verslag_ondertekend import verslag_ondertekend

VERANDERD = gettext_noop("Dit is veranderd nadat u het opende. Lees het opnieuw en teken dan.")


def verslag(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    """Only the version that stood on the screen is signed (2.3.2 lid 9; the terms run from this day, 2.3.5 lid 2)."""
    gevonden = Verslag.objects.filter(pk=verzoek.bron).select_related("onderzoek__zaak__dossier").first()
    if gevonden is None:
        raise KanNiet(gettext_noop("Wij konden dit verslag niet vinden."))
    check_van_deze_persoon(gevonden.onderzoek.zaak, verzoek)
    if gevonden.status != VerslagStatus.VERSTUURD or gevonden.versie != verzoek.bron_versie:
        raise KanNiet(VERANDERD)
    op = timezone.localdate(verzoek.gevraagd_om)
    als_aanvraag = bool(verzoek.gegevens.get("als_aanvraag"))
    verslag_ondertekend(
        verslag_id=gevonden.pk, door=door, vandaag=vandaag, nu=nu, ondertekend_op=op,
        opmerkingen=str(verzoek.gegevens.get("opmerkingen", "")), als_aanvraag=als_aanvraag,
    )  # fmt: skip
    return (
        gettext_noop("Uw handtekening is bij ons. Nu nemen wij een besluit.")
        if als_aanvraag
        else gettext_noop("Uw handtekening is bij ons. U vroeg nu geen hulp aan.")
    )


def plan(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    deelnemer = Deelnemer.objects.filter(pk=verzoek.bron).select_related("deel__zaak__dossier").first()
    if deelnemer is None:
        raise KanNiet(gettext_noop("Wij konden dit plan niet vinden."))
    check_van_deze_persoon(deelnemer.deel.zaak, verzoek)
    if deelnemer.rol != INWONER:
        raise KanNiet(gettext_noop("Een ander zegt zelf of die het eens is met het plan."))
    plandeel_vergrendelen(deelnemer.deel.plan_id, zaak_id=deelnemer.deel.zaak_id, door=door)
    if deelnemer.akkoord_op or getoonde_planversie(deelnemer.pk, verzoek.inwoner_id) != verzoek.bron_versie:
        raise KanNiet(VERANDERD)
    akkoord_vastleggen(
        deelnemer_id=deelnemer.pk, zaak_id=deelnemer.deel.zaak_id, door=door, vandaag=vandaag,
        akkoord_op=timezone.localdate(verzoek.gevraagd_om), wijze="digitaal",
    )  # fmt: skip
    return gettext_noop("Uw akkoord staat in het plan.")
