"""What the encryption reads from and writes to."""

import io
from collections.abc import Callable, Iterator
from typing import IO, TypeVar

T = TypeVar("T")


class Watched:
    """A file whose own trouble is remembered, since the library that uses it tells of every trouble alike."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.trouble: OSError | None = None

    def read(self, size: int = -1) -> bytes:
        """Read as the file does."""
        return self._minded(self._file.read, size)

    def write(self, piece: bytes) -> int:
        """Write as the file does."""
        return self._minded(self._file.write, piece)

    def flush(self) -> None:
        """Flush as the file does."""
        self._minded(self._file.flush)

    def _minded(self, act: Callable[..., T], *given: object) -> T:
        try:
            return act(*given)
        except OSError as error:
            self.trouble = error
            raise


class Pulled(io.RawIOBase):
    """Pieces, read as a file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._left = b""

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Give at most so many bytes; nothing at the end."""
        if not self._left:
            self._left = next(self._pieces, b"")
        given, self._left = self._left[:size], self._left[size:]
        return given
