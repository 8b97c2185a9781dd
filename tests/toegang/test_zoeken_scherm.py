"""The search field on every page."""

import pytest
from django.urls import reverse

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from toegang.models import Inzage
from toegang.rechten import Rol
from toegang.zoekvraag import Zoekvraag, ontleden


@pytest.mark.parametrize(
    ("tekst", "vraag"),
    [
        ("Jansen 3-4-1948", Zoekvraag("Jansen", "19480403")),
        ("Jansen, 3 april 1948", Zoekvraag("Jansen", "19480403")),
        ("5921 ab 12", Zoekvraag("", "", "5921AB", 12)),
        ("Jansen 5921AB", Zoekvraag("Jansen", "", "5921AB", None)),
        ("9999 00 006", Zoekvraag(bsn="999900006")),
        ("123456789", Zoekvraag("123456789")),
        ("Jansen 06 12 34 56 78", Zoekvraag("Jansen", telefoon="0612345678")),
        ("077-3591234 5921AB 12", Zoekvraag("", "", "5921AB", 12, telefoon="0773591234")),
        ("Jansen 31-2-1948", Zoekvraag("Jansen 31-2-1948")),
        ("Ja\x00nsen", Zoekvraag("Jansen")),
    ],
)
def test_ontleden(tekst, vraag):
    assert ontleden(tekst) == vraag


@pytest.mark.django_db
def test_zoeken_geeft_alleen_wie_mag_een_koppeling_naar_het_dossier(client):
    zaak = ZaakFabriek(dossier__inwoner__geslachtsnaam="Vermeulen")
    adres = reverse("toegang:dossier", args=[zaak.dossier_id])

    for rol, koppeling in ((Rol.ADMINISTRATIE, True), (Rol.KCC, False)):
        antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(
            reverse("toegang:zoeken"), {"zoek": "Vermeulen"}
        )
        assert "A.M. Vermeulen" in antwoord.text
        assert (adres in antwoord.text) is koppeling
    assert list(Inzage.objects.values_list("inwoner", "actie")) == [(zaak.dossier.inwoner_id, "zoeken")] * 2


@pytest.mark.django_db
def test_zoeken_is_niet_voor_iedereen(client):
    InwonerFabriek()

    antwoord = client.als(MedewerkerFabriek(rollen=[Rol.BEHEERDER])).post(
        reverse("toegang:zoeken"), {"zoek": "Jansen"}
    )

    assert antwoord.status_code == 403
