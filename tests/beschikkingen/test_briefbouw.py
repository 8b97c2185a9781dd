"""From a besluit to its letter: what was recorded, nothing else, dated on the planned day."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from beschikkingen.bijdragen import BIJDRAGEN, bijdrage_in
from beschikkingen.briefbouw import bouwen, briefcode, voorbeeld
from beschikkingen.models import Besluit
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.besluitbrief_klaarzetten import besluitbrief_klaarzetten
from tests.beschikkingen.opstellingen import VANDAAG, administratie, besluit_in, verse
from tests.fabrieken import InwonerFabriek
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from tests.wijkteams.opstellingen import zaak_met_verslag
from toegang.brieven.basis import html_maken
from toegang.models import Document, Inzage
from wijkteams.models import Onderzoek, Trede

pytestmark = pytest.mark.django_db


def brief_van(besluit, dag=VANDAAG):
    rij = besluitbrief_klaarzetten(
        besluit_id=besluit.pk, door=administratie().actor, vandaag=VANDAAG, verzenddatum=dag
    )
    return bouwen(rij)


def test_de_brief_van_een_toekenning():
    besluit = besluit_in("ondertekend")

    brief = brief_van(besluit, datetime.date(2026, 12, 7))

    assert brief.onderwerp == "U krijgt hulp in het huishouden"
    assert (brief.kop.kenmerk, brief.kop.besloten_op, brief.kop.verzonden_op) == (
        besluit.kenmerk, VANDAAG, datetime.date(2026, 12, 7),
    )  # fmt: skip
    assert brief.bezwaar_tot == datetime.date(2027, 1, 18)  # from the printed day, not from the signature
    assert [(r.kop, r.waarde) for r in brief.regels] == [
        ("Wat", "een schone woonkamer, keuken, slaapkamer, badkamer en wc"),
        ("Hoeveel", "105 minuten per week (1 uur en 45 minuten)"),
        ("Van wie", besluit.zaak.indicaties.get().aanbieder.naam),
        ("Wanneer", "van 4 januari 2027 tot en met 31 december 2028"),
    ]
    assert "U belde ons op 5 november 2026." in brief.waarom[0]
    assert "U tekende het verslag. Wij kregen het op 24 november 2026. Dat is uw aanvraag." in brief.waarom[0]
    assert [t.label for t in brief.treden] == [
        "Uzelf", "Huisgenoten", "Mantelzorg", "Familie, vrienden en buren", "Hulp in de wijk", "Andere wetten",
    ]  # fmt: skip
    assert brief.treden[1].tekst == "U woont alleen."
    assert "In 2026 is dat €\u00a021,80 per maand" in brief.bijdrage[0]
    assert "in 2027 betaalt" in brief.bijdrage[0]
    assert (brief.ondertekenaar[:2], brief.functie) == ("K.", "teammanager Toegang")
    assert brief.wettelijke_regels[0] == "Wmo 2015 artikel 2.3.2, 2.3.5 en 2.3.8"
    assert "normenkader huishoudelijke hulp" in brief.wettelijke_regels


def test_de_notitie_voor_ons_komt_nooit_in_de_brief():
    besluit = besluit_in("ondertekend")
    door = verse(besluit.zaak.regisseur)
    trede = Trede.objects.filter(hulpvraag__onderzoek__zaak=besluit.zaak, trede=3).get()
    trede.notitie = "GEHEIM-1"
    trede.bewaren(door=door, reden="test")
    onderzoek = Onderzoek.objects.get(zaak=besluit.zaak)
    onderzoek.werknotitie = "GEHEIM-2"
    onderzoek.bewaren(door=door, reden="test")

    html = html_maken(brief_van(besluit))

    assert "GEHEIM" not in html
    assert "Dochter is moe" not in html


def test_de_brief_van_een_afwijzing():
    besluit = besluit_in("klaar")
    besluit_aanvullen(
        besluit_id=besluit.pk, door=verse(besluit.zaak.regisseur), uitkomst="afwijzing",
        zienswijze="Op 1 december belden wij u.", wat_kan_wel="Een ergotherapeut helpt u.",
    )  # fmt: skip

    brief = voorbeeld(Besluit.objects.get(pk=besluit.pk), VANDAAG)

    assert brief.onderwerp == "Concept: U krijgt geen hulp in het huishouden"
    assert brief.besluit == ("U vroeg ons om hulp in het huishouden. U krijgt deze hulp niet.",)
    assert (brief.regels, brief.bijdrage, brief.nu) == ((), (), ())
    assert brief.zienswijze == ("Op 1 december belden wij u.",)
    assert brief.bezwaar_tot is None


def test_een_pgb_zegt_bedrag_berekening_en_verantwoording():
    pgb = {"vorm": "pgb", "pgb_beheerder": "zelf", "pgb_motivering": "eigen hulp", "pgb_kwaliteit": "diploma"}
    besluit = besluit_in("klaar", indicatie=pgb)

    brief = voorbeeld(besluit, VANDAAG)

    assert "Het is €\u00a03.276 per jaar." in brief.pgb[0]
    assert "105 minuten per week" in brief.pgb[0]
    assert "Sociale Verzekeringsbank" in brief.pgb[1]
    assert "persoonsgebonden budget" in brief.besluit[0]
    assert "Wmo 2015 artikel 2.3.6" in brief.wettelijke_regels


@pytest.mark.parametrize(
    ("inwoner", "product", "zin"),
    [
        ({"geboren": "20150403"}, {}, "geen eigen bijdrage"),
        ({}, {"eigen_bijdrage": False}, "geen eigen bijdrage"),
        ({}, {}, "€\u00a021,80"),
    ],
)
def test_wie_geen_bijdrage_betaalt(inwoner, product, zin):
    soort, aanbieder = huishoudelijke_hulp(**product)
    zaak = zaak_met_verslag(inwoner=InwonerFabriek(**inwoner))
    besluit = besluit_in("concept", zaak=zaak, indicatie={"product": soort, "aanbieder_id": aanbieder.pk})

    assert zin in voorbeeld(besluit, VANDAAG).bijdrage[0]


def test_bijdrage_is_data_met_een_bron():
    assert (bijdrage_in(2026).per_maand, bijdrage_in(2025).per_maand) == (Decimal("21.80"), Decimal("21.00"))
    assert bijdrage_in(2027) is None
    assert bijdrage_in(2019) is None
    assert all(b.bron for b in BIJDRAGEN)


def test_code_is_vast_en_zegt_niets():
    een, twee = besluit_in("concept"), besluit_in("concept")

    assert briefcode(een) == briefcode(Besluit.objects.get(pk=een.pk)) != briefcode(twee)
    assert len(briefcode(een)) == 9


def test_voorbeeld_is_een_pdf_die_gelogd_wordt(client):
    besluit = besluit_in("klaar")

    antwoord = client.als(besluit.zaak.regisseur).get(reverse("beschikkingen:voorbeeld", args=[besluit.pk]))

    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord.content.startswith(b"%PDF-1.7")
    assert besluit.zaak.dossier.inwoner.geslachtsnaam not in antwoord["Content-Disposition"]
    assert Inzage.objects.filter(scherm="besluit_voorbeeld", laag="L2b", zaak=besluit.zaak_id).count() == 1
    assert not Document.objects.filter(zaak=besluit.zaak, soort="besluit").exists()


def test_een_andere_dag_maakt_de_brief_opnieuw():
    besluit = besluit_in("brief")
    door = administratie().actor
    dag = datetime.date(2026, 12, 8)

    rij = besluitbrief_klaarzetten(besluit_id=besluit.pk, door=door, vandaag=VANDAAG, verzenddatum=dag)

    assert besluit.zaak.brieven.filter(soort="besluit").count() == 1
    assert (rij.status, bouwen(rij).bezwaar_tot) == ("gevraagd", datetime.date(2027, 1, 19))
