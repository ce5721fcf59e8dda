"""Where one member ends and the next begins: at commas, at the end of the line, or at both.

A header is one line with commas. A typed list has a member a line, and then a comma may part a name from its number
("Ola Bello, 07700 900123"), a surname from a forename, or be a part of a label ("Tola (Year 3, Oak)").
"""

from dataclasses import dataclass

from adapters.platforms.lines.person import BULLET, is_cut, is_reach, says_somebody
from adapters.platforms.lines.wording import is_own, without_others
from roster.errors import UnreadableList

_COMMAS = frozenset(",،、，")
_SEMICOLON = frozenset(";")
_SMILES = frozenset(")(-*|")
_CLOSING = {"(": ")", "[": "]", '"': '"', "“": "”"}
_ASIDE_AT_MOST = 60
_WIDE = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty. `places` are its cells as they stand, `cells` those of them that say something."""

    row: int
    text: str
    places: tuple[str, ...]
    cells: tuple[str, ...]

    def reaches(self, region: str) -> tuple[int, ...]:
        """Which places hold a number, an address, or that it is hidden."""
        return tuple(at for at, cell in enumerate(self.places) if cell and is_reach(cell, region))


@dataclass(frozen=True, slots=True)
class Item:
    """What stands for a member: its line, its text, and whether it is the last of a header."""

    row: int
    text: str
    ends_a_header: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A list cut into items. `at_commas` if a name with a comma in it may have come apart; `whole` are lines kept whole."""

    items: tuple[Item, ...]
    at_commas: bool = False
    whole: tuple[int, ...] = ()


def line_of(row: int, text: str) -> Line:
    """Cut a line, without its bullet, at its tabs, semicolons or commas, but not inside quotes or brackets."""
    bare = BULLET.sub("", text.strip(), count=1)
    places = tuple(place.strip().strip('"').strip() for place in _places(bare))
    return Line(row, bare, places, tuple(filter(says_somebody, places)))


def cut(lines: list[Line], region: str) -> Cut:
    """Cut lines into items. Raises `UnreadableList` for the rows of a table that has no headings."""
    several = [line for line in lines if len(line.cells) > 1]
    header = bool(several) and ends_a_header(several[-1].cells[-1])
    if not header:
        _refuse_table(several, len(lines), region)
    each_a_person = not header and (_are_pairs(several, region) or 0 < len(several) < len(lines) - len(several))
    items: list[Item] = []
    whole = []
    for line in lines:
        reaches = len(line.reaches(region)) if each_a_person and len(line.cells) == 2 else 2
        if reaches < 2:
            items.append(Item(line.row, line.text))
            if not reaches:
                whole.append(line.row)
            continue
        last = len(line.cells) if header and line is several[-1] else 0
        items += [Item(line.row, cell, at == last) for at, cell in enumerate(line.cells, start=1)]
    return Cut(tuple(items), bool(several) and not each_a_person, tuple(whole))


def ends_a_header(item: str) -> bool:
    """Whether an item is what a header ends with: "You", "and 39 others", or a name cut off."""
    return is_own(item, ends_a_header=True) or without_others(item)[1] > 0 or is_cut(item, ends_a_header=True)


def _places(line: str) -> list[str]:
    if "\t" in line:
        return line.split("\t")
    at_commas = _apart(line, _COMMAS)
    if len(at_commas) > 1 and ends_a_header(at_commas[-1].strip()):
        return at_commas
    at_semicolons = _apart(line, _SEMICOLON)
    if len(at_semicolons) > 1 and all(len(_apart(one, _COMMAS)) <= 2 for one in at_semicolons):
        return at_semicolons
    return _apart(line, _COMMAS | _SEMICOLON)


def _apart(line: str, marks: frozenset[str]) -> list[str]:
    cells = []
    begins = at = 0
    while at < len(line):
        char = line[at]
        if char in _CLOSING:
            at = _end_of_aside(line, at)
        elif char in marks and not (char == ";" and line[at + 1 : at + 2] in _SMILES):
            cells.append(line[begins:at])
            begins = at + 1
        at += 1
    return [*cells, line[begins:]]


def _end_of_aside(line: str, at: int) -> int:
    """Find where a bracket closes that opened before a word; one that is half a smiley closes nowhere."""
    if not line[at + 1 : at + 2].isalnum():
        return at
    ends = line.find(_CLOSING[line[at]], at + 1, at + _ASIDE_AT_MOST)
    return ends if ends > 0 else at


def _are_pairs(several: list[Line], region: str) -> bool:
    """Whether lines of two cells are one member each: a name and a number, always in one order, or no numbers at all."""
    if len(several) < 2 or any(len(line.cells) != 2 for line in several):
        return False
    places = {line.reaches(region) for line in several} - {()}
    return len(places) < 2 and all(len(place) == 1 for place in places)


def _refuse_table(several: list[Line], lines: int, region: str) -> None:
    widths = {len(line.places) for line in several}
    if len(several) < 2 or max(widths) < _WIDE:
        return
    reached = [place for line in several if (place := line.reaches(region))]
    in_one_column = len(reached) > 1 and len(set(reached)) == 1 and len(reached[0]) == 1
    if in_one_column or (len(widths) == 1 and len(several) == lines):
        error = UnreadableList(
            "Put a row of headings above it, such as Name, Phone and Class, and save it again; or give one member a line.",
            headline="This is a table without headings, so nobody can say which column holds the names.",
        )
        error.row = several[0].row
        raise error
