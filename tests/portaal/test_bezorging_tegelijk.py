"""A batch is put together while the job announces letters: one letter goes one way."""

import datetime
from threading import Event

import pytest

from portaal.usecases.brieven_bezorgen import brieven_bezorgen
from tests.fabrieken import VANDAAG, MedewerkerFabriek
from tests.gelijktijdig import tegelijk
from tests.toegang import verzendingen as v
from toegang.models import Actor, Bericht, Verzendregel
from toegang.rechten import Rol
from toegang.usecases import verzending_samenstellen as samenstellen
from toegang.usecases.bezorging_kiezen import bezorging_kiezen
from toegang.usecases.brief_maken import brieven_maken

pytestmark = pytest.mark.django_db(transaction=True)


def test_een_brief_die_wordt_gekozen_krijgt_geen_bericht(monkeypatch, settings, time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00", tick=True)
    settings.E_MAIL = {"aan": True, "van": "Gemeente Venlo <toegang@venlo.nl>"}
    v.papier_gebruiken(monkeypatch)
    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    brief = v.brief()
    bezorging_kiezen(
        inwoner_id=brief.zaak.dossier.inwoner_id, door=Actor.objects.systeem(), vandaag=VANDAAG, wijze="mijn_hulp",
        e_mail="anna@voorbeeld.nl",
    )  # fmt: skip
    brieven_maken(nu=v.nu())
    gekozen, aangekondigd = Event(), Event()
    nakijken = samenstellen.regels_nakijken

    def wachtend(*args, **kwargs):
        """Chosen, and not committed yet: the job gets its chance."""
        gekozen.set()
        aangekondigd.wait(1.5)
        return nakijken(*args, **kwargs)

    monkeypatch.setattr(samenstellen, "regels_nakijken", wachtend)

    def aankondigen() -> int:
        gekozen.wait(10)
        gevraagd = brieven_bezorgen(nu=v.nu() + datetime.timedelta(minutes=1))
        aangekondigd.set()
        return gevraagd

    _, gevraagd = tegelijk(lambda: v.samenstellen(Actor.objects.get(medewerker=desk)), aankondigen)

    assert (gevraagd, Bericht.objects.count(), Verzendregel.objects.count()) == (0, 0, 1)
