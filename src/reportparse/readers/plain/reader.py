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
from reportparse.layout.wording import (
    is_contents_entry,
    is_contents_heading,
    number_depth,
    parse_number,
)
from reportparse.readers.encoding import decode_text
from reportparse.readers.outline import OutlineHeading, sections_of
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

MEDIA_TYPE = "text/plain"
_TITLE_LABEL = re.compile(r"(?:subject|title|report title)\s*:\s*(?P<title>\S.*)", re.IGNORECASE)
_FRONT_LINES = 40


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
        problems=decoded.problems,
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
        line = self._lines[self._index]
        self._add_block(BlockKind.PARAGRAPH, line, line)
        self._index += 1

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
