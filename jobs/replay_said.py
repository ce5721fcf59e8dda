"""Where a run made again comes to another answer, and how the office is told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from roster.shown import plain
from roster.words import counted, listed

_PEOPLE = {"verdicts": "verdict", "flags": "flag"}
_WORDS = {
    "digest": "the digest of its removals",
    "told": "whether volunteers were told",
    "addressed": "whom to write to",
}
_AT_MOST = 300
_OF_A_GROUP = 5


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: of which group, what, what was kept and what came out now; both None where only that it does is known."""

    group: str
    what: str
    kept: Any = None
    found: Any = None

    @property
    def said(self) -> str:
        """Say it to the office, which alone may read it: there are people in it."""
        where = f"{plain(self.group)}: " if self.group else ""
        if self.kept is None and self.found is None:
            return f"{where}{self.what} is another than it was."
        return f"{where}{self.what}: kept is {_shown(self.kept)}; it comes to {_shown(self.found)}."


@dataclass(frozen=True, slots=True)
class Replayed:
    """A run made again: which, of how many groups and flags, where the answer is another, and whether by another version."""

    run: str
    groups: int
    flags: int
    differences: tuple[Difference, ...]
    other_version: bool

    @property
    def same(self) -> bool:
        """Whether the answer is the same."""
        return not self.differences


def as_text(done: Replayed) -> str:
    """Say it to the office."""
    made = f"Run {done.run}: {counted(done.groups, 'group')} with {counted(done.flags, 'flag')} made again from what was kept"
    lines = [f"{made}: the same." if done.same else f"{made}: it DIFFERS."]
    lines += [f"  {said}" for said in _few_of_each(done.differences)]
    if done.other_version:
        lines.append("Another version of Roster made it, or other versions of its libraries.")
    return "\n".join(lines)


def _few_of_each(found: Iterable[Difference]) -> Iterator[str]:
    """The first differences of each group, and how many more it has."""
    for _, of_group in groupby(found, key=lambda one: one.group):
        every = tuple(of_group)
        yield from (one.said for one in every[:_OF_A_GROUP])
        if len(every) > _OF_A_GROUP:
            where = f"{plain(every[0].group)}: " if every[0].group else ""
            yield f"{where}{len(every) - _OF_A_GROUP} more; --format json has them all."


def as_json(done: Replayed) -> dict[str, Any]:
    """Say it to another program."""
    return {"same": done.same, **asdict(done)}


def differences(kept: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Difference]:
    """Hold what a run found, by the group's key, against what it finds now."""
    for key in sorted({*kept, *found}):
        before, now = kept.get(key), found.get(key)
        if before is None or now is None:
            yield Difference(key, "the group", "there" if before else None, "there" if now else None)
            continue
        for part, was in before.items():
            if was != now[part]:
                yield from (
                    _people(before["name"], part, was, now[part])
                    if part in _PEOPLE
                    else (Difference(before["name"], _WORDS.get(part, part), was, now[part]),)
                )


def _people(group: str, part: str, before: list[dict[str, Any]], now: list[dict[str, Any]]) -> Iterator[Difference]:
    """The people whose row is another; if it is only their order, that."""
    whose = dict.fromkeys(one["identity"] for one in (*before, *now))
    found = False
    for identity in whose:
        was, comes = ([one for one in rows if one["identity"] == identity] for rows in (before, now))
        if was != comes:
            found = True
            who = plain((was or comes)[0]["shown_as"])
            yield Difference(group, f"{_PEOPLE[part]} on {who}", *_apart(was, comes))
    if not found:
        yield Difference(group, f"the order of the {part}")


def _apart(was: list[dict[str, Any]], comes: list[dict[str, Any]]) -> tuple[Any, Any]:
    """Of two rows only the columns that differ; an absent row is "none"."""
    if len(was) == len(comes) == 1:
        other = [name for name in was[0] if was[0][name] != comes[0][name]]
        return {name: was[0][name] for name in other}, {name: comes[0][name] for name in other}
    return was or "none", comes or "none"


def _shown(what: Any) -> str:
    if isinstance(what, list):
        rows = [f"{one['standing']} ({one['reason']})" for one in what if isinstance(one, dict) and "reason" in one]
        what = listed(rows) if rows else what
    if isinstance(what, dict):
        return plain(listed([f"{name} {value}" for name, value in what.items()]), _AT_MOST)
    return "nothing" if what is None else plain(str(what), _AT_MOST)
