"""Which address the settings get, and what the commands of the ground say."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from config import diensten
from config.diensten import demo as opdracht
from config.diensten import installeren, postgres, proces
from config.diensten.proces import DienstFout


@pytest.fixture(autouse=True)
def eigen_omgeving(monkeypatch, tmp_path):
    for naam in ("DATABASE_URL", "MIGRATE_DATABASE_URL", "REDIS_URL", "PORT"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("TOEGANG_VAR", str(tmp_path / "var"))


def test_database_url_neemt_eerst_de_omgeving(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@db/toegang")
    monkeypatch.setenv("MIGRATE_DATABASE_URL", "postgresql://eigenaar@db/toegang")

    assert diensten.database_url(eigenaar=False) == "postgresql://app@db/toegang"
    assert diensten.database_url(eigenaar=True) == "postgresql://eigenaar@db/toegang"


@pytest.mark.parametrize(
    ("gezet", "eigenaar", "mist"),
    [("DATABASE_URL", True, "MIGRATE_DATABASE_URL"), ("MIGRATE_DATABASE_URL", False, "DATABASE_URL")],
)
def test_database_url_mengt_geen_twee_servers(monkeypatch, gezet, eigenaar, mist):
    monkeypatch.setenv(gezet, "postgresql://iemand@db/toegang")

    with pytest.raises(DienstFout, match=f"but {mist} is not"):
        diensten.database_url(eigenaar=eigenaar)


def test_database_url_start_anders_een_eigen_server(tmp_path):
    try:
        assert diensten.database_url(eigenaar=False).startswith("postgresql://toegang_app@//")
        assert diensten.database_url(eigenaar=True).startswith("postgresql://toegang_eigenaar@//")
        assert postgres.draait(diensten.VAR / "postgres")
    finally:
        diensten.stop(tmp_path / "var")
    assert not postgres.draait(tmp_path / "var" / "postgres")


def test_redis_url_neemt_eerst_de_omgeving(monkeypatch):
    monkeypatch.setenv("REDIS_URL", "redis://elders:6379/0")

    assert diensten.redis_url() == "redis://elders:6379/0"


def test_poort_bezet_zegt_hoe_een_andere_te_kiezen():
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        nummer = bezet.getsockname()[1]

        with pytest.raises(DienstFout, match=rf"Port {nummer} is in use .*PORT=8010 make demo"):
            proces.poort(str(nummer))
    assert proces.poort(str(nummer)) == nummer


@pytest.mark.parametrize("gevraagd", ["", "abc", "0", "70000", "-1"])
def test_poort_die_geen_poort_is(gevraagd):
    with pytest.raises(DienstFout, match="no port number"):
        proces.poort(gevraagd)


def test_slot_wacht_niet_eeuwig(tmp_path):
    with (
        proces.slot(tmp_path / "slot"),
        pytest.raises(DienstFout, match="Another process holds"),
        proces.slot(tmp_path / "slot", seconden=0.1),
    ):
        pytest.fail("two held one lock")


def test_clean_raakt_niets_buiten_het_project(tmp_path):
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "van_mij.txt").write_text("blijft")

    with pytest.raises(DienstFout, match="outside the project"):
        opdracht.clean(opdracht.Demo(tmp_path / "var"))
    assert (tmp_path / "var" / "van_mij.txt").exists()


def test_clean_haalt_de_gegevens_weg_en_zegt_wat(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(diensten, "PROJECT", tmp_path)
    elders = tmp_path / "elders"
    elders.mkdir()
    (elders / "brief.pdf").write_text("blijft")
    var = tmp_path / "var"
    for naam in ("postgres", "demo", "installatie", "test"):
        (var / naam).mkdir(parents=True)
    (var / "koppeling").symlink_to(elders)

    opdracht.clean(opdracht.Demo(var))

    assert sorted(p.name for p in var.iterdir()) == ["installatie", "test"]
    assert (elders / "brief.pdf").exists()
    assert "Removed below var/: demo, koppeling, postgres." in capsys.readouterr().out


def test_stop_eindigt_een_achtergebleven_proces_maar_geen_ander(tmp_path, capsys):
    demo = opdracht.Demo(tmp_path / "var")
    demo.map.mkdir(parents=True)
    wacht = "import time; time.sleep(60)"
    eigen = subprocess.Popen([sys.executable, "-c", wacht, str(demo.log("web"))])
    ander = subprocess.Popen([sys.executable, "-c", wacht, "iets anders"])
    (demo.map / "web.pid").write_text(f"{eigen.pid}\n")
    (demo.map / "beat.pid").write_text(f"{ander.pid}\n")
    try:
        opdracht.stop(demo)

        assert eigen.wait(5) != 0
        assert ander.poll() is None
        assert "Stopped: web." in capsys.readouterr().out
    finally:
        ander.kill()
        ander.wait()


@pytest.mark.parametrize("root", [True, False])
def test_installeren_zonder_apt_stopt_met_een_zin(monkeypatch, root):
    monkeypatch.setattr(installeren, "SYSTEEM", [("libpango-1.0-0", lambda: False, {"demo"}, None)])
    monkeypatch.setattr(installeren.os, "getuid", lambda: 0 if root else 1000)
    monkeypatch.setattr(installeren.shutil, "which", lambda naam: None)

    with pytest.raises(SystemExit) as einde:
        installeren.systeem("demo")

    zin = str(einde.value)
    assert "sudo apt-get install libpango-1.0-0" in zin
    assert "\n" not in zin


def test_installeren_neemt_het_wheel_als_postgresql_niet_kan(monkeypatch):
    monkeypatch.setattr(installeren, "SYSTEEM", [("postgresql", lambda: False, {"demo"}, "the wheel")])
    monkeypatch.setattr(installeren, "apt", lambda pakketten: not pakketten)

    assert installeren.systeem("demo") is True
    assert installeren.systeem("check") is False


def test_installeren_een_onbekend_pakket_houdt_de_andere_niet_tegen(monkeypatch, capsys):
    lijst = [("qpdf", lambda: False, {"test"}, None), ("postgresql", lambda: False, {"test"}, "the wheel")]
    lijst.append(("chromium-headless-shell", lambda: False, {"test"}, "the whole of chromium"))
    monkeypatch.setattr(installeren, "SYSTEEM", lijst)
    gekregen = []

    def apt(pakketten):
        if "chromium-headless-shell" in pakketten:
            return False
        gekregen.extend(pakketten)
        return True

    monkeypatch.setattr(installeren, "apt", apt)

    assert installeren.systeem("test") is False
    assert gekregen == ["qpdf", "postgresql"]
    assert (
        capsys.readouterr().out == "chromium-headless-shell is not installed; using the whole of chromium.\n"
    )


def test_ci_run_is_geldig_en_doet_precies_check_en_test():
    pad = diensten.PROJECT / ".ci" / "run"

    assert subprocess.run(["bash", "-n", pad], check=False).returncode == 0
    assert pad.stat().st_mode & 0o111
    regels = pad.read_text().splitlines()
    assert "set -euo pipefail" in regels
    assert regels[-2:] == ["make check", "make test"]


def test_makefile_kent_de_beloofde_opdrachten():
    makefile = (diensten.PROJECT / "Makefile").read_text()

    doelen = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert {"install", "demo", "stop", "clean", "test", "check", "bench", "screenshots"} <= doelen


def test_installeren_draait_zonder_enig_pakket():
    gedaan = subprocess.run(
        [sys.executable, "-I", "-S", Path(installeren.__file__), "onbekend"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert gedaan.returncode == 1
    assert "choose one of check, demo, test" in gedaan.stderr
