"""Word documents: what Word would print, with numbers, notes and tables."""

from reportparse.readers.docx.reader import read_docx

__all__ = ["read_docx"]
