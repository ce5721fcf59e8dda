"""settings.toml as it is first written: every setting with what it means, made from the settings themselves."""

import json
import textwrap
from collections.abc import Iterator, Mapping

from pydantic.fields import FieldInfo

from jobs.settings import GroupSettings, Settings
from jobs.settings_fields import fields_of
from jobs.settings_night import Volunteer
from jobs.settings_pulls import NAME, Pull

_WIDTH = 100
_HEAD = """\
Settings for Roster. Every line that is commented out says what holds without it.
The mail server's password never stands here: put it into the environment as ROSTER_MAIL__PASSWORD."""
_SECTIONS = (
    "school", "store", "calendar", "schedule", "mail", "letters", "bounces", "web", "watchdog", "policy", "limits", "conduct",
    "backup", "keep", "watch",
)  # fmt: skip
_PULLS = (
    "An MIS that is asked by itself every night (roster serve), or now (roster pull). Its secret never stands here: put it "
    "into the environment, as ROSTER_PULL__MIS__SECRET for [pull.mis], or into a file that only Roster can read."
)


def template(settings: Settings) -> str:
    """Write settings out as TOML, with a comment above each that says what it means."""
    parts = [_comment(_HEAD), *(_section(name, getattr(settings, name)) for name in _SECTIONS)]
    parts.append(_comment(_PULLS))
    parts += _tables("pull", settings.pull) or [_example("pull", "mis", Pull.model_construct())]
    parts.append(_comment("The volunteers, each by the e-mail address, where there is something to say of them."))
    parts += _tables("volunteers", settings.volunteers) or [_example("volunteers", "ade@example.org", Volunteer())]
    parts.append(_comment("The groups, each by its name as the member list has it."))
    parts += _tables("groups", settings.groups) or [_example("groups", "3B", GroupSettings())]
    return "\n\n".join(parts) + "\n"


def _section(name: str, model: object) -> str:
    about = _comment((type(model).__doc__ or "").splitlines()[0])
    return "\n".join((about, f"[{name}]", *_fields(model)))


def _tables(section: str, models: Mapping[str, object]) -> list[str]:
    return [_table(section, name, model) for name, model in models.items()]


def _table(section: str, name: str, model: object) -> str:
    said = name if NAME.fullmatch(name) else json.dumps(name, ensure_ascii=False)
    return "\n".join((f"[{section}.{said}]", *_fields(model)))


def _example(section: str, name: str, model: object) -> str:
    lines = _table(section, name, model).splitlines()
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
    if isinstance(value, str) and "\n" in value:
        return '"""\n' + "\n".join(_literal(line)[1:-1] for line in value.split("\n")) + '"""'
    # A JSON string, number, list of strings or truth value is written the same in TOML.
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False, default=str).replace(
        "\x7f", "\\u007f"
    )


def _comment(text: str) -> str:
    lines = (line for part in text.splitlines() for line in textwrap.wrap(part, _WIDTH))
    return "\n".join(f"# {line}" for line in lines)
