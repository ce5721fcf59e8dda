"""One user, however many lines: a line for each school, a line twice, two people under one id."""

from collections import defaultdict
from collections.abc import Iterable

from adapters.mis.records.rostering import User
from roster.groups import Problem
from roster.text import folded


def merged(users: Iterable[User]) -> tuple[tuple[User, ...], tuple[Problem, ...]]:
    """Make one user of all lines with one id. They have gone only if every line says so.

    Two people under one id stay one, with the numbers of both: nobody can say whose child is whose. That is a problem.
    """
    lines: dict[str, list[User]] = defaultdict(list)
    for user in users:
        lines[user.id].append(user)
    doubts = tuple(
        Problem("value", "This id belongs to somebody of another name too; the two are read as one.", row=these[-1].row)
        for these in lines.values()
        if len({_name(user) for user in these} - {""}) > 1
    )
    return tuple(map(_one, lines.values())), doubts


def _one(lines: list[User]) -> User:
    if len(lines) == 1:
        return lines[0]
    best = min(lines, key=lambda user: (user.gone, not _name(user), _name(user), user.row))
    return User(
        best.id,
        best.row,
        best.forename,
        best.surname,
        best.name,
        _all(phone for user in lines for phone in user.phones),
        _all(email for user in lines for email in user.emails),
        _all(grade for user in lines for grade in user.grades),
        tuple(dict.fromkeys(office for user in lines for office in user.offices)),
        gone=all(user.gone for user in lines),
        shown_id=best.shown_id,
    )


def _name(user: User) -> str:
    return folded(f"{user.forename} {user.surname} {user.name}")


def _all(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(texts)))
