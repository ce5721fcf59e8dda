"""The words of the volunteers' letters, gathered from their templates: what a catalog for another language starts from.

`python -m adapters.mail.catalog` writes locale/letters.pot anew; then put what is new into each language's letters.po.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

FOLDER = Path(__file__).parent / "locale"
_HERE, _ATTACHED = Path(__file__).parent, "attachments.py"
_TEMPLATES = Path(__file__).parent / "templates"
_METHODS = [("**.html", "jinja2"), ("**.txt", "jinja2")]
_OPTIONS = {pattern: {"trim_blocks": "1", "lstrip_blocks": "1"} for pattern, _ in _METHODS}


def gathered() -> Catalog:
    """Give every message that the templates hold, in the order of the templates."""
    catalog = Catalog(project="Roster", charset="utf-8", fuzzy=False)
    found = [*extract_from_dir(_TEMPLATES, _METHODS, _OPTIONS), *extract_from_dir(_HERE, [(_ATTACHED, "python")])]
    for template, _, message, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        catalog.add(message, None, [(template, 1)], auto_comments=comments, context=context)
    return catalog


def pot() -> bytes:
    """Write the messages as a template for catalogs. The same templates always make the same bytes."""
    written = BytesIO()
    write_po(written, gathered(), omit_header=True, include_lineno=False, width=0)
    return written.getvalue()


def main() -> int:
    """Write it into the locale's folder."""
    (FOLDER / "letters.pot").write_bytes(pot())
    return 0


if __name__ == "__main__":
    sys.exit(main())
