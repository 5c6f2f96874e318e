"""Files and pages that PDFium cannot read, through pdfplumber."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

import reportparse
from reportparse.errors import DamagedFileError
from reportparse.readers.pdf import read_pdf
from reportparse.readers.pdf.second import second_page, second_pages


def _pdf() -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(72, 700, "There were 412 children in need on 31 March 2019.")
    canvas.line(72, 690, 300, 690)
    canvas.save()
    return buffer.getvalue()


def test_words_and_rulings_of_the_second_reader() -> None:
    page = second_page(_pdf(), 1)
    assert page is not None
    assert [word.text for word in page.words][:3] == ["There", "were", "412"]
    assert all(word.bold and word.size == pytest.approx(12) for word in page.words)
    assert [(round(rule.x0), round(rule.top)) for rule in page.rulings] == [(72, 152)]


def test_file_that_pdfium_refuses_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_data: bytes) -> None:
        raise DamagedFileError("the PDF is damaged")

    monkeypatch.setattr("reportparse.readers.pdf.reader.open_pdf", refuse)
    document = read_pdf(_pdf())
    assert "412 children in need" in document.text
    assert [problem.code for problem in document.problems] == ["second_reader"]


def test_file_that_neither_opens_is_refused() -> None:
    assert not list(second_pages(b"%PDF-1.4\nnothing more"))
    with pytest.raises(DamagedFileError):
        read_pdf(b"%PDF-1.4\nnothing more")


def test_page_of_a_record_in_pdfplumber(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(_pdf())
    value = next(v for v in reportparse.parse(path).indicators() if v.value == 412)
    page = value.provenance.pdfplumber_page(path)
    try:
        text = re.sub(r"\s+", " ", page.extract_text())
    finally:
        page.pdf.close()
    assert "412" in text
    assert page.height < 60


def test_record_without_a_page_has_none_in_pdfplumber(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("There were 412 children in need on 31 March 2019.\n", encoding="utf-8")
    value = next(iter(reportparse.parse(path).indicators()))
    with pytest.raises(ValueError, match="no page"):
        value.provenance.pdfplumber_page(path)


def test_pdfplumber_is_not_loaded_for_a_sound_file(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(_pdf())
    code = (
        "import sys, reportparse; reportparse.parse(sys.argv[1]);print('pdfplumber' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
