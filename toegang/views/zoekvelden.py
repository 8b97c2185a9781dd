"""The search that several screens carry: read, look, write down whom it showed; and who of them was chosen."""

from uuid import UUID

from django.core import signing

from toegang.dubbelen import mogelijke_dubbelen
from toegang.forms.contact import Zoekvelden
from toegang.zoeken import Treffer, Zoekresultaat, inwoners_zoeken, treffer_voor

ZOUT = "toegang.zoekvelden"
ZOEKNAMEN = {"bsn": "zoek_bsn"}  # what a form with search fields calls a field of the use-case


def zoekvelden_van(request) -> Zoekvelden:
    """The search fields of this POST, cleaned."""
    velden = Zoekvelden(request.POST if request.method == "POST" else None)
    velden.is_valid()
    return velden


def zoeken_met(request, velden: Zoekvelden) -> Zoekresultaat | None:
    """Whom these fields find; None when there was nothing to look for."""
    vraag = velden.vraag() if velden.is_bound else None
    if not vraag:
        return None
    resultaat = inwoners_zoeken(lezer=request.lezer, **vraag)
    request.inzage.actie = "zoeken"
    for treffer in resultaat.treffers:
        request.inzage.toon_inwoner(treffer.inwoner)
    return resultaat


def zoeken_in_formulier(request) -> tuple[Zoekvelden, Zoekresultaat | None]:
    """The search fields of this POST, and whom they find."""
    velden = zoekvelden_van(request)
    return velden, zoeken_met(request, velden)


def gevonden_bewijs(request, velden: Zoekvelden, resultaat: Zoekresultaat | None) -> str:
    """Goes along with the page and comes back with the choice: whom we showed this reader, for which search."""
    if resultaat is None:
        return ""
    getoond = [str(treffer.pk) for treffer in resultaat.treffers]
    return signing.Signer(salt=ZOUT).sign_object([request.lezer.pk, velden.vingerafdruk(), getoond])


def eerder_gevonden(request, velden: Zoekvelden) -> list[str] | None:
    """Whom we showed this reader for this very search; None when another search was done, or none."""
    try:
        lezer, vingerafdruk, getoond = signing.Signer(salt=ZOUT).unsign_object(
            request.POST.get("gezocht", "")
        )
    except (signing.BadSignature, ValueError):
        return None
    return getoond if (lezer, vingerafdruk) == (request.lezer.pk, velden.vingerafdruk()) else None


def niet_getoonde_dubbelen(request, velden: dict, getoond: list[str]) -> list[Treffer]:
    """Who looks like the person that is about to be made and was not on the page yet; written down as shown."""
    nieuw = [t for t in mogelijke_dubbelen(request.lezer, **velden) if str(t.pk) not in getoond]
    for treffer in nieuw:
        request.inzage.toon_inwoner(treffer.inwoner)
    return nieuw


def gekozen_treffer(request, velden: Zoekvelden) -> Treffer | None:
    """The person chosen from those we showed, read by his key instead of searched again; he may still be seen."""
    wie = request.POST.get("wie", "")
    if wie not in (eerder_gevonden(request, velden) or ()):
        return None
    treffer = treffer_voor(request.lezer, UUID(wie))
    if treffer:
        request.inzage.toon_inwoner(treffer.inwoner)
    return treffer
