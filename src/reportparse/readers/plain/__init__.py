"""Plain text, as given or as taken from a PDF: one line a paragraph, dashes and tabs."""

from reportparse.readers.plain.reader import read_plain

__all__ = ["read_plain"]
