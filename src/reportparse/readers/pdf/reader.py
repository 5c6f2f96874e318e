"""PDF bytes to ``Document``."""

from collections.abc import Iterable
from dataclasses import replace

from pypdfium2 import PdfDocument

from reportparse.document import Document, Problem, Properties
from reportparse.errors import DamagedFileError, NoTextLayerError
from reportparse.layout.assemble import DocumentAssembler
from reportparse.layout.page import PageContent
from reportparse.readers.pdf.second import second_pages
from reportparse.readers.pdf.source import open_pdf, page_contents

MEDIA_TYPE = "application/pdf"
_END_MARK = b"%%EOF"
_END_ZONE = 2048


def read_pdf(data: bytes) -> Document:
    """Read a PDF.

    Raises:
        PasswordRequiredError: The file is encrypted.
        DamagedFileError: The file cannot be opened or has no pages.
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
        document = _assembled(len(pdf), page_contents(pdf, data))
        document = replace(document, properties=_properties(pdf))
    finally:
        pdf.close()
    if not document.text.strip():
        raise NoTextLayerError(
            "no page has text: the file is a scan or only images; install reportparse[ocr] and"
            " Tesseract and try again, or run OCR on the file"
        )
    if _END_MARK not in data[-_END_ZONE:]:
        return _with_problem(document)
    return document


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


def _with_problem(document: Document) -> Document:
    problem = Problem(
        "truncated_file",
        "the PDF has no end mark and may be cut short; compare its last page or download it again",
    )
    return replace(document, problems=(*document.problems, problem))
