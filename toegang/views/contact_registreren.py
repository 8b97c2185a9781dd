"""The KCC screen: the question first, in the caller's words; then who it is; then how we reach them."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang.brp_client import staat_aan
from toegang.concept import beginwaarden, conceptkader, gegevens_uit
from toegang.dubbelen import LIJKT_OP
from toegang.forms.contact import ANONIEM, KOPPELEN, NIEUW, ContactFormulier, Zoekvelden
from toegang.formulier import fouten_overnemen
from toegang.models import Bereik, Contactmoment, ContactSoort
from toegang.postcodes import ANDERE_GEMEENTE, van_ons
from toegang.rechten import Laag, Rol
from toegang.regels import terugbellen_op
from toegang.schermen import scherm
from toegang.statuszin import stand_voor
from toegang.usecases.contact_registreren import contact_registreren as registreren
from toegang.usecases.inwoner_registreren import inwoner_registreren
from toegang.views.zoekvelden import (
    ZOEKNAMEN,
    eerder_gevonden,
    gekozen_treffer,
    gevonden_bewijs,
    niet_getoonde_dubbelen,
    zoeken_met,
    zoekvelden_van,
)
from toegang.zoeken import Treffer, Zoekresultaat, is_afgeschermd_bekend, treffer_voor

OPNIEUW_GEZOCHT = "Kijk eerst of de inwoner er al bij staat: u hebt de zoekvelden veranderd"


@scherm("contact_registreren", laag=Laag.CONTACT, rollen=(Rol.KCC, Rol.ADMINISTRATIE))
def contact_registreren(request):
    """One form: search is part of it, and never clears it."""
    vandaag = timezone.localdate()
    kader = conceptkader(request)
    formulier = ContactFormulier(
        request.POST or None, vandaag=vandaag, initial=beginwaarden(kader, ContactFormulier)
    )
    zoekvelden = zoekvelden_van(request)
    if request.method == "GET" and (uit_brp := _uit_brp(request)):
        return _met_uit_brp(request, formulier, kader, uit_brp, vandaag)
    gekozen = None if "zoeken" in request.POST else gekozen_treffer(request, zoekvelden)
    if "status" in request.POST:
        return _status_doorgeven(request, formulier, kader, zoekvelden, gekozen, vandaag)
    resultaat = None if gekozen else _zoeken(request, formulier, zoekvelden)
    if request.method == "POST":
        if gekozen:
            formulier.toon_treffers([gekozen], gezocht=True)
        if "zoeken" in request.POST:
            formulier.alleen_zoeken(zoekvelden)
            formulier.naam_overnemen()
        elif formulier.is_valid() and (
            contact := _vastleggen(
                request, formulier, zoekvelden, [gekozen] if gekozen else resultaat and resultaat.treffers
            )
        ):
            messages.success(request, _wat_nu(contact))
            for zin in _let_op(formulier):
                messages.warning(request, zin)
            if "nog_een" in request.POST:
                return redirect("toegang:vraag_toevoegen", contact.pk)
            if _nu_zaak_kiezen(request, contact):
                return redirect("toegang:contact", contact.pk)
            return redirect("toegang:contact_registreren")
    if dubbel := getattr(formulier, "dubbel", ()):
        resultaat = Zoekresultaat((*dubbel, *(resultaat.treffers if resultaat else ())))
        formulier.toon_treffers(resultaat.treffers, gezocht=True)
    if gekozen:  # something is not right yet: the page shows everybody again who was found
        resultaat = _zoeken(request, formulier, zoekvelden)
    return _bladzijde(request, formulier, kader, zoekvelden, resultaat, vandaag)


def _nu_zaak_kiezen(request, contact: Contactmoment) -> bool:
    """The administratie sees which zaken run, and says at once about which of them this is."""
    over_wat_loopt = contact.soort == ContactSoort.BESTAAND and contact.inwoner_id and not contact.zaak_id
    return bool(over_wat_loopt) and request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE)


def _uit_brp(request) -> Treffer | None:
    """Who was just taken over from the BRP, when the page of the BRP sends us back with his key."""
    try:
        treffer = treffer_voor(request.lezer, UUID(request.GET.get("inwoner", "")))
    except ValueError:
        return None
    if treffer:
        request.inzage.toon_inwoner(treffer.inwoner)
    return treffer


def _met_uit_brp(request, formulier, kader, treffer: Treffer, vandaag) -> TemplateResponse:
    """The draft again, with this person found and chosen."""
    zoekvelden = Zoekvelden(gegevens_uit(kader) or {})
    zoekvelden.is_valid()
    formulier.toon_treffers([treffer], gezocht=True)
    formulier.initial["wie"] = str(treffer.pk)
    return _bladzijde(request, formulier, kader, zoekvelden, Zoekresultaat((treffer,)), vandaag)


def _bladzijde(request, formulier, kader, zoekvelden, resultaat, vandaag, **meer) -> TemplateResponse:
    context = {
        "formulier": formulier,
        "conceptkader": kader,
        "resultaat": resultaat,
        "gezocht": gevonden_bewijs(request, zoekvelden, resultaat),
        "niets_gevraagd": "zoeken" in request.POST and resultaat is None and not formulier.errors,
        "omschrijving": zoekvelden.omschrijving() if resultaat is not None else "",
        "terug_op": terugbellen_op(vandaag, gevaar=False),
        "vandaag_vastgelegd": _van_mij(request, vandaag),
        "postcodezin": _postcodezin(zoekvelden),
        "brp_aan": staat_aan(),
    }
    return TemplateResponse(request, "toegang/contact_registreren.html", context | meer)


def _status_doorgeven(request, formulier, kader, zoekvelden, gekozen, vandaag) -> TemplateResponse:
    """One line for a caller who is the inwoner himself and was found by what he said; logged apart."""
    formulier.alleen_zoeken(zoekvelden)
    if gekozen is None:
        resultaat = _zoeken(request, formulier, zoekvelden)
        formulier.add_error("wie", "Zoek de beller en kies wie het is. Dan kunt u de stand doorgeven")
        return _bladzijde(request, formulier, kader, zoekvelden, resultaat, vandaag)
    resultaat = Zoekresultaat((gekozen,))
    formulier.toon_treffers(resultaat.treffers, gezocht=True)
    if request.POST.get("namens") != "nee":
        formulier.add_error(
            "namens", "De stand geven wij alleen aan de inwoner zelf. Kies Nee als die zelf belt"
        )
        return _bladzijde(request, formulier, kader, zoekvelden, resultaat, vandaag)
    stand = stand_voor(gekozen.inwoner, vandaag)
    request.inzage.scherm, request.inzage.actie = "status_doorgeven", "inzien"
    request.inzage.regels.clear()
    request.inzage.toon(
        inwoner=gekozen.inwoner.pk,
        dossier=stand.zaak.dossier_id if stand.zaak else None,
        zaak=stand.zaak.pk if stand.zaak else None,
        laag=Laag.PROCES,
    )
    return _bladzijde(request, formulier, kader, zoekvelden, resultaat, vandaag, statuszin=stand.zin)


def _postcodezin(zoekvelden) -> str:
    """Kept all the same: somebody may live elsewhere and need help here."""
    postcode = (zoekvelden.cleaned_data if zoekvelden.is_bound else {}).get("zoek_postcode")
    return "" if not postcode or van_ons(postcode) else ANDERE_GEMEENTE.format(opmaak.postcode(postcode))


def _let_op(formulier) -> list[str]:
    """What was kept, but is worth a second look."""
    zin = _postcodezin(formulier)
    return [zin] if zin else []


def _zoeken(request, formulier, zoekvelden) -> Zoekresultaat | None:
    """Search, and offer whom it found as the choice."""
    resultaat = zoeken_met(request, zoekvelden)
    if resultaat is not None:
        formulier.toon_treffers(resultaat.treffers, gezocht=True)
    return resultaat


def _vastleggen(request, formulier, zoekvelden, treffers) -> Contactmoment | None:
    """The contact, with a new person where that was chosen; None when the form now carries a reason why not."""
    door, wie = request.lezer, formulier.cleaned_data["wie"]
    if wie == NIEUW and not _nieuw_kan(request, formulier, zoekvelden):
        return None
    try:
        persoon = _persoon(formulier, wie, treffers, door=door)
        return registreren(
            door=door, vandaag=timezone.localdate(), nu=timezone.now(), **persoon, **formulier.contact()
        )
    except ValidationError as fout:
        fouten_overnemen(formulier, fout, ZOEKNAMEN)
        return None


def _nieuw_kan(request, formulier, zoekvelden) -> bool:
    """Only after this search, and after whoever looks like the new person was shown."""
    getoond = eerder_gevonden(request, zoekvelden)
    if getoond is None:
        formulier.add_error("wie", OPNIEUW_GEZOCHT)
        return False
    formulier.dubbel = niet_getoonde_dubbelen(request, formulier.nieuwe_inwoner(), getoond)
    if formulier.dubbel:
        formulier.add_error("wie", LIJKT_OP)
    return not formulier.dubbel


def _persoon(formulier, wie: str, treffers, *, door) -> dict:
    """Who it is about: somebody found, somebody new, a name to look up later, or nobody."""
    if wie == ANONIEM:
        return {"anoniem": True}
    if wie == KOPPELEN:
        return {"te_koppelen_naam": formulier.cleaned_data["zoek_naam"]}
    if wie != NIEUW:
        return {"inwoner": next(t.inwoner for t in treffers if str(t.pk) == wie)}
    velden = formulier.nieuwe_inwoner()
    if is_afgeschermd_bekend(**{naam: velden[naam] for naam in ("geslachtsnaam", "geboren", "bsn")}):
        namen = (velden["voornamen"] or velden["voorletters"], velden["voorvoegsel"], velden["geslachtsnaam"])
        return {"te_koppelen_naam": " ".join(deel for deel in namen if deel)}
    return {"inwoner": inwoner_registreren(door=door, **velden)}


def _wat_nu(contact: Contactmoment) -> str:
    """What happened, and what the caller may expect; the same words whether anything runs or not."""
    if contact.terugbellen_op is None:
        return "Contact doorgezet naar de administratie. Wij bellen niemand terug."
    dag = opmaak.datum_lang(contact.terugbellen_op)
    hoe = {Bereik.E_MAIL: "krijgt {} een e-mail", Bereik.BRIEF: "krijgt {} een brief"}.get(
        contact.bereik, "wordt {} teruggebeld"
    )
    wanneer = "vandaag nog" if contact.gevaar else f"uiterlijk {dag}"
    if contact.terugbellen_om and not contact.gevaar:
        wanneer = f"{dag} om {opmaak.tijd(contact.terugbellen_om)} uur"
    return f"Contact doorgezet. De beller {hoe.format(wanneer)}."


def _van_mij(request, vandaag) -> list[Contactmoment]:
    """What the reader wrote down today, newest first."""
    rijen = list(
        Contactmoment.objects.voor(request.lezer, vandaag)
        .filter(geregistreerd_door=request.lezer, geregistreerd_op=vandaag)
        .select_related("inwoner")
        .order_by("-geregistreerd_om", "pk")[:10]
    )
    for contact in rijen:
        if contact.inwoner:
            request.inzage.toon_inwoner(contact.inwoner)
    return rijen
