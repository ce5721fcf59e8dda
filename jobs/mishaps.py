"""What went wrong, said without the texts that data may hide in."""

from pathlib import Path
from traceback import extract_tb

from adapters.pulls.refusals import PullFailed, SecretNotSafe
from jobs.night import NotReady
from jobs.settings_errors import UnusableSettings
from roster.errors import RosterError

# Their advice is ours alone: no file, no row and no name ever stands in it.
_OURS = (NotReady, UnusableSettings, PullFailed, SecretNotSafe)


def said_of(error: Exception) -> str:
    """Give the sentence that everybody may read; "" for what is our own mistake."""
    if isinstance(error, _OURS):
        return error.sentence
    return error.headline if isinstance(error, RosterError) else ""


def place_of(error: Exception) -> str:
    """Give the error's class and where it was raised: "KeyError at pull.py:31"."""
    frames = extract_tb(error.__traceback__)
    return (
        f"{type(error).__name__} at {Path(frames[-1].filename).name}:{frames[-1].lineno}"
        if frames
        else type(error).__name__
    )


def trail_of(error: Exception) -> str:
    """Give the error's class and every place on the way to it, for the log."""
    frames = ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in extract_tb(error.__traceback__))
    return f"{type(error).__name__} at {frames}"
