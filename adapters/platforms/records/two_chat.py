"""The participants of 2Chat, in the answer `{success, data: {wa_group_name, size, participants}}`.

`{wa_participant_id, wa_pushname, wa_is_admin, wa_is_super_admin, phone_number, contact: {first_name, last_name}}`.
Known from developers.2chat.co (List WhatsApp Group Participants).
"""

from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format
from adapters.platforms.unofficial import unofficial

two_chat = record_format(
    Shape(
        name="2chat",
        numbers=("phone_number", "wa_participant_id"),
        names=("contact", "wa_pushname"),
        roles=("wa_is_admin", "wa_is_super_admin"),
        has=frozenset({"wa_participant_id"}),
        lacks=frozenset({"id", "jid", "JID", "phone"}),
        titles=("wa_group_name", "wa_subject"),
    )
)

guide = unofficial(
    system="2Chat",
    file="JSON of a group's participants (`wa_participant_id`).",
    basis="The documentation of 2Chat.",
)
