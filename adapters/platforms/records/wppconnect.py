"""What newer wppconnect gives for a group's members: `{lid, phoneNumber?, username?}`, text or ids in parts.

Known from wppconnect's documentation (GroupMutationParticipant): somebody has a number or a username, or both.
"""

from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format
from adapters.platforms.unofficial import unofficial

wppconnect = record_format(
    Shape(
        name="wppconnect",
        numbers=("phoneNumber", "lid"),
        names=("name", "pushname"),
        usernames=("username",),
        roles=("isAdmin", "isSuperAdmin"),
        has=frozenset({"lid"}),
        one_of=frozenset({"username", "isAdmin", "isSuperAdmin"}),
        lacks=frozenset({"id", "jid", "JID", "phone", "wa_participant_id"}),
    )
)

guide = unofficial(
    system="wppconnect (newer)",
    file="JSON array of `{lid, phoneNumber, username}`.",
    basis="The documentation of wppconnect.",
)
