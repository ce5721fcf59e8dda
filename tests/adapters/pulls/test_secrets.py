"""A secret in a file of its own."""

from pathlib import Path

import pytest

from adapters.pulls.refusals import SecretNotSafe
from adapters.pulls.secrets import secret_in

SECRET = "hush-hush"


def a_file(tmp_path: Path, content: bytes = SECRET.encode(), mode: int = 0o600) -> Path:
    path = tmp_path / "mis.secret"
    path.write_bytes(content)
    path.chmod(mode)
    return path


@pytest.mark.parametrize("content", [b"hush-hush", b"hush-hush\n", b"\xef\xbb\xbfhush-hush\r\n", b" hush-hush "])
def test_it_reads_a_secret(tmp_path: Path, content: bytes):
    assert secret_in(a_file(tmp_path, content)) == SECRET


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o666])
def test_it_refuses_a_file_that_others_can_read(tmp_path: Path, mode: int):
    with pytest.raises(SecretNotSafe) as caught:
        secret_in(a_file(tmp_path, mode=mode))

    assert (
        caught.value.sentence
        == "mis.secret: Others on this computer can read it. Close it to them: chmod 600 mis.secret"
    )


@pytest.mark.parametrize("content", [b"", b"\n", b"two\nlines", b"\xff\xfe\x00", "geheim-ß".encode(), b"x" * 20_000])
def test_it_refuses_what_is_no_secret(tmp_path: Path, content: bytes):
    with pytest.raises(SecretNotSafe, match="There is no secret in it"):
        secret_in(a_file(tmp_path, content))


def test_it_says_that_there_is_no_file(tmp_path: Path):
    with pytest.raises(SecretNotSafe, match="It cannot be opened"):
        secret_in(tmp_path / "nothing")
