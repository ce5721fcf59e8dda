"""Where cells come to stand in a table whose cells may reach over several columns and rows."""

_COLUMNS_AT_MOST = 16_384
_SPAN_AT_MOST = 1_000


class TooBig(Exception):
    """A row is wider than any sheet, or there are more cells than anybody fills in."""


class Grid:
    """The columns of the current row that are still free; `most` counts the cells of all tables together."""

    def __init__(self, most: int) -> None:
        self._left = most
        self.start()

    def start(self) -> None:
        """Begin a table."""
        self._row = 0
        self._column = 0
        self._reaching_down: list[tuple[int, int, int]] = []

    def place(self, columns: int, rows: int) -> int:
        """Put a cell into the first free column, and give that column, from 0. Raises `TooBig`."""
        column = self._column
        while taken := [end for start, end, _ in self._reaching_down if start <= column < end]:
            column = max(taken)
        self._column = column + min(columns, _SPAN_AT_MOST)
        if self._column > _COLUMNS_AT_MOST:
            raise TooBig
        if rows > 1:
            self._reaching_down.append((column, self._column, self._row + rows))
        return column

    def next_row(self) -> None:
        """Begin the next row. Raises `TooBig`."""
        self._left -= self._column
        if self._left < 0:
            raise TooBig
        self._row += 1
        self._column = 0
        self._reaching_down = [span for span in self._reaching_down if span[2] > self._row]
