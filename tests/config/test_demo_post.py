"""The demo has post that came back, e-mails, and a batch with two exceptions; each once."""

import datetime

import pytest
from django.utils import timezone

from config.demo import laden
from config.demo.post import post_laden
from config.demo.stapel import stapel_laden
from tests.beschikkingen.opstellingen import besluit_in
from tests.papier import leeg_papier
from tests.toegang import voordeur
from toegang.models import Bericht, Brief, Verzending, Verzendregel
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen

NU = datetime.datetime(2026, 12, 3, 14, 0, tzinfo=datetime.UTC)


@pytest.mark.django_db
@pytest.mark.timeout(300)
def test_de_demo_heeft_teruggekomen_post_en_e_mails_een_keer(time_machine):
    time_machine.move_to(NU)
    laden.huis_inrichten(NU)
    dag, door = datetime.date(2026, 11, 24), voordeur.administratie().actor
    for _ in range(2):
        brief = ontvangst_bevestigen(zaak_id=voordeur.zaak(vandaag=dag).pk, door=door, vandaag=dag)
        brief_maken(brief_id=brief.pk, nu=timezone.now(), pdf=leeg_papier)
        brief_verzenden(brief_id=brief.pk, door=door, vandaag=dag, verzonden_op=dag)
        voordeur.zaak()

    for _ in range(2):
        post_laden(NU)

    assert sorted(Brief.objects.teruggekomen().values_list("terugreden", flat=True)) == [
        "niet_afgehaald",
        "verhuisd",
    ]
    assert sorted(Bericht.objects.values_list("status", flat=True)) == ["onzeker", "verzonden"]

    for _ in range(3):
        besluit_in("ondertekend")
    for _ in range(2):
        stapel_laden(NU)

    assert [v.status for v in Verzending.objects.all()] == ["controle"]
    assert sorted(Verzendregel.objects.values_list("uit", flat=True)) == ["", "onderzoek", "overleden"]
