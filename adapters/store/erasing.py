"""One person taken out of everything that is past: what rested on them is judged again, and the counts stay."""

from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import JSON, String, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import audit, forgettings, lists, tables
from adapters.store.erased_results import blank_ledger, blank_results, kept_results, redact_letters
from adapters.store.forgettings import drop
from adapters.store.needles import ERASED
from adapters.store.subjects import Subject
from adapters.store.traces import decided_about, files_of, is_member, is_noted, said_by_gap

_MEMBER, _LIST = tables.Member, tables.MemberList
_LIVING: tuple[Any, ...] = (tables.Contact, tables.Pupil, tables.Tie, tables.Child, tables.Gap)
# Looked after by themselves, or nobody's: keys hold the tables together, and the audit is a chain.
_APART = frozenset({"auditentry", "judgement", "precedent", "member", "letter", "secret", "alembic_version"})
_KEYS = frozenset(
    {"group_key", "group_name", "sha256", "fingerprint", "key", "message_id", "thread", "identity", "state"}
)


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done: (what, how many rows) each, and the SHA-256s of files that held them and are gone."""

    rows: tuple[tuple[str, int], ...]
    files: frozenset[str]

    @property
    def number(self) -> int:
        """How many rows there were in all."""
        return sum(rows for _, rows in self.rows)


@dataclass(frozen=True, slots=True)
class Wish:
    """Who is to be erased, on whose word and when; `past_alone` leaves what tonight's run needs to write to the `readers`."""

    subject: Subject
    by: str
    at: datetime
    day: date
    past_alone: bool = False
    readers: frozenset[str] = frozenset()


def erase(session: Session, wish: Wish) -> Erased:
    """Erase somebody, in one transaction: their rows go, or keep a random word in the place of who they were."""
    token = f"{ERASED}-{token_hex(4)}"
    kept = kept_results(session, wish.readers) if wish.past_alone else frozenset()
    files = _files(session, wish)
    judged = () if wish.past_alone else (("judgements", _judged_again(session)),)
    rows = (
        *judged,
        ("letters", redact_letters(session, wish.subject, kept)),
        ("results", blank_results(session, wish.subject, token, kept)),
        ("ledger", blank_ledger(session, wish.subject, token, past_alone=wish.past_alone)),
        ("decisions", _decisions(session, wish)),
        ("lists", _lists(session, wish, token)),
        ("history", 0 if wish.past_alone else _history(session, wish.subject)),
        ("originals", drop(session, col(tables.Original.sha256), files)),
        ("texts", _texts(session, wish)),
        ("audit", _audit(session, wish)),
    )
    session.flush()
    session.expire_all()
    done = Erased(tuple((what, number) for what, number in rows if number), files)
    forgettings.remember(session, "erasure", done.number, at=wish.at, day=wish.day)
    return done


def _judged_again(session: Session) -> int:
    """Precedents are digests of people, in which nobody can be found: all of them go, and the next night judges everybody."""
    gone = drop(
        session, col(tables.Precedent.group_key), session.scalars(select(col(tables.Judgement.group_key))).all()
    )
    session.execute(update(tables.Judgement).values(inputs="", context="", listed="", withheld=[]))
    return gone


def _decisions(session: Session, wish: Wish) -> int:
    """Answers, exemptions, hints and noes about them; of somebody who is still here, those that have ended."""
    subject, found = wish.subject, 0
    for row in decided_about(session, subject):
        if not wish.past_alone or row.ended_at is not None:
            session.delete(row)
            found += 1
    stops = [row.id for row in session.scalars(select(tables.Stop)) if row.address.casefold() in subject.emails]
    return found + (0 if wish.past_alone else drop(session, col(tables.Stop.id), stops))


def _lists(session: Session, wish: Wish, token: str) -> int:
    """Members of lists keep their place, told by a token: so many people were in the group."""
    subject, found = wish.subject, 0
    for listed in session.scalars(select(_LIST)).all():
        if wish.past_alone and listed.id in lists.chain_of(session, listed.group_key):
            continue
        for row in session.scalars(select(_MEMBER).where(col(_MEMBER.list_id) == listed.id)):
            if not is_member(subject, listed.group_key, row):
                continue
            found += 1
            row.shown_as, row.name, row.phone, row.email = token, "", None, None
            row.more_phones, row.more_emails, row.shown = [], [], "no number"
    return found


def _history(session: Session, subject: Subject) -> int:
    """What earlier rolls say of them. Nobody whom the newest roll has comes here."""
    contact, pupil, tie, gap = tables.Contact, tables.Pupil, tables.Tie, tables.Gap
    rows = drop(session, col(tie.contact_id), subject.contacts) + drop(session, col(contact.id), subject.contacts)
    needles = subject.needles
    holes = [
        row.id
        for row in session.scalars(select(gap).where(col(gap.until).is_not(None)))
        if needles.stand_in(said_by_gap(row)) or not subject.children.isdisjoint(row.children)
    ]
    rows += drop(session, col(gap.id), holes)
    rows += drop(session, col(tie.child_id), subject.children) + drop(session, col(pupil.child_id), subject.children)
    return rows + drop(session, col(tables.Child.id), subject.children)


def _files(session: Session, wish: Wish) -> frozenset[str]:
    """The exports and chats that hold them: by the rolls and lists that were read from them."""
    found = set(files_of(session, wish.subject))
    if wish.past_alone:
        here = session.scalars(select(tables.Roll).order_by(col(tables.Roll.id).desc()).limit(1)).first()
        current = {
            number for row in session.scalars(select(_LIST)) for number in lists.chain_of(session, row.group_key)
        }
        found -= {here.sha256} if here else set()
        found -= {row.sha256 for row in session.scalars(select(_LIST)) if row.id in current}
    return frozenset(found)


def _texts(session: Session, wish: Wish) -> int:
    """Whatever else names them, in any column of text of any table."""
    needles, found = wish.subject.needles, 0
    if not needles:
        return 0
    spared = {table.__tablename__ for table in _LIVING} | _APART
    if wish.past_alone:
        spared |= {
            "verdict",
            "flag",
            "grouprun",
            "link",
            "exemption",
            "hint",
            "saidno",
            "release",
            "stop",
            "settingskept",
        }
    session.flush()
    for table in tables.METADATA.sorted_tables:
        if table.name in spared:
            continue
        texts = [one for one in table.columns if _says(one.type) and one.name not in _KEYS]
        for row in session.execute(select(*table.primary_key.columns, *texts)).all() if texts else ():
            said = row._mapping  # noqa: SLF001 - SQLAlchemy's own name for it
            changed = {one.name: needles.taken_out(said[one]) for one in texts if needles.stand_in(said[one] or "")}
            if changed:
                which = [one == said[one] for one in table.primary_key.columns]
                session.execute(table.update().where(*which).values(**changed))
                found += 1
    return found


def _says(kind: Any) -> bool:
    """Whether a column of this kind holds text, or JSON; SQLModel wraps the kind of its texts."""
    return isinstance(getattr(kind, "impl_instance", kind), String | JSON)


def _audit(session: Session, wish: Wish) -> int:
    named = [one.id or 0 for one in audit.entries(session) if is_noted(wish.subject, one)]
    return audit.erase(session, named, by=wish.by, at=wish.at)
