"""What WeasyPrint leaves open between PDF/A-2a and PDF/UA-1 (it makes the one or the other)."""

import datetime
import hashlib
from dataclasses import dataclass

import pydyf

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


def toegankelijk_maken(pdf: pydyf.PDF, *, op: datetime.date, bijlage: Bijlage | None = None) -> None:
    """A tagged PDF/A-2a becomes PDF/UA-1 as well, before it is written: identifier in the XMP, Scope on every TH.

    `bijlage` goes into a PDF/A-3a, dated `op`.
    """
    for ding in tuple(pdf.objects):
        if isinstance(ding, pydyf.Stream):
            if ding.extra.get("Type") == "/Metadata":
                _benoemen(ding)
        elif isinstance(ding, pydyf.Dictionary):
            if ding.get("Type") == "/Font" and "ToUnicode" in ding:
                _tekens_benoemen(_waarnaar(pdf, ding["ToUnicode"]))
            elif ding.get("S") == "/TH":
                ding["A"]["Scope"] = "/Column" if _in_kop(pdf, ding) else "/Row"
    if bijlage is not None:
        _bijvoegen(pdf, bijlage, op)


def identificeren(inhoud: bytes) -> bytes:
    """The file's own identifier (PDF/A-2 6.1.3), of what is in it; the renderer would write everything twice for it.

    Nothing moves: it stands in the last object of the file, to which the file points by its beginning.
    """
    plek = inhoud.rindex(b"/Type /XRef")
    som = hashlib.sha256(inhoud).hexdigest()[:32].encode()
    return b"%b/ID [<%b><%b>]%b" % (inhoud[:plek], som, som, inhoud[plek:])


def _benoemen(xmp: pydyf.Stream) -> None:
    """As PDF/UA-1; uncompressed, so that an archive reads it without unpacking."""
    xmp.stream = [deel.replace(b"</rdf:RDF>", PDFUA_XMP.encode() + b"</rdf:RDF>") for deel in xmp.stream]
    xmp.compress = False


def _tekens_benoemen(tabel: pydyf.Stream) -> None:
    """A glyph that is half a letter (the dots of some Arabic fonts) has no character: a zero-width space."""
    tabel.stream = [regel.replace(b" <>", b" <200b>") for regel in tabel.stream]


def _in_kop(pdf: pydyf.PDF, cel: pydyf.Dictionary) -> bool:
    """A heading in the head of a table is of its column, elsewhere of its row (WeasyPrint issue 2508)."""
    while cel.get("S") not in ("/THead", "/Table"):
        cel = _waarnaar(pdf, cel["P"])
    return cel["S"] == "/THead"


def _waarnaar(pdf: pydyf.PDF, verwijzing: bytes) -> pydyf.Object:
    return pdf.objects[int(verwijzing.split()[0])]


def _bijvoegen(pdf: pydyf.PDF, bijlage: Bijlage, op: datetime.date) -> None:
    """As data that belongs to the whole letter (PDF/A-3 6.8): its kind, its day, and what it is."""
    dag = pydyf.String(f"D:{op:%Y%m%d}000000Z")
    som = hashlib.md5(bijlage.inhoud, usedforsecurity=False).hexdigest()  # the sum that PDF prescribes
    bestand = pydyf.Stream(
        [bijlage.inhoud],
        {
            "Type": "/EmbeddedFile", "Subtype": "/" + bijlage.mediatype.replace("/", "#2f"),
            "Params": pydyf.Dictionary({"Size": len(bijlage.inhoud), "ModDate": dag, "CheckSum": f"<{som}>"}),
        },
        compress=True,
    )  # fmt: skip
    pdf.add_object(bestand)
    naam = pydyf.String(bijlage.naam)
    beschrijving = pydyf.Dictionary(
        {
            "Type": "/Filespec", "F": naam, "UF": naam, "Desc": pydyf.String(bijlage.omschrijving),
            "AFRelationship": "/Data", "EF": pydyf.Dictionary({"F": bestand.reference, "UF": bestand.reference}),
        }
    )  # fmt: skip
    pdf.add_object(beschrijving)
    pdf.catalog["AF"] = pydyf.Array([beschrijving.reference])
    namen = pdf.catalog.setdefault("Names", pydyf.Dictionary())
    namen["EmbeddedFiles"] = pydyf.Dictionary({"Names": pydyf.Array([naam, beschrijving.reference])})
