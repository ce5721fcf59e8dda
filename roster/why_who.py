"""Of an explanation, who somebody may be: what was looked up, what was found, what the name tells, what the office said."""

from collections.abc import Iterable, Iterator

from roster.decisions import Link
from roster.identity.evidence import Candidate, Sign
from roster.past import Former
from roster.people import Contact
from roster.roll import Roll
from roster.verdicts import Case
from roster.words import counted, listed, spoken

_SHOWN = 3
_LEAST_SHARE = 0.005


def compared(case: Case, roll: Roll) -> Iterator[str]:
    """Say what was looked up on the school's list, and what was found."""
    guessed = ", because its name says no class and no year" if case.scope.guessed else ""
    yield f"The group is for the carers of {case.scope.said}{guessed}."
    for phone in case.member.phones:
        past = (one for one in case.match.formers if phone in one.contact.phones)
        yield from _found(phone.e164, roll.with_phone(phone), past)
    for address in case.member.emails:
        past = (one for one in case.match.formers if address.casefold() in map(str.casefold, one.contact.emails))
        yield from _found(address, roll.with_email(address), past)
    yield _names_looked_up(case, roll)
    yield from (f"The full name may be that of {_placed(one)}." for one in case.match.elsewhere)
    yield from (f"Row {gap.row} of the export may be theirs: {gap.why}." for gap in case.match.gaps)
    yield from (f"{_placed(one)}, may speak for them." for one in case.match.kin)


def features(case: Case) -> Iterator[str]:
    """Say whom the name may mean, the likeliest first, with every sign for and against; nobody is an answer."""
    candidates = case.match.candidates
    if not candidates:
        yield _nobody(case)
        return
    for candidate in candidates[:_SHOWN]:
        yield _likely(candidate)
        yield from _signs(candidate.signs)
    if len(candidates) > _SHOWN:
        yield f"The name fits {counted(len(candidates) - _SHOWN, 'more carer')}."
    nobody = 1 - sum(one.share for one in candidates)
    if nobody >= _LEAST_SHARE:
        yield f"That it is none of them: {nobody:.0%}."
    yield "A figure behind a sign is its weight: each whole point makes it twice, or half, as likely."


def decisions(case: Case) -> Iterator[str]:
    """Say what people have decided, by whom and when."""
    decided = case.decided
    for granted in decided.exemptions:
        until = f" until {spoken(granted.until)}" if granted.until else ""
        whom = "them" if granted.who else "everybody"
        yield (
            f"{granted.granted_by} exempted {whom} ({granted.capacity.value}) on {spoken(granted.granted_on)}{until}: "
            f"{granted.reason}."
        )
    if decided.same:
        yield _answered(decided.same, f"this is {_whom(decided.same)}")
    yield from (_answered(link, f"this is not {_whom(link)}") for link in decided.others)
    if decided.no_parent:
        yield _answered(decided.no_parent, "this is nobody's parent")
    if not (decided.exemptions or decided.same or decided.others or decided.no_parent):
        yield "Nothing has been decided about this person."


def _found(reach: str, holders: Iterable[Contact], formers: Iterable[Former]) -> Iterator[str]:
    now = [f"{reach} is that of {_placed(one)}." for one in holders]
    once = [f"{reach} was that of {_placed(one.contact)}, until {spoken(one.until)}." for one in formers]
    yield from (*now, *once)
    if not (now or once):
        yield f"Nobody on the school's list has {reach}, and nobody on an earlier one had."


def _names_looked_up(case: Case, roll: Roll) -> str:
    if case.known and not case.match.candidates:
        return "The name tells nothing further, because there is something better to know them by."
    if case.decided.no_parent:
        return "The name was not looked up, because the office has said that this is nobody's parent."
    if not case.member.name:
        return "There is no name that could be looked up."
    carers = counted(len(roll.carers_in(case.scope)), "carer")
    fits = len(case.match.candidates)
    found = f"it fits {fits} of them" if fits else "it fits nobody"
    return f"The name was held against the {carers} of {case.scope.said} and their children: {found}."


def _nobody(case: Case) -> str:
    if case.known:
        return "Nobody had to be found by name."
    if case.match.elsewhere:
        return "Nobody whom the group is for; but a carer of another class may go by this full name."
    return "Nobody was found by name."


def _likely(candidate: Candidate) -> str:
    children = listed([child.placed for child in candidate.person.children])
    return f"{candidate.contact.shown}, carer of {children}: {candidate.likelihood.value} ({candidate.share:.0%})."


def _signs(signs: tuple[Sign, ...]) -> Iterator[str]:
    for word, told in (("For", [s for s in signs if s.bits >= 0]), ("Against", [s for s in signs if s.bits < 0])):
        if told:
            yield f"{word}: {'; '.join(f'{sign.said} ({sign.bits:+.1f})' for sign in told)}."


def _answered(link: Link, said: str) -> str:
    seen = f" What was seen then: {'; '.join(link.evidence)}." if link.evidence else ""
    return f"{link.by} said on {spoken(link.on)} that {said}.{seen}"


def _whom(link: Link) -> str:
    return link.contact.shown if link.contact else "anybody known"


def _placed(contact: Contact) -> str:
    children = listed(tuple(dict.fromkeys(tie.pupil.placed for tie in contact.ties)))
    return f"{contact.shown}, contact of {children}"
