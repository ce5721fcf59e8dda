"""Whether what is set for single volunteers does what was meant: an address that is theirs, a language that is right."""

from collections.abc import Iterable

from adapters.mail.languages import is_checked
from jobs.check_up import Grade, Symptom
from jobs.office import Office
from jobs.settings import Settings
from roster.words import counted, listed

_WHAT = "volunteers"
_NAMES = {"cy": "Welsh", "pl": "Polish", "ur": "Urdu"}


def check(office: Office) -> Iterable[Symptom]:
    """Look for addresses that look after no group, and languages that nobody has checked. Nobody's address is said."""
    settings = office.settings
    found = tuple(_found(settings))
    yield from found or (Symptom(Grade.WELL, _WHAT, "Their letters are as the settings say."),)


def _found(settings: Settings) -> Iterable[Symptom]:
    written_to = {one for group in settings.groups.values() for one in (*group.admins, *group.co_admins)}
    lost = set(settings.volunteers) - written_to
    if lost:
        yield Symptom(
            Grade.WORTH_A_LOOK,
            _WHAT,
            f"{counted(len(lost), 'address', 'addresses')} under [volunteers] {'looks' if len(lost) == 1 else 'look'} after no group.",
            "Spell it as it stands in the group's admins or co_admins, or take it out.",
        )
    unread = sorted({one.language for one in settings.volunteers.values() if not is_checked(one.language)})
    if unread:
        yield Symptom(
            Grade.WORTH_A_LOOK,
            _WHAT,
            f"Nobody whose first language it is has read the letters in {listed([_NAMES[one] for one in unread])}.",
            "Let a native reader check the words (docs/adding.md, a language for the volunteers' letters).",
        )
