"""Columns of a table without upright rulings, from the gaps that its lines share."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportparse.layout.page import PageWord
from reportparse.layout.tables.text import Piece, TextLine

# A gap narrower than this share of the font size parts no columns.
_NARROWEST = 0.45
# Share of lines that may run across a gap: group rows, notes, long labels.
_CROSSING = 0.12
# From so many lines on, one may do so.
_FEWEST_FOR_ONE = 5
_FEWEST_FOR_CORRIDOR = 4
_BRACKET = 0.3
# Share of lines that have words on both sides of a gap that no word of any line enters.
_PARTED = 0.6
_SPACES = 1.5
# Signs that stand apart before a figure or after it.
_SIGNS = frozenset("$£€¥%")
# Share of the core of a column that a piece must cover to stand in it.
_COVERS = 0.25


@dataclass(frozen=True, slots=True)
class Column:
    """``x0`` to ``x1`` reach to the borders; the core holds the text of its cells."""

    x0: float
    x1: float
    core_x0: float
    core_x1: float


def find_columns(
    lines: Sequence[TextLine],
    words: Sequence[PageWord],
    *,
    cuts: Sequence[float] = (),
    space: float = 0.0,
) -> list[Column]:
    """Columns that the pieces of ``lines`` stand in, from left to right.

    Args:
        lines: The body of the table; headers that span columns left out.
        words: All words of the page.
        cuts: Positions of upright rulings, which part columns whatever the text does.
        space: Width of a space, in points.
    """
    pieces = [piece for line in lines for piece in line.pieces]
    if not pieces:
        return []
    size = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    borders = _borders(lines, _NARROWEST * size)
    borders = _with_corridors(borders, lines, words, max(_NARROWEST * size, _SPACES * space))
    borders = _with_cuts(borders, cuts, size)
    edges = [min(piece.x0 for piece in pieces) - 1, *borders, max(p.x1 for p in pieces) + 1]
    columns = [_column(x0, x1, pieces) for x0, x1 in pairwise(edges)]
    return _without_stray(columns, lines, words)


def _borders(lines: Sequence[TextLine], narrowest: float) -> list[float]:
    """Middles of the gaps that hardly any line runs across."""
    allowed = max(int(_CROSSING * len(lines)), len(lines) >= _FEWEST_FOR_ONE)
    events: list[tuple[float, int]] = []
    for line in lines:
        for piece in line.pieces:
            events.append((piece.x0, 1))
            events.append((piece.x1, -1))
    events.sort(key=lambda event: (event[0], event[1]))
    borders = []
    covered, opened = 0, None
    first, last = events[0][0], events[-1][0]
    for x, step in events:
        if covered <= allowed and opened is not None and covered + step > allowed:
            if x - opened >= narrowest and opened > first:
                borders.append(_emptiest(lines, opened, x))
            opened = None
        covered += step
        if covered <= allowed and opened is None and x < last:
            opened = x
    return borders


def _emptiest(lines: Sequence[TextLine], low: float, high: float) -> float:
    """The middle of the widest part of low..high that the fewest pieces cover."""
    marks = sorted(
        {low, high}
        | {
            x
            for line in lines
            for piece in line.pieces
            for x in (piece.x0, piece.x1)
            if low < x < high
        }
    )
    best = (len(lines) + 1, 0.0, (low + high) / 2)
    for start, end in pairwise(marks):
        middle = (start + end) / 2
        covering = sum(piece.x0 <= middle <= piece.x1 for line in lines for piece in line.pieces)
        best = min(best, (covering, start - end, middle))
    return best[2]


def _with_corridors(
    borders: list[float], lines: Sequence[TextLine], words: Sequence[PageWord], narrowest: float
) -> list[float]:
    """``borders`` and the middles of the gaps, wider than a space, that part words in all lines."""
    rows = [
        [
            (words[index].x0, words[index].x1 - _overhang(words[index]))
            for piece in line.pieces
            for index in piece.words
            if words[index].text not in _SIGNS
        ]
        for line in lines
    ]
    rows = [row for row in rows if row]
    if len(rows) < _FEWEST_FOR_CORRIDOR:
        return borders
    reach = sorted(extent for row in rows for extent in row)
    edges = [reach[0][0] - 1, *borders, max(x1 for _, x1 in reach) + 1]
    found = list(borders)
    end = reach[0][1]
    for x0, x1 in reach:
        low = max((edge for edge in edges if edge <= end), default=edges[0])
        high = min((edge for edge in edges if edge >= x0), default=edges[-1])
        free = x0 - end >= narrowest and not any(end < border < x0 for border in borders)
        if free and _parts_rows(rows, (low, (end + x0) / 2, high)):
            found.append((end + x0) / 2)
        end = max(end, x1)
    return sorted(found)


def _overhang(word: PageWord) -> float:
    """Width of a closing bracket, which hangs out of a column of figures."""
    return _BRACKET * word.size if word.text.endswith(")") else 0.0


def _parts_rows(
    rows: Sequence[Sequence[tuple[float, float]]], edges: tuple[float, float, float]
) -> bool:
    """Whether most rows have words both left and right of the middle one of ``edges``."""
    low, middle, high = edges
    both = sum(
        any(low < x0 < middle for x0, _ in row) and any(middle < x0 < high for x0, _ in row)
        for row in rows
    )
    return both >= _PARTED * len(rows)


def _with_cuts(borders: list[float], cuts: Sequence[float], size: float) -> list[float]:
    """``borders`` with each upright ruling in the place of the border near it."""
    kept = [x for x in borders if all(abs(x - cut) > size for cut in cuts)]
    return sorted([*kept, *cuts])


def _column(x0: float, x1: float, pieces: Sequence[Piece]) -> Column:
    own = [piece for piece in pieces if x0 <= piece.x0 and piece.x1 <= x1]
    if not own:
        return Column(x0, x1, x0, x1)
    return Column(x0, x1, min(piece.x0 for piece in own), max(piece.x1 for piece in own))


def _without_stray(
    columns: list[Column], lines: Sequence[TextLine], words: Sequence[PageWord]
) -> list[Column]:
    """``columns`` with those that only a line or two use joined to the one on their left."""
    kept: list[Column] = []
    for at, column in enumerate(columns):
        used = sum(
            any(
                column.x0 <= (words[index].x0 + words[index].x1) / 2 <= column.x1
                for piece in line.pieces
                for index in piece.words
            )
            for line in lines
        )
        if kept and at and used <= 0.08 * len(lines):
            before = kept.pop()
            kept.append(Column(before.x0, column.x1, before.core_x0, column.core_x1))
        else:
            kept.append(column)
    return kept


def columns_under(piece: Piece, columns: Sequence[Column]) -> tuple[int, int]:
    """First and last column whose core ``piece`` covers; the nearest where it covers none."""
    covered = [
        at
        for at, column in enumerate(columns)
        if min(piece.x1, column.core_x1) - max(piece.x0, column.core_x0)
        > _COVERS * min(column.core_x1 - column.core_x0, piece.x1 - piece.x0)
    ]
    if covered:
        return covered[0], covered[-1]
    middle = (piece.x0 + piece.x1) / 2
    inside = [at for at, column in enumerate(columns) if column.x0 <= middle <= column.x1]
    at = inside[0] if inside else (0 if middle < columns[0].x0 else len(columns) - 1)
    return at, at
