"""Feast days of a decree: kept by the beheerder, seen by every process, and the running clocks computed anew."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tests.fabrieken import MedewerkerFabriek
from tests.toegang import voordeur
from toegang import feestdagen, feestdagentabel
from toegang.models import Gebeurtenis, Gelijkgestelde, Taak
from toegang.moment import nu
from toegang.rechten import Rol
from toegang.termijnen import uiterste_datum
from toegang.usecases.feestdagen_bijhouden import (
    feestdag_vastleggen,
    feestdagen_nalopen,
    feestdagen_waarschuwen,
)

pytestmark = pytest.mark.django_db
D = datetime.date


@pytest.fixture(autouse=True)
def _tabel_terug(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")
    yield
    feestdagen.gelijkstellen({})
    feestdagentabel._stand = None


def beheerder():
    return MedewerkerFabriek(rollen=[Rol.BEHEERDER])


def vastgelegd(dag, **anders):
    return feestdag_vastleggen(dag=dag, besluit="Besluit van 2026", door=beheerder().actor, **anders)


def sinds():
    return nu() - datetime.timedelta(days=1)


def test_een_dag_erbij_schuift_wat_op_die_dag_eindigt_en_niets_anders():
    zaak, ander = voordeur.zaak(), voordeur.zaak(vandaag=D(2026, 12, 4))
    onderzoek = zaak.termijnen.get(soort="onderzoek")  # 3 December and six weeks
    assert onderzoek.uiterste_datum == D(2027, 1, 14)

    vastgelegd(D(2027, 1, 14))
    assert feestdagen_nalopen(sinds=sinds()) == {("onderzoek", D(2027, 1, 14), D(2027, 1, 15)): 1}
    assert not feestdagen_nalopen(sinds=sinds())
    onderzoek.refresh_from_db()
    zaak.refresh_from_db()

    assert (onderzoek.uiterste_datum, zaak.eerstvolgende_op) == (D(2027, 1, 15), D(2027, 1, 15))
    assert ander.termijnen.get(soort="onderzoek").uiterste_datum == D(2027, 1, 15)
    assert Gebeurtenis.objects.filter(soort="termijn_verschoven").count() == 1


def test_een_verkeerde_dag_herstellen_zet_de_termijn_terug():
    onderzoek = voordeur.zaak().termijnen.get(soort="onderzoek")
    rij = vastgelegd(D(2027, 1, 14))
    feestdagen_nalopen(sinds=sinds())

    vastgelegd(D(2027, 2, 4), gelijkgestelde_id=rij.pk, versie=rij.versie)
    feestdagen_nalopen(sinds=sinds())
    onderzoek.refresh_from_db()

    assert onderzoek.uiterste_datum == D(2027, 1, 14)


def test_een_ander_proces_ziet_de_dag_bij_zijn_volgende_berekening():
    """The other process holds its own memory: here that memory is put back to what it was."""
    feestdagentabel.actueel()
    eerder = feestdagentabel._stand
    vastgelegd(D(2027, 1, 14))
    feestdagen.gelijkstellen({})
    feestdagentabel._stand = eerder
    assert uiterste_datum(D(2026, 12, 3), weken=6) == D(2027, 1, 14)

    zaak = voordeur.zaak()

    assert zaak.termijnen.get(soort="onderzoek").uiterste_datum == D(2027, 1, 15)


def test_wie_al_weet_leest_de_tabel_niet_opnieuw(django_assert_num_queries):
    vastgelegd(D(2027, 1, 14))
    feestdagentabel.actueel()

    with django_assert_num_queries(1):
        feestdagentabel.actueel()
    with django_assert_num_queries(0):
        assert not feestdagen.is_werkdag(D(2027, 1, 14))


@pytest.mark.parametrize("dag", [D(2026, 12, 25), D(2027, 5, 7)])
def test_een_dag_die_er_al_is(dag):
    with pytest.raises(ValidationError, match="staat al op de lijst"):
        vastgelegd(dag)


def test_alleen_de_beheerder():
    with pytest.raises(PermissionDenied):
        feestdag_vastleggen(dag=D(2027, 1, 14), besluit="x", door=voordeur.administratie().actor)


@pytest.mark.parametrize(
    ("vandaag", "aantal"),
    [(D(2028, 9, 30), 0), (D(2028, 10, 1), 1), (D(2027, 11, 1), 0)],  # 2028 is held, 2029 is not
)
def test_vanaf_oktober_een_waarschuwing_als_volgend_jaar_leeg_is(vandaag, aantal):
    for _ in range(2):
        feestdagen_waarschuwen(vandaag=vandaag)

    assert Taak.objects.open().filter(rol=Rol.BEHEERDER).count() == aantal


def test_de_waarschuwing_is_klaar_met_een_dag_en_komt_niet_terug():
    feestdagen_waarschuwen(vandaag=D(2028, 10, 1))

    vastgelegd(D(2029, 5, 11))
    feestdagen_waarschuwen(vandaag=D(2028, 10, 2))

    assert not Taak.objects.open().filter(rol=Rol.BEHEERDER).exists()


def test_het_scherm_toont_berekende_dagen_en_bewaart_een_nieuwe(client):
    voordeur.zaak()
    client.als(beheerder())

    tekst = client.get("/toegang/feestdagen/?jaar=2027").content.decode()
    fout = client.post(
        "/toegang/feestdagen/?jaar=2027", {"formuliernaam": "dag", "dag": "25-12-2027", "besluit": "x"}
    )
    antwoord = client.post(
        "/toegang/feestdagen/",
        {"formuliernaam": "dag", "dag": "14-1-2027", "besluit": "Stb. 2026, 9"},
        follow=True,
    )
    feestdagen_nalopen(sinds=sinds())

    assert "Goede Vrijdag" in tekst
    assert "vrijdag 26 maart 2027" in tekst
    assert "25 december 2027 staat al op de lijst" in fout.content.decode()
    assert "Dag bewaard. De termijnen die lopen worden opnieuw berekend." in antwoord.content.decode()
    assert "Stb. 2026, 9" in antwoord.content.decode()
    assert (
        "Onderzoek: 1 naar vrijdag 15 januari 2027"
        in client.get("/toegang/feestdagen/?jaar=2027").content.decode()
    )


def test_een_leeg_jaar_zegt_het_en_de_taak_kan_weg(client):
    feestdagen_waarschuwen(vandaag=D(2028, 10, 1))
    client.als(beheerder())

    assert "Er is geen gelijkgestelde dag" in client.get("/toegang/feestdagen/?jaar=2029").content.decode()
    client.post("/toegang/feestdagen/?jaar=2029", {"formuliernaam": "geen"})
    feestdagen_waarschuwen(vandaag=D(2028, 10, 2))

    assert not Taak.objects.open().filter(rol=Rol.BEHEERDER).exists()


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.BEHEERDER])
def test_het_scherm_is_van_de_beheerder(client, rol):
    client.als(MedewerkerFabriek(rollen=[rol]))
    rij = Gelijkgestelde(dag=D(2027, 1, 14), besluit="x").bewaren(door=beheerder().actor, reden="test")

    assert client.get("/toegang/feestdagen/").status_code == 403
    assert client.get(f"/toegang/gelijkgestelde/{rij.pk}/wijzigen/").status_code == 403
