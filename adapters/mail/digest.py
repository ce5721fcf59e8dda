"""The office's digest: one letter a night with everything, worst first."""

from dataclasses import dataclass
from datetime import date

from adapters.mail.conduct import NO_CONDUCT, Conduct
from adapters.mail.digest_section import Section, Told, section_of
from adapters.mail.rendering import rendered
from roster.letters import Words
from roster.shown import plain
from roster.words import counted, listed, spoken

__all__ = ["Edition", "Page", "Told", "digest_letter", "page_of", "roll_said"]


@dataclass(frozen=True, slots=True)
class Edition:
    """All that one digest is made from. `notes` are finished sentences: groups without lists, letters given up, jobs that failed.

    `audit` is the audit's last number and fingerprint, by which a cut or changed audit shows.
    """

    school: str
    on: date
    roll: str
    groups: tuple[Told, ...]
    notes: tuple[str, ...] = ()
    conduct: Conduct = NO_CONDUCT
    audit: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What the templates may see."""

    school: str
    on: date
    headline: str
    roll: str
    sections: tuple[Section, ...]
    quiet: tuple[str, ...]
    notes: tuple[str, ...]
    conduct: Conduct
    audit: str


def digest_letter(edition: Edition) -> Words:
    """Write the office's digest."""
    return rendered("digest", page_of(edition))


def page_of(edition: Edition) -> Page:
    """Choose what the digest says, worst first."""
    sections = tuple(map(section_of, edition.groups))
    loud = sorted((one for one in sections if not one.quiet), key=lambda one: one.gravity)
    quiet = tuple(one.summary for one in sections if one.quiet)
    return Page(
        plain(edition.school), edition.on, _headline(sections), plain(edition.roll, 200), tuple(loud), quiet,
        tuple(plain(note, 400) for note in edition.notes), edition.conduct, plain(edition.audit, 200),
    )  # fmt: skip


def roll_said(received_on: date, pupils: int, contacts: int, problems: int) -> str:
    """Say which export was used."""
    said = f"Export of {spoken(received_on)}: {counted(pupils, 'pupil')} on roll, {counted(contacts, 'contact')}"
    return f"{said}, {counted(problems, 'problem')} in it." if problems else f"{said}."


def _headline(sections: tuple[Section, ...]) -> str:
    held = sum(one.held for one in sections)
    leave, look = sum(one.removals for one in sections), sum(one.looks for one in sections)
    parts = (
        f"{counted(held, 'group')} held" if held else "",
        f"{counted(leave, 'person', 'people')} to take out" if leave else "",
        f"{counted(look, 'person', 'people')} to look at" if look else "",
    )
    return listed(parts) if any(parts) else "Nothing is open"
