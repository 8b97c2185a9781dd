"""What a citizen sends goes into the inbox once; the desk does it, judges it again, and answers."""

import datetime
import re
import uuid

import pytest
import time_machine

from beschikkingen.models import Bezwaar
from portaal.models import Verzoek, VerzoekSoort, VerzoekStatus
from portaal.usecases.postvak_verwerken import HOOGSTENS_POGINGEN, postvak_verwerken
from portaal.usecases.verwerken import SOORTEN
from tests.beschikkingen.opstellingen import besluit_in
from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.wijkteams.opstellingen import (
    laatste_verslag,
    om,
    plan_met_doel,
    zaak_in_onderzoek,
    zaak_met_verslag,
)
from toegang.models import Actor, Contactmoment, Taak, Vertegenwoordiger, Zaak
from toegang.statussen import ZaakStatus
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from wijkteams.models import Deelnemer
from wijkteams.usecases.actie_toevoegen import actie_toevoegen
from wijkteams.usecases.deelnemer_toevoegen import deelnemer_toevoegen
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.plan_op_papier import plan_op_papier

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)


def verwerkt() -> list[tuple[str, str]]:
    postvak_verwerken(nu=NU)
    return list(Verzoek.objects.order_by("gevraagd_om", "pk").values_list("status", "antwoord"))


def met_verslag():
    zaak = zaak_met_verslag(getekend=False)
    return Zaak.objects.select_related("dossier__inwoner", "regisseur").get(pk=zaak.pk), laatste_verslag(zaak)


@time_machine.travel(NU, tick=False)
def test_een_nieuwe_vraag_wordt_een_contact_met_een_klok(burger):
    zaak = ZaakFabriek()

    antwoord = burger.als(zaak.dossier.inwoner).post(
        "/vragen/nieuw/", {"tekst": "Mijn traplift doet het niet"}
    )

    assert Contactmoment.objects.count() == 0
    [(status, zin)] = verwerkt()
    contact = Contactmoment.objects.get()
    assert (status, contact.vraag, contact.kanaal) == (
        VerzoekStatus.GEDAAN,
        "Mijn traplift doet het niet",
        "website",
    )
    assert contact.inwoner == zaak.dossier.inwoner
    assert contact.geregistreerd_door.inwoner == zaak.dossier.inwoner
    assert zin.startswith("Uw vraag is bij ons. U hoort uiterlijk")
    assert zin in burger.get(antwoord["Location"]).content.decode()


@time_machine.travel(NU, tick=False)
def test_twee_keer_klikken_is_een_keer_vragen(burger):
    burger.als(ZaakFabriek().dossier.inwoner)
    sleutel = uuid.uuid4()

    eerste = burger.post("/vragen/nieuw/", {"tekst": "Hallo"}, sleutel=sleutel)
    tweede = burger.post("/vragen/nieuw/", {"tekst": "Hallo"}, sleutel=sleutel)

    assert eerste["Location"] == tweede["Location"]
    assert Verzoek.objects.count() == 1


@pytest.mark.parametrize("tekst", ["", "x" * 100_000])
def test_wat_niet_kan_komt_terug_met_een_zin(burger, tekst):
    antwoord = burger.als(ZaakFabriek().dossier.inwoner).post("/vragen/nieuw/", {"tekst": tekst})

    assert antwoord.status_code == 200
    assert tekst in antwoord.content.decode()
    assert "Er is 1 probleem" in antwoord.content.decode()
    assert Verzoek.objects.count() == 0


@time_machine.travel(NU, tick=False)
def test_een_verslag_zonder_vinkje_is_niet_getekend(burger):
    """A signature is given, never taken: the sentence stands at the box, and what was typed stays."""
    zaak, verslag = met_verslag()
    burger.als(zaak.dossier.inwoner)

    html = burger.post(
        f"/verslag/{verslag.pk}/",
        {"als_aanvraag": "ja", "opmerkingen": "Mijn zus helpt niet.", "versie": verslag.versie},
    ).content.decode()

    assert "Zet een vinkje om te ondertekenen" in html
    assert "Mijn zus helpt niet." in html
    assert not Verzoek.objects.exists()


@time_machine.travel(NU, tick=False)
def test_een_getekend_verslag_is_de_aanvraag(burger):
    zaak, verslag = met_verslag()
    burger.als(zaak.dossier.inwoner)
    assert "Lees het verslag van ons gesprek" in burger.get("/").content.decode()

    burger.post(
        f"/verslag/{verslag.pk}/",
        {
            "opmerkingen": "Mijn zoon komt ook.",
            "als_aanvraag": "ja",
            "akkoord": "on",
            "versie": verslag.versie,
        },
    )

    assert verwerkt() == [(VerzoekStatus.GEDAAN, "Uw handtekening is bij ons. Nu nemen wij een besluit.")]
    verslag.refresh_from_db()
    zaak.refresh_from_db()
    assert (verslag.status, verslag.opmerkingen, verslag.ondertekend_op) == (
        "ondertekend", "Mijn zoon komt ook.", VANDAAG,
    )  # fmt: skip
    assert zaak.status == ZaakStatus.BESLUITVORMING
    assert zaak.aanvragen.get().ontvangen_op == VANDAAG
    assert verslag.history.latest().history_user.inwoner == zaak.dossier.inwoner


@time_machine.travel(NU, tick=False)
def test_een_oud_tabblad_tekent_niets_nieuws(burger):
    zaak, verslag = met_verslag()
    burger.als(zaak.dossier.inwoner).post(
        f"/verslag/{verslag.pk}/", {"als_aanvraag": "ja", "akkoord": "on", "versie": verslag.versie - 1}
    )

    [(status, zin)] = verwerkt()

    assert status == VerzoekStatus.KAN_NIET
    assert "Lees het opnieuw" in zin
    verslag.refresh_from_db()
    assert verslag.status == "verstuurd"


@time_machine.travel(NU, tick=False)
def test_een_afspraak_komt_uit_of_niet(burger):
    zaak = zaak_in_onderzoek()
    bezoek = huisbezoek_plannen(
        zaak_id=zaak.pk, door=zaak.regisseur.actor, nu=NU, gepland_om=om(datetime.date(2026, 12, 10), 14)
    )
    burger.als(zaak.dossier.inwoner)
    assert "Komt deze afspraak u uit?" in burger.get("/").content.decode()

    burger.post(f"/afspraak/{bezoek.pk}/goed/", {"versie": bezoek.versie, "formuliernaam": "goed"})
    burger.post(f"/afspraak/{bezoek.pk}/", {"tekst": "Liever vrijdag", "versie": bezoek.versie})

    assert [status for status, _ in verwerkt()] == [VerzoekStatus.GEDAAN] * 2
    assert zaak.gebeurtenissen.filter(soort="afspraak_bevestigd").exists()
    assert "Liever vrijdag" in Contactmoment.objects.latest("geregistreerd_om").vraag
    assert Taak.objects.open().filter(medewerker=zaak.regisseur, sleutel__startswith="contact:").exists()
    assert "Komt deze afspraak u uit?" not in burger.get("/").content.decode()


@time_machine.travel(om(datetime.date(2026, 12, 10), 9), tick=False)
def test_bezwaar_uit_de_brief_zelf(burger, zonder_pdf):
    besluit = besluit_in("verzonden")
    inwoner = besluit.zaak.dossier.inwoner
    brief = besluit.zaak.brieven.get(soort="besluit")
    burger.als(inwoner)
    lijst = burger.get("/brieven/").content.decode()
    assert "Ik ben het er niet mee eens" in lijst
    assert burger.get(f"/brieven/{brief.pk}/")["Content-Type"] == "application/pdf"

    burger.post(f"/brieven/{brief.pk}/niet-eens/", {"tekst": "Ik heb meer uren nodig"})
    postvak_verwerken(nu=om(datetime.date(2026, 12, 10), 10))

    contact = Contactmoment.objects.latest("geregistreerd_om")
    assert (contact.soort, contact.inwoner, contact.ontvangen_op) == (
        "bezwaar", inwoner, datetime.date(2026, 12, 10),
    )  # fmt: skip
    assert contact.vraag.endswith("Ik heb meer uren nodig")
    bezwaar = Bezwaar.objects.get()
    assert (bezwaar.besluit, bezwaar.contactmoment, bezwaar.kanaal, bezwaar.te_laat) == (
        besluit, contact, "website", False,
    )  # fmt: skip
    assert (bezwaar.gronden, bezwaar.indiener) == ("Ik heb meer uren nodig", "")
    assert bezwaar.history.latest().history_user.inwoner == inwoner
    assert besluit.zaak.termijnen.lopend().filter(soort="besluit_op_bezwaar").exists()
    assert besluit.zaak.brieven.filter(soort="bezwaar_ontvangen").exists()
    assert Taak.objects.open().filter(sleutel=f"bezwaar_oppakken:{bezwaar.pk}", rol="jurist").exists()
    assert not Taak.objects.open().filter(sleutel=f"bezwaar:{contact.pk}").exists()


@time_machine.travel(om(datetime.date(2026, 12, 10), 9), tick=False)
def test_een_bezwaar_gaat_nooit_verloren(burger, zonder_pdf):
    """Nobody can be written to: no receipt, so no bezwaar of its own yet, but the jurist has it, in time."""
    besluit = besluit_in("verzonden")
    inwoner = besluit.zaak.dossier.inwoner
    inwoner.straat = inwoner.postcode = ""
    inwoner.bewaren(door=Actor.objects.systeem(), reden="test")
    brief = besluit.zaak.brieven.get(soort="besluit")

    burger.als(inwoner).post(f"/brieven/{brief.pk}/niet-eens/", {"tekst": "Ik heb meer uren nodig"})
    postvak_verwerken(nu=om(datetime.date(2026, 12, 10), 10))

    assert Verzoek.objects.get().status == VerzoekStatus.GEDAAN
    assert Bezwaar.objects.count() == 0
    contact = Contactmoment.objects.latest("geregistreerd_om")
    assert Taak.objects.open().filter(sleutel=f"bezwaar:{contact.pk}", rol="jurist").exists()


@time_machine.travel(NU, tick=False)
def test_een_plan_dat_is_voorgelegd_is_te_lezen_en_te_tekenen(burger, zonder_pdf):
    zaak = zaak_met_verslag()
    plan, door = plan_met_doel(zaak, akkoord=False), zaak.regisseur.actor
    dochter = deelnemer_toevoegen(plan_id=plan.pk, zaak_id=zaak.pk, door=door, naam="Els", rol="dochter")
    burger.als(zaak.dossier.inwoner)
    assert "Er is nog geen plan" in burger.get("/plan/").content.decode()

    brief = plan_op_papier(plan_id=plan.pk, zaak_id=zaak.pk, door=door, vandaag=VANDAAG)
    brief_maken(brief_id=brief.pk, nu=NU)
    desk = MedewerkerFabriek(rollen=["administratie"]).actor
    brief_verzenden(brief_id=brief.pk, door=desk, vandaag=VANDAAG, verzonden_op=VANDAAG)

    assert "Bent u het eens met het plan?" in burger.get("/").content.decode()
    pagina = burger.get("/plan/").content.decode()
    assert "Dit is een voorstel." in pagina
    assert "in een schoon huis wonen" in pagina
    assert burger.post(f"/plan/{dochter.pk}/eens/", {"versie": 1}).status_code == 404

    ik = Deelnemer.objects.get(deel__zaak=zaak, rol="inwoner")
    gelezen = versie_op(pagina)
    actie_toevoegen(
        doel_id=plan.doelen.get().pk, zaak_id=zaak.pk, door=door, soort="inwoner", omschrijving="Ik stof zelf"
    )
    burger.post(f"/plan/{ik.pk}/eens/", {"versie": gelezen})
    assert [status for status, _ in verwerkt()] == [VerzoekStatus.KAN_NIET]

    burger.post(f"/plan/{ik.pk}/eens/", {"versie": versie_op(burger.get("/plan/").content.decode())})
    assert sorted(status for status, _ in verwerkt()) == [VerzoekStatus.GEDAAN, VerzoekStatus.KAN_NIET]
    ik.refresh_from_db()
    assert (ik.akkoord_op, ik.akkoord_wijze) == (VANDAAG, "digitaal")
    assert "Bent u het eens met het plan?" not in burger.get("/").content.decode()


def versie_op(pagina: str) -> str:
    return re.search(r'name="versie" value="(\d+)"', pagina)[1]


@time_machine.travel(NU, tick=False)
@pytest.mark.parametrize(
    "soort", [VerzoekSoort.VRAGEN, VerzoekSoort.VERSLAG_TEKENEN, VerzoekSoort.AFSPRAAK_GOED]
)
def test_het_loket_vertrouwt_niet_wat_in_het_postvak_ligt(portaal, soort):
    """Somebody else's zaak in the inbox, as a broken site would write it: refused, and nothing happens."""
    zaak, verslag = met_verslag()
    vreemde = InwonerFabriek()
    door = Actor.objects.create(soort="inwoner", naam="Vreemde", inwoner=vreemde)
    bron = verslag.pk if soort == VerzoekSoort.VERSLAG_TEKENEN else zaak.pk
    Verzoek.objects.create(
        id=uuid.uuid4(), soort=soort, inwoner=vreemde, door=door, bron_id=bron, bron_versie=verslag.versie,
        gegevens={"tekst": "x"}, gevraagd_om=NU,
    )  # fmt: skip
    contacten = Contactmoment.objects.count()

    [(status, zin)] = verwerkt()

    assert (status, zin.startswith("Wij konden")) == (VerzoekStatus.KAN_NIET, True)
    assert Contactmoment.objects.count() == contacten


@time_machine.travel(NU, tick=False)
def test_een_geeindigde_machtiging_doet_niets_meer(portaal):
    zaak = ZaakFabriek()
    kind = InwonerFabriek()
    v = Vertegenwoordiger(
        inwoner=zaak.dossier.inwoner, soort="gemachtigde", naam="Dochter", verwant=kind, mag=["dossier", "spreken"],
        vanaf_op=datetime.date(2026, 1, 1), tot_op=datetime.date(2026, 12, 1), bewijs_gezien_op=VANDAAG,
    ).bewaren(door=Actor.objects.systeem(), reden="x")  # fmt: skip
    door = Actor.objects.create(soort="vertegenwoordiger", naam="Dochter", vertegenwoordiger=v)
    Verzoek.objects.create(
        id=uuid.uuid4(), soort=VerzoekSoort.NIEUWE_VRAAG, inwoner=zaak.dossier.inwoner, door=door,
        gegevens={"tekst": "x"}, gevraagd_om=NU,
    )  # fmt: skip

    assert verwerkt() == [(VerzoekStatus.KAN_NIET, "U mag dit niet (meer) doen voor deze persoon.")]


@time_machine.travel(NU, tick=False)
def test_een_fout_van_ons_wordt_opnieuw_geprobeerd_en_houdt_de_rest_niet_op(burger, monkeypatch):
    burger.als(ZaakFabriek().dossier.inwoner)
    burger.post("/vragen/nieuw/", {"tekst": "een"})

    def stuk(*args, **kwargs):
        raise RuntimeError("kapot")

    with monkeypatch.context() as m:
        m.setitem(SOORTEN, VerzoekSoort.NIEUWE_VRAAG, stuk)
        for _ in range(2):
            assert postvak_verwerken(nu=NU) == 0
    assert Verzoek.objects.get().pogingen == 2
    assert HOOGSTENS_POGINGEN > 2

    assert postvak_verwerken(nu=NU) == 1
    assert Contactmoment.objects.count() == 1


@time_machine.travel(NU, tick=False)
def test_na_vijf_fouten_van_ons_hoort_de_inwoner_het(burger, monkeypatch):
    burger.als(ZaakFabriek().dossier.inwoner)
    antwoord = burger.post("/vragen/nieuw/", {"tekst": "een"})

    def stuk(*args, **kwargs):
        raise RuntimeError("kapot")

    monkeypatch.setitem(SOORTEN, VerzoekSoort.NIEUWE_VRAAG, stuk)
    gedaan = [postvak_verwerken(nu=NU) for _ in range(HOOGSTENS_POGINGEN + 1)]

    assert gedaan == [0] * (HOOGSTENS_POGINGEN - 1) + [1, 0]
    assert Verzoek.objects.get().status == VerzoekStatus.KAN_NIET
    pagina = burger.get(antwoord["Location"]).content.decode()
    assert "Dat ligt aan ons." in pagina
    assert "Bel ons op" in pagina
