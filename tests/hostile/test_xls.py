"""Old Excel workbooks that are damaged or made to harm: read, or one sentence, and never fewer rows."""

import random
import struct

import pytest

from adapters.confined.opening import open_book
from adapters.tables.xls import read_xls
from roster.errors import RosterError, UnreadableFile
from tests.builders import an_upload
from tests.containers import MANY, an_xls

WHOLE = an_xls(MANY)
RECORD = struct.Struct("<HH")


def refusal(content: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        open_book(an_upload(content, "contacts.xls"))
    return caught.value


def rows_of(content: bytes) -> int | None:
    """How many rows are read, None if the workbook is refused."""
    try:
        return sum(len(sheet.rows) for sheet in read_xls(content)[0])
    except RosterError:
        return None


def changed(at: int, *words: int) -> bytes:
    new = b"".join(struct.pack("<I", word & 0xFFFFFFFF) for word in words)
    return WHOLE[:at] + new + WHOLE[at + len(new) :]


@pytest.mark.parametrize("share", [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_workbook_cut_off_is_refused(share: float):
    error = refusal(WHOLE[: int(len(WHOLE) * share)])

    assert "damaged" in error.headline
    assert "again" in error.advice


def test_a_workbook_cut_off_at_any_sector_is_refused():
    assert {rows_of(WHOLE[:end]) for end in range(512, len(WHOLE), 512)} == {None}


def test_a_tail_of_zeros_is_refused():
    assert {rows_of(WHOLE[:end].ljust(len(WHOLE), b"\0")) for end in range(600, len(WHOLE) - 512, 997)} == {None}


def test_a_byte_gone_wrong_never_costs_a_row():
    chance = random.Random(7)
    places = [chance.randrange(len(WHOLE)) for _ in range(600)]

    read = [rows_of(WHOLE[:at] + bytes([WHOLE[at] ^ chance.randrange(1, 256)]) + WHOLE[at + 1 :]) for at in places]

    assert None in read
    assert not [rows for rows in read if rows is not None and rows < len(MANY)]


@pytest.mark.parametrize(("at", "words"), [
    (48, (0,)), (48, (0x7FFFFFFF,)), (68, (0, 0x7FFFFFFF)), (76, (0, 0, 0)), (512, (0x00FF0809, 0, 0, 0)),
])  # fmt: skip
def test_a_container_that_points_nowhere_is_refused(at: int, words: tuple[int, ...]):
    assert "damaged" in refusal(changed(at, *words)).headline


@pytest.mark.parametrize(("at", "words"), [
    (44, (0xFFFFFFFF,)), (44, (0x7FFFFFFF,)), (60, (0, 0x7FFFFFFF)), (30, (0x00400040,)),
])  # fmt: skip
def test_a_container_that_lies_about_what_nobody_needs_is_read_whole(at: int, words: tuple[int, ...]):
    assert len(open_book(an_upload(changed(at, *words), "contacts.xls")).sheets[0].rows) == len(MANY)


def test_sectors_that_lead_back_to_themselves_are_refused():
    table = 512 + 512 * struct.unpack_from("<I", WHOLE, 76)[0]

    assert "damaged" in refusal(changed(table, 1, 0)).headline


def test_a_loop_among_the_small_sectors_is_refused():
    assert "damaged" in refusal(a_loop_of_small_sectors()).headline


def test_far_too_many_cells_are_refused():
    row = b"".join(RECORD.pack(0x0203, 14) + struct.pack("<HHHd", at, 255, 15, 1.0) for at in range(50_000))
    stream = records_of(row)

    with pytest.raises(UnreadableFile, match="far too many cells"):
        read_xls(stream)


@pytest.mark.parametrize("longer", [RECORD.pack(0x0867, 9_000), RECORD.pack(0x0203, 14 + 3 * 18)])
def test_a_record_that_swallows_its_neighbours_is_refused(longer: bytes):
    cells = [RECORD.pack(0x0203, 14) + struct.pack("<HHHd", at, 0, 0, 1.0) for at in range(1_000)]
    whole = records_of(b"".join(cells))
    swallowing = records_of(b"".join([cells[0], longer + cells[1][4:], *cells[2:]]))

    assert rows_of(whole) == 1_000
    assert rows_of(swallowing) is None


def records_of(cells: bytes) -> bytes:
    """The bare records of a workbook with one sheet of these cells."""
    begin = RECORD.pack(0x0809, 16) + struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)
    sheet = RECORD.pack(0x0809, 16) + struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0)
    name = struct.pack("<BB", 1, 0) + b"R"
    end = RECORD.pack(0x000A, 0)
    start = len(begin) + 4 + 6 + len(name) + len(end)
    return (
        begin + RECORD.pack(0x0085, 6 + len(name)) + struct.pack("<iBB", start, 0, 0) + name + end + sheet + cells + end
    )


def a_loop_of_small_sectors() -> bytes:
    """A container whose workbook lies in 64-byte sectors, the first of which is followed by itself."""

    def entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
        text = name.encode("utf-16-le") + b"\0\0" if name else b""
        links = struct.pack("<iii", -1, -1, child)
        return text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1) + links + bytes(36) + struct.pack("<iII", first, size, 0)  # fmt: skip

    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<iiiiiiii", 1, 1, 0, 4096, 3, 1, -2, 0) + struct.pack("<i", 0) + struct.pack("<i", -1) * 108
    sectors = struct.pack("<iiii", -3, -2, -2, -2) + struct.pack("<i", -1) * 124
    folder = entry("Root Entry", 5, 1, 2, 64) + entry("Workbook", 2, -1, 0, 640) + entry("", 0, -1, 0, 0) * 2
    small = struct.pack("<i", 0) + struct.pack("<i", -1) * 127
    return head + sectors + folder + bytes(512) + small
