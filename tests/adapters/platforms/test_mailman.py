"""What Mailman writes of a list's members."""

import pytest

from adapters.platforms.inside import lists_of
from adapters.platforms.texts.mailman import mailman
from adapters.platforms.texts.recipients import recipients
from roster.errors import UnreadableList
from roster.groups import Completeness, MemberList
from tests.builders import an_upload

BARE = ["ade@example.org", "charlie@example.org", "femi@example.org", "ola@example.org", "tola@example.org"]
NAMED = [
    "ade@example.org",
    "Charlie <charlie@example.org>",
    "Bello, Femi <femi@example.org>",
    "Ola Bello <ola@example.org>",
    "tola@example.org",
]


def read(lines: list[str]) -> MemberList:
    (listed,) = lists_of(an_upload("\n".join(lines), "3b-parents.txt"))
    return listed


@pytest.mark.parametrize(
    "lines", [BARE, NAMED, [*BARE, *(f"x{line}" for line in BARE[:2]), *(f"a{line}" for line in BARE)]]
)
def test_a_list_in_the_order_of_its_addresses_is_all_of_the_list(lines: list[str]):
    listed = read(lines)

    assert (listed.name, listed.platform, listed.format, listed.completeness) == (
        "3b-parents",
        "email",
        "mailman",
        Completeness.COMPLETE,
    )
    assert len(listed.members) == len(lines)


def test_names_stand_before_the_addresses():
    assert [(member.name, member.email) for member in read(NAMED).members][1:4] == [
        ("Charlie", "charlie@example.org"), ("Bello, Femi", "femi@example.org"), ("Ola Bello", "ola@example.org")
    ]  # fmt: skip


@pytest.mark.parametrize("lines", [
    BARE[:4],
    BARE[::-1],
    [BARE[1], BARE[0], *BARE[2:]],
    [*BARE, *BARE, *BARE],
    ["; ".join(BARE)],
    [*BARE[:3], f"{BARE[3]}, {BARE[4]}"],
])  # fmt: skip
def test_few_addresses_or_addresses_without_order_are_a_messages_recipients(lines: list[str]):
    text = "\n".join(lines)

    assert (mailman.claims(text), recipients.claims(text)) == (False, True)
    assert read(lines).completeness is Completeness.PARTIAL


@pytest.mark.parametrize("text", ["3b@example.org has no members", "3b.example.org has no members\n"])
def test_an_empty_list_is_said_to_be_empty(text: str):
    with pytest.raises(UnreadableList, match="no members"):
        lists_of(an_upload(text, "list.txt"))
