"""E-mail addresses as lists have them: bare, in brackets, several in a cell, or wrapped up by a directory."""

import re

from roster.text import clean

_ADDRESS = re.compile(r"(?<![\w.+%'#-])[\w.+%'-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@])")
# Whom another organisation has invited (Microsoft Entra): ola_example.org#EXT#@school.onmicrosoft.com.
_GUEST = re.compile(r"([\w.+%'-]{1,64})_((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})#ext#@\S+", re.IGNORECASE)
_NO_ADDRESSES = ("@s.whatsapp.net", "@c.us", "@g.us")
_READ_AT_MOST = 2000


def addresses_in(text: str) -> tuple[str, ...]:
    """Give the e-mail addresses in a cell, caseless, each once. A guest's is the one that they were invited by."""
    if "@" not in text:
        return ()
    said = clean(text[:_READ_AT_MOST])
    guest = _GUEST.fullmatch(said)
    found = [f"{guest[1]}@{guest[2]}"] if guest else _ADDRESS.findall(said)
    told = (one.strip("'").casefold() for one in found)
    return tuple(dict.fromkeys(one for one in told if not one.endswith(_NO_ADDRESSES)))
