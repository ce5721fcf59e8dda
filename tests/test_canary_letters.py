"""Nothing of a pupil, a reason or another school is in what leaves the house; every letter goes to an admin of its group."""

from email.message import EmailMessage
from pathlib import Path

from tests.canaries.search import everything, two_schools, words
from tests.jobs.sink import a_sink

LETTERS = 240


def test_two_schools_tell_volunteers_nothing_but_whom_they_see_themselves(tmp_path: Path):
    with a_sink() as sink:
        searched = two_schools(tmp_path, sink, groups=2, admins=30, letters=LETTERS)

    assert searched.wrong == []
    assert searched.volunteers >= LETTERS


def test_a_word_is_found_wherever_it_hides():
    message = EmailMessage()
    message["Subject"] = "KnyAgiven1 and =?utf-8?q?knyb?= =?utf-8?q?family2?="
    message.set_content("Grüße, KNYARELATION3 " + "." * 60 + "knyacontact4", cte="quoted-printable")
    message.add_alternative("<p>knyaform5</p>", subtype="html", cte="base64")
    message.add_attachment(b"knyacourt6", maintype="text", subtype="csv", filename="knyahint7.csv")

    found = words(everything(message, message.as_bytes(), "knyaadmin8@example.org", "back+knyareason9@example.org"))

    fields = ("given1", "relation3", "contact4", "form5", "court6", "hint7", "admin8", "reason9")
    assert found >= {f"knya{field}" for field in fields} | {"knybfamily2"}
