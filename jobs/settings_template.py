"""settings.toml as it is first written: every setting with what it means, made from the settings themselves."""

import json
import textwrap
from collections.abc import Iterator

from pydantic.fields import FieldInfo

from jobs.settings import GroupSettings, Settings
from jobs.settings_fields import fields_of

_WIDTH = 100
_HEAD = """\
Settings for Roster. Every line that is commented out says what holds without it.
The mail server's password never stands here: put it into the environment as ROSTER_MAIL__PASSWORD."""
_SECTIONS = ("school", "store", "schedule", "mail", "policy", "limits")


def template(settings: Settings) -> str:
    """Write settings out as TOML, with a comment above each that says what it means."""
    parts = [_comment(_HEAD), *(_section(name, getattr(settings, name)) for name in _SECTIONS)]
    parts.append(_comment("The groups, each by its name as the member list has it."))
    groups = [_group(name, group) for name, group in settings.groups.items()]
    return "\n\n".join(parts + (groups or [_example()])) + "\n"


def _section(name: str, model: object) -> str:
    about = _comment((type(model).__doc__ or "").splitlines()[0])
    return "\n".join((about, f"[{name}]", *_fields(model)))


def _group(name: str, group: GroupSettings) -> str:
    return "\n".join((f"[groups.{json.dumps(name, ensure_ascii=False)}]", *_fields(group)))


def _example() -> str:
    lines = ['[groups."3B"]', *_fields(GroupSettings())]
    return "\n".join(line if line.startswith("#") else f"# {line}" for line in lines)


def _fields(model: object) -> Iterator[str]:
    for name, field in fields_of(type(model)).items():
        if field.exclude:
            continue
        yield _comment(field.description or "")
        yield _line(name, field, getattr(model, name))


def _line(name: str, field: FieldInfo, value: object) -> str:
    if value is None or value == ():
        return f"# {name} = {_literal((field.examples or [''])[0])}"
    return f"{name} = {_literal(value)}"


def _literal(value: object) -> str:
    # A JSON string, number, list of strings or truth value is written the same in TOML.
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    lines = (line for part in text.splitlines() for line in textwrap.wrap(part, _WIDTH))
    return "\n".join(f"# {line}" for line in lines)
