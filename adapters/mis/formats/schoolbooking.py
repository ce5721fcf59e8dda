"""SchoolBooking: the import sheet, one row per pupil, parent and class, with headings that come twice.

Shape: SchoolBooking, "Importing Data: File requirements".
"""

from adapters.mis.guide import Guide
from adapters.mis.layout import Layout

schoolbooking = Layout("schoolbooking", frozenset({"(Contact) Priority", "(Contact) Home Email", "(Class) Class Name"}))

guide = Guide(
    system="SchoolBooking",
    file="the import sheet, CSV, columns A to P in their own order",
    clicks="Take the file that the school imports into SchoolBooking. Its headings come twice and are told apart by their "
    "place, so leave the columns where they are.",
    basis="Published by SchoolBooking: Importing Data.",
)
