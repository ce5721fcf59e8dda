"""A flagged person, for the office's eyes or the safeguarding lead's: who, where in the list, and why with the facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from adapters.mail.lines import Line, Lines
from roster.changes import Flag
from roster.night import GroupNight
from roster.rules import all_rules
from roster.shown import plain
from roster.verdicts import Verdict
from roster.words import counted, in_words

_EVIDENCE_AT_MOST = 300
# Of people whom a list shows without anything to go by, so many are described; the rest are counted.
_NAMELESS_AT_MOST = 8
_UNIDENTIFIED = "unidentified"


@dataclass(frozen=True, slots=True)
class Finding:
    """One person. `reason` is the word of the vocabulary."""

    line: Line
    row: int
    sentence: str
    evidence: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """People of whom the same is to be said: under which heading, what to do, and how many more there are of the kind."""

    title: str
    found: tuple[Finding, ...]
    advice: str = ""
    more: str = ""


class Findings:
    """Describes the flagged of one group's night."""

    def __init__(self, night: GroupNight, flags: Iterable[Flag]) -> None:
        self._lines = Lines(night.judged.listed.members, flags)
        self._found = {_key(verdict): verdict for verdict in reversed(night.verdicts)}

    def line(self, flag: Flag) -> Line:
        """Say who somebody is, flagged now or before."""
        return self._lines.line(flag)

    def of(self, flag: Flag) -> Finding:
        """Describe somebody who is flagged."""
        verdict = self._found[flag.identity, flag.standing]
        evidence = (in_words(fact, _EVIDENCE_AT_MOST) for fact in verdict.reason.evidence)
        facts = tuple(plain(fact, _EVIDENCE_AT_MOST) for fact in evidence)
        reason = verdict.reason.name
        return Finding(self.line(flag), verdict.member.row, _sentences().get(reason, ""), facts, reason)

    def saying(self, flag: Flag, sentence: str) -> Finding:
        """Describe somebody by a sentence of its own, without the facts."""
        said = plain(sentence, _EVIDENCE_AT_MOST)
        return replace(self.of(flag), sentence=f"{said[:1].upper()}{said[1:]}", evidence=())


def part(title: str, found: Iterable[Finding], advice: str = "") -> Part:
    """Put people under a heading; of many who are shown without a name or number only the first are described."""
    known = tuple(found)
    nameless = [one for one in known if one.reason == _UNIDENTIFIED]
    left_out = nameless[_NAMELESS_AT_MOST:]
    if len(left_out) < 2:
        return Part(title, known, advice)
    many = counted(len(left_out), "other", "others")
    more = f"And {many} whose number is hidden; roster queries lists them."
    return Part(title, tuple(one for one in known if one not in left_out), advice, more)


@cache
def _sentences() -> Mapping[str, str]:
    return {rule.name: rule.sentence for rule in all_rules()}


def _key(verdict: Verdict) -> tuple[str, str]:
    return verdict.member.identity, verdict.standing.value
