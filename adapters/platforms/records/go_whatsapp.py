"""The participants of go-whatsapp-web-multidevice: `{code, message, results: {group_id, name, participants}}`.

`{jid, phone_number, lid, display_name, is_admin, is_super_admin}`; other services around whatsmeow write the same in
camel case. Known from the documentation of aldinokemal/go-whatsapp-web-multidevice (group participants). Its
`display_name` may be a number with most of its digits hidden, which is no name.
"""

from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format
from adapters.platforms.unofficial import unofficial

go_whatsapp = record_format(
    Shape(
        name="go-whatsapp",
        numbers=("phone_number", "phoneNumber", "jid", "lid"),
        names=("display_name", "displayName"),
        roles=("is_admin", "is_super_admin", "isAdmin", "isSuperAdmin", "role"),
        has=frozenset({"jid"}),
        one_of=frozenset({"is_admin", "is_super_admin", "isAdmin", "isSuperAdmin", "role"}),
        lacks=frozenset({"id", "JID"}),
        titles=("name", "subject", "group_name"),
        sizes=("participant_count", "participantCount"),
    )
)

guide = unofficial(
    system="go-whatsapp-web-multidevice",
    file="JSON of a group's participants (`jid`, `phone_number`, `is_admin`).",
    basis="The documentation of aldinokemal/go-whatsapp-web-multidevice.",
)
