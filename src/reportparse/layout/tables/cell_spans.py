"""Headers centred over cells whose own words stand at the right edge.

Figures and the headers right above them are often set at the right of their cells, the header
that spans several columns in the middle of all their cells. It then stands right of the middle of
the figures, by the same distance for all such headers: the space that the cells leave at their
right edge.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reportparse.layout.tables.columns import Column, columns_under
from reportparse.layout.tables.text import Piece

Span = tuple[int, int]

# Words that end within this, in points, end at one edge.
_SAME_EDGE = 1.5
# A header this near to the edge of a column is set there on purpose.
_EXACT = 0.6
# How far the offsets of the headers of one line may lie apart, in points.
_SAME_OFFSET = 2.0
# The widest space at the right edge of a cell, in font sizes.
_WIDEST_PADDING = 2.2
_FEWEST_COLUMNS = 2


class _Run(NamedTuple):
    """Columns that a header may span, and how far right of their middle it then stands.

    ``offset`` is None where it stands at the edge of one column, as the cells do.
    """

    span: Span
    offset: float | None


def spans_in_cells(
    pieces: Sequence[Piece], below: Sequence[Piece], columns: Sequence[Column]
) -> list[Span] | None:
    """Columns of each header of one line, all centred over cells by one offset; None if not so.

    Args:
        pieces: The headers of the line from left to right.
        below: The headers of the lines below it.
        columns: Columns of the table.
    """
    edges = _right_edges(below, columns)
    if len(edges) < _FEWEST_COLUMNS:
        return None
    choices = [_choices(piece, columns, edges) for piece in pieces]
    bases = {round(run.offset, 1) for runs in choices for run in runs if run.offset is not None}
    found = [spans for base in bases if (spans := _fitting(choices, base))]
    return max(found, key=n_spanned, default=None)


def n_spanned(spans: Sequence[Span]) -> int:
    """How many columns the headers span beyond one each."""
    return sum(c1 - c0 for c0, c1 in spans)


def _right_edges(below: Sequence[Piece], columns: Sequence[Column]) -> dict[int, float]:
    """Right edge of the columns whose figures and own header end at one place."""
    edges: dict[int, float] = {}
    for piece in below:
        c0, c1 = columns_under(piece, columns)
        if 0 < c0 == c1 and abs(piece.x1 - columns[c0].core_x1) <= _SAME_EDGE:
            edges[c0] = columns[c0].core_x1
    return edges


def _choices(piece: Piece, columns: Sequence[Column], edges: dict[int, float]) -> list[_Run]:
    """Where ``piece`` may stand: at the edge of one column, or in the middle of several cells."""
    c0, c1 = columns_under(piece, columns)
    column = columns[c0]
    off = abs(piece.x1 - column.core_x1)
    if c0 not in edges:
        off = min(off, abs(piece.x0 - column.core_x0))
    own = [_Run((c0, c0), None)] if c0 == c1 and off <= _SAME_EDGE else []
    return own if own and off <= _EXACT else [*own, *_runs(piece, edges)]


def _runs(piece: Piece, edges: dict[int, float]) -> list[_Run]:
    """The runs of right-aligned columns over whose cells ``piece`` may be centred."""
    middle = (piece.x0 + piece.x1) / 2
    found = []
    for c0 in sorted(edges):
        c1 = c0 + 1
        while c1 in edges:
            left = edges.get(c0 - 1, 2 * edges[c0] - edges[c0 + 1])
            offset = middle - (left + edges[c1]) / 2
            if -_SAME_OFFSET <= offset <= _WIDEST_PADDING * piece.size:
                found.append(_Run((c0, c1), offset))
            c1 += 1
    return found


def _fitting(choices: Sequence[Sequence[_Run]], base: float) -> list[Span] | None:
    """Spans from left to right, none overlapping, whose offsets lie near ``base``."""
    best: dict[int, tuple[int, float, list[Span]]] = {0: (0, 0.0, [])}
    for runs in choices:
        following: dict[int, tuple[int, float, list[Span]]] = {}
        for free_from, (covered, near, spans) in best.items():
            for (c0, c1), offset in runs:
                off = abs(offset - base) if offset is not None else 0.0
                if c0 < free_from or off > _SAME_OFFSET:
                    continue
                found = (covered + c1 - c0, near - off, [*spans, (c0, c1)])
                if c1 + 1 not in following or found > following[c1 + 1]:
                    following[c1 + 1] = found
        best = following
    return max(best.values())[2] if best else None
