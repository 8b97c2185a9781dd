"""Who is away, who stands in and for how long; nobody writes why."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.wijkteams.opstellingen import om, zaak_in_onderzoek
from tests.wijkteams.test_opschalen import ALLES, GEEN, INHOUD, lid, plus, ziet
from toegang.models import Actor, Zaak, ZaakUserObjectPermission
from toegang.rechten import GROND_RECHTEN, REGISSEURSRECHTEN, Grond, Recht, Rol
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import Afwezigheid, Discipline, Huisbezoek
from wijkteams.usecases.afwezigheid_beeindigen import afwezigheid_beeindigen
from wijkteams.usecases.afwezigheid_vastleggen import afwezigheid_vastleggen
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.zaak_opschalen import zaak_opschalen
from wijkteams.usecases.zaken_overdragen import zaken_overdragen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
MORGEN = datetime.date(2026, 12, 4)
LAATSTE = datetime.date(2026, 12, 11)
NU = om(VANDAAG, 11)


def als(medewerker) -> Actor:
    """With the rights of the next request."""
    return Actor.objects.get(medewerker=medewerker)


def weg(medewerker, vervanger=None, *, door=None, vanaf_op=VANDAAG, tot=LAATSTE):
    return afwezigheid_vastleggen(
        medewerker_id=medewerker.pk, vervanger_id=vervanger and vervanger.pk, vanaf_op=vanaf_op, tot_en_met_op=tot,
        door=door or als(medewerker), vandaag=VANDAAG,
    )  # fmt: skip


def test_waarneming_geeft_wat_de_regisseur_heeft():
    assert GROND_RECHTEN[Grond.WAARNEMING] == {Recht.INHOUD_BEWERKEN} | REGISSEURSRECHTEN


def test_de_vervanger_ziet_alles_zo_lang_en_daarna_niet_meer():
    zaak = zaak_in_onderzoek()
    vervanger, collega = lid(zaak.wijkteam), lid(zaak.wijkteam)

    weg(zaak.regisseur, vervanger)

    dagen = {}
    for dag in (VANDAAG, LAATSTE, LAATSTE + datetime.timedelta(days=1)):
        with time_machine.travel(om(dag, 12), tick=False):
            rij = ZaakUserObjectPermission.objects.filter(user=vervanger, content_object=zaak)
            dagen[dag] = rij.filter(vanaf__lte=om(dag, 12), tot__gt=om(dag, 12)).count()
    assert list(dagen.values()) == [2, 2, 0]
    assert ziet(collega, zaak) == INHOUD


@pytest.mark.parametrize(
    ("gebeurt", "diep"),
    [("terug", INHOUD), ("overgedragen", INHOUD), ("opgeschaald", GEEN)],
)
def test_de_rechten_zijn_weg_zodra_het_niet_meer_waar_is(gebeurt, diep):
    zaak = zaak_in_onderzoek()
    vervanger, derde, lead = lid(zaak.wijkteam), lid(zaak.wijkteam), lid(zaak.wijkteam, Rol.TEAMLEAD)
    lid(plus())
    nu = datetime.datetime.now(datetime.UTC)
    vandaag = nu.date()
    rij = afwezigheid_vastleggen(
        medewerker_id=zaak.regisseur_id, vervanger_id=vervanger.pk, vanaf_op=vandaag,
        tot_en_met_op=vandaag + datetime.timedelta(days=9), door=lead.actor, vandaag=vandaag,
    ).afwezigheid  # fmt: skip
    assert ziet(vervanger, zaak) == ALLES

    if gebeurt == "terug":
        afwezigheid_beeindigen(afwezigheid_id=rij.pk, door=als(zaak.regisseur), vandaag=vandaag)
    elif gebeurt == "overgedragen":
        zaken_overdragen(
            zaak_ids=[zaak.pk], regisseur_id=derde.pk, reden="Ziek.", door=als(lead), vandaag=vandaag, nu=nu
        )
    else:
        zaak_opschalen(
            zaak_id=zaak.pk, grond="kennis", toelichting="NAH.", bekijken_op=vandaag + datetime.timedelta(days=9),
            door=als(vervanger), vandaag=vandaag, nu=nu,
        )  # fmt: skip

    assert ziet(vervanger, zaak) == diep


def test_wat_afgeschermd_is_of_een_andere_wet_heeft_gaat_niet_mee():
    zaak = zaak_in_onderzoek()
    regisseur, vervanger = zaak.regisseur, lid(zaak.wijkteam)
    ZaakFabriek(wijkteam=zaak.wijkteam, regisseur=regisseur, status="onderzoek", wet="jeugdwet")
    ZaakFabriek(wijkteam=zaak.wijkteam, regisseur=regisseur, status="onderzoek", afgeschermd=True)

    gedaan = weg(regisseur, vervanger)

    assert (gedaan.met, gedaan.zonder) == (1, 2)


@pytest.mark.parametrize(
    ("wie", "mag"),
    [
        ("zelf", True),
        ("teamlead", True),
        ("procescoordinator", True),
        ("collega", False),
        ("teamlead_elders", False),
        ("administratie", False),
    ],
)
def test_wie_mag_iemand_afwezig_melden(wie, mag):
    team = WijkteamFabriek()
    fatma = lid(team)
    door = {
        "zelf": lambda: fatma,
        "teamlead": lambda: lid(team, Rol.TEAMLEAD),
        "procescoordinator": lambda: lid(team, Rol.PROCESCOORDINATOR, Discipline.JEUGD),
        "collega": lambda: lid(team),
        "teamlead_elders": lambda: lid(WijkteamFabriek(), Rol.TEAMLEAD),
        "administratie": lambda: MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]),
    }[wie]()

    if not mag:
        with pytest.raises(PermissionDenied, match="alleen uzelf"):
            weg(fatma, door=als(door))
        return
    rij = weg(fatma, door=als(door)).afwezigheid
    with pytest.raises(ValidationError, match="staat al als afwezig"):  # the second one is told
        weg(fatma, door=als(door))
    afwezigheid_beeindigen(afwezigheid_id=rij.pk, door=als(door), vandaag=VANDAAG)
    with pytest.raises(OngeldigeOvergang):
        afwezigheid_beeindigen(afwezigheid_id=rij.pk, door=als(door), vandaag=VANDAAG)


@pytest.mark.parametrize(
    ("dagen", "zin"),
    [
        ({"vanaf_op": LAATSTE, "tot": VANDAAG}, "op of na de eerste dag"),
        ({"vanaf_op": datetime.date(2026, 11, 1), "tot": datetime.date(2026, 12, 2)}, "nog niet voorbij"),
        ({"tot": datetime.date(2027, 12, 3)}, "Kies een dag tot en met"),
    ],
)
def test_onmogelijke_dagen(dagen, zin):
    with pytest.raises(ValidationError, match=zin):
        weg(lid(WijkteamFabriek()), **dagen)


def test_alleen_een_consulent_van_hetzelfde_team_neemt_waar():
    fatma = lid(WijkteamFabriek())
    for ander in (fatma, lid(WijkteamFabriek())):
        with pytest.raises(ValidationError, match="uit een team van deze collega"):
            weg(fatma, ander)


@time_machine.travel(NU, tick=False)
def test_de_vervanger_plant_het_huisbezoek_van_wie_er_niet_is():
    zaak = zaak_in_onderzoek()
    vervanger = lid(zaak.wijkteam)
    with pytest.raises(PermissionDenied):
        huisbezoek_plannen(zaak_id=zaak.pk, door=als(vervanger), nu=NU, gepland_om=om(LAATSTE))
    ZaakUserObjectPermission.objects.all().delete()
    weg(zaak.regisseur, vervanger)
    # the rights query compares with the clock of the database
    rijen = ZaakUserObjectPermission.objects.filter(user=vervanger)
    rijen.update(vanaf=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    rijen.update(tot=datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC))

    huisbezoek_plannen(zaak_id=zaak.pk, door=als(vervanger), nu=NU, gepland_om=om(LAATSTE))

    assert Huisbezoek.objects.get(zaak=zaak).consulent == zaak.regisseur


@time_machine.travel(NU, tick=False)
def test_het_scherm_zegt_wie_waarneemt_en_nooit_waarom(client):
    zaak = zaak_in_onderzoek()
    vervanger, lead = lid(zaak.wijkteam), lid(zaak.wijkteam, Rol.TEAMLEAD)
    adres = reverse("wijkteams:afwezigheid")
    client.als(lead)

    fout = client.post(
        adres, {"medewerker_id": zaak.regisseur_id, "vanaf_op": "31-2-2027", "tot_en_met_op": ""}
    )
    goed = client.post(
        adres,
        {"medewerker_id": zaak.regisseur_id, "vanaf_op": "3-12-2026", "tot_en_met_op": "11-12-2026",
         "vervanger_id": vervanger.pk},
    )  # fmt: skip
    pagina = client.get(adres).content.decode()

    assert "Deze datum bestaat niet" in fout.content.decode()
    assert goed.status_code == 302
    assert f"{vervanger.naam} neemt waar voor 1 dossier." in pagina
    assert "terug op zaterdag 12 december 2026" in pagina
    assert {f.name for f in Afwezigheid._meta.get_fields()} == {
        "id", "versie", "medewerker", "vervanger", "vanaf_op", "terug_op",
    }  # fmt: skip
    rij = Afwezigheid.objects.get()
    assert (
        client.als(lid(zaak.wijkteam)).post(reverse("wijkteams:afwezigheid_terug", args=[rij.pk])).status_code
        == 403
    )
    assert (
        client.als(zaak.regisseur).post(reverse("wijkteams:afwezigheid_terug", args=[rij.pk])).status_code
        == 302
    )
    assert not ZaakUserObjectPermission.objects.filter(grond=Grond.WAARNEMING).exists()


def test_wie_er_niet_is_staat_achteraan_in_het_voorstel(client):
    with time_machine.travel(NU, tick=False):
        zaak = zaak_in_onderzoek()
        weg(lid(zaak.wijkteam), vanaf_op=VANDAAG)
        wacht = ZaakFabriek(wijkteam=zaak.wijkteam, status="te_verdelen")
        client.als(lid(zaak.wijkteam, Rol.TEAMLEAD))

        pagina = client.get(reverse("wijkteams:toewijzen", args=[wacht.pk]))

    assert pagina.context["voorstel"].medewerker_id == zaak.regisseur_id
    assert "afwezig, terug op 12 december 2026" in pagina.content.decode()
    assert Zaak.objects.get(pk=wacht.pk).regisseur is None
