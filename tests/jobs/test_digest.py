"""The office's digest, and the safeguarding lead's own letter: what each is told, and when."""

from dataclasses import replace
from datetime import timedelta

from adapters.store import audit, job_runs, tables
from jobs.compose import compose
from roster.letters import Audience
from tests.jobs.school import ADMIN, CHARLIE, OFFICE, Family, World, a_csv, a_list, an_export, carers, families
from tests.jobs.sink import Sink, text_of

LEAD = "lead@example.org"
RESTRICTED = 105
NAME = "Yemi Bello105"


def with_a_lead(world: World) -> None:
    text = world.settings.read_text()
    world.settings.write_text(text.replace("[school]", f'[school]\nsafeguarding_email = "{LEAD}"'))
    world.office.close()
    world.office = compose(world.settings, world.clock)


def a_school(*, left: bool = True) -> list[Family]:
    """One child's contact is restricted; with `left` the child has left, so that the contact should be out of the group."""
    gone = "17/07/2026" if left else ""
    return [replace(one, left=gone, restricted="Yes") if one.number == RESTRICTED else one for one in families()]


def the_first_night(world: World, *, left: bool = True) -> None:
    world.office.receive("contacts.csv", an_export(a_school(left=left)))
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))
    world.a_night()
    world.office.release("3B", "Tola")
    world.a_night()


def said_to(sink: Sink, reader: str) -> str:
    return " ".join(" ".join(text_of(one).split()) for one in sink.to(reader))


def test_whoever_is_restricted_is_told_to_the_lead_alone(world: World, sink: Sink):
    with_a_lead(world)

    the_first_night(world)

    assert "1 person with a restriction, 1 new" in said_to(sink, LEAD)
    assert NAME in said_to(sink, LEAD)
    assert "Child105" in said_to(sink, LEAD)
    assert NAME not in said_to(sink, OFFICE)
    assert "Child105" not in said_to(sink, OFFICE)
    assert "1 matter is with the safeguarding lead." in said_to(sink, OFFICE)
    assert NAME not in said_to(sink, ADMIN)


def test_whom_the_lead_takes_over_is_not_said_to_be_no_longer_flagged(world: World, sink: Sink):
    with_a_lead(world)
    known = [replace(one, restricted="") for one in a_school()]
    world.office.receive("contacts.csv", an_export(known))
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))
    world.a_night()
    world.office.release("3B", "Tola")
    world.a_night()
    before = len(sink.to(OFFICE))
    world.office.receive("contacts.csv", an_export(a_school()))

    world.a_night(days=1)

    since = " ".join(" ".join(text_of(one).split()) for one in sink.to(OFFICE)[before:])
    assert "1 matter is with the safeguarding lead." in since
    assert NAME not in since
    assert NAME in said_to(sink, LEAD)


def test_it_does_not_say_of_those_who_were_asked_for_that_they_would_be(world: World, sink: Sink):
    world.first_night()
    strangers = [(f"Zed Nobody{one}", f"07700 900{one}") for one in range(901, 905)]
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *strangers]))

    world.a_night(days=1)

    told = " ".join(text_of(sink.to(OFFICE)[-1]).split())
    held, _, asked = told.partition("To take out, still in the group")
    assert "Would be asked to leave * Zed Nobody901" in held
    assert "Charlie" not in held.partition("Would be asked to leave")[2]
    assert asked.strip().startswith("* Charlie Nobody")


def test_a_question_about_somebody_restricted_goes_to_the_lead_too(world: World, sink: Sink):
    with_a_lead(world)

    the_first_night(world, left=False)

    assert NAME in said_to(sink, LEAD)
    assert NAME not in said_to(sink, OFFICE)


def test_the_lead_is_written_to_when_something_changed_and_only_then(world: World, sink: Sink):
    with_a_lead(world)
    the_first_night(world)
    before = len(sink.to(LEAD))
    world.a_night(days=1)
    quiet = len(sink.to(LEAD))
    world.office.receive("3B.csv", a_list([*(one for one in carers() if one[0] != NAME), CHARLIE]))
    digests = len(sink.to(OFFICE))
    world.a_night(days=1)

    assert (before, quiet, len(sink.to(LEAD))) == (1, 1, 2)
    assert "Nobody with a restriction" in text_of(sink.to(LEAD)[-1])
    assert len(sink.to(OFFICE)) == digests


def test_without_a_lead_the_office_reads_of_them_first(world: World, sink: Sink):
    the_first_night(world)

    told = said_to(sink, OFFICE)
    assert "Restricted by the school's list" in told
    assert told.index(NAME) < told.index("Charlie Nobody")
    assert NAME not in said_to(sink, ADMIN)


def test_the_group_with_somebody_restricted_comes_first(world: World, sink: Sink):
    known = [replace(one, restricted="Yes") if one.number == 115 else one for one in families()]
    world.office.receive("contacts.csv", an_export(known))
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))
    world.office.receive("4A.csv", a_list(carers("4A")))
    world.a_night()

    told = said_to(sink, OFFICE)
    assert told.index("4A, for") < told.index("3B, for")


def test_what_concerns_an_admin_is_for_the_office_alone(world: World, sink: Sink):
    world.receive_all(people=carers())
    world.a_night()
    world.office.release("3B", "Tola")
    rows = [("Name", "Phone", "Admin"), *((*one, "") for one in carers()), (*CHARLIE, "Admin")]
    world.office.receive("3B.csv", a_csv(rows))
    world.a_night(days=1)

    told = said_to(sink, OFFICE)
    assert "For the office alone: admins and their households" in told
    assert "Is an admin of this very group." in told
    assert "let somebody else be made admin first" in told
    assert sink.to(ADMIN) == []


def test_it_says_how_each_group_stands(world: World, sink: Sink):
    world.first_night()
    world.clock.forward(days=2)
    world.office.receive("3B.csv", a_list(carers()))
    world.a_night(days=1)

    assert (
        "12 of the 12 members with a number known, list 1 day old, 0 asked for, 0 said to be out and not proved, "
        "1 proved gone since 1 September 2026." in said_to(sink, OFFICE)
    )


def test_it_does_not_ask_to_release_what_has_been_released(world: World, sink: Sink):
    world.first_night()
    strangers = [(f"Zed Nobody{one}", f"07700 900{one}") for one in range(901, 905)]
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, *strangers]))
    world.a_night(days=1)
    world.office.release("3B", "Tola")

    world.a_night()

    told = " ".join(text_of(sink.to(OFFICE)[-1]).split())
    assert "Released by the office." in told
    assert "! Released in spite of this: 5 of the 17 members of 3B would be asked to leave" in told


def test_it_does_not_say_that_a_letter_has_gone_which_waits_for_the_morning(world: World, sink: Sink):
    world.settle('[letters]\nbegin = "07:00"\nend = "08:00"')
    world.first_night()
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ("Zed Nobody901", "07700 900901")]))

    world.a_night(days=1)

    told = " ".join(text_of(sink.to(OFFICE)[-1]).split())
    assert sink.to(ADMIN) == []
    assert "The volunteers are written to on the next school morning." in told


def test_that_a_list_grows_older_is_no_news(world: World, sink: Sink):
    world.first_night()
    before = len(sink.to(OFFICE))

    for _ in range(3):
        world.a_night(days=1)

    assert len(sink.to(OFFICE)) == before


def test_it_counts_the_nameless_and_describes_a_few(world: World, sink: Sink):
    nameless = [(f"~ {number}", "") for number in range(60)]
    world.office.receive("contacts.csv", an_export(families()))
    world.office.receive("3B.csv", a_list([*carers(), *nameless]))
    world.a_night()

    told = said_to(sink, OFFICE)
    assert "60 people to look at" in told
    assert "And 52 others whose number is hidden; roster queries lists them." in told


def test_it_ends_with_the_audits_fingerprint(world: World, sink: Sink):
    world.first_night()
    world.office.receive("3B.csv", a_list(carers()))
    with world.office.store.reading() as session:
        fingerprint = audit.head_said(session)
    world.a_night(days=1)

    assert fingerprint.startswith("Audit: ")
    assert fingerprint in said_to(sink, OFFICE)


def test_a_hint_is_said_again_where_its_digest_never_arrived(world: World, sink: Sink):
    world.first_night()
    world.office.hint("3B", "Charlie", "I know her.", by=ADMIN)
    world.clock.forward(days=1)
    world.office.nightly()
    world.a_night(days=1)

    assert "I know her." in said_to(sink, OFFICE)


def test_every_letter_of_the_night_is_for_whom_it_says(world: World):
    with_a_lead(world)
    the_first_night(world)

    readers = {(one.letter.audience, one.letter.recipient) for one in world.office.letters()}

    assert readers == {(Audience.LEAD, LEAD), (Audience.OFFICE, OFFICE), (Audience.VOLUNTEER, ADMIN)}


def test_it_says_once_which_job_did_not_run(world: World, sink: Sink):
    world.first_night()
    a_failure(world, "2026-11-23")
    world.a_night(days=1)
    told = len(sink.to(OFFICE))
    a_failure(world, "2026-11-24")
    world.a_night(days=1)

    assert "The back-up (23 November 2026) was given up. The disk is full." in said_to(sink, OFFICE)
    assert len(sink.to(OFFICE)) == told


def a_failure(world: World, slot: str) -> None:
    with world.office.store.writing() as session:
        at = world.clock() + timedelta(hours=20)
        session.add(
            tables.JobRun(
                kind="backup", school=job_runs.SCHOOL, slot=slot, state=job_runs.PARKED, attempt=1, owner="x",
                started_at=at, ended_at=at, outcome="The disk is full.",
            )
        )  # fmt: skip
