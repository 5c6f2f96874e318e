"""Pie and ring charts: slices around one centre, their figures beside a legend or at the slices."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from reportparse.document import BBox
from reportparse.layout.charts.fit import fits_shares
from reportparse.layout.charts.labels import Label, around, join, split_value
from reportparse.layout.charts.legend import Entry, near, without_names
from reportparse.layout.charts.model import MISFIT, NO_LABELS, UNSURE, FoundPoint, Reading
from reportparse.layout.page import Mark, MarkKind

_MIN_RADIUS = 15.0
_ROUND = 0.08
_TOUCH = 1.5
_RIM = 0.07
_FEWEST = 3
_LABEL_REACH = 1.75
_JUST_INSIDE = 0.93
_HOLE = 0.3
_LINE_GAP = 0.5
_LONGEST = 6

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Slice:
    outline: tuple[Point, ...]
    colour: int
    box: BBox

    @property
    def area(self) -> float:
        """By the shoelace rule."""
        points = [*self.outline, self.outline[0]]
        return (
            abs(
                sum(
                    points[i][0] * points[i + 1][1] - points[i + 1][0] * points[i][1]
                    for i in range(len(points) - 1)
                )
            )
            / 2
        )

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside, by counting crossings."""
        x, y = point
        inside = False
        last = self.outline[-1]
        for here in self.outline:
            if (here[1] > y) != (last[1] > y):
                cross = here[0] + (y - here[1]) / (last[1] - here[1]) * (last[0] - here[0])
                inside ^= x < cross
            last = here
        return inside


def read_pies(
    marks: Sequence[Mark], labels: Sequence[Label], entries: Sequence[Entry]
) -> list[Reading]:
    """The pie and ring charts of a page."""
    samples = {entry.sample for entry in entries}
    areas = [
        _Slice(mark.points, mark.colour, mark.box)
        for mark in marks
        if mark.kind is MarkKind.AREA and len(mark.points) > 3 and mark.box not in samples
    ]
    readings = []
    for slices in _rings(areas):
        reading = _read(slices, labels, entries)
        if reading is not None:
            readings.append(reading)
    return readings


def _rings(areas: list[_Slice]) -> list[list[_Slice]]:
    """Slices that touch and together make a round."""
    groups: list[list[_Slice]] = []
    for area in areas:
        touching = [group for group in groups if any(_touch(area.box, x.box) for x in group)]
        merged = [area, *(x for group in touching for x in group)]
        groups = [group for group in groups if group not in touching]
        groups.append(merged)
    return [group for group in groups if len(group) >= _FEWEST and _is_round(group)]


def _touch(a: BBox, b: BBox) -> bool:
    return (
        min(a[2], b[2]) - max(a[0], b[0]) >= -_TOUCH
        and min(a[3], b[3]) - max(a[1], b[1]) >= -_TOUCH
    )


def _is_round(group: list[_Slice]) -> bool:
    box = around(item.box for item in group)
    width, height = box[2] - box[0], box[3] - box[1]
    radius = width / 2
    if radius < _MIN_RADIUS or abs(width - height) > _ROUND * width:
        return False
    centre = _centre(box)
    return all(
        abs(max(hypot(x - centre[0], y - centre[1]) for x, y in item.outline) - radius)
        <= _RIM * radius
        for item in group
    )


def _centre(box: BBox) -> Point:
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def _read(
    slices: list[_Slice], labels: Sequence[Label], entries: Sequence[Entry]
) -> Reading | None:
    ring = around(item.box for item in slices)
    legend = near(entries, ring, {item.colour for item in slices})
    values, names = _from_legend(slices, legend)
    used = [label for entry in legend for label in entry.labels]
    if len(values) < len(slices):
        at_slices = _labels_at(slices, ring, without_names(labels, legend))
        used = [entry.name for entry in legend]
        used += [label for label in at_slices if label is not None]
        values, names = _from_slices(slices, at_slices, legend)
    box = around([ring, *(entry.sample for entry in legend), *(label.box for label in used)])
    if not values:
        return Reading(box, (), NO_LABELS) if legend or used else None
    if len(values) < len(slices) or any(name is None for name in names):
        return Reading(box, (), UNSURE)
    if not fits_shares(values, [item.area for item in slices]):
        return Reading(box, (), MISFIT)
    points = [
        FoundPoint(value.words, name.words)
        for value, name in zip(values, names, strict=True)
        if name is not None
    ]
    return Reading(box, tuple(sorted(points, key=lambda point: point.value)))


def _from_legend(
    slices: list[_Slice], legend: Sequence[Entry]
) -> tuple[list[Label], list[Label | None]]:
    """Figures and names where the legend prints both."""
    by_colour = {entry.colour: join(entry.labels) for entry in legend}
    texts = [text for item in slices if (text := by_colour.get(item.colour))]
    parts = [split_value(text) for text in texts]
    values = [value for value, _ in parts if value is not None]
    return values, [name for value, name in parts if value is not None]


def _from_slices(
    slices: list[_Slice], at_slices: Sequence[Label | None], legend: Sequence[Entry]
) -> tuple[list[Label], list[Label | None]]:
    """Figures printed at the slices; names from there or from the legend."""
    by_colour = {entry.colour: entry.name for entry in legend}
    parts = [split_value(label) if label else (None, None) for label in at_slices]
    values = [value for value, _ in parts if value is not None]
    names = [
        name or by_colour.get(item.colour) for item, (_, name) in zip(slices, parts, strict=True)
    ]
    return values, names


def _labels_at(slices: list[_Slice], ring: BBox, labels: Sequence[Label]) -> list[Label | None]:
    """The label in or outside each slice, with its lines; None where there is not just one."""
    centre, radius = _centre(ring), (ring[2] - ring[0]) / 2
    found: list[list[tuple[float, Label]]] = [[] for _ in slices]
    for label in labels:
        dx, dy = label.centre[0] - centre[0], label.centre[1] - centre[1]
        distance = hypot(dx, dy)
        gap = _distance_to(label.box, centre)
        far = gap > _LABEL_REACH * radius or distance > 2.5 * radius
        in_hole = gap < _HOLE * radius and distance < _HOLE * radius
        if not distance or far or in_hole or len(label.words) > _LONGEST:
            continue
        rim = (
            centre[0] + dx / distance * _JUST_INSIDE * radius,
            centre[1] + dy / distance * _JUST_INSIDE * radius,
        )
        for index, item in enumerate(slices):
            if item.holds(rim):
                found[index].append((abs(gap - radius), label))
    return [_one(items) for items in found]


def _distance_to(box: BBox, point: Point) -> float:
    dx = max(box[0] - point[0], 0.0, point[0] - box[2])
    dy = max(box[1] - point[1], 0.0, point[1] - box[3])
    return hypot(dx, dy)


def _one(items: list[tuple[float, Label]]) -> Label | None:
    """The figure of a slice and the words nearest to the rim; None where there are two figures."""
    figures = [label for _, label in items if split_value(label)[0] is not None]
    words = [item for item in items if item[1] not in figures]
    if len(figures) > 1:
        return None
    if figures and split_value(figures[0])[1] is not None:
        return figures[0]
    name = min(words, key=lambda item: item[0], default=None)
    close = [label for _, label in words if name and _is_beside(label, name[1])]
    ordered = sorted([*figures, *close], key=lambda label: (label.box[1], label.box[0]))
    return join(ordered)


def _is_beside(label: Label, other: Label) -> bool:
    """Whether two labels are lines of one name."""
    gap = max(label.box[1] - other.box[3], other.box[1] - label.box[3])
    return gap <= _LINE_GAP * label.size and abs(label.size - other.size) < 1.0
