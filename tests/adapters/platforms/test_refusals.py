"""What an office hands in as a list and is none: it is told what to do for a list, and not for an export."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from adapters.platforms.reading import read_lists
from roster.errors import RosterError
from roster.export import Upload
from tests.builders import a_workbook

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
TELEGRAM = """<!DOCTYPE html>
<html>
 <head><meta charset="utf-8"/><title>Exported Data</title></head>
 <body onload="CheckLocation();">
  <div class="page_wrap"><div class="from_name">Ola</div><div class="text">the secret is out</div></div>
 </body>
</html>
"""
LIST = "Name,Phone\nOla,07700 900123\nFemi,07700 900124\n"


def a_zip(**parts: bytes | str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "."), content)
    return out.getvalue()


def refused(content: bytes, name: str = "3B.xlsx") -> RosterError:
    with pytest.raises(RosterError) as caught:
        read_lists(Upload(name, content), surely=True)
    assert caught.value.file == name
    return caught.value


@pytest.mark.parametrize(("content", "headline", "advice"), [
    (PNG, "a picture (PNG)", "one a line"),
    (b"%PDF-1.7\n" + bytes(200), "a PDF", "one a line"),
    (b"{\\rtf1 Ola}", "a text document (RTF)", "plain text"),
    (a_zip(**{"word/document__xml": "<w/>"}), "a Word document", "plain text"),
    (a_zip(one__png=PNG, two__jpg=b"\xff\xd8\xff"), "no list in this zip archive", "one a line"),
    (a_zip(members__png=PNG, list__txt=PNG), "a picture (PNG)", "one a line"),
    (a_zip(one__csv=LIST, two__csv=LIST), "holds 2 files", "Unpack it"),
    (TELEGRAM.encode(), "Telegram", "Machine-readable JSON"),
    (TELEGRAM.encode("utf-16"), "Telegram", "Machine-readable JSON"),
    (a_zip(**{"export/messages__html": TELEGRAM, "export/css/style__css": "b"}), "Telegram", "Machine-readable JSON"),
    (b"<html><body><p>Ola</p></body></html>", "web page without a table", "one a line"),
    (a_zip(list__csv=LIST)[:60], "This file is damaged", "again"),
    (b"{}", "This is XML or JSON without", "as text"),
    (b"Ola\nFemi\nTola\nJo\n22/11/2026, 09:15 - Ola: the secret is out\nAde\n", "a message of a chat", "Export chat"),
], ids=str)  # fmt: skip
def test_it_says_what_to_do_for_a_list(content: bytes, headline: str, advice: str):
    error = refused(content)

    assert headline in error.headline
    assert advice in error.advice
    assert "secret" not in error.sentence
    assert len(error.sentence) < 420


@pytest.mark.parametrize("parts", [
    {"3B__csv": LIST}, {"lists/3B__csv": LIST, "one__png": PNG}, {"3B__csv": LIST, "__MACOSX/._3B__csv": b"\0\1"}, {"3B__txt": "Ola 07700 900123\nFemi 07700 900124"},
    {"3B__xlsx": a_workbook(Sheet1=[["Name", "Phone"], ["Ola", "07700 900123"], ["Femi", "07700 900124"]])},
    {"3B__vcf": "BEGIN:VCARD\nVERSION:3.0\nFN:Ola\nTEL:07700900123\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Femi\nTEL:07700900124\nEND:VCARD\n"},
])  # fmt: skip
def test_a_zip_of_one_list_is_that_list(parts: dict[str, bytes | str]):
    (listed,) = read_lists(Upload("from the phone.zip", a_zip(**parts)), surely=True)

    assert [member.name for member in listed.members] == ["Ola", "Femi"]
    assert (listed.name, listed.file) == ("3B", "from the phone.zip")


def test_settings_are_no_list():
    error = refused(b'[school]\nname = "Oak School"\n', "settings.toml")

    assert error.headline == "This is a file of settings, and no list of members."
