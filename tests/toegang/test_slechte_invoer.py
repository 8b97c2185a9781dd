"""What cannot be true, or is very long or strange: a sentence at the field, and everything typed still there."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.toegang import verwijzers, voordeur
from toegang import velden as v
from toegang.models import (
    Contactmoment,
    Huishoudlid,
    Inwoner,
    Relatie,
    Samenvoeging,
    Toestemming,
    Vertegenwoordiger,
)
from toegang.rechten import Rol

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()
VREEMD = "Müller 😀 مرحبا بكم \u202e<b>&amp;\u202c שלום"
LANG = "Zij viel in de keuken. " * 4_400  # 100 kB pasted
SLECHT = {  # kind of field -> the field, and what is typed
    "datum": (v.DatumVeld, "31-2-2026"),
    "tijd": (v.TijdVeld, "25.61"),
    "geboren": (v.OnvolledigeDatumVeld, "31-13-1948"),
    "bsn": (v.BsnVeld, "123456789"),  # fails the elfproef
    "postcode": (v.PostcodeVeld, "0012 XY"),
    "telefoon": (v.TelefoonVeld, "06-12"),
    "e_mail": (v.EmailVeld, "piet@@voorbeeld"),
}  # fmt: skip
MODELLEN = (Contactmoment, Inwoner, Relatie, Vertegenwoordiger, Toestemming, Samenvoeging, Huishoudlid)


def _contact(**anders):
    return voordeur.contact(vandaag=VANDAAG, **anders)


def _post(naam, *pks):
    return reverse(f"toegang:{naam}", args=[pk() if callable(pk) else pk for pk in pks])


# name -> (address, what goes along in every POST)
FORMULIEREN = {
    "contact": lambda: (_post("contact_registreren"), {"formuliernaam": "contact"}),
    "nog een vraag": lambda: (_post("vraag_toevoegen", _contact().pk), {}),
    "post": lambda: (_post("post_registreren"), {"formuliernaam": "post"}),
    "terugbellen": lambda: (_post("contact", _contact().pk), {"formuliernaam": "terugbellen"}),
    "afhandelen": lambda: (_post("contact", _contact().pk), {"formuliernaam": "afhandelen"}),
    "koppelen": lambda: (
        _post("contact", _contact(te_koppelen_naam="Jansen").pk),
        {"formuliernaam": "koppelen", "zoeken": "ja"},
    ),
    "herstellen": lambda: (_post("contact", _contact().pk), {"formuliernaam": "herstellen"}),
    "notitie": lambda: (_post("telefoonnotitie", ZaakFabriek().pk), {}),
    "bereik": lambda: (_post("inwoner_wijzigen", InwonerFabriek().pk), {}),
    "naam": lambda: (_post("inwoner_naam", InwonerFabriek(bron="desk").pk), {}),
    "relatie": lambda: (_post("relatie_toevoegen", InwonerFabriek().pk), {}),
    "vertegenwoordiger": lambda: (_post("vertegenwoordiger_toevoegen", InwonerFabriek().pk), {}),
    "toestemming": lambda: (_post("toestemming_geven", InwonerFabriek().pk), {}),
    "huisgenoot": lambda: (_post("huisgenoot_toevoegen", InwonerFabriek().pk, InwonerFabriek().pk), {}),
    "samenvoegen": lambda: (_post("inwoner_samenvoegen", InwonerFabriek().pk, InwonerFabriek().pk), {}),
    "ten onrechte": lambda: (_post("zaak_ten_onrechte", ZaakFabriek(gemeld_op=VANDAAG).pk), {}),
    "organisatie": lambda: (_post("organisatie_toevoegen"), {}),
    "vraag van de website": lambda: ("/openbaar/vraag/", {}),
    "verwijzing": lambda: (verwijzers.link(vandaag=VANDAAG, geldig_tot=VANDAAG + verwijzers.JAAR)[1], {}),
}
BEHEER = ("organisatie",)


def openen(client, naam: str) -> tuple:
    """Address, what goes along in every POST, and the fields that are drawn."""
    client.als(MedewerkerFabriek(rollen=[Rol.BEHEERDER]) if naam in BEHEER else voordeur.administratie())
    adres, mee = FORMULIEREN[naam]()
    leeg = client.get(adres)
    formulier = _formulier(leeg, mee)
    velden = {n: f for n, f in formulier.fields.items() if f'name="{formulier[n].html_name}"' in leeg.text}
    return adres, mee, velden


def verstuur(client, adres, mee, getypt) -> tuple:
    """The answer and its form; what was refused wrote nothing."""
    rijen = [m.objects.count() for m in MODELLEN]
    antwoord = client.post(adres, mee | getypt)
    if antwoord.status_code == 200:
        assert [m.objects.count() for m in MODELLEN] == rijen
    return antwoord, _formulier(antwoord, mee) if antwoord.status_code == 200 else None


def _formulier(antwoord, mee):
    bladzijde = antwoord.context
    return bladzijde.get(mee.get("formuliernaam", "")) or bladzijde["formulier"]


@pytest.mark.parametrize("naam", FORMULIEREN)
def test_wat_niet_kan_krijgt_een_zin_bij_het_veld_en_blijft_staan(client, naam):
    adres, mee, velden = openen(client, naam)
    for klasse, tekst in SLECHT.values():
        getypt = {n: tekst for n, veld in velden.items() if type(veld) is klasse}
        if getypt:  # the form has such a field
            antwoord, formulier = verstuur(client, adres, mee, getypt)
            assert antwoord.status_code == 200
            geweigerd_bij_het_veld(antwoord, formulier, getypt)


def test_elke_soort_staat_in_een_formulier(client):
    gezien = {type(veld) for naam in FORMULIEREN for veld in openen(client, naam)[2].values()}

    assert {klasse for klasse, _ in SLECHT.values()} <= gezien


def geweigerd_bij_het_veld(antwoord, formulier, getypt) -> None:
    assert set(getypt) <= set(formulier.errors)
    for veld, tekst in getypt.items():
        zin = formulier.errors[veld][0]
        assert zin[0].isupper()
        assert escape(zin) in antwoord.text
        assert formulier[veld].value() == tekst
        assert f'name="{formulier[veld].html_name}"' in antwoord.text
        assert escape(tekst) in antwoord.text


@pytest.mark.parametrize("naam", FORMULIEREN)
@pytest.mark.parametrize("tekst", [VREEMD, LANG], ids=["vreemd", "100 kB"])
def test_vreemde_en_lange_tekst_wordt_bewaard_of_blijft_staan(client, naam, tekst):
    adres, mee, velden = openen(client, naam)
    getypt = {n: tekst for n, veld in velden.items() if type(veld) in (v.TekstVeld, v.LangeTekstVeld)}

    antwoord, formulier = verstuur(client, adres, mee, getypt)

    if antwoord.status_code == 302:
        return  # taken as it was
    assert antwoord.status_code == 200
    for veld in getypt:
        assert formulier[veld].value() == tekst
        if veld in formulier.errors:
            assert escape(formulier.errors[veld][0]) in antwoord.text
    assert antwoord.text.count(escape(tekst).strip()) >= len(getypt)


def test_wat_vreemd_is_komt_terug_zoals_het_was(client):
    """Kept with its direction, and never as markup."""
    client.als(voordeur.administratie())
    zaak = ZaakFabriek(gemeld_op=VANDAAG)
    client.post(reverse("toegang:telefoonnotitie", args=[zaak.pk]), {"richting": "inkomend", "tekst": VREEMD})

    contact = Contactmoment.objects.get()
    pagina = client.get(reverse("toegang:contact", args=[contact.pk])).text

    assert contact.vraag == VREEMD
    assert f'dir="auto">{escape(VREEMD)}' in pagina
