"""The format is told by content; every refusal has its class and says what to do."""

import io
import zipfile

import pytest

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
from reportparse.readers import ReaderSettings, SourceFormat, detect_format


def zip_of(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "<x/>")
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
ERROR_PAGE = b"<!DOCTYPE html>\n<html><head><title>Report not found</title></head></html>"


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "report.pdf", SourceFormat.PDF),
        (b"%PDF-1.7\n%\xe2\xe3", "report.docx", SourceFormat.PDF),
        (b"\r\n junk before %PDF-1.4\n", None, SourceFormat.PDF),
        (zip_of("[Content_Types].xml", "word/document.xml"), "report.pdf", SourceFormat.DOCX),
        (ERROR_PAGE, "minutes.html", SourceFormat.HTML),
        (ERROR_PAGE, None, SourceFormat.HTML),
        (b"\xef\xbb\xbf<html><body>Letter</body></html>", "letter.txt", SourceFormat.HTML),
        (b"<!-- saved --><p>Letter</p>", "letter", SourceFormat.HTML),
        ("Leeds’s report\n".encode(), "report.txt", SourceFormat.TEXT),
        ("Leeds’s report\n".encode("cp1252"), "report.txt", SourceFormat.TEXT),
        ("Leeds’s report\n".encode("utf-16"), "report.txt", SourceFormat.TEXT),
        (b"Fewer than <5 children\n", "report.txt", SourceFormat.TEXT),
    ],
)
def test_format_follows_content(data: bytes, name: str | None, expected: SourceFormat) -> None:
    assert detect_format(data, name=name) is expected


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptyFileError, "download or save it again"),
        (b" \r\n\x00", EmptyFileError, "download or save it again"),
        (zip_of("xl/workbook.xml"), UnknownFormatError, "Excel workbook"),
        (zip_of("ppt/presentation.xml"), UnknownFormatError, "PowerPoint"),
        (zip_of("mimetype", "content.xml"), UnknownFormatError, "OpenDocument"),
        (zip_of("report.pdf"), UnknownFormatError, "unpack it"),
        (zip_of("[Content_Types].xml", "word/styles.xml"), MissingPartError, "word/document.xml"),
        pytest.param(zip_of("word/document.xml")[:40], DamagedFileError, "cut short", id="cut zip"),
        (OLE, UnknownFormatError, "save it as .docx or PDF"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), PasswordRequiredError, "password"),
        (b"{\\rtf1\\ansi Report}", UnknownFormatError, "Rich Text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", UnknownFormatError, "OCR"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", UnknownFormatError, "OCR"),
        (bytes(range(256)) * 20, UnknownFormatError, "save the report as PDF"),
        (b"<?xml version='1.0'?><feed><entry/></feed>", UnknownFormatError, "XML"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(
    data: bytes, error: type[SourceError], words: str
) -> None:
    with pytest.raises(error) as caught:
        detect_format(data, name="report.bin")
    assert words in caught.value.message
    assert caught.value.path == "report.bin"


def test_an_error_page_saved_as_pdf_is_named_as_one() -> None:
    with pytest.raises(MislabelledFileError) as caught:
        detect_format(ERROR_PAGE, name="inspection - 17 august 2012.PDF")
    assert "HTML" in caught.value.message
    assert "error page" in caught.value.message
    assert "download the report again" in caught.value.message


def test_a_short_message_saved_as_docx_is_refused_and_a_long_text_is_read() -> None:
    with pytest.raises(MislabelledFileError, match="short text message"):
        detect_format(b'{"error": "gone"}', name="paper.docx")
    assert detect_format(b"The report says so. " * 200, name="paper.docx") is SourceFormat.TEXT


def test_the_size_limit_is_a_setting() -> None:
    with pytest.raises(FileTooLargeError, match="limit of 10"):
        detect_format(b"%PDF-1.7 and more", settings=ReaderSettings(max_file_bytes=10))


@pytest.mark.shared
def test_the_false_pdf_of_the_corpus_is_refused(shared) -> None:  # type: ignore[no-untyped-def]
    (path,) = (shared / "corpus/ofsted").glob("*bromley/*17 august 2012.pdf")
    with pytest.raises(MislabelledFileError, match="error page"):
        detect_format(path.read_bytes(), name=path.name)
