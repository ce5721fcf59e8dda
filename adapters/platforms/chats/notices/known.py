"""The languages that are understood, and which of their wordings a line may be of."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from adapters.discovery import found_in
from adapters.platforms.chats.notices import languages
from adapters.platforms.chats.notices.wording import WORD, Language, Wording


@cache
def known_languages() -> dict[str, Language]:
    """Give the languages by their codes."""
    return {language.code: language for language in found_in(languages, Language)}


@cache
def known_wordings() -> tuple[tuple[Wording, Language], ...]:
    """Give every wording of every language."""
    return tuple(
        (wording, language)
        for language in known_languages().values()
        for wording in (*language.wordings, *language.unverified)
    )


def wordings_in(line: str) -> Iterator[tuple[Wording, Language]]:
    """Give the wordings that a plain line may be of: those whose letters stand in it, in one order for all lines."""
    by_word = _by_word()
    possible = {at for word in ("", *WORD.findall(line)) for at in by_word.get(word, ())}
    every = known_wordings()
    return (every[at] for at in sorted(possible) if every[at][0].core in line)


@cache
def _by_word() -> dict[str, list[int]]:
    """Index the wordings by the rarest of each one's whole words, or by none."""
    words = [wording.whole_words for wording, _ in known_wordings()]
    times = Counter(word for each in words for word in each)
    index: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(words):
        index[min(sorted(each), key=times.__getitem__, default="")].append(at)
    return dict(index)
