"""The command line as a test calls it: files in a folder, arguments in, status and both streams out."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ON = "2026-11-22"


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def told(self) -> dict[str, Any]:
        return json.loads(self.out)

    @property
    def verdicts(self) -> dict[str, tuple[str, str]]:
        """Standing and reason of each member of every group, by what the list shows."""
        return {
            verdict["member"]["shown_as"]: (verdict["standing"], verdict["reason"])
            for group in self.told["groups"]
            for verdict in group["verdicts"]
        }


@dataclass(frozen=True)
class Command:
    """`roster` in a folder of its own."""

    folder: Path
    streams: pytest.CaptureFixture[str]

    def file(self, name: str, content: str | bytes) -> str:
        """Put a file into the folder and give its name."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def __call__(self, *arguments: str) -> Said:
        from jobs.cli import main

        self.streams.readouterr()
        status = main(arguments)
        out, err = self.streams.readouterr()
        return Said(status, out, err)

    def check(self, *arguments: str, how: str = "json") -> Said:
        return self("check", *arguments, "--on", ON, "--format", how)
