"""Plain text to ``Document``: the text as given, with blocks, sections and tables over it."""

import re

from reportparse.document import (
    Block,
    BlockKind,
    Document,
    Furniture,
    FurnitureKind,
    Table,
)
from reportparse.errors import UnknownFormatError
from reportparse.layout.sections import OutlineHeading, sections_of
from reportparse.layout.wording import (
    is_caption,
    is_contents_entry,
    is_contents_heading,
    number_depth,
    parse_number,
)
from reportparse.readers.encoding import decode_text
from reportparse.readers.grid import SourceCell, TableFrame, build_table, place_cells
from reportparse.readers.plain.blocks import (
    Opening,
    is_heading,
    is_page_number,
    opening_of,
    resumes,
    starts_block,
    wraps_on,
)
from reportparse.readers.plain.lines import TextLine, split_lines
from reportparse.readers.plain.markup import find_markup_tables, find_pieces
from reportparse.readers.plain.tables import (
    TabSegment,
    build_segment,
    go_together,
    join_tables,
    segment_lines,
)
from reportparse.readers.traces import find_text_traces

MEDIA_TYPE = "text/plain"
_TITLE_LABEL = re.compile(r"(?:subject|title|report title)\s*:\s*(?P<title>\S.*)", re.IGNORECASE)
_FRONT_LINES = 40
_CELL_CHARS = 60


def read_plain(data: bytes) -> Document:
    """Read a text file in UTF-8, UTF-16 or Windows-1252.

    ``text`` is the file's own text with newlines as line feeds, so that offsets match the file.

    Raises:
        UnknownFormatError: The bytes are no text.
    """
    decoded = decode_text(data)
    if decoded is None:
        raise UnknownFormatError(
            "the content is not text; save the report as PDF, DOCX, HTML or UTF-8 text"
        )
    reader = _PlainReader(decoded.text)
    reader.read()
    return Document(
        text=decoded.text,
        media_type=MEDIA_TYPE,
        blocks=tuple(reader.blocks),
        sections=sections_of(reader.headings, len(decoded.text)),
        tables=tuple(reader.tables),
        furniture=tuple(reader.furniture),
        problems=(*decoded.problems, *find_text_traces(decoded.text)),
        title=reader.title(),
    )


class _PlainReader:
    """Goes through the lines once and collects what stands in them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = list(split_lines(text))
        self._last_index = max(
            (index for index, line in enumerate(self._lines) if not line.is_blank), default=-1
        )
        self._index = 0
        self._list_indents: list[int] = []
        self._last_number = 0
        self._base_level = 0
        self._has_parent = False
        self._in_contents = False
        self.blocks: list[Block] = []
        self.headings: list[OutlineHeading] = []
        self.tables: list[Table] = []
        self.furniture: list[Furniture] = []

    def read(self) -> None:
        """Read all lines."""
        while self._index < len(self._lines):
            line = self._lines[self._index]
            if line.is_blank or line.is_rule:
                self._index += 1
            elif is_page_number(line) and self._stands_alone():
                self.furniture.append(Furniture(FurnitureKind.PAGE_NUMBER, line.text))
                self._index += 1
            elif self._in_contents and (line.has_tab or is_contents_entry(line.text)):
                self._add_block(BlockKind.CONTENTS, line, line)
                self._index += 1
            elif line.has_tab:
                self._read_tabs()
            else:
                self._read_block(line)

    def title(self) -> str | None:
        """The subject that the front names, else the first heading."""
        for line in self._lines[:_FRONT_LINES]:
            match = _TITLE_LABEL.match(line.text)
            if match:
                return match["title"]
        return self.headings[0].words if self.headings else None

    def _stands_alone(self) -> bool:
        before, following = self._neighbours(self._index)
        return (before is None or before.is_blank) and (following is None or following.is_blank)

    def _neighbours(self, index: int) -> tuple[TextLine | None, TextLine | None]:
        """The lines next to ``index``; None at the ends of the text."""
        before = self._lines[index - 1] if index else None
        following = self._lines[index + 1] if index < self._last_index else None
        return before, following

    def _read_tabs(self) -> None:
        """Read a run of tabbed lines: tables, boxes of a form, running text in cells."""
        lines = self._take_tabbed()
        if len(lines) == 1 and is_caption(" ".join(lines[0].text.split())):
            self._add_block(BlockKind.CAPTION, lines[0], lines[0])
            return
        for segment in segment_lines(lines):
            if segment.rows:
                self._add_segment(segment)
            else:
                self._add_narrative(segment.lines[0])

    def _take_tabbed(self) -> list[TextLine]:
        """The run of tabbed lines at the current one; moves past it.

        A header may stand apart from its rows by one blank line, and a short line without tabs
        between tabbed ones is part of a cell.
        """
        lines = self._tabbed_at(self._index)
        self._index += len(lines)
        if self._index < self._last_index and self._lines[self._index].is_blank:
            below = self._tabbed_at(self._index + 1)
            if below and go_together(lines, below):
                self._index += 1 + len(below)
                lines += below
        return [line for line in lines if not line.is_rule]

    def _tabbed_at(self, index: int) -> list[TextLine]:
        end = index
        while end <= self._last_index:
            line = self._lines[end]
            inside = end + 1 <= self._last_index and self._lines[end + 1].has_tab and end > index
            if line.is_blank or not (line.has_tab or (inside and len(line.text) <= _CELL_CHARS)):
                break
            end += 1
        return self._lines[index:end]

    def _add_segment(self, segment: TabSegment) -> None:
        table = build_segment(segment, self._next_id(), self._caption_before(segment))
        if table is None:
            for line in segment.lines:
                self._add_block(BlockKind.PARAGRAPH, line, line)
            return
        if segment.caption:
            self._add_block(BlockKind.CAPTION, segment.lines[0], segment.lines[0])
        elif self._join_to_last(table):
            return
        self._add_table(table)

    def _join_to_last(self, table: Table) -> bool:
        """Join ``table`` to the one directly before where it is its second part."""
        if not self.blocks or self.blocks[-1].kind is not BlockKind.TABLE:
            return False
        joined = join_tables(self.tables[-1], table)
        if joined is None:
            return False
        self.tables[-1] = joined
        self.blocks[-1] = Block(
            BlockKind.TABLE, joined.start_char, joined.end_char, table=joined.id
        )
        return True

    def _add_table(self, table: Table) -> None:
        self.tables.append(table)
        self._list_indents.clear()
        self.blocks.append(Block(BlockKind.TABLE, table.start_char, table.end_char, table=table.id))

    def _next_id(self) -> str:
        return f"t{len(self.tables) + 1}"

    def _caption_before(self, segment: TabSegment) -> str | None:
        """Caption, bare heading or caption of the table that stands directly before."""
        if not self.blocks:
            return None
        block = self.blocks[-1]
        if block.kind is BlockKind.TABLE:
            return self.tables[-1].caption
        is_bare_heading = block.kind is BlockKind.HEADING and block.number is None
        if block.kind is BlockKind.CAPTION or is_bare_heading:
            return " ".join(self._text[block.start_char : block.end_char].split())
        return None

    def _add_narrative(self, line: TextLine) -> None:
        """Paragraphs, and tables written out in HTML, of a line with running text in its cells."""
        position = line.start
        for found in find_markup_tables(self._text, line.start, line.end):
            self._add_pieces(position, found.start_char)
            position = found.end_char
            grid = place_cells(
                [
                    [SourceCell(*cell.field, cell.row_span, cell.column_span) for cell in row]
                    for row in found.rows
                ]
            )
            if grid.n_rows > 1 and grid.n_columns > 1:
                frame = TableFrame(
                    self._next_id(),
                    found.caption,
                    found.start_char,
                    found.end_char,
                    found.n_header_rows,
                )
                self._add_table(build_table(grid, frame))
        self._add_pieces(position, line.end)

    def _add_pieces(self, start: int, end: int) -> None:
        for kind, piece_start, piece_end in find_pieces(self._text, start, end):
            level = 1 if kind is BlockKind.LIST_ITEM else 0
            self.blocks.append(Block(kind, piece_start, piece_end, level=level))

    def _read_block(self, line: TextLine) -> None:
        opening = opening_of(line, last_number=self._last_number)
        if not starts_block(opening) and self._resume(line):
            return
        self._in_contents = False
        if opening.kind is BlockKind.PARAGRAPH and self._is_heading(opening, line):
            self._add_heading(opening, line)
            return
        self._index += 1
        last = self._wrapped_end(line)
        self._add_block(opening.kind, line, last, number=opening.number)
        if opening.number and opening.depth == 1:
            self._last_number = int(opening.number.strip(".()").split(".")[0])

    def _is_heading(self, opening: Opening, line: TextLine) -> bool:
        if opening.number and line.text[0] in "-–—•":
            return False
        before, following = self._neighbours(self._index)
        return is_heading(opening, line, before, following) and not self._has_sibling(opening)

    def _has_sibling(self, opening: Opening) -> bool:
        """Whether a number of the same depth stands next to it, as in a list of short items."""
        if opening.number is None:
            return False
        near = (self._index - 1 if self._index else None, self._next_words(self._index))
        numbers = [parse_number(self._lines[index].text) for index in near if index is not None]
        return any(number and number_depth(number.number) == opening.depth for number in numbers)

    def _next_words(self, index: int) -> int | None:
        """Index of the first line after ``index`` that is not blank; None at the end."""
        index += 1
        while index <= self._last_index and self._lines[index].is_blank:
            index += 1
        return index if index <= self._last_index else None

    def _resume(self, line: TextLine) -> bool:
        """Join ``line`` to the paragraph before where a page break cut its sentence."""
        if not self.blocks:
            return False
        block = self.blocks[-1]
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            return False
        if not resumes(self._text[block.start_char : block.end_char], line.text):
            return False
        self._index += 1
        last = self._wrapped_end(line)
        self.blocks[-1] = Block(
            kind=block.kind,
            start_char=block.start_char,
            end_char=last.end,
            number=block.number,
            level=block.level,
        )
        return True

    def _wrapped_end(self, line: TextLine) -> TextLine:
        """Move past the lines that go on with the block of ``line``; the last of them."""
        last = line
        while self._index < len(self._lines):
            following = self._lines[self._index]
            if following.is_blank or following.has_tab or following.is_rule:
                break
            if starts_block(opening_of(following)) or not wraps_on(last, following):
                break
            last = following
            self._index += 1
        return last

    def _add_heading(self, opening: Opening, line: TextLine) -> None:
        if opening.number:
            level = self._base_level = opening.depth
            self._has_parent = False
        else:
            is_parent = self._heads_a_heading()
            level = self._base_level + (2 if self._has_parent and not is_parent else 1)
            self._has_parent = self._has_parent or is_parent
        self._index += 1
        self._list_indents.clear()
        self._last_number = 0 if opening.number is None else self._last_number
        self.headings.append(
            OutlineHeading(opening.number, opening.words, level, line.start, line.end)
        )
        kind = BlockKind.TITLE if not self.blocks else BlockKind.HEADING
        self.blocks.append(Block(kind, line.start, line.end, number=opening.number, level=level))
        self._in_contents = is_contents_heading(opening.words)

    def _heads_a_heading(self) -> bool:
        """Whether the next words after the current line are an unnumbered heading as well."""
        index = self._next_words(self._index)
        if index is None or self._lines[index].has_tab:
            return False
        line = self._lines[index]
        opening = opening_of(line)
        return not starts_block(opening) and is_heading(opening, line, *self._neighbours(index))

    def _add_block(
        self, kind: BlockKind, first: TextLine, last: TextLine, *, number: str | None = None
    ) -> None:
        level = self._list_level(first) if kind is BlockKind.LIST_ITEM else 0
        if kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
            self._list_indents.clear()
        self.blocks.append(Block(kind, first.start, last.end, number=number, level=level))

    def _list_level(self, line: TextLine) -> int:
        while self._list_indents and self._list_indents[-1] > line.indent:
            self._list_indents.pop()
        if not self._list_indents or self._list_indents[-1] < line.indent:
            self._list_indents.append(line.indent)
        return len(self._list_indents)
