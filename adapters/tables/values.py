"""What a cell holds, as text: the same text whichever kind of workbook it stood in."""

import re
from datetime import date, datetime, time
from typing import Any

# No cell contains them: rows are kept and sent with these between the cells.
_SEPARATORS = re.compile(r"[\x1c-\x1f]")


def as_text(value: Any) -> str:
    """Give a cell as text: whole numbers without a point, dates as ISO 8601, truth as TRUE or FALSE."""
    if isinstance(value, str):
        return clean(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e17:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def clean(text: str) -> str:
    """Give a text without blanks around it and without the separators that no cell may contain."""
    stripped = text.strip()
    return stripped if stripped.isprintable() else _SEPARATORS.sub(" ", stripped)
