"""A telephone number as a key: E.164, and masked whenever it is shown without being asked for."""

import re
from dataclasses import dataclass

_SEPARATORS = str.maketrans("", "", " ()-.")
# The regular part of the British plan, as the general library reads it; everything else is left to the library.
_REGULAR = re.compile(r"(?:\+440?|(?:00)?440?|0)?([127]\d{9})", re.ASCII)
_BRITISH_LENGTH = 10
_DIALLED = frozenset(" ()+-./")
_DIGITS_AT_LEAST = 7


class NotANumber(ValueError):
    """The text is no telephone number that anybody could ring."""


@dataclass(frozen=True, slots=True, order=True)
class Phone:
    """A number that could be rung, in E.164 ("+447700900123", ITU-T Rec. E.164).

    Possible is enough: the numbers kept for drama (07700 900000 to 900999) are possible and not valid.
    """

    e164: str

    def __repr__(self) -> str:
        return f"Phone({self})"

    def __str__(self) -> str:
        return f"…{self.ending(3)}"

    def ending(self, digits: int) -> str:
        """Give the last digits, as many as asked for."""
        return self.e164[-digits:]

    @classmethod
    def parse(cls, text: str, region: str = "GB") -> "Phone":
        """Read one number as it is dialled from `region` (ISO 3166 two letters).

        The text holds one number and no words. Raises `NotANumber` if it could not be rung: too few or too many
        digits, or a British number that is a digit short (nine digits are possible there, and nearly always a slip).
        """
        regular = _REGULAR.fullmatch(text.translate(_SEPARATORS)) if region == "GB" else None
        return cls(f"+44{regular[1]}") if regular else cls(_by_library(text, region))


def _by_library(text: str, region: str) -> str:
    # The library takes letters for keypad digits, and what follows a semicolon or a comma for an extension.
    if sum(map(str.isdigit, text)) < _DIGITS_AT_LEAST or not all(char in _DIALLED or char.isdecimal() for char in text):
        raise NotANumber(text)
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        raise NotANumber(text) from error
    # A number that only works within one town ("possible, local only") is no key to a person.
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise NotANumber(text)
    short = number.country_code == 44 and len(str(number.national_number)) != _BRITISH_LENGTH
    if short and not phonenumbers.is_valid_number(number):
        raise NotANumber(text)
    number.extension = None
    e164: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    # Zeros that lead into nothing ("0049 000") count as digits dialled and leave too few of them.
    if len(e164) <= _DIGITS_AT_LEAST:
        raise NotANumber(text)
    return e164
