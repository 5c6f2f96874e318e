"""A run of pages as a document of its own, with all offsets counted from its start."""

from dataclasses import replace

from reportparse.document.boxes import WordBoxes
from reportparse.document.model import Block, Chart, Document, Page, Section, Table


def page_range(document: Document, first: int, last: int) -> Document:
    """The pages ``first`` to ``last`` (1-based) of ``document``; nothing crosses their borders.

    A table or section that runs on beyond them keeps what stands on them. Problems stay with the
    whole document.
    """
    pages = [page for page in document.pages if first <= page.number <= last]
    start, end = pages[0].start_char, pages[-1].end_char
    start += len(document.text[start:end]) - len(document.text[start:end].lstrip("\n"))
    return replace(
        document,
        text=document.text[start:end],
        pages=tuple(_page(page, start) for page in pages),
        blocks=tuple(_block(b, start, end) for b in document.blocks if _in(b, start, end)),
        sections=tuple(_section(s, start, end) for s in document.sections if _in(s, start, end)),
        tables=tuple(_table(t, start, end) for t in document.tables if _overlaps(t, start, end)),
        charts=tuple(_chart(c, start) for c in document.charts if _in(c, start, end)),
        furniture=tuple(
            item for item in document.furniture if item.page is None or first <= item.page <= last
        ),
        problems=(),
        title=None,
    )


def _in(item: Block | Section | Chart, start: int, end: int) -> bool:
    return start <= item.start_char < end


def _overlaps(table: Table, start: int, end: int) -> bool:
    return table.start_char < end and start < table.end_char


def _page(page: Page, start: int) -> Page:
    words = WordBoxes()
    for word in page.words:
        words.append(word.start_char - start, word.end_char - start, word.box, word.size)
    first = max(page.start_char - start, 0)
    return replace(page, start_char=first, end_char=page.end_char - start, words=words)


def _block(block: Block, start: int, end: int) -> Block:
    return replace(
        block, start_char=block.start_char - start, end_char=min(block.end_char, end) - start
    )


def _section(section: Section, start: int, end: int) -> Section:
    return replace(
        section,
        start_char=section.start_char - start,
        heading_end=section.heading_end - start,
        end_char=min(section.end_char, end) - start,
    )


def _chart(chart: Chart, start: int) -> Chart:
    points = tuple(
        replace(point, start_char=point.start_char - start, end_char=point.end_char - start)
        for point in chart.points
    )
    return replace(
        chart, points=points, start_char=chart.start_char - start, end_char=chart.end_char - start
    )


def _table(table: Table, start: int, end: int) -> Table:
    """``table`` with the cells of these pages alone, its rows counted anew where it was cut."""
    kept = [cell for cell in table.cells if start <= cell.start_char < end]
    top = min((cell.row for cell in kept), default=0)
    cells = tuple(
        replace(
            cell,
            row=cell.row - top,
            start_char=cell.start_char - start,
            end_char=cell.end_char - start,
        )
        for cell in kept
    )
    pages = tuple(sorted({cell.page for cell in kept if cell.page is not None}))
    return replace(
        table,
        cells=cells,
        n_rows=max((cell.row + cell.row_span for cell in cells), default=0),
        n_header_rows=max(table.n_header_rows - top, 0),
        start_char=max(table.start_char, start) - start,
        end_char=min(table.end_char, end) - start,
        pages=pages or table.pages,
    )
