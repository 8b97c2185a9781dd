"""What a citizen fills in: few questions, in plain words."""

from django.utils.translation import gettext_lazy as _

from portaal.formulier import Formulier
from toegang import velden as v

HOOGSTENS = 4_000
BESTANDEN = _(
    "U kunt 3 bestanden kiezen. PDF, foto (JPEG of PNG) of Word (.docx), hoogstens 10 MB per bestand"
)


class TekstFormulier(Formulier):
    """One question with one answer in the citizen's own words."""

    tekst = v.LangeTekstVeld(
        label=_("Uw bericht"), max_length=HOOGSTENS, rows=6, vraag=_("Schrijf op wat u wilt vragen")
    )

    def __init__(self, *args, vraag="", hulp="", **kwargs):
        super().__init__(*args, **kwargs)
        if vraag:
            self.fields["tekst"].label = vraag
        self.fields["tekst"].help_text = hulp


class NieuweVraagFormulier(Formulier):
    tekst = v.LangeTekstVeld(
        label=_("Wat is uw vraag?"), help_text=_("Bijvoorbeeld: wat lukt niet meer, en sinds wanneer?"),
        max_length=HOOGSTENS, rows=6, vraag=_("Schrijf op wat uw vraag is"),
    )  # fmt: skip
    telefoon = v.TelefoonVeld(label=_("Op welk nummer kunnen wij u bellen?"), required=False)


class AndereAfspraakFormulier(Formulier):
    tekst = v.LangeTekstVeld(
        label=_("Wanneer kunt u wel?"), help_text=_("Noem twee of drie momenten, bijvoorbeeld dinsdagochtend"),
        max_length=1_000, rows=3, vraag=_("Schrijf op wanneer u wel kunt"),
    )  # fmt: skip


class BezorgingFormulier(Formulier):
    wijze = v.KeuzeVeld(
        label=_("Hoe wilt u onze brieven krijgen?"), vraag=_("Kies hoe u uw brieven wilt krijgen"),
        choices=[("papier", _("Op papier")), ("mijn_hulp", _("In Mijn hulp, met een e-mail als er iets klaarstaat"))],
    )  # fmt: skip
    e_mail = v.EmailVeld(
        label=_("Uw e-mailadres"), help_text=_("Nodig als u uw brieven in Mijn hulp wilt"), required=False
    )

    def clean(self):
        gegevens = super().clean()
        if (
            gegevens.get("wijze") == "mijn_hulp"
            and not gegevens.get("e_mail")
            and "e_mail" not in self.errors
        ):
            self.add_error("e_mail", _("Vul een e-mailadres in"))
        return gegevens


class VerslagFormulier(Formulier):
    opmerkingen = v.LangeTekstVeld(
        label=_("Wat klopt er niet, of wilt u erbij zetten?"), max_length=HOOGSTENS, rows=6, required=False
    )
    als_aanvraag = v.JaNeeVeld(
        label=_("Wilt u de hulp aanvragen die in het verslag staat?"),
        vraag=_("Kies of u hulp wilt aanvragen"),
    )
    akkoord = v.VinkVeld(
        label=_("Ik heb het verslag gelezen en onderteken het."),
        vraag=_("Zet een vinkje om te ondertekenen"),
        required=True,
    )


class PapierenFormulier(Formulier):
    bestanden = v.BestandenVeld(
        label=_("Foto of scan van uw papieren"), help_text=BESTANDEN, vraag=_("Kies een bestand")
    )
    tekst = v.LangeTekstVeld(label=_("Wilt u er iets bij zeggen?"), max_length=1_000, rows=3, required=False)


class PersoonlijkPlanFormulier(Formulier):
    tekst = v.LangeTekstVeld(
        label=_("Uw plan"),
        help_text=_("Wat wilt u zelf doen, wie helpt u daarbij, en welke hulp hebt u nodig?"),
        max_length=20_000, rows=10, required=False,
    )  # fmt: skip
    bestanden = v.BestandenVeld(label=_("Of stuur uw plan als bestand"), help_text=BESTANDEN, required=False)

    def clean(self):
        gegevens = super().clean()
        if not gegevens.get("tekst") and not gegevens.get("bestanden") and not self.errors:
            self.add_error("tekst", _("Schrijf uw plan op, of kies een bestand"))
        return gegevens
