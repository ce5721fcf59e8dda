"""Three templates a letter: subject, text, html. Only the html escapes; the words going in are cleaned before."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from roster.letters import Words
from roster.words import counted, listed, spoken


def rendered(name: str, page: object) -> Words:
    """Write a letter out: `page` is what its templates call `page`."""
    subject, text, html = (
        _environment().get_template(f"{name}.{part}").render(page=page) for part in ("subject.txt", "text.txt", "html")
    )
    return Words(" ".join(subject.split()), f"{text.strip()}\n", f"{html.strip()}\n")


def rendered_page(name: str, page: object) -> str:
    """Write out a web page by its one template."""
    return f"{_environment().get_template(f'{name}.html').render(page=page).strip()}\n"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("adapters.mail"),
        autoescape=select_autoescape(enabled_extensions=("html",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(spoken=spoken, listed=listed, counted=counted)
    return made
