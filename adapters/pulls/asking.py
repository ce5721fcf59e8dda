"""What the interfaces have in common: refusals said plainly, records that must be records, and none of them twice."""

from collections.abc import Iterable
from typing import Any

from adapters.pulls.line import Answer
from adapters.pulls.refusals import PullFailed

_NOT_SIGNED_IN, _NOT_ALLOWED, _NOT_THERE = 401, 403, 404


def must_be_good(answer: Answer, what: str) -> Answer:
    """Let a good answer through. Raises `PullFailed` with what `what` (the endpoint's name) needs otherwise."""
    if answer.good:
        return answer
    if answer.status == _NOT_SIGNED_IN:
        raise PullFailed("The MIS does not accept our secret.", "Look whether it has expired, and put in the new one.")
    if answer.status == _NOT_ALLOWED:
        raise PullFailed(
            f"The MIS does not let us read {what}.", "Ask whoever looks after the MIS to allow it for Roster."
        )
    if answer.status == _NOT_THERE:
        raise PullFailed(f"The MIS has no {what} there.", "Check the address and the school in the settings.")
    raise PullFailed(f"The MIS refuses to hand over {what} (it answers {answer.status}).", "Tell the MIS's support.")


def records(answer: Answer, key: str) -> list[dict[str, Any]]:
    """Take the records out of a page. Raises `PullFailed` if the page is none."""
    found = answer.told.get(key) if isinstance(answer.told, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise PullFailed(
            f"The MIS's answer has no list of {key} in it.", "Check the kind and the address in the settings."
        )
    return found


class Once:
    """Remembers the records and the addresses of one endpoint, so that none is read twice, and counts the records."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._ids: set[str] = set()
        self._addresses: set[str] = set()
        self.count = 0

    def visit(self, address: str) -> None:
        """Note that an address is asked. Raises `PullFailed` if it was before."""
        if address in self._addresses:
            raise PullFailed(f"The MIS's pages of {self._what} run in a circle.", "Tell the MIS's support.")
        self._addresses.add(address)

    def note(self, ids: Iterable[Any]) -> None:
        """Note what a page holds. A record that comes again says that pages shifted, so that another may be missing."""
        for one in ids:
            self.count += 1
            if one is not None and str(one) in self._ids:
                raise changed(self._what)
            self._ids.add(str(one))


def changed(what: str) -> PullFailed:
    """Say that what was read did not hold still."""
    return PullFailed(f"The MIS's {what} changed while they were read.", "The next pull tries again.")
