"""The private PostgreSQL: really started, killed, moved to long paths and started by two at once."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import environ
import psycopg2
import pytest
from psycopg2 import errors
from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT

from config.diensten import PROJECT, postgres, postgres_programma
from config.diensten.proces import DienstFout, leeft, wachten

EIGENAAR, APP, PORTAAL = postgres.ROLLEN


def sql(verbinding, rol, opdracht, database="toegang"):
    with closing(psycopg2.connect(host=str(verbinding.socket), user=rol, dbname=database)) as c:
        c.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
        with c.cursor() as cursor:
            cursor.execute(opdracht)
            return cursor.fetchall() if cursor.description else None


def pid(map):
    return int((map / "data" / "postmaster.pid").read_text().split()[0])


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    map = tmp_path_factory.mktemp("pg")
    verbinding = postgres.start(map)
    yield map, verbinding
    postgres.stop(map)


@pytest.fixture
def leeg(tmp_path):
    yield tmp_path / "pg"
    postgres.stop(tmp_path / "pg")


def test_start_is_klaar_en_de_tweede_keer_meteen(cluster):
    map, verbinding = cluster
    eerste = pid(map)

    assert postgres.start(map) == verbinding
    assert pid(map) == eerste
    assert postgres.draait(map)


def test_start_luistert_nergens_op_tcp_en_opent_zijn_map_voor_niemand(cluster):
    map, verbinding = cluster

    assert sql(verbinding, APP, "SHOW listen_addresses") == [("",)]
    for eigen in (map, map / "data", verbinding.socket):
        assert stat.S_IMODE(eigen.stat().st_mode) == 0o700


def test_start_kent_hoofdletters_met_accenten(cluster):
    assert sql(
        cluster[1], APP, "SELECT lower('ÇÉ'), 'ÇA' ILIKE 'ça', current_setting('server_encoding')"
    ) == [("çé", True, "UTF8")]


def test_adres_wordt_door_environ_gelezen_als_map_rol_en_database(cluster):
    _, verbinding = cluster

    gelezen = environ.Env.db_url_config(verbinding.adres(APP))

    assert gelezen["HOST"] == str(verbinding.socket)
    assert (gelezen["USER"], gelezen["NAME"], gelezen["PORT"]) == (APP, "toegang", "")
    assert gelezen["ENGINE"] == "django.db.backends.postgresql"


@pytest.mark.parametrize("pad", ["/var/met spatie", "/var/a+b", "/var/100%"])
def test_adres_verdraagt_vreemde_tekens_in_het_pad(pad):
    gelezen = environ.Env.db_url_config(postgres.Verbinding(Path(pad)).adres(APP))

    assert gelezen["HOST"] == pad


def test_rollen_hebben_precies_hun_rechten(cluster):
    _, verbinding = cluster

    assert sql(
        verbinding,
        APP,
        "SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, rolcanlogin, rolbypassrls FROM pg_roles "
        "WHERE rolname LIKE 'toegang%' ORDER BY 1",
    ) == [
        (APP, False, False, False, True, False),
        (EIGENAAR, False, True, False, True, False),
        (PORTAAL, False, False, False, True, False),
    ]
    lid = f"SELECT pg_has_role('{EIGENAAR}', '{APP}', 'MEMBER'), pg_has_role('{APP}', '{EIGENAAR}', 'MEMBER')"
    assert sql(verbinding, APP, lid) == [(True, False)]


@pytest.mark.parametrize("rol", [APP, PORTAAL])
@pytest.mark.parametrize("opdracht", ["CREATE TABLE public.t (i int)", "CREATE DATABASE van_mij"])
def test_applicatie_mag_niets_maken(cluster, rol, opdracht):
    with pytest.raises(errors.InsufficientPrivilege):
        sql(cluster[1], rol, opdracht)


def test_eigenaar_maakt_een_testdatabase_met_uitbreidingen(cluster):
    _, verbinding = cluster
    sql(verbinding, EIGENAAR, "CREATE DATABASE proef")

    for naam in postgres.UITBREIDINGEN:
        sql(verbinding, EIGENAAR, f"CREATE EXTENSION IF NOT EXISTS {naam}", "proef")

    assert sql(verbinding, EIGENAAR, "SELECT unaccent('één')", "proef") == [("een",)]
    sql(verbinding, EIGENAAR, "DROP DATABASE proef")


def test_stop_en_opnieuw_houdt_de_gegevens(leeg):
    verbinding = postgres.start(leeg)
    sql(verbinding, EIGENAAR, "CREATE TABLE blijft AS SELECT 42 AS i")

    postgres.stop(leeg)
    assert not postgres.draait(leeg)
    postgres.stop(leeg)

    assert sql(postgres.start(leeg), EIGENAAR, "SELECT i FROM blijft") == [(42,)]


def test_start_na_kill_9_herstelt_en_houdt_de_gegevens(leeg):
    verbinding = postgres.start(leeg)
    sql(verbinding, EIGENAAR, "CREATE TABLE blijft AS SELECT 42 AS i")
    oud = pid(leeg)
    os.kill(oud, signal.SIGKILL)
    assert wachten(lambda: not leeft(oud, f"-D {leeg / 'data'}"), 5)

    verbinding = postgres.start(leeg)

    assert pid(leeg) != oud
    assert sql(verbinding, EIGENAAR, "SELECT i FROM blijft") == [(42,)]


def test_start_gelooft_geen_pid_van_een_ander(leeg):
    postgres.start(leeg)
    bestand = leeg / "data" / "postmaster.pid"
    regels = bestand.read_text().splitlines()
    postgres.stop(leeg)
    bestand.write_text("\n".join([str(os.getpid()), *regels[1:]]) + "\n")

    assert not postgres.draait(leeg)
    assert sql(postgres.start(leeg), APP, "SELECT 1") == [(1,)]
    assert pid(leeg) != os.getpid()


def test_start_gelooft_geen_zombie(leeg):
    postgres.start(leeg)
    bestand = leeg / "data" / "postmaster.pid"
    regels = bestand.read_text().splitlines()
    postgres.stop(leeg)
    zombie = subprocess.Popen(["true", "-D", str(leeg / "data")])
    os.waitid(os.P_PID, zombie.pid, os.WEXITED | os.WNOWAIT)
    bestand.write_text("\n".join([str(zombie.pid), *regels[1:]]) + "\n")

    assert not postgres.draait(leeg)
    postgres.start(leeg)

    assert pid(leeg) != zombie.pid
    zombie.wait()


def test_start_met_een_te_lang_pad_neemt_een_korte_map(tmp_path):
    map = tmp_path / ("l" * 100)
    verbinding = postgres.start(map)
    try:
        assert not verbinding.socket.is_relative_to(map)
        assert stat.S_IMODE(verbinding.socket.stat().st_mode) == 0o700
        assert sql(verbinding, APP, "SELECT 1") == [(1,)]
        assert postgres.start(map) == verbinding
    finally:
        postgres.stop(map)
        shutil.rmtree(verbinding.socket)


def test_start_weigert_een_korte_map_die_voor_anderen_open_staat(tmp_path):
    map = tmp_path / ("l" * 100)
    kort = postgres.socketmap(map, postgres.SOCKET)
    kort.chmod(0o755)

    with pytest.raises(DienstFout, match="not a private folder"):
        postgres.start(map)
    kort.rmdir()


def test_twee_starters_tegelijk_maken_een_cluster(leeg):
    code = "import sys; from pathlib import Path; from config.diensten import postgres as p; "
    code += "print(p.start(Path(sys.argv[1])).adres('toegang_app'))"
    starters = [
        subprocess.Popen([sys.executable, "-c", code, leeg], cwd=PROJECT, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]

    adressen = [starter.communicate(timeout=60)[0] for starter in starters]

    assert [starter.returncode for starter in starters] == [0, 0, 0]
    assert len(set(adressen)) == 1
    assert sql(postgres.start(leeg), APP, "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'toegang%'") == [
        (3,)
    ]


def test_start_ruimt_een_half_gemaakt_cluster_op(leeg):
    (leeg / "data.nieuw" / "base").mkdir(parents=True)

    assert sql(postgres.start(leeg), APP, "SELECT 1") == [(1,)]
    assert not (leeg / "data.nieuw").exists()


def test_start_maakt_een_onvolledige_inrichting_af(leeg):
    verbinding = postgres.start(leeg)
    sql(verbinding, "postgres", "DROP DATABASE toegang", "postgres")
    sql(verbinding, "postgres", f"DROP ROLE {PORTAAL}", "postgres")
    (leeg / "ingericht").unlink()

    verbinding = postgres.start(leeg)

    assert sql(verbinding, PORTAAL, "SELECT current_database()") == [("toegang",)]


def test_start_weigert_gegevens_van_een_andere_versie_en_verandert_niets(leeg):
    postgres.start(leeg)
    postgres.stop(leeg)
    (leeg / "data" / "PG_VERSION").write_text("9\n")

    with pytest.raises(DienstFout, match=r"made by PostgreSQL 9, and only .* is installed"):
        postgres.start(leeg)
    assert (leeg / "data" / "base").is_dir()


def test_start_weigert_een_map_met_iets_anders_erin(leeg):
    (leeg / "data").mkdir(parents=True)
    (leeg / "data" / "foto.jpg").write_text("van iemand")

    with pytest.raises(DienstFout, match="no PostgreSQL data folder"):
        postgres.start(leeg)
    assert (leeg / "data" / "foto.jpg").exists()


def test_start_zonder_postgresql_noemt_het_pakket(leeg, monkeypatch):
    monkeypatch.setattr(postgres_programma, "_mappen", list)

    with pytest.raises(DienstFout, match="apt-get install postgresql"):
        postgres.start(leeg)


@pytest.mark.skipif(os.getuid() != 0, reason="only root needs another user")
def test_start_als_root_zonder_naamruimte_neemt_een_andere_gebruiker(monkeypatch):
    monkeypatch.setattr(postgres_programma, "_naamruimte_mag", lambda: False)
    boven = Path(tempfile.mkdtemp(dir="/tmp"))
    boven.chmod(0o755)
    map = boven / "pg"
    try:
        verbinding = postgres.start(map)

        assert (map / "data").stat().st_uid != 0
        assert sql(verbinding, APP, "SELECT 1") == [(1,)]
    finally:
        postgres.stop(map)
        shutil.rmtree(boven)


@pytest.mark.skipif(os.getuid() != 0, reason="only root needs another user")
def test_start_zegt_dat_de_andere_gebruiker_er_niet_bij_kan(monkeypatch, leeg):
    monkeypatch.setattr(postgres_programma, "_naamruimte_mag", lambda: False)
    leeg.parent.chmod(0o700)

    with pytest.raises(DienstFout, match="set TOEGANG_VAR"):
        postgres.start(leeg)
