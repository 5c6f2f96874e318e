"""Contents lists, letters, text in columns, boxes: none of them is taken for a table."""

import pytest

from builders.plain_pages import PLAIN_PAGES
from reportparse.layout.tables import find_tables
from reportparse.readers.pdf.source import open_pdf, page_contents


@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_page_without_table(name: str) -> None:
    document = open_pdf(PLAIN_PAGES[name]().data())
    assert [find_tables(page) for page in page_contents(document)] == [()]
