"""What becomes of somebody who is to be taken out: asked, said, proved, chased, back again."""

import csv
import io
import json

from adapters.store import audit
from jobs.ledger import Entry, entries
from roster.ledger import What
from tests.jobs.office import Clerk
from tests.jobs.school import CHARLIE, OFFICE, World, a_list, carers
from tests.jobs.sink import Sink, text_of

WHO = CHARLIE[0]
AT_SEVEN = """
[letters]
begin = "07:00"
end = "08:00"
[calendar]
weekdays = ["mon", "tue", "wed", "thu", "fri"]
"""


def charlie(world: World) -> Entry:
    (entry,) = entries(world.office, "3B", settled=True)
    return entry


def a_new_list(world: World, *others: tuple[str, str]) -> None:
    world.office.receive("3B.csv", a_list([*carers(), *others]))


def last_digest(sink: Sink) -> str:
    return " ".join(text_of(sink.to(OFFICE)[-1]).split())


def test_it_counts_the_days_from_the_letter(world: World):
    world.first_night()
    world.a_night(days=3)

    found = charlie(world)

    assert (found.state, found.asked_on, found.days) == ("open", "2026-11-22", 3)


def test_a_letter_that_never_went_counts_no_days(world: World):
    world.settle(AT_SEVEN)
    world.first_night()
    world.a_night(days=1)
    world.a_night(days=1)
    before = charlie(world)
    world.clock.forward(hours=5)
    world.office.deliver()
    world.a_night(days=2)

    assert (before.state, before.days) == ("open", 0)
    assert charlie(world).days == 2


def test_whoever_may_stay_before_the_letter_went_was_never_asked_for(world: World):
    world.settle(AT_SEVEN)
    world.first_night()
    a_new_list(world)
    world.a_night(hours=12)

    found = charlie(world)

    assert (found.state, found.proved_on) == ("withdrawn", "")


def test_a_word_closes_nothing_and_a_whole_list_does(world: World, clerk: Clerk):
    world.first_night()
    told = clerk("said", "3B", "Charlie", "done", "--by", "Ade")
    world.a_night(days=1)
    before = charlie(world)
    a_new_list(world)
    world.a_night(days=1)

    assert told.out.startswith("Noted: Charlie Nobody, number ending 900 (row 14) in 3B is said to be taken out")
    assert (before.state, before.said, before.said_by) == ("said-done", "said-done", "Ade")
    assert (charlie(world).state, charlie(world).proved_on) == ("gone", "2026-11-24")


def test_it_is_over_once_the_office_lets_them_stay(world: World, clerk: Clerk):
    world.first_night()
    clerk("exempt", "3B", "Charlie", "--why", "a governor")
    world.a_night(days=1)

    assert charlie(world).state == "withdrawn"


def test_it_chases_what_a_later_list_contradicts(world: World, clerk: Clerk, sink: Sink):
    world.first_night()
    clerk("said", "3B", "Charlie", "done", "--by", "Ade")
    world.a_night(days=8)
    before = charlie(world).state
    a_new_list(world, CHARLIE)
    world.a_night(hours=1)
    digests = len(sink.to(OFFICE))
    world.a_night(days=1)

    assert (before, charlie(world).state, charlie(world).chased_on) == ("said-done", "open", "2026-11-30")
    assert "Charlie Nobody, number ending 900 was said to be taken out" in last_digest(sink)
    assert len(sink.to(OFFICE)) == digests


def test_a_dispute_is_told_to_the_office_and_waits_for_it(world: World, clerk: Clerk, sink: Sink):
    world.first_night()
    clerk("said", "3B", "Charlie", "disputed", "--note", "a governor, I think", "--by", "Ade")
    world.a_night(days=1)
    told = last_digest(sink)
    digests = len(sink.to(OFFICE))
    world.a_night(days=1)
    clerk("answer", "3B", "Charlie", "--not-a-parent", "--by", "Tola")
    world.a_night(days=1)

    assert (
        'Charlie Nobody, number ending 900 should stay, says Ade on 22 November 2026 ("a governor, I think").' in told
    )
    assert len(sink.to(OFFICE)) == digests
    assert charlie(world).state == "open"


def test_it_tells_the_office_of_whoever_comes_back(world: World, sink: Sink):
    world.first_night()
    a_new_list(world)
    world.a_night(days=1)
    a_new_list(world, CHARLIE)
    world.a_night(days=1)

    found = charlie(world)

    assert "Charlie Nobody, number ending 900 is in the group again" in last_digest(sink)
    assert "reset the group's invite link" in last_digest(sink)
    assert (found.state, found.asked_on) == ("open", "2026-11-24")


def test_it_tells_the_office_once_of_whoever_is_open_for_long(world: World, sink: Sink):
    world.first_night()
    world.a_night(days=13)
    before = len(sink.to(OFFICE))
    world.a_night(days=1)
    told = last_digest(sink)
    world.a_night(days=1)

    assert "Charlie Nobody, number ending 900 is still there, 14 days after the volunteers were asked." in told
    assert len(sink.to(OFFICE)) == before + 1


def test_it_tells_the_office_of_whoever_is_open_for_long_though_new_ones_are_held(world: World, sink: Sink):
    world.first_night()
    strangers = [(f"Zed Nobody{one}", f"07700 900{one}") for one in range(901, 905)]
    world.clock.forward(days=13)
    a_new_list(world, CHARLIE, *strangers)
    world.a_night()

    world.a_night(days=1)

    assert [one.guard for one in world.office.held()[0].objections] == ["too-many-removals"]
    assert "Charlie Nobody, number ending 900 is still there, 14 days after the volunteers were asked." in last_digest(
        sink
    )


def test_it_says_again_what_a_digest_said_that_never_arrived(world: World, sink: Sink, clerk: Clerk):
    world.first_night()
    clerk("said", "3B", "Charlie", "disputed", "--by", "Ade")
    world.clock.forward(days=1)
    world.office.nightly()
    world.a_night(days=1)

    assert "Charlie Nobody, number ending 900 should stay, says Ade" in last_digest(sink)


def test_the_word_can_be_taken_back(world: World, clerk: Clerk):
    world.first_night()
    clerk("said", "3B", "ending 900", "already-gone")

    clerk("said", "3B", "ending 900", "--undo")

    assert (charlie(world).state, charlie(world).said) == ("open", "")


def test_a_word_is_taken_back_once(world: World, clerk: Clerk):
    world.first_night()
    for word in ("disputed", "done"):
        clerk("said", "3B", "Charlie", word, "--by", "Ade")

    told = [clerk("said", "3B", "Charlie", "--undo", "--by", "Ade") for _ in range(3)]

    assert "What was said before stands: Charlie Nobody, number ending 900 (row 14) in 3B is disputed" in told[0].out
    assert "is to be taken out, as before anybody said anything" in told[1].out
    assert (told[2].status, told[2].out) == (2, "")
    assert "There is nothing to take back." in told[2].err
    with world.office.store.reading() as session:
        undone = [one for one in audit.entries(session) if (one.payload or {}).get("what") == What.UNSAID.value]
    assert len(undone) == 2


def test_it_notes_no_word_about_anybody_else(world: World, clerk: Clerk):
    world.first_night()

    for arguments in (("Dayo", "done"), ("Charlie", "--undo"), ("Charlie",), ("Charlie", "done", "--undo")):
        told = clerk("said", "3B", *arguments)
        assert (told.status, told.out) == (2, "")

    assert charlie(world).said == ""


def test_the_audit_has_who_said_what_where_it_can_be_erased(world: World, clerk: Clerk):
    world.first_night()
    clerk("said", "3B", "Charlie", "done", "--by", "Ade")

    with world.office.store.reading() as session:
        entry = audit.newest(session)

    assert entry is not None
    assert entry.payload is not None
    assert entry.act == "said"
    assert (entry.payload["by"], entry.payload["what"]) == ("Ade", "said-done")


def test_the_ledger_is_shown_as_asked(world: World, clerk: Clerk):
    world.first_night()
    world.a_night(days=2)

    text, as_json, as_csv = (clerk("ledger", "3B", "--format", form) for form in ("text", "json", "csv"))

    assert (text.status, text.out) == (
        1,
        "3B: Charlie Nobody: to take out; asked on 2026-11-22; volunteers have known for 2 days\n",
    )
    assert [one["shown_as"] for one in json.loads(as_json.out)] == [WHO]
    assert [row["identity"] for row in csv.DictReader(io.StringIO(as_csv.out))] == ["'+447700900900"]


def test_an_empty_ledger_says_so(world: World, clerk: Clerk):
    world.receive_all(people=carers())
    world.a_night()

    told = clerk("ledger")

    assert (told.status, told.out) == (0, "Nobody is to be taken out.\n")
