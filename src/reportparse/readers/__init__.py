"""From bytes to ``Document``, chosen by content and not by file name."""

from collections.abc import Callable

from reportparse.document import Document
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
    if source_format is SourceFormat.DOCX:
        return read_docx(data, settings=settings)
    return _READERS[source_format](data)


_READERS: dict[SourceFormat, Callable[[bytes], Document]] = {
    SourceFormat.HTML: read_html,
    SourceFormat.PDF: read_pdf,
    SourceFormat.TEXT: read_plain,
}
