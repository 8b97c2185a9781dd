"""The plan of an inwoner of the demo who wants a pgb."""

import datetime
from decimal import Decimal

from toegang.models import Actor, Zaak
from voorzieningen.models import Product
from voorzieningen.usecases.budgetplan_beoordelen import budgetplan_beoordelen
from voorzieningen.usecases.budgetplan_vastleggen import Hulp, budgetplan_vastleggen

# What the proposal says about it.
PGB = {
    "vorm": "pgb",
    "pgb_beheerder": "De zus van de inwoner. Zij doet nu ook de administratie.",
    "pgb_motivering": "De inwoner wil begeleiding van iemand die hij al kent en vertrouwt.",
    "pgb_kwaliteit": "De begeleider heeft een diploma in de zorg. Elk half jaar een gesprek.",
}
BEGELEIDING: Hulp = {
    "wat": "Begeleiding bij post en geld", "van_wie": "Begeleider M. Vos", "soort": "formeel",
    "volume": Decimal(1), "eenheid": "04", "frequentie": "2", "tarief": Decimal(45),
}  # fmt: skip


def budgetplan_vertellen(
    zaak: Zaak, product: Product, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime
) -> None:
    """Written down, and judged on the three conditions."""
    plan = budgetplan_vastleggen(
        zaak_id=zaak.pk, product_id=product.pk, door=door, vandaag=vandaag, nu=nu, ontvangen_op=vandaag,
        motivering="Ik wil hulp van iemand die ik al ken.", beheerder="netwerk", beheerder_naam="Uw zus",
        hulp=[BEGELEIDING],
    )  # fmt: skip
    budgetplan_beoordelen(
        plan_id=plan.pk, door=door, vandaag=vandaag, oordelen={"beheer": True, "wens": True, "kwaliteit": True},
        redenen={
            "beheer": "Uw zus doet uw administratie al. Zij kan het pgb beheren.",
            "wens": "U schreef dat u hulp wilt van iemand die u kent.",
            "kwaliteit": "De begeleider heeft een diploma. Elk half jaar is er een gesprek.",
        },
    )  # fmt: skip
