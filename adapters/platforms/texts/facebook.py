"""The Members page of a Facebook group, copied: names, and below each when and how they came, and what they do.

Facebook gives no file of a group's members to its admins. Copied, each member is a name and then lines such as "Joined
about 2 weeks ago", "Added by Femi Ade on Friday" or "Member since 3 May 2024" (as read by the scrapers facebookScraper
and minet). Only the name directly above such a line is taken; the other lines are people's own and are left behind.
"""

import re
from collections.abc import Iterator

from adapters.platforms.guide import ListGuide
from adapters.platforms.lines.person import says_somebody
from adapters.platforms.lines.wording import count_said
from adapters.platforms.reader import Source, TextFormat
from roster.groups import Completeness, Member, MemberList, Problem
from roster.text import clean
from roster.tokens import name_in

guide = ListGuide(
    system="Facebook group (in English)",
    file='Text copied from the page of members: a name, and below it "Joined ...", "Added by ..." or "Member since ..."',
    get=(
        "On a computer: open the group, People, scroll until the last member is shown, mark all of them, copy, and paste "
        "into a text file. On a telephone: not possible."
    ),
    proves=(
        "Partial, unless as many are in it as the group is said to have: the page shows members as one scrolls. There are "
        "only names, so nobody can be told for sure."
    ),
    basis="Public scrapers of the page (facebookScraper, minet); Facebook documents no form.",
)

_WHEN = r"(?:.*\b(?:ago|yesterday|today|last|on|in|since|about|over|via|\d{1,2}:\d\d|\d{4}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
_CAME = re.compile(
    rf"(?:(?:admin|moderator|group expert)\s*·\s*)?(?:joined{_WHEN}.*|added by \S.*|invited by \S.*|member since \S.*|created (?:the )?group{_WHEN}.*)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:admin|moderator|group expert|new member|top contributor|all-star contributor|rising contributor|author|founding member|"
    r"follow|message|add friend|invite|\d+ (?:mutual )?friends?(?: in common)?|·)(?:\s*·.*)?",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"(?:lives in|from|went to|goes to|studie[sd]|owner of|retired|self-employed|married|single)\b.*|.*\bat\b.*",
    re.IGNORECASE,
)
_ADMIN = re.compile(r"admin\b|created (?:the )?group", re.IGNORECASE)
_LONGEST_NAME = 120
_CAME_AT_LEAST = 2
_ONE_IN = 8
_LINES_AT_MOST = 100_000

Line = tuple[int, str]


def is_members_page(text: str) -> bool:
    """Whether a text is such a page: several lines say when somebody came, and not only they."""
    if text.count("\n") > _LINES_AT_MOST:
        return False
    lines = _lines(text)
    came = sum(_came(line) for _, line in lines)
    return came >= _CAME_AT_LEAST and came * _ONE_IN >= len(lines) and bool(list(_named(lines)))


def _read(text: str, source: Source) -> tuple[MemberList, ...]:
    lines = _lines(text)
    members = tuple(_named(lines))
    nameless = sum(_came(line) for _, line in lines) - len(members)
    found = MemberList(
        source.stem,
        members,
        "facebook",
        "facebook",
        Completeness.PARTIAL,
        next((said for _, line in lines if (said := count_said(line)) is not None), None),
        source.file,
        tuple(_problems(nameless)),
    )
    return (found,)


def _lines(text: str) -> list[Line]:
    told = ((row, clean(line)) for row, line in enumerate(text.splitlines(), start=1))
    return [(row, line) for row, line in told if says_somebody(line)]


def _came(line: str) -> bool:
    return len(line) <= 2 * _LONGEST_NAME and _CAME.fullmatch(line) is not None


def _named(lines: list[Line]) -> Iterator[Member]:
    """Give a member for each line that says how somebody came, by the name above it and above what they are called."""
    above: Line | None = None
    admin = False
    for row, line in lines:
        if _came(line):
            if above and len(above[1]) <= _LONGEST_NAME:
                yield Member(above[1], above[0], name_in(above[1]), admin=admin or _ADMIN.match(line) is not None)
            above, admin = None, False
        elif _ROLE.fullmatch(line):
            admin = admin or _ADMIN.match(line) is not None
        elif count_said(line) is None and not _DETAIL.fullmatch(line[:_LONGEST_NAME]):
            above, admin = (row, line), False


def _problems(nameless: int) -> Iterator[Problem]:
    if nameless:
        yield Problem(
            "file",
            f"{nameless:,} of the lines that say when somebody joined have no name above them; nobody was made of these.",
        )


facebook = TextFormat("facebook", is_members_page, _read)
