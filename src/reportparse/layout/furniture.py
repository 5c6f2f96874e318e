"""Running headers, footers, page numbers and stamps: what repeats at the edge of pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportparse.document import Furniture, FurnitureKind
from reportparse.layout.lines import Line

# Share of the page height, from the top and from the bottom, in which furniture stands.
_EDGE = 0.13
_EDGE_LINES = 4
# Running lines repeat on this many of the pages around; one is enough in a very short document.
_REPEATS = 2
_SHORT_DOCUMENT = 3
_PAGE_NUMBER = re.compile(
    r"(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?|-\s*\d{1,4}\s*-|\|\s*\d{1,4}",
    re.IGNORECASE,
)
_STAMP = re.compile(r"(?:agenda\s+)?(?:pack\s+)?page\s+\d{1,4}", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_WATERMARKS = re.compile(r"(?:draft|confidential|restricted|embargoed)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of one page outside its tables, and the page's height in points."""

    number: int
    height: float
    lines: tuple[Line, ...]


def edge_keys(page: PageLines) -> frozenset[str]:
    """Texts of the lines at the page's edges, digits masked, to compare with other pages."""
    return frozenset(_key(line) for line in _edge_lines(page))


def split_furniture(
    page: PageLines, neighbours: Sequence[frozenset[str]], page_count: int
) -> tuple[tuple[Line, ...], tuple[Furniture, ...]]:
    """Divide a page into body lines and furniture.

    Args:
        page: The page.
        neighbours: ``edge_keys`` of the pages around it.
        page_count: Pages of the whole document.
    """
    needed = 1 if page_count <= _SHORT_DOCUMENT else _REPEATS
    furniture = {}
    for line in _edge_lines(page):
        key = _key(line)
        repeats = sum(key in keys for keys in neighbours)
        kind = _kind(line, page.height, repeated=repeats >= needed)
        if kind:
            furniture[line.order] = Furniture(kind, line.text, page.number, line.box)
    body = tuple(line for line in page.lines if line.order not in furniture)
    return body, tuple(furniture.values())


def _edge_lines(page: PageLines) -> list[Line]:
    ordered = sorted(page.lines, key=lambda line: line.box[1])
    edge = _EDGE * page.height
    top = [line for line in ordered[:_EDGE_LINES] if line.box[3] <= edge]
    bottom = [line for line in ordered[-_EDGE_LINES:] if line.box[1] >= page.height - edge]
    return [*top, *bottom]


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _kind(line: Line, height: float, *, repeated: bool) -> FurnitureKind | None:
    if _STAMP.fullmatch(line.text) and repeated:
        return FurnitureKind.STAMP
    if _PAGE_NUMBER.fullmatch(line.text):
        return FurnitureKind.PAGE_NUMBER
    if not repeated:
        return None
    if _WATERMARKS.fullmatch(line.text):
        return FurnitureKind.WATERMARK
    return FurnitureKind.HEADER if line.box[1] < height / 2 else FurnitureKind.FOOTER
