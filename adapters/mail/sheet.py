"""A workbook of one sheet in which every cell is a text, written without a library so that its bytes are always the same."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What XML 1.0 has no place for, and so no workbook either.
_NEVER_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LETTERS_WIDE = 36
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        '<sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}


def sheet(rows: Iterable[Sequence[str]], *, right_to_left: bool = False) -> bytes:
    """Write rows of texts as an .xlsx file. No cell is a formula, whatever it begins with."""
    known = tuple(rows)
    parts = _PARTS | {"xl/worksheets/sheet1.xml": _worksheet(known, right_to_left=right_to_left)}
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as box:
        for name, part in parts.items():
            # Of no moment and no system, so that the same rows make the same bytes.
            entry = ZipInfo(name)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            box.writestr(entry, f"{_DECLARED}{part}")
    return written.getvalue()


def _worksheet(rows: Sequence[Sequence[str]], *, right_to_left: bool) -> str:
    width = max(map(len, rows), default=1)
    view = f'<sheetView workbookViewId="0" rightToLeft="{int(right_to_left)}"/>'
    wide = f'<col min="1" max="{width}" width="{_LETTERS_WIDE}" customWidth="1"/>'
    cells = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews>{view}</sheetViews><cols>{wide}</cols>'
        f"<sheetData>{cells}</sheetData></worksheet>"
    )


def _cell(text: str) -> str:
    kept = escape(_NEVER_IN_XML.sub("", text))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{kept}</t></is></c>'
