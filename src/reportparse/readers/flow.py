"""Writes the text of a document without pages, block by block, as HTML and Word give it."""

from collections.abc import Sequence

from reportparse.document import (
    Block,
    BlockKind,
    Document,
    Furniture,
    Problem,
    Table,
)
from reportparse.layout.sections import OutlineHeading, sections_of
from reportparse.layout.wording import parse_bare_number, parse_number
from reportparse.readers.grid import Grid, TableFrame, build_table


class FlowWriter:
    """Takes blocks and tables in reading order and gives the document at the end."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._headings: list[OutlineHeading] = []
        self._tables: list[Table] = []
        self._furniture: list[Furniture] = []

    @property
    def last_heading_level(self) -> int:
        """Level of the last heading; 0 before the first."""
        return self._headings[-1].level if self._headings else 0

    def caption_before(self) -> str | None:
        """Text of the caption that was written last, directly before what comes next."""
        if not self._blocks or self._blocks[-1].kind is not BlockKind.CAPTION:
            return None
        return " ".join(self._pieces[-1].split())

    def add_furniture(self, furniture: Furniture) -> None:
        """Keep text that stands outside the body."""
        self._furniture.append(furniture)

    def write_block(
        self, kind: BlockKind, text: str, *, number: str | None = None, level: int = 0
    ) -> None:
        """Write ``text``, which is not empty, as a block of its own."""
        start = self._open_block()
        self._write(text)
        self._blocks.append(Block(kind, start, self._length, number=number, level=level))

    def write_heading(self, text: str, level: int, *, kind: BlockKind = BlockKind.HEADING) -> None:
        """Write a heading; its printed number is split from its words for the section."""
        words = " ".join(text.split())
        found = parse_number(words) or parse_bare_number(words)
        number = found.number if found else None
        self.write_block(kind, text, number=number, level=level)
        block = self._blocks[-1]
        self._headings.append(
            OutlineHeading(
                number,
                words[found.start :] if found else words,
                level,
                block.start_char,
                block.end_char,
            )
        )

    def write_grid(
        self,
        grid: Grid,
        *,
        caption: str | None = None,
        marked_header_rows: int = 0,
    ) -> None:
        """Write a table; the places of its cells are told here from their texts.

        A cell's ``text`` may have several lines; the lines stay in the document's text.
        """
        start = self._open_block()
        placed = []
        row = 0
        for index, cell in enumerate(sorted(grid.cells)):
            if index:
                self._write("\n" * (cell.row - row) if cell.row > row else "\t")
            row = cell.row
            begin = self._length
            self._write(cell.cell.text)
            words = " ".join(cell.cell.text.replace("\N{SOFT HYPHEN}", "").split())
            placed.append(
                cell._replace(
                    cell=cell.cell._replace(text=words, start_char=begin, end_char=self._length)
                )
            )
        identity = f"t{len(self._tables) + 1}"
        frame = TableFrame(identity, caption, start, self._length, marked_header_rows)
        self._tables.append(build_table(Grid(tuple(placed), grid.n_rows, grid.n_columns), frame))
        self._blocks.append(Block(BlockKind.TABLE, start, self._length, table=identity))

    def document(
        self, media_type: str, *, title: str | None, problems: Sequence[Problem] = ()
    ) -> Document:
        """The document of all that was written."""
        return Document(
            text="".join(self._pieces),
            media_type=media_type,
            blocks=tuple(self._blocks),
            sections=sections_of(self._headings, self._length),
            tables=tuple(self._tables),
            furniture=tuple(self._furniture),
            problems=tuple(problems),
            title=title or self._first_heading(),
        )

    def _first_heading(self) -> str | None:
        return self._headings[0].words if self._headings else None

    def _open_block(self) -> int:
        if self._length:
            self._write("\n\n")
        return self._length

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
