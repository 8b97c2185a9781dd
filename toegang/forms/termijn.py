"""The forms that let a clock stand still, run again, or name a later day."""

import datetime

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Opschorting

Grond, Einde = Opschorting.Grond, Opschorting.Einde


class OpschortFormulier(Formulier):
    grond = v.KeuzeVeld(
        label="Waarom staat de termijn stil?", choices=Grond.choices, vraag="Kies waarom de termijn stilstaat"
    )
    reden = v.LangeTekstVeld(
        label="Wat moet er in de brief staan?", rows=4, vraag="Schrijf op wat er in de brief moet staan",
        help_text=(
            "Mist er iets? Zet elk stuk op een eigen regel, bijvoorbeeld: een kopie van uw huurcontract. Anders:"
            " schrijf in de u-vorm waarom het langer duurt"
        ),
    )  # fmt: skip
    uiterlijk_op = v.DatumVeld(
        label="Uiterlijk op",
        help_text="Tot en met deze dag kan de inwoner aanvullen. Anders: de dag waarop u denkt verder te kunnen",
    )

    def __init__(self, *args, vandaag: datetime.date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["uiterlijk_op"].niet_voor = vandaag + datetime.timedelta(days=1)


class BeeindigFormulier(Formulier):
    """`aanvulling`: what we wait for comes from the inwoner; `alsnog`: the time was over already."""

    einde = v.KeuzeVeld(label="Wat is er gebeurd?", vraag="Kies wat er is gebeurd")
    tot_op = v.DatumVeld(label="Op welke dag?", help_text="De dag van ontvangst, niet de dag van registreren")

    def __init__(self, *args, opschorting: Opschorting, vandaag: datetime.date, **kwargs):
        super().__init__(*args, **kwargs)
        alsnog = bool(opschorting.einde)
        keuzes = []
        if opschorting.grond in (Grond.AANVULLING, Grond.AAN_INWONER):
            keuzes.append((Einde.AANGEVULD.value, "De inwoner heeft alles aangevuld"))
        if not alsnog:
            keuzes.append((Einde.VERVALLEN.value, "De reden is weg: wij kunnen verder"))
        self.fields["einde"].choices = keuzes
        if len(keuzes) == 1:
            self.fields["einde"].widget = forms.HiddenInput()
            self.fields["einde"].initial = keuzes[0][0]
        self.fields["tot_op"].niet_voor = opschorting.vanaf_op
        self.fields["tot_op"].niet_na = vandaag


class MeerTijdFormulier(Formulier):
    nieuwe_datum = v.DatumVeld(label="Tot en met welke dag kan de inwoner aanvullen?")
    reden = v.LangeTekstVeld(
        label="Waarom krijgt de inwoner meer tijd?", rows=3, vraag="Schrijf op waarom de inwoner meer tijd krijgt",
        help_text="Schrijf in de u-vorm. Zo staat het in de brief",
    )  # fmt: skip

    def __init__(self, *args, opschorting: Opschorting, **kwargs):
        super().__init__(*args, **kwargs)
        if opschorting.uiterlijk_op:
            self.fields["nieuwe_datum"].niet_voor = opschorting.uiterlijk_op + datetime.timedelta(days=1)


class GesprekFormulier(Formulier):
    op = v.DatumVeld(label="Op welke dag was het gesprek?")

    def __init__(self, *args, termijn, vandaag: datetime.date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["op"].niet_voor, self.fields["op"].niet_na = termijn.begint_op, vandaag


class VerlengFormulier(Formulier):
    reden = v.LangeTekstVeld(
        label="Waarom komt het besluit later?", rows=3, vraag="Schrijf op waarom het besluit later komt",
        help_text="Schrijf in de u-vorm. Zo staat het in de brief",
    )  # fmt: skip
    nieuwe_datum = v.DatumVeld(label="Uiterlijk op welke dag komt het besluit?")

    def __init__(self, *args, na: datetime.date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nieuwe_datum"].niet_voor = na + datetime.timedelta(days=1)
