"""The renderer and the letters of this room: archivable, accessible, repeatable, at the right millimetre."""

import datetime
import io
import re
import subprocess
import sys

import pypdf
import pytest

from tests import voorbeelden_brieven as voorbeelden
from toegang.brieven.basis import Adresblok, html_maken, postcoderegel
from toegang.pdf import PdfMislukt, pdf_maken
from toegang.templatetags.brieven import brieftekst

LANGE_NAAM = "Wilhelmina Johanna Maria van der Burght-van Hoogenhuizenstein"
ARABISCHE_NAAM = "مصطفى العبد الله"
MM = 72 / 25.4


def pdf_van(brief) -> bytes:
    return pdf_maken(
        html_maken(brief), titel=brief.onderwerp, kenmerk=brief.kop.kenmerk, gemaakt_op=voorbeelden.DAG
    )


def lezen(inhoud: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(inhoud))


def tekst_van(inhoud: bytes) -> str:
    bladen = (blad.extract_text() for blad in lezen(inhoud).pages)
    return re.sub(r"\s+", " ", " ".join(bladen))


def plekken(inhoud: bytes, blad: int = 0) -> list[tuple[float, float, str]]:
    """(x, y, text) of what stands on a page, in mm from the upper left corner; y is the base line."""
    gevonden = []

    def noteren(tekst, cm, tm, _font, _punt):
        if tekst.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            gevonden.append((x / MM, 297 - y / MM, tekst.strip()))

    lezen(inhoud).pages[blad].extract_text(visitor_text=noteren)
    return gevonden


def elementen(lezer: pypdf.PdfReader, soort: str) -> list:
    """Every element of a kind in the structure tree, in order of reading."""

    def lopen(knoop):
        knoop = knoop.get_object()
        if isinstance(knoop, list):
            for kind in knoop:
                yield from lopen(kind)
        elif isinstance(knoop, dict):
            if knoop.get("/S") == soort:
                yield knoop
            if "/K" in knoop:
                yield from lopen(knoop["/K"])

    return list(lopen(lezer.trailer["/Root"]["/StructTreeRoot"]["/K"]))


ALLE = ("toekenning", "afwijzing", "ontvangstbevestiging", "aanvraag_ontvangen", "verslag")


@pytest.fixture(scope="module")
def toekenning() -> bytes:
    return pdf_van(voorbeelden.toekenning())


# --- what the file is


@pytest.mark.parametrize("soort", ALLE)
def test_brief_is_archiefwaardig_en_toegankelijk(soort):
    inhoud = pdf_van(getattr(voorbeelden, soort)())

    wortel, (eerst, nu) = (lezen(inhoud).trailer[deel] for deel in ("/Root", "/ID"))
    assert (eerst, len(nu)) == (nu, 16)  # the identifier of the file (PDF/A-2 6.1.3)
    xmp = wortel["/Metadata"].get_object()
    assert "/Filter" not in xmp  # readable without unpacking
    for kenteken in (
        b'pdfaid:part="2"',
        b'pdfaid:conformance="A"',
        b'pdfuaid:part="1"',
        b"pdfaExtension:schemas",
    ):
        assert kenteken in xmp.get_data()
    assert wortel["/MarkInfo"]["/Marked"]
    assert wortel["/Lang"] == "nl"
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/OutputIntents" in wortel


def test_metagegevens_zeggen_wat_en_wanneer_maar_niet_wie(toekenning):
    gegevens = lezen(toekenning).metadata

    assert gegevens.title == "U krijgt hulp in het huishouden"
    assert gegevens.author == "Gemeente Venlo"
    assert gegevens.creation_date.date() == voorbeelden.DAG
    assert gegevens.modification_date.date() == voorbeelden.DAG
    assert "Jansen" not in str(dict(gegevens))


def test_koppen_en_tabel_zijn_gelabeld(toekenning):
    lezer = lezen(toekenning)

    assert len(elementen(lezer, "/H1")) == 1
    assert len(elementen(lezer, "/H2")) == 6
    assert [cel["/A"]["/Scope"] for cel in elementen(lezer, "/TH")] == ["/Row"] * 4


def test_kop_van_een_kolom_krijgt_richting_kolom():
    html = "<html lang=nl><title>t</title><table><thead><tr><th>Maand<th>Uren</thead><tr><th>mei<td>3</table>"

    lezer = lezen(pdf_maken(html, titel="t", kenmerk="k", gemaakt_op=voorbeelden.DAG))

    assert [cel["/A"]["/Scope"] for cel in elementen(lezer, "/TH")] == ["/Column", "/Column", "/Row"]


def test_lettertypen_zitten_in_het_bestand(toekenning):
    for blad in lezen(toekenning).pages:
        for letter in blad["/Resources"]["/Font"].values():
            afgeleid = letter.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in afgeleid["/FontDescriptor"] or "/FontFile3" in afgeleid["/FontDescriptor"]
            assert "Brief-Latijn" in letter.get_object()["/BaseFont"]


def test_zelfde_brief_geeft_dezelfde_bytes(toekenning):
    assert pdf_van(voorbeelden.toekenning()) == toekenning


def test_zelfde_brief_geeft_ook_in_een_ander_proces_dezelfde_bytes():
    html = html_maken(voorbeelden.ontvangstbevestiging())
    maken = (
        "import sys, datetime, hashlib; from toegang.pdf import pdf_maken;"
        "inhoud = pdf_maken(sys.stdin.read(), titel='t', kenmerk='k', gemaakt_op=datetime.date(2026, 12, 7));"
        "print(hashlib.sha256(inhoud).hexdigest())"
    )
    uitkomsten = {
        subprocess.run(
            [sys.executable, "-c", maken],
            input=html,
            capture_output=True,
            check=True,
            text=True,
            env={"PYTHONHASHSEED": zaad, "PYTHONUTF8": "1", "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for zaad in ("1", "2")
    }

    assert len(uitkomsten) == 1


@pytest.mark.parametrize(
    "buiten",
    [
        '<img alt="x" src="file:///etc/passwd">',
        '<img alt="x" src="http://127.0.0.1:9/x.png">',
        '<img alt="x" src="plaatje.png">',
        '<link rel="stylesheet" href="https://voorbeeld.nl/x.css">',
        '<style>@import "file:///etc/passwd";</style>',
        '<p style="background: url(ftp://voorbeeld.nl/x)">x</p>',
    ],
)
def test_niets_van_buiten_komt_in_een_brief(buiten):
    html = f'<html lang="nl"><title>t</title><base href="file:///etc/"><body>{buiten}</body></html>'

    with pytest.raises(PdfMislukt, match="verwijst naar iets buiten de brief"):
        pdf_maken(html, titel="t", kenmerk="k", gemaakt_op=voorbeelden.DAG)


def test_ontbrekend_lettertype_geeft_een_zin(tmp_path):
    from toegang.lettertypen import lettertypen_css

    with pytest.raises(FileNotFoundError):
        lettertypen_css(tmp_path)


# --- the sheet


@pytest.mark.parametrize(("venster", "links"), [("links", 35), ("rechts", 105)])
@pytest.mark.parametrize("grote_letters", [False, True])
def test_adres_staat_in_het_venster_en_niets_anders(venster, links, grote_letters):
    kop = voorbeelden.kop(venster=venster, grote_letters=grote_letters)
    gevonden = plekken(pdf_van(voorbeelden.toekenning(kop=kop)))
    regels = {"Retour: Postbus 3434, 5902 RK Venlo", *kop.adres.regels}
    vrij = range(10, 116) if venster == "links" else range(80, 186)

    adres = [(x, y) for x, y, tekst in gevonden if tekst in regels]
    ernaast = [tekst for x, y, tekst in gevonden if round(x) in vrij and 45 < y < 95 and tekst not in regels]
    assert len(adres) == 4
    assert all(abs(x - links) < 0.2 and 50 < y < 77 for x, y in adres)
    assert ernaast == []


def test_tekst_begint_op_98_mm_en_daarna_op_25(toekenning):
    eerste = [(x, y) for x, y, _ in plekken(toekenning) if y > 95 and y < 270]
    tweede = [(x, y) for x, y, _ in plekken(toekenning, 1) if y < 272]

    assert 98 < eerste[0][1] < 104
    assert 25 < tweede[0][1] < 31
    assert min(x for x, _ in eerste + tweede) >= 34.9


@pytest.mark.parametrize("naam", [LANGE_NAAM, f"p/a {ARABISCHE_NAAM}", "M.Ł. Yıldız-Şahin Żółć Đặng"])
def test_elke_naam_past_in_het_venster(naam):
    adres = Adresblok.binnenland(
        naam=naam,
        via="p/a de heer P. Smeets",
        straat="Burgemeester van Rijnsingelstraat 112 bis",
        postcode="5921 ab",
        plaats="Velden gem. Venlo",
    )

    inhoud = pdf_van(voorbeelden.toekenning(kop=voorbeelden.kop(adres=adres)))

    in_venster = [(y, tekst) for x, y, tekst in plekken(inhoud) if 34 < x < 100 and 45 < y < 95]
    assert all(50 < y < 77 for y, _ in in_venster)
    assert "VELDEN GEM. VENLO" in in_venster[-1][1]
    assert len(lezen(inhoud).pages) == 2
    assert b"DejaVu" not in inhoud  # every letter comes from our own fonts


def test_arabische_naam_wordt_gelezen_zoals_hij_is_geschreven():
    adres = Adresblok((ARABISCHE_NAAM, "Kerkstraat 12", "5921 AB  VENLO"))

    inhoud = pdf_van(voorbeelden.toekenning(kop=voorbeelden.kop(adres=adres)))

    letters = set(ARABISCHE_NAAM.replace(" ", ""))
    assert letters <= set(lezen(inhoud).pages[0].extract_text())


def test_grote_letters_zijn_16_punt():
    inhoud = pdf_van(voorbeelden.toekenning(kop=voorbeelden.kop(grote_letters=True)))

    alinea = ("U krijgt hulp in het huishouden. De", "betaalt een aanbieder")
    hoogten = [y for _, y, tekst in plekken(inhoud) if tekst.startswith(alinea)]
    assert abs((hoogten[1] - hoogten[0]) - 16 * 1.4 / MM) < 0.2


def test_voet_noemt_bladzijde_en_kenmerk_maar_geen_naam(toekenning):
    for nummer in (0, 1):
        voet = " ".join(tekst for _, y, tekst in plekken(toekenning, nummer) if y > 272)
        assert voet == f"Pagina {nummer + 1} van 2 · B-2026-0418"


def test_ondertekening_staat_nooit_alleen():
    for extra in range(0, 24, 2):
        brief = voorbeelden.toekenning(nu=("Wij bellen u.",) * extra)
        laatste = lezen(pdf_van(brief)).pages[-1].extract_text()
        regels = [regel for regel in laatste.splitlines() if regel.strip()]
        assert not regels[0].startswith(("Met vriendelijke", "namens", "K. Peeters", "Regels")), extra


# --- the parts


def test_postcoderegel_zoals_postnl_leest():
    assert postcoderegel("5921ab", "Venlo") == "5921 AB  VENLO"
    assert postcoderegel("5921 AB", "'s-Gravenhage") == "5921 AB  'S-GRAVENHAGE"


@pytest.mark.parametrize("regels", [("Naam", "Plaats"), ("a",) * 7, ("Naam", "", "Plaats")])
def test_adres_heeft_drie_tot_zes_regels(regels):
    with pytest.raises(ValueError, match="3 tot 6 regels"):
        Adresblok(regels)


def test_brieftekst_is_veilig_en_houdt_bijeen_wat_bijeen_hoort():
    tekst = brieftekst("<b> U betaalt € 21,80 op 3 mei 2026. Bel 077 123 45 67.")

    assert tekst == (
        "&lt;b&gt; U betaalt <strong>€\xa021,80</strong> op 3\xa0mei 2026. Bel 077\xa0123\xa045\xa067."
    )


def test_ontvangstbevestiging_zegt_wat_de_wet_vraagt():
    tekst = tekst_van(pdf_van(voorbeelden.ontvangstbevestiging()))

    for stuk in (
        "Op 3 november 2026 kregen wij uw vraag: hulp in het huishouden.",
        "uiterlijk op dinsdag 15 december 2026",  # six weeks
        "onafhankelijke cliëntondersteuner helpt u gratis: 077 123 45 67",
        "mantelzorger",
        "persoonlijk plan",
        "uiterlijk op dinsdag 10 november 2026",  # seven days
        "Dan mag u uw aanvraag ook meteen doen",
        "Bel Fatma Bakker: 14 077",
        "artikel 2.3.2 lid 1, 2, 3 en 9, artikel 2.3.5 lid 2 en artikel 2.2.4",
    ):
        assert stuk in tekst
    assert "Besloten op" not in tekst


def test_ontvangstbevestiging_zonder_contactpersoon_en_zonder_vraag():
    kop = voorbeelden.kop(besloten_op=None, contactpersoon="", contact_telefoon="")

    tekst = tekst_van(pdf_van(voorbeelden.ontvangstbevestiging(kop=kop, vraag="")))

    assert "kregen wij uw vraag om hulp." in tekst
    assert "Bel ons: 14 077" in tekst


def test_verslag_heeft_ruimte_voor_opmerkingen_en_handtekening():
    inhoud = pdf_van(voorbeelden.verslag())

    formulier = lezen(inhoud).pages[-1].extract_text()
    for stuk in ("Mijn opmerkingen:", "Handtekening:", "Datum:", "Naam:", "Adres:", "Dit is mijn aanvraag."):
        assert stuk in formulier
    assert "graag uiterlijk op vrijdag 27 november 2026" in tekst_van(inhoud)
    assert "Dit is mijn aanvraag" not in tekst_van(pdf_van(voorbeelden.verslag(met_aanvraag=False)))


@pytest.mark.parametrize("soort", ALLE)
def test_eigen_zinnen_zijn_kort(soort):
    html = html_maken(getattr(voorbeelden, soort)())

    zinnen = zinnen_van(html)
    lengten = [len(zin.split()) for zin in zinnen]
    assert sum(lengten) / len(lengten) <= 12
    assert [zin for zin in zinnen if len(zin.split()) > 20] == []


def zinnen_van(html: str) -> list[str]:
    """The sentences of the body; not the head, the headings, the signature and the articles."""
    tekst = html.partition("<main")[2].partition('<div class="ondertekening">')[0]
    stukken = re.findall(r"<(?:p|li)[^>]*>(.*?)</(?:p|li)>", tekst, re.DOTALL)[1:]  # without the aanhef
    stukken += re.findall(r'<p class="keuze">(.*?)</p>', html, re.DOTALL)
    kaal = (re.sub(r"<[^>]+>", "", stuk).replace("\xa0", " ") for stuk in stukken)
    return [zin for stuk in kaal for zin in re.split(r"(?<=[.?!])\s+", stuk.strip()) if zin]


def test_datum_van_de_brief_komt_van_de_brief_niet_van_de_klok():
    html = html_maken(voorbeelden.ontvangstbevestiging())

    gemaakt = pdf_maken(html, titel="t", kenmerk="k", gemaakt_op=datetime.date(2019, 2, 3))

    assert lezen(gemaakt).metadata.creation_date.date() == datetime.date(2019, 2, 3)


def test_het_bestand_heeft_een_kenmerk_uit_zijn_inhoud():
    """PDF/A-2 6.1.3: an identifier; the same letter has the same one, another letter another."""
    brief = voorbeelden.ontvangstbevestiging()
    html = html_maken(brief)

    def kenmerken(tekst: str) -> list[bytes]:
        pdf = pdf_maken(tekst, titel="Brief", kenmerk="Z-2026-000001", gemaakt_op=voorbeelden.DAG)
        return [deel.original_bytes for deel in lezen(pdf).trailer["/ID"]]

    een, weer, ander = kenmerken(html), kenmerken(html), kenmerken(html.replace("</h1>", " twee</h1>"))

    assert een == weer
    assert een != ander
    assert [len(deel) for deel in een] == [16, 16]
