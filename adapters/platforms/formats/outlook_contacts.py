"""Outlook's contacts as CSV; in some countries with semicolons, and with tabs where it was pasted.

The headings are those of Outlook's own export in English; a shorter set is Outlook.com's.
"""

from adapters.platforms.guide import ListGuide
from adapters.platforms.headings.layout import OF_AN_ADDRESS_BOOK, Layout
from roster.groups import Completeness

outlook_contacts = Layout(
    name="outlook-contacts",
    platform="contacts",
    signature=frozenset({"First Name", "Last Name", "E-mail Address", "E-mail 2 Address", "Mobile Phone", "Business Phone"}),
    phones=(
        "Mobile Phone", "Primary Phone", "Home Phone", "Home Phone 2", "Business Phone", "Business Phone 2", "Other Phone",
        "Car Phone", "Radio Phone",
    ),
    emails=("E-mail Address", "E-mail 2 Address", "E-mail 3 Address"),
    names=(("First Name", "Middle Name", "Last Name"), ("Nickname",), ("E-mail Display Name",), ("Company",)),
    completeness=Completeness.PARTIAL,
    contacts=True,
    note=OF_AN_ADDRESS_BOOK,
)  # fmt: skip

guide = ListGuide(
    system="Outlook contacts",
    file="A CSV with First Name, Last Name, Mobile Phone, E-mail Address and many others. Names, every number and every e-mail "
    "address are read; notes, birthdays, postal addresses, spouses and children are not.",
    get="On a computer, in Outlook: File, Open & Export, Import/Export, Export to a file, Comma Separated Values, the folder with "
    "the group's people. On outlook.com: People, Manage contacts, Export contacts.",
    proves="Partial: an address book says nothing about who is in the group. Nobody counts as gone because they are not in it.",
    basis="The headings of Outlook's export, in public programs that read or write it.",
)
