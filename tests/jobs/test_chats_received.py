"""Chat exports in the service: reduced, kept so, put together, and told of in letters."""

import json
import zlib

from sqlalchemy import select

from adapters.store import lists, originals, tables
from tests.jobs.school import ADMIN, World, a_list, an_export, carers, families
from tests.jobs.sink import Sink, text_of

CHARLIE = "+44 7700 900900"
SECRET = "Bisi has been seen at the doctor's"


def a_chat(*lines: str, month: int = 11) -> bytes:
    headed = (f"{day:02}/{month:02}/2026, 18:{day:02} - {line}\n" for day, line in enumerate(lines, start=13))
    return "".join(headed).encode()


def joined(people: list[tuple[str, str]]) -> list[str]:
    return [f"+44 {phone[1:5]} {phone[6:]} joined using this group's invite link" for _, phone in people]


def chat_of_3b(*lines: str, month: int = 10) -> bytes:
    return a_chat(*joined(carers()[:9]), f"{CHARLIE} joined using this group's invite link", *lines, month=month)


def test_a_chat_shows_who_came_and_who_wrote(world: World):
    receipt = world.office.receive("WhatsApp Chat with 3B.txt", chat_of_3b(f"+44 7700 900950: {SECRET}"))

    assert receipt.kind == "list"
    assert receipt.sentences[0] == "Took in the member list of 3B: 11 members."
    assert "only because they wrote" in receipt.sentences[1]
    with world.office.store.reading() as session:
        (kept,) = lists.newest_of_each(session)
    assert kept.listed.completeness.value == "events"
    assert [member.phone.ending(3) for member in kept.listed.members if member.phone][-2:] == ["900", "950"]


def test_its_original_is_the_reduced_chat(world: World):
    world.office.receive("WhatsApp Chat with 3B.txt", chat_of_3b(f"+44 7700 900950: {SECRET}", f"Ola: {SECRET}"))

    with world.office.store.reading() as session:
        (row,) = session.scalars(select(tables.Original)).all()
        upload = originals.original(session, row.sha256)
    assert SECRET.encode() not in zlib.decompress(row.content)
    told = json.loads(upload.content)
    assert told["roster"] == "chat-logs/1"
    assert [token for token, *_ in told["logs"][0]["senders"]] == ["+44 7700 900950", "Ola"]


def test_the_kept_original_reads_as_the_chat_did(world: World):
    world.office.receive("WhatsApp Chat with 3B.txt", chat_of_3b(f"Ola: {SECRET}"))
    with world.office.store.reading() as session:
        (row,) = session.scalars(select(tables.Original)).all()
        upload = originals.original(session, row.sha256)

    again = world.office.receive(upload.name, upload.content)

    assert not again.changed


def test_who_left_by_a_later_chat_is_told_as_gone(world: World, sink: Sink):
    world.office.receive("contacts.csv", world_export())
    world.office.receive("WhatsApp Chat with 3B.txt", chat_of_3b())
    world.a_night()
    world.office.release("3B", "Tola")
    world.a_night()

    world.office.receive("WhatsApp Chat with 3B.txt", a_chat(f"{CHARLIE} left"))
    world.a_night(days=1)

    first, second = map(text_of, sink.to(ADMIN))
    assert "900" in first
    assert "GONE FROM THE GROUP" in second


def test_nobody_is_gone_whom_a_later_chat_does_not_name(world: World, sink: Sink):
    world.office.receive("contacts.csv", world_export())
    world.office.receive("WhatsApp Chat with 3B.txt", chat_of_3b())
    world.a_night()
    world.office.release("3B", "Tola")
    world.a_night()

    world.office.receive("WhatsApp Chat with 3B.txt", a_chat("Ade: good morning"))
    world.a_night(days=1)

    (letter,) = map(text_of, sink.to(ADMIN))
    assert "900" in letter
    assert "GONE" not in letter
    with world.office.store.reading() as session:
        (kept,) = lists.newest_of_each(session)
    assert CHARLIE in [member.shown_as for member in kept.listed.members]


def test_a_complete_list_after_a_chat_is_all_there_is(world: World):
    world.office.receive("WhatsApp Chat with 3B.txt", chat_of_3b())
    world.office.receive("3B.csv", a_list(carers()[:4]))

    with world.office.store.reading() as session:
        (kept,) = lists.newest_of_each(session)
    assert len(kept.listed.members) == 4


def test_the_office_reads_how_much_a_list_shows(world: World, sink: Sink):
    world.office.receive("contacts.csv", world_export())
    world.office.receive("WhatsApp Chat with 3B.txt", chat_of_3b())

    world.a_night()

    assert "(told by a chat, so some may be missing)" in text_of(sink.to("office@example.org")[-1])


def test_a_chat_is_no_export(world: World):
    receipt = world.office.receive("contacts.txt", chat_of_3b())

    assert receipt.kind == "list"


def world_export() -> bytes:
    """The school's export; some pupils have two contacts, so that the sheet has room for every contact there is."""
    known = families()
    seconds = [
        (*one.row[:5], f"Wale Bello{one.number}", "Father", f"07700 900{one.number + 50}", "") for one in known[:6]
    ]
    return an_export(known) + "".join(",".join(row) + "\r\n" for row in seconds).encode()
