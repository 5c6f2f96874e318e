"""Words of a PDF page with their boxes, at three PDFium calls a word.

PDFium gives the text of a page in one call and the box of a character in another. Text indices
and character indices agree (measured on 1,364 pages of published reports), so boxes are asked
only for the first and last character of each word. Size, weight and direction are those of the
text object that a word starts in, and are read once for each object.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import hypot
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from reportparse.document import BBox
from reportparse.layout.page import PageWord
from reportparse.readers.pdf.geometry import PageGeometry

# PDFium writes U+FFFE for a hyphen that ends a line.
_LINE_END_HYPHEN = "\ufffe"
_WORD = re.compile(rf"[^\s\0{_LINE_END_HYPHEN}]+{_LINE_END_HYPHEN}?|{_LINE_END_HYPHEN}")
# Bullets of the symbol fonts sit in the private use area at U+F000 plus the font's own code.
_SYMBOLS = {
    0xF02D: "-",
    0xF06C: "•",
    0xF06E: "▪",
    0xF06F: "▫",
    0xF071: "▫",
    0xF075: "◆",
    0xF076: "❖",
    0xF09F: "•",
    0xF0A7: "▪",
    0xF0A8: "☐",
    0xF0B7: "•",
    0xF0D8: "➢",
    0xF0E0: "→",
    0xF0FC: "✓",
    0xF0FE: "☒",
    0x1F: "-",
    0x2: "-",
    ord(_LINE_END_HYPHEN): "-",
}
_RAISED_SHARE = 0.8
_MARK_LENGTH = 2
# A raised mark that PDFium puts on a line of its own still touches its word, in font sizes.
_TOUCHING = 0.25
_TRAILING_DIGITS = re.compile(r"^(?P<word>\D*[^\W\d][^\d]*?)(?P<mark>\d{1,2})$")
# Calls of each word, with plain addresses: a pointer object for each would cost more than the call.
_GET_OBJECT = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_GET_BOX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
# What a figure begins and ends with, and how far two of them overlap that stand in two columns.
_FIGURE_SIGNS = frozenset("0123456789%£().,+-<>")
_OVERLAP = 0.1
_BOLD_NAMES = (b"bold", b"black", b"heavy")
# Text that climbs more than this for each point it runs along the page is not set upright.
_STEEPEST = 0.2
# Characters of one word that stand above one another within this are stacked.
_STACKED = 1.0


def page_words(page: pdfium.PdfPage, geometry: PageGeometry) -> tuple[PageWord, ...]:
    """Words of ``page`` in the order of its content; empty where it has no text."""
    text_page = page.get_textpage()
    try:
        return tuple(_mark_raised(_CharacterReader(text_page, geometry).read_words()))
    finally:
        text_page.close()


def _mark_raised(words: Iterable[PageWord]) -> Iterator[PageWord]:
    """Mark the numbers that stand apart as raised footnote marks after a word."""
    previous: PageWord | None = None
    for word in words:
        mark = word
        if previous is not None and len(word.text) <= _MARK_LENGTH and word.text.isdecimal():
            smaller = word.size < _RAISED_SHARE * previous.size
            beside = previous.top - word.size <= word.top < previous.bottom
            touches = abs(word.x0 - previous.x1) < _TOUCHING * previous.size
            follows = touches or not previous.line_break
            if smaller and beside and word.bottom < previous.bottom and follows:
                mark = word._replace(raised=True)
        yield mark
        if not mark.raised:
            previous = word


class _Style(NamedTuple):
    """How characters are set: font size in points as shown on the page, weight and direction."""

    size: float
    bold: bool
    upright: bool


class _CharacterReader:
    """Reads one text page; keeps the ctypes buffers that its calls share."""

    def __init__(self, text_page: pdfium.PdfTextPage, geometry: PageGeometry) -> None:
        self._handle = text_page.raw
        self._address = _address_of(text_page.raw)
        self._text_object = _GET_OBJECT(_address_of(pdfium_c.FPDFText_GetTextObject))
        self._loose_box = _GET_BOX(_address_of(pdfium_c.FPDFText_GetLooseCharBox))
        self._rotated = geometry.rotation != 0
        self._geometry = geometry
        self._rect = pdfium_c.FS_RECTF()
        self._rect_address = ctypes.addressof(self._rect)
        self._matrix = pdfium_c.FS_MATRIX()
        self._font_name = ctypes.create_string_buffer(128)
        self._font_flags = ctypes.c_int()
        self._styles: dict[int, _Style] = {}
        self._text = self._read_text()
        self._words: list[PageWord] = []

    def read_words(self) -> list[PageWord]:
        """All words, split where PDFium glued two lines or a footnote mark to a word."""
        text = self._text
        for match in _WORD.finditer(text):
            start, end = match.span()
            line_break = text[end - 1] == _LINE_END_HYPHEN or text[end : end + 1] in "\r\n"
            self._read_word(start, end, line_break=line_break)
        return self._words

    def _read_text(self) -> str:
        """Text of the page, one character for one PDFium character index."""
        count = pdfium_c.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium_c.FPDFText_GetText(self._handle, 0, count, buffer)
        if written == count + 1:
            text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
            return text if len(text) == count else "".join(map(chr, buffer[:count]))
        get_unicode = pdfium_c.FPDFText_GetUnicode
        return "".join(chr(get_unicode(self._handle, index)) for index in range(count))

    def _read_word(self, start: int, end: int, *, line_break: bool) -> None:
        """Add the characters from ``start`` to ``end`` as one word, or as those glued together."""
        text = self._text[start:end]
        first = self._box(start)
        last = self._box(end - 1) if end - start > 1 else first
        size, bold, upright = self._style(start)
        if upright and last[1] != first[1] and abs(last[1] - first[1]) > _height(first):
            upright = abs(last[0] - first[0]) >= _STACKED
            if upright:
                middle = self._line_start(start, end, first)
                self._read_word(start, middle, line_break=True)
                self._read_word(middle, end, line_break=line_break)
                return
        printed = text if text.isascii() and text.isprintable() else _printed(text)
        cut = glued = 0
        if text[0] in _FIGURE_SIGNS and text[-1] in _FIGURE_SIGNS and len(printed) == len(text):
            glued = self._new_object(start, end)
        if glued and self._box(glued)[0] < self._box(glued - 1)[2] - _OVERLAP * size:
            self._read_word(start, glued, line_break=False)
            self._read_word(glued, end, line_break=line_break)
            return
        if text[-1].isdecimal() and len(printed) == len(text):
            cut = self._mark_start(printed, start, first) or self._mark_behind(start, glued, end)
        if cut:
            x0, top, x1, bottom = _span(first, self._box(start + cut - 1))
            self._words.append(PageWord(printed[:cut], x0, top, x1, bottom, size, bold))
            printed, start = printed[cut:], start + cut
            first, size = self._box(start), self._style(start).size
        if printed:
            x0, top, x1, bottom = _span(first, last)
            self._words.append(
                PageWord(printed, x0, top, x1, bottom, size, bold, upright, cut > 0, line_break)
            )

    def _mark_start(self, printed: str, start: int, first: BBox) -> int:
        """Where in a word that ends in a digit its raised mark starts; 0 where it has none."""
        match = _TRAILING_DIGITS.match(printed)
        if match is None:
            return 0
        index = start + match.start("mark")
        smaller = self._style(index).size < _RAISED_SHARE * self._style(start).size
        return match.start("mark") if smaller or self._is_raised(index, first) else 0

    def _mark_behind(self, start: int, glued: int, end: int) -> int:
        """How many characters stand before the raised mark that ends a figure; 0 for no mark."""
        if not glued or end - glued > _MARK_LENGTH or not self._text[glued:end].isdecimal():
            return 0
        smaller = self._style(glued).size < _RAISED_SHARE * self._style(start).size
        return glued - start if smaller and self._is_raised(glued, self._box(start)) else 0

    def _new_object(self, start: int, end: int) -> int:
        """Index from which a figure is set by another text object than it began in; 0 if by one."""
        last = self._object(end - 1)
        if last is None or last == self._object(start):
            return 0
        for index in range(end - 2, start - 1, -1):
            if self._object(index) != last:
                return index + 1
        return 0

    def _object(self, index: int) -> int | None:
        address: int | None = self._text_object(self._address, index)
        return address

    def _is_raised(self, index: int, word_box: BBox) -> bool:
        """Whether the character stands on a higher baseline in a smaller box."""
        box = self._box(index)
        height = word_box[3] - word_box[1]
        return box[3] < word_box[3] - 0.15 * height and box[3] - box[1] < _RAISED_SHARE * height

    def _line_start(self, start: int, end: int, first: BBox) -> int:
        """Index of the first character that stands on another line than the first one."""
        for index in range(start + 1, end):
            if abs(self._box(index)[1] - first[1]) > _height(first):
                return index
        return end

    def _box(self, index: int) -> BBox:
        """Box of a character from font ascent to descent, in points from the top left."""
        rect, page = self._rect, self._geometry
        if not self._loose_box(self._address, index, self._rect_address):
            return (0.0, 0.0, 0.0, 0.0)
        if self._rotated:
            return page.box(rect.left, rect.bottom, rect.right, rect.top)
        x, y = page.left, page.top
        return rect.left - x, y - rect.top, rect.right - x, y - rect.bottom

    def _style(self, index: int) -> _Style:
        """Style of a character: that of its text object, where it has one."""
        address = self._object(index)
        if address is None:
            return self._read_style(index)
        style = self._styles.get(address)
        if style is None:
            style = self._styles[address] = self._read_style(index)
        return style

    def _read_style(self, index: int) -> _Style:
        """Style of a character; the size that the file states is scaled by the text matrix."""
        size = pdfium_c.FPDFText_GetFontSize(self._handle, index)
        upright = True
        matrix = self._matrix
        if pdfium_c.FPDFText_GetMatrix(self._handle, index, matrix):
            size *= hypot(matrix.c, matrix.d)
            along, climb = abs(matrix.a), abs(matrix.b)
            if self._geometry.rotation in (90, 270):
                along, climb = climb, along
            upright = climb <= _STEEPEST * along
        length = pdfium_c.FPDFText_GetFontInfo(
            self._handle, index, self._font_name, len(self._font_name), self._font_flags
        )
        name = self._font_name.value if 0 < length <= len(self._font_name) else b""
        return _Style(size, _is_bold(name), upright)


def _address_of(pointer: Any) -> int:
    """Where ``pointer``, a handle or a function of PDFium, points; 0 for nowhere."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


@lru_cache(maxsize=256)
def _is_bold(font_name: bytes) -> bool:
    lowered = font_name.lower()
    return any(weight in lowered for weight in _BOLD_NAMES)


def _height(box: BBox) -> float:
    return max(box[3] - box[1], 1.0)


def _span(first: BBox, last: BBox) -> BBox:
    """The box from the first to the last character of a word."""
    if first[0] <= last[0] and first[1] == last[1] and first[3] == last[3]:
        return first[0], first[1], last[2], first[3]
    return (
        min(first[0], last[0]),
        min(first[1], last[1]),
        max(first[2], last[2]),
        max(first[3], last[3]),
    )


def _printed(text: str) -> str:
    """Characters as a reader sees them: symbol-font bullets and line-end hyphens mapped."""
    mapped = text.translate(_SYMBOLS)
    if any("\ud800" <= char <= "\udfff" for char in mapped):
        mapped = mapped.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(char for char in mapped if char.isprintable() or char == "\N{SOFT HYPHEN}")
