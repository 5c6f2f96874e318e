"""PDF through PDFium: words, boxes and drawings, page by page; and pages as images."""

from reportparse.readers.pdf.pictures import page_images
from reportparse.readers.pdf.reader import read_pdf

__all__ = ["page_images", "read_pdf"]
