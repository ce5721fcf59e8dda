"""The settings a section may have, whether it is checked by pydantic or is one of the roster's own facts."""

import dataclasses
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def is_section(kind: Any) -> bool:
    """Whether a type holds settings of its own."""
    return isinstance(kind, type) and (issubclass(kind, BaseModel) or dataclasses.is_dataclass(kind))


def fields_of(kind: Any) -> dict[str, FieldInfo]:
    """Give a section's settings by name, each with its description."""
    if issubclass(kind, BaseModel):
        return dict(kind.model_fields)
    return {
        one.name: FieldInfo(
            default=one.default,
            description=one.metadata.get("description"),
            examples=list(one.metadata.get("examples", ())),
        )
        for one in dataclasses.fields(kind)
    }
