"""Calling back: a moment that was agreed, tries, a next day, and a letter after three times."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang.models import Contactmoment, Taak, Verouderd
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.contact_afhandelen import contact_afhandelen
from toegang.usecases.terugbelpoging_vastleggen import terugbelpoging_vastleggen

pytestmark = pytest.mark.django_db
VRIJDAG, MAANDAG = datetime.date(2026, 12, 4), datetime.date(2026, 12, 7)


def bel(contact, *, door=None, bereikt=False, op=VANDAAG, **anders):
    nu = timezone.make_aware(datetime.datetime.combine(op, datetime.time(11, 5)))
    door = door or voordeur.administratie().actor
    return terugbelpoging_vastleggen(
        contact_id=contact.pk, door=door, vandaag=op, nu=nu, bereikt=bereikt, **anders
    )


def test_het_afgesproken_moment_gaat_voor_de_norm():
    contact = voordeur.contact(terugbellen_op=VRIJDAG, terugbellen_om=datetime.time(14, 30))

    assert (contact.terugbellen_op, contact.terugbellen_om) == (VRIJDAG, datetime.time(14, 30))
    assert Taak.objects.get(contactmoment=contact).uiterlijk_op == VRIJDAG


def test_bij_gevaar_is_het_vandaag_wat_er_ook_is_afgesproken():
    assert voordeur.contact(terugbellen_op=MAANDAG, gevaar=True).terugbellen_op == VANDAAG


def test_een_moment_dat_voorbij_is_kan_niet():
    with pytest.raises(ValidationError):
        voordeur.contact(terugbellen_op=datetime.date(2026, 12, 2))


def test_niet_bereikt_zet_de_volgende_werkdag_klaar_en_verzet_de_taak():
    contact = voordeur.contact()

    bel(contact, op=VRIJDAG, toelichting="Voicemail, niets ingesproken")

    contact.refresh_from_db()
    poging = contact.terugbelpogingen.get()
    assert (poging.bereikt, poging.toelichting) == (False, "Voicemail, niets ingesproken")
    assert (contact.terugbellen_op, contact.status) == (MAANDAG, "in_behandeling")
    assert contact.opgepakt_door == poging.door
    assert Taak.objects.get(contactmoment=contact).uiterlijk_op == MAANDAG
    assert contact.history.first().history_change_reason == "teruggebeld: niet bereikt"


def test_de_collega_kiest_zelf_een_andere_dag_en_tijd():
    contact = voordeur.contact()

    bel(contact, opnieuw_op=MAANDAG, opnieuw_om=datetime.time(9))

    contact.refresh_from_db()
    assert (contact.terugbellen_op, contact.terugbellen_om) == (MAANDAG, datetime.time(9))


def test_bereikt_haalt_het_uit_de_groep_terugbellen():
    contact = voordeur.contact()

    bel(contact, bereikt=True)

    assert not Contactmoment.objects.terug_te_bellen(MAANDAG).exists()
    assert Contactmoment.objects.opgepakt().get() == contact


def test_de_groep_zegt_de_hoeveelste_poging_het_is(client):
    contact = voordeur.contact(terugbellen_op=VANDAAG)
    bel(contact, opnieuw_op=VANDAAG)

    with pytest.MonkeyPatch.context() as ruil:
        ruil.setattr(timezone, "localdate", lambda *args: VANDAAG)
        antwoord = client.als(voordeur.administratie()).get("/toegang/werkvoorraad/?groep=terugbellen")

    assert [rij.wat.split(".")[0] for rij in antwoord.context["rijen"]] == ["2e poging"]


def test_niet_bereikt_afhandelen_kan_pas_na_drie_keer():
    contact, desk = voordeur.contact(), voordeur.administratie().actor
    einde = {
        "contact_id": contact.pk, "door": desk, "vandaag": VANDAAG, "uitkomst": "Brief gestuurd", "route": "niet_bereikt",
    }  # fmt: skip
    for _ in range(2):
        bel(contact, door=desk)

    with pytest.raises(OngeldigeOvergang, match="2 keer gebeld zonder gehoor"):
        contact_afhandelen(**einde)

    bel(contact, door=desk)
    assert contact_afhandelen(**einde).route == "niet_bereikt"


def test_wie_een_oude_stand_zag_hoort_dat():
    contact = voordeur.contact()
    bel(contact, versie=1)

    with pytest.raises(Verouderd):
        bel(contact, versie=1)

    assert contact.terugbelpogingen.count() == 1


def test_na_het_afhandelen_wordt_er_niet_meer_gebeld():
    contact, desk = voordeur.contact(), voordeur.administratie().actor
    contact_afhandelen(contact_id=contact.pk, door=desk, vandaag=VANDAAG, uitkomst="Gebeld")

    with pytest.raises(OngeldigeOvergang):
        bel(contact, door=desk)


@pytest.mark.parametrize(
    ("rol", "fout"),
    [
        (Rol.ADMINISTRATIE, None),
        (Rol.CONSULENT, Contactmoment.DoesNotExist),
        (Rol.JURIST, Contactmoment.DoesNotExist),
        (Rol.BEHEERDER, Contactmoment.DoesNotExist),
    ],
)
def test_terugbelpoging_rechten(rol, fout):
    contact, door = voordeur.contact(), MedewerkerFabriek(rollen=[rol]).actor

    if fout:
        with pytest.raises(fout):
            bel(contact, door=door)
    else:
        bel(contact, door=door)

    assert contact.terugbelpogingen.count() == (0 if fout else 1)


def test_kcc_belt_niet_terug_ook_niet_bij_het_eigen_contact():
    kcc = voordeur.kcc()
    contact = voordeur.contact(door=kcc.actor)

    with pytest.raises(PermissionDenied):
        bel(contact, door=kcc.actor)
