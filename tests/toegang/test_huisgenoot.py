"""Who lives with whom, by hand: added, corrected, ended; the BRP leaves it as it is."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from toegang.models import Actor, Huishoudlid, Inwoner, Inzage, Verouderd
from toegang.rechten import Rol
from toegang.usecases.brp_huishoudens import huishoudens_bijwerken
from toegang.usecases.huisgenoot_vastleggen import huisgenoot_toevoegen, huisgenoot_wijzigen

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()
TOEN = VANDAAG - datetime.timedelta(days=100)
LATER = VANDAAG - datetime.timedelta(days=10)


@pytest.fixture
def twee():
    return InwonerFabriek(), InwonerFabriek(huisnummer=99)


def samen(een, ander, *, door=None, vanaf_op=TOEN, **anders):
    return huisgenoot_toevoegen(
        inwoner_id=een.pk, huisgenoot_id=ander.pk, vanaf_op=vanaf_op, vandaag=VANDAAG,
        door=door or voordeur.administratie().actor, **anders,
    )  # fmt: skip


def nu(inwoner) -> Huishoudlid | None:
    return Huishoudlid.objects.filter(inwoner=inwoner, tot_op=None).first()


def test_zij_staan_samen_in_een_huishouden(twee):
    lid = samen(*twee)

    assert nu(twee[0]).huishouden == nu(twee[1]).huishouden == lid.huishouden
    assert (lid.vanaf_op, lid.bron, lid.history.get().history_change_reason) == (
        TOEN, "desk", "huisgenoot vastgelegd",
    )  # fmt: skip


def test_waar_de_ander_woonde_eindigt_die_dag(twee):
    samen(InwonerFabriek(), twee[1])

    samen(twee[0], twee[1], vanaf_op=LATER)

    eerder = Huishoudlid.objects.get(inwoner=twee[1], tot_op=LATER)
    assert eerder.vanaf_op == TOEN
    assert nu(twee[1]).huishouden == nu(twee[0]).huishouden


def test_de_nacht_van_de_brp_laat_staan_wat_met_de_hand_is_vastgelegd(twee):
    samen(*twee)

    huishoudens_bijwerken([i.pk for i in twee], door=Actor.objects.systeem(), vandaag=VANDAAG)

    assert nu(twee[0]).huishouden == nu(twee[1]).huishouden


def test_wie_volgens_de_brp_hier_woont_en_weg_is_komt_er_niet_vanzelf_weer_bij():
    paar = [InwonerFabriek(huisnummer=55) for _ in range(2)]
    huishoudens_bijwerken([i.pk for i in paar], door=Actor.objects.systeem(), vandaag=TOEN)
    lid = nu(paar[1])
    assert lid.bron == "brp"

    huisgenoot_wijzigen(
        lid_id=lid.pk, vanaf_op=lid.vanaf_op, tot_op=LATER, door=voordeur.administratie().actor, vandaag=VANDAAG
    )  # fmt: skip
    huishoudens_bijwerken([i.pk for i in paar], door=Actor.objects.systeem(), vandaag=VANDAAG)

    assert nu(paar[1]).huishouden != lid.huishouden
    lid.refresh_from_db()
    assert (lid.tot_op, lid.bron) == (LATER, "desk")


def test_wie_overlijdt_woont_ook_met_de_hand_bij_niemand_meer(twee):
    samen(*twee)
    twee[1].overleden_op = f"{LATER:%Y%m%d}"
    twee[1].bewaren(door=Actor.objects.systeem(), reden="test")

    huishoudens_bijwerken([twee[1].pk], door=Actor.objects.systeem(), vandaag=VANDAAG)

    assert nu(twee[1]) is None


@pytest.mark.parametrize(
    ("periode", "veld"),
    [
        ({"vanaf_op": VANDAAG + datetime.timedelta(days=1)}, "vanaf_op"),
        ({"tot_op": TOEN - datetime.timedelta(days=1)}, "tot_op"),
        ({"tot_op": VANDAAG + datetime.timedelta(days=1)}, "tot_op"),
    ],
)
def test_een_periode_die_niet_kan(twee, periode, veld):
    with pytest.raises(ValidationError) as fout:
        samen(*twee, **periode)

    assert veld in fout.value.message_dict
    assert not Huishoudlid.objects.exists()


def test_twee_keer_en_met_zichzelf_kan_niet(twee):
    samen(*twee)

    for ander in (twee[1], twee[0]):
        with pytest.raises(ValidationError):
            samen(twee[0], ander)


def test_wie_een_oude_stand_zag_hoort_dat(twee):
    lid, door = samen(*twee), voordeur.administratie().actor
    huisgenoot_wijzigen(lid_id=lid.pk, vanaf_op=LATER, door=door, vandaag=VANDAAG, versie=1)

    with pytest.raises(Verouderd):
        huisgenoot_wijzigen(lid_id=lid.pk, vanaf_op=TOEN, door=door, vandaag=VANDAAG, versie=1)


@pytest.mark.parametrize(
    ("wie", "fout"),
    [
        ("administratie", None),
        ("van_beide", None),
        ("van_een", Inwoner.DoesNotExist),  # works for one of the two only
        ("leest", PermissionDenied),
        ("kcc", Inwoner.DoesNotExist),
    ],
)
def test_huisgenoot_rechten(wie, fout):
    team = WijkteamFabriek()
    zaken = [ZaakFabriek(wijkteam=team, status="onderzoek"), ZaakFabriek(wijkteam=team, status="onderzoek")]
    if wie == "van_een":
        zaken[1].wijkteam = WijkteamFabriek()
        zaken[1].bewaren(door=Actor.objects.systeem(), reden="test")
    medewerker = {
        "administratie": voordeur.administratie, "kcc": voordeur.kcc, "van_beide": lambda: MedewerkerFabriek(team=team),
        "van_een": lambda: MedewerkerFabriek(team=team),
        "leest": lambda: MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD),
    }[wie]()  # fmt: skip
    mensen = [zaak.dossier.inwoner for zaak in zaken]

    if fout:
        with pytest.raises(fout):
            samen(*mensen, door=medewerker.actor)
    else:
        samen(*mensen, door=medewerker.actor)

    assert Huishoudlid.objects.exists() is (fout is None)


def test_op_het_scherm_zoeken_koppelen_en_de_periode_herstellen(client, twee):
    wie = voordeur.administratie()
    client.als(wie)
    zoek = reverse("toegang:huisgenoot_zoeken", args=[twee[0].pk])
    gevonden = client.post(zoek, {"zoek_naam": twee[1].geslachtsnaam, "zoek_geboren": "3-4-1948"}).text
    koppel = reverse("toegang:huisgenoot_toevoegen", args=[twee[0].pk, twee[1].pk])
    assert koppel in gevonden

    fout = client.post(koppel, {"vanaf_op": "31-2-2020"})
    assert (fout.status_code, "31-2-2020" in fout.text) == (200, True)
    assert client.post(koppel, {"vanaf_op": f"{TOEN:%d-%m-%Y}"}).status_code == 302
    lid = nu(twee[1])
    wijzig = reverse("toegang:huisgenoot_wijzigen", args=[twee[0].pk, lid.pk])
    assert wijzig in client.get(reverse("toegang:inwoner", args=[twee[0].pk])).text
    klaar = client.post(
        wijzig, {"vanaf_op": f"{TOEN:%d-%m-%Y}", "tot_op": f"{LATER:%d-%m-%Y}", "versie": lid.versie}
    )

    assert klaar.status_code == 302
    assert nu(twee[1]) is None
    assert Inzage.objects.filter(
        actor=wie.actor.pk, scherm="huisgenoot_toevoegen", inwoner=twee[1].pk
    ).exists()
