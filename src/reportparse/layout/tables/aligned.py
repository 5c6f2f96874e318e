"""Tables that whitespace draws: lines of one region, their columns, headers and rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportparse.document import Ruling
from reportparse.layout.page import PageWord
from reportparse.layout.tables.cells import Slot
from reportparse.layout.tables.close_columns import cut_close_columns
from reportparse.layout.tables.columns import Column, find_columns
from reportparse.layout.tables.grid import Area
from reportparse.layout.tables.headers import HeaderCell, cut_at_columns, find_headers, split_head
from reportparse.layout.tables.rows import PlacedLine, group_rows, place
from reportparse.layout.tables.text import Piece, TextLine, is_period

# Share of the table's width that a ruling must cover to part its rows.
_ACROSS = 0.7
_AT_LEFT = 1.5
_FEWEST_ROWS = 3
_MOST_HEAD_LINES = 15
# A gap narrower than this share of the font size is none.
_GLUED = 0.15
# The space of typewriter faces, the widest of all.
_WIDEST_SPACE = 0.62


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that may be a table, the rulings among them and the upright ones that cut columns."""

    lines: tuple[TextLine, ...]
    rules: tuple[Ruling, ...] = ()
    cuts: tuple[float, ...] = ()

    @property
    def x0(self) -> float:
        """Left end of the lines."""
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        """Right end of the lines."""
        return max(line.x1 for line in self.lines)

    def across(self) -> list[float]:
        """Heights of the rulings that run across the whole region."""
        width = self.x1 - self.x0
        return sorted(
            rule.top
            for rule in self.rules
            if min(rule.x1, self.x1) - max(rule.x0, self.x0) >= _ACROSS * width
        )


@dataclass(frozen=True, slots=True)
class Aligned:
    """A region read as a table: its columns, the number of header rows and the filled cells."""

    region: Region
    columns: tuple[Column, ...]
    n_header_rows: int
    slots: tuple[Slot, ...]


def read_region(region: Region, words: Sequence[PageWord]) -> Aligned | None:
    """``region`` read as a table; None where its lines share fewer than two columns."""
    lines, close = cut_close_columns(region.lines, words)
    region = replace(region, lines=lines, cuts=(*region.cuts, *close))
    across = region.across()
    head = split_head(region.lines, rules=across, is_body=carries_values)
    if head > _MOST_HEAD_LINES:
        head = 0
    body = region.lines[head:]
    if not body:
        return None
    space = _smallest_space(region.lines, words)
    columns = find_columns(_rows_of_cells(body), words, cuts=region.cuts, space=space)
    if len(columns) < 2:
        return None
    headers = find_headers(region.lines[:head], columns, words, rules=region.rules, space=space)
    levels = max((cell.last_level for cell in headers), default=-1) + 1
    placed = [place(cut_at_columns(line, columns, words, space), columns) for line in body]

    def is_ruled(above: TextLine, below: TextLine) -> bool:
        return any(above.baseline - 1 <= rule <= below.baseline for rule in across)

    rows = group_rows(placed, columns, is_ruled=is_ruled)
    slots = [_header_slot(cell, columns) for cell in headers]
    for at, row in enumerate(rows):
        slots.extend(_row_slots(row, levels + at, columns))
    return Aligned(region, tuple(columns), levels, tuple(slots))


def _rows_of_cells(lines: Sequence[TextLine]) -> list[TextLine]:
    """``lines`` without those that a heading of rows has for itself, where enough are left."""
    left = min(line.x0 for line in lines)
    kept = [
        line
        for line in lines
        if len(line.pieces) > 1 or line.x0 <= left + _AT_LEFT * line.pieces[0].size
    ]
    return kept if sum(len(line.pieces) > 1 for line in kept) >= _FEWEST_ROWS else list(lines)


def _smallest_space(lines: Sequence[TextLine], words: Sequence[PageWord]) -> float:
    """The narrowest gap between two words of a piece, in points; 0 where none has two words."""
    gaps = [
        words[b].x0 - words[a].x1
        for line in lines
        for piece in line.pieces
        for a, b in pairwise(piece.words)
    ]
    size = lines[0].pieces[0].size
    return min((gap for gap in gaps if _GLUED * size < gap <= _WIDEST_SPACE * size), default=0.0)


def carries_values(line: TextLine) -> bool:
    """Whether most pieces of ``line`` after the first are figures, and they are not periods.

    A letter alone is a rating or a mark, and counts for neither.
    """
    rest = [piece for piece in line.pieces[1:] if piece.value or len(piece.text) > 1]
    values = [piece for piece in rest if piece.value]
    if not values or len(values) < 0.5 * len(rest):
        return False
    return not all(is_period(piece.text) for piece in (*values, line.pieces[0]) if piece.value)


def _header_slot(cell: HeaderCell, columns: Sequence[Column]) -> Slot:
    box = (columns[cell.c0].x0, cell.top, columns[cell.c1].x1, cell.bottom)
    area = Area(cell.level, cell.c0, cell.last_level, cell.c1)
    return _slot(area, box, cell.pieces)


def _row_slots(row: Sequence[PlacedLine], number: int, columns: Sequence[Column]) -> list[Slot]:
    """Cells of one row; a label that hangs over into empty columns stays in the first."""
    top = min(line.line.top for line in row)
    bottom = max(line.line.bottom for line in row)
    pieces: dict[int, list[Piece]] = {}
    last: dict[int, int] = {}
    for line in row:
        for at in line.placed:
            pieces.setdefault(at.c0, []).append(at.piece)
            last[at.c0] = max(last.get(at.c0, 0), at.c1)
    slots = []
    for c0, found in sorted(pieces.items()):
        following = min((c for c in pieces if c > c0), default=len(columns))
        c1 = c0 if c0 == 0 and not row[0].heading else min(last[c0], following - 1)
        box = (columns[c0].x0, top, columns[c1].x1, bottom)
        slots.append(_slot(Area(number, c0, number, c1), box, found))
    return slots


def _slot(area: Area, box: tuple[float, float, float, float], pieces: Sequence[Piece]) -> Slot:
    lines = [TextLine((piece,), piece.top, piece.bottom, piece.bottom) for piece in pieces]
    return Slot(area, box, [index for piece in pieces for index in piece.words], lines)
