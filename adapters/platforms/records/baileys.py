"""The group metadata of Baileys: one group, an array of them, or a map by group id as its stores write it.

`{id, subject, size, participants: [{id, phoneNumber?, lid?, username?, name?, notify?, verifiedName?, admin}]}`, where
`admin` is "admin", "superadmin" or null; older versions write isAdmin and isSuperAdmin. Known from the sources of
WhiskeySockets/Baileys (src/Types/GroupMetadata.ts, src/Types/Contact.ts, src/Socket/groups.ts).
"""

from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format
from adapters.platforms.unofficial import unofficial

baileys = record_format(
    Shape(
        name="baileys",
        numbers=("phoneNumber", "id", "jid", "lid"),
        names=("name", "verifiedName", "notify"),
        usernames=("username",),
        roles=("admin", "isAdmin", "isSuperAdmin"),
        has=frozenset({"id:jid"}),
        lacks=frozenset({"id:parts", "role"}),
        group_has=frozenset({"subject"}),
        group_lacks=frozenset({"groupId"}),
    )
)

guide = unofficial(
    system="Baileys",
    file="JSON of a group's metadata (`subject`, `participants`), an array of them, or a map by group id.",
    basis="The sources of WhiskeySockets/Baileys.",
)
