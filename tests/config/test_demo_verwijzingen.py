"""The demo has organisations that refer, and what they sent; and a sociale kaart to refer to. Each once."""

import pytest

from config.demo import laden
from config.demo.gemeente.kaart import KAART
from config.demo.kaart import kaart_inrichten
from config.demo.verwijzingen import verwijzingen_laden
from tests.config.test_demo_gemeente import NU
from toegang.models import Document, Inzending, Organisatie, Taak, Verwijslink
from voorzieningen.models import AlgemeneVoorziening

pytestmark = [pytest.mark.django_db, pytest.mark.traag]


def test_de_demo_heeft_verwijzers_een_keer(time_machine):
    time_machine.move_to(NU, tick=False)
    laden.huis_inrichten(NU)

    for _ in range(2):
        verwijzingen_laden(NU)
        kaart_inrichten(NU)

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
    kaart, dag = AlgemeneVoorziening.objects, NU.date()
    assert (kaart.count(), kaart.in_gebruik(dag).count()) == (len(KAART) + 1, len(KAART))
    assert sorted(v.naam for v in kaart.na_te_kijken(dag)) == sorted(v.naam for v in KAART if v.maanden > 12)
    assert kaart.in_gebruik(dag).met_woorden("poetsen strijken").in_wijk("Velden").count() == 0
    assert [v.naam for v in kaart.in_gebruik(dag).met_woorden("was strijken")] == [
        "Was- en strijkservice De Wasmand"
    ]
