"""Vraagverheldering, persoonlijk plan and receipt: one page; two at once lose nothing; who may."""

import datetime
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang import onderdelen
from toegang.briefsoorten import briefsoort
from toegang.brieven.basis import html_maken
from toegang.models import Brief, Inzage, Leefgebiedvraag, Vraagverheldering
from toegang.rechten import Rol, Wet
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.persoonlijk_plan_vastleggen import persoonlijk_plan_vastleggen
from toegang.usecases.vraagverheldering_vastleggen import vraagverheldering_vastleggen

pytestmark = pytest.mark.django_db
GEGEVENS = {
    "leefgebieden": ["huishouden", "gezondheid"], "vraag_achter_de_vraag": "Mevrouw wil veilig in huis blijven.",
    "al_geprobeerd": "", "wie_helpt_nu": "Dochter", "goede_uitkomst": "", "urgentie_reden": "", "veiligheid": "",
    "versie": "0",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def url(zaak, act="vraagverheldering"):
    return f"/toegang/zaak/{zaak.pk}/{act}/"


def test_het_scherm_noemt_de_termijn_met_zijn_artikel(client):
    zaak = voordeur.zaak()

    tekst = client.als(voordeur.administratie()).get(url(zaak)).content.decode()

    assert (
        "Onderzoek uiterlijk <strong>donderdag 14 januari 2027</strong> (Wmo 2015 art. 2.3.2 lid 1)" in tekst
    )
    assert "Persoonlijk plan uiterlijk <strong>donderdag 10 december 2026</strong>" in tekst
    assert "Ik kan na mijn val" in tekst
    assert set(Inzage.objects.values_list("zaak", "laag")) == {(zaak.pk, "L2b")}


def test_vastleggen_brengt_de_zaak_een_stap_verder(client):
    zaak = voordeur.zaak()

    antwoord = client.als(voordeur.administratie()).post(url(zaak), GEGEVENS, follow=True)

    zaak.refresh_from_db()
    assert "Vraagverheldering bewaard." in antwoord.content.decode()
    assert zaak.status == "vraagverheldering"
    assert zaak.vraagverheldering.leefgebieden == ["huishouden", "gezondheid"]


def test_per_gekozen_leefgebied_eigen_vragen_en_van_de_andere_niets(client):
    """What is written in an area that is not chosen is not kept; chosen off again its text goes (5.1.1)."""
    zaak = voordeur.zaak()
    client.als(voordeur.administratie())
    antwoorden = {
        "gezondheid_wat": "Valt vaak.", "gezondheid_sinds": "mei 2026", "gezondheid_uitkomst": "Niet meer bang zijn.",
        "geld_wat": "Staat er niet bij.",
    }  # fmt: skip

    client.post(url(zaak), GEGEVENS | antwoorden)
    eerst = client.get(url(zaak)).content.decode()
    client.post(url(zaak), GEGEVENS | antwoorden | {"leefgebieden": ["huishouden"], "versie": "1"})

    deel = Leefgebiedvraag.objects.get()
    assert "Niet meer bang zijn." in eerst
    assert (deel.leefgebied, deel.wat, deel.sinds, deel.uitkomst) == ("gezondheid", "", "", "")
    assert [(h.wat, h.sinds) for h in deel.history.order_by("history_id")] == [
        ("Valt vaak.", "mei 2026"),
        ("", ""),
    ]


def test_twee_tegelijk_over_een_leefgebied_ziet_beide(client):
    zaak, collega = voordeur.zaak(), voordeur.administratie()
    vraagverheldering_vastleggen(
        zaak_id=zaak.pk, door=collega.actor, versie=0, leefgebieden=["huishouden", "gezondheid"],
        vraag_achter_de_vraag="Mevrouw wil veilig in huis blijven.", wie_helpt_nu="Dochter",
        delen={"gezondheid": {"wat": "Collega schreef dit."}},
    )  # fmt: skip
    client.als(voordeur.administratie())

    eerst = client.post(url(zaak), GEGEVENS | {"gezondheid_wat": "Valt vaak."}).content.decode()
    na = client.post(
        url(zaak),
        GEGEVENS | {"gezondheid_wat": "Valt vaak.", "versie": "1", "bewaar_gezondheid_wat": "samen"},
    )

    assert f"{collega.naam} heeft dit intussen ook gewijzigd" in eerst
    assert na.status_code == 302
    assert Leefgebiedvraag.objects.get().wat == "Collega schreef dit.\n\nValt vaak."


def test_een_concept_brengt_de_vragen_per_leefgebied_terug(client):
    zaak = voordeur.zaak()
    medewerker = voordeur.administratie()
    client.als(medewerker)
    client.post(
        f"/toegang/concept/?voor={url(zaak)}",
        {"vraag_achter_de_vraag": "Nog niet af", "vervoer_wat": "Bus rijdt niet."},
    )

    tekst = client.get(url(zaak) + "?concept=ja").content.decode()

    assert "Bus rijdt niet." in tekst


def test_dubbelklik_legt_een_keer_vast(client):
    zaak = voordeur.zaak()
    client.als(voordeur.administratie())
    sleutel = uuid.uuid4()

    for _ in range(2):
        client.post(url(zaak), GEGEVENS, sleutel=sleutel)

    assert Vraagverheldering.objects.get().versie == 1
    assert zaak.gebeurtenissen.filter(soort="vraagverheldering_vastgelegd").count() == 1


def test_wat_mist_krijgt_een_zin_en_de_tekst_blijft(client):
    zaak = voordeur.zaak()

    antwoord = client.als(voordeur.administratie()).post(url(zaak), GEGEVENS | {"vraag_achter_de_vraag": ""})

    assert "Schrijf op wat de inwoner vraagt" in antwoord.content.decode()
    assert "Dochter" in antwoord.content.decode()


def test_twee_tegelijk_ziet_beide_teksten_en_kiest(client):
    zaak = voordeur.zaak()
    collega = voordeur.administratie()
    vraagverheldering_vastleggen(
        zaak_id=zaak.pk,
        door=collega.actor,
        versie=0,
        leefgebieden=["huishouden"],
        vraag_achter_de_vraag="Van de collega.",
    )  # fmt: skip
    client.als(voordeur.administratie())

    eerst = client.post(url(zaak), GEGEVENS)

    tekst = eerst.content.decode()
    assert f"{collega.naam} heeft dit intussen ook gewijzigd" in tekst
    assert "Van de collega</del>" in tekst or "collega</del>" in tekst
    assert "Mevrouw wil" in tekst
    assert Vraagverheldering.objects.get().vraag_achter_de_vraag == "Van de collega."
    keuzes = {"versie": "1", "bewaar_vraag_achter_de_vraag": "samen", "bewaar_leefgebieden": "hun"}
    assert client.post(url(zaak), GEGEVENS | keuzes).status_code == 302
    vast = Vraagverheldering.objects.get()
    assert vast.vraag_achter_de_vraag == "Van de collega.\n\nMevrouw wil veilig in huis blijven."
    assert vast.leefgebieden == ["huishouden"]


def test_veiligheid_schrijft_de_administratie_bij_zonder_te_lezen(client):
    zaak = voordeur.zaak()
    client.als(voordeur.administratie())
    client.post(url(zaak), GEGEVENS | {"veiligheid": "Eerste zorg."})

    pagina = client.get(url(zaak)).content.decode()
    client.post(url(zaak), GEGEVENS | {"versie": "1", "veiligheid": "Tweede zorg."})

    assert "Eerste zorg." not in pagina
    assert Vraagverheldering.objects.get().veiligheid == "Eerste zorg.\nTweede zorg."


def test_de_ontvangst_bevestigen_maakt_een_brief(client):
    zaak = voordeur.zaak("vraagverheldering")
    client.als(voordeur.administratie())

    antwoorden = [client.post(url(zaak, "ontvangst-bevestigen"), follow=True) for _ in range(2)]

    brief = Brief.objects.get()
    assert (brief.soort, brief.zaak, brief.verzenddatum) == ("ontvangstbevestiging", zaak, VANDAAG)
    assert "Verstuur haar die dag" in antwoorden[0].content.decode()
    assert f"/toegang/brief/{brief.pk}/" in antwoorden[1].content.decode()


def test_de_brief_noemt_wat_de_wet_vraagt():
    zaak = voordeur.zaak("vraagverheldering")
    brief = ontvangst_bevestigen(zaak_id=zaak.pk, door=voordeur.administratie().actor, vandaag=VANDAAG)

    html = html_maken(briefsoort("ontvangstbevestiging").bouwen(brief)).replace("\xa0", " ")

    for stuk in ("3 december 2026", "hulp in het huishouden", "donderdag 14 januari 2027", "donderdag 10 december 2026",
                 "cliëntondersteuner", "persoonlijk plan", "Geachte mevrouw"):  # fmt: skip
        assert stuk in html
    assert "schoonhouden" not in html


def test_een_gevoelig_onderwerp_staat_niet_in_de_brief():
    zaak = voordeur.zaak()
    zaak.onderwerp = "mentaal"
    zaak.bewaren(door=voordeur.administratie().actor, reden="test")
    brief = ontvangst_bevestigen(zaak_id=zaak.pk, door=voordeur.administratie().actor, vandaag=VANDAAG)

    assert briefsoort("ontvangstbevestiging").bouwen(brief).vraag == ""


def test_na_verzending_is_clientondersteuning_verteld():
    door = voordeur.administratie().actor
    zaak = voordeur.zaak()
    brief = ontvangst_bevestigen(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)

    briefsoort("ontvangstbevestiging").na_verzending(brief, door=door, op=VANDAAG)

    zaak.refresh_from_db()
    assert zaak.clientondersteuning_verteld_op == VANDAAG


def test_zonder_aanvraag_is_er_voor_de_jeugdwet_niets_te_bevestigen(client):
    zaak = voordeur.zaak(wet=Wet.JEUGDWET)

    tekst = client.als(voordeur.administratie()).get(url(zaak)).content.decode()

    assert "De Jeugdwet begint met een aanvraag. Registreer eerst de aanvraag." in tekst
    with pytest.raises(OngeldigeOvergang, match="begint met een aanvraag"):
        ontvangst_bevestigen(zaak_id=zaak.pk, door=voordeur.administratie().actor, vandaag=VANDAAG)


@pytest.mark.parametrize(
    ("wet", "wel", "niet"),
    [
        (Wet.JEUGDWET, "uiterlijk op donderdag 28 januari 2027", "jeugdhulp"),
        (Wet.GPK, "uw aanvraag voor een gehandicaptenparkeerkaart", "persoonlijk plan"),
        (Wet.SCHULDHULP, "uiterlijk op donderdag 31 december 2026", "schuld"),
    ],
)
def test_een_aanvraag_krijgt_een_eigen_ontvangstbevestiging(client, wet, wel, niet):
    """Awb art. 4:3a: that it is here, and by when we decide; nothing that the envelope should not tell."""
    zaak = voordeur.zaak(wet=wet, soort="aanvraag")
    client.als(voordeur.administratie())

    voor = client.get(url(zaak)).content.decode()
    antwoord = client.post(url(zaak, "ontvangst-bevestigen"), follow=True).content.decode()
    brief = Brief.objects.get(zaak=zaak)
    html = html_maken(briefsoort(brief.soort).bouwen(brief)).replace("\xa0", " ")

    assert "Awb, artikel 4:3a en 4:13" in voor
    assert "Verstuur haar die dag" in antwoord
    assert (brief.onderwerp, brief.bron_id) == ("Uw aanvraag is bij ons", zaak.aanvragen.get().pk)
    assert wel in re.sub(r"</?strong>", "", html)
    assert niet not in html.lower()
    assert "cliëntondersteuner" in html


def test_na_een_aanvraagbrief_is_alleen_clientondersteuning_verteld():
    door = voordeur.administratie().actor
    zaak = voordeur.zaak(wet=Wet.JEUGDWET, soort="aanvraag")
    brief = ontvangst_bevestigen(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)

    briefsoort(brief.soort).na_verzending(brief, door=door, op=VANDAAG)

    zaak.refresh_from_db()
    assert (zaak.clientondersteuning_verteld_op, zaak.persoonlijk_plan_verteld_op) == (VANDAAG, None)


@pytest.mark.parametrize("keuze", ["ontvangen", "ziet_af"])
def test_het_persoonlijk_plan_haalt_zijn_termijn(client, keuze):
    zaak = voordeur.zaak()

    client.als(voordeur.administratie()).post(url(zaak, "persoonlijk-plan"), {"keuze": keuze})

    zaak.refresh_from_db()
    assert (zaak.persoonlijk_plan, zaak.persoonlijk_plan_op) == (keuze, VANDAAG)
    assert zaak.termijnen.get(soort="persoonlijk_plan").gehaald_op == VANDAAG


def test_wie_eerst_afziet_mag_later_toch_een_plan_geven():
    zaak, door = voordeur.zaak(), voordeur.administratie().actor
    for keuze in ("ziet_af", "ziet_af", "ontvangen"):
        zaak = persoonlijk_plan_vastleggen(zaak_id=zaak.pk, door=door, vandaag=VANDAAG, keuze=keuze)

    assert zaak.persoonlijk_plan == "ontvangen"
    assert zaak.gebeurtenissen.filter(soort="persoonlijk_plan_bekend").count() == 2


def test_de_knop_doorzetten_is_een_zin_zolang_er_iets_mist(client, monkeypatch):
    team = WijkteamFabriek(naam="Wijkteam Blerick")
    monkeypatch.setattr(onderdelen, "team_voor", lambda zaak: team)
    zaak = voordeur.zaak("vraagverheldering")
    client.als(voordeur.administratie())

    voor = client.get(url(zaak)).content.decode()
    client.post(url(zaak, "ontvangst-bevestigen"))
    na = client.get(url(zaak)).content.decode()
    antwoord = client.post(url(zaak, "doorzetten"), follow=True)

    assert "Bevestig eerst de ontvangst" in voor
    assert "Zaak doorzetten" not in voor
    assert "Zaak doorzetten" in na
    assert "Doorgezet naar Wijkteam Blerick. De teamleider kiest een regisseur." in antwoord.content.decode()


def test_na_het_doorzetten_leest_en_schrijft_de_administratie_de_inhoud_niet_meer(client, monkeypatch):
    zaak = voordeur.zaak("te_verdelen", monkeypatch=monkeypatch)
    client.als(voordeur.administratie())

    assert client.get(url(zaak)).status_code == 403
    assert client.post(url(zaak), GEGEVENS).status_code == 403


@pytest.mark.parametrize(
    ("rol", "act", "http", "status"),
    [
        (Rol.ADMINISTRATIE, "vraagverheldering", 302, "vraagverheldering"),
        (Rol.KCC, "vraagverheldering", 404, "nieuw"),
        (Rol.CONSULENT, "vraagverheldering", 404, "nieuw"),
        (Rol.ADMINISTRATIE, "persoonlijk-plan", 302, "nieuw"),
        (Rol.KCC, "persoonlijk-plan", 404, "nieuw"),
        (Rol.ADMINISTRATIE, "ontvangst-bevestigen", 302, "nieuw"),
        (Rol.KCC, "ontvangst-bevestigen", 404, "nieuw"),
        (Rol.KCC, "doorzetten", 404, "nieuw"),
    ],
)
def test_vraagverheldering_rechten(client, rol, act, http, status):
    zaak = voordeur.zaak()

    antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(
        url(zaak, act), GEGEVENS | {"keuze": "ziet_af"}
    )

    zaak.refresh_from_db()
    assert (antwoord.status_code, zaak.status) == (http, status)


def test_de_pagina_kost_hoogstens_dertien_vragen(client):
    zaak = voordeur.zaak("vraagverheldering", ontvangen_op=datetime.date(2026, 11, 2))
    client.als(voordeur.administratie())
    client.get(url(zaak))

    with CaptureQueriesContext(connection) as vragen:
        client.get(url(zaak))

    assert len(voordeur.zonder_transactie(vragen)) <= 13, "\n".join(voordeur.zonder_transactie(vragen))
