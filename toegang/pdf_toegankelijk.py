"""What WeasyPrint leaves open between PDF/A-2a and PDF/UA-1 (it makes the one or the other)."""

import datetime
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PDFUAID = "http://www.aiim.org/pdfua/ns/id/"
# PDF/A wants every namespace it does not know described in the file itself
PDFUA_XMP = f"""
<rdf:Description xmlns:rdf="{RDF}" rdf:about="" xmlns:pdfuaid="{PDFUAID}" pdfuaid:part="1"/>
<rdf:Description xmlns:rdf="{RDF}" rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>{PDFUAID}</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


@dataclass(frozen=True)
class Bijlage:
    """A file inside the letter, for machines."""

    naam: str
    mediatype: str
    omschrijving: str
    inhoud: bytes


def toegankelijk_maken(
    inhoud: bytes, *, tabellen: bool = True, op: datetime.date, bijlage: Bijlage | None = None
) -> bytes:
    """A tagged PDF/A-2a becomes PDF/UA-1 as well: identifier in the XMP (uncompressed), Scope on every TH.

    `bijlage` goes into a PDF/A-3a, dated `op`. The file's own identifier (PDF/A-2 6.1.3) is written here too, from
    what is in it.
    """
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        xmp = pdf.Root.Metadata.read_bytes().decode()
        xmp = xmp.replace("</rdf:RDF>", PDFUA_XMP + "</rdf:RDF>")
        pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
        for tabel in _zoeken(pdf.Root.StructTreeRoot, "/Table") if tabellen else ():
            _koppen_richting_geven(tabel)
        for ding in pdf.objects:
            if isinstance(ding, Dictionary) and ding.get("/Type") == "/Font" and "/ToUnicode" in ding:
                _tekens_benoemen(ding.ToUnicode)
        if bijlage is not None:
            _bijvoegen(pdf, bijlage, op)
        uit = io.BytesIO()
        pdf.save(uit, preserve_pdfa=True, deterministic_id=True)
    return uit.getvalue()


def _bijvoegen(pdf: pikepdf.Pdf, bijlage: Bijlage, op: datetime.date) -> None:
    """As data that belongs to the whole letter (PDF/A-3 6.8): its kind, its day, and what it is."""
    dag = pikepdf.String(f"D:{op:%Y%m%d}000000Z")
    som = hashlib.md5(bijlage.inhoud, usedforsecurity=False).digest()  # the sum that PDF prescribes
    bestand = pdf.make_stream(
        bijlage.inhoud, Type=Name.EmbeddedFile, Subtype=Name("/" + bijlage.mediatype),
        Params=Dictionary(Size=len(bijlage.inhoud), ModDate=dag, CheckSum=pikepdf.String(som)),
    )  # fmt: skip
    beschrijving = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec, F=bijlage.naam, UF=bijlage.naam, Desc=bijlage.omschrijving, AFRelationship=Name.Data,
            EF=Dictionary(F=bestand, UF=bestand),
        )
    )  # fmt: skip
    pdf.Root.AF = Array([beschrijving])
    namen = pdf.Root.get("/Names", Dictionary())
    namen.EmbeddedFiles = Dictionary(Names=Array([pikepdf.String(bijlage.naam), beschrijving]))
    pdf.Root.Names = namen


def _koppen_richting_geven(tabel: Object) -> None:
    """A heading in the head of a table is of its column, elsewhere of its row (WeasyPrint issue 2508)."""
    for deel in _kinderen(tabel):
        in_kop = deel.get("/S") == "/THead"
        for cel in _zoeken(deel, "/TH"):
            cel.A["/Scope"] = Name.Column if in_kop else Name.Row


def _tekens_benoemen(tabel: Object) -> None:
    """A glyph that is half a letter (the dots of some Arabic fonts) has no character: a zero-width space."""
    inhoud = tabel.read_bytes()
    if b" <>" in inhoud:
        tabel.write(inhoud.replace(b" <>", b" <200b>"))


def _zoeken(element: Object, soort: str) -> Iterator[Object]:
    for kind in _kinderen(element):
        if kind.get("/S") == soort:
            yield kind
        else:
            yield from _zoeken(kind, soort)


def _kinderen(element: Object) -> list[Object]:
    inhoud = element.get("/K", Array())
    kinderen = list(inhoud) if isinstance(inhoud, Array) else [inhoud]
    return [kind for kind in kinderen if isinstance(kind, Dictionary)]
