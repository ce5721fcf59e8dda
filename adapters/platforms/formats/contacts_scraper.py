"""The script "WhatsApp-Group-Contacts-Scraper". The Status column is people's own words and is not read."""

from adapters.platforms.layout import Layout

contacts_scraper = Layout(
    name="contacts-scraper",
    platform="whatsapp",
    signature=frozenset({"Name", "Phone", "Status"}),
    phone="Phone",
    names=("Name",),
)
