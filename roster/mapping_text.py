"""A mapping as TOML, for a person to read, mend and give back."""

import json
import tomllib
from collections.abc import Mapping as Table
from collections.abc import Sequence
from typing import Any

from roster.columns import PUPIL
from roster.mapping import Entry, Mapping, UnusableMapping, checked
from roster.shown import plain
from roster.vocabulary import Field
from roster.words import cut, lettered, listed

WORDS = {
    "id": Field.ID, "first name": Field.FIRST, "surname": Field.LAST, "whole name": Field.FULL, "title": Field.TITLE,
    "salutation": Field.SALUTATION, "date of birth": Field.DOB, "year group": Field.YEAR, "class": Field.CLASS,
    "leaving date": Field.LEFT, "has left": Field.LEAVER, "starting date": Field.START, "enrolment status": Field.STATUS,
    "relationship": Field.RELATION, "parental responsibility": Field.RESPONSIBILITY, "calling order": Field.PRIORITY,
    "lives with pupil": Field.LIVES, "restriction": Field.RESTRICTED, "telephone": Field.PHONE, "e-mail": Field.EMAIL,
    "nothing": Field.IGNORED,
}  # fmt: skip
"""Every word that may stand behind `holds`."""

_WORD_OF = {field: word for word, field in WORDS.items()}
_PUPIL = "pupil"
_CONTACT = "contact"
_CONTACTS_AT_MOST = 99
_LONGEST = 4 * 1024 * 1024
_KEYS = frozenset({"heading", "holds", "of"})
_HEAD = (
    "What each column holds. Mend what is wrong, save, and give it back:",
    "  roster check EXPORT LIST --mapping THIS.toml      or      roster receive EXPORT --mapping THIS.toml",
    "",
    "holds  one of: " + ", ".join(list(WORDS)[:11]) + ",",
    "       " + ", ".join(list(WORDS)[11:]),
    'of     "pupil", or "contact 1", "contact 2" ... for the adults of a row',
    "",
    "Leave the headings and their order as they are: they say for which files this is.",
)
_RELATIONS = 'What a contact is to the pupil where the heading says it ("Mum\'s mobile": mother) and no column does.'


def as_toml(mapping: Mapping, remarks: Sequence[str] = ()) -> str:
    """Write a mapping; `remarks` say of each column how it came to be read so, and what stands in it."""
    parts = ["\n".join(f"# {line}".rstrip() for line in _HEAD)]
    for index, entry in enumerate(mapping.entries):
        remark = f": {plain(remarks[index], 200)}" if index < len(remarks) and remarks[index] else ""
        parts.append("\n".join((f"# Column {lettered(index)}{remark}", "[[column]]", *_lines(entry))))
    if mapping.relations:
        said = (f"{_text(_whose(number))} = {_text(relation)}" for number, relation in mapping.relations)
        parts.append("\n".join((f"# {_RELATIONS}", "[relations]", *said)))
    return "\n\n".join(parts) + "\n"


def from_toml(text: str) -> Mapping:
    """Read a mapping. Raises `UnusableMapping` that names the line, or the column, and says what is allowed."""
    if len(text) > _LONGEST:
        raise UnusableMapping("Give the file that roster map wrote.", headline="This is far too long for a mapping.")
    try:
        told = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        where = plain(str(error), 120) if isinstance(error, tomllib.TOMLDecodeError) else "too many brackets"
        raise UnusableMapping(f"{where}.", headline="This is not written as TOML should be.") from None
    unknown = [plain(key) for key in told if key not in {"column", "relations"}]
    columns, relations = told.get("column"), told.get("relations", {})
    if unknown or not isinstance(columns, list) or not isinstance(relations, dict) or not columns:
        extra = f" Right now it has {listed(unknown)}." if unknown else ""
        raise UnusableMapping(
            f"It has [[column]] tables, and perhaps [relations].{extra}", headline="This is no mapping."
        )
    entries = tuple(_entry(index, column) for index, column in enumerate(columns))
    known = {entry.who for entry in entries}
    return checked(Mapping(entries, tuple(sorted(_relation(said, known) for said in relations.items()))))


def in_words(mapping: Mapping) -> tuple[str, ...]:
    """Say what is read, a line a column; columns that are not read are left out."""
    return tuple(
        f'{lettered(index)} "{cut(plain(entry.heading))}": {_WORD_OF[entry.holds]} of {_whose(entry.who)}'
        for index, entry in enumerate(mapping.entries)
        if entry.holds is not Field.IGNORED
    )


def _lines(entry: Entry) -> tuple[str, ...]:
    heading = f"heading = {_text(entry.heading)}"
    if entry.holds is Field.IGNORED:
        return heading, f"holds = {_text(_WORD_OF[entry.holds])}"
    return heading, f"holds = {_text(_WORD_OF[entry.holds])}", f"of = {_text(_whose(entry.who))}"


def _entry(index: int, column: object) -> Entry:
    where = f"Column {lettered(index)}"
    if not isinstance(column, dict) or not all(isinstance(value, str) for value in column.values()):
        raise UnusableMapping(f"{where} must have texts in quotes: heading, holds and of.")
    where = f'{where} ("{plain(str(column.get("heading", "")), 40)}")'
    odd = [plain(key) for key in column if key not in _KEYS]
    if odd or "heading" not in column or "holds" not in column:
        told = f"has {listed(odd)}" if odd else "lacks heading or holds"
        raise UnusableMapping(f"{where} {told}; a column has heading, holds and of, and nothing else.")
    holds = WORDS.get(column["holds"].strip().casefold())
    if holds is None:
        raise UnusableMapping(f'{where} holds "{plain(column["holds"], 40)}"; the words are {", ".join(WORDS)}.')
    if holds is Field.IGNORED:
        return Entry(column["heading"])
    return Entry(column["heading"], holds, _who(where, column))


def _who(where: str, column: Table[str, Any]) -> int:
    said = str(column.get("of", "")).strip().casefold()
    if said == _PUPIL:
        return PUPIL
    number = _contact(said)
    if number is None:
        told = f'"{plain(said, 40)}"' if said else "nothing"
        raise UnusableMapping(f'{where} is of {told}; write of = "pupil" or of = "contact 1".')
    return number


def _contact(said: str) -> int | None:
    head, _, number = said.partition(" ")
    whole = head == _CONTACT and number.isascii() and number.isdigit() and len(number) <= len(str(_CONTACTS_AT_MOST))
    return int(number) - 1 if whole and int(number) else None


def _relation(said: tuple[str, object], known: set[int]) -> tuple[int, str]:
    whose, relation = said
    number = _contact(whose.strip().casefold())
    if number is None or number not in known or not isinstance(relation, str):
        raise UnusableMapping(
            f'Under [relations] stands "{plain(whose, 40)}"; write "contact 1" = "mother", for a contact that has a column.'
        )
    return number, relation


def _whose(who: int) -> str:
    return _PUPIL if who == PUPIL else f"{_CONTACT} {who + 1}"


def _text(text: str) -> str:
    # A JSON string is written the same in TOML, but for the one control character that JSON lets stand.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
