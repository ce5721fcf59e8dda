"""From an upload to the groups in it."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import PurePath
from typing import Any

from adapters.confined.opening import work_on
from adapters.platforms.cells import from_cells
from adapters.platforms.chats.reduced import is_reduced, logs_in
from adapters.platforms.door import let_in
from adapters.platforms.logs import list_of
from adapters.platforms.persons.numbers import read_number
from roster.errors import RosterError, UnreadableFile, UnreadableList
from roster.export import Upload
from roster.groups import Member, MemberList, Shown
from roster.proof import proved
from roster.tokens import name_in
from roster.words import listed

_INSIDE = "adapters.platforms.inside:lists_inside"


def read_lists(
    upload: Upload,
    *,
    name: str | None = None,
    region: str = "GB",
    said: int | None = None,
    made_by: str | None = None,
    surely: bool = False,
) -> tuple[MemberList, ...]:
    """Read every group in a file. `name` names the group; without it the file does, or what the file is called.

    `said` is how many members the group has by its admin's telephone, `made_by` the number or name of whoever made the
    list, whom some tools leave out of it. A chat is reduced before anything else sees it. Whoever gives a name, or says
    `surely`, calls the file a list: one that may as well be a sheet of the school's is read as a list then.

    Raises a `RosterError` if nobody can be read from it, or if one name, number or person is given for several groups.
    """
    try:
        lists = _lists(let_in(upload.name, BytesIO(upload.content)), region, surely=surely or name is not None)
        if len(lists) > 1 and (name is not None or said is not None or made_by):
            raise UnreadableList(
                f"Leave out the name, the number of members and who made it; the file names the groups itself: "
                f"{listed([one.name for one in lists])}.",
                headline="This file holds several groups, so what is said of one does not fit.",
            )
        lists = tuple(_with_maker(one, made_by, region) for one in lists)
    except RosterError as error:
        error.file = error.file or upload.name
        raise
    if name is not None:
        lists = (replace(lists[0], name=name),)
    return tuple(proved(one, said) for one in lists)


def _lists(upload: Upload, region: str, *, surely: bool) -> tuple[MemberList, ...]:
    if is_reduced(upload.content):
        stem = PurePath(upload.name).stem
        lists = tuple(list_of(log, stem=stem, region=region, file=upload.name) for log in logs_in(upload.content))
        if not any(one.members or one.gone for one in lists):
            raise UnreadableList(
                "Copy the members from the group's header instead.",
                headline="Nobody came, went or wrote in this chat, so it does not show who is in the group.",
            )
        return lists
    return tuple(_rebuilt(work_on(upload, _INSIDE, region=region, surely=surely), upload))


def _rebuilt(told: Any, upload: Upload) -> Iterable[MemberList]:
    """Make lists of what the reading process says, which a hostile file may have made it say."""
    try:
        return [from_cells(one) for one in told]
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise UnreadableFile(
            "Copy the members into a new file, and use that.", headline="This file is damaged beyond reading."
        ) from error


def _with_maker(one: MemberList, made_by: str | None, region: str) -> MemberList:
    """Add whoever made the list, where the list lacks them."""
    if not made_by:
        return one
    number = read_number(made_by, region=region)
    if number.shown is Shown.UNUSABLE:
        raise UnreadableList(
            "Give the number in full, or the name as it stands in the group.",
            headline="Whoever made this list cannot be told by that number.",
        )
    maker = Member(made_by, 0, name=number.name, phone=number.phone, shown=number.shown)
    if any(_is(maker, member) for member in one.members):
        return replace(one, without_maker=False)
    own = [member for member in one.members if member.own]
    if len(own) == 1:
        named = replace(own[0], name=maker.name, phone=maker.phone, shown=maker.shown)
        members = tuple(named if member is own[0] else member for member in one.members)
    else:
        members = (*one.members, maker)
    return replace(one, members=members, without_maker=False)


def _is(maker: Member, member: Member) -> bool:
    """Whether a list has its maker already, by the number or by the name as it stands there."""
    if maker.phone:
        return maker.phone in member.phones
    return bool(maker.name) and name_in(member.name).casefold() == name_in(maker.name).casefold()
