"""How a chat writes a person, made comparable: a number, a saved name, or a name that people give themselves."""

from roster.phone import NotANumber, Phone
from roster.text import clean

_SELF_CHOSEN = "~"
_DIALLED = frozenset("+0123456789 ()-.")
_DIGITS_AT_LEAST = 8


def name_in(token: str) -> str:
    """Give the name a token shows: cleaned, without the tilde before a self-chosen name, spaces made single."""
    return " ".join(clean(token).removeprefix(_SELF_CHOSEN).split())


def phone_in(token: str, region: str = "GB") -> Phone | None:
    """Give the number that a token is, in the digits of any script, or None. Digits with words beside them are a name."""
    text = name_in(token)
    if not text.isascii():
        text = "".join(str(int(char)) if char.isdecimal() else char for char in text)
    if not set(text) <= _DIALLED or sum(map(str.isdigit, text)) < _DIGITS_AT_LEAST:
        return None
    try:
        return Phone.parse(text, region)
    except NotANumber:
        return None


def key_of(token: str, region: str = "GB") -> str:
    """Give what two ways of writing one person in one chat have in common: the number in E.164, else the name, caseless."""
    phone = phone_in(token, region)
    return phone.e164 if phone else name_in(token).casefold()
