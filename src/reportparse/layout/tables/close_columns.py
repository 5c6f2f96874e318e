"""Columns of figures that stand no more than a space apart, told by where their figures end."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reportparse.layout.page import PageWord
from reportparse.layout.tables.text import Piece, TextLine, is_value, piece_of

# Figures set at one edge end within this, in points.
_SAME_EDGE = 1.0
_FEWEST_ROWS = 3
_MOST_ROWS = 0.6
_GROUP = 3
# A border stands this far behind the figures that end before it, in points.
_BEHIND = 1.0

_Ends = tuple[int, int]


def cut_close_columns(
    lines: Sequence[TextLine], words: Sequence[PageWord]
) -> tuple[tuple[TextLine, ...], tuple[float, ...]]:
    """``lines`` with figures parted that end at the same two places row by row, and the borders."""
    rows = [
        {_ends(words, a, b) for piece in line.pieces for a, b in _pairs(piece, words)}
        for line in lines
    ]
    counts = Counter(ends for row in rows for ends in row)
    fewest = max(_FEWEST_ROWS, _MOST_ROWS * sum(map(bool, rows)))
    borders = {ends for ends, count in counts.items() if count >= fewest}
    if not borders:
        return tuple(lines), ()
    cut = tuple(_cut(line, words, borders) for line in lines)
    return cut, tuple(left * _SAME_EDGE + _BEHIND for left, _ in sorted(borders))


def _pairs(piece: Piece, words: Sequence[PageWord]) -> list[tuple[int, int]]:
    """Neighbouring figures of one piece that are neither one number nor a figure with its share."""
    return [
        (a, b)
        for a, b in pairwise(piece.words)
        if is_value(words[a].text)
        and is_value(words[b].text)
        and words[b].text[0] not in "(["
        and not (words[b].text.isdecimal() and len(words[b].text) == _GROUP)
    ]


def _ends(words: Sequence[PageWord], a: int, b: int) -> _Ends:
    return round(words[a].x1 / _SAME_EDGE), round(words[b].x1 / _SAME_EDGE)


def _cut(line: TextLine, words: Sequence[PageWord], borders: set[_Ends]) -> TextLine:
    pieces: list[Piece] = []
    for piece in line.pieces:
        cuts = {b for a, b in _pairs(piece, words) if _is_near(_ends(words, a, b), borders)}
        runs: list[list[int]] = [[]]
        for index in piece.words:
            if index in cuts:
                runs.append([])
            runs[-1].append(index)
        pieces.extend(piece_of(words, run) for run in runs if run)
    return TextLine(tuple(pieces), line.top, line.bottom, line.baseline)


def _is_near(ends: _Ends, borders: set[_Ends]) -> bool:
    return any(abs(ends[0] - a) <= 1 and abs(ends[1] - b) <= 1 for a, b in borders)
