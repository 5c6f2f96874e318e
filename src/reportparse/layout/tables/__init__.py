"""Finding the data tables of a page."""

from reportparse.layout.tables.finder import find_tables
from reportparse.layout.tables.model import FoundCell, FoundTable

__all__ = ["FoundCell", "FoundTable", "find_tables"]
