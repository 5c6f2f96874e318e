"""Pages that are images, and text layers that say nothing."""

import shutil
from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reportparse.errors import NoTextLayerError
from reportparse.layout.page import PageWord
from reportparse.parsing import parse
from reportparse.readers.pdf import read_pdf
from reportparse.readers.pdf.scans import is_garbled, is_scan

_ROWS = (
    ("Quarter", "2010/11", "2011/12"),
    ("Quarter 1", "41", "49"),
    ("Quarter 2", "38", "45"),
    ("Quarter 3", "52", "60"),
)
_needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)


def _scan() -> bytes:
    """A page that is one picture of a line of text and a table."""
    image = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=30)
    draw.text((120, 150), "On 30 June 2011 the council had 187 foster homes.", font=font, fill=0)
    for at, row in enumerate(_ROWS):
        for text, x in zip(row, (120, 560, 800), strict=True):
            draw.text((x, 300 + 60 * at), text, font=font, fill=0)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.drawImage(ImageReader(image), 0, 0, width=595, height=842)
    canvas.save()
    return buffer.getvalue()


@_needs_tesseract
def test_words_and_table_of_a_scan() -> None:
    document = read_pdf(_scan())
    assert "187 foster homes" in " ".join(document.text.split())
    (table,) = document.tables
    cells = {(cell.row, cell.column): cell.text for cell in table.cells}
    assert cells == {
        (row, column): text for row, texts in enumerate(_ROWS) for column, text in enumerate(texts)
    }
    assert table.n_header_rows == 1


@_needs_tesseract
def test_provenance_says_how_sure_the_words_are() -> None:
    parsed = parse(_scan())
    sure = {value.provenance.recognised for value in parsed.indicators()}
    assert len(sure) == 1
    assert 0.5 < (sure.pop() or 0.0) <= 1.0


def test_scan_without_tesseract_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportparse.readers.pdf.source.recognise", lambda _page: None)
    with pytest.raises(NoTextLayerError, match=r'pip install "reportparse\[ocr\]"'):
        read_pdf(_scan())


def _words(texts: list[str]) -> list[PageWord]:
    return [PageWord(text, 0.0, 0.0, 10.0, 10.0, 10.0) for text in texts]


def test_garbled_text_layer_is_told_from_a_table_of_codes() -> None:
    english = [
        "The",
        "number",
        "of",
        "children",
        "looked",
        "after",
        "rose",
        "to",
        "341",
        "in",
        "the",
        "year",
        "to",
        "March,",
    ] * 6
    shifted = ["".join(chr(ord(char) - 29) for char in word) for word in english]
    assert is_garbled(_words(shifted))
    assert is_garbled(_words(["\ue001\ue002\ue003"] * 60))
    assert not is_garbled(_words(english))
    assert not is_garbled(_words([word.upper() for word in english]))
    assert not is_garbled(_words(["SC410022", "418", "12.5%", "2019/20", "Good"] * 10))


def test_page_of_an_image_with_a_stamp_is_a_scan() -> None:
    assert is_scan(_words(["Page", "3"]), 0.9)
    assert not is_scan(_words(["Page", "3"]), 0.1)
    assert not is_scan(_words(["word"] * 40), 1.0)
