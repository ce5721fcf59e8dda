"""How WhatsApp's programs write a person: an id "user@server", whole or in its parts, or the bare digits of a number.

What stands before which server is known from whatsmeow (types/jid.go) and Baileys (WABinary/jid-utils.ts): a number
before `s.whatsapp.net`, `c.us` (older) and `hosted`; before every other (`lid`, `hosted.lid`, `bot`, `msgr`, `interop`)
an id that is nobody's number, however much it looks like one.
"""

import re
from typing import Any

from adapters.platforms.persons.numbers import Number, read_number
from roster.groups import Shown

_OF_NUMBERS = frozenset({"s.whatsapp.net", "c.us", "hosted"})
_USER = re.compile(r"(\d+)(?:[._]\d+)?(?::\d+)?", re.ASCII)
_WITH_COUNTRY = re.compile(r"[1-9]\d*", re.ASCII)
_DIALLED = frozenset("+0123456789 ()-.")
_AS_LONG_AS_AN_ID = 13


def jid_in(value: Any) -> str:
    """Give a JSON value's id or number as text, "" for anything else. An id may be parted: {"user", "server"}."""
    if isinstance(value, dict):
        user, server = value.get("user"), value.get("server")
        parted = f"{user}@{server}" if user and isinstance(user, str) and isinstance(server, str) else ""
        whole = value.get("_serialized")
        return whole.strip() if isinstance(whole, str) else parted
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def is_of_a_group(value: Any) -> bool:
    """Whether a JSON value is the id of a group."""
    return jid_in(value).endswith("@g.us")


def number_in(jid: str, region: str) -> Number:
    """Read an id or a number. Bare digits begin with their country code, as programs write them."""
    user, at, server = jid.partition("@")
    if at:
        found = _USER.fullmatch(user) if server.casefold() in _OF_NUMBERS else None
        return _whole(found[1], region) if found else Number(shown=Shown.UNUSABLE)
    if _WITH_COUNTRY.fullmatch(jid) and len(jid) < _AS_LONG_AS_AN_ID:
        return _whole(jid, region)
    return read_number(jid, region=region) if set(jid) <= _DIALLED else Number(shown=Shown.UNUSABLE)


def _whole(digits: str, region: str) -> Number:
    return read_number(f"{digits}@c.us", region=region)
