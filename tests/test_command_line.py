"""The command line's manners: one sentence for a mistake of ours, and nothing overwritten."""

import subprocess
import sys
from pathlib import Path

import pytest

from jobs import check, cli


def test_it_says_a_mistake_of_ours_calmly_and_repeats_nothing_it_read(monkeypatch: pytest.MonkeyPatch, capsys):
    def broken(_arguments: object) -> int:
        raise KeyError("07700 900123 Ola Bello")

    monkeypatch.setattr(check, "run", broken)

    status = cli.main(["check", "contacts.csv", "3B.csv"])

    said = capsys.readouterr()
    assert status == 2
    assert "Something went wrong inside Roster (KeyError at test_command_line.py" in said.err
    assert "Ola" not in said.err
    assert "900123" not in said.err
    assert said.out == ""


@pytest.mark.parametrize("report", ["contacts.xlsx", "members.xlsx", "report.txt"])
def test_it_writes_no_report_over_what_it_compares(tmp_path: Path, report: str, capsys):
    for name in ("contacts.xlsx", "members.xlsx"):
        (tmp_path / name).write_bytes(b"as it was")
    given = [str(tmp_path / "contacts.xlsx"), f"3B={tmp_path / 'members.xlsx'}", "--report", str(tmp_path / report)]

    status = cli.main(["check", *given])

    assert status == 2
    assert "report" in capsys.readouterr().err
    assert (tmp_path / "contacts.xlsx").read_bytes() == (tmp_path / "members.xlsx").read_bytes() == b"as it was"


def test_it_does_not_mind_a_reader_who_has_read_enough(tmp_path: Path):
    rows = "".join(f"Ade{n},3B,Ola{n} Bello,07700 {900000 + n}\n" for n in range(900))
    (tmp_path / "contacts.csv").write_text(f"Child,Class,Parent,Mobile\n{rows}")
    (tmp_path / "3B.csv").write_text("Name,Phone\n" + "".join(f"Ola{n},07700 {900000 + n}\n" for n in range(900)))
    command = f"{sys.executable} -m jobs check contacts.csv 3B.csv --format json | head -1; echo ${{PIPESTATUS[0]}}"

    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)

    # Everybody belongs here, but nobody read so far: a script must not take it for that.
    assert done.stdout == "{\n141\n"
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_its_help_names_every_command():
    done = subprocess.run([sys.executable, "-m", "jobs", "--help"], capture_output=True, text=True, check=True)

    assert all(f"  {name} " in done.stdout for name in cli.COMMANDS)
