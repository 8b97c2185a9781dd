"""The moment of what is written: the clock, unless someone says when it happened."""

import datetime

import pytest
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from toegang import gebeurtenissen
from toegang.models import Inwoner
from toegang.models.bulk import bulk_met_historie
from toegang.moment import nu, op_moment
from toegang.usecases import taken

TOEN = datetime.datetime(2026, 3, 2, 10, 30, tzinfo=datetime.UTC)


def test_nu_is_de_klok_tenzij_iemand_zegt_wanneer():
    with op_moment(TOEN):
        with op_moment(TOEN + datetime.timedelta(hours=1)):
            assert nu() == TOEN + datetime.timedelta(hours=1)
        assert nu() == TOEN

    assert abs(nu() - timezone.now()) < datetime.timedelta(seconds=5)


def test_een_moment_heeft_een_tijdzone():
    with pytest.raises(ValueError, match="tijdzone"), op_moment(datetime.datetime(2026, 3, 2)):
        pass


@pytest.mark.django_db
def test_historie_tijdlijn_en_taken_volgen_het_moment():
    door = MedewerkerFabriek().actor
    with op_moment(TOEN):
        inwoner = InwonerFabriek()
        ander = Inwoner(geslachtsnaam="Bulk")
        bulk_met_historie([ander], door=door, reden="test")
        zaak = ZaakFabriek()
        gebeurtenissen.zaak_geopend(zaak, door=door)
        taken.klaarzetten(
            "x", "Doe iets", door=door, zaak=zaak, uiterlijk=TOEN.date(), adres="x", rol="administratie"
        )
        taken.opruimen(zaak, door=door)
    inwoner.bewaren(door=door, reden="later")

    assert [h.history_date == TOEN for h in inwoner.history.all()] == [False, True]
    assert ander.history.get().history_date == TOEN
    assert (zaak.gebeurtenissen.get().om, zaak.gebeurtenissen.get().op) == (TOEN, TOEN.date())
    assert zaak.taken.get().afgehandeld_om == TOEN
