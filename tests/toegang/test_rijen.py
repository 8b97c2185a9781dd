"""One loop for every job over rows: its own transaction, undone alone, the rest goes on."""

import pytest

from tests.fabrieken import InwonerFabriek
from toegang.models import Actor, Inwoner
from toegang.rijen import rij_voor_rij

pytestmark = pytest.mark.django_db


def test_wat_een_rij_breekt_wordt_alleen_teruggedraaid():
    rijen = [InwonerFabriek() for _ in range(3)]
    door = Actor.objects.systeem()

    def doen(inwoner):
        inwoner.straat = "Nieuwe straat"
        inwoner.bewaren(door=door, reden="proef")
        if inwoner == rijen[1]:
            raise RuntimeError("kapot")
        return True

    gezien = []
    uit = list(rij_voor_rij(rijen, doen, anders=lambda rij, fout: gezien.append((rij, str(fout)))))

    assert uit == [True, None, True]
    assert gezien == [(rijen[1], "kapot")]
    anders = Inwoner.objects.filter(straat="Nieuwe straat")
    assert set(anders) == {rijen[0], rijen[2]}


def test_stoppen_van_het_programma_is_geen_fout_van_een_rij():
    def doen(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(rij_voor_rij([1], doen, anders=lambda rij, fout: None))
