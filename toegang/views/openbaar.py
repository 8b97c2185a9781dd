"""What anybody may send without an account: a referral by a link, a question by the website. Nothing is looked up."""

import datetime

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from toegang import onderdelen
from toegang.afzender import afzender
from toegang.forms.inzending import VerwijsFormulier, VraagFormulier
from toegang.models import Actor, Inzending
from toegang.schermen import openbaar
from toegang.usecases.inzending_begrenzen import TeVeel, inzending_begrenzen, netwerk
from toegang.usecases.inzending_ontvangen import verwijzing_ontvangen, vraag_ontvangen
from toegang.verwijslinks import link_van

ZOUT_BEWIJS = "toegang.ontvangstbewijs"


@never_cache
@openbaar
def verwijzen(request, token):
    """The form of one organisation. Unknown, tampered, ended and withdrawn give one body."""
    nu, vandaag = timezone.now(), timezone.localdate()
    link = link_van(token, vandaag)
    if link is None:
        return TemplateResponse(request, "openbaar/link_werkt_niet.html", status=404)
    formulier = _formulier(request, VerwijsFormulier)
    if formulier.is_valid():
        gegevens = formulier.gegevens

        def doen(door: Actor) -> Inzending:
            hoogstens = settings.INZENDINGEN["per_link"]
            inzending_begrenzen(soort="link", wie=link.pk.hex, hoogstens=hoogstens, door=door, nu=nu)
            return verwijzing_ontvangen(link=link, door=door, nu=nu, vandaag=vandaag, **gegevens)

        if inzending := _proberen(request, formulier, doen):
            return redirect("openbaar:verwijzing_ontvangen", _bewijs(inzending, haast=gegevens["haast"]))
    context = {"formulier": formulier, "organisatie": link.organisatie}
    return TemplateResponse(request, "openbaar/verwijzen.html", context, status=_status(formulier))


@never_cache
@openbaar
def vraag(request):
    """The question of somebody who does not sign in."""
    nu, vandaag = timezone.now(), timezone.localdate()
    formulier = _formulier(request, VraagFormulier)
    if formulier.is_valid():
        gegevens = formulier.gegevens
        gegevens.pop("voor_ander")
        van = netwerk(afzender(request))

        def doen(door: Actor) -> Inzending:
            for soort, wie in (("per_afzender", van), ("samen", "")):
                hoogstens = settings.INZENDINGEN[soort]
                inzending_begrenzen(soort=soort, wie=wie, hoogstens=hoogstens, door=door, nu=nu)
            return vraag_ontvangen(door=door, nu=nu, vandaag=vandaag, **gegevens)

        if inzending := _proberen(request, formulier, doen):
            return redirect("openbaar:vraag_ontvangen", _bewijs(inzending))
    return TemplateResponse(
        request, "openbaar/vraag.html", {"formulier": formulier}, status=_status(formulier)
    )


@never_cache
@openbaar
def verwijzing_ontvangen_(request, bewijs):
    return TemplateResponse(request, "openbaar/verwijzing_ontvangen.html", _lees_bewijs(bewijs))


@never_cache
@openbaar
def vraag_ontvangen_(request, bewijs):
    return TemplateResponse(request, "openbaar/vraag_ontvangen.html", _lees_bewijs(bewijs))


def _formulier(request, klasse):
    return klasse(request.POST, request.FILES) if request.method == "POST" else klasse()


def _proberen(request, formulier, doen) -> Inzending | None:
    """Do it as the system (`request.door`); what is refused becomes a sentence at its field."""
    try:
        return doen(request.door)
    except TeVeel as fout:
        formulier.te_veel = True
        formulier.add_error(None, str(fout))
    except ValidationError as fout:
        formulier.add_error(None, fout)
    return None


def _status(formulier) -> int:
    return 429 if getattr(formulier, "te_veel", False) else 200


def _bewijs(inzending: Inzending, *, haast: bool = False) -> str:
    """What the page after sending shows, signed, so that nothing has to be looked up; it says nothing of a person."""
    contact = inzending.contactmoment
    postcode = inzending.postcode
    return signing.dumps(
        {
            "kenmerk": inzending.kenmerk, "uiterlijk": contact.terugbellen_op.isoformat(), "haast": haast,
            "elders": bool(postcode) and not onderdelen.kent_postcode(postcode),
        },
        salt=ZOUT_BEWIJS,
    )  # fmt: skip


def _lees_bewijs(bewijs: str) -> dict:
    try:
        gelezen = signing.loads(bewijs, salt=ZOUT_BEWIJS)
    except signing.BadSignature:
        raise Http404
    return gelezen | {"uiterlijk": datetime.date.fromisoformat(gelezen["uiterlijk"])}
