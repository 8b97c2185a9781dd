"""The leefzorgplan: goals as cards, actions, who takes part, the agreement."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang.formulier import fouten_overnemen
from toegang.models import Brief, Verouderd
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.tafelstand import Tafel, is_aan
from toegang.verouderd import versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms.plan import (
    ActieFormulier,
    AkkoordFormulier,
    DeelnemerFormulier,
    DoelFormulier,
    GeenDoelFormulier,
    OpstellenFormulier,
    VaststellenFormulier,
    vraag_in_woorden,
)
from wijkteams.models import ZrmScore
from wijkteams.permissions import waarom_niet_plannen
from wijkteams.planlezen import deel_van, plannen_van_huisgenoten, schrijfbare_zaken, zichtbare_delen
from wijkteams.regels import lage_scores_zonder_doel, ontbreekt_in_plan
from wijkteams.statussen import PlanStatus
from wijkteams.usecases.actie_toevoegen import actie_toevoegen
from wijkteams.usecases.akkoord_vastleggen import akkoord_vastleggen
from wijkteams.usecases.deelnemer_toevoegen import deelnemer_toevoegen
from wijkteams.usecases.doel_toevoegen import doel_toevoegen
from wijkteams.usecases.plan_op_papier import BRIEFSOORT, plan_op_papier
from wijkteams.usecases.plan_opstellen import plan_opstellen
from wijkteams.usecases.plan_vaststellen import EVALUATIE_NA, plan_vaststellen
from wijkteams.usecases.score_zonder_doel import score_zonder_doel

ICOON = {
    "inwoner": "mens",
    "netwerk": "mensen",
    "algemeen": "huis",
    "basishulp": "telefoon",
    "maatwerk": "ster",
}
VERANDERD = "Een collega heeft dit plan intussen gewijzigd. Lees het na en probeer het dan opnieuw."


@scherm("plan", laag=Laag.INHOUD, aan_tafel=Tafel.MAG)
def plan(request, pk):
    """Only the parts of zaken that this reader may see; a shielded one leaves no gap and no count.

    At the table only the part of this zaak: who looks along may not be the one that the other part is about.
    """
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    blad = Planblad(request, zaak)
    if request.method == "POST" and (antwoord := blad.uitvoeren()):
        return antwoord
    return TemplateResponse(request, "wijkteams/plan.html", {**zaakcontext(request, zaak), **blad.context()})


class Planblad:
    """The parts, the forms of the page and the one act that was posted."""

    def __init__(self, request, zaak):
        self.request, self.zaak, self.vandaag = request, zaak, timezone.localdate()
        self.act, _, self.van = request.POST.get("formuliernaam", "").partition("-")
        self.deel = deel_van(zaak)
        self.weigering = waarom_niet_plannen(zaak)
        self.fouten: list[tuple[str, str]] = []
        self.bladen, self.eigen, self.scores = [], None, []
        self.plannen, self.anderen = [], []
        self.aan_tafel = is_aan(request)
        if self.deel is None:
            if not self.weigering and not self.aan_tafel:
                self.plannen = plannen_van_huisgenoten(request.lezer, zaak, self.vandaag)
        else:
            self._lezen()
        self._formulieren()

    def _lezen(self) -> None:
        self.bladen = zichtbare_delen(self.request.lezer, self.deel.plan, self.zaak)
        if self.aan_tafel:
            self.bladen = self.bladen[:1]
        for blad in self.bladen:
            blad.wie = vraag_in_woorden(blad.zaak)
            if blad.zaak.pk != self.zaak.pk:
                self.request.inzage.toon_zaak(blad.zaak, laag=Laag.INHOUD, grond="leefzorgplan")
            for doel in blad.doelen:
                doel.lijst = sorted(doel.acties.all(), key=lambda a: (a.soort, a.omschrijving, str(a.pk)))
                for actie in doel.lijst:
                    actie.icoonnaam = ICOON[actie.soort]
        self.eigen = self.bladen[0]
        self.lopend = [d for d in self.eigen.doelen if d.beeindigd_op is None]
        self.scores = list(ZrmScore.objects.filter(onderzoek__zaak=self.zaak).order_by("domein"))
        self.laag = lage_scores_zonder_doel(self.scores, [d.leefgebied for d in self.lopend])
        if not self.weigering and not self.aan_tafel:
            self.anderen = schrijfbare_zaken(self.request.lezer, self.deel.plan, self.zaak)

    def _formulieren(self) -> None:
        """Each form of the page; the posted one holds what was typed. One of a row has the row's key as prefix."""
        morgen = self.vandaag + EVALUATIE_NA
        self.los = {
            "opstellen_formulier": self._maak(OpstellenFormulier, "opstellen", plannen=self.plannen),
            "doel_formulier": self._maak(DoelFormulier, "doel", ook_van=self.anderen),
            "deelnemer_formulier": self._maak(DeelnemerFormulier, "deelnemer"),
            "vaststellen_formulier": self._maak(
                VaststellenFormulier, "vaststellen", initial={"evaluatie_op": morgen}
            ),
        }
        rijen = []
        if self.eigen:
            for naam, soort, groep in (
                ("actie", ActieFormulier, self.lopend),
                ("akkoord", AkkoordFormulier, self.eigen.deelnemers),
                ("geendoel", GeenDoelFormulier, self.laag),
            ):
                for rij in groep:
                    rij.sleutel = str(rij.pk)
                    rij.formulier = self._maak(soort, naam, rij.sleutel)
                    rijen.append(rij.formulier)
        self.formulieren = [*self.los.values(), *rijen]

    def _maak(self, soort, naam, sleutel="", **anders):
        gepost = self.request.method == "POST" and self.act == naam and self.van == sleutel
        return soort(
            self.request.POST if gepost else None, self.request.FILES if gepost else None,
            prefix=f"{naam}-{sleutel}" if sleutel else naam, **anders,
        )  # fmt: skip

    def uitvoeren(self):
        """One use-case and the redirect; None when the page must be shown again with the errors."""
        formulier = next((f for f in self.formulieren if f.is_bound), None)
        doen = {"papier": self._papier}.get(self.act) or (formulier and getattr(self, f"_{self.act}", None))
        if doen is None or (formulier is not None and not formulier.is_valid()):
            return None
        try:
            zin = doen(formulier.cleaned_data if formulier else {})
        except (ValidationError, OngeldigeOvergang, Verouderd) as fout:
            self._weigeren(formulier, fout)
            return None
        messages.success(self.request, zin)
        return redirect("wijkteams:plan", self.zaak.pk)

    def _weigeren(self, formulier, fout) -> None:
        if isinstance(fout, Verouderd):
            fout = OngeldigeOvergang(VERANDERD)
        if formulier is None:
            zinnen = fout.messages if isinstance(fout, ValidationError) else [str(fout)]
            self.fouten = [("", zin) for zin in zinnen]
        else:
            fouten_overnemen(formulier, fout)

    @property
    def _vast(self) -> dict:
        if self.deel is None:
            raise OngeldigeOvergang("Er is nog geen plan. Ververs de pagina.")
        return {"zaak_id": self.zaak.pk, "door": self.request.lezer, "plan_id": self.deel.plan_id}

    @property
    def _rij(self) -> dict:
        return {k: w for k, w in self._vast.items() if k != "plan_id"}

    def _opstellen(self, _) -> str:
        samen = _uuid(self.los["opstellen_formulier"].plan())
        plan_opstellen(zaak_id=self.zaak.pk, door=self.request.lezer, vandaag=self.vandaag, samen_met=samen)
        return "Plan begonnen. Schrijf samen het eerste doel op."

    def _doel(self, data) -> str:
        doel_toevoegen(**self._vast, **data)
        return "Doel toegevoegd. Spreek nu af wie wat doet."

    def _actie(self, data) -> str:
        actie_toevoegen(**self._rij, doel_id=_uuid(self.van), **data)
        return "Actie toegevoegd."

    def _deelnemer(self, data) -> str:
        deelnemer_toevoegen(**self._vast, **data)
        return "Deelnemer toegevoegd. Leg het akkoord vast."

    def _akkoord(self, data) -> str:
        akkoord_vastleggen(
            **self._rij, deelnemer_id=_uuid(self.van), vandaag=self.vandaag, nu=timezone.now(), **data
        )
        return "Akkoord vastgelegd."

    def _geendoel(self, data) -> str:
        score_zonder_doel(**self._rij, score_id=_uuid(self.van), **data)
        return "Vastgelegd waarom er geen doel is."

    def _vaststellen(self, data) -> str:
        plan_vaststellen(**self._vast, vandaag=self.vandaag, versie=versie_uit(self.request), **data)
        return f"Plan afgesproken. U bekijkt het samen op {opmaak.datum_lang(data['evaluatie_op'])}."

    def _papier(self, _) -> str:
        plan_op_papier(**self._vast, vandaag=self.vandaag)
        return "Plan op papier klaargezet. Na een halve minuut staat de brief (PDF) op deze pagina."

    def context(self) -> dict:
        deel = self.deel
        basis = {
            "titel": "Plan", "deel": deel, "weigering": self.weigering, "formulieren": self.formulieren,
            "extra_fouten": self.fouten, **self.los,
        }  # fmt: skip
        if deel is None:
            return basis
        zonder = [d for d in self.lopend if not d.lijst]
        return basis | {
            "bladen": self.bladen, "eigen": self.eigen, "lopend": self.lopend, "lage_scores": self.laag,
            "gestopt": [d for d in self.eigen.doelen if d.beeindigd_op], "andere_bladen": self.bladen[1:],
            "vergelijk": [d for d in self.eigen.doelen if d.score_nu or d.laatste],
            "ontbreekt": ontbreekt_in_plan(self.scores, self.lopend, zonder, self.eigen.deelnemers),
            "afgesproken": deel.status == PlanStatus.VASTGESTELD, "brief": self._brief(),
        }  # fmt: skip

    def _brief(self):
        brieven = Brief.objects.filter(zaak=self.zaak, soort=BRIEFSOORT, bron_id=self.deel.pk)
        return brieven.order_by("-gevraagd_om").first()


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None
