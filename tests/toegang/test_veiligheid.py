"""Worries about safety: written by who works on the zaak, read by the regisseur, never by the household."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from tests.fabrieken import MedewerkerFabriek
from tests.toegang import voordeur
from toegang.models import Gebeurtenis, Inzage, Meldcodestap, Signaaldoorgifte, Zichtbaar
from toegang.rechten import Laag, Rol
from toegang.usecases.meldcodestap_vastleggen import meldcodestap_vastleggen
from toegang.usecases.signaal_doorgeven import signaal_doorgeven
from toegang.weging import AFSLUITEN, HULP, MELDEN, SAMEN, Weging

pytestmark = pytest.mark.django_db
VANDAAG = voordeur.VANDAAG
GEHEIM = "Moeder had een blauw oog."


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def met_regisseur(monkeypatch):
    zaak = voordeur.zaak("te_verdelen", monkeypatch=monkeypatch)
    zaak.regisseur = MedewerkerFabriek(team=zaak.wijkteam)
    return zaak.bewaren(door=zaak.regisseur.actor, reden="test")


VEILIG_MET_HULP = Weging(True, "nee", True, True, True)


def stap(zaak, nummer=1, *, besluit="", door=None, op=VANDAAG, toelichting=GEHEIM, weging=VEILIG_MET_HULP):
    return meldcodestap_vastleggen(
        zaak_id=zaak.pk, stap=nummer, op=op, toelichting=toelichting, besluit=besluit, weging=weging,
        door=door or zaak.regisseur.actor, vandaag=VANDAAG,
    )  # fmt: skip


def test_besluiten_kan_na_het_wegen_en_melden_altijd(monkeypatch):
    zaak = met_regisseur(monkeypatch)

    with pytest.raises(ValidationError, match="stap 4"):
        stap(zaak, 5, besluit="hulp")
    with pytest.raises(ValidationError, match="Kies wat u besluit"):
        stap(zaak, 5)
    with pytest.raises(ValidationError, match="alleen bij stap 5"):
        stap(zaak, 2, besluit="geen")
    with pytest.raises(ValidationError, match="op of voor 3 december"):
        stap(zaak, op=VANDAAG + datetime.timedelta(days=1))
    stap(zaak, 5, besluit="melden")
    stap(zaak, 4)
    stap(zaak, 5, besluit="hulp")

    assert Meldcodestap.objects.count() == 3


def test_wegen_vraagt_de_vragen_die_aan_de_beurt_zijn(monkeypatch):
    zaak = met_regisseur(monkeypatch)

    for weging, vraag in ((None, "weeg_vermoeden"), (Weging(True), "weeg_onveilig"), (Weging(True, "nee"), "weeg_hulp_mogelijk")):  # fmt: skip
        with pytest.raises(ValidationError) as fout:
            stap(zaak, 4, weging=weging)
        assert set(fout.value.message_dict) == {vraag}
    rij = stap(zaak, 1)

    assert (rij.weeg_vermoeden, rij.weeg_onveilig) == (None, "")  # only step 4 weighs


@pytest.mark.parametrize(
    ("weging", "volgende", "advies"),
    [
        (Weging(), "weeg_vermoeden", ""),
        (Weging(False), "", AFSLUITEN),
        (Weging(True), "weeg_onveilig", ""),
        (Weging(True, "acuut"), "", SAMEN),
        (Weging(True, "structureel", True, True, True), "", SAMEN),
        (Weging(True, "nee"), "weeg_hulp_mogelijk", ""),
        (Weging(True, "nee", False), "", MELDEN),
        (Weging(True, "nee", True), "weeg_hulp_aanvaard", ""),
        (Weging(True, "nee", True, False), "", MELDEN),
        (Weging(True, "nee", True, True), "weeg_hulp_werkt", ""),
        (Weging(True, "nee", True, True, False), "", MELDEN),
        (Weging(True, "nee", True, True, True), "", HULP),
    ],
)
def test_de_weging_wijst(weging, volgende, advies):
    assert (weging.volgende, weging.advies) == (volgende, advies)


def test_het_scherm_weegt_en_waarschuwt_wie_anders_besluit(client, monkeypatch):
    zaak = met_regisseur(monkeypatch)
    client.als(zaak.regisseur)
    adres = f"/toegang/zaak/{zaak.pk}/veiligheid/"
    velden = {"formuliernaam": "stap", "stap-op": "3-12-2026", "stap-toelichting": GEHEIM}

    mist = client.post(adres, velden | {"stap-stap": "4", "stap-weeg_vermoeden": "ja"}).content.decode()
    gewogen = client.post(
        adres,
        velden | {"stap-stap": "4", "stap-weeg_vermoeden": "ja", "stap-weeg_onveilig": "structureel"},
        follow=True,
    ).content.decode()
    besloten = client.post(
        adres, velden | {"stap-stap": "5", "stap-besluit": "hulp"}, follow=True
    ).content.decode()

    assert "Beantwoord deze vraag: hij hoort bij het wegen" in mist
    assert "nu melden bij Veilig Thuis. Bekijk vraag 3 tot en met 5 samen" in gewogen
    assert "Ja, structureel" in gewogen
    assert "De weging wees naar een melding bij Veilig Thuis" in besloten
    assert Meldcodestap.objects.filter(stap=5, besluit="hulp").exists()


def test_wie_niet_gevoelig_leest_schrijft_de_weging_en_ziet_haar_niet_terug(client, monkeypatch):
    zaak = met_regisseur(monkeypatch)
    stap(zaak, 4, weging=Weging(True, "acuut"))
    client.als(MedewerkerFabriek(team=zaak.wijkteam))
    client.post(f"/toegang/zaak/{zaak.pk}/inzagereden/", {"reden": "waarneming"})

    tekst = client.get(f"/toegang/zaak/{zaak.pk}/veiligheid/").content.decode()

    assert "De weging wijst naar" not in tekst
    assert "Is er acute of structurele onveiligheid?" in tekst  # the question stands in the form


def test_de_tijdlijn_zwijgt_voor_het_huishouden_en_voor_wie_niet_gevoelig_leest(client, monkeypatch):
    zaak = met_regisseur(monkeypatch)
    stap(zaak)
    signaal_doorgeven(
        zaak_id=zaak.pk, naar="veilig_thuis", op=VANDAAG, aan_wie="M. de Wit, 26-123", toelichting=GEHEIM,
        door=zaak.regisseur.actor, vandaag=VANDAAG,
    )  # fmt: skip

    regels = Gebeurtenis.objects.filter(soort="veiligheid_vastgelegd")
    assert set(regels.values_list("zichtbaar", "laag", "zin")) == {
        (Zichtbaar.ONTHOUDEN, Laag.GEVOELIG, "Een stap vastgelegd.")
    }
    client.als(MedewerkerFabriek(team=zaak.wijkteam))
    client.post(f"/toegang/zaak/{zaak.pk}/inzagereden/", {"reden": "waarneming"})
    for blad in ("tijdlijn", "historie", "veiligheid", "vraagverheldering", "wie-keek", ""):
        antwoord = client.get(f"/toegang/zaak/{zaak.pk}/{blad}/".replace("//", "/"))
        assert antwoord.status_code == 200, blad
        tekst = antwoord.content.decode()
        for woord in (GEHEIM, "Een stap vastgelegd", "de Wit", "melden bij"):
            assert woord not in tekst, (blad, woord)


def test_de_regisseur_leest_en_het_staat_in_het_log(client, monkeypatch):
    zaak = met_regisseur(monkeypatch)
    client.als(zaak.regisseur)
    adres = f"/toegang/zaak/{zaak.pk}/veiligheid/"

    fout = client.post(
        adres, {"formuliernaam": "stap", "stap-stap": "5", "stap-op": "3-12-2026", "stap-toelichting": "x"}
    )
    client.post(
        adres, {"formuliernaam": "stap", "stap-stap": "1", "stap-op": "3-12-2026", "stap-toelichting": GEHEIM}
    )
    antwoord = client.post(
        adres,
        {
            "formuliernaam": "signaal", "signaal-naar": "toezichthouder", "signaal-aan_wie": "J. Smit",
            "signaal-op": "3-12-2026", "signaal-toelichting": "Val bij de aanbieder.",
        },
        follow=True,
    )  # fmt: skip

    assert "Kies wat u besluit" in fout.content.decode()
    tekst = antwoord.content.decode()
    assert GEHEIM in tekst
    assert "Toezichthouder Wmo, J. Smit" in tekst
    assert (Meldcodestap.objects.count(), Signaaldoorgifte.objects.count()) == (1, 1)
    assert Inzage.objects.filter(scherm="veiligheid", laag="L3", zaak=zaak.pk).exists()


@pytest.mark.parametrize(
    ("wie", "lezen", "schrijven"),
    [("administratie", 200, 302), ("kcc", 404, 404), ("consulent", 404, 404), ("beheerder", 404, 404)],
)
def test_aan_de_voordeur_schrijft_de_administratie_en_leest_niet_terug(client, wie, lezen, schrijven):
    zaak = voordeur.zaak("vraagverheldering")
    client.als(MedewerkerFabriek(rollen=[Rol(wie)]))
    adres = f"/toegang/zaak/{zaak.pk}/veiligheid/"

    antwoord = client.post(
        adres, {"formuliernaam": "stap", "stap-stap": "1", "stap-op": "3-12-2026", "stap-toelichting": GEHEIM}
    )
    tekst = client.get(adres)

    assert (tekst.status_code, antwoord.status_code) == (lezen, schrijven)
    assert GEHEIM not in tekst.content.decode()
    assert Meldcodestap.objects.exists() is (schrijven == 302)


@pytest.mark.parametrize(("rol", "http"), [(Rol.TEAMLEAD, 403), (Rol.PROCESCOORDINATOR, 403)])
def test_wie_verdeelt_leest_niets_over_veiligheid(client, monkeypatch, rol, http):
    zaak = met_regisseur(monkeypatch)
    client.als(MedewerkerFabriek(team=zaak.wijkteam, team__rol=rol))
    client.post(f"/toegang/zaak/{zaak.pk}/inzagereden/", {"reden": "waarneming"})

    assert client.get(f"/toegang/zaak/{zaak.pk}/veiligheid/").status_code == http


def test_wie_keek_zegt_niet_dat_het_over_veiligheid_ging(client, monkeypatch):
    zaak = met_regisseur(monkeypatch)
    client.als(zaak.regisseur)
    client.get(f"/toegang/zaak/{zaak.pk}/veiligheid/")

    tekst = client.get(f"/toegang/zaak/{zaak.pk}/wie-keek/").content.decode()
    log = tekst.partition('id="inhoud"')[2] or tekst.partition("<h1")[2]

    assert "het dossier" in log
    assert "veiligheid" not in log.lower()
