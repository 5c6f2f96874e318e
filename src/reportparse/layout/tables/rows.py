"""Rows of a table without level rulings: which lines of text make one row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportparse.layout.tables.columns import Column, columns_under
from reportparse.layout.tables.text import Piece, TextLine

# Lines that overlap by more than this share of their height stand beside each other.
_OVERLAP = 0.25
# A line follows its predecessor tightly if the step is within this factor of the smallest.
_TIGHT = 1.15
_INDENT = 3.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece with the columns it stands in, first and last."""

    piece: Piece
    c0: int
    c1: int


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line of a table, its pieces placed in columns."""

    line: TextLine
    placed: tuple[Placed, ...]

    @property
    def anchored(self) -> bool:
        """Whether a cell right of the stub holds a value."""
        return any(at.c0 > 0 and at.piece.value for at in self.placed)

    @property
    def stub_only(self) -> bool:
        """Whether only the first column holds text."""
        return all(at.c0 == 0 for at in self.placed)

    @property
    def stub(self) -> Piece | None:
        """The piece in the first column."""
        return next((at.piece for at in self.placed if at.c0 == 0), None)


def place(line: TextLine, columns: Sequence[Column]) -> PlacedLine:
    """``line`` with each piece placed in the columns it covers."""
    return PlacedLine(
        line, tuple(Placed(piece, *columns_under(piece, columns)) for piece in line.pieces)
    )


def group_rows(
    lines: Sequence[PlacedLine],
    columns: Sequence[Column],
    *,
    is_ruled: Callable[[TextLine, TextLine], bool],
) -> list[list[PlacedLine]]:
    """Lines of the body gathered into rows.

    Args:
        lines: Body lines from top to bottom.
        columns: Columns of the table.
        is_ruled: Whether a ruling across the table stands between two lines.
    """
    if not lines:
        return []
    rows = _side_by_side(lines, is_ruled)
    tight = _smallest_step(lines)
    anchors = sum(_anchored(row) for row in rows)
    numeric = anchors >= 0.3 * len(rows)
    context = _Context(columns, tight, numeric)
    joined: list[list[PlacedLine]] = []
    pending: list[PlacedLine] = []
    for at, found in enumerate(rows):
        before = joined[-1] if joined else None
        after = rows[at + 1] if at + 1 < len(rows) else None
        parted = before is None or is_ruled(before[-1].line, found[0].line)
        if before and not pending and not parted and context.continues(before, found, after):
            before.extend(found)
            continue
        row = [*pending, *found]
        if after and not is_ruled(found[-1].line, after[0].line) and context.leads(found, after):
            pending = row
            continue
        pending = []
        joined.append(row)
    return joined


@dataclass(frozen=True, slots=True)
class _Context:
    columns: Sequence[Column]
    tight: float
    numeric: bool

    def continues(
        self, before: list[PlacedLine], row: list[PlacedLine], after: list[PlacedLine] | None
    ) -> bool:
        """Whether ``row`` runs on the cells of the row ``before``."""
        step = row[0].line.baseline - before[-1].line.baseline
        if _anchored(row) or not _cells(row) <= _cells(before) or step > 1.6 * self.tight:
            return False
        stub = _last_stub(row)
        if stub is None:
            return True
        if not all(line.stub_only for line in row):
            return not self.numeric and self._wraps(before, row)
        return self._continues_stub(before, stub, after)

    def _continues_stub(
        self, before: list[PlacedLine], stub: Piece, after: list[PlacedLine] | None
    ) -> bool:
        """Whether ``stub``, alone on its line, runs on the label of ``before``."""
        earlier = _last_stub(before)
        if earlier is None or earlier.bold != stub.bold:
            return False
        if _runs_on(earlier, stub):
            return True
        if self._is_full(earlier, stub) and stub.x0 >= earlier.x0 - _INDENT:
            return True
        after_stub = _last_stub(after) if after else None
        indented = stub.x0 > earlier.x0 + _INDENT
        return bool(indented and after_stub and after_stub.x0 < stub.x0 - _INDENT)

    def _wraps(self, before: list[PlacedLine], row: list[PlacedLine]) -> bool:
        """Whether each piece of ``row`` had no room at the end of the cell above."""
        for line in row:
            for at in line.placed:
                above = [p.piece for b in before for p in b.placed if p.c0 == at.c0]
                if not above or not (
                    _runs_on(above[-1], at.piece) or self._is_full(above[-1], at.piece, at.c0)
                ):
                    return False
        return True

    def leads(self, row: list[PlacedLine], after: list[PlacedLine]) -> bool:
        """Whether ``row`` is the first part of a label that ends in ``after``."""
        if _anchored(row) or not all(line.stub_only for line in row) or not _anchored(after):
            return False
        stub, following = _last_stub(row), _last_stub(after)
        if stub is None or following is None or stub.text.endswith(":"):
            return False
        if stub.bold != following.bold:
            return False
        step = after[0].line.baseline - row[-1].line.baseline
        if step > 1.6 * self.tight:
            return False
        return _runs_on(stub, following) or self._is_full(stub, following)

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


_JOINERS = frozenset(
    {"and", "or", "of", "the", "in", "for", "to", "with", "by", "from", "on", "at"}
)


def _side_by_side(
    lines: Sequence[PlacedLine], is_ruled: Callable[[TextLine, TextLine], bool]
) -> list[list[PlacedLine]]:
    """Lines set at half-steps beside each other, as values centred on a label of two lines."""
    rows: list[list[PlacedLine]] = []
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


def _anchored(row: Sequence[PlacedLine]) -> bool:
    return any(line.anchored for line in row)


def _cells(row: Sequence[PlacedLine]) -> set[int]:
    return {c for line in row for at in line.placed for c in range(at.c0, at.c1 + 1)}


def _last_stub(row: Sequence[PlacedLine]) -> Piece | None:
    stubs = [line.stub for line in row if line.stub is not None]
    return stubs[-1] if stubs else None
