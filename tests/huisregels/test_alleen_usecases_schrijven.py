"""Reading is a queryset, changing is a use-case: nothing else writes."""

import ast
import re

import pytest

from tests.huisregels.bron import boom, naam, plek, python_bestanden

SCHRIJFT = {
    "save", "bewaren", "create", "acreate", "delete", "adelete", "get_or_create", "update_or_create", "bulk_create",
    "bulk_update", "save_base", "set_password", "doen",
}  # fmt: skip
KOPPELT = {"add", "remove", "set", "clear"}  # on a many-to-many
KOPPELINGEN = {"groups", "user_permissions"}
SQL = re.compile(
    r"^\s*(INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|TRUNCATE|WITH\s+\w+\s+AS\s*\()", re.IGNORECASE
)
# Where writing is the work: folders and files, each with the reason.
MAG = {
    "*/usecases/": "the acts",
    "*/models/": "a model's own save",
    "*/gebeurtenissen.py": "one function per event, called by a use-case",
    "*/management/commands/": "calls use-cases in a transaction",
    "config/demo/": "the demo municipality",
    "toegang/na_migratie.py": "groups and grants, after every migrate",
    "toegang/schermen.py": "the one-time key of a form, and the end of its concept",
    "toegang/middleware.py": "keeps what was typed when a session had ended",
    "toegang/inzagelog.py": "the read log itself",
    "toegang/zegel.py": "the seal of the read log",
    "config/diensten/": "starts servers; knows no models",
}
# One call in a file that otherwise reads, with the reason.
GENOEMD = {
    "toegang/drukwerk.py: save": "pikepdf writes bytes",
}

# Use-cases without `door`, with the reason.
ZONDER_DOOR = {
    "teamrechten_projecteren": "a projection: follows from the membership that has its own `door`",
    "brp_verversen": "a job: asks the BRP each night about everybody for whom something runs",
    "bestanden_scannen": "a job: the scanner is asked again about files that wait",
    "bericht_versturen": "a job: the system sends the e-mail that someone asked for",
    "brief_maken": "a job: the system makes the letter that someone asked for",
    "herinneringen_versturen": "a job: the rungs that are due, before help ends",
    "leveringen_bewaken": "a job: what was granted and not ordered, or not begun",
    "hulp_vooruitzien": "a job: who turns 18, and help that is to be looked at again",
    "collegaberichten_versturen": "a job: the e-mails to colleagues that a beheerder asked for",
    "dienstverbanden_bijwerken": "a job: each night what begins or ends, as a beheerder chose",
    "ochtendberichten_versturen": "a job: one e-mail a colleague a morning",
    "indicaties_starten": "a job: what was granted begins on its first day",
    "ontvangsten_bevestigen": "a job: at the end of the day, what nobody confirmed by hand",
    "opschortingen_aflopen": "a job: the time to answer is over",
    "plantermijnen_aflopen": "a job: the time for a persoonlijk plan is over",
    "brieven_bezorgen": "a job: announces the letters that lie ready for who chose Mijn hulp",
    "postvak_verwerken": "a job: does what citizens asked, each as the citizen who asked it",
    "zegelen": "a job: seals the read log",
}

# Parts of another use-case, called inside its transaction with its locked zaak.
DEEL_VAN_EEN_ANDER = {
    "besluit_laten_werken": "by sending the besluit",
    "motivering_bewaken": "by telling a spoedbesluit, aloud or by letter",
    "levering_openen": "by what grants help: a besluit, a change of it, a referral",
    "herinneringen_doen": "by the run of the reminders, for the rows it locked",
    "onderzoek_beginnen": "by the first visit or talk",
    "bij_sluiten": "by what closes a zaak",
    "regisseur_losmaken": "by going up to wijkteam+, coming back, and giving back",
}


def mag(pad_naam: str) -> bool:
    """The file stands in one of the places where writing is the work."""
    rest = "*/" + pad_naam.partition("/")[2]
    return any(pad_naam.startswith(m) or rest.startswith(m) for m in MAG)


def keten(knoop: ast.AST) -> list[str]:
    """`Zaak.objects.filter(…).update` -> ["update", "filter", "objects", "Zaak"]."""
    namen = []
    while True:
        if isinstance(knoop, ast.Call):
            knoop = knoop.func
        elif isinstance(knoop, ast.Attribute):
            namen.append(knoop.attr)
            knoop = knoop.value
        elif isinstance(knoop, ast.Subscript):
            knoop = knoop.value
        else:
            return [*namen, getattr(knoop, "id", "")]


def schrijvend(stam: ast.Module) -> list[tuple[ast.AST, str]]:
    """Every call or SQL text that changes a row."""
    gevonden: list[tuple[ast.AST, str]] = []
    for knoop in ast.walk(stam):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute):
            namen = keten(knoop.func)
            if (
                namen[0] in SCHRIJFT
                or (namen[0] == "update" and {"objects", "filter", "exclude", "all"} & set(namen[1:]))
                or (namen[0] in KOPPELT and namen[1] in KOPPELINGEN)
            ):
                gevonden.append((knoop, namen[0]))
        elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and SQL.match(knoop.value):
            gevonden.append((knoop, "sql"))
    return gevonden


def test_alleen_usecases_schrijven():
    fout = [
        f"{plek(p, knoop)} {wat}"
        for p in python_bestanden()
        if not mag(naam(p))
        for knoop, wat in schrijvend(boom(p))
        if f"{naam(p)}: {wat}" not in GENOEMD
    ]

    assert fout == []


def test_wie_schrijft_is_keyword_only_en_zegt_door_wie():
    """A public function of usecases/<act>.py named as its file: `door` is a keyword, in one transaction."""
    fout = []
    for pad in python_bestanden():
        if "/usecases/" not in naam(pad):
            continue
        for knoop in boom(pad).body:
            if not isinstance(knoop, ast.FunctionDef) or knoop.name != pad.stem or pad.stem in ZONDER_DOOR:
                continue
            namen = {a.arg for a in knoop.args.kwonlyargs}
            if pad.stem in DEEL_VAN_EEN_ANDER and "door" in namen:
                continue
            if "door" not in namen or knoop.args.args:
                fout.append(f"{plek(pad, knoop)} {knoop.name}: (*, …, door)")
            versierd = {ast.unparse(d) for d in knoop.decorator_list}
            atomisch = versierd & {"transaction.atomic", "transaction.atomic()"}
            if not atomisch and "transaction.atomic(" not in pad.read_text():
                fout.append(f"{plek(pad, knoop)} {knoop.name}: no transaction")
    assert fout == []


@pytest.mark.parametrize(
    "regel",
    ["zaak.save()", "Zaak.objects.create(x=1)", "Zaak.objects.filter(x=1).update(x=2)", "m.groups.add(g)",
     "cursor.execute('UPDATE toegang_zaak SET x = 1')", "zaak.bewaren(door=d, reden='')"],
)  # fmt: skip
def test_de_regel_wordt_rood(regel):
    assert schrijvend(ast.parse(regel))
