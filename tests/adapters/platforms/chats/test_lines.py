"""A chat's file: encodings, ends of lines, and lines without end."""

from collections.abc import Callable
from io import BytesIO, RawIOBase

import pytest

from adapters.platforms.chats.lines import CRLF, LF, LONGEST_LINE, PIECE, decoded, texts_in
from adapters.platforms.chats.whatsapp import read_chat
from roster.chat_log import ChatLog

HEAD = "13/06/2018, 21:25 - "
IPHONE = "[13/06/2018, 21:25:15] "
MARK = "\u200e"


def log_of(content: bytes) -> ChatLog:
    return read_chat(BytesIO(content), "_chat.txt")


def senders(log: ChatLog) -> dict[str, tuple[int, int]]:
    return {one.token: (one.first, one.last) for one in log.senders}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_an_office_may_have_saved_it_in_any_encoding(encoding: str):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    text = f"{HEAD}Zoë Müller: £2, naïve\n{HEAD}Renée left\n"

    log = log_of(mark + text.encode(encoding))

    assert senders(log) == {"Zoë Müller": (1, 1)}
    assert log.events[0].people == ("Renée",)


def test_bytes_of_the_office_s_encoding_may_come_late():
    text = f"{HEAD}Ade: {'x' * 90}\n" * (2 * PIECE // 100)

    log = log_of(text.encode() + f"{HEAD}Zoë: hi\n".encode("cp1252") * 2)

    assert senders(log)["Zoë"] == (log.messages - 1, log.messages)


def test_a_head_with_the_office_s_hard_space_is_found():
    log = log_of("13/06/18 9:25 p.\u00a0m. - Zoë: hi\n13/06/18 9:25 a.\u00a0m. - Zoë left\n".encode("cp1252"))

    assert senders(log) == {"Zoë": (1, 1)}
    assert log.events[0].people == ("Zoë",)


def test_damaged_letters_cost_nobody_else_anything():
    log = log_of(f"{HEAD}Zoë 🌳: hi\n".encode() * 3 + f"{HEAD}Ola".encode() + b"\xff" + b": hi\n")

    assert senders(log) == {"Zoë 🌳": (1, 3), "Olaÿ": (4, 4)}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"Zo\xc3\xab", "Zoë"),
        (b"Zo\xeb", "Zoë"),
        ("Zoë 🌳 é".encode() + b"\xff", "Zoë 🌳 é\ufffd"),
        (b"a\x81", "a\ufffd"),
    ],
)
def test_what_is_no_utf8_is_windows_own_or_damage(content: bytes, text: str):
    assert decoded(content) == text


QUOTED = f"Look\n{IPHONE}Ola: {MARK}Ola left\n{IPHONE}Femi: hi"


def test_on_an_iphone_a_quoted_line_of_a_chat_is_a_part_of_the_message():
    log = log_of(f"{IPHONE}Ade: {QUOTED}\r\n{IPHONE}Tola: hi\r\n{IPHONE}Tola: {MARK}Tola left\r\n".encode())

    assert senders(log) == {"Ade": (1, 1), "Tola": (4, 4)}
    assert [(one.line, one.people) for one in log.events] == [(5, ("Tola",))]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_where_all_lines_end_alike_each_head_begins_a_line(ends: str):
    log = log_of(f"{IPHONE}Ade: {QUOTED}\n{IPHONE}Tola: hi\n".replace("\n", ends).encode())

    assert set(senders(log)) == {"Ade", "Femi", "Tola"}
    assert senders(log)["Tola"] == (4, 4)


def test_a_chat_that_goes_on_without_crlf_is_parted_at_every_line():
    before = f"{IPHONE}Ade: hi\r\n".encode() * 300
    after = f"{IPHONE}Femi: {'x' * 60}\n".encode() * (3 * LONGEST_LINE // 80)

    log = log_of(before + after + f"{IPHONE}Tola: hi\n".encode())

    assert log.messages == 301 + after.count(b"\n")
    assert senders(log)["Tola"][0] == 301 + after.count(b"\n")


@pytest.mark.parametrize("ends", [LF, CRLF])
@pytest.mark.parametrize("length", [PIECE - 3, PIECE - 1, PIECE, PIECE + 1, PIECE + 6, LONGEST_LINE, 3 * LONGEST_LINE])
def test_no_line_is_lost_between_two_pieces(ends: bytes, length: int):
    lines = [b"a" * length, b"b", b"", b"c" * (PIECE // 2), b"d"]
    file = BytesIO(ends.join(lines) + ends)

    text = b"".join(texts_in(file, file.read(7), ends=ends))

    assert [line[:LONGEST_LINE] for line in text.split(ends)[1:]] == [line[:LONGEST_LINE] for line in lines]


class Endless(RawIOBase):
    """A beginning, very many bytes more, and an end."""

    def __init__(self, begins: bytes, many: int, more: Callable[[int], bytes], ends: bytes) -> None:
        self.parts, self.left, self.more, self.ends = begins, many, more, ends
        self.longest = 0

    def read(self, size: int = -1) -> bytes:
        self.longest = max(self.longest, size)
        part, self.parts = self.parts[:size], self.parts[size:]
        if not part and self.left > 0:
            self.left -= size
            return self.more(size)
        if not part:
            part, self.ends = self.ends[:size], self.ends[size:]
        return part


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_line_of_a_quarter_of_a_gigabyte_costs_nothing(encoding: str):
    import tracemalloc

    one = "ਅ".encode(encoding.replace("16", "16-le"))
    begins = f"{HEAD}Ade: hi\n{HEAD}Ola: ".encode(encoding)
    ends = f"\n{HEAD}Femi: hi\n".encode(encoding.replace("16", "16-le"))
    file = Endless(begins, 1 << 28, lambda size: one * (size // len(one)), ends)

    tracemalloc.start()
    try:
        log = read_chat(file, "_chat.txt")  # type: ignore[arg-type]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert senders(log) == {"Ade": (1, 1), "Ola": (2, 2), "Femi": (3, 3)}
    assert peak < 1 << 23
    assert 0 < file.longest <= PIECE


def test_the_most_that_is_held_does_not_grow_with_the_messages():
    import tracemalloc

    def peak(many: int) -> int:
        message = f"{HEAD}Ade: see you tomorrow\nat the gate\n{HEAD}Ola: ok\n".encode()
        file = Endless(message, many * len(message), lambda size: (message * (size // len(message) + 1))[:size], b"\n")
        tracemalloc.start()
        try:
            read_chat(file, "_chat.txt")  # type: ignore[arg-type]
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(200_000) < peak(20_000) * 1.1
