"""Rows of a table without level rulings: which lines of text make one row."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reportparse.layout.tables.columns import Column, columns_under
from reportparse.layout.tables.spans import lone_span
from reportparse.layout.tables.text import Piece, TextLine

# Lines that overlap by more than this share of their height stand beside each other.
_OVERLAP = 0.25
# A step from line to line up to this many smallest steps may lie within a row.
_WITHIN = 1.6
# A step this much wider than another parts rows where the other does not.
_WIDER = 1.12
_SPACED = 1.25
_INDENT = 3.0
_NUMERIC_SHARE = 0.3
_LEADER_END = re.compile(r"(?:\.\s?|…|_){3,}$")
_JOINERS = frozenset(
    {"and", "or", "of", "the", "in", "for", "to", "with", "by", "from", "on", "at", "a", "an"}
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece with the columns it stands in, first and last."""

    piece: Piece
    c0: int
    c1: int


@dataclass(frozen=True)
class PlacedLine:
    """One line of a table, its pieces placed in columns.

    A ``heading`` is words in the middle of the table that head the rows below.
    """

    line: TextLine
    placed: tuple[Placed, ...]
    heading: bool = False

    @cached_property
    def anchored(self) -> bool:
        """Whether a cell right of the stub holds a value."""
        return any(at.c0 > 0 and at.piece.value for at in self.placed)

    @property
    def stub_only(self) -> bool:
        """Whether only the first column holds text."""
        return not self.heading and all(at.c0 == 0 for at in self.placed)

    @property
    def stub(self) -> Piece | None:
        """The piece in the first column."""
        if self.heading:
            return None
        return next((at.piece for at in self.placed if at.c0 == 0), None)


Row = list[PlacedLine]


def place(line: TextLine, columns: Sequence[Column]) -> PlacedLine:
    """``line`` with each piece placed in the columns it covers."""
    if len(line.pieces) == 1 and (span := lone_span(line.pieces[0], columns)):
        return PlacedLine(line, (Placed(line.pieces[0], *span),), heading=True)
    return PlacedLine(
        line, tuple(Placed(piece, *columns_under(piece, columns)) for piece in line.pieces)
    )


def group_rows(
    lines: Sequence[PlacedLine],
    columns: Sequence[Column],
    *,
    is_ruled: Callable[[TextLine, TextLine], bool],
) -> list[Row]:
    """Lines of the body gathered into rows.

    Neighbouring lines are linked where the wording of a cell runs on from one to the next;
    linked lines are one row unless several of them carry values.

    Args:
        lines: Body lines from top to bottom.
        columns: Columns of the table.
        is_ruled: Whether a ruling across the table stands between two lines.
    """
    if not lines:
        return []
    units = _side_by_side(lines, is_ruled)
    tight = _smallest_step(lines)
    if spaced := _spaced_rows(units, tight):
        return spaced
    numeric = sum(_anchored(unit) for unit in units) >= _NUMERIC_SHARE * len(units)
    links = _Links(columns, tight, numeric)
    chains: list[list[Row]] = [[units[0]]]
    top = bottom = 0
    for at, (above, unit) in enumerate(pairwise(units)):
        after = units[at + 2] if at + 2 < len(units) else None
        parted = is_ruled(above[-1].line, unit[0].line)
        if not parted and links.joins(above, unit, after):
            chains[-1].append(unit)
            top += _anchored(above)
            bottom += _anchored(unit)
        else:
            chains.append([unit])
    # Values beside the first line of their label are followed by the rest of it, and those
    # beside the last line led by it; where all lines are linked, the first of them tells.
    led = any(len(chain) > 1 and not _anchored(chain[0]) for chain in chains)
    is_top = top > bottom or (top == bottom and not led)
    return [_joined(row) for chain in chains for row in _parted(chain, is_top=is_top)]


def _joined(units: list[Row]) -> Row:
    return [line for unit in units for line in unit]


def _parted(chain: list[Row], *, is_top: bool) -> list[list[Row]]:
    """Linked lines cut so that each part carries values on one line."""
    anchors = [at for at, unit in enumerate(chain) if _anchored(unit)]
    cuts = [0]
    for first, second in pairwise(anchors):
        steps = [_step(a, b) for a, b in pairwise(chain[first : second + 1])]
        widest = max(steps)
        if widest > _WIDER * min(steps):
            cuts.append(first + 1 + steps.index(widest))
        else:
            cuts.append(second if is_top else first + 1)
    return [chain[a:b] for a, b in pairwise([*cuts, len(chain)])]


def spaced_rows(lines: Sequence[PlacedLine]) -> list[Row]:
    """Rows that white space parts, each of several lines; empty where spacing tells nothing."""
    units = _side_by_side(lines, lambda _above, _below: False)
    return _spaced_rows(units, _smallest_step(lines))


def _spaced_rows(units: list[Row], tight: float) -> list[Row]:
    """Rows that white space parts, each of several lines; empty where spacing tells nothing."""
    groups: list[list[Row]] = [[units[0]]]
    for above, unit in pairwise(units):
        if _step(above, unit) > _SPACED * tight:
            groups.append([unit])
        else:
            groups[-1].append(unit)
    wrapped = sum(len(group) > 1 for group in groups)
    if len(groups) < 3 or not wrapped:
        return []
    for group in groups:
        if sum(_anchored(unit) for unit in group) > 1 or _last_stub(group[0]) is None:
            return []
    return [_joined(group) for group in groups]


@dataclass(frozen=True, slots=True)
class _Links:
    """Whether two neighbouring lines belong to one row."""

    columns: Sequence[Column]
    tight: float
    numeric: bool

    def joins(self, above: Row, unit: Row, after: Row | None) -> bool:
        """Whether a cell of ``above`` runs on in ``unit``, which ``after`` follows."""
        if _step(above, unit) > _WITHIN * self.tight or (_anchored(above) and _anchored(unit)):
            return False
        if above[-1].heading or unit[0].heading:
            return False
        stub = unit[0].stub
        if stub is None:
            return not _anchored(unit) and self._has_room_above(above, unit)
        earlier = _last_stub(above)
        if earlier is None or not self._stub_runs_on(earlier, stub, unit, after):
            return False
        if _anchored(unit) or all(line.stub_only for line in unit):
            return True
        return not self.numeric and _cells(unit) <= _cells(above) and self._wraps(above, unit)

    def _has_room_above(self, above: Row, unit: Row) -> bool:
        """Whether words stand above every piece of ``unit``, which has no stub."""
        words = {
            c
            for line in above
            for at in line.placed
            if not at.piece.value
            for c in range(at.c0, at.c1 + 1)
        }
        return _cells(unit) <= words

    def _stub_runs_on(self, earlier: Piece, stub: Piece, unit: Row, after: Row | None) -> bool:
        """Whether the label ``earlier`` goes on in ``stub``."""
        if earlier.bold != stub.bold or _LEADER_END.search(earlier.text):
            return False
        if earlier.text.endswith(":") or earlier.x1 > self.columns[0].x1 + 2:
            return False
        if _runs_on(earlier, stub):
            return True
        if self._is_full(earlier, stub) and stub.x0 >= earlier.x0 - _INDENT:
            return True
        if not all(line.stub_only for line in unit):
            return False
        # An indented line alone that nothing deeper follows heads no group: it is a wrapped label.
        after_stub = _last_stub(after) if after else None
        indented = stub.x0 > earlier.x0 + _INDENT
        return bool(indented and after_stub and after_stub.x0 < stub.x0 - _INDENT)

    def _wraps(self, above: Row, unit: Row) -> bool:
        """Whether each piece of ``unit`` had no room at the end of the cell above."""
        for line in unit:
            for at in line.placed:
                pieces = [p.piece for b in above for p in b.placed if p.c0 == at.c0]
                if not pieces or not (
                    _runs_on(pieces[-1], at.piece) or self._is_full(pieces[-1], at.piece, at.c0)
                ):
                    return False
        return True

    def _is_full(self, piece: Piece, following: Piece, column: int = 0) -> bool:
        """Whether the first word of ``following`` had no room behind ``piece``."""
        first = following.text.split(" ", 1)[0]
        share = len(first) / max(len(following.text), 1)
        needed = (following.x1 - following.x0) * share + 0.3 * piece.size
        return piece.x1 + needed > self.columns[column].core_x1 + 1


def _runs_on(piece: Piece, following: Piece) -> bool:
    """Whether the wording of ``following`` goes on from ``piece``."""
    last = piece.text.rstrip()
    first = following.text[:1]
    if last.endswith((",", "-", "–", "&", "/", "(")) or last.split(" ")[-1] in _JOINERS:
        return True
    return (first.islower() and not last.endswith((".", ":"))) or first in ("(", "&")


def _side_by_side(
    lines: Sequence[PlacedLine], is_ruled: Callable[[TextLine, TextLine], bool]
) -> list[Row]:
    """Lines set at half-steps beside each other, as values centred on a label of two lines."""
    rows: list[Row] = []
    for line in lines:
        if rows and not is_ruled(rows[-1][-1].line, line.line):
            last = rows[-1][-1].line
            overlap = last.bottom - line.line.top
            free = not (_cells([line]) & _cells(rows[-1][-1:]))
            if overlap > _OVERLAP * min(last.height, line.line.height) and free:
                rows[-1].append(line)
                continue
        rows.append([line])
    return rows


def _smallest_step(lines: Sequence[PlacedLine]) -> float:
    """Step from line to line where they stand closest, in points."""
    steps = sorted(
        b.line.baseline - a.line.baseline
        for a, b in pairwise(lines)
        if b.line.baseline - a.line.baseline > 0.6 * a.line.height
    )
    return steps[len(steps) // 5] if steps else lines[0].line.height


def _step(above: Row, unit: Row) -> float:
    return unit[0].line.baseline - above[-1].line.baseline


def _anchored(row: Sequence[PlacedLine]) -> bool:
    return any(line.anchored for line in row)


def _cells(row: Sequence[PlacedLine]) -> set[int]:
    return {c for line in row for at in line.placed for c in range(at.c0, at.c1 + 1)}


def _last_stub(row: Sequence[PlacedLine]) -> Piece | None:
    stubs = [line.stub for line in row if line.stub is not None]
    return stubs[-1] if stubs else None
