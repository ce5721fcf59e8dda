"""Every pupil whom a roll ever had, as they are now."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from roster.earlier import Earlier
from roster.moved import first_rolls, followed, moved, under_another_key
from roster.people import Pupil, Tie
from roster.spans import Rolls, Span


class Children:
    """The pupils of all rolls; `here`, by key, are those of the current one and those carried over."""

    def __init__(self, current: Iterable[Pupil], rolls: Rolls, earlier: Earlier) -> None:
        self._moves = moved(earlier.lives)
        current_pupils = tuple(current)
        since = first_rolls(earlier.lives)
        self.here = {pupil.key: pupil for pupil in current_pupils}
        self._gone: dict[str, Pupil] = {}
        for span in sorted(earlier.pupils, key=lambda one: one.last, reverse=True):
            key = followed(span.thing.key, self._moves)
            if key in self.here or key in self._gone:
                continue
            if rolls.gone(span.last):
                self._gone[key] = under_another_key(span, current_pupils, since) or _left(
                    span.thing, rolls.last_day(span.last)
                )
            else:
                self.here[key] = span.thing

    def tied(self, span: Span[Tie]) -> Span[Tie]:
        """Give a tie with its pupil as they are now."""
        key = followed(span.thing.pupil.key, self._moves)
        pupil = self.here.get(key) or self._gone.get(key) or span.thing.pupil
        return replace(span, thing=replace(span.thing, pupil=pupil))


def _left(pupil: Pupil, day: date) -> Pupil:
    """Say of a pupil who is gone when that was: the day that the MIS gave, but no later than the last on which a roll had them."""
    if pupil.has_left or (pupil.left_on and pupil.left_on <= day):
        return pupil
    return replace(pupil, left_on=day, dropped=True)
