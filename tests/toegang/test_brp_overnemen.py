"""One person of the BRP becomes or changes one inwoner."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.brp_stub import datum
from tests.fabrieken import VANDAAG, InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.toegang.brpwereld import ANNA, BEN, DOOD, ELDERS, GEHEIM, VERHUISD, overnemen, persoon
from toegang.brp_fouten import BrpOnleesbaar
from toegang.brp_gevolgen import Wijziging
from toegang.models import Actor, Gebeurtenis, Huishoudlid, Inwoner, Relatie, Taak
from toegang.rechten import Rol

pytestmark = pytest.mark.django_db


def test_een_nieuwe_inwoner_met_historie_en_huishouden():
    uit = overnemen(persoon(), vandaag=VANDAAG)

    anna = Inwoner.objects.met_bsn(ANNA).get()
    assert (uit.nieuw, uit.inwoner, anna.bron, anna.adresregel) == (True, anna, "brp", "Kerkstraat 12")
    assert anna.history.get().history_change_reason == "BRP"
    assert Huishoudlid.objects.get(inwoner=anna).tot_op is None
    assert "peeters" in anna.zoeknaam


def test_twee_keer_hetzelfde_schrijft_niets():
    anna = overnemen(persoon(), vandaag=VANDAAG).inwoner

    uit = overnemen(persoon(), vandaag=VANDAAG)

    assert (uit.nieuw, uit.gewijzigd, uit.wijzigingen) == (False, False, ())
    assert anna.history.count() == 1


def test_wat_de_balie_beter_weet_blijft():
    anna = InwonerFabriek(
        bsn=ANNA, telefoon="0612345678", veilig_contact="niet na 18.00 uur", straat="Kerkstr"
    )
    buur = Relatie(inwoner=anna, soort="mantelzorger", naam="Buurvrouw", bron="desk")
    buur.bewaren(door=Actor.objects.systeem(), reden="test")

    uit = overnemen(persoon(), vandaag=VANDAAG)

    anna.refresh_from_db()
    buur.refresh_from_db()
    assert (uit.nieuw, uit.gewijzigd, uit.wijzigingen) == (False, True, ())
    assert (anna.telefoon, anna.veilig_contact, anna.straat) == (
        "0612345678",
        "niet na 18.00 uur",
        "Kerkstraat",
    )
    assert buur.geeindigd_op == ""


def test_de_graad_van_geheimhouding_blijft_en_wie_geheim_wordt_krijgt_de_strengste():
    anna = InwonerFabriek(bsn=ANNA, geheim=3, bron="brp")
    overnemen(persoon(**GEHEIM), vandaag=VANDAAG)
    ben = overnemen(persoon(BEN, **GEHEIM), vandaag=VANDAAG).inwoner

    anna.refresh_from_db()
    assert (anna.geheim, ben.geheim) == (3, 7)
    overnemen(persoon(), vandaag=VANDAAG)
    anna.refresh_from_db()
    assert anna.geheim == 0


def test_een_kind_dat_later_komt_wordt_gekoppeld_en_woont_erbij():
    kind = {
        "burgerservicenummer": BEN,
        "naam": {"geslachtsnaam": "Peeters"},
        "geboorte": {"datum": datum("2015")},
    }
    anna = overnemen(persoon(kinderen=[kind]), vandaag=VANDAAG).inwoner

    ben = overnemen(persoon(BEN, geboorte={"datum": datum("2015-02-03")}), vandaag=VANDAAG).inwoner

    assert anna.relaties.get().verwant == ben
    assert len(set(Huishoudlid.objects.values_list("huishouden", flat=True))) == 1


def test_een_dubbele_inwoner_wordt_niet_opnieuw_gevuld():
    blijft = InwonerFabriek(straat="Markt")
    InwonerFabriek(bsn=ANNA, samengevoegd_met=blijft)

    uit = overnemen(persoon(), vandaag=VANDAAG)

    assert (uit.inwoner, uit.gewijzigd, uit.inwoner.straat) == (blijft, False, "Markt")


def test_wat_niet_past_wordt_geweigerd_zonder_de_gegevens():
    with pytest.raises(BrpOnleesbaar) as fout:
        overnemen(persoon(naam={"geslachtsnaam": "X" * 201}), vandaag=VANDAAG)

    assert "XXX" not in str(fout.value) + fout.value.wat
    assert not Inwoner.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_twee_collegas_tegelijk_maken_een_inwoner():
    def maken(_):
        try:
            return overnemen(persoon(), vandaag=VANDAAG).inwoner.pk
        finally:
            connection.close()

    Actor.objects.systeem()
    with ThreadPoolExecutor(4) as draden:
        pks = set(draden.map(maken, range(4)))

    assert len(pks) == 1
    assert Inwoner.objects.count() == 1


@pytest.mark.parametrize(
    ("anders", "wijziging", "zin"),
    [
        (DOOD, Wijziging.OVERLEDEN, "Gegevens bijgewerkt uit de BRP: overleden."),
        (
            ELDERS,
            Wijziging.ANDERE_GEMEENTE,
            "Gegevens bijgewerkt uit de BRP: verhuisd naar een andere gemeente.",
        ),
        (VERHUISD, Wijziging.VERHUISD, "Gegevens bijgewerkt uit de BRP: verhuisd binnen de gemeente."),
        (GEHEIM, Wijziging.GEHEIM, "Gegevens bijgewerkt uit de BRP."),
    ],
)
def test_een_wijziging_is_een_taak_voor_de_regisseur_en_een_regel_zonder_inhoud(anders, wijziging, zin):
    anna = overnemen(persoon(), vandaag=VANDAAG).inwoner
    regisseur = MedewerkerFabriek()
    zaak = ZaakFabriek(dossier__inwoner=anna, regisseur=regisseur)

    uit = overnemen(persoon(**anders), vandaag=VANDAAG)

    taak = Taak.objects.get(sleutel=f"brp_{wijziging}:{zaak.pk}")
    regel = Gebeurtenis.objects.get(soort="brp_gewijzigd")
    assert uit.wijzigingen == (wijziging,)
    assert (taak.medewerker, taak.rol, taak.adres) == (regisseur, "", "toegang:brp_wijziging")
    assert (regel.zin, regel.zichtbaar, regel.zaak) == (zin, "intern", zaak)
    assert not any(
        w in taak.titel + regel.zin for w in ("Anna", "Peeters", "Markt", "Parade", "Roermond", ANNA)
    )
    assert anna.history.first().history_user == Actor.objects.systeem()


@pytest.mark.parametrize("weg", [False, True])
def test_zonder_regisseur_is_de_taak_voor_de_administratie(weg):
    anna = overnemen(persoon(), vandaag=VANDAAG).inwoner
    zaak = ZaakFabriek(dossier__inwoner=anna, regisseur=MedewerkerFabriek(is_active=False) if weg else None)

    overnemen(persoon(**DOOD), vandaag=VANDAAG)

    taak = Taak.objects.get(sleutel=f"brp_overleden:{zaak.pk}")
    assert (taak.medewerker, taak.rol) == (None, Rol.ADMINISTRATIE)


def test_de_taak_van_een_afgeschermd_dossier_ziet_alleen_wie_genoemd_is():
    anna = overnemen(persoon(), vandaag=VANDAAG).inwoner
    ZaakFabriek(dossier__inwoner=anna, dossier__afgeschermd=True, afgeschermd=True)
    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])

    overnemen(persoon(**DOOD), vandaag=VANDAAG)

    assert Taak.objects.open().count() == 1
    assert not Taak.objects.voor(desk.actor).exists()


def test_een_gesloten_zaak_krijgt_geen_taak():
    anna = overnemen(persoon(), vandaag=VANDAAG).inwoner
    ZaakFabriek(dossier__inwoner=anna, status="afgesloten", afsluitreden="beantwoord", afgesloten_op=VANDAAG)

    overnemen(persoon(**DOOD), vandaag=VANDAAG)

    assert not Taak.objects.exists()


def test_elke_open_zaak_krijgt_een_taak_en_een_tweede_melding_geen_tweede():
    anna = overnemen(persoon(), vandaag=VANDAAG).inwoner
    een = ZaakFabriek(dossier__inwoner=anna)
    ZaakFabriek(dossier=een.dossier, wet="gpk")

    overnemen(persoon(**DOOD), vandaag=VANDAAG)
    overnemen(persoon(**DOOD), vandaag=VANDAAG)

    assert Taak.objects.filter(sleutel__startswith="brp_overleden").count() == 2
    assert Gebeurtenis.objects.filter(soort="brp_gewijzigd").count() == 2
