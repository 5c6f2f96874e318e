"""PDF bytes to ``Document``."""

from collections.abc import Iterable
from dataclasses import replace

from pypdfium2 import PdfDocument

from reportparse.document import Document, Problem, Properties
from reportparse.errors import DamagedFileError, NoTextLayerError, TooComplexError
from reportparse.layout.assemble import DocumentAssembler
from reportparse.layout.page import PageContent
from reportparse.readers.pdf.damage import find_damage
from reportparse.readers.pdf.second import second_pages
from reportparse.readers.pdf.source import open_pdf, page_contents
from reportparse.readers.settings import DEFAULT_SETTINGS, ReaderSettings

MEDIA_TYPE = "application/pdf"
_END_MARK = b"%%EOF"
_END_ZONE = 2048


def read_pdf(data: bytes, *, settings: ReaderSettings = DEFAULT_SETTINGS) -> Document:
    """Read a PDF.

    Raises:
        PasswordRequiredError: The file is encrypted.
        DamagedFileError: The file cannot be opened or has no pages.
        TooComplexError: It has more pages than ``settings`` allow.
        NoTextLayerError: No page has text, as in a scan.
    """
    try:
        pdf = open_pdf(data)
    except DamagedFileError:
        document = _read_second(data)
        if document is None:
            raise
        return document
    try:
        page_count = len(pdf)
        _refuse_long(page_count, settings)
        document = _assembled(page_count, page_contents(pdf, data))
        document = replace(document, properties=_properties(pdf))
    finally:
        pdf.close()
    if not document.text.strip():
        raise NoTextLayerError(
            "no page has text: the file is a scan or only images; install Tesseract, type"
            ' python -m pip install "reportparse[ocr]" and try again, or run OCR on the file'
        )
    problems = [*_truncated(data), *find_damage(data, page_count=page_count)]
    return replace(document, problems=(*document.problems, *problems)) if problems else document


def _properties(pdf: PdfDocument) -> Properties:
    kept = pdf.get_metadata_dict(skip_empty=True)
    return Properties(kept.get("Title"), kept.get("Author"))


def _assembled(page_count: int, contents: Iterable[PageContent]) -> Document:
    return DocumentAssembler(page_count=page_count, media_type=MEDIA_TYPE).assemble(contents)


def _read_second(data: bytes) -> Document | None:
    """What pdfplumber reads of a file that PDFium cannot open; None where that is no text."""
    contents = list(second_pages(data))
    if not any(content.words for content in contents):
        return None
    document = _assembled(len(contents), contents)
    problem = Problem(
        "second_reader",
        "the PDF is damaged and was read by pdfplumber; compare its pages or download it again",
    )
    return replace(document, problems=(*document.problems, problem))


def _refuse_long(page_count: int, settings: ReaderSettings) -> None:
    if page_count > settings.max_pages:
        raise TooComplexError(
            f"the PDF has {page_count:,} pages, more than the limit of {settings.max_pages:,};"
            " split it, or raise the limit in ReaderSettings"
        )


def _truncated(data: bytes) -> list[Problem]:
    if _END_MARK in data[-_END_ZONE:]:
        return []
    message = (
        "the PDF has no end mark and may be cut short; compare its last page or download it again"
    )
    return [Problem("truncated_file", message)]
