"""The browser extension "WA Group Exporter" (CSV and XLSX), its files of groups and of contacts.

"Exclude my own number" is on unless somebody turns it off. One file may have several groups: by Group Name, where
duplicates are made one as `Group A | Group B`, or with a sheet for each and a sheet Summary.
"""

from adapters.platforms.guide import ListGuide
from adapters.platforms.headings.layout import Layout
from roster.groups import Completeness

_BOTH = frozenset({"Country Code", "Phone Number", "Public Display Name", "Saved Name"})

wa_group_exporter = Layout(
    name="wa-group-exporter",
    platform="whatsapp",
    signature=_BOTH,
    phones=("Phone Number",),
    names=(("Saved Name",), ("Public Display Name",)),
    group="Group Name",
    prefix="Country Code",
    without_maker=True,
)

wa_contacts = Layout(
    name="wa-group-exporter-contacts",
    platform="contacts",
    signature=_BOTH | {"Source", "Last Chat"},
    phones=("Phone Number",),
    names=(("Saved Name",), ("Public Display Name",)),
    prefix="Country Code",
    completeness=Completeness.PARTIAL,
    without_maker=True,
    contacts=True,
    note="These are somebody's contacts and chats, and not a group's members: whoever is in the file counts as a member "
    "because it was given as that group's list.",
)

guide = ListGuide(
    system="WA Group Exporter (browser extension)",
    file="`WhatsApp_Group_Contacts_<date>.xlsx` or `.csv`, of one group or several, or `WhatsApp_Contacts_<date>` with "
    "somebody's contacts.",
    get="Such tools break WhatsApp's terms. Roster neither uses nor recommends them; it only reads a file that somebody has. "
    "Better: copy the members from the group's header in WhatsApp Web.",
    proves="Complete but for whoever made it, whom it leaves out unless told otherwise: say who that is, or how many members "
    "the group has. Hidden numbers cannot be recognised. The file of contacts is partial: it says nothing about who is in a "
    "group.",
    basis="Files of the extension.",
)
