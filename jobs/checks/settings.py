"""Whether the settings say what the night cannot do without."""

from collections.abc import Iterable
from datetime import timedelta

from jobs.check_up import Grade, Symptom
from jobs.office import Office
from roster.shown import plain
from roster.words import counted, listed, spoken

_WHAT = "settings"
_AHEAD = timedelta(days=28)


def check(office: Office) -> Iterable[Symptom]:
    """Look for the office's address, the mail server's password, terms that end soon, and groups without admins."""
    settings = office.settings
    if settings.school.office_email is None:
        yield Symptom(
            Grade.WRONG, _WHAT, "Nobody knows where the office's letters should go.", "Set school.office_email."
        )
    if settings.mail.user and not settings.mail.password:
        yield Symptom(
            Grade.WRONG,
            _WHAT,
            "The mail server knows us by a name, and there is no password.",
            "Put it into the environment as ROSTER_MAIL__PASSWORD, here and where roster serve runs.",
        )
    without = sorted(plain(name) for name, group in settings.groups.items() if not group.admins)
    if without:
        yield Symptom(
            Grade.WORTH_A_LOOK,
            "groups",
            f"{counted(len(without), 'group has', 'groups have')} nobody to write to: {listed(without)}.",
            "Name the volunteers in their admins.",
        )
    yield from _terms(office)


def _terms(office: Office) -> Iterable[Symptom]:
    last, today = office.settings.calendar.known.runs_out(), office.today
    if last is None:
        yield Symptom(Grade.WELL, "terms", "No terms are set: every weekday is taken for a school day.")
    elif last < today:
        # That nobody is written to any more is said where letters are looked at.
        return
    elif last < today + _AHEAD:
        yield Symptom(
            Grade.WORTH_A_LOOK,
            "terms",
            f"The last term that is known ends on {spoken(last)}; after it volunteers are not written to.",
            "Put the next terms into calendar.terms.",
        )
    else:
        yield Symptom(Grade.WELL, "terms", f"They are known until {spoken(last)}.")
