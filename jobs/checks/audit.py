"""Whether the audit is as it was noted, and its end is written down."""

from collections.abc import Iterator

from adapters.store import audit
from adapters.store.anchors import file_beside, read
from jobs.audit import faults
from jobs.check_up import Grade, Symptom
from jobs.office import Office
from roster.words import counted

_WHAT = "the audit"


def check(office: Office) -> Iterator[Symptom]:
    """Look through the whole chain, and hold it against every end of it that was written down."""
    file = file_beside(office.settings.database)
    try:
        found, anchors = faults(office), read(file)
    except OSError as error:
        yield Symptom(
            Grade.WRONG,
            _WHAT,
            f"{file.name} cannot be read ({error.strerror}).",
            "Let the user that runs Roster read it.",
        )
        return
    with office.store.reading() as session:
        head = audit.head(session)
    if found:
        more = f", and {len(found) - 1} more faults" if len(found) > 1 else ""
        yield Symptom(
            Grade.WRONG,
            _WHAT,
            f"It is not as it was noted: {found[0].said}{more}.",
            "Somebody, or some program, changed the database by hand. Keep it as it is, and compare it with the last back-up.",
        )
    elif head.number and not anchors:
        yield Symptom(
            Grade.WORTH_A_LOOK,
            _WHAT,
            f"It is whole, but its end was never written down in {file.name}, so nobody could see its last entries cut off.",
            "The nightly job does it: see that roster serve runs.",
        )
    else:
        entries = counted(head.number, "entry", "entries")
        yield Symptom(
            Grade.WELL, _WHAT, f"{entries}, held against {counted(len(anchors), 'end')} that were written down."
        )
