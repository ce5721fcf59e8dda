"""Letters that come back: the address is stopped, the office hears of it, and nobody can make us believe a bounce."""

from collections.abc import Iterator
from mailbox import Maildir
from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy.orm import Session

from adapters.mail.mailboxes import MailboxAway, MaildirBox
from adapters.mail.marks import Marks
from adapters.store import outbox, stops
from adapters.store.outbox import Way
from jobs.duties.bounces import DUTY
from jobs.duty import Overtaken, Turn
from jobs.returns import take_back
from tests.adapters.mail.imap import PASSWORD, USER, an_inbox
from tests.adapters.mail.reports import a_gmail_report, a_report, an_automatic_reply, an_exchange_report
from tests.jobs.school import ADMIN, OFFICE, World, a_list, carers
from tests.jobs.sink import Sink, a_sink, text_of

MAILBOX = "bounces@example.org"
MORE = f'[bounces]\naddress = "{MAILBOX}"\nfolder = "bounces"\n'
TURN = Turn("2026-11-23T07:15Z", lambda _: None)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sink]:
    """A school with a Maildir for bounces, whose first letter to a volunteer has gone out; and what the mail server got."""
    folder = tmp_path_factory.mktemp("begun") / "office"
    with a_sink() as sink:
        world = World(folder, sink.port, more=MORE)
        world.first_night()
        Maildir(folder / "bounces")
        world.office.close()
    return folder, sink


@pytest.fixture
def sent(begun: tuple[Path, Sink], tmp_path: Path) -> Iterator[tuple[World, Sink]]:
    """A copy of that school, to do something to."""
    folder, before = begun
    copytree(folder, tmp_path / "office")
    with a_sink() as sink:
        sink.received, sink.envelopes = [*before.received], [*before.envelopes]
        world = World(tmp_path / "office", sink.port, more=MORE)
        yield world, sink
        world.office.close()


def envelope_of(sink: Sink, recipient: str = ADMIN) -> str:
    return next(sender for known, sender in reversed(sink.envelopes) if known == recipient)


def message_id_of(sink: Sink, recipient: str = ADMIN) -> str:
    return str(sink.to(recipient)[-1]["Message-ID"])[1:33]


def delivered(world: World, *contents: bytes) -> str:
    """Put messages into the mailbox, and have it looked through."""
    box = Maildir(world.folder / "bounces")
    for content in contents:
        box.add(content)
    return take_back(world.office, TURN)


def left(world: World) -> int:
    return len(Maildir(world.folder / "bounces"))


def in_force(world: World) -> list[tuple[str, str, str]]:
    with world.office.store.reading() as session:
        return [(one.address, one.why, one.detail) for one in stops.standing(session)]


def the_way(world: World, recipient: str = ADMIN) -> tuple[Way, str]:
    last = [one for one in world.office.letters() if one.letter.recipient == recipient][-1]
    return last.way, last.error


def test_it_sends_letters_under_a_return_path_that_names_them(sent: tuple[World, Sink]):
    _, sink = sent

    paths = {envelope_of(sink, recipient) for recipient in (ADMIN, OFFICE)}

    assert len(paths) == 2
    assert all(path.startswith("bounces+") and path.endswith("@example.org") for path in paths)
    assert sink.to(ADMIN)[0]["From"].endswith(f"<{OFFICE}>")


@pytest.mark.parametrize("report", [a_report, an_exchange_report, a_gmail_report])
def test_it_stops_an_address_that_letters_come_back_from(sent: tuple[World, Sink], report):
    world, sink = sent

    said = delivered(world, report(envelope_of(sink)))

    assert [(address, why) for address, why, _ in in_force(world)] == [(ADMIN, "bounced")]
    assert the_way(world)[0] is Way.DEAD
    assert (said, left(world)) == ("1 message: 1 address stopped.", 0)


def test_it_tells_the_office_once(sent: tuple[World, Sink]):
    world, sink = sent
    delivered(world, a_report(envelope_of(sink)))
    world.office.receive("3B.csv", a_list([*carers(), ("Guest", "07700 900901"), ("Guest 2", "07700 900902")]))
    for _ in range(2):
        world.a_night(days=1)

    said = [" ".join(text_of(letter).split()) for letter in sink.to(OFFICE)]
    assert sum(f"Nothing more is sent to {ADMIN}: a letter to it came back (5.1.1)." in one for one in said) == 1


def test_it_knows_the_letter_by_its_message_id_where_the_mark_was_lost(sent: tuple[World, Sink]):
    world, sink = sent

    delivered(world, a_report(MAILBOX, message_id=message_id_of(sink)))

    assert in_force(world) == [(ADMIN, "bounced", "5.1.1")]


@pytest.mark.parametrize(
    "forged",
    [
        a_report(Marks(b"z" * 32).return_path(2, MAILBOX)),
        a_report(MAILBOX),
        a_report("bounces+2.00000000000000000000@example.org"),
        an_exchange_report(MAILBOX),
    ],
)
def test_it_believes_nobody_who_has_not_seen_a_letter(sent: tuple[World, Sink], forged: bytes):
    world, _ = sent

    said = delivered(world, forged)

    assert in_force(world) == []
    assert the_way(world)[0] is Way.SENT
    assert (said, left(world)) == ("1 message: 1 left for a person to read.", 1)


@pytest.mark.parametrize(
    ("status", "error"), [("5.2.2", "bounced 5.2.2"), ("5.7.1", "bounced 5.7.1"), ("4.4.7", "bounced 4.4.7")]
)
def test_it_takes_a_letter_for_lost_without_stopping_an_address_that_is_right(
    sent: tuple[World, Sink], status: str, error: str
):
    world, sink = sent

    delivered(world, a_report(envelope_of(sink), status=status))
    world.a_night(days=1)

    assert in_force(world) == []
    assert (Way.DEAD, error) in [(one.way, one.error) for one in world.office.letters()]
    assert f"to {ADMIN} was given up ({error})" in " ".join(text_of(sink.to(OFFICE)[-1]).split())


def test_it_makes_nothing_of_a_letter_that_is_late(sent: tuple[World, Sink]):
    world, sink = sent

    said = delivered(world, a_report(envelope_of(sink), action="delayed", status="4.4.1"))

    assert (the_way(world), in_force(world)) == ((Way.SENT, ""), [])
    assert (said, left(world)) == ("1 message.", 0)


def test_it_leaves_an_automatic_reply_to_a_person_and_reads_it_once(sent: tuple[World, Sink]):
    world, sink = sent

    said = [delivered(world, an_automatic_reply(envelope_of(sink))), take_back(world.office, TURN)]

    assert said == ["1 message: 1 left for a person to read.", "0 messages."]
    assert (in_force(world), left(world)) == ([], 1)


def test_it_never_stops_the_offices_own_address(sent: tuple[World, Sink]):
    world, sink = sent

    delivered(world, a_report(envelope_of(sink, OFFICE), recipient=OFFICE))

    assert in_force(world) == []
    assert the_way(world, OFFICE)[0] is Way.DEAD


def test_it_changes_nothing_by_reading_a_message_again(sent: tuple[World, Sink], monkeypatch: pytest.MonkeyPatch):
    world, sink = sent

    def killed(box: MaildirBox, name: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(MaildirBox, "drop", killed)
        with pytest.raises(KeyboardInterrupt):
            delivered(world, a_report(envelope_of(sink)))
    first, kept = in_force(world), left(world)
    with world.office.store.writing() as session:
        stops.lift(session, ADMIN, by="Tola", at=world.clock())
    take_back(world.office, TURN)

    assert (len(first), kept) == (1, 1)
    assert (in_force(world), left(world)) == ([], 0)


def test_it_lands_nothing_once_it_was_overtaken(sent: tuple[World, Sink]):
    world, sink = sent
    Maildir(world.folder / "bounces").add(a_report(envelope_of(sink)))

    def mine(session: Session) -> None:
        raise Overtaken

    with pytest.raises(Overtaken):
        take_back(world.office, Turn("2026-11-23T07:15Z", mine))

    assert (in_force(world), left(world), the_way(world)[0]) == ([], 1, Way.SENT)


def test_it_ends_a_letter_that_waits_to_be_repeated_when_it_comes_back(sent: tuple[World, Sink]):
    world, sink = sent
    with world.office.store.writing() as session:
        row = outbox.every(session)[-1]
        row.state, row.repeats = Way.PENDING.value, 1

    delivered(world, a_report(envelope_of(sink)))
    world.clock.forward(days=1)
    world.office.deliver()

    assert the_way(world) == (Way.DEAD, "bounced 5.1.1")
    assert len(sink.to(ADMIN)) == 1


def test_it_reads_an_inbox_the_same_way(sent: tuple[World, Sink], monkeypatch: pytest.MonkeyPatch):
    world, sink = sent
    with an_inbox(a_report(envelope_of(sink)), an_automatic_reply(envelope_of(sink))) as inbox:
        monkeypatch.setenv("ROSTER_BOUNCES__PASSWORD", PASSWORD)
        world.settle(
            f'[bounces]\naddress = "{MAILBOX}"\nhost = "127.0.0.1"\nport = {inbox.port}\nuser = "{USER}"\nsecurity = "none"\n'
        )
        said = take_back(world.office, TURN)

    assert said == "2 messages: 1 address stopped, 1 left for a person to read."
    assert inbox.flags == {2: {"\\Flagged"}}
    assert [(address, why) for address, why, _ in in_force(world)] == [(ADMIN, "bounced")]


def test_it_says_what_is_missing_to_look_into_the_inbox(sent: tuple[World, Sink]):
    world, _ = sent
    world.settle(f'[bounces]\naddress = "{MAILBOX}"\nhost = "imap.example.org"\n')

    with pytest.raises(MailboxAway) as known:
        take_back(world.office, TURN)

    assert "ROSTER_BOUNCES__PASSWORD" in known.value.advice


def test_it_is_a_duty_where_the_settings_name_a_mailbox(sent: tuple[World, Sink]):
    world, _ = sent

    wanted = DUTY.wanted(world.office.settings)
    world.settle("")

    assert wanted
    assert not DUTY.wanted(world.office.settings)
