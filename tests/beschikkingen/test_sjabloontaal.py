"""The language of a letter template: every text parses or gives a sentence with its line, in linear time. Pure."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beschikkingen.models import Uitkomst
from beschikkingen.sjabloondelen import (
    DELEN,
    STANDAARD,
    Blok,
    als_rijen,
    blokken_van,
    delen_bij,
    fouten_in,
    in_woorden,
    ontbreekt_in_sjabloon,
)
from beschikkingen.sjabloontaal import MEESTE_FOUTEN, Als, Plek, Woorden, invullen, lezen
from beschikkingen.sjabloonvelden import VELDEN, VOORWAARDEN, WOORDENLIJST
from beschikkingen.sjabloonvoorbeeld import voorbeeldbrief
from toegang.brieven.basis import html_maken

HULP = {v.naam: v.voorbeeld for v in VELDEN}
STUKJES = ["{", "}", "[", "]", "{{", "%}", "{%", "{hulp}", "{kenmerk}", "[als hulp]", "[als niet pgb]", "[einde]",
           "{x.y}", "{% for a in b %}", "\n", "\r\n", "\x00", "<b>", "</p>", "שלום", "مرحبا", "\u202e", "é", " ", "a"]  # fmt: skip


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("Goed.\nU krijgt {hlp}.", "Regel 2: het veld 'hlp' bestaat niet. Bedoelt u {hulp}?"),
        ("{inwoner.bsn}", "Regel 1: het veld 'inwoner.bsn' bestaat niet. Kies een veld uit de lijst."),
        ("{kenmerk.__class__}", "Regel 1: het veld 'kenmerk.__class__' bestaat niet."),
        ("{{ hulp }}", "Regel 1: schrijf één accolade: {hulp}, niet {{ hulp }}."),
        ("{% for x in y %}x{% endfor %}", "Regel 1: '{%' is een opdracht die een brief niet kent."),
        ("{% while 1 %}", "Regel 1: '{%' is een opdracht"),
        ("[herhaal altijd]", "Regel 1: [herhaal altijd] is geen opdracht. U kunt alleen [als …] en [einde] gebruiken."),
        ("a\n\n[als hulp]{hulp}", "Regel 3: bij [als hulp] ontbreekt [einde]."),
        ("x [einde]", "Regel 1: [einde] zonder [als …]."),
        ("[als hulp]\n[als pgb]x[einde]", "Regel 2: [als hulp] van regel 1 is nog niet gesloten."),
        ("[als huulp]x[einde]", "Bedoelt u [als hulp]?"),
        ("[als kenmerk]x[einde]", "Regel 1: 'kenmerk' is altijd gevuld."),
        ("Bel {aanbieder}.", "Regel 1: {aanbieder} kan leeg zijn. Zet het tussen [als aanbieder] en [einde]."),
        ("[als niet hulp]{hulp}[einde]", "Regel 1: {hulp} kan leeg zijn."),
        ("{pgb}", "Regel 1: 'pgb' heeft geen tekst."),
        ("tot {hulp", "Regel 1: na de accolade { ontbreekt de naam van een veld met }."),
        ("hulp}", "Regel 1: hier staat een accolade } zonder begin."),
        ("a ]", "Regel 1: hier staat een haak ] zonder begin."),
        ("een\x00teken", "Regel 1: in deze tekst staat een teken dat wij niet kunnen bewaren."),
    ],
)  # fmt: skip
def test_wat_niet_kan_geeft_een_zin_met_de_regel(tekst, zin):
    _, fouten = lezen(tekst, WOORDENLIJST)

    assert zin in " ".join(str(f) for f in fouten)
    assert fouten_in(Blok("tekst", "Kop", tekst))["tekst"] == [str(f) for f in fouten]


def test_velden_en_een_als():
    stukken, fouten = lezen("Bel { Telefoon  Gemeente }. [als hulp]U krijgt {hulp}.[einde][als niet pgb] 100%[einde]", WOORDENLIJST)  # fmt: skip

    assert fouten == ()
    assert [type(s) for s in stukken] == [Woorden, Plek, Woorden, Als, Als]
    assert invullen(stukken, HULP) == "Bel 14 077. U krijgt hulp in het huishouden. 100%"
    assert invullen(stukken, {"telefoon gemeente": "1", "pgb": "ja"}) == "Bel 1. "


def test_een_waarde_is_nooit_een_opdracht():
    stukken, _ = lezen("Kenmerk {kenmerk}", WOORDENLIJST)

    assert invullen(stukken, {"kenmerk": "{bsn}\n[als hulp] {% x %}"}) == "Kenmerk {bsn} [als hulp] {% x %}"


def test_velden_staan_een_keer_in_de_lijst_en_hebben_uitleg():
    namen = [v.naam for v in (*VELDEN, *VOORWAARDEN)]

    assert len(namen) == len(set(namen))
    assert all(n == " ".join(n.casefold().split()) for n in namen)
    assert all(v.betekenis and v.voorbeeld for v in VELDEN)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(STUKJES), max_size=60).map("".join)))
def test_elke_tekst_wordt_gelezen_of_geeft_een_zin(tekst):
    stukken, fouten = lezen(tekst, WOORDENLIJST)

    assert len(fouten) <= MEESTE_FOUTEN + 1
    assert all(f.zin and 1 <= f.regel <= tekst.count("\n") + tekst.count("\r") + 1 for f in fouten)
    if not fouten:
        uit = invullen(stukken, {})
        assert not set("{}[]") & set(uit)  # nothing of the language is left over
        assert len(uit) <= len(tekst)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>&\"'/ab \u202eש"), min_size=1, max_size=60))
def test_wat_getypt_is_staat_ontsnapt_in_de_brief(tekst):
    brief = voorbeeldbrief(
        "dwangsom", (Blok("besluit"), Blok("tekst", tekst[:20], f"<script>{tekst}</script>"))
    )
    html = html_maken(brief)

    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert html.count("<h2>") == 1 + bool(brief.blokken[1].kop)


@pytest.mark.parametrize("stuk", ["{", "[", "{a", "[als hulp]", "%", "{%", "\n{x}", "[einde]", "{hulp"])
def test_honderd_kilobyte_duurt_niet_langer_dan_de_lengte(stuk):
    tekst = stuk * (100_000 // len(stuk))
    duren: list[float] = []
    while len(duren) < 3 and min(duren, default=1) >= 1:  # a machine that is busy elsewhere gets another try
        begin = time.process_time()
        lezen(tekst, WOORDENLIJST)
        duren.append(time.process_time() - begin)

    assert min(duren) < 1, duren  # measured: at most 0.2 s; a search that goes back would take minutes
    assert "5.000 tekens" in fouten_in(Blok("tekst", "", tekst))["tekst"][0]


@pytest.mark.parametrize("uitkomst", list(Uitkomst))
def test_de_vaste_volgorde_is_een_goed_sjabloon(uitkomst):
    blokken = [Blok(d) for d in delen_bij(uitkomst)]

    assert ontbreekt_in_sjabloon(uitkomst, blokken) == []
    for weg in blokken:  # nothing of it can be left out
        mist = ontbreekt_in_sjabloon(uitkomst, [b for b in blokken if b != weg])
        assert f"'{weg.naam}' ontbreekt: {DELEN[weg.deel].waarom}." in mist
    assert {"besluit", "waarom", "zienswijze", "rechtsmiddel"} <= set(delen_bij(uitkomst)) <= set(STANDAARD)


def test_wat_niet_mag_in_een_sjabloon():
    vast = [Blok(d) for d in delen_bij("toekenning")]
    anders = Blok("tekst", "Tussendoor", "Dit is van ons.")

    def mist(blokken):
        return " ".join(ontbreekt_in_sjabloon("toekenning", blokken))

    assert "staat er twee keer in" in mist([*vast, vast[1]])
    assert "Zet dat blok bovenaan" in mist([anders, *vast])
    assert mist([vast[0], anders, *vast[1:]]) == ""
    waarom = [b.deel for b in vast].index("waarom") + 1
    assert "'Wat er al kan, per trede' heeft geen eigen kopje" in mist(
        [*vast[:waarom], anders, *vast[waarom:]]
    )
    assert mist([*vast[:waarom], Blok("tekst", "", "Zonder kop."), *vast[waarom:]]) == ""
    assert "'Wat betaalt u?' hoort niet in deze brief" in " ".join(
        ontbreekt_in_sjabloon("dwangsom", [*(Blok(d) for d in delen_bij("dwangsom")), Blok("bijdrage")])
    )
    assert "Meer dan 30 kan niet" in mist([*vast, *([anders] * 30)])
    assert "Blok 'Tussendoor': Regel 1: het veld 'x' bestaat niet" in mist(
        [*vast, Blok("tekst", "Tussendoor", "{x}")]
    )
    assert "kopje kan geen veld" in mist([*vast, Blok("tekst", "{hulp}", "x")])
    assert "haal het blok weg" in mist([*vast, Blok("tekst", "Kop", " ")])


def test_opslaan_en_lezen_is_hetzelfde():
    blokken = (Blok("besluit"), Blok("tekst", "Kop", "een\r\ntwee"))

    assert blokken_van(als_rijen(blokken)) == (Blok("besluit"), Blok("tekst", "Kop", "een\ntwee"))
    assert blokken_van([{"deel": "bestaat_niet"}]) == ()
    assert (
        in_woorden(blokken_van(als_rijen(blokken)))
        == "Wat hebben wij besloten? (vast deel)\n\nKop\neen\ntwee"
    )
