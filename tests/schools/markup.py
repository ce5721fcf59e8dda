"""Tables as markup, byte for byte as programs write them: OpenDocument, Excel 2003's XML, a web page."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape

from tests.schools.sheets import Cell

MOST_ROWS = 1_048_576
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
OPENDOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet><table:table table:name="Report">{columns}{rows}
<table:table-row table:number-rows-repeated="{left}"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""
SPREADSHEETML = """<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="s1"><NumberFormat ss:Format="Short Date"/></Style></Styles>
<Worksheet ss:Name="Report"><Table>{columns}{rows}</Table></Worksheet></Workbook>"""
HTML = """<html>
<head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>Report</title>
<style>td {{ mso-number-format: "\\@" }}</style></head>
<body><table border="1">{rows}</table></body></html>"""
BLANKS = re.compile(r"^ +| +$| {2,}")


def opendocument(lines: Sequence[tuple[Cell, ...]], hidden: frozenset[int], columns: frozenset[int]) -> bytes:
    """An .ods, with runs of blank cells written once, and the sheet's empty rows to its very end."""
    shown = ("", ' table:visibility="filter"')
    rows = "".join(
        f"<table:table-row{shown[n in hidden]}>{''.join(_ods_cells(line))}</table:table-row>"
        for n, line in enumerate(lines)
    )
    width = max(map(len, lines))
    said = ("", ' table:visibility="collapse"')
    cols = "".join(f"<table:table-column{said[n in columns]}/>" for n in range(width))
    content = OPENDOCUMENT.format(columns=cols, rows=rows, left=MOST_ROWS - len(lines))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        archive.writestr("META-INF/manifest.xml", MANIFEST, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _ods_cells(line: tuple[Cell, ...]) -> Iterator[str]:
    for cell, run in groupby(line or (None,), lambda cell: None if cell == "" else cell):
        times = len(list(run))
        if cell is None:
            yield f'<table:table-cell table:number-columns-repeated="{times}"/>'
        else:
            yield _ods_cell(cell) * times


def _ods_cell(cell: Cell) -> str:
    text = "".join(f"<text:p>{_ods_text(part)}</text:p>" for part in _said(cell).split("\n"))
    if isinstance(cell, date):
        kind = f'office:value-type="date" office:date-value="{cell:%Y-%m-%d}"'
    elif isinstance(cell, int | float):
        kind = f'office:value-type="float" office:value="{cell}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}>{text}</table:table-cell>"


def _ods_text(text: str) -> str:
    spaced = BLANKS.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', escape(text))
    return spaced.replace("\t", "<text:tab/>")


def spreadsheetml(lines: Sequence[tuple[Cell, ...]], hidden: frozenset[int], columns: frozenset[int]) -> bytes:
    """An XML Spreadsheet 2003: blank rows and cells are left out, and the next ones say where they stand."""
    rows, gap = [], False
    for n, line in enumerate(lines, start=1):
        if any(cell not in {None, ""} for cell in line):
            place = f' ss:Index="{n}"' if gap else ""
            veiled = ' ss:Hidden="1"' if n - 1 in hidden else ""
            rows.append(f"<Row{place}{veiled}>{''.join(_xml_cells(line))}</Row>")
        gap = not any(cell not in {None, ""} for cell in line)
    veiled_columns = "".join(f'<Column ss:Index="{n + 1}" ss:Hidden="1"/>' for n in sorted(columns))
    return SPREADSHEETML.format(columns=veiled_columns, rows="".join(rows)).encode()


def _xml_cells(line: tuple[Cell, ...]) -> Iterator[str]:
    gap = False
    for n, cell in enumerate(line, start=1):
        if cell in {None, ""}:
            gap = True
            continue
        place, gap = f' ss:Index="{n}"' if gap else "", False
        if isinstance(cell, datetime):
            yield f'<Cell{place} ss:StyleID="s1"><Data ss:Type="DateTime">{cell:%Y-%m-%dT%H:%M:%S}.000</Data></Cell>'
        elif isinstance(cell, int | float):
            yield f'<Cell{place}><Data ss:Type="Number">{cell}</Data></Cell>'
        else:
            yield f'<Cell{place}><Data ss:Type="String">{escape(_said(cell), {chr(10): "&#10;"})}</Data></Cell>'


def html(lines: Sequence[tuple[Cell, ...]], encoding: str) -> bytes:
    """A web page that a MIS saves as .xls: one table, a no-break space in each blank cell."""
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{escape(_said(cell), {chr(10): '<br>'}) or '&nbsp;'}</td>" for cell in line) + "</tr>"
        for line in lines
    )
    charset = {"utf-8-sig": "utf-8", "cp1252": "windows-1252"}.get(encoding, encoding)
    return HTML.format(charset=charset, rows=rows).encode(encoding)


def _said(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)
