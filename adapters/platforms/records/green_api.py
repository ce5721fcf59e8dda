"""The group data of GREEN-API, from its method GetGroupData.

`{groupId, subject, size, participants: [{id, lid, isAdmin, isSuperAdmin}]}`. Known from
green-api.com/en/docs/api/groups/GetGroupData. Its `groupInviteLink` is a way into the group and is not read.
"""

from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format
from adapters.platforms.unofficial import unofficial

green_api = record_format(
    Shape(
        name="green-api",
        numbers=("id", "lid"),
        roles=("isAdmin", "isSuperAdmin"),
        has=frozenset({"id:jid"}),
        lacks=frozenset({"id:parts"}),
        group_has=frozenset({"groupId"}),
    )
)

guide = unofficial(
    system="GREEN-API",
    file="JSON of GetGroupData (`groupId`, `subject`, `participants`).",
    basis="The documentation of GREEN-API.",
)
