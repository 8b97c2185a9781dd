"""The seven days for a persoonlijk plan end by themselves; a plan that comes after all is still taken."""

import datetime

import pytest

from tests.toegang import voordeur
from toegang import tasks
from toegang.models import Gebeurtenis, Termijn, TermijnSoort
from toegang.usecases.persoonlijk_plan_vastleggen import persoonlijk_plan_vastleggen
from toegang.usecases.plantermijnen_aflopen import plantermijnen_aflopen
from toegang.usecases.zaak_afsluiten import zaak_afsluiten
from toegang.usecases.zaak_heropenen import zaak_heropenen

pytestmark = pytest.mark.django_db
D = datetime.date
VANDAAG, LAATSTE, DAARNA = voordeur.VANDAAG, D(2026, 12, 10), D(2026, 12, 11)


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def plantermijn(zaak):
    return Termijn.objects.get(zaak=zaak, soort=TermijnSoort.PERSOONLIJK_PLAN)


def test_een_plantermijn_die_niemand_beantwoordt_eindigt_vanzelf_en_een_keer():
    zaak, ander = voordeur.zaak(), voordeur.zaak()
    persoonlijk_plan_vastleggen(
        zaak_id=ander.pk, door=voordeur.administratie().actor, vandaag=VANDAAG, keuze="ziet_af"
    )

    assert plantermijnen_aflopen(vandaag=LAATSTE) == 0  # the last day itself is still theirs
    assert [plantermijnen_aflopen(vandaag=DAARNA) for _ in range(2)] == [1, 0]

    termijn = plantermijn(zaak)
    assert (termijn.vervallen_op, termijn.gehaald_op) == (LAATSTE, None)
    assert plantermijn(ander).gehaald_op == VANDAAG
    regel = Gebeurtenis.objects.get(soort="plantermijn_verlopen")
    assert (regel.zaak_id, regel.op) == (zaak.pk, LAATSTE)
    zaak.refresh_from_db()
    assert zaak.eerstvolgende_op == zaak.termijnen.get(soort="onderzoek").uiterste_datum


def test_een_plan_na_de_zeven_dagen_wordt_toch_genomen():
    zaak, door = voordeur.zaak(), voordeur.administratie().actor
    plantermijnen_aflopen(vandaag=DAARNA)

    persoonlijk_plan_vastleggen(
        zaak_id=zaak.pk, door=door, vandaag=DAARNA, keuze="ontvangen", ontvangen_op=DAARNA
    )

    zaak.refresh_from_db()
    assert zaak.persoonlijk_plan == "ontvangen"
    assert "na de zeven dagen" in Gebeurtenis.objects.get(soort="persoonlijk_plan_bekend").zin


def test_heropenen_wekt_een_verlopen_plantermijn_niet():
    zaak, door = voordeur.zaak(), voordeur.administratie().actor
    plantermijnen_aflopen(vandaag=DAARNA)
    zaak_afsluiten(zaak_id=zaak.pk, door=door, vandaag=LAATSTE, reden="beantwoord")

    zaak_heropenen(zaak_id=zaak.pk, reden="Verkeerde zaak afgesloten.", door=door, vandaag=DAARNA)

    assert plantermijn(zaak).vervallen_op == LAATSTE


def test_het_klokkenblad_zegt_dat_de_tijd_voorbij_is(client, time_machine):
    zaak = voordeur.zaak()
    time_machine.move_to("2026-12-11 06:00+01:00")

    assert tasks.opschortingen() == 1  # the nightly job does both kinds
    tekst = client.als(voordeur.administratie()).get(f"/toegang/zaak/{zaak.pk}/termijnen/").content.decode()

    assert "Voorbij op 10 december 2026. De tijd is voorbij: er kwam geen plan." in tekst
