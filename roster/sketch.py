"""What each column of a sheet would be read as, and why, for the office to look at before it counts."""

from roster.columns import Plan
from roster.guesses import Guess
from roster.lines import Lines
from roster.mapping import Mapping, mapping_of
from roster.samples import as_meant, guessed, held_against, values_of
from roster.vocabulary import Field
from roster.words import shortened

GUESS = "GUESS, please check"
_SAMPLES_SHOWN = 3
_LONGEST_SAMPLE = 30


def sketch(plan: Plan, lines: Lines) -> tuple[Mapping, tuple[str, ...]]:
    """Give the mapping with every guess taken for right, and a remark on each column: why so, and a few masked values."""
    guesses = {} if plan.confirmed else guessed(plan, lines)
    read, _ = held_against(as_meant(plan, guesses) if guesses else plan, lines)
    mapping = mapping_of(read)
    before = {column.index: column.field for column in plan.columns}
    whys = [
        plan.confirmed or _why(entry.holds, before.get(index), guesses.get(index))
        for index, entry in enumerate(mapping.entries)
    ]
    return mapping, tuple(_remark(why, values_of(lines, index, _SAMPLES_SHOWN)) for index, why in enumerate(whys))


def _why(holds: Field, before: Field | None, guess: Guess | None) -> str:
    if guess:
        return f'{GUESS} - it looks like "{guess.meant}"'
    if holds is before:
        return "known heading" if holds is not Field.IGNORED else "known heading, not needed"
    if holds is Field.PHONE:
        return f"{GUESS} - it holds telephone numbers"
    return "not read - nobody knows this heading"


def _remark(why: str, values: list[str]) -> str:
    shown = ", ".join(f'"{shortened(value, _LONGEST_SAMPLE)}"' for value in values)
    return f"{why}. {shown}" if shown else f"{why}. (blank)"
