"""A group's `meta.json` of signal-export (`sigexport --chat-members`), made from Signal Desktop's own store.

`{name, exported_by, exported_on, members: [{name, display_name, number, other_groups}]}`. Known from the source of
carderne/signal-export (sigexport/export_channel_metadata.py). In which other groups somebody is, is not read.
"""

from adapters.platforms.guide import ListGuide
from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format

signal_export = record_format(
    Shape(
        name="signal-export",
        platform="signal",
        numbers=("number",),
        names=("name", "display_name"),
        has=frozenset({"number", "display_name"}),
        people="members",
        group_has=frozenset({"exported_on", "exported_by"}),
        titles=("name",),
        sizes=(),
        made="exported_on",
    )
)

guide = ListGuide(
    system="signal-export (Signal Desktop)",
    file="A group's `meta.json`, as `sigexport --chat-members` writes it.",
    get=(
        "Signal has no export of a group's members; a volunteer types or copies them from the group's page. "
        "signal-export is no program of Signal's; Roster neither uses nor recommends it, it only reads a file that "
        "somebody has."
    ),
    proves=(
        "complete: everybody in the group as Signal Desktop knew it, by name and, where Signal shows it, number. It "
        "does not say who is an admin."
    ),
    basis="The source of carderne/signal-export (export_channel_metadata.py).",
)
