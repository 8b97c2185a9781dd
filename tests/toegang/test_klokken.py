"""Clocks that stand still, run again and are put off: by the law, with a letter, once; late answers; who may."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek
from tests.papier import leeg_papier
from tests.toegang import voordeur
from toegang.models import Actor, Brief, Gebeurtenis, Opschorting, Taak, Termijn, TermijnSoort, VeiligContact
from toegang.rechten import Rol, Wet
from toegang.statussen import BriefStatus, OngeldigeOvergang
from toegang.usecases import klok
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import BriefOpnieuwMaken, brief_verzenden
from toegang.usecases.opschorting_beeindigen import opschorting_beeindigen
from toegang.usecases.opschortingen_aflopen import opschortingen_aflopen
from toegang.usecases.termijn_opschorten import termijn_opschorten
from toegang.usecases.termijn_verlengen import termijn_verlengen

pytestmark = pytest.mark.django_db
D = datetime.date
VANDAAG = voordeur.VANDAAG  # Thursday 3 December 2026
OVER_TWEE_WEKEN = D(2026, 12, 17)
Grond, Einde = Opschorting.Grond, Opschorting.Einde


def besluit(*, wet=Wet.WMO, ontvangen_op=VANDAAG):
    """The clock of an aanvraag that came in today: Wmo two weeks, so 17 December."""
    door = voordeur.administratie().actor
    zaak = voordeur.zaak(door=door, wet=wet)
    aanvraag_registreren(
        zaak_id=zaak.pk, door=door, vandaag=VANDAAG, nu=timezone.now(), ontvangen_op=ontvangen_op,
        wijze="formulier", gevraagd="Hulp in huis",
    )  # fmt: skip
    return Termijn.objects.get(zaak=zaak, soort=TermijnSoort.BESLUIT), door


def opgeschort(
    termijn,
    door,
    *,
    grond=Grond.AANVULLING,
    uiterlijk_op=OVER_TWEE_WEKEN,
    vandaag=VANDAAG,
    reden="Loonstrook",
):
    return termijn_opschorten(
        termijn_id=termijn.pk, grond=grond, reden=reden, uiterlijk_op=uiterlijk_op, door=door, vandaag=vandaag
    )


def op_de_post(o, dag=VANDAAG):
    """The letter is made and handed over on this day."""
    door = voordeur.administratie().actor
    brief = o.brief or Brief.objects.get(bron_id=o.pk)
    nu = timezone.make_aware(datetime.datetime.combine(dag, datetime.time(9)))
    assert brief_maken(brief_id=brief.pk, nu=nu, pdf=leeg_papier)
    brief_verzenden(brief_id=brief.pk, door=door, vandaag=dag, verzonden_op=dag)
    o.refresh_from_db()


def eindigen(o, door, tot_op, *, einde=Einde.AANGEVULD, vandaag=None):
    return opschorting_beeindigen(
        opschorting_id=o.pk, einde=einde, tot_op=tot_op, door=door, vandaag=vandaag or tot_op
    )


def test_een_onvolledige_aanvraag_laat_de_termijn_stilstaan_tot_zij_compleet_is():
    termijn, door = besluit()

    o = opgeschort(termijn, door)
    termijn.refresh_from_db()
    termijn.zaak.refresh_from_db()

    assert (termijn.stil_sinds, termijn.wacht_op) == (VANDAAG, "aanvulling")
    assert o.brief.soort == "aanvulling_gevraagd"
    assert termijn.zaak.eerstvolgende_op == termijn.zaak.termijnen.get(soort="onderzoek").uiterste_datum

    op_de_post(o)
    eindigen(o, door, D(2026, 12, 10))
    termijn.refresh_from_db()

    assert (termijn.stil_sinds, termijn.wacht_op) == (None, "")
    assert termijn.uiterste_datum == D(2026, 12, 24)  # two weeks and seven days that it stood still
    assert (
        Taak.objects.open().filter(zaak=termijn.zaak, sleutel__startswith="termijn_loopt_weer").count() == 1
    )
    soorten = set(Gebeurtenis.objects.filter(zaak=termijn.zaak).values_list("soort", flat=True))
    assert {"termijn_opgeschort", "termijn_loopt_weer"} <= soorten


def test_netto_en_bruto_met_kerst_ertussen():
    termijn, door = besluit()
    o = opgeschort(termijn, door)
    op_de_post(o)

    eindigen(o, door, D(2026, 12, 11))
    termijn.refresh_from_db()

    assert termijn.uiterste_datum == D(2026, 12, 28)  # 25 December: Christmas and a weekend


def test_een_brief_die_later_weggaat_laat_de_termijn_later_stilstaan():
    termijn, door = besluit()
    o = opgeschort(termijn, door)
    assert brief_maken(brief_id=o.brief_id, nu=timezone.now(), pdf=leeg_papier)

    with pytest.raises(BriefOpnieuwMaken):
        brief_verzenden(brief_id=o.brief_id, door=door, vandaag=D(2026, 12, 4), verzonden_op=D(2026, 12, 4))
    op_de_post(o, D(2026, 12, 4))
    termijn.refresh_from_db()

    assert (o.vanaf_op, termijn.stil_sinds) == (D(2026, 12, 4), D(2026, 12, 4))


def test_twee_gronden_naast_elkaar_tellen_een_keer():
    termijn, door = besluit()
    eerste = opgeschort(termijn, door)
    op_de_post(eerste)
    tweede = opgeschort(
        termijn, door, grond=Grond.INSTEMMING, vandaag=D(2026, 12, 7), uiterlijk_op=D(2026, 12, 14)
    )

    eindigen(eerste, door, D(2026, 12, 10))
    termijn.refresh_from_db()
    assert termijn.stil_sinds == D(2026, 12, 7)
    eindigen(tweede, door, D(2026, 12, 14), einde=Einde.VERVALLEN)
    termijn.refresh_from_db()

    assert termijn.uiterste_datum == D(2026, 12, 28)  # 17 December and eleven days


def test_wie_niet_aanvult_krijgt_de_termijn_weer_lopend_en_wij_een_taak():
    termijn, door = besluit()
    o = opgeschort(termijn, door, uiterlijk_op=D(2026, 12, 10))
    op_de_post(o)

    assert opschortingen_aflopen(vandaag=D(2026, 12, 10)) == 0  # the last day itself is still theirs
    assert opschortingen_aflopen(vandaag=D(2026, 12, 12)) == 1
    assert opschortingen_aflopen(vandaag=D(2026, 12, 12)) == 0
    o.refresh_from_db()
    termijn.refresh_from_db()

    assert (o.einde, o.tot_op) == ("verlopen", D(2026, 12, 10))
    assert termijn.uiterste_datum == D(2026, 12, 24)
    taak = Taak.objects.open().get(sleutel__startswith="termijn_loopt_weer")
    assert (taak.rol, taak.uiterlijk_op) == (Rol.ADMINISTRATIE, D(2026, 12, 24))


@pytest.mark.parametrize(
    ("ontvangen", "einde", "tot_op", "nagekomen"),
    [
        (D(2026, 12, 9), "aangevuld", D(2026, 12, 9), None),  # in time, registered late
        (D(2026, 12, 14), "verlopen", D(2026, 12, 10), D(2026, 12, 14)),
    ],
)
def test_een_aanvulling_na_het_aflopen(ontvangen, einde, tot_op, nagekomen):
    termijn, door = besluit()
    o = opgeschort(termijn, door, uiterlijk_op=D(2026, 12, 10))
    op_de_post(o)
    opschortingen_aflopen(vandaag=D(2026, 12, 11))

    eindigen(o, door, ontvangen, vandaag=D(2026, 12, 15))
    o.refresh_from_db()
    termijn.refresh_from_db()

    assert (o.einde, o.tot_op, o.nagekomen_op) == (einde, tot_op, nagekomen)
    assert termijn.uiterste_datum == D(2026, 12, 17) + (tot_op - VANDAAG)


def test_te_laat_en_de_nacht_kwam_nog_niet_langs():
    termijn, door = besluit()
    o = opgeschort(termijn, door, uiterlijk_op=D(2026, 12, 10))
    op_de_post(o)

    eindigen(o, door, D(2026, 12, 11))
    o.refresh_from_db()

    assert (o.einde, o.tot_op, o.nagekomen_op) == ("verlopen", D(2026, 12, 10), D(2026, 12, 11))


def test_een_brief_die_nooit_wegging_heeft_niets_opgeschort():
    termijn, door = besluit()
    o = opgeschort(termijn, door, uiterlijk_op=D(2026, 12, 10))

    opschortingen_aflopen(vandaag=D(2026, 12, 11))
    o.refresh_from_db()
    termijn.refresh_from_db()

    assert (o.einde, o.tot_op) == ("vervallen", VANDAAG)
    assert termijn.uiterste_datum == D(2026, 12, 17)
    assert o.brief.status == BriefStatus.VERVALLEN


def test_overmacht_eindigt_niet_vanzelf_maar_er_komt_een_taak():
    termijn, door = besluit()
    o = opgeschort(termijn, door, grond=Grond.OVERMACHT, uiterlijk_op=D(2026, 12, 10))
    assert o.brief.soort == "uitstel_meegedeeld"
    op_de_post(o)

    assert [opschortingen_aflopen(vandaag=D(2026, 12, 11)) for _ in range(2)] == [1, 0]
    o.refresh_from_db()
    assert o.einde == ""
    eindigen(o, door, D(2026, 12, 14), einde=Einde.VERVALLEN)

    assert Brief.objects.filter(soort="termijn_loopt_weer", bron_id=o.pk).count() == 1  # Awb 4:15 lid 4
    assert not Taak.objects.open().filter(sleutel__startswith="opschorting_nakijken").exists()


@pytest.mark.parametrize("soort", ["onderzoek", "persoonlijk_plan"])
def test_de_zes_weken_en_de_zeven_dagen_staan_niet_stil(soort):
    termijn, door = besluit()
    andere = termijn.zaak.termijnen.get(soort=soort)

    with pytest.raises(OngeldigeOvergang, match="kan niet stilstaan"):
        opgeschort(andere, door)
    with pytest.raises(OngeldigeOvergang, match="geen uitstel"):
        termijn_verlengen(
            termijn_id=andere.pk,
            grond="mededeling",
            reden="x",
            nieuwe_datum=D(2027, 2, 1),
            door=door,
            vandaag=VANDAAG,
        )


@pytest.mark.parametrize(
    ("velden", "zin"),
    [({"reden": "  "}, "Schrijf op wat"), ({"uiterlijk_op": VANDAAG}, "moet na 3 december 2026 liggen")],
)
def test_opschorten_wil_een_reden_en_een_dag_die_nog_komt(velden, zin):
    termijn, door = besluit()

    with pytest.raises(ValidationError, match=zin):
        opgeschort(termijn, door, **velden)


def test_na_de_laatste_dag_valt_er_niets_op_te_schorten():
    termijn, door = besluit()

    with pytest.raises(OngeldigeOvergang, match="laatste dag is er al"):
        opgeschort(termijn, door, vandaag=D(2026, 12, 17), uiterlijk_op=D(2027, 1, 4))
    with pytest.raises(OngeldigeOvergang, match="al stil"):
        opgeschort(termijn, door)
        opgeschort(termijn, door)


def verlengd(termijn, door, nieuwe_datum, *, vandaag=VANDAAG, grond="mededeling"):
    return termijn_verlengen(
        termijn_id=termijn.pk, grond=grond, reden="Wij wachten op een deskundige.", nieuwe_datum=nieuwe_datum,
        door=door, vandaag=vandaag,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wet", "wordt"),
    [
        (Wet.WMO, D(2026, 12, 17)),
        (Wet.JEUGDWET, D(2027, 3, 1)),
    ],  # 2.3.5 lid 2 stays; Awb 4:13 moves (4:14 lid 3)
)
def test_uitstel_schuift_alleen_een_redelijke_termijn(wet, wordt):
    termijn, door = besluit(wet=wet)

    v = verlengd(termijn, door, D(2027, 3, 1))
    termijn.refresh_from_db()

    assert (v.brief.soort, termijn.uiterste_datum) == ("uitstel_meegedeeld", wordt)
    with pytest.raises(OngeldigeOvergang, match="al uitstel"):
        verlengd(termijn, door, D(2027, 4, 1))


def test_wat_na_het_uitstel_stilstaat_schuift_de_nieuwe_dag_op():
    termijn, door = besluit(wet=Wet.JEUGDWET)
    verlengd(termijn, door, D(2027, 3, 1))
    o = opgeschort(termijn, door, vandaag=D(2027, 1, 4), uiterlijk_op=D(2027, 1, 18))
    op_de_post(o, D(2027, 1, 4))

    eindigen(o, door, D(2027, 1, 11))
    termijn.refresh_from_db()

    assert termijn.uiterste_datum == D(2027, 3, 8)


def test_verdagen_in_bezwaar_kan_zes_weken():
    termijn, door = besluit()
    bezwaar = klok.starten(termijn.zaak, TermijnSoort.BESLUIT_OP_BEZWAAR, VANDAAG, door=door)

    with pytest.raises(ValidationError, match="zes weken"):
        verlengd(bezwaar, door, D(2027, 2, 27), grond="verdaging")
    verlengd(bezwaar, door, D(2027, 2, 25), grond="verdaging")
    bezwaar.refresh_from_db()

    assert bezwaar.uiterste_datum == D(2027, 2, 25)


def test_een_klok_die_gehaald_is_staat_niet_meer_stil():
    termijn, door = besluit()
    opgeschort(termijn, door)

    klok.halen(
        termijn.zaak,
        TermijnSoort.BESLUIT,
        D(2026, 12, 8),
        door=door,
        aanvraag=termijn.aanvraag,
        met="Besluit",
    )
    termijn.refresh_from_db()

    assert (termijn.gehaald_op, termijn.gehaald_met, termijn.stil_sinds) == (D(2026, 12, 8), "Besluit", None)
    assert termijn.opschortingen.get().einde == "vervallen"


@pytest.mark.parametrize(
    ("rol", "mag"),
    [(Rol.ADMINISTRATIE, True), (Rol.KCC, False), (Rol.CONSULENT, False), (Rol.BEHEERDER, False)],
)
def test_wie_een_termijn_laat_stilstaan(rol, mag):
    termijn, _ = besluit()
    door = MedewerkerFabriek(rollen=[rol]).actor

    if mag:
        opgeschort(termijn, door)
    else:
        with pytest.raises(Termijn.DoesNotExist):
            opgeschort(termijn, door)

    assert Opschorting.objects.exists() is mag


@pytest.mark.django_db(transaction=True)
def test_twee_werkers_laten_elke_opschorting_een_keer_aflopen():
    """Four at once over ten that ran out: each ends once, with one event and one task."""
    alle = []
    for _ in range(10):
        termijn, door = besluit()
        o = opgeschort(termijn, door, uiterlijk_op=D(2026, 12, 10))
        op_de_post(o)
        alle.append(o)

    def werk(_):
        try:
            return opschortingen_aflopen(vandaag=D(2026, 12, 12))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        aantallen = list(pool.map(werk, range(4)))

    assert sum(aantallen) == 10
    assert Gebeurtenis.objects.filter(soort="termijn_loopt_weer").count() == 10
    assert Taak.objects.open().filter(sleutel__startswith="termijn_loopt_weer").count() == 10
    assert {o.history.filter(einde="verlopen").count() for o in alle} == {1}


def test_een_die_breekt_houdt_de_andere_niet_op(monkeypatch):
    termijnen = [besluit() for _ in range(2)]
    rijen = [opgeschort(t, door, uiterlijk_op=D(2026, 12, 10)) for t, door in termijnen]
    for o in rijen:
        op_de_post(o)
    from toegang import gebeurtenissen

    echt = gebeurtenissen.termijn_loopt_weer

    def breekt(o, *, door):
        if o.pk == rijen[0].pk:
            raise RuntimeError("stroom weg")
        echt(o, door=door)

    monkeypatch.setattr(gebeurtenissen, "termijn_loopt_weer", breekt)
    opschortingen_aflopen(vandaag=D(2026, 12, 12))
    monkeypatch.undo()
    assert [Opschorting.objects.get(pk=o.pk).einde for o in rijen] == ["", "verlopen"]

    assert opschortingen_aflopen(vandaag=D(2026, 12, 12)) == 1
    assert Actor.objects.systeem() == rijen[0].history.first().history_user


def test_overmacht_eindigt_ook_als_er_geen_brief_kan_gaan():
    """The clock runs again; when no letter can go a colleague decides."""
    termijn, door = besluit()
    o = opgeschort(termijn, door, grond=Grond.OVERMACHT, uiterlijk_op=D(2026, 12, 10))
    op_de_post(o)
    inwoner = termijn.zaak.dossier.inwoner
    inwoner.overleden_op = "20261205"
    inwoner.bewaren(door=door, reden="test")

    eindigen(o, door, D(2026, 12, 8), einde=Einde.VERVALLEN)
    termijn.refresh_from_db()

    assert (termijn.stil_sinds, termijn.uiterste_datum) == (None, D(2026, 12, 22))
    assert not Brief.objects.filter(soort="termijn_loopt_weer").exists()
    assert Taak.objects.open().filter(sleutel__startswith="einde_melden").count() == 1


def test_een_brief_die_moet_wachten_schort_pas_op_als_hij_weg_is():
    """Nothing may be sent without asking: the letter is held, and if it never goes nothing was suspended."""
    termijn, door = besluit()
    inwoner = termijn.zaak.dossier.inwoner
    inwoner.veilig_contact_post = VeiligContact.NIETS_STUREN
    inwoner.bewaren(door=door, reden="test")

    o = opgeschort(termijn, door, uiterlijk_op=D(2026, 12, 10))
    opschortingen_aflopen(vandaag=D(2026, 12, 11))
    o.refresh_from_db()
    termijn.refresh_from_db()

    assert (o.einde, termijn.uiterste_datum) == ("vervallen", D(2026, 12, 17))


TRAGE_WERKER = """
import datetime, time
import django
django.setup()
from toegang import gebeurtenissen
echt = gebeurtenissen.termijn_loopt_weer
def traag(o, *, door):
    echt(o, door=door)
    time.sleep(0.4)
gebeurtenissen.termijn_loopt_weer = traag
from toegang.usecases.opschortingen_aflopen import opschortingen_aflopen
opschortingen_aflopen(vandaag=datetime.date(2026, 12, 12))
"""


@pytest.mark.traag
@pytest.mark.django_db(transaction=True)
def test_een_gedode_werker_verliest_en_verdubbelt_niets(andere_werker):
    """Killed in the middle of the second or third: what it did stands, what it was doing is undone, the rest waits."""
    rijen = []
    for _ in range(6):
        termijn, door = besluit()
        rijen.append(opgeschort(termijn, door, uiterlijk_op=D(2026, 12, 10)))
        op_de_post(rijen[-1])

    andere_werker(TRAGE_WERKER).doden_als(lambda: Opschorting.objects.filter(einde="verlopen").count() >= 2)
    gedaan = Opschorting.objects.filter(einde="verlopen").count()
    opschortingen_aflopen(vandaag=D(2026, 12, 12))

    assert 2 <= gedaan < 6
    assert Opschorting.objects.filter(einde="verlopen", tot_op=D(2026, 12, 10)).count() == 6
    assert Gebeurtenis.objects.filter(soort="termijn_loopt_weer").count() == 6
    assert {o.history.filter(einde="verlopen").count() for o in rijen} == {1}
