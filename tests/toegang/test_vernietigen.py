"""Destruction: two persons, everything of one zaak, and nothing of anybody else."""

import datetime
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, transaction

from portaal.models import Verzoek, Verzoekbestand
from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang.dossiervol import bewaar, vullen
from toegang import vernietigplan
from toegang.models import (
    Actor,
    Concept,
    Contactmoment,
    Document,
    Inzage,
    Inzagereden,
    Taak,
    Termijn,
    TermijnSoort,
    Vernietiging,
    Vernietigverzoek,
    Zaak,
)
from toegang.models.document import willekeurig_pad
from toegang.moment import nu
from toegang.rechten import Grond, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.uitzonderingen import verlenen
from toegang.usecases.vernietiging_besluiten import vernietiging_besluiten
from toegang.usecases.vernietiging_voorstellen import vernietiging_voorstellen
from toegang.usecases.vernietigverzoek_beoordelen import vernietigverzoek_beoordelen
from toegang.usecases.vernietigverzoek_registreren import vernietigverzoek_registreren
from toegang.vernietigbaar import VERANDERD, voor_te_stellen, wat_weigert
from voorzieningen.models import Indicatie
from wijkteams.models import Actie, Doel, Doelzaak, Leefzorgplan

pytestmark = pytest.mark.django_db
FG = Rol.FUNCTIONARIS_GEGEVENSBESCHERMING
SLOT = datetime.date(2026, 12, 4)
LATER = datetime.date(2041, 12, 5)  # the term of the Wmo is over
# What hangs on the person, not on one zaak: it goes when the person goes (docs/keuzes/0033).
VAN_DE_PERSOON = {
    "toegang.Inwoner", "toegang.Relatie", "toegang.Huishoudlid", "toegang.Vertegenwoordiger", "toegang.Brpstand",
    "toegang.Samenvoeging", "toegang.Toestemming", "toegang.Dossier", "wijkteams.Leefzorgplan",
}  # fmt: skip


@pytest.fixture
def team():
    return WijkteamFabriek()


@pytest.fixture
def wie(team):
    """Who proposes, who judges, who decides."""
    return {
        "desk": MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]),
        "lead": MedewerkerFabriek(rollen=[Rol.TEAMLEAD], team=team, team__rol=Rol.TEAMLEAD),
        "fg": MedewerkerFabriek(rollen=[FG]),
    }


def sluiten(zaak, op=SLOT):
    """As after its last decision: nothing of it runs."""
    for taak in zaak.taken.open():
        taak.afgehandeld_om, taak.afgehandeld_door = nu(), Actor.objects.systeem()
        bewaar(taak)
    for termijn in zaak.termijnen.lopend():
        termijn.gehaald_op = op
        bewaar(termijn)
    for indicatie in Indicatie.objects.filter(zaak=zaak):
        indicatie.status, indicatie.beeindigd_op, indicatie.eindreden = "beeindigd", op, "afloop"
        bewaar(indicatie)
    zaak.status, zaak.afsluitreden, zaak.afgesloten_op = "afgesloten", "besluit", op
    return bewaar(zaak)


def volle_zaak(team):
    """A zaak with rows of many models, a file, a contact, what was sent from the site, and who looked."""
    zaak = ZaakFabriek(wijkteam=team, regisseur=MedewerkerFabriek(team=team))
    vullen(zaak, 1)
    systeem = Actor.objects.systeem()
    contact = bewaar(
        Contactmoment(
            kanaal="telefoon", vraag="Geheim verhaal", inwoner=zaak.dossier.inwoner, zaak=zaak, ontvangen_op=SLOT,
            geregistreerd_op=SLOT, geregistreerd_om=nu(), geregistreerd_door=systeem,
        )
    )  # fmt: skip
    for hangt in ({"zaak": zaak}, {"contactmoment": contact}):
        bewaar(
            Document(
                **hangt, soort="upload", titel="Bijlage", grootte=1, sha256="0" * 64, gemaakt_om=nu(),
                bestand=default_storage.save(willekeurig_pad(None, ""), ContentFile(b"x")),
            )
        )  # fmt: skip
    bewaar(Contactmoment(
        kanaal="telefoon", vraag="Tweede vraag", inwoner=zaak.dossier.inwoner, samen_met=contact, ontvangen_op=SLOT,
        geregistreerd_op=SLOT, geregistreerd_om=nu(), geregistreerd_door=systeem,
    ))  # fmt: skip
    verlenen(
        zaak,
        MedewerkerFabriek().pk,
        Grond.CONSULT,
        vanaf=nu(),
        tot=nu() + datetime.timedelta(1),
        door=systeem,
    )
    Inzagereden.objects.create(medewerker=zaak.regisseur, zaak=zaak, op=SLOT, reden="vraag")
    Concept.objects.create(actor=systeem, formulier=f"/toegang/zaak/{zaak.pk}/x/", gegevens={"t": "Geheim"})
    verzoek = Verzoek.objects.create(
        id=uuid.uuid4(), soort="vragen", inwoner=zaak.dossier.inwoner, door=systeem, bron_id=zaak.pk,
        gegevens={"t": "Geheim"}, gevraagd_om=nu(),
    )  # fmt: skip
    Verzoekbestand.objects.create(id=uuid.uuid4(), verzoek=verzoek, naam="a.pdf", inhoud=b"x")
    return zaak


def ander_van(zaak):
    """Another zaak of the same person, with a goal that both share."""
    ander = ZaakFabriek(dossier=zaak.dossier, wijkteam=zaak.wijkteam)
    plan = Leefzorgplan.objects.get(dossier=zaak.dossier)
    doel = bewaar(Doel(plan=plan, leefgebied="huishouden", ik_wil="Samen", uiterlijk_op=SLOT))
    bewaar(Actie(doel=doel, soort="inwoner", omschrijving="Stoffen"))
    bewaar(Doelzaak(doel=doel, zaak=zaak))
    bewaar(Doelzaak(doel=doel, zaak=ander))
    bewaar(Document(
        zaak=ander, soort="upload", titel="Bijlage", grootte=1, sha256="0" * 64, gemaakt_om=nu(),
        bestand=default_storage.save(willekeurig_pad(None, ""), ContentFile(b"x")),
    ))  # fmt: skip
    return ander


def hele_database() -> dict[str, list[str]]:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
            " AND relnamespace = 'public'::regnamespace"
        )
        uit = {}
        for (tabel,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{tabel}" t ORDER BY 1')
            uit[tabel] = [rij for (rij,) in cursor.fetchall()]
        return uit


def sleutels(zaak) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sleutel FROM toegang_rijen_van(%s) WHERE length(sleutel) = 36", [zaak.pk])
        return {s for (s,) in cursor.fetchall()}


def voorstellen(zaak, wie, vandaag=LATER):
    return vernietiging_voorstellen(zaak_id=zaak.pk, door=wie["desk"].actor, vandaag=vandaag)


def besluiten(vernietiging, door, *, akkoord=True, reden="", vandaag=LATER):
    return vernietiging_besluiten(
        vernietiging_id=vernietiging.pk, akkoord=akkoord, reden=reden, door=door.actor, vandaag=vandaag
    )


def test_na_vernietigen_verwijst_niets_meer(team, wie, client, django_capture_on_commit_callbacks):
    """No row, now or of history, and no file; another zaak of the person and other people stay as they were."""
    zaak = volle_zaak(team)
    zaak = sluiten(zaak)
    ander = ander_van(zaak)
    buur = sluiten(volle_zaak(team))
    client.als(wie["desk"]).get(f"/toegang/zaak/{zaak.pk}/")
    gezien = Inzage.objects.filter(zaak=zaak.pk).count()
    weg, blijft = sleutels(zaak), sleutels(ander) | sleutels(buur)
    bestanden = [d.bestand.name for d in Document.objects.filter(pk__in=weg)]
    vernietiging = voorstellen(zaak, wie)
    voor = hele_database()

    with django_capture_on_commit_callbacks(execute=True):
        gedaan = besluiten(vernietiging, wie["fg"])
    na = hele_database()

    assert len(weg) > 20
    assert len(bestanden) == 2
    assert gezien
    assert not any(default_storage.exists(naam) for naam in bestanden)
    over = {
        tabel for tabel, rijen in na.items() for rij in rijen if any(s in rij for s in weg)
    } - {"toegang_inzage"}  # fmt: skip
    assert over == set()
    assert Inzage.objects.filter(zaak=zaak.pk).count() == gezien  # who looked stays
    rest = {t: [r for r in rijen if any(s in r for s in blijft)] for t, rijen in voor.items()}
    assert {t: [r for r in rijen if any(s in r for s in blijft)] for t, rijen in na.items()} == rest
    for tabel in ("toegang_inwoner", "toegang_dossier", "toegang_actor", "wijkteams_medewerker"):
        assert na[tabel] == voor[tabel]
    assert (gedaan.status, gedaan.zaak_id, gedaan.besloten_door) == ("vernietigd", None, wie["fg"].actor)
    assert [gedaan.aantallen[t] for t in ("toegang_zaak", "toegang_document")] == [1, 2]
    assert gedaan.aantallen["portaal_verzoek"] == gedaan.aantallen["portaal_verzoekbestand"] == 1
    assert "Geheim" not in str([na[t] for t in ("toegang_vernietiging", "toegang_historicalvernietiging")])
    assert not Taak.objects.open().filter(sleutel__startswith="vernietiging:").exists()
    assert besluiten(vernietiging, wie["fg"]).vernietigd_om == gedaan.vernietigd_om  # twice is once
    for wijziging, zin in (
        ("UPDATE toegang_vernietiging SET wet = 'gpk'", "proof of a destruction stays"),
        ("DELETE FROM toegang_vernietiging", "permission denied"),
    ):
        with pytest.raises(DatabaseError, match=zin), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(wijziging)


def roep(pk):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT toegang_vernietigen(%s)", [pk])


def test_een_persoon_alleen_kan_het_niet(team, wie):
    """Neither by the use-case, nor by the function, nor past both: the application cannot delete."""
    zaak = sluiten(volle_zaak(team))
    beide = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE, FG])
    vernietiging = vernietiging_voorstellen(zaak_id=zaak.pk, door=beide.actor, vandaag=LATER)
    voor = hele_database()

    for door in (beide, wie["desk"], wie["lead"]):
        with pytest.raises(PermissionDenied):
            besluiten(vernietiging, door)
    with pytest.raises(DatabaseError, match="No approved destruction"):
        roep(vernietiging.pk)
    with pytest.raises(DatabaseError, match="No approved destruction"):
        roep(uuid.uuid4())
    for door, zin in ((beide, "vernietiging_twee_personen"), (wie["desk"], "decided by the FG")):
        with pytest.raises(DatabaseError, match=zin), transaction.atomic():
            rij = Vernietiging.objects.get(pk=vernietiging.pk)
            rij.status, rij.besloten_op, rij.besloten_door = "goedgekeurd", LATER, door.actor
            bewaar(rij)
            roep(rij.pk)
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM toegang_zaak WHERE id = %s", [zaak.pk])
    with pytest.raises(DatabaseError, match="takes two persons"), transaction.atomic():
        rij = Vernietiging.objects.get(pk=vernietiging.pk)
        rij.status, rij.besloten_op, rij.besloten_door = "goedgekeurd", LATER, Actor.objects.systeem()
        bewaar(rij)
        roep(rij.pk)
    assert hele_database() == voor


def test_veranderd_na_het_voorstel_wordt_geweigerd(team, wie):
    """Opened again, touched, or with work on it since: refused; the FG turns it down and it can be proposed anew."""
    zaak = sluiten(volle_zaak(team))
    vernietiging = voorstellen(zaak, wie)
    zaak.refresh_from_db()
    zaak.status, zaak.afsluitreden, zaak.afgesloten_op = "besluitvorming", "", None
    bewaar(zaak)

    with pytest.raises(OngeldigeOvergang, match="nog open"):
        besluiten(vernietiging, wie["fg"])
    sluiten(zaak, SLOT)
    with pytest.raises(OngeldigeOvergang, match=VERANDERD):
        besluiten(vernietiging, wie["fg"])
    with pytest.raises(DatabaseError, match="changed since"), transaction.atomic():
        rij = Vernietiging.objects.get(pk=vernietiging.pk)
        rij.status, rij.besloten_op, rij.besloten_door = "goedgekeurd", LATER, wie["fg"].actor
        bewaar(rij)
        roep(rij.pk)
    with pytest.raises(ValidationError):
        besluiten(vernietiging, wie["fg"], akkoord=False)
    afgewezen = besluiten(vernietiging, wie["fg"], akkoord=False, reden="Eerst nog nakijken")
    assert (afgewezen.status, afgewezen.zaak_id) == ("afgewezen", zaak.pk)
    with pytest.raises(OngeldigeOvergang):
        besluiten(vernietiging, wie["fg"])
    assert voorstellen(zaak, wie).pk != vernietiging.pk
    assert Zaak.objects.filter(pk=zaak.pk).exists()


def test_wat_loopt_wordt_niet_voorgesteld(team, wie):
    """(what is different, the sentence): a list that shows it and an act that does it agree."""
    lezer = wie["desk"].actor

    def te_zien(zaak, vandaag=LATER):
        return zaak.pk in {z.pk for z in voor_te_stellen(lezer, vandaag)}

    klaar = sluiten(volle_zaak(team))
    assert te_zien(klaar)
    assert wat_weigert(klaar, LATER) == []
    assert not te_zien(klaar, datetime.date(2041, 12, 4))
    assert "vanaf 5 december 2041" in wat_weigert(klaar, datetime.date(2041, 12, 4))[0]
    open_ = volle_zaak(team)
    taak = sluiten(volle_zaak(team))
    bewaar(Taak(sleutel="x:1", titel="x", zaak=taak, rol="teamlead", uiterlijk_op=SLOT, adres="toegang:zaak"))
    klok = sluiten(volle_zaak(team))
    bewaar(
        Termijn(
            zaak=klok, soort=TermijnSoort.BEZWAAR, artikel="Awb 6:7", begint_op=SLOT, uiterste_datum=LATER
        )
    )
    hulp = sluiten(volle_zaak(team))
    indicatie = Indicatie.objects.get(zaak=hulp)
    indicatie.status, indicatie.beeindigd_op, indicatie.eindreden = "lopend", None, ""
    bewaar(indicatie)
    vervolg = sluiten(volle_zaak(team))
    ZaakFabriek(dossier=vervolg.dossier, vorige_zaak=vervolg)
    onbekend = sluiten(ZaakFabriek(wet="leerlingenvervoer", wijkteam=team))

    for zaak, woord in (
        (open_, "nog open"), (taak, "werk open"), (klok, "termijn"), (hulp, "hulp"), (vervolg, "gaat hierop verder"),
        (onbekend, "geen bewaartermijn"),
    ):  # fmt: skip
        assert not te_zien(zaak), woord
        with pytest.raises(OngeldigeOvergang, match=woord):
            voorstellen(zaak, wie)
    voorstellen(klaar, wie)
    assert not te_zien(klaar)
    with pytest.raises(OngeldigeOvergang, match="al voorgesteld"):
        voorstellen(klaar, wie)


def test_een_verzoek_heeft_een_termijn_en_een_antwoord(team, wie):
    """Wmo 2015 art. 5.3.5: three months; refused only with a ground; granted opens what the term still holds."""
    zaak = sluiten(volle_zaak(team))
    op = datetime.date(2026, 12, 10)
    registreren = {"zaak_id": zaak.pk, "van": "inwoner", "door": wie["desk"].actor, "vandaag": op}
    with pytest.raises(ValidationError):
        vernietigverzoek_registreren(ontvangen_op=op + datetime.timedelta(1), **registreren)

    verzoek = vernietigverzoek_registreren(ontvangen_op=op, **registreren)

    assert vernietigverzoek_registreren(ontvangen_op=op, **registreren) == verzoek
    termijn = zaak.termijnen.get(soort=TermijnSoort.VERNIETIGVERZOEK)
    assert (termijn.uiterste_datum, termijn.artikel) == (datetime.date(2027, 3, 10), "Wmo 2015 art. 5.3.5")
    assert zaak.taken.open().get().rol == Rol.TEAMLEAD
    oordeel = {"zaak_id": zaak.pk, "vandaag": op}
    for door in (wie["desk"], wie["fg"]):  # the desk reads no content of a zaak with a team
        with pytest.raises((PermissionDenied, Zaak.DoesNotExist)):
            vernietigverzoek_beoordelen(uitkomst="toegewezen", door=door.actor, **oordeel)
    for anders in ({}, {"weigergrond": "belang"}, {"weigergrond": "belang", "reden": "kort"}):
        with pytest.raises(ValidationError):
            vernietigverzoek_beoordelen(uitkomst="geweigerd", door=wie["lead"].actor, **oordeel, **anders)
    assert wat_weigert(zaak, op) == ["Er ligt een verzoek van de inwoner. Beoordeel dat eerst."]

    vernietigverzoek_beoordelen(
        uitkomst="geweigerd", weigergrond="belang", reden="Een broer heeft hier belang bij", door=wie["lead"].actor,
        **oordeel,
    )  # fmt: skip

    termijn.refresh_from_db()
    assert termijn.gehaald_op == op
    assert not zaak.taken.open().exists()
    assert "De bewaartermijn loopt nog" in wat_weigert(zaak, op)[0]
    with pytest.raises(OngeldigeOvergang):
        vernietigverzoek_beoordelen(uitkomst="toegewezen", door=wie["lead"].actor, **oordeel)
    vernietigverzoek_registreren(ontvangen_op=op, **registreren)
    vernietigverzoek_beoordelen(uitkomst="toegewezen", door=wie["lead"].actor, **oordeel)
    with pytest.raises(OngeldigeOvergang, match="al toegewezen"):
        vernietigverzoek_registreren(ontvangen_op=op, **registreren)
    assert wat_weigert(zaak, op) == []
    assert zaak.pk in {z.pk for z in voor_te_stellen(wie["desk"].actor, op)}
    vernietiging = voorstellen(zaak, wie, op)
    assert (vernietiging.aanleiding, vernietiging.bron) == ("verzoek", "Wmo 2015 art. 5.3.5")
    besluiten(vernietiging, wie["fg"], vandaag=op)
    assert not Vernietigverzoek.objects.exists()


def test_wat_niet_zonder_kan_houdt_het_tegen(team, wie):
    """A bezwaar on its besluit is a zaak of its own: that goes first."""
    from beschikkingen.models import Besluit, Bezwaar

    zaak = sluiten(volle_zaak(team))
    besluit = Besluit.objects.filter(zaak=zaak).first()
    bezwaarzaak = ZaakFabriek(dossier=zaak.dossier, vorige_zaak=zaak, soort="bezwaar")
    bewaar(
        Bezwaar(zaak=bezwaarzaak, besluit=besluit, ontvangen_op=SLOT, geregistreerd_om=nu(), gronden="Oneens")
    )
    bezwaarzaak = sluiten(bezwaarzaak)
    vernietiging = voorstellen(zaak, wie)

    with pytest.raises(OngeldigeOvergang, match="Vernietig die eerst"):
        besluiten(vernietiging, wie["fg"])
    besluiten(voorstellen(bezwaarzaak, wie), wie["fg"])
    besluiten(vernietiging, wie["fg"])

    assert not Zaak.objects.filter(dossier=zaak.dossier, pk__in=[zaak.pk, bezwaarzaak.pk]).exists()


def test_elk_geregistreerd_model_gaat_mee_of_hoort_bij_de_persoon():
    """The plan is the registry: a new model with a zaak goes along without a word; one without must be named here."""
    mee = {m._meta.label for m in vernietigplan.van_de_zaak()} | {"portaal.Verzoek", "portaal.Verzoekbestand"}
    alle = {m._meta.label for m in vernietigplan.geregistreerd()}

    assert alle - mee == VAN_DE_PERSOON
    assert {m._meta.db_table for m in vernietigplan.geregistreerd() if m._meta.label in mee} == set(
        vernietigplan.tabellen()
    )


def test_de_schermen(team, wie, client, time_machine):
    """The desk registers and proposes, the teamlead judges, the FG decides; who is not in the table gets 403 or 404."""
    time_machine.move_to(datetime.datetime(2041, 12, 5, 12, tzinfo=datetime.UTC))
    zaak = sluiten(volle_zaak(team))
    basis = "/toegang"
    verzoek, voorstel = f"{basis}/zaak/{zaak.pk}/vernietigverzoek/", f"{basis}/zaak/{zaak.pk}/vernietigen/"

    for rol in set(Rol) - {FG, Rol.ADMINISTRATIE, Rol.TEAMLEAD}:
        vreemd = client.als(MedewerkerFabriek(rollen=[rol]))
        for adres in (verzoek, voorstel, f"{basis}/vernietiging/"):
            assert vreemd.get(adres).status_code == 403, (rol, adres)
    assert client.als(wie["fg"]).get(voorstel).status_code == 403
    elders = MedewerkerFabriek(rollen=[Rol.TEAMLEAD], team=WijkteamFabriek(), team__rol=Rol.TEAMLEAD)
    assert client.als(elders).get(voorstel).status_code == 404
    client.als(wie["desk"])
    leeg = client.post(verzoek, {"ontvangen_op": "1-12-2041", "van": "inwoner"})
    assert "Vernietigen kan alleen op een schriftelijk verzoek" in leeg.content.decode()
    gegevens = {"ontvangen_op": "1-12-2041", "van": "inwoner", "schriftelijk": "on"}
    assert client.post(verzoek, gegevens).status_code == 302
    assert "De teamleider van deze zaak beoordeelt" in client.get(verzoek).content.decode()
    assert client.post(verzoek, {"uitkomst": "toegewezen"}).status_code == 403
    assert "Beoordeel dat eerst" in client.get(voorstel).content.decode()
    client.als(wie["lead"])
    fout = client.post(verzoek, {"uitkomst": "geweigerd"})
    assert "Kies de grond voor de weigering" in fout.content.decode()
    assert client.post(verzoek, {"uitkomst": "toegewezen"}).status_code == 302
    assert "De inwoner vroeg erom (Wmo 2015 art. 5.3.5)" in client.get(voorstel).content.decode()
    assert client.post(voorstel).status_code == 302
    rij = Vernietiging.objects.get()
    adres = f"{basis}/vernietiging/{rij.pk}/"
    assert client.post(adres, {"besluit": "vernietigen"}).status_code == 403
    assert client.als(elders).get(adres).status_code == 404
    client.als(wie["fg"])
    assert zaak.kenmerk in client.get(f"{basis}/vernietiging/").content.decode()
    assert "in minstens 10 tekens" in client.post(adres, {"besluit": "afwijzen"}).content.decode()
    assert client.post(adres, {"besluit": "vernietigen"}).status_code == 302
    na = client.get(adres).content.decode()
    assert "Wat weg is" in na
    assert zaak.kenmerk not in na + client.get(f"{basis}/vernietiging/").content.decode()
    assert client.get(f"{basis}/zaak/{zaak.pk}/").status_code == 404
