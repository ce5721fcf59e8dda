"""Group chats and member lists whose truth is known: nobody missed, nobody invented, nobody gone who is there."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.chats.cases import PERIOD, a_chat
from tests.chats.disagreements import GRAVE, Disagreement, in_chat
from tests.chats.heads import HEADS
from tests.chats.listings import FORMATS, a_listing, in_listing
from tests.chats.truth import Standing
from tests.chats.wording import LANGUAGES

ENOUGH = range(2 * PERIOD)
SEEDS = range(int(os.environ.get("ROSTER_SEEDS", str(len(ENOUGH)))))
LISTS = range(max(3 * len(FORMATS), len(SEEDS) if "ROSTER_SEEDS" in os.environ else 0))

Checked = Callable[[str, int], list[Disagreement]]


def of_chat(seed: int) -> list[Disagreement]:
    """Where a seed's chat, read as a command reads it, departs from what is true."""
    case = a_chat(seed)
    lists = read(case.file, case.content, None)
    return [Disagreement("refused", f"{lists} ({case})")] if isinstance(lists, str) else in_chat(case, lists[0])


def of_list(seed: int) -> list[Disagreement]:
    """Where a seed's member list departs from what is true."""
    case = a_listing(seed)
    lists = read(case.file, case.content, case.said)
    return [Disagreement("refused", f"{lists} ({case.format})")] if isinstance(lists, str) else in_listing(case, lists)


def read(name: str, content: bytes, said: int | None):
    """The lists in a file, or the sentence that refuses it."""
    from adapters.platforms.reading import read_lists
    from jobs.uploads import upload
    from roster.errors import RosterError

    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        try:
            return read_lists(upload(path), said=said)
        except RosterError as error:
            return error.sentence


CHECKS = {"chat": of_chat, "list": of_list}


@pytest.fixture(scope="module")
def checked(request: pytest.FixtureRequest) -> Iterator[Checked]:
    """The disagreements of each seed that is asked for, worked out on every core."""
    asked = {
        (item.callspec.params["kind"], item.callspec.params["seed"])
        for item in request.session.items
        if "checked" in item.fixturenames and item.path == request.path
    }
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as workers:
        results = {(kind, seed): workers.submit(CHECKS[kind], seed) for kind, seed in sorted(asked)}
        yield lambda kind, seed: results[kind, seed].result()
        workers.shutdown(cancel_futures=True)


@pytest.mark.parametrize(("kind", "seed"), [*(("chat", seed) for seed in SEEDS), *(("list", seed) for seed in LISTS)])
def test_it_misses_and_invents_nobody_and_calls_nobody_gone_who_is_there(checked: Checked, kind: str, seed: int):
    found = checked(kind, seed)

    grave = [one for one in found if one.kind in GRAVE]
    minor = [one for one in found if one.kind not in GRAVE]
    assert not grave, _listed(grave)
    assert not minor, _listed(minor)


def test_it_meets_every_form_of_head_in_every_language():
    cases = [a_chat(seed) for seed in ENOUGH]

    assert {case.head.name for case in cases} == {head.name for head in HEADS}
    assert {(case.head.name, language.name) for case in cases for language in LANGUAGES if language.name in case.traits} == {
        (head.name, language.name) for head in HEADS for language in LANGUAGES
    }  # fmt: skip


def test_it_meets_everything_that_happens_in_a_group_and_every_kind_of_file():
    met = frozenset().union(*(a_chat(seed).traits for seed in ENOUGH))

    assert met >= {
        *("encryption", "created", "added you", "you were added", "added", "you added", "was added", "added several"),
        *("added some", "joined", "left", "removed", "you removed", "was removed", "changed number", "renumbered"),
        *("renamed", "admin", "noise", "noise of nobody", "security", "asked", "unread", "message", "old ios", "cut"),
        *("mixed", "lf", "crlf", "zip", "text", "utf-8", "utf-8-sig", "utf-16", "cp1252"),
    }


def test_it_is_put_to_every_question_and_rarely_let_off(capsys: pytest.CaptureFixture[str]):
    """One in ten at most may be judged either way: a name that looks like two, or like a sender and a message."""
    truths = [a_chat(seed).truth for seed in ENOUGH]
    standings = Counter(standing for truth in truths for standing in truth.standings.values())

    with capsys.disabled():
        sys.stdout.write(
            f"\n{standings[Standing.EITHER]} of {standings.total()} people in chats may be judged either way\n"
        )
    assert set(standings) == set(Standing)
    assert min(standings.values()) > 50
    assert standings[Standing.EITHER] < standings.total() / 10


def _listed(found: list[Disagreement]) -> str:
    return "\n".join(map(str, found))
