"""Pages of words made by hand, as a reader would hand them to the layout."""

from collections.abc import Sequence

from reportparse.document import Document, Ruling
from reportparse.layout.assemble import DocumentAssembler
from reportparse.layout.page import PageContent, PageWord

WIDTH, HEIGHT = 595.0, 842.0


def text_line(
    text: str, *, x: float = 72.0, top: float, size: float = 11.0, bold: bool = False
) -> list[PageWord]:
    """Words of one line; every character is half the font size wide."""
    words = []
    for part in text.split():
        width = len(part) * size / 2
        words.append(PageWord(part, x, top, x + width, top + size, size, bold))
        x += width + size / 3
    words[-1] = words[-1]._replace(line_break=True)
    return words


def make_page(
    lines: Sequence[list[PageWord]], *, number: int = 1, rulings: Sequence[Ruling] = ()
) -> PageContent:
    words = tuple(word for line in lines for word in line)
    return PageContent(number, WIDTH, HEIGHT, words, tuple(rulings))


def make_document(*pages: PageContent) -> Document:
    return DocumentAssembler(page_count=len(pages), media_type="application/pdf").assemble(pages)
