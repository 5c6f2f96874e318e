"""Text columns of a page: lines are cut at the gutters before tables are looked for.

Two things show a gutter: running text that stands at one side of it, and two sets of level
rulings that end at it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportparse.document import Ruling
from reportparse.layout.tables.text import Piece, TextLine

# A piece of this many words is running text; that many lines of it are a paragraph.
_PROSE_WORDS = 5
_PROSE_LINES = 4
_LONG_PARAGRAPH = 6
# Lines of another column stand this much, in points, higher or lower than those of a table's row.
_OFFSET = 0.8
_FEWEST_APART = 3
_DESCENT = 0.22
_NARROWEST = 90.0
_SAME_MEASURE = 0.25
_ALIGNED = 3.0
_LEADING = 1.3
# White space across both columns, in line heights, that ends a stretch of them.
_BREAK = 1.5
_BESIDE = 30.0
_RULE_LENGTH = 60.0
_TABLE_LINES = 2


@dataclass(slots=True)
class _Paragraph:
    x0: float
    x1: float
    top: float
    bottom: float
    lines: int = 1


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A place at ``x`` that nothing crosses between the lines ``first`` and ``last``."""

    x: float
    first: int
    last: int


def split_columns(
    lines: Sequence[TextLine], rules: Sequence[Ruling]
) -> list[tuple[list[TextLine], tuple[float, float]]]:
    """``lines`` in stretches of one text column each, with the column's left and right end.

    Args:
        lines: All lines of a page from top to bottom.
        rules: Its level rulings.
    """
    everywhere = (float("-inf"), float("inf"))
    gutter = _ruled_gutter(lines, rules) or _prose_gutter(lines, rules)
    if gutter is None:
        return [(list(lines), everywhere)] if lines else []
    left, right = _halves(lines[gutter.first : gutter.last + 1], gutter.x)
    found = []
    for part, reach in (
        (lines[: gutter.first], everywhere),
        (left, (everywhere[0], gutter.x)),
        (right, (gutter.x, everywhere[1])),
        (lines[gutter.last + 1 :], everywhere),
    ):
        if part:
            found.extend(_within(split_columns(part, _clipped(rules, reach)), reach))
    return found


def _within(
    stretches: list[tuple[list[TextLine], tuple[float, float]]], reach: tuple[float, float]
) -> list[tuple[list[TextLine], tuple[float, float]]]:
    return [(lines, (max(low, reach[0]), min(high, reach[1]))) for lines, (low, high) in stretches]


def _clipped(rules: Sequence[Ruling], reach: tuple[float, float]) -> list[Ruling]:
    return [rule for rule in rules if rule.x1 > reach[0] and rule.x0 < reach[1]]


def _halves(lines: Sequence[TextLine], x: float) -> tuple[list[TextLine], list[TextLine]]:
    """The parts of ``lines`` left and right of ``x``."""
    left: list[TextLine] = []
    right: list[TextLine] = []
    for line in lines:
        for side, pieces in (
            (left, tuple(piece for piece in line.pieces if piece.x1 <= x + 1)),
            (right, tuple(piece for piece in line.pieces if piece.x1 > x + 1)),
        ):
            if pieces:
                side.append(_line_of(pieces, line.baseline))
    return left, right


def _line_of(pieces: tuple[Piece, ...], baseline: float) -> TextLine:
    top = min(piece.top for piece in pieces)
    return TextLine(pieces, top, max(piece.bottom for piece in pieces), baseline)


def _crosses(line: TextLine, x: float) -> bool:
    return any(piece.x0 < x - 1 and piece.x1 > x + 1 for piece in line.pieces)


def _ruled_between(above: TextLine, line: TextLine, x: float, rules: Sequence[Ruling]) -> bool:
    return any(
        above.baseline < rule.top <= line.baseline and rule.x0 < x - 1 and rule.x1 > x + 1
        for rule in rules
    )


def _prose_gutter(lines: Sequence[TextLine], rules: Sequence[Ruling]) -> _Gutter | None:
    """The tallest gutter beside running text; None where the page has one column."""
    best: _Gutter | None = None
    paragraphs = _paragraphs(lines)
    for paragraph in paragraphs:
        for x in (paragraph.x0 - _ALIGNED, paragraph.x1 + _ALIGNED):
            beside = _has_text_beside(x, paragraph, paragraphs)
            if not beside and not _stands_apart(x, paragraph, lines):
                continue
            gutter = _gutter_at(x, paragraph, lines, rules)
            if gutter and (best is None or gutter.last - gutter.first > best.last - best.first):
                best = gutter
    return best


def _has_text_beside(x: float, paragraph: _Paragraph, others: Sequence[_Paragraph]) -> bool:
    """Whether text of the same measure runs on the other side of ``x``, as in columns of text."""
    width = paragraph.x1 - paragraph.x0
    on_left = paragraph.x1 <= x
    return any(
        (other.x0 >= x if on_left else other.x1 <= x)
        and abs(other.x1 - other.x0 - width) <= _SAME_MEASURE * width
        for other in others
    )


def _stands_apart(x: float, paragraph: _Paragraph, lines: Sequence[TextLine]) -> bool:
    """Whether the lines of ``paragraph`` stand at other heights than what is beside it."""
    if paragraph.lines < _LONG_PARAGRAPH:
        return False
    apart = 0
    for line in lines:
        if not paragraph.top - 1 <= (line.top + line.bottom) / 2 <= paragraph.bottom + 1:
            continue
        left = [_baseline(piece) for piece in line.pieces if piece.x1 <= x + 1]
        right = [_baseline(piece) for piece in line.pieces if piece.x0 >= x - 1]
        apart += bool(left and right) and min(abs(a - b) for a in left for b in right) > _OFFSET
    return apart >= _FEWEST_APART


def _baseline(piece: Piece) -> float:
    return piece.bottom - _DESCENT * (piece.bottom - piece.top)


def _paragraphs(lines: Sequence[TextLine]) -> list[_Paragraph]:
    """Runs of lines of text that begin at one place."""
    done: list[_Paragraph] = []
    current: list[_Paragraph] = []
    for line in lines:
        current = [p for p in current if line.top - p.bottom < _LEADING * line.height]
        for piece in line.pieces:
            if len(piece.words) < _PROSE_WORDS or piece.x1 - piece.x0 < _NARROWEST:
                continue
            if piece.n_words < _PROSE_WORDS or piece.value:
                continue
            same = next((p for p in current if abs(p.x0 - piece.x0) <= _ALIGNED), None)
            if same is None:
                same = _Paragraph(piece.x0, piece.x1, piece.top, piece.bottom)
                current.append(same)
                done.append(same)
                continue
            same.x1 = max(same.x1, piece.x1)
            same.bottom = piece.bottom
            same.lines += 1
    return [paragraph for paragraph in done if paragraph.lines >= _PROSE_LINES]


def _gutter_at(
    x: float, paragraph: _Paragraph, lines: Sequence[TextLine], rules: Sequence[Ruling]
) -> _Gutter | None:
    """The gutter at ``x`` beside ``paragraph``; None where it parts nothing."""
    inside = [
        at
        for at, line in enumerate(lines)
        if paragraph.top - 1 <= (line.top + line.bottom) / 2 <= paragraph.bottom + 1
    ]
    if not inside or any(_crosses(lines[at], x) for at in inside):
        return None
    first, last = inside[0], inside[-1]
    while first and not _parted(lines[first - 1], lines[first], x, rules):
        first -= 1
    while last + 1 < len(lines) and not _parted(lines[last], lines[last + 1], x, rules):
        last += 1
    left, right = _halves(lines[first : last + 1], x)
    if len(left) < _TABLE_LINES or len(right) < _TABLE_LINES:
        return None
    return _Gutter(x, first, last)


def _parted(above: TextLine, line: TextLine, x: float, rules: Sequence[Ruling]) -> bool:
    """Whether text columns cannot go on from ``above`` to ``line``."""
    if _crosses(above, x) or _crosses(line, x) or _ruled_between(above, line, x, rules):
        return True
    return line.top - above.bottom > _BREAK * max(line.height, above.height)


def _ruled_gutter(lines: Sequence[TextLine], rules: Sequence[Ruling]) -> _Gutter | None:
    """Where two tables of level rulings stand side by side."""
    tables = _rule_sets(rules)
    for at, (a_x0, a_x1, a_tops) in enumerate(tables):
        for b_x0, b_x1, b_tops in tables[at + 1 :]:
            (l_x0, l_x1), (r_x0, _) = sorted(((a_x0, a_x1), (b_x0, b_x1)))
            top, bottom = max(a_tops[0], b_tops[0]), min(a_tops[-1], b_tops[-1])
            if l_x1 >= r_x0 or bottom <= top:
                continue
            x = (l_x1 + r_x0) / 2
            low, high = min(a_tops[0], b_tops[0]), max(a_tops[-1], b_tops[-1])
            inside = [i for i, line in enumerate(lines) if low < line.baseline < high + 1]
            if not inside or any(_crosses(lines[i], x) for i in inside):
                continue
            cut = lines[inside[0] : inside[-1] + 1]
            ruled = any(_ruled_between(a, b, x, rules) for a, b in pairwise(cut))
            left, right = _halves(cut, x)
            whole = min((line.x0 for line in left), default=0.0) >= l_x0 - _ALIGNED
            if not ruled and whole and _has_columns(left) and _has_columns(right):
                return _Gutter(x, inside[0], inside[-1])
    return None


def _has_columns(lines: Sequence[TextLine]) -> bool:
    return sum(len(line.pieces) > 1 for line in lines) >= _TABLE_LINES


def _rule_sets(rules: Sequence[Ruling]) -> list[tuple[float, float, list[float]]]:
    """Rulings of one extent above one another: left and right end, and heights in order."""
    sets: list[tuple[float, float, list[float]]] = []
    for rule in sorted(rules, key=lambda rule: rule.top):
        if rule.x1 - rule.x0 < _RULE_LENGTH:
            continue
        same = next(
            (s for s in sets if abs(s[0] - rule.x0) <= 3 and abs(s[1] - rule.x1) <= 3), None
        )
        if same:
            same[2].append(rule.top)
        else:
            sets.append((rule.x0, rule.x1, [rule.top]))
    return [found for found in sets if len(found[2]) > 1]
