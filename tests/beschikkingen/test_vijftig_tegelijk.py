"""Many people at the same moment, each on a connection of its own: a letter is never the work of one person."""

import threading

import pytest
from django.db import connections

from beschikkingen.models import Besluit
from beschikkingen.usecases.besluit_goedkeuren import besluit_goedkeuren
from beschikkingen.usecases.besluit_ondertekenen import besluit_ondertekenen
from beschikkingen.usecases.besluit_oppakken import besluit_oppakken
from tests.beschikkingen.opstellingen import VANDAAG, besluit_in, mandaat_van, verse
from tests.fabrieken import MedewerkerFabriek
from toegang.models import Actor
from toegang.rechten import Rol

AANTAL = 50
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]


def doe_alles(actor_pk, besluit_pk) -> None:
    """Claim, approve, claim again and sign: as far as this person is let."""
    for stap in (besluit_oppakken, besluit_goedkeuren, besluit_oppakken, besluit_ondertekenen):
        try:
            stap(besluit_id=besluit_pk, door=Actor.objects.get(pk=actor_pk), vandaag=VANDAAG)
        except Exception:  # noqa: S112  # a refusal is what we want; what stands at the end is judged
            continue
    connections.close_all()


def test_vijftig_mensen_die_alles_mogen_tegelijk():
    """Fifty colleagues who are toetser and ondertekenaar with a mandate, among them the author."""
    besluit = besluit_in("ter_toetsing")
    mensen = [MedewerkerFabriek(rollen=[Rol.TOETSER, Rol.ONDERTEKENAAR]) for _ in range(AANTAL - 1)]
    auteur = besluit.zaak.regisseur
    for mens in mensen[: AANTAL // 2]:
        mandaat_van(mens)
    actors = [verse(m).pk for m in (*mensen, auteur)]
    start = threading.Barrier(AANTAL)
    # as many at once as the database of the tests has room for; the others wait at its door
    ruimte = threading.BoundedSemaphore(20)

    def werk(pk):
        start.wait(60)
        with ruimte:
            doe_alles(pk, besluit.pk)

    draden = [threading.Thread(target=werk, args=[pk]) for pk in actors]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(300)

    nu = Besluit.objects.get(pk=besluit.pk)
    wie = [nu.opgesteld_door_id, nu.getoetst_door_id, nu.ondertekend_door_id]
    klaar = [mens for mens in wie if mens]
    assert nu.status in ("ter_toetsing", "ter_ondertekening", "ondertekend")
    assert nu.getoetst_door_id, "somebody could approve it"
    assert len(set(klaar)) == len(klaar), "one person did two of the three steps"
    overgangen = list(nu.history.order_by("history_id").values_list("history_change_reason", flat=True))
    assert overgangen.count("goedgekeurd") == 1
    assert overgangen.count("ondertekend") == (1 if nu.status == "ondertekend" else 0)
