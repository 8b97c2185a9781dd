"""The forms from a melding to the team, the aanvraag and the end of a zaak."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Aanvraag, Afsluitreden, Gezegd, Intrekwijze, Leefgebied, PersoonlijkPlan, Zaaksoort
from toegang.models.aanvraag import Intrekpapier
from toegang.opmaak import datum
from toegang.rechten import Wet

NIEUWE_SOORTEN = (
    Zaaksoort.GEWOON,
    Zaaksoort.BESCHERMD_WONEN,
    Zaaksoort.OPVANG,
)  # a heronderzoek has its own button


class ZaakOpenenFormulier(Formulier):
    wet = v.KeuzeVeld(label="Onder welke wet valt de vraag?", choices=Wet.choices, vraag="Kies een wet")
    onderwerp = v.KeuzeVeld(
        label="Waar gaat de vraag vooral over?", choices=Leefgebied.choices, widget=forms.Select,
        vraag="Kies waar de vraag vooral over gaat",
    )  # fmt: skip
    soort = v.KeuzeVeld(
        label="Wat voor vraag is het?", choices=[(s.value, s.label) for s in NIEUWE_SOORTEN], initial=Zaaksoort.GEWOON,
        required=False, widget=forms.Select,
    )  # fmt: skip
    spoed = v.JaNeeVeld(
        label="Is er spoed?", vraag="Kies of er spoed is",
        help_text="Bij spoed krijgt de inwoner meteen tijdelijke hulp (Wmo 2015, artikel 2.3.3)",
    )  # fmt: skip
    spoed_reden = v.LangeTekstVeld(
        label="Waarom is er spoed?", required=False, rows=2, help_text="Alleen invullen als er spoed is"
    )
    toch = v.VinkVeld(label="Dit is een andere vraag dan in de zaak die al loopt", required=False)

    def __init__(self, *args, loopt_al: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not loopt_al:
            del self.fields["toch"]

    def clean_soort(self):
        return self.cleaned_data["soort"] or Zaaksoort.GEWOON

    def clean(self):
        c = super().clean() or self.cleaned_data
        if c.get("soort") in (Zaaksoort.BESCHERMD_WONEN, Zaaksoort.OPVANG) and c.get("wet") not in (
            None,
            Wet.WMO,
        ):
            self.add_error("soort", "Beschermd wonen en opvang vallen onder de Wmo 2015")
        if c.get("spoed") and not c.get("spoed_reden"):
            self.add_error("spoed_reden", "Schrijf op waarom er spoed is")
        return c


class HeropenFormulier(Formulier):
    reden = v.LangeTekstVeld(
        label="Wat ging er fout?", rows=2, vraag="Schrijf op wat er fout ging",
        help_text="Alleen om een fout te herstellen. Een nieuwe vraag wordt een nieuwe zaak",
    )  # fmt: skip


class WetFormulier(Formulier):
    wet = v.KeuzeVeld(label="Onder welke wet valt de vraag?", choices=Wet.choices, vraag="Kies een wet")
    soort = v.KeuzeVeld(
        label="Wat voor vraag is het?",
        choices=[(s.value, s.label) for s in NIEUWE_SOORTEN],
        vraag="Kies een soort vraag",
    )

    def clean(self):
        c = super().clean() or self.cleaned_data
        if c.get("soort") in (Zaaksoort.BESCHERMD_WONEN, Zaaksoort.OPVANG) and c.get("wet") not in (
            None,
            Wet.WMO,
        ):
            self.add_error("soort", "Beschermd wonen en opvang vallen onder de Wmo 2015")
        return c


class SpoedFormulier(Formulier):
    spoed = v.JaNeeVeld(label="Is er spoed?", vraag="Kies of er spoed is")
    reden = v.LangeTekstVeld(
        label="Waarom wel of niet?", rows=3, vraag="Schrijf op waarom er spoed is, of waarom niet meer"
    )
    maatregel = v.TekstVeld(
        label="Welke tijdelijke hulp krijgt de inwoner?", required=False,
        help_text="Bijvoorbeeld: opvang voor drie nachten. Is er nog geen hulp? Laat dit leeg",
    )  # fmt: skip
    vanaf_op = v.DatumVeld(label="Sinds wanneer is die hulp er?", required=False)


class UitlegFormulier(Formulier):
    wat = v.MeerkeuzeVeld(
        label="Wat vertelde u?", vraag="Kies wat u vertelde",
        choices=[
            ("clientondersteuning", "Een cliëntondersteuner helpt gratis"),
            ("persoonlijk_plan", "De inwoner mag een eigen plan geven"),
        ],
    )  # fmt: skip
    op = v.DatumVeld(label="Op welke dag?")
    hoe = v.KeuzeVeld(label="Hoe vertelde u dit?", choices=Gezegd.choices, vraag="Kies hoe u dit vertelde")

    def __init__(self, *args, zaak, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["op"].niet_voor, self.fields["op"].niet_na = zaak.gemeld_op, vandaag


PER_LEEFGEBIED = (
    ("wat", "Wat gebeurt er?", 2),
    ("sinds", "Sinds wanneer?", 0),
    ("geprobeerd", "Wat is hiervoor al geprobeerd?", 2),
    ("wie_helpt", "Wie helpt hierbij?", 2),
    ("uitkomst", "Wanneer gaat dit goed, volgens de inwoner?", 2),
)


def _vraag(label: str, rijen: int):
    if rijen:
        return v.LangeTekstVeld(label=label, required=False, rows=rijen)
    return v.TekstVeld(label=label, required=False)


# The same questions for every area of life, as fields of a form: a draft finds them by name.
Leefgebiedvelden = type(
    "Leefgebiedvelden",
    (Formulier,),
    {
        f"{gebied}_{naam}": _vraag(label, rijen)
        for gebied in Leefgebied
        for naam, label, rijen in PER_LEEFGEBIED
    },
)


class VraagverhelderingFormulier(Leefgebiedvelden):
    """Only what is needed; all but the area of life may stay empty.

    Of each area of life the same five questions; only those of the chosen ones are shown and kept.
    """

    field_order = ("leefgebieden", "vraag_achter_de_vraag", "al_geprobeerd", "wie_helpt_nu", "goede_uitkomst")
    leefgebieden = v.MeerkeuzeVeld(label="Waar gaat de vraag over?", choices=Leefgebied.choices)
    vraag_achter_de_vraag = v.LangeTekstVeld(
        label="Wat is er aan de hand, en wat vraagt de inwoner?", vraag="Schrijf op wat de inwoner vraagt"
    )
    al_geprobeerd = v.LangeTekstVeld(label="Wat is er al geprobeerd?", required=False, rows=3)
    wie_helpt_nu = v.LangeTekstVeld(label="Wie helpt er nu?", required=False, rows=3)
    goede_uitkomst = v.LangeTekstVeld(
        label="Wanneer is het goed, volgens de inwoner?", required=False, rows=3
    )
    urgentie_reden = v.LangeTekstVeld(
        label="Waarom kan het niet wachten?",
        required=False,
        rows=2,
        help_text="Alleen invullen als er haast is",
    )
    veiligheid = v.LangeTekstVeld(label="Zorgen over de veiligheid", required=False, rows=2)

    def __init__(self, *args, mag_gevoelig: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["veiligheid"].help_text = (
            "Alleen de regisseur leest dit"
            if mag_gevoelig
            else "Alleen de regisseur leest dit. Wat hier eerder is geschreven, ziet u niet. Uw tekst komt erbij"
        )

    def over_alles(self):
        """The fields that are not about one area of life, in their order."""
        per_gebied = Leefgebiedvelden.base_fields
        return [self[naam] for naam in self.fields if naam not in per_gebied and naam != "leefgebieden"]

    def gebieden(self):
        """Per area of life its questions; open where something was written or must be mended."""
        for gebied in Leefgebied:
            velden = [self[f"{gebied}_{naam}"] for naam, _, _ in PER_LEEFGEBIED]
            gevuld = any(veld.value() for veld in velden)
            yield {
                "naam": gebied.label, "gebied": gebied.value, "velden": velden, "gevuld": gevuld,
                "open": gevuld or any(veld.errors for veld in velden),
            }  # fmt: skip

    def vastleggen(self) -> dict:
        """What the use-case takes: the answers per chosen area apart from the rest."""
        c, gekozen = dict(self.cleaned_data), self.cleaned_data["leefgebieden"]
        per_gebied = {naam: c.pop(naam) for naam in Leefgebiedvelden.base_fields}
        c["delen"] = {
            gebied: {naam: per_gebied[f"{gebied}_{naam}"] for naam, _, _ in PER_LEEFGEBIED}
            for gebied in gekozen
        }
        return c


class PersoonlijkPlanFormulier(Formulier):
    keuze = v.KeuzeVeld(
        label="Geeft de inwoner een persoonlijk plan?",
        choices=[
            (PersoonlijkPlan.ONTVANGEN, "Ja, wij hebben het plan ontvangen"),
            (PersoonlijkPlan.ZIET_AF, "Nee, de inwoner wil geen plan maken"),
        ],
        vraag="Kies of de inwoner een plan geeft",
    )
    ontvangen_op = v.DatumVeld(label="Op welke dag hoorden of kregen wij dit?", required=False)


class AanvraagFormulier(Formulier):
    ontvangen_op = v.DatumVeld(
        label="Ontvangen op",
        help_text="De dag waarop de aanvraag bij de gemeente binnenkwam. Op die dag begint de termijn",
    )
    wijze = v.KeuzeVeld(
        label="Hoe kwam de aanvraag binnen?", choices=Aanvraag._meta.get_field("wijze").choices,
        vraag="Kies hoe de aanvraag binnenkwam",
    )  # fmt: skip
    gevraagd = v.LangeTekstVeld(
        label="Wat vraagt de inwoner aan?", vraag="Schrijf op wat de inwoner aanvraagt", rows=3
    )
    ondertekend = v.JaNeeVeld(label="Is de aanvraag ondertekend?", vraag="Kies of de aanvraag is ondertekend")
    herhaalt = v.ObjectVeld(
        label="Vroeg de inwoner dit al eerder aan?", queryset=Aanvraag.objects.none(), required=False,
        empty_label="Nee", help_text="Hier staan aanvragen waarover al is besloten (Awb, artikel 4:6)",
    )  # fmt: skip
    nieuwe_feiten = v.LangeTekstVeld(
        label="Zo ja, wat is er volgens de inwoner nieuw of veranderd?", required=False, rows=3,
        help_text="Laat leeg als de inwoner niets nieuws noemt",
    )  # fmt: skip

    def __init__(self, *args, zaak, vandaag, eerder, **kwargs):
        """`eerder`: the aanvragen of this inwoner that were decided, as far as the reader may see them."""
        super().__init__(*args, **kwargs)
        self.fields["ontvangen_op"].niet_voor = zaak.gemeld_op
        self.fields["ontvangen_op"].niet_na = vandaag
        if not eerder.exists():
            del self.fields["herhaalt"], self.fields["nieuwe_feiten"]
            return
        self.fields["herhaalt"].queryset = eerder
        self.fields["herhaalt"].label_from_instance = _eerdere_aanvraag

    def velden(self) -> dict:
        """As the use-case wants them."""
        gegevens = dict(self.cleaned_data)
        eerder = gegevens.pop("herhaalt", None)
        return gegevens | {"herhaalt_id": eerder and eerder.pk}


def _eerdere_aanvraag(aanvraag: Aanvraag) -> str:
    """By its dates: who registers post may not read what was asked."""
    op = f"Aanvraag van {datum(aanvraag.ontvangen_op)}"
    return f"{op}, besloten op {datum(aanvraag.afgedaan_op)}" if aanvraag.afgedaan_op else op


class AanvraagIntrekken(Formulier):
    ingetrokken_hoe = v.KeuzeVeld(
        label="Hoe trok de inwoner de aanvraag in?", choices=Intrekpapier.choices,
        vraag="Kies hoe de inwoner de aanvraag introk",
    )  # fmt: skip
    ingetrokken_op = v.DatumVeld(label="Op welke dag kregen wij dat?")

    def __init__(self, *args, aanvraag, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ingetrokken_op"].niet_voor = aanvraag.ontvangen_op
        self.fields["ingetrokken_op"].niet_na = vandaag


class AfsluitFormulier(Formulier):
    reden = v.KeuzeVeld(label="Waarom sluit u deze zaak af?", vraag="Kies waarom u deze zaak afsluit")
    ingetrokken_hoe = v.KeuzeVeld(
        label="Hoe trok de inwoner de vraag in?", choices=Intrekwijze.choices, required=False,
        help_text="Alleen invullen als de inwoner de vraag intrekt",
    )  # fmt: skip
    ingetrokken_op = v.DatumVeld(label="Op welke dag?", required=False)
    basishulp_tot_op = v.DatumVeld(
        label="Tot en met welke dag geeft het wijkteam korte hulp?", required=False,
        help_text="Alleen invullen bij korte hulp: 3 tot 12 maanden. Op die dag krijgt u een taak om na te vragen",
    )  # fmt: skip

    def __init__(self, *args, redenen, zaak, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reden"].choices = redenen
        kan = {waarde for waarde, _ in redenen}
        if Afsluitreden.BASISHULP not in kan:
            del self.fields["basishulp_tot_op"]
        self.fields["ingetrokken_op"].niet_voor = zaak.gemeld_op
        self.fields["ingetrokken_op"].niet_na = vandaag

    def clean(self):
        c = super().clean() or self.cleaned_data
        if c.get("reden") == Afsluitreden.INGETROKKEN:
            for veld, zin in (
                ("ingetrokken_hoe", "Kies hoe de inwoner de vraag introk"),
                ("ingetrokken_op", "Vul in op welke dag de inwoner de vraag introk"),
            ):
                if not c.get(veld) and veld not in self.errors:
                    self.add_error(veld, zin)
        if c.get("reden") == Afsluitreden.BASISHULP and not c.get("basishulp_tot_op"):
            self.add_error("basishulp_tot_op", "Vul in tot en met welke dag de korte hulp duurt")
        return c

    def feiten(self) -> dict:
        """What the use-case asks."""
        c = self.cleaned_data
        ingetrokken = c["reden"] == Afsluitreden.INGETROKKEN
        return {
            "reden": c["reden"],
            "schriftelijk": ingetrokken and c["ingetrokken_hoe"] == Intrekwijze.SCHRIFTELIJK,
            "ingetrokken_op": c["ingetrokken_op"] if ingetrokken else None,
            "basishulp_tot_op": c.get("basishulp_tot_op") if c["reden"] == Afsluitreden.BASISHULP else None,
        }
