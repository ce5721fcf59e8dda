"""What can be wrong with making a back-up, and with a file that should be one."""

from roster.errors import RosterError


class BackUpTrouble(RosterError):
    """No back-up can be made. Whatever back-ups there were are left as they are."""

    headline = "No back-up was made."


class KeyTrouble(RosterError):
    """The key that seals or opens back-ups cannot be used."""

    headline = "The back-ups' key cannot be used."


class NotABackUp(RosterError):
    """A file is no back-up, or not all of one."""

    headline = "This is not a back-up of Roster."


class WrongKey(RosterError):
    """A back-up was sealed for another key."""

    headline = "This key does not open the back-up."


class NotRestored(RosterError):
    """A back-up cannot be put in place. Whatever database there was is left as it is."""

    headline = "Nothing was restored."
