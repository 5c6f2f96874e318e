"""PDF through PDFium: words, boxes and drawings, page by page."""

from reportparse.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
