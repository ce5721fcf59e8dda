"""The keys under which a recorded name is found: the word itself, the names behind it, its sound, its consonants, its initial.

Whatever may be one name has a key in common, so that a list of names is searched without comparing each with each.
"""

from collections.abc import Iterator
from functools import lru_cache

from roster.identity.label import Label
from roster.identity.nicknames import names_behind
from roster.identity.scripts import consonants, latin
from roster.identity.spelling import CLIPPED_FROM, TAIL_FROM, as_in_english, family_sound, said_of, sound


@lru_cache(maxsize=65_536)
def recorded_keys(word: str) -> tuple[tuple[str, str], ...]:
    """Give every key of a word of a recorded name, each with the level at which it agrees, the closest first."""
    if len(word) == 1:
        return (word, "same"), (f"{word}.", "initial")
    bare = ((f"={left}", "alike") for left in (consonants(word),) if left)
    return (*_keys(word), *bare, *_ends(word), (f"^{word[0]}", "initial"))


@lru_cache(maxsize=65_536)
def shown_keys(word: str, *, bare: bool = False) -> tuple[tuple[str, str], ...]:
    """Give the keys by which a word of a label is looked for, each with its level, the closest first."""
    if bare:
        left = consonants(word)
        return ((word, "same"), (f"={left}", "alike")) if left else ((word, "same"),)
    if len(word) == 1:
        return (word, "same"), (f"^{word}", "initial")
    return (*_keys(word), *_ends(word), (f"{word[0]}.", "initial"))


def asked_keys(label: Label) -> Iterator[str]:
    """Give every key under which somebody whom the label fits can be found."""
    for word in label.written:
        for key, level in shown_keys(word, bare=word in label.bare):
            if level != "initial":
                yield key
    if label.related:
        yield from (form for word in label.names for form in said_of(word, inflected=label.inflected))
        owned = (form for word in label.names for form in said_of(word))
        yield from (key for form in owned for key, level in shown_keys(form) if level != "initial")
    if label.initials:
        yield f"^{label.initials[0]}"
    yield from label.shown


@lru_cache(maxsize=65_536)
def _keys(word: str) -> tuple[tuple[str, str], ...]:
    heard = ((f"~{one}", "alike") for one in dict.fromkeys((sound(word), family_sound(word))) if one)
    english = as_in_english(word)
    spelt = ((one, "alike") for one in (english, f"~{sound(english)}") if len(one) > 1)
    return (word, "same"), *heard, *spelt, *((f"#{name}", "form") for name in sorted(names_behind(word)))


def _ends(word: str) -> tuple[tuple[str, str], ...]:
    """The beginning and the end, by which a word may be short for another."""
    return (f"{word[:CLIPPED_FROM]}>", "clipped"), *(
        ((f"<{word[-TAIL_FROM:]}", "clipped"),) if len(word) >= TAIL_FROM else ()
    )


def in_latin(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give recorded words in Latin letters."""
    return tuple(one for word in words for one in latin(word)[0])
