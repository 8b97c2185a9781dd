"""Who looks like the new person is shown before that person is made; who is shielded stays unseen, and no one is lost."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from tests.toegang.test_contact_registreren import URL, gegevens
from toegang.dubbelen import LIJKT_OP, mogelijke_dubbelen
from toegang.models import Contactmoment, Inwoner, Inzage, Taak
from toegang.rechten import Rol
from toegang.usecases.dossier_afschermen import dossier_afschermen
from toegang.usecases.inwoner_registreren import inwoner_registreren

pytestmark = pytest.mark.django_db
NIEUW = {"geslachtsnaam": "Janssen", "voornamen": "Anna", "geboren": "19480403"}


@pytest.mark.parametrize(
    ("bekend", "nieuw", "gevonden"),
    [
        ({"geslachtsnaam": "Jansen"}, {}, True),
        ({"geslachtsnaam": "Jansen", "geboren": "19480000"}, {}, True),
        ({"geslachtsnaam": "Jansen", "geboren": "19490403"}, {}, False),
        ({"geslachtsnaam": "Wouters", "bsn": "999990019"}, {"bsn": "999990019"}, True),
        (
            {"geslachtsnaam": "Wouters", "geboren": "19300101"},
            {"postcode": "5921 AB", "huisnummer": 12},
            True,
        ),
        (
            {"geslachtsnaam": "Wouters", "voorletters": "P.", "geboren": "19300101"},
            {"postcode": "5921AB", "huisnummer": 12},
            False,
        ),
        ({"geslachtsnaam": "Wouters", "geheim": 7}, {"postcode": "5921AB", "huisnummer": 12}, False),
    ],
)
def test_wie_een_dubbele_kan_zijn(bekend, nieuw, gevonden):
    InwonerFabriek(**bekend)

    assert bool(mogelijke_dubbelen(voordeur.kcc().actor, **NIEUW | nieuw)) is gevonden


def test_wie_is_afgeschermd_wordt_niet_als_dubbele_getoond():
    DossierFabriek(inwoner__geslachtsnaam="Jansen", afgeschermd=True)

    assert mogelijke_dubbelen(voordeur.administratie().actor, **NIEUW) == []


def test_de_dubbele_staat_er_voordat_een_tweede_persoon_ontstaat(client):
    """The search was for another name; only what was typed for the new person gives the double away."""
    bekend = InwonerFabriek(geslachtsnaam="Jansen", geboren="19480403")
    client = client.als(voordeur.kcc())
    velden = gegevens(
        zoek_naam="Verhoeven", wie="nieuw", nieuw_geslachtsnaam="Janssen", nieuw_voornamen="Anna"
    )
    gezocht = client.post(URL, gegevens(zoek_naam="Verhoeven", zoeken="ja")).context["gezocht"]

    eerst = client.post(URL, velden | {"gezocht": gezocht})

    assert eerst.status_code == 200
    assert LIJKT_OP in eerst.text
    assert f'value="{bekend.pk}"' in eerst.text
    assert Inwoner.objects.count() == 1
    assert Inzage.objects.filter(inwoner=bekend.pk).exists()
    dezelfde = client.post(URL, velden | {"gezocht": eerst.context["gezocht"], "wie": str(bekend.pk)})
    assert dezelfde.status_code == 302
    assert Contactmoment.objects.get().inwoner_id == bekend.pk
    toch_nieuw = client.post(URL, velden | {"gezocht": eerst.context["gezocht"]})
    assert toch_nieuw.status_code == 302
    assert Inwoner.objects.count() == 2


def test_ook_bij_koppelen_staat_de_dubbele_er_eerst(client):
    bekend = InwonerFabriek(geslachtsnaam="Jansen", geboren="19480403")
    contact = voordeur.contact(te_koppelen_naam="Anna Janssen")
    client = client.als(voordeur.administratie())
    adres = reverse("toegang:contact", args=[contact.pk])
    zoek = {"formuliernaam": "koppelen", "zoek_naam": "Verhoeven", "zoek_geboren": "3-4-1948"}
    gezocht = client.post(adres, zoek | {"zoeken": "ja"}).context["gezocht"]
    nieuw = zoek | {"nieuw": "ja", "nieuw_geslachtsnaam": "Janssen", "gezocht": gezocht}

    eerst = client.post(adres, nieuw)

    assert LIJKT_OP in eerst.text
    assert f'value="{bekend.pk}"' in eerst.text
    assert client.post(adres, nieuw | {"gezocht": eerst.context["gezocht"]}).status_code == 302
    assert Inwoner.objects.count() == 2


def test_wie_al_afgeschermd_bekend_is_wordt_gemaakt_en_alleen_wie_genoemd_is_hoort_het():
    genoemd, ander = voordeur.administratie(), voordeur.administratie()
    lead = MedewerkerFabriek(team=(team := WijkteamFabriek()), team__rol=Rol.TEAMLEAD)
    zaak = ZaakFabriek(
        wijkteam=team, dossier__inwoner__geslachtsnaam="Janssen", dossier__inwoner__bsn="999990019"
    )
    nu = timezone.now()
    dossier_afschermen(
        dossier_id=zaak.dossier_id, door=lead.actor, nu=nu, medewerkers=[genoemd.pk], reden="collega",
        tot=timezone.localdate(nu) + datetime.timedelta(days=90),
    )  # fmt: skip

    nieuw = inwoner_registreren(door=ander.actor, bsn="999990019", **NIEUW)

    assert nieuw.bsn == ""
    taken = Taak.objects.open().filter(adres="toegang:inwoner_dubbel", adres_pk=nieuw.pk)
    assert [t.medewerker for t in taken] == [genoemd]
    assert not any(woord in taken[0].titel.lower() for woord in ("afgeschermd", "janssen"))
