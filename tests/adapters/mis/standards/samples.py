"""The samples of sets beside the project, where they are: their lines as they stand, and who Roster reads in them."""

import csv
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from adapters.mis import read_export
from jobs.uploads import upload
from roster.normalise import normalise
from roster.snapshot import Snapshot

_SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples" / "mis"
Line = dict[str, str]


def sample(name: str) -> Path:
    """The folder of a sample; skips the test if it is not there."""
    if not (_SAMPLES / name).is_dir():
        pytest.skip("the samples are not beside the project")
    return _SAMPLES / name


def lines_of(folder: Path, file: str) -> list[Line]:
    """The lines of a file by their headings."""
    return list(csv.DictReader(StringIO((folder / file).read_text(encoding="utf-8-sig"), newline="")))


def pupils_in(folder: Path) -> dict[str, str]:
    """The name of each pupil that Roster reads, by id."""
    return {pupil.key.removeprefix("id "): pupil.name for pupil in _read(folder).pupils}


def classes_in(folder: Path) -> set[tuple[str, str]]:
    """Each pupil's id with the name of each class."""
    return {(pupil.key.removeprefix("id "), one) for pupil in _read(folder).pupils for one in pupil.classes}


def contacts_in(folder: Path) -> dict[str, tuple[str, set[str]]]:
    """The name of each contact that Roster reads, and their numbers' last nine digits, by id."""
    return {
        contact.ids[0].casefold(): (contact.shown, {phone.e164[-9:] for phone in contact.phones})
        for contact in _read(folder).contacts
    }


def links_in(folder: Path) -> set[tuple[str, str, str]]:
    """Pupil, contact and relation, for each link that Roster reads."""
    return {
        (tie.pupil.key.removeprefix("id "), contact.ids[0].casefold(), tie.relation)
        for contact in _read(folder).contacts
        for tie in contact.ties
    }


@cache
def _read(folder: Path) -> Snapshot:
    return normalise(read_export(upload(folder))[0])[0]
