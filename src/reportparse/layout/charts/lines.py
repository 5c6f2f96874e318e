"""Line charts: which figure belongs to which point of which line is told by the scale they share.

Figures stand above or below their points, and where lines cross, nearness alone would mix them up.
All points of a chart share one straight scale from values to heights; each figure is given the
point that lies where the scale puts it, and where two would do, nothing is read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise, permutations

from reportparse.document import BBox
from reportparse.layout.charts.fit import straight_line
from reportparse.layout.charts.labels import Label, around, explains, slanted_under, with_next_lines
from reportparse.layout.charts.legend import Entry, near, without_names
from reportparse.layout.charts.model import MISFIT, NO_LABELS, UNSURE, FoundPoint, Reading
from reportparse.layout.page import Mark, MarkKind

_MIN_WIDTH = 40.0
_SAME_X = 2.5
_SLACK = 1.2
_CLEAR = 0.15
_REACH = 26.0
_APART = 60.0
_BELOW = 45.0
_BESIDE_LAST = 24.0
_TICK_GAP = 45.0
_MOST_LINES = 5
# More lines than this are a drawing.
_MOST_DRAWN = 150
_FEWEST = 3
_FLUSH = 1.5
_ABOVE = 45.0


@dataclass(frozen=True, slots=True)
class _Line:
    knots: tuple[tuple[float, float], ...]
    colour: int

    @property
    def box(self) -> BBox:
        return around((x, y, x, y) for x, y in self.knots)


@dataclass(slots=True)
class _Column:
    """The points of all lines at one place of the x axis, and the figures near them."""

    x: float
    points: list[tuple[float, _Line]] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)


def read_lines(
    marks: Sequence[Mark], labels: Sequence[Label], entries: Sequence[Entry]
) -> list[Reading]:
    """The line charts of a page."""
    samples = {entry.sample for entry in entries}
    lines = [line for line in _lines(marks) if line.box not in samples]
    if len(lines) > _MOST_DRAWN:
        return []
    readings = []
    for group in _groups(lines):
        reading = _Chart(group, labels, entries).read()
        if reading is not None:
            readings.append(reading)
    return readings


def _lines(marks: Sequence[Mark]) -> Iterator[_Line]:
    """Lines that run from left to right; single pieces that touch are joined."""
    pieces: list[_Line] = []
    for mark in marks:
        if mark.kind is not MarkKind.LINE:
            continue
        knots = mark.points if mark.points[0][0] <= mark.points[-1][0] else mark.points[::-1]
        if all(a[0] < b[0] - 1.0 for a, b in pairwise(knots)):
            pieces.append(_Line(tuple(knots), mark.colour))
    pieces.sort(key=lambda piece: piece.knots[0][0])
    joined: list[_Line] = []
    ends: dict[tuple[int, int], set[int]] = {}
    for piece in pieces:
        x, y = piece.knots[0]
        places = (ends.get((a, b), ()) for a in _around(x) for b in _around(y))
        near_by = sorted(at for place in places for at in place)
        at = next((at for at in near_by if _touches(joined[at], piece)), len(joined))
        if at == len(joined):
            joined.append(piece)
        else:
            ends[_place(joined[at])].discard(at)
            joined[at] = _Line(joined[at].knots + piece.knots[1:], piece.colour)
        ends.setdefault(_place(joined[at]), set()).add(at)
    for line in joined:
        if len(line.knots) >= _FEWEST and line.knots[-1][0] - line.knots[0][0] >= _MIN_WIDTH:
            yield line


def _place(line: _Line) -> tuple[int, int]:
    x, y = line.knots[-1]
    return round(x), round(y)


def _around(x: float) -> range:
    return range(round(x) - 1, round(x) + 2)


def _touches(line: _Line, piece: _Line) -> bool:
    end, start = line.knots[-1], piece.knots[0]
    beside = abs(end[0] - start[0]) < 0.3 and abs(end[1] - start[1]) < 0.3
    return beside and line.colour == piece.colour


def _groups(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines over one stretch of the x axis and not far above one another."""
    groups: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: line.box[1]):
        home = next((group for group in groups if _shares_axis(line, group)), None)
        if home is None:
            groups.append([line])
        else:
            home.append(line)
    return groups


def _shares_axis(line: _Line, group: list[_Line]) -> bool:
    xs = {round(x) for other in group for x, _ in other.knots}
    near_enough = line.box[1] - max(other.box[3] for other in group) <= _APART
    shared = sum(any(abs(x - other) <= _SAME_X for other in xs) for x, _ in line.knots)
    return near_enough and 2 * shared >= len(line.knots)


class _Chart:
    """Reads the lines of one chart."""

    def __init__(
        self, lines: list[_Line], labels: Sequence[Label], entries: Sequence[Entry]
    ) -> None:
        self._lines = lines
        self._box = around(line.box for line in lines)
        self._labels = labels
        self._legend = near(entries, self._box, {line.colour for line in lines})
        free = without_names(labels, self._legend)
        self._free = [label for label in free if label.upright]
        self._slanted = [label for label in free if not label.upright]
        self._columns = self._find_columns()

    def read(self) -> Reading | None:
        """The chart; None where the lines have no categories below them."""
        categories = self._categories()
        if 2 * len(categories) < len(self._columns):
            return None
        names = {id(line): self._name_of(line) for line in self._lines}
        ticks = self._ticks(categories)
        in_axis = {i for label in [*categories.values(), *ticks] for i in label.words}
        self._place_labels(in_axis)
        values = [label for column in self._columns for label in column.labels]
        ends = [name for name in names.values() if name is not None]
        used = [*values, *categories.values(), *ends, *ticks]
        box = around([self._box, *(x.box for x in used), *(entry.box for entry in self._legend)])
        named = [entry.name for entry in self._legend]
        if not explains([*used, *named], self._labels, box):
            return None
        if len(values) < _FEWEST:
            return Reading(box, (), NO_LABELS)
        if len(self._lines) > 1 and any(names[id(line)] is None for line in self._lines):
            return Reading(box, (), UNSURE)
        scale = self._scale()
        if scale is None:
            return Reading(box, (), MISFIT)
        points = tuple(self._points(scale, categories, names))
        unread = len(points) < len(values)
        return Reading(box, points, UNSURE if unread else None)

    def _find_columns(self) -> list[_Column]:
        columns: list[_Column] = []
        points = [(x, y, line) for line in self._lines for x, y in line.knots]
        for x, y, owner in sorted(points, key=lambda point: point[0]):
            if not columns or x - columns[-1].x > _SAME_X:
                columns.append(_Column(x))
            columns[-1].points.append((y, owner))
        return columns

    def _pitch(self) -> float:
        return min(b.x - a.x for a, b in pairwise(self._columns))

    def _categories(self) -> dict[int, Label]:
        """The row of labels below the lines that has one under most points."""
        depth = _BELOW + 0.8 * (self._box[3] - self._box[1])
        rows: list[tuple[float, dict[int, Label]]] = []
        for label in self._free:
            if not -2.0 <= label.box[1] - self._box[3] <= depth:
                continue
            index = self._column_of(label.centre[0], 0.45)
            if index < 0:
                continue
            row = next((row for top, row in rows if abs(top - label.box[1]) < 2.0), None)
            if row is None:
                row = {}
                rows.append((label.box[1], row))
            row[index] = label
        best = max((row for _, row in rows), key=len, default={})
        if 2 * len(best) < len(self._columns):
            drop = (self._box[3] - 6.0, self._box[3] + depth)
            return slanted_under(self._slanted, [column.x for column in self._columns], drop)
        return {index: with_next_lines(label, self._free) for index, label in best.items()}

    def _column_of(self, x: float, share: float) -> int:
        index = min(range(len(self._columns)), key=lambda i: abs(self._columns[i].x - x))
        return index if abs(self._columns[index].x - x) <= share * self._pitch() else -1

    def _place_labels(self, in_axis: set[int]) -> None:
        """Give each column the figures that stand near one of its points."""
        for label in self._free:
            if label.value is None or in_axis.intersection(label.words):
                continue
            index = self._column_of(label.centre[0], 0.48)
            if index < 0:
                continue
            column = self._columns[index]
            if any(abs(y - label.centre[1]) <= _REACH for y, _ in column.points):
                column.labels.append(label)

    def _scale(self) -> tuple[float, float] | None:
        """Offset and slope from value to height that puts most figures at a point; None if unsure.

        Heights grow downwards, so that the slope is negative.
        """
        pairs = [
            (label.value or 0.0, y)
            for column in self._columns
            for label in column.labels
            for y, _ in column.points
        ]
        best: tuple[int, float, tuple[float, float]] | None = None
        for (value_a, y_a), (value_b, y_b) in combinations(pairs, 2):
            if value_a == value_b or (value_a - value_b) * (y_a - y_b) >= 0:
                continue
            slope = (y_a - y_b) / (value_a - value_b)
            scale = (y_a - slope * value_a, slope)
            count, miss = self._hits(scale)
            if best is None or (count, -miss) > (best[0], -best[1]):
                best = (count, miss, scale)
        if best is None:
            return self._level_scale()
        n_labels = sum(len(column.labels) for column in self._columns)
        enough = best[0] >= _FEWEST and 5 * best[0] >= 4 * n_labels
        return self._refined(best[2]) if enough else None

    def _level_scale(self) -> tuple[float, float] | None:
        """The scale of a line that shows one value all along."""
        values = {label.value for column in self._columns for label in column.labels}
        heights = [y for column in self._columns for y, _ in column.points]
        level = len(values) == 1 and max(heights) - min(heights) < _SLACK
        return (heights[0], 0.0) if level else None

    def _hits(self, scale: tuple[float, float]) -> tuple[int, float]:
        """How many figures have a point where the scale puts them, and by how much they miss."""
        misses = [miss for miss, _, _ in self._misses(scale) if miss <= _SLACK]
        return len(misses), sum(misses)

    def _misses(self, scale: tuple[float, float]) -> Iterator[tuple[float, float, float]]:
        """For each figure the distance to its nearest point, its value and the point's height."""
        for column in self._columns:
            for label in column.labels:
                value = label.value or 0.0
                wanted = scale[0] + scale[1] * value
                miss, y = min((abs(wanted - y), y) for y, _ in column.points)
                yield miss, value, y

    def _refined(self, scale: tuple[float, float]) -> tuple[float, float]:
        """The scale through all figures that it hits."""
        hits = [(value, y) for miss, value, y in self._misses(scale) if miss <= _SLACK]
        return straight_line([v for v, _ in hits], [y for _, y in hits]) or scale

    def _points(
        self,
        scale: tuple[float, float],
        categories: dict[int, Label],
        names: dict[int, Label | None],
    ) -> Iterator[FoundPoint]:
        for index, column in enumerate(self._columns):
            category = categories.get(index)
            pairing = _pair(column, scale) if category is not None else None
            if category is None or pairing is None:
                continue
            for label, line in pairing:
                name = names[id(line)]
                yield FoundPoint(label.words, category.words, name.words if name else ())

    def _name_of(self, line: _Line) -> Label | None:
        """The series: from the legend, or the words beside the last point of the line."""
        for entry in self._legend:
            if entry.colour == line.colour:
                return entry.name
        x, y = line.knots[-1]
        beside = [
            label
            for label in self._free
            if label.value is None
            and 0.0 <= label.box[0] - x <= _BESIDE_LAST
            and label.box[1] - 1.0 <= y <= label.box[3] + 1.0
        ]
        return beside[0] if len(beside) == 1 else None

    def _ticks(self, categories: dict[int, Label]) -> list[Label]:
        """Numbers along the axis of values: set flush beside the lines."""
        x0, top, _, _ = self._box
        bottom = max(label.box[1] for label in categories.values())
        beside = [
            label
            for label in self._free
            if label.value is not None
            and -_TICK_GAP <= label.box[2] - x0 <= -1.0
            and top - _ABOVE <= label.centre[1] <= bottom
        ]
        flush = [
            [other for other in beside if abs(other.box[2] - label.box[2]) <= _FLUSH]
            for label in beside
        ]
        found = max(flush, key=len, default=[])
        return found if len(found) >= _FEWEST else []


def _pair(column: _Column, scale: tuple[float, float]) -> list[tuple[Label, _Line]] | None:
    """Each figure with its line: the one way that fits the scale; None where two do as well."""
    n_labels, n_points = len(column.labels), len(column.points)
    if not n_labels or n_labels > n_points or n_points > _MOST_LINES:
        return None
    ways = []
    for chosen in permutations(range(n_points), n_labels):
        misses = [
            abs(scale[0] + scale[1] * (label.value or 0.0) - column.points[i][0])
            for label, i in zip(column.labels, chosen, strict=True)
        ]
        if max(misses) <= _SLACK:
            ways.append((sum(misses), chosen))
    if not ways:
        return None
    ways.sort()
    if len(ways) > 1 and ways[1][0] - ways[0][0] < _CLEAR and not _all_equal(column):
        return None
    return [
        (label, column.points[i][1]) for label, i in zip(column.labels, ways[0][1], strict=True)
    ]


def _all_equal(column: _Column) -> bool:
    return len({label.value for label in column.labels}) == 1
