"""Words of a PDF page with their boxes, at two PDFium calls a word.

PDFium gives the text of a page in one call and the box of a character in another. Text indices
and character indices agree (measured on 1,364 pages of published reports), so boxes are asked
only for the first and last character of each word.
"""

import ctypes
import re
from collections.abc import Iterator

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
_TRAILING_DIGITS = re.compile(r"^(?P<word>\D*[^\W\d][^\d]*?)(?P<mark>\d{1,2})$")
_BOLD_WEIGHT = 600


def page_words(page: pdfium.PdfPage, geometry: PageGeometry) -> tuple[PageWord, ...]:
    """Words of ``page`` in the order of its content; empty where it has no text."""
    text_page = page.get_textpage()
    try:
        return tuple(_mark_raised(_CharacterReader(text_page, geometry).words()))
    finally:
        text_page.close()


def _mark_raised(words: Iterator[PageWord]) -> Iterator[PageWord]:
    """Mark the numbers that stand apart as raised footnote marks after a word."""
    previous: PageWord | None = None
    for word in words:
        mark = word
        if previous is not None and len(word.text) <= _MARK_LENGTH and word.text.isdecimal():
            smaller = word.size < _RAISED_SHARE * previous.size
            beside = previous.top - word.size <= word.top < previous.bottom
            if smaller and beside and word.bottom < previous.bottom and not previous.line_break:
                mark = word._replace(raised=True)
        yield mark
        if not mark.raised:
            previous = word


class _CharacterReader:
    """Reads one text page; keeps the ctypes buffers that its calls share."""

    def __init__(self, text_page: pdfium.PdfTextPage, geometry: PageGeometry) -> None:
        self._handle = text_page.raw
        self._geometry = geometry
        self._rect = pdfium_c.FS_RECTF()
        self._rect_ref = ctypes.byref(self._rect)
        self._fonts: dict[bytes, bool] = {}
        self._font_name = ctypes.create_string_buffer(128)
        self._font_flags = ctypes.c_int()

    def words(self) -> Iterator[PageWord]:
        """All words, split where PDFium glued two lines or a footnote mark to a word."""
        text = self._text()
        for match in _WORD.finditer(text):
            start, end = match.span()
            break_after = text[end - 1] == _LINE_END_HYPHEN or text[end : end + 1] in "\r\n"
            yield from self._word(text, start, end, line_break=break_after)

    def _text(self) -> str:
        """Text of the page, one character for one PDFium character index."""
        count = pdfium_c.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium_c.FPDFText_GetText(self._handle, 0, count, buffer)
        if written == count + 1:
            return "".join(map(chr, buffer[:count]))
        get_unicode = pdfium_c.FPDFText_GetUnicode
        return "".join(chr(get_unicode(self._handle, index)) for index in range(count))

    def _word(self, text: str, start: int, end: int, *, line_break: bool) -> Iterator[PageWord]:
        first = self._box(start)
        last = self._box(end - 1) if end - start > 1 else first
        height = max(first[3] - first[1], 1.0)
        upright = not (
            end - start > 1 and abs(last[1] - first[1]) > height and abs(last[0] - first[0]) < 1.0
        )
        if upright and abs(last[1] - first[1]) > height:
            middle = self._line_start(start, end, first)
            if start < middle < end:
                yield from self._word(text, start, middle, line_break=True)
                yield from self._word(text, middle, end, line_break=line_break)
                return
        printed = _printed(text[start:end])
        size = pdfium_c.FPDFText_GetFontSize(self._handle, start)
        mark = _TRAILING_DIGITS.match(printed)
        if mark and len(printed) == end - start:
            cut = start + mark.start("mark")
            mark_size = pdfium_c.FPDFText_GetFontSize(self._handle, cut)
            if mark_size < size * _RAISED_SHARE or self._is_raised(cut, first):
                head = _span(first, self._box(cut - 1))
                tail = _span(self._box(cut), last)
                bold = self._is_bold(start)
                yield PageWord(mark["word"], *head, size, bold)
                yield PageWord(
                    mark["mark"], *tail, mark_size, bold, raised=True, line_break=line_break
                )
                return
        if printed:
            box = _span(first, last)
            yield PageWord(
                printed, *box, size, self._is_bold(start), upright=upright, line_break=line_break
            )

    def _is_raised(self, index: int, word_box: BBox) -> bool:
        """Whether the character stands on a higher baseline in a smaller box."""
        box = self._box(index)
        height = word_box[3] - word_box[1]
        return box[3] < word_box[3] - 0.15 * height and box[3] - box[1] < _RAISED_SHARE * height

    def _line_start(self, start: int, end: int, first: BBox) -> int:
        """Index of the first character that stands on another line than the first one."""
        height = max(first[3] - first[1], 1.0)
        for index in range(start + 1, end):
            if abs(self._box(index)[1] - first[1]) > height:
                return index
        return end

    def _box(self, index: int) -> BBox:
        """Box of a character from font ascent to descent, in points from the top left."""
        rect = self._rect
        if not pdfium_c.FPDFText_GetLooseCharBox(self._handle, index, self._rect_ref):
            return (0.0, 0.0, 0.0, 0.0)
        return self._geometry.box(rect.left, rect.bottom, rect.right, rect.top)

    def _is_bold(self, index: int) -> bool:
        length = pdfium_c.FPDFText_GetFontInfo(
            self._handle, index, self._font_name, len(self._font_name), self._font_flags
        )
        if not 0 < length <= len(self._font_name):
            return False
        name = self._font_name.value
        known = self._fonts.get(name)
        if known is None:
            lowered = name.lower()
            known = b"bold" in lowered or b"black" in lowered or b"heavy" in lowered
            self._fonts[name] = known
        return known


def _span(first: BBox, last: BBox) -> BBox:
    """The box from the first to the last character of a word."""
    return (
        min(first[0], last[0]),
        min(first[1], last[1]),
        max(first[2], last[2]),
        max(first[3], last[3]),
    )


def _printed(text: str) -> str:
    """Characters as a reader sees them: symbol-font bullets and line-end hyphens mapped."""
    if text.isascii() and text.isprintable():
        return text
    mapped = text.translate(_SYMBOLS)
    if any("\ud800" <= char <= "\udfff" for char in mapped):
        mapped = mapped.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(char for char in mapped if char.isprintable() or char == "\N{SOFT HYPHEN}")
