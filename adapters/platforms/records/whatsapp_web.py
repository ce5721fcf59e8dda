"""What whatsapp-web.js and older wppconnect give for a group: `groupMetadata.participants` with ids in parts.

`{id: {server, user, _serialized}, isAdmin, isSuperAdmin}`, in a chat object, in an array of chats, in the metadata alone
or as a bare array. Known from the sources of pedroslopez/whatsapp-web.js (src/structures/GroupChat.js) and the
documentation of wppconnect (GroupActionParticipant).
"""

from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format
from adapters.platforms.unofficial import unofficial

whatsapp_web = record_format(
    Shape(
        name="whatsapp-web",
        numbers=("id", "phoneNumber", "pn"),
        names=("name", "pushname", "verifiedName"),
        usernames=("username",),
        roles=("isAdmin", "isSuperAdmin"),
        has=frozenset({"id:parts"}),
        one_of=frozenset({"isAdmin", "isSuperAdmin"}),
    )
)

guide = unofficial(
    system="whatsapp-web.js, wppconnect",
    file="JSON of a group chat, of several, or of its `participants` alone, with ids in parts (`_serialized`).",
    basis="The sources of pedroslopez/whatsapp-web.js and the documentation of wppconnect.",
)
