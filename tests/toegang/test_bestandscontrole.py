"""What a file is by its content: the table of what is taken in, and of every lie that is refused with its sentence."""

import zipfile

import pytest

from tests import bestanden as b
from tests.clamd import EICAR
from toegang import bestandscontrole as bc
from toegang.bestandscontrole import Geweigerd, Soort, keuren

MZ = b"MZ\x90\x00" + b"\0" * 100


@pytest.mark.parametrize(
    ("inhoud", "naam", "soort"),
    [
        (b.PDF, "brief.pdf", Soort.PDF),
        (b.PDF, "BRIEF.PDF", Soort.PDF),
        (b.jpeg(4032, 3024), "IMG_0001.jpeg", Soort.JPEG),
        (b.jpeg(commentaar=b"<?xpacket begin='' id='W5M0'?><x:xmpmeta/>"), "foto.jpg", Soort.JPEG),
        (b.png(), "scan.png", Soort.PNG),
        (b.docx(), "verslag.docx", Soort.DOCX),
        (b.docx({"word/_rels/settings.xml.rels": b"<Relationships/>"}), "a.docx", Soort.DOCX),
        (b.docx({"word/media/foto.png": b.png()}), "met foto.docx", Soort.DOCX),
    ],
)
def test_wat_mensen_sturen_komt_binnen(inhoud, naam, soort):
    assert keuren(inhoud, naam).soort == soort


@pytest.mark.parametrize(
    ("wat", "inhoud", "naam", "zin"),
    [
        ("leeg", b"", "brief.pdf", "is leeg"),
        ("te groot", b.PDF + b"\0" * 12_000_000, "brief.pdf", "Dit bestand is 12,1 MB. Kies een bestand van 10 MB of kleiner"),
        ("EICAR als tekst", EICAR, "brief.txt", "kunnen wij niet openen"),
        ("EICAR met de naam van een PDF", EICAR, "brief.pdf", "kunnen wij niet openen"),
        ("programma", MZ, "foto.jpg", "is een programma"),
        ("ELF", b"\x7fELF" + b"\0" * 60, "a.pdf", "is een programma"),
        ("script", b"#!/bin/sh\nrm -rf /", "a.pdf", "is een programma"),
        ("webpagina", b"<html><script>x()</script>", "a.png", "kunnen wij niet openen"),
        ("SVG", b"<svg onload='x()'/>", "plaatje.png", "kunnen wij niet openen"),
        ("platte tekst", b"Beste gemeente", "brief.txt", "kunnen wij niet openen"),
        ("HEIC", b"\0\0\0\x18ftypheic" + b"\0" * 50, "IMG.heic", "Bewaar de foto als JPEG"),
        ("oud Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50, "brief.doc", "ouder Word-bestand"),
        ("zip die er geen is", b"PK\x03\x04" + b"\0" * 60, "a.docx", "beschadigd"),
        ("naam liegt: PNG heet pdf", b.png(), "brief.pdf", "eindigt op .pdf, maar het is een afbeelding (PNG)"),
        ("naam liegt: PDF heet docx", b.PDF, "brief.docx", "eindigt op .docx, maar het is een PDF"),
        ("naam liegt: dubbel einde", b.PDF, "brief.pdf.exe", "eindigt op .exe"),
        ("naam liegt: van rechts naar links", b.PDF, "brief\u202efdp.exe", "eindigt op .exe"),
        ("naam zonder einde", b.PDF, "brief", "zegt niet wat het is"),
        ("hoofd niet vooraan", b"\n" + b.PDF, "brief.pdf", "kunnen wij niet openen"),
        ("PDF zonder einde", b.PDF.replace(b"%%EOF", b""), "brief.pdf", "beschadigd"),
        ("PDF met programma", b.PDF.replace(b"/Type", b"/S/JavaScript/Type"), "brief.pdf", "zit een programma"),
        ("PDF die iets start", b.PDF.replace(b"/Type", b"/S/Launch/Type"), "brief.pdf", "zit een programma"),
        ("PDF en zip", b.zip_erachter(b.PDF) + b"%%EOF", "brief.pdf", "nog een ander bestand in"),
        ("PDF en webpagina", b.PDF.replace(b"1 0 obj", b"<html><script>x()</script>1 0 obj"), "a.pdf", "ander bestand"),
        ("JPEG en zip", b.zip_erachter(b.jpeg()), "foto.jpg", "nog een ander bestand in"),
        ("JPEG en PDF", b.jpeg(commentaar=b.PDF), "foto.jpg", "nog een ander bestand in"),
        ("JPEG en webpagina", b.jpeg(commentaar=b"<html><script>x()</script>"), "foto.jpg", "nog een ander bestand in"),
        ("JPEG en PHP", b.jpeg(commentaar=b"<?php system($_GET[0]);"), "foto.jpg", "nog een ander bestand in"),
        ("PNG en zip", b.zip_erachter(b.png()), "scan.png", "nog een ander bestand in"),
        ("PNG met iets erachter", b.png(erna=b"verborgen"), "scan.png", "nog een ander bestand in"),
        ("JPEG zonder einde", b"\xff\xd8\xff\xe0\x00\x10JFIF", "foto.jpg", "beschadigd"),
        ("JPEG zonder maat", b"\xff\xd8\xff\xda\x00\x02\xff\xd9", "foto.jpg", "beschadigd"),
        ("PNG die stopt", b.png()[:-12], "scan.png", "beschadigd"),
        ("pixelvloed PNG", b.png(30_000, 30_000), "scan.png", "30.000 bij 30.000 beeldpunten"),
        ("pixelvloed JPEG", b.jpeg(65_000, 65_000), "foto.jpg", "65.000 bij 65.000 beeldpunten"),
        ("pixelvloed, smal", b.png(100_000, 10), "scan.png", "te groot om te openen"),
        ("geen punten", b.png(0, 10), "scan.png", "beschadigd"),
        ("zipbom", b.bom(), "verslag.docx", "wordt te groot als het opengaat"),
        ("zipbom die zegt dat hij klein is", b.bom(liegt=True), "verslag.docx", "beschadigd"),
        ("te veel delen", b.docx({f"word/{n}.xml": b"" for n in range(2_001)}), "a.docx", "wordt te groot"),
        ("Word met macro", b.docx({"word/vbaProject.bin": b"x"}), "verslag.docx", "zit een programma"),
        ("Word met programma", b.docx({"word/embeddings/x.exe": MZ}), "verslag.docx", "zit een programma"),
        ("Word met zip erin", b.docx({"word/embeddings/x.zip": b.docx()}), "verslag.docx", "zit een programma"),
        ("Word dat eruit klimt", b.docx({"../../etc/passwd": b"x"}), "verslag.docx", "zit een programma"),
        (
            "Word met sjabloon van buiten",
            b.docx({"word/_rels/settings.xml.rels": b'<Relationship Type="x/attachedTemplate" TargetMode="External"/>'}),
            "a.docx", "zit een programma",
        ),
        ("Excel", b.docx().replace(b"word/document.xml", b"xl/workbook__.xml"), "a.docx", "kunnen wij niet openen"),
    ],
)  # fmt: skip
def test_wat_liegt_wordt_geweigerd_met_een_zin(wat, inhoud, naam, zin):
    with pytest.raises(Geweigerd) as fout:
        keuren(inhoud, naam)

    assert zin in str(fout.value), wat


def test_een_zipbom_wordt_niet_uitgepakt(monkeypatch):
    """It stops at the limit, whatever the zip says of its own size."""
    gelezen = []
    echt = zipfile.ZipExtFile.read

    def lezen(self, n=-1):
        brok = echt(self, n)
        gelezen.append(len(brok))
        return brok

    monkeypatch.setattr(zipfile.ZipExtFile, "read", lezen)
    monkeypatch.setattr(bc, "HOOGSTENS_UITGEPAKT", 1_000_000)
    with pytest.raises(Geweigerd, match="wordt te groot"):
        keuren(b.docx({"word/media/leeg.bin": b"\0" * 30_000_000}), "a.docx")

    assert sum(gelezen) <= 1_000_000 + 65_536


@pytest.mark.parametrize(
    ("naam", "netjes"),
    [
        ("../../etc/passwd", "passwd"), ("C:\\Users\\Piet\\brief.pdf", "brief.pdf"), ("a\x00b\nc.pdf", "abc.pdf"),
        ("x\u202egnp.exe", "xgnp.exe"), ("", "Bijlage"), ("...", "Bijlage"), ("رسالة.pdf", "رسالة.pdf"),
        ("😀.pdf", "😀.pdf"), ("a" * 300 + ".pdf", "a" * 190 + "…"),
    ],
)  # fmt: skip
def test_een_naam_wordt_onschuldig(naam, netjes):
    assert bc.nette_naam(naam) == netjes


@pytest.mark.parametrize(
    ("grootte", "tekst"),
    [(10_000_001, "10,1 MB"), (12_000_000, "12 MB"), (12_340_000, "12,4 MB"), (250_300_000, "250 MB")],
)
def test_te_groot_leest_nooit_als_tien(grootte, tekst):
    assert bc.megabytes(grootte) == tekst


def test_een_gewone_stroom_met_js_erin_is_geen_programma():
    """Three letters in compressed data happen by chance."""
    assert keuren(b.PDF.replace(b"1 0 obj", b"stream\n\x00/JS \x01endstream 1 0 obj"), "a.pdf")
