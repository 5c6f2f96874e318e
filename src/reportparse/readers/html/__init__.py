"""Inspection letters and minutes published as web pages."""

from reportparse.readers.html.reader import read_html

__all__ = ["read_html"]
