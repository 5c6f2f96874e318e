"""Tables drawn with rulings: a frame's grid, filled, its unruled rows and columns told apart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportparse.layout.page import PageWord
from reportparse.layout.tables.bands import cut_slot, split_band
from reportparse.layout.tables.cells import Slot, fill, without_empty, words_inside
from reportparse.layout.tables.edges import Frame
from reportparse.layout.tables.grid import Area, Grid, grid_of
from reportparse.layout.tables.text import TextLine, lines_of

# A row or column thinner than this that holds no words is a doubled border.
_THIN = 9.0
# A grid is too coarse where this share of its lines holds a figure behind a wide gap.
_COARSE = 0.25
_COARSE_COLUMN = 0.6
_FEWEST_GAPS = 3


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
    slots = _compact(_split_rows(grid, slots, words))
    return [] if _is_coarse(slots) else slots


def _is_coarse(slots: Sequence[Slot]) -> bool:
    """Whether the rulings leave rows or columns together that only whitespace parts."""
    columns: dict[tuple[int, int], list[TextLine]] = {}
    for slot in slots:
        columns.setdefault((slot.area.c0, slot.area.c1), []).extend(slot.lines)
    gaps = {
        at: sum(any(piece.value for piece in line.pieces[1:]) for line in lines)
        for at, lines in columns.items()
    }
    total = sum(len(lines) for lines in columns.values())
    return sum(gaps.values()) > _COARSE * total or any(
        gaps[at] >= _FEWEST_GAPS and gaps[at] > _COARSE_COLUMN * len(lines)
        for at, lines in columns.items()
    )


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


def _split_rows(grid: Grid, slots: list[Slot], words: Sequence[PageWord]) -> list[Slot]:
    """``slots`` with each band split where it holds several rows that no ruling parts."""
    n_bands = len(grid.ys) - 1
    in_band: dict[int, list[Slot]] = {}
    for slot in slots:
        if slot.area.r0 == slot.area.r1:
            in_band.setdefault(slot.area.r0, []).append(slot)
    bands = [split_band(in_band.get(band, []), words) for band in range(n_bands)]
    if all(len(rows) < 2 for rows in bands):
        return slots
    first = [0]
    for rows in bands:
        first.append(first[-1] + max(len(rows), 1))
    split = []
    for slot in slots:
        area = slot.area
        if area.r0 == area.r1 and len(bands[area.r0]) > 1:
            split.extend(cut_slot(slot, bands[area.r0], first[area.r0], words))
        else:
            moved = Area(first[area.r0], area.c0, first[area.r1 + 1] - 1, area.c1)
            split.append(replace(slot, area=moved))
    return split


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
    singles: dict[int, list[tuple[int, int, float, float, bool]]] = {}
    for run in runs:
        if run[0] == run[1]:
            singles.setdefault(run[0], []).append(run)
    kept = []
    for at in range(n):
        single = singles.get(at, [])
        filled = any(run[4] for run in single)
        thick = bool(single) and max(run[3] - run[2] for run in single) > _THIN
        if filled or (thick and 0 < at < n - 1):
            kept.append(at)
    return kept
