"""What a list shows where a number should be: a number, none, an opaque id, or a name."""

import re
from dataclasses import dataclass

from roster.groups import Shown
from roster.phone import NotANumber, Phone
from roster.telephones import read_telephones
from roster.text import clean, folded

_HIDDEN = re.compile(r"hidden\b.*|private|privacy|no number|not visible|unavailable|unknown|n/?a|none|null|-+")
_JID = re.compile(r"(\d{6,15})(?::\d+)?@(?:s\.whatsapp\.net|c\.us)")
_OPAQUE_DIGITS = 13
_WITHOUT_COUNTRY = 8
_DIALLED = frozenset("0123456789 ()-.")


@dataclass(frozen=True, slots=True)
class Number:
    """What a number cell holds. `name` is the cell's text if it is a name rather than a number."""

    phone: Phone | None = None
    shown: Shown = Shown.NO_NUMBER
    name: str = ""


def read_number(cell: str, *, region: str, prefix: str = "") -> Number:
    """Read a list's number cell. Digits without a plus may be international, as scripts write them.

    An id that is no number (`...@lid`, 13 to 15 digits without a numbering plan) is never taken for one.
    """
    text = clean(cell)
    jid = _JID.fullmatch(text)
    if jid:
        return _international(jid[1])
    if not text or _HIDDEN.fullmatch(folded(text)):
        return Number()
    digits = "".join(char for char in text if char.isdigit())
    if "@" in text:
        return Number(shown=Shown.UNUSABLE)
    if not digits:
        return Number(name=cell.strip())
    if prefix.isdigit() and not text.startswith("+") and set(text) <= _DIALLED:
        whole = digits.startswith(prefix) and len(digits) >= len(prefix) + _WITHOUT_COUNTRY
        return _international(digits if whole else prefix + digits.removeprefix("0"))
    read = read_telephones(text, region)
    if read.phones:
        return Number(read.phones[0], Shown.NUMBER)
    return _international(digits) if text.lstrip("+'").isdigit() else Number(shown=Shown.UNUSABLE)


def _international(digits: str) -> Number:
    if len(digits) > _OPAQUE_DIGITS:
        return Number(shown=Shown.UNUSABLE)
    try:
        phone = Phone.parse(f"+{digits}", "ZZ")
    except NotANumber:
        return Number(shown=Shown.UNUSABLE)
    return Number(phone, Shown.NUMBER)
