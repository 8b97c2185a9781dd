"""The sociale kaart for colleagues: to look, from a zaak, and from a contact."""

from uuid import UUID

from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.models import Contactmoment, Leefgebied
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.tafelstand import Tafel, is_aan
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from voorzieningen.kaartlezen import Kaartblad, kaartblad, sleutel
from voorzieningen.kaartrechten import BEHEER, LEZERS, waarom_niet_vanuit_contact, waarom_niet_verwijzen
from voorzieningen.models import Verwijzing


@scherm("sociale_kaart", laag=Laag.CONTACT, rollen=LEZERS)
def kaart(request):
    """All that stands open to all. No person here."""
    vandaag, beheer = timezone.localdate(), request.lezer.rechten.heeft_rol(*BEHEER)
    blad = kaartblad(request.GET, vandaag, met_oud=beheer)
    context = {**blad.context, "beheer": beheer, "vandaag": vandaag}
    return TemplateResponse(request, "voorzieningen/kaart.html", context)


@scherm("kaart_zaak", laag=Laag.INHOUD, aan_tafel=Tafel.VANZELF)
def kaart_zaak(request, pk):
    """The same beside a zaak: with its own area of life to begin with, and what was referred to before.

    At the table what is about safety is not on the page.
    """
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    vraag = request.GET.copy()
    vraag.setdefault("leefgebied", zaak.onderwerp)
    if "zoek" in request.GET and "leefgebied" not in request.GET:
        vraag.pop("leefgebied")
    blad = kaartblad(vraag, timezone.localdate())
    eerder = Verwijzing.objects.voor(request.lezer).van_zaak(zaak).met_lijstgegevens()
    if is_aan(request):
        eerder = eerder.exclude(leefgebied=Leefgebied.VEILIGHEID).exclude(
            voorziening__leefgebieden__contains=[Leefgebied.VEILIGHEID]
        )
    mag, hulpvraag = zaak.mag(Recht.INHOUD_BEWERKEN), sleutel(request.GET.get("hulpvraag", ""))
    context = zaakcontext(request, zaak) | blad.context | {
        "titel": "Hulp in de buurt", "eerder": list(eerder[:20]), "mag": mag, "hulpvraag": hulpvraag or "",
        "weigering": waarom_niet_verwijzen(zaak) if mag else "", "verwijs_met": _mee(blad, hulpvraag),
        "alles_vraag": f"?zoek={f'&hulpvraag={hulpvraag}' if hulpvraag else ''}",
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/kaart_zaak.html", context)


@scherm("kaart_contact", laag=Laag.CONTACT, rollen=(Rol.ADMINISTRATIE,))
def kaart_contact(request, pk):
    """The same beside a contact, for who answers it."""
    contact = Contactmoment.objects.voor(request.lezer).select_related("inwoner").get(pk=pk)
    request.inzage.toon(inwoner=contact.inwoner_id, zaak=contact.zaak_id)
    blad = kaartblad(request.GET, timezone.localdate())
    eerder = Verwijzing.objects.voor(request.lezer).filter(contactmoment=contact).met_lijstgegevens()
    context = blad.context | {
        "contact": contact, "eerder": list(eerder[:20]), "verwijs_met": _mee(blad, None),
        "weigering": waarom_niet_vanuit_contact(contact),
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/kaart_contact.html", context)


def _mee(blad: Kaartblad, hulpvraag: UUID | None) -> str:
    """What the form of a referral takes along: the area of life, and the need of the afweging."""
    mee = {"leefgebied": blad.leefgebied, "hulpvraag": hulpvraag and str(hulpvraag)}
    return "".join(f"&{naam}={waarde}" for naam, waarde in mee.items() if waarde)
