"""From a frame of rulings to a grid of areas: which unit cells the rulings keep apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportparse.document import BBox
from reportparse.layout.tables.edges import Frame, positions

# Rulings nearer than this are one border drawn twice.
_DOUBLE = 3.5
# How far rulings must run past the outermost crossing one to show an open side.
_OPEN_SIDE = 8.0
# Share of a unit cell's side that a ruling must cover to part it from the next.
_COVER = 0.5


@dataclass(frozen=True, slots=True)
class Area:
    """Unit cells that form one cell, from (``r0``, ``c0``) to (``r1``, ``c1``), inclusive."""

    r0: int
    c0: int
    r1: int
    c1: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Column borders ``xs``, row borders ``ys`` and the areas between them, in reading order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[Area, ...]

    def box(self, area: Area) -> BBox:
        """Box of ``area`` in points."""
        return (
            self.xs[area.c0],
            self.ys[area.r0],
            self.xs[area.c1 + 1],
            self.ys[area.r1 + 1],
        )


def grid_of(frame: Frame) -> Grid | None:
    """The grid that the rulings of ``frame`` draw; None where they enclose nothing."""
    xs = positions((post.x0 for post in frame.upright), apart=_DOUBLE)
    ys = positions((line.top for line in frame.level), apart=_DOUBLE)
    xs = _with_open_sides(xs, [(line.x0, line.x1) for line in frame.level])
    ys = _with_open_sides(ys, [(post.top, post.bottom) for post in frame.upright])
    if len(xs) < 2 or len(ys) < 2:
        return None
    beside = _parted(xs, ys, [(post.x0, post.top, post.bottom) for post in frame.upright])
    below = _parted(ys, xs, [(line.top, line.x0, line.x1) for line in frame.level])
    return Grid(tuple(xs), tuple(ys), tuple(_areas(len(ys) - 1, len(xs) - 1, beside, below)))


def _with_open_sides(borders: list[float], runs: Sequence[tuple[float, float]]) -> list[float]:
    """``borders`` and the ends of crossing rulings that run past the outermost of them."""
    if not borders:
        return borders
    starts = [start for start, _ in runs if start < borders[0] - _OPEN_SIDE]
    ends = [end for _, end in runs if end > borders[-1] + _OPEN_SIDE]
    opened = list(borders)
    if starts:
        opened.insert(0, min(starts))
    if ends:
        opened.append(max(ends))
    return opened


def _parted(
    borders: Sequence[float], across: Sequence[float], lines: Sequence[tuple[float, float, float]]
) -> set[tuple[int, int]]:
    """(border, gap) pairs where a line along ``borders[border]`` covers the gap of ``across``.

    ``lines`` are (position, start, end); the first and last border part everything.
    """
    parted = {(border, gap) for border in (0, len(borders) - 1) for gap in range(len(across) - 1)}
    for border, at in enumerate(borders):
        runs = [(start, end) for position, start, end in lines if abs(position - at) <= _DOUBLE]
        for gap, (low, high) in enumerate(pairwise(across)):
            covered = sum(max(0.0, min(end, high) - max(start, low)) for start, end in runs)
            if covered >= _COVER * (high - low):
                parted.add((border, gap))
    return parted


def _areas(
    n_rows: int, n_columns: int, beside: set[tuple[int, int]], below: set[tuple[int, int]]
) -> list[Area]:
    """Rectangles of unit cells that no ruling parts, in reading order."""
    parents = {(r, c): (r, c) for r in range(n_rows) for c in range(n_columns)}

    def root(cell: tuple[int, int]) -> tuple[int, int]:
        while parents[cell] != cell:
            cell = parents[cell]
        return cell

    for r, c in parents:
        if c + 1 < n_columns and (c + 1, r) not in beside:
            parents[root((r, c + 1))] = root((r, c))
        if r + 1 < n_rows and (r + 1, c) not in below:
            parents[root((r + 1, c))] = root((r, c))
    groups: dict[tuple[int, int], Area] = {}
    for r, c in list(parents):
        key = root((r, c))
        area = groups.get(key, Area(r, c, r, c))
        groups[key] = _hull(area, Area(r, c, r, c))
    return _rectangles(list(groups.values()))


def _hull(a: Area, b: Area) -> Area:
    return Area(min(a.r0, b.r0), min(a.c0, b.c0), max(a.r1, b.r1), max(a.c1, b.c1))


def _rectangles(areas: list[Area]) -> list[Area]:
    """Areas joined until no two overlap, in reading order."""
    owners: dict[tuple[int, int], Area] = {}
    pending = areas
    while pending:
        area = pending.pop()
        clash = next((owners[cell] for cell in _cells(area) if cell in owners), None)
        if clash is None:
            owners.update(dict.fromkeys(_cells(area), area))
        else:
            for cell in _cells(clash):
                del owners[cell]
            pending.append(_hull(area, clash))
    return sorted(set(owners.values()), key=lambda area: (area.r0, area.c0))


def _cells(area: Area) -> Iterator[tuple[int, int]]:
    return (
        (row, column)
        for row in range(area.r0, area.r1 + 1)
        for column in range(area.c0, area.c1 + 1)
    )
