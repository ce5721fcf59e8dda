"""Reading WhatsApp's own lines: what befalls whom, what is no membership, and what is better not understood."""

import time

import pytest

from adapters.platforms.chats.notices import Notice, read_notice
from roster.chat_log import OWN, What


def came(people: str, by: str = "", **more: object) -> Notice:
    return Notice(What.CAME, by=by, people=people, language="en", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("line", "notice"), [
    ("You added Tola", came("Tola", OWN)),
    ("Ade added you", came(OWN, "Ade")),
    ("You were added", came(OWN)),
    ("You joined using this group\u2019s invite link", came(OWN)),
    ("Tola joined using a group link.", came("Tola")),
    ("You created group \u201cOak\u201d", came(OWN, OWN, name="Oak")),
    ('Ade created group "Trip: \u201cOak\u201d (3) \U0001f600"', came("Ade", "Ade", name="Trip: \u201cOak\u201d (3) \U0001f600")),
    ('Ade created group "Ola added Tola"', came("Ade", "Ade", name="Ola added Tola")),
    ("Ade added you to a group in the community: Those who left", came(OWN, "Ade")),
    ("Ade added Tola. Tap to change who can add other participants.", came("Tola", "Ade")),
    ("Ade added Tola, Femi and Ola Bello", came("Tola, Femi and Ola Bello", "Ade", several=True)),
    ("Ade added Tola, Femi, and 9 others. Tap to see all.", came("Tola, Femi", "Ade", several=True, others=9)),
    ("Ade added Tola and 1 other", came("Tola", "Ade", others=1)),
    ("Ade added Uncle left-over", came("Uncle left-over", "Ade")),
    ("Uncle Left added Aunt Removed", came("Aunt Removed", "Uncle Left")),
    ("Ade added Femi B.", came("Femi B.", "Ade", several=True)),
    ("Ade added \u202a+44\u00a07700\u00a0900123\u202c.", came("+44\u00a07700\u00a0900123", "Ade")),
    ("Ola Bello left", Notice(What.WENT, people="Ola Bello", language="en")),
    ("You left.", Notice(What.WENT, people=OWN, language="en")),
    ("Ade removed you", Notice(What.WENT, by="Ade", people=OWN, language="en")),
    ("You\u2019re now an admin", Notice(What.PROMOTED, people=OWN, language="en")),
    ("You're no longer an admin", Notice(What.DEMOTED, people=OWN, language="en")),
    ("+44 7700 900123 changed to +44 7700 900124",
     Notice(What.RENUMBERED, people="+44 7700 900123", new="+44 7700 900124", language="en")),
    ("Tola changed to \u202a+44\u00a07700\u00a0900124\u202c.",
     Notice(What.RENUMBERED, people="Tola", new="+44\u00a07700\u00a0900124", language="en")),
    ('Ade changed the subject from "Oak" to "Ash: 3"', Notice(None, name="Ash: 3", language="en")),
    ("Ade changed the group name to \u201cAsh\u201d", Notice(None, name="Ash", language="en")),
])  # fmt: skip
def test_it_reads_english_lines(line: str, notice: Notice):
    assert read_notice(line) == notice


@pytest.mark.parametrize(("line", "notice"), [
    ("Ade hat Tola, Femi und 9\u00a0weitere Personen hinzugef\u00fcgt. Tippe, um alle zu sehen.",
     Notice(What.CAME, "Ade", "Tola, Femi", several=True, others=9, language="de")),
    ("Ade hat die Gruppe \u201eOak\u201c erstellt.", Notice(What.CAME, "Ade", "Ade", name="Oak", language="de")),
    ("Ade hat dich hinzugef\u00fcgt", Notice(What.CAME, "Ade", OWN, language="de")),
    ("+44 7700 900123 hat zu +44 7700 900124 gewechselt.",
     Notice(What.RENUMBERED, people="+44 7700 900123", new="+44 7700 900124", language="de")),
    ("Ade a ajoute\u0301 Tola", Notice(What.CAME, "Ade", "Tola", language="fr")),
    ("Ade a cr\u00e9\u00e9 le groupe \u00ab\u00a0Oak\u00a0\u00bb", Notice(What.CAME, "Ade", "Ade", name="Oak", language="fr")),
    ("A\u00f1adiste a Tola, a Femi y a Ola Bello",
     Notice(What.CAME, OWN, "Tola, a Femi y a Ola Bello", several=True, language="es")),
    ("Ade adicionou voc\u00ea", Notice(What.CAME, "Ade", OWN, language="pt")),
    ("Ade heeft u verwijderd", Notice(What.WENT, "Ade", OWN, language="nl")),
    ("Ade, Tola ki\u015fisini \u00e7\u0131kard\u0131", Notice(What.WENT, "Ade", "Tola", language="tr")),
])  # fmt: skip
def test_it_reads_what_is_peculiar_to_other_languages(line: str, notice: Notice):
    assert read_notice(line) == notice


@pytest.mark.parametrize("line", [
    "Messages and calls are end-to-end encrypted. No one outside of this chat can read them. Tap to learn more.",
    "Your security code with Tola changed. Tap to learn more.",
    "This message was deleted by admin Tola",
    "Ola left a voice message",
    "Voice chat \u2022 3 joined",
    "Waiting for this message. This may take a while.",
    'Ade added this group to the community "Oak left"',
    "Tola requested to join.",
    "Tola changed their phone number to a new number. Tap to message or add the new number.",
    "You changed to +44 7700 900124",
    "Ade turned on admin approval to join this group. Tap to change.",
    "This group has over 256 members so now only admins can edit the group settings",
    "Ade removed the group description",
    "Tola pinned a message",
])  # fmt: skip
def test_it_knows_what_is_not_about_membership(line: str):
    notice = read_notice(line)

    assert notice is not None
    assert (notice.what, notice.people, notice.by, notice.new) == (None, "", "", "")


@pytest.mark.parametrize("line", [
    "", " ", "left", " left", "added", "\u200e", "Ade added ", "I am glad that you are here", "Leaf left over",
    "Ade: left", "Ade: added you", "Ade LEFT", "Ade Added Tola", "left Ade",
    "Ade removed Tola left", "Ade added Tola added Femi", "Ade removed Tola removed Femi", "Ade added Tola left",
    'Ade created group "A" created group "B"', "Tola changed to Femi", "Ade added this group to Oak",
    "U\u017cytkownik Tola opu\u015bci\u0142(a) grup\u0119", "\u0623\u0636\u0627\u0641 \u0623\u062d\u0645\u062f \u0633\u0627\u0631\u0629",
])  # fmt: skip
def test_what_says_nothing_or_may_say_two_things_is_not_understood(line: str):
    assert read_notice(line) is None


@pytest.mark.parametrize("line", ["Ade added Tola left the group", "Ade joined and Tola added Femi left the group"])
def test_nobody_goes_by_a_line_that_somebody_can_have_come_by(line: str):
    assert read_notice(line) is None


@pytest.mark.parametrize("text", [
    " added" * 30_000, ' changed the subject from "a" to "' * 3_000, "\u200e" * 30_000, " and 9 others" * 4_000,
    ". Tap to " * 5_000, " hat " * 9_000 + "hinzugef\u00fcgt", "+44 7700" * 9_000, "1" * 30_000 + " others",
])  # fmt: skip
def test_a_hostile_line_takes_no_time(text: str):
    begun = time.perf_counter()

    read_notice(text)

    assert time.perf_counter() - begun < 1


def test_a_hostile_name_that_leaves_has_left():
    notice = read_notice("A" * 30_000 + " left")

    assert notice == Notice(What.WENT, people="A" * 30_000, language="en")
