"""How offices and Excel spell a telephone number: so that it can be had back, and so that it cannot."""

from collections.abc import Iterator
from random import Random

from tests.schools.numbers import is_british, national, parts

Value = str | int | float | None

ILLEGIBLE = ("#N/A", "see office", "#REF!", "changed - ask mum")
PLACEHOLDERS = ("N/A", "XD", "", "Ex-directory", "none", "-", "n/a", "tbc")


def recoverable(number: str, *, binary: bool) -> list[tuple[str, Value]]:
    """Every spelling of the number that a careful reader gets back, by the name of its kind.

    `binary` is a spreadsheet, where Excel keeps numbers as numbers; a csv has only their text.
    """
    if not is_british(number):
        return [
            ("abroad with +", number),
            ("abroad with blanks", f"{number[:-9]} {number[-9:-6]} {number[-6:]}"),
            ("abroad with 00", "00" + number[1:]),
        ]
    return [*_blanks(number), *_excel(number, binary=binary), *_words(number), *_odd_characters(number)]


def _blanks(number: str) -> Iterator[tuple[str, Value]]:
    area, middle, last = parts(number)
    yield "plain", national(number)
    yield "one blank", f"0{area} {middle}{last}"
    yield "two blanks", f"0{area} {middle} {last}"
    yield "hyphens", f"0{area}-{middle}-{last}"
    yield "brackets", f"(0{area}) {middle} {last}"
    yield "dots", f"0{area}.{middle}.{last}"
    yield "+44", f"+44{area}{middle}{last}"
    yield "+44 blanks", f"+44 {area} {middle}{last}"
    yield "+44 (0)", f"+44 (0){area} {middle} {last}"
    yield "+440", f"+440{area}{middle}{last}"
    yield "0044", f"0044 {area} {middle}{last}"
    yield "44", f"44{area}{middle}{last}"
    yield "44 0", f"44 0{area} {middle}{last}"


def _excel(number: str, *, binary: bool) -> Iterator[tuple[str, Value]]:
    """Excel ate the zero, or took +44... for a sum."""
    eaten = int(national(number))
    yield "zero eaten", eaten if binary else str(eaten)
    yield "zero eaten, float", float(eaten) if binary else f"{eaten}.0"
    yield "zero eaten, text .0", f"{eaten}.0"
    yield "44 as a number", int(number[1:]) if binary else number[1:]
    yield "apostrophe", f"'{national(number)}"


def _words(number: str) -> Iterator[tuple[str, Value]]:
    area, middle, last = parts(number)
    spoken = f"0{area} {middle}{last}"
    yield "Mob:", f"Mob: {spoken}"
    yield "tel:", f"tel:{national(number)}"
    yield "(work)", f"{spoken} (work)"
    yield "mum", f"{spoken} mum"
    yield "extension", f"{spoken} ext 12"
    yield "x12", f"{spoken} x12"
    yield "text only", f"{spoken} - text only"


def _odd_characters(number: str) -> Iterator[tuple[str, Value]]:
    area, middle, last = parts(number)
    yield "no-break space", f"0{area}\u00a0{middle}\u00a0{last}"
    yield "bidi marks", f"\u202a+44\u00a0{area}\u00a0{middle}{last}\u202c"
    yield "no-break hyphen", f"0{area}\u2011{middle}\u2011{last}"
    yield "letter O", f"O{area} {middle}{last}"
    yield "full width", national(number).translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})
    yield "edges", f"  {national(number)}\t"


def two_in_a_cell(numbers: tuple[str, ...], rng: Random) -> tuple[str, str]:
    """Two numbers in one cell, and the kind of what stands between them."""
    kind, between = rng.choice((("/", " / "), ("tight /", "/"), (";", "; "), (",", ", "), ("newline", "\n")))
    return f"two with {kind}", between.join(
        f"0{area} {middle}{last}" if is_british(number) else number
        for number in numbers
        for area, middle, last in (parts(number),)
    )


def unusable(number: str, rng: Random) -> tuple[str, str]:
    """A spelling from which nobody can get the number back, by the name of its kind."""
    if not is_british(number):
        return "illegible", rng.choice(ILLEGIBLE)
    kind = rng.choice(("in E-notation", "in E-notation", "a digit short", "a digit too many", "illegible"))
    return kind, {
        "in E-notation": lambda: f"{int(number[1:]):.5E}",
        "a digit short": lambda: _short(national(number), rng),
        "a digit too many": lambda: _long(national(number), rng),
        "illegible": lambda: rng.choice(ILLEGIBLE),
    }[kind]()


def _short(digits: str, rng: Random) -> str:
    at = rng.randrange(5, len(digits))
    cut = digits[:at] + digits[at + 1 :]
    return f"{cut[:5]} {cut[5:]}"


def _long(digits: str, rng: Random) -> str:
    at = rng.randrange(5, len(digits))
    return f"{digits[:5]} {digits[5:at]}{digits[at]}{digits[at:]}"


def could_be(text: str, number: str) -> bool:
    """Whether the digits left in an unusable cell may once have been this number; no digits, no evidence."""
    if "E+" in text:
        return f"{int(number[1:]):.5E}" == text
    left = "".join(filter(str.isdigit, text))
    if not left or not is_british(number):
        return False
    whole = national(number)
    return _is_one_digit_from(left, whole) if len(left) < len(whole) else _is_one_digit_from(whole, left)


def _is_one_digit_from(shorter: str, longer: str) -> bool:
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def is_illegible(text: str) -> bool:
    """Whether not one digit is left, so that the cell may have been anybody's number."""
    return not any(map(str.isdigit, text))
