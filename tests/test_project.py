"""Promises about the project itself."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
REGISTRIES = re.compile(r"py" + r"pi\.org|python" + r"hosted|registry\.npm" + r"js|--(?:extra-)?index" + r"-url")
MACHINE_PATHS = re.compile(r"(?<![\w./-])/(?:root|home|work|Users)/")


def files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.splitlines() if (ROOT / name).is_file()]


def texts() -> list[tuple[Path, str]]:
    return [(path, path.read_bytes().decode("utf-8", errors="replace")) for path in files()]


def test_it_names_no_package_registry():
    assert not [path for path, text in texts() if REGISTRIES.search(text)]


def test_it_carries_no_path_of_a_machine():
    assert not [path for path, text in texts() if MACHINE_PATHS.search(text) and path.suffix != ".xlsx"]


def test_its_locks_pin_every_package_by_hash():
    for name in ("requirements.txt", "requirements-dev.txt"):
        packages = re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())

        assert len(packages) > 20
        assert all("==" in package and "--hash=sha256:" in package for package in packages)


def test_the_readme_names_both_commands_and_ci_runs_the_second():
    readme = (ROOT / "README.md").read_text()

    assert "make demo" in readme
    assert "make test" in readme
    assert "make test" in (ROOT / ".ci" / "run").read_text()


def test_every_link_of_the_readme_leads_somewhere():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / "README.md").read_text()):
        assert (ROOT / target).exists(), target
