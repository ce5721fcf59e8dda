"""What is wrong with settings.toml, in sentences that name the key, what it has now and what is allowed."""

import difflib
import json
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from jobs.settings_fields import fields_of, is_section
from roster.errors import RosterError
from roster.words import cut, listed

_SECRETS = frozenset({"password", "secret"})
_SECRET_KEY = "AGE-SECRET-KEY-"  # noqa: S105 - how one begins, wherever it was put by mistake
_AT_MOST = 4
# pydantic's words for a key that no section has, of its own models and of plain dataclasses.
_UNKNOWN = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
_PLAINLY = (
    ("Input should", "must"),
    ("String should", "must"),
    ("Tuple should", "must"),
    ("a valid integer", "a whole number"),
    ("a valid string", "text in quotes"),
    ("a valid number", "a number"),
    ("a valid tuple", "a list in square brackets"),
    ("a valid dictionary or instance of", "a table of settings for"),
    ("greater than or equal to", "at least"),
    ("less than or equal to", "at most"),
    ("must have at most 2 characters", "must be two capital letters"),
    ("must have at least 2 characters", "must be two capital letters"),
)


class UnusableSettings(RosterError):
    """The settings file cannot be used as it is."""

    headline = "The settings cannot be used."

    def __init__(self, file: str, sentences: Sequence[str]) -> None:
        more = [f"And {len(sentences) - _AT_MOST} more"] if len(sentences) > _AT_MOST else []
        super().__init__(" ".join(f"{sentence.rstrip('.')}." for sentence in (*sentences[:_AT_MOST], *more)))
        self.file = file


def what_is_wrong(error: ValidationError, model: type[BaseModel]) -> list[str]:
    """Say each thing that is wrong; nothing secret is repeated."""
    return [_sentence(detail, model) for detail in error.errors(include_url=False)]


def _sentence(detail: ErrorDetails, model: type[BaseModel]) -> str:
    path = [str(part) for part in detail["loc"]]
    if detail["type"] in _UNKNOWN:
        return _unknown(path, model)
    said = _reason(detail)
    if not path or isinstance(detail["input"], dict | BaseModel):
        return f"{_dotted(path)} {said}".strip()
    is_secret = path[-1] in _SECRETS or _SECRET_KEY in str(detail["input"]).upper()
    now = "" if is_secret else f" Right now it is {_shown(detail['input'])}"
    about = _about(path, model)
    return f"{_dotted(path)} {said}.{now}{f': {about}' if now and about else ''}"


def _unknown(path: list[str], model: type[BaseModel]) -> str:
    *parents, wrong = path
    known = [name for name in _keys(parents, model) if name not in _SECRETS]
    near = difflib.get_close_matches(wrong.casefold(), known, n=1, cutoff=0.5)
    meant = f"did you mean {near[0]}? " if near else ""
    where = f"[{_dotted(parents)}]" if parents else "The file"
    return f"There is no setting {_dotted(path)}: {meant}{where} may have {listed(sorted(known))}"


def _reason(detail: ErrorDetails) -> str:
    said = detail["msg"].removeprefix("Value error, ").partition(", unable to parse")[0]
    for stiff, plain in _PLAINLY:
        said = said.replace(stiff, plain)
    return said


def _keys(parents: list[str], model: type[BaseModel]) -> list[str]:
    found = _model_at(parents, model)
    return list(fields_of(found)) if found else []


def _about(path: list[str], model: type[BaseModel]) -> str:
    found = _model_at(path[:-1], model)
    field = fields_of(found).get(path[-1]) if found else None
    return (field.description or "").rstrip(".") if field else ""


def _model_at(path: list[str], model: type[BaseModel]) -> type | None:
    at: Any = model
    for part in path:
        if is_section(at):
            field = fields_of(at).get(part)
            at = field.annotation if field else None
        else:
            at = next(_models_in(at), None)
    return at if is_section(at) else None


def _models_in(annotation: Any) -> Iterator[Any]:
    yield from (one for one in get_args(annotation) if is_section(one))


def _dotted(path: list[str]) -> str:
    return ".".join(part if part.replace("_", "").isalnum() and part.isascii() else json.dumps(part) for part in path)


def _shown(value: object) -> str:
    return cut(json.dumps(value, ensure_ascii=False, default=str))
