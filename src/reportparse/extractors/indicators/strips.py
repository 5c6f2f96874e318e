"""Call-outs set in a strip: a row of figures, and under it a row with the words of each.

The figure and its words do not stand together in the text, so that no passage holds both.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportparse.document import (
    BBox,
    Block,
    BlockKind,
    Cell,
    Chart,
    ChartPoint,
    Document,
    Table,
)
from reportparse.extractors.indicators.passages import is_bare_figure

_PARAGRAPH = BlockKind.PARAGRAPH
_FEWEST = 2
# How far below its figure a caption may start, in points.
_BELOW = 30.0
_LONGEST = 25


def find_strips(document: Document) -> Iterator[Chart]:
    """Strips as charts whose categories are the words under the figures."""
    blocks = [block for block in document.blocks if block.kind is _PARAGRAPH]
    for index, (first, second) in enumerate(pairwise(blocks)):
        points = _tabbed(document, first, second)
        if points:
            yield _strip(document, index, points)
    for index, table in enumerate(document.tables):
        points = table_strip(table)
        if points:
            yield _strip(document, -1 - index, points)
    for index, run in enumerate(_runs(document, blocks)):
        points = _stacked(document, *run)
        if points:
            yield _strip(document, len(blocks) + index, points)


def table_strip(table: Table) -> list[ChartPoint]:
    """The call-outs of a table in which each row of figures has a row of words under it."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        if cell.text.strip():
            rows.setdefault(cell.row, {})[cell.column] = cell
    ordered = [rows[row] for row in sorted(rows)]
    if len(ordered) % 2 or not ordered:
        return []
    points = []
    for figures, captions in zip(ordered[::2], ordered[1::2], strict=True):
        bare = all(is_bare_figure(cell.text) for cell in figures.values())
        named = all(cell.text.strip()[:1].isalpha() for cell in captions.values())
        if len(figures) < _FEWEST or figures.keys() != captions.keys() or not (bare and named):
            return []
        points += [
            ChartPoint(cell.start_char, cell.end_char, captions[column].text.strip(), "")
            for column, cell in sorted(figures.items())
        ]
    return points


def _strip(document: Document, index: int, points: Sequence[ChartPoint]) -> Chart:
    start = points[0].start_char
    section = document.section_at(start)
    page = document.page_at(start)
    return Chart(
        id=f"s{index}",
        title=section.heading if section else None,
        points=tuple(points),
        start_char=start,
        end_char=points[-1].end_char,
        page=page.number if page else None,
    )


def _tabbed(document: Document, first: Block, second: Block) -> list[ChartPoint]:
    """Figures and words of two rows of cells; empty where they are none."""
    figures = _cells(document, first)
    captions = _cells(document, second)
    if len(figures) < _FEWEST or len(figures) != len(captions):
        return []
    named = [document.text[start:end].strip() for start, end in captions]
    bare = all(is_bare_figure(document.text[start:end]) for start, end in figures)
    if not bare or not all(name[:1].isalpha() for name in named):
        return []
    return [
        ChartPoint(start, end, name, "") for (start, end), name in zip(figures, named, strict=True)
    ]


def _cells(document: Document, block: Block) -> list[tuple[int, int]]:
    start = block.start_char
    cells = []
    for cell in document.text[block.start_char : block.end_char].split("\t"):
        if cell.strip():
            cells.append((start, start + len(cell)))
        start += len(cell) + 1
    return cells


def _runs(document: Document, blocks: Sequence[Block]) -> Iterator[tuple[list[Block], list[Block]]]:
    """Two or more bare figures one after another on a page, and as many blocks after them."""
    index = 0
    while index < len(blocks):
        figures = []
        for block in blocks[index:]:
            same_page = block.bbox is not None and block.page == blocks[index].page
            if not same_page or not is_bare_figure(_text(document, block)):
                break
            figures.append(block)
        end = index + len(figures)
        if len(figures) >= _FEWEST:
            yield figures, list(blocks[end : end + len(figures)])
        index = max(end, index + 1)


def _text(document: Document, block: Block) -> str:
    return document.text[block.start_char : block.end_char]


def _stacked(document: Document, figures: list[Block], captions: list[Block]) -> list[ChartPoint]:
    """Figures with the one block right under each; empty where any has none or two."""
    points = []
    for figure in figures:
        under = [caption for caption in captions if _is_under(figure.bbox, caption.bbox)]
        words = _text(document, under[0]) if len(under) == 1 else ""
        if not words[:1].isalpha() or len(words.split()) > _LONGEST:
            return []
        points.append(ChartPoint(figure.start_char, figure.end_char, " ".join(words.split()), ""))
    return points if len({point.category for point in points}) == len(points) else []


def _is_under(figure: BBox | None, caption: BBox | None) -> bool:
    if figure is None or caption is None:
        return False
    overlap = min(figure[2], caption[2]) - max(figure[0], caption[0])
    return overlap > 0 and -2.0 <= caption[1] - figure[3] <= _BELOW
