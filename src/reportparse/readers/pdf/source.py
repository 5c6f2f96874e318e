"""Opening a PDF and giving its pages one by one; each page is closed before the next is read."""

from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from reportparse.errors import DamagedFileError, PasswordRequiredError
from reportparse.layout.page import PageContent
from reportparse.readers.pdf.drawings import page_drawings
from reportparse.readers.pdf.geometry import PageGeometry
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


def page_contents(document: pdfium.PdfDocument) -> Iterator[PageContent]:
    """Every page in order; a page that PDFium cannot load is given without words."""
    for index in range(len(document)):
        yield _page_content(document, index)


def _page_content(document: pdfium.PdfDocument, index: int) -> PageContent:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return PageContent(index + 1, 0.0, 0.0, ())
    try:
        geometry = PageGeometry.of(page)
        drawings = page_drawings(page, geometry)
        return PageContent(
            index + 1,
            geometry.width,
            geometry.height,
            page_words(page, geometry),
            tuple(drawings.rulings),
            tuple(drawings.shades),
            drawings.image_area,
            tuple(drawings.marks),
        )
    finally:
        page.close()
