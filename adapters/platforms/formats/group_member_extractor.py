"""A browser extension "Group Member Extractor": `Name`, `Phone Number`, `Admin Status`. What the last says is not known."""

from adapters.platforms.guide import ListGuide
from adapters.platforms.headings.layout import Layout

group_member_extractor = Layout(
    name="group-member-extractor",
    platform="whatsapp",
    signature=frozenset({"Name", "Phone Number", "Admin Status"}),
    exactly=True,
    phones=("Phone Number",),
    names=(("Name",),),
    admin="Admin Status",
)

guide = ListGuide(
    system="Group Member Extractor (browser extension)",
    file="A CSV with Name, Phone Number and Admin Status.",
    get="Such tools break WhatsApp's terms. Roster neither uses nor recommends them; it only reads a file that somebody has. "
    "Better: copy the members from the group's header in WhatsApp Web.",
    proves="Complete, if the tool has read every member: hold it against the number of members that the group shows.",
    basis="Described by its makers; no file of it has been seen.",
)
