"""The same rows in each of the containers that a spreadsheet may come in."""

import zipfile
from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import Any

from tests.builders import a_table

Rows = Sequence[Sequence[Any]]

SCHOOL = a_table("""
    Pupil     | Class | Contact    | Relationship | Mobile
    Ade Bello | 3B    | Ola Bello  | Mother       | 07700 900123
    Ade Bello | 3B    | Femi Bello | Father       | 07700 900124
""")
MANY = [*SCHOOL, *[[f"Tola {n}", "3B", f"Ola {n}", "Mother", f"07700 9{n:05}"] for n in range(300)]]

ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def an_xls(rows: Rows = SCHOOL, **sheets: Rows) -> bytes:
    """An .xls with a sheet "Report", and others."""
    import xlwt

    book = xlwt.Workbook()
    for title, cells in {"Report": rows, **sheets}.items():
        sheet = book.add_sheet(title)
        for row, values in enumerate(cells):
            for column, value in enumerate(values):
                sheet.write(row, column, value)
    return saved(book)


def saved(book: Any) -> bytes:
    """The bytes of a document that can be saved to a file."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def ods_rows(rows: Rows) -> str:
    """Rows of text as OpenDocument writes them."""
    return "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)


def ods_cell(value: Any) -> str:
    if value == "":
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


def ods_content(tables: str, *, styles: str = "") -> str:
    """A whole content.xml around its tables."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODF}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )


def an_ods(inside: str | None = None, *, styles: str = "", manifest: str = "", **parts: bytes) -> bytes:
    """An .ods with one sheet "Report" of this inside, or with content.xml as it is given."""
    table = f'<table:table table:name="Report">{ods_rows(SCHOOL) if inside is None else inside}</table:table>'
    content = parts.pop("content", ods_content(table, styles=styles).encode())
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return out.getvalue()


def a_page(rows: Rows = SCHOOL) -> str:
    """A web page with one table."""
    cells = ("".join(f"<td>{escape(str(value))}</td>" for value in row) for row in rows)
    return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></body></html>"


def a_spreadsheetml(inside: str | None = None, *, options: str = "", title: str = "Report") -> str:
    """An Excel 2003 XML workbook with one sheet of this inside."""
    table = spreadsheetml_rows(SCHOOL) if inside is None else inside
    return (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">\n'
        f'<Worksheet ss:Name="{title}"><Table>\n{table}</Table>{options}</Worksheet></Workbook>'
    )


def spreadsheetml_rows(rows: Rows) -> str:
    return "".join(f"<Row>{''.join(map(spreadsheetml_cell, row))}</Row>\n" for row in rows)


def spreadsheetml_cell(value: Any, kind: str = "String") -> str:
    return f'<Cell><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'
