"""The script "whatsapp-group-members-scraper". It only sees members that were scrolled into view."""

from adapters.platforms.layout import Layout
from roster.groups import Completeness

members_scraper = Layout(
    name="members-scraper",
    platform="whatsapp",
    signature=frozenset({"Phone Number", "Name", "Description", "Source"}),
    phone="Phone Number",
    names=("Name",),
    group="Source",
    completeness=Completeness.PARTIAL,
)
