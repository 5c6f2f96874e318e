"""A web page to ``Document``."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from lxml.html import HtmlElement

from reportparse.document import BlockKind, Document, Furniture, FurnitureKind, Properties
from reportparse.errors import DamagedFileError
from reportparse.layout.wording import is_caption, is_heading_wording, parse_letter, parse_number
from reportparse.readers.flow import FlowWriter
from reportparse.readers.grid import place_cells
from reportparse.readers.html.inline import (
    BLOCKS,
    is_hidden,
    line_break,
    raw_text,
    tidy,
    whole_text,
)
from reportparse.readers.html.source import parse_page
from reportparse.readers.html.tables import (
    caption_of,
    is_data_table,
    marked_header_rows,
    source_rows,
)
from reportparse.readers.numerals import to_letters, to_roman

MEDIA_TYPE = "text/html"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FURNITURE_TAGS = {
    "nav": FurnitureKind.HEADER,
    "header": FurnitureKind.HEADER,
    "footer": FurnitureKind.FOOTER,
    "aside": FurnitureKind.FOOTER,
}
_FURNITURE_ROLES = {
    "navigation": FurnitureKind.HEADER,
    "banner": FurnitureKind.HEADER,
    "search": FurnitureKind.HEADER,
    "contentinfo": FurnitureKind.FOOTER,
    "complementary": FurnitureKind.FOOTER,
}
_CONTENT = frozenset({"main", "article"})
_STRONG = frozenset({"b", "strong"})


def read_html(data: bytes) -> Document:
    """Read a web page: the part that it marks as its main content, else all of its body.

    Navigation, headers, footers and asides are kept in ``furniture``.

    Raises:
        DamagedFileError: The page holds no text.
    """
    root, problems = parse_page(data)
    found = root.find("body")
    body = found if found is not None else root
    title = " ".join((root.findtext(".//title") or "").split()) or None
    for main in (_main_of(body), None):
        reader = _HtmlReader()
        reader.read(body, main)
        document = reader.writer.document(
            MEDIA_TYPE, title=reader.main_heading or title, problems=problems
        )
        if document.text:
            return replace(document, properties=Properties(title=title))
    raise DamagedFileError(
        "the web page holds no text of its own; open it in a browser and save it as PDF"
    )


def _main_of(body: HtmlElement) -> HtmlElement | None:
    """The one element that holds the main content; None where none or several are marked."""
    marked = body.xpath(".//main | .//*[@role='main']")
    return marked[0] if len(marked) == 1 else None


class _HtmlReader:
    """Walks through the elements and writes each block when it is whole."""

    def __init__(self) -> None:
        self.writer = FlowWriter()
        self.main_heading: str | None = None
        self._inline: list[str] = []
        self._strong: list[str] = []
        self._numbers: list[Callable[[], str]] = []
        self._marker: str | None = None
        self._kind = BlockKind.PARAGRAPH

    def read(self, body: HtmlElement, main: HtmlElement | None) -> None:
        """Read ``main``, with what stands around it as furniture, or the whole of ``body``."""
        if main is not None:
            self._read_around(body, main)
        self._read_element(body if main is None else main)
        self._end_block()

    def _read_around(self, element: HtmlElement, main: HtmlElement) -> None:
        kind = FurnitureKind.HEADER
        inside = set(main.iterancestors())
        for child in element:
            if child is main:
                kind = FurnitureKind.FOOTER
            elif child in inside:
                self._read_around(child, main)
                kind = FurnitureKind.FOOTER
            else:
                self._keep_apart(child, kind)

    def _keep_apart(self, element: HtmlElement, kind: FurnitureKind) -> None:
        text = whole_text(element)
        if text:
            self.writer.add_furniture(Furniture(kind, text))

    def _read_element(self, element: HtmlElement) -> None:
        if is_hidden(element):
            return
        furniture = _furniture_kind(element)
        if furniture:
            self._end_block()
            self._keep_apart(element, furniture)
        elif element.tag == "table":
            self._end_block()
            self._read_table(element)
        elif element.tag in _HEADINGS:
            self._end_block()
            self._read_heading(element)
        elif element.tag in BLOCKS:
            self._read_block(element)
        else:
            self._read_inline(element)

    def _read_inline(self, element: HtmlElement) -> None:
        if element.tag == "br":
            self._inline.append(line_break())
            return
        before = len(self._inline)
        self._inline.append(raw_text(element, element.text))
        self._read_children(element)
        if element.tag in _STRONG:
            self._strong.extend(self._inline[before:])

    def _read_children(self, element: HtmlElement) -> None:
        for child in element:
            self._read_element(child)
            self._inline.append(child.tail or "")

    def _read_block(self, element: HtmlElement) -> None:
        self._end_block()
        if element.tag in ("ul", "ol"):
            self._numbers.append(_numbering(element))
        elif element.tag == "li":
            self._kind = BlockKind.LIST_ITEM
            self._marker = self._numbers[-1]() if self._numbers else "•"
            if element.get("value", "").isdecimal() and self._marker != "•":
                self._numbers[-1] = _numbers_from(int(element.get("value", "1")), "1")
                self._marker = self._numbers[-1]()
        elif element.tag == "figcaption":
            self._kind = BlockKind.CAPTION
        self._inline.append(
            (element.text or "").replace("\n", line_break())
            if element.tag == "pre"
            else (element.text or "")
        )
        self._read_children(element)
        self._end_block()
        if element.tag in ("ul", "ol"):
            self._numbers.pop()

    def _end_block(self) -> None:
        """Write the running text so far as one block."""
        text = tidy("".join(self._inline))
        strong = tidy("".join(self._strong))
        self._inline.clear()
        self._strong.clear()
        kind, marker = self._kind, self._marker
        if not text:
            return
        self._kind, self._marker = BlockKind.PARAGRAPH, None
        if kind is BlockKind.LIST_ITEM:
            printed = text if marker in (None, "•") else f"{marker} {text}"
            level = max(1, len(self._numbers))
            self.writer.write_block(kind, printed, number=marker, level=level)
        elif kind is BlockKind.CAPTION or is_caption(text):
            self.writer.write_block(BlockKind.CAPTION, text)
        elif text == strong and _is_strong_heading(text):
            self.writer.write_heading(text, max(self.writer.last_heading_level, 1))
        else:
            found = parse_number(text) or parse_letter(text)
            self.writer.write_block(kind, text, number=found.number if found else None)

    def _read_heading(self, element: HtmlElement) -> None:
        text = " ".join(whole_text(element).split())
        if not text:
            return
        level = _HEADINGS[element.tag]
        if level == 1 and self.main_heading is None:
            self.main_heading = text
            self.writer.write_heading(text, level, kind=BlockKind.TITLE)
        else:
            self.writer.write_heading(text, level)

    def _read_table(self, table: HtmlElement) -> None:
        if not is_data_table(table):
            self._read_block(table)
            return
        caption = caption_of(table)
        if caption:
            self.writer.write_block(BlockKind.CAPTION, caption)
        else:
            caption = self.writer.caption_before()
        self.writer.write_grid(
            place_cells(source_rows(table)),
            caption=caption,
            marked_header_rows=marked_header_rows(table),
        )


def _furniture_kind(element: HtmlElement) -> FurnitureKind | None:
    """Kind of furniture that ``element`` is; a header inside the content belongs to it."""
    role = _FURNITURE_ROLES.get(element.get("role", ""))
    if role:
        return role
    if element.tag == "header" and any(p.tag in _CONTENT for p in element.iterancestors()):
        return None
    return _FURNITURE_TAGS.get(element.tag)


def _is_strong_heading(text: str) -> bool:
    found = parse_number(text)
    return "\n" not in text and is_heading_wording(text[found.start :] if found else text)


def _numbering(element: HtmlElement) -> Callable[[], str]:
    """Gives the marker of each item of a list in turn."""
    if element.tag == "ul":
        return lambda: "•"
    start = element.get("start", "1")
    return _numbers_from(int(start) if start.isdecimal() else 1, element.get("type", "1"))


def _numbers_from(start: int, style: str) -> Callable[[], str]:
    numbers = count(start)
    return lambda: f"{_in_style(next(numbers), style)}."


def _in_style(number: int, style: str) -> str:
    if style in ("a", "A") and number > 0:
        return to_letters(number) if style == "a" else to_letters(number).upper()
    if style in ("i", "I") and 0 < number < 4000:
        return to_roman(number) if style == "i" else to_roman(number).upper()
    return str(number)
