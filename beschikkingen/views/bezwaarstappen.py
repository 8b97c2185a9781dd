"""Each act of the jurist on a bezwaar that he has: one page, one form, one use-case."""

import datetime
from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils import timezone

from beschikkingen.briefmeedelingen import klok_van
from beschikkingen.forms import bezwaar as vormen
from beschikkingen.models import Besluit, Bezwaar
from beschikkingen.usecases import bezwaar_behandelen as behandelen
from beschikkingen.usecases.besluit_op_bezwaar_opstellen import besluit_op_bezwaar_opstellen
from beschikkingen.usecases.bezwaar_ophalen import check_behandelt, check_open
from beschikkingen.views.bezwaar import ophalen
from beschikkingen.views.wegen import bladzijde
from toegang.formulier import fouten_overnemen
from toegang.models import TermijnSoort
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.termijn_opschorten import termijn_opschorten
from toegang.usecases.termijn_verlengen import termijn_verlengen


def _act(
    naam: str, titel: str, vorm, doen: Callable, klaar: str, *, knop: str = "Vastleggen", uitleg: str = ""
):
    """The page of one act of the jurist: `doen(request, bezwaar, gegevens)` calls the use-case."""

    @scherm(naam, laag=Laag.INHOUD)
    def view(request, pk):
        gevonden = ophalen(request, pk)
        check_behandelt(request.lezer, gevonden)
        weigering = ""
        try:
            check_open(gevonden)
        except OngeldigeOvergang as fout:
            weigering = str(fout)
        formulier = vorm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and formulier.is_valid():
            try:
                terug = doen(request, gevonden, formulier.cleaned_data)
            except (ValidationError, OngeldigeOvergang) as fout:
                fouten_overnemen(formulier, fout)
            else:
                messages.success(request, klaar)
                return (
                    redirect("beschikkingen:besluit", terug.pk)
                    if isinstance(terug, Besluit)
                    else redirect("beschikkingen:bezwaar", pk)
                )
        return bladzijde(
            request, gevonden.zaak, titel, formulier, knop, weigering=weigering, uitleg=(uitleg,) if uitleg else (),
            terug_adres="beschikkingen:bezwaar", terug_pk=pk,
        )  # fmt: skip

    view.__name__ = naam
    view.__doc__ = titel
    return view


def _met(doen: Callable, *, dag: bool = False) -> Callable:
    """A use-case that takes the fields of the form as they are."""

    def uitvoeren(request, bezwaar, gegevens):
        anders = {"vandaag": timezone.localdate()} if dag else {}
        return doen(bezwaar_id=bezwaar.pk, door=request.lezer, **anders, **gegevens)

    return uitvoeren


def _plannen(request, bezwaar, gegevens):
    om = timezone.make_aware(datetime.datetime.combine(gegevens["dag"], gegevens["tijd"]))
    return behandelen.hoorzitting_plannen(
        bezwaar_id=bezwaar.pk,
        door=request.lezer,
        vandaag=timezone.localdate(),
        om=om,
        plaats=gegevens["plaats"],
    )


def _klok(bezwaar: Bezwaar):
    klok = klok_van(bezwaar)
    if klok is None or klok.soort != TermijnSoort.BESLUIT_OP_BEZWAAR:
        raise OngeldigeOvergang("Er loopt geen termijn voor dit bezwaar.")
    return klok


def _herstel(request, bezwaar, gegevens):
    return termijn_opschorten(
        termijn_id=_klok(bezwaar).pk,
        grond="aanvulling",
        door=request.lezer,
        vandaag=timezone.localdate(),
        **gegevens,
    )


def _verdagen(request, bezwaar, gegevens):
    return termijn_verlengen(
        termijn_id=_klok(bezwaar).pk,
        grond="verdaging",
        door=request.lezer,
        vandaag=timezone.localdate(),
        **gegevens,
    )


verschoonbaar = _act(
    "bezwaar_verschoonbaar", "Te laat: kon de inwoner er iets aan doen?", vormen.VerschoonbaarFormulier,
    _met(behandelen.termijnoverschrijding_beoordelen), "Vastgelegd.", uitleg="Awb 6:11.",
)  # fmt: skip
herstel = _act(
    "bezwaar_herstel", "Om aanvulling vragen", vormen.HerstelFormulier, _herstel,
    "De brief wordt gemaakt. De termijn staat stil tot de inwoner aanvult.", knop="Brief laten maken",
    uitleg="Naam, adres, datum, om welk besluit het gaat, waarom, en een handtekening (Awb 6:5 en 6:6).",
)  # fmt: skip
verdagen = _act(
    "bezwaar_verdagen", "Besluit verdagen", vormen.VerdaagFormulier, _verdagen,
    "De brief wordt gemaakt. De termijn is verdaagd.", knop="Brief laten maken", uitleg="Dit kan een keer (Awb 7:10).",
)  # fmt: skip
commissie = _act(
    "bezwaar_commissie", "Commissie instellen", vormen.LeegFormulier, _met(behandelen.commissie_instellen, dag=True),
    "Er is een commissie. De termijn is nu twaalf weken.", knop="Commissie instellen", uitleg="Awb 7:13.",
)  # fmt: skip
hoorzitting = _act(
    "hoorzitting_plannen", "Uitnodigen om te vertellen", vormen.HoorzittingFormulier, _plannen,
    "De uitnodiging wordt gemaakt.", knop="Uitnodiging laten maken",
)  # fmt: skip
horen = _act(
    "bezwaar_horen", "Horen vastleggen", vormen.HorenFormulier, _met(behandelen.horen_vastleggen, dag=True),
    "Vastgelegd wat de inwoner vertelde.",
)  # fmt: skip
niet_horen = _act(
    "bezwaar_niet_horen", "Van horen afzien", vormen.NietHorenFormulier, _met(behandelen.van_horen_afzien),
    "Vastgelegd waarom de inwoner niet is gehoord.",
)  # fmt: skip
advies = _act(
    "bezwaar_advies", "Advies van de commissie", vormen.AdviesFormulier, _met(behandelen.advies_vastleggen, dag=True),
    "Advies vastgelegd.",
)  # fmt: skip
besluiten = _act(
    "bezwaar_besluit", "Besluit op het bezwaar", vormen.BezwaarbesluitFormulier,
    _met(besluit_op_bezwaar_opstellen, dag=True), "Besluit opgesteld. Hieronder staat wat nog open is.",
    knop="Besluit opstellen",
)  # fmt: skip
