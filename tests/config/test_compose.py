"""The real installation as a file: no engine runs here, so its promises are read."""

import os
import re
import shutil
import subprocess
from contextlib import closing

import psycopg2
import pytest
import yaml

from config.diensten import PROJECT, controle, gezond, postgres

DIENSTEN = {"postgres", "redis", "migratie", "web", "portaal", "worker", "beat"}


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((PROJECT / "docker-compose.yml").read_text())


def test_compose_heeft_precies_deze_diensten(compose):
    assert set(compose["services"]) == DIENSTEN


@pytest.mark.parametrize("naam", sorted(DIENSTEN))
def test_compose_dienst_is_niet_root_en_heeft_niets_te_veel(compose, naam):
    dienst = compose["services"][naam]

    assert dienst["user"] not in {"root", "0", "0:0"}
    assert dienst["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in dienst["security_opt"]
    assert "privileged" not in dienst


@pytest.mark.parametrize("naam", sorted(DIENSTEN - {"migratie"}))
def test_compose_dienst_heeft_een_gezondheidscontrole(compose, naam):
    controle_ = compose["services"][naam]["healthcheck"]

    assert controle_["test"][0] == "CMD"
    assert {"interval", "timeout", "retries"} <= set(controle_)


def test_compose_gezondheidscontroles_bestaan(compose):
    for naam in ("web", "worker", "beat"):
        assert compose["services"][naam]["healthcheck"]["test"][-1] == naam
        assert callable(getattr(gezond, naam))


def test_compose_gegevens_staan_op_volumes(compose):
    gebruikt = {
        v.split(":")[0]
        for dienst in compose["services"].values()
        for v in dienst.get("volumes", [])
        if v[0] != "."
    }

    assert gebruikt == set(compose["volumes"]) == {"postgres", "redis", "documenten", "zegels"}


def test_compose_alleen_web_is_bereikbaar_en_alleen_vanaf_deze_machine(compose):
    poorten = {naam: dienst["ports"] for naam, dienst in compose["services"].items() if "ports" in dienst}

    assert set(poorten) == {"web", "portaal"}
    assert all(p.startswith("127.0.0.1:") for naam in poorten for p in poorten[naam])
    assert compose["networks"]["binnen"]["internal"] is True


def test_compose_wie_post_en_brp_nodig_heeft_komt_naar_buiten_en_kent_hun_adres(compose):
    buiten = {naam for naam, dienst in compose["services"].items() if "buiten" in dienst["networks"]}

    assert buiten == {"web", "worker", "portaal"}  # the portal: the OpenID provider
    for naam in buiten - {"portaal"}:
        assert {"EMAIL_URL", "BRP_URL", "CLAMAV_URL"} <= set(compose["services"][naam]["environment"])


def test_compose_alleen_de_migratie_kent_de_eigenaar(compose):
    for naam in ("web", "worker", "beat"):
        omgeving = compose["services"][naam]["environment"]
        assert omgeving["DATABASE_URL"].startswith("postgresql://toegang_app:")
        assert "MIGRATE_DATABASE_URL" not in omgeving


def test_compose_het_portaal_kent_alleen_zijn_eigen_rol_en_geen_sleutel_van_het_bsn(compose):
    omgeving = compose["services"]["portaal"]["environment"]

    assert omgeving["PORTAAL_DATABASE_URL"].startswith("postgresql://toegang_portaal:")
    assert not {"DATABASE_URL", "MIGRATE_DATABASE_URL", "BSN_SLEUTELS", "REDIS_URL"} & set(omgeving)
    assert omgeving["SECRET_KEY"] != compose["services"]["web"]["environment"]["SECRET_KEY"]
    assert compose["services"]["portaal"]["volumes"] == ["documenten:/var/lib/toegang/documenten:ro"]


def test_compose_wacht_op_wat_nodig_is(compose):
    assert compose["services"]["migratie"]["depends_on"]["postgres"]["condition"] == "service_healthy"
    for naam in ("web", "worker", "beat"):
        nodig = compose["services"][naam]["depends_on"]
        assert nodig["migratie"]["condition"] == "service_completed_successfully"


def test_compose_elk_geheim_is_verplicht_en_staat_leeg_in_het_voorbeeld():
    tekst = (PROJECT / "docker-compose.yml").read_text()
    verplicht = set(re.findall(r"\$\{([A-Z_]+):\?", tekst))
    voorbeeld = dict(re.findall(r"^([A-Z_]+)=(.*)$", (PROJECT / ".env.voorbeeld").read_text(), re.MULTILINE))

    assert {"SECRET_KEY", "BSN_SLEUTELS", "APP_WACHTWOORD", "EIGENAAR_WACHTWOORD"} <= verplicht
    assert verplicht <= set(voorbeeld)
    assert set(voorbeeld.values()) == {""}
    assert set(controle.COMPOSE) == verplicht


def test_dockerfile_draait_niet_als_root_en_heeft_geen_demo():
    dockerfile = (PROJECT / "Dockerfile").read_text()
    buiten = (PROJECT / ".dockerignore").read_text().splitlines()

    assert re.findall(r"^USER (.*)$", dockerfile, re.MULTILINE)[-1] == "10001:10001"
    assert buiten.index("*") < buiten.index("!config/") < buiten.index("config/demo/")
    assert "!tests/" not in buiten


@pytest.mark.skipif(not shutil.which("psql"), reason="needs psql, of Debian's postgresql-client")
def test_rollen_van_compose_zijn_die_van_de_eigen_server(tmp_path):
    verbinding = postgres.start(tmp_path / "pg")
    try:
        with closing(psycopg2.connect(host=str(verbinding.socket), user="postgres", dbname="postgres")) as c:
            c.autocommit = True
            with c.cursor() as cursor:
                cursor.execute("DROP DATABASE toegang")
                for rol in postgres.ROLLEN:
                    cursor.execute(f"DROP ROLE {rol}")
        wachtwoorden = {f"{naam}_WACHTWOORD": "quote ' in it" for naam in ("EIGENAAR", "APP", "PORTAAL")}

        gedaan = subprocess.run(
            [PROJECT / "docker" / "postgres" / "10-rollen.sh"],
            env={"PATH": os.environ["PATH"], "PGHOST": str(verbinding.socket), **wachtwoorden},
            capture_output=True,
            text=True,
            check=False,
        )

        assert (gedaan.returncode, gedaan.stderr) == (0, "")
        with (
            closing(
                psycopg2.connect(host=str(verbinding.socket), user="toegang_eigenaar", dbname="toegang")
            ) as c,
            c.cursor() as cursor,
        ):
            cursor.execute("CREATE TABLE t (i int)")
            cursor.execute("SET ROLE toegang_app")
            cursor.execute("SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1")
            assert [naam for (naam,) in cursor.fetchall()] == sorted(postgres.UITBREIDINGEN)
    finally:
        postgres.stop(tmp_path / "pg")
