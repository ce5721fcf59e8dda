"""The page put together: what it may ask of the office, and its server."""

from sqlalchemy import text

from adapters.mail.marks import KEY, Marks
from adapters.store import Store, audit, returned, secrets, stops
from adapters.web.app import Page, create_app
from adapters.web.serving import Server, start_server
from jobs.office import Office
from roster.errors import RosterError


def start_page(office: Office) -> Server | None:
    """Serve the page until its `stop` is called; None where the settings name no port. Raises `NoPort`."""
    web = office.settings.web
    return start_server(create_app(page_of(office)), web.host, web.port) if web.port else None


def page_of(office: Office) -> Page:
    """What the page can do for a school."""
    return Page(
        school=office.settings.school.name,
        stop=lambda token: stop_letters(office, token),
        healthy=lambda: _can_be_read(office.store),
        metrics=lambda: _metrics(office),
    )


def stop_letters(office: Office, token: str) -> bool:
    """Stop a letter's reader for the groups that the letter told of; False for a token that is not ours, or of no letter.

    Their role stays as it is: only letters stop. The office is told by its next digest.
    """
    # Looked at first: whoever tries links out keeps nobody from writing to the database.
    with office.store.reading() as session:
        key = secrets.known(session, KEY)
    about = Marks(key).stops(token) if key else None
    if about is None:
        return False
    with office.store.writing() as session:
        found = returned.by_message(session, about)
        if found is None:
            return False
        letter, now = found[1], office.clock()
        ended = [
            group
            for group in letter.groups
            if stops.stop(session, letter.recipient, stops.Why.UNSUBSCRIBED, at=now, group=group)
        ]
        if ended:
            audit.note(session, "stop letters", by=letter.recipient, at=now, about={"groups": ended})
    return True


def _metrics(office: Office) -> tuple[bytes, str] | None:
    from jobs.metrics import metrics

    return metrics(office)


def _can_be_read(store: Store) -> bool:
    try:
        with store.reading() as session:
            session.execute(text("select 1 from alembic_version"))
    except RosterError:
        return False
    return True
