"""After each act of a citizen an e-mail that names nothing; none at all where an e-mail is not safe."""

import datetime

import pytest
import time_machine
from django.db import transaction

from portaal.models import Verzoek
from portaal.usecases.ontvangst_mailen import ontvangst_mailen
from portaal.usecases.postvak_verwerken import postvak_verwerken
from tests.fabrieken import InwonerFabriek, ZaakFabriek
from tests.portaal.test_voor_een_ander import vertegenwoordiger
from tests.wijkteams.opstellingen import om
from toegang import e_mail
from toegang.models import Actor, Bericht, Inwoner, Taak, Zaak
from toegang.statussen import BerichtStatus
from toegang.usecases.bericht_versturen import berichten_versturen

pytestmark = pytest.mark.django_db
NU = om(datetime.date(2026, 12, 3), 11)
ADRES = "anna@voorbeeld.nl"


@pytest.fixture
def zaak(settings):
    settings.E_MAIL = {"aan": True, "van": "Gemeente Venlo <toegang@venlo.nl>"}
    with time_machine.travel(NU, tick=False):
        yield ZaakFabriek(dossier__inwoner__e_mail=ADRES, dossier__inwoner__bereik="e_mail")


def vraagt(burger, zaak, taal="nl") -> Verzoek:
    burger.als(zaak.dossier.inwoner)
    burger.cookies["portaal_taal"] = taal
    burger.post("/vragen/nieuw/", {"tekst": "Mijn traplift doet het niet"})
    postvak_verwerken(nu=NU)
    return Verzoek.objects.latest("gevraagd_om")


def test_na_een_daad_komt_een_e_mail_zonder_inhoud(burger, zaak, monkeypatch):
    post: list[dict] = []
    monkeypatch.setattr("toegang.e_mail.versturen", lambda **wat: post.append(wat))

    vraagt(burger, zaak)
    vraagt(burger, zaak, "en")
    postvak_verwerken(nu=NU)

    assert berichten_versturen(nu=NU) == 2
    post.sort(key=lambda m: m["onderwerp"])
    assert [(m["aan"], m["onderwerp"]) for m in post] == [
        (ADRES, "We have your message – municipality of Venlo"),
        (ADRES, "Wij hebben uw bericht – gemeente Venlo"),
    ]
    assert "Did you not send anything? Then call us at once" in post[0]["tekst"]
    assert "Stuurde u niets? Bel ons dan meteen" in post[1]["tekst"]
    for woord in ("traplift", "http", "www", zaak.dossier.inwoner.geslachtsnaam, zaak.kenmerk):
        assert all(woord.lower() not in (m["onderwerp"] + m["tekst"]).lower() for m in post), woord


def test_wie_geen_e_mail_krijgt(burger, zaak):
    """Everything that stops it, one by one."""
    verzoek, systeem = vraagt(burger, zaak), Actor.objects.systeem()
    pk = zaak.dossier.inwoner_id

    def inwoner(**velden):
        wie = Inwoner.objects.get(pk=pk)
        for naam, waarde in velden.items():
            setattr(wie, naam, waarde)
        wie.bewaren(door=systeem, reden="test")

    def afgeschermd():
        rij = Zaak.objects.get(pk=zaak.pk)
        rij.afgeschermd = True
        rij.bewaren(door=systeem, reden="test")

    gevallen = {
        "mag": (lambda: None, True),
        "koos de brief": (lambda: inwoner(bereik="brief"), False),
        "een wens": (lambda: inwoner(veilig_contact="partner leest mee"), False),
        "niets sturen": (lambda: inwoner(veilig_contact_post="niets_sturen"), False),
        "overleden": (lambda: inwoner(overleden_op="20261203"), False),
        "een kind": (lambda: inwoner(geboren="20150101"), False),
        "een mentor": (lambda: vertegenwoordiger(Inwoner.objects.get(pk=pk), InwonerFabriek()), False),
        "afgeschermd": (afgeschermd, False),
    }
    for naam, (doe, verwacht) in gevallen.items():
        punt = transaction.savepoint()
        doe()
        opnieuw = Verzoek.objects.select_related("inwoner").get(pk=verzoek.pk)
        assert bool(ontvangst_mailen(verzoek=opnieuw, door=systeem, nu=NU)) == verwacht, naam
        transaction.savepoint_rollback(punt)


def test_wat_niet_aankomt_wordt_geen_brief_en_geen_werk(burger, zaak, monkeypatch):
    vraagt(burger, zaak)
    punt = transaction.savepoint()

    def gaat_mis(fout):
        def versturen(**wat):
            raise fout

        monkeypatch.setattr("toegang.e_mail.versturen", versturen)
        assert berichten_versturen(nu=NU) == 0
        return Bericht.objects.get()

    bericht = gaat_mis(e_mail.Geweigerd())
    assert (bericht.status, bericht.fout) == (BerichtStatus.VERVALLEN, "De mailserver weigerde dit adres.")
    assert zaak.brieven.count() == 0
    transaction.savepoint_rollback(punt)

    open_ = Taak.objects.open().count()
    assert gaat_mis(TimeoutError()).status == BerichtStatus.ONZEKER
    berichten_versturen(nu=NU + datetime.timedelta(hours=1))
    assert Taak.objects.open().count() == open_
