"""Real files that this project did not write: each is read, or refused in a sentence; nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "samples"
FILES = [path for path in SAMPLES.rglob("*") if path.is_file()] if SAMPLES.is_dir() else []
AT_LEAST = 200
AT_LEAST_LISTS = 20
# What parsers were to say of a chat, in a form of their own.
PARSERS_ANSWERS = {"target.json"}

# One of the files makes a fast reader ask for 47 GB and abort, so all are read in a child that may not.
CHILD = """
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
from adapters.mis import read_export
from adapters.platforms.reading import read_lists
from roster.errors import RosterError
from roster.export import Upload
from roster.normalise import normalise

def export(upload):
    return len(normalise(read_export(upload)[0])[0].pupils)

def members(upload):
    return sum(len(listed.members) for listed in read_lists(upload))

for name in json.load(sys.stdin):
    upload = Upload(Path(name).name, Path(name).read_bytes())
    for what in (export, members):
        try:
            said = [what.__name__, "read", what(upload)]
        except RosterError as error:
            said = [what.__name__, "refused", error.sentence]
        except BaseException as error:
            said = [what.__name__, "failed", repr(error)]
        print(json.dumps([name, *said]), flush=True)
"""


@pytest.fixture(scope="module")
def results() -> list[list[object]]:
    if not FILES:
        pytest.skip(f"the samples are not beside the project ({SAMPLES})")
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", CHILD], cwd=ROOT, input=json.dumps([str(path) for path in FILES]),
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, f"the reader's process ended with {ended.returncode}: {ended.stderr[-2000:]}"
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_every_file_is_read_or_refused(results: list[list[object]]):
    assert len(results) == 2 * len(FILES) > AT_LEAST
    assert [result for result in results if result[2] == "failed"] == []


def test_every_refusal_names_the_file_and_says_what_to_do(results: list[list[object]]):
    for name, _, verdict, said in results:
        if verdict == "refused":
            assert str(said).startswith(Path(str(name)).name)
            assert str(said).endswith(".")


def test_no_picture_passes_for_a_list(results: list[list[object]]):
    read = {Path(str(name)) for name, what, verdict, _ in results if what == "members" and verdict == "read"}

    assert not [path for path in read if path.suffix == ".png"]


def test_every_chat_and_every_list_of_cards_is_read(results: list[list[object]]):
    lists = {path for path in FILES if "lists" in path.parts and path.name not in PARSERS_ANSWERS}
    read = {Path(str(name)) for name, what, verdict, said in results if (what, verdict) == ("members", "read") and said}

    assert len(lists) > AT_LEAST_LISTS
    assert lists <= read
