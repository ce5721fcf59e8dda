"""What iSAMS calls a contact, in its batch files and in its interface: one adult, or the two of a household."""

from collections.abc import Iterable

from adapters.mis.records.register import Register
from adapters.mis.records.tree import Node
from roster.headings import understood
from roster.vocabulary import Field


def add_contact(register: Register, pupils: Iterable[str], contact: Node, priority: str = "") -> None:
    """Take in everybody whom a contact names, and tie them to pupils. "Contact only" is a parent who must not be written to."""
    children = tuple(pupils)
    first, *others = [contact, *(one for one in contact.records if _is_somebody(one))]
    for person in (first, *others):
        adult = register.contact(
            contact.text("id", "@id", "contactid"),
            title=person.text("title"),
            forename=person.text("forename"),
            surname=person.text("surname"),
            name="" if person.text("forename", "surname") else person.text("fullname", "name"),
            phones=person.named(is_telephone),
            emails=person.named(_is_email),
            row=contact.row,
        )
        for pupil in children:
            register.link(
                pupil,
                adult,
                relation=person.text("relationship", "relationshipraw") or contact.text("contacttype"),
                priority=contact.text("contactorder", "order") or priority,
                restricted=contact.text("contactonly", "@contactonly"),
            )


def is_telephone(name: str) -> bool:
    """Whether a thing of this name is a telephone number: mobileNumber, HomeTelephone."""
    heading = understood(name)
    return heading is not None and heading.field is Field.PHONE


def _is_email(name: str) -> bool:
    heading = understood(name)
    return heading is not None and heading.field is Field.EMAIL


def _is_somebody(record: Node) -> bool:
    return any(map(record.has, ("forename", "surname"))) or bool(record.named(is_telephone))
