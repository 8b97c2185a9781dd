"""The seal finds every kind of tampering by someone who owns the database."""

import datetime
import io
import time
from contextlib import contextmanager
from random import Random

import pytest
from django.conf import settings as instellingen
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek, ZaakFabriek
from toegang.inzagelog import Inzageblad
from toegang.models import Actor, Inzage, Zegel
from toegang.rechten import Laag
from toegang.tasks import zegel as zegeltaak
from toegang.usecases.inzage_maanden_maken import inzage_maanden_maken
from toegang.usecases.zegel_zetten import zegel_zetten
from toegang.zegel import controleren, regels_buiten

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def buiten(tmp_path, settings):
    settings.ZEGEL_BESTAND = str(tmp_path / "elders" / "zegels.log")
    return settings.ZEGEL_BESTAND


def kijken(aantal: int, lezer) -> None:
    """A page that shows so many people."""
    blad = Inzageblad(scherm="zaken", laag=Laag.PROCES)
    for _ in range(aantal):
        blad.toon_zaak(ZaakFabriek())
    with transaction.atomic():
        blad.schrijven(lezer, vanaf="127.0.0.1")


def zetten() -> Zegel:
    """The next seal; another connection may for a moment hold back what is surely over."""
    for _ in range(200):
        if (zegel := zegel_zetten(door=Actor.objects.systeem(), nu=timezone.now())) is not None:
            return zegel
        time.sleep(0.05)
    raise AssertionError("er valt niets te verzegelen")


@contextmanager
def als_eigenaar():
    """The owner, with the triggers off: what the log has to stand against."""
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        for tabel in ("toegang_inzage", "toegang_zegel"):
            cursor.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER USER")
        try:
            yield cursor
        finally:
            for tabel in ("toegang_inzage", "toegang_zegel"):
                cursor.execute(f"ALTER TABLE {tabel} ENABLE TRIGGER USER")
            cursor.execute(f"SET ROLE {instellingen.DATABASE_ROL_APP}")


@pytest.fixture
def drie_zegels(buiten):
    lezer = MedewerkerFabriek().actor
    zegels = []
    for aantal in (3, 5, 2):
        kijken(aantal, lezer)
        zegels.append(zetten())
    assert [z.aantal for z in zegels] == [3, 5, 2]
    assert list(controleren(buiten)) == []
    return zegels


def van(zegel: Zegel) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM toegang_inzage WHERE tx >= %s::text::xid8 AND tx < %s::text::xid8 ORDER BY id",
            [zegel.van_tx, zegel.tot_tx],
        )
        return [pk for (pk,) in cursor.fetchall()]


def soorten(buiten) -> set[str]:
    return {b.soort for b in controleren(buiten)}


def test_zonder_nieuwe_rijen_komt_er_geen_zegel(drie_zegels):
    assert zegel_zetten(door=Actor.objects.systeem(), nu=timezone.now()) is None
    assert Zegel.objects.count() == 3


def test_elk_hoofd_staat_buiten_de_database(drie_zegels, buiten):
    assert {pk: rij["hoofd"] for pk, rij in regels_buiten(buiten).items()} == {
        z.pk: bytes(z.hoofd).hex() for z in drie_zegels
    }


KOLOMMEN = (
    "wie = 'x'", "actor = actor + 1", "om = om - interval '1 hour'", "rollen = 'x'", "actie = 'x'", "uitkomst = 'x'",
    "inwoner = gen_random_uuid()", "inwoner = NULL", "dossier = gen_random_uuid()", "zaak = gen_random_uuid()",
    "laag = 'L3'", "scherm = 'x'", "grond = 'x'", "nood = NOT nood", "vanaf = 'x'", "verzoek = gen_random_uuid()",
)  # fmt: skip


def test_elke_veranderde_kolom_valt_op(drie_zegels, buiten):
    rij = van(drie_zegels[1])[2]

    with als_eigenaar() as cursor:
        for kolom in KOLOMMEN:
            with transaction.atomic():
                cursor.execute(f"UPDATE toegang_inzage SET {kolom} WHERE id = %s", [rij])
                bevindingen = list(controleren(buiten))
                transaction.set_rollback(True)

            assert [(b.soort, b.zegel) for b in bevindingen] == [("veranderd", drie_zegels[1].pk)], kolom
            assert rij in bevindingen[0].rijen


def test_een_gewiste_rij_valt_op_met_haar_nummer(drie_zegels, buiten):
    rijen = van(drie_zegels[1])

    with als_eigenaar() as cursor:
        cursor.execute("DELETE FROM toegang_inzage WHERE id = %s", [rijen[2]])

    (bevinding,) = controleren(buiten)
    assert (bevinding.soort, bevinding.rijen) == ("verdwenen", (rijen[2],))


def test_een_ingevoegde_rij_valt_op(drie_zegels, buiten):
    with als_eigenaar() as cursor:
        cursor.execute(
            "INSERT INTO toegang_inzage (om, tx, actor, wie, rollen, actie, uitkomst, laag, scherm, grond, nood, vanaf, verzoek)"
            " SELECT om, tx, actor, wie, rollen, actie, uitkomst, laag, scherm, grond, nood, vanaf, verzoek"
            " FROM toegang_inzage WHERE id = %s RETURNING id",
            [van(drie_zegels[0])[0]],
        )
        (nieuw,) = cursor.fetchone()

    (bevinding,) = controleren(buiten)
    assert (bevinding.soort, bevinding.zegel) == ("bijgekomen", drie_zegels[0].pk)
    assert nieuw in bevinding.rijen


def test_een_rij_naar_een_andere_tijd_verplaatsen_valt_op(drie_zegels, buiten):
    met, zonder = van(drie_zegels[2])[0], van(drie_zegels[0])[0]

    with als_eigenaar() as cursor:
        cursor.execute(
            "UPDATE toegang_inzage SET tx = (SELECT tx FROM toegang_inzage WHERE id = %s) WHERE id = %s",
            [met, zonder],
        )

    assert {(b.soort, b.zegel) for b in controleren(buiten)} == {
        ("verdwenen", drie_zegels[0].pk), ("bijgekomen", drie_zegels[2].pk),
    }  # fmt: skip


def test_twee_rijen_verwisselen_valt_op(drie_zegels, buiten):
    a, b = van(drie_zegels[1])[:2]

    with als_eigenaar() as cursor:
        cursor.execute(
            "UPDATE toegang_inzage e SET inwoner = a.inwoner FROM toegang_inzage a"
            " WHERE (e.id, a.id) IN ((%s, %s), (%s, %s))",
            [a, b, b, a],
        )

    assert soorten(buiten) == {"veranderd"}


def test_een_afgeknipte_staart_valt_op_door_wat_buiten_staat(drie_zegels, buiten):
    laatste = drie_zegels[2]
    with als_eigenaar() as cursor:
        cursor.execute("DELETE FROM toegang_inzage WHERE id = ANY(%s)", [van(laatste)])
        cursor.execute("DELETE FROM toegang_zegel WHERE id = %s", [laatste.pk])

    assert [(b.soort, b.zegel) for b in controleren(buiten)] == [("afgeknipt", laatste.pk)]
    with pytest.raises(CommandError, match="1 bevindingen"):
        call_command("inzagelog_controleren", stdout=io.StringIO())


def test_een_weggenomen_zegel_in_het_midden_valt_op(drie_zegels, buiten):
    with als_eigenaar() as cursor:
        cursor.execute("DELETE FROM toegang_zegel WHERE id = %s", [drie_zegels[1].pk])

    assert soorten(buiten) == {"ketting", "afgeknipt"}


def test_alles_opnieuw_verzegelen_valt_op_door_wat_buiten_staat(drie_zegels, buiten):
    rij = van(drie_zegels[2])[0]
    with als_eigenaar() as cursor:
        cursor.execute("UPDATE toegang_inzage SET wie = 'x' WHERE id = %s", [rij])
        cursor.execute(
            "UPDATE toegang_zegel z SET hoofd = (SELECT sha256(z.vorige || string_agg(toegang_inzage_tekst(e), ''::bytea"
            " ORDER BY e.id)) FROM toegang_inzage e WHERE e.tx >= z.van_tx::text::xid8 AND e.tx < z.tot_tx::text::xid8)"
            " WHERE id = %s",
            [drie_zegels[2].pk],
        )

    assert [(b.soort, b.zegel) for b in controleren(buiten)] == [("herschreven", drie_zegels[2].pk)]


HERREKENEN = (
    "UPDATE toegang_zegel z SET hoofd = (SELECT sha256(z.vorige || coalesce(string_agg(toegang_inzage_tekst(e), ''::bytea"
    " ORDER BY e.id), ''::bytea)) FROM toegang_inzage e"
    " WHERE e.tx >= z.van_tx::text::xid8 AND e.tx < z.tot_tx::text::xid8) WHERE id = %s"
)
KOPIE = (
    "INSERT INTO toegang_inzage (om, tx, actor, wie, rollen, actie, uitkomst, inwoner, laag, scherm, grond, nood, vanaf, verzoek)"
    " SELECT om, tx, actor, wie, rollen, actie, uitkomst, inwoner, laag, scherm, grond, nood, vanaf, gen_random_uuid()"
    " FROM toegang_inzage WHERE id = %s"
)


def vervalsen(cursor, kans: Random, rijen: list[list[int]], zegels: list[int]) -> str:
    """One random tampering by the owner with rows or seals that lie there; what it was."""
    plek = kans.randrange(len(zegels))
    rij, soort = kans.choice(rijen[plek]), kans.choice(SOORTEN)
    if soort == "wijzigen":
        cursor.execute(f"UPDATE toegang_inzage SET {kans.choice(KOLOMMEN)} WHERE id = %s", [rij])
    elif soort == "wissen":
        weg = kans.sample(rijen[plek], kans.randint(1, len(rijen[plek])))
        cursor.execute("DELETE FROM toegang_inzage WHERE id = ANY(%s)", [weg])
    elif soort == "invoegen":
        cursor.execute(KOPIE, [rij])
    elif soort == "verplaatsen":
        naar = kans.choice([r for n, rij_ in enumerate(rijen) if n != plek for r in rij_])
        cursor.execute(
            "UPDATE toegang_inzage SET tx = (SELECT tx FROM toegang_inzage WHERE id = %s) WHERE id = %s",
            [naar, rij],
        )
    elif soort == "afknippen":
        staart = [r for groep in rijen[plek:] for r in groep]
        cursor.execute("DELETE FROM toegang_inzage WHERE id = ANY(%s)", [staart])
        cursor.execute("DELETE FROM toegang_zegel WHERE id = ANY(%s)", [zegels[plek:]])
    elif soort == "zegel":
        kolom = kans.choice(
            ("hoofd = sha256('x')", "vorige = sha256('x')", "aantal = aantal + 1", "tot_tx = tot_tx + 1")
        )
        cursor.execute(f"UPDATE toegang_zegel SET {kolom} WHERE id = %s", [zegels[plek]])
    else:  # forged: the row changed, and every seal from there on computed anew, each upon the one before
        cursor.execute(f"UPDATE toegang_inzage SET {kans.choice(KOLOMMEN)} WHERE id = %s", [rij])
        for n in range(plek, len(zegels)):
            if n:
                cursor.execute(
                    "UPDATE toegang_zegel z SET vorige = v.hoofd FROM toegang_zegel v WHERE z.id = %s AND v.id = %s",
                    [zegels[n], zegels[n - 1]],
                )
            cursor.execute(HERREKENEN, [zegels[n]])
    return f"{soort} {plek} {rij}"


SOORTEN = ("wijzigen", "wissen", "invoegen", "verplaatsen", "afknippen", "zegel", "vervalsen")


def test_elk_van_duizend_willekeurige_vervalsingen_valt_op(drie_zegels, buiten):
    """Edits, deletes, inserts, moves, cut tails and forged seals, in rows older than the last seal; each one taken back."""
    kans = Random(2026)
    rijen, zegels = [van(z) for z in drie_zegels], [z.pk for z in drie_zegels]
    gemist, gezien = [], set()

    with als_eigenaar() as cursor:
        for _ in range(1000):
            with transaction.atomic():
                wat = vervalsen(cursor, kans, rijen, zegels)
                if next(controleren(buiten), None) is None:
                    gemist.append(wat)
                gezien.add(wat.split()[0])
                transaction.set_rollback(True)

    assert gemist == []
    assert gezien == set(SOORTEN)
    assert list(controleren(buiten)) == []


def test_een_halve_regel_buiten_wordt_aangevuld(drie_zegels, buiten):
    with open(buiten, "rb") as oud:
        inhoud = oud.read()
    with open(buiten, "wb") as stuk:  # the machine stopped in the middle of the last line
        stuk.write(inhoud[: inhoud.rindex(b'"tot_tx"')])
    assert soorten(buiten) == {"niet_buiten"}

    kijken(1, MedewerkerFabriek().actor)
    zetten()

    assert list(controleren(buiten)) == []


def test_wat_nog_loopt_wordt_niet_verzegeld_en_komt_later_wel(buiten):
    lezer = MedewerkerFabriek().actor
    blad = Inzageblad(scherm="zaken", laag=Laag.PROCES)
    blad.toon_zaak(ZaakFabriek())
    tweede = connection.copy()
    try:
        with tweede.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT pg_current_xact_id()")
            kijken(1, lezer)  # later begun, earlier over

            assert zegel_zetten(door=Actor.objects.systeem(), nu=timezone.now()) is None
            cursor.execute("COMMIT")
    finally:
        tweede.close()

    assert zetten().aantal == 1
    assert list(controleren(buiten)) == []


def test_een_nieuwe_reeks_na_herstel_op_een_ander_systeem(drie_zegels, buiten):
    with (
        als_eigenaar() as cursor
    ):  # as if these seals were made on another cluster, whose transactions ran ahead
        cursor.execute("UPDATE toegang_inzage SET tx = (tx::text::bigint + 1000000)::text::xid8")
        cursor.execute("DELETE FROM toegang_zegel")
        vorige = b"\0" * 32
        for zegel in drie_zegels:
            cursor.execute(
                "INSERT INTO toegang_zegel (om, systeem, na_id, tot_id, van_tx, tot_tx, aantal, vorige, hoofd) SELECT now(), 'oud', 0, max(e.id),"
                " %(van)s + 1000000 * (%(van)s > 0)::int, %(tot)s + 1000000, count(*), %(vorige)s,"
                " sha256(%(vorige)s::bytea || string_agg(toegang_inzage_tekst(e), ''::bytea ORDER BY e.id))"
                " FROM toegang_inzage e WHERE e.tx >= (%(van)s + 1000000)::text::xid8 AND e.tx < (%(tot)s + 1000000)::text::xid8"
                " RETURNING hoofd",
                {"van": zegel.van_tx, "tot": zegel.tot_tx, "vorige": vorige},
            )
            vorige = bytes(cursor.fetchone()[0])
    kijken(4, MedewerkerFabriek().actor)

    nieuw = zetten()

    oude = list(Inzage.objects.order_by("pk").values_list("pk", flat=True)[:10])
    assert (nieuw.aantal, nieuw.na_id) == (4, oude[-1])
    assert list(controleren("")) == []


def test_de_taak_verzegelt(buiten):
    kijken(2, MedewerkerFabriek().actor)
    for _ in range(200):
        if zegeltaak() == 2:
            break
        time.sleep(0.05)

    assert Zegel.objects.get().aantal == 2
    call_command("inzagelog_controleren", stdout=io.StringIO())


def test_maanden_staan_klaar(buiten):
    inzage_maanden_maken(door=Actor.objects.systeem(), vandaag=datetime.date(2027, 12, 31))
    inzage_maanden_maken(door=Actor.objects.systeem(), vandaag=datetime.date(2027, 12, 31))

    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relname LIKE 'toegang_inzage_202%'")
        namen = {n for (n,) in cursor.fetchall()}
    assert {"toegang_inzage_2027_12", "toegang_inzage_2028_01", "toegang_inzage_2028_03"} <= namen
    call_command("inzage_maanden")
