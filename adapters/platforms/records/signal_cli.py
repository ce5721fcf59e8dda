"""The groups of signal-cli, `signal-cli -o json listGroups`, on its own or as the result of a JSON-RPC call.

`{id, name, isMember, members: [{number, uuid}], admins, pendingMembers, requestingMembers, banned, groupInviteLink}`;
before version 0.9, a member is a text, the number or else the UUID. Whoever is only invited or asks to come in is no
member. Known from the source of AsamK/signal-cli (commands/ListGroupsCommand.java).
"""

from adapters.platforms.guide import ListGuide
from adapters.platforms.shapes.shape import Shape
from adapters.platforms.shapes.shaped import record_format

signal_cli = record_format(
    Shape(
        name="signal-cli",
        platform="signal",
        numbers=("number", "uuid"),
        one_of=frozenset({"number", "uuid", "text"}),
        people="members",
        group_has=frozenset({"isMember", "pendingMembers"}),
        group_lacks=frozenset({"exported_on"}),
        titles=("name",),
        sizes=(),
        admins="admins",
        inside="isMember",
    )
)

guide = ListGuide(
    system="signal-cli (Signal)",
    file="JSON of `signal-cli -o json listGroups`: an array of groups with `members`.",
    get=(
        "Signal has no export of a group's members; a volunteer types or copies them from the group's page. "
        "signal-cli is no program of Signal's; Roster neither uses nor recommends it, it only reads a file that "
        "somebody has."
    ),
    proves=(
        "complete: everybody in the group and who is an admin, by number, and without a name. Whoever keeps their "
        "number to themselves has only an id. Whoever is invited, or asks to come in, is no member. If the account that "
        "made the file is not in the group, the list counts as partial."
    ),
    basis="The source of AsamK/signal-cli (ListGroupsCommand.java).",
)
