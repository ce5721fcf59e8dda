"""The same export with its rows, or its columns, in another order."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from io import StringIO
from random import Random
from typing import Any, TypeVar
from xml.etree.ElementTree import Element, fromstring

from tests.schools.parcels import Parcel, as_json, as_xml
from tests.schools.sheets import Row, Sheet

Shuffler = Callable[[bytes, Random], bytes]
T = TypeVar("T")


def with_rows_shuffled(export: Sheet | Parcel, rng: Random) -> Sheet | Parcel:
    """Rows of a sheet; rows, records and elements in every file of a set, and the files themselves."""
    if isinstance(export, Sheet):
        return replace(export, rows=tuple(_shuffled(export.rows, rng)))
    return _each_file(export, rng, {"csv": _csv_rows, "json": _json_records, "xml": _xml_records})


def with_columns_shuffled(export: Sheet | Parcel, rng: Random) -> Sheet | Parcel:
    """Columns of a sheet; columns of every table of a set, keys of every JSON record, and the files themselves."""
    if isinstance(export, Parcel):
        return _each_file(export, rng, {"csv": _csv_columns, "json": _json_keys, "xml": _xml_records})
    order = _shuffled(range(len(export.headings)), rng)
    rows = tuple(Row(tuple(row.cells[at] for at in order), row.seen) for row in export.rows)
    return replace(export, headings=tuple(export.headings[at] for at in order), rows=rows)


def _shuffled(things: Iterable[T], rng: Random) -> list[T]:
    found = list(things)
    return rng.sample(found, len(found))


def _each_file(parcel: Parcel, rng: Random, by_kind: Mapping[str, Shuffler]) -> Parcel:
    files = {name: by_kind[name.rpartition(".")[2]](content, rng) for name, content in parcel.files.items()}
    return replace(parcel, files=dict(_shuffled(files.items(), rng)))


def _csv_rows(content: bytes, rng: Random) -> bytes:
    headings, *rows = csv.reader(StringIO(content.decode(), newline=""))
    return _as_csv([headings, *_shuffled(rows, rng)])


def _csv_columns(content: bytes, rng: Random) -> bytes:
    rows = list(csv.reader(StringIO(content.decode(), newline="")))
    order = _shuffled(range(len(rows[0])), rng)
    return _as_csv([[row[at] for at in order] for row in rows])


def _as_csv(rows: Iterable[list[str]]) -> bytes:
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _json_records(content: bytes, rng: Random) -> bytes:
    """Every list at the top, or one step below it."""
    said = json.loads(content)
    if isinstance(said, list):
        return as_json(_shuffled(said, rng))
    return as_json({key: _shuffled(value, rng) if isinstance(value, list) else value for key, value in said.items()})


def _json_keys(content: bytes, rng: Random) -> bytes:
    return as_json(_with_keys_shuffled(json.loads(content), rng))


def _with_keys_shuffled(said: Any, rng: Random) -> Any:
    if isinstance(said, list):
        return [_with_keys_shuffled(one, rng) for one in said]
    if isinstance(said, dict):
        return {key: _with_keys_shuffled(said[key], rng) for key in _shuffled(said, rng)}
    return said


def _xml_records(content: bytes, rng: Random) -> bytes:
    """The children of whichever element has the most."""
    root = fromstring(content)
    busiest: Element = max(root.iter(), key=len)
    busiest[:] = _shuffled(busiest, rng)
    return as_xml(root)
