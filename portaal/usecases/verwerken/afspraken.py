"""An appointment: it suits, or another moment is asked; only the consulent plans."""

import datetime

from django.utils.translation import gettext_noop

from portaal import gebeurtenissen
from portaal.antwoorden import BELT, antwoord
from portaal.models import Verzoek
from portaal.nakijken import KanNiet, check_van_deze_persoon
from toegang.models import Actor, ContactSoort, Kanaal
from toegang.usecases.contact_registreren import contact_registreren
from wijkteams.models import Huisbezoek
from wijkteams.statussen import HuisbezoekStatus


def komt_uit(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    bezoek = _bezoek(verzoek)
    gebeurtenissen.afspraak_bevestigd(bezoek.zaak, door=door)
    return gettext_noop("Fijn. Wij zien u op de afgesproken dag.")


def andere_afspraak(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    """A contact about what runs: the regisseur has the task, and plans."""
    bezoek = _bezoek(verzoek)
    contact_registreren(
        door=door, vandaag=vandaag, nu=nu, kanaal=Kanaal.WEBSITE, soort=ContactSoort.BESTAAND, inwoner=verzoek.inwoner,
        vraag=f"De afspraak komt niet uit. Wanneer wel: {verzoek.gegevens.get('tekst', '')}",
    )  # fmt: skip
    return antwoord(BELT, wie=bezoek.consulent.volledige_naam)


def _bezoek(verzoek: Verzoek) -> Huisbezoek:
    bezoek = Huisbezoek.objects.filter(pk=verzoek.bron).select_related("zaak__dossier", "consulent").first()
    if bezoek is None:
        raise KanNiet(gettext_noop("Wij konden deze afspraak niet vinden."))
    check_van_deze_persoon(bezoek.zaak, verzoek)
    if bezoek.status != HuisbezoekStatus.GEPLAND or bezoek.versie != verzoek.bron_versie:
        raise KanNiet(gettext_noop("Deze afspraak is intussen veranderd. Bekijk de nieuwe afspraak."))
    return bezoek
