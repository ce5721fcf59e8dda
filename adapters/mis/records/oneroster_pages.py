"""OneRoster as saved answers of its REST interface, versions 1.1 and 1.2 (1EdTech, "OneRoster Rostering Service")."""

from collections.abc import Iterator

from adapters.mis.records.oneroster_tables import is_gone, is_homeroom
from adapters.mis.records.parts import Parts
from adapters.mis.records.rostering import Bond, Class, Office, Roster, User
from adapters.mis.records.rostering_roll import recorded
from adapters.mis.records.tree import Node, is_json, numbered, tree_of, trees
from roster.errors import UnreadableExport
from roster.export import Sheet
from roster.groups import Problem
from roster.words import listed

_LISTS = ("users", "classes", "enrollments", "orgs", "academicsessions")


def are_pages(parts: Parts) -> bool:
    """Whether one of the documents lists users, classes, enrolments, orgs or academic sessions by their sourcedId."""
    return any(is_json(part) and _is_a_page(tree_of(part)) for part in parts)


def read_pages(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    """Make a recorded sheet of all pages, whatever they are called. Rows count the users, page after page.

    Raises `UnreadableExport` if no page lists users.
    """
    pages = [page for page in trees(parts, json=True) if any(map(page.has, _LISTS))]
    users = numbered(_records(pages, "users"))
    if not users:
        raise UnreadableExport(
            f"Save the answers to GET /users as well. Right now there is {listed([page.file for page in pages])}.",
            headline="None of these pages lists the users, so there is nobody in them.",
        )
    return recorded(
        "users",
        Roster(
            tuple(map(_user, users)),
            tuple(Bond(_id(user), other) for user in users for other in user.texts("agents/sourcedid", "agents")),
            tuple(map(_class, _live(_records(pages, "classes")))),
            tuple(
                (enrolment.text("user/sourcedid"), enrolment.text("class/sourcedid"))
                for enrolment in _live(_records(pages, "enrollments"))
                if enrolment.text("role").casefold() in {"student", ""}
            ),
            tuple(session.text("enddate") for session in _records(pages, "academicsessions")),
        ),
    )


def _is_a_page(root: Node) -> bool:
    return any(root.has(name) and any(record.has("sourcedid") for record in root.nodes(name)[:1]) for name in _LISTS)


def _records(pages: list[Node], name: str) -> list[Node]:
    return [record for page in pages for record in page.nodes(name)]


def _live(records: list[Node]) -> Iterator[Node]:
    return (record for record in records if not is_gone(record.text("status")))


def _id(user: Node) -> str:
    return user.text("sourcedid") or f"record {user.row}"


def _user(user: Node) -> User:
    return User(
        _id(user),
        user.row,
        user.text("givenname"),
        user.text("familyname"),
        phones=user.texts("sms", "phone"),
        emails=user.texts("email"),
        grades=user.texts("grades"),
        offices=tuple(map(_office, user.nodes("roles")))
        or tuple(map(Office, filter(None, [user.text("role").casefold()]))),
        gone=is_gone(user.text("status")),
        shown_id=user.text("sourcedid"),
    )


def _office(held: Node) -> Office:
    return Office(held.text("role").casefold(), held.text("begindate"), held.text("enddate"))


def _class(one: Node) -> Class:
    return Class(one.text("sourcedid"), one.text("title", "classcode"), is_homeroom(one.text("classtype")))
