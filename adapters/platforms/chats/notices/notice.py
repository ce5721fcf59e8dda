"""What a line of WhatsApp's own says."""

from dataclasses import dataclass

from roster.chat_log import What


@dataclass(frozen=True, slots=True)
class Notice:
    """A line understood. `what` is None for those that are not about membership: encryption, settings, calls, a request.

    `by` is who did it and `people` the text where those affected stand, both as written; `OWN` stands for who exported
    the chat. `several` says that the text may hold more than one person, and `others` counts those it does not name.
    `name` is the group's name, where the line tells it. Of a changed number `people` is the old one and `new` the new.
    """

    what: What | None
    by: str = ""
    people: str = ""
    several: bool = False
    others: int = 0
    name: str = ""
    new: str = ""
    language: str = ""
