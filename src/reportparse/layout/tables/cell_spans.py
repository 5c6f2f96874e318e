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
# How far the offsets of the headers of one line may lie apart, in points.
_SAME_OFFSET = 2.0
# The widest space at the right edge of a cell, in font sizes.
_WIDEST_PADDING = 2.2
_FEWEST_COLUMNS = 2


class _Run(NamedTuple):
    """Columns that a header may span, and how far right of their middle it then stands."""

    span: Span
    offset: float


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
    fixed = [_own_column(piece, columns) for piece in pieces]
    choices = [
        [] if own is not None else _runs(piece, edges)
        for piece, own in zip(pieces, fixed, strict=True)
    ]
    if not any(choices):
        return None
    found = []
    for base in {round(run.offset, 1) for runs in choices for run in runs}:
        spans = _fitting(choices, fixed, base)
        if spans:
            found.append(spans)
    return max(found, key=_n_covered, default=None)


def _n_covered(spans: Sequence[Span]) -> int:
    return sum(c1 - c0 for c0, c1 in spans)


def _right_edges(below: Sequence[Piece], columns: Sequence[Column]) -> dict[int, float]:
    """Right edge of the columns whose figures and own header end at one place."""
    edges: dict[int, float] = {}
    for piece in below:
        c0, c1 = columns_under(piece, columns)
        if c0 == c1 and abs(piece.x1 - columns[c0].core_x1) <= _SAME_EDGE:
            edges[c0] = columns[c0].core_x1
    return edges


def _own_column(piece: Piece, columns: Sequence[Column]) -> int | None:
    """The one column at whose edge ``piece`` is set as its cells are; None where there is none."""
    c0, c1 = columns_under(piece, columns)
    column = columns[c0]
    at_edge = (
        abs(piece.x1 - column.core_x1) <= _SAME_EDGE or abs(piece.x0 - column.core_x0) <= _SAME_EDGE
    )
    return c0 if c0 == c1 and at_edge else None


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


def _fitting(
    choices: Sequence[Sequence[_Run]], fixed: Sequence[int | None], base: float
) -> list[Span] | None:
    """Spans from left to right, none overlapping, whose offsets lie near ``base``."""
    spans: list[Span] = []
    for runs, own in zip(choices, fixed, strict=True):
        free_from = spans[-1][1] + 1 if spans else 0
        if own is not None:
            if own < free_from:
                return None
            spans.append((own, own))
            continue
        fit = [
            run
            for run in runs
            if run.span[0] >= free_from and abs(run.offset - base) <= _SAME_OFFSET
        ]
        if not fit:
            return None
        spans.append(min(fit, key=lambda run: (abs(run.offset - base), run.span)).span)
    return spans
