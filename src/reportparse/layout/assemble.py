"""From pages of words to a ``Document``: pages come in a stream and are dropped once written.

Each page waits until the few pages after it are known, so that running headers can be told from
text; nothing else is kept of a page but its text, its word boxes and its rulings.
"""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportparse.document import (
    Block,
    BlockKind,
    Cell,
    CellRole,
    Chart,
    ChartPoint,
    Document,
    Furniture,
    FurnitureKind,
    Page,
    Problem,
    Table,
)
from reportparse.document.boxes import BBox, WordBoxes, union
from reportparse.layout.blocks import LineBlock, find_blocks, is_contents_page, reading_order
from reportparse.layout.charts import FoundChart, FoundPoint, chart_rows, find_charts
from reportparse.layout.furniture import PageLines, edge_keys, split_furniture
from reportparse.layout.lines import Line, find_lines, join_words, separator
from reportparse.layout.lists import ListLevels
from reportparse.layout.page import PageContent, PageWord
from reportparse.layout.sections import Heading, find_sections
from reportparse.layout.tables import FoundCell, FoundTable, find_tables
from reportparse.layout.tables.joins import (
    Continuation,
    TablePart,
    continuation,
    is_continued_caption,
)

_WINDOW = 3
_WATERMARK_SIZE = 40.0
_DEFAULT_SIZE = 11.0
_MOST_CAPTIONS = 2

_Piece = LineBlock | FoundTable | FoundChart


@dataclass(frozen=True, slots=True)
class _Prepared:
    content: PageContent
    tables: tuple[FoundTable, ...]
    charts: tuple[FoundChart, ...]
    page_lines: PageLines
    keys: frozenset[str]
    sizes: Counter[float]
    loose: tuple[PageWord, ...]


class DocumentAssembler:
    """Takes pages one by one and gives the document at the end."""

    def __init__(self, *, page_count: int, media_type: str) -> None:
        self._page_count = page_count
        self._media_type = media_type
        self._pieces: list[str] = []
        self._length = 0
        self._pages: list[Page] = []
        self._blocks: list[Block] = []
        self._headings: list[Heading] = []
        self._tables: list[Table] = []
        self._charts: list[Chart] = []
        self._furniture: list[Furniture] = []
        self._problems: list[Problem] = []
        self._list_levels = ListLevels()
        self._unfinished = False
        # The table that ends the page before, on that page.
        self._last_table: TablePart | None = None

    def assemble(self, contents: Iterable[PageContent]) -> Document:
        """Read all pages of a document."""
        before: deque[_Prepared] = deque(maxlen=_WINDOW)
        waiting: deque[_Prepared] = deque()
        for content in contents:
            waiting.append(_prepare(content))
            if len(waiting) > _WINDOW:
                self._write_first(before, waiting)
        while waiting:
            self._write_first(before, waiting)
        return self._document()

    def _write_first(self, before: deque[_Prepared], waiting: deque[_Prepared]) -> None:
        page = waiting.popleft()
        around = [*before, *waiting]
        body, furniture = split_furniture(
            page.page_lines, [other.keys for other in around], self._page_count
        )
        self._furniture.extend(furniture)
        self._furniture.extend(_loose_words(page))
        body_size = _body_size([page, *around])
        self._write_page(page, body, body_size)
        before.append(page)

    def _write_page(self, page: _Prepared, lines: Sequence[Line], body_size: float) -> None:
        content = page.content
        start = self._length
        words = WordBoxes()
        blocks = find_blocks(lines, body_size=body_size, page_height=content.height)
        if is_contents_page(lines):
            blocks = [LineBlock(BlockKind.CONTENTS, block.lines) for block in blocks]
        pieces = _in_order(reading_order(blocks), [*page.tables, *page.charts])
        if self._last_table and (count := self._write_continuation(pieces, content, words)):
            pieces = pieces[count:]
        for piece in pieces:
            if isinstance(piece, FoundTable):
                self._write_table(piece, content, words)
            elif isinstance(piece, FoundChart):
                self._write_chart(piece, content, words)
            else:
                self._write_block(piece, content.number, words)
        last = pieces[-1] if pieces else None
        if isinstance(last, FoundTable):
            self._last_table = TablePart(last, content)
        elif pieces:
            self._last_table = None
        self._pages.append(
            Page(
                number=content.number,
                width=content.width,
                height=content.height,
                start_char=start,
                end_char=self._length,
                words=words,
                rulings=content.rulings,
                shades=content.shades,
                recognised=content.recognised,
            )
        )
        if not content.words and (content.image_area > 0 or content.garbled):
            self._problems.append(_unread_page(content))

    def _write_block(self, block: LineBlock, page: int, words: WordBoxes) -> None:
        if not words and self._unfinished and block.continues:
            self._write("\n")
            self._write_lines(block, words)
            self._blocks[-1] = replace(self._blocks[-1], end_char=self._length)
            self._unfinished = block.unfinished
            return
        start = self._open_block()
        self._write_lines(block, words)
        self._unfinished = block.unfinished
        self._blocks.append(
            Block(
                kind=block.kind,
                start_char=start,
                end_char=self._length,
                page=page,
                bbox=block.box,
                number=block.number,
                level=self._list_levels.level_of(block),
            )
        )
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            first = block.lines[0]
            text = " ".join(line.text for line in block.lines)
            weight = round(first.size * 2) / 2 + (0.25 if first.bold else 0.0)
            self._headings.append(Heading(text, start, self._length, weight, page))

    def _write_lines(self, block: LineBlock, words: WordBoxes) -> None:
        for index, line in enumerate(block.lines):
            if index:
                self._write("\n")
            self._write_words(line.words, words)

    def _write_continuation(
        self, pieces: Sequence[_Piece], content: PageContent, words: WordBoxes
    ) -> int:
        """Write the table that goes on from the page before; how many pieces that takes.

        A repeated caption ("Table 4 continued") and repeated header rows go to the furniture.
        """
        captions: list[LineBlock] = []
        for piece in pieces[:_MOST_CAPTIONS]:
            if not isinstance(piece, LineBlock) or not is_continued_caption(_text_of(piece)):
                break
            captions.append(piece)
        found = pieces[len(captions)] if len(captions) < len(pieces) else None
        if not isinstance(found, FoundTable) or self._last_table is None:
            return 0
        joined = continuation(self._last_table, TablePart(found, content))
        if joined is None:
            return 0
        for caption in captions:
            self._add_header(_text_of(caption), content, caption.box)
        if joined.repeated:
            repeated = [content.words[index] for index in joined.repeated]
            text = " ".join(word.text for word in repeated)
            self._add_header(text, content, union(word.box for word in repeated))
        self._extend_table(joined, content, words)
        self._last_table = TablePart(found, content)
        return len(captions) + 1

    def _add_header(self, text: str, content: PageContent, box: BBox | None) -> None:
        self._furniture.append(Furniture(FurnitureKind.HEADER, text, content.number, box))

    def _extend_table(self, joined: Continuation, content: PageContent, words: WordBoxes) -> None:
        """Add rows to the last table, and to its cells that span on over the page end."""
        table = self._tables[-1]
        cells = [
            replace(cell, row_span=cell.row_span + joined.reopened[cell.column])
            if cell.column in joined.reopened and cell.row + cell.row_span == table.n_rows
            else cell
            for cell in table.cells
        ]
        moved = replace(
            joined.table,
            n_header_rows=table.n_header_rows,
            n_stub_columns=table.n_stub_columns,
            cells=tuple(replace(cell, row=cell.row + table.n_rows) for cell in joined.table.cells),
        )
        self._write("\n")
        cells.extend(self._write_cells(moved, content, words))
        self._tables[-1] = replace(
            table,
            n_rows=table.n_rows + joined.table.n_rows,
            cells=tuple(cells),
            end_char=self._length,
            pages=(*table.pages, content.number),
        )
        self._blocks[-1] = replace(self._blocks[-1], end_char=self._length)

    def _write_table(self, table: FoundTable, content: PageContent, words: WordBoxes) -> None:
        identity = f"t{len(self._tables) + 1}"
        caption = self._caption_above(content.number)
        start = self._open_block()
        cells = self._write_cells(table, content, words)
        self._tables.append(
            Table(
                id=identity,
                caption=caption,
                n_header_rows=table.n_header_rows,
                n_stub_columns=table.n_stub_columns,
                n_rows=table.n_rows,
                n_columns=table.n_columns,
                cells=tuple(cells),
                start_char=start,
                end_char=self._length,
                pages=(content.number,),
                bbox=table.bbox,
            )
        )
        self._blocks.append(
            Block(BlockKind.TABLE, start, self._length, content.number, table.bbox, table=identity)
        )

    def _write_chart(self, chart: FoundChart, content: PageContent, words: WordBoxes) -> None:
        """Write a chart's rows; one whose figures were not told is named as a problem."""
        title = " ".join(content.words[index].text for index in chart.title) or None
        start = self._open_block()
        points = []
        for row_number, row in enumerate(chart_rows(chart)):
            for column, cell in enumerate(row):
                if row_number or column:
                    self._write("\t" if column else "\n")
                cell_start = self._length
                self._write_words([content.words[index] for index in cell.words], words)
                if cell.point is not None:
                    points.append(_point(cell.point, content, (cell_start, self._length)))
        self._charts.append(
            Chart(
                id=f"c{len(self._charts) + 1}",
                title=title,
                points=tuple(points),
                start_char=start,
                end_char=self._length,
                page=content.number,
                bbox=chart.bbox,
            )
        )
        self._blocks.append(Block(BlockKind.CHART, start, self._length, content.number, chart.bbox))
        if chart.problem:
            name = f'the chart "{title}"' if title else "a chart"
            message = f"{name} was not read in full: {chart.problem}; look at the page"
            self._problems.append(Problem("chart_not_read", message, content.number))

    def _caption_above(self, page: int) -> str | None:
        """The caption that stands just before a table on its page."""
        last = self._blocks[-1] if self._blocks else None
        if last is None or last.kind is not BlockKind.CAPTION or last.page != page:
            return None
        return " ".join(self._text_since(last.start_char).split())

    def _write_cells(self, table: FoundTable, content: PageContent, words: WordBoxes) -> list[Cell]:
        """Write the cells of ``table``, parted by tabs and its rows by newlines."""
        cells: list[Cell] = []
        row = 0
        for found in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
            if cells:
                self._write("\n" if found.row != row else "\t")
            row = found.row
            cells.append(self._write_cell(found, table, content, words))
        return cells

    def _write_cell(
        self, found: FoundCell, table: FoundTable, content: PageContent, words: WordBoxes
    ) -> Cell:
        start = self._length
        self._write_words([content.words[index] for index in found.words], words)
        role = CellRole.BODY
        if found.row < table.n_header_rows:
            role = CellRole.HEADER
        elif found.column < table.n_stub_columns:
            role = CellRole.STUB
        return Cell(
            row=found.row,
            column=found.column,
            row_span=found.row_span,
            column_span=found.column_span,
            text=self._text_since(start),
            role=role,
            start_char=start,
            end_char=self._length,
            page=content.number,
            bbox=found.bbox,
        )

    def _text_since(self, start: int) -> str:
        pieces = []
        length = self._length
        for piece in reversed(self._pieces):
            if length <= start:
                break
            pieces.append(piece)
            length -= len(piece)
        return "".join(reversed(pieces))

    def _open_block(self) -> int:
        if self._length:
            self._write("\n\n")
        return self._length

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _write_words(self, line: Sequence[PageWord], words: WordBoxes) -> None:
        start = self._length
        for index, word in enumerate(line):
            if word.raised and index:
                start -= 1 - len(separator(line[index - 1], word))
            end = start + len(word.text)
            words.append(start, end, word.box, word.size)
            start = end + 1
        self._write(join_words(line))

    def _document(self) -> Document:
        text = "".join(self._pieces)
        title = next(
            (block for block in self._blocks if block.kind is BlockKind.TITLE),
            next((block for block in self._blocks if block.kind is BlockKind.HEADING), None),
        )
        return Document(
            text=text,
            media_type=self._media_type,
            pages=tuple(self._pages),
            blocks=tuple(self._blocks),
            sections=find_sections(self._headings, self._length),
            tables=tuple(self._tables),
            charts=tuple(self._charts),
            furniture=tuple(self._furniture),
            problems=tuple(self._problems),
            title=" ".join(text[title.start_char : title.end_char].split()) if title else None,
        )


def _unread_page(content: PageContent) -> Problem:
    what = (
        "the text of the page is garbled, as its font hides the letters"
        if content.garbled
        else "the page is an image without text"
    )
    advice = (
        'install Tesseract, type python -m pip install "reportparse[ocr]" and convert it again,'
        " or run OCR on the file"
    )
    return Problem("page_without_text", f"{what}; {advice}", content.number)


def _prepare(content: PageContent) -> _Prepared:
    tables, charts = _tables_and_charts(content)
    in_charts = {index for chart in charts for index in chart.words}
    in_tables = {index for table in tables for cell in table.cells for index in cell.words}
    taken = in_tables | in_charts
    free = [(i, word) for i, word in enumerate(content.words) if i not in taken]
    loose = tuple(word for _, word in free if not word.upright)
    page_lines = PageLines(content.number, content.height, tuple(find_lines(free)))
    sizes: Counter[float] = Counter()
    for line in page_lines.lines:
        sizes[line.size] += len(line.text)
    return _Prepared(content, tables, charts, page_lines, edge_keys(page_lines), sizes, loose)


def _tables_and_charts(
    content: PageContent,
) -> tuple[tuple[FoundTable, ...], tuple[FoundChart, ...]]:
    """Tables among the words that no chart's figures are, and charts where no table stands.

    A chart that was read holds its words; one that was not may be the shading of a table.
    """
    charts = find_charts(content)
    held = frozenset(index for chart in charts if chart.points for index in chart.words)
    tables = find_tables(content, held)
    in_tables = {index for table in tables for cell in table.cells for index in cell.words}
    return tables, tuple(
        chart for chart in charts if chart.points or not in_tables.intersection(chart.words)
    )


def _loose_words(page: _Prepared) -> list[Furniture]:
    """Words set along the vertical outside any table: stamps and watermarks."""
    loose = page.loose
    if not loose:
        return []
    large = max(word.size for word in loose) >= _WATERMARK_SIZE
    kind = FurnitureKind.WATERMARK if large else FurnitureKind.STAMP
    text = " ".join(word.text for word in loose)
    return [Furniture(kind, text, page.content.number, union(word.box for word in loose))]


def _body_size(pages: Iterable[_Prepared]) -> float:
    """Font size of most characters on ``pages``, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        sizes.update(page.sizes)
    return sizes.most_common(1)[0][0] if sizes else _DEFAULT_SIZE


def _point(point: FoundPoint, content: PageContent, span: tuple[int, int]) -> ChartPoint:
    category, series = (
        " ".join(content.words[index].text for index in words)
        for words in (point.category, point.series)
    )
    return ChartPoint(*span, category=category, series=series)


def _in_order(
    blocks: Sequence[LineBlock], figures: Sequence[FoundTable | FoundChart]
) -> list[_Piece]:
    """Blocks, tables and charts in reading order; footnotes stand before text that the page cuts.

    A table or chart comes where its first word came in the source, a chart after its title.
    """
    pieces: list[_Piece] = list(blocks)
    for figure in figures:
        first = _first_word(figure)
        place = sum(
            piece.order < first if isinstance(piece, LineBlock) else _first_word(piece) < first
            for piece in pieces
        )
        pieces.insert(place, figure)
    notes = [piece for piece in pieces if _is_footnote(piece)]
    body = [piece for piece in pieces if not _is_footnote(piece)]
    last = body[-1] if body else None
    if isinstance(last, LineBlock) and last.unfinished:
        return [*body[:-1], *notes, last]
    return [*body, *notes]


def _first_word(figure: FoundTable | FoundChart) -> int:
    if isinstance(figure, FoundChart):
        return max(figure.title, default=min(figure.words, default=0))
    return min((index for cell in figure.cells for index in cell.words), default=0)


def _text_of(block: LineBlock) -> str:
    return " ".join(line.text for line in block.lines)


def _is_footnote(piece: _Piece) -> bool:
    return isinstance(piece, LineBlock) and piece.kind is BlockKind.FOOTNOTE
