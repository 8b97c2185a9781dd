"""One besluit: the gate, the text beside what was recorded at the table, the remarks, the next step."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from beschikkingen.briefbouw import voorbeeld as voorbeeldbrief
from beschikkingen.forms.besluit import TEKSTEN, BesluitFormulier, OpmerkingFormulier, redenveld
from beschikkingen.models import Aanleiding, Besluit, Besluitreden
from beschikkingen.permissions import check_mag_schrijven, mag_schrijven, waarom_niet_aanvullen
from beschikkingen.poort import ontbreekt_voor_besluit, opmerkingen_van_inwoner
from beschikkingen.soorten import MET_ZIENSWIJZE
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.spoedbesluit_meedelen import wat_meedelen_weigert
from beschikkingen.wijzigingen import sinds_terugsturen
from toegang.brieven.basis import html_maken
from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.pdf import pdf_maken
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.verouderd import versie_uit
from toegang.verschillen import Verouderd as Vergelijking
from toegang.verschillen import Verschil
from toegang.views.document import pdf_antwoord
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from voorzieningen.regels import omvang_in_woorden
from wijkteams.models import Gespreksdeel
from wijkteams.regels import TREDEN

# Above and below the texts that stand beside what was recorded at the table.
KOPVELDEN = ("grond", "werking_op", "bedrag", "opzet")
VOETVELDEN = (
    "blijft_over", "motivering", "wat_gebeurt_nu", "wat_kan_wel", "zienswijze", "bijdrage_besproken", "regels",
)  # fmt: skip


@dataclass(frozen=True)
class Naastelkaar:
    """A rung as it was recorded, beside its text for the letter."""

    naam: str
    vastgelegd: tuple[str, ...]
    reden: Besluitreden
    veld: object = None


VERDER = (
    "redenen__bron_trede", "opmerkingen__gemaakt_door", "regelingen__indicatie__product",
    "regelingen__indicatie__aanbieder",
)  # fmt: skip


def ophalen(request, pk, *, recht: Recht | None = None):
    """The besluit with its zaak, for who may read the content."""
    besluit = (
        Besluit.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .select_related(
            "aanvraag", "bezwaar__besluit", "bezwaar__behandelaar", "ingebrekestelling", "volgt_op", "opgesteld_door",
            "voorbereider", "getoetst_door", "ondertekend_door__medewerker", "opgepakt_door", "sjabloon",
        )
        .get(pk=pk)
    )  # fmt: skip
    besluit.zaak = zaak_ophalen(request, besluit.zaak_id, laag=Laag.INHOUD, recht=recht)
    prefetch_related_objects([besluit], *VERDER)  # only for who may read on
    return besluit


@scherm("besluit", laag=Laag.INHOUD)
def besluit(request, pk):
    """Read by the team and by who claimed it; a POST keeps the draft."""
    gevonden = ophalen(request, pk)
    if request.method == "POST":
        check_mag_schrijven(request.lezer, gevonden)
    redenen = sorted(gevonden.redenen.all(), key=lambda r: (r.trede, r.pk))
    for reden in redenen:
        setattr(gevonden, redenveld(reden.pk), reden.tekst)
    formulier = BesluitFormulier(
        _met_keuzes(request.POST, gevonden) if request.method == "POST" else None,
        besluit=gevonden,
        redenen=redenen,
    )
    extra = {}
    if request.method == "POST" and formulier.is_valid():
        try:
            besluit_aanvullen(
                besluit_id=pk, door=request.lezer, versie=versie_uit(request), **formulier.velden()
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        except Verouderd as fout:
            extra = {"verouderd": _vergelijking(fout.huidig, gevonden, formulier)}
        else:
            messages.success(request, "Concept bewaard. Hieronder staat wat nog open is.")
            return redirect("beschikkingen:besluit", pk=pk)
    return TemplateResponse(
        request, "beschikkingen/besluit.html", _context(request, gevonden, formulier, redenen) | extra
    )


def _met_keuzes(post, huidig):
    """The POST after the choices of `_verouderd.html`: mine stays, theirs replaces it, or both in turn."""
    post = post.copy()
    for sleutel, keuze in list(post.items()):
        veld = sleutel.removeprefix("bewaar_")
        if veld == sleutel or keuze == "mijn" or not isinstance(getattr(huidig, veld, None), str):
            continue
        hun = getattr(huidig, veld)
        post[veld] = hun if keuze == "hun" else f"{hun}\n\n{post.get(veld, '')}"
    return post


def _vergelijking(nu, gelezen, formulier) -> Vergelijking:
    """What a colleague saved meanwhile, beside what was typed here."""
    laatste = nu.history.select_related("history_user").order_by("-history_id").first()
    verschillen = []
    for naam in formulier.tekstvelden:
        mijn, hun = formulier.cleaned_data[naam], getattr(gelezen, naam)
        if mijn.replace("\r\n", "\n") != hun:
            verschillen.append(
                Verschil(str(formulier.fields[naam].label), naam, mijn, hun, samen=naam != "uitkomst")
            )
    naam = laatste.history_user.naam if laatste and laatste.history_user else "Een collega"
    return Vergelijking(naam=naam, verschillen=verschillen)


def _context(request, besluit, formulier, redenen) -> dict:
    zaak, lezer = besluit.zaak, request.lezer
    punten = ontbreekt_voor_besluit(besluit, vandaag=timezone.localdate())
    open_ = [p for p in punten if not p.klaar]
    schrijft = mag_schrijven(lezer, besluit)
    spoed = besluit.aanleiding == Aanleiding.SPOED
    waarom_niet = waarom_niet_aanvullen(besluit)
    bewerkt = schrijft and not waarom_niet
    bij_mij = besluit.opgepakt_door == lezer
    return zaakcontext(request, zaak) | {
        "titel": f"Besluit {besluit.kenmerk}",
        "besluit": besluit,
        "formulier": formulier,
        "kopvelden": [formulier[n] for n in KOPVELDEN if n in formulier.fields],
        "voetvelden": [formulier[n] for n in VOETVELDEN if n in formulier.fields],
        "punten": punten,
        "gereed": len(punten) - len(open_),
        "bewerkt": bewerkt,
        "schrijft": schrijft,
        "waarom_niet": waarom_niet if schrijft and not bij_mij else "",
        "nog_niet": _nog_niet(len(open_), "ondertekenaar" if spoed else "toetser"),
        "spoed": spoed,
        "meedelen": spoed and schrijft and not wat_meedelen_weigert(besluit),
        "motiveren": spoed and schrijft and besluit.status == BesluitStatus.VERZONDEN,
        "horen": schrijft and besluit.uitkomst in MET_ZIENSWIJZE and not besluit.verzonden_op,
        "hulpregels": [
            (r, omvang_in_woorden(r.indicatie.volume, r.indicatie.eenheid, r.indicatie.frequentie))
            for r in besluit.geldende_regels()
        ],
        "gewijzigd": sinds_terugsturen(besluit) if not bewerkt else [],
        "toetst": bij_mij and besluit.wacht_op_toets,
        "terugsturen": bij_mij and besluit.status == BesluitStatus.TER_TOETSING,
        "tekent": bij_mij and besluit.status == BesluitStatus.TER_ONDERTEKENING,
        "terughalen": schrijft and besluit.status == BesluitStatus.ONDERTEKEND and not besluit.mondeling_om,
        "opmerkingen": sorted(
            besluit.opmerkingen.all(), key=lambda o: (o.gedaan_op is not None, o.gemaakt_op, o.pk)
        ),
        "opmerkingformulier": OpmerkingFormulier(besluit=besluit),
        "naast_elkaar": [_naast(formulier, r, bewerkt) for r in redenen],
        "gespreksdelen": Gespreksdeel.objects.voor(lezer, Recht.INHOUD_INZIEN)
        .filter(onderzoek__zaak=zaak)
        .order_by("leefgebied", "pk"),
        "opmerkingen_inwoner": opmerkingen_van_inwoner(besluit),
        "teksten": [
            SimpleNamespace(label=str(formulier.fields[n].label), tekst=getattr(besluit, n))
            for n in TEKSTEN
            if n in formulier.fields and getattr(besluit, n)
        ],
    }


def _nog_niet(aantal: int, wie: str) -> str:
    if not aantal:
        return ""
    return f"Nog niet naar de {wie}: {aantal} {'punt is' if aantal == 1 else 'punten zijn'} open."


def _naast(formulier, reden: Besluitreden, bewerkt: bool) -> Naastelkaar:
    bron = reden.bron_trede
    vastgelegd = (bron.wat_is_er, bron.wat_blijft_over, bron.nvt_omdat) if bron else ()
    return Naastelkaar(
        naam=f"Trede {reden.trede}: {TREDEN[reden.trede]}",
        vastgelegd=tuple(t for t in vastgelegd if t),
        reden=reden,
        veld=formulier[redenveld(reden.pk)] if bewerkt else None,
    )


@scherm("besluit_voorbeeld", laag=Laag.INHOUD, actie="downloaden")
def voorbeeld(request, pk):
    """The letter as it stands now, as PDF: without a date, with 'Concept' above it."""
    gevonden = ophalen(request, pk)
    vandaag = timezone.localdate()
    try:
        brief = voorbeeldbrief(gevonden, vandaag)
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
        return redirect("beschikkingen:besluit", pk=pk)
    pdf = pdf_maken(html_maken(brief), titel=brief.onderwerp, kenmerk=gevonden.kenmerk, gemaakt_op=vandaag)
    return pdf_antwoord(pdf, f"concept-{gevonden.kenmerk}.pdf")
