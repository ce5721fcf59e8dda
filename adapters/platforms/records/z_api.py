"""The group metadata of Z-API: `{phone, subject, participants: [{phone, lid?, isAdmin, isSuperAdmin, short?, name?}]}`.

Known from developer.z-api.io (group-metadata, group-invitation-metadata). A phone is digits with their country code.
"""

from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format
from adapters.platforms.unofficial import unofficial

z_api = record_format(
    Shape(
        name="z-api",
        numbers=("phone", "lid"),
        names=("name", "short"),
        roles=("isAdmin", "isSuperAdmin"),
        has=frozenset({"phone"}),
        one_of=frozenset({"isAdmin", "isSuperAdmin"}),
        lacks=frozenset({"id", "jid", "JID", "wa_participant_id"}),
        sizes=("participantsCount",),
    )
)

guide = unofficial(
    system="Z-API",
    file="JSON of a group's metadata, with `phone` for each of the `participants`.",
    basis="The documentation of Z-API.",
)
