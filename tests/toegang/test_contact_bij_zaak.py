"""A contact or a letter goes to a zaak that runs: files along, the regisseur told, the right clock."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang.models import Aanvraag, Contactmoment, Document, Gebeurtenis, Taak, Termijn
from toegang.rechten import Rol, Wet
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.contact_afhandelen import contacten_van_zaak_afhandelen
from toegang.usecases.contact_bij_zaak import contact_bij_zaak
from toegang.usecases.post_registreren import post_registreren

pytestmark = pytest.mark.django_db
DRIE_DAGEN_TERUG = datetime.date(2026, 11, 30)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def zet(contact, zaak, door=None):
    return contact_bij_zaak(
        contact_id=contact.pk, zaak_id=zaak.pk, door=door or voordeur.administratie().actor, vandaag=VANDAAG,
        nu=timezone.now(),
    )  # fmt: skip


def post(inwoner, **anders):
    velden = {"kanaal": "brief", "soort": "aanvraag", "vraag": "Vraagt om een parkeerkaart."} | anders
    return post_registreren(
        door=voordeur.administratie().actor, vandaag=VANDAAG, nu=timezone.now(), ontvangen_op=DRIE_DAGEN_TERUG,
        bestanden=[SimpleUploadedFile("brief.pdf", PDF)], inwoner=inwoner, **velden,
    )  # fmt: skip


def test_een_contact_over_een_zaak_wordt_werk_van_de_regisseur():
    zaak = ZaakFabriek(regisseur=MedewerkerFabriek(), wijkteam=WijkteamFabriek())
    ZaakFabriek(dossier=zaak.dossier)  # two run: the administratie picks
    contact = voordeur.contact(soort="bestaand", inwoner=zaak.dossier.inwoner)

    zet(contact, zaak)

    contact.refresh_from_db()
    assert (contact.zaak, contact.status, contact.route) == (zaak, "in_behandeling", "zaak")
    assert Taak.objects.open().get(contactmoment=contact).medewerker == zaak.regisseur


def test_een_aanvraag_per_brief_begint_haar_termijn_op_de_dag_van_ontvangst():
    zaak = ZaakFabriek(wet=Wet.GPK)
    contact = post(zaak.dossier.inwoner)

    zet(contact, zaak)

    aanvraag = Aanvraag.objects.get()
    assert (aanvraag.ontvangen_op, aanvraag.wijze, aanvraag.ondertekend) == (
        DRIE_DAGEN_TERUG,
        "formulier",
        True,
    )
    assert Termijn.objects.get(aanvraag=aanvraag).begint_op == DRIE_DAGEN_TERUG
    assert Document.objects.get().zaak == zaak
    assert contact.geregistreerd_op == VANDAAG


def test_twee_keer_is_een_keer():
    zaak = ZaakFabriek(wet=Wet.GPK)
    contact = post(zaak.dossier.inwoner)

    zet(contact, zaak)
    zet(contact, zaak)

    assert Aanvraag.objects.count() == 1


def test_een_zaak_van_een_ander_kan_niet():
    with pytest.raises(OngeldigeOvergang, match="andere inwoner"):
        zet(voordeur.contact(), ZaakFabriek())


def test_een_klacht_en_een_bezwaar_hebben_een_eigen_taak_met_de_termijn_en_blijven_na_de_zaak():
    zaak = ZaakFabriek()
    klacht = post(zaak.dossier.inwoner, soort="klacht")
    bezwaar = post(zaak.dossier.inwoner, soort="bezwaar")
    zet(klacht, zaak)

    contacten_van_zaak_afhandelen(zaak, door=voordeur.administratie().actor, uitkomst="Afgesloten")

    taken = Taak.objects.open().filter(sleutel__startswith="klacht") | Taak.objects.open().filter(
        sleutel__startswith="bezwaar"
    )
    # Awb 9:11 and 7:10: six weeks after 30 November is 11 January, a Monday
    assert {(t.contactmoment_id, t.rol, t.uiterlijk_op) for t in taken} == {
        (klacht.pk, "administratie", datetime.date(2027, 1, 11)),
        (bezwaar.pk, "jurist", datetime.date(2027, 1, 11)),
    }
    assert Contactmoment.objects.open().count() == 2


def test_de_termijn_van_een_bezwaar_telt_vanaf_het_einde_van_de_bezwaartermijn():
    zaak = ZaakFabriek()
    Termijn(
        zaak=zaak, soort="bezwaar", artikel="Awb art. 6:7", begint_op=datetime.date(2026, 11, 16),
        uiterste_datum=datetime.date(2026, 12, 28), wacht_op="inwoner",
    ).bewaren(door=voordeur.administratie().actor, reden="test")  # fmt: skip
    contact = post(zaak.dossier.inwoner, soort="bezwaar")

    zet(contact, zaak)

    assert Taak.objects.get(sleutel=f"bezwaar:{contact.pk}").uiterlijk_op == datetime.date(2027, 2, 8)


def test_een_signaal_staat_niet_op_de_tijdlijn_van_de_inwoner():
    zaak = ZaakFabriek()
    contact = voordeur.contact(soort="signaal", inwoner=zaak.dossier.inwoner, namens_relatie="buurvrouw")

    zet(contact, zaak)

    assert Gebeurtenis.objects.get(soort="contact_vastgelegd").zichtbaar == "onthouden"


@pytest.mark.parametrize(
    ("rol", "fout"),
    [(Rol.ADMINISTRATIE, None), (Rol.KCC, PermissionDenied), (Rol.CONSULENT, PermissionDenied)],
)
def test_contact_bij_zaak_rechten(rol, fout):
    zaak, door = ZaakFabriek(), MedewerkerFabriek(rollen=[rol]).actor
    contact = voordeur.contact(inwoner=zaak.dossier.inwoner)

    if fout:
        with pytest.raises(fout):
            zet(contact, zaak, door)
    else:
        zet(contact, zaak, door)

    contact.refresh_from_db()
    assert (contact.zaak == zaak) is (fout is None)
