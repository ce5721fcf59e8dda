"""Google Contacts as CSV, since 2024 and before: many numbers and addresses, several in one cell joined by ` ::: `.

In rows that have slipped, an address stands in the column of a label and a label in that of an address: both are looked
through, and only what is an address counts. Labels, notes, birthdays and postal addresses are not read.
"""

from adapters.platforms.guide import ListGuide
from adapters.platforms.headings.layout import OF_AN_ADDRESS_BOOK, Layout
from roster.groups import Completeness

_PHONES = ("Phone {n} - Value",)
_EMAILS = ("E-mail {n} - Value", "E-mail {n} - Label", "E-mail {n} - Type")
_CALLED = (("Nickname",), ("File As",), ("Organization Name",), ("Organization 1 - Name",))

google_contacts = Layout(
    name="google-contacts",
    platform="contacts",
    signature=frozenset({"First Name", "Last Name", "Nickname", "Organization Name", "Labels"}),
    phones=_PHONES,
    emails=_EMAILS,
    names=(("First Name", "Middle Name", "Last Name"), *_CALLED),
    completeness=Completeness.PARTIAL,
    contacts=True,
    note=OF_AN_ADDRESS_BOOK,
)

google_contacts_old = Layout(
    name="google-contacts-old",
    platform="contacts",
    signature=frozenset({"Name", "Given Name", "Family Name", "Group Membership"}),
    phones=_PHONES,
    emails=_EMAILS,
    names=(("Name", "Given Name", "Additional Name", "Family Name"), *_CALLED),
    completeness=Completeness.PARTIAL,
    contacts=True,
    note=OF_AN_ADDRESS_BOOK,
)

guide = ListGuide(
    system="Google Contacts",
    file="`contacts.csv`, Google CSV. Names, every number and every e-mail address are read; labels, notes, birthdays and postal "
    "addresses are not. The file does not name the group: give its name with it.",
    get="On a computer: contacts.google.com, put the group's people under one label, choose the label, Export, Google CSV. An "
    "Android telephone's contacts are there too, if it keeps them with Google.",
    proves="Partial: an address book says nothing about who is in the group. Nobody counts as gone because they are not in it.",
    basis="Headings that Google's export has, in public programs that read it.",
)
