"""Several questions in one call: each a contact of its own, nothing typed twice."""

import uuid

import pytest

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.toegang import voordeur
from tests.toegang.test_contact_registreren import URL, gegevens
from toegang.models import Contactmoment, Taak
from toegang.rechten import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def url(contact):
    return f"/toegang/contact/{contact.pk}/nog-een-vraag/"


def test_drie_vragen_van_een_beller(client):
    inwoner = InwonerFabriek(geslachtsnaam="Jansen")
    client.als(voordeur.kcc())
    gezocht = client.post(URL, gegevens(zoeken="ja")).context["gezocht"]
    velden = gegevens(
        wie=str(inwoner.pk), gezocht=gezocht, namens="ja", namens_naam="M. Jansen", namens_relatie="dochter"
    )

    antwoord = client.post(URL, velden | {"nog_een": "ja"}, follow=True)
    eerste = Contactmoment.objects.get()
    assert antwoord.redirect_chain[-1][0] == url(eerste)
    assert "A.M. Jansen" in antwoord.content.decode()
    antwoord = client.post(
        url(eerste),
        {"vraag_tekst": "Waar blijft mijn pas?", "gevaar": "nee", "soort": "bestaand", "nog_een": "ja"},
    )
    client.post(antwoord["Location"], {"vraag_tekst": "Ik wil klagen.", "gevaar": "nee", "soort": "klacht"})

    rijen = list(Contactmoment.objects.order_by("vraag"))
    assert [c.samen_met for c in rijen] == [None, eerste, eerste]
    assert {(c.inwoner, c.namens_naam, c.telefoon, c.kanaal) for c in rijen} == {
        (inwoner, "M. Jansen", "0612345678", "telefoon")
    }
    soorten = Taak.objects.open().order_by("sleutel").values_list("sleutel", flat=True)
    assert [sleutel.split(":")[0] for sleutel in soorten] == ["contact", "contact", "klacht"]


def test_dubbelklik_geeft_een_vraag(client):
    kcc = voordeur.kcc()
    contact = voordeur.contact(door=kcc.actor)
    client.als(kcc)
    sleutel = uuid.uuid4()

    for _ in range(3):
        client.post(url(contact), {"vraag_tekst": "Nog iets", "gevaar": "nee"}, sleutel=sleutel)

    assert Contactmoment.objects.count() == 2


@pytest.mark.parametrize(
    ("rol", "eigen", "http"),
    [
        (Rol.KCC, True, 302),
        (Rol.KCC, False, 404),
        (Rol.ADMINISTRATIE, False, 302),
        (Rol.CONSULENT, False, 403),
    ],
)
def test_vraag_toevoegen_rechten(client, rol, eigen, http):
    medewerker = MedewerkerFabriek(rollen=[rol])
    contact = voordeur.contact(door=medewerker.actor if eigen else None)

    antwoord = client.als(medewerker).post(url(contact), {"vraag_tekst": "Nog iets", "gevaar": "nee"})

    assert antwoord.status_code == http
    assert Contactmoment.objects.count() == (2 if http == 302 else 1)
