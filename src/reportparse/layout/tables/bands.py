"""Bands between two level rulings that hold several rows, as tables ruled only between columns."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.layout.page import PageWord
from reportparse.layout.tables.cells import Slot
from reportparse.layout.tables.columns import Column
from reportparse.layout.tables.grid import Area
from reportparse.layout.tables.rows import Placed, PlacedLine, Row, group_rows, spaced_rows
from reportparse.layout.tables.text import TextLine, lines_of

# Rows that hold only words must be this many for white space to part them.
_FEWEST_SPACED = 3
# A label this close to the middle of its band, in line heights, stands for all its rows.
_CENTRED = 0.6


def split_band(band: Sequence[Slot], words: Sequence[PageWord]) -> list[Row]:
    """The rows of ``band``, which are the cells between two rulings; empty where it is one row."""
    filled = sorted((slot for slot in band if slot.words), key=lambda slot: slot.area.c0)
    if len(filled) < 2 or max(len(slot.lines) for slot in filled) < 2:
        return []
    stacked = any(len(slot.lines) > 1 and _all_values(slot) for slot in filled)
    if not stacked and min(len(slot.lines) for slot in filled) < _FEWEST_SPACED:
        return []
    lines = _placed_lines(band, filled, words)
    if stacked:
        columns = [_column(slot) for slot in sorted(band, key=lambda slot: slot.area.c0)]
        return group_rows(lines, columns, is_ruled=lambda _above, _below: False)
    rows = spaced_rows(lines)
    is_full = all(len({at.c0 for line in row for at in line.placed}) > 1 for row in rows)
    return rows if is_full and len(rows) >= _FEWEST_SPACED else []


def cut_slot(slot: Slot, rows: Sequence[Row], first: int, words: Sequence[PageWord]) -> list[Slot]:
    """The slots that stand for ``slot`` once its band is cut into ``rows``.

    Args:
        slot: A cell of the band.
        rows: The rows of the band.
        first: Number that the first of them gets.
        words: All words of the page.
    """
    area, (x0, top, x1, bottom) = slot.area, slot.box
    own = set(slot.words)
    shares = [
        [i for line in row for at in line.placed for i in at.piece.words if i in own]
        for row in rows
    ]
    if _stands_for_all(slot, shares):
        spanned = Area(first, area.c0, first + len(rows) - 1, area.c1)
        return [Slot(spanned, slot.box, slot.words, slot.lines)]
    edges = [
        top,
        *((above[-1].line.bottom + below[0].line.top) / 2 for above, below in pairwise(rows)),
        bottom,
    ]
    return [
        Slot(
            Area(first + at, area.c0, first + at, area.c1),
            (x0, edges[at], x1, edges[at + 1]),
            share,
            lines_of(words, share),
        )
        for at, share in enumerate(shares)
    ]


def _stands_for_all(slot: Slot, shares: Sequence[Sequence[int]]) -> bool:
    """Whether words set in the middle of the band name all its rows at once."""
    if not slot.lines or _all_values(slot) or sum(bool(share) for share in shares) > 1:
        return False
    _, top, _, bottom = slot.box
    middle = (slot.lines[0].top + slot.lines[-1].bottom) / 2
    off = abs(middle - (top + bottom) / 2)
    return off <= _CENTRED * slot.lines[0].height


def _all_values(slot: Slot) -> bool:
    return all(piece.value for line in slot.lines for piece in line.pieces)


def _placed_lines(
    band: Sequence[Slot], filled: Sequence[Slot], words: Sequence[PageWord]
) -> list[PlacedLine]:
    """Lines over the whole band, their pieces cut at its cells and numbered by them."""
    order = sorted(band, key=lambda slot: slot.area.c0)
    number = {index: at for at, slot in enumerate(order) for index in slot.words}
    cuts = [(slot.box[0], slot.box[1], slot.box[0], slot.box[3]) for slot in order[1:]]
    lines = lines_of(words, [index for slot in filled for index in slot.words], cuts=cuts)
    return [_placed(line, number) for line in lines]


def _placed(line: TextLine, number: dict[int, int]) -> PlacedLine:
    columns = [number[piece.words[0]] for piece in line.pieces]
    return PlacedLine(
        line,
        tuple(Placed(piece, at, at) for piece, at in zip(line.pieces, columns, strict=True)),
    )


def _column(slot: Slot) -> Column:
    pieces = [piece for line in slot.lines for piece in line.pieces]
    x0, _, x1, _ = slot.box
    if not pieces:
        return Column(x0, x1, x0, x1)
    return Column(x0, x1, min(p.x0 for p in pieces), max(p.x1 for p in pieces))
