"""The people of a volunteer's letter as a file, for schools that want one: their own groups, and nothing that runs."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Literal

from adapters.mail.languages import ENGLISH, LANGUAGES, Language, words_of
from adapters.mail.lines import Line
from adapters.mail.sections import Section
from adapters.mail.sheet import sheet
from roster.harmless import harmless
from roster.letters import Attached

Ending = Literal["csv", "xlsx"]
Row = tuple[str, ...]
_BYTE_ORDER_MARK = "\ufeff"


def attached(sections: Iterable[Section], ending: Ending, language: str = ENGLISH.code) -> Attached:
    """Write the people of some groups into a file: "people.csv" or "people.xlsx". The same people always make the same bytes."""
    rows = tuple(_rows(sections, language))
    known = LANGUAGES[language]
    return Attached(f"people.{ending}", _as_csv(rows) if ending == "csv" else _as_workbook(rows, known))


def _rows(sections: Iterable[Section], language: str) -> Iterator[Row]:
    _ = words_of(language).gettext
    yield _("Group"), _("Shown in the group as"), _("Number"), _("What to do")
    for section in sections:
        for lines, said in (
            (section.new, _("Please take out: new")),
            (section.remaining, _("Please take out: still to do")),
            (section.stay, _("No longer on the list: please leave them in")),
            (section.open, _("Nothing to do for now")),
            (section.gone, _("No longer on the list: gone from the group, thank you")),
        ):
            for line in lines:
                yield section.group, _who(line, language), _number(line, language), said


def _who(line: Line, language: str) -> str:
    _ = words_of(language).gettext
    return line.label or (_("Shown only by number") if line.ending else _("Shown only by an e-mail address"))


def _number(line: Line, language: str) -> str:
    _ = words_of(language).gettext
    if line.whole:
        return line.whole
    return _("ending %(digits)s") % {"digits": line.ending} if line.ending else _("no number is shown")


def _as_csv(rows: Iterable[Row]) -> bytes:
    text = StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(tuple(map(harmless, row)) for row in rows)
    return f"{_BYTE_ORDER_MARK}{text.getvalue()}".encode()


def _as_workbook(rows: Iterable[Row], language: Language) -> bytes:
    return sheet(rows, right_to_left=not language.rightwards)
