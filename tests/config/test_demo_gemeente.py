"""The demo municipality: the same each time, through the use-cases, and nowhere but in the demo."""

import datetime
import os
import subprocess
import sys
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone

from beschikkingen.models import Besluit, Mandaat
from config.demo import laden
from config.demo.gemeente.aanbod import BGI, HBH, SCOOTMOBIEL
from config.demo.kalender import gemeld_voor_onderzoek_tot
from config.demo.management.commands import demo_laden
from config.demo.mensen import BSNS
from config.demo.opzet import BEURTEN, NOG_IN_ZES_WEKEN, opzet
from tests.fabrieken import MedewerkerFabriek
from toegang import bsn as bsn_
from toegang.models import Brief, Contactmoment, Dossier, Gebeurtenis, Inwoner, Zaak
from toegang.rechten import Rol
from toegang.statussen import ZaakStatus
from voorzieningen.models import Contract, Product, Tarief
from wijkteams.models import Gebied, Medewerker, Wijkteam

PROJECT = Path(__file__).resolve().parents[2]
NU = datetime.datetime(2026, 12, 3, 15, 0, tzinfo=datetime.UTC)
# Every state of a zaak, and every special person.
KLEIN = (1, 2, 4, 5, 7, 8, 11, 13, 14, 15, 17, 20, 22, 23, 26, 37)


def laad(aantal: int) -> None:
    laden.huis_inrichten(NU)
    laden.vertellen(laden.nog_te_vertellen(aantal), zaad=1, nu=NU)


def beeld():
    """Who, and how far their zaak is."""
    return sorted(Zaak.objects.values_list("dossier__inwoner__sorteernaam", "status", "gemeld_op", "spoed"))


def test_bsns_zijn_geldig_en_uit_de_reeks_voor_tests():
    assert len(BSNS) > 5000
    assert all(bsn.startswith("9999") and bsn_.geldig(bsn) for bsn in BSNS)
    assert not any(bsn.startswith("99999") for bsn in BSNS)  # the test persons of the RvIG


def test_opzet_is_elke_dag_dezelfde_behalve_de_datum():
    from random import Random

    een, ander = (opzet(7, Random("x"), datetime.date(2026, 12, d)) for d in (1, 8))

    assert (een.laatste, een.dagen, een.spoed) == (ander.laatste, ander.dagen, ander.spoed)
    assert een.gemeld_op < ander.gemeld_op


def test_sommige_onderzoeken_zijn_te_laat_en_sommige_moeten_vandaag_klaar():
    from random import Random

    from toegang.termijnen import uiterste_datum

    dag = datetime.date(2026, 12, 3)
    plannen = [opzet(nr, Random(f"2026:{nr}"), dag) for nr in range(demo_laden.AANTAL)]
    einden = [
        uiterste_datum(o.gemeld_op, weken=6)
        for o in plannen
        if o.laatste in NOG_IN_ZES_WEKEN and not o.uitgang
    ]

    assert sum(einde < dag for einde in einden) >= 3
    assert sum(einde == dag for einde in einden) >= 3
    assert sum(o.spoed for o in plannen) >= 3


def test_een_onderzoek_dat_vandaag_klaar_moet_zijn():
    from toegang.termijnen import uiterste_datum

    dag = datetime.date(2026, 12, 3)

    assert uiterste_datum(gemeld_voor_onderzoek_tot(dag), weken=6) == dag


@pytest.mark.django_db
@pytest.mark.timeout(600)
def test_een_kleine_gemeente_heeft_alles():
    laden.huis_inrichten(NU)
    laden.vertellen(KLEIN, zaad=1, nu=NU)

    assert set(Zaak.objects.values_list("status", flat=True)) == set(ZaakStatus.values)
    assert set(Besluit.objects.values_list("status", flat=True)) >= {
        "ondertekend",
        "ter_toetsing",
        "verzonden",
    }
    assert all(i.bsn.startswith("9999") and bsn_.geldig(i.bsn) for i in Inwoner.objects.all())
    assert Inwoner.objects.count() == len(KLEIN)
    assert Contactmoment.objects.count() == len(KLEIN)
    assert set(Wijkteam.objects.values_list("soort", flat=True)) == {"wijk", "plus", "zvh"}
    assert Wijkteam.objects.filter(soort="wijk").count() == 6
    assert {"5911", "5921", "5931", "5951"} <= set(Gebied.objects.values_list("postcode4", flat=True))
    assert Contract.objects.filter(product__code=HBH).count() == 9
    assert Contract.objects.filter(product__code=BGI).count() == 19
    assert Contract.objects.filter(product__code=SCOOTMOBIEL).count() == 1
    assert Product.objects.get(code=SCOOTMOBIEL).ergotherapie_vooraf
    tarieven = Tarief.objects.filter(product__code=HBH).order_by("vanaf_op")
    assert [str(t.bedrag) for t in tarieven[:3]] == ["23.21", "25.00", "27.37"]
    assert all("demo" in t.bron for t in tarieven[3:])
    telling = Counter(Medewerker.objects.values_list("groups__name", flat=True))
    assert set(telling) == set(Rol.values)
    assert telling["consulent"] == 32
    assert Mandaat.objects.exists()
    # what was told happened through the use-cases, on its own day
    assert Gebeurtenis.objects.filter(om__gt=NU).count() == 0
    verzonden = Besluit.objects.filter(status="verzonden").first()
    assert verzonden.zaak.status == ZaakStatus.AFGESLOTEN
    assert verzonden.history.last().history_date < NU - datetime.timedelta(days=1)
    assert len({verzonden.opgesteld_door, verzonden.getoetst_door, verzonden.ondertekend_door}) == 3
    assert not Brief.objects.exclude(fout="").exists()
    # the special people
    assert Inwoner.objects.exclude(overleden_op="").exists()
    assert Inwoner.objects.exclude(geheim=0).exists()
    assert Inwoner.objects.exclude(veilig_contact="").exists()
    assert Inwoner.objects.filter(geboren__gt="20140101").exists()
    assert Inwoner.objects.filter(vertegenwoordigers__soort="curator").exists()
    assert any(len(str(i)) >= 60 for i in Inwoner.objects.all())
    assert any("ال" in i.geslachtsnaam for i in Inwoner.objects.all())
    assert Dossier.objects.filter(afgeschermd=True).count() == 1


@pytest.mark.django_db
@pytest.mark.timeout(600)
def test_hetzelfde_zaad_geeft_dezelfde_gemeente_en_laden_kan_verder():
    from django.db import transaction

    beelden = []
    for stappen in ((5,), (2, 5)):
        with transaction.atomic():
            for aantal in stappen:
                laad(aantal)
            beelden.append(beeld())
            transaction.set_rollback(True)

    assert beelden[0] == beelden[1]
    assert len(beelden[0]) == 4


@pytest.mark.django_db
def test_een_tweede_keer_verandert_niets():
    inwoners = []
    for _ in range(2):
        uit = StringIO()
        call_command(demo_laden.Command(), aantal=2, zaad=1, processen=1, stdout=uit)
        inwoners.append(Inwoner.objects.count())

    assert uit.getvalue() == "De demo-gemeente staat er al. Er is niets veranderd.\n"
    assert inwoners[0] == inwoners[1] >= 2  # the two, and people of before


@pytest.mark.django_db
def test_laden_laat_andere_gegevens_met_rust():
    MedewerkerFabriek()

    with pytest.raises(CommandError, match="Er is niets veranderd"):
        call_command(demo_laden.Command(), aantal=1, processen=1)

    assert Wijkteam.objects.count() == 0


def test_de_hele_demo_is_ongeveer_tweehonderd_dossiers():
    zonder = sum(BEURTEN[nr % len(BEURTEN)] == "contact" for nr in range(demo_laden.AANTAL))

    assert 195 <= demo_laden.AANTAL - zonder <= 210


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="config.demo.urls")
def test_startpagina_heeft_elke_rol_met_een_knop(client):
    laden.huis_inrichten(NU)
    collega = Medewerker.objects.get(username="s.coenen")

    pagina = client.get("/demo/")

    tekst = pagina.content.decode()
    assert pagina.status_code == 200
    assert all(rol.label in tekst for rol in Rol)
    assert "Sanne Coenen" in tekst
    assert f'action="/demo/instappen/{collega.pk}/"' in tekst
    assert client.get(f"/demo/instappen/{collega.pk}/").status_code == 405

    assert client.post(f"/demo/instappen/{collega.pk}/").status_code == 302
    assert int(client.session["_auth_user_id"]) == collega.pk


def test_productie_kent_de_demo_niet():
    """In a process of its own: other settings, other addresses."""
    vraag = (
        "import django; django.setup()\n"
        "from django.apps import apps\n"
        "from django.urls import Resolver404, resolve\n"
        "assert not apps.is_installed('config.demo')\n"
        "from django.core.management import get_commands\n"
        "assert 'demo_laden' not in get_commands()\n"
        "for adres in ('/demo/', '/demo/instappen/1/'):\n"
        "    try:\n"
        "        resolve(adres)\n"
        "    except Resolver404:\n"
        "        continue\n"
        "    raise SystemExit(adres)\n"
        "print('geen demo')\n"
    )
    sleutel = "dGVzdC10ZXN0LXRlc3QtdGVzdC10ZXN0LXRlc3QtMTI="
    omgeving = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.productie", "SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": "toegang.example.nl", "BSN_SLEUTELS": f"1={sleutel}", "BSN_INDEX_SLEUTEL": sleutel,
        "DATABASE_URL": "postgres://x:x@127.0.0.1:1/x",
        "MIGRATE_DATABASE_URL": "postgres://x:x@127.0.0.1:1/x", "DOCUMENTEN_MAP": "/nergens", "REDIS_URL": "redis://127.0.0.1:1/0",
    }  # fmt: skip

    uit = subprocess.run(
        [sys.executable, "-c", vraag], cwd=PROJECT, env=omgeving, capture_output=True, text=True, check=False
    )

    assert uit.stdout.strip() == "geen demo", uit.stderr[-2000:]


def test_alleen_de_demo_zet_de_klok():
    """`op_moment` changes what history says: outside the demo nobody may."""
    wie = [
        str(pad.relative_to(PROJECT))
        for kamer in ("config", "toegang", "wijkteams", "voorzieningen", "beschikkingen", "portaal")
        for pad in sorted((PROJECT / kamer).rglob("*.py"))
        if "op_moment" in pad.read_text(encoding="utf-8")
    ]

    assert all(pad.startswith("config/demo/") for pad in wie if pad != "toegang/moment.py")


def test_vandaag_is_de_dag_hier():
    assert timezone.localdate(NU) == datetime.date(2026, 12, 3)
