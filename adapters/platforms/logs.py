"""From a chat's history to the members of its group, with what the office should know about it."""

from collections.abc import Iterator

from adapters.platforms.persons.numbers import read_number
from roster.chat_log import ChatLog, What
from roster.groups import Completeness, Member, MemberList, Presence, Problem, Shown
from roster.replay import Seen, replay
from roster.tokens import name_in, phone_in
from roster.words import counted, listed

_LINES_NAMED = 8
_NAMELESS = {What.CAME: "came", What.WENT: "went"}


def list_of(log: ChatLog, *, stem: str, region: str, file: str = "") -> MemberList:
    """Replay a chat. The list is of events: whoever is not in it may well be in the group."""
    stayed, gone = replay(log, region)
    return MemberList(
        name=log.name or stem,
        members=tuple(_member(seen, region) for seen in stayed),
        platform=log.platform,
        format=log.format,
        completeness=Completeness.EVENTS,
        file=file,
        problems=tuple(_said_of(log, stayed)),
        gone=tuple(_member(seen, region) for seen in gone),
        as_of=log.as_of,
        hides_people=bool(log.unread) or any(event.others for event in log.events),
    )


def _member(seen: Seen, region: str) -> Member:
    if seen.own:
        return Member("You", seen.line, own=True, admin=seen.admin, presence=seen.presence)
    phone = phone_in(seen.token, region)
    name = "" if phone else name_in(seen.token)
    shown = Shown.NUMBER if phone else Shown.NO_NUMBER
    if name and not any(map(str.isalpha, name)) and read_number(name, region=region).shown is Shown.UNUSABLE:
        name, shown = "", Shown.UNUSABLE
    before = [number for token in seen.former if (number := phone_in(token, region)) and number != phone]
    return Member(
        seen.token,
        seen.line,
        name=name or next((name_in(token) for token in seen.former if not phone_in(token, region)), ""),
        phone=phone,
        shown=shown,
        admin=seen.admin,
        more_phones=tuple(dict.fromkeys(before)),
        presence=seen.presence,
        went_at=seen.went_at,
    )


def _said_of(log: ChatLog, stayed: tuple[Seen, ...]) -> Iterator[Problem]:
    writers = sum(seen.presence is Presence.MAY_BE for seen in stayed)
    if writers:
        yield Problem(
            "file",
            f"A chat tells who came, went and wrote, and not who is in the group: {counted(writers, 'person', 'people')} "
            f"{'is' if writers == 1 else 'are'} in this list only because they wrote. Whoever never wrote and came "
            f"before the chat begins is missing.",
        )
    for what, said in _NAMELESS.items():
        hiding = [event for event in log.events if event.others and event.what is what]
        if hiding:
            many = counted(sum(event.others for event in hiding), "more person", "more people")
            yield Problem(
                "file",
                f"{_lines([event.line for event in hiding])} {'says' if len(hiding) == 1 else 'say'} that {many} "
                f"{said}, without their names. Copy the group's members to have everybody.",
            )
    if log.unread:
        yield Problem(
            "file",
            f"{_lines(log.unread)} {'looks' if len(log.unread) == 1 else 'look'} like a notice of the platform that "
            f"Roster does not know. If one says that somebody came or went, this list does not show it.",
        )
    if log.unsure:
        yield Problem(
            "file",
            f"{_lines(log.unsure)} {'names' if len(log.unsure) == 1 else 'name'} several people in a way that can be parted "
            f"differently; look whether they stand in the list as they should.",
        )


def _lines(numbers: tuple[int, ...] | list[int]) -> str:
    shown = [str(number) for number in numbers[:_LINES_NAMED]]
    more = len(numbers) - len(shown)
    said = listed([*shown, *([f"{more} more"] if more else [])])
    return f"{'Line' if len(numbers) == 1 else 'Lines'} {said}"
