"""The beheerder: organisations, links shown once, the fixed contact person; and passing a referral on."""

import datetime
import re

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek
from tests.klant import Klant
from tests.toegang import verwijzers as v
from toegang.models import Actor, Contactmoment, Inzage, Organisatie, Taak, Verwijslink
from toegang.rechten import Rol
from wijkteams.models import VasteContactpersoon
from wijkteams.usecases.contactpersoon_vastleggen import contactpersoon_vastleggen

pytestmark = pytest.mark.django_db
NU = timezone.make_aware(datetime.datetime(2026, 12, 3, 10, 42))
BSN = "999990019"


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=True):
        yield


@pytest.fixture
def beheerder():
    return MedewerkerFabriek(rollen=[Rol.BEHEERDER])


def pagina(naam, *args):
    return reverse(naam, args=args)


def test_de_beheerder_voegt_toe_en_maakt_een_link_die_eenmaal_te_zien_is(client, beheerder):
    client.als(beheerder)
    antwoord = client.post(
        pagina("toegang:organisatie_toevoegen"),
        {
            "naam": "Basisschool De Brug",
            "soort": "school",
            "telefoon": "077 320 00 01",
            "e_mail": "",
            "actief": "on",
        },
    )
    organisatie = Organisatie.objects.get()
    assert antwoord["Location"] == pagina("toegang:organisatie", organisatie.pk)
    assert organisatie.history.get().history_user == Actor.objects.get(medewerker=beheerder)

    client.post(antwoord["Location"], {"formuliernaam": "maken", "geldig_tot": "31-12-2027"})
    eerste = client.get(antwoord["Location"]).content.decode()
    tweede = client.get(antwoord["Location"]).content.decode()

    link = Verwijslink.objects.get()
    assert (link.geldig_tot, link.gemaakt_op) == (datetime.date(2027, 12, 31), v.VANDAAG)
    adres = eerste.split("<code>")[1].split("</code>")[0]
    assert Klant().get(adres).status_code == 200
    assert "<code>" not in tweede
    assert "Link intrekken" in tweede

    client.post(antwoord["Location"], {"formuliernaam": "intrekken", "link": str(link.pk)})

    assert Klant().get(adres).status_code == 404
    assert "Ingetrokken op 3 dec 2026" in client.get(antwoord["Location"]).content.decode()
    assert not Inzage.objects.exists()  # nobody's data was shown


@pytest.mark.parametrize("link", ["", "geen-nummer", "00000000-0000-4000-8000-000000000000"])
def test_een_link_van_een_ander_trekt_niemand_hier_in(client, beheerder, link):
    gemaakt, _ = v.link()
    ander = v.organisatie("Basisschool De Brug", "school")

    for pk in (link, str(gemaakt.pk)):
        antwoord = client.als(beheerder).post(
            pagina("toegang:organisatie", ander.pk), {"formuliernaam": "intrekken", "link": pk}
        )
        assert antwoord.status_code == 404

    gemaakt.refresh_from_db()
    assert gemaakt.ingetrokken_op is None


@pytest.mark.parametrize(
    ("velden", "zin"),
    [({"naam": ""}, "Vul de naam van de organisatie in"), ({"soort": ""}, "Kies de soort"),
     ({"naam": "huisartsenpraktijk de maas"}, "Er is al een organisatie met deze naam"),
     ({"e_mail": "geen"}, "Dit e-mailadres klopt niet"), ({"telefoon": "12"}, "Dit telefoonnummer klopt niet")],
)  # fmt: skip
def test_wat_niet_klopt_krijgt_een_zin(client, beheerder, velden, zin):
    v.organisatie()
    goed = {"naam": "Nieuw", "soort": "school", "telefoon": "", "e_mail": "", "actief": "on"}

    antwoord = client.als(beheerder).post(pagina("toegang:organisatie_toevoegen"), goed | velden)

    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert Organisatie.objects.count() == 1


@pytest.mark.parametrize(
    ("dag", "zin"),
    [("2-12-2026", "De datum moet van vandaag tot en met"), ("1-1-2040", "De datum moet van vandaag tot en met"),
     ("31-2-2027", "bestaat niet"), ("", "Vul in tot en met welke dag")],
)  # fmt: skip
def test_een_link_heeft_een_einde_dat_kan(client, beheerder, dag, zin):
    organisatie = v.organisatie()

    antwoord = client.als(beheerder).post(
        pagina("toegang:organisatie", organisatie.pk), {"formuliernaam": "maken", "geldig_tot": dag}
    )

    assert zin in antwoord.content.decode()
    assert not Verwijslink.objects.exists()


def test_wie_intussen_wijzigde_wint_niet_stil(client, beheerder):
    organisatie = v.organisatie()
    client.als(beheerder)
    organisatie.telefoon = "0773200009"
    organisatie.bewaren(door=Actor.objects.systeem(), reden="een collega")

    adres = pagina("toegang:organisatie_wijzigen", organisatie.pk)
    mijn = {"naam": "Anders", "soort": "school", "telefoon": "", "e_mail": "", "versie": "1"}
    antwoord = client.post(adres, mijn)

    organisatie.refresh_from_db()
    assert antwoord.status_code == 200
    assert "Systeem wijzigde dit intussen (een collega)." in antwoord.text
    assert "Hier staat nu: 0773200009" in antwoord.text
    assert "Hier staat nu: Huisartsenpraktijk De Maas" in antwoord.text
    assert 'value="Anders"' in antwoord.text
    assert (organisatie.naam, organisatie.telefoon) == ("Huisartsenpraktijk De Maas", "0773200009")
    versie = re.search(r'name="versie" value="(\d+)"', antwoord.text)[1]
    assert client.post(adres, mijn | {"versie": versie}).status_code == 302  # who read both may save
    organisatie.refresh_from_db()
    assert organisatie.naam == "Anders"


@pytest.mark.parametrize("rol", [r for r in Rol if r != Rol.BEHEERDER])
def test_alleen_de_beheerder(client, rol):
    organisatie = v.organisatie()
    client.als(MedewerkerFabriek(rollen=[rol]))
    for adres in (
        pagina("toegang:organisaties"), pagina("toegang:organisatie_toevoegen"),
        pagina("toegang:organisatie", organisatie.pk), pagina("toegang:organisatie_wijzigen", organisatie.pk),
        pagina("wijkteams:contactpersoon", organisatie.pk),
    ):  # fmt: skip
        assert client.get(adres).status_code == 403
        assert client.post(adres, {"formuliernaam": "maken", "geldig_tot": "31-12-2027"}).status_code == 403

    assert not Verwijslink.objects.exists()


def test_de_lijst_vraagt_even_vaak_met_een_als_met_twintig(client, beheerder, django_assert_max_num_queries):
    """Transaction control included."""
    for n in range(20):
        v.link(v.organisatie(f"Praktijk {n}"))
    client.als(beheerder)

    with django_assert_max_num_queries(9):
        tekst = client.get(pagina("toegang:organisaties")).content.decode()
    assert tekst.count("Werkt") == 20


# --- the fixed contact person ----------------------------------------------------------------------------------


def test_de_vaste_contactpersoon_wordt_gekozen_en_vervangen(client, beheerder):
    organisatie, team = v.organisatie(), WijkteamFabriek()
    fatma, tom = MedewerkerFabriek(team=team), MedewerkerFabriek(team=team)
    adres = pagina("wijkteams:contactpersoon", organisatie.pk)
    client.als(beheerder)

    for wie in (fatma, fatma, tom):
        assert client.post(adres, {"wie": f"{team.pk}-{wie.pk}"}).status_code == 302
    vast = list(VasteContactpersoon.objects.order_by("tot_op").values_list("medewerker", "tot_op"))
    assert vast == [(fatma.pk, v.VANDAAG), (tom.pk, None)]
    assert tom.naam in client.get(pagina("toegang:organisatie", organisatie.pk)).content.decode()

    client.post(adres, {"wie": f"{team.pk}-"})
    assert (
        "niemand in het bijzonder"
        in client.get(pagina("toegang:organisatie", organisatie.pk)).content.decode()
    )


@pytest.mark.parametrize("wie", ["", "x", "1-2-3", "{team}-{vreemd}", "99999-"])
def test_een_keuze_die_er_niet_is(client, beheerder, wie):
    organisatie, team = v.organisatie(), WijkteamFabriek()
    vreemd = MedewerkerFabriek(team=WijkteamFabriek())

    antwoord = client.als(beheerder).post(
        pagina("wijkteams:contactpersoon", organisatie.pk),
        {"wie": wie.format(team=team.pk, vreemd=vreemd.pk)},
    )

    assert antwoord.status_code == 200
    assert not VasteContactpersoon.objects.exists()


# --- the referral is talked about, passed on, linked -----------------------------------------------------------


@pytest.fixture
def verwezen():
    """A referral with a BSN that is Fatma's task."""
    link, adres = v.link()
    team = WijkteamFabriek()
    fatma = MedewerkerFabriek(team=team)
    contactpersoon_vastleggen(
        organisatie_id=link.organisatie_id, wijkteam_id=team.pk, medewerker_id=fatma.pk,
        door=Actor.objects.systeem(), vandaag=v.VANDAAG,
    )  # fmt: skip
    assert Klant().post(adres, v.verwijzing(bsn=BSN)).status_code == 302
    return Contactmoment.objects.get(), fatma


def test_de_contactpersoon_leest_alles_behalve_het_bsn_en_geeft_door(client, verwezen):
    contact, fatma = verwezen
    adres = pagina("toegang:inzending", contact.pk)
    tekst = client.als(fatma).get(adres).content.decode()
    assert "Kerkstraat 12" in tekst
    assert "0773200000" in tekst
    assert "3 april 1948" in tekst
    assert BSN not in tekst
    regel = Inzage.objects.get(scherm="inzending")
    assert (regel.laag, regel.uitkomst, regel.actor) == ("L0", "gelukt", fatma.actor.pk)

    leeg = client.post(adres, {"bevinding": ""})
    assert "Schrijf op wat u hoorde" in leeg.content.decode()
    klaar = client.post(adres, {"bevinding": "Mevrouw wil graag een gesprek thuis.", "versie": "1"})

    assert klaar.status_code == 302
    contact.inzending.refresh_from_db()
    assert contact.inzending.bevinding == "Mevrouw wil graag een gesprek thuis."
    taken = {t.sleutel.split(":")[0]: (t.medewerker, t.rol, t.afgehandeld_door) for t in Taak.objects.all()}
    assert taken == {
        "verwijzing": (fatma, "", fatma.actor), "verwijzing_gesproken": (None, Rol.ADMINISTRATIE, None),
        "contact": (None, Rol.ADMINISTRATIE, None),
    }  # fmt: skip
    assert client.get(adres).status_code == 404  # it is the desk's now


def test_alleen_wie_de_taak_heeft_geeft_door(client, verwezen):
    contact, _ = verwezen
    adres = pagina("toegang:inzending", contact.pk)
    administratie, ander = (
        MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]),
        MedewerkerFabriek(team=WijkteamFabriek()),
    )

    assert client.als(ander).get(adres).status_code == 404
    assert client.als(MedewerkerFabriek(rollen=[Rol.KCC])).get(adres).status_code == 404
    assert "Verwijzing doorgeven" not in client.als(administratie).get(adres).content.decode()
    client.post(adres, {"bevinding": "Zelf bedacht."})
    contact.inzending.refresh_from_db()
    assert contact.inzending.bevinding == ""


def koppelen(client, contact):
    wie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    return (
        client.als(wie).post(pagina("toegang:inzending_koppelen", contact.pk), follow=True).content.decode()
    )


def test_de_administratie_koppelt_met_het_bsn_zonder_het_te_zien(client, verwezen):
    contact, _ = verwezen
    anna = InwonerFabriek(geslachtsnaam="Jansen", geboren="19480403", bsn=BSN)

    tekst = koppelen(client, contact)

    contact.refresh_from_db()
    assert contact.inwoner == anna
    assert "Contact gekoppeld aan" in tekst
    assert BSN not in tekst
    assert contact.history.first().history_change_reason == "inwoner gekoppeld"
    assert Inzage.objects.filter(scherm="inzending_koppelen", inwoner=anna.pk).exists()


@pytest.mark.parametrize("geval", ["onbekend", "andere geboortedatum", "afgeschermd"])
def test_wie_niet_klopt_of_niet_te_zien_is_wordt_niet_gekoppeld(client, verwezen, geval):
    contact, _ = verwezen
    if geval != "onbekend":
        geboren = "19480403" if geval == "afgeschermd" else "19770101"
        inwoner = InwonerFabriek(geslachtsnaam="Geheimpje", geboren=geboren, bsn=BSN)
        DossierFabriek(inwoner=inwoner, afgeschermd=geval == "afgeschermd")

    tekst = koppelen(client, contact)

    contact.refresh_from_db()
    assert contact.inwoner is None
    assert "Geheimpje" not in tekst
    verwacht = (
        "met een andere geboortedatum" if geval == "andere geboortedatum" else "vinden wij geen inwoner"
    )
    assert verwacht in tekst


def test_de_zoekvelden_zijn_al_ingevuld_zonder_bsn(client, verwezen):
    contact, _ = verwezen
    wie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])

    tekst = client.als(wie).get(pagina("toegang:contact", contact.pk)).content.decode()

    for waarde in ("Anna Jansen", "3-4-1948", "5921AB", "12"):
        assert f'value="{waarde}"' in tekst
    assert BSN not in tekst


def test_handelt_de_administratie_het_contact_af_dan_is_het_overal_gedaan(client, verwezen):
    from toegang.usecases.contact_afhandelen import contact_afhandelen

    contact, fatma = verwezen
    wie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    tekst = client.als(wie).get(pagina("toegang:contact", contact.pk)).content.decode()
    assert f"{fatma.naam} heeft deze verwijzing" in tekst

    contact_afhandelen(
        contact_id=contact.pk, door=Actor.objects.get(medewerker=wie), vandaag=v.VANDAAG, uitkomst="Gebeld.",
        route="beantwoord",
    )  # fmt: skip

    assert not Taak.objects.open().exists()
    assert client.als(fatma).get(pagina("toegang:inzending", contact.pk)).status_code == 404
