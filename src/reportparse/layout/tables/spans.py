"""How far a header spans where no ruling shows it: typesetters centre it over its columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportparse.layout.tables.cell_spans import Span, n_spanned, spans_in_cells
from reportparse.layout.tables.columns import Column, columns_under
from reportparse.layout.tables.text import Piece

# How far, in font sizes, the middle of a header may lie from that of the columns it spans.
_OFF_CENTRE = 0.7
_LEFT_ALIGNED = 2.0


@dataclass(frozen=True, slots=True)
class _Extent:
    """Where the cells and the own header of a column stand; ``middle`` is that of the header."""

    x0: float
    x1: float
    middle: float
    named: bool


def centred_spans(
    pieces: Sequence[Piece], below: Sequence[Piece], columns: Sequence[Column]
) -> list[Span]:
    """First and last column of each header of one line.

    Args:
        pieces: The headers of the line from left to right.
        below: The headers of the lines below it.
        columns: Columns of the table.
    """
    plain = _apart(pieces, [columns_under(piece, columns) for piece in pieces], columns)
    extents = _extents(below, columns)
    runs = [_runs(piece, span, extents) for piece, span in zip(pieces, plain, strict=True)]
    best = _even_cover(runs) or _best_cover(runs)
    widened = [span for span, before in zip(best, plain, strict=True) if span != before]
    own = [_is_over(piece, span, extents) for piece, span in zip(pieces, plain, strict=True)]
    tiled = len({c1 - c0 for c0, c1 in widened}) == 1 and len(widened) > 1
    chosen = [
        span if span == before or not centred or tiled else before
        for span, before, centred in zip(best, plain, own, strict=True)
    ]
    offset = spans_in_cells(pieces, below, columns)
    return offset if offset and n_spanned(offset) > n_spanned(chosen) else chosen


def _apart(pieces: Sequence[Piece], spans: Sequence[Span], columns: Sequence[Column]) -> list[Span]:
    """``spans`` with each column that two headers reach left to the one that covers more of it."""
    apart = list(spans)
    for at in range(len(apart) - 1):
        (a0, a1), (b0, b1) = apart[at], apart[at + 1]
        while a1 >= b0 and (a1 > a0 or b1 > b0):
            shared = columns[a1] if a1 > a0 else columns[b0]
            if a1 > a0 and (
                b1 == b0 or _covered(pieces[at], shared) <= _covered(pieces[at + 1], shared)
            ):
                a1 -= 1
            else:
                b0 += 1
        apart[at], apart[at + 1] = (a0, a1), (b0, b1)
    return apart


def _covered(piece: Piece, column: Column) -> float:
    return min(piece.x1, column.core_x1) - max(piece.x0, column.core_x0)


def _extents(below: Sequence[Piece], columns: Sequence[Column]) -> list[_Extent]:
    """Where each column's cells and its own header stand."""
    own: dict[int, list[Piece]] = {}
    for piece in below:
        c0, c1 = columns_under(piece, columns)
        if c0 == c1:
            own.setdefault(c0, []).append(piece)
    extents = []
    for at, column in enumerate(columns):
        headers = own.get(at, [])
        extents.append(
            _Extent(
                min([column.core_x0, *(piece.x0 for piece in headers)]),
                max([column.core_x1, *(piece.x1 for piece in headers)]),
                (headers[-1].x0 + headers[-1].x1) / 2
                if headers
                else (column.core_x0 + column.core_x1) / 2,
                bool(headers),
            )
        )
    return extents


def _is_over(piece: Piece, span: Span, extents: Sequence[_Extent]) -> bool:
    """Whether ``piece`` is set in the middle of the columns ``span`` or at their left end."""
    x0, x1 = extents[span[0]].x0, extents[span[1]].x1
    centred = _off_centre(piece, span, extents) <= _OFF_CENTRE * piece.size
    return centred or abs(piece.x0 - x0) <= _LEFT_ALIGNED or abs(piece.x1 - x1) <= _LEFT_ALIGNED


def _off_centre(piece: Piece, span: Span, extents: Sequence[_Extent]) -> float:
    """How far ``piece`` is set from the middle of the columns, or of their own headers."""
    first, last = extents[span[0]], extents[span[1]]
    middle = (piece.x0 + piece.x1) / 2
    return min(
        abs(middle - (first.x0 + last.x1) / 2), abs(middle - (first.middle + last.middle) / 2)
    )


def lone_span(piece: Piece, columns: Sequence[Column]) -> Span | None:
    """Columns of words that stand alone on their line; None where they are set under one column.

    Words in the middle of the table, or of all columns but the stub, head the rows below.
    """
    if piece.value or len(columns) < 3 or piece.x0 <= columns[0].core_x0 + piece.size:
        return None
    if piece.text[:1].islower() or any(
        abs(piece.x0 - column.core_x0) <= _LEFT_ALIGNED for column in columns
    ):
        return None
    last = len(columns) - 1
    for c0 in (0, 1):
        middle = (columns[c0].core_x0 + columns[last].core_x1) / 2
        if abs((piece.x0 + piece.x1) / 2 - middle) <= _OFF_CENTRE * piece.size:
            return c0, last
    return None


class _Run(NamedTuple):
    """Columns that a header may span: how many it is set over, and how far off the middle."""

    span: Span
    covers: int
    off: float


def _runs(piece: Piece, span: Span, extents: Sequence[_Extent]) -> list[_Run]:
    """Its own ``span`` and the runs of named columns that ``piece`` is centred over."""
    covers = span[1] - span[0] + 1 if _is_over(piece, span, extents) else 0
    found = [_Run(span, covers, 0.0)]
    for c0 in range(span[0], 0, -1):
        if not extents[c0].named:
            break
        for c1 in range(span[1], len(extents)):
            if not all(extents[c].named for c in range(span[1], c1 + 1)):
                break
            off = _off_centre(piece, (c0, c1), extents)
            if (c0, c1) != span and off <= _OFF_CENTRE * piece.size:
                found.append(_Run((c0, c1), c1 - c0 + 1, off))
    return found


def _even_cover(runs: Sequence[Sequence[_Run]]) -> list[Span] | None:
    """The choice of runs of one length, for two headers or more; None where there is none."""
    widest = max((run.span[1] - run.span[0] for choices in runs for run in choices), default=0)
    for length in range(widest, 0, -1):
        chosen: list[Span] = []
        for choices in runs:
            free_from = chosen[-1][1] + 1 if chosen else 0
            fitting = [
                run
                for run in choices
                if run.span[1] - run.span[0] == length and run.covers and run.span[0] >= free_from
            ]
            if not fitting:
                break
            chosen.append(min(fitting, key=lambda run: run.off).span)
        if len(chosen) == len(runs) > 1:
            return chosen
    return None


def _best_cover(runs: Sequence[Sequence[_Run]]) -> list[Span]:
    """The choice of one run a header, none overlapping, that covers the most columns."""
    best: dict[int, tuple[int, float, list[Span]]] = {0: (0, 0.0, [])}
    for choices in runs:
        following: dict[int, tuple[int, float, list[Span]]] = {}
        for free_from, (covered, off, chosen) in best.items():
            for run in choices:
                if run.span[0] < free_from and run is not choices[0]:
                    continue
                reach = max(free_from, run.span[1] + 1)
                found = (covered + run.covers, off - run.off, [*chosen, run.span])
                if reach not in following or found > following[reach]:
                    following[reach] = found
        best = following
    return max(best.values())[2]
