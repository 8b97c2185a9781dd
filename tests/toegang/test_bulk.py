"""Many rows at once, with history: the same as one by one."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat
from django.test.utils import CaptureQueriesContext

from tests.fabrieken import VANDAAG, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from toegang.models import Gebeurtenis, Inwoner, Taak, Zaak
from toegang.models.bulk import bulk_met_historie, toevoegen, toevoegen_met_historie, wijzigen_met_historie
from wijkteams.models import Wijkteam

pytestmark = pytest.mark.django_db


def rijen(obj):
    """The last history row against the row itself, field by field."""
    laatste = obj.history.latest()
    return [
        (getattr(laatste, veld.attname), getattr(obj, veld.attname))
        for veld in type(obj)._meta.concrete_fields
    ]


def gelijk(obj):
    return all(
        (bytes(een) if isinstance(een, memoryview) else een)
        == (bytes(ander) if isinstance(ander, memoryview) else ander)
        for een, ander in rijen(obj)
    )


def test_bulk_maakt_en_wijzigt_met_historie():
    door = MedewerkerFabriek().actor
    oud = InwonerFabriek(geslachtsnaam="Oud")
    oud.geslachtsnaam = "Ander"
    nieuw = Inwoner(voornamen="Zoë", geslachtsnaam="van IJssel", geboren="19800000")
    nieuw.bsn = "999990019"

    bulk_met_historie([oud, nieuw], door=door, reden="BRP")

    oud, nieuw = Inwoner.objects.get(pk=oud.pk), Inwoner.objects.get(pk=nieuw.pk)
    assert (oud.versie, nieuw.versie) == (2, 1)
    assert [(h.history_type, h.history_user, h.history_change_reason) for h in nieuw.history.all()] == [
        ("+", door, "BRP")
    ]
    assert [(h.history_type, h.geslachtsnaam) for h in oud.history.all()] == [("~", "Ander"), ("+", "Oud")]
    assert oud.history.first().history_user == door
    assert gelijk(oud)
    assert gelijk(nieuw)
    assert nieuw.bsn == "999990019"


def test_bulk_leidt_de_zoeknaam_af():
    inwoner = Inwoner(voornamen="Zoë", geslachtsnaam="IJssel")

    bulk_met_historie([inwoner], door=MedewerkerFabriek().actor, reden="BRP")

    assert Inwoner.objects.get().zoeknaam == "zoe yssel"


def test_bulk_houdt_het_nummer_dat_de_database_gaf():
    zaak = ZaakFabriek()
    zaak = Zaak.objects.get(pk=zaak.pk)
    nummer, zaak.spoed = zaak.volgnummer, True

    bulk_met_historie([zaak], door=MedewerkerFabriek().actor, reden="spoed")

    zaak = Zaak.objects.get()
    assert (zaak.volgnummer, zaak.spoed, zaak.versie) == (nummer, True, 2)
    assert gelijk(zaak)


def test_bulk_kan_ook_met_een_teller_als_sleutel():
    bestaand = WijkteamFabriek(naam="A")
    bestaand.telefoon = "14 077"

    bulk_met_historie([bestaand, Wijkteam(naam="B")], door=MedewerkerFabriek().actor, reden="test")

    assert set(Wijkteam.objects.values_list("naam", "telefoon", "versie")) == {
        ("A", "14 077", 2),
        ("B", "", 1),
    }
    assert Wijkteam.history.count() == 3


def test_bulk_houdt_de_regels_van_de_database():
    een, ander = InwonerFabriek(), InwonerFabriek()
    een.bsn = "999990019"
    een.bewaren(door=MedewerkerFabriek().actor, reden="test")
    ander.bsn = "999990019"

    with pytest.raises(IntegrityError), transaction.atomic():
        bulk_met_historie([ander], door=een.history.first().history_user, reden="test")


def test_bulk_weigert_rijen_van_twee_modellen():
    with pytest.raises(TypeError, match="één model"):
        bulk_met_historie([Inwoner(geslachtsnaam="x"), Wijkteam(naam="x")], door=None, reden="test")


def test_bulk_kost_even_veel_vragen_voor_een_als_voor_honderd():
    door = MedewerkerFabriek().actor

    def vragen(aantal):
        nieuw = [Inwoner(geslachtsnaam=f"N{n}") for n in range(aantal)]
        with CaptureQueriesContext(connection) as gezien:
            bulk_met_historie(nieuw, door=door, reden="test")
        return len(gezien)

    assert vragen(1) == vragen(100)
    assert bulk_met_historie([], door=door, reden="niets") is None


def test_wijzigen_houdt_van_elke_rij_de_historie_en_raakt_geen_andere():
    door, regisseur = MedewerkerFabriek().actor, MedewerkerFabriek()
    een, twee, ander = ZaakFabriek(), ZaakFabriek(), ZaakFabriek()

    aantal = wijzigen_met_historie(
        Zaak.objects.filter(pk__in=[een.pk, twee.pk]),
        door=door,
        reden="nieuwe regisseur",
        regisseur=regisseur,
    )

    assert aantal == 2
    for zaak in Zaak.objects.filter(pk__in=[een.pk, twee.pk]):
        assert (zaak.regisseur, zaak.versie) == (regisseur, 2)
        assert gelijk(zaak)
        laatste = zaak.history.first()
        assert (laatste.history_type, laatste.history_user, laatste.history_change_reason) == (
            "~", door, "nieuwe regisseur",
        )  # fmt: skip
    assert Zaak.objects.get(pk=ander.pk).versie == 1
    assert ander.history.count() == 1


def test_wijzigen_van_niets_is_niets():
    assert (
        wijzigen_met_historie(Zaak.objects.none(), door=MedewerkerFabriek().actor, reden="x", spoed=True) == 0
    )


def taken_van(zaken, door, **anders) -> int:
    return toevoegen_met_historie(
        Taak, zaken, door=door, reden="taak klaargezet", zaak=F("pk"), adres_pk=F("pk"), adres="toegang:zaak",
        sleutel=Concat(Value("lezen:"), Cast("pk", CharField())), titel="Lees dit", rol="administratie",
        uiterlijk_op=VANDAAG, **anders,
    )  # fmt: skip


def test_een_rij_per_rij_van_de_bron_met_historie():
    door, zaken = MedewerkerFabriek().actor, [ZaakFabriek(), ZaakFabriek()]
    ZaakFabriek()

    aantal = taken_van(Zaak.objects.filter(pk__in=[z.pk for z in zaken]), door)

    assert aantal == 2
    for zaak in zaken:
        taak = Taak.objects.get(zaak=zaak)
        assert (taak.sleutel, taak.adres_pk, taak.versie) == (f"lezen:{zaak.pk}", zaak.pk, 1)
        assert (taak.medewerker, taak.afgehandeld_om, taak.uiterlijk_op) == (None, None, VANDAAG)
        assert gelijk(taak)
        laatste = taak.history.get()
        assert (laatste.history_type, laatste.history_user, laatste.history_change_reason) == (
            "+", door, "taak klaargezet",
        )  # fmt: skip


def test_een_rij_die_er_al_is_komt_er_geen_tweede_keer_en_krijgt_geen_historie(django_assert_num_queries):
    door = MedewerkerFabriek().actor
    een, ander = ZaakFabriek(), ZaakFabriek()
    taken_van(Zaak.objects.filter(pk=een.pk), door)

    with django_assert_num_queries(1):
        aantal = taken_van(Zaak.objects.filter(pk__in=[een.pk, ander.pk]), door)

    assert aantal == 1
    assert [t.history.count() for t in Taak.objects.all()] == [1, 1]


def test_van_niets_komt_niets_en_een_veld_dat_er_niet_is_wordt_geweigerd():
    door = MedewerkerFabriek().actor

    assert taken_van(Zaak.objects.none(), door) == 0
    with pytest.raises(TypeError, match="kleur"):
        taken_van(Zaak.objects.all(), door, kleur="rood")


def test_een_rij_zonder_historie():
    zaak, door = ZaakFabriek(), MedewerkerFabriek().actor

    aantal = toevoegen(
        Gebeurtenis,
        Zaak.objects.all(),
        zaak=F("pk"),
        soort="x",
        zin="Er gebeurde iets.",
        op=VANDAAG,
        door=door,
    )

    assert (aantal, toevoegen(Gebeurtenis, Zaak.objects.none(), zaak=F("pk"))) == (1, 0)
    gebeurd = Gebeurtenis.objects.get()
    assert (gebeurd.zaak, gebeurd.door, gebeurd.om, gebeurd.zichtbaar, gebeurd.adres) == (
        zaak,
        door,
        None,
        "intern",
        "",
    )
