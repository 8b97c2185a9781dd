"""The forms of the leefzorgplan."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Leefgebied
from wijkteams.models import Actie, Deelnemer, Doel, Doeloordeel, ZrmScore


class OpstellenFormulier(Formulier):
    """Only asked when somebody in the household has a plan."""

    samen_met = v.KeuzeVeld(
        label="Met wie maakt u dit plan?", vraag="Kies of dit een eigen plan wordt",
        help_text="In een plan van het huishouden ziet ieder alleen de doelen van vragen die hij mag zien",
    )  # fmt: skip

    def __init__(self, *args, plannen=(), **kwargs):
        super().__init__(*args, **kwargs)
        if not plannen:
            del self.fields["samen_met"]
            return
        namen = [
            (str(plan.pk), "Samen met het plan van " + ", ".join(_wie(zaken))) for plan, zaken in plannen
        ]
        self.fields["samen_met"].choices = [("geen", "Een eigen plan"), *namen]

    def plan(self) -> str:
        """The chosen plan, or ''."""
        keuze = self.cleaned_data.get("samen_met", "")
        return "" if keuze == "geen" else keuze


def _wie(zaken) -> list[str]:
    return list(dict.fromkeys(z.dossier.inwoner.naam.weergave() for z in zaken))


class DoelFormulier(Formulier):
    leefgebied = v.KeuzeVeld(
        label="Waar gaat het over?",
        choices=Leefgebied.choices,
        widget=forms.Select,
        vraag="Kies waar het over gaat",
    )
    ik_wil = v.TekstVeld(
        label="Ik wil …",
        max_length=300,
        help_text="In de woorden van de inwoner",
        vraag="Schrijf op wat de inwoner wil",
    )
    score_nu = v.GetalVeld(label="Zelfredzaamheid nu", minstens=1, hoogstens=5, required=False)
    score_straks = v.GetalVeld(label="Zelfredzaamheid straks", minstens=1, hoogstens=5, required=False)
    uiterlijk_op = v.DatumVeld(label="Wanneer moet dat zo zijn?", vraag="Vul een datum in")
    ook_van = v.MeerkeuzeVeld(
        label="Is dit ook een doel van een andere vraag in dit plan?", required=False,
        help_text="Wie die vraag mag zien, ziet dan ook dit doel",
    )  # fmt: skip

    def __init__(self, *args, ook_van=(), **kwargs):
        super().__init__(*args, **kwargs)
        if not ook_van:
            del self.fields["ook_van"]
            return
        self.fields["ook_van"].choices = [(str(z.pk), vraag_in_woorden(z)) for z in ook_van]


def vraag_in_woorden(zaak) -> str:
    """Whose question this is, and about what."""
    return f"{zaak.dossier.inwoner.naam.weergave()}: {zaak.get_onderwerp_display().lower()} ({zaak.get_wet_display()})"


class ActieFormulier(Formulier):
    soort = v.KeuzeVeld(label="Wie doet het?", choices=Actie.Soort.choices, vraag="Kies wie het doet")
    omschrijving = v.TekstVeld(
        label="Wat gaat er gebeuren?", max_length=300, vraag="Schrijf op wat er gaat gebeuren"
    )
    wie = v.TekstVeld(label="Naam", required=False)
    uiterlijk_op = v.DatumVeld(label="Wanneer?", required=False)


class DeelnemerFormulier(Formulier):
    naam = v.TekstVeld(label="Naam")
    rol = v.TekstVeld(
        label="Wie is dat?", max_length=100, help_text="Bijvoorbeeld dochter", vraag="Schrijf op wie dat is"
    )


class AkkoordFormulier(Formulier):
    akkoord_op = v.DatumVeld(label="Akkoord op", vraag="Vul in op welke dag")
    wijze = v.KeuzeVeld(
        label="Hoe?",
        choices=Deelnemer._meta.get_field("akkoord_wijze").choices,
        vraag="Kies hoe het akkoord kwam",
    )
    bestand = v.BestandVeld(label="Scan of foto van het getekende blad", required=False)


class GeenDoelFormulier(Formulier):
    geen_doel_omdat = v.TekstVeld(
        label="Waarom is er geen doel?", max_length=300, vraag="Schrijf waarom er geen doel is"
    )


class VaststellenFormulier(Formulier):
    evaluatie_op = v.DatumVeld(
        label="Wanneer bekijken wij het plan samen?", vraag="Vul in wanneer u het plan bekijkt"
    )


class EvaluatieFormulier(Formulier):
    """Who looked at it when, and for each goal how it is now and one decision."""

    gehouden_op = v.DatumVeld(
        label="Wanneer hebt u het plan samen bekeken?", vraag="Vul in wanneer u het plan bekeek"
    )
    aanwezigen = v.TekstVeld(label="Wie waren erbij?", max_length=300, vraag="Schrijf op wie erbij waren")
    volgende_op = v.DatumVeld(
        label="Wanneer bekijkt u het plan weer samen?", required=False,
        help_text="Niet nodig als alle doelen stoppen",
    )  # fmt: skip

    def __init__(self, *args, doelen=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.doelen = list(doelen)
        niveaus = [(str(n.value), f"{n.value} {n.label}") for n in ZrmScore.Niveau if n]
        for doel in self.doelen:
            self.fields[f"score_{doel.pk}"] = v.KeuzeVeld(
                label="Hoe is het nu?", choices=niveaus, required=doel.score_nu is not None,
                vraag=f"Vul in hoe het nu is, bij het doel '{doel.ik_wil}'",
            )  # fmt: skip
            self.fields[f"besluit_{doel.pk}"] = v.KeuzeVeld(
                label="Wat gebeurt er met dit doel?", choices=Doeloordeel.Besluit.choices,
                vraag=f"Kies wat er gebeurt met het doel '{doel.ik_wil}'",
            )  # fmt: skip
            self.fields[f"toelichting_{doel.pk}"] = v.LangeTekstVeld(
                label="Waarom?", required=False, rows=3, help_text="Niet nodig bij Doorgaan zoals nu"
            )
        self.order_fields(
            [
                "gehouden_op",
                "aanwezigen",
                *(n for n in self.fields if n.partition("_")[0] in ("score", "besluit", "toelichting")),
                "volgende_op",
            ]
        )
        for naam, veld in self.fields.items():
            self._zinnen(naam, veld)

    def kaarten(self):
        """A goal with its three fields."""
        for doel in self.doelen:
            yield doel, [self[f"{naam}_{doel.pk}"] for naam in ("score", "besluit", "toelichting")]

    def oordelen(self) -> dict[str, dict]:
        """As the use-case takes them."""
        data = self.cleaned_data
        return {str(d.pk): _oordeel(data, d) for d in self.doelen}


def _oordeel(data, doel: Doel) -> dict:
    score = data[f"score_{doel.pk}"]
    return {
        "score": int(score) if score else None, "besluit": data[f"besluit_{doel.pk}"],
        "toelichting": data[f"toelichting_{doel.pk}"],
    }  # fmt: skip
