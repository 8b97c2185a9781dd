"""From drawing up to effect: an aanvraag that was never completed, a heronderzoek, a court, an aanvraag repeated."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from beschikkingen.briefbouw import bouwen, voorbeeld
from beschikkingen.models import Besluit
from beschikkingen.onderdeel import nu_te_doen
from beschikkingen.poort import open_punten
from beschikkingen.usecases.beroep_registreren import beroep_registreren, uitspraak_vastleggen
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.besluit_ambtshalve_opstellen import besluit_ambtshalve_opstellen
from beschikkingen.usecases.besluit_goedkeuren import besluit_goedkeuren
from beschikkingen.usecases.besluit_ondertekenen import besluit_ondertekenen
from beschikkingen.usecases.besluit_oppakken import besluit_oppakken
from beschikkingen.usecases.besluit_opstellen import besluit_opstellen
from beschikkingen.usecases.besluit_ter_toetsing import besluit_ter_toetsing
from beschikkingen.usecases.besluitbrief_klaarzetten import besluitbrief_klaarzetten
from tests.beschikkingen.opstellingen import (
    TEKSTEN,
    VANDAAG,
    administratie,
    besluit_in,
    gehoord,
    met_indicatie,
    ondertekenaar,
    toetser,
    verse,
    verstuurd,
)
from tests.fabrieken import MedewerkerFabriek
from tests.papier import leeg_papier
from tests.wijkteams.opstellingen import (
    gesprek_gevoerd,
    hulpvraag_afgewogen,
    om,
    zaak_in_onderzoek,
    zaak_met_verslag,
)
from toegang.models import Aanvraag, Opschorting, TermijnSoort, Zaak
from toegang.onderdelen import feiten
from toegang.rechten import Rol, Wet
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.usecases.heronderzoek_openen import heronderzoek_openen
from toegang.usecases.opschortingen_aflopen import opschortingen_aflopen
from toegang.usecases.termijn_opschorten import termijn_opschorten
from voorzieningen.models import Indicatie
from wijkteams.usecases.verslag_maken import verslag_maken
from wijkteams.usecases.verslag_versturen import verslag_versturen
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)


def mist(besluit, dag=VANDAAG) -> list[str]:
    return [p.zin for p in open_punten(Besluit.objects.get(pk=besluit.pk), vandaag=dag)]


def weg(brief, dag) -> None:
    """Made and handed over on this day."""
    brief_maken(brief_id=brief.pk, nu=om(dag, 9), pdf=leeg_papier)
    brief_verzenden(brief_id=brief.pk, door=administratie().actor, vandaag=dag, verzonden_op=dag)


def verzonden(besluit, dag, wet="wmo"):
    """Checked, signed and sent by its own letter; (the besluit as it stands then, what its letter says)."""
    besluit_ter_toetsing(besluit_id=besluit.pk, door=verse(besluit.zaak.regisseur), vandaag=dag)
    for act, mens in ((besluit_goedkeuren, toetser()), (besluit_ondertekenen, ondertekenaar(wet=wet))):
        besluit_oppakken(besluit_id=besluit.pk, door=verse(mens), vandaag=dag)
        act(besluit_id=besluit.pk, door=verse(mens), vandaag=dag)
    brief = besluitbrief_klaarzetten(
        besluit_id=besluit.pk, door=administratie().actor, vandaag=dag, verzenddatum=dag
    )
    gelezen = bouwen(brief)
    weg(brief, dag)
    return Besluit.objects.select_related("zaak", "aanvraag").get(pk=besluit.pk), gelezen


def test_een_aanvraag_die_nooit_compleet_werd_wordt_niet_behandeld():
    """Jeugdwet: the aanvraag comes first (Awb 4:13); asked to complete, the term passes, told within four weeks (4:5)."""
    zaak = zaak_in_onderzoek(wet=Wet.JEUGDWET)
    aanvraag, door = zaak.aanvragen.get(), verse(zaak.regisseur)
    termijn = aanvraag.termijnen.get(soort=TermijnSoort.BESLUIT)
    gezien = Zaak.objects.annotate(**feiten()).met_rechten(door).get(pk=zaak.pk)
    assert "Besluit opstellen" in [s.label for s in nu_te_doen(door, gezien)]
    gevraagd = termijn_opschorten(
        termijn_id=termijn.pk, grond=Opschorting.Grond.AANVULLING, reden="Het huurcontract",
        uiterlijk_op=VANDAAG + 7 * DAG, door=door, vandaag=VANDAAG,
    )  # fmt: skip
    weg(gevraagd.brief, VANDAAG)
    ondertekenaar(wet="jeugdwet")
    besluit = besluit_opstellen(
        aanvraag_id=aanvraag.pk, door=door, vandaag=VANDAAG, uitkomst="niet_behandelen"
    )
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, motivering="Wij kregen uw huurcontract niet.", regels="Verordening, artikel 3",
        wat_kan_wel="U kunt opnieuw een aanvraag doen.",
    )  # fmt: skip

    te_vroeg = mist(besluit)
    dag = VANDAAG + 8 * DAG
    opschortingen_aflopen(vandaag=dag)
    te_laat = mist(besluit, VANDAAG + 7 * DAG + 29 * DAG)
    besluit, brief = verzonden(besluit, dag, wet="jeugdwet")

    assert te_vroeg == ["De inwoner kreeg nog geen tijd om aan te vullen (Awb 4:5 lid 1)"]
    assert ["Niet behandelen kon tot en met" in zin for zin in te_laat] == [True]
    assert brief.onderwerp == "Wij behandelen uw aanvraag niet"
    assert "Wij kregen uw huurcontract niet." in brief.waarom
    assert brief.wettelijke_regels[0] == "Algemene wet bestuursrecht artikel 4:5"
    assert brief.bezwaar_tot == besluit.bezwaar_tot
    assert (besluit.aanvraag.status, besluit.aanvraag.afgedaan_op) == ("buiten_behandeling", dag)
    assert (besluit.zaak.status, besluit.zaak.afsluitreden) == ("afgesloten", "besluit")
    termijn.refresh_from_db()
    assert termijn.gehaald_op == dag
    assert not zaak.taken.open().filter(sleutel__startswith="termijn_loopt_weer").exists()


def test_een_heronderzoek_kent_de_hulp_opnieuw_toe():
    """Wmo 2.3.9: a zaak of its own, talked and weighed anew, without an aanvraag; the help goes on after its last day."""
    eerste = besluit_in("verzonden", indicatie={"ingangsdatum": VANDAAG, "einddatum": VANDAAG + 60 * DAG})
    mens, dag = eerste.zaak.regisseur, VANDAAG + 20 * DAG
    zaak = heronderzoek_openen(zaak_id=eerste.zaak_id, door=verse(mens), vandaag=VANDAAG + DAG)
    teamlead = MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.TEAMLEAD)
    zaak = zaak_toewijzen(
        zaak_id=zaak.pk, regisseur_id=mens.pk, reden="Kent de inwoner.", door=teamlead.actor, vandaag=VANDAAG + DAG,
        nu=om(VANDAAG + DAG, 9),
    )  # fmt: skip
    gesprek_gevoerd(zaak, gepland_op=VANDAAG + DAG, bezoek_op=VANDAAG + 14 * DAG)
    hulpvraag_afgewogen(zaak)
    verslag = verslag_maken(zaak_id=zaak.pk, door=verse(mens), vandaag=dag)
    weg(verslag_versturen(verslag_id=verslag.pk, door=verse(mens), vandaag=dag), dag)
    oud = eerste.zaak.indicaties.get()
    met_indicatie(
        zaak, product=oud.product, aanbieder_id=oud.aanbieder_id, volume=Decimal(90),
        ingangsdatum=oud.einddatum + DAG, einddatum=oud.einddatum + 365 * DAG,
    )  # fmt: skip

    besluit = besluit_ambtshalve_opstellen(
        zaak_id=zaak.pk, door=verse(mens), vandaag=dag, aanleiding="heronderzoek", uitkomst="toekenning"
    )
    besluit_aanvullen(besluit_id=besluit.pk, door=verse(mens), **TEKSTEN)
    assert mist(besluit, dag) == []
    besluit, brief = verzonden(besluit, dag)

    nieuw = zaak.indicaties.get()
    assert (nieuw.status, nieuw.volume, nieuw.ingangsdatum) == ("toegekend", 90, oud.einddatum + DAG)
    assert Indicatie.objects.get(pk=oud.pk).status == "lopend"
    assert (besluit.aanvraag, besluit.zaak.status) == (None, "afgesloten")
    assert "90 minuten per week" in " ".join(r.waarde for r in brief.regels)
    assert "aanvraag" not in " ".join(brief.waarom)
    assert zaak.termijnen.get(soort=TermijnSoort.BEZWAAR).uiterste_datum == besluit.bezwaar_tot


def test_een_rechter_geeft_wat_geweigerd_was():
    """Refused and sent; the court rules; a new besluit grants it, without a ground of 2.3.10."""
    eerste = besluit_in("klaar")
    door = verse(eerste.zaak.regisseur)
    besluit_aanvullen(besluit_id=eerste.pk, door=door, uitkomst="afwijzing", wat_kan_wel="Bel ons gerust.")
    gehoord(eerste, door)
    eerste = verstuurd(eerste)
    geweigerd, desk = eerste.zaak.indicaties.get(), administratie().actor
    beroep = beroep_registreren(
        besluit_id=eerste.pk, door=desk, vandaag=VANDAAG + DAG, soort="beroep", ingesteld_op=VANDAAG + DAG,
        kenmerk_rechtbank="ROE 27 / 12",
    )  # fmt: skip
    dag = VANDAAG + 90 * DAG
    oordeel = {"beroep_id": beroep.pk, "door": desk, "vandaag": dag, "uitspraak_op": dag}
    vraag = {"zaak_id": eerste.zaak_id, "door": door, "vandaag": dag, "uitkomst": "herziening"}
    uitspraak_vastleggen(**oordeel, uitspraak="ongegrond")
    with pytest.raises(OngeldigeOvergang, match="nog geen gelijk"):  # nothing to carry out
        besluit_ambtshalve_opstellen(**vraag, aanleiding="uitspraak", indicatie_ids=[geweigerd.pk])
    uitspraak_vastleggen(**oordeel, uitspraak="gegrond", wat_nu="Geef 105 minuten.")

    with pytest.raises(OngeldigeOvergang, match="Er loopt geen hulp"):
        besluit_ambtshalve_opstellen(**vraag, aanleiding="ambtshalve", indicatie_ids=[geweigerd.pk])
    besluit = besluit_ambtshalve_opstellen(
        **vraag, aanleiding="uitspraak", indicatie_ids=[geweigerd.pk], werking_op=dag
    )
    regel = besluit.regelingen.get()
    with pytest.raises(ValidationError, match="Deze hulp loopt niet"):
        besluit_aanvullen(besluit_id=besluit.pk, door=door, hulp={regel.pk: {"gevolg": "wijzigen"}})
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, motivering="De rechter vindt dat u deze hulp nodig hebt.",
        wat_gebeurt_nu="Zorg aan de Maas belt u.", regels="Verordening, artikel 8",
        hulp={regel.pk: {"gevolg": "toekennen"}},
    )  # fmt: skip
    gehoord(besluit, door)
    assert mist(besluit, dag) == []
    besluit, brief = verzonden(besluit, dag)

    nieuw = Indicatie.objects.exclude(pk=geweigerd.pk).get()
    assert (nieuw.status, nieuw.volume, nieuw.zaak) == ("lopend", geweigerd.volume, eerste.zaak)
    assert Indicatie.objects.get(pk=geweigerd.pk).status == "afgewezen"
    assert "Op 3 maart 2027 deed de rechter uitspraak, kenmerk ROE 27 / 12." in brief.waarom[0]
    assert "105 minuten per week" in " ".join(r.waarde for r in brief.regels)
    assert brief.bezwaar_tot == besluit.bezwaar_tot


def test_een_herhaalde_aanvraag_zonder_iets_nieuws_wordt_afgewezen_met_een_verwijzing(client, time_machine):
    """Awb 4:6: refused before; asked again without anything new: no onderzoek of its own."""
    time_machine.move_to(om(VANDAAG, 9))
    eerste = besluit_in("klaar")
    door = verse(eerste.zaak.regisseur)
    besluit_aanvullen(besluit_id=eerste.pk, door=door, uitkomst="afwijzing", wat_kan_wel="Bel ons gerust.")
    gehoord(eerste, door)
    eerste = verstuurd(eerste)
    zaak = zaak_in_onderzoek(inwoner=eerste.zaak.dossier.inwoner, regisseur=eerste.zaak.regisseur)
    adres = reverse("toegang:aanvraag_registreren", args=[zaak.pk])
    gegevens = {"ontvangen_op": "3-12-2026", "wijze": "formulier", "gevraagd": "Hulp", "ondertekend": "ja"}
    client.als(administratie())

    assert "Aanvraag van 24 november 2026, besloten op 3 december 2026" in client.get(adres).content.decode()
    zonder = client.post(adres, gegevens | {"nieuwe_feiten": "Ik val nu vaker."})
    assert "Kies welke aanvraag de inwoner opnieuw doet" in zonder.content.decode()
    client.post(adres, gegevens | {"herhaalt": eerste.aanvraag_id})
    aanvraag = Aanvraag.objects.get(zaak=zaak)
    besluit = besluit_opstellen(aanvraag_id=aanvraag.pk, door=door, vandaag=VANDAAG, uitkomst="afwijzing")
    velden = {"besluit_id": besluit.pk, "door": door}
    met_onderzoek = mist(besluit_aanvullen(**velden, regels="Verordening, artikel 8", wat_kan_wel="Bel ons."))
    assert any("verslag" in zin for zin in met_onderzoek)
    pagina = (
        client.als(zaak.regisseur).get(reverse("beschikkingen:besluit", args=[besluit.pk])).content.decode()
    )
    assert "met een verwijzing naar het eerdere besluit" in pagina
    with pytest.raises(ValidationError, match="alleen bij een afwijzing"):
        besluit_aanvullen(**velden, uitkomst="toekenning", verwijst=True)
    besluit_aanvullen(**velden, verwijst=True)
    assert mist(besluit) == []
    aanvraag.nieuwe_feiten = "Ik val nu vaker."
    aanvraag.bewaren(door=door, reden="test")
    assert ["noemt iets nieuws" in zin for zin in mist(besluit)] == [True]
    aanvraag.nieuwe_feiten = ""
    aanvraag.bewaren(door=door, reden="test")
    besluit, brief = verzonden(besluit, VANDAAG)

    assert f"kenmerk {eerste.kenmerk}" in brief.waarom[0]
    assert (brief.treden, brief.wettelijke_regels[0]) == ((), "Algemene wet bestuursrecht artikel 4:6")
    assert (besluit.aanvraag.status, besluit.zaak.status) == ("besloten", "afgesloten")
    assert voorbeeld(besluit, VANDAAG).waarom == brief.waarom


def test_wat_een_ander_vroeg_herhaalt_niemand():
    een, ander = zaak_met_verslag(), zaak_in_onderzoek()
    with pytest.raises(ValidationError, match="van deze inwoner"):
        aanvraag_registreren(
            zaak_id=ander.pk, door=verse(ander.regisseur), vandaag=VANDAAG, nu=om(VANDAAG, 9), ontvangen_op=VANDAAG,
            wijze="formulier", gevraagd="Hulp", herhaalt_id=een.aanvragen.get().pk,
        )  # fmt: skip
