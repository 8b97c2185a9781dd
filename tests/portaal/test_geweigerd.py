"""A refused page is written in the read log, and nobody can fill the log with refusals."""

import uuid

import pytest

from tests.fabrieken import InwonerFabriek, ZaakFabriek
from toegang.models import Inzage

pytestmark = pytest.mark.django_db


def regels() -> list[tuple]:
    return list(
        Inzage.objects.exclude(uitkomst="gelukt")
        .order_by("id")
        .values_list("scherm", "uitkomst", "inwoner", "zaak")
    )


def test_wat_geweigerd_werd_staat_in_het_log(burger):
    ander = ZaakFabriek()
    kind = InwonerFabriek(geboren="20130101")
    burger.als(kind)

    assert burger.get(f"/vragen/{ander.pk}/").status_code == 404
    assert burger.post(f"/plan/{ander.pk}/eens/").status_code == 403

    assert regels() == [
        ("portaal_vraag", "onzichtbaar", kind.pk, ander.pk), ("portaal_plan_eens", "geweigerd", kind.pk, ander.pk),
    ]  # fmt: skip
    assert (
        "keek" not in burger.get("/wie-keek/").content.decode().partition("<main")[2].partition("po-dag")[2]
    )


def test_niemand_vult_het_log_met_weigeringen(burger, caplog):
    een, twee = InwonerFabriek.create_batch(2)
    burger.als(een)
    for _ in range(22):
        assert burger.get(f"/brieven/{uuid.uuid4()}/").status_code == 404

    assert len(regels()) == 20

    burger.als(twee).get(f"/brieven/{uuid.uuid4()}/")
    assert regels()[-1][2] == twee.pk
    assert len(regels()) == 21


def test_zonder_log_geen_antwoord(burger, monkeypatch):
    """No log, no page: also of a page that is refused."""
    burger.als(InwonerFabriek())

    def stuk(*args):
        raise RuntimeError("log kapot")

    monkeypatch.setattr("portaal.schermen.geweigerd_vastleggen", stuk)
    with pytest.raises(RuntimeError, match="log kapot"):
        burger.get(f"/brieven/{uuid.uuid4()}/")


def test_een_fout_van_ons_zegt_niets_over_ons(burger, monkeypatch):
    burger.als(InwonerFabriek())
    burger.raise_request_exception = False

    def stuk(*args, **kwargs):
        raise RuntimeError("geheim uit de code")

    monkeypatch.setattr("portaal.views.plan.Doel.objects.voor", stuk)
    antwoord = burger.get("/plan/")

    assert antwoord.status_code == 500
    assert "Er ging iets mis" in antwoord.content.decode()
    assert "geheim" not in antwoord.content.decode()
    assert "Traceback" not in antwoord.content.decode()
