"""A list that somebody keeps: a table with names, and numbers or e-mail addresses, told by its headings."""

from adapters.platforms.guide import ListGuide

guide = ListGuide(
    system="Your own list",
    file="Any spreadsheet or CSV with a heading over the numbers (Phone, Mobile, WhatsApp) or over the addresses (Email), and "
    "best one over the names. Admin, Group and Country code columns are understood; notes are not read. A sheet for each "
    "group, or a column Group, gives several groups.",
    get="Type it from the group's members as the telephone shows them. Write numbers as text, so that the spreadsheet leaves the "
    "plus and the first 0 where they are.",
    proves="Complete: whoever is not in it is taken not to be in the group. Hold it against the number of members that the group "
    "shows.",
    basis="Told by the words of its headings. Several tools write no more than Name and Phone Number, among them "
    "WANumberExtractor and whatsapp-contact-exporter: they break WhatsApp's terms and leave people out, so say how many members "
    "the group has if such a file is all there is.",
)
