"""The demo has organisations that refer, and what they sent, once."""

import pytest

from config.demo import laden
from config.demo.verwijzingen import verwijzingen_laden
from tests.config.test_demo_gemeente import NU
from toegang.models import Document, Inzending, Organisatie, Taak, Verwijslink

pytestmark = [pytest.mark.django_db, pytest.mark.traag]


def test_de_demo_heeft_verwijzers_een_keer(time_machine):
    time_machine.move_to(NU, tick=False)
    laden.huis_inrichten(NU)

    for _ in range(2):
        verwijzingen_laden(NU)

    assert Organisatie.objects.count() == 3
    assert Verwijslink.objects.geldig(NU.date()).count() == 3
    assert sorted(Inzending.objects.values_list("contactmoment__soort", flat=True)) == [
        "melding",
        "signaal",
        "vraag",
    ]
    assert (
        Taak.objects.open().filter(sleutel__startswith="verwijzing:", medewerker__isnull=False).count() == 1
    )
    assert not Document.objects.get().in_quarantaine
