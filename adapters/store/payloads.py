"""What the audit tells, in a column that can be read whatever somebody has put there by hand."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import JSON, Dialect
from sqlalchemy.types import TypeDecorator

UNREADABLE: dict[str, Any] = {"by": "", "unreadable": True}
"""What stands for a payload that is none: it is nobody's, and no digest is of it."""


class Payload(TypeDecorator[dict[str, Any]]):
    """Who did something and about what, as JSON, or NULL. Anything else is read as `UNREADABLE`, never refused."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """From the database."""
        read = super().result_processor(dialect, coltype)

        def read_calmly(value: Any) -> Any:
            try:
                found = read(value) if read else value
            except (ValueError, TypeError):
                return dict(UNREADABLE)
            return found if found is None or isinstance(found, dict) else dict(UNREADABLE)

        return read_calmly
