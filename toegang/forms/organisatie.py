"""Forms of the beheerder: who may refer, and until when."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Organisatie


class OrganisatieFormulier(Formulier):
    naam = v.TekstVeld(label="Naam", max_length=120, vraag="Vul de naam van de organisatie in")
    soort = v.KeuzeVeld(
        label="Soort organisatie",
        choices=Organisatie.Soort.choices,
        widget=forms.Select,
        vraag="Kies de soort",
    )
    telefoon = v.TelefoonVeld(label="Telefoon", required=False)
    e_mail = v.EmailVeld(label="E-mail", required=False)
    actief = v.VinkVeld(label="Mag verwijzen", help_text="Zonder vinkje werken haar links niet meer")


class LinkFormulier(Formulier):
    geldig_tot = v.DatumVeld(label="Geldig tot en met", vraag="Vul in tot en met welke dag de link werkt")
