"""MIS exports: a file becomes lines whose columns are known. Nothing is interpreted here."""

from adapters.mis.reading import read_export

__all__ = ["read_export"]
