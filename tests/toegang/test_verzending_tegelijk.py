"""Two people, two clicks, two workers at the same moment: each letter in one batch, and each works once."""

import pytest
from django.core.exceptions import ValidationError

from tests.fabrieken import VANDAAG, MedewerkerFabriek
from tests.gelijktijdig import tegelijk
from tests.toegang import verzendingen as v
from tests.toegang.verzendingen import brief, samenstellen, werken
from toegang.models import Actor, Brief, Verzending, Verzendregel
from toegang.rechten import Rol
from toegang.statussen import BriefStatus
from toegang.usecases.verzending_aanbieden import verzending_aanbieden
from toegang.usecases.verzending_starten import verzending_starten

pytestmark = pytest.mark.django_db(transaction=True)


def test_twee_mensen_twee_klikken_twee_workers(monkeypatch, time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00", tick=True)
    gevolgen = []
    v.papier_gebruiken(monkeypatch, lambda brief, *, door, op: gevolgen.append(brief.pk))
    een, ander = (MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]) for _ in range(2))
    brieven = [brief(huisnummer=n) for n in range(1, 7)]

    def lezer(mens):
        return Actor.objects.get(medewerker=mens)

    gekozen = tegelijk(lambda: samenstellen(lezer(een)), lambda: samenstellen(lezer(ander)))
    assert sorted(isinstance(uit, ValidationError) for uit in gekozen) == [False, True]
    assert Verzendregel.objects.count() == len(brieven)

    pk = Verzending.objects.get().pk
    tegelijk(
        *(
            lambda m=m: verzending_starten(verzending_id=pk, door=lezer(m), vandaag=VANDAAG)
            for m in (een, ander)
        )
    )
    uit = tegelijk(werken, werken)
    werken()
    assert [fout for fout in uit if fout] == []
    assert Verzending.objects.get(pk=pk).sha256
    assert sorted(Verzendregel.objects.values_list("plek", flat=True)) == [1, 2, 3, 4, 5, 6]

    def weg(mens):
        return verzending_aanbieden(verzending_id=pk, door=lezer(mens), vandaag=VANDAAG, op=VANDAAG)

    assert all(isinstance(uit, Verzending) for uit in tegelijk(lambda: weg(een), lambda: weg(ander)))
    uit = tegelijk(werken, werken, lambda: weg(een))
    werken()

    assert [fout for fout in uit if isinstance(fout, Exception)] == []
    assert sorted(gevolgen) == sorted(b.pk for b in brieven)
    assert set(Brief.objects.values_list("status", flat=True)) == {BriefStatus.VERZONDEN}
