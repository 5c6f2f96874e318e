"""PDF bytes to ``Document``."""

from dataclasses import replace

from reportparse.document import Document, Problem
from reportparse.errors import NoTextLayerError, TooComplexError
from reportparse.layout.assemble import DocumentAssembler
from reportparse.readers.pdf.damage import find_damage
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
    pdf = open_pdf(data)
    page_count = len(pdf)
    if page_count > settings.max_pages:
        pdf.close()
        raise TooComplexError(
            f"the PDF has {page_count:,} pages, more than the limit of {settings.max_pages:,};"
            " split it, or raise the limit in ReaderSettings"
        )
    try:
        document = DocumentAssembler(page_count=page_count, media_type=MEDIA_TYPE).assemble(
            page_contents(pdf)
        )
    finally:
        pdf.close()
    if not document.text.strip():
        raise NoTextLayerError(
            "no page has text: the file is a scan or only images; run OCR on it and try again"
        )
    problems = [*_truncated(data), *find_damage(data, page_count=page_count)]
    return replace(document, problems=(*document.problems, *problems)) if problems else document


def _truncated(data: bytes) -> list[Problem]:
    if _END_MARK in data[-_END_ZONE:]:
        return []
    message = (
        "the PDF has no end mark and may be cut short; compare its last page or download it again"
    )
    return [Problem("truncated_file", message)]
