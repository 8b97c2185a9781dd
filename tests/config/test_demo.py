"""The demo's commands around the application: what they say, and that nothing gets lost."""

import http.server
import threading

import pytest

from config import diensten
from config.diensten import demo as opdracht
from config.diensten import demo_processen, gezond, opruimen, postgres, redis
from config.diensten.proces import DienstFout


@pytest.fixture
def demo(tmp_path, monkeypatch):
    """A demo in a folder of its own whose services and processes are not really started."""
    for naam in ("DATABASE_URL", "MIGRATE_DATABASE_URL", "REDIS_URL", "PORT"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setattr(diensten, "database_url", lambda eigenaar: "postgresql://")
    monkeypatch.setattr(diensten, "redis_url", lambda: "redis://")
    monkeypatch.setattr(opdracht, "vrije_poort", int)
    demo = demo_processen.Demo(tmp_path / "var")
    demo.map.mkdir(parents=True)
    demo.stempel.parent.mkdir()
    return demo


@pytest.fixture
def gedaan(monkeypatch):
    """What was asked of manage.py and of the processes."""
    gedaan = []
    monkeypatch.setattr(demo_processen, "beheer", lambda demo, *o: gedaan.append(o[0]) or True)
    monkeypatch.setattr(demo_processen, "start", lambda demo, naam, poort: gedaan.append(naam))
    monkeypatch.setattr(demo_processen, "gezond", lambda adres: True)
    return gedaan


def test_demo_migreert_laadt_en_start_in_deze_volgorde(demo, gedaan, capsys):
    opdracht.start(demo)

    assert gedaan == ["migrate", "demo_laden", "web", "portaal", "worker", "beat"]
    assert "http://localhost:8000/" in capsys.readouterr().out


def test_demo_slaat_de_tweede_keer_over_wat_al_gedaan_is(demo, gedaan, monkeypatch):
    opdracht.start(demo)
    gedaan.clear()

    opdracht.start(demo)
    assert gedaan == ["web", "portaal", "worker", "beat"]

    gedaan.clear()
    monkeypatch.setattr(opdracht, "_code", lambda: "andere code")
    opdracht.start(demo)
    assert gedaan[:2] == ["migrate", "demo_laden"]


def test_demo_op_een_gegeven_server_kijkt_elke_keer(demo, gedaan, monkeypatch):
    opdracht.start(demo)
    gedaan.clear()
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@db/toegang")

    opdracht.start(demo)

    assert gedaan[:2] == ["migrate", "demo_laden"]


def test_demo_zegt_wat_er_mis_is_als_laden_mislukt_en_bewaart_alles(demo, gedaan, monkeypatch):
    demo.log("demo_laden").write_text("Traceback\nValueError: half\n")
    monkeypatch.setattr(demo_processen, "beheer", lambda demo, *o: o[0] != "demo_laden")

    with pytest.raises(
        DienstFout, match=r"ValueError: half\n.*`manage.py demo_laden` failed .* Nothing was removed"
    ):
        opdracht.start(demo)
    assert gedaan == []
    assert not demo.stempel.exists()


def test_demo_start_niets_als_de_poort_bezet_is(demo, gedaan, monkeypatch):
    def bezet(gevraagd):
        raise DienstFout(f"Port {gevraagd} is in use")

    monkeypatch.setattr(opdracht, "vrije_poort", bezet)

    with pytest.raises(DienstFout, match="Port 8000"):
        opdracht.start(demo)
    assert gedaan == []


def test_demo_die_al_draait_zegt_waar(demo, gedaan, monkeypatch, capsys):
    (demo.map / "poort").write_text("8123")
    monkeypatch.setattr(demo_processen.Demo, "pid", lambda demo, naam: 1)

    opdracht.start(demo)

    assert gedaan == []
    assert "running already: http://localhost:8123/" in capsys.readouterr().out


def test_demo_waarvan_web_niet_start_toont_de_log(demo, gedaan, monkeypatch):
    demo.log("web").write_text("ImproperlyConfigured: nee\n")
    monkeypatch.setattr(demo_processen, "gezond", lambda adres: False)

    with pytest.raises(DienstFout, match="ImproperlyConfigured: nee"):
        opdracht.start(demo)
    assert gedaan[-1] == "web"


@pytest.mark.parametrize("woord", ["", "weg"])
def test_demo_kent_drie_woorden(woord):
    with pytest.raises(DienstFout, match="start, stop or clean"):
        opdracht.main(woord)


@pytest.mark.parametrize(
    ("antwoord", "gezond_is", "demo_is"), [(200, 0, True), (503, 1, True), (500, 1, False)]
)
def test_gezondheid_van_web(monkeypatch, antwoord, gezond_is, demo_is):
    namen = []

    class Antwoord(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            namen.append(self.headers["Host"])
            self.send_response(antwoord)
            self.end_headers()

        def log_message(self, *args):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Antwoord) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("PORT_BINNEN", str(server.server_port))
        monkeypatch.setenv("ALLOWED_HOSTS", ".toegang.example,elders.example")

        assert gezond.main("web") == gezond_is
        assert demo_processen.gezond(f"http://127.0.0.1:{server.server_port}/") is demo_is
        server.shutdown()
    assert namen[0] == "toegang.example"


def test_gezondheid_van_iets_onbekends_is_niet_goed():
    assert gezond.main("iets") == 1


def test_opruimen_stopt_de_servers_tenzij_een_ander_ze_gebruikt(tmp_path, monkeypatch):
    import psycopg2

    monkeypatch.setenv("TOEGANG_VAR", str(tmp_path / "var"))
    verbinding = postgres.start(tmp_path / "var" / "postgres")
    redis.start(tmp_path / "var" / "redis")
    ander = psycopg2.connect(host=str(verbinding.socket), user="toegang_app", dbname="toegang")
    try:
        opruimen.main()
        assert postgres.draait(tmp_path / "var" / "postgres")
    finally:
        ander.close()
    assert opruimen.verbindingen(tmp_path / "var" / "postgres") == 0

    opruimen.main()

    assert not postgres.draait(tmp_path / "var" / "postgres")
    assert not redis.draait(tmp_path / "var" / "redis")
