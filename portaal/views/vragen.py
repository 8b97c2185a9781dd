"""My question: where it stands, and what a citizen can say about it."""

from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portaal.antwoorden import in_de_taal
from portaal.brieftitels import met_betekenis
from portaal.forms import (
    AndereAfspraakFormulier,
    NieuweVraagFormulier,
    PapierenFormulier,
    PersoonlijkPlanFormulier,
    TekstFormulier,
)
from portaal.models import Afspraak, Brief, Gevraagd, Hulp, Uitvraag, Verslag, VerzoekSoort, Vraag
from portaal.schermen import check_mag, pagina
from portaal.taken import wat_wij_missen
from portaal.views.indienen import formulierpagina, indienen
from portaal.views.overzicht import met_stappen
from portaal.woorden import omvang
from toegang.models import Vertegenwoordiger

Mag = Vertegenwoordiger.Mag


@require_safe
@pagina("vragen")
def vragen(request):
    rijen = Vraag.objects.voor(request.burger).order_by("-gemeld_op", "pk")
    return TemplateResponse(
        request, "portaal/vragen.html", {"vragen": met_stappen(rijen, timezone.localdate())}
    )


@require_safe
@pagina("vraag")
def vraag(request, pk):
    """The steps, appointments, verslag, help and letters of one question."""
    gevonden = Vraag.objects.voor(request.burger).get(pk=pk)
    [gevonden] = met_stappen([gevonden], timezone.localdate())
    gevraagd = list(Gevraagd.objects.voor(request.burger).filter(bron_id=pk).order_by("-gevraagd_om"))
    for g in gevraagd:
        g.antwoord = in_de_taal(g.antwoord)
    context = {
        "vraag": gevonden,
        "afspraken": Afspraak.objects.voor(request.burger).filter(vraag=pk).order_by("-om"),
        "verslagen": Verslag.objects.voor(request.burger).filter(vraag=pk).order_by("-nummer"),
        "hulp": met_omvang(Hulp.objects.voor(request.burger).filter(vraag=pk).order_by("vanaf_op", "pk")),
        "brieven": met_betekenis(
            Brief.objects.voor(request.burger).filter(vraag=pk).order_by("-verzonden_op", "pk")
        ),
        "gevraagd": gevraagd,
    }
    return TemplateResponse(request, "portaal/vraag.html", context)


def met_omvang(rijen) -> list[Hulp]:
    rijen = list(rijen)
    for h in rijen:
        h.omvang = omvang(h.volume, h.eenheid, h.frequentie)
    return rijen


@pagina("vraag_nieuw", mag=Mag.SPREKEN)
def nieuw(request):
    return formulierpagina(
        request, NieuweVraagFormulier, "portaal/formulier.html", soort=VerzoekSoort.NIEUWE_VRAAG,
        context={"titel": _("Stel een nieuwe vraag"), "knop": _("Vraag versturen")},
    )  # fmt: skip


@pagina("bericht", mag=Mag.SPREKEN)
def bericht(request, pk):
    gevonden = Vraag.objects.voor(request.burger).get(pk=pk)
    return formulierpagina(
        request, TekstFormulier, "portaal/formulier.html", soort=VerzoekSoort.VRAGEN, bron=gevonden,
        vraag=_("Wat wilt u vragen of zeggen?"),
        context={"titel": _("Stel een vraag over uw hulp"), "knop": _("Bericht versturen")},
    )  # fmt: skip


@pagina("veranderd", mag=Mag.SPREKEN)
def veranderd(request, pk):
    """What changed and matters for the help must be told (Wmo 2015 art. 2.3.8)."""
    gevonden = Vraag.objects.voor(request.burger).get(pk=pk)
    return formulierpagina(
        request, TekstFormulier, "portaal/formulier.html", soort=VerzoekSoort.WIJZIGING, bron=gevonden,
        vraag=_("Wat is er veranderd?"),
        hulp=_("Bijvoorbeeld: u gaat verhuizen, u hebt meer of minder hulp nodig, of iemand anders kan u nu helpen"),
        context={"titel": _("Er is iets veranderd"), "knop": _("Versturen")},
    )  # fmt: skip


@pagina("persoonlijk_plan", mag=Mag.SPREKEN)
def persoonlijk_plan(request, pk):
    gevonden = Vraag.objects.voor(request.burger).get(pk=pk)
    return formulierpagina(
        request, PersoonlijkPlanFormulier, "portaal/formulier.html", soort=VerzoekSoort.PERSOONLIJK_PLAN, bron=gevonden,
        context={"titel": _("Uw eigen plan"), "knop": _("Plan versturen"), "uitleg": _(
            "In uw plan schrijft u wat u nodig hebt. Wij gebruiken het als wij met u praten. Een plan hoeft niet."
        )},
    )  # fmt: skip


@pagina("papieren", mag=Mag.SPREKEN)
def papieren(request, pk):
    uitvraag = Uitvraag.objects.voor(request.burger).get(pk=pk)
    return formulierpagina(
        request, PapierenFormulier, "portaal/formulier.html", soort=VerzoekSoort.PAPIEREN, bron=uitvraag,
        context={"titel": _("Stuur ons uw papieren"), "knop": _("Papieren versturen"),
                 "uitleg": wat_wij_missen(uitvraag.wat), "uiterlijk": uitvraag.uiterlijk_op, "ander": True},
    )  # fmt: skip


@pagina("afspraak")
def afspraak(request, pk):
    """When, where, with whom; good, or another moment."""
    gevonden = Afspraak.objects.voor(request.burger).get(pk=pk)
    if request.method == "POST":
        check_mag(request.burger, Mag.SPREKEN)
    al = Gevraagd.objects.voor(request.burger).filter(bron_id=pk).order_by("-gevraagd_om").first()
    kan = gevonden.status == "gepland" and gevonden.om > timezone.now() and Mag.SPREKEN in request.burger.mag
    context = {"afspraak": gevonden, "al": al, "kan": kan, "titel": _("Uw afspraak")}
    return formulierpagina(
        request, AndereAfspraakFormulier, "portaal/afspraak.html", soort=VerzoekSoort.AFSPRAAK_ANDERS, bron=gevonden,
        context=context,
    )  # fmt: skip


@require_POST
@pagina("afspraak_goed", mag=Mag.SPREKEN)
def afspraak_goed(request, pk):
    gevonden = Afspraak.objects.voor(request.burger).get(pk=pk)
    return indienen(request, {}, soort=VerzoekSoort.AFSPRAAK_GOED, bron=gevonden)
