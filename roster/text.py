"""Text as people type it, made comparable: invisible characters dropped, spellings of one thing made one."""

import re
import unicodedata

_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x200B, 0x200C, 0x200E, 0x200F, 0xFEFF, 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_ONE_SPELLING = {
    **dict.fromkeys([0x00A0, 0x202F, 0x2007, 0x2009], " "),
    **dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-"),
    **dict.fromkeys([0x2018, 0x2019, 0x201B, 0x02BC, 0x0060, 0x00B4], "'"),
}
_TABLE = {**_INVISIBLE, **_ONE_SPELLING}
_WITHOUT_ACCENT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def clean(text: str) -> str:
    """Drop invisible characters, make every space, hyphen and apostrophe the plain one, and trim.

    What a person sees stays the same; full-width digits and letters become ordinary ones (Unicode NFKC).
    """
    if text.isascii():
        return text.strip()
    return unicodedata.normalize("NFKC", text.translate(_TABLE)).translate(_TABLE).strip()


def folded(text: str) -> str:
    """Make a text comparable: cleaned, caseless, without accents, white space collapsed."""
    plain = clean(text).casefold()
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain.translate(_WITHOUT_ACCENT))
        plain = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(plain.split())


def words(text: str) -> list[str]:
    """Split a folded text into words: letters and digits, with an apostrophe inside kept out of the word."""
    return [word.replace("'", "") for word in _WORD.findall(folded(text))]
