"""To refer somebody, and to ask how it went."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.models import Contactmoment, Verouderd
from toegang.opmaak import datum_lang
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.tafelstand import Tafel
from toegang.veilig_contact import waarheen
from toegang.verouderd import ingehaald, versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from voorzieningen.kaartlezen import sleutel
from voorzieningen.kaartrechten import mag_navragen, waarom_niet_vanuit_contact, waarom_niet_verwijzen
from voorzieningen.models import AlgemeneVoorziening, Verwijzing
from voorzieningen.usecases.verwijzing_navragen import verwijzing_navragen
from voorzieningen.usecases.verwijzing_vastleggen import verwijzing_vastleggen
from voorzieningen.verwijsformulieren import NavraagFormulier, VerwijsFormulier
from wijkteams.models import TredeSoort


@scherm("verwijzen_zaak", laag=Laag.INHOUD, aan_tafel=Tafel.VANZELF)
def verwijzen_zaak(request, pk):
    """?naar= what stands on the kaart, else another party; ?hulpvraag= where the afweging goes on."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD, recht=Recht.INHOUD_BEWERKEN)
    weigering = waarom_niet_verwijzen(zaak)
    naar, formulier = _naar(request), _verwijsformulier(request, met_contact=False, begin=zaak.onderwerp)
    if (
        not weigering
        and formulier.is_valid()
        and (gedaan := _verwijzen(request, formulier, naar, zaak_id=pk))
    ):
        messages.success(request, _wat_nu(gedaan))
        return redirect(_terug(request, pk))
    context = zaakcontext(request, zaak) | _context(formulier, naar, weigering) | {"titel": "Verwijzen"}
    return TemplateResponse(request, "voorzieningen/verwijzen_zaak.html", context)


@scherm("verwijzen_contact", laag=Laag.CONTACT, rollen=(Rol.ADMINISTRATIE,))
def verwijzen_contact(request, pk):
    """From a contact of somebody we know."""
    contact = Contactmoment.objects.voor(request.lezer).select_related("inwoner").get(pk=pk)
    request.inzage.toon(inwoner=contact.inwoner_id, zaak=contact.zaak_id)
    weigering = waarom_niet_vanuit_contact(contact)
    naar, formulier = _naar(request), _verwijsformulier(request, met_contact=True)
    if (
        not weigering
        and formulier.is_valid()
        and (gedaan := _verwijzen(request, formulier, naar, contact_id=pk))
    ):
        messages.success(request, _wat_nu(gedaan))
        return redirect("toegang:contact", pk)
    context = _context(formulier, naar, weigering) | {"contact": contact}
    return TemplateResponse(request, "voorzieningen/verwijzen_contact.html", context)


def _naar(request) -> AlgemeneVoorziening | None:
    """What was chosen on the kaart; what is gone from it, or never was, is a 404."""
    if not request.GET.get("naar"):
        return None
    return AlgemeneVoorziening.objects.in_gebruik(timezone.localdate()).get(pk=sleutel(request.GET["naar"]))


def _verwijsformulier(request, *, met_contact: bool, begin: str = "") -> VerwijsFormulier:
    return VerwijsFormulier(
        request.POST if request.method == "POST" else None, met_naar=not request.GET.get("naar"),
        met_contact=met_contact, vandaag=timezone.localdate(),
        initial={"leefgebied": request.GET.get("leefgebied") or begin},
    )  # fmt: skip


def _verwijzen(request, formulier: VerwijsFormulier, naar, **waarvan) -> Verwijzing | None:
    try:
        return verwijzing_vastleggen(
            door=request.lezer, vandaag=timezone.localdate(), voorziening_id=naar.pk if naar else None, **waarvan,
            **formulier.cleaned_data,
        )  # fmt: skip
    except ValidationError as fout:
        fouten_overnemen(formulier, fout)
    except OngeldigeOvergang as fout:
        formulier.add_error(None, str(fout))
    return None


def _wat_nu(verwijzing: Verwijzing) -> str:
    op = datum_lang(verwijzing.kijken_op)
    return f"Verwezen naar {verwijzing.waarheen}. Op {op} krijgt u een taak: vraag na hoe het ging."


def _terug(request, pk) -> str:
    """Back to the rung from which the kaart was opened, else to the kaart of this zaak."""
    if hulpvraag := sleutel(request.GET.get("hulpvraag", "")):
        plek = f"?open={hulpvraag}.{TredeSoort.ALGEMENE_VOORZIENING.value}#trede"
        return reverse("wijkteams:afweging", args=[pk]) + plek
    return reverse("voorzieningen:kaart_zaak", args=[pk])


def _context(formulier, naar, weigering: str) -> dict:
    return {"formulier": formulier, "naar": naar, "weigering": weigering}


@scherm("verwijzing", laag=Laag.INHOUD)
def verwijzing(request, pk):
    """One referral: to what, why, how it went; and the form that says so, for who may."""
    rij = (
        Verwijzing.objects.voor(request.lezer)
        .select_related("voorziening", "zaak", "contactmoment__zaak", "contactmoment__inwoner", "verwezen_door",
                        "nagevraagd_door")
        .get(pk=pk)
    )  # fmt: skip
    zaak = _zaak_van(request, rij)
    mag = mag_navragen(request.lezer, rij)
    formulier = NavraagFormulier(request.POST if request.method == "POST" else None)
    if formulier.is_valid() and (gedaan := _navragen(request, rij, formulier)):
        messages.success(request, _uitkomstzin(gedaan))
        return redirect("voorzieningen:verwijzing", pk)
    context = {
        "rij": rij, "formulier": formulier, "mag": mag and not rij.uitkomst, "versie": rij.versie,
        "titel": "Verwijzing",
    }  # fmt: skip
    if zaak:
        context |= zaakcontext(request, zaak)
        return TemplateResponse(request, "voorzieningen/verwijzing_zaak.html", context)
    inwoner = rij.contactmoment.inwoner  # none: the link was wrong, and nobody knows yet who it is
    context |= {
        "contact": rij.contactmoment, "veilig": waarheen(inwoner).let_op if inwoner else "",
        "wie": inwoner.naam.weergave() if inwoner else "iemand die nog niet bekend is",
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/verwijzing_contact.html", context)


def _zaak_van(request, rij: Verwijzing):
    """The zaak whose content this is, with the reason that this asks; of a contact the desk sees the contact."""
    van = rij.van_de_zaak
    if van and (rij.zaak_id or not request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE)):
        return zaak_ophalen(request, van.pk, laag=Laag.INHOUD)
    request.inzage.toon(inwoner=rij.contactmoment.inwoner_id, zaak=van and van.pk, laag=Laag.CONTACT)
    return None


def _navragen(request, rij: Verwijzing, formulier: NavraagFormulier) -> Verwijzing | None:
    try:
        return verwijzing_navragen(
            verwijzing_id=rij.pk, door=request.lezer, vandaag=timezone.localdate(), versie=versie_uit(request),
            **formulier.cleaned_data,
        )  # fmt: skip
    except ValidationError as fout:
        fouten_overnemen(formulier, fout)
    except OngeldigeOvergang as fout:
        formulier.add_error(None, str(fout))
    except Verouderd as fout:
        rij.versie = fout.huidig.versie
        ingehaald(request, formulier, fout.huidig)
    return None


def _uitkomstzin(verwijzing: Verwijzing) -> str:
    if not verwijzing.uitkomst:
        return f"Niet bereikt. Op {datum_lang(verwijzing.kijken_op)} staat de taak weer bij u."
    return f"Vastgelegd: {verwijzing.get_uitkomst_display().lower()}. De taak is klaar."
