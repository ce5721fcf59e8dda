"""Member lists: a file becomes the members of one group or several, as the platform shows them."""
