"""What each kind of besluit does when it is sent, what its gate asks before, and what its letter says."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from beschikkingen import soorten
from beschikkingen.briefbouw import inhoud, onderwerp
from beschikkingen.models import Besluit, Mandaatsoort, Uitkomst
from beschikkingen.poort import PUNTEN, open_punten
from beschikkingen.toetsonderdelen import onderdelen_van
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.besluit_ambtshalve_opstellen import besluit_ambtshalve_opstellen
from beschikkingen.usecases.zienswijze_vragen import (
    zienswijze_overslaan,
    zienswijze_vastleggen,
    zienswijze_vragen,
)
from tests.beschikkingen.opstellingen import (
    TEKSTEN,
    VANDAAG,
    begeleiding,
    besluit_in,
    gehoord,
    met_indicatie,
    ondertekenaar,
    opgepakt_door,
    toetser,
    verse,
    verstuurd,
)
from tests.wijkteams.opstellingen import zaak_met_verslag
from toegang.models import Brief, Termijn
from toegang.statussen import OngeldigeOvergang
from voorzieningen.models import Indicatie

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(days=7)
VERANDERD = {
    "motivering": "U woont nu samen met uw zoon. Hij doet het zware werk.",
    "wat_gebeurt_nu": "Zorg aan de Maas belt u.",
    "regels": "Verordening, artikel 8",
}


def mist(besluit) -> list[str]:
    return [p.zin for p in open_punten(Besluit.objects.get(pk=besluit.pk), vandaag=VANDAAG)]


@pytest.mark.parametrize("uitkomst", list(Uitkomst))
def test_elke_uitkomst_heeft_een_poort_een_mandaat_en_een_aanleiding(uitkomst):
    assert PUNTEN[uitkomst]
    assert soorten.SOORT_MANDAAT[uitkomst] in set(Mandaatsoort)
    assert any(uitkomst in bij for bij in soorten.UITKOMSTEN_BIJ.values())
    assert uitkomst in soorten.GEVOLG_BIJ or uitkomst in soorten.GEVOLGEN_TE_KIEZEN


def test_een_opmerking_gaat_over_een_deel_dat_dit_besluit_heeft(client):
    besluit = besluit_in("ter_toetsing")
    door = opgepakt_door(toetser(), besluit)

    def delen(uitkomst, aanleiding="ambtshalve", **anders):
        for naam, waarde in {"uitkomst": uitkomst, "aanleiding": aanleiding, **anders}.items():
            setattr(besluit, naam, waarde)
        return {deel for deel, _ in onderdelen_van(besluit)}

    altijd = {"algemeen", "verder", "regels"}
    for uitkomst in Uitkomst:
        assert altijd <= delen(uitkomst)
    assert {"mantelzorg", "omvang", "hulp"} <= delen("toekenning", "aanvraag")
    assert "reden" not in delen("toekenning", "aanvraag")
    pagina = (
        client.als(door.medewerker).get(reverse("beschikkingen:besluit", args=[besluit.pk])).content.decode()
    )
    assert 'value="mantelzorg"' in pagina
    assert 'value="bezwaar"' not in pagina
    zonder = Besluit.objects.prefetch_related("regelingen").get(pk=besluit.pk)
    zonder._prefetched_objects_cache["redenen"] = besluit.redenen.none()
    besluit = zonder
    assert {"grond", "zienswijze", "reden"} <= delen("intrekking")
    assert {"bedrag", "opzet"} <= delen("terugvordering")
    assert {"bedrag", "reden"} <= delen("dwangsom", "ingebrekestelling")
    assert {"bezwaar", "reden"} <= delen("ongegrond", "bezwaar")
    assert {"spoed", "hulp"} <= delen("tijdelijk", "spoed")
    assert not {"mantelzorg", "omvang"} & delen("intrekking")
    assert "herhaling" in delen("afwijzing", "aanvraag", volgt_op_id=besluit.pk)


def deels(besluit, anders=None):
    """Household help is granted, begeleiding is not."""
    nee = besluit.regelingen.get(indicatie__product__naam="Begeleiding")
    ja = besluit.regelingen.exclude(pk=nee.pk).get()
    door = verse(besluit.zaak.regisseur)
    keuze = {
        ja.pk: {"gevolg": "toekennen"},
        nee.pk: {"gevolg": "afwijzen", "reden": "Uw zoon helpt u met de post."},
    }
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, **TEKSTEN | {"uitkomst": "gedeeltelijk", "wat_kan_wel": "Bel de bibliotheek."},
        hulp=keuze | (anders or {}),
    )  # fmt: skip
    return ja, nee


@pytest.fixture
def twee_regels():
    zaak = zaak_met_verslag()
    met_indicatie(zaak)
    product, aanbieder = begeleiding()
    met_indicatie(zaak, product=product, aanbieder_id=aanbieder.pk)
    return besluit_in("concept", zaak=zaak)


def test_een_deel_wordt_per_regel_gekozen(twee_regels):
    ja, nee = deels(twee_regels)
    assert mist(twee_regels) == ["De inwoner is nog niet vooraf gehoord (Awb 4:7)"]
    gehoord(twee_regels, verse(twee_regels.zaak.regisseur))

    verstuurd(twee_regels)

    statussen = {i.pk: i.status for i in Indicatie.objects.all()}
    assert (statussen[ja.indicatie_id], statussen[nee.indicatie_id]) == ("toegekend", "afgewezen")
    delen = inhoud(Besluit.objects.get(pk=twee_regels.pk))
    assert "U krijgt geen begeleiding. Uw zoon helpt u met de post." in delen["conclusie"]
    assert [r.waarde for r in delen["regels"] if r.kop == "Wat"] == [ja.indicatie.resultaat]


@pytest.mark.parametrize(
    ("keuze", "zin"),
    [
        ({"gevolg": "afwijzen", "reden": " "}, "De reden ontbreekt bij wat niet kan: Begeleiding"),
        ({"gevolg": "toekennen", "reden": ""}, "Er staat niet wat de inwoner niet krijgt"),
    ],
)
def test_wat_niet_kan_heeft_een_reden(twee_regels, keuze, zin):
    nee = twee_regels.regelingen.get(indicatie__product__naam="Begeleiding")

    deels(twee_regels, {nee.pk: keuze})

    assert any(zin in z for z in mist(twee_regels))


def test_afwijzing_na_een_zienswijze_wijst_elke_regel_af():
    besluit = besluit_in("klaar")
    door = verse(besluit.zaak.regisseur)
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, uitkomst="afwijzing", wat_kan_wel="Vraag uw huisarts."
    )
    assert mist(besluit) == ["De inwoner is nog niet vooraf gehoord (Awb 4:7)"]
    gehoord(besluit, door)

    verstuurd(besluit)

    assert Indicatie.objects.get().status == "afgewezen"


def test_zienswijze_per_brief_wacht_op_antwoord_of_het_einde_van_de_tijd():
    besluit = besluit_in("klaar")
    door = verse(besluit.zaak.regisseur)
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, uitkomst="afwijzing", wat_kan_wel="Vraag uw huisarts."
    )
    tot = VANDAAG + 2 * WEEK
    vraag = {
        "besluit_id": besluit.pk,
        "door": door,
        "vandaag": VANDAAG,
        "wijze": "brief",
        "waarover": "Wij weigeren.",
    }
    with pytest.raises(ValidationError, match="Geef minstens een week"):
        zienswijze_vragen(**vraag, uiterlijk_op=VANDAAG + WEEK - datetime.timedelta(days=1))

    eerste = zienswijze_vragen(**vraag, uiterlijk_op=tot)

    assert zienswijze_vragen(**vraag, uiterlijk_op=tot) == eerste
    assert Brief.objects.get(soort="zienswijze_gevraagd").bron_id == eerste.pk
    assert besluit.zaak.taken.open().get(sleutel=f"zienswijze:{besluit.pk}").uiterlijk_op == tot
    assert mist(besluit) == ["Wij wachten op de zienswijze van de inwoner tot en met 17 december 2026"]
    with pytest.raises(ValidationError, match="kan nog tot en met 17 december"):
        zienswijze_vastleggen(besluit_id=besluit.pk, door=door, vandaag=tot)
    with pytest.raises(OngeldigeOvergang, match="niet verstuurd"):
        zienswijze_vastleggen(besluit_id=besluit.pk, door=door, vandaag=tot + WEEK)
    zienswijze_vastleggen(
        besluit_id=besluit.pk, door=door, vandaag=VANDAAG + WEEK, antwoord="Dat klopt niet."
    )
    assert mist(besluit) == ["In de brief staat nog niet wat de inwoner zei, en wat wij daarvan vinden"]
    assert not besluit.zaak.taken.open().filter(sleutel__startswith="zienswijze").exists()


def test_niet_horen_vraagt_een_grond_met_uitleg():
    besluit = besluit_in("klaar")
    door = verse(besluit.zaak.regisseur)
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, uitkomst="afwijzing", wat_kan_wel="Vraag uw huisarts."
    )
    wat = {"besluit_id": besluit.pk, "door": door, "vandaag": VANDAAG, "uitzondering": "gering"}
    with pytest.raises(ValidationError, match="Schrijf op waarom"):
        zienswijze_overslaan(**wat, uitzondering_omdat=" ")

    zienswijze_overslaan(**wat, uitzondering_omdat="U vroeg dit zelf.")

    assert mist(besluit) == []


def test_niet_behandelen_kan_pas_na_tijd_om_aan_te_vullen():
    besluit = besluit_in("klaar")
    door = verse(besluit.zaak.regisseur)
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, uitkomst="niet_behandelen", motivering="Wij kregen uw huurcontract niet.",
        wat_kan_wel="U kunt opnieuw een aanvraag doen.",
    )  # fmt: skip

    assert mist(besluit) == ["De inwoner kreeg nog geen tijd om aan te vullen (Awb 4:5 lid 1)"]
    assert onderwerp(Besluit.objects.get(pk=besluit.pk)) == "Wij behandelen uw aanvraag niet"


def ambtshalve(uitkomst, *, ingang=VANDAAG, werking=VANDAAG + WEEK, grond="b", hulp=None):
    """Help that runs, and a besluit that changes it, ready for the check."""
    eerste = besluit_in("verzonden", indicatie={"ingangsdatum": ingang})
    door = verse(eerste.zaak.regisseur)
    ondertekenaar()
    besluit = besluit_ambtshalve_opstellen(
        zaak_id=eerste.zaak_id, door=door, vandaag=VANDAAG, aanleiding="ambtshalve", uitkomst=uitkomst,
        indicatie_ids=[eerste.zaak.indicaties.get().pk], grond=grond, werking_op=werking,
    )  # fmt: skip
    regel = besluit.regelingen.get()
    besluit_aanvullen(besluit_id=besluit.pk, door=door, **VERANDERD, hulp={regel.pk: hulp or {}})
    gehoord(besluit, door)
    return besluit


def test_herziening_verandert_de_omvang_vanaf_een_dag():
    besluit = ambtshalve("herziening", hulp={"gevolg": "wijzigen", "nieuw_volume": Decimal(60)})
    assert mist(besluit) == []

    verstuurd(besluit)

    oud, nieuw = Indicatie.objects.order_by("ingangsdatum")
    assert (oud.status, oud.einddatum, oud.volume) == (
        "lopend",
        VANDAAG + WEEK - datetime.timedelta(days=1),
        105,
    )
    assert (nieuw.status, nieuw.ingangsdatum, nieuw.volume) == ("toegekend", VANDAAG + WEEK, 60)
    assert besluit.zaak.aanvragen.get().status == "besloten"
    assert Termijn.objects.filter(zaak=besluit.zaak, soort="besluit", gehaald_op=None).count() == 0
    waarden = {r.kop: r.waarde for r in inhoud(Besluit.objects.get(pk=besluit.pk))["regels"]}
    assert waarden["Het wordt"].startswith("60 minuten")


@pytest.mark.parametrize(
    ("werking", "status", "laatste"),
    [
        (VANDAAG, "ingetrokken", None),  # from the first day on: it never was
        (VANDAAG + WEEK, "lopend", VANDAAG + WEEK - datetime.timedelta(days=1)),
    ],
)
def test_intrekking_werkt_vanaf_haar_dag(werking, status, laatste):
    besluit = ambtshalve("intrekking", werking=werking, grond="a")

    verstuurd(besluit)

    hulp = Indicatie.objects.get()
    assert hulp.status == status
    assert laatste is None or hulp.einddatum == laatste


@pytest.mark.parametrize(
    ("anders", "zin"),
    [({"grond": ""}, "De grond van de herziening ontbreekt"), ({"werking": None}, "Kies vanaf welke dag")],
)
def test_ambtshalve_vraagt_grond_en_dag(anders, zin):
    besluit = ambtshalve("beeindiging", **anders)

    assert any(zin in z for z in mist(besluit))


def test_terugvordering_volgt_op_een_intrekking_met_opzet():
    eerst = ambtshalve("intrekking", grond="a")
    door = verse(eerst.zaak.regisseur)
    vraag = {
        "zaak_id": eerst.zaak_id, "door": door, "vandaag": VANDAAG, "aanleiding": "ambtshalve",
        "uitkomst": "terugvordering",
    }  # fmt: skip
    with pytest.raises(OngeldigeOvergang, match="na een intrekking"):
        besluit_ambtshalve_opstellen(**vraag)
    verstuurd(eerst)

    besluit = besluit_ambtshalve_opstellen(**vraag)
    besluit_aanvullen(besluit_id=besluit.pk, door=door, **VERANDERD)
    gehoord(besluit, door)

    assert mist(besluit) == [
        "Er staat niet waaruit blijkt dat het opzet was (Wmo 2.4.1 lid 1)",
        "Vul het bedrag in dat terug moet",
    ]
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, opzet="U zei dat u alleen woont.", bedrag=Decimal("812.50")
    )
    verstuurd(besluit)
    assert besluit.zaak.taken.open().get(sleutel__startswith="besluit_bedrag").rol == "administratie"
    assert onderwerp(Besluit.objects.get(pk=besluit.pk)) == "U moet €\u00a0812,50 terugbetalen"


def test_een_uitkomst_van_een_andere_aanleiding_wordt_geweigerd():
    besluit = besluit_in("concept")

    with pytest.raises(ValidationError, match="hoort niet bij dit besluit"):
        besluit_aanvullen(
            besluit_id=besluit.pk, door=verse(besluit.zaak.regisseur), uitkomst="terugvordering"
        )
