"""A new version of a letter template: from what is in use, or from the order that is built in."""

import datetime

from django.db import IntegrityError, transaction

from beschikkingen.models import Sjabloon
from beschikkingen.models.sjabloon import OPEN
from beschikkingen.permissions import check_mag_sjablonen
from beschikkingen.sjabloondelen import Blok, als_rijen, delen_bij
from beschikkingen.soorten import Uitkomst
from beschikkingen.statussen import SjabloonStatus
from toegang.models import Actor
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from voorzieningen.models import Product


@transaction.atomic
def sjabloon_opstellen(
    *, door: Actor, vandaag: datetime.date, uitkomst: str, product_id=None, overnemen: bool = False
) -> Sjabloon:
    """One open version at a time: one's own is given back; `overnemen` goes on with the draft of a colleague."""
    check_mag_sjablonen(door)
    soort = Uitkomst(uitkomst)
    product = Product.objects.get(pk=product_id) if product_id else None
    rijen = Sjabloon.objects.van_soort(soort, product).select_for_update(of=("self",), no_key=True)
    versies = list(rijen.select_related("opgesteld_door").order_by("nummer"))
    open_ = next((s for s in versies if s.status in OPEN), None)
    if open_ is not None:
        if open_.opgesteld_door == door and open_.status == SjabloonStatus.CONCEPT:
            return open_
        if open_.status == SjabloonStatus.TER_GOEDKEURING:
            raise OngeldigeOvergang(f"Versie {open_.nummer} wacht op goedkeuring. Daarna kunt u verder.")
        if not overnemen:
            raise OngeldigeOvergang(
                f"{open_.opgesteld_door.naam} schrijft al aan versie {open_.nummer}. Open die versie en neem haar"
                " over."
            )
        open_.status, open_.vervangen_op, open_.vervangen_door = SjabloonStatus.VERVANGEN, vandaag, door
        open_.bewaren(door=door, reden="overgenomen door een collega")
        taken.afhandelen("sjabloon_aanpassen", open_.pk, door=door)
    gebruikt = open_ or next((s for s in versies if s.status == SjabloonStatus.GOEDGEKEURD), None)
    nieuw = Sjabloon(
        uitkomst=soort, product=product, nummer=max((s.nummer for s in versies), default=0) + 1,
        blokken=gebruikt.blokken if gebruikt else als_rijen(Blok(d) for d in delen_bij(soort)),
        regels=gebruikt.regels if gebruikt else "", opgesteld_op=vandaag, opgesteld_door=door,
    )  # fmt: skip
    try:
        with transaction.atomic():
            return nieuw.bewaren(door=door, reden="nieuwe versie")
    except IntegrityError as fout:  # the first version of this kind, begun twice at once
        raise OngeldigeOvergang("Een collega begon net aan deze brief. Ververs de lijst.") from fout
