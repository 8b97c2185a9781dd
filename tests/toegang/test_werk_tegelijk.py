"""Two colleagues at the same work at the same moment, on two connections: one row, and the other reads who has it."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.fabrieken import MedewerkerFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang.models import Actor, Contactmoment, Taak
from toegang.rechten import Rol
from toegang.usecases import taken
from toegang.usecases.contacten_overdragen import contacten_oppakken, contacten_overdragen
from toegang.usecases.taken_afvinken import taken_afvinken
from toegang.usecases.taken_oppakken import taken_oppakken
from toegang.usecases.taken_overdragen import taken_overdragen

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00", tick=True)


def tegelijk(*acts):
    """Each act on a connection of its own, begun at the same moment; what came of each, in order."""
    start = threading.Barrier(len(acts))

    def doen(act):
        try:
            start.wait(20)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [werk.result(60) for werk in [pool.submit(doen, act) for act in acts]]


def lezer(medewerker) -> Actor:
    """As a request has him: with rights of its own."""
    return Actor.objects.get(pk=medewerker.actor.pk)


def twee():
    return MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]), MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])


def test_twee_pakken_dezelfde_taken_op_elke_taak_heeft_een_eigenaar_en_de_ander_leest_wie():
    een, ander = twee()
    pks = [voordeur.taak().pk for _ in range(6)]

    uitslagen = tegelijk(
        lambda: taken_oppakken(taak_ids=pks, door=lezer(een)),
        lambda: taken_oppakken(taak_ids=pks[::-1], door=lezer(ander)),
    )

    gedaan = [set(u.gedaan) for u in uitslagen]
    assert gedaan[0] | gedaan[1] == set(pks)
    assert not gedaan[0] & gedaan[1]
    for taak in Taak.objects.filter(pk__in=pks):
        assert taak.medewerker == (een if taak.pk in gedaan[0] else ander)
        assert taak.history.filter(history_change_reason="taak opgepakt").count() == 1
    for uitslag, wie in zip(uitslagen, (ander, een), strict=True):
        assert [waarom for _, waarom in uitslag.niet] == [f"is al bij {wie.naam}."] * len(uitslag.niet)
    assert sum(len(u.niet) for u in uitslagen) == 6


def test_twee_pakken_dezelfde_contacten_op():
    een, ander = twee()
    pks = [voordeur.contact().pk for _ in range(4)]

    uitslagen = tegelijk(
        lambda: contacten_oppakken(contact_ids=pks, door=lezer(een), vandaag=VANDAAG),
        lambda: contacten_oppakken(contact_ids=pks[::-1], door=lezer(ander), vandaag=VANDAAG),
    )

    gedaan = [set(u.gedaan) for u in uitslagen]
    assert (gedaan[0] | gedaan[1], gedaan[0] & gedaan[1]) == (set(pks), set())
    for contact in Contactmoment.objects.filter(pk__in=pks):
        assert contact.opgepakt_door == (een if contact.pk in gedaan[0] else ander).actor
    for uitslag, wie in zip(uitslagen, (ander, een), strict=True):
        assert all(wie.naam in waarom for _, waarom in uitslag.niet)
    assert sum(len(u.niet) for u in uitslagen) == 4


def test_twee_geven_dezelfde_taken_aan_een_ander_de_laatste_leest_waar_zij_zijn():
    een, ander = twee()
    naar, elders = twee()
    pks = [voordeur.taak().pk for _ in range(4)]
    van = dict.fromkeys(pks)  # nobody had them when the lists were opened

    uitslagen = tegelijk(
        lambda: taken_overdragen(taak_ids=pks, naar_id=naar.pk, door=lezer(een), van=van),
        lambda: taken_overdragen(taak_ids=pks, naar_id=elders.pk, door=lezer(ander), van=van),
    )

    assert sum(len(u.gedaan) for u in uitslagen) == 4
    for uitslag, bij in zip(uitslagen, (elders, naar), strict=True):
        assert [waarom for _, waarom in uitslag.niet] == [f"is intussen bij {bij.naam}."] * len(uitslag.niet)
    for taak in Taak.objects.filter(pk__in=pks):
        assert taak.history.filter(history_change_reason="taak overgedragen").count() == 1


def test_twee_geven_dezelfde_contacten_aan_een_ander():
    een, ander = twee()
    naar, elders = twee()
    pks = [voordeur.contact().pk for _ in range(3)]
    van = dict.fromkeys(pks)

    uitslagen = tegelijk(
        lambda: contacten_overdragen(
            contact_ids=pks, naar_id=naar.pk, door=lezer(een), vandaag=VANDAAG, van=van
        ),
        lambda: contacten_overdragen(
            contact_ids=pks, naar_id=elders.pk, door=lezer(ander), vandaag=VANDAAG, van=van
        ),
    )

    assert sum(len(u.gedaan) for u in uitslagen) == 3
    for uitslag, bij in zip(uitslagen, (elders, naar), strict=True):
        assert [waarom for _, waarom in uitslag.niet] == [f"is intussen bij {bij.naam}."] * len(uitslag.niet)
    for contact in Contactmoment.objects.filter(pk__in=pks):
        assert contact.history.filter(history_change_reason="contact overgedragen").count() == 1


def test_twee_vinken_dezelfde_taak_af_zij_eindigt_een_keer():
    een, ander = twee()
    klaar = taken.klaarzetten(
        "bestand_geweigerd", "Een bestand is geweigerd.", door=een.actor, uiterlijk=VANDAAG, adres="",
        adres_pk=voordeur.contact().pk, rol=Rol.ADMINISTRATIE,
    )  # fmt: skip

    uitslagen = tegelijk(
        lambda: taken_afvinken(taak_ids=[klaar.pk], door=lezer(een)),
        lambda: taken_afvinken(taak_ids=[klaar.pk], door=lezer(ander)),
    )

    assert [u.gedaan for u in uitslagen] == [[klaar.pk], [klaar.pk]]  # ended is ended, whoever pressed
    assert klaar.history.filter(history_change_reason="taak afgevinkt").count() == 1
