"""Each rung once: who gets the task, what the inwoner hears, what stops it, what was missed."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.voorzieningen.lopend import (
    BEGIN,
    EINDE,
    IndicatieFabriek,
    consulent,
    lopende_hulp,
    sporten,
    taak,
    voor,
)
from toegang.models import Actor, Bericht, Brief, Gebeurtenis, Taak
from toegang.rechten import Rol
from toegang.usecases.heronderzoek_openen import heronderzoek_openen
from voorzieningen.ladders import ladders_op
from voorzieningen.models import Herinnering, Indicatie
from voorzieningen.usecases import herinneringen_doen as doen_module
from voorzieningen.usecases.herinneringen_versturen import herinneringen_versturen
from voorzieningen.usecases.indicatie_beeindigen import indicatie_beeindigen
from voorzieningen.usecases.indicatie_laten_aflopen import indicatie_laten_aflopen
from voorzieningen.usecases.indicatie_verlengen import indicatie_verlengen
from voorzieningen.usecases.indicaties_starten import indicaties_aflopen
from voorzieningen.usecases.ladder_stoppen import ladders_opruimen
from wijkteams.models import Afwezigheid

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)


def draaien(*dagen) -> list[int]:
    return [herinneringen_versturen(vandaag=dag).gedaan for dag in dagen]


def systeem() -> Actor:
    return Actor.objects.systeem()


def afwezig(wie, door=None, van=BEGIN, terug=EINDE):
    Afwezigheid(medewerker=wie, vervanger=door, vanaf_op=van, terug_op=terug).bewaren(
        door=systeem(), reden="test"
    )


def test_de_hele_ladder_op_tijd():
    indicatie = lopende_hulp()
    dagen = [voor(w) for w in (16, 10, 8, 4, 2)] + [EINDE]

    assert draaien(voor(16) - DAG, *dagen) == [0, 1, 1, 1, 1, 1, 1]
    assert indicaties_aflopen(vandaag=EINDE + DAG) == 1
    assert draaien(EINDE + DAG, EINDE + DAG, EINDE + 30 * DAG) == [1, 0, 0]

    assert sporten(indicatie) == [1, 2, 3, 4, 5, 6, 7]
    rijen = list(Herinnering.objects.filter(indicatie=indicatie).order_by("sport"))
    assert [r.dag for r in rijen] == [r.op for r in rijen] == [*dagen, EINDE + DAG]
    assert [r.weg for r in rijen] == ["brief", "brief", "", "", "", "", ""]
    assert Brief.objects.filter(soort="hulp_loopt_af").count() == 2
    assert Gebeurtenis.objects.filter(soort="hulp_loopt_af").count() == 7


def test_elke_sport_geeft_een_taak_en_de_vorige_is_dan_gedaan():
    indicatie = lopende_hulp()

    draaien(voor(16))
    eerste = taak(indicatie)
    draaien(voor(10))

    assert eerste.medewerker == indicatie.zaak.regisseur
    assert eerste.uiterlijk_op == EINDE - datetime.timedelta(weeks=8)
    assert "30 juni 2027" in eerste.titel
    alle = Taak.objects.filter(sleutel=f"herinnering:{indicatie.pk}")
    assert (alle.count(), alle.open().count()) == (2, 1)
    assert Taak.objects.get(pk=eerste.pk).afgehandeld_om is not None
    assert Taak.history.filter(id=eerste.pk).count() == 2


def test_na_acht_weken_is_de_taak_meteen_aan_de_beurt():
    indicatie = lopende_hulp()

    draaien(voor(4))

    assert taak(indicatie).uiterlijk_op == voor(4)


@pytest.mark.parametrize(
    ("wie", "verwacht"),
    [
        ("regisseur", "regisseur"),
        ("weg_met_vervanger", "vervanger"),
        ("weg_zonder_vervanger", "team"),
        ("vervanger_ander_team", "team"),
        ("niet_meer_actief", "team"),
        ("terug", "regisseur"),
        ("geen", "team"),
        ("afgeschermd_en_weg", "regisseur"),
    ],
)
def test_voor_wie_de_taak_is(wie, verwacht):
    team = WijkteamFabriek()
    regisseur, ander = consulent(team), consulent(team)
    indicatie = lopende_hulp(zaakvelden={"wijkteam": team, "regisseur": regisseur})
    if wie in ("weg_met_vervanger", "afgeschermd_en_weg"):
        afwezig(regisseur, ander)
    elif wie == "weg_zonder_vervanger":
        afwezig(regisseur)
    elif wie == "vervanger_ander_team":
        afwezig(regisseur, consulent(WijkteamFabriek()))
    elif wie == "niet_meer_actief":
        regisseur.is_active = False
        regisseur.save()
    elif wie == "terug":
        afwezig(regisseur, ander, terug=voor(16))
    elif wie == "geen":
        indicatie.zaak.regisseur = None
    if wie == "afgeschermd_en_weg":
        indicatie.zaak.afgeschermd = True
    indicatie.zaak.bewaren(door=systeem(), reden="test")

    draaien(voor(16))

    gemaakt = taak(indicatie)
    gekregen = {regisseur.pk: "regisseur", ander.pk: "vervanger", None: "team"}[gemaakt.medewerker_id]
    assert gekregen == verwacht
    assert gemaakt.rol == ("consulent" if verwacht == "team" else "")
    assert gemaakt.zaak_id == indicatie.zaak_id


def test_wie_halverwege_ziek_wordt_geeft_de_volgende_sport_door():
    team = WijkteamFabriek()
    regisseur, ander = consulent(team), consulent(team)
    indicatie = lopende_hulp(zaakvelden={"wijkteam": team, "regisseur": regisseur})
    draaien(voor(16))
    afwezig(regisseur, ander, van=voor(12))

    draaien(voor(10))

    assert taak(indicatie).medewerker == ander
    assert list(Herinnering.objects.order_by("sport").values_list("medewerker", flat=True)) == [
        regisseur.pk, ander.pk,
    ]  # fmt: skip


def test_regels_voor_administratie_en_vanaf_vier_weken_voor_de_teamleider():
    indicatie = lopende_hulp()
    teamleider = MedewerkerFabriek(team=indicatie.zaak.wijkteam, team__rol=Rol.TEAMLEAD)
    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])

    draaien(voor(16), voor(10), voor(8))
    bij_acht = [Taak.objects.voor(m.actor).open().aflopend().count() for m in (desk, teamleider)]
    draaien(voor(4), voor(2), EINDE)
    bij_einde = [Taak.objects.voor(m.actor).open().aflopend().count() for m in (desk, teamleider)]
    draaien(EINDE + DAG)

    assert bij_acht == [1, 0]
    assert bij_einde == [1, 1]  # one line, not one a rung
    assert taak(indicatie, "afloop").titel == "Hulp gestopt op 30 juni 2027, zonder vervolg"
    assert not Taak.objects.voor(desk.actor).open().zonder_eigen_lijst().exists()


# --- the inwoner ------------------------------------------------------------------------------------


def test_wie_e_mail_koos_krijgt_een_e_mail_zonder_inhoud(settings):
    settings.E_MAIL = {"aan": True, "van": "toegang@venlo.nl"}
    lopende_hulp(inwoner=InwonerFabriek(bereik="e_mail", e_mail="anna@voorbeeld.nl"))

    draaien(voor(16))

    bericht = Bericht.objects.get()
    assert not Brief.objects.exists()
    assert bericht.aan == "anna@voorbeeld.nl"
    assert "huishouden" not in bericht.tekst + bericht.onderwerp
    assert "zes weken" in bericht.tekst
    assert "binnen twee weken" in bericht.tekst
    assert "woensdag 5 mei 2027" in bericht.tekst  # eight weeks before the end
    assert Herinnering.objects.get().weg == "e_mail"


def test_een_e_mail_die_niet_kan_wordt_een_brief(settings):
    from toegang.usecases.bericht_klaarzetten import laten_vervallen
    from voorzieningen.usecases.herinneringsbrief import als_brief

    settings.E_MAIL = {"aan": True, "van": "toegang@venlo.nl"}
    indicatie = lopende_hulp(inwoner=InwonerFabriek(bereik="e_mail", e_mail="anna@voorbeeld.nl"))
    draaien(voor(16))
    laten_vervallen(Bericht.objects.get(), "De mailserver weigerde dit adres.", door=systeem())

    for _ in range(2):
        als_brief(indicatie.zaak, door=systeem(), vandaag=voor(16))

    assert Brief.objects.get().sleutel == f"hulp_loopt_af:{indicatie.pk}:2027-06-30:1"


def test_niets_sturen_houdt_de_brief_aan():
    lopende_hulp(inwoner=InwonerFabriek(veilig_contact_post="niets_sturen"))

    draaien(voor(16))

    brief = Brief.objects.get()
    assert (brief.pogingen, brief.fout) == (5, "Stuur niets zonder overleg met de inwoner.")
    assert Taak.objects.open().filter(sleutel__startswith="brief_overleg").count() == 1


def test_zonder_adres_doet_een_collega_het_en_gaat_de_rest_door():
    zonder = lopende_hulp(inwoner=InwonerFabriek(straat="", postcode="", woonplaats=""))
    gewoon = lopende_hulp()

    assert draaien(voor(16)) == [2]

    assert Herinnering.objects.get(indicatie=zonder).weg == "zelf"
    assert taak(zonder, "herinnering_zelf").rol == "administratie"
    assert Herinnering.objects.get(indicatie=gewoon).weg == "brief"


def test_bij_overlijden_staat_de_ladder_stil():
    indicatie = lopende_hulp()
    draaien(voor(16))
    inwoner = indicatie.dossier.inwoner
    inwoner.overleden_op = "20270401"
    inwoner.bewaren(door=systeem(), reden="BRP")

    assert draaien(voor(10), EINDE) == [0, 0]
    assert ladders_opruimen(door=systeem(), vandaag=voor(10)) == 2
    assert taak(indicatie) is None


# --- what stops it ----------------------------------------------------------------------------------


def test_een_heronderzoek_stopt_de_ladder_en_sluit_de_taken():
    indicatie = lopende_hulp()
    draaien(voor(16))

    heronderzoek_openen(zaak_id=indicatie.zaak_id, door=systeem(), vandaag=voor(15))

    assert taak(indicatie) is None
    assert taak(indicatie, "afloop") is None
    assert draaien(voor(10), voor(4), EINDE + DAG) == [0, 0, 0]


def test_een_heronderzoek_terwijl_een_run_op_het_slot_wacht_telt_al():
    een, ander = lopende_hulp(), lopende_hulp()
    ladders = ladders_op(voor(16))
    gelezen = ladders.volgende(voor(16), None, 10)
    heronderzoek_openen(zaak_id=een.zaak_id, door=systeem(), vandaag=voor(16))

    gedaan = doen_module.herinneringen_doen(gelezen, ladders, vandaag=voor(16), door=systeem())

    assert (len(gelezen), gedaan) == (2, 1)
    assert (sporten(een), sporten(ander)) == ([], [1])


@pytest.mark.parametrize(("dagen_voor_eerste", "verwacht"), [(10, 1), (-10, 0)])
def test_een_heronderzoek_dat_al_lang_klaar_is_telt_niet(dagen_voor_eerste, verwacht):
    indicatie = lopende_hulp()
    klaar = voor(16) - dagen_voor_eerste * DAG
    ZaakFabriek(
        dossier=indicatie.dossier, soort="heronderzoek", vorige_zaak=indicatie.zaak, status="afgesloten",
        gemeld_op=BEGIN, afgesloten_op=klaar, afsluitreden="besluit",
    )  # fmt: skip

    assert draaien(voor(10)) == [verwacht]


@pytest.mark.parametrize(("status", "verwacht"), [("voorgesteld", 0), ("toegekend", 0), ("afgewezen", 1)])
def test_hulp_van_hetzelfde_product_erna_stopt_de_ladder(status, verwacht):
    indicatie = lopende_hulp()
    IndicatieFabriek(
        zaak=indicatie.zaak, dossier=indicatie.dossier, product=indicatie.product, aanbieder=indicatie.aanbieder,
        ingangsdatum=EINDE + DAG, einddatum=EINDE + 700 * DAG, status=status,
    )  # fmt: skip

    assert draaien(voor(16)) == [verwacht]


def test_verlengen_begint_een_nieuwe_ladder():
    indicatie = lopende_hulp()
    draaien(voor(16), voor(10))
    nieuw = EINDE + 365 * DAG

    for _ in range(2):
        indicatie_verlengen(indicatie_id=indicatie.pk, einddatum=nieuw, door=systeem(), vandaag=voor(9))

    assert taak(indicatie) is None
    assert draaien(voor(8), EINDE, voor(16, nieuw), voor(16, nieuw)) == [0, 0, 1, 0]
    assert sporten(indicatie) == [1, 2, 1]


def test_laten_aflopen_en_beeindigen_stoppen_de_ladder():
    een, twee = lopende_hulp(), lopende_hulp()
    draaien(voor(16))

    for _ in range(2):
        indicatie_laten_aflopen(indicatie_id=een.pk, reden="niet_nodig", door=systeem(), vandaag=voor(15))
    indicatie_beeindigen(
        indicatie_id=twee.pk, laatste_dag=voor(15), reden="verhuisd", door=systeem(), vandaag=voor(15)
    )

    assert Taak.objects.open().exclude(sleutel__startswith="brief").count() == 0
    assert draaien(voor(10), EINDE + DAG) == [0, 0]
    assert Gebeurtenis.objects.filter(soort="hulp_mag_aflopen").count() == 1


# --- exactly once -----------------------------------------------------------------------------------


def test_wat_dagen_gemist_is_komt_in_een_keer_en_niet_dubbel():
    indicatie = lopende_hulp()

    assert draaien(voor(7)) == [1]

    assert sporten(indicatie) == [3]
    assert Herinnering.objects.filter(samen_met=3).count() == 2
    assert Brief.objects.count() == 1  # sixteen and ten weeks together
    assert draaien(voor(7), voor(6)) == [0, 0]
    assert [r.dag for r in Herinnering.objects.order_by("sport")] == [voor(16), voor(10), voor(8)]


def test_een_fout_in_een_rij_houdt_de_andere_niet_op(monkeypatch):
    kapot, heel = lopende_hulp(), lopende_hulp()
    gewoon = doen_module.inwoner_inlichten

    def soms(indicatie, *args, **kwargs):
        if indicatie.pk == kapot.pk:
            raise RuntimeError("kapot")
        return gewoon(indicatie, *args, **kwargs)

    monkeypatch.setattr(doen_module, "inwoner_inlichten", soms)
    ronde = herinneringen_versturen(vandaag=voor(16))
    monkeypatch.setattr(doen_module, "inwoner_inlichten", gewoon)

    assert (ronde.gedaan, ronde.mislukt) == (1, 1)
    assert sporten(heel) == [1]
    assert sporten(kapot) == []
    assert taak(kapot) is None
    assert draaien(voor(16) + DAG) == [1]
    assert sporten(kapot) == [1]


def test_de_database_weigert_een_tweede_keer_en_een_wijziging():
    indicatie = lopende_hulp()
    draaien(voor(16))
    rij = Herinnering.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        Herinnering.objects.create(indicatie=indicatie, sport=1, einddatum=EINDE, dag=voor(16), op=voor(15))
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
        Herinnering.objects.filter(pk=rij.pk).update(op=EINDE)


def test_in_kleine_porties_komt_alles_een_keer():
    for _ in range(7):
        lopende_hulp()

    ronde = herinneringen_versturen(vandaag=voor(16), per_keer=2)

    assert (ronde.bekeken, ronde.gedaan) == (7, 7)
    assert Indicatie.objects.filter(herinneringen__isnull=False).distinct().count() == 7
