"""A table as CSV or XLSX. What a person typed never becomes a formula (OWASP, CSV injection).

Text that a spreadsheet would calculate gets an apostrophe in front in CSV; in XLSX every text is a text cell that is
marked as quoted, so that it stays text after editing as well. Numbers stay numbers.
"""

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from html import escape

Waarde = int | float | str | datetime.date | None
Rij = Sequence[Waarde]
CSV, XLSX = "csv", "xlsx"
SOORTEN = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# A formula begins with one of these, also in full width, and also behind spaces, tabs or a line end.
FORMULE = re.compile(r"^[\s\x00-\x20]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]")
NIET_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
_VET = '<xf numFmtId="0" fontId="1" fillId="0" borderId="0"'
_VAST = {
    "[Content_Types].xml": f'<Types xmlns="{_PAKKET}/content-types"><Default Extension="rels" ContentType="application/'
    'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
    'sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PAKKET}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/'
    'officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PAKKET}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/styles" '
    'Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet {_NS}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/>'
    '<sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs '
    f'count="1">{_XF} /></cellStyleXfs><cellXfs count="3">{_XF} xfId="0"/>{_XF} xfId="0" quotePrefix="1"/>'
    f'{_VET} xfId="0" applyFont="1" quotePrefix="1"/></cellXfs></styleSheet>',
}


def als_csv(koppen: Rij, rijen: Iterable[Rij]) -> bytes:
    """UTF-8 with a mark in front and semicolons, as a Dutch spreadsheet opens it."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    for rij in (koppen, *rijen):
        schrijver.writerow([_csv(waarde) for waarde in rij])
    return uit.getvalue().encode("utf-8-sig")


def _csv(waarde: Waarde) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, float):
        return f"{waarde:g}".replace(".", ",")
    if not isinstance(waarde, str):
        return str(waarde)
    return f"'{waarde}" if FORMULE.match(waarde) else waarde


def als_xlsx(naam: str, koppen: Rij, rijen: Iterable[Rij]) -> bytes:
    """One sheet with this name, the headings bold."""
    regels = [_rij(1, koppen, stijl=2), *(_rij(nr, rij, stijl=1) for nr, rij in enumerate(rijen, 2))]
    veilig = re.sub(r"[\[\]:*?/\\']", " ", naam)[:31]
    delen = _VAST | {
        "xl/workbook.xml": f'<workbook {_NS} xmlns:r="{_OFFICE}"><sheets><sheet name="{_tekst(veilig)}" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f"<worksheet {_NS}><sheetData>{''.join(regels)}</sheetData></worksheet>",
    }
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        for pad, inhoud in delen.items():
            pakket.writestr(
                zipfile.ZipInfo(pad), _KOP + inhoud, zipfile.ZIP_DEFLATED
            )  # no time of making in it
    return uit.getvalue()


def _rij(nr: int, waarden: Rij, *, stijl: int) -> str:
    cellen = "".join(_cel(f"{_letters(kolom)}{nr}", w, stijl) for kolom, w in enumerate(waarden))
    return f'<row r="{nr}">{cellen}</row>'


def _cel(plek: str, waarde: Waarde, stijl: int) -> str:
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, (int, float)):
        return f'<c r="{plek}"><v>{waarde}</v></c>'
    tekst = _tekst(str(waarde))
    return f'<c r="{plek}" s="{stijl}" t="inlineStr"><is><t xml:space="preserve">{tekst}</t></is></c>'


def _tekst(waarde: str) -> str:
    """Without the signs that XML does not know, at most what a cell holds."""
    return escape(NIET_IN_XML.sub("", waarde)[:32_000])


def _letters(kolom: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    kolom += 1
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
