"""Member lists: a file becomes the members of one group or several, as the platform shows them."""

from adapters.platforms.reading import read_lists

__all__ = ["read_lists"]
