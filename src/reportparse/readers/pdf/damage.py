"""What is broken in a PDF that opens all the same.

PDFium mends what it can and says nothing: a page whose content breaks off half way gives the words
before the break and looks whole. qpdf, through pikepdf, reads the structure of the file a second
time and tells what does not hold. Pictures are left out, which no text is read from.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from reportparse.document import Problem

_GET_AGAIN = "compare it with the original, or download the file again"
_FONT_USED = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s+[-+.\d]+\s+Tf\b")
_NO_TEXT = frozenset({"/Image"})
# What pikepdf raises where an object is not of the kind that its place asks for.
_MALFORMED = (pikepdf.PdfError, RuntimeError, TypeError, ValueError)
_MOST_NAMED = 20
_MOST_UNPACKED = 100 * 1024**2


def find_damage(data: bytes, *, page_count: int) -> tuple[Problem, ...]:
    """Problems of a PDF of which PDFium gave ``page_count`` pages."""
    try:
        pdf = pikepdf.open(BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError:
        return ()  # PDFium has opened it, with a way of encrypting that qpdf does not know
    except pikepdf.PdfError as error:
        return (_problem(f"its structure is broken ({_reason(error)}), so text may be missing"),)
    with pdf:
        try:
            return tuple(_found(pdf, page_count))
        except _MALFORMED as error:
            return (
                _problem(f"its structure is broken ({_reason(error)}), so text may be missing"),
            )


def _found(pdf: pikepdf.Pdf, page_count: int) -> Iterator[Problem]:
    warnings = pdf.get_warnings()  # which empties the list
    broken = _broken_streams(pdf)
    pages = list(pdf.pages)
    promised = _promised_pages(pdf)
    if not page_count == len(pages) == promised:
        yield _problem(
            f"it says it has {promised} pages, and {min(page_count, len(pages))} can be found"
        )
    named = [
        problem
        for number, page in enumerate(pages, start=1)
        for problem in _page_damage(page, number, broken)
    ]
    yield from named[:_MOST_NAMED]
    if len(named) > _MOST_NAMED:
        yield _problem(f"{len(named) - _MOST_NAMED} more pages are damaged")
    reasons = [*broken.values(), *map(_reason, [*warnings, *pdf.get_warnings()])]
    if reasons and not named:
        yield _problem(f"a part of it is broken ({reasons[0]}), so text may be missing or wrong")


def _broken_streams(pdf: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """Why streams of text, fonts and structure do not unpack, by the number of their object."""
    broken: dict[tuple[int, int], str] = {}
    for found in pdf.objects:
        if not isinstance(found, pikepdf.Stream) or str(found.get("/Subtype")) in _NO_TEXT:
            continue
        try:
            _unpack(found)
        except (pikepdf.PdfError, pikepdf.DataDecodingError, zlib.error) as error:
            broken[found.objgen] = _reason(error)
        else:
            warnings = pdf.get_warnings()
            if warnings:
                broken[found.objgen] = _reason(warnings[-1])
    return broken


def _unpack(stream: pikepdf.Stream) -> None:
    """Unpack ``stream``; unlike qpdf, take the checksum at the end of packed data in earnest."""
    filters = stream.get("/Filter")
    first = filters[0] if isinstance(filters, pikepdf.Array) and len(filters) else filters
    if str(first) == "/FlateDecode":
        unpacking = zlib.decompressobj()
        unpacking.decompress(stream.read_raw_bytes(), _MOST_UNPACKED)
        if not unpacking.eof and not unpacking.unconsumed_tail:
            raise zlib.error("the packed data end too early")
    else:
        stream.read_bytes()


def _promised_pages(pdf: pikepdf.Pdf) -> int:
    count = pdf.Root.get("/Pages", pikepdf.Dictionary()).get("/Count", 0)
    return int(count) if isinstance(count, int) else 0


def _page_damage(
    page: pikepdf.Page, number: int, broken: dict[tuple[int, int], str]
) -> Iterator[Problem]:
    """At most one problem of one page: what its text rests on."""
    contents = page.obj.get("/Contents")
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
    if contents is not None and len(streams) < len(parts):
        yield _problem("the text of the page cannot be found", number)
        return
    for part in streams:
        if part.objgen in broken:
            reason = broken[part.objgen]
            yield _problem(f"the page breaks off ({reason}), so text of it is missing", number)
            return
    fonts, forms = _named(page, "/Font"), _named(page, "/XObject")
    for name, used in (*fonts.items(), *forms.items()):
        if any(part in broken for part in _parts(used)):
            yield _problem(f"a part of the page ({name}) is broken, so text may be wrong", number)
            return
    text = b"\n".join(part.read_bytes() for part in streams)
    unknown = {f"/{name.decode('latin-1')}" for name in _FONT_USED.findall(text)} - fonts.keys()
    if unknown:
        yield _problem("a font of the page is missing, so text of it may be", number)


def _named(page: pikepdf.Page, kind: str) -> dict[str, pikepdf.Object]:
    """What the page may name of one kind of resource."""
    found = page.resources.get(kind)
    return dict(found.items()) if isinstance(found, pikepdf.Dictionary) else {}


def _parts(used: pikepdf.Object) -> Iterator[tuple[int, int]]:
    """Numbers of the objects that a font or a form consists of."""
    if isinstance(used, pikepdf.Stream):
        yield used.objgen
    if not isinstance(used, pikepdf.Dictionary):
        return
    inner = used.get("/DescendantFonts")
    fonts = [used, *(inner if isinstance(inner, pikepdf.Array) else [])]
    for font in fonts:
        if not isinstance(font, pikepdf.Dictionary):
            continue
        descriptor = font.get("/FontDescriptor")
        held = [font.get("/ToUnicode"), font.get("/Encoding")]
        if isinstance(descriptor, pikepdf.Dictionary):
            held += [descriptor.get(name) for name in ("/FontFile", "/FontFile2", "/FontFile3")]
        yield from (part.objgen for part in held if isinstance(part, pikepdf.Stream))


def _problem(what: str, page: int | None = None) -> Problem:
    return Problem("damaged_pdf", f"the PDF is damaged: {what}; {_GET_AGAIN}", page)


def _reason(error: object) -> str:
    """The last part of what qpdf says, without the name that it gives the file."""
    return str(error).rsplit(": ", 1)[-1].strip()
