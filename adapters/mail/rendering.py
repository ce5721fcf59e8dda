"""Three templates a letter: subject, text, html. Only the html escapes; the words going in are cleaned before."""

import unicodedata
from functools import cache
from textwrap import fill

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from adapters.mail.languages import ENGLISH, LANGUAGES, Language, words_of
from roster.letters import Words
from roster.words import counted, listed, spoken

_COLUMNS = 78
_FIRST_STRONG, _LEFT_TO_RIGHT, _END = "\u2068", "\u2066", "\u2069"
_FROM_THE_RIGHT = frozenset({"R", "AL"})


def rendered(name: str, page: object, language: Language = ENGLISH) -> Words:
    """Write a letter out: `page` is what its templates call `page`."""
    known = _environment(language.code)
    subject, text, html = (
        known.get_template(f"{name}.{part}").render(page=page) for part in ("subject.txt", "text.txt", "html")
    )
    return Words(" ".join(subject.split()), f"{text.strip()}\n", f"{html.strip()}\n")


def rendered_page(name: str, page: object) -> str:
    """Write out a web page by its one template."""
    return f"{_environment(ENGLISH.code).get_template(f'{name}.html').render(page=page).strip()}\n"


@cache
def _environment(code: str) -> Environment:
    language = LANGUAGES[code]
    made = Environment(
        loader=PackageLoader("adapters.mail"),
        autoescape=select_autoescape(enabled_extensions=("html",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    words = words_of(code)
    # What the extension adds at run time, said out loud for the type checker.
    made.extend(newstyle_gettext=True)
    getattr(made, "install_gettext_callables")(words.gettext, words.ngettext, newstyle=True)  # noqa: B009
    made.globals.update(language=language)
    made.filters.update(
        spoken=spoken, listed=listed, counted=counted, day=language.spoken, wrapped=wrapped,
        apart=lambda text: apart(text, language), number_apart=lambda text: number_apart(text, language),
    )  # fmt: skip
    return made


def wrapped(text: str) -> str:
    """Break a paragraph of a text part into lines of at most 78 characters, never within a word or an address."""
    return fill(text, _COLUMNS, break_long_words=False, break_on_hyphens=False)


def apart(text: str, language: Language) -> str:
    """Set a name apart in a text part, so that one that is read the other way does not turn the line round."""
    turned = any(unicodedata.bidirectional(char) in _FROM_THE_RIGHT for char in text)
    return f"{_FIRST_STRONG}{text}{_END}" if turned or not language.rightwards else text


def number_apart(text: str, language: Language) -> str:
    """Set a telephone number apart, so that its plus sign stays in front of it."""
    return text if language.rightwards else f"{_LEFT_TO_RIGHT}{text}{_END}"
