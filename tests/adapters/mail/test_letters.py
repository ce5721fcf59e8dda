"""What the letters say, and what they must never say."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from adapters.mail.digest import Edition, Told, digest_letter
from adapters.mail.message import Sender, message_of
from adapters.mail.sections import section_of
from adapters.mail.volunteers import Manner, volunteers_letter
from roster.changes import Changeset
from roster.comparison import compare_one
from roster.groups import Member, MemberList, Shown
from roster.judge import judge
from roster.letters import Audience, Letter, Words
from roster.names import Name
from roster.night import AgainstRoll, GroupNight, Memory, Received, Rules, flag_of, night_of
from roster.people import Contact, Pupil, Tie
from roster.phone import Phone
from roster.policy import Limits, Policy
from roster.relations import Role
from roster.roll import Roll
from roster.snapshot import Snapshot

DAY = date(2026, 11, 22)
PUPIL = Pupil("id 1", "Tola Bello", Name(("tola",), ("bello",)), classes=frozenset({"3B"}))
ELSEWHERE = Pupil("id 2", "Ade Bello", Name(("ade",), ("bello",)), classes=frozenset({"4A"}))
HOSTILE = (
    "Ola\r\nBcc: charlie@example.org",
    "<script>alert(1)</script>",
    "\u202eolleB alO",
    "\u2066Ola\u2069\u200f",
    "🌸👩‍👧 Ola 🌸",
    "x" * 30_000,
    "{{ 7 * 7 }}{% raw %}",
    "Ola\x00\x1b[31m\u2028Bello",
    "=?utf-8?q?Ola?=",
    '"><img src=https://example.org/x>',
)


def a_member(shown_as: str, number: int, row: int = 2) -> Member:
    return Member(shown_as, row, shown_as, Phone(f"+447700900{number:03}"), shown=Shown.NUMBER)


class Sat:
    """A group judged on the whole, with no memory."""

    proposal = None

    def __init__(self, roll: Roll, listed: MemberList) -> None:
        self.day = roll.day
        self.judged = compare_one(roll, listed, Policy(), Limits(removals=1000, known_share=0))
        self._roll = roll

    def verdicts(self, members):
        return judge(members, self._roll, self.judged.scope, Policy())

    def withheld(self, removals):
        return {}


def a_night(
    *members: Member, told: tuple[Member, ...] = (), name: str = "3B", snapshot: Snapshot | None = None
) -> GroupNight:
    """A night with a roll that knows nobody of them, unless one is given."""
    memory = Memory(told=tuple(flag_of(verdict) for verdict in night_verdicts(told)), read=True)
    roll = Roll(snapshot or Snapshot((Pupil("id 1", "Tola Bello", Name(), classes=frozenset({"3B"})),)), DAY)
    listed = MemberList(name, members, "whatsapp", "pasted")
    generous = Rules(Policy(), Limits(removals=1000, known_share=0))
    return night_of(Received(listed, DAY), Sat(roll, listed), memory, generous, AgainstRoll())


def night_verdicts(members: tuple[Member, ...]):
    return a_night(*members).verdicts if members else ()


def words_of(night: GroupNight, school: str = "Oak Primary") -> Words:
    return volunteers_letter([section_of(night)], Manner(school, "office@example.org"))


def text_of(night: GroupNight) -> str:
    return words_of(night).text


def a_letter(words: Words, group: str = "3B") -> Letter:
    at = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
    return Letter(
        "k", "2026-11-22.1", Audience.VOLUNTEER, (group,), "ade@example.org", "<1@example.org>", "<t@example.org>", words, at
    )  # fmt: skip


def sent(words: Words) -> bytes:
    return message_of(a_letter(words), Sender("Oak Primary", "groups@example.org", "office@example.org")).as_bytes()


def a_digest(night: GroupNight) -> Words:
    told = Told(night, Changeset.between((), night.flags))
    return digest_letter(Edition("Oak Primary", DAY, "Export of today.", (told,), ("A note.",)))


def test_it_names_the_person_and_the_last_three_digits():
    letter = text_of(a_night(a_member("Charlie Nobody", 900)))

    assert "* Charlie Nobody, number ending 900" in letter
    assert "Not on the school's list for this group." in letter
    assert "07700" not in letter
    assert "7700" not in letter


def test_it_gives_as_many_digits_as_tell_two_people_apart():
    jo, joe = a_member("Jo", 123), Member("Joe", 3, "Joe", Phone("+447911870123"), shown=Shown.NUMBER)

    letter = text_of(a_night(jo, joe))

    assert "Jo, number ending 00123" in letter
    assert "Joe, number ending 70123" in letter


@pytest.mark.parametrize(
    "shown_as",
    [
        "07700 900900",
        "+44 7700 900900",
        "+44 (0)7700-900900",
        "~+447700900900",
        "٠٧٧٠٠٩٠٠٩٠٠",
        "07700·900·900",
        "07700_900_900",
        "07700 — 900 900",
        "~07700~900~900",
        "⓪⑦⑦⓪⓪⑨⓪⓪⑨⓪⓪",
        "⓿❼❼⓿⓿❾⓿⓿❾⓿⓿",
        "0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣9️⃣0️⃣0️⃣",
        "０７７００９００９００",
        "07700\u3164900ー900",
        "0\u200b7700⁠900‍900",
    ],
)
def test_it_does_not_print_a_number_that_stands_for_a_name(shown_as: str):
    member = replace(a_member("", 900), shown_as=shown_as)

    letter = text_of(a_night(member))

    assert "* Shown only by number, ending 900" in letter
    assert shown_as not in letter


def test_it_takes_the_number_and_the_address_out_of_a_name():
    member = a_member("Charlie 07700 900900 <charlie@example.org>", 900)

    letter = text_of(a_night(member))

    assert "* Charlie, number ending 900" in letter
    assert "charlie@" not in letter


def test_it_says_what_is_new_what_is_left_and_what_is_over():
    new, left, gone = a_member("New Nobody", 901), a_member("Left Nobody", 902), a_member("Gone Nobody", 903)

    night = a_night(new, left, told=(left, gone))
    letter = text_of(night)

    assert "2 people to take out (1 new, 1 still to do, 1 no longer on the list)" in letter
    assert letter.index("New Nobody") < letter.index("STILL TO DO") < letter.index("Left Nobody")
    assert letter.index("GONE FROM THE GROUP") < letter.index("Gone Nobody")


def test_it_asks_to_leave_somebody_in_who_belongs_after_all():
    ola = a_member("Ola Bello", 904)
    pupil = Pupil("id 1", "Tola Bello", Name(("tola",), ("bello",)), classes=frozenset({"3B"}))
    contact = Contact(phones=(Phone("+447700900904"),), ties=(Tie(pupil, Role.UNKNOWN),))

    letter = text_of(a_night(ola, told=(ola,), snapshot=Snapshot((pupil,), (contact,))))

    assert "Nobody to take out" in letter
    assert letter.index("PLEASE LEAVE THEM IN") < letter.index("Ola Bello")


@pytest.mark.parametrize("tie", [Tie(PUPIL, Role.UNKNOWN, restricted=True), Tie(ELSEWHERE, Role.UNKNOWN)])
def test_it_says_nothing_of_somebody_who_is_in_question_now(tie: Tie):
    ola = a_member("Ola Bello", 904)
    contact = Contact(phones=(Phone("+447700900904"),), ties=(tie,))

    letter = text_of(a_night(ola, told=(ola,), snapshot=Snapshot((PUPIL, ELSEWHERE), (contact,))))

    assert "Nobody to take out (1 with nothing to do for now)" in letter
    assert letter.index("NOTHING TO DO FOR NOW") < letter.index("Ola Bello")
    assert "NO LONGER" not in letter


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_not_broken_by_a_name(name: str):
    night = a_night(a_member(name, 900), name=name)

    for words in (words_of(night, name), a_digest(night)):
        content = sent(words)
        head, _, _ = content.partition(b"\r\n\r\n")

        assert b"\nBcc" not in head
        assert head.count(b"Subject:") == 1
        assert all(len(line) < 999 for line in content.splitlines())
        assert "<script" not in words.html
        assert "<img" not in words.html
        assert "\u202e" not in words.html + words.text + words.subject
        assert len(words.text) < 4_000


def test_it_reads_well_on_a_phone_in_the_dark_and_loads_nothing():
    night = a_night(a_member("Charlie Nobody", 900))

    for words in (words_of(night), a_digest(night)):
        sizes = [int(size) for size in re.findall(r"font-size:(\d+)px", words.html)]

        assert min(sizes) >= 16
        assert "max-width:580px" in words.html
        assert "prefers-color-scheme: dark" in words.html
        assert not re.search(r"<img|<script|<link|url\(|https?:", words.html)


def test_it_says_the_same_in_text_and_in_html():
    night = a_night(a_member("Charlie Nobody", 900))
    words = words_of(night)

    for part in (
        "Charlie Nobody",
        "ending 900",
        "Not on the school's list for this group.",
        "1 person to take out",
    ):
        assert part in words.text
        assert part in words.html.replace("&#39;", "'")


def test_it_tells_the_office_why():
    letter = a_digest(a_night(a_member("Charlie Nobody", 900, row=14))).text

    assert "Charlie Nobody, number ending 900 (row 14 of the list)" in letter
    assert "The number belongs to nobody on the school's list." in letter
    assert "no contact of any pupil has this number" in letter
    assert "A note." in letter
