"""MIS exports: a file becomes lines whose columns are known. Nothing is interpreted here."""

from adapters.mis.reading import Headings, read_export, read_headings

__all__ = ["Headings", "read_export", "read_headings"]
