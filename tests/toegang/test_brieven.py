"""The letter engine: asked for, made, sent; a letter that fails stops no other."""

import datetime
from dataclasses import dataclass, field

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import VANDAAG, DossierFabriek, InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from toegang import briefsoorten
from toegang.briefsoorten import Briefsoort
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.brieven.ontvangstbevestiging import Ontvangstbevestiging
from toegang.models import Actor, Brief, Document, Gebeurtenis, Inzage, Taak, Vertegenwoordiger
from toegang.models.document import HOOGSTENS_POGINGEN
from toegang.rechten import Rol
from toegang.statussen import BriefStatus, OngeldigeOvergang
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.brief_laten_vervallen import brief_laten_vervallen
from toegang.usecases.brief_maken import brief_maken, brieven_maken
from toegang.usecases.brief_opnieuw_maken import brief_opnieuw_maken
from toegang.usecases.brief_verzenden import BriefOpnieuwMaken, brief_verzenden

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)


@dataclass
class Proef:
    """A kind of letter for tests: what was sent, and whether it breaks."""

    verzonden: list = field(default_factory=list)
    stuk: set = field(default_factory=set)

    def bouwen(self, brief):
        if brief.bron_id in self.stuk:
            raise KeyError("geheim verhaal")
        return Ontvangstbevestiging(
            kop=kop_voor(brief), aanhef=aanhef_voor(brief), ontvangen_op=VANDAAG, persoonlijk_plan_tot=VANDAAG,
            onderzoek_tot=VANDAAG,
        )  # fmt: skip

    def na_verzending(self, brief, *, door, op):
        self.verzonden.append((brief.pk, door, op))


@pytest.fixture
def proef(monkeypatch):
    kind = Proef()
    monkeypatch.setitem(briefsoorten._soorten, "proef", Briefsoort("proef", kind.bouwen, kind.na_verzending))
    return kind


@pytest.fixture
def administratie():
    return MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])


def vragen(zaak=None, **anders) -> Brief:
    zaak = zaak or ZaakFabriek()
    velden = {"soort": "proef", "zaak": zaak, "bron_id": zaak.pk, "onderwerp": "Uw vraag is bij ons",
              "door": Actor.objects.systeem(), "verzenddatum": VANDAAG}  # fmt: skip
    return brief_klaarzetten(**velden | anders)


def nu(**later):
    return timezone.now() + datetime.timedelta(seconds=1, **later)


def test_brief_wordt_gemaakt_als_bestand_met_hash(proef):
    brief = vragen()

    assert brieven_maken(nu=nu()) == 1

    brief.refresh_from_db()
    assert brief.status == BriefStatus.GEMAAKT
    with brief.document.bestand.open() as bestand:
        assert bestand.read().startswith(b"%PDF")
    assert len(brief.document.sha256) == 64
    assert "jansen" not in brief.document.bestand.name.lower()
    assert Taak.objects.get().rol == Rol.ADMINISTRATIE
    assert Gebeurtenis.objects.get().zin == "Brief klaar voor verzending: proef."


def test_een_keer_gevraagd_is_een_brief(proef):
    zaak = ZaakFabriek()

    een, twee = vragen(zaak), vragen(zaak)

    assert een.pk == twee.pk
    assert Brief.objects.count() == 1


def test_opnieuw_gevraagd_voor_verzending_wordt_opnieuw_gemaakt(proef):
    brief = vragen()
    brieven_maken(nu=nu())
    eerste = Document.objects.get()

    vragen(brief.zaak, verzenddatum=VANDAAG + DAG)
    brieven_maken(nu=nu())

    tweede = Document.objects.get()
    assert (tweede.pk, tweede.versie) == (eerste.pk, 2)
    assert tweede.bestand.name != eerste.bestand.name
    assert tweede.sha256 != eerste.sha256


def test_een_kapotte_brief_houdt_de_andere_niet_op(proef):
    kapot, goed = vragen(), vragen()
    proef.stuk.add(kapot.bron_id)

    assert brieven_maken(nu=nu()) == 1

    kapot.refresh_from_db()
    assert (kapot.status, kapot.pogingen) == (BriefStatus.GEVRAAGD, 1)
    assert kapot.fout == "De brief kon niet worden gemaakt (KeyError)."
    assert not Document.objects.filter(zaak=kapot.zaak).exists()
    assert Brief.objects.get(pk=goed.pk).status == BriefStatus.GEMAAKT


def test_een_kapotte_brief_wacht_steeds_langer_en_komt_dan_bij_een_mens(proef):
    brief = vragen()
    proef.stuk.add(brief.bron_id)
    om = nu()
    wachttijden = []

    for _ in range(HOOGSTENS_POGINGEN + 2):
        brieven_maken(nu=om)
        brief.refresh_from_db()
        wachttijden.append(brief.opnieuw_om - om)
        om = brief.opnieuw_om

    assert brief.pogingen == HOOGSTENS_POGINGEN
    assert wachttijden[:5] == [datetime.timedelta(minutes=m) for m in (2, 4, 8, 16, 32)]
    assert Taak.objects.get(sleutel=f"brief_mislukt:{brief.pk}").rol == Rol.ADMINISTRATIE

    proef.stuk.clear()
    brief_opnieuw_maken(brief_id=brief.pk, door=Actor.objects.systeem())
    assert brieven_maken(nu=om) == 1
    assert Taak.objects.get(sleutel=f"brief_mislukt:{brief.pk}").afgehandeld_om


def test_na_een_fout_blijft_er_geen_bestand_achter(proef, monkeypatch):
    brief = vragen()
    monkeypatch.setattr("toegang.usecases.brief_maken.gebeurtenissen.brief_gemaakt", lambda *a, **k: 1 / 0)

    brief_maken(brief_id=brief.pk, nu=nu())

    assert Brief.objects.get().fout == "De brief kon niet worden gemaakt (ZeroDivisionError)."
    mappen, _ = default_storage.listdir("") if default_storage.exists("") else ([], [])
    assert [b for m in mappen for b in default_storage.listdir(m)[1]] == []


def test_verzenden_laat_alles_in_een_keer_ingaan(proef, administratie):
    brief = vragen()
    brieven_maken(nu=nu())

    for _ in range(2):
        brief_verzenden(brief_id=brief.pk, door=administratie.actor, vandaag=VANDAAG, verzonden_op=VANDAAG)

    brief.refresh_from_db()
    assert (brief.status, brief.verzonden_op) == (BriefStatus.VERZONDEN, VANDAAG)
    assert proef.verzonden == [(brief.pk, administratie.actor, VANDAAG)]
    assert Taak.objects.get().afgehandeld_door == administratie.actor


def test_als_het_gevolg_mislukt_is_de_brief_niet_verzonden(proef, administratie, monkeypatch):
    brief = vragen()
    brieven_maken(nu=nu())
    monkeypatch.setitem(
        briefsoorten._soorten, "proef", Briefsoort("proef", proef.bouwen, lambda *a, **k: 1 / 0)
    )

    with pytest.raises(ZeroDivisionError):
        brief_verzenden(brief_id=brief.pk, door=administratie.actor, vandaag=VANDAAG, verzonden_op=VANDAAG)

    assert Brief.objects.get().status == BriefStatus.GEMAAKT


def test_andere_dag_dan_op_de_brief_maakt_hem_opnieuw(proef, administratie):
    brief = vragen(verzenddatum=VANDAAG + DAG)
    brieven_maken(nu=nu())

    with pytest.raises(BriefOpnieuwMaken, match="3 december 2026"):
        brief_verzenden(brief_id=brief.pk, door=administratie.actor, vandaag=VANDAAG, verzonden_op=VANDAAG)

    brief.refresh_from_db()
    assert (brief.status, brief.verzenddatum, proef.verzonden) == (BriefStatus.GEVRAAGD, VANDAAG, [])


@pytest.mark.parametrize(
    ("rollen", "fout"),
    [([Rol.ADMINISTRATIE], None), ([Rol.KCC], Brief.DoesNotExist), ([], Brief.DoesNotExist)],
)
def test_verzenden_is_werk_van_de_administratie(proef, rollen, fout):
    brief = vragen()
    brieven_maken(nu=nu())
    door = MedewerkerFabriek(rollen=rollen).actor

    if fout is None:
        brief_verzenden(brief_id=brief.pk, door=door, vandaag=VANDAAG, verzonden_op=VANDAAG)
    else:
        with pytest.raises(fout):
            brief_verzenden(brief_id=brief.pk, door=door, vandaag=VANDAAG, verzonden_op=VANDAAG)


def test_niet_gemaakt_is_niet_te_verzenden(proef, administratie):
    with pytest.raises(OngeldigeOvergang):
        brief_verzenden(brief_id=vragen().pk, door=administratie.actor, vandaag=VANDAAG, verzonden_op=VANDAAG)


def test_verzonden_in_de_toekomst_kan_niet(proef, administratie):
    brief = vragen()
    brieven_maken(nu=nu())
    with pytest.raises(ValidationError, match="toekomst"):
        brief_verzenden(
            brief_id=brief.pk, door=administratie.actor, vandaag=VANDAAG, verzonden_op=VANDAAG + DAG
        )


# --- to whom ---------------------------------------------------------------------------------------


def zaak_met(soort=None, **inwoner):
    zaak = ZaakFabriek(dossier=DossierFabriek(inwoner=InwonerFabriek(**inwoner)))
    if soort:
        Vertegenwoordiger(
            inwoner=zaak.dossier.inwoner, soort=soort, naam="P. Smeets", adres="Markt 1, 5911 HD Venlo",
            vanaf_op=VANDAAG - DAG,
        ).bewaren(door=Actor.objects.systeem(), reden="test")  # fmt: skip
    return zaak


def test_de_dode_krijgt_geen_brief(proef, administratie):
    with pytest.raises(ValidationError, match="overleden"):
        vragen(zaak_met(overleden_op="20261101"))


def test_wie_sterft_na_het_maken_krijgt_de_brief_ook_niet(proef, administratie):
    brief = vragen()
    brieven_maken(nu=nu())
    inwoner = brief.zaak.dossier.inwoner
    inwoner.overleden_op = "20261202"
    inwoner.bewaren(door=Actor.objects.systeem(), reden="test")

    with pytest.raises(ValidationError, match="overleden"):
        brief_verzenden(brief_id=brief.pk, door=administratie.actor, vandaag=VANDAAG, verzonden_op=VANDAAG)


def test_curator_krijgt_de_brief_in_plaats_van_de_inwoner(proef):
    brief = vragen(zaak_met("curator", onder_curatele=True))

    assert (brief.aan_naam, brief.aan_adres) == ("P. Smeets", ["Markt 1", "5911 HD  VENLO"])
    assert aanhef_voor(brief) == "Geachte heer of mevrouw"
    assert Brief.objects.count() == 1


def test_onder_curatele_zonder_bekende_curator_gaat_er_niets_uit(proef):
    with pytest.raises(ValidationError, match="wie de curator is"):
        vragen(zaak_met(onder_curatele=True))


def test_mentor_krijgt_een_afschrift_waar_niets_uit_volgt(proef, administratie):
    brief = vragen(zaak_met("mentor"))
    afschrift = Brief.objects.exclude(pk=brief.pk).get()
    brieven_maken(nu=nu())

    for b in (brief, afschrift):
        brief_verzenden(brief_id=b.pk, door=administratie.actor, vandaag=VANDAAG, verzonden_op=VANDAAG)

    assert brief.aan_naam.startswith("Mevrouw A.M. Jansen")
    assert (afschrift.aan_naam, afschrift.is_afschrift) == ("P. Smeets", True)
    assert [pk for pk, _, _ in proef.verzonden] == [brief.pk]


def test_bewindvoerder_krijgt_geen_brief(proef):
    vragen(zaak_met("bewindvoerder"))

    assert Brief.objects.get().aan_naam.startswith("Mevrouw")


def test_brief_aan_een_kind_gaat_naar_de_ouders(proef):
    brief = vragen(zaak_met(geboren="20150505"))

    assert brief.aan_naam == "De ouder(s) of verzorger(s) van"
    assert brief.aan_adres[0].startswith("Mevrouw A.M. Jansen")


def test_twee_ouders_op_twee_adressen_krijgen_elk_een_brief_zonder_het_adres_van_de_ander(proef):
    """The one who lives with the child shares its letter; from sixteen on, or with an agreed address, no copy."""
    zaak = zaak_met("ouder", geboren="20150505")
    kind, door = zaak.dossier.inwoner, Actor.objects.systeem()
    thuis = {"inwoner": kind, "soort": "ouder", "naam": "M. Jansen", "vanaf_op": VANDAAG - DAG}
    Vertegenwoordiger(**thuis, adres="Kerkstraat 12, 5921AB  Venlo").bewaren(door=door, reden="test")
    Vertegenwoordiger(**thuis, adres="").bewaren(door=door, reden="test")

    eerste = vragen(zaak)

    copie = Brief.objects.exclude(pk=eerste.pk).get()
    assert (copie.aan_naam, copie.aan_adres) == ("P. Smeets", ["Markt 1", "5911 HD  VENLO"])
    assert copie.is_afschrift
    assert "Kerkstraat" not in str(kop_voor(copie))
    assert "Markt 1" not in str(kop_voor(eerste))
    assert (kop_voor(eerste).over, kop_voor(copie).over) == ("", kind.naam.weergave())
    for anders in (
        {"geboren": "20090505"},
        {"veilig_contact_post": "ander_adres", "veilig_adres": ["Postbus 1", "5900 AA VENLO"]},
    ):
        ander = zaak_met("ouder", **({"geboren": "20150505"} | anders))
        vragen(ander)
        assert Brief.objects.filter(zaak=ander).count() == 1, anders


def test_een_gemachtigde_krijgt_een_afschrift_als_de_machtiging_dat_zegt(proef):
    zaken = [zaak_met("gemachtigde") for _ in range(2)]
    v = Vertegenwoordiger.objects.get(inwoner=zaken[1].dossier.inwoner)
    v.mag = ["brieven"]
    v.bewaren(door=Actor.objects.systeem(), reden="test")

    for zaak in zaken:
        vragen(zaak)

    assert [Brief.objects.filter(zaak=z).count() for z in zaken] == [1, 2]


def test_geheim_adres_staat_wel_op_de_eigen_brief(proef):
    assert vragen(zaak_met(geheim=7)).aan_adres == ["Kerkstraat 12", "5921 AB  VENLO"]


def test_zonder_adres_geen_brief(proef):
    with pytest.raises(ValidationError, match="geen postadres"):
        vragen(zaak_met(straat="", huisnummer=None))


def test_na_vervallen_kan_dezelfde_brief_weer(proef):
    brief = vragen()
    brief_laten_vervallen(brief_id=brief.pk, door=Actor.objects.systeem(), reden="teruggenomen")

    nieuw = vragen(brief.zaak)

    assert nieuw.pk != brief.pk
    assert Brief.objects.get(pk=brief.pk).status == BriefStatus.VERVALLEN


# --- screens ---------------------------------------------------------------------------------------


@pytest.fixture
def met_team():
    """A zaak of a team: the administratie holds no content of it."""
    from tests.fabrieken import WijkteamFabriek

    return ZaakFabriek(wijkteam=WijkteamFabriek())


def test_administratie_leest_de_brief_alleen_zolang_hij_weg_moet(client, proef, administratie, met_team):
    brief = vragen(met_team)
    brieven_maken(nu=nu())
    brief.refresh_from_db()
    client.als(administratie)
    adres = reverse("toegang:document", args=[brief.document_id])

    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Disposition"].startswith('inline; filename="Z-2026-')
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in antwoord["Cache-Control"]
    rij = Inzage.objects.get()
    assert (rij.actie, rij.laag, rij.grond, rij.uitkomst) == ("downloaden", "L2a", "verzending", "gelukt")

    brief_verzenden(brief_id=brief.pk, door=administratie.actor, vandaag=VANDAAG, verzonden_op=VANDAAG)
    assert client.get(adres).status_code == 403


def test_verzenden_op_het_scherm(client, proef, administratie, met_team):
    brief = vragen(met_team, verzenddatum=timezone.localdate())
    client.als(administratie)
    pagina, weg = (
        reverse("toegang:brief", args=[brief.pk]),
        reverse("toegang:brief_verzenden", args=[brief.pk]),
    )

    assert "De brief wordt nog gemaakt" in client.get(pagina).content.decode()
    brieven_maken(nu=nu())
    html = client.get(pagina).content.decode()
    assert weg in html
    assert "Brief bekijken (PDF)" in html
    assert "Vul een datum in" not in client.get(weg).content.decode()
    assert "Fout: " in client.post(weg, {"verzonden_op": ""}).content.decode()

    vandaag = timezone.localdate()
    met_team.gemeld_op = vandaag
    met_team.bewaren(door=Actor.objects.systeem(), reden="test")
    antwoord = client.post(weg, {"verzonden_op": f"{vandaag:%d-%m-%Y}"})

    assert antwoord.status_code == 302
    assert Brief.objects.get().status == BriefStatus.VERZONDEN
    assert "Verzonden" in client.get(pagina).content.decode()


def test_onderwerp_is_inhoud_en_staat_er_niet_voor_wie_alleen_proces_ziet(
    client, proef, administratie, met_team
):
    brief = vragen(met_team, onderwerp="U krijgt hulp")
    brieven_maken(nu=nu())
    brief_verzenden(brief_id=brief.pk, door=administratie.actor, vandaag=VANDAAG, verzonden_op=VANDAAG)

    html = client.als(administratie).get(reverse("toegang:brief", args=[brief.pk])).content.decode()

    assert "U krijgt hulp" not in html
    assert "Verzonden" in html


def test_een_veranderd_bestand_wordt_niet_getoond(client, proef, administratie):
    brief = vragen()
    brieven_maken(nu=nu())
    brief.refresh_from_db()
    with default_storage.open(brief.document.bestand.name, "r+b") as bestand:
        bestand.write(b"%PDX")
    client.als(administratie)
    client.raise_request_exception = False

    assert client.get(reverse("toegang:document", args=[brief.document_id])).status_code == 500


def test_wie_niets_mag_ziet_de_brief_niet(client, proef):
    brief = vragen()
    client.als(MedewerkerFabriek(rollen=[Rol.KCC]))

    assert client.get(reverse("toegang:brief", args=[brief.pk])).status_code == 404
    assert client.get(reverse("toegang:brief_verzenden", args=[brief.pk])).status_code == 404


def test_opnieuw_maken_vraagt_een_recht(proef):
    brief = vragen()

    with pytest.raises((PermissionDenied, Brief.DoesNotExist)):
        brief_opnieuw_maken(brief_id=brief.pk, door=MedewerkerFabriek(rollen=[Rol.KCC]).actor)
