"""The browser extension "WhatsApp-Group-Contacts-Scraper" (shaneapen): what it scrolls past, `Name,Phone,Status`.

Its source shows that a saved contact without a picture has no number and is dropped, so that its list is partial. The
Status column is people's own words and is not read.
"""

from adapters.platforms.guide import ListGuide
from adapters.platforms.headings.layout import Layout
from roster.groups import Completeness

contacts_scraper = Layout(
    name="contacts-scraper",
    platform="whatsapp",
    signature=frozenset({"Name", "Phone", "Status"}),
    exactly=True,
    phones=("Phone",),
    names=(("Name",),),
    completeness=Completeness.PARTIAL,
)

guide = ListGuide(
    system="WhatsApp-Group-Contacts-Scraper (browser extension)",
    file="A CSV called by the group, with Name, Phone and Status; its instant export has only Name and Phone. Status is what "
    "people write about themselves, and is not read.",
    get="Such tools break WhatsApp's terms. Roster neither uses nor recommends them; it only reads a file that somebody has. "
    "Better: copy the members from the group's header in WhatsApp Web.",
    proves="Partial: saved contacts without a picture are left out, and so is whoever runs it; its other kinds of export "
    "have only people whose numbers are not saved. Nobody counts as gone because they are not in it.",
    basis="Its published source (shaneapen/WhatsApp-Group-Contacts-Scraper).",
)
