"""Rows that are read along: the same rows and values as by a query of their own, without another query."""

import datetime

import pytest
from django.db.models import OuterRef
from django.utils import timezone

from tests.fabrieken import VANDAAG, MedewerkerFabriek, ZaakFabriek
from toegang.feiten import als, rijen
from toegang.models import Actor, Taak, Termijn, Vertegenwoordiger, Zaak
from toegang.usecases import taken
from toegang.vertegenwoordiging import in_functie, in_functie_gelezen
from toegang.zaakvraag import TERMIJN, termijnen_van, zaak_met_kop

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)


def systeem() -> Actor:
    return Actor.objects.systeem()


def met_taken(*velden) -> Zaak:
    mee = rijen(Taak.objects.filter(zaak=OuterRef("pk")).order_by("titel"), *velden)
    return Zaak.objects.annotate(mee=mee).get()


def test_een_rij_die_aan_een_andere_hangt_komt_met_zijn_velden_mee(django_assert_num_queries):
    zaak, wie = ZaakFabriek(), MedewerkerFabriek(first_name="Anna", last_name="Bos")
    for titel, medewerker in (("a", wie), ("b", None)):
        taken.klaarzetten(
            titel, titel, door=systeem(), uiterlijk=VANDAAG, adres="toegang:zaak", zaak=zaak, medewerker=medewerker,
            rol="" if medewerker else "administratie",
        )  # fmt: skip
    velden = ("titel", "uiterlijk_op", "medewerker_id", "medewerker__first_name", "medewerker__last_name")

    gelezen = met_taken(*velden).mee
    with django_assert_num_queries(0):
        een, twee = als(Taak, gelezen)
        namen = [t.medewerker and t.medewerker.naam for t in (een, twee)]

    assert namen == ["A. Bos", None]
    assert (een.medewerker, een.uiterlijk_op, een.pk) == (wie, VANDAAG, Taak.objects.get(titel="a").pk)


def klok(zaak, soort, dag, **velden) -> Termijn:
    return Termijn(
        zaak=zaak, soort=soort, artikel="Wmo 2015 art. 2.3.2 lid 1", begint_op=VANDAAG, uiterste_datum=dag, **velden
    ).bewaren(door=systeem(), reden="test")  # fmt: skip


def test_de_termijnen_van_de_kop_zijn_die_van_een_eigen_vraag(django_assert_num_queries):
    zaak = ZaakFabriek()
    klok(zaak, "besluit", VANDAAG + 14 * DAG, wacht_op="aanvulling", stil_sinds=VANDAAG)
    klok(zaak, "onderzoek", VANDAAG + 7 * DAG)
    klok(zaak, "bezwaar", VANDAAG + DAG, gehaald_op=VANDAAG)
    klok(zaak, "eerste_gesprek", VANDAAG + DAG, vervallen_op=VANDAAG)
    (met_kop,) = zaak_met_kop(lezer=systeem(), pk=zaak.pk, vandaag=VANDAAG)

    with django_assert_num_queries(0):
        gelezen = termijnen_van(met_kop)
        uit = [[getattr(t, veld) for veld in ("pk", *TERMIJN)] for t in gelezen]

    los = termijnen_van(Zaak.objects.get())
    assert [t.soort for t in los] == ["bezwaar", "onderzoek", "besluit"]
    assert uit == [[getattr(t, veld) for veld in ("pk", *TERMIJN)] for t in los]


def test_wie_voor_de_inwoner_optreedt_is_dezelfde_als_bij_een_eigen_vraag(django_assert_num_queries):
    zaak = ZaakFabriek()
    inwoner = zaak.dossier.inwoner
    for soort, vanaf, tot in (
        ("gemachtigde", VANDAAG, None), ("mentor", VANDAAG - DAG, VANDAAG + DAG), ("curator", VANDAAG, None),
        ("bewindvoerder", VANDAAG - DAG, VANDAAG), ("ouder", VANDAAG + DAG, None),
    ):  # fmt: skip
        Vertegenwoordiger(
            inwoner=inwoner,
            soort=soort,
            naam=f"De {soort}",
            telefoon="0612345678",
            vanaf_op=vanaf,
            tot_op=tot,
        ).bewaren(door=systeem(), reden="test")
    (met_kop,) = zaak_met_kop(lezer=systeem(), pk=zaak.pk, vandaag=VANDAAG)

    with django_assert_num_queries(0):
        gelezen = in_functie_gelezen(met_kop.feit_vertegenwoordigers, met_kop.dossier.inwoner)
        uit = [(v.pk, v.soort, v.naam, v.telefoon, v.inwoner) for v in gelezen]

    assert [v[1] for v in uit] == ["curator", "mentor", "gemachtigde"]
    assert uit == [(v.pk, v.soort, v.naam, v.telefoon, v.inwoner) for v in in_functie(inwoner, VANDAAG)]


def test_op_de_dag_van_vandaag_leest_de_kop_wie_er_vandaag_is():
    zaak = ZaakFabriek()
    morgen = timezone.localdate() + DAG
    Vertegenwoordiger(inwoner=zaak.dossier.inwoner, soort="curator", naam="C", vanaf_op=morgen).bewaren(
        door=systeem(), reden="test"
    )

    vandaag, daarna = (
        zaak_met_kop(lezer=systeem(), pk=zaak.pk, vandaag=dag)[0] for dag in (morgen - DAG, morgen)
    )

    assert (len(vandaag.feit_vertegenwoordigers), len(daarna.feit_vertegenwoordigers)) == (0, 1)
