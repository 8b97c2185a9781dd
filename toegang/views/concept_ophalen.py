"""One's own drafts of a page: as far as that page may be read now, and written down as it is."""

from collections.abc import Iterable

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.urls import Resolver404, resolve
from django.utils import timezone

from toegang.afzender import afzender
from toegang.inzagelog import Inzageblad
from toegang.models import Concept, Contactmoment
from toegang.permissions import RedenNodig
from toegang.rechten import Laag, Recht
from toegang.tafelstand import Stand, stand_van
from toegang.views.zaak_ophalen import zaak_ophalen


def leesbaar(request, concepten: Iterable[Concept]) -> dict[str, dict]:
    """Form -> what was typed, of one page. A draft was built on what stood there: no rights now, no words.

    Not at the table, nor without the layer: the fields that the screen names `gevoelig`.
    """
    per_naam = {c.formulier: c.gegevens for c in concepten}
    if not per_naam:
        return {}
    try:
        match = resolve(next(iter(per_naam)).partition("?")[0].partition("#")[0])
    except Resolver404:
        return per_naam
    pagina, pk = match.func, match.kwargs.get("pk")
    if pk is None or not hasattr(pagina, "scherm"):  # about nobody yet
        return per_naam
    request.inzage = Inzageblad(scherm=pagina.scherm, laag=pagina.laag)
    try:
        weg = _weg(request, pagina, match.route, pk)
    except (ObjectDoesNotExist, PermissionDenied, RedenNodig) as fout:
        request.inzage.toon(zaak=pk)
        zichtbaar = "onzichtbaar" if isinstance(fout, ObjectDoesNotExist) else "geweigerd"
        request.inzage.schrijven(request.lezer, vanaf=afzender(request), uitkomst=zichtbaar)
        return {}
    request.inzage.schrijven(request.lezer, vanaf=afzender(request))
    return {naam: {k: w for k, w in gegevens.items() if k not in weg} for naam, gegevens in per_naam.items()}


def _weg(request, pagina, route: str, pk) -> frozenset[str]:
    """The fields that are not for this reader, or not now."""
    if "contact/<uuid:pk>" in route:
        contact = Contactmoment.objects.voor(request.lezer, timezone.localdate()).get(pk=pk)
        request.inzage.toon(inwoner=contact.inwoner_id)
        return frozenset()
    if "zaak/<uuid:pk>" not in route:
        return frozenset()
    zaak = zaak_ophalen(request, pk, laag=pagina.laag)
    aan_tafel = stand_van(request.session, pagina.aan_tafel, pk) is not Stand.UIT
    if pagina.gevoelig and not aan_tafel and zaak.mag(Recht.GEVOELIG_INZIEN):
        request.inzage.toon_zaak(zaak, laag=Laag.GEVOELIG)
        return frozenset()
    return pagina.gevoelig
