"""Two at the same moment over two real connections: one row, nothing lost, and both read what happened."""

import uuid
from datetime import timedelta
from threading import Barrier

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.gelijktijdig import samen_na, tegelijk
from tests.klant import Klant
from tests.toegang import voordeur
from tests.toegang.brpwereld import ANNA, DOOD, overnemen, persoon
from toegang.models import Contactmoment, Samenvoeging, Taak, Toestemming, ZaakUserObjectPermission
from toegang.rechten import Grond, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import brp_overnemen as brp
from toegang.usecases import inwoners_samenvoegen as samenvoegen
from toegang.usecases import samenvoeging_herstellen as herstel
from toegang.usecases import toestemming_vastleggen as toestemming
from toegang.usecases.contact_afhandelen import contact_afhandelen
from toegang.usecases.inwoners_samenvoegen import inwoners_samenvoegen
from toegang.usecases.uitzonderingen import verlenen
from wijkteams.usecases import zaak_toewijzen as toewijzen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(120)]
NU = timezone.now()  # the rights query asks the database what time it is
VANDAAG = timezone.localdate(NU)
CONTACT = {
    "kanaal": "telefoon", "vraag_tekst": "Ik kan mijn huis niet schoonhouden.", "namens": "nee", "gevaar": "nee",
    "wie": "koppelen", "zoek_naam": "Jansen", "bereik": "bellen", "telefoon": "0612345678",
}  # fmt: skip


def samen(blijft, verdwijnt, door):
    return inwoners_samenvoegen(
        verdwijnt_id=verdwijnt.pk, blijft_id=blijft.pk, reden="zelfde adres", door=door, nu=NU
    )


def test_hetzelfde_formulier_twee_keer_tegelijk_is_een_contact_met_hetzelfde_antwoord():
    kcc, sleutel = voordeur.kcc(), uuid.uuid4()
    klanten = [Klant().als(kcc) for _ in range(2)]
    adres = reverse("toegang:contact_registreren")

    antwoorden = tegelijk(*(lambda k=k: k.post(adres, CONTACT, sleutel=sleutel) for k in klanten))

    assert [(a.status_code, a["Location"]) for a in antwoorden] == [(302, adres)] * 2
    contact = Contactmoment.objects.get()
    assert contact.history.count() == 1
    assert Taak.objects.count() == 1
    assert any("Contact doorgezet" in str(m) for a in antwoorden for m in get_messages(a.wsgi_request))


def test_twee_collegas_handelen_een_contact_af_een_wint_en_de_ander_leest_wie():
    contact = voordeur.contact()
    een, ander = voordeur.administratie().actor, voordeur.administratie().actor

    def afhandelen(door, tekst):
        return lambda: contact_afhandelen(
            contact_id=contact.pk, door=door, vandaag=VANDAAG, uitkomst=tekst, route="beantwoord", versie=contact.versie
        )  # fmt: skip

    uit = tegelijk(afhandelen(een, "Uitgelegd"), afhandelen(ander, "Folder gestuurd"))

    geslaagd = [u for u in uit if isinstance(u, Contactmoment)]
    (geweigerd,) = [u for u in uit if isinstance(u, OngeldigeOvergang)]
    contact.refresh_from_db()
    assert [c.uitkomst for c in geslaagd] == [contact.uitkomst]
    winnaar = een if contact.uitkomst == "Uitgelegd" else ander
    assert str(geweigerd).startswith(f"{winnaar.naam} handelde dit contact net af")
    assert contact.history.filter(status="afgehandeld").count() == 1


def test_wie_te_laat_is_houdt_op_het_scherm_wat_er_was_getypt(client):
    contact = voordeur.contact()
    contact_afhandelen(
        contact_id=contact.pk, door=voordeur.administratie().actor, vandaag=VANDAAG, uitkomst="Uitgelegd"
    )

    antwoord = client.als(voordeur.administratie()).post(
        reverse("toegang:contact", args=[contact.pk]),
        {"formuliernaam": "afhandelen", "versie": contact.versie, "route": "beantwoord", "uitkomst": "Folder gestuurd"},
    )  # fmt: skip

    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert "handelde dit contact net af" in tekst
    assert "Folder gestuurd" in tekst


def test_twee_keer_tegelijk_samenvoegen_is_een_keer_en_beiden_horen_het():
    blijft, verdwijnt = InwonerFabriek(), InwonerFabriek()
    een, ander = voordeur.administratie().actor, voordeur.administratie().actor

    uit = tegelijk(lambda: samen(blijft, verdwijnt, een), lambda: samen(blijft, verdwijnt, ander))

    samenvoeging = Samenvoeging.objects.get()
    assert uit.count(samenvoeging) == 1
    (geweigerd,) = [u for u in uit if isinstance(u, OngeldigeOvergang)]
    assert str(geweigerd).startswith(f"{samenvoeging.door.naam} heeft deze twee net samengevoegd")


def test_andersom_tegelijk_verdwijnt_er_een_en_nooit_twee():
    a, b = InwonerFabriek(), InwonerFabriek()
    een, ander = voordeur.administratie().actor, voordeur.administratie().actor

    uit = tegelijk(lambda: samen(a, b, een), lambda: samen(b, a, ander))

    assert Samenvoeging.objects.count() == 1
    assert [isinstance(u, Samenvoeging) for u in uit].count(True) == 1
    assert any(isinstance(u, OngeldigeOvergang) for u in uit)


def test_een_eigen_tweede_keer_samenvoegen_is_dezelfde():
    blijft, verdwijnt = InwonerFabriek(), InwonerFabriek()
    door = voordeur.administratie().actor

    assert samen(blijft, verdwijnt, door) == samen(blijft, verdwijnt, door)


@pytest.fixture
def twee_wetten():
    """A zaak under the Wmo, and one under the Jeugdwet of the same inwoner, with the regisseurs."""
    team = WijkteamFabriek()
    lead = MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD)
    wmo = ZaakFabriek(
        id=uuid.UUID(int=2), wijkteam=team, regisseur=MedewerkerFabriek(team=team), status="te_verdelen",
        gemeld_op=VANDAAG,
    )  # fmt: skip
    jeugd = ZaakFabriek(  # by pk before the other: who holds the last and wants the first would wait for ever
        id=uuid.UUID(int=1), dossier=wmo.dossier, wet="jeugdwet", status="onderzoek", gemeld_op=VANDAAG
    )
    return wmo, jeugd, lead


def geven(zaak, door, **anders):
    wetten = {"van_wet": "jeugdwet", "naar_wet": "wmo"} | anders
    return toestemming.toestemming_geven(
        inwoner_id=zaak.dossier.inwoner_id, doel="Samen een plan", gegeven_op=VANDAAG, hoe="gesprek", door=door, nu=NU,
        **wetten,
    )  # fmt: skip


def test_twee_toestemmingen_tegelijk_wachten_op_elkaar_en_komen_beide_aan(twee_wetten):
    wmo, jeugd, _ = twee_wetten
    door = voordeur.administratie().actor

    for _ in range(3):
        uit = tegelijk(
            lambda: geven(wmo, door),
            lambda: geven(wmo, door, van_wet="wmo", naar_wet="jeugdwet"),
        )
        assert [type(u) for u in uit] == [Toestemming, Toestemming]

    leest = ZaakUserObjectPermission.objects.filter(grond=Grond.TOESTEMMING, content_object=jeugd)
    assert set(leest.values_list("user_id", flat=True)) == {wmo.regisseur_id}


@pytest.mark.parametrize("al_gegeven", [True, False])
def test_toestemming_en_een_nieuwe_regisseur_tegelijk_blokkeren_elkaar_niet(
    twee_wetten, monkeypatch, al_gegeven
):
    """The one holds the person, the other the zaak: neither waits for ever, and the new regisseur reads."""
    wmo, jeugd, lead = twee_wetten
    nieuw = MedewerkerFabriek(team=wmo.wijkteam)
    desk = voordeur.administratie().actor
    if al_gegeven:
        geven(wmo, desk)
    barriere = Barrier(2)
    samen_na(monkeypatch, toewijzen, "zaak_vergrendelen", barriere)
    samen_na(monkeypatch, toestemming, "inwoner_vergrendelen", barriere)

    uit = tegelijk(
        lambda: geven(wmo, desk),
        lambda: toewijzen.zaak_toewijzen(
            zaak_id=wmo.pk, regisseur_id=nieuw.pk, reden="Neemt over", door=lead.actor, vandaag=VANDAAG, nu=NU
        ),
    )

    assert [u for u in uit if isinstance(u, Exception)] == []
    leest = ZaakUserObjectPermission.objects.filter(grond=Grond.TOESTEMMING, content_object=jeugd)
    assert set(leest.values_list("user_id", flat=True)) == {nieuw.pk}


def lezers_van(zaak) -> set:
    leest = ZaakUserObjectPermission.objects.filter(grond=Grond.TOESTEMMING, content_object=zaak)
    return set(leest.values_list("user_id", flat=True))


def test_toestemming_en_een_overlijden_uit_de_brp_tegelijk_komen_beide_aan(twee_wetten, monkeypatch):
    """The one holds the zaken and wants the person, the other the reverse: neither waits for ever."""
    wmo, jeugd, _ = twee_wetten
    inwoner = wmo.dossier.inwoner
    inwoner.bsn = ANNA
    inwoner.bewaren(door=voordeur.administratie().actor, reden="proef")
    desk, barriere = voordeur.administratie().actor, Barrier(2)
    samen_na(monkeypatch, toestemming, "zaken_op_slot", barriere)
    samen_na(monkeypatch, brp, "invullen", barriere)

    uit = tegelijk(lambda: geven(wmo, desk), lambda: overnemen(persoon(**DOOD), vandaag=VANDAAG))

    assert [u for u in uit if isinstance(u, Exception)] == []
    inwoner.refresh_from_db()
    assert inwoner.overleden_op == "20261130"
    assert Toestemming.objects.get(inwoner=inwoner).versie == 1
    assert lezers_van(jeugd) == {wmo.regisseur_id}
    assert Taak.objects.filter(sleutel__startswith="brp_overleden:", zaak__in=(wmo, jeugd)).count() == 2


def test_toestemming_tijdens_samenvoegen_gaat_mee_of_wordt_met_een_zin_geweigerd(twee_wetten, monkeypatch):
    """Given before: it goes along, also for what the one who stays has. Too late: where to do it. Never a 404."""
    wmo, jeugd, _ = twee_wetten
    verdwijnt, desk = wmo.dossier.inwoner, voordeur.administratie().actor
    ander = ZaakFabriek(wet="jeugdwet", status="onderzoek", gemeld_op=VANDAAG)
    blijft, eerder = ander.dossier.inwoner, geven(wmo, desk)
    barriere = Barrier(2)
    samen_na(monkeypatch, samenvoegen, "_vergrendelen", barriere)

    def te_laat(doen):
        barriere.wait(20)  # the join holds everything by now
        return doen()

    gelukt, geweigerd = tegelijk(
        lambda: samen(blijft, verdwijnt, desk), lambda: te_laat(lambda: geven(wmo, desk))
    )

    assert isinstance(gelukt, Samenvoeging)
    assert isinstance(geweigerd, OngeldigeOvergang)
    assert "Open de persoon die bleef" in str(geweigerd)
    eerder.refresh_from_db()
    assert eerder.inwoner == blijft
    assert lezers_van(jeugd) == lezers_van(ander) == {wmo.regisseur_id}

    monkeypatch.undo()
    barriere = Barrier(2)
    samen_na(monkeypatch, toestemming, "zaken_op_slot", barriere)
    samen_na(monkeypatch, herstel, "zaken_op_slot", barriere)
    uit = tegelijk(
        lambda: herstel.samenvoeging_herstellen(samenvoeging_id=gelukt.pk, reden="vader en zoon", door=desk, nu=NU),
        lambda: toestemming.toestemming_geven(
            inwoner_id=blijft.pk, van_wet="wmo", naar_wet="jeugdwet", doel="Samen", gegeven_op=VANDAAG, hoe="gesprek",
            door=desk, nu=NU,
        ),
    )  # fmt: skip

    assert [u for u in uit if isinstance(u, Exception)] == []
    eerder.refresh_from_db()
    assert eerder.inwoner == verdwijnt
    assert (lezers_van(jeugd), lezers_van(ander)) == ({wmo.regisseur_id}, set())


def test_wie_door_samenvoegen_afgeschermd_is_leest_niemand_meer_door_een_toestemming(twee_wetten):
    wmo, jeugd, _ = twee_wetten
    desk = voordeur.administratie()
    geven(wmo, desk.actor)
    dicht = ZaakFabriek(wet="wmo", status="onderzoek", gemeld_op=VANDAAG, afgeschermd=True)
    dicht.dossier.afgeschermd = True
    dicht.dossier.bewaren(door=desk.actor, reden="proef")
    verlenen(dicht, desk.pk, Grond.AFGESCHERMD, vanaf=NU, tot=NU + timedelta(days=9), door=desk.actor)

    samen(
        dicht.dossier.inwoner,
        wmo.dossier.inwoner,
        MedewerkerFabriek._meta.model.objects.get(pk=desk.pk).actor,
    )

    jeugd.refresh_from_db()
    assert jeugd.afgeschermd
    assert lezers_van(jeugd) == set()
