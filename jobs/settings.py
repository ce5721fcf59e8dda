"""settings.toml: read strictly, so that a slip of the pen is named and never passed over."""

from pathlib import Path
from typing import Any

from pydantic import (
    Field,
    PrivateAttr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from jobs.settings_base import Decided
from jobs.settings_conduct import Conduct
from jobs.settings_kept import BackUp, Keep
from jobs.settings_night import Address, Bounces, Calendar, Letters, Volunteer, Watchdog, Web
from jobs.settings_policy import faults
from jobs.settings_pulls import NAME, Pull, Watch
from jobs.settings_school import Kept, Mail, Schedule, School
from roster.policy import Limits, Policy
from roster.rollover import EachSeptember
from roster.runs import group_key
from roster.terms import Window


class GroupSettings(Decided):
    """A group, by its name."""

    admins: tuple[Address, ...] = Field(
        (),
        description="The volunteers who look after the group; each gets a letter when somebody should be taken out.",
        examples=[["ade@example.org"]],
    )
    co_admins: tuple[Address, ...] = Field(
        (),
        description="Volunteers who are written to only when somebody is still there after a week.",
        examples=[["tola@example.org"]],
    )
    scope: str | None = Field(
        None,
        min_length=1,
        description="Whom the group is for, where its name does not say: a class, a year, or the whole school.",
        examples=["Year 3"],
    )
    each_september: EachSeptember | None = Field(
        None,
        description='What the group does when a new school year begins: "new children" if it is for whoever is in the class '
        'then, "same children" if it follows its children into their next class, as does a "Class of 2031". Without a word '
        "the office is asked before anybody is asked to leave.",
        examples=["new children"],
    )


class Settings(BaseSettings):
    """All of settings.toml. What stands in the environment (ROSTER_MAIL__PASSWORD) goes before what the file says."""

    model_config = SettingsConfigDict(
        env_prefix="ROSTER_", env_nested_delimiter="__", extra="forbid", frozen=True, validate_default=True
    )

    school: School = School()
    store: Kept = Kept()
    calendar: Calendar = Calendar()
    schedule: Schedule = Schedule()
    mail: Mail = Mail()
    letters: Letters = Letters()
    bounces: Bounces = Bounces()
    web: Web = Web()
    watchdog: Watchdog = Watchdog()
    backup: BackUp = BackUp()
    keep: Keep = Keep()
    policy: Policy = Policy()
    limits: Limits = Limits()
    conduct: Conduct = Conduct()
    watch: Watch = Watch()
    pull: dict[str, Pull] = Field(default_factory=dict)
    volunteers: dict[Address, Volunteer] = Field(default_factory=dict)
    groups: dict[str, GroupSettings] = Field(default_factory=dict)
    _home: Path = PrivateAttr(default=Path())

    @model_validator(mode="after")
    def _decides_what_can_be_done(self) -> "Settings":
        wrong = list(faults(self.policy))
        if wrong:
            raise ValueError(". ".join(wrong))
        return self

    @model_validator(mode="after")
    def _has_each_group_once(self) -> "Settings":
        known: dict[str, str] = {}
        for name in self.groups:
            other = known.setdefault(group_key(name), name)
            if other != name:
                raise ValueError(f'groups "{other}" and "{name}" are one group: put them into one table')
        return self

    @model_validator(mode="after")
    def _names_each_pull_plainly(self) -> "Settings":
        for name in self.pull:
            if not NAME.fullmatch(name):
                raise ValueError(f'pull "{name}" must have a name of small letters and digits, such as [pull.mis]')
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment first, then the file's values, which are handed in."""
        return (env_settings, init_settings)

    @classmethod
    def default(cls) -> "Settings":
        """What holds where no file says otherwise."""
        return cls.model_construct()

    @property
    def database(self) -> Path:
        """Where the database is."""
        return self.beside(self.store.database)

    def beside(self, path: str) -> Path:
        """Where a file or folder is that the settings name: beside their own file, unless the path says otherwise."""
        return self._home / path

    @property
    def sender(self) -> str | None:
        """The address that letters come from."""
        return self.mail.sender or self.school.office_email

    @property
    def window(self) -> Window:
        """When volunteers may be written to."""
        return Window(self.calendar.known, self.letters.opens, self.letters.closes, self.school.zone)

    def volunteer(self, address: str) -> Volunteer:
        """What is set for a volunteer; nothing, if the file does not know the address."""
        return self.volunteers.get(address, Volunteer())

    def group(self, name: str) -> GroupSettings:
        """What is set for a group, however its name is spelt; nothing, if the file does not know it."""
        known = {group_key(one): settings for one, settings in self.groups.items()}
        return known.get(group_key(name), GroupSettings())


def load(path: Path) -> Settings:
    """Read a settings file. Raises `UnusableSettings`, which names the file, the key, what it has now and what is allowed."""
    from jobs.settings_errors import UnusableSettings, what_is_wrong
    from jobs.settings_secrets import refuse_secrets

    raw = _parsed(path)
    refuse_secrets(raw, path.name)
    try:
        settings = Settings(**raw)
    except ValidationError as error:
        raise UnusableSettings(path.name, what_is_wrong(error, Settings)) from None
    settings._home = path.parent  # noqa: SLF001 - its own
    return settings


def _parsed(path: Path) -> dict[str, Any]:
    import tomllib

    from jobs.settings_errors import UnusableSettings

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise UnusableSettings(path.name, [f"There is no file {path}; roster init writes one"]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableSettings(path.name, [f"It cannot be read ({type(error).__name__})"]) from None
    except tomllib.TOMLDecodeError as error:
        raise UnusableSettings(path.name, [f"It is not written as TOML should be: {error}"]) from None
