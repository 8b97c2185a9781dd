"""The front door of the demo holds work of every kind, once."""

import pytest

from config.demo import laden
from config.demo.contacten import contacten_laden
from config.demo.voordeur import voordeur_laden
from tests.config.test_demo_gemeente import NU
from tests.toegang.voordeur import VANDAAG
from toegang.models import Contactmoment, Document, Inwoner, Samenvoeging

pytestmark = [pytest.mark.django_db, pytest.mark.traag]
NUMMERS = range(24)


def test_de_voordeur_van_de_demo_wacht_een_keer(time_machine):
    time_machine.move_to(NU, tick=False)
    laden.huis_inrichten(NU)
    laden.vertellen(NUMMERS, zaad=1, nu=NU)
    voor = Contactmoment.objects.count()

    for _ in range(2):
        contacten_laden(NU)

    contacten = Contactmoment.objects.all()
    assert contacten.count() - voor == 10
    assert sorted(c.gemist for c in contacten.terug_te_bellen(VANDAAG).met_pogingen() if c.gemist) == [1, 3]
    assert contacten.post_te_koppelen().count() >= 3
    assert contacten.filter(soort="signaal").count() == 1
    assert contacten.filter(notitie=True).count() == 2
    assert Document.objects.filter(contactmoment__isnull=False).count() == 3

    e_mails = contacten.filter(kanaal="e_mail").count()
    for _ in range(2):
        voordeur_laden(NU)

    assert contacten.count() - voor == 10 + 5
    assert sorted(c.gemist for c in contacten.met_pogingen() if c.gemist) == [1, 2, 3]
    assert contacten.filter(kanaal="e_mail").count() - e_mails == 2
    samen = Samenvoeging.objects.get()
    assert contacten.filter(inwoner=samen.blijft, geregistreerd_op__lt=VANDAAG).exists()
    assert samen.verdwenen.samengevoegd_met == samen.blijft
    assert Inwoner.objects.filter(veilig_contact_post="niets_sturen").count() == 1
