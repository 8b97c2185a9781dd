"""A batch of letters: who is held out and why, the order on paper, the day that counts, and what stays for ever."""

import datetime
import hashlib

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse

from portaal.usecases.brieven_bezorgen import te_bezorgen
from tests.fabrieken import VANDAAG, MedewerkerFabriek
from tests.toegang import verzendingen as v
from tests.toegang.verzendingen import MORGEN, bladen, brief, gedrukt, samenstellen, werken, wijzig
from toegang import briefsoorten
from toegang.briefsoorten import Wachtbron
from toegang.brieven.inhoud import hash_van
from toegang.drukwerk import adresvolgorde
from toegang.models import Actor, Brief, Document, Inzage, Taak, Uit, Verzending, Verzendregel
from toegang.rechten import Rol
from toegang.statussen import BriefStatus, OngeldigeOvergang, VerzendingStatus
from toegang.usecases.brief_verzenden import IN_VERZENDING, brief_verzenden
from toegang.usecases.verzending_aanbieden import OpnieuwGemaakt, UitDeStapel, verzending_aanbieden
from toegang.usecases.verzending_nakijken import verzending_nakijken
from toegang.usecases.verzending_samenstellen import kiesbaar
from toegang.usecases.verzending_starten import verzending_opheffen, verzending_starten, verzending_stoppen
from toegang.usecases.wezen_opruimen import wezen_opruimen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _klok(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00", tick=True)


@pytest.fixture
def gevolgen(monkeypatch):
    """What followed from sending: (letter, day)."""
    gezien = []
    v.papier_gebruiken(monkeypatch, lambda brief, *, door, op: gezien.append((brief.pk, door, op)))
    return gezien


@pytest.fixture
def desk(gevolgen) -> Actor:
    return MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor


def redenen(verzending) -> dict:
    return dict(
        Verzendregel.objects.filter(verzending=verzending).exclude(uit="").values_list("brief_id", "uit")
    )


def bied_aan(verzending, door, op=VANDAAG, vandaag=VANDAAG):
    return verzending_aanbieden(verzending_id=verzending.pk, door=door, vandaag=vandaag, op=op)


def test_van_kiezen_tot_post_weg(desk, gevolgen):
    """One morning: five go, each reason holds one out, the paper lies in the order of the post, each works once."""
    ver = brief(postcode="6211AB", huisnummer=1)
    even = brief(huisnummer=10)
    voor = brief(huisnummer=9)
    dood, geheim, onveilig = brief(), brief(), brief()
    zoek = brief(adres_in_onderzoek=True)
    afgeschermd = brief(afgeschermd=True)
    wijzig(dood.zaak.dossier.inwoner, overleden_op="20261203")
    wijzig(onveilig.zaak.dossier.inwoner, veilig_contact_post="niets_sturen")
    geheim.zaak.afgeschermd = False

    verzending = samenstellen(desk, verzenddatum=MORGEN)
    assert redenen(verzending) == {dood.pk: Uit.OVERLEDEN, onveilig.pk: Uit.OVERLEG, zoek.pk: Uit.ONDERZOEK}
    assert not Verzendregel.objects.filter(brief=afgeschermd).exists(), "a shielded dossier goes by itself"
    werken()
    assert Brief.objects.filter(status=BriefStatus.GEMAAKT).get() == afgeschermd, (
        "nothing is made before the check"
    )

    geheim.zaak.afgeschermd = True
    geheim.zaak.bewaren(door=desk, reden="afgeschermd")
    verzending_starten(verzending_id=verzending.pk, door=desk, vandaag=VANDAAG)
    verzending_starten(verzending_id=verzending.pk, door=desk, vandaag=VANDAAG)  # a second click
    werken()

    verzending.refresh_from_db()
    volgorde = [b.zaak.kenmerk for b in (voor, even, ver)]
    gedrukt_ = [blad.partition(" ")[0] for blad in bladen(verzending) if blad]
    assert list(dict.fromkeys(gedrukt_)) == volgorde
    assert all(blad.endswith(str(MORGEN)) for blad in bladen(verzending) if blad), "the date of the batch"
    assert len(bladen(verzending)) % 2 == 0, "each letter begins on a new sheet"
    assert redenen(verzending)[geheim.pk] == Uit.AFGESCHERMD
    with verzending.bestand.open("rb") as bestand:
        assert hashlib.sha256(bestand.read()).hexdigest() == verzending.sha256
    with pytest.raises(OngeldigeOvergang, match="verzending"):
        brief_verzenden(brief_id=even.pk, door=desk, vandaag=MORGEN, verzonden_op=MORGEN)
    assert gevolgen == []

    bied_aan(verzending, desk, MORGEN, MORGEN)
    bied_aan(verzending, desk, MORGEN, MORGEN)
    assert gevolgen == [], "the worker does it, letter by letter"
    werken(MORGEN)
    werken(MORGEN)

    assert sorted(gevolgen, key=str) == sorted(((b.pk, desk, MORGEN) for b in (ver, even, voor)), key=str)
    weg = Brief.objects.select_related("document").get(pk=even.pk)
    with weg.document.bestand.open("rb") as bestand:
        assert weg.pdf_sha256 == hashlib.sha256(bestand.read()).hexdigest()
    assert weg.inhoud_sha256 == hash_van(weg.document.inhoud) != ""
    assert weg.document.inhoud["kop"]["verzonden_op"] == str(MORGEN)
    naam = str(verzending.bestand)
    verzending.refresh_from_db()
    assert (verzending.status, str(verzending.bestand)) == (VerzendingStatus.AANGEBODEN, "")
    assert naam, "there was a file"
    assert not Verzendregel.objects.open().exists(), "what was held out is free again"
    assert not Taak.objects.open().filter(sleutel=f"brief_verzenden:{even.pk}").exists()


def test_een_dag_later_worden_de_brieven_opnieuw_gemaakt_en_de_oude_blijven_als_niet_verzonden(
    desk, gevolgen
):
    een, dood = brief(), brief()
    verzending = gedrukt(desk)
    oud = Document.objects.get(brief=een)
    wijzig(dood.zaak.dossier.inwoner, overleden_op="20261203")

    with pytest.raises(ValidationError, match="toekomst"):
        bied_aan(verzending, desk, MORGEN, VANDAAG)
    with pytest.raises(ValidationError, match="pas op 3 december 2026 afgedrukt"):
        bied_aan(verzending, desk, VANDAAG - datetime.timedelta(days=1), MORGEN)
    with pytest.raises(OpnieuwGemaakt, match="4 december 2026"):
        bied_aan(verzending, desk, MORGEN, MORGEN)
    verzending.refresh_from_db()
    assert (verzending.sha256, verzending.status) == ("", VerzendingStatus.LOOPT)
    werken(MORGEN)
    verzending.refresh_from_db()
    bied_aan(verzending, desk, MORGEN, MORGEN)
    werken(MORGEN)

    assert [(pk, op) for pk, _, op in gevolgen] == [(een.pk, MORGEN)]
    oud.refresh_from_db()
    assert oud.niet_verzonden_van_id == een.pk
    assert oud.titel.endswith("(niet verzonden)")
    assert default_storage.exists(str(oud.bestand)), "the old bytes stay"
    assert Brief.objects.get(pk=een.pk).document.sha256 != oud.sha256
    assert redenen(verzending)[dood.pk] == Uit.OVERLEDEN
    assert (
        Brief.objects.get(pk=dood.pk).document is None
        or Document.objects.filter(niet_verzonden_van=dood).exists()
    )


def test_wat_na_het_afdrukken_verandert_gaat_uit_de_stapel(desk, gevolgen):
    """Told by its number on paper, before anything has effect; who confirms again sends the rest."""
    blijft, verhuist, gaat_dood, opnieuw = (brief(huisnummer=n) for n in (1, 2, 3, 4))
    verzending = gedrukt(desk)
    wijzig(verhuist.zaak.dossier.inwoner, huisnummer=200)
    wijzig(gaat_dood.zaak.dossier.inwoner, overleden_op="20261203")
    anders = Brief.objects.select_related("document").get(pk=opnieuw.pk).document
    anders.sha256 = "0" * 64
    anders.bewaren(door=desk, reden="een ander bestand")

    with pytest.raises(UitDeStapel, match="nummer 2, 3, 4"):
        bied_aan(verzending, desk)

    assert redenen(verzending) == {
        verhuist.pk: Uit.ADRES,
        gaat_dood.pk: Uit.OVERLEDEN,
        opnieuw.pk: Uit.ANDERS,
    }
    assert Verzending.objects.get(pk=verzending.pk).status == VerzendingStatus.LOOPT
    bied_aan(verzending, desk)
    werken()
    assert [pk for pk, *_ in gevolgen] == [blijft.pk]
    assert Brief.objects.get(pk=verhuist.pk).status == BriefStatus.GEMAAKT
    assert not Brief.objects.get(pk=verhuist.pk).verzendregels.open().exists()


def test_stoppen_verdergaan_nakijken_en_opheffen(desk):
    een, ander = brief(), brief(adres_in_onderzoek=True)
    verzending = samenstellen(desk)
    verzending_starten(verzending_id=verzending.pk, door=desk, vandaag=VANDAAG)
    verzending_stoppen(verzending_id=verzending.pk, door=desk)
    verzending_stoppen(verzending_id=verzending.pk, door=desk)

    werken()
    assert Brief.objects.get(pk=een.pk).status == BriefStatus.GEVRAAGD, "stopped is stopped"

    wijzig(ander.zaak.dossier.inwoner, adres_in_onderzoek=False, huisnummer=77)
    assert verzending_nakijken(verzending_id=verzending.pk, door=desk, vandaag=VANDAAG) == 1
    verzending_starten(verzending_id=verzending.pk, door=desk, vandaag=VANDAAG)
    werken()
    verzending.refresh_from_db()
    assert len([b for b in bladen(verzending) if b]) >= 2
    assert "77" in Brief.objects.get(pk=ander.pk).aan_adres[0], "the address of now"

    naam = str(verzending.bestand)
    verzending_opheffen(verzending_id=verzending.pk, door=desk, vandaag=VANDAAG)
    assert naam
    assert not Brief.objects.get(pk=een.pk).verzendregels.open().exists()
    with pytest.raises(OngeldigeOvergang, match="opgeheven"):
        bied_aan(verzending, desk)
    assert samenstellen(desk).regels.count() == 2, "free for another batch"


def test_een_brief_die_mislukt_houdt_de_stapel_niet_op(desk, monkeypatch):
    goed, stuk = brief(), brief()
    bouwen = v.bouwen

    def breekt(rij):
        if rij.pk == stuk.pk:
            raise KeyError("geheim")
        return bouwen(rij)

    monkeypatch.setattr(v, "bouwen", breekt)
    v.papier_gebruiken(monkeypatch)
    verzending = samenstellen(desk)
    verzending_starten(verzending_id=verzending.pk, door=desk, vandaag=VANDAAG)

    for dag in range(5):
        werken(uur=11 + 2 * dag)

    verzending.refresh_from_db()
    assert verzending.sha256
    assert redenen(verzending) == {stuk.pk: Uit.MISLUKT}
    assert Brief.objects.get(pk=goed.pk).status == BriefStatus.GEMAAKT


def test_een_brief_die_op_de_post_breekt_houdt_de_andere_niet_op(desk, gevolgen, monkeypatch):
    """What follows from a letter fails in a way that nobody foresaw: a person looks, all others count."""
    stuk, goed = brief(huisnummer=1), brief(huisnummer=2)
    verzending = gedrukt(desk)
    bied_aan(verzending, desk)

    def breekt(rij, *, door, op):
        if rij.pk == stuk.pk:
            raise KeyError("geheim")
        gevolgen.append(rij.pk)

    v.papier_gebruiken(monkeypatch, breekt)
    werken()
    werken()

    assert gevolgen == [goed.pk]
    assert redenen(verzending) == {stuk.pk: Uit.VERWERKEN}
    assert "geheim" not in Verzendregel.objects.get(brief=stuk).uitleg
    wijzig(stuk.zaak.dossier.inwoner, bezorging="mijn_hulp", bezorging_gekozen_op=VANDAAG)
    assert not kiesbaar(desk).exists(), "it is with the post: no second paper"
    assert not te_bezorgen(VANDAAG).exists(), "nor a notice besides the paper"
    assert Taak.objects.open().filter(sleutel__startswith="brief_niet_verwerkt").count() == 1


def test_wat_niet_te_schrijven_is_houdt_de_andere_brieven_niet_op(desk, monkeypatch):
    """A source that breaks: its row is held out, and the workers go on."""
    gewoon = brief()
    verzending = samenstellen(desk)
    zaak = brief().zaak

    def breekt(pk, **_):
        if pk == zaak.pk:
            raise KeyError("geheim")
        return gewoon  # planned alone meanwhile, and chosen already

    bron = Wachtbron("stuk", lambda lezer: Verzending.objects.none(), breekt)
    monkeypatch.setitem(briefsoorten._bronnen, "stuk", bron)
    for bron_id in (zaak.pk, gewoon.pk):
        rij = Verzendregel(verzending=verzending, zaak=zaak, soort="stuk", bron_id=bron_id)
        rij.bewaren(door=desk, reden="test")
    verzending_starten(verzending_id=verzending.pk, door=desk, vandaag=VANDAAG)

    werken()

    stuk = Verzendregel.objects.filter(soort="stuk")
    assert set(stuk.values_list("uit", "brief")) == {(Uit.NIET_KLAAR, None)}
    assert stuk.get(bron_id=gewoon.pk).uitleg == "Deze brief gaat al mee met een andere verzending."
    assert not stuk.filter(uitleg__contains="geheim").exists()
    assert Brief.objects.get(pk=gewoon.pk).status == BriefStatus.GEMAAKT
    verzending.refresh_from_db()
    assert verzending.sha256, "what cannot be written does not hold the print file of all others"
    assert verzending_nakijken(verzending_id=verzending.pk, door=desk, vandaag=VANDAAG) == 0


def test_het_printbestand_is_geen_wees(desk):
    verzending = (brief(), gedrukt(desk))[1]

    weg = wezen_opruimen(door=desk, nu=v.nu(VANDAAG + datetime.timedelta(days=5)))

    assert weg == 0
    assert default_storage.exists(str(verzending.bestand))


def test_regels_van_de_dag_en_van_wie_mag(desk):
    """One world, every refusal: wrong days, nothing to send, wrong roles, a step that is not there."""
    brief()
    laat, leeg = VANDAAG + datetime.timedelta(days=15), {"soorten": ["besluit"]}
    verkeerd = MedewerkerFabriek(rollen=[Rol.CONSULENT, Rol.TEAMLEAD]).actor
    loopt = None
    fouten = []
    for naam, doen, fout in (
        (
            "yesterday",
            lambda: samenstellen(desk, verzenddatum=VANDAAG - datetime.timedelta(days=1)),
            ValidationError,
        ),
        ("too far", lambda: samenstellen(desk, verzenddatum=laat), ValidationError),
        ("nothing of it", lambda: samenstellen(desk, **leeg), ValidationError),
        ("consulent", lambda: samenstellen(verkeerd), PermissionDenied),
    ):
        try:
            with transaction.atomic():
                doen()
        except fout:
            continue
        fouten.append(naam)
    loopt = samenstellen(desk)
    for naam, doen, fout in (
        ("not printed", lambda: bied_aan(loopt, desk), OngeldigeOvergang),
        ("stop before it began", lambda: verzending_stoppen(verzending_id=loopt.pk, door=desk), OngeldigeOvergang),
        ("consulent starts", lambda: verzending_starten(verzending_id=loopt.pk, door=verkeerd, vandaag=VANDAAG),
         PermissionDenied),
        ("consulent sends", lambda: bied_aan(loopt, verkeerd), PermissionDenied),
        ("taken already", lambda: samenstellen(desk), ValidationError),
    ):  # fmt: skip
        try:
            with transaction.atomic():
                doen()
        except fout:
            continue
        fouten.append(naam)

    assert fouten == []


def test_adresvolgorde():
    """The Netherlands first, by postcode, then number as a number; abroad by country."""
    adressen = {
        "d": ["Rue de la Loi 1", "1000 BRUXELLES", "BELGIQUE"],
        "c": ["Kerkstraat 100", "5921 AB  VENLO"],
        "b": ["Kerkstraat 20a", "5921 AB  VENLO"],
        "a": ["p/a P. Smeets", "Plein 1944 3", "5911 AB  VENLO"],
    }

    assert sorted(adressen, key=lambda n: adresvolgorde(n, adressen[n])) == ["a", "b", "c", "d"]


def test_de_schermen_laten_zien_wat_mag_en_schrijven_op_wie(client, desk, gevolgen):
    """From the list to the post, with the buttons; each person on a page or in a file stands in the log."""
    goed, dicht = brief(), brief(adres_in_onderzoek=True)
    client.als(desk.medewerker)
    lijst, nieuw = reverse("toegang:verzendingen"), reverse("toegang:verzending_nieuw")
    assert "2 brieven wachten" in client.get(lijst).content.decode()
    assert client.get(reverse("toegang:proefbrief"))["Content-Type"] == "application/pdf"
    velden = {"soorten": ["proef"], "verzenddatum": "3-12-2026", "dubbelzijdig": "ja"}
    assert "hoogstens" in client.post(nieuw, velden | {"verzenddatum": "24-12-2026"}).content.decode()

    client.post(nieuw, velden)
    verzending = Verzending.objects.get()
    doel = reverse("toegang:verzending", args=[verzending.pk])
    pagina = client.get(doel).content.decode()
    regel = Verzendregel.objects.get(brief=goed)
    voorbeeld = reverse("toegang:verzending_voorbeeld", args=[regel.pk])
    assert "Het adres is in onderzoek: 1" in pagina
    assert voorbeeld in pagina
    assert dicht.zaak.dossier.inwoner.naam.weergave() in pagina

    def stap(naam, **data):
        return client.post(reverse(f"toegang:verzending_{naam}", args=[verzending.pk]), data, follow=True)

    stap("starten")
    loopt = client.get(doel).content.decode()
    assert "0 van 1 brief klaar" in loopt
    assert "toegang/verzending.js" in loopt
    gezien = Inzage.objects.count()
    stand = client.get(doel, {"alleen": "stand"}).content.decode()  # what the page asks every four seconds
    assert "0 van 1 brief klaar" in stand
    assert 'data-ververs="ja"' in stand
    for inwoner in (goed.zaak.dossier.inwoner, dicht.zaak.dossier.inwoner):
        assert inwoner.geslachtsnaam not in stand, "nobody is shown, so nobody is written down"
    assert Inzage.objects.count() == gezien
    werken()
    pagina = client.get(doel).content.decode()
    assert "Telblad" in pagina
    bestand = reverse("toegang:verzending_bestand", args=[verzending.pk])
    antwoord = client.get(bestand)
    assert antwoord["Content-Type"] == "application/pdf"
    erin = Inzage.objects.filter(scherm="verzending_bestand").values_list("zaak", "laag", "grond", "uitkomst")
    assert list(erin) == [(goed.zaak_id, "L2a", "verzending", "gelukt")]
    assert Inzage.objects.filter(scherm="verzending", zaak=dicht.zaak_id).exists()
    assert "verzending" in client.get(reverse("toegang:brief", args=[goed.pk])).content.decode()
    assert IN_VERZENDING in client.get(reverse("toegang:brief", args=[goed.pk])).content.decode()

    verzending.refresh_from_db()
    fout = stap("aanbieden", aangeboden_op="9-12-2026", versie=verzending.versie)
    assert "Fout: " in fout.content.decode()
    oud = stap("aanbieden", aangeboden_op="3-12-2026", versie=verzending.versie - 1)
    laatste = verzending.history.latest("history_id")
    assert f"{laatste.history_user.naam} wijzigde dit intussen" in oud.content.decode()
    assert gevolgen == []
    assert (
        "De post is weg"
        in stap("aanbieden", aangeboden_op="3-12-2026", versie=verzending.versie).content.decode()
    )
    werken()
    assert len(gevolgen) == 1
    assert client.get(bestand).status_code == 404, "the file is gone"

    client.als(MedewerkerFabriek(rollen=[Rol.CONSULENT]))
    for adres in (lijst, nieuw, doel, bestand, voorbeeld):
        assert client.get(adres).status_code in (403, 404), adres


def test_een_afgeschermd_dossier_komt_er_niet_uit_met_het_printbestand(client, desk):
    een = brief()
    verzending = (brief(), gedrukt(desk))[1]
    een.zaak.refresh_from_db()
    een.zaak.afgeschermd = True
    een.zaak.bewaren(door=desk, reden="afgeschermd")
    client.als(desk.medewerker)

    antwoord = client.get(reverse("toegang:verzending_bestand", args=[verzending.pk]))
    pagina = client.post(
        reverse("toegang:verzending_nakijken", args=[verzending.pk]), follow=True
    ).content.decode()

    assert antwoord.status_code == 403
    assert "1 brief van afgeschermde dossiers" in pagina
    assert een.zaak.dossier.inwoner.naam.weergave() not in pagina
