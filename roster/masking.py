"""Numbers and addresses in a text, hidden in the middle: enough is left to find the cell, too little to ring anybody."""

import re

_DATE = r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})\b"
_DIGITS = re.compile(rf"(?P<date>{_DATE})|\d(?:[\s().\-/+]{{0,3}}\d)+")
_ADDRESS = re.compile(r"([^\s@,;<>\"]{1,200})(?=@[^\s@])")
_DIGITS_OF_A_NUMBER = 7
_FIRST_AT_MOST, _HIDDEN_AT_LEAST, _LAST = 6, 3, 2
_HIDDEN = "•"


def masked(text: str) -> str:
    """Hide the middle of everything as long as a telephone number, and whose an e-mail address is; dates stay.

    "07700 900123" is "07700 9•••23", "ola@example.org" is "o•••@example.org".
    """
    return _DIGITS.sub(_number, _ADDRESS.sub(lambda found: found[1][0] + _HIDDEN * 3, text))


def _number(found: re.Match[str]) -> str:
    run = found[0]
    digits = sum(map(str.isdigit, run))
    if found["date"] or digits < _DIGITS_OF_A_NUMBER:
        return run
    shown = min(_FIRST_AT_MOST, digits - _HIDDEN_AT_LEAST - _LAST)
    hidden = range(shown, digits - _LAST)
    told = []
    at = 0
    for char in run:
        told.append(_HIDDEN if char.isdigit() and at in hidden else char)
        at += char.isdigit()
    return "".join(told)
