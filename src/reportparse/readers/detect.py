"""What a file is, told by its content. The file name only serves to word the messages."""

import re
import zipfile
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath

from reportparse.errors import (
    DamagedFileError,
    EmptyFileError,
    FileTooLargeError,
    MislabelledFileError,
    MissingPartError,
    PasswordRequiredError,
    SourceError,
    UnknownFormatError,
)
from reportparse.readers.encoding import decode_text
from reportparse.readers.settings import DEFAULT_SETTINGS, ReaderSettings


class SourceFormat(StrEnum):
    """The formats that are read."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TEXT = "text"


_PDF_MARK = b"%PDF-"
_PDF_ZONE = 1024
_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "open it in the program that made it, save it as .docx or PDF, and try again"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"the file is Rich Text Format (.rtf); {_SAVE_AS}"),
    (b"\x89PNG\r\n\x1a\n", "the file is a PNG image; run OCR on it to make a PDF with text"),
    (b"\xff\xd8\xff", "the file is a JPEG image; run OCR on it to make a PDF with text"),
    (b"GIF8", "the file is a GIF image; run OCR on it to make a PDF with text"),
    (b"II*\x00", "the file is a TIFF image; run OCR on it to make a PDF with text"),
    (b"MM\x00*", "the file is a TIFF image; run OCR on it to make a PDF with text"),
    (b"\x1f\x8b", "the file is a gzip archive; unpack it and give the file inside"),
    (b"7z\xbc\xaf\x27\x1c", "the file is a 7-Zip archive; unpack it and give the files inside"),
    (b"Rar!\x1a\x07", "the file is a RAR archive; unpack it and give the files inside"),
)
_ZIP_KINDS: tuple[tuple[str, str], ...] = (
    ("xl/", f"the file is an Excel workbook; {_SAVE_AS}"),
    ("ppt/", f"the file is a PowerPoint presentation; {_SAVE_AS}"),
    ("content.xml", f"the file is an OpenDocument file; {_SAVE_AS}"),
)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|script|style|div|table|h[1-6]|p|ul|ol)\b",
    re.IGNORECASE | re.DOTALL,
)
_EMAIL_START = re.compile(
    r"\s*(?:(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[\w-]+): .*\r?\n)"
    r"(?:[\w-]+: .*\r?\n|[ \t]+\S.*\r?\n)*?(?:From|Subject|Content-Type|MIME-Version): ",
    re.IGNORECASE,
)
_MARKUP_START = re.compile(r"\s*<(?:\?xml|[a-z!])", re.IGNORECASE)
_ERROR_WORDS = re.compile(
    r"page not found|not found|error|cannot be found|no longer available|access denied"
    r"|forbidden|sign in|log in|unavailable|sorry",
    re.IGNORECASE,
)
_HEAD = 65536
_SHORT_MESSAGE = 2000
_BINARY_SUFFIXES = frozenset({".pdf", ".docx"})


def detect_format(
    data: bytes, *, name: str | None = None, settings: ReaderSettings = DEFAULT_SETTINGS
) -> SourceFormat:
    """The format of ``data``.

    Args:
        data: The whole file.
        name: File name, used in messages and to notice an error page saved as a report.
        settings: Size limits.

    Raises:
        SourceError: The content is empty, too large, damaged or of no format that is read; the
            subclass says which and its message what to do.
    """
    if not data.strip(b"\x00\t\n\r "):
        raise EmptyFileError("the file is empty; download or save it again", path=name)
    if len(data) > settings.max_file_bytes:
        raise FileTooLargeError(_too_large(len(data), settings.max_file_bytes), path=name)
    if _PDF_MARK in data[:_PDF_ZONE]:
        return SourceFormat.PDF
    if data.startswith(_ZIP_MARKS):
        return _detect_in_zip(data, name)
    if data.startswith(_OLE_MARK):
        raise _ole_error(data, name)
    for mark, message in _SIGNATURES:
        if data.startswith(mark):
            raise UnknownFormatError(message, path=name)
    return _detect_text(data, name, settings)


def _too_large(size: int, limit: int) -> str:
    return (
        f"the file has {size:,} bytes, more than the limit of {limit:,}; "
        "split it or raise the limit in ReaderSettings"
    )


def _detect_in_zip(data: bytes, name: str | None) -> SourceFormat:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DamagedFileError(
            "the file starts as a Word document or ZIP archive but is cut short or broken; "
            "download or save it again",
            path=name,
        ) from error
    if "word/document.xml" in names:
        return SourceFormat.DOCX
    for prefix, message in _ZIP_KINDS:
        if any(part.startswith(prefix) for part in names):
            raise UnknownFormatError(message, path=name)
    if "[Content_Types].xml" in names or any(part.startswith("word/") for part in names):
        raise MissingPartError(
            "the Word document lacks its main part (word/document.xml); "
            "open it in Word, let Word repair it, and save it again",
            path=name,
        )
    raise UnknownFormatError(
        "the file is a ZIP archive, not a report; unpack it and give the files inside", path=name
    )


def _ole_error(data: bytes, name: str | None) -> SourceError:
    if _OLE_ENCRYPTED in data:
        return PasswordRequiredError(
            "the Office document is protected by a password; open it with the password and "
            "save a copy without one",
            path=name,
        )
    return UnknownFormatError(
        f"the file is in an old Office format (.doc, .xls, .ppt or .msg); {_SAVE_AS}", path=name
    )


def _detect_text(data: bytes, name: str | None, settings: ReaderSettings) -> SourceFormat:
    decoded = decode_text(data[:_HEAD])
    if decoded is None:
        raise UnknownFormatError(
            "the content is not PDF, DOCX, HTML or text; check that the download is whole, or "
            "save the report as PDF or .docx",
            path=name,
        )
    if len(data) > settings.max_markup_bytes:
        raise FileTooLargeError(_too_large(len(data), settings.max_markup_bytes), path=name)
    if _EMAIL_START.match(decoded.text):
        raise UnknownFormatError(
            "the file is an e-mail message; save the report that it carries, or the message itself "
            "as PDF, and try again",
            path=name,
        )
    if _HTML_START.match(decoded.text):
        _refuse_mislabelled(decoded.text, name, kind="an HTML web page")
        return SourceFormat.HTML
    if len(data) < _SHORT_MESSAGE:
        _refuse_mislabelled(decoded.text, name, kind="a short text message")
    if _MARKUP_START.match(decoded.text) and "<html" not in decoded.text:
        raise UnknownFormatError(
            "the file is XML data, not a report; give the report as PDF, DOCX, HTML or text",
            path=name,
        )
    return SourceFormat.HTML if "<html" in decoded.text[:_PDF_ZONE] else SourceFormat.TEXT


def _refuse_mislabelled(text: str, name: str | None, *, kind: str) -> None:
    """Raise where the name promises a document and the content is a web page or a message."""
    suffix = PurePath(name).suffix.lower() if name else ""
    if suffix not in _BINARY_SUFFIXES:
        return
    error_page = ", an error page by its words" if _ERROR_WORDS.search(text) else ""
    raise MislabelledFileError(
        f"the file is named {suffix} but is {kind}{error_page}; download the report again, and "
        "check in a browser that the address still gives it",
        path=name,
    )
