"""The script "whatsapp-group-members-scraper" (floriandiud). It only sees members that were scrolled into view.

Where it sees no number it puts the name in its place; rows of several groups pile up until it is reset, told apart by
Source. The Description column is people's own words and is not read.
"""

from adapters.platforms.guide import ListGuide
from adapters.platforms.headings.layout import Layout
from roster.groups import Completeness

members_scraper = Layout(
    name="members-scraper",
    platform="whatsapp",
    signature=frozenset({"Phone Number", "Name", "Description", "Source"}),
    phones=("Phone Number",),
    names=(("Name",),),
    group="Source",
    completeness=Completeness.PARTIAL,
)

guide = ListGuide(
    system="whatsapp-group-members-scraper (script)",
    file="`whatsAppExport-<time>.csv` with Phone Number, Name, Description and Source, of one group or several. Description "
    "is what people write about themselves, and is not read.",
    get="Such tools break WhatsApp's terms. Roster neither uses nor recommends them; it only reads a file that somebody has. "
    "Better: copy the members from the group's header in WhatsApp Web.",
    proves="Partial: it has only the members that were scrolled into view. Nobody counts as gone because they are not in it.",
    basis="Its published source (floriandiud/whatsapp-group-members-scraper).",
)
