"""Other weeks, by product and day: who may, what is refused, and that nothing is sent twice."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek
from tests.voorzieningen.lopend import lopende_hulp, sporten, voor
from toegang.rechten import Rol
from voorzieningen.ladders import ladders_op
from voorzieningen.models import Herinneringsschema
from voorzieningen.usecases.herinneringen_versturen import herinneringen_versturen
from voorzieningen.usecases.herinneringsschema_vastleggen import herinneringsschema_vastleggen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2027, 1, 4)
KORT = (6, 5, 4, 3, 1)


@pytest.fixture
def beheerder():
    return MedewerkerFabriek(rollen=[Rol.BEHEERDER])


def vastleggen(door, weken=KORT, product=None, vanaf=VANDAAG, vandaag=VANDAAG):
    return herinneringsschema_vastleggen(
        product_id=product and product.pk, weken=weken, vanaf_op=vanaf, door=door.actor, vandaag=vandaag
    )


def test_weken_gelden_vanaf_hun_dag_en_voor_hun_product(beheerder):
    product = lopende_hulp().product
    vastleggen(beheerder, (20, 10, 8, 4, 2))
    vastleggen(beheerder, KORT, product)
    vastleggen(beheerder, (7, 5, 4, 3, 1), product, vanaf=VANDAAG + datetime.timedelta(days=30))

    nu, straks = ladders_op(VANDAAG), ladders_op(VANDAAG + datetime.timedelta(days=30))
    assert ladders_op(VANDAAG - datetime.timedelta(days=1)).weken == (16, 10, 8, 4, 2)
    assert (nu.weken, nu.van(product.pk), nu.langste) == ((20, 10, 8, 4, 2), KORT, 140)
    assert straks.van(product.pk) == (7, 5, 4, 3, 1)


def test_dezelfde_dag_nog_eens_verbetert(beheerder):
    vastleggen(beheerder)
    vastleggen(beheerder, (9, 8, 7, 6, 5))

    assert Herinneringsschema.objects.get().weken == [9, 8, 7, 6, 5]


@pytest.mark.parametrize("rol", [Rol.ADMINISTRATIE, Rol.CONTRACTBEHEERDER, Rol.KCC])
def test_alleen_de_beheerder(rol):
    with pytest.raises(PermissionDenied):
        vastleggen(MedewerkerFabriek(rollen=[rol]))


@pytest.mark.parametrize(
    ("weken", "vanaf", "veld"),
    [((6, 6, 4, 3, 1), VANDAAG, "week_1"), (KORT, VANDAAG - datetime.timedelta(days=1), "vanaf_op")],
)
def test_wat_niet_kan_zegt_waarom(beheerder, weken, vanaf, veld):
    with pytest.raises(ValidationError) as fout:
        vastleggen(beheerder, weken, vanaf=vanaf)

    assert list(fout.value.message_dict) == [veld]


def test_voor_een_later_schema_kan_er_geen_meer_bij(beheerder):
    vastleggen(beheerder, vanaf=VANDAAG + datetime.timedelta(days=9))

    with pytest.raises(ValidationError, match="13 januari 2027"):
        vastleggen(beheerder)


def test_andere_weken_halverwege_sturen_niets_dubbel(beheerder):
    indicatie = lopende_hulp()
    for dag in (voor(16), voor(10)):
        herinneringen_versturen(vandaag=dag)
    vastleggen(beheerder, (12, 9, 7, 5, 1), indicatie.product, vanaf=voor(9), vandaag=voor(9))

    for weken in (9, 8, 7, 5, 4, 2, 1):
        herinneringen_versturen(vandaag=voor(weken))

    assert sporten(indicatie) == [1, 2, 3, 4, 5]


def test_het_scherm(client, beheerder):
    with time_machine.travel("2027-01-04T10:00:00+01:00", tick=False):
        pad = reverse("voorzieningen:herinneringsschema")
        weken = {f"week_{n}": str(w) for n, w in enumerate(KORT, 1)}
        client.als(beheerder)
        fout = client.post(pad, {"vanaf_op": "4-1-2027", **weken, "week_5": "9"}).text
        goed = client.post(pad, {"vanaf_op": "4-1-2027", **weken}, follow=True).text

    assert "Elke herinnering komt later dan de vorige." in fout
    assert 'value="9"' in fout
    assert "6, 5, 4, 3, 1" in goed


@pytest.mark.parametrize(("rol", "http"), [(Rol.BEHEERDER, 200), (Rol.ADMINISTRATIE, 403), (Rol.KCC, 403)])
def test_wie_het_scherm_ziet(client, rol, http):
    assert (
        client.als(MedewerkerFabriek(rollen=[rol]))
        .get(reverse("voorzieningen:herinneringsschema"))
        .status_code
        == http
    )
