"""Pages through pdfplumber, which opens some damaged files that PDFium refuses.

pdfplumber is imported here alone and only when a file or page needs it.
"""

from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Any

from reportparse.document import Ruling
from reportparse.layout.page import PageContent, PageWord

_BOLD = ("bold", "black", "heavy")
_LEVEL = 1.5
# What pdfminer raises from inside where a damaged file holds another kind of value than it expects.
_PARSER_ERRORS = (AttributeError, KeyError, IndexError, TypeError, ValueError)


def second_pages(data: bytes) -> Iterator[PageContent]:
    """Every page of ``data`` that pdfplumber can read; none where it cannot open the file."""
    plumber = import_module("pdfplumber")
    errors = import_module("pdfplumber.utils.exceptions")
    try:
        with plumber.open(BytesIO(data)) as pdf:
            for page in pdf.pages:
                yield _content(page)
                page.close()
    except (errors.PdfminerException, errors.MalformedPDFException, *_PARSER_ERRORS):
        return


def second_page(data: bytes, number: int) -> PageContent | None:
    """Page ``number``, which counts from 1, of ``data``; None where pdfplumber cannot read it."""
    return next((page for page in second_pages(data) if page.number == number), None)


def _content(page: Any) -> PageContent:
    found = page.extract_words(extra_attrs=["fontname", "size", "upright"], use_text_flow=True)
    return PageContent(
        page.page_number,
        float(page.width),
        float(page.height),
        tuple(_word(word) for word in found),
        tuple(_rulings(page)),
    )


def _word(word: dict[str, Any]) -> PageWord:
    name = str(word["fontname"]).lower()
    return PageWord(
        word["text"],
        float(word["x0"]),
        float(word["top"]),
        float(word["x1"]),
        float(word["bottom"]),
        float(word["size"]),
        any(weight in name for weight in _BOLD),
        bool(word["upright"]),
    )


def _rulings(page: Any) -> Iterator[Ruling]:
    for edge in page.edges:
        x0, top, x1, bottom = (float(edge[key]) for key in ("x0", "top", "x1", "bottom"))
        if bottom - top <= _LEVEL < x1 - x0:
            yield Ruling(x0, top, x1, top)
        elif x1 - x0 <= _LEVEL < bottom - top:
            yield Ruling(x0, top, x0, bottom)
