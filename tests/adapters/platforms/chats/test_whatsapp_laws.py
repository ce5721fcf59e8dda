"""Whatever the bytes: a chat is read or refused in a sentence, and its messages tell of nobody."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.platforms.chats.headers import heads_of, looks_like_head
from adapters.platforms.chats.lines import decoded
from adapters.platforms.chats.reduced import as_bytes, logs_in
from adapters.platforms.chats.telling import tells_of_chat
from adapters.platforms.chats.whatsapp import read_chat
from adapters.platforms.logs import list_of
from roster.errors import RosterError
from tests.adapters.platforms.chats.exports import ENCRYPTED, MARK, android, iphone, senders

HEADS = ("13/10/2026, 10:00 - ", "[13/10/2026, 10:00:00] ", "13. 6. 2018. 21:25:15 ", "13/6/18 9:25 p. m. - ")
PIECES = st.sampled_from(
    [
        *HEADS, "Ade", "Femi: ", ": ", ":", " left", " added ", "You", "\n", "\r\n", "\r", MARK, "\u200f", "\u202f", "~", "]",
        "[", " - ", '"', " created group ", "+44 7700 900123", " changed to ", ", ", " and ", "image omitted", ENCRYPTED, "١٢",
        "\0", "\u2028", "\x85", "\ufeff", " changed the subject to ", "x" * 300, "🌳", "<", ">", "and 3 others",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-32", "utf-7"])


@given(st.sampled_from(HEADS), TEXTS, ENCODINGS, st.binary(max_size=8), st.integers(min_value=0, max_value=600))
@settings(max_examples=400, deadline=None)
def test_any_bytes_are_read_or_refused(head: str, text: str, encoding: str, dirt: bytes, at: int):
    content = (head + text).encode(encoding, "replace")
    content = content[:at] + dirt + content[at:]
    tells_of_chat(content)
    try:
        log = read_chat(BytesIO(content), "_chat.txt")
    except RosterError:
        return
    (again,) = logs_in(as_bytes([log]))
    listed = list_of(again, stem="3B", region="GB")

    lines = content.count(b"\n") + 1
    assert all(0 < line <= lines for one in log.senders for line in (one.first, one.last))
    assert all(0 < line <= lines for line in (*log.unread, *log.unsure, *(event.line for event in log.events)))
    assert not {one.identity for one in listed.members if not one.own} & {one.identity for one in listed.gone}


@given(st.text(max_size=200))
def test_the_forms_that_are_found_fit_the_lines_they_were_found_in(text: str):
    line = HEADS[len(text) % len(HEADS)] + "A" + text.replace("\n", " ").replace("\r", " ")
    heads = heads_of([line])

    assert looks_like_head(line)
    assert heads
    assert heads.pattern(b"\n").match(b"\n" + line.encode("utf-8", "replace"))


@given(st.binary(max_size=300))
def test_decoding_never_fails(content: bytes):
    assert isinstance(decoded(content), str)


SAYINGS = st.lists(
    st.sampled_from(
        [
            "Femi left", "Ade removed Femi", "Femi was removed", "Charlie joined using this group's invite link", "You left",
            "Femi added Charlie, Sam and 3 others", "hi", "\n", ": ", " ", "Femi: ", '"', "Ade", "12:30",
            'Ade created group "x: y"', "+44 7700 900123 changed to +44 7700 900124", "image omitted", "12/10/2026",
        ]
    ),
    max_size=6,
).map("".join)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(["Ade", "Femi", "+44 7700 900123"]), SAYINGS), min_size=1, max_size=8))
@settings(deadline=None)
@pytest.mark.parametrize("chat", [android, iphone])
def test_messages_tell_of_nobody_but_who_wrote_them(chat, said: list[tuple[str, str]]):
    first = f"3B: {MARK}{ENCRYPTED}" if chat is iphone else ENCRYPTED
    settled = [("Ade", "good"), ("Femi", "morning"), ("+44 7700 900123", "all")]

    log = chat(first, *(f"{who}: {what}" for who, what in (*settled, *said)))

    assert not log.events
    assert not log.unread
    assert set(senders(log)) == {"Ade", "Femi", "+44 7700 900123"}
    assert log.messages == len(settled) + len(said)
