"""`make soak`: the promises that take minutes to try."""
