"""How every screen about a zaak begins: fetch by the lowest layer, then check the layer that is needed."""

from django.utils import timezone

from toegang.models import Zaak
from toegang.permissions import check_recht, check_reden
from toegang.rechten import RECHT_BIJ_LAAG, Laag, Recht
from toegang.vaste_vraag import VasteVraag
from toegang.zaakvraag import zaak_met_kop


def zaak_ophalen(
    request,
    pk,
    *,
    laag: Laag = Laag.PROCES,
    recht: Recht | None = None,
    vraag: VasteVraag = zaak_met_kop,
) -> Zaak:
    """The zaak for this reader, written down in the read log in this layer; `vraag(lezer, pk, vandaag)` reads more.

    Raises DoesNotExist (404) when invisible, PermissionDenied (403) when the layer or `recht` is not held, and
    RedenNodig when the reader is not on the case and has not said today why (the screen decorator asks).
    """
    gevonden = vraag(lezer=request.lezer, pk=pk, vandaag=timezone.localdate())
    if not gevonden:
        raise Zaak.DoesNotExist
    zaak = gevonden[0].rechten_van(request.lezer.rechten)
    check_recht(zaak, recht or RECHT_BIJ_LAAG[laag])
    grond = ""
    if laag in (Laag.INHOUD, Laag.GEVOELIG):
        grond = check_reden(request.lezer, zaak)
    request.inzage.toon_zaak(zaak, laag=laag, grond=grond)
    return zaak
