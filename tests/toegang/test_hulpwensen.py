"""What the caller needs is taken over to the inwoner: at once, or when the contact gets its inwoner."""

import pytest

from tests.fabrieken import InwonerFabriek
from tests.toegang import voordeur
from toegang.hulpwensen import hulpwensen
from toegang.usecases.contact_koppelen import contact_koppelen


@pytest.mark.parametrize(
    ("gezegd", "velden"),
    [
        ("", {}),
        ("tolk Pools", {"tolk": "Pools"}),
        ("Tolk nodig", {"tolk": "taal navragen"}),
        ("Heeft een tolk nodig: Tigrinya", {"tolk": "Tigrinya"}),
        ("gebarentolk", {"tolk": "gebarentolk"}),
        ("Slechthorend, grote letters", {"slechthorend": True, "grote_letters": True}),
        ("tolk Arabisch en slechtziend", {"tolk": "Arabisch", "grote_letters": True}),
        ("geen tolk, wel grote letters", {"grote_letters": True}),
        ("dochter komt mee", {}),
        ("post per e-mail", {"bereik": "e_mail"}),
        ("tolk Pools, post op papier", {"tolk": "Pools", "bereik": "brief"}),
        ("post via mevrouw Doof", {}),
        ("post naar een ander adres", {"veilig_contact_post": "niets_sturen"}),
    ],
)
def test_woorden_van_de_beller_worden_velden(gezegd, velden):
    assert hulpwensen(gezegd) == velden


@pytest.mark.django_db
def test_bij_registreren_gaat_het_mee_naar_de_inwoner_met_historie():
    inwoner = InwonerFabriek()

    voordeur.contact(inwoner=inwoner, hulp_nodig="tolk Pools", contactwens="niet na 18.00 uur")

    inwoner.refresh_from_db()
    assert (inwoner.tolk, inwoner.veilig_contact, inwoner.grote_letters) == (
        "Pools",
        "niet na 18.00 uur",
        False,
    )
    assert inwoner.history.first().history_change_reason == "bereikbaarheid doorgegeven"


@pytest.mark.django_db
def test_bij_koppelen_gaat_het_alsnog_mee():
    contact = voordeur.contact(te_koppelen_naam="Janssen", hulp_nodig="grote letters")
    inwoner = InwonerFabriek(geslachtsnaam="Jansen")

    contact_koppelen(contact_id=contact.pk, inwoner_id=inwoner.pk, door=voordeur.administratie().actor)

    inwoner.refresh_from_db()
    assert (inwoner.grote_letters, inwoner.telefoon) == (True, "0612345678")


@pytest.mark.django_db
def test_wie_voor_een_ander_belt_spreekt_niet_over_zichzelf():
    inwoner = InwonerFabriek()

    voordeur.contact(
        inwoner=inwoner, namens_naam="M. Jansen", namens_relatie="dochter", hulp_nodig="slechthorend"
    )

    inwoner.refresh_from_db()
    assert not inwoner.slechthorend
