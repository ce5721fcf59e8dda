"""PowerSchool: the student contacts export, as many rows per contact as it has telephones or pupils."""

from adapters.mis.layout import Layout

powerschool = Layout("powerschool", frozenset({"New Contact Identifier", "phoneNumberAsEntered", "studentNumber"}))
