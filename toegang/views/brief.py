"""A letter: where it stands, its PDF, and the moment it was handed over."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Brief
from toegang.models.verzending import in_verzending
from toegang.opmaak import datum_lang
from toegang.permissions import check_rol, mag_brief_lezen, mag_terugpost_afdoen, waarom_niet_verzenden
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.usecases.brief_opnieuw_maken import brief_opnieuw_maken
from toegang.usecases.brief_teruggekomen import wat_terugkomen_weigert
from toegang.usecases.brief_verzenden import IN_VERZENDING, BriefOpnieuwMaken, brief_verzenden
from toegang.veilig_contact import waarheen
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


class VerzendFormulier(Formulier):
    """The day on which the post was handed over."""

    verzonden_op = v.DatumVeld(
        label="Op welke dag is de brief aangeboden?", help_text="Bijvoorbeeld 23-11-2026"
    )

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["verzonden_op"].niet_na = vandaag


def _ophalen(request, pk):
    """The letter with its zaak, for who may see that it exists."""
    brief = (
        Brief.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .select_related("document", "verzonden_door")
        .annotate(in_stapel=in_verzending())
        .get(pk=pk)
    )
    return brief, zaak_ophalen(request, brief.zaak_id)


def _context(request, brief, zaak) -> dict:
    waarom_niet = waarom_niet_verzenden(request.lezer, zaak, brief)
    if waarom_niet is None and brief.in_stapel:
        waarom_niet = IN_VERZENDING
    mag_lezen = mag_brief_lezen(request.lezer, zaak, brief)
    return {
        **zaakcontext(request, zaak),
        "titel": "Brief",
        "brief": brief,
        "mag_lezen": mag_lezen,
        "document": brief.document if mag_lezen else None,
        "mag_terug": request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE) and not wat_terugkomen_weigert(brief),
        "mag_afdoen": brief.is_terug and mag_terugpost_afdoen(request.lezer, zaak),
        "aangehouden": waarheen(zaak.dossier.inwoner).weigering,
        "verzenden": waarom_niet is None,
        "waarom_niet": waarom_niet,
        "opnieuw": brief.is_mislukt
        and (request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE) or zaak.mag(Recht.INHOUD_BEWERKEN)),
    }


@scherm("brief", laag=Laag.PROCES)
def brief(request, pk):
    """Status, PDF, what is next."""
    gevonden, zaak = _ophalen(request, pk)
    return TemplateResponse(request, "toegang/brief.html", _context(request, gevonden, zaak))


@scherm("brief_verzenden", laag=Laag.UITVOERING)
def verzenden(request, pk):
    """Controleer en verstuur: it cannot be undone."""
    gevonden, zaak = _ophalen(request, pk)
    check_rol(request.lezer, Rol.ADMINISTRATIE)
    context = _context(request, gevonden, zaak)
    formulier = VerzendFormulier(request.POST or None, vandaag=context["vandaag"])
    if request.method == "POST" and formulier.is_valid():
        dag = formulier.cleaned_data["verzonden_op"]
        try:
            brief_verzenden(brief_id=pk, door=request.lezer, vandaag=timezone.localdate(), verzonden_op=dag)
            messages.success(request, f"De brief is verzonden op {datum_lang(dag)}.")
            return redirect("toegang:brief", pk=pk)
        except BriefOpnieuwMaken as fout:
            messages.warning(request, str(fout))
            return redirect("toegang:brief", pk=pk)
        except ValidationError as fout:
            formulier.add_error("verzonden_op", fout)
    context |= {"formulier": formulier, "titel": "Controleer en verstuur"}
    return TemplateResponse(request, "toegang/brief_verzenden.html", context)


@scherm("brief_opnieuw", laag=Laag.PROCES)
def opnieuw(request, pk):
    """Give a letter that failed all its tries again."""
    if request.method == "POST":
        brief_opnieuw_maken(brief_id=pk, door=request.lezer)
        messages.success(request, "Wij maken de brief opnieuw. Dat duurt meestal minder dan een minuut.")
    return redirect("toegang:brief", pk=pk)
