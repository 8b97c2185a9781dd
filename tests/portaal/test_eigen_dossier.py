"""A citizen sees the own question, and nobody else's."""

import uuid

import pytest

from tests.fabrieken import ZaakFabriek
from toegang.models import Inzage

pytestmark = pytest.mark.django_db


def test_zonder_inloggen_staat_er_hoe_u_inlogt(burger):
    pagina = burger.get("/").content.decode()

    assert "Mijn hulp en ondersteuning" in pagina
    assert burger.get("/vragen/")["Location"] == "/"


def test_de_eigen_vraag_met_vijf_stappen(burger):
    zaak = ZaakFabriek()

    pagina = burger.als(zaak.dossier.inwoner).get("/").content.decode()

    assert "Uw vraag is bij ons" in pagina
    assert pagina.count('<li class="po-stap') == 5
    assert 'aria-current="step"' in pagina


def test_een_andere_vraag_bestaat_niet(burger):
    zaak, ander = ZaakFabriek(), ZaakFabriek()
    burger.als(zaak.dossier.inwoner)

    vreemd = burger.get(f"/vragen/{ander.pk}/")
    niets = burger.get(f"/vragen/{uuid.uuid4()}/")

    assert (vreemd.status_code, vreemd.content) == (404, niets.content)
    assert burger.get(f"/vragen/{zaak.pk}/").status_code == 200


def test_het_kijken_staat_in_het_log(burger):
    zaak = ZaakFabriek()

    burger.als(zaak.dossier.inwoner).get(f"/vragen/{zaak.pk}/")

    regel = Inzage.objects.get(inwoner=zaak.dossier.inwoner_id)
    assert (regel.scherm, regel.rollen) == ("portaal_vraag", "")
