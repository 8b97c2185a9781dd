"""A death that the BRP tells: letters, visits and help are held, and a person ends them."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.fabrieken import VANDAAG, MedewerkerFabriek
from tests.toegang.brpwereld import DOOD, VERHUISD, overnemen, persoon
from tests.toegang.test_brieven import proef
from tests.voorzieningen.opstelling import verse, voorstel, zaak_met_consulent
from toegang.models import Brief, Taak, Zaak
from toegang.rechten import Rol
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from voorzieningen.models import Indicatie
from voorzieningen.usecases.indicaties_starten import indicaties_starten
from voorzieningen.usecases.indicaties_toekennen import indicaties_toekennen
from wijkteams.models import Huisbezoek
from wijkteams.usecases.huisbezoek_gemist import huisbezoek_gemist
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen

__all__ = ["proef"]
pytestmark = pytest.mark.django_db
NU = datetime.datetime(2026, 12, 3, 9, tzinfo=datetime.UTC)
MORGEN = VANDAAG + datetime.timedelta(days=1)


@pytest.fixture
def zaak():
    anna = overnemen(persoon(), vandaag=VANDAAG).inwoner
    return zaak_met_consulent(dossier__inwoner=anna)[0]


def sterft():
    overnemen(persoon(**DOOD), vandaag=VANDAAG)


def open_taken(zaak) -> set[str]:
    return {t.sleutel.split(":")[0] for t in Taak.objects.open().filter(zaak=zaak)}


def brief(zaak, **anders):
    return brief_klaarzetten(
        soort="proef", zaak=zaak, bron_id=zaak.pk, onderwerp="Uw vraag", door=zaak.regisseur.actor,
        verzenddatum=VANDAAG, **anders,
    )  # fmt: skip


def test_een_gepland_huisbezoek_verdwijnt_van_de_dag_en_blijft_staan_tot_iemand_het_afzegt(zaak):
    bezoek = huisbezoek_plannen(
        zaak_id=zaak.pk, door=verse(zaak.regisseur), nu=NU, gepland_om=NU + datetime.timedelta(days=14)
    )
    assert "huisbezoek" in open_taken(zaak)

    sterft()

    assert open_taken(zaak) == {"huisbezoek_afzeggen", "brp_overleden"}
    assert Huisbezoek.objects.get().status == "gepland"
    huisbezoek_gemist(huisbezoek_id=bezoek.pk, door=verse(zaak.regisseur), nu=NU, reden="overleden")
    assert open_taken(zaak) == {"brp_overleden"}  # nobody plans a new one


def test_hulp_begint_niet_meer_en_stopt_niet_vanzelf(zaak):
    administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor
    loopt = voorstel(zaak, verse(zaak.regisseur), ingangsdatum=VANDAAG)
    indicaties_toekennen(indicatie_ids=[loopt.pk], door=administratie, vandaag=VANDAAG)
    straks = voorstel(zaak, verse(zaak.regisseur), ingangsdatum=MORGEN)
    indicaties_toekennen(indicatie_ids=[straks.pk], door=administratie, vandaag=VANDAAG)

    sterft()

    assert indicaties_starten(vandaag=MORGEN) == 0
    assert {i.pk: i.status for i in Indicatie.objects.all()} == {loopt.pk: "lopend", straks.pk: "toegekend"}
    assert open_taken(zaak) == {"hulp_na_overlijden", "brp_overleden"}


def test_ook_een_gesloten_zaak_met_lopende_hulp_krijgt_de_taken(zaak):
    administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor
    loopt = voorstel(zaak, verse(zaak.regisseur), ingangsdatum=VANDAAG)
    indicaties_toekennen(indicatie_ids=[loopt.pk], door=administratie, vandaag=VANDAAG)
    zaak.refresh_from_db()
    zaak.status, zaak.afsluitreden, zaak.afgesloten_op = "afgesloten", "besluit", VANDAAG
    zaak.bewaren(door=administratie, reden="test")

    sterft()

    assert open_taken(zaak) == {"hulp_na_overlijden", "brp_overleden"}


def test_een_brief_gaat_niet_meer_weg(zaak, proef):
    gevraagd = brief(zaak)
    brief_maken(brief_id=gevraagd.pk, nu=NU)

    sterft()

    with pytest.raises(ValidationError, match="overleden"):
        brief_verzenden(
            brief_id=gevraagd.pk, door=MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor, vandaag=VANDAAG,
            verzonden_op=VANDAAG,
        )  # fmt: skip
    with pytest.raises(ValidationError, match="overleden"):
        brief(Zaak.objects.get(pk=zaak.pk), sleutel="nieuw")


def test_een_brief_die_nog_niet_weg_is_gaat_naar_het_nieuwe_adres(zaak, proef):
    gevraagd = brief(zaak)
    brief_maken(brief_id=gevraagd.pk, nu=NU)

    overnemen(persoon(**VERHUISD), vandaag=VANDAAG)

    nu = Brief.objects.get()
    assert (nu.status, nu.aan_adres) == ("gevraagd", ["Parade 7", "5911 CA  VENLO"])
    overnemen(persoon(**VERHUISD), vandaag=VANDAAG)
    assert Brief.objects.get().versie == nu.versie


def test_de_pagina_noemt_alles_wat_iemand_kan_beeindigen(client, zaak, proef):
    door = verse(zaak.regisseur)
    huisbezoek_plannen(zaak_id=zaak.pk, door=door, nu=NU, gepland_om=NU + datetime.timedelta(days=14))
    loopt = voorstel(zaak, door, ingangsdatum=VANDAAG)
    indicaties_toekennen(
        indicatie_ids=[loopt.pk], door=MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor, vandaag=VANDAAG
    )
    brief(zaak)
    sterft()

    antwoord = client.als(zaak.regisseur).get(reverse("toegang:brp_wijziging", args=[zaak.pk]))

    tekst = antwoord.text[antwoord.text.index("Kijk ook naar") :]
    plaatsen = [
        tekst.index(w)
        for w in (
            "Huisbezoek van",
            "De hulp die loopt",
            "1 brief die nog niet weg is",
            "Zaak afsluiten</a></li>",
        )
    ]
    assert plaatsen == sorted(plaatsen)
    assert "Volgens de BRP op 30 november 2026" in antwoord.text
