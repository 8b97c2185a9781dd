"""What the kit draws: words and formats of the screen, forms, badges, error pages."""

import datetime as dt
import html as html_lib
import re
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone

from config import fouten
from config.statisch import TOEGESTAAN, NodeModulesFinder
from toegang import iconen, opmaak
from toegang import velden as v
from toegang.formulier import Formulier
from toegang.omgeving import Menupunt
from toegang.verschillen import Verouderd, Verschil, gemarkeerd
from toegang.views.sneltoetsen import sneltoetsen

VANDAAG = dt.date(2026, 12, 3)


def teken(sjabloon, request=None, **context):
    return Template("{% load toegang %}" + sjabloon).render(Context({"request": request, **context}))


def kaal(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def termijn(**velden):
    return SimpleNamespace(
        **{"uiterste_datum": VANDAAG, "gehaald_op": None, "stil_sinds": None, "wacht_op": "", **velden}
    )


@pytest.mark.parametrize(
    ("filter_", "verwacht"),
    [
        ("datum", "12 december 2026"),
        ("datum_kort", "12 dec 2026"),
        ("datum_dag", "za 12 dec 2026"),
        ("datum_lang", "zaterdag 12 december 2026"),
        ("moment", "12 december 2026"),
    ],
)
def test_datums_staan_zoals_de_stijl_zegt(filter_, verwacht):
    assert teken("{{ d|" + filter_ + " }}", d=dt.date(2026, 12, 12)) == verwacht


def test_moment_staat_in_nederlandse_tijd():
    om = dt.datetime(2026, 12, 2, 13, 32, tzinfo=dt.UTC)

    assert teken("{{ m|moment }}", m=om) == "2 december 2026 om 14.32 uur"
    assert teken("{{ m|tijd }}", m=om) == "14.32 uur"
    assert teken("{{ m|datum }}", m=dt.datetime(2026, 12, 2, 23, 30, tzinfo=dt.UTC)) == "3 december 2026"


@pytest.mark.parametrize(
    "filter_", ["datum", "moment", "tijd", "bedrag", "getal", "duur_minuten", "postcode"]
)
def test_wat_er_niet_is_blijft_leeg(filter_):
    assert teken("{{ x|" + filter_ + " }}", x=None) == ""


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        ("21.8", "€\u00a021,80"),
        (250, "€\u00a0250"),
        (1250, "€\u00a01.250"),
        ("1250.5", "€\u00a01.250,50"),
        (-3, "-€\u00a03"),
    ],
)
def test_bedrag(waarde, verwacht):
    assert opmaak.bedrag(waarde) == verwacht


@pytest.mark.parametrize(
    ("minuten", "verwacht"),
    [
        (105, "105 minuten (1 uur en 45 minuten)"),
        (45, "45 minuten"),
        (120, "120 minuten (2 uur)"),
        (1, "1 minuut"),
        (61, "61 minuten (1 uur en 1 minuut)"),
    ],
)
def test_duur(minuten, verwacht):
    assert opmaak.duur_minuten(minuten) == verwacht


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        ("19480923", "23 september 1948"),
        ("19480900", "september 1948 (dag onbekend)"),
        ("19480000", "1948 (dag en maand onbekend)"),
        ("00000000", "onbekend"),
        ("", "onbekend"),
    ],
)
def test_onvolledige_datum_zegt_wat_onbekend_is(waarde, verwacht):
    assert opmaak.onvolledige_datum(waarde) == verwacht


@pytest.mark.parametrize(
    ("n", "verwacht"),
    [(0, "0 meldingen"), (1, "1 melding"), (37, "37 meldingen"), (1001, "meer dan 1.000 meldingen")],
)
def test_aantal(n, verwacht):
    assert teken('{{ n|aantal:"melding,meldingen" }}', n=n) == verwacht


@pytest.mark.parametrize(
    ("velden", "tekst", "soort"),
    [
        ({"uiterste_datum": dt.date(2026, 12, 21)}, "Nog 18 dagen · ma 21 dec 2026", "rustig"),
        ({"uiterste_datum": dt.date(2026, 12, 18)}, "Nog 15 dagen · vr 18 dec 2026", "rustig"),
        ({"uiterste_datum": dt.date(2026, 12, 17)}, "Nog 14 dagen · do 17 dec 2026", "bijna"),
        ({"uiterste_datum": dt.date(2026, 12, 8)}, "Nog 5 dagen · di 8 dec 2026", "bijna"),
        ({"uiterste_datum": dt.date(2026, 12, 4)}, "Nog 1 dag · vr 4 dec 2026", "bijna"),
        ({}, "Vandaag", "laat"),
        ({"uiterste_datum": dt.date(2026, 12, 2)}, "1 dag te laat · wo 2 dec 2026", "laat"),
        ({"uiterste_datum": dt.date(2026, 11, 30)}, "3 dagen te laat · ma 30 nov 2026", "laat"),
        (
            {"stil_sinds": dt.date(2026, 12, 2), "wacht_op": "aanvulling"},
            "Stil sinds 2 dec: wacht op aanvulling",
            "stil",
        ),
        ({"gehaald_op": dt.date(2026, 11, 20)}, "Gehaald op 20 nov", "klaar"),
        ({"gehaald_op": dt.date(2025, 11, 20)}, "Gehaald op 20 nov 2025", "klaar"),
    ],
)
def test_termijn_zegt_dag_en_rest(velden, tekst, soort):
    html = teken("{% termijn t vandaag=vandaag %}", t=termijn(**velden), vandaag=VANDAAG)

    assert kaal(html) == tekst
    assert f"tg-termijn--{soort}" in html


def test_termijn_noemt_de_andere_klok():
    html = teken('{% termijn t vandaag=d naam="besluit" meer=1 url="/t/" %}', t=termijn(), d=VANDAAG)

    assert kaal(html) == "Vandaag (besluit) +1 termijn"


@pytest.mark.parametrize(
    ("woord", "soort"),
    [
        ("Nieuw", "nieuw"),
        ("Wacht op inwoner", "wacht"),
        ("Klaar voor verzending", "gereed"),
        ("Afgehandeld", "klaar"),
        ("Te laat", "fout"),
        ("Iets anders", "rustig"),
    ],
)
def test_status_is_een_woord_met_kleur(woord, soort):
    html = teken("{% status w %}", w=woord)

    assert kaal(html) == woord
    assert f"tg-status--{soort}" in html


def test_iconen_zijn_verborgen_voor_een_schermlezer():
    for naam in iconen.ICONEN:
        assert 'aria-hidden="true"' in teken("{% icoon n %}", n=naam)
    assert set(iconen.INDICATOREN.values()) <= set(iconen.ICONEN)
    assert {icoon for _, icoon in opmaak.STATUSSEN.values() if icoon} <= set(iconen.ICONEN)


def test_knop_die_niet_kan_toont_de_zin():
    html = teken('{% knop "Ondertekenen" weigering=w %}', w="Een collega ondertekent <uw> besluit.")

    assert "<button" not in html
    assert "Een collega ondertekent &lt;uw&gt; besluit." in html


def test_knop_heeft_een_sneltoets_tenzij_die_uit_staat():
    request = RequestFactory().get("/")
    assert 'accesskey="b"' in teken('{% knop "Bewaren" sneltoets="b" %}', request)

    request.COOKIES["sneltoetsen"] = "uit"

    assert "accesskey" not in teken('{% knop "Bewaren" sneltoets="b" %}', request)


def test_kolomkop_sorteert_en_begint_vooraan():
    request = RequestFactory().get("/?volgorde=naam&na=x&wet=wmo")

    html = teken('{% kolomkop "Naam" sorteer="naam" %}', request)

    assert 'aria-sort="ascending"' in html
    assert "volgorde=-naam" in html
    assert "wet=wmo" in html
    assert "na=x" not in html


# forms


class Voorbeeld(Formulier):
    naam = v.TekstVeld(label="Naam", help_text="Zoals op de kaart")
    postcode = v.PostcodeVeld(label="Postcode", required=False)
    kanaal = v.KeuzeVeld(label="Hoe?", choices=[("t", "telefoon"), ("b", "balie")])
    wie = v.MeerkeuzeVeld(label="Wie?", choices=[("i", "Inwoner")], required=False)
    akkoord = v.VinkVeld(label="Akkoord")
    uitleg = v.LangeTekstVeld(label="Uitleg", required=False)


def test_veld_staat_in_de_orde_label_hint_fout_veld():
    html = str(Voorbeeld({})["naam"].as_field_group())

    plekken = [html.index(s) for s in ("<label", "Zoals op de kaart", "Vul de naam in", "<input")]
    assert plekken == sorted(plekken)
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-required="true"' in html


def test_formulier_zegt_alleen_bij_wat_mag_dat_het_niet_hoeft():
    html = str(Voorbeeld())

    assert html.count("(niet verplicht)") == 3
    for verboden in (" required", "placeholder", "maxlength", "checked", "style="):
        assert verboden not in html


def test_groep_is_een_fieldset_met_een_vraag():
    html = str(Voorbeeld({})["kanaal"].as_field_group())

    assert html.startswith("<fieldset")
    assert 'role="radiogroup"' in html
    assert "<legend" in html
    assert "Hoe?" in html
    assert html.count('type="radio"') == 2


def test_foutenlijst_noemt_dezelfde_zinnen_met_een_link():
    formulier = Voorbeeld({"postcode": "1"})
    html = teken("{% foutenlijst %}{% fout_vooraf %}", formulier=formulier)

    assert kaal(html).startswith("Er zijn 3 problemen Vul de naam in")
    assert 'href="#id_naam"' in html
    assert 'href="#id_kanaal_0"' in html
    assert 'id="id_kanaal_0"' in str(formulier)
    assert html.endswith("Fout: ")


def test_foutenlijst_kent_formsets_en_losse_fouten():
    Reeks = forms.formset_factory(Voorbeeld, extra=0)
    reeks = Reeks({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-naam": "A"})

    html = teken("{% foutenlijst %}", formulieren=[reeks], extra_fouten=[("bsn", "Dit BSN klopt niet")])

    assert (
        html_lib.unescape(kaal(html)) == "Er zijn 2 problemen Kies een antwoord bij 'Hoe?' Dit BSN klopt niet"
    )


def test_zonder_fouten_geen_foutenlijst():
    assert teken("{% foutenlijst %}{% fout_vooraf %}", formulier=Voorbeeld()).strip() == ""


def verborgen(html):
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', html))


def test_formulier_geeft_een_nieuwe_sleutel_en_de_versie():
    request = RequestFactory().get("/")

    velden = verborgen(teken("{% formulier versie=4 %}", request, csrf_token="abc"))

    assert velden["csrfmiddlewaretoken"] == "abc"
    assert velden["versie"] == "4"
    assert UUID(velden["formuliersleutel"])


def test_formulier_houdt_na_een_fout_sleutel_en_gelezen_versie():
    sleutel = str(uuid4())
    request = RequestFactory().post("/", {"formuliersleutel": sleutel, "versie": "4"})

    velden = verborgen(teken("{% formulier versie=5 %}", request))

    assert velden == {"formuliersleutel": sleutel, "versie": "4"}


def test_formulier_neemt_de_nieuwe_versie_als_beide_teksten_getoond_zijn():
    request = RequestFactory().post("/", {"formuliersleutel": str(uuid4()), "versie": "4"})

    velden = verborgen(teken("{% formulier versie=5 %}", request, verouderd=Verouderd("F. Bakker")))

    assert velden["versie"] == "5"


def test_formulier_van_een_ander_blok_krijgt_een_eigen_sleutel():
    sleutel = str(uuid4())
    request = RequestFactory().post("/", {"formuliersleutel": sleutel, "formuliernaam": "zoeken"})

    assert verborgen(teken('{% formulier naam="zoeken" %}', request))["formuliersleutel"] == sleutel
    assert verborgen(teken("{% formulier %}", request))["formuliersleutel"] != sleutel


def test_formulier_weigert_een_vreemde_sleutel():
    request = RequestFactory().post("/", {"formuliersleutel": '"><script>', "versie": "x"})

    velden = verborgen(teken("{% formulier versie=5 %}", request))

    assert UUID(velden["formuliersleutel"])
    assert velden["versie"] == "5"


# stale form


def test_verschil_merkt_alleen_wat_anders_is():
    assert gemarkeerd("Zij kookt zelf.", "Zij kookt niet.", "ins") == "Zij kookt <ins>zelf</ins>."
    assert gemarkeerd("<b>", "", "del") == "<del>&lt;b&gt;</del>"


def test_verschil_van_lange_teksten_is_snel():
    lang = "woord " * 20_000

    assert "<ins>" in gemarkeerd(lang + "\nmeer", lang, "ins")


def test_verouderd_toont_beide_teksten_en_kiest_niets_vooraf():
    verouderd = Verouderd(
        "F. Bakker",
        [Verschil("Verslag", "verslag", "mijn", "hun"), Verschil("Datum", "op", "1", "2", samen=False)],
    )

    html = render_to_string("toegang/_verouderd.html", {"verouderd": verouderd})

    assert "<ins>mijn</ins>" in html
    assert "<del>hun</del>" in html
    assert html.count("Bewaar die van F. Bakker") == 2
    assert html.count("Bewaar samen") == 1
    assert "checked" not in html


def test_verouderd_geeft_de_keuze_terug():
    verouderd = Verouderd(
        "F. Bakker",
        [
            Verschil("A", "a", "mijn", "hun"),
            Verschil("B", "b", "mijn", "hun"),
            Verschil("C", "c", "1", "2", samen=False),
        ],
    )

    assert verouderd.keuzes({"bewaar_a": "samen", "bewaar_b": "hun", "bewaar_c": "samen"}) == {
        "a": "hun\n\nmijn",
        "b": "hun",
    }


# pages


@pytest.mark.parametrize(
    ("pagina", "status", "zin"),
    [
        (fouten.niet_begrepen, 400, "Ga terug en probeer het opnieuw"),
        (fouten.niet_toegestaan, 403, "Vraag uw teamleider"),
        (fouten.niet_gevonden, 404, "Deze pagina is er niet, of u mag haar niet zien. Vraag uw teamleider."),
        (fouten.te_vaak, 429, "Wacht een kwartier"),
        (
            fouten.kapot,
            500,
            "Het lukt nu niet. Uw tekst is bewaard. Probeer het over een paar minuten opnieuw",
        ),
        (fouten.csrf, 403, "Er is niets gewijzigd"),
    ],
)
def test_foutpagina_is_nederlands_en_vraagt_de_database_niets(pagina, status, zin):
    antwoord = pagina(RequestFactory().get("/"))

    assert antwoord.status_code == status
    assert zin in antwoord.content.decode()


def test_403_toont_de_zin_van_de_weigering():
    antwoord = fouten.niet_toegestaan(None, PermissionError("Uw mandaat dekt dit <bedrag> niet."))

    assert "Uw mandaat dekt dit &lt;bedrag&gt; niet." in antwoord.content.decode()


def test_404_is_altijd_dezelfde():
    een = fouten.niet_gevonden(RequestFactory().get("/een/"), ValueError("bestaat"))
    twee = fouten.niet_gevonden(RequestFactory().get("/twee/"), ValueError("bestaat niet"))

    assert een.content == twee.content


def test_basis_tekent_kop_en_menu():
    request = RequestFactory().get("/")
    request.lezer = SimpleNamespace(
        naam="F. Bakker", rechten=SimpleNamespace(rollen={"consulent", "teamlead"})
    )
    menu = [Menupunt("Werkvoorraad", "/w/", actief=True, aantal=14)]
    context = {
        "request": request,
        "hoofdmenu": menu,
        "zoek_url": "/zoek/",
        "gemeente": {"naam": "Venlo"},
        "csrf_token": "abc",
    }

    html = render_to_string("basis.html", {**context, "formulier": Voorbeeld({})})

    assert '<html lang="nl"' in html
    assert "<title>Fout: " in html
    assert "F. Bakker (consulent, teamleider)" in html
    assert re.search(r'aria-current="page"[^>]*>Werkvoorraad <span class="tg-aantal">14<', html)
    assert html.index("Er zijn 2 problemen") < html.index("<h1")
    assert "/zoek/" in html
    assert "Venlo · Toegang" in html
    for verboden in ("style=", "onclick", "<script>", "{{"):
        assert verboden not in html


def test_zonder_lezer_geen_zoekveld_en_geen_uitloggen():
    html = render_to_string("basis.html", {"request": RequestFactory().get("/"), "zoek_url": "/zoek/"})

    assert "/zoek/" not in html
    assert "Uitloggen" not in html


def test_statische_bestanden_komen_van_de_lijst():
    finder = NodeModulesFinder()
    gevonden = [f"{opslag.prefix}/{naam}" for naam, opslag in finder.list([])]

    if not gevonden:
        pytest.skip("node_modules is er niet: eerst npm ci")
    assert len(gevonden) == sum(len(namen) for _, namen in TOEGESTAAN.values())
    assert finder.find("derden/utrecht/index.css")
    assert finder.find("derden/utrecht/../../../package.json") == []
    assert finder.find("derden/voorbeeld/tokens.json") == []


def test_vandaag_komt_van_de_klok_als_niemand_hem_noemt():
    assert kaal(teken("{% termijn t %}", t=termijn(uiterste_datum=timezone.localdate()))) == "Vandaag"


def test_sneltoetsen_gaan_uit_en_weer_aan():
    uit = sneltoetsen(RequestFactory().post("/", HTTP_REFERER="http://testserver/zaak/"))
    request = RequestFactory().post("/", HTTP_REFERER="https://elders.example/")
    request.COOKIES["sneltoetsen"] = "uit"
    aan = sneltoetsen(request)

    assert uit.url == "http://testserver/zaak/"
    assert uit.cookies["sneltoetsen"].value == "uit"
    assert aan.url == "/"
    assert aan.cookies["sneltoetsen"].value == ""
