"""The base of every form: a sentence per field, not "Dit veld is verplicht"; nothing typed is cut off."""

from collections.abc import Mapping
from types import MappingProxyType

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, MaxLengthValidator, ProhibitNullCharactersValidator

from toegang.velden import LANGSTE_TEKST, VREEMD_TEKEN, te_lang

HET = (
    "nummer",
    "adres",
    "uur",
    "bedrag",
    "besluit",
    "verslag",
    "doel",
    "jaar",
    "team",
    "product",
    "getal",
    "bsn",
)
DE = (
    "datum", "naam", "code", "reden", "vraag", "tijd", "plaats", "straat", "ing", "termijn", "postcode",
    "wet", "functie", "omvang", "periode", "prijs", "tekst", "grond", "letters",
)  # fmt: skip

ZINNEN = {
    "invalid_choice": "Kies een van de mogelijkheden",
    "invalid_list": "Kies een van de mogelijkheden",
    "invalid_pk_value": "Kies een van de mogelijkheden",
}
EMAIL = "Dit e-mailadres klopt niet. Het ziet eruit als naam@voorbeeld.nl"


class TeLang(MaxLengthValidator):
    """Names how long the text is and how long it may be."""

    def __init__(self, hoogstens):
        super().__init__(hoogstens)
        self.hoogstens = hoogstens

    def __call__(self, value):
        if len(value) > self.hoogstens:
            raise forms.ValidationError(te_lang(len(value), self.hoogstens), code="max_length")


def vraag_van(veld, label: str) -> str:
    """The sentence for an empty required field: Vul de geboortedatum in, Kies een wijkteam."""
    if getattr(veld, "vraag", ""):
        return veld.vraag
    label = str(label).strip()
    kies = isinstance(veld, forms.ChoiceField)
    if isinstance(veld, forms.BooleanField):
        return f"Zet een vinkje bij '{label}'"
    if isinstance(veld, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        return f"Kies minstens een antwoord bij '{label}'"
    if label.endswith("?"):
        return f"Kies een antwoord bij '{label}'" if kies else f"Vul een antwoord in bij '{label}'"
    kort = label if label[:2].isupper() else label[:1].lower() + label[1:]
    woord = kort.split(" ")[0].lower()
    lidwoord = "het " if woord.endswith(HET) else "de " if woord.endswith(DE) else ""
    if kort.lower().startswith(("de ", "het ", "een ", "uw ")):
        lidwoord = ""
    if kies:
        return f"Kies een {kort}"
    return f"Vul {lidwoord}{kort} in"


BESTAND_OPNIEUW = "Kies het bestand nog een keer. Een bestand blijft niet staan als er iets anders niet klopt"


class FormulierZinnen:
    """For a Form or a ModelForm: fields say what is missing; `vragen` overrides per field name."""

    use_required_attribute = False
    vragen: dict[str, str] = {}

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for naam, veld in self.fields.items():
            self._zinnen(naam, veld)

    def _zinnen(self, naam, veld):
        label = veld.label or naam.replace("_", " ").capitalize()
        zin = self.vragen.get(naam) or vraag_van(veld, label)
        veld.error_messages = {**veld.error_messages, "required": zin}
        for code in ZINNEN.keys() & veld.error_messages.keys():
            veld.error_messages[code] = ZINNEN[code]
        if isinstance(veld, forms.CharField):
            self._tekstregels(veld)

    def full_clean(self):
        """A browser never sends a file back by itself: who must mend something else reads that at the file."""
        super().full_clean()
        if self.errors:
            for naam, veld in self.fields.items():
                if isinstance(veld, forms.FileField) and naam not in self.errors and self[naam].data:
                    self.add_error(naam, BESTAND_OPNIEUW)

    @staticmethod
    def _tekstregels(veld):
        ruil = (MaxLengthValidator, ProhibitNullCharactersValidator, EmailValidator)
        veld.validators = [
            ProhibitNullCharactersValidator(message=VREEMD_TEKEN),
            TeLang(veld.max_length or LANGSTE_TEKST),
            *[v for v in veld.validators if not isinstance(v, ruil)],
        ]
        if isinstance(veld, forms.EmailField):
            veld.validators.append(EmailValidator(message=EMAIL))


class Formulier(FormulierZinnen, forms.Form):
    """The form to start from."""


def fouten_overnemen(
    formulier: forms.BaseForm, fout: Exception, namen: Mapping[str, str] = MappingProxyType({})
) -> None:
    """The refusals of a use-case: each at its field where the form has that field, else above the form.

    `namen`: what the form calls a field of the use-case, where that differs.
    """
    if not isinstance(fout, ValidationError):
        formulier.add_error(None, str(fout))
    elif hasattr(fout, "error_dict"):
        for naam, zinnen in fout.message_dict.items():
            veld = namen.get(naam, naam)
            formulier.add_error(veld if veld in formulier.fields else None, zinnen)
    else:
        formulier.add_error(None, fout)
