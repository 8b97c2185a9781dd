"""Text blocks: kept by the beheerder, behind what stands in a field, never in its place."""

import datetime
import uuid

import pytest
import time_machine
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek
from tests.wijkteams.aan_tafel import vaste_tekst
from tests.wijkteams.opstellingen import om, zaak_in_onderzoek, zaak_met_gesprek
from toegang.rechten import Rol
from wijkteams.models import Gespreksdeel, Onderzoek, Tekstblok
from wijkteams.teksten import achter

NU = om(datetime.date(2026, 12, 3), 11)
LIJST = reverse("wijkteams:tekstblokken")
NIEUW = reverse("wijkteams:tekstblok_toevoegen")


def ingevuld(**anders):
    return {"titel": "Woont alleen", "veld": "wat_lukt", "trede": "", "wet": "", "tekst": "U woont alleen.",
            "actief": "ja", **anders}  # fmt: skip


@pytest.mark.parametrize(
    ("staat", "wordt"),
    [("", "Nieuw."), ("   ", "Nieuw."), ("Oud.", "Oud.\nNieuw."), ("Oud.\n\n", "Oud.\nNieuw.")],
)
def test_erbij_en_nooit_in_plaats_van(staat, wordt):
    assert achter(staat, "Nieuw.") == wordt


@pytest.mark.parametrize("rol", list(Rol))
@pytest.mark.django_db
def test_alleen_de_beheerder_houdt_ze_bij(client, rol):
    mag = rol == Rol.BEHEERDER
    blok = vaste_tekst("wat_lukt", "Oud.")
    client.als(MedewerkerFabriek(rollen=[rol]))

    wijzigen = reverse("wijkteams:tekstblok_wijzigen", args=[blok.pk])
    antwoorden = [client.get(LIJST), client.get(wijzigen), client.post(NIEUW, ingevuld())]

    assert [a.status_code for a in antwoorden] == ([200, 200, 302] if mag else [403] * 3)
    assert Tekstblok.objects.count() == 1 + mag


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"titel": ""}, "Vul een korte naam in"),
        ({"tekst": "  "}, "Schrijf de tekst"),
        ({"trede": "3"}, "hoort alleen bij een tekst van de afweging"),
        ({"titel": "Bestaat al"}, "Er is al een tekst met deze naam"),
        ({"tekst": "x" * 100_000}, "tekens lang"),
    ],
)
@pytest.mark.django_db
def test_wat_niet_klopt_blijft_staan_met_een_zin(client, anders, zin):
    vaste_tekst("wat_lukt", "Bestaat al")

    antwoord = client.als(MedewerkerFabriek(rollen=[Rol.BEHEERDER])).post(NIEUW, ingevuld(**anders))

    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert Tekstblok.objects.count() == 1


@pytest.mark.django_db
def test_twee_keer_klikken_is_een_en_twee_tegelijk_hoort_dat(client):
    sleutel = uuid.uuid4()
    client.als(MedewerkerFabriek(rollen=[Rol.BEHEERDER]))
    for _ in range(2):
        client.post(NIEUW, ingevuld(), sleutel=sleutel)
    blok = Tekstblok.objects.get()
    wijzigen = reverse("wijkteams:tekstblok_wijzigen", args=[blok.pk])
    client.post(wijzigen, ingevuld(tekst="Van de ander.", versie="1"))

    antwoord = client.post(wijzigen, ingevuld(tekst="Van mij.", versie="1"))

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Van de ander." in tekst
    assert "Van mij." in tekst
    assert Tekstblok.objects.get().tekst == "Van de ander."


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_in_het_gesprek_komt_de_tekst_achter_wat_is_getypt_en_wordt_niets_bewaard(client):
    zaak = zaak_met_gesprek()
    blok = vaste_tekst("wat_lukt", "U stoft zelf.")
    wachten = vaste_tekst("wie_helpt", "Niemand.", actief=False)
    client.als(zaak.regisseur)
    pagina = client.get(reverse("wijkteams:gesprek", args=[zaak.pk])).content.decode()

    antwoord = client.post(
        reverse("wijkteams:gesprek", args=[zaak.pk]),
        {"tekst_toevoegen": "huishouden", "tekstblok_huishouden": blok.kort, "huishouden_wat_lukt": "U kookt.",
         "behoeften": "Half getypt", "versie": "2"},
    )  # fmt: skip

    velden = antwoord.context["formulier"]
    assert f'value="{blok.kort}"' in pagina
    assert wachten.kort not in pagina
    assert velden["huishouden_wat_lukt"].value() == "U kookt.\nU stoft zelf."
    assert velden["behoeften"].value() == "Half getypt"
    assert "staat erbij" in antwoord.content.decode()
    assert Gespreksdeel.objects.get(leefgebied="huishouden").wat_lukt == "U kookt, wast af en stoft zelf."
    assert Onderzoek.objects.get(zaak=zaak).behoeften == "U wilt in uw eigen huis blijven wonen."


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_een_blok_van_een_andere_wet_of_verzonnen_wordt_niet_gekozen(client):
    zaak = zaak_in_onderzoek()
    jeugd = vaste_tekst("wat_lukt", "Alleen jeugd.", wet="jeugdwet")
    adres = reverse("wijkteams:gesprek", args=[zaak.pk])
    client.als(zaak.regisseur)

    for sleutel in (jeugd.kort, str(uuid.uuid4()), "onzin", ""):
        antwoord = client.post(
            adres, {"tekst_toevoegen": "huishouden", "tekstblok_huishouden": sleutel, "versie": "0"}
        )
        assert "Kies eerst een vaste tekst" in antwoord.content.decode()
        assert "Alleen jeugd." not in antwoord.content.decode()
