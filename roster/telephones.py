"""What a telephone cell says: none, one or several numbers, and the pieces that are numbers no longer."""

import re
from dataclasses import dataclass

from roster.phone import NotANumber, Phone
from roster.text import clean, folded

_NOTHING_SAID = frozenset(
    {
        "", "-", "--", ".", "0", "?", "n/a", "na", "none", "no", "nil", "null", "xd", "x-d", "ex-directory", "ex directory",
        "exdirectory", "tbc", "tba", "unknown", "not known", "not given", "withheld", "no phone", "no number", "no mobile",
        "no tel", "not applicable", "blank", "empty", "not provided", "declined", "(none)", "<none>", "no contact number",
    }
)  # fmt: skip
_FILLERS = re.compile(r"(\d)\1{7,}$|^\+44(1234567890|1234567891|7000000000|7[0]?123456789[0]?)$")
# Numbers nobody owns: Freephone, non-geographic and premium lines (Ofcom's National Telephone Numbering Plan: 3, 8 and 9).
_NOBODYS_LINE = re.compile(r"\+44[389]")
_SCIENTIFIC = re.compile(r"'?\+?(\d(?:[.,]\d+)?)[eE]\+?(\d{1,2})")
_AS_DECIMAL = re.compile(r"'?\+?(\d{7,})\.0+")
_BRACKETS = re.compile(r"\(([^()]*[^\W\d_][^()]*)\)")
_EXTENSION = re.compile(r"(?:\bext(?:ension|n)?\b\.?|(?<=[\d\s])x)\s*:?\s*\d{1,5}\b", re.IGNORECASE)
_OH = re.compile(r"(?<![^\W\d_])[oO]+(?=[\d\s]*\d)(?![^\W\d_])|(?<=\d)[oO]+(?![^\W\d_])")
_EYE = re.compile(r"(?<![^\W\d_])[iIl](?=\d)|(?<=\d)[iIl](?![^\W\d_])")
# One number between a label and a note, as offices write most of those that are not bare: "Mob: 07700 900123 (work)".
_LABELS = "mobile|mob|cell|telephone|tel|phone|home|work|mum|dad"
_LABELLED = re.compile(rf"(?:(?:{_LABELS})[.:]?\s*)?(\+?\d[\d ]+\d)(?:\s*\((?:{_LABELS})\))?", re.ASCII | re.IGNORECASE)
_RUN = re.compile(r"\+?\(?\d[\d\s().+\-]*", re.ASCII)
_BETWEEN = re.compile(r"[\s.\-]+|(?<=\d)(?=\+)")
_PIECES_AT_MOST = 16
_BULLET_AT_MOST = 2
_DIGITS_THAT_MATTER = 5
_DIGITS_OF_A_NUMBER = 9
_SLIPS_AT_MOST = 2


@dataclass(frozen=True, slots=True)
class Fragment:
    """What is left of a number that can no longer be rung.

    `digits` are its national digits as they stand (one may be missing or too many, or only the beginning or the end be
    left), `span` the numbers that a spreadsheet's scientific notation may have been rounded from; both may be empty.
    """

    text: str
    digits: str = ""
    span: tuple[int, int] | None = None

    def may_be(self, phone: Phone) -> bool | None:
        """Whether this may once have been `phone`; None if nothing is left to tell by."""
        whole = int(phone.e164[1:])
        national = _national(phone.e164)
        if self.span:
            low, high = self.span
            return low <= whole <= high or low <= int(national) <= high
        if len(self.digits) < _DIGITS_THAT_MATTER:
            return None
        part = national.startswith(self.digits) or national.endswith(self.digits)
        return part or national in self.digits or _one_slip_apart(self.digits, national)


@dataclass(frozen=True, slots=True)
class Telephones:
    """A cell read: the numbers in it, what is left of unusable ones, and what was passed over on purpose."""

    phones: tuple[Phone, ...] = ()
    fragments: tuple[Fragment, ...] = ()
    passed_over: tuple[str, ...] = ()


NO_TELEPHONES = Telephones()


def read_telephones(cell: str, region: str = "GB") -> Telephones:
    """Read a telephone cell as offices fill it in: several numbers, notes, extensions, what a spreadsheet left of it.

    A number counts if it could be rung. Words and notes fall away; fillers (07777 777777) and lines that are
    nobody's (0800 1111) are passed over; the rest that should have been a number is a `Fragment`. Never raises.
    """
    labelled = _LABELLED.fullmatch(cell)
    try:
        phone = Phone.parse(labelled[1] if labelled else cell, region)
    except NotANumber:
        return _read_piecemeal(cell, region)
    return Telephones(phones=(phone,)) if is_somebodys(phone) else Telephones(passed_over=(cell,))


def says_none(cell: str) -> bool:
    """Whether a cell says in words that there is no number: "XD", "N/A", "-"."""
    plain = folded(cell)
    return bool(plain) and plain in _NOTHING_SAID


def is_somebodys(phone: Phone) -> bool:
    """Whether a person may own the number: no filler, no helpline."""
    return not (_FILLERS.search(phone.e164) or _NOBODYS_LINE.match(phone.e164))


def _read_piecemeal(cell: str, region: str) -> Telephones:
    text = clean(cell)
    if folded(text) in _NOTHING_SAID:
        return NO_TELEPHONES
    rounded = _SCIENTIFIC.fullmatch(text)
    if rounded:
        return Telephones(fragments=(_rounded(text, rounded[1], int(rounded[2])),))
    decimal = _AS_DECIMAL.fullmatch(text)
    if decimal:
        return read_telephones(decimal[1], region)
    found: list[Phone] = []
    lost: list[Fragment] = []
    passed: list[str] = []
    for run in _runs(text):
        for phone in _numbers_in(run, region):
            if isinstance(phone, Fragment):
                lost.append(phone)
            elif is_somebodys(phone):
                found.append(phone)
            else:
                passed.append(run)
    whole = Fragment(text, digits=_national(text))
    if not (found or passed) and whole.digits not in {piece.digits for piece in lost}:
        # One number broken into pieces, or none at all: what all its digits are together tells most.
        lost.append(whole)
    if found:
        lost = [piece for piece in lost if len(piece.digits) >= _DIGITS_THAT_MATTER]
    return Telephones(tuple(dict.fromkeys(found)), tuple(lost), tuple(passed))


def _runs(text: str) -> list[str]:
    plain = _EXTENSION.sub(" ", _BRACKETS.sub(_without_note, text))
    plain = _EYE.sub("1", _OH.sub(lambda found: "0" * len(found[0]), plain))
    return [run.strip(" .-()") if "(" not in run else run.strip(" .-") for run in _RUN.findall(plain)]


def _without_note(brackets: re.Match[str]) -> str:
    """Drop "(work)"; keep "(Dad 07700 900124)", which holds a number of its own."""
    return " ; " if sum(map(str.isdigit, brackets[1])) < _DIGITS_OF_A_NUMBER else f" ; {brackets[1]} ; "


def _numbers_in(run: str, region: str) -> list[Phone | Fragment]:
    whole = _number(run, region)
    pieces = _BETWEEN.split(run)
    if isinstance(whole, Phone) or not 1 < len(pieces) <= _PIECES_AT_MOST:
        return [whole]
    several = _cut(pieces, region)
    return [*several] if several else [whole]


def _cut(pieces: list[str], region: str) -> tuple[Phone | Fragment, ...]:
    """Join neighbouring pieces to numbers, the longest first; "1." before a number is a bullet and falls away."""
    for end in range(len(pieces), 0, -1):
        head = _number(" ".join(pieces[:end]), region)
        if isinstance(head, Phone):
            rest = pieces[end:]
            return (head, *(_cut(rest, region) or (_number(" ".join(rest), region),))) if rest else (head,)
    return _cut(pieces[1:], region) if len(pieces) > 1 and len(pieces[0]) <= _BULLET_AT_MOST else ()


def _number(run: str, region: str) -> Phone | Fragment:
    try:
        return Phone.parse(run, region)
    except NotANumber:
        return Fragment(run, digits=_national(run))


def _national(text: str) -> str:
    digits = "".join(char for char in text if char.isdigit())
    for head in ("0044", "44"):
        if digits.startswith(head) and len(digits) > len(head) + 6:
            digits = digits[len(head) :]
            break
    return digits.removeprefix("0")


def _rounded(text: str, mantissa: str, exponent: int) -> Fragment:
    whole, _, decimals = mantissa.replace(",", ".").partition(".")
    unit = 10 ** (exponent - len(decimals)) if exponent >= len(decimals) else 1
    value = int(whole + decimals) * unit
    return Fragment(text, span=(value - (unit + 1) // 2, value + (unit + 1) // 2))


def _one_slip_apart(left: str, right: str) -> bool:
    from rapidfuzz.distance import OSA

    slips = max(1, abs(len(left) - len(right)))
    return slips <= _SLIPS_AT_MOST and bool(OSA.distance(left, right, score_cutoff=slips) <= slips)
