"""What the documentation says of lists that come from programs which WhatsApp does not allow."""

from adapters.platforms.guide import ListGuide

_TERMS = (
    "Not a way for a volunteer: such tools break WhatsApp's terms. Roster neither uses nor recommends them, it only "
    "reads a file that somebody has."
)
_PROVES = (
    "complete: everybody in the group at that moment and who is an admin; where the file says how many members the "
    "group has, and lists fewer, it counts as partial. Of a member whose number WhatsApp hides there is only an id "
    "(`...@lid`) or a username, which is never taken for a number. An entry that names nobody makes the list partial."
)


def unofficial(system: str, file: str, basis: str) -> ListGuide:
    """Describe a list that an unofficial program wrote: what it looks like, and where that is known from."""
    return ListGuide(system=system, file=file, get=_TERMS, proves=_PROVES, basis=basis)
