"""What tells a copy of a group's info from a list that somebody typed, in which every line would be a member."""

from itertools import pairwise

from adapters.platforms.lines.cutting import ends_a_header, line_of
from adapters.platforms.lines.panel_lines import (
    PEOPLE,
    Kind,
    PanelLine,
    is_button,
    is_offered_about,
    panel_lines,
    turns,
)
from adapters.platforms.lines.person import BULLET, members_of
from adapters.platforms.lines.wording import count_said
from adapters.platforms.texts.facebook import is_members_page
from roster.headings import understood

_REGION = "GB"
_PAIRS_AT_LEAST = 2
_LINES_AT_LEAST = 3
_LINES_AT_MOST = 20_000
_ROW_AT_MOST = 400
_TITLES_END = 3
_BETWEEN_CELLS = ",;\t|"
# Each member has at most one line of their own words, and one that is not: their name or number.
_TYPED_TO_ONE = 2
_OF_MEMBERS = PEOPLE | {Kind.TEXT, Kind.SAID, Kind.ABOUT}


def is_panel(text: str) -> bool:
    """Whether a text is a panel. No other reader may have one: it would make members of what people say of themselves."""
    if text.count("\n") > _LINES_AT_MOST or is_members_page(text) or _is_headed(text):
        return False
    lines = panel_lines(text, _REGION)
    kinds = [line.kind for line in lines]
    if len(lines) < _LINES_AT_LEAST:
        return False
    offered = any(is_offered_about(line.text) for line in lines)
    typed = {line for line in lines if _is_typed(line.text)}
    if len(typed) > _TYPED_TO_ONE * len([line for line in _rows(lines) if line not in typed]):
        return False
    begins_with_own = next((kind for kind in kinds if kind in _OF_MEMBERS), None) is Kind.OWN
    more_than_said = begins_with_own and _said(lines) < len(_rows(lines))
    if any(is_button(line.text) for line in lines) or (
        Kind.COUNT in kinds and (Kind.ADMIN in kinds or offered or more_than_said)
    ):
        return True
    of_people = (Kind.ADMIN in kinds) or (offered and bool(PEOPLE & {*kinds})) or turns(kinds) >= _PAIRS_AT_LEAST
    return of_people and (not typed or begins_with_own or offered or not _is_typed_with_admins(lines, typed))


def _is_headed(text: str) -> bool:
    """Whether the text begins with a row of headings, as a table does: "Name,Phone"."""
    first = text.lstrip("\ufeff\r\n \t")[:_ROW_AT_MOST].partition("\n")[0]
    rows = (first.split(mark) for mark in _BETWEEN_CELLS if mark in first)
    return any(all(understood(cell.strip(' "\r')) for cell in cells) for cells in rows)


def _rows(lines: list[PanelLine]) -> list[PanelLine]:
    """Give the lines that a member or their words may stand in: not the group's name, and not whoever looks."""
    titles = [one for one, two in pairwise(lines[:_TITLES_END]) if two.kind is Kind.COUNT]
    return [line for line in lines if line.kind in _OF_MEMBERS - {Kind.OWN} and line not in titles]


def _said(lines: list[PanelLine]) -> int:
    return next((count_said(line.text) or 0 for line in reversed(lines) if line.kind is Kind.COUNT), _LINES_AT_MOST)


def _is_typed(line: str) -> bool:
    """Whether somebody may have written a line, or it is a header: a bullet, a name with its number, "Ola, Femi, You"."""
    if len(line) <= _ROW_AT_MOST and BULLET.match(line):
        return True
    cells = line_of(1, line).cells
    if len(cells) > 2 and ends_a_header(cells[-1]):
        return True
    short_and_numbered = len(line) <= _ROW_AT_MOST and any(char.isdigit() for char in line)
    return short_and_numbered and any(one.name and one.phone for one in members_of(line, 1, _REGION))


def _is_typed_with_admins(lines: list[PanelLine], typed: set[PanelLine]) -> bool:
    """Whether "Group admin" stands below a line that somebody wrote, name and number, and not below a name alone."""
    return any(one in typed for one, two in pairwise(lines) if two.kind is Kind.ADMIN)
