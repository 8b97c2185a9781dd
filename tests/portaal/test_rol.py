"""The portal's database role: what it can read is what was released, what it can write is the inbox."""

import pytest
from django.db import ProgrammingError, connection, transaction

from portaal.weergaven import RECHTEN, weergaven
from tests.portaal.conftest import als_portaal

pytestmark = pytest.mark.django_db


def tabellen() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'm') AND relnamespace = 'public'::regnamespace"
        )
        return sorted(naam for (naam,) in cursor.fetchall())


def mag(tabel: str, opdracht: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('toegang_portaal', %s, %s)", [tabel, opdracht])
        return cursor.fetchone()[0]


def test_geen_tabel_van_het_loket_is_te_lezen():
    leesbaar = {t for t in tabellen() if mag(t, "SELECT")}

    assert leesbaar == {"portaal_portaalsessie"}


def test_schrijven_kan_alleen_in_het_postvak_de_sessie_en_het_log():
    schrijfbaar = {
        (t, o) for t in tabellen() for o in ("INSERT", "UPDATE", "DELETE", "TRUNCATE") if mag(t, o)
    }

    assert schrijfbaar == {
        (tabel, o) for tabel, rechten in RECHTEN.items() for o in rechten.split(", ") if o != "SELECT"
    }


def test_elke_weergave_zwijgt_zolang_niemand_is_aangemeld():
    with connection.cursor() as cursor:
        namen = weergaven(cursor)
    assert len(namen) >= 13
    with als_portaal(), connection.cursor() as cursor:
        for naam in namen:
            cursor.execute(f"SELECT count(*) FROM {naam}")
            assert cursor.fetchone() == (0,), naam


@pytest.mark.parametrize("tabel", ["toegang_inwoner", "toegang_zaak", "wijkteams_verslag", "portaal_verzoek"])
def test_een_tabel_opvragen_wordt_geweigerd(tabel):
    geweigerd = pytest.raises(ProgrammingError, match="permission denied")
    with als_portaal(), connection.cursor() as cursor, geweigerd, transaction.atomic():
        cursor.execute(f"SELECT * FROM {tabel}")
