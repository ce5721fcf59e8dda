"""Files to tables of text: the only place that knows a spreadsheet or a CSV library."""

from adapters.tables.book import Book, read_book

__all__ = ["Book", "read_book"]
