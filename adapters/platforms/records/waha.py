"""The participants and groups of WAHA since 2025: `{id, pn, role}`, bare or in `{id, subject, participants}`.

`role` is "participant", "admin", "superadmin" or "left". Known from the source of devlikeapro/waha
(structures/groups.dto.ts). Its older answers are those of the library it runs on, and read as such.
"""

from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format
from adapters.platforms.unofficial import unofficial

waha = record_format(
    Shape(
        name="waha",
        numbers=("pn", "id"),
        roles=("role",),
        left=lambda person: person.get("role") == "left",
        has=frozenset({"id:jid", "role"}),
        lacks=frozenset({"id:parts"}),
        group_lacks=frozenset({"groupId"}),
    )
)

guide = unofficial(
    system="WAHA",
    file="JSON array of `{id, pn, role}`, or a group with such `participants`.",
    basis="The sources of devlikeapro/waha.",
)
