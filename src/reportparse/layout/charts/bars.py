"""Bar charts: boxes that stand on one line, their figures at the ends, their categories below.

Bars that stand side by side or on one another for one category are told apart by the legend.
"""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.document import BBox
from reportparse.layout.charts.bar_groups import Bar, Turned, find_groups, turned
from reportparse.layout.charts.fit import fits_lengths
from reportparse.layout.charts.labels import (
    Label,
    around,
    explains,
    join,
    slanted_under,
    with_next_lines,
)
from reportparse.layout.charts.legend import Entry, near, without_names
from reportparse.layout.charts.model import MISFIT, NO_LABELS, UNSURE, FoundPoint, Reading
from reportparse.layout.page import Mark

_OUTSIDE = {True: (-3.0, 16.0), False: (-3.0, 28.0)}
_UNDER = 2.2
_AXIS_GAP = 18.0
_GROUPED = 0.55
_FULL = 3
_TICKS = 3


def read_bars(
    marks: Sequence[Mark], labels: Sequence[Label], entries: Sequence[Entry], *, upright: bool
) -> list[Reading]:
    """The charts of upright or of level bars."""
    readings = []
    for group in find_groups(marks, upright=upright):
        if not _holds_text(group, labels):
            own = {bar.box for bar in group}
            legend = [entry for entry in entries if entry.sample not in own]
            reading = _Chart(group, labels, legend, upright).read()
            if reading is not None:
                readings.append(reading)
    return readings


def _holds_text(group: list[Bar], labels: Sequence[Label]) -> bool:
    """Whether words or columns of figures stand in the boxes: call-outs or cells, not bars."""
    held = [[label for label in labels if _within(label.centre, bar.box)] for bar in group]
    worded = sum(any(label.value is None for label in inside) for inside in held)
    return any(len(inside) >= _FULL for inside in held) or 3 * worded >= len(group)


def _within(point: tuple[float, float], box: BBox) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


class _Chart:
    """Reads one group of bars."""

    def __init__(
        self,
        bars: list[Bar],
        labels: Sequence[Label],
        entries: Sequence[Entry],
        upright: bool,  # noqa: FBT001
    ) -> None:
        self._bars = bars
        self._row = [bar for bar in bars if abs(bar.place.base - bars[0].place.base) <= 1.0]
        self._is_stacked = len(self._row) < len(bars)
        self._upright = upright
        self._box = around(bar.box for bar in bars)
        self._labels = labels
        self._legend = near(entries, self._box, {bar.colour for bar in bars})
        free = without_names(labels, self._legend)
        self._free = [label for label in free if label.upright]
        self._slanted = [label for label in free if not label.upright]
        self._clusters = self._find_clusters()

    def read(self) -> Reading | None:
        """The chart; None where nothing but the boxes speaks for one."""
        values = self._values()
        categories = self._categories()
        ticks = self._ticks()
        found = [value for value in values if value is not None]
        used = [*found, *categories.values(), *ticks]
        named = len(categories) == len(self._clusters) or bool(self._legend)
        if not found:
            if len(self._bars) < 3 or not (named or len(ticks) >= _TICKS):
                return None
            return self._reading(used, (), NO_LABELS)
        many = len(self._bars) > 2
        if 2 * len(found) < len(self._bars) or not self._fits(values):
            is_cells = 2 * sum(self._holds(label) for label in found) >= len(found)
            return self._reading(used, (), MISFIT) if named and many and not is_cells else None
        points = self._points(values, categories) if named else ()
        if not named and not many:
            return None
        return self._reading(used, points, None if len(points) == len(self._bars) else UNSURE)

    def _fits(self, values: Sequence[Label | None]) -> bool:
        pairs = [(value, bar) for value, bar in zip(values, self._bars, strict=True) if value]
        return fits_lengths([value for value, _ in pairs], [bar.place.length for _, bar in pairs])

    def _holds(self, label: Label) -> bool:
        return any(_within(label.centre, bar.box) for bar in self._bars)

    def _reading(
        self, used: Sequence[Label], points: tuple[FoundPoint, ...], problem: str | None
    ) -> Reading | None:
        """The reading; None where most of what stands in its box has no place in a chart."""
        legend = [entry.box for entry in self._legend]
        box = around([self._box, *(label.box for label in used), *legend])
        named = [entry.name for entry in self._legend]
        if not points and not explains([*used, *named], self._labels, box):
            return None
        return Reading(box, points, problem)

    def _points(
        self, values: Sequence[Label | None], categories: dict[int, Label]
    ) -> tuple[FoundPoint, ...]:
        """Figures with their names; none where bars of one category are not told apart."""
        names = {entry.colour: entry.name for entry in self._legend}
        grouped = len(self._clusters) < len(self._bars)
        points = []
        for bar, value in zip(self._bars, values, strict=True):
            if value is None:
                continue
            cluster = next(i for i, bars in enumerate(self._clusters) if bar in bars)
            category = categories.get(cluster)
            series = names.get(bar.colour)
            if series is None and (grouped or category is None):
                return ()
            if category is None and (categories or (grouped and len(self._clusters) > 1)):
                return ()
            points.append(
                FoundPoint(
                    value.words,
                    category.words if category else (),
                    series.words if series else (),
                )
            )
        return tuple(points)

    def _find_clusters(self) -> list[list[Bar]]:
        """Bars that stand close together, or on one another, for one category."""
        if self._is_stacked:
            return [
                [bar for bar in self._bars if abs(bar.place.low - first.place.low) <= 1.0]
                for first in self._row
            ]
        gaps = [b.place.low - a.place.high for a, b in pairwise(self._bars)]
        narrow = min(gaps) < _GROUPED * max(gaps) - 0.5
        colours = {bar.colour for bar in self._bars}
        if not narrow or len(colours) < 2:
            return [[bar] for bar in self._bars]
        limit = (min(gaps) + max(gaps)) / 2
        clusters = [[self._bars[0]]]
        for gap, bar in zip(gaps, self._bars[1:], strict=True):
            if gap > limit:
                clusters.append([])
            clusters[-1].append(bar)
        return clusters

    def _values(self) -> list[Label | None]:
        """The figure at the end of each bar or in it; None where none or more than one stands."""
        numbers = [label for label in self._free if label.value is not None]
        found = [self._in_or_at(bar, numbers) for bar in self._bars]
        return [label if found.count(label) == 1 else None for label in found]

    def _in_or_at(self, bar: Bar, numbers: Sequence[Label]) -> Label | None:
        if self._is_stacked:
            own = [label for label in numbers if _within(label.centre, bar.box)]
            return own[0] if len(own) == 1 else None
        places = [
            (label, place)
            for label in numbers
            if self._nearest(place := self._turn(label)) is bar
            and place.base >= bar.place.base - 1.0
        ]
        low, high = _OUTSIDE[self._upright]
        outside = [x for x, place in places if low <= place.base - bar.place.end <= high]
        inside = [x for x, place in places if place.end <= bar.place.end + 1.0]
        chosen = outside if len(outside) == 1 else inside if not outside else []
        return chosen[0] if len(chosen) == 1 else None

    def _nearest(self, place: Turned) -> Bar | None:
        """The bar whose breadth holds the middle of a label."""
        bar = min(self._bars, key=lambda bar: abs(bar.place.middle - place.middle))
        reach = 0.6 * (bar.place.high - bar.place.low)
        return bar if abs(bar.place.middle - place.middle) <= reach else None

    def _turn(self, label: Label) -> Turned:
        return turned(label.box, upright=self._upright)

    def _categories(self) -> dict[int, Label]:
        """The label on the far side of the line for each cluster."""
        if not self._upright:
            return self._beside()
        drop = (self._box[3] - 6.0, self._box[3] + _AXIS_GAP)
        return self._below() or slanted_under(self._slanted, self._middles(), drop)

    def _below(self) -> dict[int, Label]:
        base = self._box[3]
        near_base = [
            label
            for label in self._free
            if -1.5 <= label.box[1] - base <= _UNDER * label.size
            and self._box[0] - _AXIS_GAP <= label.centre[0] <= self._box[2] + _AXIS_GAP
        ]
        if not near_base:
            return {}
        top = min(label.box[1] for label in near_base)
        row = [label for label in near_base if label.box[1] - top <= 0.5 * label.size]
        found: dict[int, list[Label]] = {}
        for label in row:
            found.setdefault(self._cluster_of(label.centre[0]), []).append(label)
        return {
            index: with_next_lines(items[0], self._free)
            for index, items in found.items()
            if len(items) == 1 and index >= 0
        }

    def _beside(self) -> dict[int, Label]:
        base = self._box[0]
        span = (self._box[1] - _AXIS_GAP, self._box[3] + _AXIS_GAP)
        left = [
            label
            for label in self._free
            if label.box[2] <= base + 1.0 and span[0] <= label.centre[1] <= span[1]
        ]
        close = [label.box[0] for label in left if base - label.box[2] <= _AXIS_GAP]
        if not close:
            return {}
        found: dict[int, list[Label]] = {}
        for label in left:
            if label.box[0] >= min(close) - 2.0:
                found.setdefault(self._cluster_of(label.centre[1]), []).append(label)
        joined = {index: join(items) for index, items in found.items() if index >= 0}
        return {index: label for index, label in joined.items() if label is not None}

    def _cluster_of(self, middle: float) -> int:
        """The cluster that a category stands under; -1 where it stands under none."""
        middles = self._middles()
        index = min(range(len(middles)), key=lambda i: abs(middles[i] - middle))
        pitch = min((b - a for a, b in pairwise(middles)), default=self._thickness() * 2)
        return index if abs(middles[index] - middle) <= 0.5 * pitch else -1

    def _middles(self) -> list[float]:
        return [(bars[0].place.low + bars[-1].place.high) / 2 for bars in self._clusters]

    def _thickness(self) -> float:
        return self._bars[0].place.high - self._bars[0].place.low

    def _ticks(self) -> list[Label]:
        """Numbers along the axis of values."""
        x0, top, x1, bottom = self._box
        numbers = [label for label in self._free if label.value is not None]
        if self._upright:
            reach = (top - 2 * _AXIS_GAP, bottom + 6.0)
            found = [
                label
                for label in numbers
                if -45.0 <= label.box[2] - x0 <= 1.0 and reach[0] <= label.centre[1] <= reach[1]
            ]
        else:
            found = [
                label
                for label in numbers
                if 0.0 <= label.box[1] - bottom <= _AXIS_GAP
                and x0 - 6.0 <= label.centre[0] <= x1 + 60.0
            ]
        return found if len(found) >= _TICKS else []
