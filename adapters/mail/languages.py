"""The languages that volunteers are written to in: their words, their dates, and which way they are read."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

_UNCHECKED = "needs a native reader's check"
_NARROW = str.maketrans("\u00a0\u202f", "  ")


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its code in the settings and in HTML, the locale that its dates follow, and what stands in a list."""

    code: str
    locale: str
    comma: str = ", "
    rightwards: bool = True

    @property
    def direction(self) -> str:
        """The way it is read, as HTML's dir: "ltr" or "rtl"."""
        return "ltr" if self.rightwards else "rtl"

    @property
    def start(self) -> str:
        """The side on which its lines begin: "left" or "right"."""
        return "left" if self.rightwards else "right"

    def spoken(self, day: date) -> str:
        """Say a date: "22 listopada 2026". Only plain blanks are in it."""
        return format_date(day, "long", self.locale).translate(_NARROW)


ENGLISH = Language("en", "en_GB")
LANGUAGES = {
    one.code: one
    for one in (
        ENGLISH,
        Language("cy", "cy"),
        Language("pl", "pl"),
        Language("ur", "ur", comma="، ", rightwards=False),
    )
}


@cache
def words_of(code: str) -> NullTranslations:
    """Give a language's catalog; English is what the templates themselves say."""
    if code == ENGLISH.code:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, _catalog(code))
    compiled.seek(0)
    return Translations(compiled)


def is_checked(code: str) -> bool:
    """Whether a native reader has checked a language's words: its catalog then no longer says that it needs that."""
    return code == ENGLISH.code or _UNCHECKED not in _catalog(code).header_comment


def _catalog(code: str) -> Catalog:
    with (files("adapters.mail") / "locale" / code / "letters.po").open("rb") as written:
        return read_po(written, locale=code)
