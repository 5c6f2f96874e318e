"""What is broken in a file that opens all the same is named, with its page where there is one."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from reportparse.document import Problem
from reportparse.readers import read_document

LINES = [f"Line {number} of a page on children looked after" for number in range(30)]
FIXTURES = sorted((Path(__file__).resolve().parents[3] / "fixtures/built").rglob("*.pdf"))


@pytest.fixture(scope="module")
def report() -> bytes:
    """Three pages of packed text with an embedded structure."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pageCompression=1)
    for page in range(3):
        for number, line in enumerate(LINES):
            canvas.drawString(72, 800 - 20 * number, f"{line}, page {page + 1}")
        canvas.showPage()
    canvas.save()
    plain = BytesIO()
    with pikepdf.open(BytesIO(buffer.getvalue())) as pdf:
        for page in pdf.pages:
            contents = page.obj.Contents
            page.obj.Contents = pdf.make_stream(contents.read_bytes())
        pdf.save(plain, compress_streams=True, static_id=True)
    return plain.getvalue()


def problems(data: bytes) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.page) for problem in found(data)]


def found(data: bytes) -> tuple[Problem, ...]:
    return read_document(data).problems


def streams(data: bytes) -> list[tuple[int, int]]:
    """Where each packed stream starts and ends."""
    marks = re.finditer(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    return [match.span(1) for match in marks]


def test_a_whole_report_has_no_damage(report: bytes) -> None:
    assert problems(report) == []
    assert len(streams(report)) >= 3


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_the_page_whose_content_breaks_is_named(report: bytes, place: float) -> None:
    start, end = streams(report)[1]
    data = bytearray(report)
    data[start + int((end - start) * place)] ^= 0x10
    assert problems(bytes(data)) == [("damaged_pdf", 2)]


def test_a_cross_reference_that_has_to_be_made_anew_is_named(report: bytes) -> None:
    start = report.rindex(b"startxref")
    data = report[:start] + b"startxref\n7\n%%EOF\n"
    assert problems(data) == [("damaged_pdf", None)]


def test_pages_that_are_missing_are_counted(report: bytes) -> None:
    data = report.replace(b"/Count 3", b"/Count 5")
    assert data != report
    (problem,) = found(data)
    assert "it says it has 5 pages, and 3 can be found" in problem.message


def test_a_page_whose_font_or_text_is_missing_is_named(report: bytes) -> None:
    for change in (_without_fonts, _without_contents):
        with pikepdf.open(BytesIO(report)) as pdf:
            change(pdf)
            changed = BytesIO()
            pdf.save(changed)
        assert problems(changed.getvalue()) == [("damaged_pdf", 2)]


def _without_fonts(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Resources = pikepdf.Dictionary()


def _without_contents(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Contents = pdf.make_indirect(pikepdf.Dictionary())


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_no_damage_is_named_that_is_not_there(path: Path) -> None:
    if path.parent.name == "bad":
        pytest.skip("bad on purpose")
    assert "damaged_pdf" not in dict(problems(path.read_bytes()))


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"The council met.\nThere were 12 chil", ["truncated_file"]),
        (b"The council met.\nThere were 12 children.", []),
        (b"The council met.\nThere were 12 children\n", []),
        (b"A title alone", []),
        (b"The cou\x03ncil met and told how many children there were.\n", ["damaged_text"]),
        (b"<html><body><p>There were 12 chil", ["truncated_file"]),
        (b"<html><body><p>There were 12 children</body></html>", []),
        (b"<p>There were 12 children", []),
    ],
)
def test_text_that_is_cut_or_changed_is_named(data: bytes, codes: list[str]) -> None:
    assert [problem.code for problem in found(data)] == codes
