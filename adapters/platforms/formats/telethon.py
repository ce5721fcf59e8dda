"""Telegram members as scripts around Telethon write them to CSV, in two common forms.

`username,user id,access hash,name,group,group id`, and `phone number,username,user id,access hash,name,group name,group
id,time`. The access hash is a key to the account's view of somebody and is never read; neither is the user id. Known
from public "Telegram group scraper" scripts.
"""

from adapters.platforms.guide import ListGuide
from adapters.platforms.headings.layout import Layout
from roster.groups import Completeness

telethon = Layout(
    name="telethon",
    platform="telegram",
    signature=frozenset({"username", "user id", "access hash", "name", "group", "group id"}),
    names=(("name",), ("username",)),
    group="group",
    completeness=Completeness.PARTIAL,
)
telethon_with_numbers = Layout(
    name="telethon-with-numbers",
    platform="telegram",
    signature=frozenset({"phone number", "username", "user id", "access hash", "name", "group name"}),
    phones=("phone number",),
    names=(("name",), ("username",)),
    group="group name",
    completeness=Completeness.PARTIAL,
)
guide = ListGuide(
    system="Telethon scripts (Telegram)",
    file="CSV with `username`, `user id`, `access hash`, `name` and the group, at times with `phone number`.",
    get=(
        "Not a way for a volunteer: Telegram has no export of a group's members, and a script that makes one needs a "
        "developer's key. Roster neither uses nor recommends them, it only reads a file that somebody has."
    ),
    proves=(
        "partial, because Telegram hides the members of some groups and scripts leave people out; say how many members "
        "the group has, and a list of as many is complete. Telephone numbers are nearly always missing; a name is what "
        "somebody calls themselves, and where there is none, the username stands for it."
    ),
    basis="Public scripts around LonamiWebs/Telethon.",
)
