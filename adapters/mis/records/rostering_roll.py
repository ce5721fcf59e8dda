"""From a roster of users to one recorded sheet: who is a pupil, who is a contact of whose, who has left."""

from collections import defaultdict
from collections.abc import Mapping

from adapters.mis.records.grades import years_of
from adapters.mis.records.rostering import Office, Roster, User
from adapters.mis.records.rostering_days import Days
from adapters.mis.records.rostering_links import STUDENT, is_a_contact, links_of
from adapters.mis.records.rostering_notes import notes_on
from adapters.mis.records.rostering_users import merged
from adapters.mis.records.sheet import ContactRecord, Link, PupilRecord, sheet_of
from roster.errors import UnreadableExport
from roster.export import Sheet
from roster.groups import Problem


def recorded(title: str, roster: Roster) -> tuple[Sheet, tuple[Problem, ...]]:
    """Lay a roster out as a recorded sheet, and say what was noticed. `title` is the file whose lines the rows are.

    Every student is a pupil. One whose account or whose role is marked as inactive or to be deleted has left, and is
    kept, so that their carers are known for what they are; an account that is switched off is only that. Raises
    `UnreadableExport` if nobody is a student.
    """
    users, doubts = merged(roster.users)
    people = {user.id: user for user in users}
    held = {user.id: _offices_of_a_student(user) for user in users if STUDENT in user.roles}
    if not held:
        raise UnreadableExport(
            "Export the pupils with their roles as well.", headline="Nobody in this set has the role of a student."
        )
    classes = _classes(roster, held)
    days = Days(held, roster.terms)
    pupils = [_pupil(people[key], offices, classes.get(key, ()), days) for key, offices in held.items()]
    links = _without_needless(links_of(roster.bonds, people), pupils)
    tied = {link.contact for link in links}
    adults = [user for user in users if is_a_contact(user) or user.id in tied]
    sheet = sheet_of(title, pupils, map(_contact, adults), links)
    return sheet, (*doubts, *notes_on(roster, people, adults, classes))


def _without_needless(links: list[Link], pupils: list[PupilRecord]) -> list[Link]:
    """Drop links to children who are not there from adults who have another here: they belong whoever the other was."""
    known = {pupil.id for pupil in pupils}
    here = {pupil.id for pupil in pupils if not (pupil.status or pupil.leaves)}
    safe = {link.contact for link in links if link.pupil in here}
    return [link for link in links if link.pupil in known or link.contact not in safe]


def _offices_of_a_student(user: User) -> tuple[Office, ...]:
    every = tuple(office for office in user.offices if office.role == STUDENT)
    return tuple(office for office in every if not office.gone) or every


def _classes(roster: Roster, held: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """The classes of each pupil. A school that takes its register in homerooms means those by "class", and no others."""
    known = {one.id: one for one in roster.classes}
    places = {(pupil, known[key]) for pupil, key in roster.places if pupil in held and key in known}
    homerooms = {place for place in places if place[1].homeroom}
    found: dict[str, set[str]] = defaultdict(set)
    for pupil, one in homerooms or places:
        found[pupil].add(one.name)
    return {pupil: tuple(sorted(names)) for pupil, names in found.items()}


def _pupil(user: User, offices: tuple[Office, ...], classes: tuple[str, ...], days: Days) -> PupilRecord:
    years = years_of(user.grades)
    gone = user.gone or all(office.gone for office in offices)
    return PupilRecord(
        user.id,
        user.forename,
        user.surname,
        year=years[0] if len(years) == 1 else "",
        classes=classes,
        starts=days.starts(offices),
        leaves=days.leaves(offices),
        status="left" if gone else "",
        row=user.row,
        shown_id=user.shown_id,
    )


def _contact(user: User) -> ContactRecord:
    return ContactRecord(
        user.id,
        forename=user.forename,
        surname=user.surname,
        name=user.name,
        phones=user.phones,
        emails=user.emails,
        row=user.row,
        shown_id=user.shown_id,
    )
