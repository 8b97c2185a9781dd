"""Help on a referral or an order, without a besluit: what is kept, what is refused, who may, and how it goes on."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from beschikkingen.usecases.besluit_ambtshalve_opstellen import te_herzien
from portaal.stappen import slot, stappen
from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.voorzieningen.aanbod import ContractFabriek, ProductFabriek, TariefFabriek
from tests.voorzieningen.opstelling import VANDAAG, collega, lid_van
from toegang.models import Taak, Zaak
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from voorzieningen.models import Grondslagdocument, Indicatie, Levering
from voorzieningen.opdrachtregels import Document
from voorzieningen.usecases.herinneringen_versturen import herinneringen_versturen
from voorzieningen.usecases.hulp_vooruitzien import Ronde, hulp_vooruitzien
from voorzieningen.usecases.indicatie_beeindigen import indicatie_beeindigen
from voorzieningen.usecases.indicaties_herzien import indicatie_herzien
from voorzieningen.usecases.levering_toewijzen import levering_toewijzen
from voorzieningen.usecases.opdracht_registreren import opdracht_registreren
from voorzieningen.usecases.opdracht_verlengen import opdracht_verlengen

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)
EINDE = datetime.date(2027, 6, 30)
HUISARTS = Document(
    verwijzer="huisarts", naam="dr. Smits", agb="01000001", gedateerd_op=VANDAAG - 3 * DAG, kenmerk="",
    ontvangen_op=VANDAAG,
)  # fmt: skip
RECHTER = Document(
    verwijzer="rechter", naam="Rechtbank Limburg", agb="", gedateerd_op=VANDAAG - DAG, kenmerk="C/03/1234",
    ontvangen_op=VANDAAG,
)  # fmt: skip


class Jeugd:
    """A zaak of a child under the Jeugdwet, with two contracted products: by the hour, and for a task."""

    def __init__(self):
        team = WijkteamFabriek()
        regisseur = lid_van(team, discipline="jeugd")
        inwoner = InwonerFabriek(geboren="20100403", postcode="5921AB")
        self.zaak = ZaakFabriek(
            wet="jeugdwet", onderwerp="opvoeden", status="vraagverheldering", wijkteam=team, regisseur=regisseur,
            dossier__inwoner=inwoner,
        )  # fmt: skip
        soort = {"wet": "jeugdwet", "categorie": "45", "eenheid": "04", "leefgebied": "opvoeden"}
        self.uren = ProductFabriek(naam="Ambulante jeugdhulp", **soort)
        self.taak = ProductFabriek(
            naam="Jeugdbescherming", bekostiging="taakgericht", **soort | {"categorie": "48"}
        )
        TariefFabriek(product=self.uren)
        self.linde = ContractFabriek(product=self.uren, aanbieder__naam="Jeugdhulp De Linde").aanbieder
        ContractFabriek(product=self.taak, aanbieder=self.linde)
        self.desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])

    def opdracht(self, **anders):
        gegevens = {
            "zaak_id": self.zaak.pk, "grondslag": "verwijzing", "document": HUISARTS, "product_id": self.uren.pk,
            "aanbieder_id": self.linde.pk, "volume": Decimal("2"), "eenheid": "04", "frequentie": "2",
            "ingangsdatum": VANDAAG, "einddatum": EINDE, "door": self.desk.actor, "vandaag": VANDAAG,
        }  # fmt: skip
        return opdracht_registreren(**gegevens | anders)

    def bepaling(self, **anders):
        zonder = {"volume": None, "eenheid": "", "frequentie": "", "product_id": self.taak.pk}
        return self.opdracht(grondslag="bepaling", document=RECHTER, **zonder | anders)


@pytest.fixture
def jeugd():
    return Jeugd()


def test_een_verwijzing_geeft_hulp_zonder_besluit_en_zonder_treden(jeugd):
    hulp = jeugd.opdracht()

    assert (hulp.status, hulp.grondslag, hulp.vorm) == ("lopend", "verwijzing", "natura")
    assert hulp.tarief == Decimal("36.00")
    document = Grondslagdocument.objects.get(indicatie=hulp)
    assert (document.naam, document.agb, document.verwijzer) == ("dr. Smits", "01000001", "huisarts")
    assert Levering.objects.get(indicatie=hulp).uiterlijk_begin_op == datetime.date(2026, 12, 10)


def test_een_taakgerichte_bepaling_heeft_geen_omvang(jeugd, client):
    hulp = jeugd.bepaling()
    hulp.refresh_from_db()
    assert (hulp.volume, hulp.eenheid, hulp.frequentie) == (None, "", "")

    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        client.als(jeugd.zaak.regisseur)
        for adres, pk in (("voorzieningen:indicaties", jeugd.zaak.pk), ("toegang:zaak", jeugd.zaak.pk)):
            assert "zoveel als nodig is (taakgericht)" in client.get(reverse(adres, args=[pk])).text
        levering = client.get(reverse("voorzieningen:levering", args=[hulp.pk])).text
    assert "Rechtbank Limburg" in levering
    assert "C/03/1234" in levering


def test_wat_niet_kan_zegt_waarom_bij_zijn_veld(jeugd):
    jeugd.opdracht()
    ander = ContractFabriek(product=ProductFabriek(wet="jeugdwet")).aanbieder
    rechter_bij_verwijzing = {"document": RECHTER}
    na = {"ingangsdatum": EINDE + DAG, "einddatum": EINDE + 90 * DAG}
    for anders, veld, zin in (
        ({}, "ingangsdatum", "loopt al tot en met 30 juni 2027"),  # OP259
        (na, "ingangsdatum", "Verleng die hulp"),  # OP380
        (na | {"einddatum": None}, "einddatum", "per week"),
        (na | {"volume": None}, "volume", "Alleen een taakgericht product"),
        (na | {"eenheid": "14"}, "eenheid", "eenheid"),
        (na | {"aanbieder_id": ander.pk}, "aanbieder", "geen contract"),
        (na | rechter_bij_verwijzing, "verwijzer", "2.6 lid 1 onder e"),
        (na | {"product_id": ProductFabriek().pk}, "product", "hoort niet bij de Jeugdwet"),
    ):
        with pytest.raises(ValidationError) as fout, transaction.atomic():
            jeugd.opdracht(**anders)
        assert zin in fout.value.message_dict[veld][0], (anders, fout.value.message_dict)
    assert Indicatie.objects.count() == 1

    wmo = ZaakFabriek(status="onderzoek", wijkteam=jeugd.zaak.wijkteam)
    with pytest.raises(OngeldigeOvergang, match="Alleen bij de Jeugdwet"):
        jeugd.opdracht(zaak_id=wmo.pk)


def test_verlengen_houdt_het_nummer_en_vraagt_een_nieuw_document(jeugd, client):
    hulp = jeugd.opdracht()
    nummer = levering_toewijzen(
        indicatie_id=hulp.pk, toegewezen_op=VANDAAG, door=jeugd.desk.actor, vandaag=VANDAAG
    ).toewijzingnummer
    nieuw = {"document": HUISARTS, "door": jeugd.desk.actor, "vandaag": VANDAAG, "indicatie_id": hulp.pk}
    with pytest.raises(ValidationError):
        opdracht_verlengen(einddatum=EINDE - DAG, **nieuw)
    opdracht_verlengen(einddatum=EINDE + 180 * DAG, **nieuw)
    opdracht_verlengen(einddatum=EINDE + 180 * DAG, **nieuw)

    with pytest.raises(OngeldigeOvergang, match="berust op een verwijzing"):
        indicatie_herzien(indicatie_id=hulp.pk, per=EINDE, door=jeugd.desk.actor, vandaag=VANDAAG)
    assert list(te_herzien(jeugd.zaak)) == []
    hulp.refresh_from_db()
    assert hulp.einddatum == EINDE + 180 * DAG
    assert Grondslagdocument.objects.filter(indicatie=hulp).count() == 2
    assert Levering.objects.get(indicatie=hulp).toewijzingnummer == nummer

    # on the screen; and help that rests on a besluit is only lengthened by another
    pad = reverse("voorzieningen:opdracht_verlengen", args=[hulp.pk])
    velden = {
        "verwijzer": "huisarts", "naam": "dr. Smits", "gedateerd_op": "1-12-2026", "ontvangen_op": "3-12-2026",
        "einddatum": "31-12-2028", "versie": hulp.versie,
    }  # fmt: skip
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        client.als(jeugd.desk)
        assert (
            "Er staat" in client.post(pad, velden | {"versie": 1}).text
            or "wijzigde dit" in client.post(pad, velden | {"versie": 1}).text
        )
        assert "Het nummer blijft hetzelfde" in client.post(pad, velden, follow=True).text
    hulp.grondslag = "besluit"
    hulp.bewaren(door=jeugd.desk.actor, reden="test")
    with pytest.raises(OngeldigeOvergang, match="Alleen een nieuw besluit"):
        opdracht_verlengen(einddatum=EINDE + 800 * DAG, **nieuw)


RECHTEN = (
    ("regisseur", True), ("administratie", True), ("teamleider", False), ("ander_team", False), ("kcc", False),
)  # fmt: skip


def test_het_scherm_en_wie_het_mag(jeugd, client):
    zaak = Zaak.objects.get(pk=jeugd.zaak.pk)
    pad, fout = reverse("voorzieningen:opdracht", args=[zaak.pk]), []
    velden = {
        "grondslag": "bepaling", "verwijzer": "instelling", "naam": "BJZ", "kenmerk": "B-12", "gedateerd_op": "1-12-2026",
        "ontvangen_op": "3-12-2026", "product": jeugd.taak.pk, "aanbieder": jeugd.linde.pk, "ingangsdatum": "3-12-2026",
        "einddatum": "30-6-2027",
    }  # fmt: skip
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        for soort, mag in RECHTEN:
            punt = transaction.savepoint()
            if soort == "teamleider":
                wie = lid_van(zaak.wijkteam, rol=Rol.TEAMLEAD, discipline="jeugd")
            else:
                wie = jeugd.desk if soort == "administratie" else collega(soort, zaak)
            pagina, antwoord = client.als(wie).get(pad), client.post(pad, velden)
            gedaan = Indicatie.objects.exists()
            verwacht = (200, 302, True) if mag else (403 if soort == "teamleider" else 404,) * 2 + (False,)
            if (pagina.status_code, antwoord.status_code, gedaan) != verwacht:
                fout.append((soort, pagina.status_code, antwoord.status_code, gedaan))
            transaction.savepoint_rollback(punt)
        client.als(jeugd.desk)
        leeg = client.post(pad, {"naam": "<b>Ahmed</b>", "gedateerd_op": "31-2-2026"}).text
    assert fout == []
    assert "&lt;b&gt;Ahmed" in leeg
    assert "Deze datum bestaat niet" in leeg


SLUITEN = (
    ("regisseur", 302), ("administratie", 403), ("teamleider", 403), ("ander_team", 404), ("kcc", 404),
)  # fmt: skip


def test_een_zaak_op_een_verwijzing_eindigt_zonder_besluit_en_de_hulp_gaat_door(jeugd, client):
    zaak, fout = jeugd.zaak, []
    zaak.status = "onderzoek"
    zaak.bewaren(door=jeugd.desk.actor, reden="test")
    pad, overzicht = (reverse(naam, args=[zaak.pk]) for naam in ("toegang:zaak_afsluiten", "toegang:zaak"))
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        client.als(zaak.regisseur)
        assert "Er loopt geen hulp op een verwijzing of bepaling." in client.get(pad).text
        assert client.post(pad, {"reden": "zonder_besluit"}).status_code == 200
        hulp = jeugd.opdracht()
        assert "Zaak afsluiten: de hulp rust op een verwijzing of bepaling" in client.get(overzicht).text
        for soort, verwacht in SLUITEN:
            punt = transaction.savepoint()
            if soort == "teamleider":
                wie = lid_van(zaak.wijkteam, rol=Rol.TEAMLEAD, discipline="jeugd")
            else:
                wie = jeugd.desk if soort == "administratie" else collega(soort, zaak)
            http = client.als(wie).post(pad, {"reden": "zonder_besluit"}).status_code
            zaak.refresh_from_db()
            if (http, zaak.status) != (verwacht, "afgesloten" if verwacht == 302 else "onderzoek"):
                fout.append((soort, http, zaak.status))
            transaction.savepoint_rollback(punt)
        assert fout == []

        client.als(zaak.regisseur)
        client.post(pad, {"reden": "zonder_besluit"})
        zaak.refresh_from_db()
        assert (zaak.afsluitreden, zaak.afgesloten_op) == ("zonder_besluit", VANDAAG)
        gesloten = client.get(overzicht).text
        assert "hulp op een verwijzing of bepaling, zonder besluit" in gesloten
        assert "rust op een verwijzing" not in gesloten
        # the help goes on, and so does its ladder, which names the way on under this law
        hulp.refresh_from_db()
        assert hulp.status == "lopend"
        herinneringen_versturen(vandaag=EINDE - 112 * DAG)
        taak = Taak.objects.open().get(sleutel=f"herinnering:{hulp.pk}")
        zin = "Vraag een nieuwe verwijzing of bepaling, of laat de hulp aflopen."
        assert taak.titel == f"De hulp loopt af op 30 juni 2027. {zin}"
        einde = client.get(reverse("voorzieningen:afloop", args=[hulp.pk])).text
    assert reverse("voorzieningen:opdracht_verlengen", args=[hulp.pk]) in einde
    assert "Heronderzoek beginnen" not in einde
    # the inwoner reads one sentence, and no step about a decision that never was
    vraag = SimpleNamespace(
        status=zaak.status, afsluitreden=zaak.afsluitreden, afgesloten_op=VANDAAG, hulp_vanaf_op=VANDAAG, besluit_op=None
    )  # fmt: skip
    zin = "Uw vraag is op 3 december 2026 klaar. Voor uw hulp was geen besluit van ons nodig."
    assert (slot(vraag), stappen(vraag, VANDAAG)) == (zin, [])


def test_een_jaar_voor_achttien_een_taak_en_het_geplande_heronderzoek(jeugd):
    hulp = jeugd.opdracht(einddatum=datetime.date(2029, 6, 30))
    jeugd.bepaling(einddatum=datetime.date(2029, 6, 30))  # more help in the same zaak: still one task
    assert hulp.heronderzoek_op == datetime.date(2027, 12, 3)
    jarig = datetime.date(2027, 4, 3)  # a year before he turns 18

    assert hulp_vooruitzien(vandaag=jarig - DAG) == Ronde()
    assert hulp_vooruitzien(vandaag=jarig).achttien == 2
    assert hulp_vooruitzien(vandaag=jarig) == hulp_vooruitzien(vandaag=jarig + 30 * DAG) == Ronde()
    taak = Taak.objects.get(sleutel=f"jeugd_18:{jeugd.zaak.pk}")
    assert taak.titel == "De jongere wordt 18 op 3 april 2028. Regel wat daarna nodig is."
    assert taak.medewerker == jeugd.zaak.regisseur

    for _ in range(2):
        hulp_vooruitzien(vandaag=hulp.heronderzoek_op)
    gepland = Taak.objects.filter(sleutel__startswith="heronderzoek_gepland:")
    assert gepland.count() == 2
    assert gepland.filter(adres_pk=hulp.pk).count() == 1


def test_wie_al_achttien_is_of_geen_hulp_meer_heeft_geeft_geen_taak(jeugd):
    hulp = jeugd.opdracht(einddatum=datetime.date(2029, 6, 30))
    assert hulp_vooruitzien(vandaag=datetime.date(2028, 4, 4)).achttien == 0  # nobody looked: he is 18
    indicatie_beeindigen(
        indicatie_id=hulp.pk,
        laatste_dag=VANDAAG,
        reden="klaar",
        door=jeugd.zaak.regisseur.actor,
        vandaag=VANDAAG,
    )
    assert hulp_vooruitzien(vandaag=datetime.date(2027, 12, 3)) == Ronde()
