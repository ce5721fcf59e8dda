"""A chat in a zip, as telephones share one, with everything that people sent each other beside it."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest

from adapters.platforms.chats.archive import logs_inside
from adapters.platforms.chats.reduced import from_cells
from adapters.platforms.reading import read_lists
from roster.chat_log import ChatLog
from roster.errors import UnreadableFile
from roster.export import Upload

HEAD = "13/10/2026, 10:00 - "
CHAT = f"{HEAD}Ade: hi\n{HEAD}Femi left\n"
OTHER = f"{HEAD}Charlie: hi\n"
IPHONE = "WhatsApp Chat - 3B parents.zip"
ANDROID = "WhatsApp Chat with 3B parents.zip"


def zipped(*members: tuple[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    box = BytesIO()
    with zipfile.ZipFile(box, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return box.getvalue()


def logs(name: str, content: bytes) -> list[ChatLog] | None:
    told = logs_inside(name, BytesIO(content))
    return None if told is None else [from_cells(one) for one in told]


def names_and_senders(found: list[ChatLog] | None) -> list[tuple[str, list[str]]]:
    assert found is not None
    return [(log.name, [one.token for one in log.senders]) for log in found]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_the_chat_is_found_among_media(method: int):
    content = zipped(
        ("00000003-PHOTO.jpg", b"\xff\xd8\xff"),
        ("00000004-Charlie.vcf", "BEGIN:VCARD"),
        ("_chat.txt", CHAT),
        method=method,
    )

    assert names_and_senders(logs(IPHONE, content)) == [("3B parents", ["Ade"])]


def test_an_android_s_is_called_by_its_own_name():
    content = zipped(("WhatsApp Chat with 3B parents.txt", CHAT), ("IMG-1.jpg", b"\xff"))

    assert names_and_senders(logs("sent to the office.zip", content)) == [("3B parents", ["Ade"])]


@pytest.mark.parametrize(
    ("name", "own"), [(IPHONE, "_chat.txt"), (ANDROID, "WhatsApp Chat with 3B parents.txt"), (IPHONE, "in/_chat.txt")]
)
def test_a_chat_that_somebody_sent_into_the_group_is_not_the_group_s(name: str, own: str):
    sent = ("00000007-WhatsApp Chat with Others.txt", OTHER), ("notes.txt", f"{HEAD}Sam: hi")

    assert names_and_senders(logs(name, zipped(*sent, (own, CHAT)))) == [("3B parents", ["Ade"])]


def test_several_chats_make_several_lists():
    content = zipped(("WhatsApp Chat with 3B.txt", CHAT), ("WhatsApp Chat with 4C.txt", OTHER))

    assert names_and_senders(logs("all our chats.zip", content)) == [("3B", ["Ade"]), ("4C", ["Charlie"])]


def test_folders_of_iphones_chats_are_told_apart_by_the_folders():
    content = zipped(("WhatsApp Chat - 3B/_chat.txt", CHAT), ("WhatsApp Chat - 4C/_chat.txt", OTHER))

    assert names_and_senders(logs("all.zip", content)) == [("3B", ["Ade"]), ("4C", ["Charlie"])]


def test_what_a_macintosh_adds_is_no_chat():
    content = zipped(("_chat.txt", CHAT), ("__MACOSX/._chat.txt", CHAT), ("._chat.txt", CHAT), (".hidden.txt", CHAT))

    android = zipped(("Chat.txt", CHAT), ("__MACOSX/Chat.txt", OTHER), ("in/._Chat.txt", OTHER), (".Other.txt", OTHER))

    assert names_and_senders(logs(IPHONE, content)) == [("3B parents", ["Ade"])]
    assert names_and_senders(logs(ANDROID, android)) == [("3B parents", ["Ade"])]


def test_a_name_in_utf8_that_is_not_told_to_be_so_is_read():
    content = zipped(("WhatsApp Chat with Café.txt", CHAT))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(signature) + at
        content = content[:place] + b"\0\0" + content[place + 2 :]

    assert names_and_senders(logs("x.zip", content)) == [("Café", ["Ade"])]


@pytest.mark.parametrize("members", [(), (("notes.txt", "hello\n"),), (("list.csv", CHAT),), (("folder.txt/", ""),)])
def test_a_zip_without_a_chat_is_somebody_else_s(members: tuple[tuple[str, str], ...]):
    assert logs("x.zip", zipped(*members)) is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 100, zipped(("_chat.txt", CHAT))[:40]])
def test_what_is_no_whole_zip_is_left_to_others(content: bytes):
    assert logs("x.zip", content) is None


def damaged() -> Iterator[bytes]:
    content = zipped(("_chat.txt", CHAT * 2000), method=zipfile.ZIP_DEFLATED)
    yield content[:60] + bytes(byte ^ 0x55 for byte in content[60:90]) + content[90:]
    stored = zipped(("_chat.txt", CHAT * 3000), method=zipfile.ZIP_STORED)
    yield stored.replace(b"Ade: hi", b"Ade: ho", 2999)
    place = content.index(b"PK\x01\x02") + 10
    yield content[:8] + b"\x09\x00" + content[10:place] + b"\x09\x00" + content[place + 2 :]


@pytest.mark.parametrize(
    "content", list(damaged()), ids=["deflated", "a wrong sum", "a way of packing that is not known"]
)
def test_a_damaged_chat_is_refused_in_a_sentence(content: bytes):
    with pytest.raises(UnreadableFile, match="damaged"):
        logs(IPHONE, content)


def encrypted(name: str) -> bytes:
    content = zipped((name, CHAT))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(signature) + at
        content = content[:place] + bytes([content[place] | 1]) + content[place + 1 :]
    return content


def test_a_chat_behind_a_password_is_refused_in_a_sentence():
    with pytest.raises(UnreadableFile, match="password"):
        logs(IPHONE, encrypted("_chat.txt"))
    assert logs("x.zip", encrypted("notes.txt")) is None


def test_it_is_read_in_a_process_of_its_own():
    (listed,) = read_lists(Upload(IPHONE, zipped(("_chat.txt", CHAT), ("a.jpg", b"\xff\xd8"))))

    assert (listed.name, [one.name for one in listed.members], [one.name for one in listed.gone]) == (
        "3B parents", ["Ade"], ["Femi"],
    )  # fmt: skip
