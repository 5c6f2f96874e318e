"""PDF files made with reportlab and read back."""

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from reportparse.errors import DamagedFileError, NoTextLayerError, PasswordRequiredError
from reportparse.layout.page import PageWord
from reportparse.readers.pdf import read_pdf
from reportparse.readers.pdf.source import open_pdf, page_contents


def _pdf(draw: str, *, rotation: int = 0, encrypt: str | None = None) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1, encrypt=encrypt)
    canvas.setPageRotation(rotation)
    if draw == "text":
        canvas.drawString(72, 500, "Leeds looked after 1,290 children")
        canvas.line(72, 490, 300, 490)
        canvas.rect(72, 400, 200, 40, stroke=0, fill=1)
    else:
        canvas.rect(72, 400, 200, 40, stroke=1, fill=0)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_words_have_boxes_from_the_top_left() -> None:
    document = open_pdf(_pdf("text"))
    page = next(page_contents(document))
    document.close()
    first = page.words[0]
    assert first.text == "Leeds"
    assert first.x0 == pytest.approx(72, abs=1)
    assert first.bottom == pytest.approx(842 - 500, abs=5)


def test_rulings_and_shades() -> None:
    document = open_pdf(_pdf("text"))
    page = next(page_contents(document))
    document.close()
    assert [(round(r.x0), round(r.top), round(r.x1)) for r in page.rulings] == [(72, 352, 300)]
    assert [tuple(round(edge) for edge in box) for box in page.shades] == [(72, 402, 272, 442)]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_boxes_of_a_rotated_page_stay_on_the_page_as_shown(rotation: int) -> None:
    document = open_pdf(_pdf("text", rotation=rotation))
    page = next(page_contents(document))
    document.close()
    # reportlab turns the media box as well, so that every page is shown upright.
    assert (page.width, page.height) == (595, 842)
    for word in page.words:
        assert 0 <= word.x0 <= word.x1 <= page.width
        assert 0 <= word.top <= word.bottom <= page.height


def _words(draw: Callable[[Canvas], None]) -> tuple[PageWord, ...]:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    document = open_pdf(buffer.getvalue())
    try:
        return next(page_contents(document)).words
    finally:
        document.close()


@pytest.mark.parametrize(("stated", "scale"), [(12, 1), (1, 12), (120, 0.1)])
def test_size_is_that_on_the_page_however_the_file_states_it(stated: float, scale: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", stated)
        text = canvas.beginText()
        text.setTextTransform(scale, 0, 0, scale, 72, 500)
        text.textOut("Leeds")
        canvas.drawText(text)

    assert [word.size for word in _words(draw)] == [pytest.approx(12)]


def test_small_raised_digits_are_a_mark_where_the_matrix_sets_the_size() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 1)
        text = canvas.beginText()
        text.setTextTransform(12, 0, 0, 12, 72, 500)
        text.textOut("plans")
        text.setTextTransform(7, 0, 0, 7, 72 + canvas.stringWidth("plans") * 12, 505)
        text.textOut("3")
        canvas.drawText(text)

    assert [(word.text, word.raised) for word in _words(draw)] == [("plans", False), ("3", True)]


@pytest.mark.parametrize(("degrees", "upright"), [(0, True), (90, False), (270, False)])
def test_words_set_along_the_vertical(degrees: int, upright: bool) -> None:  # noqa: FBT001
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(degrees)
        canvas.drawString(0, 0, "Embargoed 7")

    words = _words(draw)
    assert [(word.text, word.upright) for word in words] == [("Embargoed", upright), ("7", upright)]
    assert {word.size for word in words} == {12}


def test_a_watermark_across_the_page_is_one_word_outside_the_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 60)
        canvas.translate(150, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT")

    assert [(word.text, word.upright) for word in _words(draw)] == [("DRAFT", False)]


def test_text_and_box_of_a_span() -> None:
    document = read_pdf(_pdf("text"))
    start = document.text.index("1,290")
    box = document.bbox_of(start, start + 5)
    assert box is not None
    assert box[0] > 72


def test_password() -> None:
    with pytest.raises(PasswordRequiredError, match="password"):
        read_pdf(_pdf("text", encrypt="secret"))


def test_page_without_text() -> None:
    with pytest.raises(NoTextLayerError, match="OCR"):
        read_pdf(_pdf("picture"))


def test_damaged() -> None:
    with pytest.raises(DamagedFileError, match="download it again"):
        read_pdf(b"%PDF-1.4\nnothing more")


def test_file_without_an_end_mark_is_a_problem() -> None:
    data = _pdf("text").rstrip().removesuffix(b"%%EOF")
    assert [problem.code for problem in read_pdf(data).problems] == ["truncated_file"]


def test_a_mark_high_above_its_word_is_raised_where_it_touches_the_word() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, 500, "schools,")
        canvas.drawString(122, 500, "of whom")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72 + canvas.stringWidth("schools,", "Helvetica", 12), 506, "3")

    raised = {word.text: word.raised for word in _words(draw)}
    assert raised == {"schools,": False, "3": True, "of": False, "whom": False}
