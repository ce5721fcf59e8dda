"""How many digits tell a number from a name, said once for all who look for telephone numbers where none belong."""

NO_NAME_HAS = 7
"""So many digits stand in nobody's name."""

OF_A_NUMBER = 9
"""From so many digits on a cell may hold a whole telephone number."""


def digits_in(text: str) -> int:
    """Count the digits of a text."""
    return sum(map(str.isdigit, text))


def may_hold_a_number(text: str) -> bool:
    """Whether a cell has digits enough for a whole telephone number."""
    return len(text) >= OF_A_NUMBER and digits_in(text) >= OF_A_NUMBER
