"""Figures that PDFium gives as one word with what stands beside them."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from reportparse.layout.page import PageWord
from reportparse.readers.pdf.source import open_pdf, page_contents


def _words(draw: list[tuple[float, float, float, str]]) -> tuple[PageWord, ...]:
    """Words of a page with each text drawn at (x, y) in a size."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    for x, y, size, text in draw:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, text)
    canvas.save()
    document = open_pdf(buffer.getvalue())
    try:
        return next(page_contents(document)).words
    finally:
        document.close()


def test_raised_mark_behind_a_figure() -> None:
    words = _words([(100, 700, 10, "418"), (116.8, 704, 6, "1"), (130, 700, 10, "children")])
    assert [(word.text, word.raised) for word in words] == [
        ("418", False),
        ("1", True),
        ("children", False),
    ]


def test_figure_set_in_two_parts_of_one_size_stays_whole() -> None:
    words = _words([(100, 700, 10, "41"), (111.2, 700, 10, "8")])
    assert [word.text for word in words] == ["418"]


def test_figures_of_two_columns_that_overlap() -> None:
    words = _words([(100, 700, 10, "388"), (114, 700, 10, "100%")])
    assert [word.text for word in words] == ["388", "100%"]
