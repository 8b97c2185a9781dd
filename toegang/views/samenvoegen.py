"""Two rows that are one person: look for the double, compare, join; and take a wrong join apart."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang import velden as v
from toegang.forms.contact import Zoekvelden
from toegang.formulier import Formulier
from toegang.personen import samengevoegd_met, samenvoeging_van
from toegang.persoonspagina import adres
from toegang.rechten import Laag, Rol
from toegang.samenvoegen import gezamenlijke_wensen
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.inwoners_samenvoegen import ANDERSOM, inwoners_samenvoegen, weigering
from toegang.usecases.samenvoeging_herstellen import samenvoeging_herstellen
from toegang.usecases.samenvoeging_melden import samenvoeging_gezien, te_lezen
from toegang.veilig_contact import waarheen
from toegang.views.inwoner import kop, ophalen
from toegang.views.zoekvelden import zoeken_met, zoekvelden_van
from toegang.zoeken import inwoners_zoeken

AL_SAMEN = "Deze twee zijn intussen samengevoegd. U ziet de persoon die bleef."


class SamenvoegFormulier(Formulier):
    reden = v.TekstVeld(label="Waaraan ziet u dat het dezelfde persoon is?", max_length=250)


class HerstelFormulier(Formulier):
    reden = v.TekstVeld(label="Waaraan ziet u dat het twee mensen zijn?", max_length=250)


@scherm("inwoner_dubbel", laag=Laag.CONTACT, rollen=(Rol.ADMINISTRATIE,), actie="zoeken")
def dubbel(request, pk):
    """Who looks like this person: found by name and birth date at first, or by what is typed."""
    gevonden, recht = ophalen(request, pk)
    zoekt = request.method == "POST"
    velden = zoekvelden_van(request) if zoekt else Zoekvelden()
    if zoekt:
        resultaat = zoeken_met(request, velden)
    else:
        resultaat = inwoners_zoeken(
            lezer=request.lezer, naam=gevonden.geslachtsnaam, geboren=gevonden.geboren
        )
        for treffer in resultaat.treffers:
            request.inzage.toon_inwoner(treffer.inwoner)
    treffers = [t for t in resultaat.treffers if t.pk != gevonden.pk] if resultaat else []
    context = {
        "titel": "Zoek de dubbele persoon",
        "zoekformulier": velden,
        "formulier": velden,
        "treffers": treffers,
        "gezocht": True,
        "niets_gevraagd": zoekt and resultaat is None and not velden.errors,
    }
    return TemplateResponse(
        request, "toegang/inwoner_dubbel.html", kop(gevonden, recht, timezone.localdate()) | context
    )


@scherm("inwoner_samenvoegen", laag=Laag.PROCES, rollen=(Rol.ADMINISTRATIE,))
def samenvoegen(request, pk, ander):
    """Controleer en voeg samen: side by side, with what the one who stays takes over."""
    if nu_een := _al_samengevoegd(request, pk, ander):
        messages.warning(request, AL_SAMEN)
        return redirect("toegang:inwoner", nu_een)
    blijft, recht = ophalen(request, pk)
    verdwijnt, recht_ander = ophalen(request, ander)
    waarom_niet = weigering(blijft, verdwijnt)
    formulier = SamenvoegFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            inwoners_samenvoegen(
                verdwijnt_id=ander,
                blijft_id=pk,
                door=request.lezer,
                nu=timezone.now(),
                **formulier.cleaned_data,
            )
        except ValidationError as fout:
            formulier.add_error(None, fout)
        except OngeldigeOvergang as fout:
            messages.warning(request, str(fout))
            return redirect("toegang:inwoner", pk)
        else:
            messages.success(
                request, "De twee zijn samengevoegd. Wie eraan werkt, krijgt een taak om het na te kijken."
            )
            return redirect("toegang:inwoner", pk)
    context = {
        "titel": "Controleer en voeg samen", "formulier": formulier, "verdwijnt": verdwijnt,
        "weigering": waarom_niet, "andersom": waarom_niet == ANDERSOM,
        "regels": _vergelijken(blijft, recht, verdwijnt, recht_ander),
        "mee": bool(gezamenlijke_wensen(blijft, verdwijnt)),
    }  # fmt: skip
    return TemplateResponse(
        request, "toegang/inwoner_samenvoegen.html", kop(blijft, recht, timezone.localdate()) | context
    )


def _al_samengevoegd(request, *pks):
    """The one that stays, when a colleague joined one of these meanwhile."""
    return next((blijft for pk in pks if (blijft := samengevoegd_met(request.lezer, pk))), None)


def _vergelijken(blijft, recht, verdwijnt, recht_ander) -> list[tuple[str, str, str, bool]]:
    """(what, of the one who stays, of the double, differs)."""
    twee = ((blijft, recht), (verdwijnt, recht_ander))
    regels = [
        ("Naam", *(i.naam.weergave() for i, _ in twee)),
        ("Voornamen", *(i.voornamen or "onbekend" for i, _ in twee)),
        ("Geboren", *(opmaak.onvolledige_datum(i.geboren) for i, _ in twee)),
        ("Adres", *(adres(i, r) for i, r in twee)),
        ("Telefoon", *(i.telefoon or "geen" for i, _ in twee)),
        ("Veilig contact", *(waarheen(i).let_op or "geen afspraak" for i, _ in twee)),
        ("BSN", *("bekend" if i.bsn_index else "niet bekend" for i, _ in twee)),
        ("Uit de BRP", *("ja" if i.bron == "brp" else "nee" for i, _ in twee)),
        ("Dossier", *(opmaak.aantal(len(r.zaken), "zaak,zaken") if r.zaken else "geen" for _, r in twee)),
    ]
    return [(wat, a, b, a != b) for wat, a, b in regels]


@scherm("samenvoeging", laag=Laag.PROCES)
def samenvoeging(request, pk):
    """What was joined, by whom and why; who was told says that he checked it."""
    rij, gevonden, recht = _samenvoeging(request, pk)
    if request.method == "POST":
        samenvoeging_gezien(samenvoeging_id=pk, door=request.lezer)
        messages.success(request, "Dank u wel. De taak is klaar.")
        return redirect("toegang:mijn_werk")
    context = {
        "titel": "Samenvoeging", "samenvoeging": rij, "te_lezen": te_lezen(pk, door=request.lezer).exists(),
        "aantal": sum(len(pks) for plek, pks in rij.verplaatst.items() if plek.count(".") == 2),
        "administratie": request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE),
    }  # fmt: skip
    return TemplateResponse(
        request, "toegang/samenvoeging.html", kop(gevonden, recht, timezone.localdate()) | context
    )


@scherm("samenvoeging_herstellen", laag=Laag.PROCES, rollen=(Rol.ADMINISTRATIE,))
def herstellen(request, pk):
    """Take it apart: what moved goes back, what came since stays with the one who stayed."""
    rij, gevonden, recht = _samenvoeging(request, pk)
    formulier = HerstelFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            samenvoeging_herstellen(
                samenvoeging_id=pk, door=request.lezer, nu=timezone.now(), **formulier.cleaned_data
            )
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            messages.success(
                request, "De twee personen staan weer apart. Kijk na of wat er sindsdien bijkwam, goed staat."
            )
            return redirect("toegang:inwoner", gevonden.pk)
    context = {
        "titel": "Controleer en haal uit elkaar", "formulier": formulier, "versie": None,
        "knop_tekst": "Uit elkaar halen",
        "weigering": "Deze samenvoeging is al hersteld." if rij.hersteld_om else "",
        "uitleg": f"Samengevoegd op {opmaak.moment(timezone.localtime(rij.om))} door {rij.door.naam}: {rij.reden}."
        " Alles wat toen meeging, gaat terug. Wat er daarna bijkwam, blijft waar het nu staat.",
    }  # fmt: skip
    return TemplateResponse(
        request, "toegang/inwoner_formulier.html", kop(gevonden, recht, timezone.localdate()) | context
    )


def _samenvoeging(request, pk):
    """For who may open the person that stays, or since a repair the other."""
    rij, wie = samenvoeging_van(request.lezer, pk)
    gevonden, recht = ophalen(request, wie)
    return rij, gevonden, recht
