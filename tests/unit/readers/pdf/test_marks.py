"""What of a page's paths is kept for charts."""

from io import BytesIO

import pytest
from reportlab.lib.colors import HexColor, white
from reportlab.pdfgen.canvas import Canvas

from reportparse.layout.page import Mark, MarkKind
from reportparse.readers.pdf.source import open_pdf, page_contents


def _marks() -> tuple[Mark, ...]:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.setFillColor(HexColor("#1b8a8f"))
    canvas.rect(100, 700, 30, 2, stroke=0, fill=1)
    canvas.wedge(200, 600, 300, 700, 0, 90, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.rect(100, 500, 30, 40, stroke=0, fill=1)
    canvas.setStrokeColor(HexColor("#e07b24"))
    canvas.lines([(100, 400, 200, 450)])
    canvas.save()
    document = open_pdf(buffer.getvalue())
    try:
        return next(page_contents(document)).marks
    finally:
        document.close()


def test_filled_box_slice_and_line_keep_their_colour() -> None:
    assert [(mark.kind, mark.colour) for mark in _marks()] == [
        (MarkKind.BOX, 0x1B8A8F),
        (MarkKind.AREA, 0x1B8A8F),
        (MarkKind.LINE, 0xE07B24),
    ]


def test_curve_of_a_slice_is_cut_into_points_on_its_rim() -> None:
    slice_ = _marks()[1]
    assert slice_.box == pytest.approx((250, 142, 300, 192), abs=0.5)
    distances = [
        ((x - 250) ** 2 + (y - 192) ** 2) ** 0.5 for x, y in slice_.points if (x, y) != (250, 192)
    ]
    assert max(distances) == pytest.approx(50, abs=0.2)
