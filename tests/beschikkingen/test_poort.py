"""The gate: what is ready, what is missing, where to mend it; the same list for page, button and refusal."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from beschikkingen.models import Besluit, Mandaat
from beschikkingen.poort import ontbreekt_voor_besluit, open_punten
from beschikkingen.regels import leesbaarheid, oppakken_tot, woorden, zinnen
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.besluit_ondertekenen import besluit_ondertekenen
from beschikkingen.usecases.besluit_oppakken import besluit_oppakken
from beschikkingen.usecases.besluit_ter_toetsing import besluit_ter_toetsing
from beschikkingen.usecases.besluit_terugsturen import besluit_terugsturen
from beschikkingen.usecases.opmerkingen import opmerking_afhandelen
from tests.beschikkingen.opstellingen import (
    VANDAAG,
    besluit_in,
    met_indicatie,
    ondertekenaar,
    opgepakt_door,
    toetser,
    verse,
)
from tests.voorbeelden_brieven import afwijzing, toekenning
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from tests.wijkteams.opstellingen import hulpvraag_afgewogen, om, zaak_met_gesprek
from toegang.models import Actor
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from voorzieningen.usecases.indicatie_intrekken import indicatie_intrekken


def mist(besluit) -> list[str]:
    return [p.zin for p in open_punten(Besluit.objects.get(pk=besluit.pk), vandaag=VANDAAG)]


@pytest.mark.django_db
def test_een_volledig_besluit_mist_niets():
    besluit = besluit_in("klaar")

    punten = ontbreekt_voor_besluit(besluit, vandaag=VANDAAG)

    assert [p.zin for p in punten if not p.klaar] == []
    zinnen_ = " | ".join(p.zin for p in punten)
    for stuk in (
        "Aanvraag ontvangen op 24 november 2026",
        "Verslag verstuurd, opmerkingen van de inwoner staan erbij",
        "105 minuten per week (1 uur en 45 minuten), 4 januari 2027 tot en met 31 december 2028",
        "Aanbieder: Zorg aan de Maas",
        "Eigen bijdrage is besproken",
        "Ondertekenaar met mandaat: K. Bakker",
        "(tot €\u00a010.000 per jaar)",
        "Brief leest goed: gemiddeld",
    ):
        assert stuk in zinnen_


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("velden", "zin", "anker"),
    [
        ({"wat_kunt_u_niet": ""}, "wat de inwoner niet kan", "id_wat_kunt_u_niet"),
        ({"blijft_over": " "}, "hoe de omvang is bepaald", "id_blijft_over"),
        ({"wat_gebeurt_nu": ""}, "wat er nu gebeurt", "id_wat_gebeurt_nu"),
        ({"regels": ""}, "verordening ontbreken", "id_regels"),
        ({"bijdrage_besproken": False}, "Eigen bijdrage is niet besproken", "id_bijdrage_besproken"),
        ({"wat_kunt_u_niet": "woord " * 300}, "Brief leest niet goed", "id_wat_kunt_u_niet"),
    ],
)
def test_wat_ontbreekt_en_waar(velden, zin, anker):
    besluit = besluit_in("klaar")
    besluit_aanvullen(besluit_id=besluit.pk, door=verse(besluit.zaak.regisseur), **velden)

    (punt,) = open_punten(Besluit.objects.get(pk=besluit.pk), vandaag=VANDAAG)

    assert zin in punt.zin
    assert (punt.adres, punt.pk, punt.anker) == ("beschikkingen:besluit", besluit.pk, anker)


@pytest.mark.django_db
def test_een_lege_reden_wijst_naar_haar_veld(client):
    besluit = besluit_in("klaar")
    reden = besluit.redenen.get(trede=3)
    besluit_aanvullen(besluit_id=besluit.pk, door=verse(besluit.zaak.regisseur), redenen={reden.pk: ""})

    (punt,) = open_punten(besluit, vandaag=VANDAAG)
    tekst = (
        client.als(besluit.zaak.regisseur)
        .get(reverse("beschikkingen:besluit", args=[besluit.pk]))
        .content.decode()
    )

    assert "mantelzorg" in punt.zin
    assert f'href="#{punt.anker}"' in tekst
    assert f'id="{punt.anker}"' in tekst
    assert "Nog niet naar de toetser: 1 punt is open." in tekst


@pytest.mark.django_db
def test_dezelfde_lijst_is_de_weigering():
    besluit = besluit_in("concept")

    with pytest.raises(ValidationError) as fout:
        besluit_ter_toetsing(besluit_id=besluit.pk, door=verse(besluit.zaak.regisseur), vandaag=VANDAAG)

    assert fout.value.messages == mist(besluit) != []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "mandaat",
    [
        {"wet": "jeugdwet"},
        {"categorie": "11"},
        {"tot_bedrag": Decimal(3275)},
        {"tot_op": VANDAAG},
        {"vanaf_op": VANDAAG + datetime.timedelta(days=1)},
    ],
)
def test_zonder_dekkend_mandaat_kan_het_niet_verder(mandaat):
    besluit = besluit_in("klaar")
    for rij in Mandaat.objects.all():
        rij.tot_op = VANDAAG
        rij.bewaren(door=Actor.objects.systeem(), reden="ingetrokken")
    ondertekenaar(**mandaat)

    assert mist(besluit) == ["Niemand heeft een mandaat voor dit product en dit bedrag. Vraag de beheerder."]


@pytest.mark.django_db
def test_weigeren_vraagt_de_macht_om_te_weigeren():
    besluit = besluit_in("klaar")
    for rij in Mandaat.objects.all():
        rij.soorten = ["toekennen"]
        rij.bewaren(door=Actor.objects.systeem(), reden="alleen toekennen")
    besluit_aanvullen(
        besluit_id=besluit.pk, door=verse(besluit.zaak.regisseur), uitkomst="afwijzing", zienswijze="U zei nee.",
        wat_kan_wel="Vraag uw huisarts.",
    )  # fmt: skip

    assert any("mandaat" in zin for zin in mist(besluit))


@pytest.mark.django_db
def test_na_zes_weken_zonder_onderzoek_waarschuwt_de_afweging_alleen():
    zaak = zaak_met_gesprek(gemeld_op=datetime.date(2026, 10, 1))
    hulpvraag_afgewogen(zaak, tot_en_met=3)
    aanvraag_registreren(
        zaak_id=zaak.pk, door=verse(zaak.regisseur), vandaag=VANDAAG, nu=om(VANDAAG), ontvangen_op=VANDAAG,
        wijze="formulier", gevraagd="Hulp in het huishouden",
    )  # fmt: skip
    besluit = besluit_in("klaar", zaak=zaak)

    punten = ontbreekt_voor_besluit(besluit, vandaag=VANDAAG)

    assert [p.zin for p in punten if not p.klaar] == []
    assert any(p.let_op and "2.3.2 lid 9" in p.zin for p in punten)
    assert any(p.let_op and "nog niet onderzocht" in p.zin for p in punten)


@pytest.mark.django_db
def test_nieuwe_en_ingetrokken_hulp():
    besluit = besluit_in("klaar")
    zaak, door = besluit.zaak, verse(besluit.zaak.regisseur)
    product, aanbieder = huishoudelijke_hulp(naam="Begeleiding", briefnaam="begeleiding", categorie="02")
    nieuw = met_indicatie(zaak, product=product, aanbieder_id=aanbieder.pk)

    assert mist(besluit) == ["Er is hulp voorgesteld die nog niet in dit besluit staat. Bewaar het besluit."]
    besluit_aanvullen(besluit_id=besluit.pk, door=door)
    assert mist(besluit) == []
    indicatie_intrekken(indicatie_id=nieuw.pk, door=door, vandaag=VANDAAG)
    assert [r.indicatie.product.naam for r in Besluit.objects.get(pk=besluit.pk).geldende_regels()] == [
        "Hulp bij het huishouden"
    ]
    assert mist(besluit) == []


@pytest.mark.django_db
def test_hulp_in_een_besluit_dat_onderweg_is_staat_vast():
    besluit = besluit_in("ter_toetsing")

    with pytest.raises(OngeldigeOvergang, match="onderweg"):
        indicatie_intrekken(
            indicatie_id=besluit.zaak.indicaties.get().pk, door=verse(besluit.zaak.regisseur), vandaag=VANDAAG
        )


@pytest.mark.django_db
def test_een_opmerking_houdt_het_besluit_tegen_tot_zij_gedaan_is():
    besluit = besluit_in("ter_toetsing")
    door = opgepakt_door(toetser(last_name="Aydin"), besluit)
    besluit_terugsturen(
        besluit_id=besluit.pk,
        door=door,
        vandaag=VANDAAG,
        reden="Noem de ziekte niet.",
        onderdeel="mantelzorg",
    )
    (opmerking,) = besluit.opmerkingen.all()

    assert mist(besluit) == ["Opmerking van R. Aydin bij 'mantelzorg'"]
    for _ in range(2):
        opmerking_afhandelen(
            besluit_id=besluit.pk,
            opmerking_id=opmerking.pk,
            door=verse(besluit.zaak.regisseur),
            vandaag=VANDAAG,
        )
    assert mist(besluit) == []


@pytest.mark.django_db
def test_bij_het_ondertekenen_wordt_de_poort_nog_eens_gevraagd():
    besluit = besluit_in("ter_ondertekening")
    contract = besluit.zaak.indicaties.get().product.contracten.get()
    contract.tot_op = datetime.date(2027, 1, 1)
    contract.bewaren(door=Actor.objects.systeem(), reden="opgezegd")
    mens = ondertekenaar()
    besluit_oppakken(besluit_id=besluit.pk, door=verse(mens), vandaag=VANDAAG)

    with pytest.raises(OngeldigeOvergang, match="geen contract meer"):
        besluit_ondertekenen(besluit_id=besluit.pk, door=verse(mens), vandaag=VANDAAG)


def test_de_voorbeelden_lezen_goed():
    for brief in (toekenning(), afwijzing()):
        gemiddeld, langste, _ = leesbaarheid(
            [*brief.waarom, *brief.conclusie, *brief.zienswijze, *brief.wat_kan_wel]
        )
        assert gemiddeld <= 12
        assert langste <= 20


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("U belt om 14.30 uur. Dan komt K. Peeters.", 2),
        ("Goed!\nU krijgt € 21,80 per maand", 2),
        ("Een zin zonder punt", 1),
        ("", 0),
        ("Bent u niet gebeld? Bel ons.", 2),
    ],
)
def test_zinnen_tellen(tekst, aantal):
    assert len(zinnen(tekst)) == aantal


def test_woorden_tellen():
    assert woorden("U betaalt € 21,80 per maand") == 6
    assert woorden("") == 0


def test_vijf_werkdagen_slaan_kerst_over():
    assert oppakken_tot(datetime.date(2026, 12, 23)) == datetime.date(2026, 12, 31)
