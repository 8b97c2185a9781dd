"""One e-mail for a colleague on a morning: counts and links, nobody's name, never twice; and the command of a day."""

import datetime
import smtplib
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.voorzieningen.lopend import consulent, lopende_hulp, voor
from toegang import e_mail
from toegang.models import Brief, Taak
from toegang.rechten import Rol
from voorzieningen.models import Herinnering, Ochtendbericht
from voorzieningen.usecases.herinneringen_versturen import herinneringen_versturen
from voorzieningen.usecases.ochtendberichten_versturen import ochtendberichten_versturen

pytestmark = pytest.mark.django_db(transaction=True)
DAG = datetime.timedelta(days=1)


def om(dag: datetime.date, uur: int = 7) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(dag, datetime.time(uur, 5)))


@pytest.fixture(autouse=True)
def _mail(settings):
    settings.E_MAIL = {"aan": True, "van": "toegang@venlo.nl"}
    settings.TOEGANG_ADRES = "https://toegang.venlo.nl"


@pytest.fixture
def wereld():
    """Two pieces of help of one regisseur and one without; a teamlead and the administratie, all with an address."""
    team = WijkteamFabriek()
    mensen = {
        "regisseur": consulent(team, email="regisseur@venlo.nl"),
        "teamgenoot": consulent(team, email="teamgenoot@venlo.nl"),
        "zonder": consulent(team),
        "teamleider": MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD, email="teamleider@venlo.nl"),
        "desk": MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], email="desk@venlo.nl"),
        "ander": consulent(WijkteamFabriek(), email="ander@venlo.nl"),
    }
    velden = {"wijkteam": team, "regisseur": mensen["regisseur"]}
    for _ in range(2):
        lopende_hulp(zaakvelden=velden)
    lopende_hulp(zaakvelden=velden | {"regisseur": None})
    return mensen


def ontvangen() -> dict[str, str]:
    return {bericht.to[0].split("@")[0]: bericht.body for bericht in mail.outbox}


def test_een_e_mail_per_collega_per_ochtend(wereld):
    herinneringen_versturen(vandaag=voor(16))

    keren = [ochtendberichten_versturen(nu=om(voor(16), uur)) for uur in (7, 8, 9)]

    assert keren == [3, 0, 0]
    post = ontvangen()
    assert set(post) == {"regisseur", "teamgenoot", "desk"}  # at sixteen weeks not the teamlead
    assert (
        "Er zijn 2 herinneringen voor u" in post["regisseur"]
        or "Er zijn 3 herinneringen" in post["regisseur"]
    )
    assert "Er is 1 herinnering voor u" in post["teamgenoot"]
    assert "Er zijn 3 herinneringen voor u" in post["desk"]
    assert "https://toegang.venlo.nl/toegang/" in post["desk"]


def test_er_staat_geen_naam_of_hulp_in(wereld):
    herinneringen_versturen(vandaag=voor(16))
    ochtendberichten_versturen(nu=om(voor(16)))

    alles = " ".join(b.subject + b.body for b in mail.outbox)
    for h in Herinnering.objects.select_related("indicatie__zaak__dossier__inwoner", "indicatie__product"):
        assert h.indicatie.zaak.dossier.inwoner.geslachtsnaam not in alles
        assert h.indicatie.zaak.kenmerk not in alles
        assert h.indicatie.product.naam not in alles
        assert str(h.indicatie_id) not in alles


def test_vanaf_vier_weken_hoort_de_teamleider_het(wereld):
    herinneringen_versturen(vandaag=voor(4))
    ochtendberichten_versturen(nu=om(voor(4)))

    assert "teamleider" in ontvangen()


def test_de_volgende_ochtend_alleen_wat_nieuw_is(wereld):
    herinneringen_versturen(vandaag=voor(16))
    ochtendberichten_versturen(nu=om(voor(16)))
    mail.outbox.clear()

    assert ochtendberichten_versturen(nu=om(voor(16) + DAG)) == 0
    assert not mail.outbox


def test_na_de_ochtend_gaat_er_niets_meer_en_telt_het_morgen_mee(wereld):
    herinneringen_versturen(vandaag=voor(16))

    assert ochtendberichten_versturen(nu=om(voor(16), 13)) == 0
    assert ochtendberichten_versturen(nu=om(voor(16) + DAG)) == 3


def test_zonder_mailserver_gebeurt_er_niets(wereld, settings):
    settings.E_MAIL = {"aan": False, "van": ""}
    herinneringen_versturen(vandaag=voor(16))

    assert ochtendberichten_versturen(nu=om(voor(16))) == 0
    assert not Ochtendbericht.objects.exists()


@pytest.mark.parametrize(
    ("fout", "status", "later"),
    [
        (e_mail.Geweigerd(), "vervallen", 0),
        (smtplib.SMTPServerDisconnected(), "onzeker", 0),  # perhaps it was taken: never again
        (e_mail.NietAangeboden(), "gevraagd", 3),
    ],
)
def test_een_mailserver_die_hapert(wereld, monkeypatch, fout, status, later):
    herinneringen_versturen(vandaag=voor(16))
    with monkeypatch.context() as m:
        m.setattr(e_mail, "versturen", lambda **_: (_ for _ in ()).throw(fout))
        ochtendberichten_versturen(nu=om(voor(16)))

    assert set(Ochtendbericht.objects.values_list("status", flat=True)) == {status}
    assert ochtendberichten_versturen(nu=om(voor(16), 8)) == later
    assert ochtendberichten_versturen(nu=om(voor(16), 9)) == 0


def test_zonder_adres_van_het_programma_geen_link(wereld, settings):
    settings.TOEGANG_ADRES = ""
    herinneringen_versturen(vandaag=voor(16))
    ochtendberichten_versturen(nu=om(voor(16)))

    assert all("http" not in tekst for tekst in ontvangen().values())


# --- manage.py herinneringen -------------------------------------------------------------------------


def opdracht(*args) -> str:
    uit = StringIO()
    call_command("herinneringen", *args, stdout=uit)
    return uit.getvalue()


def test_droog_toont_een_dag_en_doet_niets(wereld):
    uit = opdracht("--vandaag", str(voor(10)), "--droog")

    assert "2027-04-21: 3 herinneringen. Er is niets gedaan." in uit
    assert uit.count("brief of e-mail") == 3
    assert uit.count("het team") == 1
    assert wereld["regisseur"].naam in uit
    assert not (Herinnering.objects.exists())
    assert not (Taak.objects.exists())
    assert not (Brief.objects.exists())


def test_droog_zegt_wat_een_run_daarna_doet(wereld):
    with time_machine.travel(om(voor(7)), tick=False):
        vooraf = opdracht("--droog")
        echt = opdracht()
        erna = opdracht("--droog")

    assert "3 herinneringen" in vooraf
    assert "3 herinneringen gedaan, 0 mislukt." in echt
    assert ": 0 herinneringen" in erna


@pytest.mark.parametrize(
    ("args", "zin"), [(("--vandaag", "2027-02-30"), "bestaat niet"), (("--vandaag", "2099-01-01"), "--droog")]
)
def test_een_dag_die_niet_kan(args, zin):
    with pytest.raises(CommandError, match=zin):
        opdracht(*args)
