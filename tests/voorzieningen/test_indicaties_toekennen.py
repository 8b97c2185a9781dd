"""What a sent besluit does with proposals, and the days that come by themselves."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from tests.fabrieken import MedewerkerFabriek
from tests.voorzieningen.opstelling import VANDAAG, voorstel, zaak_met_consulent
from toegang.models import Actor, Gebeurtenis, Zaak
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from voorzieningen import tasks
from voorzieningen.models import Indicatie
from voorzieningen.statussen import INDICATIE_EIGENAAR, INDICATIE_OVERGANGEN, IndicatieStatus
from voorzieningen.usecases.indicaties_starten import indicaties_aflopen, indicaties_starten
from voorzieningen.usecases.indicaties_toekennen import indicaties_afwijzen, indicaties_toekennen

pytestmark = pytest.mark.django_db
MORGEN = VANDAAG + datetime.timedelta(days=1)


def status(indicatie):
    return Indicatie.objects.get(pk=indicatie.pk).status


@pytest.fixture
def administratie():
    return MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor


@pytest.mark.parametrize(("ingang", "verwacht"), [(MORGEN, "toegekend"), (VANDAAG, "lopend")])
def test_toekennen_loopt_meteen_als_de_dag_er_is(administratie, ingang, verwacht):
    zaak, consulent = zaak_met_consulent()
    indicatie = voorstel(zaak, consulent.actor, ingangsdatum=ingang)

    indicaties_toekennen(indicatie_ids=[indicatie.pk], door=administratie, vandaag=VANDAAG)

    assert status(indicatie) == verwacht
    assert Gebeurtenis.objects.filter(soort="indicatie_toegekend", zichtbaar="inwoner").count() == 1


def test_toekennen_twee_keer_wordt_geweigerd(administratie):
    zaak, consulent = zaak_met_consulent()
    indicatie = voorstel(zaak, consulent.actor)
    indicaties_toekennen(indicatie_ids=[indicatie.pk], door=administratie, vandaag=VANDAAG)

    with pytest.raises(OngeldigeOvergang):
        indicaties_toekennen(indicatie_ids=[indicatie.pk], door=administratie, vandaag=VANDAAG)


def test_toekennen_vraagt_zicht_op_de_uitvoering():
    zaak, consulent = zaak_met_consulent()
    indicatie = voorstel(zaak, consulent.actor)

    with pytest.raises(Zaak.DoesNotExist):
        indicaties_toekennen(
            indicatie_ids=[indicatie.pk], door=MedewerkerFabriek(rollen=[Rol.KCC]).actor, vandaag=VANDAAG
        )
    with pytest.raises((PermissionDenied, Zaak.DoesNotExist)):
        indicaties_afwijzen(
            indicatie_ids=[indicatie.pk], door=MedewerkerFabriek(rollen=[Rol.TOETSER]).actor, vandaag=VANDAAG
        )


def test_afwijzen(administratie):
    zaak, consulent = zaak_met_consulent()
    indicatie = voorstel(zaak, consulent.actor)

    indicaties_afwijzen(indicatie_ids=[indicatie.pk], door=administratie, vandaag=VANDAAG)

    assert status(indicatie) == "afgewezen"


def test_de_database_houdt_overlap_tegen(administratie):
    zaak, consulent = zaak_met_consulent()
    een = voorstel(zaak, consulent.actor)
    indicaties_toekennen(indicatie_ids=[een.pk], door=administratie, vandaag=VANDAAG)
    twee = Indicatie(
        **{f: getattr(een, f) for f in (
            "zaak_id", "dossier_id", "product_id", "aanbieder_id", "vorm", "volume", "eenheid", "frequentie",
            "ingangsdatum", "einddatum", "tarief", "tarief_eenheid", "resultaat", "voorgesteld_op",
        )}
    ).bewaren(door=administratie, reden="buiten de weigering om")  # fmt: skip

    with pytest.raises(OngeldigeOvergang, match="loopt al in deze periode"):
        indicaties_toekennen(indicatie_ids=[twee.pk], door=administratie, vandaag=VANDAAG)
    twee.status = IndicatieStatus.TOEGEKEND
    with pytest.raises(IntegrityError), transaction.atomic():
        twee.bewaren(door=administratie, reden="buiten alles om")


def test_begin_en_einde_komen_vanzelf_en_een_keer(administratie):
    zaak, consulent = zaak_met_consulent()
    indicatie = voorstel(zaak, consulent.actor, ingangsdatum=MORGEN, einddatum=MORGEN)
    indicaties_toekennen(indicatie_ids=[indicatie.pk], door=administratie, vandaag=VANDAAG)

    assert indicaties_starten(vandaag=VANDAAG) == 0
    assert indicaties_starten(vandaag=MORGEN) == 1
    assert indicaties_starten(vandaag=MORGEN) == 0
    assert status(indicatie) == "lopend"
    assert indicaties_aflopen(vandaag=MORGEN) == 0
    assert indicaties_aflopen(vandaag=MORGEN + datetime.timedelta(days=1)) == 1
    assert Indicatie.objects.get(pk=indicatie.pk).beeindigd_op == MORGEN
    assert indicatie.history.first().history_user == Actor.objects.systeem()


def test_de_taak_van_de_ochtend(administratie):
    zaak, consulent = zaak_met_consulent()
    voorstel(zaak, consulent.actor)

    assert tasks.indicaties_starten() == {"begonnen": 0, "afgelopen": 0, "achttien": 0, "heronderzoek": 0}


def test_elke_toestand_staat_in_de_tabellen():
    assert set(INDICATIE_OVERGANGEN) == set(INDICATIE_EIGENAAR) == set(IndicatieStatus)
    bereikbaar = set().union(*INDICATIE_OVERGANGEN.values()) | {IndicatieStatus.VOORGESTELD}
    assert bereikbaar == set(IndicatieStatus)
    assert all(INDICATIE_EIGENAAR[s] for s, naar in INDICATIE_OVERGANGEN.items() if naar)
