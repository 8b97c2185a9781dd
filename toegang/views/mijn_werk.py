"""Mijn werk: one page with a block per role; several roles, several blocks."""

import datetime

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang.adres import adres_van
from toegang.lijst import met_termijn_erbij
from toegang.models import Contactmoment, Noodinzage, Taak, Termijn, Zaak
from toegang.omgeving import IN_MENU, menu
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.tellen import GROEP_TOT, tellen
from toegang.werkfilter import gefilterd, van_voor, vraagtekst
from toegang.werkvoorraad import ROLLEN, groepen_voor

# Roles whose own screens are not here yet: what they may expect of this page.
NOG_GEEN_SCHERM: dict[Rol, str] = {
    Rol.TOEZICHTHOUDER: "Een zaak inzien doet u bij Toezicht. Meldingen over kwaliteit behandelt u nog buiten Toegang.",
}
HOOGSTENS = 10
TAKEN = 25


@scherm("mijn_werk", laag=Laag.PROCES)
def mijn_werk(request):
    """Tasks, terms this week, my zaken; the KCC its contacts of today, the FG what is to review."""
    lezer, vandaag = request.lezer, timezone.localdate()
    r = lezer.rechten
    met_zaken = bool(r.teams) or r.heeft_rol(Rol.ADMINISTRATIE)
    context = {"vandaag": vandaag, "met_zaken": met_zaken}
    context |= _taken(request)
    context["blokken"] = _blokken(lezer, vandaag)
    if met_zaken:
        context |= {
            "termijnen": _termijnen(request, vandaag),
            "van_mij": bool(r.teams.get(Recht.INHOUD_BEWERKEN)),
        }
    if context.get("van_mij"):
        context["zaken"] = _zaken(request)
    if r.heeft_rol(Rol.KCC):
        context["contacten"] = _contacten(request, vandaag)
    if r.heeft_rol(Rol.FUNCTIONARIS_GEGEVENSBESCHERMING):
        context["te_beoordelen"] = Noodinzage.objects.filter(beoordeeld_om=None).count()
    context["nog_geen_scherm"] = [zin for rol, zin in NOG_GEEN_SCHERM.items() if r.heeft_rol(rol)]
    context["ergens_anders"] = menu(r)[IN_MENU:]
    return TemplateResponse(request, "toegang/mijn_werk.html", context)


def _blokken(lezer, vandaag: datetime.date) -> list[dict]:
    """Per role what waits, with the list behind each number; a group stands with the first role whose work it is."""
    groepen = groepen_voor(lezer)
    vragen = [
        gefilterd(groep, groep.lijst(lezer, vandaag), {}, van_voor(groep, "", lezer), lezer, vandaag)
        for groep in groepen
    ]
    over = list(zip(groepen, tellen(*vragen, hoogstens=GROEP_TOT + 1), strict=True)) if groepen else []
    adres, blokken = reverse("toegang:werkvoorraad"), []
    for rol in ROLLEN:
        if not lezer.rechten.heeft_rol(rol):
            continue
        eigen = [(groep, aantal) for groep, aantal in over if rol in groep.rollen and groep.naam != "taken"]
        over = [paar for paar in over if paar not in eigen]
        punten = [
            {
                "naam": groep.titel, "url": adres + vraagtekst({"groep": groep.naam}),
                "aantal": f"meer dan {GROEP_TOT}" if aantal > GROEP_TOT else aantal,
            }
            for groep, aantal in eigen
            if aantal
        ]  # fmt: skip
        if eigen:
            blokken.append({"rol": rol, "naam": rol.label, "punten": punten})
    return blokken


def _taken(request) -> dict:
    """My tasks and those of my roles that nobody took, what is due first; a new contact stands among the contacts."""
    rijen = list(
        Taak.objects.voor(request.lezer).open().zonder_eigen_lijst()
        .select_related("zaak__dossier__inwoner", "contactmoment__inwoner")
        .order_by("uiterlijk_op", "pk")[: TAKEN + 1]
    )  # fmt: skip
    for taak in rijen[:TAKEN]:
        taak.url = adres_van(taak.adres, taak.adres_pk)
        taak.inwoner = None
        if taak.zaak:
            taak.inwoner = taak.zaak.dossier.inwoner
            request.inzage.toon_zaak(taak.zaak)
        elif taak.contactmoment and taak.contactmoment.inwoner:
            taak.inwoner = taak.contactmoment.inwoner
            request.inzage.toon_inwoner(taak.inwoner)
        taak.wie = taak.inwoner.naam.weergave() if taak.inwoner else ""
    alle = (
        f"{reverse('toegang:werkvoorraad')}?groep=taken" if request.lezer.rechten.heeft_rol(*ROLLEN) else ""
    )
    return {"taken": rijen[:TAKEN], "meer_taken": len(rijen) > TAKEN, "alle_taken": alle}


def _termijnen(request, vandaag: datetime.date) -> list[Termijn]:
    """Clocks of our own that end within seven days or are late: mine as a consulent, else of all that I may see."""
    lezer = request.lezer
    rijen = Termijn.objects.voor(lezer, Recht.PROCES_INZIEN).lopend().van_ons()
    rijen = rijen.filter(stil_sinds=None, uiterste_datum__lte=vandaag + datetime.timedelta(days=7))
    if lezer.rechten.teams.get(Recht.INHOUD_BEWERKEN) and not lezer.rechten.teams.get(Recht.VERDELEN):
        rijen = rijen.filter(zaak__regisseur_id=lezer.medewerker_id)
    rijen = list(
        rijen.select_related("zaak__dossier__inwoner", "zaak__regisseur").order_by("uiterste_datum", "pk")[
            :HOOGSTENS
        ]
    )
    for termijn in rijen:
        request.inzage.toon_zaak(termijn.zaak)
    return rijen


def _zaken(request) -> list[Zaak]:
    mijn = (
        Zaak.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .open()
        .filter(regisseur_id=request.lezer.medewerker_id)
    )
    zaken = met_termijn_erbij(mijn.met_lijstgegevens(), HOOGSTENS)
    for zaak in zaken:
        request.inzage.toon_zaak(zaak)
    return zaken


def _contacten(request, vandaag: datetime.date) -> list[Contactmoment]:
    """What the KCC wrote today, and nothing else."""
    eigen = Contactmoment.objects.voor(request.lezer, vandaag).filter(
        geregistreerd_door=request.lezer, geregistreerd_op=vandaag
    )
    rijen = list(eigen.select_related("inwoner").order_by("-geregistreerd_om", "pk")[:TAKEN])
    for contact in rijen:
        contact.url = adres_van("toegang:contact", contact.pk)
        if contact.inwoner:
            request.inzage.toon_inwoner(contact.inwoner)
    return rijen
