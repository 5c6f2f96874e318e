"""PDF files made with reportlab and read back."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from reportparse.errors import DamagedFileError, NoTextLayerError, PasswordRequiredError
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
