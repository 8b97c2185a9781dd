"""Letter templates: what is in use, who changed what, and a second person who approves. Shows no inwoner."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from beschikkingen.forms.sjabloon import OpmerkingBijSjabloon, RedenVanStoppen, SjabloonKeuze
from beschikkingen.models import Sjabloon
from beschikkingen.models.sjabloon import OPEN
from beschikkingen.permissions import SJABLOONROLLEN, check_mag_sjabloon_goedkeuren
from beschikkingen.sjabloondelen import in_woorden, ontbreekt_in_sjabloon
from beschikkingen.sjabloonvoorbeeld import voorbeeldbrief
from beschikkingen.statussen import SjabloonStatus
from beschikkingen.usecases.sjabloon_goedkeuren import sjabloon_goedkeuren
from beschikkingen.usecases.sjabloon_indienen import sjabloon_indienen
from beschikkingen.usecases.sjabloon_intrekken import sjabloon_intrekken
from beschikkingen.usecases.sjabloon_opstellen import sjabloon_opstellen
from beschikkingen.usecases.sjabloon_terugsturen import sjabloon_terugsturen
from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.verouderd import versie_uit

MENSEN = ("product", "opgesteld_door", "goedgekeurd_door", "vervangen_door")
OUDE = 50


def sjabloon_van(pk) -> Sjabloon:
    return Sjabloon.objects.select_related(*MENSEN).get(pk=pk)


@scherm("sjablonen", laag=Laag.TOEZICHT, rollen=SJABLOONROLLEN)
def sjablonen(request):
    """In the making, in use, and what was; a POST begins a new version."""
    formulier = SjabloonKeuze(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        product = formulier.cleaned_data["product"]
        try:
            nieuw = sjabloon_opstellen(
                door=request.lezer, vandaag=timezone.localdate(), uitkomst=formulier.cleaned_data["uitkomst"],
                product_id=product and product.pk,
            )  # fmt: skip
        except OngeldigeOvergang as fout:
            fouten_overnemen(formulier, fout)
        else:
            return redirect("beschikkingen:sjabloon_wijzigen", pk=nieuw.pk)
    rijen = list(Sjabloon.objects.select_related(*MENSEN).order_by("uitkomst", "product__naam", "-nummer"))
    context = {
        "formulier": formulier,
        "groepen": [
            ("open", "In de maak", [s for s in rijen if s.status in OPEN]),
            ("gebruik", "In gebruik", [s for s in rijen if s.status == SjabloonStatus.GOEDGEKEURD]),
            ("oud", "Niet meer in gebruik", [s for s in rijen if s.status == SjabloonStatus.VERVANGEN][:OUDE]),
        ],
    }  # fmt: skip
    return TemplateResponse(request, "beschikkingen/sjablonen.html", context)


@scherm("sjabloon", laag=Laag.TOEZICHT, rollen=SJABLOONROLLEN)
def sjabloon(request, pk):
    """One version: the letter of an invented person, what changed, and the next step."""
    gevonden = sjabloon_van(pk)
    opmerking = RedenVanStoppen if gevonden.status == SjabloonStatus.GOEDGEKEURD else OpmerkingBijSjabloon
    doe = request.POST.get("doe", "")
    formulier = opmerking(request.POST if doe in ("terugsturen", "stoppen") else None)
    if request.method == "POST":
        try:
            if antwoord := _doen(request, gevonden, doe, formulier):
                return antwoord
        except (ValidationError, OngeldigeOvergang) as fout:
            if not formulier.is_bound:  # a button without a text
                messages.error(request, " ".join(getattr(fout, "messages", [str(fout)])))
                return redirect("beschikkingen:sjabloon", pk=pk)
            fouten_overnemen(formulier, fout)
        except Verouderd:
            messages.error(request, "Deze versie is intussen gewijzigd. Lees haar hieronder opnieuw.")
            return redirect("beschikkingen:sjabloon", pk=pk)
    return TemplateResponse(request, "beschikkingen/sjabloon.html", _context(request, gevonden, formulier))


def _doen(request, s: Sjabloon, doe: str, formulier):
    """The act of one button; None when the form must be shown again."""
    wie = {"door": request.lezer, "vandaag": timezone.localdate()}
    if doe == "indienen":
        sjabloon_indienen(sjabloon_id=s.pk, versie=versie_uit(request), **wie)
        zin = "Aangeboden. Een collega leest deze versie en keurt haar goed of stuurt haar terug."
    elif doe == "goedkeuren":
        sjabloon_goedkeuren(sjabloon_id=s.pk, versie=versie_uit(request), **wie)
        zin = "Goedgekeurd. Nieuwe besluiten krijgen vanaf nu deze brief."
    elif doe in ("overnemen", "nieuw"):
        nieuw = sjabloon_opstellen(
            uitkomst=s.uitkomst, product_id=s.product_id, overnemen=doe == "overnemen", **wie
        )
        return redirect("beschikkingen:sjabloon_wijzigen", pk=nieuw.pk)
    elif doe == "terugsturen" and formulier.is_valid():
        sjabloon_terugsturen(sjabloon_id=s.pk, **wie, **formulier.cleaned_data)
        zin = "Teruggestuurd. Wie deze versie schreef, kan haar nu aanpassen."
    elif doe == "stoppen" and formulier.is_valid():
        sjabloon_intrekken(sjabloon_id=s.pk, reden=formulier.cleaned_data["opmerking"], **wie)
        zin = "Gestopt. Nieuwe besluiten krijgen de brief zonder sjabloon."
    else:
        return None
    messages.success(request, zin)
    return redirect("beschikkingen:sjabloon", pk=s.pk)


def _context(request, s: Sjabloon, formulier) -> dict:
    alle = Sjabloon.objects.van_soort(s.uitkomst, s.product_id)
    versies = list(alle.select_related("goedgekeurd_door").order_by("-nummer"))
    vorige = next((o for o in versies if o.nummer < s.nummer and o.goedgekeurd_op), None)
    concept, wacht = s.status == SjabloonStatus.CONCEPT, s.status == SjabloonStatus.TER_GOEDKEURING
    eigen = s.opgesteld_door == request.lezer
    return {
        "sjabloon": s,
        "naam": s.naam(s.product.naam if s.product else ""),
        "formulier": formulier,
        "brief": voorbeeldbrief(s.uitkomst, s.delen, product=s.product),
        "mist": ontbreekt_in_sjabloon(s.uitkomst, s.delen) if concept else [],
        "vorige": vorige,
        "was": in_woorden(vorige.delen, vorige.regels) if vorige else "",
        "nu": in_woorden(s.delen, s.regels),
        "schrijft": concept and eigen,
        "overnemen": concept and not eigen,
        "wacht": wacht,
        "terughalen": wacht and eigen,
        "weigering": _weigering(request.lezer, s) if wacht else "",
        "in_gebruik": s.status == SjabloonStatus.GOEDGEKEURD,
        "nieuw": not any(v.status in OPEN for v in versies),
        "versies": [v for v in versies if v.pk != s.pk][:OUDE],
        "historie": s.history.select_related("history_user").order_by("-history_id")[:OUDE],
    }  # fmt: skip


def _weigering(lezer, s: Sjabloon) -> str:
    try:
        check_mag_sjabloon_goedkeuren(lezer, s)
    except PermissionDenied as fout:
        return str(fout)
    return ""
