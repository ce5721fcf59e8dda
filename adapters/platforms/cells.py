"""A member list as JSON knows it, on its way out of the process that read it, and back."""

import re
from typing import Any

from adapters.platforms.leaves import moment, number, text
from roster.groups import Completeness, Member, MemberList, Presence, Problem, Shown
from roster.phone import Phone

_E164 = re.compile(r"\+\d{6,15}", re.ASCII)


def as_cells(listed: MemberList) -> dict[str, Any]:
    """Make of a list what JSON knows."""
    return {
        "name": listed.name,
        "platform": listed.platform,
        "format": listed.format,
        "completeness": listed.completeness.value,
        "said": listed.said,
        "file": listed.file,
        "as_of": listed.as_of.isoformat() if listed.as_of else None,
        "without_maker": listed.without_maker,
        "hides_people": listed.hides_people,
        "members": [_member_cells(one) for one in listed.members],
        "gone": [_member_cells(one) for one in listed.gone],
        "problems": [[one.level, one.message, one.row, one.column] for one in listed.problems],
    }


def from_cells(told: dict[str, Any]) -> MemberList:
    """Make a list of what `as_cells` made, and of nothing else: raises `ValueError`, `TypeError` or `KeyError`."""
    return MemberList(
        name=text(told["name"]),
        members=tuple(_member(*one) for one in told["members"]),
        platform=text(told["platform"]),
        format=text(told["format"]),
        completeness=Completeness(told["completeness"]),
        said=None if told["said"] is None else number(told["said"]),
        file=text(told["file"]),
        problems=tuple(_problem(*one) for one in told["problems"]),
        gone=tuple(_member(*one) for one in told["gone"]),
        as_of=moment(told["as_of"]),
        without_maker=told["without_maker"] is True,
        hides_people=told["hides_people"] is True,
    )


def _member_cells(one: Member) -> list[Any]:
    phones = [phone.e164 for phone in one.more_phones]
    return [
        one.shown_as, one.row, one.name, one.phone.e164 if one.phone else None, one.email, one.shown.value, one.admin,
        one.own, phones, list(one.more_emails), one.presence.value,
        one.went_at.isoformat() if one.went_at else None,
    ]  # fmt: skip


def _member(
    shown_as: str, row: int, name: str, phone: str | None, email: str | None, shown: str, admin: bool, own: bool,
    phones: list[str], emails: list[str], presence: str, went_at: str | None,
) -> Member:  # fmt: skip
    return Member(
        shown_as=text(shown_as),
        row=number(row),
        name=text(name),
        phone=None if phone is None else _phone(phone),
        email=None if email is None else text(email),
        shown=Shown(shown),
        admin=admin is True,
        own=own is True,
        more_phones=tuple(map(_phone, phones)),
        more_emails=tuple(map(text, emails)),
        presence=Presence(presence),
        went_at=moment(went_at),
    )


def _problem(level: str, message: str, row: int | None, column: str | None) -> Problem:
    return Problem(
        text(level), text(message), None if row is None else number(row), None if column is None else text(column)
    )


def _phone(said: str) -> Phone:
    if not _E164.fullmatch(said):
        raise ValueError("no number in E.164")
    return Phone(said)
