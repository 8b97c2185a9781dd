"""A contact, a letter or a file on the wrong person or zaak: moved, both histories kept, and told."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from tests.toegang.test_contact_bij_zaak import post, zet
from tests.toegang.voordeur import VANDAAG
from toegang.models import Aanvraag, Document, Gebeurtenis, Inwoner, Taak, Termijn
from toegang.rechten import Rol, Wet
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.koppeling_herstellen import koppeling_herstellen

pytestmark = pytest.mark.django_db


def herstel(contact, *, door=None, reden="Andere A. Jansen", **anders):
    return koppeling_herstellen(
        contact_id=contact.pk, door=door or voordeur.administratie().actor, vandaag=VANDAAG, nu=timezone.now(),
        reden=reden, **anders,
    )  # fmt: skip


def test_beide_staan_in_de_historie_met_de_reden():
    contact, goed = voordeur.contact(), InwonerFabriek()
    fout = contact.inwoner

    herstel(contact, inwoner_id=goed.pk)

    assert list(contact.history.order_by("history_id").values_list("inwoner", flat=True)) == [
        fout.pk,
        goed.pk,
    ]
    assert contact.history.first().history_change_reason == "koppeling hersteld: Andere A. Jansen"


def test_wat_was_overgenomen_gaat_terug_en_naar_de_goede():
    fout, goed = InwonerFabriek(telefoon="0771234567"), InwonerFabriek()
    contact = voordeur.contact(inwoner=fout, telefoon="0612345678", contactwens="niet na 18.00 uur")
    assert Inwoner.objects.get(pk=fout.pk).telefoon == "0612345678"

    herstel(contact, inwoner_id=goed.pk)

    fout.refresh_from_db()
    goed.refresh_from_db()
    assert (fout.telefoon, fout.veilig_contact) == ("0771234567", "")
    assert (goed.telefoon, goed.veilig_contact) == ("0612345678", "niet na 18.00 uur")


def test_wat_er_al_stond_of_later_is_gewijzigd_blijft():
    fout = InwonerFabriek(telefoon="0612345678")
    contact = voordeur.contact(inwoner=fout, telefoon="0612345678", contactwens="niet na 18.00 uur")
    fout.refresh_from_db()
    fout.veilig_contact = "alleen overdag"
    fout.bewaren(door=voordeur.administratie().actor, reden="nagevraagd")

    herstel(contact, inwoner_id=InwonerFabriek().pk)

    fout.refresh_from_db()
    assert (fout.telefoon, fout.veilig_contact) == ("0612345678", "alleen overdag")


def test_post_op_de_verkeerde_zaak_gaat_mee_en_haar_termijn_stopt_daar():
    fout, goed = ZaakFabriek(wet=Wet.GPK), ZaakFabriek(wet=Wet.GPK)
    contact = post(fout.dossier.inwoner)
    zet(contact, fout)

    herstel(contact, inwoner_id=goed.dossier.inwoner_id, zaak_id=goed.pk)

    contact.refresh_from_db()
    document = Document.objects.get()
    assert (contact.inwoner, contact.zaak, document.zaak) == (goed.dossier.inwoner, goed, goed)
    assert {d.zaak_id for d in document.history.all()} == {None, fout.pk, goed.pk}
    assert dict(Aanvraag.objects.values_list("zaak", "status")) == {fout.pk: "ingetrokken", goed.pk: "open"}
    assert Termijn.objects.lopend().get().zaak == goed
    assert Gebeurtenis.objects.get(zaak=fout, soort="contact_losgehaald").zichtbaar == "intern"
    fout.refresh_from_db()
    assert fout.eerstvolgende_op.year == 9999


def test_nog_niet_bekend_wie_het_is_wacht_op_koppelen():
    contact = voordeur.contact()

    herstel(contact)

    contact.refresh_from_db()
    assert (contact.inwoner, contact.te_koppelen_naam) == (None, "Nog uitzoeken wie dit is")
    assert Taak.objects.open().get(contactmoment=contact).rol == "administratie"


def test_wie_ermee_werkte_hoort_het_zonder_naam():
    kcc, desk = voordeur.kcc(), voordeur.administratie()
    zaak = ZaakFabriek(regisseur=MedewerkerFabriek(), wijkteam=WijkteamFabriek())
    contact = voordeur.contact(door=kcc.actor, soort="bestaand", inwoner=zaak.dossier.inwoner)

    herstel(contact, door=desk.actor, inwoner_id=InwonerFabriek().pk)

    berichten = Taak.objects.open().filter(sleutel__startswith="gezien")
    assert {t.medewerker for t in berichten} == {kcc, zaak.regisseur}
    assert {(t.zaak, t.contactmoment) for t in berichten} == {(None, None)}
    assert zaak.dossier.inwoner.geslachtsnaam not in berichten[0].titel


def test_zonder_reden_of_zonder_verschil_gebeurt_er_niets():
    contact = voordeur.contact()

    with pytest.raises(ValidationError):
        herstel(contact, reden=" ", inwoner_id=InwonerFabriek().pk)
    with pytest.raises(OngeldigeOvergang, match="staat al zo"):
        herstel(contact, inwoner_id=contact.inwoner_id)
    with pytest.raises(OngeldigeOvergang, match="andere inwoner"):
        herstel(contact, inwoner_id=InwonerFabriek().pk, zaak_id=ZaakFabriek().pk)

    assert contact.history.count() == 1


@pytest.mark.parametrize(
    ("rol", "fout"),
    [(Rol.ADMINISTRATIE, None), (Rol.KCC, PermissionDenied), (Rol.CONSULENT, PermissionDenied)],
)
def test_koppeling_herstellen_rechten(rol, fout):
    contact, door = voordeur.contact(), MedewerkerFabriek(rollen=[rol]).actor

    if fout:
        with pytest.raises(fout):
            herstel(contact, door=door)
    else:
        herstel(contact, door=door)

    contact.refresh_from_db()
    assert (contact.inwoner is None) is (fout is None)
