"""The nightly round: who is asked, once a night, whatever goes wrong."""

import datetime
import os
import signal
import subprocess
import sys
import time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from structlog.testing import capture_logs

from config.diensten import PROJECT
from tests.fabrieken import VANDAAG, InwonerFabriek, ZaakFabriek
from tests.toegang.brpwereld import ANNA, BEN, DOOD, EVA, VERHUISD, brp, overnemen, persoon
from toegang import tasks
from toegang.models import Brpstand, Gebeurtenis, Inwoner, Inzage, Taak
from toegang.usecases import brp_verversen as module
from toegang.usecases.brp_verversen import brp_verversen, te_verversen

__all__ = ["brp"]
NU = datetime.datetime(2026, 12, 3, 2, 0, tzinfo=datetime.UTC)
MORGEN = NU + datetime.timedelta(days=1)
pytestmark = pytest.mark.django_db


def bekend(bsn: str, **anders) -> Inwoner:
    """Known from the BRP, with an open zaak."""
    inwoner = overnemen(persoon(bsn, **anders), vandaag=VANDAAG).inwoner
    ZaakFabriek(dossier__inwoner=inwoner)
    return inwoner


@pytest.mark.parametrize(
    ("velden", "zaak", "wel"),
    [
        ({"bsn": ANNA, "bron": "brp"}, {}, True),
        ({"bsn": ANNA, "bron": "brp"}, None, False),
        ({"bsn": ANNA, "bron": "desk"}, None, True),
        ({"bron": "brp"}, {}, False),
        ({"bsn": ANNA, "bron": "brp", "overleden_op": "20261130"}, {}, False),
        ({"bsn": ANNA, "bron": "brp", "vertrokken_op": "20261130"}, {}, True),
        (
            {"bsn": ANNA, "bron": "brp"},
            {"status": "afgesloten", "afsluitreden": "beantwoord", "afgesloten_op": VANDAAG},
            False,
        ),
    ],
)
def test_wie_wordt_gevraagd(velden, zaak, wel):
    inwoner = InwonerFabriek(**velden)
    if zaak is not None:
        ZaakFabriek(dossier__inwoner=inwoner, **zaak)

    assert te_verversen(VANDAAG).exists() is wel


def test_wie_met_de_hand_is_ingevoerd_wordt_een_keer_gevraagd(brp):
    InwonerFabriek(bsn=ANNA)

    assert brp_verversen(nu=NU).niet_gevonden == 1
    assert brp_verversen(nu=MORGEN).gevraagd == 0
    assert not Taak.objects.exists()


def test_een_ronde_vraagt_ieder_een_keer_per_nacht(brp):
    anna, ben = bekend(ANNA), bekend(BEN)
    brp.zet(persoon(ANNA, **DOOD), persoon(BEN))

    ronde = brp_verversen(nu=NU)
    tweede = brp_verversen(nu=NU)

    assert (ronde.gevraagd, ronde.gewijzigd, ronde.fout) == (2, 1, "")
    assert (tweede.gevraagd, brp.verzoeken) == (0, 1)
    assert set(Brpstand.objects.values_list("inwoner", "nacht", "uitkomst")) == {
        (anna.pk, VANDAAG, "gevonden"), (ben.pk, VANDAAG, "gevonden"),
    }  # fmt: skip
    anna.refresh_from_db()
    assert anna.overleden_op == "20261130"
    assert Taak.objects.filter(sleutel__startswith="brp_overleden").count() == 1


def test_de_volgende_nacht_wordt_wie_leeft_weer_gevraagd(brp):
    bekend(ANNA)
    bekend(BEN)
    brp.zet(persoon(ANNA, **DOOD), persoon(BEN))
    brp_verversen(nu=NU)

    assert brp_verversen(nu=MORGEN).gevraagd == 1
    assert brp.gevraagd[-1]["burgerservicenummer"] == [BEN]


def test_elke_vraag_staat_in_het_inzagelog(brp):
    anna = bekend(ANNA)
    brp.zet(persoon(ANNA))

    brp_verversen(nu=NU)

    rij = Inzage.objects.get()
    assert (rij.inwoner, rij.wie, rij.actie, rij.scherm) == (
        anna.pk,
        "Systeem",
        "brp_bevragen",
        "brp_verversen",
    )
    assert "5.2.9" in rij.grond


def test_ook_een_vraag_zonder_antwoord_staat_in_het_log(brp):
    bekend(ANNA)
    brp.gaat_mis(503, 503, 503)

    ronde = brp_verversen(nu=NU)

    assert "antwoordt niet" in ronde.fout
    assert Inzage.objects.count() == 1
    assert not Brpstand.objects.exists()  # asked again ten minutes later
    brp.storingen.clear()
    brp.zet(persoon(ANNA))
    assert brp_verversen(nu=NU).gevraagd == 1


def test_meer_dan_twintig_gaan_in_groepen(brp):
    bsns = [f"{n:09}" for n in range(999900000, 999901000)]
    bsns = [
        b
        for b in bsns
        if sum(int(c) * g for c, g in zip(b, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0
    ]
    for bsn in bsns[:23]:
        ZaakFabriek(dossier__inwoner=InwonerFabriek(bsn=bsn, bron="brp"))
        brp.zet(persoon(bsn))

    assert brp_verversen(nu=NU).gevraagd == 23
    assert [len(v["burgerservicenummer"]) for v in brp.gevraagd] == [20, 3]


def test_een_slecht_antwoord_over_een_mens_houdt_niemand_op(brp):
    bekend(ANNA)
    bekend(BEN)
    bekend(EVA)
    kapot = persoon(ANNA, geboorte={"datum": {"type": "Datum", "datum": "1948-02-31"}})
    brp.zet(kapot, persoon(BEN, **VERHUISD))

    with capture_logs() as regels:
        ronde = brp_verversen(nu=NU)

    assert (ronde.gevraagd, ronde.gewijzigd, ronde.onleesbaar, ronde.niet_gevonden) == (3, 1, 1, 1)
    assert sorted(Brpstand.objects.values_list("uitkomst", "pogingen")) == [
        ("gevonden", 0), ("niet_gevonden", 0), ("onleesbaar", 1),
    ]  # fmt: skip
    assert Taak.objects.filter(sleutel__startswith="brp_uitzoeken").count() == 2
    assert not any(bsn in str(regels) for bsn in (ANNA, BEN, EVA))
    brp_verversen(nu=MORGEN)
    assert Taak.objects.filter(sleutel__startswith="brp_uitzoeken").count() == 2


def test_een_onleesbaar_antwoord_over_een_groep_wordt_een_voor_een_gevraagd(brp):
    bekend(ANNA)
    bekend(BEN)
    brp.zet(persoon(ANNA), persoon(BEN))
    brp.gaat_mis("rommel")

    assert brp_verversen(nu=NU).gevraagd == 2
    assert [len(v["burgerservicenummer"]) for v in brp.gevraagd] == [1, 1]
    assert set(Brpstand.objects.values_list("uitkomst", flat=True)) == {"gevonden"}


def test_een_fout_bij_ons_draait_die_mens_terug_en_gaat_verder(brp, monkeypatch):
    anna, _ = bekend(ANNA), bekend(BEN)
    brp.zet(persoon(ANNA, **VERHUISD), persoon(BEN, **VERHUISD))
    echt = module.brp_overnemen

    def soms_stuk(*, persoon, **anders):
        uit = echt(persoon=persoon, **anders)
        if persoon.bsn == ANNA:
            raise RuntimeError(ANNA)
        return uit

    monkeypatch.setattr(module, "brp_overnemen", soms_stuk)

    with capture_logs() as regels:
        ronde = brp_verversen(nu=NU)

    anna.refresh_from_db()
    assert (ronde.gewijzigd, ronde.mislukt, anna.straat) == (1, 1, "Kerkstraat")
    assert Taak.objects.count() == 1
    assert ANNA not in str(regels)


def test_een_bsn_dat_niemand_meer_kan_lezen_houdt_de_rest_niet_op(brp, settings):
    stuk = bekend(ANNA)
    models = Inwoner.objects.filter(pk=stuk.pk)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE toegang_inwoner SET bsn_versleuteld = '\\x63aabb' WHERE id = %s", [models.get().pk]
        )
    bekend(BEN)
    brp.zet(persoon(BEN))

    ronde = brp_verversen(nu=NU)

    assert (ronde.gevraagd, ronde.mislukt) == (1, 1)


def test_de_taak_van_celery_doet_niets_als_de_koppeling_uit_staat(settings):
    settings.BRP = {**settings.BRP, "url": ""}
    bekend(ANNA)

    assert tasks.brp() == 0


def test_de_taak_van_celery_gaat_verder_waar_zij_bleef(brp, monkeypatch):
    gewekt = []
    monkeypatch.setattr(tasks, "nudge", gewekt.append)
    bekend(ANNA)
    brp.zet(persoon(ANNA))

    assert tasks.brp() == 1
    monkeypatch.setattr(tasks, "RONDE", -1)
    assert tasks.brp() == 0
    assert gewekt == ["brp"]


def test_beat_wekt_de_ronde_elke_nacht(settings):
    regel = settings.CELERY_BEAT_SCHEDULE["brp"]

    assert regel["task"] == tasks.brp.name
    assert set(regel["schedule"].hour) == {1, 2, 3, 4, 5}


def test_de_opdracht_telt_droog_en_draait(brp):
    bekend(ANNA)
    brp.zet(persoon(ANNA, **VERHUISD))
    droog, echt = StringIO(), StringIO()

    call_command("brp_verversen", "--droog", stdout=droog)
    assert (droog.getvalue(), brp.verzoeken) == ("1 inwoners te vragen\n", 0)
    call_command("brp_verversen", stdout=echt)

    assert "1  gevraagd" in echt.getvalue()
    assert "1  gewijzigd" in echt.getvalue()


@pytest.mark.parametrize("hoe", ["uit", "stuk"])
def test_de_opdracht_zegt_waarom_zij_stopt(brp, settings, hoe):
    bekend(ANNA)
    if hoe == "uit":
        settings.BRP = {**settings.BRP, "url": ""}
    brp.gaat_mis(401)

    with pytest.raises(CommandError, match="staat uit" if hoe == "uit" else "weigert onze vraag"):
        call_command("brp_verversen", stdout=StringIO())


@pytest.mark.traag
@pytest.mark.django_db(transaction=True)
def test_een_gedode_ronde_gaat_verder_en_doet_niemand_twee_keer(brp, tmp_path, monkeypatch):
    """kill -9 after the first persons of a group were kept: the rest is done later, each exactly once."""
    bsns = [ANNA, BEN, EVA]
    for bsn in bsns:
        bekend(bsn)
        brp.zet(persoon(bsn, **VERHUISD))
    s = connection.settings_dict
    adres = f"postgresql://toegang_app@/{s['HOST'].replace('/', '%2F')}/{s['NAME']}"
    omgeving = os.environ | {
        "DATABASE_URL": adres, "MIGRATE_DATABASE_URL": adres, "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "BRP_URL": brp.url, "BRP_SECONDEN": "30", "BRP_SECONDEN_SAMEN": "30",
    }  # fmt: skip
    programma = (
        "import django, time; django.setup()\n"
        "from django.utils import timezone\n"
        "from toegang.usecases import brp_verversen as m\n"
        "echt, gedaan = m._een, []\n"
        "def een(*a, **k):\n"
        "    if len(gedaan) == 1: time.sleep(60)\n"
        "    gedaan.append(1); return echt(*a, **k)\n"
        "m._een = een\n"
        "m.brp_verversen(nu=timezone.now())\n"
    )
    ander = subprocess.Popen(
        [sys.executable, "-c", programma], cwd=PROJECT, env=omgeving, start_new_session=True
    )
    einde = time.monotonic() + 60
    while not Brpstand.objects.exists() and ander.poll() is None:
        assert time.monotonic() < einde
        time.sleep(0.05)
    nu = datetime.datetime.now(datetime.UTC)
    assert brp_verversen(nu=nu).bezig  # it still holds the round
    os.killpg(ander.pid, signal.SIGKILL)
    ander.wait(10)
    while (ronde := brp_verversen(nu=nu)).bezig:
        assert time.monotonic() < einde
        time.sleep(0.05)

    assert ronde.gevraagd == 2
    assert Brpstand.objects.filter(uitkomst="gevonden").count() == 3
    assert Taak.objects.filter(sleutel__startswith="brp_verhuisd").count() == 3
    assert Gebeurtenis.objects.filter(soort="brp_gewijzigd").count() == 3
    assert [i.history.count() for i in Inwoner.objects.all()] == [2, 2, 2]
    assert brp.verzoeken == 2
