"""`roster queries [GROUP]`: whom the last night asks the office about, who that may be, and how to answer."""

import argparse
import shlex
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby

from jobs.arguments import add_settings
from jobs.asked import Query
from jobs.compose import compose
from jobs.naming import contact_said
from roster.decisions import Answer, Link
from roster.identity.evidence import Candidate
from roster.shown import plain
from roster.words import counted, spoken

_CANDIDATES_AT_MOST = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.epilog = (
        "Each is numbered; roster answer takes the number. The numbers are those of the night named above them: "
        "after another night they may be others'."
    )
    parser.add_argument("group", metavar="GROUP", nargs="?", help="the group's name; default every group")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Say who is in question."""
    with closing(compose(arguments.settings)) as office:
        found = office.queries(arguments.group)
    print("\n".join(_said(found)) if found else "Nobody is in question.")
    return 0


def _said(found: tuple[Query, ...]) -> Iterator[str]:
    for (group, slot), some in groupby(found, key=lambda one: (one.group, one.slot)):
        queries = list(some)
        answered = sum(bool(one.settled) for one in queries)
        looking = f"{counted(len(queries) - answered, 'person', 'people')} to look at"
        also = f", {answered} answered already" if answered else ""
        yield f"{plain(group)}, night of {spoken(slot)}: {looking}{also}"
        for query in queries:
            yield from _query(query)
        name = shlex.quote(plain(group, 200))
        yield f"Answer with: roster answer {name} NUMBER --same NAME | --somebody-else NAME | --not-a-parent"
        yield f"NUMBER is one of the night of {spoken(slot)}: after another night, look again."


def _query(query: Query) -> Iterator[str]:
    # The office rings people up by these, and tells them apart, so what the list shows is shown whole here.
    member = query.member
    number = f" ({', '.join(phone.e164 for phone in member.phones)})" if member.phones else ""
    yield f"  {query.number}. {plain(member.shown_as)}{number}, row {member.row}: {query.sentence}"
    # Who it may be is said as the roll stands now; the night's evidence may name others.
    told = () if query.candidates or query.elsewhere else query.evidence
    yield from (f"     - {plain(fact, 300)}" for fact in told)
    yield from map(_candidate, query.candidates[:_CANDIDATES_AT_MOST])
    if len(query.candidates) > _CANDIDATES_AT_MOST:
        yield f"     ... and {counted(len(query.candidates) - _CANDIDATES_AT_MOST, 'carer')} more, less likely"
    yield from (f"     - has the same full name: {contact_said(one)}" for one in query.elsewhere)
    for hint in query.hints:
        yield f"     - {hint.by} said on {spoken(hint.on)}: {plain(hint.said, 200)}"
    if query.settled:
        yield f"     - {plain(query.settled, 300)}"
    yield from (_answer(link) for link in query.answers if not query.settled or link.answer is not Answer.NO_PARENT)


def _candidate(one: Candidate) -> str:
    signs = plain("; ".join(sign.said for sign in one.signs), 400)
    return f"     - {one.likelihood.value}: {contact_said(one.contact)}{f' ({signs})' if signs else ''}"


def _answer(link: Link) -> str:
    who = f" as {plain(link.contact.shown)}" if link.contact else ""
    said = {
        Answer.SAME: f"the same person{who}",
        Answer.SOMEBODY_ELSE: f"not the same person{who}",
        Answer.NO_PARENT: "nobody's parent or carer here",
    }[link.answer]
    return f"     - answered by {plain(link.by)} on {spoken(link.on)}: {said}"
