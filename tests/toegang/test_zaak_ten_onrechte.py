"""A zaak opened on a contact that belonged elsewhere: an exit with its reason, nothing sent, everybody told."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.papier import leeg_papier
from tests.toegang import voordeur
from tests.toegang.test_contact_bij_zaak import post, zet
from tests.toegang.test_koppeling_herstellen import herstel
from toegang.models import Aanvraag, Brief, Gebeurtenis, Inzage, Taak, Termijn, Zaak
from toegang.rechten import Rol, Wet
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.zaak_heropenen import zaak_heropenen
from toegang.usecases.zaak_openen import zaak_openen
from toegang.usecases.zaak_ten_onrechte import POST_VERSTUURD, ZIN, zaak_ten_onrechte

pytestmark = pytest.mark.django_db
VANDAAG = voordeur.VANDAAG
REDEN = "De brief was van een andere A. Jansen."


@pytest.fixture
def desk():
    return voordeur.administratie().actor


def sluit(zaak, door, reden=REDEN):
    return zaak_ten_onrechte(zaak_id=zaak.pk, reden=reden, door=door, vandaag=VANDAAG)


def verkeerd(door, **anders):
    """A zaak opened from a contact that was then found to be about another."""
    contact = voordeur.contact(**anders)
    zaak = zaak_openen(contact_id=contact.pk, door=door, vandaag=VANDAAG, wet=Wet.WMO, onderwerp="huishouden")
    return zaak, contact


def hersteld(door, **anders):
    zaak, contact = verkeerd(door, **anders)
    herstel(contact, door=door, inwoner_id=InwonerFabriek().pk)
    zaak.refresh_from_db()
    return zaak


def test_zolang_het_contact_erbij_staat_kan_het_niet(desk):
    zaak, _ = verkeerd(desk)

    with pytest.raises(OngeldigeOvergang, match="Herstel eerst de koppeling"):
        sluit(zaak, desk)


def test_na_het_herstel_vraagt_een_taak_of_de_zaak_blijft(desk):
    zaak = hersteld(desk)

    taak = Taak.objects.open().get(sleutel=f"ten_onrechte:{zaak.pk}")
    assert (taak.rol, taak.adres) == (Rol.ADMINISTRATIE, "toegang:zaak_ten_onrechte")


def test_een_zaak_die_niet_uit_dit_contact_kwam_krijgt_die_vraag_niet(desk):
    zaak = ZaakFabriek(wet=Wet.GPK)
    contact = post(zaak.dossier.inwoner)
    zet(contact, zaak)
    herstel(contact, door=desk, inwoner_id=InwonerFabriek().pk)

    assert not Taak.objects.open().filter(sleutel__startswith="ten_onrechte").exists()


def test_alles_stopt_en_de_reden_blijft(desk):
    zaak = hersteld(desk)

    sluit(zaak, desk)

    zaak.refresh_from_db()
    assert (zaak.status, zaak.afsluitreden, zaak.afgesloten_op) == ("afgesloten", "ten_onrechte", VANDAAG)
    assert zaak.history.first().history_change_reason == f"ten onrechte geopend: {REDEN}"
    assert not Termijn.objects.lopend().filter(zaak=zaak).exists()
    assert Gebeurtenis.objects.get(zaak=zaak, soort="zaak_ten_onrechte").zichtbaar == "intern"
    assert not Taak.objects.open().filter(zaak=zaak).exists()
    assert sluit(zaak, desk).versie == zaak.versie  # twice is once


def test_een_brief_die_nog_wacht_gaat_niet_meer_uit(desk):
    zaak = hersteld(desk)
    ontvangst_bevestigen(zaak_id=zaak.pk, door=desk, vandaag=VANDAAG)

    sluit(zaak, desk)

    brief = Brief.objects.get()
    assert brief.status == "vervallen"
    assert brief_maken(brief_id=brief.pk, nu=timezone.now()) is False
    assert not Taak.objects.open().filter(titel=POST_VERSTUURD).exists()


def test_ging_er_al_post_uit_dan_is_dat_een_taak(desk):
    zaak = hersteld(desk)
    ontvangst_bevestigen(zaak_id=zaak.pk, door=desk, vandaag=VANDAAG)
    brief = Brief.objects.get()
    assert brief_maken(brief_id=brief.pk, nu=timezone.now(), pdf=leeg_papier)
    brief_verzenden(brief_id=brief.pk, door=desk, vandaag=VANDAAG, verzonden_op=VANDAAG)

    sluit(zaak, desk)

    assert Taak.objects.open().get(titel=POST_VERSTUURD).rol == Rol.ADMINISTRATIE
    brief.refresh_from_db()
    assert brief.status == "verzonden"


def test_wie_eraan_werkte_hoort_het_zonder_naam(desk):
    regisseur, opener = MedewerkerFabriek(), voordeur.administratie()
    zaak = hersteld(opener.actor)
    zaak.regisseur, zaak.wijkteam = regisseur, WijkteamFabriek()
    zaak.bewaren(door=desk, reden="test")

    sluit(zaak, desk)

    berichten = Taak.objects.open().filter(titel=ZIN)
    assert {t.medewerker for t in berichten} == {regisseur, opener}
    assert {t.zaak for t in berichten} == {None}
    assert zaak.dossier.inwoner.geslachtsnaam not in ZIN


def test_een_aanvraag_in_de_zaak_eindigt_met_haar(desk):
    contact = post(InwonerFabriek())
    zaak = zaak_openen(contact_id=contact.pk, door=desk, vandaag=VANDAAG, wet=Wet.GPK, onderwerp="vervoer")
    herstel(contact, door=desk)

    sluit(zaak, desk)

    assert set(Aanvraag.objects.values_list("status", flat=True)) == {"ingetrokken"}


def test_een_vergissing_hierin_is_te_herstellen(desk):
    zaak = hersteld(desk)
    sluit(zaak, desk)

    zaak_heropenen(zaak_id=zaak.pk, reden="Het was toch deze inwoner.", door=desk, vandaag=VANDAAG)

    zaak.refresh_from_db()
    assert (zaak.status, zaak.afsluitreden) == ("nieuw", "")


def test_zonder_reden_gebeurt_er_niets(desk):
    zaak = hersteld(desk)

    with pytest.raises(ValidationError):
        sluit(zaak, desk, reden="fout")

    assert Zaak.objects.get(pk=zaak.pk).is_open


@pytest.mark.parametrize(
    ("wie", "fout"),
    [
        ("administratie", None),
        ("teamlead", None),
        ("consulent", PermissionDenied),
        ("ander_team", Zaak.DoesNotExist),
        ("kcc", Zaak.DoesNotExist),
    ],
)
def test_ten_onrechte_rechten(desk, wie, fout):
    zaak, team = hersteld(desk), WijkteamFabriek()
    zaak.wijkteam, zaak.status = team, "te_verdelen"
    zaak.bewaren(door=desk, reden="test")
    door = {
        "administratie": voordeur.administratie, "kcc": voordeur.kcc,
        "teamlead": lambda: MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD),
        "consulent": lambda: MedewerkerFabriek(team=team),
        "ander_team": lambda: MedewerkerFabriek(team=WijkteamFabriek(), team__rol=Rol.TEAMLEAD),
    }[wie]().actor  # fmt: skip

    if fout:
        with pytest.raises(fout):
            sluit(zaak, door)
    else:
        sluit(zaak, door)

    assert Zaak.objects.get(pk=zaak.pk).is_open is bool(fout)


def test_het_scherm_zegt_wat_eerst_moet_en_sluit_daarna(client, desk):
    zaak, contact = verkeerd(desk, vandaag=timezone.localdate())
    wie = voordeur.administratie()
    adres = reverse("toegang:zaak_ten_onrechte", args=[zaak.pk])
    assert "Herstel eerst de koppeling" in client.als(wie).get(adres).text
    herstel(contact, door=desk, inwoner_id=InwonerFabriek().pk)

    kort = client.post(adres, {"reden": "fout"})
    assert (kort.status_code, "minstens 10 tekens" in kort.text) == (200, True)
    antwoord = client.post(adres, {"reden": REDEN})

    assert antwoord["Location"] == reverse("toegang:zaak", args=[zaak.pk])
    assert Inzage.objects.filter(actor=wie.actor.pk, scherm="zaak_ten_onrechte", zaak=zaak.pk).exists()
