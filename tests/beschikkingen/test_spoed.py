"""Temporary help at once (Wmo 2015 art. 2.3.3): a short gate, two people, an oral order, the check afterwards."""

import datetime
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from beschikkingen.models import Besluit
from beschikkingen.usecases.besluit_goedkeuren import besluit_goedkeuren
from beschikkingen.usecases.besluit_ondertekenen import besluit_ondertekenen
from beschikkingen.usecases.besluit_oppakken import besluit_oppakken
from beschikkingen.usecases.besluit_ter_toetsing import besluit_ter_toetsing
from beschikkingen.usecases.besluit_verzonden import besluit_verzonden
from beschikkingen.usecases.spoedbesluit_meedelen import spoedbesluit_meedelen
from beschikkingen.usecases.spoedbesluit_motiveren import motivering_verzonden, spoedbesluit_motiveren
from beschikkingen.usecases.spoedbesluit_opstellen import spoedbesluit_opstellen
from beschikkingen.usecases.spoedbesluit_ter_ondertekening import spoedbesluit_ter_ondertekening
from tests.beschikkingen.opstellingen import (
    VANDAAG,
    administratie,
    besluit_in,
    ondertekenaar,
    opgepakt_door,
    toetser,
    verse,
)
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from tests.wijkteams.opstellingen import om, zaak_in_onderzoek
from toegang.models import Termijn
from toegang.statussen import OngeldigeOvergang
from voorzieningen.models import Indicatie

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)


def spoed_in(toestand: str = "concept", **anders) -> Besluit:
    """concept, ter_ondertekening or ondertekend, on a zaak that is still being looked into."""
    zaak = zaak_in_onderzoek()
    product, aanbieder = huishoudelijke_hulp()
    door = verse(zaak.regisseur)
    gegevens = {
        "vorm": "natura", "product_id": product.pk, "aanbieder_id": aanbieder.pk, "volume": Decimal(240),
        "eenheid": "01", "frequentie": "2", "resultaat": "een schoon huis", "ingangsdatum": VANDAAG,
        "einddatum": VANDAAG + 28 * DAG, "motivering": "",
    }  # fmt: skip
    besluit = spoedbesluit_opstellen(zaak_id=zaak.pk, door=door, vandaag=VANDAAG, **gegevens | anders)
    besluit.wat_gebeurt_nu = "Zorg aan de Maas komt vandaag."
    besluit.bewaren(door=door, reden="test")
    tekenaar = ondertekenaar()
    if toestand != "concept":
        spoedbesluit_ter_ondertekening(besluit_id=besluit.pk, door=door, vandaag=VANDAAG)
    if toestand == "ondertekend":
        besluit_oppakken(besluit_id=besluit.pk, door=verse(tekenaar), vandaag=VANDAAG)
        besluit_ondertekenen(besluit_id=besluit.pk, door=verse(tekenaar), vandaag=VANDAAG)
    return Besluit.objects.select_related("zaak__regisseur").get(pk=besluit.pk)


def meegedeeld(besluit, **anders):
    gegevens = {"nu": om(VANDAAG, 15), "om": om(VANDAAG, 14), "aan": "de dochter"} | anders
    return spoedbesluit_meedelen(besluit_id=besluit.pk, door=verse(besluit.zaak.regisseur), **gegevens)


def test_de_hulp_begint_met_de_mondelinge_opdracht_en_de_week_loopt():
    besluit = spoed_in("ondertekend")
    hulp = Indicatie.objects.get()
    assert (hulp.status, hulp.grondslag, besluit.getoetst_op) == ("voorgesteld", "spoed", None)

    meegedeeld(besluit)

    assert Indicatie.objects.get().status == "lopend"
    klok = Termijn.objects.get(soort="spoed_motivering")
    assert (klok.begint_op, klok.uiterste_datum) == (VANDAAG, VANDAAG + 7 * DAG)
    taak = besluit.zaak.taken.open().get(sleutel=f"spoed_motiveren:{besluit.pk}")
    assert taak.uiterlijk_op == klok.uiterste_datum
    besluit.zaak.refresh_from_db()
    assert besluit.zaak.status == "onderzoek"  # it goes on


def test_de_brief_kent_niet_nog_eens_toe_en_de_motivering_haalt_de_week():
    besluit = spoed_in("ondertekend")
    door, desk = verse(besluit.zaak.regisseur), administratie().actor
    meegedeeld(besluit)

    besluit_verzonden(besluit_id=besluit.pk, door=desk, op=VANDAAG + DAG)
    brief = spoedbesluit_motiveren(
        besluit_id=besluit.pk, door=door, vandaag=VANDAAG + 2 * DAG, motivering="U kwam uit het ziekenhuis."
    )
    motivering_verzonden(brief, door=desk, op=VANDAAG + 2 * DAG)

    assert [i.status for i in Indicatie.objects.all()] == ["lopend"]
    assert Termijn.objects.get(soort="spoed_motivering").gehaald_op == VANDAAG + 2 * DAG
    assert not besluit.zaak.taken.open().filter(sleutel__startswith="spoed_motiveren").exists()
    besluit.zaak.refresh_from_db()
    assert besluit.zaak.is_open


def test_met_de_motivering_in_de_brief_loopt_er_geen_week():
    besluit = spoed_in("ondertekend", motivering="U kwam thuis uit het ziekenhuis.")

    besluit_verzonden(besluit_id=besluit.pk, door=administratie().actor, op=VANDAAG)

    assert not Termijn.objects.filter(soort="spoed_motivering").exists()
    assert Indicatie.objects.get().status == "lopend"


def test_de_toets_komt_achteraf_door_een_derde():
    besluit = spoed_in("ondertekend")

    door = opgepakt_door(toetser(), besluit)
    besluit_goedkeuren(besluit_id=besluit.pk, door=door, vandaag=VANDAAG)

    nu = Besluit.objects.get(pk=besluit.pk)
    assert (nu.status, nu.getoetst_door, nu.getoetst_op) == ("ondertekend", door, VANDAAG)
    assert len({nu.opgesteld_door_id, nu.ondertekend_door_id, nu.getoetst_door_id}) == 3


def test_wie_opstelt_of_tekent_toetst_niet_achteraf():
    besluit = spoed_in("ondertekend")
    tekenaar = Besluit.objects.get(pk=besluit.pk).ondertekend_door.medewerker

    for mens in (tekenaar, besluit.zaak.regisseur):
        mens.groups.add(Group.objects.get(name="toetser"))
        with pytest.raises(PermissionDenied, match="U kunt dit besluit niet toetsen"):
            besluit_oppakken(besluit_id=besluit.pk, door=verse(mens), vandaag=VANDAAG)


def test_alleen_spoed_slaat_de_toets_over():
    gewoon, haast = besluit_in("klaar"), spoed_in()

    with pytest.raises(OngeldigeOvergang, match="gaat eerst naar de toetser"):
        spoedbesluit_ter_ondertekening(
            besluit_id=gewoon.pk, door=verse(gewoon.zaak.regisseur), vandaag=VANDAAG
        )
    with pytest.raises(OngeldigeOvergang, match="eerst naar de ondertekenaar"):
        besluit_ter_toetsing(besluit_id=haast.pk, door=verse(haast.zaak.regisseur), vandaag=VANDAAG)
    gewoon.status = "ter_ondertekening"
    with pytest.raises(IntegrityError, match="besluit_getoetst_voor_ondertekening"), transaction.atomic():
        gewoon.bewaren(door=verse(gewoon.zaak.regisseur), reden="test")


@pytest.mark.parametrize("einde", [None, VANDAAG + 93 * DAG])
def test_tijdelijk_heeft_een_einde(einde):
    with pytest.raises(ValidationError, match="einddatum"):
        spoed_in(einddatum=einde)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"om": om(VANDAAG, 16)}, "niet in de toekomst"),
        ({"om": om(VANDAAG - DAG, 9)}, "na de handtekening"),
        ({"aan": " "}, "aan wie"),
    ],
)
def test_de_opdracht_heeft_een_moment_en_een_mens(anders, zin):
    with pytest.raises(ValidationError, match=zin):
        meegedeeld(spoed_in("ondertekend"), **anders)


def test_zonder_handtekening_geen_opdracht():
    with pytest.raises(OngeldigeOvergang, match="ondertekent eerst"):
        meegedeeld(spoed_in("ter_ondertekening"))
