"""Rulings cleaned for table finding: broken lines mended, touching ones gathered into frames."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportparse.document import BBox, Ruling

# Rulings nearer than this lie on one line; a line broken by less is whole.
SAME_LINE = 1.6
_BREAK = 3.5
# How far short of each other two rulings may end and still meet.
_TOUCH = 3.0
# More lines than this on one page draw a map or a chart.
_MAX_EDGES = 1500
# Height of a heading for which the rulings between columns break, in points.
_LEAST_BREAK, _MOST_BREAK = 7.0, 40.0
_FEWEST_BREAKS = 2
_BAND_WIDTH, _BAND_HEIGHT = 120.0, 100.0
# How far the ends of a filled row may lie from the sides of the grid that it goes on from.
_SAME_SIDE = 6.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Rulings that touch one another: level ones, upright ones and the box around them."""

    level: tuple[Ruling, ...]
    upright: tuple[Ruling, ...]
    bbox: BBox


def mend(rulings: Iterable[Ruling]) -> tuple[list[Ruling], list[Ruling]]:
    """Level and upright rulings, each line mended into its longest unbroken runs."""
    level, upright = [], []
    for ruling in rulings:
        if ruling.top == ruling.bottom:
            level.append((ruling.top, ruling.x0, ruling.x1))
        else:
            upright.append((ruling.x0, ruling.top, ruling.bottom))
    return (
        [Ruling(start, at, end, at) for at, start, end in _mended(level)],
        [Ruling(at, start, at, end) for at, start, end in _mended(upright)],
    )


def _mended(lines: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """(position, start, end) of lines, with those on one position joined where they meet."""
    lines.sort()
    groups: list[list[tuple[float, float, float]]] = []
    for line in lines:
        if groups and line[0] - groups[-1][0][0] <= SAME_LINE:
            groups[-1].append(line)
        else:
            groups.append([line])
    mended = []
    for group in groups:
        at = sum(line[0] for line in group) / len(group)
        group.sort(key=lambda line: line[1])
        start, end = group[0][1:]
        for _, next_start, next_end in group[1:]:
            if next_start - end <= _BREAK:
                end = max(end, next_end)
            else:
                mended.append((at, start, end))
                start, end = next_start, next_end
        mended.append((at, start, end))
    return mended


def band_rules(shades: Sequence[BBox]) -> list[Ruling]:
    """Level rulings along the edges of shaded bands that stand above one another."""
    bands = _bands(shades)
    rules: list[Ruling] = []
    for band in bands:
        x0, top, x1, bottom = band
        if x1 - x0 < _BAND_WIDTH or not _is_row_high(band):
            continue
        alike = [b for b in bands if abs(b[0] - x0) <= _TOUCH and abs(b[2] - x1) <= _TOUCH]
        if len(alike) >= _FEWEST_BREAKS:
            rules.extend(Ruling(x0, y, x1, y) for y in (top, bottom))
    return rules


def _bands(shades: Sequence[BBox]) -> list[BBox]:
    """``shades`` with those that stand side by side at one height joined."""
    bands: list[BBox] = []
    for x0, top, x1, bottom in sorted(shades, key=lambda shade: (round(shade[1]), shade[0])):
        last = bands[-1] if bands else None
        level = last and abs(last[1] - top) <= _TOUCH and abs(last[3] - bottom) <= _TOUCH
        if last and level and x0 - last[2] <= _BREAK:
            bands[-1] = (last[0], last[1], max(last[2], x1), last[3])
        else:
            bands.append((x0, top, x1, bottom))
    return bands


def _is_row_high(band: BBox) -> bool:
    return _LEAST_BREAK <= band[3] - band[1] <= _BAND_HEIGHT


def filled_rows(frames: Sequence[Frame], shades: Sequence[BBox]) -> list[Ruling]:
    """The sides of the filled bands that go on from a frame, as its head or its last row."""
    bands = [band for band in _bands(shades) if _is_row_high(band)]
    drawn: list[Ruling] = []
    for frame in frames:
        x0, top, x1, bottom = frame.bbox
        wide = [b for b in bands if abs(b[0] - x0) <= _SAME_SIDE and abs(b[2] - x1) <= _SAME_SIDE]
        above = sorted((b for b in wide if b[3] <= top + _TOUCH), key=lambda b: -b[3])
        below = sorted((b for b in wide if b[1] >= bottom - _TOUCH), key=lambda b: b[1])
        for band in above:
            if abs(band[3] - top) > _TOUCH:
                break
            drawn.extend(_sides(x0, band[1], x1, top))
            top = band[1]
        for band in below:
            if abs(band[1] - bottom) > _TOUCH:
                break
            drawn.extend(_sides(x0, bottom, x1, band[3]))
            bottom = band[3]
    return drawn


def _sides(x0: float, top: float, x1: float, bottom: float) -> list[Ruling]:
    return [
        *(Ruling(x0, y, x1, y) for y in (top, bottom)),
        *(Ruling(x, top, x, bottom) for x in (x0, x1)),
    ]


def heading_rules(level: Sequence[Ruling], upright: Sequence[Ruling]) -> list[Ruling]:
    """Rulings that nobody drew: the box of the words for which those between columns break.

    A heading that runs across a table ("Number", "Percent") stops the rulings between columns
    above it; they go on below.
    """
    by_place: dict[float, list[Ruling]] = {}
    for post in upright:
        by_place.setdefault(post.x0, []).append(post)
    breaks: list[tuple[float, float, float]] = []
    for x, posts in by_place.items():
        posts.sort(key=lambda post: post.top)
        breaks.extend(
            (above.bottom, below.top, x)
            for above, below in pairwise(posts)
            if _LEAST_BREAK <= below.top - above.bottom <= _MOST_BREAK
        )
    breaks.sort()
    drawn: list[Ruling] = []
    for top, bottom, _ in breaks:
        xs = [x for t, b, x in breaks if abs(t - top) <= _TOUCH and abs(b - bottom) <= _TOUCH]
        if len(xs) < _FEWEST_BREAKS or any(abs(rule.top - top) <= _TOUCH for rule in drawn):
            continue
        over = [rule for rule in level if rule.x0 <= xs[0] + 1 and rule.x1 >= xs[-1] - 1]
        # Between two tables both are closed: a ruling ends the one and another begins the next.
        if all(any(abs(rule.top - y) <= _TOUCH for rule in over) for y in (top, bottom)):
            continue
        x0 = min([min(xs), *(rule.x0 for rule in over)])
        x1 = max([max(xs), *(rule.x1 for rule in over)])
        drawn.extend(_sides(x0, top, x1, bottom))
    return drawn


def frames_of(level: Sequence[Ruling], upright: Sequence[Ruling]) -> list[Frame]:
    """Sets of rulings that touch, from the top of the page; rulings that meet none are left out."""
    if not upright or len(level) + len(upright) > _MAX_EDGES:
        return []
    parents = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for i, line in enumerate(level):
        for j, post in enumerate(upright, len(level)):
            if (
                line.x0 - _TOUCH <= post.x0 <= line.x1 + _TOUCH
                and post.top - _TOUCH <= line.top <= post.bottom + _TOUCH
            ):
                parents[root(j)] = root(i)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for i, line in enumerate(level):
        groups.setdefault(root(i), ([], []))[0].append(line)
    for j, post in enumerate(upright, len(level)):
        groups.setdefault(root(j), ([], []))[1].append(post)
    frames = [
        Frame(tuple(lines), tuple(posts), _box([*lines, *posts]))
        for lines, posts in groups.values()
        if lines and posts
    ]
    return sorted(frames, key=lambda frame: (frame.bbox[1], frame.bbox[0]))


def _box(rulings: Sequence[Ruling]) -> BBox:
    return (
        min(ruling.x0 for ruling in rulings),
        min(ruling.top for ruling in rulings),
        max(ruling.x1 for ruling in rulings),
        max(ruling.bottom for ruling in rulings),
    )


def positions(values: Iterable[float], *, apart: float) -> list[float]:
    """Means of the clusters of ``values`` whose members lie within ``apart`` of the first."""
    clusters: list[list[float]] = []
    for value in sorted(values):
        if clusters and value - clusters[-1][0] <= apart:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return [sum(cluster) / len(cluster) for cluster in clusters]
