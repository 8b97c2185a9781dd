"""What this room adds to the werkvoorraad: zaken of which the administratie may draw up the besluit."""

from django.db.models import Exists, OuterRef

from beschikkingen.models import Besluit
from beschikkingen.soorten import Aanleiding
from beschikkingen.standaard import AANVULLEN
from beschikkingen.statussen import BesluitStatus
from toegang.models import Aanvraag, Taak
from toegang.rechten import Rol
from toegang.statussen import AanvraagStatus, ZaakStatus
from toegang.werkrijen import zaakrij
from toegang.werkvoorraad import ZAAK, Groep, zaken_voor
from voorzieningen.models import Grondslag, Indicatie
from voorzieningen.statussen import IndicatieStatus
from wijkteams.models import Plandeel
from wijkteams.statussen import PlanStatus


def klaar_voor_besluit(lezer, vandaag):
    """All that a list can see is there: aanvraag, plan, proposed help, no besluit. The rest is said in the zaak."""
    zaak = OuterRef("pk")
    hulp = Indicatie.objects.filter(zaak=zaak, status=IndicatieStatus.VOORGESTELD)
    besluit = Besluit.objects.filter(
        zaak=zaak, aanleiding=Aanleiding.AANVRAAG, aanvraag__status=AanvraagStatus.OPEN
    )
    return zaken_voor(lezer).filter(
        Exists(Aanvraag.objects.filter(zaak=zaak, status=AanvraagStatus.OPEN)),
        Exists(hulp.exclude(grondslag=Grondslag.SPOED)),
        Exists(Plandeel.objects.filter(zaak=zaak, status=PlanStatus.VASTGESTELD)),
        ~Exists(besluit.exclude(status=BesluitStatus.VERZONDEN)),
        ~Exists(Taak.objects.open().filter(zaak=zaak, sleutel__startswith=f"{AANVULLEN}:")),
        status=ZaakStatus.BESLUITVORMING,
    )


GROEP = Groep(
    "besluiten", "Klaar voor besluit", "Er wacht geen besluit dat u zelf kunt opstellen.", ZAAK, (Rol.ADMINISTRATIE,),
    klaar_voor_besluit, lambda zaak: zaakrij(zaak, "beschikkingen:standaard"),
)  # fmt: skip
