"""A text for a cell of a table that a spreadsheet may open: it stays a text."""

# What makes a spreadsheet take a cell for a formula, full-width forms included (OWASP ASVS 5.0, 1.2.10).
_BEGINS_A_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")


def harmless(cell: str) -> str:
    """Make a text one that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_BEGINS_A_FORMULA) else cell
