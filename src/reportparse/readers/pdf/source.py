"""Opening a PDF and giving its pages one by one; each page is closed before the next is read."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from reportparse.errors import DamagedFileError, PasswordRequiredError
from reportparse.layout.page import PageContent
from reportparse.readers.pdf.drawings import page_drawings
from reportparse.readers.pdf.geometry import PageGeometry
from reportparse.readers.pdf.scans import is_garbled, is_scan, recognise
from reportparse.readers.pdf.second import second_page
from reportparse.readers.pdf.words import page_words


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """Open ``data`` as PDF.

    Raises:
        PasswordRequiredError: The file is encrypted.
        DamagedFileError: PDFium cannot find a document in it, or it has no pages.

    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise PasswordRequiredError(
                "the PDF is protected by a password; save a copy without it and try again"
            ) from error
        raise DamagedFileError(
            "the PDF is damaged or cut short and cannot be opened; download it again"
        ) from error
    if len(document) == 0:
        document.close()
        raise DamagedFileError("the PDF has no pages; download it again")
    return document


def page_contents(document: pdfium.PdfDocument, data: bytes | None = None) -> Iterator[PageContent]:
    """Every page in order; a page that neither reader can load is given without words.

    Args:
        document: The open file.
        data: Its bytes, from which pdfplumber reads the pages that PDFium cannot load.
    """
    for index in range(len(document)):
        content = _page_content(document, index)
        if data is not None and not content.height:
            content = second_page(data, index + 1) or content
        yield content


def _page_content(document: pdfium.PdfDocument, index: int) -> PageContent:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return PageContent(index + 1, 0.0, 0.0, ())
    try:
        geometry = PageGeometry.of(page)
        drawings = page_drawings(page, geometry)
        words = page_words(page, geometry)
        content = PageContent(
            index + 1,
            geometry.width,
            geometry.height,
            words,
            tuple(drawings.rulings),
            tuple(drawings.shades),
            drawings.image_area,
            tuple(drawings.marks),
            garbled=is_garbled(words),
        )
        if content.garbled or is_scan(words, drawings.image_area):
            return _recognised(content, page)
        return content
    finally:
        page.close()


def _recognised(content: PageContent, page: pdfium.PdfPage) -> PageContent:
    """``content`` with the words on its image; a garbled text layer is never given as text."""
    found = recognise(page)
    if found:
        return replace(content, words=found.words, recognised=found.confidence, garbled=False)
    return replace(content, words=()) if content.garbled else content
