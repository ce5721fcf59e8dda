"""What a list shows where a number should be: a number, several, none, an opaque id, or a name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roster.groups import Shown
from roster.phone import NotANumber, Phone
from roster.telephones import read_telephones
from roster.text import clean, folded
from roster.tokens import name_in

# In the thirteen languages that lists are seen in; a tool writes some of them, people the others.
_HIDDEN_WORDS = frozenset(
    folded(word)
    for word in (
        "private|privacy|no number|not visible|unavailable|unknown|none|null|n/a|na|anonymous|undisclosed|verborgen|privat|"
        "versteckt|ausgeblendet|unbekannt|keine|oculto|oculta|privado|privada|desconocido|sin número|ninguno|escondido|"
        "desconhecido|sem número|nenhum|masqué|caché|privé|inconnu|aucun|nascosto|privato|sconosciuto|nessuno|gizli|özel|"
        "bilinmiyor|yok|ukryty|ukryte|prywatny|nieznany|brak|ascuns|necunoscut|niciunul|onbekend|geen|afgeschermd|مخفي|خاص|"
        "مجهول|غير معروف|پوشیدہ|نجی|نامعلوم|छिपा हुआ|छुपा हुआ|निजी|अज्ञात"
    ).split("|")
)
_HIDDEN = re.compile(r"hidden\b.*|-+")
_APOSTROPHE = re.compile(r"'(?=[+\d])")
_JID = re.compile(r"(\d{6,15})(?:\.\d+)?(?::\d+)?@(?:s\.whatsapp\.net|c\.us|hosted)")
_ID = re.compile(r"\S+@(?:s\.whatsapp\.net|c\.us|g\.us|lid|hosted(?:\.lid)?|msgr|interop|bot|broadcast|newsletter)")
_BUSINESS_ID = re.compile(r"[A-Z]{2}\.(?=[A-Za-z]*\d)[A-Za-z0-9]{6,}")
_USERNAME = re.compile(r"@[^\W\d_][\w.]{2,34}")
_OPAQUE_FROM = 13
_LONGEST = 15
_WITHOUT_COUNTRY = 8
_WITH_COUNTRY = 10
_SELF_CHOSEN = "~"
_DIALLED = frozenset("0123456789 ()-.")


@dataclass(frozen=True, slots=True)
class Number:
    """What a number cell holds. `name` is the cell's text, or the username in it, if it is no number.

    `more` are further numbers in the cell, or other ways to read it. Beside what is unusable they are what it may have
    been: they may tell who somebody is, and never that somebody is a stranger. `torn` says that a number in the cell
    beside `phone` is one no longer.
    """

    phone: Phone | None = None
    shown: Shown = Shown.NO_NUMBER
    name: str = ""
    more: tuple[Phone, ...] = ()
    torn: bool = False

    @property
    def phones(self) -> tuple[Phone, ...]:
        """Every number that the cell may hold."""
        return (self.phone, *self.more) if self.phone else self.more


_UNUSABLE = Number(shown=Shown.UNUSABLE)


def says_hidden(text: str) -> bool:
    """Whether a cell says in words that there is nothing to see: "Hidden (privacy)", "n/a", "Unbekannt"."""
    plain = folded(text)
    return plain in _HIDDEN_WORDS or _HIDDEN.fullmatch(plain) is not None


def is_id(text: str) -> bool:
    """Whether a text is one of WhatsApp's ids, be it made of a number (`447...@c.us`) or not (`...@lid`)."""
    return _ID.fullmatch(clean(text)) is not None


def read_number(cell: str, *, region: str, prefix: str = "") -> Number:
    """Read a list's number cell. Digits without a plus may be international, as scripts write them: then both are kept.

    An id that is no number is never taken for one: `...@lid`, `GB.abc123`, and digits as long as WhatsApp's own ids.
    `prefix` is the country code, where it stands in a column of its own. Behind a "~" stands the name that people give
    themselves: a few digits there are one.
    """
    text = _APOSTROPHE.sub("", clean(cell), count=1)
    if not text or says_hidden(text):
        return Number()
    jid = _JID.fullmatch(text)
    if jid:
        return _of(_international(jid[1]))
    if _USERNAME.fullmatch(text):
        return Number(name=text[1:])
    if "@" in text or _BUSINESS_ID.fullmatch(text):
        return _UNUSABLE
    digits = "".join(char for char in text if char.isdecimal())
    if not digits:
        return Number(name=cell.strip())
    if text.startswith(_SELF_CHOSEN):
        chosen = name_in(text)
        whole = chosen.startswith("+") or len(digits) >= _WITH_COUNTRY
        return read_number(chosen, region=region, prefix=prefix) if whole else Number(name=chosen)
    if prefix.isdecimal() and not text.startswith("+") and set(text) <= _DIALLED:
        return _of(*_abroad(digits, prefix))
    bare = text.removeprefix("+")
    if bare.isdecimal() and not bare.startswith("0") and len(bare) >= _OPAQUE_FROM:
        return _as_long_as_an_id(bare, region, dialled=text != bare)
    return _read(text, region)


def _read(text: str, region: str) -> Number:
    read = read_telephones(text, region)
    bare = text.removeprefix("+")
    either = [_international(bare)] if bare.isdecimal() and len(bare) >= _WITH_COUNTRY else []
    found = _of(*read.phones, *either)
    return Number(found.phone, found.shown, more=found.more, torn=bool(read.phones and read.fragments))


def _abroad(digits: str, prefix: str) -> list[Phone | None]:
    """The ways to read digits beside a country code, which they may begin with, the likeliest first."""
    whole = [digits] if digits.startswith(prefix) and len(digits) >= len(prefix) + _WITHOUT_COUNTRY else []
    return [_international(one) for one in (*whole, prefix + digits.removeprefix("0"), prefix + digits)]


def _as_long_as_an_id(digits: str, region: str, *, dialled: bool) -> Number:
    """Read digits that may as well be one of WhatsApp's ids (LIDs, 13 to 15 digits, which some bots write with a plus).

    Of every four such ids one could be dialled somewhere, so that only a number in use in its country's plan counts: at
    home, or one of thirteen digits with a plus. The others may still tell who somebody is.
    """
    import phonenumbers

    phone = _international(digits)
    if phone is None:
        return _UNUSABLE
    number = phonenumbers.parse(phone.e164)
    at_home = phonenumbers.region_code_for_number(number) == region
    written_out = dialled and len(digits) == _OPAQUE_FROM
    if phonenumbers.is_valid_number(number) and (at_home or written_out):
        return _of(phone)
    return Number(shown=Shown.UNUSABLE, more=(phone,))


def _of(*found: Phone | None) -> Number:
    phones = tuple(dict.fromkeys(filter(None, found)))
    return Number(phones[0], Shown.NUMBER, more=phones[1:]) if phones else _UNUSABLE


def _international(digits: str) -> Phone | None:
    """Read digits that begin with a country code, though no plus says so: what is short of an area code is no number."""
    import phonenumbers

    if len(digits) > _LONGEST:
        return None
    try:
        phone = Phone.parse(f"+{digits}", "ZZ")
    except NotANumber:
        return None
    possible = phonenumbers.is_possible_number_with_reason(phonenumbers.parse(phone.e164))
    return phone if possible == phonenumbers.ValidationResult.IS_POSSIBLE else None


def numbers_of(cells: Iterable[str], *, region: str, prefix: str = "") -> list[Number]:
    """Read the number cells of one person; a cell that says nothing gives nothing."""
    read = (read_number(cell, region=region, prefix=prefix) for cell in cells)
    return [number for number in read if number != Number()]
