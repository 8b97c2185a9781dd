"""Asking the BRP at the desk: who may, what it shows, what is written down."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import VANDAAG, DossierFabriek, InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.toegang.brpwereld import ANNA, BEN, DOOD, ELDERS, EVA, GEHEIM, VERHUISD, brp, overnemen, persoon
from tests.voorzieningen.opstelling import collega, zaak_met_consulent
from toegang.brp_zoeken import bsn_van_keuze, delen_van
from toegang.models import Brpstand, Contactmoment, Inwoner, Inzage, Taak
from toegang.rechten import Rol
from toegang.usecases.inwoner_uit_brp import inwoner_uit_brp

__all__ = ["brp"]
pytestmark = pytest.mark.django_db
URL = "/toegang/inwoner/brp/"
OP_NAAM = {"zoek_naam": "Anna van Peeters", "zoek_geboren": "3-4-1948"}
OP_ADRES = {"zoek_postcode": "5921 AB", "zoek_huisnummer": "12"}
OP_BSN = {"zoek_bsn": ANNA}


@pytest.fixture
def desk(client):
    medewerker = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    client.als(medewerker)
    client.medewerker = medewerker
    return client


def keuze(antwoord) -> str:
    return antwoord.context["resultaat"].treffers[0].keuze


def test_het_adres(desk):
    assert reverse("toegang:brp_zoeken") == URL


@pytest.mark.parametrize(
    ("rol", "http"),
    [
        (Rol.KCC, 200),
        (Rol.ADMINISTRATIE, 200),
        *((r, 403) for r in Rol if r not in (Rol.KCC, Rol.ADMINISTRATIE)),
    ],
)
def test_wie_in_de_brp_mag_zoeken(client, brp, rol, http):
    brp.zet(persoon())

    antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(URL, OP_NAAM)

    assert antwoord.status_code == http
    assert brp.verzoeken == (http == 200)


@pytest.mark.parametrize("vraag", [OP_NAAM, OP_ADRES, OP_BSN])
def test_een_treffer_toont_genoeg_om_te_herkennen_en_niet_meer(desk, brp, vraag):
    brp.zet(persoon())

    tekst = desk.post(URL, vraag).text

    assert "A.M. van Peeters" in tekst
    assert ">1948<" in tekst
    assert ">Kerkstraat<" in tekst
    assert "Kerkstraat 12" not in tekst
    assert ANNA not in tekst.replace(f'value="{ANNA}"', "")  # only what the desk itself typed
    assert {"nationaliteiten", "verblijfplaats.verblijfadres"}.isdisjoint(brp.gevraagd[0]["fields"])


def test_de_naam_wordt_zo_gevraagd_dat_de_brp_hem_kent(desk, brp):
    desk.post(URL, OP_NAAM)

    vraag = brp.gevraagd[0]
    assert (vraag["geslachtsnaam"], vraag["voorvoegsel"], vraag["voornamen"]) == ("Peeters", "van", "Anna*")


@pytest.mark.parametrize(
    ("naam", "delen"),
    [
        ("Peeters", ("", "", "Peeters")),
        ("A.M. Peeters", ("", "", "Peeters")),
        ("Anna Maria van der Meer-de Wit", ("Anna Maria*", "van der", "Meer-de Wit")),
        ("van der Meer", ("", "van der", "Meer")),
        ("de", ("", "", "de")),
        ("", ("", "", "")),
    ],
)
def test_delen_van_een_naam(naam, delen):
    assert delen_van(naam) == delen


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ({"zoek_naam": "Peeters"}, "De BRP zoekt op achternaam met de hele geboortedatum"),
        ({"zoek_naam": "Peeters", "zoek_geboren": "april 1948"}, "De BRP zoekt op achternaam"),
        ({"zoek_postcode": "5921AB"}, "Vul een achternaam met geboortedatum"),
        ({}, "Vul een achternaam met geboortedatum"),
        ({"zoek_bsn": "123456789"}, "klopt niet"),
        ({"zoek_naam": "Peeters", "zoek_geboren": "31-2-1948"}, "bestaat niet"),
        ({"zoek_naam": "بيترز", "zoek_geboren": "3-4-1948"}, "Gebruik letters"),
        ({"zoek_naam": "🙂", "zoek_geboren": "3-4-1948"}, "Gebruik letters"),
        ({"zoek_naam": "x" * 100_000, "zoek_geboren": "3-4-1948"}, "Hier passen 200 tekens"),
    ],
)
def test_wat_niet_kan_krijgt_een_zin_en_blijft_staan(desk, brp, vraag, zin):
    antwoord = desk.post(URL, vraag)

    assert antwoord.status_code == 200
    assert zin in antwoord.text
    for waarde in vraag.values():
        assert waarde in antwoord.text


def test_hoogstens_tien(desk, brp):
    bsns = [f"{n:09}" for n in range(999900000, 999900200)]
    geldig = [
        b
        for b in bsns
        if sum(int(c) * g for c, g in zip(b, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0
    ]
    brp.zet(*[persoon(b) for b in geldig[:12]])

    resultaat = desk.post(URL, OP_ADRES).context["resultaat"]
    te_veel = desk.post(URL, OP_NAAM)

    assert (len(resultaat.treffers), resultaat.meer) == (10, True)
    assert "te veel mensen" in te_veel.text


def test_een_geheim_adres_wordt_nooit_bevestigd(desk, brp):
    brp.zet(persoon(**GEHEIM), persoon(BEN))

    op_adres = desk.post(URL, OP_ADRES).context["resultaat"]
    op_naam = desk.post(URL, OP_NAAM)

    assert len(op_adres.treffers) == 1
    assert [t.straat for t in op_naam.context["resultaat"].treffers] == ["", "Kerkstraat"]
    assert "niet getoond" in op_naam.text


@pytest.mark.parametrize("vraag", [OP_NAAM, OP_ADRES, OP_BSN])
def test_wie_afgeschermd_is_vindt_niemand_ook_niet_in_de_brp(desk, brp, vraag):
    brp.zet(persoon())
    DossierFabriek(inwoner=InwonerFabriek(bsn=ANNA), afgeschermd=True)

    antwoord = desk.post(URL, vraag)
    niemand = desk.post(URL, {"zoek_naam": "Zzz", "zoek_geboren": "3-4-1948"})

    assert "Niemand gevonden in de BRP" in antwoord.text
    assert "Peeters" not in antwoord.text.replace('value="Anna van Peeters"', "")
    assert "Niemand gevonden in de BRP" in niemand.text
    with pytest.raises(ValidationError, match="kent niemand"):
        inwoner_uit_brp(bsn=ANNA, door=desk.medewerker.actor, nu=timezone.now())


def test_overnemen_maakt_een_inwoner_en_nooit_een_tweede(desk, brp):
    brp.zet(persoon())
    een, twee = keuze(desk.post(URL, OP_NAAM)), keuze(desk.post(URL, OP_NAAM))

    antwoorden = [desk.post(URL, {"keuze": k, "terug": "/toegang/contact/nieuw/"}) for k in (een, twee)]

    anna = Inwoner.objects.get()
    assert {a["Location"] for a in antwoorden} == {f"/toegang/contact/nieuw/?concept=ja&inwoner={anna.pk}"}
    assert (anna.bron, anna.huisnummer, anna.history.count()) == ("brp", 12, 1)
    assert Brpstand.objects.get().uitkomst == "gevonden"
    assert anna.history.get().history_user == desk.medewerker.actor


def test_overnemen_werkt_de_inwoner_bij_die_er_al_was(desk, brp):
    inwoner = InwonerFabriek(bsn=ANNA, telefoon="0612345678", geslachtsnaam="Peters")
    brp.zet(persoon())
    antwoord = desk.post(URL, OP_BSN)
    assert "Kies en werk bij" in antwoord.text

    desk.post(URL, {"keuze": keuze(antwoord)})

    inwoner.refresh_from_db()
    assert (inwoner.geslachtsnaam, inwoner.telefoon, Inwoner.objects.count()) == ("Peeters", "0612345678", 1)


def test_dubbelklik_op_overnemen_vraagt_een_keer(desk, brp):
    brp.zet(persoon())
    gekozen, sleutel = keuze(desk.post(URL, OP_NAAM)), uuid.uuid4()

    antwoorden = [desk.post(URL, {"keuze": gekozen}, sleutel=sleutel) for _ in range(3)]

    assert [a.status_code for a in antwoorden] == [302] * 3
    assert brp.verzoeken == 2  # the search and one answer
    assert Inwoner.objects.count() == 1


def test_de_keuze_van_een_ander_of_van_gisteren_geldt_niet(desk, brp):
    brp.zet(persoon())
    gekozen = keuze(desk.post(URL, OP_NAAM))
    ander = MedewerkerFabriek(rollen=[Rol.KCC]).actor

    assert bsn_van_keuze(desk.medewerker.actor, gekozen) == ANNA
    for lezer, token in (
        (ander, gekozen),
        (desk.medewerker.actor, gekozen[:-1]),
        (desk.medewerker.actor, ANNA),
    ):
        with pytest.raises(ValueError, match="verlopen"):
            bsn_van_keuze(lezer, token)
    antwoord = desk.post(URL, {"keuze": "onzin"})
    assert "Deze keuze is verlopen" in antwoord.text
    assert not Inwoner.objects.exists()


def test_terug_gaat_nooit_naar_een_andere_site(desk, brp):
    brp.zet(persoon())

    antwoord = desk.post(URL, {"keuze": keuze(desk.post(URL, OP_NAAM)), "terug": "https://kwaad.example/"})

    assert antwoord["Location"] == URL


@pytest.mark.parametrize(
    ("storing", "zin"),
    [
        (503, "De BRP antwoordt niet. Vul de gegevens met de hand in; wij vragen het later opnieuw."),
        ("stilte", "De BRP antwoordt niet."),
        ("rommel", "De BRP gaf een antwoord dat wij niet kunnen lezen."),
        (403, "De BRP weigert onze vraag."),
    ],
)
def test_als_de_brp_niet_antwoordt_gaat_de_balie_verder(desk, brp, storing, zin):
    brp.gaat_mis(*[storing] * 4)

    antwoord = desk.post(URL, OP_NAAM)

    assert zin in antwoord.text
    assert 'value="Anna van Peeters"' in antwoord.text
    assert Inzage.objects.filter(scherm="brp_zoeken", inwoner=None).count() == 1  # asked is written down


def test_als_het_bij_overnemen_misgaat_komt_er_niets_halfs(desk, brp):
    brp.zet(persoon())
    gekozen = keuze(desk.post(URL, OP_NAAM))
    brp.gaat_mis(503, 503)

    assert "De BRP antwoordt niet" in desk.post(URL, {"keuze": gekozen}).text
    assert not Inwoner.objects.exists()
    assert desk.post(URL, {"keuze": gekozen}).status_code == 302


def test_wie_is_getoond_staat_in_het_log_zonder_bsn(desk, brp):
    bekend = InwonerFabriek(bsn=ANNA)
    brp.zet(persoon(), persoon(BEN))

    desk.post(URL, OP_ADRES)

    rijen = list(Inzage.objects.filter(scherm="brp_zoeken").order_by("pk"))
    assert [r.inwoner for r in rijen] == [None, bekend.pk, None]
    assert {r.actie for r in rijen} == {"brp_bevragen"}
    assert all(r.grond.startswith("BRP: wie is de inwoner") for r in rijen)
    assert len({r.grond for r in rijen}) == 2  # the third says by its keyed index whom it was about
    assert not any(bsn in str(vars(r)) for r in rijen for bsn in (ANNA, BEN))


def test_zonder_instelling_staat_er_een_zin_en_wordt_niets_gevraagd(desk, settings):
    settings.BRP = {**settings.BRP, "url": ""}

    assert "staat uit" in desk.get(URL).text
    assert "staat uit" in desk.post(URL, OP_NAAM).text
    with pytest.raises(ValidationError, match="staat uit"):
        inwoner_uit_brp(bsn=ANNA, door=desk.medewerker.actor, nu=timezone.now())


@pytest.mark.parametrize("rol", [r for r in Rol if r not in (Rol.KCC, Rol.ADMINISTRATIE)])
def test_overnemen_is_werk_van_de_voordeur(brp, rol):
    with pytest.raises(PermissionDenied):
        inwoner_uit_brp(bsn=ANNA, door=MedewerkerFabriek(rollen=[rol]).actor, nu=timezone.now())
    assert brp.verzoeken == 0


# Asking again about an inwoner of a dossier


@pytest.mark.parametrize(
    ("wie", "http"),
    [
        ("regisseur", 302),
        ("teamgenoot", 302),
        ("teamleider", 302),
        ("administratie", 302),
        ("ander_team", 404),
        ("andere_wet", 404),
        ("kcc", 403),
        ("toetser", 403),
        ("beheerder", 403),
    ],
)
def test_wie_het_opnieuw_mag_vragen(client, brp, wie, http):
    zaak, _ = zaak_met_consulent(dossier__inwoner=InwonerFabriek(bsn=ANNA))
    brp.zet(persoon(**VERHUISD))

    antwoord = client.als(collega(wie, zaak)).post(
        reverse("toegang:brp_verversen", args=[zaak.dossier.inwoner_id])
    )

    assert antwoord.status_code == http
    assert brp.verzoeken == (http == 302)


def test_opnieuw_vragen_meldt_wat_er_veranderde_en_schrijft_op(client, brp):
    anna = overnemen(persoon(), vandaag=VANDAAG).inwoner
    zaak, regisseur = zaak_met_consulent(dossier__inwoner=anna)
    adres = reverse("toegang:brp_verversen", args=[anna.pk])
    client.als(regisseur)
    brp.zet(persoon(**DOOD))

    assert "De BRP is nog niet gevraagd" in client.get(adres).text
    antwoord = client.post(adres, follow=True)

    assert "De gegevens zijn bijgewerkt." in antwoord.text
    assert "Laatst gevraagd op" in antwoord.text
    assert Taak.objects.filter(sleutel=f"brp_overleden:{zaak.pk}").exists()
    assert Inzage.objects.filter(scherm="brp_verversen", inwoner=anna.pk, actie="brp_bevragen").count() == 3
    assert "De gegevens klopten al." in client.post(adres, follow=True).text


def test_opnieuw_vragen_zonder_bsn_zegt_wat_wel_kan(client, brp):
    zaak, regisseur = zaak_met_consulent()

    antwoord = client.als(regisseur).post(reverse("toegang:brp_verversen", args=[zaak.dossier.inwoner_id]))

    assert "Zoek eerst in de BRP op naam of adres" in antwoord.text


# The page of a change


def pagina(zaak) -> str:
    return reverse("toegang:brp_wijziging", args=[zaak.pk])


@pytest.mark.parametrize(
    ("wie", "http", "dicht"),
    [
        ("regisseur", 302, True),
        ("teamgenoot", 302, True),
        ("teamleider", 302, True),
        ("administratie", 302, True),
        ("ander_team", 404, False),
        ("kcc", 404, False),
        ("toetser", 404, False),
    ],
)
def test_wie_een_wijziging_afhandelt(client, wie, http, dicht):
    anna = overnemen(persoon(), vandaag=VANDAAG).inwoner
    zaak, _ = zaak_met_consulent(dossier__inwoner=anna)
    overnemen(persoon(**ELDERS), vandaag=VANDAAG)

    antwoord = client.als(collega(wie, zaak)).post(pagina(zaak), {"wijziging": "andere_gemeente"})

    assert antwoord.status_code == http
    assert Taak.objects.open().exists() is not dicht


@pytest.mark.parametrize(
    ("soort", "zin", "artikel"),
    [
        ("gewoon", "Eindigt in onze gemeente.", "1.2.1 onder a"),
        ("beschermd_wonen", "Blijft bij ons.", "1.2.1 onder b"),
        ("opvang", "Blijft bij ons.", "1.2.1 onder c"),
    ],
)
def test_een_verhuizing_toont_de_wet_en_laat_de_mens_besluiten(client, soort, zin, artikel):
    anna = overnemen(persoon(), vandaag=VANDAAG).inwoner
    zaak, regisseur = zaak_met_consulent(dossier__inwoner=anna, soort=soort)
    overnemen(persoon(**ELDERS), vandaag=VANDAAG)

    tekst = client.als(regisseur).get(pagina(zaak)).text

    assert zin in tekst
    assert artikel in tekst
    assert "er eindigt niets vanzelf" in tekst
    assert ("Kijk ook naar" in tekst) is zin.startswith("Eindigt")
    zaak.refresh_from_db()
    assert zaak.is_open


def test_een_geheim_adres_wijst_naar_afschermen_en_staat_nergens(client, brp):
    anna = overnemen(persoon(), vandaag=VANDAAG).inwoner
    zaak, regisseur = zaak_met_consulent(dossier__inwoner=anna)
    overnemen(persoon(**GEHEIM), vandaag=VANDAAG)
    teamgenoot = collega("teamgenoot", zaak)

    tekst = client.als(regisseur).get(pagina(zaak)).text
    assert reverse("toegang:afschermen", args=[zaak.dossier_id]) in tekst
    for adres in (
        pagina(zaak),
        reverse("toegang:zaken"),
        reverse("toegang:mijn_werk"),
        reverse("toegang:zaak", args=[zaak.pk]),
    ):
        assert "Kerkstraat" not in client.als(teamgenoot).get(adres).text
    desk = client.als(MedewerkerFabriek(rollen=[Rol.KCC]))
    assert "Kerkstraat" not in desk.post(reverse("toegang:zoeken"), {"zoek": "Peeters 3-4-1948"}).text
    assert "Peeters" not in desk.post(reverse("toegang:zoeken"), {"zoek": "5921AB 12"}).text


def test_zonder_wijziging_zegt_de_pagina_dat(client):
    zaak, regisseur = zaak_met_consulent()

    assert "Er is geen wijziging uit de BRP" in client.als(regisseur).get(pagina(zaak)).text


def test_een_onbekende_wijziging_afhandelen_doet_niets(client):
    zaak, regisseur = zaak_met_consulent()

    assert client.als(regisseur).post(pagina(zaak), {"wijziging": "onzin"}).status_code == 302


def test_wie_de_brp_niet_kent_staat_op_de_pagina(client, brp):
    from toegang.usecases.brp_verversen import brp_verversen

    zaak = ZaakFabriek(dossier__inwoner=InwonerFabriek(bsn=EVA, bron="brp"))
    brp_verversen(nu=timezone.now())
    desk = client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]))

    assert "De BRP herkent deze inwoner niet" in desk.get(pagina(zaak)).text
    desk.post(pagina(zaak), {"wijziging": "uitzoeken"})
    assert not Taak.objects.open().exists()


# From the contact screen and back

CONTACT = "/toegang/contact/nieuw/"
GETYPT = {
    "formuliernaam": "contact",
    "kanaal": "telefoon",
    "vraag_tekst": "Ik val steeds.",
    "namens": "nee",
    "gevaar": "nee",
}


def test_het_contact_reist_mee_naar_de_brp_en_terug(client, brp):
    brp.zet(persoon())
    client.als(MedewerkerFabriek(rollen=[Rol.KCC]))
    gezocht = client.post(CONTACT, GETYPT | OP_NAAM | {"zoeken": "ja"})
    assert f'formaction="{URL}?terug={CONTACT}"' in gezocht.text

    in_brp = client.post(f"{URL}?terug={CONTACT}", GETYPT | OP_NAAM | {"zoeken": "ja"})
    assert "Ik val steeds." in in_brp.text
    gekozen = client.post(URL, GETYPT | OP_NAAM | {"keuze": keuze(in_brp), "terug": CONTACT})
    terug = client.get(gekozen["Location"])

    anna = Inwoner.objects.get()
    formulier = terug.context["formulier"]
    assert (formulier["vraag_tekst"].value(), formulier["wie"].value()) == ("Ik val steeds.", str(anna.pk))
    assert "A.M. van Peeters" in terug.text
    klaar = client.post(
        CONTACT,
        GETYPT | OP_NAAM | {"wie": str(anna.pk), "gezocht": terug.context["gezocht"], "bereik": "brief"},
    )
    assert (klaar.status_code, Contactmoment.objects.get().inwoner) == (302, anna)


def test_terug_zonder_iemand_te_kiezen_verliest_niets(client, brp):
    client.als(MedewerkerFabriek(rollen=[Rol.KCC]))

    antwoord = client.post(URL, GETYPT | OP_NAAM | {"stoppen": "ja", "terug": CONTACT})

    assert antwoord["Location"] == f"{CONTACT}?concept=ja"
    assert "Ik val steeds." in client.get(antwoord["Location"]).text


@pytest.mark.parametrize("wie", ["onzin", "4d3c0b6e-9f2a-4b7e-8a55-0f6f3f6f1c11"])
def test_een_sleutel_van_niemand_is_een_gewoon_leeg_formulier(client, wie):
    antwoord = client.als(MedewerkerFabriek(rollen=[Rol.KCC])).get(CONTACT, {"inwoner": wie})

    assert antwoord.status_code == 200
    assert not antwoord.context["formulier"]["wie"].value()


def test_een_sleutel_van_een_afgeschermde_toont_niemand(client):
    dossier = DossierFabriek(afgeschermd=True)

    antwoord = client.als(MedewerkerFabriek(rollen=[Rol.KCC])).get(
        CONTACT, {"inwoner": str(dossier.inwoner_id)}
    )

    assert dossier.inwoner.geslachtsnaam not in antwoord.text


def test_zonder_koppeling_staat_er_geen_knop(client):
    antwoord = client.als(MedewerkerFabriek(rollen=[Rol.KCC])).post(
        CONTACT, GETYPT | OP_NAAM | {"zoeken": "ja"}
    )

    assert "Zoek in de BRP" not in antwoord.text


@pytest.mark.parametrize(("wie", "wel"), [("regisseur", True), ("administratie", True), ("kcc", False)])
def test_de_pagina_van_een_inwoner_leidt_naar_de_vraag(client, brp, wie, wel):
    zaak, _ = zaak_met_consulent(dossier__inwoner=InwonerFabriek(bsn=ANNA))
    pk = zaak.dossier.inwoner_id

    antwoord = client.als(collega(wie, zaak)).get(reverse("toegang:inwoner", args=[pk]))

    assert (reverse("toegang:brp_verversen", args=[pk]) in antwoord.text) is wel
