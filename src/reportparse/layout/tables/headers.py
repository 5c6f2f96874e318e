"""Header cells of a table without a full grid: words over columns, wrapped and spanning."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reportparse.document import Ruling
from reportparse.layout.page import PageWord
from reportparse.layout.tables.columns import Column, columns_under
from reportparse.layout.tables.spans import centred_spans, lone_span
from reportparse.layout.tables.text import Piece, TextLine, piece_of

# A gap wider than this share of the font size parts two headers over a column border.
_PARTING = 0.42
_SPACES = 1.5
_CLEAR = 0.5
# A header runs over no more lines than this after the first that has figures in it.
_MOST_WRAPPED = 4
_FEWEST_NUMBERS = 3


@dataclass(slots=True)
class HeaderCell:
    """A header with the columns it stands over; ``level`` counts rows from the top."""

    c0: int
    c1: int
    pieces: list[Piece] = field(default_factory=list)
    level: int = 0
    last_level: int = 0

    @property
    def top(self) -> float:
        """Top of its first line."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Bottom of its last line."""
        return max(piece.bottom for piece in self.pieces)


def find_headers(
    lines: Sequence[TextLine],
    columns: Sequence[Column],
    words: Sequence[PageWord],
    *,
    rules: Sequence[Ruling] = (),
    space: float = 0.0,
) -> list[HeaderCell]:
    """Header cells of the ``lines`` above the body, with their levels set.

    Args:
        lines: The lines of the head.
        columns: Columns of the table.
        words: All words of the page.
        rules: Level rulings among the lines; a short one shows how far a header spans.
        space: Width of a space, in points.
    """
    cells: list[HeaderCell] = []
    parts = [
        [part for piece in line.pieces for part in _apart(piece, columns, words, space)]
        for line in lines
    ]
    for at, line in enumerate(parts):
        below = [part for lower in parts[at + 1 :] for part in lower]
        lone = _lone_header(line, below, columns, is_first=not at)
        spans = [lone] if lone else centred_spans(line, below, columns)
        ruled = [_ruled_span(part, columns, rules) for part in line]
        for part, under, span in zip(line, ruled, spans, strict=True):
            # A ruling under two headers belongs to the table, not to either.
            c0, c1 = under if under and ruled.count(under) == 1 else span
            _add(cells, part, c0, c1, rules)
    _set_levels(cells)
    return cells


def _lone_header(
    line: Sequence[Piece], below: Sequence[Piece], columns: Sequence[Column], *, is_first: bool
) -> tuple[int, int] | None:
    """Columns of the only header of a line: the last before the body, or a title over them all."""
    span = lone_span(line[0], columns) if len(line) == 1 else None
    if span is None or is_first != bool(below):
        return None
    under = columns_under(line[0], columns)
    narrow = line[0].x1 - line[0].x0 <= columns[under[1]].x1 - columns[under[1]].x0
    return None if is_first and narrow else span


def cut_at_columns(
    line: TextLine, columns: Sequence[Column], words: Sequence[PageWord], space: float
) -> TextLine:
    """``line`` with its pieces cut where they run over column borders with more than a space."""
    pieces = tuple(part for piece in line.pieces for part in _parts(piece, columns, words, space))
    return TextLine(pieces, line.top, line.bottom, line.baseline)


def _parts(
    piece: Piece, columns: Sequence[Column], words: Sequence[PageWord], space: float
) -> list[Piece]:
    """``piece`` cut where a gap a little wider than a space lies on a column border."""
    c0, c1 = columns_under(piece, columns)
    if c0 == c1 or len(piece.words) < 2:
        return [piece]
    runs: list[list[int]] = [[piece.words[0]]]
    for index in piece.words[1:]:
        before, word = words[runs[-1][-1]], words[index]
        border = any(
            before.x1 - 2 <= column.x0 <= word.x0 + 2
            or (before.x1 <= column.core_x0 + 2 and word.x0 >= column.core_x0 - word.size)
            for column in columns[c0 + 1 : c1 + 1]
        ) or _is_between(before, word, columns[c0 : c1 + 1])
        gap = word.x0 - before.x1
        if border and gap > max(_PARTING * word.size, _SPACES * space):
            runs.append([index])
        else:
            runs[-1].append(index)
    return [piece_of(words, run) for run in runs]


def _apart(
    piece: Piece, columns: Sequence[Column], words: Sequence[PageWord], space: float
) -> list[Piece]:
    """Parts of a header: cut at column borders, and wherever a gap is no space between words."""
    clear = max(_CLEAR * piece.size, _SPACES * space)
    runs: list[list[int]] = [[piece.words[0]]]
    for index in piece.words[1:]:
        if words[index].x0 - words[runs[-1][-1]].x1 > clear:
            runs.append([index])
        else:
            runs[-1].append(index)
    found = [piece_of(words, run) for run in runs]
    return [part for cut in found for part in _parts(cut, columns, words, space)]


def _is_between(before: PageWord, word: PageWord, columns: Sequence[Column]) -> bool:
    """Whether two words stand over two neighbouring columns, each nearer to its own."""
    left, right = (before.x0 + before.x1) / 2, (word.x0 + word.x1) / 2
    middles = [(column.core_x0 + column.core_x1) / 2 for column in columns]
    nearest = [min(range(len(middles)), key=lambda at: abs(middles[at] - x)) for x in (left, right)]
    return nearest[0] < nearest[1]


def _ruled_span(
    piece: Piece, columns: Sequence[Column], rules: Sequence[Ruling]
) -> tuple[int, int] | None:
    """Columns over the short ruling that underlines ``piece``; None where none does."""
    width = columns[-1].x1 - columns[0].x0
    middle = (piece.x0 + piece.x1) / 2
    for rule in rules:
        near = -2 <= rule.top - piece.bottom <= 0.8 * piece.size
        if near and rule.x0 <= middle <= rule.x1 and rule.x1 - rule.x0 < 0.85 * width:
            under = [
                at
                for at, column in enumerate(columns)
                if rule.x0 - 4 <= (column.core_x0 + column.core_x1) / 2 <= rule.x1 + 4
            ]
            if under:
                return under[0], under[-1]
    return None


def _add(cells: list[HeaderCell], piece: Piece, c0: int, c1: int, rules: Sequence[Ruling]) -> None:
    """Put ``piece`` into the open cell right above it, or into a new one."""
    above = [cell for cell in cells if cell.c0 <= c1 and cell.c1 >= c0]
    nearest = max(above, key=lambda cell: cell.bottom, default=None)
    if (
        nearest is not None
        and nearest.c0 == c0
        and nearest.c1 == c1
        and piece.top - nearest.bottom < 0.9 * piece.size
        and not _rule_between(nearest.bottom, piece, rules)
    ):
        nearest.pieces.append(piece)
        return
    cells.append(HeaderCell(c0, c1, [piece]))


def _rule_between(bottom: float, piece: Piece, rules: Sequence[Ruling]) -> bool:
    middle = (piece.x0 + piece.x1) / 2
    return any(
        bottom - 3 <= rule.top <= piece.top + 3 and rule.x0 <= middle <= rule.x1 for rule in rules
    )


def _set_levels(cells: list[HeaderCell]) -> None:
    """Levels from what stands over what; a cell beside several levels takes the lowest it meets."""
    ordered = sorted(cells, key=lambda cell: cell.top)
    for at, cell in enumerate(ordered):
        over = [other for other in ordered[:at] if other.c0 <= cell.c1 and other.c1 >= cell.c0]
        cell.level = 1 + max((other.level for other in over), default=-1)
    for cell in ordered:
        beside = [
            other.level
            for other in ordered
            if other is not cell
            and min(other.bottom, cell.bottom) - max(other.top, cell.top)
            > 0.5 * min(other.bottom - other.top, cell.bottom - cell.top)
        ]
        under = [
            other
            for other in ordered
            if other.top > cell.top
            and other is not cell
            and other.c0 <= cell.c1
            and other.c1 >= cell.c0
        ]
        cell.last_level = cell.level
        if beside and not under:
            cell.last_level = max(cell.level, *beside)
            cell.level = max(cell.level, min(beside))


def split_head(
    lines: Sequence[TextLine],
    *,
    rules: Sequence[float],
    is_body: Callable[[TextLine], bool],
) -> int:
    """Number of lines of ``lines`` that are header.

    Args:
        lines: All lines of the table from top to bottom.
        rules: Heights of rulings across the whole table.
        is_body: Whether a line carries values.
    """
    first = _first_body_line(lines, is_body, rules)
    if first is None:
        return _head_above_rule(lines, rules)
    return _without_group_rows(lines, _back_to_rule(lines, first, rules), rules)


def _first_body_line(
    lines: Sequence[TextLine], is_body: Callable[[TextLine], bool], rules: Sequence[float]
) -> int | None:
    """Index of the line where the rows begin; None where no line carries values.

    Figures in a header ("Under / 18 / years") stand in fewer columns than those of a row, beside
    words or over a line that has only words.
    """
    counts = [sum(piece.value or _is_mark(piece) for piece in line.pieces[1:]) for line in lines]
    usual = sorted(count for count in counts if count)[len([c for c in counts if c]) // 2 :][:1]
    first: int | None = None
    for at, line in enumerate(lines):
        if first is not None and at > first + _MOST_WRAPPED:
            break
        words = sum(not piece.value and not _is_mark(piece) for piece in line.pieces[1:])
        if first is None and is_body(line):
            partly = usual and counts[at] < usual[0] and (words or line.pieces[0].value)
            ends = usual and counts[at] < usual[0] and _ends_head(lines, at, rules)
            if not partly and not ends and not _counts_up(line):
                first = at
        elif first is not None and words > 1 and not counts[at] and counts[first] < usual[0]:
            first = None
    return first


def _ends_head(lines: Sequence[TextLine], at: int, rules: Sequence[float]) -> bool:
    """Whether line ``at`` goes on from a header right above it, and a ruling follows."""
    if not 0 < at < len(lines) - 1:
        return False
    above, line, below = (lines[i].baseline for i in (at - 1, at, at + 1))
    return any(line < rule < below for rule in rules) and not any(
        above < rule < line for rule in rules
    )


def _is_mark(piece: Piece) -> bool:
    """Whether ``piece`` is a letter alone: a rating, or a mark for a figure withheld."""
    return len(piece.text) == 1 and piece.text.isalpha()


def _counts_up(line: TextLine) -> bool:
    """Whether the figures of ``line`` are 1, 2, 3 and so on, which number or name columns."""
    numbers = [int(piece.text) for piece in line.pieces if piece.text.isdecimal()]
    steps = {b - a for a, b in pairwise(numbers)}
    return len(numbers) >= _FEWEST_NUMBERS and steps == {1} and numbers[0] <= 1


def _without_group_rows(lines: Sequence[TextLine], head: int, rules: Sequence[float]) -> int:
    """``head`` less the lines at its end that head groups of rows, not columns.

    The label of the stub stands no lower than those of the columns, so a line at the left alone
    below them belongs to the body, unless a ruling above the first values or its wording says
    that it ends the head.
    """
    left = min(line.x0 for line in lines[head:] or lines)
    naming = [
        at
        for at, line in enumerate(lines[:head])
        if len(line.pieces) > 1 or line.x0 > left + 1.5 * line.pieces[0].size
    ]
    if not naming or head == len(lines):
        return head
    at = naming[-1] + 1
    while at < head and lines[at].pieces[0].text[:1].islower():
        at += 1
    above = lines[at - 1].baseline
    below = [rule for rule in rules if above <= rule <= lines[head].baseline]
    return max([at, *(sum(line.baseline < rule for line in lines) for rule in below)])


def _head_above_rule(lines: Sequence[TextLine], rules: Sequence[float]) -> int:
    """Lines above the first ruling that stands below the first line."""
    below = [rule for rule in rules if rule > lines[0].baseline]
    if not below:
        return 0
    count = sum(line.baseline < below[0] for line in lines)
    return count if count < len(lines) else 0


def _back_to_rule(lines: Sequence[TextLine], first: int, rules: Sequence[float]) -> int:
    """The lines above the ruling that parts the head from stub-only rows, or ``first``."""
    head = first
    for rule in rules:
        above = sum(line.baseline < rule for line in lines)
        if 0 < above < head and all(len(line.pieces) == 1 for line in lines[above:head]):
            return above
    return head
