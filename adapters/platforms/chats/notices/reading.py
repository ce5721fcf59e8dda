"""Reading a notice: the pattern that accounts for most of the line, where nothing else says otherwise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from adapters.platforms.chats.notices.known import known_languages, wordings_in
from adapters.platforms.chats.notices.notice import Notice
from adapters.platforms.chats.notices.plain import composed, is_number, places, plain
from adapters.platforms.chats.notices.wording import STOPS, Fit, Language, Wording
from roster.chat_log import OWN, What


@dataclass(frozen=True, slots=True)
class _Reading:
    notice: Notice
    weight: int
    only: bool


def read_notice(text: str) -> Notice | None:
    """Read what stands after a line's moment, where nobody wrote it. None: not understood.

    A line that can be read in two ways that differ in whom it befell is not understood either.
    """
    written = composed(text)
    line = plain(written)
    readings = [one for wording, language in wordings_in(line) for one in _readings(language, wording, line, written)]
    if not readings:
        return None
    best = max(readings, key=lambda one: one.weight)
    if best.notice.what is None:
        return best.notice
    return best.notice if best.only and not any(_denies(one, best) for one in readings) else None


def _denies(one: _Reading, best: _Reading) -> bool:
    """Whether a reading keeps a heavier one from being believed. Who is to have gone went beyond any doubt.

    A wording that says more takes a word of it for a part of the name in one that says less: that is no doubt.
    """
    same_kind = (one.notice.what, one.notice.language) == (best.notice.what, best.notice.language)
    if one.notice.what is best.notice.what and one.notice.people == best.notice.people:
        return False
    if same_kind and best.notice.people in one.notice.people:
        return False
    if best.notice.what is What.WENT:
        return True
    return one.notice.what is not None and one.weight * 2 > best.weight


def _readings(language: Language, wording: Wording, line: str, written: str) -> Iterator[_Reading]:
    line = _without_tail(language, line)
    bare = line[:-1].rstrip() if line.endswith(STOPS) else line
    fit = wording.fit(line if wording.ends_open else bare)
    if fit is not None:
        told = {slot: _told(written, left, right) for slot, left, right in fit.slots if slot not in {"any", "rest"}}
        yield from _meant(language, wording, fit, told)


def _without_tail(language: Language, line: str) -> str:
    for stop in STOPS:
        if stop not in line[:-1]:
            continue
        for tail in language.tails:
            head, found, _ = line.rpartition(f"{stop} {tail}")
            if found:
                return head
    return line


def _told(written: str, left: int, right: int) -> str:
    """Cut a slot out of the line as it was written. A full stop after a number ends the sentence."""
    if len(plain(written)) == len(written):
        text = composed(written[left:right])
    else:
        at = places(written)
        text = composed(written[at[left] : at[right - 1] + 1])
    return composed(text[:-1]) if text.endswith(STOPS) and is_number(plain(text[:-1])) else text


def _meant(language: Language, wording: Wording, fit: Fit, told: dict[str, str]) -> Iterator[_Reading]:
    people, others = _without_others(language, told["list"]) if "list" in told else ("", 0)
    people = people or told.get("person") or told.get("maker") or told.get("number") or ""
    by = told.get("by") or told.get("maker") or ""
    new = told.get("new", "")
    if any(_is_nobody(language, one) for one in (people, by)) or (new and not is_number(plain(new))):
        return
    if wording.what is What.RENUMBERED and _own(language, people) == OWN:
        yield _Reading(Notice(None, language=language.code), wording.weight, fit.only)
        return
    notice = Notice(
        wording.what,
        by=wording.by or _own(language, by),
        people=wording.people or _own(language, people),
        several="list" in told and _may_be_several(language, people),
        others=others,
        name=told.get("name", ""),
        new=new,
        language=language.code,
    )
    yield _Reading(notice, wording.weight, fit.only)


def _is_nobody(language: Language, text: str) -> bool:
    """Whether this is a thing, or a name that was cut off from what its owner wrote."""
    return plain(text).startswith(language.things) or text.endswith(":")


def _own(language: Language, person: str) -> str:
    return OWN if plain(person) in language.own else person


def _may_be_several(language: Language, people: str) -> bool:
    flat = plain(people)
    return flat.endswith(STOPS) or any(one in flat for one in (*language.ands, *language.commas))


def _without_others(language: Language, people: str) -> tuple[str, int]:
    found = _others(language.code).search(plain(people))
    if not found:
        return people, 0
    at = places(people)
    return composed(people[: at[found.start()]]), next(int(one) for one in found.groups() if one)


@cache
def _others(code: str) -> re.Pattern[str]:
    patterns = (re.escape(plain(one)).replace(r"\#", r"(\d{1,4})") for one in known_languages()[code].others)
    return re.compile(rf"(?:{'|'.join(patterns) or '(?!)'})\.?$")
