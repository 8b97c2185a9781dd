"""Somebody is referred from a zaak or a contact, and asked how it went: who may, what is kept, what ends it."""

import datetime

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.toegang.voordeur import contact as contact_maken
from tests.voorzieningen.aanbod import AlgemeneVoorzieningFabriek
from tests.voorzieningen.opstelling import collega, verse, zaak_met_consulent
from toegang.models import Gebeurtenis, Inzage, Inzagereden, Taak, Zaak, Zichtbaar
from toegang.rechten import Rol
from toegang.statussen import ContactStatus
from toegang.usecases import taken
from toegang.usecases.koppeling_herstellen import koppeling_herstellen
from toegang.usecases.zaak_openen import zaak_openen
from voorzieningen.models import Verwijzing
from voorzieningen.onderdeel import bij_overlijden
from voorzieningen.usecases.verwijzing_navragen import verwijzing_navragen
from voorzieningen.usecases.verwijzing_vastleggen import verwijzing_vastleggen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
LATER = datetime.date(2026, 12, 31)
VELDEN = {
    "leefgebied": "huishouden",
    "waarvoor": "Samen boodschappen doen",
    "wijze": "genoemd",
    "kijken_op": "31-12-2026",
}


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        yield


def verwijs(door, **anders) -> Verwijzing:
    return verwijzing_vastleggen(door=door, vandaag=VANDAAG, **VELDEN | {"kijken_op": LATER} | anders)


def met_reden(medewerker, zaak) -> None:
    """A colleague of the team who is not on the case has said why."""
    Inzagereden.objects.create(medewerker=medewerker, zaak=zaak, op=VANDAAG, reden="overleg")


def test_wie_ziet_verwijst_en_navraagt(client):
    """(who, GET kaart, GET form, POST form, GET referral, POST how it went); a refused POST changes nothing."""
    zaak, consulent = zaak_met_consulent()
    rij = AlgemeneVoorzieningFabriek()
    tabel = {
        "regisseur": (200, 200, 302, 200, "geholpen"),
        "teamgenoot": (200, 200, 302, 200, "geholpen"),
        "teamleider": (200, 403, 403, 200, ""),  # reads the content, does not write it
        "administratie": (403, 403, 403, 404, ""),
        "ander_team": (404, 404, 404, 404, ""),
        "andere_wet": (404, 404, 404, 404, ""),
        "kcc": (404, 404, 404, 404, ""),
        "toetser": (404, 404, 404, 404, ""),
    }
    gevonden = {}
    for wie in tabel:
        with transaction.atomic():
            verwijzing, medewerker = (
                verwijs(verse(consulent), zaak_id=zaak.pk, voorziening_id=rij.pk),
                collega(wie, zaak),
            )
            if wie in ("teamgenoot", "teamleider"):
                met_reden(medewerker, zaak)
            client.als(medewerker)
            kaart = client.get(reverse("voorzieningen:kaart_zaak", args=[zaak.pk])).status_code
            form = reverse("voorzieningen:verwijzen_zaak", args=[zaak.pk]) + f"?naar={rij.pk}"
            lijn = reverse("voorzieningen:verwijzing", args=[verwijzing.pk])
            zien, voor = client.get(lijn).status_code, Verwijzing.objects.count()
            geweigerd = client.post(lijn, {"uitkomst": "geholpen", "versie": "1"}).status_code
            assert geweigerd == {200: 302}.get(zien, zien) or (wie, geweigerd) == ("teamleider", 403)
            gevonden[wie] = (kaart, client.get(form).status_code, client.post(form, VELDEN).status_code, zien)
            assert Verwijzing.objects.count() - voor == (gevonden[wie][2] == 302), wie
            verwijzing.refresh_from_db()
            gevonden[wie] += (verwijzing.uitkomst,)
            transaction.set_rollback(True)

    assert gevonden == tabel


def test_van_verwijzing_tot_uitkomst(client):
    """Recorded with its task and event; nobody reached: later again; then what came of it, counted and kept."""
    zaak, consulent = zaak_met_consulent()
    rij = AlgemeneVoorzieningFabriek(naam="Boodschappendienst")
    client.als(consulent)
    kaart = reverse("voorzieningen:kaart_zaak", args=[zaak.pk])
    eerst = client.get(kaart)
    assert eerst.context["kaart"].leefgebied == "huishouden"  # of this zaak, chosen already
    assert f"naar={rij.pk}&amp;leefgebied=huishouden" in eerst.content.decode()
    form = reverse("voorzieningen:verwijzen_zaak", args=[zaak.pk]) + f"?naar={rij.pk}"

    fout = client.post(form, VELDEN | {"wijze": "warm", "kijken_op": "3-12-2026"}).content.decode()
    assert "Vraag de inwoner eerst of u gegevens mag doorgeven" in fout
    assert "Kies een dag na vandaag" in fout
    warm = VELDEN | {"wijze": "warm", "inwoner_akkoord": "on", "gesproken_met": "coördinator"}
    assert client.post(form, warm)["Location"] == kaart
    verwijzing, taak = Verwijzing.objects.get(), Taak.objects.get(sleutel__startswith="verwijzing_navragen")
    assert (taak.medewerker, taak.uiterlijk_op, taak.zaak) == (consulent, LATER, zaak)
    assert (verwijzing.verwezen_door.medewerker, verwijzing.waarheen) == (consulent, "Boodschappendienst")
    zin = Gebeurtenis.objects.get(soort="verwezen")
    assert (zin.zin, zin.zichtbaar) == ("Verwezen naar hulp in de buurt.", Zichtbaar.INWONER)
    assert "Nog navragen" in client.get(kaart).content.decode()
    hulpvraag = "7b1f0f52-6f5e-4a40-9c38-0d6d7f8d5b11"
    terug = client.post(reverse("voorzieningen:verwijzen_zaak", args=[zaak.pk]) + f"?hulpvraag={hulpvraag}",
                        VELDEN | {"naar": "De buurvrouw van de kerk"})  # fmt: skip
    assert terug["Location"].endswith(f"/afweging/?open={hulpvraag}.5#trede")
    assert client.get(form.replace(str(rij.pk), hulpvraag)).status_code == 404

    lijn = reverse("voorzieningen:verwijzing", args=[verwijzing.pk])
    niemand = {
        "uitkomst": "niet_bereikt",
        "opnieuw_op": "7-1-2027",
        "toelichting": "Voicemail",
        "versie": "1",
    }
    assert client.post(lijn, niemand).status_code == 302
    taak.refresh_from_db()
    verwijzing.refresh_from_db()
    assert (taak.uiterlijk_op, taak.afgehandeld_om) == (datetime.date(2027, 1, 7), None)
    assert (verwijzing.uitkomst, verwijzing.pogingen) == ("", 1)
    oud = client.post(lijn, {"uitkomst": "geholpen", "versie": "1"}).content.decode()
    assert f"{consulent.naam} wijzigde dit intussen" in oud
    assert client.post(lijn, {"uitkomst": "geholpen", "versie": "2"}).status_code == 302
    assert client.post(lijn, {"uitkomst": "geholpen", "versie": "2"}).status_code == 302  # twice is once
    assert "al nagevraagd" in client.post(lijn, {"uitkomst": "deels", "versie": "3"}).content.decode()
    taak.refresh_from_db()
    verwijzing.refresh_from_db()
    assert taak.afgehandeld_door.medewerker == consulent
    assert (verwijzing.nagevraagd_op, verwijzing.versie) == (VANDAAG, 3)
    assert [h.history_change_reason for h in verwijzing.history.order_by("history_id")] == [
        "verwezen", "niet bereikt: later opnieuw", "nagevraagd",
    ]  # fmt: skip
    gelogd = set(Inzage.objects.filter(zaak=zaak.pk, uitkomst="gelukt").values_list("scherm", "laag"))
    assert gelogd >= {("kaart_zaak", "L2b"), ("verwijzen_zaak", "L2b"), ("verwijzing", "L2b")}
    assert (
        "minder dan 5 keer"
        in client.get(reverse("voorzieningen:voorziening", args=[rij.pk])).content.decode()
    )


def test_vanuit_een_contact(client):
    """By the administratie, of somebody we know; it may close the contact, and stays hers when a zaak comes of it."""
    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    contact, rij = contact_maken(vandaag=VANDAAG), AlgemeneVoorzieningFabriek(naam="Wijkbus")
    anoniem = contact_maken(vandaag=VANDAAG, anoniem=True)
    kcc = MedewerkerFabriek(rollen=[Rol.KCC])

    def adres(c):
        return reverse("voorzieningen:verwijzen_contact", args=[c.pk]) + f"?naar={rij.pk}"

    assert client.als(kcc).get(adres(contact)).status_code == 403
    client.als(desk)
    assert "Koppel het contact eerst aan een inwoner" in client.get(adres(anoniem)).content.decode()
    client.post(adres(anoniem), VELDEN)
    assert not Verwijzing.objects.exists()
    pagina = client.get(reverse("toegang:contact", args=[contact.pk])).content.decode()
    kaart = reverse("voorzieningen:kaart_contact", args=[contact.pk])
    assert f'href="{kaart}" accesskey="k"' in pagina
    assert "Wijkbus" in client.get(kaart).content.decode()
    assert client.post(adres(contact), VELDEN | {"contact_klaar": "on"}).status_code == 302
    contact.refresh_from_db()
    assert (contact.status, contact.route, contact.route_naar) == (
        ContactStatus.AFGEHANDELD,
        "verwezen",
        "Wijkbus",
    )
    assert "afgehandeld" in client.get(adres(contact)).content.decode()
    verwijzing, taak = (
        Verwijzing.objects.get(),
        Taak.objects.open().get(sleutel__startswith="verwijzing_navragen"),
    )
    assert (taak.medewerker, taak.contactmoment) == (desk, contact)
    lijn = reverse("voorzieningen:verwijzing", args=[verwijzing.pk])
    assert client.als(desk).get(lijn).status_code == 200
    assert client.als(kcc).get(lijn).status_code == 404
    nu = timezone.now()
    koppeling_herstellen(contact_id=contact.pk, reden="ander", door=verse(desk), vandaag=VANDAAG, nu=nu)
    assert "iemand die nog niet bekend is" in client.als(desk).get(lijn).content.decode()
    ander = contact_maken(vandaag=VANDAAG)
    met_zaak = verwijs(verse(desk), contact_id=ander.pk, naar="De huisarts")
    zaak = zaak_openen(
        contact_id=ander.pk, door=verse(desk), vandaag=VANDAAG, wet="wmo", onderwerp="huishouden"
    )
    client.als(desk)
    for v in (verwijzing, met_zaak):
        url = reverse("voorzieningen:verwijzing", args=[v.pk])
        assert client.get(url).status_code == 200
        assert client.post(url, {"uitkomst": "niet_gegaan", "versie": "1"}).status_code == 302
    assert not Taak.objects.open().filter(sleutel__startswith="verwijzing_navragen").exists()
    assert Gebeurtenis.objects.filter(zaak=zaak, soort="verwijzing_nagevraagd").exists()
    assert list(Verwijzing.objects.van_zaak(zaak)) == [met_zaak]
    assert Inzage.objects.filter(scherm="verwijzing", inwoner=contact.inwoner_id, laag="L0").exists()


def test_wat_de_verwijzing_overleeft_en_wat_haar_eindigt():
    zaak, consulent = zaak_met_consulent(dossier__inwoner=InwonerFabriek())
    door = verse(consulent)
    verwijzing = verwijs(door, zaak_id=zaak.pk, naar="De kerk")
    taken.klaarzetten(
        "los", "Los.", door=door, uiterlijk=LATER, adres="toegang:zaak", zaak=zaak, medewerker=consulent
    )

    taken.opruimen(Zaak.objects.get(pk=zaak.pk), door=door)
    assert [t.sleutel.split(":")[0] for t in Taak.objects.open()] == [
        "verwijzing_navragen"
    ]  # the zaak closed
    bij_overlijden(inwoner=zaak.dossier.inwoner, door=door, vandaag=VANDAAG)
    assert not Taak.objects.open().exists()
    verwijzing.refresh_from_db()
    assert verwijzing.uitkomst == ""
    veilig = AlgemeneVoorzieningFabriek(naam="Vrouwenopvang", leefgebieden=["veiligheid"])
    verwijs(door, zaak_id=zaak.pk, voorziening_id=veilig.pk)
    assert Gebeurtenis.objects.filter(zichtbaar=Zichtbaar.ONTHOUDEN).count() == 1


def test_aan_tafel_staat_er_niets_over_veiligheid(client):
    zaak, consulent = zaak_met_consulent()
    door = verse(consulent)
    veilig = AlgemeneVoorzieningFabriek(naam="Vrouwenopvang", leefgebieden=["veiligheid"])
    gewoon = AlgemeneVoorzieningFabriek(naam="Klussendienst")
    for rij in (veilig, gewoon):
        verwijs(door, zaak_id=zaak.pk, voorziening_id=rij.pk)
    verwijs(door, zaak_id=zaak.pk, naar="Wijkagent", leefgebied="veiligheid")

    antwoord = client.als(consulent).get(reverse("voorzieningen:kaart_zaak", args=[zaak.pk]))  # on by itself

    assert [v.waarheen for v in antwoord.context["eerder"]] == ["Klussendienst"]
    client.post(reverse("toegang:tafelstand", args=[zaak.pk]), {"stand": "uit"})
    uit = client.get(reverse("voorzieningen:kaart_zaak", args=[zaak.pk]))
    assert len(uit.context["eerder"]) == 3


def test_een_vergissing_telt_niet(client):
    zaak, consulent = zaak_met_consulent()
    rij, door = AlgemeneVoorzieningFabriek(), verse(consulent)
    for nr in range(6):
        verwijzing = verwijs(door, zaak_id=zaak.pk, voorziening_id=rij.pk)
        uitkomst = "vergissing" if nr == 0 else "geholpen"
        verwijzing_navragen(verwijzing_id=verwijzing.pk, uitkomst=uitkomst, door=door, vandaag=VANDAAG)

    context = client.als(consulent).get(reverse("voorzieningen:voorziening", args=[rij.pk])).context

    assert (context["totaal"], dict(context["uitkomsten"])["Is er geweest, en het helpt"]) == ("5", "5")
