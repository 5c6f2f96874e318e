"""Finding the data tables of a page."""

from reportparse.layout.page import PageContent
from reportparse.layout.tables.model import FoundCell, FoundTable

__all__ = ["FoundCell", "FoundTable", "find_tables"]


def find_tables(page: PageContent) -> tuple[FoundTable, ...]:
    """Data tables of ``page``, from the top."""
    return ()
