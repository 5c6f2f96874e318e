"""Tables drawn with rulings: a frame's grid, filled, its unruled rows and columns told apart."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportparse.layout.page import PageWord
from reportparse.layout.tables.cells import Slot, fill, without_empty, words_inside
from reportparse.layout.tables.edges import Frame
from reportparse.layout.tables.grid import Area, Grid, grid_of
from reportparse.layout.tables.text import TextLine, lines_of

# A row or column thinner than this that holds no words is a doubled border.
_THIN = 9.0
_ALIGNED = 0.3
# A grid is too coarse where this share of its lines holds a figure behind a wide gap.
_COARSE = 0.25


def fill_frame(frame: Frame, words: Sequence[PageWord], free: Iterable[int]) -> list[Slot]:
    """Cells of the table that ``frame`` draws; empty where it draws no grid."""
    grid = grid_of(frame)
    if grid is None or len(grid.areas) < 2:
        return []
    box = (grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1])
    inside = words_inside(words, box, within=free)
    if not inside:
        return []
    slots = _split_columns(grid, fill(grid, words, inside), words)
    slots = _compact(_split_rows(grid, slots))
    return [] if _is_coarse(slots) else slots


def _is_coarse(slots: Sequence[Slot]) -> bool:
    """Whether the rulings leave rows or columns together that only whitespace parts."""
    lines = [line for slot in slots for line in slot.lines]
    gaps = sum(any(piece.value for piece in line.pieces[1:]) for line in lines)
    return gaps > _COARSE * len(lines)


def _split_columns(grid: Grid, slots: list[Slot], words: Sequence[PageWord]) -> list[Slot]:
    """``slots`` with those split whose lines leave gaps at column borders drawn elsewhere."""
    split = []
    for slot in slots:
        area = slot.area
        borders = [grid.xs[at] for at in range(area.c0 + 1, area.c1 + 1)]
        if not borders or max((len(line.pieces) for line in slot.lines), default=0) < 2:
            split.append(slot)
            continue
        pieces = [piece for line in slot.lines for piece in line.pieces]
        free = [x for x in borders if not any(p.x0 + 1 < x < p.x1 - 1 for p in pieces)]
        split.extend(_cut_at(slot, grid, free, words))
    return split


def _cut_at(
    slot: Slot, grid: Grid, borders: Sequence[float], words: Sequence[PageWord]
) -> list[Slot]:
    area, (_, top, _, bottom) = slot.area, slot.box
    starts = [area.c0, *(grid.xs.index(x) for x in borders)]
    ends = [*(start - 1 for start in starts[1:]), area.c1]
    parts = []
    for c0, c1 in zip(starts, ends, strict=True):
        x0, x1 = grid.xs[c0], grid.xs[c1 + 1]
        own = [i for i in slot.words if x0 <= (words[i].x0 + words[i].x1) / 2 < x1]
        box = (x0, top, x1, bottom)
        parts.append(Slot(Area(area.r0, c0, area.r1, c1), box, own, lines_of(words, own)))
    return parts


def _split_rows(grid: Grid, slots: list[Slot]) -> list[Slot]:
    """``slots`` with each band split where it holds several rows that no ruling parts."""
    cuts = {row: _row_cuts(row, slots) for row in range(len(grid.ys) - 1)}
    if not any(cuts.values()):
        return slots
    first: list[int] = []
    for row in range(len(grid.ys) - 1):
        first.append(sum(len(cuts[earlier]) + 1 for earlier in range(row)))
    split = []
    for slot in slots:
        split.extend(_split_slot(slot, cuts, first))
    return split


def _row_cuts(row: int, slots: list[Slot]) -> list[float]:
    """Heights at which band ``row`` is to be cut; empty where it is one row."""
    band = [slot for slot in slots if slot.area.r0 == slot.area.r1 == row and slot.lines]
    stacks = [slot.lines for slot in band if len(slot.lines) > 1 and _all_values(slot.lines)]
    if not stacks:
        return []
    rows: list[TextLine] = []
    for line in sorted((line for stack in stacks for line in stack), key=lambda at: at.baseline):
        if not rows or line.baseline - rows[-1].baseline > _ALIGNED * line.height:
            rows.append(line)
    if len(band) < 2:
        return []
    return [(above.bottom + below.top) / 2 for above, below in pairwise(rows)]


def _all_values(lines: list[TextLine]) -> bool:
    return all(piece.value for line in lines for piece in line.pieces)


def _split_slot(slot: Slot, cuts: dict[int, list[float]], first: list[int]) -> list[Slot]:
    """The slots that stand for ``slot`` once its bands are cut."""
    area, (x0, top, x1, bottom) = slot.area, slot.box
    r0, r1 = first[area.r0], first[area.r1] + len(cuts[area.r1])
    here = cuts[area.r0] if area.r0 == area.r1 else []
    borders = [top, *here, bottom]
    groups: list[list[TextLine]] = [[] for _ in range(len(borders) - 1)]
    for line in slot.lines:
        middle = (line.top + line.bottom) / 2
        groups[sum(middle > cut for cut in here)].append(line)
    apart = all(len(group) <= 1 for group in groups)
    if not here or not apart or not (all(groups) or _all_values(slot.lines)):
        spanned = Area(r0, area.c0, r1, area.c1)
        return [Slot(spanned, slot.box, slot.words, slot.lines)]
    return [
        Slot(
            Area(r0 + at, area.c0, r0 + at, area.c1),
            (x0, borders[at], x1, borders[at + 1]),
            [index for line in group for piece in line.pieces for index in piece.words],
            group,
        )
        for at, group in enumerate(groups)
    ]


def _compact(slots: list[Slot]) -> list[Slot]:
    """``slots`` without the rows and columns that doubled borders leave."""
    rows = _kept(
        [(slot.area.r0, slot.area.r1, slot.box[1], slot.box[3], bool(slot.words)) for slot in slots]
    )
    columns = _kept(
        [(slot.area.c0, slot.area.c1, slot.box[0], slot.box[2], bool(slot.words)) for slot in slots]
    )
    return [slot for slot in without_empty(slots, rows=rows, columns=columns) if slot.words]


def _kept(runs: list[tuple[int, int, float, float, bool]]) -> list[int]:
    """Rows (or columns) that start or end a filled cell, or are empty but not thin."""
    n = max(run[1] for run in runs) + 1
    kept = []
    for at in range(n):
        single = [run for run in runs if run[0] == run[1] == at]
        filled = any(run[4] for run in single)
        thick = bool(single) and max(run[3] - run[2] for run in single) > _THIN
        if filled or (thick and 0 < at < n - 1):
            kept.append(at)
    return kept
