"""After three calls in vain: a letter that says nothing of the question, made and sent within the wishes of the inwoner."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.toegang import voordeur
from tests.toegang.test_koppeling_herstellen import herstel
from tests.toegang.test_terugbellen import bel
from toegang.brieven.basis import html_maken
from toegang.models import Contactmoment, Document, Inzage, Taak, Terugbelbrief, Vertegenwoordiger
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.contact_afhandelen import contact_afhandelen
from toegang.usecases.terugbelbrief import terugbelbrief_maken, terugbelbrief_versturen, terugbelbrieven_maken

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()
GISTEREN = VANDAAG - datetime.timedelta(days=1)


def pdf(html, **gegevens):
    return b"%PDF-1.7 " + html.encode()


@pytest.fixture
def desk():
    return voordeur.administratie().actor


def gemist(*, keer=3, **anders):
    contact = voordeur.contact(vandaag=VANDAAG, **anders)
    for _ in range(keer):
        bel(contact, op=VANDAAG)
    return Contactmoment.objects.get(pk=contact.pk)


def maak(contact, door):
    terugbelbrief_maken(contact_id=contact.pk, door=door, vandaag=VANDAAG)
    terugbelbrieven_maken(nu=timezone.now(), pdf=pdf)
    return list(contact.terugbelbrieven.wacht())


def verstuur(contact, door, op=VANDAAG):
    return terugbelbrief_versturen(contact_id=contact.pk, door=door, vandaag=VANDAAG, verzonden_op=op)


def inhoud(brief) -> str:
    with brief.document.bestand.open() as bestand:
        return bestand.read().decode().replace("\xa0", " ")


def test_de_brief_zegt_wanneer_wij_belden_en_niet_waarover(desk):
    contact = gemist()

    (brief,) = maak(contact, desk)

    tekst = inhoud(brief)
    assert "Wij konden u niet bereiken" in tekst
    assert "schoonhouden" not in tekst
    assert brief.aan_adres[0] == "Kerkstraat 12"
    assert brief.document.contactmoment == contact
    assert Taak.objects.open().get(sleutel=f"terugbelbrief:{contact.pk}").rol == Rol.ADMINISTRATIE


def test_de_echte_brief_wordt_een_pdf(desk):
    contact = gemist()
    terugbelbrief_maken(contact_id=contact.pk, door=desk, vandaag=VANDAAG)
    with pytest.raises(OngeldigeOvergang, match="wordt nog gemaakt"):
        verstuur(contact, desk)

    assert terugbelbrieven_maken(nu=timezone.now()) == 1
    assert terugbelbrieven_maken(nu=timezone.now()) == 0

    (brief,) = contact.terugbelbrieven.all()
    with brief.document.bestand.open() as bestand:
        assert bestand.read(5) == b"%PDF-"


def test_post_is_weg_handelt_het_contact_af(desk):
    contact = gemist()
    maak(contact, desk)

    verstuur(contact, desk)

    contact.refresh_from_db()
    brief = Terugbelbrief.objects.get()
    assert (contact.status, contact.route) == ("afgehandeld", "niet_bereikt")
    assert (brief.verzonden_op, brief.verzonden_door) == (VANDAAG, desk)
    assert not Taak.objects.open().filter(contactmoment=contact).exists()
    assert verstuur(contact, desk).versie == contact.versie  # twice is once


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"inwoner": {"veilig_contact_post": "niets_sturen"}}, "Stuur niets zonder overleg"),
        ({"inwoner": {"veilig_contact_post": "ander_adres"}}, "dat adres is nog niet bekend"),
        ({"inwoner": {"overleden_op": "20261101"}}, "overleden"),
        ({"namens_naam": "M. Jansen"}, "Een ander had contact"),
        ({"soort": "signaal", "namens_naam": "buurvrouw"}, "Een ander had contact"),
        ({"te_koppelen_naam": "Jansen"}, "Koppel dit contact eerst"),
        ({"keer": 2}, "Bel eerst 3 keer"),
    ],
)
def test_wanneer_er_geen_brief_kan_zijn(desk, velden, zin):
    velden = dict(velden)
    if "inwoner" in velden:
        velden["inwoner"] = InwonerFabriek(**velden["inwoner"])
    contact = gemist(**velden)

    with pytest.raises(OngeldigeOvergang, match=zin):
        maak(contact, desk)

    assert not Document.objects.exists()


def test_de_brief_gaat_naar_het_afgesproken_adres(desk):
    inwoner = InwonerFabriek(
        veilig_contact_post="ander_adres", veilig_adres=["p/a Markt 1", "5911 HD  VENLO"], grote_letters=True
    )

    (brief,) = maak(gemist(inwoner=inwoner), desk)

    assert brief.aan_adres == ["p/a Markt 1", "5911 HD  VENLO"]
    assert "Kerkstraat" not in inhoud(brief)
    assert "grote-letters" in inhoud(brief)


@pytest.mark.parametrize("wens", [{"veilig_contact_post": "niets_sturen"}, {"straat": "Markt"}])
def test_wat_na_het_maken_verandert_houdt_de_brief_tegen(desk, wens):
    contact = gemist()
    maak(contact, desk)
    for naam, waarde in wens.items():
        setattr(contact.inwoner, naam, waarde)
    contact.inwoner.bewaren(door=desk, reden="test")

    with pytest.raises(OngeldigeOvergang):
        verstuur(contact, desk)

    assert Terugbelbrief.objects.get().verzonden_op is None


def test_een_mentor_krijgt_een_eigen_brief_zonder_het_adres_van_de_inwoner(desk):
    contact = gemist()
    Vertegenwoordiger(
        inwoner=contact.inwoner, soort="mentor", naam="P. Smeets", adres="Markt 1, 5911 HD Venlo", vanaf_op=GISTEREN
    ).bewaren(door=desk, reden="test")  # fmt: skip

    brieven = maak(contact, desk)

    van_mentor = next(b for b in brieven if b.aan_naam == "P. Smeets")
    assert len(brieven) == 2
    assert "Kerkstraat" not in inhoud(van_mentor)


def test_een_andere_dag_dan_op_de_brief_staat_kan_niet(desk):
    contact = gemist()
    maak(contact, desk)

    with pytest.raises(ValidationError, match="Maak de brief opnieuw"):
        verstuur(contact, desk, op=GISTEREN)


def test_opnieuw_maken_laat_de_oude_vervallen(desk):
    contact = gemist()
    maak(contact, desk)
    maak(contact, desk)

    assert Terugbelbrief.objects.count() == 2
    assert Terugbelbrief.objects.wacht().count() == 1


@pytest.mark.parametrize("hoe", ["anders afgehandeld", "verkeerde persoon"])
def test_een_brief_die_niet_meer_klopt_blijft_niet_wachten(desk, hoe):
    contact = gemist()
    maak(contact, desk)

    if hoe == "anders afgehandeld":
        contact_afhandelen(contact_id=contact.pk, door=desk, vandaag=VANDAAG, uitkomst="Belde zelf terug")
    else:
        herstel(contact, door=desk, inwoner_id=InwonerFabriek().pk)

    assert not Terugbelbrief.objects.wacht().exists()


@pytest.mark.parametrize(
    ("rol", "fout"),
    [
        (Rol.ADMINISTRATIE, None),
        (Rol.KCC, Contactmoment.DoesNotExist),
        (Rol.CONSULENT, Contactmoment.DoesNotExist),
        (Rol.JURIST, Contactmoment.DoesNotExist),
    ],
)
@pytest.mark.parametrize("act", [maak, verstuur])
def test_terugbelbrief_rechten(desk, rol, fout, act):
    contact, door = gemist(), MedewerkerFabriek(rollen=[rol]).actor
    if act is verstuur:
        maak(contact, desk)

    if fout:
        with pytest.raises(fout):
            act(contact, door)
    else:
        act(contact, door)

    klaar = (
        Terugbelbrief.objects.filter(verzonden_door=door) if act is verstuur else Terugbelbrief.objects.all()
    )
    assert klaar.exists() is (fout is None)


def test_kcc_maakt_geen_brief_ook_niet_bij_het_eigen_contact():
    kcc = voordeur.kcc()

    with pytest.raises(PermissionDenied):
        maak(gemist(door=kcc.actor), kcc.actor)


def test_op_het_scherm_maken_openen_en_versturen(client, desk):
    contact, wie = gemist(), voordeur.administratie()
    adres = reverse("toegang:contact", args=[contact.pk])
    client.als(wie)
    assert "Brief maken" in client.get(adres).text

    client.post(adres, {"formuliernaam": "brief_maken"})
    assert "wordt nog gemaakt" in client.get(adres).text
    terugbelbrieven_maken(nu=timezone.now(), pdf=pdf)
    pagina = client.get(adres).text
    document = Document.objects.get()
    pdf_ = client.get(reverse("toegang:document", args=[document.pk]))
    contact.refresh_from_db()
    klaar = client.post(
        adres, {"formuliernaam": "brief_weg", "versie": contact.versie, "verzonden_op": f"{VANDAAG:%d-%m-%Y}"}
    )

    assert "Post is weg" in pagina
    assert (pdf_.status_code, pdf_["Content-Type"]) == (200, "application/pdf")
    assert Inzage.objects.filter(actor=wie.actor.pk, scherm="document", inwoner=contact.inwoner_id).exists()
    assert klaar.status_code == 302
    contact.refresh_from_db()
    assert contact.uitkomst.startswith("Brief verstuurd op")


def test_bij_een_ander_die_belde_staat_de_weigering_in_plaats_van_de_knop(client):
    contact = gemist(namens_naam="M. Jansen", namens_relatie="dochter")

    pagina = client.als(voordeur.administratie()).get(reverse("toegang:contact", args=[contact.pk])).text

    assert "Schrijf de inwoner daar niet over" in pagina
    assert "Brief maken" not in pagina


def test_de_brief_is_eenvoudig():
    from tests.voorbeelden_brieven import kop
    from toegang.brieven.terugbelbrief import Terugbelbrief as Inhoud

    html = html_maken(Inhoud(kop=kop(), aanhef="Geachte heer", ontvangen_op=VANDAAG, gebeld_op=(VANDAAG,)))

    assert "Wat kunt u doen?" in html


def test_een_brief_die_niet_lukt_houdt_de_andere_niet_op_en_stopt_na_vijf_keer(desk):
    een, ander = gemist(), gemist()
    for contact in (een, ander):
        terugbelbrief_maken(contact_id=contact.pk, door=desk, vandaag=VANDAAG)

    def breekt(html, **gegevens):
        if een.inwoner.naam.aanschrijving() in html:
            raise RuntimeError("stroom weg")
        return pdf(html)

    aantallen = [terugbelbrieven_maken(nu=timezone.now(), pdf=breekt) for _ in range(6)]

    assert aantallen == [1, 0, 0, 0, 0, 0]
    assert een.terugbelbrieven.get().pogingen == 5


def test_na_vijf_mislukte_keren_krijgt_een_mens_een_taak_en_staat_hij_in_de_werkvoorraad(client, desk):
    """Made: it stands in the group of letters that can go; never made: there too, with a task until it is made anew."""
    contact = gemist()
    terugbelbrief_maken(contact_id=contact.pk, door=desk, vandaag=VANDAAG)
    groep = reverse("toegang:werkvoorraad") + "?groep=terugbelbrieven"
    client.als(desk.medewerker)

    def kapot(*args, **kwargs):
        raise RuntimeError("geen papier")

    for keer in range(5):
        assert not Taak.objects.open().filter(sleutel=f"terugbelbrief_mislukt:{contact.pk}").exists(), keer
        assert client.get(groep).context["rijen"] == []
        terugbelbrieven_maken(nu=timezone.now(), pdf=kapot)

    assert Taak.objects.open().get(sleutel=f"terugbelbrief_mislukt:{contact.pk}").rol == Rol.ADMINISTRATIE
    assert [rij.pk for rij in client.get(groep).context["rijen"]] == [contact.pk]

    maak(contact, desk)
    assert not Taak.objects.open().filter(sleutel=f"terugbelbrief_mislukt:{contact.pk}").exists()
    assert [rij.pk for rij in client.get(groep).context["rijen"]] == [contact.pk]

    verstuur(contact, desk)
    assert client.get(groep).context["rijen"] == []
