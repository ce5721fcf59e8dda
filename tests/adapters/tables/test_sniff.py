"""What a file is: told by its content, in every dress that content comes in."""

import pytest

from adapters.tables.sniff import Kind, kind_of
from roster.errors import UnreadableFile

XML = '<?xml version="1.0" encoding="utf-8"?>\n'
HTML = "<html><body><table><tr><td>Pupil</td></tr></table></body></html>"
SHEETS = '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table/></Worksheet></Workbook>'
CASES = {
    "HTML": (HTML, Kind.HTML),
    "HTML with a document type": (f"<!DOCTYPE html>\n{HTML}", Kind.HTML),
    "XHTML": (f"{XML}<!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'/>", Kind.HTML),
    "HTML after a long comment": (f"<!-- {'x' * 9000} -->\n\n{HTML.upper()}", Kind.HTML),
    "a table alone": ("<table border=1><tr><td>Pupil</td></tr></table>", Kind.HTML),
    "a table in something else": ("<font face=Arial><table><tr><td>Pupil</td></tr></table></font>", Kind.HTML),
    "SpreadsheetML": (f'{XML}<?mso-application progid="Excel.Sheet"?>{SHEETS}', Kind.SPREADSHEETML),
    "SpreadsheetML after a comment": (f"<!-- made by hand -->{SHEETS}", Kind.SPREADSHEETML),
    "SpreadsheetML with a prefix": (SHEETS.replace("<Workbook xmlns", "<ss:Workbook xmlns:ss"), Kind.SPREADSHEETML),
    "XML": (f"{XML}<CTfile><Table/></CTfile>", Kind.XML),
    "XML without a declaration": ("<CTfile><Header/></CTfile>", Kind.XML),
    "XML that breaks off": (f"{XML}<CTfile><Header", Kind.XML),
    "a JSON object": (' {"students": []}', Kind.JSON),
    "a JSON list": ('[ {"id": 1} ]', Kind.JSON),
    "an empty JSON list": ("[]", Kind.JSON),
    "a chat in brackets": ("[14/11/2025, 09:15:00] Ola Bello: hello", Kind.TEXT),
    "names in angle brackets": ("<Ola> +44 7700 900123\n<Femi> +44 7700 900124\n", Kind.TEXT),
    "an address in angle brackets": ("<ola@example.org>, Ola Bello", Kind.TEXT),
    "a text that begins like a zip": ("PK,Name,Phone\n1,Ola,07700 900123\n", Kind.TEXT),
    "a table of text": ("Pupil,Class\nAde,3B\n", Kind.TEXT),
}  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(("content", "kind"), CASES.values(), ids=CASES)
def test_it_tells_a_kind_in_every_encoding(content: str, kind: Kind, encoding: str):
    assert kind_of(content.encode(encoding)) is kind


@pytest.mark.parametrize(("content", "said"), [
    (b"\0\0\0\x18ftypheic" + bytes(40), "a picture (HEIC)"),
    (b"RIFF\x10\0\0\0WEBPVP8 " + bytes(40), "a picture (WebP)"),
    (b"Rar!\x1a\x07" + bytes(40), "Unpack it"),
    (b"\x1f\x8b\x08" + bytes(40), "Unpack it"),
    (b"PK\x03\x04" + bytes(300), "This file is damaged."),
    (b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml" + bytes(300), "This workbook is damaged."),
])  # fmt: skip
def test_it_says_what_cannot_be_opened(content: bytes, said: str):
    with pytest.raises(UnreadableFile) as caught:
        kind_of(content)

    assert said in caught.value.sentence
