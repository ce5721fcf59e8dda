"""Every wording of every language: its line, read with each way of writing a person."""

from pathlib import Path

import pytest

from adapters.platforms.chats.notices import read_notice
from adapters.platforms.chats.notices.known import known_languages, known_wordings
from adapters.platforms.chats.notices.plain import plain
from roster.chat_log import OWN, What

ROWS = [
    row.split("\t") for row in Path(__file__).with_name("test_notices_lines.tsv").read_text("utf-8").splitlines()[1:]
]
PEOPLE = {
    "Tola": ["Tola", "~\u202fTola B", "Ade 12:30", "Uncle Left", "Femi \U0001f469\u200d\U0001f467 :D", "\u200fسارة\u200e", "left-over"],
    "Ola Bello": ["Ola Bello", "~ Ola", "\u202a+44\u00a07700\u00a0900123\u202c", "+44 7700 900123", "Charlie (Year 3)", "Ade's mum"],
}  # fmt: skip


def told(line: str) -> tuple[str, str, str, str, str, str]:
    notice = read_notice(line)
    assert notice is not None, line
    what = notice.what.value if notice.what else "aside"
    return notice.language, what, notice.by, notice.people, notice.name, notice.new


def dressed(text: str, tola: str, ola: str) -> str:
    return text.replace("Ola Bello", "\x00").replace("Tola", tola).replace("\x00", ola)


def meant(text: str, tola: str, ola: str) -> str:
    return OWN if text == "YOU" else dressed(text, tola, ola).strip("\u202a\u202c\u200e\u200f")


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}-{number}" for number, row in enumerate(ROWS)])
def test_it_reads_every_wording_whoever_it_is_of(row: list[str]):
    language, what, *slots, line = row

    for tola, ola in zip(PEOPLE["Tola"], [*PEOPLE["Ola Bello"], "Ola Bello"], strict=True):
        as_written = dressed(line, tola, ola)
        expected = (language, what, *(meant(slot, tola, ola) for slot in slots))
        assert told(as_written) == expected
        assert told(f"\u200e\u200e{as_written}") == expected


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}-{number}" for number, row in enumerate(ROWS)])
def test_quotes_spaces_marks_and_a_full_stop_make_no_difference(row: list[str]):
    language, what, *slots, line = row
    expected = (language, what, *(meant(slot, "Tola", "Ola Bello") for slot in slots))
    opened = line.replace(' "', " \u201c").replace('"', "\u201d").replace("'", "\u2019")

    assert told(opened) == expected
    assert told(line.replace(' "', " \u00ab\u00a0").replace('"', "\u00a0\u00bb")) == expected
    assert told(f"\u202a{line}\u202c") == expected
    if not any(line.removesuffix(".").endswith(slot) for slot in filter(None, slots)):
        assert told(f"{line.removesuffix('.')}.") == expected


def test_every_wording_has_its_line():
    without = [
        (language.code, wording.pattern)
        for wording, language in known_wordings()
        if not any(row[0] == language.code and wording.fit(plain(row[-1]).removesuffix(".")) for row in ROWS)
    ]

    assert without == []


def test_no_line_of_one_language_befalls_anybody_otherwise_in_another():
    assert {row[0] for row in ROWS} == set(known_languages())
    assert sum(row[1] != "aside" for row in ROWS) > len(ROWS) / 2
    assert {row[1] for row in ROWS} == {"aside", *(what.value for what in What)}
