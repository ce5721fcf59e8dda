"""Google Groups: the members that an owner exports, a line with the group's name above them or not.

Group status is member, manager or owner, and invited or pending for somebody who is not in it yet. From public programs
that read such files.
"""

from adapters.platforms.guide import ListGuide
from adapters.platforms.headings.layout import Layout

google_groups = Layout(
    name="google-groups",
    platform="google-groups",
    signature=frozenset({"Email address", "Nickname", "Group status"}),
    emails=("Email address",),
    names=(("Nickname",),),
    admin="Group status",
    kind="Group status",
    titled="Members for group ",
)

gam = Layout(
    name="gam",
    platform="google-groups",
    signature=frozenset({"group", "type", "role", "email"}),
    emails=("email",),
    names=(("name",),),
    group="group",
    admin="role",
    kind="type",
)

guide = ListGuide(
    system="Google Groups",
    file="The CSV with Email address, Nickname and Group status that groups.google.com gives, or GAM's with group, type, role "
    "and email.",
    get="On a computer, as an owner or manager of the group: groups.google.com, the group, People, Members, Export list. GAM is "
    "a program for a domain's administrators: `gam print group-members`.",
    proves="Complete, by e-mail address: somebody is recognised if the school has that address. People who were invited or asked "
    "to join are set aside. A row for everybody of a domain, or for another group, is set aside, and makes the list partial.",
    basis="Public programs that read such files, and their tests.",
)
