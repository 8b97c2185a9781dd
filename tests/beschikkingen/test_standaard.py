"""The administratie draws up a standard beschikking: from the werkvoorraad to the toetser in two clicks, without content."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from beschikkingen.models import Besluit, Sjabloon
from beschikkingen.permissions import toetsers
from beschikkingen.poort import open_punten
from beschikkingen.usecases.besluit_goedkeuren import besluit_goedkeuren
from beschikkingen.usecases.besluit_ondertekenen import besluit_ondertekenen
from beschikkingen.usecases.besluit_oppakken import besluit_oppakken
from beschikkingen.usecases.besluit_opstellen import besluit_opstellen
from beschikkingen.usecases.standaardbesluit_opstellen import standaardbesluit_opstellen
from tests.beschikkingen.opstellingen import (
    VANDAAG,
    administratie,
    mandaat_van,
    met_indicatie,
    ondertekenaar,
    toetser,
    verse,
)
from tests.beschikkingen.test_sjabloon import sjabloon_in
from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.opstellingen import om, zaak_met_plan
from toegang.models import Gebeurtenis, Inzage, Taak
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from wijkteams.models import Actie, Doel, Gespreksdeel, Plandeel, Trede
from wijkteams.usecases.actie_toevoegen import actie_toevoegen

pytestmark = pytest.mark.django_db
REGELS = "Verordening maatschappelijke ondersteuning Venlo, artikel 8"
LIJST = "/toegang/werkvoorraad/"


@pytest.fixture(autouse=True)
def _op_de_dag(time_machine):
    time_machine.move_to(datetime.datetime(2026, 12, 3, 9, 0, tzinfo=datetime.UTC))


def klaar(*, sjabloon: bool = True, tekenaar: bool = True):
    """A signed verslag, an agreed plan, proposed help and an approved template."""
    zaak = zaak_met_plan()
    met_indicatie(zaak, actie_id=Actie.objects.get(doel__doelzaken__zaak=zaak).pk)
    if tekenaar:
        ondertekenaar()
    if sjabloon:
        sjabloon_in("goedgekeurd", regels=REGELS)
    return zaak


def test_twee_klikken_van_de_werkvoorraad_naar_de_toetser_en_niemand_typt_iets_over(client):
    zaak, desk = klaar(), administratie()
    deel = Gespreksdeel.objects.get()
    Gespreksdeel(onderzoek=deel.onderzoek, leefgebied="geld", wat_lukt_niet="U hebt schulden.").bewaren(
        door=zaak.regisseur.actor, reden="test"
    )  # nobody asked about this: it stays out of the letter
    client.als(desk)

    lijst = client.get(LIJST, {"groep": "besluiten"})
    (rij,) = lijst.context["rijen"]
    blad = client.get(rij.url)  # the first click
    na = client.post(rij.url, follow=True)  # the second

    assert lijst.context["groep"].titel == "Klaar voor besluit"
    assert "105 minuten per week" in blad.content.decode()
    besluit = Besluit.objects.get()
    assert f"{besluit.kenmerk} is opgesteld en ligt nu bij de toetsers." in na.content.decode()
    assert na.context["rijen"] == []  # and on to the next of the same list
    assert (besluit.status, besluit.opgesteld_door, besluit.voorbereider) == (
        "ter_toetsing", desk.actor, zaak.regisseur.actor,
    )  # fmt: skip
    zevende = Trede.objects.get(trede=7)
    assert (besluit.wat_kunt_u_niet, besluit.blijft_over) == (deel.wat_lukt_niet, zevende.brieftekst)
    assert (besluit.regels, besluit.bijdrage_besproken, besluit.sjabloon.regels) == (REGELS, True, REGELS)
    assert open_punten(besluit, vandaag=VANDAAG) == []
    assert Taak.objects.open().filter(sleutel=f"besluit_toetsen:{besluit.pk}").exists()
    # no content was shown, and who looked is written down
    for zin in (deel.wat_lukt_niet, zevende.brieftekst, "Dochter"):
        assert zin not in blad.content.decode() + na.content.decode()
    assert set(Inzage.objects.filter(scherm="standaardbesluit").values_list("laag", "uitkomst")) == {
        ("L2a", "gelukt")
    }
    again = client.post(rij.url, follow=True)  # a second click says where it is
    assert "is al opgesteld" in again.content.decode()
    assert Besluit.objects.count() == 1


def test_wie_het_onderzoek_deed_toetst_en_tekent_niet():
    zaak = klaar()
    besluit = standaardbesluit_opstellen(zaak_id=zaak.pk, door=verse(administratie()), vandaag=VANDAAG)
    regisseur = zaak.regisseur
    for rol in (Rol.TOETSER, Rol.ONDERTEKENAAR):
        regisseur.groups.add(Group.objects.get(name=rol.value))
    mandaat_van(regisseur)
    besluit = Besluit.objects.select_related("zaak", "opgesteld_door").get(pk=besluit.pk)

    with pytest.raises(PermissionDenied, match="want u deed het onderzoek"):
        besluit_oppakken(besluit_id=besluit.pk, door=verse(regisseur), vandaag=VANDAAG)
    assert regisseur not in toetsers(besluit)
    assert not Besluit.objects.in_rij(verse(regisseur), VANDAAG).exists()
    wie = toetser()
    besluit_oppakken(besluit_id=besluit.pk, door=verse(wie), vandaag=VANDAAG)
    besluit_goedkeuren(besluit_id=besluit.pk, door=verse(wie), vandaag=VANDAAG)
    with pytest.raises(PermissionDenied, match="want u deed het onderzoek"):
        besluit_ondertekenen(besluit_id=besluit.pk, door=verse(regisseur), vandaag=VANDAAG)
    besluit.refresh_from_db()
    for veld in ("getoetst", "ondertekend"):  # the database holds the line too
        kopie = Besluit.objects.get(pk=besluit.pk)
        setattr(kopie, f"{veld}_door", zaak.regisseur.actor)
        setattr(kopie, f"{veld}_op", VANDAAG)
        with pytest.raises(IntegrityError, match="besluit_voorbereider"), transaction.atomic():
            kopie.bewaren(door=verse(wie), reden="test")


def test_wat_open_is_vult_de_regisseur_aan_en_dan_staat_het_niet_meer_in_de_lijst(client):
    zaak, desk = klaar(), administratie()
    deel = Gespreksdeel.objects.get()
    deel.wat_lukt_niet = ""
    deel.bewaren(door=zaak.regisseur.actor, reden="test")
    client.als(desk)
    adres = reverse("beschikkingen:standaard", args=[zaak.pk])

    na = client.post(adres, follow=True)

    assert f"{zaak.regisseur.naam} krijgt een taak en stelt het besluit op." in na.content.decode()
    assert not Besluit.objects.exists()
    assert not Gebeurtenis.objects.filter(soort="besluit_opgesteld").exists()
    taak = Taak.objects.open().get(sleutel=f"standaardbesluit_aanvullen:{zaak.pk}")
    assert (taak.medewerker, taak.adres) == (zaak.regisseur, "beschikkingen:besluiten")
    assert client.get(LIJST, {"groep": "besluiten"}).context["rijen"] == []
    assert "Het wijkteam heeft een taak" in client.get(adres).content.decode()

    besluit = besluit_opstellen(
        aanvraag_id=zaak.aanvragen.get().pk, door=verse(zaak.regisseur), vandaag=VANDAAG
    )

    assert [p.anker for p in open_punten(besluit, vandaag=VANDAAG)] == ["id_wat_kunt_u_niet"]
    assert besluit.voorbereider is None
    assert not Taak.objects.open().filter(pk=taak.pk).exists()


def test_wat_geen_standaard_is_zegt_waarom(client):
    """One world; each row changes one thing and is taken back."""
    zaak, desk = klaar(), administratie()
    adres = reverse("beschikkingen:standaard", args=[zaak.pk])

    def tweede_aanvraag():
        aanvraag_registreren(
            zaak_id=zaak.pk, door=desk.actor, vandaag=VANDAAG, nu=om(VANDAAG), ontvangen_op=VANDAAG,
            wijze="formulier", gevraagd="Begeleiding",
        )  # fmt: skip

    def zonder_voorstel():
        actie_toevoegen(
            doel_id=Doel.objects.get().pk, zaak_id=zaak.pk, door=zaak.regisseur.actor, soort="maatwerk",
            omschrijving="Begeleiding",
        )  # fmt: skip

    def plan_open():
        deel = Plandeel.objects.get(zaak=zaak)
        deel.status = "concept"
        deel.bewaren(door=zaak.regisseur.actor, reden="test")

    def hulp_weg():
        indicatie = zaak.indicaties.get()
        indicatie.status = "ingetrokken"
        indicatie.bewaren(door=zaak.regisseur.actor, reden="test")

    def sjabloon_weg():
        sjabloon = Sjabloon.objects.get()
        sjabloon.status, sjabloon.vervangen_op, sjabloon.vervangen_door = "vervangen", VANDAAG, desk.actor
        sjabloon.bewaren(door=desk.actor, reden="test")

    def brief_niet_weg():
        brief = zaak.brieven.get(soort="verslag")
        brief.soort = "plan"
        brief.bewaren(door=desk.actor, reden="test")

    rijen = {
        tweede_aanvraag: "Er liggen meer aanvragen.",
        zonder_voorstel: "Van een afspraak in het plan is nog geen hulp voorgesteld.",
        plan_open: "Het plan is nog niet afgesproken.",
        hulp_weg: "Er is nog geen hulp voorgesteld.",
        sjabloon_weg: "Voor deze hulp is geen briefsjabloon goedgekeurd.",
        brief_niet_weg: "Het verslag is nog niet verstuurd.",
    }
    fout = []
    for wijzig, zin in rijen.items():
        punt = transaction.savepoint()
        wijzig()
        blad = client.als(desk).get(adres).content.decode()
        with pytest.raises(OngeldigeOvergang) as weigering:
            standaardbesluit_opstellen(zaak_id=zaak.pk, door=verse(desk), vandaag=VANDAAG)
        if zin not in blad or zin not in str(weigering.value) or "naar de toetser</button>" in blad:
            fout.append((wijzig.__name__, str(weigering.value)))
        transaction.savepoint_rollback(punt)
    assert fout == []


def test_wie_het_mag(client):
    """Only the administratie; a shielded dossier only who is named. Each row is taken back."""
    zaak = klaar()
    adres = reverse("beschikkingen:standaard", args=[zaak.pk])
    rijen = {
        "administratie": (administratie(), 302),
        "regisseur": (zaak.regisseur, 403),
        "teamleider": (MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.TEAMLEAD), 403),
        "ander_team": (MedewerkerFabriek(team=WijkteamFabriek()), 403),
        **{r.value: (MedewerkerFabriek(rollen=[r]), 403) for r in (Rol.KCC, Rol.TOETSER, Rol.JURIST, Rol.BEHEERDER)},
    }  # fmt: skip

    fout = []
    for dicht in (False, True):
        for naam, (mens, http) in rijen.items():
            punt = transaction.savepoint()
            if dicht:
                zaak.afgeschermd = True
                zaak.bewaren(door=zaak.regisseur.actor, reden="test")
            verwacht = 404 if dicht and http == 302 else http
            code = client.als(mens).post(adres).status_code
            if (code, Besluit.objects.exists()) != (verwacht, verwacht == 302):
                fout.append((naam, dicht, code))
            transaction.savepoint_rollback(punt)
            zaak.refresh_from_db()
    assert fout == []
