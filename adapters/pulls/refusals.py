"""Why nothing could be fetched, in sentences that hold no secret, no address and nobody's name."""

from roster.errors import RosterError


class PullFailed(RosterError):
    """A pull that ended early: nothing of it is kept."""

    headline = "The MIS did not hand over the roll."

    def __init__(self, headline: str, advice: str) -> None:
        super().__init__(f"{advice} Nothing was taken in; the roll stays as it was.", headline=headline)


class SecretNotSafe(RosterError):
    """A secret that cannot be had, or that others can read."""

    headline = "The secret for the MIS cannot be used."
