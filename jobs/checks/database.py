"""Whether the database is whole."""

from collections.abc import Iterable

from sqlalchemy import text

from jobs.check_up import Grade, Symptom
from jobs.office import Office
from roster.words import counted

_WHAT = "database"
_CURE = "Stop Roster, put the last back-up in its place (roster restore FILE), and look to the disk."


def check(office: Office) -> Iterable[Symptom]:
    """Let SQLite look through its file, and whether everything points to something that is there."""
    with office.store.reading() as session:
        damage = [str(said) for (said,) in session.execute(text("pragma quick_check(5)")) if said != "ok"]
        loose = {str(row[0]) for row in session.execute(text("pragma foreign_key_check"))}
    if damage:
        yield Symptom(Grade.WRONG, _WHAT, "It is damaged.", _CURE)
    elif loose:
        said = f"{counted(len(loose), 'table')} in it point to what is not there ({', '.join(sorted(loose))})."
        yield Symptom(Grade.WRONG, _WHAT, said, _CURE)
    else:
        yield Symptom(Grade.WELL, _WHAT, "It is whole.")
