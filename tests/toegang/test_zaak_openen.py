"""Open a zaak from a contact: the clock of the day of the contact, one dossier, one zaak, who may."""

import datetime
import uuid

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang.models import Aanvraag, Actor, Contactmoment, Dossier, Taak, Zaak, ZaakUserObjectPermission
from toegang.rechten import Grond, Rol, Wet
from toegang.usecases.contact_afhandelen import contact_afhandelen
from toegang.usecases.zaak_openen import zaak_openen

pytestmark = pytest.mark.django_db
GEGEVENS = {"wet": "wmo", "onderwerp": "huishouden", "spoed": "nee"}


def url(contact):
    return f"/toegang/contact/{contact.pk}/zaak-openen/"


def test_gemeld_op_is_de_dag_van_het_contact_en_daar_lopen_de_termijnen_van(client):
    contact = voordeur.contact(ontvangen_op=datetime.date(2026, 11, 30))

    antwoord = client.als(voordeur.administratie()).post(url(contact), GEGEVENS)

    zaak = Zaak.objects.get()
    assert antwoord["Location"] == f"/toegang/zaak/{zaak.pk}/vraagverheldering/"
    assert (zaak.gemeld_op, zaak.status, zaak.wijkteam) == (datetime.date(2026, 11, 30), "nieuw", None)
    assert dict(zaak.termijnen.values_list("soort", "uiterste_datum")) == {
        "onderzoek": datetime.date(2027, 1, 11), "persoonlijk_plan": datetime.date(2026, 12, 7),
    }  # fmt: skip
    assert zaak.eerstvolgende_op == datetime.date(2027, 1, 11)
    contact.refresh_from_db()
    assert (contact.zaak, contact.status) == (zaak, "in_behandeling")
    assert not Taak.objects.open().filter(contactmoment=contact).exists()
    assert set(zaak.gebeurtenissen.values_list("soort", flat=True)) == {"contact_vastgelegd", "zaak_geopend"}


def test_spoed_staat_op_de_dag_van_de_melding():
    zaak = zaak_openen(
        contact_id=voordeur.contact().pk, door=voordeur.administratie().actor, vandaag=VANDAAG, wet="wmo",
        onderwerp="huishouden", spoed=True,
    )  # fmt: skip

    assert zaak.eerstvolgende_op == VANDAAG


def test_een_tweede_keer_geeft_dezelfde_zaak_en_een_tweede_vraag_hetzelfde_dossier(client):
    inwoner = InwonerFabriek()
    contacten = [voordeur.contact(inwoner=inwoner), voordeur.contact(inwoner=inwoner)]
    client.als(voordeur.administratie())
    sleutel = uuid.uuid4()

    for contact in contacten:
        for _ in range(2):
            tweede = contact is not contacten[0]
            client.post(
                url(contact),
                GEGEVENS | ({"toch": "on"} if tweede else {}),
                sleutel=None if tweede else sleutel,
            )

    assert Zaak.objects.count() == 2
    assert Dossier.objects.get().inwoner == inwoner


@pytest.mark.parametrize("wie", [{"anoniem": True}, {"te_koppelen_naam": "Jansen"}])
def test_zonder_inwoner_is_er_een_zin_in_plaats_van_een_knop(client, wie):
    contact = voordeur.contact(**wie)
    client.als(voordeur.administratie())

    pagina, antwoord = client.get(url(contact)), client.post(url(contact), GEGEVENS)

    assert "Koppel dit contact eerst aan een inwoner" in pagina.content.decode()
    assert antwoord.status_code == 200
    assert Zaak.objects.count() == 0


def test_wat_mist_krijgt_een_zin_en_de_keuze_blijft(client):
    contact = voordeur.contact()

    antwoord = client.als(voordeur.administratie()).post(url(contact), GEGEVENS | {"spoed": ""})

    tekst = antwoord.content.decode()
    assert "Kies of er spoed is" in tekst
    assert '<option value="huishouden" selected>' in tekst


@pytest.mark.parametrize(
    ("soort", "wet", "aantal"),
    [("aanvraag", Wet.JEUGDWET, 1), ("vraag", Wet.JEUGDWET, 0), ("aanvraag", Wet.WMO, 0)],
)
def test_een_wet_die_met_een_aanvraag_begint_registreert_haar_meteen(soort, wet, aantal):
    contact = voordeur.contact(soort=soort, kanaal="website", ontvangen_op=datetime.date(2026, 12, 1))

    zaak = zaak_openen(
        contact_id=contact.pk,
        door=voordeur.administratie().actor,
        vandaag=VANDAAG,
        wet=wet,
        onderwerp="opvoeden",
    )

    assert (
        Aanvraag.objects.filter(zaak=zaak, ontvangen_op=contact.ontvangen_op, wijze="website").count()
        == aantal
    )
    if aantal:
        assert zaak.eerstvolgende_op == datetime.date(2027, 1, 26)  # Awb 4:13: eight weeks


def test_een_afgehandeld_contact_wordt_geen_zaak():
    contact, door = voordeur.contact(), voordeur.administratie().actor
    contact_afhandelen(contact_id=contact.pk, door=door, vandaag=VANDAAG, uitkomst="Beantwoord")

    with pytest.raises(Exception, match="bestaat niet"):
        zaak_openen(contact_id=contact.pk, door=door, vandaag=VANDAAG, wet="wmo", onderwerp="huishouden")


def test_wie_genoemd_is_op_een_afgeschermd_dossier_is_dat_ook_op_de_nieuwe_zaak():
    oud = ZaakFabriek(dossier=DossierFabriek(afgeschermd=True), afgeschermd=True)
    genoemd, ander = voordeur.administratie(), voordeur.administratie()
    nu = timezone.now()
    ZaakUserObjectPermission.objects.create(
        user=genoemd, content_object=oud, permission=Permission.objects.get(codename="inhoud_bewerken"),
        grond=Grond.AFGESCHERMD, vanaf=nu - datetime.timedelta(hours=1), tot=nu + datetime.timedelta(days=90),
        verleend_door=Actor.objects.systeem(),
    )  # fmt: skip
    contact = voordeur.contact(inwoner=oud.dossier.inwoner)

    with pytest.raises(Contactmoment.DoesNotExist):
        zaak_openen(contact_id=contact.pk, door=ander.actor, vandaag=VANDAAG, wet="wmo", onderwerp="geld")
    zaak = zaak_openen(
        contact_id=contact.pk, door=genoemd.actor, vandaag=VANDAAG, wet="wmo", onderwerp="geld"
    )

    assert zaak.afgeschermd
    assert zaak.uitzonderingen.get().user == genoemd


@pytest.mark.parametrize(
    ("rol", "http", "aantal"),
    [(Rol.ADMINISTRATIE, 302, 1), (Rol.KCC, 403, 0), (Rol.CONSULENT, 403, 0), (Rol.TEAMLEAD, 403, 0)],
)
def test_zaak_openen_rechten(client, rol, http, aantal):
    contact = voordeur.contact()

    antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(url(contact), GEGEVENS)

    assert antwoord.status_code == http
    assert Zaak.objects.count() == aantal


def test_de_use_case_zegt_wat_er_eerst_moet():
    with pytest.raises(ValidationError, match="Koppel"):
        zaak_openen(
            contact_id=voordeur.contact(anoniem=True).pk, door=voordeur.administratie().actor, vandaag=VANDAAG,
            wet="wmo", onderwerp="huishouden",
        )  # fmt: skip
