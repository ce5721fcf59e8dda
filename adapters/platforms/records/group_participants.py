"""Members as a bare list, `[{id, admin}]` or `{participants: [{id, isAdmin}]}`.

Several libraries and services give them so, WAHA and Evolution API among them. There is no name of the group in it,
so the file's name is the group's.
"""

from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format
from adapters.platforms.unofficial import unofficial

group_participants = record_format(
    Shape(
        name="group-participants",
        numbers=("phoneNumber", "pn", "id", "lid"),
        names=("name", "verifiedName", "notify", "pushName"),
        usernames=("username",),
        roles=("admin", "isAdmin", "isSuperAdmin"),
        has=frozenset({"id:jid"}),
        one_of=frozenset({"admin", "isAdmin", "isSuperAdmin"}),
        lacks=frozenset({"id:parts", "role"}),
        group_lacks=frozenset({"groupId", "subject"}),
    )
)

guide = unofficial(
    system="WAHA (older), Evolution API and others",
    file="JSON array of `{id, admin}` or `{id, isAdmin}`, bare or under `participants`; the file names the group.",
    basis="The documentation of WAHA and of Evolution API.",
)
