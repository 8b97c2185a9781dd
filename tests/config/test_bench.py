"""The pieces of `make bench` on a world of two dossiers; the figures themselves are for a quiet machine."""

import json

import pytest
from django.db import connection

from beschikkingen.models import Besluit
from tests.bench import grens, meten, personas, vermenigvuldigen, zaad
from tests.bench.browser import Browser
from tests.bench.schermen import bekijken, volgende
from tests.bench.uitslag import Regel, Uitslag
from toegang.models import Contactmoment, Inwoner, Taak, Zaak
from toegang.rechten import Recht
from wijkteams.models import Medewerker

COPIES = 3


@pytest.fixture
def wereld(db):
    """Two seed dossiers, each three times, with the five personas."""
    zaad.zaaien(2)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET ROLE NONE")
    vermenigvuldigen.vermenigvuldigen(connection, keer=COPIES)
    personas.maken(connection)
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE toegang_app")


def test_bench_kopieen_staan_op_zichzelf_en_kloppen(wereld):
    inwoners = list(Inwoner.objects.all())
    zaken = list(Zaak.objects.select_related("dossier__inwoner"))

    assert len(inwoners) == 2 * COPIES
    assert len({bytes(i.bsn_index) for i in inwoners}) == 2 * COPIES
    assert {z.dossier.inwoner.pk for z in zaken} <= {i.pk for i in inwoners}
    assert all(i.history.first().geslachtsnaam == i.geslachtsnaam for i in inwoners)
    assert {t.adres_pk for t in Taak.objects.filter(contactmoment=None)} <= {
        pk for model in (Zaak, Contactmoment, Besluit) for pk in model.objects.values_list("pk", flat=True)
    } | set(Taak.objects.filter(adres="toegang:brief").values_list("adres_pk", flat=True))


def test_bench_persona_heeft_zijn_uitzonderingen(wereld):
    lezer = personas.actor("geen_team")

    aantal = Zaak.objects.voor(lezer, Recht.INHOUD_INZIEN).count()

    assert aantal == min(3, Zaak.objects.filter(wijkteam__isnull=False).count())


def test_bench_browser_ziet_een_lijst_en_de_vragen_worden_geteld(wereld, settings):
    settings.ALLOWED_HOSTS = ["bench.invalid"]
    browser = Browser().aanmelden(Medewerker.objects.get(username="alle_teams"))

    antwoord, gezien = bekijken(browser, lambda b: b.get("/toegang/zaak/?weergave=alles", secure=True))

    assert antwoord.status_code == 200
    assert 5 <= len(gezien) <= 8
    assert meten.volle_scans(gezien) == []


def test_bench_kale_grens_geeft_dezelfde_rijen_zonder_meer(wereld, settings):
    settings.ALLOWED_HOSTS = ["bench.invalid"]
    inwoner = Inwoner.objects.first()
    kaal = Browser(grens.Kaal())

    with meten.vragen_tellen() as gezien:
        lijst = kaal.get("/lijst/25/")
        rij = kaal.get(f"/rij/{inwoner.pk}/")

    assert len(gezien) == 2
    assert lijst.status_code == 200
    assert inwoner.geslachtsnaam in rij.text


def test_bench_meet_om_en_om_en_neemt_de_middelste_verhouding():
    volgorde = []

    m = meten.naast_elkaar(lambda: volgorde.append("w"), lambda: volgorde.append("g"), ronden=4, keer=1)

    assert volgorde == list("wg" + "wggw" * 2)
    assert m.ratio > 0


def test_bench_uitslag_zegt_wat_over_de_grens_is(db, tmp_path):
    uitslag = Uitslag()
    uitslag.erbij("lijst", "queries", 7, 8)
    uitslag.erbij("lijst", "times the bare view", 5.2, 5)

    uitslag.schrijven(tmp_path / "bench" / "uitkomst.json", {"inwoner": 2})

    geschreven = json.loads((tmp_path / "bench" / "uitkomst.json").read_text())
    assert not uitslag.gehaald
    assert [r["ok"] for r in geschreven["regels"]] == [True, False]
    assert Regel("x", "y", 1, 1).ok


def test_bench_vindt_de_volgende_bladzijde():
    assert volgende('<a class="x" rel="next" href="?weergave=alles&amp;na=1">') == "?weergave=alles&na=1"
    assert volgende("<a rel='prev' href='?'>") is None
