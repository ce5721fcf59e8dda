"""The group info of whatsmeow as JSON, which WAHA's GOWS engine gives as it is.

`{JID, Name, Participants: [{JID, PhoneNumber, LID, IsAdmin, IsSuperAdmin, DisplayName, Error}]}`. DisplayName is not a
name but a number with most of its digits hidden, and Error says that somebody could not be added. Known from the source
of tulir/whatsmeow (types/group.go).
"""

from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format
from adapters.platforms.unofficial import unofficial

whatsmeow = record_format(
    Shape(
        name="whatsmeow",
        numbers=("PhoneNumber", "JID", "LID"),
        roles=("IsAdmin", "IsSuperAdmin"),
        left=lambda person: bool(person.get("Error")),
        has=frozenset({"JID"}),
        one_of=frozenset({"IsAdmin", "IsSuperAdmin"}),
        lacks=frozenset({"id", "jid"}),
        people="Participants",
        titles=("Name",),
        sizes=("ParticipantCount",),
    )
)

guide = unofficial(
    system="whatsmeow",
    file="JSON of a group's info (`JID`, `Name`, `Participants`), or an array of them.",
    basis="The sources of tulir/whatsmeow.",
)
