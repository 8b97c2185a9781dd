"""Letter templates of the demo: two in use, one that waits for a second person."""

import datetime

from django.db import transaction
from django.utils import timezone

from beschikkingen.models import Sjabloon, Uitkomst
from beschikkingen.sjabloondelen import Blok, delen_bij
from beschikkingen.usecases.sjabloon_bewaren import sjabloon_bewaren
from beschikkingen.usecases.sjabloon_goedkeuren import sjabloon_goedkeuren
from beschikkingen.usecases.sjabloon_indienen import sjabloon_indienen
from beschikkingen.usecases.sjabloon_opstellen import sjabloon_opstellen
from config.demo.gemeente import aanbod
from config.demo.verhaal import VERORDENING
from toegang.models import Actor
from toegang.moment import op_moment
from toegang.rechten import Rol
from voorzieningen.models import Product

DAG = datetime.timedelta(days=1)
HULP = Blok(
    "tekst",
    "Hebt u hulp nodig bij deze brief?",
    "Wij lezen de brief graag met u door. Bel {contactpersoon}: {telefoon contactpersoon}.",
)
ANDERE_HULP = Blok(
    "tekst", "Zoekt u andere hulp?", "Kijk op {website} bij hulp in de buurt. Of bel {telefoon gemeente}."
)
BEGIN = Blok(
    "tekst",
    "Zo begint de hulp",
    "[als begindatum]De hulp begint op {begindatum}.[einde] [als aanbieder]{aanbieder} spreekt met u af op welke dag."
    "[einde]\n[als pgb]U kiest zelf wie u helpt. Stuur ons vooraf het contract.[einde]",
)


def sjablonen_inrichten(nu: datetime.datetime) -> None:
    """Once, before the first story is told: so that its letters follow them."""
    if Sjabloon.objects.exists():
        return
    beheer, jurist = _met_rol(Rol.BEHEERDER), _met_rol(Rol.JURIST)
    with transaction.atomic(), op_moment(nu - 400 * DAG):
        dag = timezone.localdate(nu - 400 * DAG)
        for soort, erbij in ((Uitkomst.TOEKENNING, HULP), (Uitkomst.AFWIJZING, ANDERE_HULP)):
            s = _aangeboden(soort, erbij, None, beheer, dag)
            sjabloon_goedkeuren(sjabloon_id=s.pk, door=jurist, vandaag=dag)
    with transaction.atomic(), op_moment(nu - DAG):
        product = Product.objects.get(code=aanbod.HBH)
        _aangeboden(Uitkomst.TOEKENNING, BEGIN, product, beheer, timezone.localdate(nu - DAG))


def _aangeboden(
    soort: Uitkomst, erbij: Blok, product: Product | None, door: Actor, dag: datetime.date
) -> Sjabloon:
    """The order that is built in, with a text of our own before the last part."""
    s = sjabloon_opstellen(door=door, vandaag=dag, uitkomst=soort, product_id=product and product.pk)
    vast = [Blok(deel) for deel in delen_bij(soort)]
    sjabloon_bewaren(sjabloon_id=s.pk, door=door, blokken=[*vast[:-1], erbij, vast[-1]], regels=VERORDENING)
    return sjabloon_indienen(sjabloon_id=s.pk, door=door, vandaag=dag)


def _met_rol(rol: Rol) -> Actor:
    return Actor.objects.filter(medewerker__groups__name=rol.value).order_by("pk")[0]
