"""Every letter that exists, filled in with something: text, tags, metadata, what is inside for machines, and its hash."""

import dataclasses
import datetime
import hashlib
import io
import json
import re
import types
import typing

import pikepdf
import pypdf

from beschikkingen.briefbijlage import VORM, besluit_als_gegevens
from beschikkingen.brieven import Besluitbrief
from tests.voorbeelden_brieven import DAG, kop
from toegang.brieven.basis import Brief, html_maken
from toegang.brieven.inhoud import als_gegevens, hash_van
from toegang.pdf import pdf_maken

NAAM = "Jansen-Peeters"  # stands in the window and in the salutation, and nowhere in what a machine reads


def letters(van: type = Brief) -> list[type]:
    """Every class of letter, of every room: a new one comes along by itself."""
    onder = [k for kind in van.__subclasses__() for k in letters(kind)]
    return [*onder, *([van] if "template" in vars(van) else [])]


def iets(soort, naam: str = ""):
    """A value of this type."""
    oorsprong, delen = typing.get_origin(soort), typing.get_args(soort)
    if oorsprong in (typing.Union, types.UnionType):
        return iets(delen[0], naam)
    if oorsprong is tuple:
        return tuple(iets(deel, naam) for deel in delen if deel is not Ellipsis)
    if oorsprong is typing.Literal:
        return delen[0]
    if dataclasses.is_dataclass(soort):
        return gevuld(soort)
    eenvoudig = {
        str: f"Dit is {naam.replace('_', ' ') or 'een zin'}.",
        datetime.date: DAG,
        bool: True,
        int: 3,
    }
    return eenvoudig[soort]


def gevuld(soort: type, **vast):
    """With a value in every field that has none of its own."""
    hints = typing.get_type_hints(soort)
    leeg = [
        v.name
        for v in dataclasses.fields(soort)
        if v.default is dataclasses.MISSING
        and v.default_factory is dataclasses.MISSING
        and v.name not in vast
    ]
    return soort(**{naam: iets(hints[naam], naam) for naam in leeg}, **vast)


def klachten(soort: type) -> list[str]:
    """What is wrong with the PDF of this letter."""
    brief = gevuld(soort, kop=kop(), aanhef="Geachte mevrouw Jansen-Peeters")
    bijlage = besluit_als_gegevens(brief) if soort is Besluitbrief else None
    erbij = {"bijlage": bijlage} if bijlage else {}

    def maken() -> bytes:
        return pdf_maken(
            html_maken(brief), titel=brief.onderwerp, kenmerk=brief.kop.kenmerk, gemaakt_op=DAG, **erbij
        )

    inhoud = maken()
    lezer = pypdf.PdfReader(io.BytesIO(inhoud))
    wortel, xmp = lezer.trailer["/Root"], lezer.trailer["/Root"]["/Metadata"].get_object().get_data()
    tekst = re.sub(r"\s+", " ", " ".join(blad.extract_text() for blad in lezer.pages))
    tags = {str(ding.get("/S")) for ding in _elementen(wortel["/StructTreeRoot"]["/K"])}
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        gaaf = not pdf.check_pdf_syntax()
        bijlagen = {naam: bestand.get_file().read_bytes() for naam, bestand in pdf.attachments.items()}
    uit = als_gegevens(brief)
    deel = b"3" if bijlage else b"2"
    proef = {
        "text: subject, salutation, number": all(
            t in tekst for t in (brief.onderwerp, "Geachte mevrouw", brief.kop.kenmerk)
        ),
        "text: a template left open": "{{" not in tekst and "{%" not in tekst,
        "tags": {"/H1", "/P"} <= tags and wortel["/MarkInfo"]["/Marked"] is not None,
        "language": wortel["/Lang"] == "nl",
        "PDF/A": b'pdfaid:part="' + deel + b'"' in xmp and b'pdfaid:conformance="A"' in xmp,
        "PDF/UA": b'pdfuaid:part="1"' in xmp,
        "metadata say what and when, not who": lezer.metadata.title == brief.onderwerp
        and lezer.metadata.creation_date.date() == DAG
        and NAAM not in str(lezer.metadata),
        "colours": "/OutputIntents" in wortel,
        "a whole file": gaaf,
        "attachment": list(bijlagen) == (["besluit.json"] if bijlage else []),
        "the same letter, the same hash": not bijlage  # of the others test_pdf.py says so
        or hashlib.sha256(maken()).digest() == hashlib.sha256(inhoud).digest(),
        "what it was made from": uit["soort"] == brief.soort
        and hash_van(json.loads(json.dumps(uit))) == hash_van(uit),
    }
    if bijlage:
        gelezen = json.loads(bijlagen["besluit.json"])
        proef |= {
            "decision for machines": (gelezen["vorm"], gelezen["kenmerk"]) == (VORM, brief.kop.kenmerk)
            and gelezen["laatste_dag"] == DAG.isoformat(),
            "decision names nobody": NAAM not in json.dumps(gelezen)
            and "Kerkstraat" not in json.dumps(gelezen),
            "attachment is data of the whole": str(wortel["/AF"][0].get_object()["/AFRelationship"])
            == "/Data",
        }
    return [f"{soort.__name__}: {wat}" for wat, goed in proef.items() if not goed]


def _elementen(knoop):
    knoop = knoop.get_object()
    if isinstance(knoop, list):
        for kind in knoop:
            yield from _elementen(kind)
    elif isinstance(knoop, dict):
        if "/S" in knoop:
            yield knoop
        if "/K" in knoop:
            yield from _elementen(knoop["/K"])


def test_elke_brief_is_een_goede_pdf():
    soorten = letters()

    fout = [klacht for soort in soorten for klacht in klachten(soort)]

    assert len(soorten) >= 10
    assert fout == []
