"""The forms of consult and casemanager."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from wijkteams.models import Deskundigheid


class ConsultVragenFormulier(Formulier):
    deskundige = v.KeuzeVeld(
        label="Aan wie vraagt u advies?", widget=forms.Select, vraag="Kies een deskundige"
    )
    vraag = v.LangeTekstVeld(
        label="Wat wilt u weten?", vraag="Schrijf wat u wilt weten",
        help_text="De deskundige leest ook het gesprek en de afweging, tot het advies er is",
    )  # fmt: skip
    uiterlijk_op = v.DatumVeld(
        label="Wanneer hebt u het advies nodig?", vraag="Vul in wanneer u het nodig hebt"
    )

    def __init__(self, *args, deskundigen=(), **kwargs):
        super().__init__(*args, **kwargs)
        namen = [
            (str(d.pk), f"{d.medewerker.naam} ({d.get_deskundigheid_display().lower()})") for d in deskundigen
        ]
        self.fields["deskundige"].choices = [("", "Kies een deskundige"), *namen]


class AdviesFormulier(Formulier):
    advies = v.LangeTekstVeld(
        label="Uw advies", rows=8, vraag="Schrijf uw advies op",
        help_text="Schrijf het zo dat de inwoner het kan lezen. Na het bewaren kunt u dit dossier niet meer openen",
    )  # fmt: skip


class ConsultIntrekkenFormulier(Formulier):
    reden = v.TekstVeld(label="Waarom is het advies niet meer nodig?", max_length=200, vraag="Schrijf waarom")


class CasemanagerFormulier(Formulier):
    hulpverleners = v.LangeTekstVeld(
        label="Welke hulpverleners zijn er?", rows=4, vraag="Noem de hulpverleners",
        help_text="Elke hulpverlener op een eigen regel, twee of meer",
    )  # fmt: skip
    geen_eigen_regie = v.TekstVeld(
        label="Waarom kan de inwoner zelf geen regie houden?", max_length=300,
        vraag="Schrijf waarom de inwoner zelf geen regie kan houden",
    )  # fmt: skip
    medewerker = v.KeuzeVeld(label="Wie wordt casemanager?", widget=forms.Select, vraag="Kies een collega")
    bekijken_op = v.DatumVeld(
        label="Wanneer bekijkt u of het nog nodig is?", vraag="Vul in wanneer u dit opnieuw bekijkt"
    )

    def __init__(self, *args, collegas=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].choices = [
            ("", "Kies een collega"),
            *((str(c.pk), c.naam) for c in collegas),
        ]


class CasemanagerVerlengenFormulier(Formulier):
    bekijken_op = v.DatumVeld(
        label="Wanneer bekijkt u het weer?", vraag="Vul in wanneer u dit opnieuw bekijkt"
    )


class CasemanagerStoppenFormulier(Formulier):
    reden = v.TekstVeld(
        label="Waarom is een casemanager niet meer nodig?", max_length=200, vraag="Schrijf waarom"
    )


class DeskundigeFormulier(Formulier):
    medewerker = v.KeuzeVeld(label="Welke collega?", widget=forms.Select, vraag="Kies een collega")
    deskundigheid = v.KeuzeVeld(
        label="Waarvoor mag u deze collega vragen?", choices=Deskundigheid.choices, vraag="Kies waarvoor"
    )

    def __init__(self, *args, collegas=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].choices = [
            ("", "Kies een collega"),
            *((str(c.pk), c.naam) for c in collegas),
        ]
