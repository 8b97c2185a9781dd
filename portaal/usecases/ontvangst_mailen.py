"""After each act of a citizen an e-mail that names nothing: something came in. Who sent nothing knows it too."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from portaal import berichten
from portaal.models import Verzoek
from toegang.brieven.geadresseerde import e_mailadres
from toegang.models import Actor, Bericht, Zaak
from toegang.usecases.bericht_klaarzetten import bericht_klaarzetten


@transaction.atomic
def ontvangst_mailen(*, verzoek: Verzoek, door: Actor, nu: datetime.datetime) -> Bericht | None:
    """Ask for it, once a request; None: the inwoner gets no e-mail (safe contact, a child, another way chosen).

    It hangs on the newest zaak that is not shielded, where colleagues see that it went.
    """
    inwoner = verzoek.inwoner
    adres = e_mailadres(inwoner, timezone.localdate(nu))
    zaak = (
        Zaak.objects.filter(dossier__inwoner=inwoner, afgeschermd=False).order_by("-gemeld_op", "pk").first()
    )
    if not adres or zaak is None:
        return None
    with translation.override(taal_van(verzoek)):
        return bericht_klaarzetten(
            soort=berichten.ONTVANGEN, zaak=zaak, aan=adres, onderwerp=berichten.ontvangen_onderwerp(),
            tekst=berichten.ontvangen_tekst(), door=door,
            sleutel=f"{berichten.ONTVANGEN}:{verzoek.pk}",
        )  # fmt: skip


def taal_van(verzoek: Verzoek) -> str:
    """The language of the page on which it was asked."""
    taal = str(verzoek.gegevens.get("taal", ""))
    return taal if taal in berichten.TALEN else settings.LANGUAGE_CODE


def niets(zaak: Zaak, *, door: Actor, **wanneer: datetime.date) -> None:
    """Whether it went or not, nothing follows from it: the answer stands on the site."""
