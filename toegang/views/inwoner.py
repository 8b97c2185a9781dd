"""The page of a person, and what can be changed on it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang.brp_client import staat_aan
from toegang.forms import inwoner as f
from toegang.models import Relatie, Toestemming, Verouderd, Vertegenwoordiger
from toegang.permissions import MAG_BRP
from toegang.personen import inwoners_voor, persoonsrecht, samengevoegd_met, van_wie
from toegang.persoonspagina import adres, persoonspagina
from toegang.postcodes import ANDERE_GEMEENTE, van_ons
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.inwoner_wijzigen import BRP_WEET_HET, inwoner_wijzigen
from toegang.usecases.relatie_vastleggen import relatie_beeindigen, relatie_vastleggen
from toegang.usecases.toestemming_vastleggen import toestemming_geven, toestemming_intrekken
from toegang.usecases.vertegenwoordiger_vastleggen import (
    vertegenwoordiger_beeindigen,
    vertegenwoordiger_vastleggen,
)
from toegang.verouderd import verouderd_voor, versie_uit
from toegang.views.document import bestand_antwoord

SJABLOON = "toegang/inwoner_formulier.html"


def ophalen(request, pk, *, schrijven: bool = False):
    """The person for this reader, written down; invisible is 404, not allowed to write is 403."""
    inwoner = inwoners_voor(request.lezer).get(pk=pk)
    recht = persoonsrecht(request.lezer, inwoner)
    dossier = recht.zaken[0].dossier_id if recht.zaken else None
    request.inzage.toon(inwoner=inwoner.pk, dossier=dossier, laag=Laag.GEVOELIG if recht.gevoelig else None)
    if schrijven:
        recht.check_wijzigen()
    return inwoner, recht


def kop(inwoner, recht, vandaag) -> dict:
    """What stands on top of every page of a person."""
    return {
        "inwoner": inwoner, "vandaag": vandaag, "adres": adres(inwoner, recht), "recht": recht,
        "geboren": opmaak.onvolledige_datum(inwoner.geboren), "naam": inwoner.naam.weergave(),
    }  # fmt: skip


@scherm("inwoner", laag=Laag.PROCES)
def inwoner(request, pk):
    """Who it is, how to reach, who lives there, who acts, and for what there is consent."""
    vandaag = timezone.localdate()
    if blijft := samengevoegd_met(request.lezer, pk):
        return redirect("toegang:inwoner", blijft)
    gevonden, recht = ophalen(request, pk)
    pagina = persoonspagina(request.lezer, gevonden, recht, vandaag)
    for huisgenoot in pagina.huisgenoten:
        request.inzage.toon_inwoner(huisgenoot.inwoner)
    context = {
        **kop(gevonden, recht, vandaag), "titel": gevonden.naam.weergave(), "pagina": pagina,
        "administratie": request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE),
        "mag_brp": staat_aan() and bool(recht.zaken) and request.lezer.rechten.heeft_rol(*MAG_BRP),
    }  # fmt: skip
    return TemplateResponse(request, "toegang/inwoner.html", context)


@scherm("inwoner_wijzigen", laag=Laag.PROCES)
def wijzigen(request, pk):
    """Telephone, wishes and safety."""
    gevonden, recht = ophalen(request, pk, schrijven=True)
    formulier = f.BereikFormulier(
        request.POST or None, gevoelig=recht.gevoelig, initial=f.BereikFormulier.beginwaarden(gevonden)
    )
    extra = {"titel": "Bereikbaarheid en veiligheid", "knop_tekst": "Bewaren", "versie": gevonden.versie}
    return _wijzigen(request, gevonden, recht, formulier, extra, lambda: formulier.cleaned_data)


@scherm("inwoner_naam", laag=Laag.PROCES)
def naam_wijzigen(request, pk):
    """Name and address of who is not in the BRP."""
    gevonden, recht = ophalen(request, pk, schrijven=True)
    formulier = f.NaamFormulier(request.POST or None, initial=f.NaamFormulier.beginwaarden(gevonden))
    extra = {"titel": "Naam en adres", "knop_tekst": "Bewaren", "versie": gevonden.versie}
    if gevonden.bron == "brp":
        extra["weigering"] = BRP_WEET_HET
    elif gevonden.geheim and not recht.gevoelig:
        extra["weigering"] = "Het adres is geheim. De regisseur kan deze gegevens wijzigen."
    return _wijzigen(request, gevonden, recht, formulier, extra, lambda: formulier.velden())


def _wijzigen(request, gevonden, recht, formulier, extra, velden):
    vandaag = timezone.localdate()
    context = kop(gevonden, recht, vandaag) | extra | {"formulier": formulier}
    if request.method == "POST" and not extra.get("weigering") and formulier.is_valid():
        try:
            bewaard = inwoner_wijzigen(
                inwoner_id=gevonden.pk,
                door=request.lezer,
                vandaag=vandaag,
                versie=versie_uit(request),
                **velden(),
            )
        except Verouderd as fout:
            namen = tuple(n for n in formulier.fields if n != "veilig_adres")
            context |= {
                "verouderd": verouderd_voor(fout.huidig, formulier, namen),
                "versie": fout.huidig.versie,
            }
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            ver = bewaard.postcode and "postcode" in formulier.fields and not van_ons(bewaard.postcode)
            waar = f" {ANDERE_GEMEENTE.format(opmaak.postcode(bewaard.postcode))}" if ver else ""
            messages.success(request, f"De gegevens zijn bewaard.{waar}")
            return redirect("toegang:inwoner", gevonden.pk)
    return TemplateResponse(request, SJABLOON, context)


def _vastleggen(request, pk, formulier, titel: str, knop: str, doen, gelukt: str, uitleg: str = ""):
    """A form of a person that makes one row."""
    gevonden, recht = ophalen(request, pk, schrijven=True)
    if request.method == "POST" and formulier.is_valid():
        try:
            doen(**formulier.cleaned_data)
        except ValidationError as fout:
            formulier.add_error(None, fout)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, gelukt)
            return redirect("toegang:inwoner", pk)
    context = {"titel": titel, "knop_tekst": knop, "formulier": formulier, "uitleg": uitleg, "versie": None}
    return TemplateResponse(request, SJABLOON, kop(gevonden, recht, timezone.localdate()) | context)


@scherm("relatie_toevoegen", laag=Laag.PROCES)
def relatie_toevoegen(request, pk):
    """Somebody around this person, by name."""
    return _vastleggen(
        request, pk, f.RelatieFormulier(request.POST or None), "Iemand toevoegen", "Toevoegen",
        lambda **c: relatie_vastleggen(inwoner_id=pk, door=request.lezer, **c), "Toegevoegd.",
    )  # fmt: skip


@scherm("vertegenwoordiger_toevoegen", laag=Laag.PROCES)
def vertegenwoordiger_toevoegen(request, pk):
    """Who acts, with the proof that was seen; whose BSN was named is written in the read log too."""

    def vastleggen(**velden):
        v = vertegenwoordiger_vastleggen(
            inwoner_id=pk, door=request.lezer, vandaag=timezone.localdate(), nu=timezone.now(), **velden
        )
        if v.verwant_id:
            request.inzage.toon(inwoner=v.verwant_id, laag=Laag.CONTACT)

    return _vastleggen(
        request, pk, f.VertegenwoordigerFormulier(request.POST or None, request.FILES or None),
        "Vertegenwoordiger vastleggen", "Vastleggen", vastleggen,
        "De vertegenwoordiger is vastgelegd. Brieven die nog niet weg zijn, gaan mee.",
    )  # fmt: skip


@scherm("vertegenwoordiger_bewijs", laag=Laag.PROCES, actie="downloaden")
def vertegenwoordiger_bewijs(request, pk):
    """The scan of the proof, for who may write on the page of this person."""
    rij = van_wie(Vertegenwoordiger, pk)
    ophalen(request, rij.inwoner_id, schrijven=True)
    if rij.bewijs_document is None:
        raise Http404
    return bestand_antwoord(rij.bewijs_document, f"bewijs-{rij.soort}")


@scherm("toestemming_geven", laag=Laag.PROCES)
def toestemming(request, pk):
    """Write down a consent: from which law, for which, and for what purpose."""
    return _vastleggen(
        request, pk, f.ToestemmingFormulier(request.POST or None), "Toestemming vastleggen", "Toestemming vastleggen",
        lambda **c: toestemming_geven(inwoner_id=pk, door=request.lezer, nu=timezone.now(), **c),
        "De toestemming is vastgelegd. De regisseur kan de gegevens nu lezen. De inwoner kan dit altijd intrekken.",
        uitleg="Leg uit waarvoor u de gegevens wilt gebruiken, en dat nee zeggen mag (Wmo 2015, artikel 5.1.1 lid 4).",
    )  # fmt: skip


@scherm("relatie_beeindigen", laag=Laag.PROCES)
def relatie_einde(request, pk):
    """It is over from a day."""
    return _einde(request, Relatie, pk, "Relatie beëindigen",
                  lambda tot_op: relatie_beeindigen(relatie_id=pk, tot_op=tot_op, door=request.lezer))  # fmt: skip


@scherm("vertegenwoordiger_beeindigen", laag=Laag.PROCES)
def vertegenwoordiger_einde(request, pk):
    """From a day on not any more."""
    return _einde(
        request, Vertegenwoordiger, pk, "Vertegenwoordiging beëindigen",
        lambda tot_op: vertegenwoordiger_beeindigen(
            vertegenwoordiger_id=pk, tot_op=tot_op, door=request.lezer, vandaag=timezone.localdate()
        ),
    )  # fmt: skip


def _einde(request, model, pk, titel: str, doen):
    rij = van_wie(model, pk)
    return _vastleggen(
        request, rij.inwoner_id, f.EindeFormulier(request.POST or None), titel, "Beëindigen", doen,
        "Beëindigd. Wat er was, blijft in de historie staan.", uitleg=getattr(rij, "naam", ""),
    )  # fmt: skip


@scherm("toestemming_intrekken", laag=Laag.PROCES)
def toestemming_einde(request, pk):
    """At once: nothing is read across any more."""
    rij = van_wie(Toestemming, pk)
    ophalen(request, rij.inwoner_id, schrijven=True)
    if request.method == "POST":
        try:
            toestemming_intrekken(toestemming_id=pk, door=request.lezer, nu=timezone.now())
        except OngeldigeOvergang as fout:
            messages.error(request, str(fout))
        else:
            messages.success(request, "De toestemming is ingetrokken. De gegevens zijn niet meer te lezen.")
    return redirect("toegang:inwoner", rij.inwoner_id)
