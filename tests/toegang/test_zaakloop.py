"""Beside the way of a zaak: opened again, another law, haste, a heronderzoek, a late plan, what was told."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.papier import leeg_papier
from tests.toegang import voordeur
from toegang.briefsoorten import briefsoort
from toegang.models import Actor, Brief, Gebeurtenis, Taak, Zaak, Zaaksoort
from toegang.ontvangst import bevestiging_van
from toegang.rechten import Rol, Wet
from toegang.statussen import OngeldigeOvergang, ZaakStatus
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from toegang.usecases.bericht_versturen import berichten_versturen
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.usecases.heronderzoek_openen import heronderzoek_openen
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.ontvangsten_bevestigen import ontvangsten_bevestigen
from toegang.usecases.persoonlijk_plan_vastleggen import persoonlijk_plan_vastleggen
from toegang.usecases.spoed_vastleggen import spoed_vastleggen
from toegang.usecases.uitleg_vastleggen import uitleg_vastleggen
from toegang.usecases.zaak_afsluiten import zaak_afsluiten
from toegang.usecases.zaak_heropenen import zaak_heropenen
from toegang.usecases.zaak_openen import zaak_openen
from toegang.usecases.zaak_wet_wijzigen import zaak_wet_wijzigen
from toegang.werkvoorraad import GROEPEN

pytestmark = pytest.mark.django_db
D = datetime.date
VANDAAG = voordeur.VANDAAG
EEN_WEEK_LATER = D(2026, 12, 10)


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def met_aanvraag(**anders):
    zaak, door = voordeur.zaak(**anders), voordeur.administratie().actor
    aanvraag_registreren(
        zaak_id=zaak.pk, door=door, vandaag=VANDAAG, nu=timezone.now(), ontvangen_op=VANDAAG, wijze="formulier",
        gevraagd="Hulp in huis",
    )  # fmt: skip
    zaak.refresh_from_db()
    return zaak


# --- opened again ---------------------------------------------------------------------------------


def heropend(zaak, door=None, *, vandaag=EEN_WEEK_LATER, reden="Verkeerde zaak afgesloten."):
    return zaak_heropenen(
        zaak_id=zaak.pk, reden=reden, door=door or voordeur.administratie().actor, vandaag=vandaag
    )


def test_heropenen_laat_de_oude_klok_en_de_aanvraag_doorlopen():
    zaak = met_aanvraag()
    door = voordeur.administratie().actor
    voor = {t.soort: t.uiterste_datum for t in zaak.termijnen.lopend()}
    zaak_afsluiten(zaak_id=zaak.pk, door=door, vandaag=VANDAAG, reden="ingetrokken", schriftelijk=True)

    heropend(zaak)
    zaak.refresh_from_db()

    assert (zaak.status, zaak.heropend_op, zaak.ingetrokken_op) == ("nieuw", D(2026, 12, 10), None)
    assert {t.soort: t.uiterste_datum for t in zaak.termijnen.lopend()} == voor
    assert zaak.eerstvolgende_op == voor["besluit"]
    assert zaak.aanvragen.get().status == "open"
    assert zaak.history.first().history_change_reason == "heropend: Verkeerde zaak afgesloten."
    assert Taak.objects.open().filter(zaak=zaak, sleutel__startswith="heropend").count() == 1
    assert Gebeurtenis.objects.filter(zaak=zaak, soort="zaak_heropend").count() == 1


@pytest.mark.parametrize("status", ["vraagverheldering", "te_verdelen"])
def test_heropenen_gaat_terug_naar_waar_de_zaak_stond(status, monkeypatch):
    zaak = voordeur.zaak(status, monkeypatch=monkeypatch)
    zaak_afsluiten(zaak_id=zaak.pk, door=Actor.objects.systeem(), vandaag=VANDAAG, reden="overleden")

    heropend(zaak)
    zaak.refresh_from_db()

    assert zaak.status == status


def test_wat_voor_het_afsluiten_al_voorbij_was_blijft_voorbij():
    zaak, door = voordeur.zaak(), voordeur.administratie().actor
    persoonlijk_plan_vastleggen(zaak_id=zaak.pk, door=door, vandaag=VANDAAG, keuze="ziet_af")
    zaak_afsluiten(zaak_id=zaak.pk, door=door, vandaag=VANDAAG, reden="beantwoord")

    heropend(zaak)

    assert [t.soort for t in zaak.termijnen.lopend()] == ["onderzoek"]


def test_heropenen_kan_niet_na_een_besluit_of_zonder_reden(monkeypatch):
    zaak = voordeur.zaak("te_verdelen", monkeypatch=monkeypatch)
    with pytest.raises(OngeldigeOvergang, match="nog open"):
        heropend(zaak)
    zaak.status = ZaakStatus.BESLUITVORMING
    zaak.bewaren(door=Actor.objects.systeem(), reden="test")
    zaak_afsluiten(zaak_id=zaak.pk, door=Actor.objects.systeem(), vandaag=VANDAAG, reden="besluit")

    with pytest.raises(OngeldigeOvergang, match="eindigde met een besluit"):
        heropend(zaak)
    andere = voordeur.zaak()
    zaak_afsluiten(zaak_id=andere.pk, door=Actor.objects.systeem(), vandaag=VANDAAG, reden="beantwoord")
    with pytest.raises(ValidationError, match="minstens 10 tekens"):
        heropend(andere, reden="fout")


@pytest.mark.parametrize(
    ("wie", "http"),
    [("administratie", 302), ("teamlead", 302), ("consulent", 403), ("procescoordinator", 403), ("kcc", 404)],
)
def test_wie_een_zaak_weer_opent(client, monkeypatch, wie, http):
    zaak = voordeur.zaak("te_verdelen", monkeypatch=monkeypatch)
    zaak_afsluiten(zaak_id=zaak.pk, door=Actor.objects.systeem(), vandaag=VANDAAG, reden="ingetrokken")
    in_team = {"team": zaak.wijkteam, "team__rol": Rol(wie)} if wie not in ("administratie", "kcc") else {}
    client.als(MedewerkerFabriek(rollen=[] if in_team else [Rol(wie)], **in_team))

    antwoord = client.post(f"/toegang/zaak/{zaak.pk}/heropenen/", {"reden": "Verkeerde zaak afgesloten."})

    zaak.refresh_from_db()
    assert (antwoord.status_code, zaak.is_open) == (http, http == 302)


# --- another law ----------------------------------------------------------------------------------


def test_een_andere_wet_begint_de_klokken_opnieuw_vanaf_dezelfde_dag():
    zaak = met_aanvraag(ontvangen_op=D(2026, 11, 30))
    voordeur_brief = voordeur.administratie().actor

    zaak_wet_wijzigen(zaak_id=zaak.pk, wet=Wet.JEUGDWET, soort="gewoon", door=voordeur_brief, vandaag=VANDAAG)
    zaak.refresh_from_db()

    lopend = {t.soort: (t.begint_op, t.artikel) for t in zaak.termijnen.lopend()}
    assert lopend == {"besluit": (VANDAAG, "Awb art. 4:13")}
    assert zaak.eerstvolgende_op == D(2027, 1, 28)
    assert zaak.termijnen.filter(vervallen_op=VANDAAG).count() == 3


def test_een_brief_die_nog_niet_weg_is_vervalt_met_de_wet():
    zaak = voordeur.zaak()
    ontvangsten_bevestigen(vandaag=VANDAAG)

    zaak_wet_wijzigen(
        zaak_id=zaak.pk,
        wet=Wet.SCHULDHULP,
        soort="gewoon",
        door=voordeur.administratie().actor,
        vandaag=VANDAAG,
    )

    assert Brief.objects.get(zaak=zaak).status == "vervallen"
    assert zaak.termijnen.lopend().get().artikel == "Wgs art. 4 lid 1"


def test_na_het_verdelen_ligt_de_wet_vast(client, monkeypatch):
    zaak = voordeur.zaak("te_verdelen", monkeypatch=monkeypatch)
    zaak.status = ZaakStatus.ONDERZOEK
    zaak.bewaren(door=Actor.objects.systeem(), reden="test")
    client.als(voordeur.administratie())

    tekst = client.get(f"/toegang/zaak/{zaak.pk}/wet/").content.decode()

    assert "De wet kan veranderen tot de zaak een regisseur heeft" in tekst
    with pytest.raises(OngeldigeOvergang):
        zaak_wet_wijzigen(
            zaak_id=zaak.pk, wet=Wet.GPK, soort="gewoon", door=voordeur.administratie().actor, vandaag=VANDAAG
        )


@pytest.mark.parametrize(
    ("rol", "http"), [(Rol.ADMINISTRATIE, 302), (Rol.KCC, 404), (Rol.CONSULENT, 404), (Rol.BEHEERDER, 404)]
)
def test_wie_de_wet_wijzigt(client, rol, http):
    zaak = voordeur.zaak()

    antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(
        f"/toegang/zaak/{zaak.pk}/wet/", {"wet": "jeugdwet", "soort": "gewoon"}
    )

    zaak.refresh_from_db()
    assert (antwoord.status_code, zaak.wet) == (http, "jeugdwet" if http == 302 else "wmo")


# --- the beginning by law -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wet", "spoed", "klokken"),
    [
        (Wet.WMO, False, {"onderzoek": D(2027, 1, 14), "persoonlijk_plan": D(2026, 12, 10)}),
        (Wet.JEUGDWET, False, {}),
        (Wet.PARTICIPATIEWET, False, {}),
        (Wet.GPK, False, {}),
        (Wet.LEERLINGENVERVOER, False, {}),
        (Wet.SCHULDHULP, False, {"eerste_gesprek": D(2026, 12, 31)}),  # Wgs art. 4 lid 1: four weeks
        (
            Wet.SCHULDHULP,
            True,
            {"eerste_gesprek": D(2026, 12, 8)},
        ),  # lid 2: three working days, over a weekend
    ],
)
def test_elke_wet_heeft_haar_eigen_begin(wet, spoed, klokken):
    zaak = zaak_openen(
        contact_id=voordeur.contact().pk, door=voordeur.administratie().actor, vandaag=VANDAAG, wet=wet,
        onderwerp="geld", spoed=spoed, spoed_reden="Ontruiming" if spoed else "",
    )  # fmt: skip

    assert {t.soort: t.uiterste_datum for t in zaak.termijnen.lopend()} == klokken


def test_beschermd_wonen_en_opvang_hebben_de_termijnen_van_de_wmo_en_vallen_er_onder(client):
    contact = voordeur.contact()
    client.als(voordeur.administratie())
    gegevens = {"wet": "jeugdwet", "onderwerp": "wonen", "soort": "opvang", "spoed": "nee"}

    fout = client.post(f"/toegang/contact/{contact.pk}/zaak-openen/", gegevens).content.decode()
    client.post(f"/toegang/contact/{contact.pk}/zaak-openen/", gegevens | {"wet": "wmo"})

    assert "Beschermd wonen en opvang vallen onder de Wmo 2015" in fout
    zaak = Zaak.objects.get()
    assert (zaak.soort, zaak.termijnen.get(soort="onderzoek").uiterste_datum) == ("opvang", D(2027, 1, 14))


def test_een_nood_in_een_zaak_het_scherm_vraagt_of_het_een_andere_is(client):
    inwoner = InwonerFabriek()
    eerste = voordeur.zaak(inwoner=inwoner)
    contact = voordeur.contact(inwoner=inwoner)
    client.als(voordeur.administratie())
    adres, gegevens = f"/toegang/contact/{contact.pk}/zaak-openen/", {"wet": "wmo", "onderwerp": "huishouden"}

    tekst = client.post(adres, gegevens | {"spoed": "nee"}).content.decode()
    assert f"Hierover loopt al een zaak: {eerste.kenmerk}" in tekst
    client.post(adres, gegevens | {"spoed": "nee", "onderwerp": "vervoer"})

    assert Zaak.objects.filter(dossier__inwoner=inwoner).count() == 2


# --- heronderzoek ---------------------------------------------------------------------------------


def test_heronderzoek_is_een_eigen_zaak_zonder_de_zes_weken(monkeypatch):
    zaak = voordeur.zaak("te_verdelen", monkeypatch=monkeypatch)
    systeem = Actor.objects.systeem()
    zaak_afsluiten(zaak_id=zaak.pk, door=systeem, vandaag=VANDAAG, reden="ingetrokken")

    nieuw = [heronderzoek_openen(zaak_id=zaak.pk, door=systeem, vandaag=D(2027, 6, 1)) for _ in range(2)]

    assert nieuw[0].pk == nieuw[1].pk
    assert (nieuw[0].vorige_zaak_id, nieuw[0].soort, nieuw[0].wijkteam) == (
        zaak.pk,
        "heronderzoek",
        zaak.wijkteam,
    )
    assert [t.soort for t in nieuw[0].termijnen.lopend()] == ["persoonlijk_plan"]
    assert Taak.objects.open().filter(zaak=nieuw[0], rol=Rol.TEAMLEAD).count() == 1


def test_heronderzoek_wacht_op_het_einde_van_de_zaak():
    with pytest.raises(OngeldigeOvergang, match="loopt nog"):
        heronderzoek_openen(zaak_id=voordeur.zaak().pk, door=Actor.objects.systeem(), vandaag=VANDAAG)


# --- haste ----------------------------------------------------------------------------------------


def test_spoed_staat_bovenaan_tot_er_tijdelijke_hulp_is():
    zaak, door = voordeur.zaak(), voordeur.administratie().actor

    spoed_vastleggen(zaak_id=zaak.pk, spoed=True, reden="Kan niet naar huis.", door=door, vandaag=VANDAAG)
    zaak.refresh_from_db()
    assert (zaak.eerstvolgende_op, Taak.objects.open().get(sleutel=f"spoed:{zaak.pk}").uiterlijk_op) == (
        zaak.gemeld_op, VANDAAG,
    )  # fmt: skip
    spoed_vastleggen(
        zaak_id=zaak.pk, spoed=True, reden="Kan niet naar huis.", maatregel="Opvang, drie nachten", vanaf_op=VANDAAG,
        door=door, vandaag=VANDAAG,
    )  # fmt: skip

    assert not Taak.objects.open().filter(sleutel=f"spoed:{zaak.pk}").exists()
    spoed_vastleggen(zaak_id=zaak.pk, spoed=False, reden="Weer thuis.", door=door, vandaag=VANDAAG)
    zaak.refresh_from_db()
    assert zaak.eerstvolgende_op == D(2027, 1, 14)


def test_spoed_gaat_met_de_zaak_naar_de_teamleider(monkeypatch):
    zaak, door = voordeur.zaak("vraagverheldering"), voordeur.administratie().actor
    spoed_vastleggen(zaak_id=zaak.pk, spoed=True, reden="Kan niet naar huis.", door=door, vandaag=VANDAAG)
    ontvangsten_bevestigen(vandaag=VANDAAG)
    from tests.fabrieken import WijkteamFabriek
    from toegang import onderdelen
    from toegang.usecases.zaak_doorzetten import zaak_doorzetten

    team = WijkteamFabriek()
    monkeypatch.setattr(onderdelen, "team_voor", lambda zaak: team)
    zaak_doorzetten(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)

    assert Taak.objects.open().get(sleutel=f"spoed:{zaak.pk}").rol == Rol.TEAMLEAD


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"reden": " "}, "waarom er spoed is"),
        ({"maatregel": "Opvang"}, "sinds wanneer"),
        ({"maatregel": "Opvang", "vanaf_op": D(2026, 12, 2)}, "op of na 3 december 2026"),
    ],
)
def test_spoed_wil_een_reden_en_bij_hulp_een_dag(velden, zin):
    with pytest.raises(ValidationError, match=zin):
        spoed_vastleggen(
            zaak_id=voordeur.zaak().pk, spoed=True, door=voordeur.administratie().actor, vandaag=VANDAAG,
            **({"reden": "Crisis"} | velden),
        )  # fmt: skip


def test_bedreigende_schulden_maken_het_gesprek_drie_werkdagen():
    zaak = voordeur.zaak(wet=Wet.SCHULDHULP)

    spoed_vastleggen(
        zaak_id=zaak.pk,
        spoed=True,
        reden="Morgen ontruiming.",
        door=voordeur.administratie().actor,
        vandaag=VANDAAG,
    )

    termijn = zaak.termijnen.lopend().get()
    assert (termijn.uiterste_datum, termijn.artikel) == (D(2026, 12, 8), "Wgs art. 4 lid 2")


# --- plan and what was told -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("op", "zin"), [(D(2026, 12, 10), "ontvangen."), (D(2026, 12, 11), "ontvangen, na de zeven dagen.")]
)
def test_een_plan_na_de_zeven_dagen_telt_mee_en_staat_er_zo(op, zin):
    zaak = voordeur.zaak()
    zaak.regisseur = MedewerkerFabriek()
    zaak.bewaren(door=Actor.objects.systeem(), reden="test")

    persoonlijk_plan_vastleggen(
        zaak_id=zaak.pk,
        door=Actor.objects.systeem(),
        vandaag=D(2026, 12, 14),
        keuze="ontvangen",
        ontvangen_op=op,
    )

    assert zaak.gebeurtenissen.get(soort="persoonlijk_plan_bekend").zin == f"Persoonlijk plan {zin}"
    assert Taak.objects.open().filter(sleutel__startswith="plan_te_laat").exists() is ("na" in zin)


def test_wat_verteld_is_houdt_zijn_eerste_dag():
    zaak, door = voordeur.zaak(), voordeur.administratie().actor

    for op in (VANDAAG, D(2026, 12, 7)):
        uitleg_vastleggen(
            zaak_id=zaak.pk, wat=["clientondersteuning", "persoonlijk_plan"], op=op, hoe="telefoon", door=door,
            vandaag=D(2026, 12, 8),
        )  # fmt: skip
    zaak.refresh_from_db()

    assert (zaak.clientondersteuning_verteld_op, zaak.persoonlijk_plan_hoe) == (VANDAAG, "telefoon")
    assert zaak.gebeurtenissen.filter(soort="uitleg_gegeven").count() == 2


def test_uitleg_op_het_scherm(client):
    zaak = voordeur.zaak()
    client.als(voordeur.administratie())

    client.post(
        f"/toegang/zaak/{zaak.pk}/uitleg/",
        {"wat": ["clientondersteuning"], "op": "3-12-2026", "hoe": "telefoon"},
    )
    tekst = client.get(f"/toegang/zaak/{zaak.pk}/vraagverheldering/").content.decode()

    assert "Verteld op 3 december 2026: aan de telefoon" in tekst
    with pytest.raises(PermissionDenied):
        uitleg_vastleggen(
            zaak_id=zaak.pk, wat=["clientondersteuning"], op=VANDAAG, hoe="telefoon", vandaag=VANDAAG,
            door=_lezer(zaak),
        )  # fmt: skip


def _lezer(zaak):
    """The administratie once the zaak is with a team: reads the process, writes no content."""
    from tests.fabrieken import WijkteamFabriek

    zaak.wijkteam = WijkteamFabriek()
    zaak.bewaren(door=Actor.objects.systeem(), reden="test")
    return voordeur.administratie().actor


# --- the receipt, by the job ----------------------------------------------------------------------


def test_de_avond_bevestigt_wat_niemand_bevestigde():
    te_doen, gedaan = voordeur.zaak(), voordeur.zaak("vraagverheldering")
    jeugd = voordeur.zaak(wet=Wet.JEUGDWET)
    ontvangst_bevestigen(zaak_id=gedaan.pk, door=voordeur.administratie().actor, vandaag=VANDAAG)

    assert [ontvangsten_bevestigen(vandaag=VANDAAG) for _ in range(2)] == [1, 0]

    assert Brief.objects.get(zaak=te_doen).verzenddatum == VANDAAG
    assert Brief.objects.filter(zaak=gedaan).count() == 1
    assert not Brief.objects.filter(zaak=jeugd).exists()


def test_de_avond_bevestigt_ook_een_aanvraag_en_elke_zaak_een_keer():
    """Awb art. 4:3a; also of an aanvraag that came in when a team was at work, not of one of long ago."""
    voordeur_ = voordeur.zaak(wet=Wet.JEUGDWET, soort="aanvraag")
    team = voordeur.zaak(wet=Wet.GPK, soort="aanvraag")
    team.status = ZaakStatus.BESLUITVORMING
    team.bewaren(door=Actor.objects.systeem(), reden="proef")
    oud = voordeur.zaak(wet=Wet.GPK, soort="aanvraag", vandaag=D(2026, 10, 1))
    oud.status = ZaakStatus.BESLUITVORMING
    oud.bewaren(door=Actor.objects.systeem(), reden="proef")

    assert [ontvangsten_bevestigen(vandaag=VANDAAG) for _ in range(2)] == [2, 0]

    onderwerpen = Brief.objects.order_by("pk").values_list("zaak", "onderwerp")
    assert set(onderwerpen) == {(z.pk, "Uw aanvraag is bij ons") for z in (voordeur_, team)}


def nog_een_aanvraag(zaak, gevraagd="Ook een tweede"):
    return aanvraag_registreren(
        zaak_id=zaak.pk, door=voordeur.administratie().actor, vandaag=VANDAAG, nu=timezone.now(), ontvangen_op=VANDAAG,
        wijze="formulier", gevraagd=gevraagd,
    )  # fmt: skip


@pytest.mark.parametrize("per_e_mail", [False, True])
def test_elke_aanvraag_in_een_zaak_krijgt_een_eigen_bevestiging(client, settings, per_e_mail):
    """Awb art. 4:3a: the second one too, in the way that was chosen, once, with its own last day."""
    settings.E_MAIL = {"aan": True, "van": "Gemeente Venlo <toegang@venlo.nl>"}
    wijze = {"bereik": "e_mail", "e_mail": "anna@voorbeeld.nl"} if per_e_mail else {}
    zaak = voordeur.zaak(wet=Wet.JEUGDWET, soort="aanvraag", **wijze)
    desk = voordeur.administratie()
    eerste = zaak.aanvragen.get()
    rijen = zaak.berichten if per_e_mail else zaak.brieven
    lijst = next(groep for groep in GROEPEN if groep.naam == "bevestigen").lijst
    adres = reverse("toegang:vraagverheldering", args=[zaak.pk])

    assert [ontvangsten_bevestigen(vandaag=VANDAAG) for _ in range(2)] == [1, 0]
    assert "Er is nog een aanvraag" not in client.als(desk).get(adres).content.decode()
    tweede, derde = nog_een_aanvraag(zaak), nog_een_aanvraag(zaak, "En een derde")
    assert zaak in lijst(desk.actor, VANDAAG)
    assert "Er is nog een aanvraag" in client.als(desk).get(adres).content.decode()
    assert [ontvangsten_bevestigen(vandaag=VANDAAG) for _ in range(2)] == [1, 0]
    weer = ontvangst_bevestigen(zaak_id=zaak.pk, door=desk.actor, vandaag=VANDAAG)

    assert weer in rijen.all()
    sleutels = {f"ontvangstbevestiging:{a.pk}" for a in (eerste, tweede, derde)}
    assert set(rijen.values_list("sleutel", flat=True)) == sleutels
    assert zaak.brieven.count() + zaak.berichten.count() == 3
    assert zaak not in lijst(desk.actor, VANDAAG)
    if (
        per_e_mail
    ):  # e-mail is not the way any more: each becomes a letter, the one that is decided meanwhile none
        derde.status, derde.afgedaan_op = "ingetrokken", VANDAAG
        derde.bewaren(door=desk.actor, reden="proef")
        settings.E_MAIL = {"aan": False, "van": ""}
        for _ in range(2):
            berichten_versturen(nu=timezone.now())
        assert set(zaak.brieven.values_list("bron_id", flat=True)) == {eerste.pk, tweede.pk}
        assert zaak.brieven.count() == 2


def test_elke_bevestiging_noemt_de_dagen_van_haar_eigen_aanvraag():
    zaak = voordeur.zaak(wet=Wet.GPK, soort="aanvraag", vandaag=D(2026, 11, 20))
    tweede = nog_een_aanvraag(zaak)
    ontvangst_bevestigen(zaak_id=zaak.pk, door=voordeur.administratie().actor, vandaag=VANDAAG)

    for brief in zaak.brieven.all():
        aanvraag = zaak.aanvragen.get(pk=brief.bron_id)
        gebouwd = briefsoort(brief.soort).bouwen(brief)
        assert gebouwd.ontvangen_op == aanvraag.ontvangen_op
        assert gebouwd.besluit_tot == aanvraag.termijnen.get().uiterste_datum
    assert tweede.termijnen.get().uiterste_datum > VANDAAG


@pytest.mark.parametrize("verstuurd", [True, False])
def test_een_andere_wet_vraagt_een_andere_bevestiging(verstuurd):
    """What was sent told of the wrong law: the right one follows. What was not sent lapses, and the job asks again."""
    zaak, door = voordeur.zaak(wet=Wet.JEUGDWET, soort="aanvraag"), voordeur.administratie().actor
    oud = ontvangst_bevestigen(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)
    if verstuurd:
        assert brief_maken(brief_id=oud.pk, nu=timezone.now(), pdf=leeg_papier)
        brief_verzenden(brief_id=oud.pk, door=door, vandaag=VANDAAG, verzonden_op=VANDAAG)

    zaak_wet_wijzigen(zaak_id=zaak.pk, wet=Wet.WMO, soort="gewoon", door=door, vandaag=VANDAAG)
    ontvangsten_bevestigen(vandaag=VANDAAG)

    geldig = (
        zaak.brieven.exclude(status="vervallen").order_by("gevraagd_om").values_list("onderwerp", flat=True)
    )
    oude = ["Uw aanvraag is bij ons"] if verstuurd else []
    assert list(geldig) == [*oude, "Uw vraag om hulp is bij ons"]
    assert bevestiging_van(zaak).bron_id == zaak.pk


TRAGE_WERKER = """
import datetime, time
import django
django.setup()
from toegang.usecases import ontvangsten_bevestigen as job
echt = job.ontvangst_bevestigen
def traag(**wat):
    brief = echt(**wat)
    time.sleep(0.4)
    return brief
job.ontvangst_bevestigen = traag
job.ontvangsten_bevestigen(vandaag=datetime.date(2026, 12, 3))
"""


@pytest.mark.traag
@pytest.mark.django_db(transaction=True)
def test_een_gedode_werker_bevestigt_elke_zaak_toch_een_keer(andere_werker):
    """Killed with one in hand: what it did stands, what it was doing is undone, the next round does the rest."""
    zaken = [voordeur.zaak() for _ in range(4)] + [
        voordeur.zaak(wet=Wet.GPK, soort="aanvraag") for _ in range(2)
    ]

    werker = andere_werker(TRAGE_WERKER)
    werker.doden_als(lambda: Brief.objects.count() >= 2)
    gedaan = Brief.objects.count()
    ontvangsten_bevestigen(vandaag=VANDAAG)

    assert 2 <= gedaan < 6
    assert {z.brieven.count() for z in zaken} == {1}
    assert Brief.objects.count() == 6
    assert not Taak.objects.filter(sleutel__startswith="ontvangst_bevestigen").exists()


def test_wie_geen_adres_heeft_wordt_een_taak_en_een_keer():
    zaak = voordeur.zaak(inwoner=InwonerFabriek(straat="", huisnummer=None, postcode="", woonplaats=""))

    for _ in range(2):
        assert ontvangsten_bevestigen(vandaag=VANDAAG) == 0

    assert not Brief.objects.exists()
    assert Taak.objects.open().filter(zaak=zaak, sleutel__startswith="ontvangst_bevestigen").count() == 1


def test_wie_overleed_krijgt_geen_brief_van_de_avond():
    zaak = voordeur.zaak(inwoner=InwonerFabriek(overleden_op="20261202"))

    ontvangsten_bevestigen(vandaag=VANDAAG)

    assert not Brief.objects.exists()
    assert Taak.objects.open().filter(zaak=zaak, sleutel__startswith="ontvangst_bevestigen").count() == 1


@pytest.mark.django_db(transaction=True)
def test_twee_werkers_bevestigen_elke_zaak_een_keer():
    for _ in range(8):
        voordeur.zaak()

    def werk(_):
        try:
            return ontvangsten_bevestigen(vandaag=VANDAAG)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        aantallen = list(pool.map(werk, range(3)))

    assert sum(aantallen) == 8
    assert Brief.objects.count() == 8
    assert Zaaksoort.GEWOON == "gewoon"
