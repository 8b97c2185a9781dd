"""The beheerder: who may refer, with which link, and whom they talk to. No page here is about a citizen."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang import eenmalig, onderdelen
from toegang.forms.organisatie import LinkFormulier, OrganisatieFormulier
from toegang.models import Organisatie, Verouderd, Verwijslink
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.usecases.organisatie_vastleggen import organisatie_vastleggen
from toegang.usecases.verwijslink_maken import verwijslink_intrekken, verwijslink_maken
from toegang.verouderd import ingehaald, versie_uit
from toegang.verwijslinks import DAGEN

BEHEER = {"laag": Laag.CONTACT, "rollen": (Rol.BEHEERDER,)}
VELDEN = ("naam", "soort", "telefoon", "e_mail", "actief")
PER_BLAD = 200
GETOOND = "verwijslink_eenmalig"


@scherm("organisaties", **BEHEER)
def organisaties(request):
    """All of them by name; those with a link that works say so."""
    links = Verwijslink.objects.geldig(timezone.localdate()).filter(organisatie=OuterRef("pk"))
    rijen = Organisatie.objects.annotate(heeft_link=Exists(links)).order_by("-actief", "naam", "pk")[
        :PER_BLAD
    ]
    return TemplateResponse(request, "toegang/organisaties.html", {"rijen": list(rijen)})


@scherm("organisatie_toevoegen", **BEHEER)
def toevoegen(request):
    return _bewerken(request, None)


@scherm("organisatie_wijzigen", **BEHEER)
def wijzigen(request, pk):
    return _bewerken(request, Organisatie.objects.get(pk=pk))


def _bewerken(request, organisatie: Organisatie | None):
    begin = {naam: getattr(organisatie, naam) for naam in VELDEN} if organisatie else {"actief": True}
    formulier = OrganisatieFormulier(request.POST if request.method == "POST" else None, initial=begin)
    if formulier.is_valid():
        try:
            bewaard = organisatie_vastleggen(
                door=request.lezer, organisatie_id=organisatie.pk if organisatie else None,
                versie=versie_uit(request), **formulier.cleaned_data,
            )  # fmt: skip
        except ValidationError as fout:
            formulier.add_error(None, fout)
        except Verouderd as fout:
            organisatie = fout.huidig
            ingehaald(request, formulier, organisatie, {n: getattr(organisatie, n) for n in VELDEN})
        else:
            messages.success(request, f"{bewaard.naam} is bewaard.")
            return redirect("toegang:organisatie", bewaard.pk)
    versie = organisatie.versie if organisatie else 0
    context = {"organisatie": organisatie, "formulier": formulier, "versie": versie}
    return TemplateResponse(request, "toegang/organisatie_bewerken.html", context)


@scherm("organisatie", **BEHEER)
def organisatie(request, pk):
    """Its facts, its links and its contact person; a new link is shown once, on the page after it was made."""
    gevonden, vandaag = Organisatie.objects.get(pk=pk), timezone.localdate()
    jaar = vandaag + timezone.timedelta(days=DAGEN)
    maken = request.POST.get("formuliernaam") == "maken"
    formulier = LinkFormulier(request.POST if maken else None, initial={"geldig_tot": jaar})
    if maken and formulier.is_valid():
        try:
            link, token = verwijslink_maken(
                organisatie_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data
            )
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            adres = request.build_absolute_uri(reverse("openbaar:verwijzen", args=[token]))
            eenmalig.klaarzetten(request, GETOOND, pk, adres)
            messages.success(request, "De link is gemaakt. U ziet hem één keer, hieronder.")
            return redirect("toegang:organisatie", pk)
    if request.POST.get("formuliernaam") == "intrekken":
        links = Verwijslink.objects.filter(organisatie=gevonden)
        link_id = next(
            (pk for pk in links.values_list("pk", flat=True) if str(pk) == request.POST.get("link")), None
        )
        verwijslink_intrekken(link_id=link_id, door=request.lezer, vandaag=vandaag)
        messages.success(request, "De link is ingetrokken. Wie hem opent, leest dat hij niet werkt.")
        return redirect("toegang:organisatie", pk)
    links = list(
        Verwijslink.objects.filter(organisatie=gevonden)
        .select_related("gemaakt_door")
        .order_by("-gemaakt_op", "-geldig_tot", "pk")[:50]
    )
    for link in links:
        link.niet = link.waarom_niet(vandaag)
    context = {
        "organisatie": gevonden, "links": links, "formulier": formulier, "adres": eenmalig.tonen(request, GETOOND, pk),
        "contactpersoon": onderdelen.contactpersoon_voor(gevonden, vandaag),
    }  # fmt: skip
    return TemplateResponse(request, "toegang/organisatie.html", context)
