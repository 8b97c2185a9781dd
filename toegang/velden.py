"""Form fields that read what people type, and refuse in a sentence that helps."""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError
from stdnum.exceptions import ValidationError as NummerFout
from stdnum.nl import bsn as stdnum_bsn
from stdnum.nl import postcode as stdnum_postcode

from toegang import bestandscontrole, datums, opmaak
from toegang.telefoon import telefoonnummer

LANGSTE_REGEL = 200
LANGSTE_TEKST = 20_000
OPGESLAGEN = re.compile(r"(18|19|20|21)[0-9]{2}(0[0-9]|1[0-2])([0-2][0-9]|3[01])")  # jjjjmmdd
TELEFOON = re.compile(r"0[1-9][0-9]{8}|0(?:800|90[069])[0-9]{4}(?:[0-9]{3})?|14[0-9]{3,4}|\+[1-9][0-9]{6,14}")
POSTCODE = "Deze postcode klopt niet. Schrijf vier cijfers en twee letters, zoals 5921 AB"
VREEMD_TEKEN = "In deze tekst staat een teken dat wij niet kunnen bewaren. Typ de tekst opnieuw"


def te_lang(lengte: int, hoogstens: int) -> str:
    """100 kB pasted: the text stays in the field, this stands above it."""
    return (
        f"Deze tekst is {opmaak.getal(lengte)} tekens lang. Hier passen {opmaak.getal(hoogstens)} tekens in"
    )


class MetVraag:
    """`vraag=` is the sentence for an empty required field; else `Formulier` makes one from the label."""

    def __init__(self, *args, vraag="", smal=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.vraag = vraag
        if smal:
            self.widget.attrs["class"] = smal


class Leesveld(MetVraag, forms.Field):
    """A field of one line whose text `lees` turns into a value, or into a ValueError with a sentence."""

    widget = forms.TextInput
    breedte = "tg-smal"
    inputmode = ""
    autocomplete = "off"

    def __init__(self, *args, smal=None, **kwargs):
        super().__init__(*args, smal=smal or self.breedte, **kwargs)
        self.widget.attrs["autocomplete"] = self.autocomplete
        if self.inputmode:
            self.widget.attrs["inputmode"] = self.inputmode

    def lees(self, tekst: str):
        raise NotImplementedError

    def schrijf(self, waarde) -> str:
        return str(waarde)

    def to_python(self, value):
        if value in self.empty_values or (isinstance(value, str) and not value.strip()):
            return self.leeg
        if not isinstance(value, str):
            return value
        if "\x00" in value:
            raise ValidationError(VREEMD_TEKEN, code="nul")
        if len(value) > LANGSTE_REGEL:
            raise ValidationError(te_lang(len(value), LANGSTE_REGEL), code="te_lang")
        try:
            return self.lees(value.strip())
        except ValueError as fout:
            raise ValidationError(str(fout), code="invalid") from None

    leeg = None

    def prepare_value(self, value):
        return value if value is None or isinstance(value, str) else self.schrijf(value)

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != (initial if initial not in self.empty_values else self.leeg)
        except ValidationError:
            return True


class DatumVeld(Leesveld):
    """A date in one field. `niet_voor` and `niet_na` are dates; a form may set them when it knows today."""

    def __init__(self, *args, niet_voor=None, niet_na=None, **kwargs):
        kwargs.setdefault("help_text", "Bijvoorbeeld 23-9-2026")
        super().__init__(*args, **kwargs)
        self.niet_voor, self.niet_na = niet_voor, niet_na
        self.widget.attrs["data-datum"] = True

    def lees(self, tekst):
        return datums.lees_datum(tekst)

    def schrijf(self, waarde):
        return f"{waarde.day}-{waarde.month}-{waarde.year}"

    def to_python(self, value):
        if isinstance(value, dt.datetime):
            return value.date()
        return super().to_python(value)

    def validate(self, value):
        super().validate(value)
        if value and self.niet_voor and value < self.niet_voor:
            raise ValidationError(
                f"{self._naam()} moet op of na {opmaak.datum(self.niet_voor)} liggen", code="te_vroeg"
            )
        if value and self.niet_na and value > self.niet_na:
            raise ValidationError(
                f"{self._naam()} moet op of voor {opmaak.datum(self.niet_na)} liggen", code="te_laat"
            )

    def _naam(self):
        naam = str(self.label or "")
        return f"De {naam[0].lower()}{naam[1:]}" if naam.lower().endswith("datum") else "De datum"


class OnvolledigeDatumVeld(Leesveld):
    """A birth date of which day or month may be unknown; the value is jjjjmmdd with zeros."""

    leeg = ""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault(
            "help_text", "Bijvoorbeeld 23-9-1948. Weet u de dag niet? Dan is september 1948 of 1948 genoeg"
        )
        super().__init__(*args, **kwargs)

    def lees(self, tekst):
        return datums.lees_onvolledige_datum(tekst)

    def prepare_value(self, value):
        if isinstance(value, dt.date):
            return f"{value.day}-{value.month}-{value.year}"
        # what was typed stays as typed; only a stored value (jjjjmmdd) is written out
        if isinstance(value, str) and OPGESLAGEN.fullmatch(value):
            return datums.schrijf_onvolledige_datum(value)
        return "onbekend" if value == "00000000" else value


class BsnVeld(Leesveld):
    """Nine digits that pass the elfproef; spaces, dots and dashes are fine."""

    inputmode = "numeric"
    leeg = ""

    def lees(self, tekst):
        cijfers = re.sub(r"[\s.\-]", "", tekst)
        if not re.fullmatch(r"[0-9]{8,9}", cijfers) or not stdnum_bsn.is_valid(cijfers):
            raise ValueError("Dit BSN klopt niet. Controleer de cijfers")
        return cijfers.zfill(9)


class PostcodeVeld(Leesveld):
    """5921 AB, however it was typed."""

    breedte = "tg-kort"
    leeg = ""

    def lees(self, tekst):
        try:
            return stdnum_postcode.validate(re.sub(r"[\s.]", "", tekst))
        except NummerFout:
            raise ValueError(POSTCODE) from None


class TelefoonVeld(Leesveld):
    """A telephone number: digits, with + for a foreign one. 14 077 and 0800 numbers are numbers too."""

    inputmode = "tel"
    leeg = ""

    def lees(self, tekst):
        kaal = telefoonnummer(tekst)
        if not TELEFOON.fullmatch(kaal):
            raise ValueError("Dit telefoonnummer klopt niet. Controleer de cijfers")
        return kaal


class TijdVeld(Leesveld):
    """14.30, 14:30, 1430, 9 uur."""

    breedte = "tg-kort"

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("help_text", "Bijvoorbeeld 14.30")
        super().__init__(*args, **kwargs)

    def lees(self, tekst):
        gevonden = re.fullmatch(r"([0-9]{1,2})(?:[.:u ]?([0-9]{2}))?\s*(?:uur|u)?", tekst.lower())
        if not gevonden:
            raise ValueError("Schrijf de tijd als 14.30")
        uur, minuut = int(gevonden[1]), int(gevonden[2] or 0)
        if uur > 23 or minuut > 59:
            raise ValueError("Deze tijd bestaat niet. Controleer het uur en de minuten")
        return dt.time(uur, minuut)

    def schrijf(self, waarde):
        return opmaak.tijd(waarde)


class BedragVeld(Leesveld):
    """€ 1.250, 21,80 or 21.80; the value is a Decimal with cents."""

    inputmode = "decimal"
    breedte = "tg-kort"

    def lees(self, tekst):
        kaal = re.sub(r"[\s€]|,-$", "", tekst)
        if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,2})?|[0-9]+,[0-9]{1,2}", kaal):
            kaal = kaal.replace(".", "").replace(",", ".")
        if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,2})?", kaal):
            raise ValueError("Vul een bedrag in, bijvoorbeeld 21,80")
        try:
            return Decimal(kaal).quantize(Decimal("0.01"))
        except InvalidOperation:
            raise ValueError("Vul een bedrag in, bijvoorbeeld 21,80") from None

    def schrijf(self, waarde):
        return f"{waarde:.2f}".replace(".", ",")


class GetalVeld(Leesveld):
    """A whole number between `minstens` and `hoogstens`."""

    inputmode = "numeric"
    breedte = "tg-kort"

    def __init__(self, *args, minstens=0, hoogstens=1_000_000, **kwargs):
        super().__init__(*args, **kwargs)
        self.minstens, self.hoogstens = minstens, hoogstens

    def lees(self, tekst):
        kaal = re.sub(r"(?<=[0-9])\.(?=[0-9]{3}(\D|$))", "", tekst)
        if not re.fullmatch(r"-?[0-9]{1,9}", kaal) or not self.minstens <= int(kaal) <= self.hoogstens:
            tot = f"{opmaak.getal(self.minstens)} tot en met {opmaak.getal(self.hoogstens)}"
            raise ValueError(f"Vul een getal in van {tot}")
        return int(kaal)


class TekstVeld(MetVraag, forms.CharField):
    """One line of text."""

    def __init__(self, *args, max_length=LANGSTE_REGEL, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)


class LangeTekstVeld(MetVraag, forms.CharField):
    """A text of several lines; it grows while typing."""

    def __init__(self, *args, max_length=LANGSTE_TEKST, rows=4, **kwargs):
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(*args, max_length=max_length, **kwargs)


class EmailVeld(MetVraag, forms.EmailField):
    pass


class KeuzeVeld(MetVraag, forms.ChoiceField):
    """One of a few: radios, nothing chosen beforehand. For a long list give `widget=forms.Select`."""

    widget = forms.RadioSelect

    def __init__(self, *args, choices=(), leeg="Maak een keuze", **kwargs):
        super().__init__(*args, **kwargs)
        if isinstance(self.widget, forms.Select) and not isinstance(self.widget, forms.RadioSelect):
            choices = choices if callable(choices) else [("", leeg), *choices]
        self.choices = choices


class MeerkeuzeVeld(MetVraag, forms.MultipleChoiceField):
    """Any of a few: checkboxes."""

    widget = forms.CheckboxSelectMultiple


class JaNeeVeld(MetVraag, forms.TypedChoiceField):
    """Ja or Nee as radios; the value is True or False, and None where it may stay open."""

    widget = forms.RadioSelect

    def __init__(self, *args, weet_niet=False, **kwargs):
        keuzes = [("ja", "Ja"), ("nee", "Nee")] + ([("weet_niet", "Weet ik niet")] if weet_niet else [])
        waarden = {"ja": True, "nee": False}
        super().__init__(*args, choices=keuzes, coerce=waarden.get, empty_value=None, **kwargs)

    def prepare_value(self, value):
        return {True: "ja", False: "nee"}.get(value, value)


class VinkVeld(MetVraag, forms.BooleanField):
    """One box to tick; `required=True` means it must be ticked."""

    def __init__(self, *args, required=False, **kwargs):
        super().__init__(*args, required=required, **kwargs)


class ObjectVeld(MetVraag, forms.ModelChoiceField):
    """One row of a queryset, in a select."""

    def __init__(self, queryset, *args, empty_label="Maak een keuze", **kwargs):
        super().__init__(queryset, *args, empty_label=empty_label, **kwargs)


class ObjectenVeld(MetVraag, forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple


WAT_MAG = "PDF, foto (JPEG of PNG) of Word (.docx), hoogstens 10 MB"


def gekeurd_bestand(bestand):
    """The upload when its content is what we take in; else a ValidationError with the sentence."""
    try:
        bestandscontrole.check_grootte(bestand.size or 0)
        bestand.seek(0)
        bestandscontrole.keuren(bestand.read(), bestand.name or "")
    except bestandscontrole.Geweigerd as fout:
        raise ValidationError(str(fout), code="bestand") from None
    bestand.seek(0)
    return bestand


class BestandVeld(MetVraag, forms.FileField):
    """One file, known by its content; after an error it has to be chosen again, and the form says so."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("help_text", WAT_MAG)
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": bestandscontrole.ACCEPT}))
        super().__init__(*args, allow_empty_file=True, **kwargs)  # empty has its own sentence

    def clean(self, data, initial=None):
        bestand = super().clean(data, initial)
        return gekeurd_bestand(bestand) if bestand else bestand


class Bestanden(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True


class BestandenVeld(MetVraag, forms.FileField):
    """At most `hoogstens` files; the value is a list."""

    def __init__(self, *args, hoogstens=3, **kwargs):
        kwargs.setdefault("help_text", f"U kunt {hoogstens} bestanden kiezen. {WAT_MAG} per bestand")
        kwargs.setdefault("widget", Bestanden(attrs={"accept": bestandscontrole.ACCEPT}))
        super().__init__(*args, allow_empty_file=True, **kwargs)
        self.hoogstens = hoogstens

    def clean(self, data, initial=None):
        bestanden = [b for b in (data if isinstance(data, list | tuple) else [data]) if b]
        if not bestanden:
            super().clean(None, initial)  # required: its sentence
            return []
        if len(bestanden) > self.hoogstens:
            raise ValidationError(
                f"U hebt {len(bestanden)} bestanden gekozen. Kies er hoogstens {self.hoogstens}"
            )
        fouten = []
        for bestand in bestanden:
            try:
                super().clean(bestand, initial)
                gekeurd_bestand(bestand)
            except ValidationError as fout:
                naam = bestandscontrole.nette_naam(bestand.name or "")
                fouten += [f"{naam}: {zin}" if len(bestanden) > 1 else zin for zin in fout.messages]
        if fouten:
            raise ValidationError(fouten)
        return bestanden
