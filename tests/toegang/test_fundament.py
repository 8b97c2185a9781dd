"""The foundations: application role, append-only log, history that cannot be forgotten."""

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from toegang.inzagelog import Inzageblad
from toegang.models import HistorieVergeten, Inwoner, Inzage, Zaak
from toegang.rechten import Laag, Recht, Rol

pytestmark = pytest.mark.django_db


def test_de_toepassing_is_niet_de_eigenaar():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("toegang_app",)


@pytest.mark.parametrize(
    "opdracht",
    ["UPDATE toegang_inzage SET wie = 'x'", "DELETE FROM toegang_inzage", "TRUNCATE toegang_inzage",
     "DELETE FROM toegang_zaak", "UPDATE toegang_historicalzaak SET status = 'nieuw'",
     "UPDATE toegang_gebeurtenis SET zin = 'x'"],
)  # fmt: skip
def test_de_toepassing_kan_niet_wissen_of_verdraaien(opdracht):
    with (
        pytest.raises((ProgrammingError, InternalError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(opdracht)


def test_inzage_schrijft_een_rij_per_inwoner():
    zaken = ZaakFabriek.create_batch(3)
    lezer = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor
    blad = Inzageblad(scherm="zaken", laag=Laag.PROCES)
    for zaak in zaken:
        blad.toon_zaak(zaak)

    blad.schrijven(lezer, vanaf="127.0.0.1")

    assert set(Inzage.objects.values_list("inwoner", "zaak", "rollen", "laag")) == {
        (z.dossier.inwoner_id, z.pk, "administratie", "L1") for z in zaken
    }


def test_bulk_laat_geen_gat_in_de_historie():
    inwoner = InwonerFabriek()

    for poging in (
        lambda: Inwoner.objects.update(voornamen="x"),
        lambda: Inwoner.objects.bulk_create([Inwoner(geslachtsnaam="x")]),
        lambda: Inwoner.objects.bulk_update([inwoner], ["voornamen"]),
        lambda: inwoner.relaties.update(naam="x"),
    ):
        with pytest.raises(HistorieVergeten):
            poging()


def test_historie_houdt_persoon_en_reden():
    zaak = ZaakFabriek()
    door = MedewerkerFabriek().actor
    zaak.spoed = True

    zaak.bewaren(door=door, reden="spoed gemeld")

    laatste = zaak.history.first()
    assert (laatste.history_user, laatste.history_change_reason, laatste.spoed) == (
        door,
        "spoed gemeld",
        True,
    )
    assert zaak.versie == 2


def test_administratie_ziet_proces_overal_en_inhoud_tot_er_een_team_is():
    zaak = ZaakFabriek()
    lezer = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor

    assert zaak in Zaak.objects.voor(lezer, Recht.PROCES_INZIEN)
    assert zaak in Zaak.objects.voor(lezer, Recht.INHOUD_BEWERKEN)
    assert zaak not in Zaak.objects.voor(lezer, Recht.GEVOELIG_INZIEN)


@pytest.mark.parametrize("recht", list(Recht))
def test_mag_op_de_rij_is_hetzelfde_als_het_filter(recht):
    zaken = [ZaakFabriek(), ZaakFabriek(afgeschermd=True)]
    lezers = [MedewerkerFabriek(rollen=[rol]).actor for rol in (Rol.ADMINISTRATIE, Rol.KCC)]
    lezers.append(type(lezers[0]).objects.systeem())

    for lezer in lezers:
        met = {z.pk for z in Zaak.objects.met_rechten(lezer) if z.mag(recht)}
        assert met == set(Zaak.objects.voor(lezer, recht).values_list("pk", flat=True))
    assert len(zaken) == 2
