"""Workbooks written byte by byte, as no office program would."""

import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="xml" ContentType="application/xml"/>
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
        <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="r2" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""",
    "xl/workbook.xml": f"""<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">
        <sheets><sheet name="Report" sheetId="1" r:id="r1"/></sheets></workbook>""",
}  # fmt: skip


@dataclass(frozen=True)
class Packed:
    """A part as it stands in a zip, whatever it says of itself."""

    name: bytes
    data: bytes = b""
    size: int = 0
    check: int = 0
    method: int = zipfile.ZIP_STORED
    flags: int = 0


def stored(name: str, content: str | bytes) -> Packed:
    data = content.encode() if isinstance(content, str) else content
    return Packed(name.encode(), data, len(data), zlib.crc32(data))


def repeated(name: str, head: bytes, unit: bytes, times: int) -> Packed:
    """A part that unpacks to a head and very many units, packed without ever being that large here."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    begun = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    once = packer.compress(unit) + packer.flush(zlib.Z_FULL_FLUSH)
    data = begun + once * times + packer.flush()
    return Packed(name.encode(), data, len(head) + len(unit) * times, 0, zipfile.ZIP_DEFLATED)


def a_zip(parts: Iterable[Packed]) -> bytes:
    """A zip of these parts; nothing is proved or put right."""
    local, central = BytesIO(), BytesIO()
    offsets = []
    for part in parts:
        offsets.append(local.tell())
        common = struct.pack(
            "<HHHHHIIIHH", 20, part.flags, part.method, 0, 33, part.check, len(part.data), part.size, len(part.name), 0
        )
        central.write(b"PK\x01\x02" + struct.pack("<H", 20) + common)
        central.write(struct.pack("<HHHII", 0, 0, 0, 0, offsets[-1]) + part.name)
        local.write(b"PK\x03\x04" + common + part.name + part.data)
    entries = min(len(offsets), 0xFFFF)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, entries, entries, central.tell(), local.tell(), 0)
    return local.getvalue() + central.getvalue() + end


def a_book(*parts: Packed, rows: str | bytes = "", strings: str | bytes = "", **instead: str | bytes) -> bytes:
    """A workbook of one sheet with these rows; further parts follow, and replace those of the same name."""
    usual = [stored(name, instead.get(name, content)) for name, content in _PARTS.items()]
    own = [stored(SHEET, a_sheet_of(rows)), stored(STRINGS, strings or shared())]
    named = {part.name: part for part in (*usual, *own)}
    named.update({part.name: part for part in parts})
    return a_zip(named.values())


def a_sheet_of(rows: str | bytes, *, before: str = "", after: str = "") -> bytes:
    body = rows.encode() if isinstance(rows, str) else rows
    head = f'<worksheet xmlns="{_MAIN}">{before}<sheetData>'.encode()
    return head + body + f"</sheetData>{after}</worksheet>".encode()


def shared(*strings: str, claim: str = "") -> str:
    return f'<sst xmlns="{_MAIN}" {claim}>' + "".join(f"<si><t>{one}</t></si>" for one in strings) + "</sst>"


def text(reference: str, value: str) -> str:
    place = f' r="{reference}"' if reference else ""
    return f'<c{place} t="inlineStr"><is><t>{value}</t></is></c>'


def rows_of(count: int, *, first: int = 1) -> str:
    """So many rows of two cells."""
    return "".join(
        f'<row r="{n}">{text(f"A{n}", f"Pupil {n}")}{text(f"B{n}", f"07700 9{n % 100000:05}")}</row>'
        for n in range(first, first + count)
    )
