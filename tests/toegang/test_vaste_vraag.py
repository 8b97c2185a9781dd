"""Statements that are built once: the same answer as the queryset, the rights of this request, refusals."""

import datetime
import uuid

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Exists, OuterRef
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.fabrieken import VANDAAG, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.nagerekend import narekenen
from toegang import overzicht
from toegang.feiten import rijen
from toegang.merken import NietVast
from toegang.models import Taak, Termijn, Zaak
from toegang.rechten import Laag, Recht, Rechten, Rol
from toegang.vaste_vraag import vaste_vraag
from toegang.zaakvraag import zaak_met_kop

pytestmark = pytest.mark.django_db
A, B = uuid.uuid4(), uuid.uuid4()


class Lezer:
    """A reader with these rights, as a request has one."""

    def __init__(self, **rechten):
        self.pk, self.medewerker_id = 7, 8
        self.rechten = Rechten(regisseur_id=8, **rechten)


INHOUD = Recht.INHOUD_INZIEN
LEZERS = {
    "niets": {},
    "een team": {"teams": {INHOUD: {"wmo": (3,)}}},
    "ander team": {"teams": {INHOUD: {"wmo": (4,)}}},
    "twee teams": {"teams": {INHOUD: {"wmo": (3, 5)}}},
    "twee wetten in dezelfde teams": {"teams": {INHOUD: {"wmo": (3, 5), "jeugdwet": (3, 5)}}},
    "twee wetten in andere teams": {"teams": {INHOUD: {"wmo": (3, 5), "jeugdwet": (3, 6)}}},
    "andere wet": {"teams": {INHOUD: {"jeugdwet": (3,)}}},
    "ander recht": {"teams": {Recht.PROCES_INZIEN: {"wmo": (3,)}}},
    "uitzondering": {"zaken": {INHOUD: (A,)}},
    "twee uitzonderingen": {"zaken": {INHOUD: (A, B), Recht.PROCES_INZIEN: (A,)}},
    "beide": {"teams": {INHOUD: {"wmo": (3, 5)}}, "zaken": {INHOUD: (A,)}},
    "administratie": {"rollen": frozenset({Rol.ADMINISTRATIE})},
    "administratie met uitzondering": {"rollen": frozenset({Rol.ADMINISTRATIE}), "zaken": {INHOUD: (A,)}},
    "regisseur": {"teams": {Recht.INHOUD_BEWERKEN: {"wmo": (3,)}}},
    "alles": {"alles": True},
}


def bouwer(lezer, recht, dossier, vandaag):
    eigen = Taak.objects.filter(medewerker=lezer.medewerker_id)
    return (
        Zaak.objects.voor(lezer, recht)
        .filter(dossier=dossier, gemeld_op__lte=vandaag, taken__in=eigen)
        .exclude(pk__in=Termijn.objects.voor(lezer, recht).values("zaak"))
    )


@pytest.mark.parametrize("recht", list(Recht))
def test_elke_lezer_krijgt_precies_het_statement_van_de_queryset(recht):
    """In turns and more than once, so that every statement kept is used by somebody else too."""
    vraag = vaste_vraag(bouwer)
    for _ in range(2):
        for rechten in LEZERS.values():
            argumenten = {
                "lezer": Lezer(**rechten), "recht": recht, "dossier": uuid.uuid4(), "vandaag": datetime.date(2026, 12, 3),
            }  # fmt: skip
            statement, waarden = vraag.voorbereiden(argumenten)

            assert narekenen(statement, waarden, bouwer(**argumenten))
    assert len(vraag.statements) < 2 * len(LEZERS)


def test_teams_en_uitzonderingen_staan_in_geen_statement_dat_blijft():
    vraag = vaste_vraag(bouwer)
    vraag.voorbereiden(
        {
            "lezer": Lezer(**LEZERS["beide"]),
            "recht": INHOUD,
            "dossier": A,
            "vandaag": datetime.date(2026, 12, 3),
        }
    )

    (statement,) = vraag.statements.values()
    vast = [waarde for merk, waarde in statement.plekken if not merk]
    assert str(A) not in statement.sql
    assert set(map(type, vast)) <= {str, bool}


def test_de_rijen_zijn_gewone_objecten_met_wat_mee_is_gelezen():
    zaak = ZaakFabriek(regisseur=MedewerkerFabriek())
    systeem = Lezer(alles=True)
    zaak_met_kop(lezer=systeem, pk=zaak.pk, vandaag=VANDAAG)

    with CaptureQueriesContext(connection) as vragen:
        (gelezen,) = zaak_met_kop(lezer=systeem, pk=zaak.pk, vandaag=VANDAAG)
        gelezen.dossier.inwoner, gelezen.regisseur, gelezen.wijkteam  # noqa: B018

    assert len(vragen) == 1
    assert (gelezen, gelezen.dossier.inwoner, gelezen.regisseur, gelezen.wijkteam) == (
        zaak, zaak.dossier.inwoner, zaak.regisseur, zaak.wijkteam,
    )  # fmt: skip
    assert zaak_met_kop(lezer=systeem, pk=uuid.uuid4(), vandaag=VANDAAG) == []


def met_van_alles(dag):
    """What hangs on it and what does not, an annotation, JSON; one field less of what is not asked."""
    return (
        Zaak.objects.select_related("dossier__inwoner", "regisseur", "vorige_zaak")
        .annotate(
            klok=Exists(Termijn.objects.filter(zaak=OuterRef("pk"))), mee=rijen(Taak.objects.all(), "titel")
        )
        .defer("spoed_reden")
        .filter(gemeld_op__lte=dag)
        .order_by("volgnummer")
    )


def alles_van(ding) -> dict:
    """Its own values, its kind, and where Django says it came from."""
    eigen = {naam: waarde for naam, waarde in vars(ding).items() if naam != "_state"}
    return {"soort": type(ding), "nieuw": ding._state.adding, "db": ding._state.db, **eigen}


def test_een_object_uit_een_vast_statement_is_dat_van_de_queryset():
    for regisseur in (MedewerkerFabriek(), None):
        ZaakFabriek(regisseur=regisseur)

    vast, gewoon = vaste_vraag(met_van_alles)(dag=VANDAAG), list(met_van_alles(VANDAAG))

    assert [type(z) for z in vast] == [Zaak, Zaak]
    for een, ander in zip(vast, gewoon, strict=True):
        assert alles_van(een) == alles_van(ander)
        assert een._state.fields_cache == ander._state.fields_cache
        assert alles_van(een.dossier) == alles_van(ander.dossier)
        assert alles_van(een.dossier.inwoner) == alles_van(ander.dossier.inwoner)


def test_wie_uit_het_team_gaat_ziet_de_zaak_bij_het_volgende_verzoek_niet_meer():
    team = WijkteamFabriek()
    zaak = ZaakFabriek(wijkteam=team, wet="wmo")
    met = Lezer(teams={Recht.PROCES_INZIEN: {"wmo": (team.pk,)}})
    zonder = Lezer(teams={Recht.PROCES_INZIEN: {"wmo": (team.pk + 1,)}})

    assert [z.pk for z in zaak_met_kop(lezer=met, pk=zaak.pk, vandaag=VANDAAG)] == [zaak.pk]
    assert zaak_met_kop(lezer=zonder, pk=zaak.pk, vandaag=VANDAAG) == []
    assert zaak_met_kop(lezer=Lezer(), pk=zaak.pk, vandaag=VANDAAG) == []


def test_de_pagina_van_een_zaak_bouwt_elk_statement_een_keer():
    """The marks come back out of the largest query of the house."""
    lezer = Lezer(**LEZERS["beide"])
    argumenten = {"lezer": lezer, "pk": A, "vandaag": timezone.localdate()}

    statement, waarden = overzicht.zaak_met_feiten.voorbereiden(argumenten)

    assert narekenen(statement, waarden, overzicht.zaak_met_feiten.bouwer(**argumenten))
    ander = overzicht.zaak_met_feiten.voorbereiden(argumenten | {"pk": B, "lezer": Lezer(**LEZERS["beide"])})
    assert ander[0] is statement


def test_een_dag_die_geen_argument_is_wordt_geweigerd():
    @vaste_vraag
    def vraag(zaak):
        return Termijn.objects.filter(zaak=zaak, uiterste_datum__lte=timezone.localdate())

    with pytest.raises(NietVast, match="no argument"):
        vraag(zaak=A)


def test_een_waarde_die_uit_een_argument_is_afgeleid_wordt_geweigerd():
    @vaste_vraag
    def vraag(vandaag):
        return Termijn.objects.filter(uiterste_datum__lte=vandaag + datetime.timedelta(days=1))

    with pytest.raises(NietVast):
        vraag(vandaag=datetime.date(2026, 12, 3))


def test_een_statement_dat_van_de_waarde_afhangt_wordt_geweigerd():
    @vaste_vraag
    def vraag(nummer):
        rijen = Zaak.objects.filter(volgnummer=nummer)
        return rijen.filter(spoed=True) if nummer < 2_105_000_000 else rijen

    with pytest.raises(NietVast, match="depends on the value"):
        vraag(nummer=3)


def test_een_waarde_van_buiten_wordt_geweigerd():
    pk = A

    with pytest.raises(NietVast, match="outside"):

        @vaste_vraag
        def vraag(lezer):
            return Zaak.objects.filter(pk=pk)


@pytest.mark.parametrize("waarde", [None, ["nieuw"], 1.5])
def test_wat_geen_merk_kan_krijgen_wordt_geweigerd(waarde):
    @vaste_vraag
    def vraag(status):
        return Zaak.objects.filter(status=status)

    with pytest.raises(NietVast, match="cannot be a parameter"):
        vraag(status=waarde)


def test_een_opsomming_hoort_bij_de_vorm():
    @vaste_vraag
    def vraag(zaak, lagen):
        return overzicht.Gebeurtenis.objects.filter(zaak=zaak, laag__in=lagen)

    for lagen in ((Laag.CONTACT,), (Laag.CONTACT, Laag.PROCES)):
        statement, waarden = vraag.voorbereiden({"zaak": A, "lagen": lagen})
        assert narekenen(statement, waarden, overzicht.Gebeurtenis.objects.filter(zaak=A, laag__in=lagen))
    assert len(vraag.statements) == 2


@vaste_vraag
def met_nummer(nummer):
    return Zaak.objects.filter(volgnummer=nummer, spoed=False)


def test_het_plan_wordt_een_keer_per_verbinding_gemaakt_in_hetzelfde_statement():
    zaak = ZaakFabriek()

    with CaptureQueriesContext(connection) as vragen:
        gevonden = [met_nummer(nummer=zaak.volgnummer) for _ in range(3)]

    assert gevonden == [[zaak]] * 3
    assert len(vragen) == 3
    assert [v["sql"].startswith("EXECUTE met_nummer_") for v in vragen][1:] == [True, True]


def test_een_constante_staat_als_woord_in_het_plan():
    """So that a partial index can be used."""
    statement, _ = met_nummer.voorbereiden({"nummer": 1})

    assert statement._tekst().endswith('"toegang_zaak"."volgnummer" = $1)')
    assert 'NOT "toegang_zaak"."spoed"' in statement._tekst()


def test_na_een_fout_op_de_verbinding_gaat_het_weer():
    zaak = ZaakFabriek()
    statement, _ = met_nummer.voorbereiden({"nummer": 1})

    with pytest.raises(DatabaseError), transaction.atomic():
        statement.lezen({"nummer": 10**30})

    assert met_nummer(nummer=zaak.volgnummer) == [zaak]


def test_achter_een_pooler_gaat_elk_statement_voluit(settings):
    settings.DATABASE_PLANNEN_BEWAREN = False
    zaak = ZaakFabriek()

    with CaptureQueriesContext(connection) as vragen:
        gevonden = met_nummer(nummer=zaak.volgnummer)

    assert gevonden == [zaak]
    assert vragen[0]["sql"].startswith("SELECT")


def test_de_database_vertaalt_geen_statement_naar_machinecode():
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)
