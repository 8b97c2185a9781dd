"""The home visit: planned by the consulent on the case, after the seven days of the persoonlijk plan."""

import datetime
import uuid

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import escape

from tests.wijkteams.opstellingen import GEMELD_OP, om, wie_is, zaak_in_onderzoek, ziet_af_van_plan
from toegang import onderdelen
from toegang.models import Zaak
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import Huisbezoek, Onderzoek
from wijkteams.usecases.huisbezoek_gemist import huisbezoek_gemist
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen

pytestmark = pytest.mark.django_db
NU = om(GEMELD_OP + datetime.timedelta(days=1), 11)  # Friday 6 November: within the seven days
LATER = om(datetime.date(2026, 11, 17), 14)


def url(zaak):
    return reverse("wijkteams:huisbezoek", args=[zaak.pk])


def planning(datum="17-11-2026", tijd="14.00"):
    return {
        "formuliernaam": "plannen", "plannen-datum": datum, "plannen-tijd": tijd, "plannen-duur_minuten": "90",
        "plannen-plaats": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wie", "http", "gepland"),
    [("regisseur", 302, 1), ("collega", 403, 0), ("teamlead", 403, 0), ("ander_team", 404, 0)],
)
@time_machine.travel(NU, tick=False)
def test_alleen_de_regisseur_plant(client, wie, http, gepland):
    zaak = zaak_in_onderzoek()

    antwoord = client.als(wie_is(wie, zaak, op=NU.date())).post(url(zaak), planning())

    assert antwoord.status_code == http
    assert Huisbezoek.objects.filter(zaak=zaak).count() == gepland


@time_machine.travel(NU, tick=False)
def test_plannen_begint_het_onderzoek_en_zet_een_taak_op_de_dag(client):
    zaak, sleutel = zaak_in_onderzoek(), uuid.uuid4()
    client.als(zaak.regisseur)

    antwoorden = [client.post(url(zaak), planning(), sleutel=sleutel) for _ in range(2)]

    assert {a.status_code for a in antwoorden} == {302}
    bezoek = Huisbezoek.objects.get(zaak=zaak)
    assert (bezoek.gepland_om, bezoek.consulent) == (LATER, zaak.regisseur)
    assert Onderzoek.objects.get(zaak=zaak).begonnen_op == NU.date()
    taak = zaak.taken.open().get(medewerker=zaak.regisseur)
    assert (taak.uiterlijk_op, taak.titel) == (LATER.date(), "Huisbezoek om 14.00 uur")
    assert "dinsdag 17 november 2026 om 14.00 uur" in zaak.gebeurtenissen.get(soort="huisbezoek_gepland").zin


@time_machine.travel(NU, tick=False)
def test_niet_binnen_de_zeven_dagen_tenzij_er_geen_plan_komt(client):
    zaak = zaak_in_onderzoek()
    client.als(zaak.regisseur)

    te_vroeg = client.post(url(zaak), planning("12-11-2026"))

    assert te_vroeg.status_code == 200
    assert "tot en met donderdag 12 november 2026 een persoonlijk plan" in te_vroeg.content.decode()
    assert te_vroeg.context["f"]["plannen"]["datum"].value() == "12-11-2026"
    ziet_af_van_plan(zaak, NU.date())
    assert client.post(url(zaak), planning("12-11-2026")).status_code == 302


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"plannen-datum": "5-11-2026"}, "Kies een moment dat nog komt"),
        ({"plannen-datum": "31-2-2026"}, "Deze datum bestaat niet"),
        ({"plannen-tijd": "25.00"}, "Deze tijd bestaat niet"),
        ({"plannen-datum": ""}, "Vul de datum in"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_wat_niet_klopt_blijft_staan_met_een_zin(client, anders, zin):
    zaak = zaak_in_onderzoek()

    antwoord = client.als(zaak.regisseur).post(
        url(zaak), planning() | anders | {"plannen-plaats": "Bij de dochter"}
    )

    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert "Bij de dochter" in antwoord.content.decode()
    assert not Huisbezoek.objects.filter(zaak=zaak).exists()


@time_machine.travel(NU, tick=False)
def test_verzetten_houdt_de_oude_afspraak_met_de_reden(client):
    zaak = zaak_in_onderzoek()
    client.als(zaak.regisseur)
    client.post(url(zaak), planning())

    antwoord = client.post(
        url(zaak),
        {"formuliernaam": "verzetten", "verzetten-datum": "18-11-2026", "verzetten-tijd": "9 uur",
         "verzetten-reden": "Griep"},
    )  # fmt: skip

    assert antwoord.status_code == 302
    assert list(zaak.huisbezoeken.order_by("gepland_om").values_list("status", "reden")) == [
        ("verplaatst", "Griep"), ("gepland", ""),
    ]  # fmt: skip
    assert zaak.taken.open().get(medewerker=zaak.regisseur).uiterlijk_op == datetime.date(2026, 11, 18)


def test_gemist_vraagt_een_reden_en_een_nieuw_bezoek():
    zaak = zaak_in_onderzoek()
    door = zaak.regisseur.actor
    bezoek = huisbezoek_plannen(zaak_id=zaak.pk, door=door, nu=NU, gepland_om=LATER)
    with pytest.raises(ValidationError, match="waarom"):
        huisbezoek_gemist(huisbezoek_id=bezoek.pk, door=door, nu=LATER, reden="")

    huisbezoek_gemist(huisbezoek_id=bezoek.pk, door=door, nu=LATER, reden="Niet thuis")

    assert (
        zaak.taken.open().get(medewerker=zaak.regisseur).titel == "Huisbezoek ging niet door: plan een nieuw"
    )
    with pytest.raises(OngeldigeOvergang):
        huisbezoek_gemist(huisbezoek_id=bezoek.pk, door=door, nu=LATER, reden="Niet thuis")


def test_afronden_op_de_dag_zelf(client):
    with time_machine.travel(NU, tick=False):
        zaak = zaak_in_onderzoek()
        huisbezoek_plannen(zaak_id=zaak.pk, door=zaak.regisseur.actor, nu=NU, gepland_om=LATER)
    gegevens = {
        "formuliernaam": "afronden", "afronden-aanwezigen": "Inwoner", "afronden-identiteit_gezien": "paspoort",
    }  # fmt: skip

    with time_machine.travel(NU, tick=False):
        te_vroeg = client.als(zaak.regisseur).post(url(zaak), gegevens)
    with time_machine.travel(LATER, tick=False):
        op_tijd = client.als(zaak.regisseur).post(url(zaak), gegevens)

    assert (te_vroeg.status_code, op_tijd.status_code) == (200, 302)
    bezoek = Huisbezoek.objects.get(zaak=zaak)
    assert (bezoek.status, bezoek.identiteit_gezien) == ("geweest", "paspoort")
    assert not zaak.taken.open().filter(adres="wijkteams:huisbezoek").exists()


def test_een_gepland_bezoek_houdt_het_afsluiten_tegen():
    zaak = zaak_in_onderzoek()
    huisbezoek_plannen(zaak_id=zaak.pk, door=zaak.regisseur.actor, nu=NU, gepland_om=LATER)

    zinnen = onderdelen.wat_sluiten_blokkeert(Zaak.objects.get(pk=zaak.pk))

    assert zinnen == [
        "Er staat nog een huisbezoek op 17 november 2026 om 14.00 uur. Zet dat eerst op niet doorgegaan."
    ]


@time_machine.travel(NU, tick=False)
def test_wie_te_laat_is_verzet_niet_het_nieuwe_huisbezoek(client):
    """Two on one appointment: the second was looking at one that is no more."""
    zaak = zaak_in_onderzoek()
    client.als(zaak.regisseur).post(url(zaak), planning())
    oud = zaak.huisbezoeken.get()
    verzetten = {
        "formuliernaam": "verzetten",
        "bezoek": str(oud.pk),
        "verzetten-tijd": "9 uur",
        "verzetten-reden": "Griep",
    }
    eerste = client.post(url(zaak), verzetten | {"verzetten-datum": "18-11-2026"})

    tweede = client.post(url(zaak), verzetten | {"verzetten-datum": "25-11-2026"})

    assert (eerste.status_code, tweede.status_code) == (302, 200)
    tekst = tweede.content.decode()
    assert "intussen gewijzigd (verplaatst). Het staat nu op woensdag 18 november 2026" in tekst
    assert "25-11-2026" in tekst
    assert "Griep" in tekst
    assert zaak.huisbezoeken.count() == 2
    onzin = client.post(url(zaak), verzetten | {"bezoek": "onzin", "verzetten-datum": "25-11-2026"})
    assert (onzin.status_code, zaak.huisbezoeken.count()) == (200, 2)


@pytest.mark.parametrize(
    ("act", "anders", "zin"),
    [
        (
            "afronden",
            {"aanwezigen": "Inwoner" + "x" * 100_000, "identiteit_gezien": "paspoort"},
            "tekens lang",
        ),
        ("afronden", {"aanwezigen": "Inwoner", "identiteit_gezien": "vals"}, "Kies een van de mogelijkheden"),
        ("afronden", {"aanwezigen": "", "identiteit_gezien": ""}, "Schrijf op wie erbij waren"),
        ("gemist", {"reden": "Inwoner" + "x" * 100_000}, "tekens lang"),
        (
            "verzetten",
            {"datum": "31-11-2026", "tijd": "9 uur", "reden": "Inwoner ziek"},
            "Deze datum bestaat niet",
        ),
    ],
)
def test_verkeerde_invoer_bij_een_bezoek_blijft_staan(client, act, anders, zin):
    with time_machine.travel(NU, tick=False):
        zaak = zaak_in_onderzoek()
        bezoek = huisbezoek_plannen(zaak_id=zaak.pk, door=zaak.regisseur.actor, nu=NU, gepland_om=LATER)
    gegevens = {f"{act}-{veld}": waarde for veld, waarde in anders.items()}

    with time_machine.travel(LATER, tick=False):
        antwoord = client.als(zaak.regisseur).post(
            url(zaak), gegevens | {"formuliernaam": act, "bezoek": str(bezoek.pk)}
        )

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert zin in tekst
    assert all(waarde in tekst for veld, waarde in anders.items() if veld in ("aanwezigen", "reden", "datum"))
    assert Huisbezoek.objects.get(pk=bezoek.pk).status == "gepland"


@pytest.mark.parametrize("naam", ["<script>alert(1)</script>", "Þórdís Łękawska", "فاطمة ‏الزهراء"])
def test_een_naam_staat_er_als_tekst(client, naam):
    with time_machine.travel(NU, tick=False):
        zaak = zaak_in_onderzoek()
        huisbezoek_plannen(zaak_id=zaak.pk, door=zaak.regisseur.actor, nu=NU, gepland_om=LATER)

    with time_machine.travel(LATER, tick=False):
        client.als(zaak.regisseur).post(
            url(zaak),
            {
                "formuliernaam": "afronden",
                "afronden-aanwezigen": naam,
                "afronden-identiteit_gezien": "paspoort",
            },
        )
        pagina = client.get(url(zaak)).content.decode()

    assert Huisbezoek.objects.get(zaak=zaak).aanwezigen == naam
    assert "<script>alert" not in pagina
    assert escape(naam) in pagina
