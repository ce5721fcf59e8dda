"""Two schools with a word found nowhere else in every field, and everything that leaves the house searched for it."""
