"""The private Redis: really started, killed and started by two at once."""

import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import kombu
import pytest

from config.diensten import PROJECT, redis
from config.diensten.proces import DienstFout, leeft, pid_uit, wachten


@pytest.fixture
def map(tmp_path):
    yield tmp_path / "redis"
    redis.stop(tmp_path / "redis")


def heen_en_weer(url):
    """A message through the broker, as Celery sends it."""
    with kombu.Connection(url, transport_options={"max_retries": 0}) as verbinding:
        rij = verbinding.SimpleQueue("proef")
        rij.put({"brief": 1})
        bericht = rij.get(timeout=5)
        bericht.ack()
        rij.close()
        return bericht.payload


def test_start_draagt_berichten_van_celery(map):
    url = redis.start(map)

    assert url.startswith("redis+socket:///")
    assert heen_en_weer(url) == {"brief": 1}
    assert redis.start(map) == url
    assert stat.S_IMODE((map / "socket").stat().st_mode) == 0o700


def test_start_na_kill_9(map):
    url = redis.start(map)
    oud = pid_uit(map / "redis.pid")
    os.kill(oud, signal.SIGKILL)
    assert wachten(lambda: not leeft(oud, f"unixsocket:{map / 'socket' / redis.SOCKET}"), 5)

    assert redis.start(map) == url
    assert pid_uit(map / "redis.pid") != oud
    assert heen_en_weer(url) == {"brief": 1}


def test_stop_is_ook_goed_als_er_niets_draait(map):
    redis.stop(map)
    redis.start(map)

    redis.stop(map)
    redis.stop(map)

    assert not redis.draait(map)


def test_twee_starters_tegelijk_delen_een_server(map):
    code = "import sys; from pathlib import Path; from config.diensten import redis; "
    code += "print(redis.start(Path(sys.argv[1])))"
    starters = [
        subprocess.Popen([sys.executable, "-c", code, map], cwd=PROJECT, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]

    assert len({starter.communicate(timeout=30)[0] for starter in starters}) == 1
    assert redis.draait(map)


def test_start_met_een_te_lang_pad(tmp_path):
    map = tmp_path / ("l" * 100)
    url = redis.start(map)
    try:
        assert heen_en_weer(url) == {"brief": 1}
    finally:
        redis.stop(map)
        shutil.rmtree(Path(url.removeprefix("redis+socket://")).parent)


def test_start_zonder_redis_server_geeft_niets(map, monkeypatch):
    monkeypatch.setattr(redis, "programma", lambda: None)

    assert redis.start(map) is None


def test_programma_zonder_systeem_is_dat_van_het_wheel(map, monkeypatch):
    monkeypatch.setattr(redis.shutil, "which", lambda naam: None)

    assert Path(redis.programma()).is_relative_to(sys.prefix)
    assert heen_en_weer(redis.start(map)) == {"brief": 1}


def test_start_die_mislukt_noemt_de_log(map, monkeypatch):
    monkeypatch.setattr(redis, "programma", lambda: "/bin/false")

    with pytest.raises(DienstFout, match=r"redis\.log"):
        redis.start(map)
