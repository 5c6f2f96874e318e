"""From bytes to ``Document``, chosen by content and not by file name."""

from collections.abc import Callable

from reportparse.document import Document
from reportparse.errors import TooComplexError
from reportparse.readers.detect import SourceFormat, detect_format
from reportparse.readers.docx import read_docx
from reportparse.readers.files import read_file
from reportparse.readers.html import read_html
from reportparse.readers.pdf import page_images, read_pdf
from reportparse.readers.plain import read_plain
from reportparse.readers.settings import DEFAULT_SETTINGS, ReaderSettings

__all__ = [
    "DEFAULT_SETTINGS",
    "ReaderSettings",
    "SourceFormat",
    "detect_format",
    "page_images",
    "read_document",
    "read_file",
]


def read_document(
    data: bytes, *, name: str | None = None, settings: ReaderSettings = DEFAULT_SETTINGS
) -> Document:
    """Read a report.

    Args:
        data: The whole file: PDF, DOCX, HTML or text.
        name: File name, used in messages; the format is told by the content.
        settings: Size limits.

    Raises:
        SourceError: The file cannot be read; the subclass and its ``code`` say why.
    """
    source_format = detect_format(data, name=name, settings=settings)
    try:
        document = _READERS[source_format](data, settings)
    except RecursionError as error:
        raise TooComplexError(_too_complex("parts inside one another, deeper than")) from error
    _check_text(document, settings)
    return document


_READERS: dict[SourceFormat, Callable[[bytes, ReaderSettings], Document]] = {
    SourceFormat.DOCX: lambda data, settings: read_docx(data, settings=settings),
    SourceFormat.HTML: lambda data, _: read_html(data),
    SourceFormat.PDF: lambda data, settings: read_pdf(data, settings=settings),
    SourceFormat.TEXT: lambda data, _: read_plain(data),
}


def _check_text(document: Document, settings: ReaderSettings) -> None:
    longest = max((block.end_char - block.start_char for block in document.blocks), default=0)
    if len(document.text) > settings.max_text_chars:
        raise TooComplexError(_too_complex(f"{len(document.text):,} characters, more than"))
    if longest > settings.max_block_chars:
        raise TooComplexError(_too_complex(f"a paragraph of {longest:,} characters, more than"))


def _too_complex(what: str) -> str:
    return (
        f"the file holds {what} any report; check that it is one, split it, or raise the limits in"
        " ReaderSettings"
    )
