"""Every query in a view starts with what this reader may see: `.voor(lezer, …)` or `.in_rij(lezer)`."""

import ast
import re

import pytest

from tests.huisregels.bron import boom, naam, plek, python_bestanden

BEGINT = {"voor", "voor_werk", "in_rij", "van", "none"}
# Models without a person in them: everyone on staff may list them.
ONGEBONDEN = {
    "Wijkteam", "Medewerker", "Dienstverband", "Lidmaatschap", "Deskundige", "Gebied", "Product", "Aanbieder", "Contract", "Tarief",
    "AlgemeneVoorziening", "Herinneringsschema", "Group", "Organisatie", "Verwijslink", "Gelijkgestelde", "get_user_model()",
}  # fmt: skip
# (file: model) that reads another way, with the reason.
GENOEMD = {
    "beschikkingen/views/bezwaar.py: Bezwaar": "the queue of the jurist: `voor_rol`, without a name; else by voor",
    "beschikkingen/views/mandaat.py: Mandaat": "who of the colleagues may sign, for the beheerder",
    "beschikkingen/views/sjabloon.py: Sjabloon": "what letters are made of, about nobody",
    "wijkteams/views/apparaat.py: Apparaat": "one's own device, by actor",
    "portaal/views/aanmelden.py: Persoon": "the names of whom one may look for, just before choosing",
    "toegang/views/concept.py: Concept": "one's own unsaved text, by actor",
    "toegang/views/mijn_werk.py: Noodinzage": "for the FG: a number",
    "toegang/views/noodinzage.py: Inwoner": "break-glass: the one search beyond one's rights, every try logged",
    "toegang/views/noodinzage.py: Inzage": "what a colleague opened in a noodinzage, for who reviews it",
    "toegang/views/noodinzage.py: Noodinzage": "the reviews of the FG and the teamlead, checked by permission",
    "toegang/views/noodinzage.py: Zaak": "the zaak of a noodinzage",
    "toegang/views/noodinzage.py: Toezichtinzage": "what supervisors look at: for the FG alone, by the role of the page",
    "toegang/views/toezicht.py: Toezichtinzage": "one's own, by `lopend`",
    "toegang/views/toezicht.py: Zaak": "the zaken of the Wmo of a person whom a supervisor named, every try logged",
    "toegang/views/tijdlijn.py: Gebeurtenis": "the key of a page: a date and a number, shown to nobody",
    "toegang/views/wie.py: Inzage": "the log of an inwoner whose zaak was fetched first",
    "toegang/views/wie.py: Zaak": "for the FG, who sees the log of every zaak; and the zaken to leave out",
    "wijkteams/views/tekstblok.py: Tekstblok": "sentences of the municipality, about nobody",
    "toegang/views/zaakkop.py: Vertegenwoordiger": "of a zaak that was fetched by voor",
}
OOK = {"get_object_or_404", "get_list_or_404"}


def in_een_view(pad_naam: str) -> bool:
    delen = pad_naam.split("/")
    return "views" in delen or delen[-1] in {"views.py", "forms.py"} or "forms" in delen


def begrensd(volgende: ast.AST) -> bool:
    """`.filter(zaak=zaak)`: of a row that was fetched by voor; `.filter(zaken_q(lezer, …))`: voor itself."""
    aanroep = getattr(volgende, "ouder", None)
    if getattr(volgende, "attr", "") != "filter" or not isinstance(aanroep, ast.Call):
        return False
    van = [
        k
        for k in aanroep.keywords
        if k.arg
        and (
            getattr(k.value, "id", "") == k.arg.split("__")[-1]
            or re.match(r"(self\.)?zaak\b", ast.unparse(k.value))
        )
    ]
    return bool(van) or any(getattr(getattr(a, "func", None), "id", "") == "zaken_q" for a in aanroep.args)


def zonder_voor(stam: ast.Module) -> list[tuple[ast.AST, str]]:
    """Every `Model.objects` whose next call is not one of BEGINT."""
    gevonden: list[tuple[ast.AST, str]] = []
    for knoop in ast.walk(stam):
        if isinstance(knoop, ast.Attribute) and knoop.attr in {
            "objects",
            "_default_manager",
            "_base_manager",
        }:
            model = getattr(knoop.value, "id", getattr(knoop.value, "attr", ast.unparse(knoop.value)))
            volgende = getattr(knoop, "ouder", None)
            eerste = volgende.attr if isinstance(volgende, ast.Attribute) else ""
            if model not in ONGEBONDEN and eerste not in BEGINT and not begrensd(volgende):
                gevonden.append((knoop, model))
        elif isinstance(knoop, ast.Call) and getattr(knoop.func, "id", "") in OOK:
            eerste = ast.unparse(knoop.args[0]) if knoop.args else ""
            if eerste not in ONGEBONDEN and not any(f".{b}(" in eerste for b in BEGINT):
                gevonden.append((knoop, eerste))
    return gevonden


def stam_met_ouders(tekst: str) -> ast.Module:
    stam = ast.parse(tekst)
    for knoop in ast.walk(stam):
        for kind in ast.iter_child_nodes(knoop):
            kind.ouder = knoop  # type: ignore[attr-defined]
    return stam


def test_elke_vraag_in_een_view_begint_met_voor():
    fout = [
        f"{plek(p, knoop)} {model}.objects"
        for p in python_bestanden()
        if in_een_view(naam(p)) and not naam(p).startswith("config/")
        for knoop, model in zonder_voor(boom(p))
        if f"{naam(p)}: {model}" not in GENOEMD
    ]

    assert fout == []


@pytest.mark.parametrize(
    "regel",
    ["Zaak.objects.get(pk=pk)", "Zaak.objects.filter(x=1).voor(l, r)", "get_object_or_404(Zaak, pk=pk)"],
)
def test_de_regel_wordt_rood(regel):
    assert zonder_voor(stam_met_ouders(regel))


@pytest.mark.parametrize(
    "regel",
    ["Zaak.objects.voor(l, r).get(pk=pk)", "Product.objects.op(d)", "Zaak.objects.filter(zaken_q(l, r))",
     "Indicatie.objects.filter(zaak=zaak)", "get_object_or_404(Z.objects.voor(l, r), pk=1)"],
)  # fmt: skip
def test_goede_vragen_blijven_groen(regel):
    assert not zonder_voor(stam_met_ouders(regel))
