"""SchoolBooking: the import sheet, one row per pupil, parent and class, with headings that come twice."""

from adapters.mis.layout import Layout

schoolbooking = Layout("schoolbooking", frozenset({"(Contact) Priority", "(Contact) Home Email", "(Class) Class Name"}))
