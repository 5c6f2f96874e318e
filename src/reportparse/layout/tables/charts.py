"""Telling the text of a chart from a table: by what is drawn among it, and by its axis."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.document import BBox
from reportparse.layout.page import Mark, MarkKind, PageContent
from reportparse.layout.tables.cells import Slot
from reportparse.layout.tables.edges import positions

# How far beyond its text the drawing of a chart may reach, in points.
_MARGIN = 12.0
_SAME_EDGE = 1.5
# A line that runs this far both across and down is slanted.
_SLANT = 2.0
_SKETCH_SIZE = 12.0
_KEY_SIZE = 12.0
_FEWEST_KEYS = 2
_FEWEST_BARS = 3
_FEWEST_STROKES = 6
_FEWEST_TICKS = 4
_NAMED_TICKS = 0.5


def is_chart(box: BBox, slots: Sequence[Slot], page: PageContent) -> bool:
    """Whether the words of ``slots``, found inside ``box``, label a chart."""
    wide = (box[0] - _MARGIN, box[1] - _MARGIN, box[2] + _MARGIN, box[3] + _MARGIN)
    if any(_is_sketch(mark) and _lies_in(mark.box, wide) for mark in page.marks):
        return True
    near = [shade for shade in page.shades if _lies_in(shade, wide)]
    empty = [shade for shade in near if not _holds_words(shade, page)]
    keys = [shade for shade in empty if max(_sides(shade)) <= _KEY_SIZE]
    lines = [ruling for ruling in page.rulings if _lies_in(ruling, wide)]
    upright = [ruling for ruling in lines if ruling.x0 == ruling.x1]
    return (
        len(keys) >= _FEWEST_KEYS
        or _are_bars(empty, fewest=_FEWEST_BARS)
        or _are_bars(upright, fewest=_FEWEST_STROKES)
        or _is_axis(slots)
    )


def _is_sketch(mark: Mark) -> bool:
    """Whether a mark is a curve or a slanted line too large for a bullet or a letter."""
    if mark.kind is MarkKind.BOX:
        return False
    x0, top, x1, bottom = mark.box
    return max(x1 - x0, bottom - top) >= _SKETCH_SIZE and any(
        abs(a[0] - b[0]) >= _SLANT and abs(a[1] - b[1]) >= _SLANT for a, b in pairwise(mark.points)
    )


def _lies_in(inner: BBox, box: BBox) -> bool:
    return inner[0] >= box[0] and inner[1] >= box[1] and inner[2] <= box[2] and inner[3] <= box[3]


def _sides(box: BBox) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _holds_words(box: BBox, page: PageContent) -> bool:
    x0, top, x1, bottom = box
    return any(
        x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom
        for word in page.words
    )


def _are_bars(shades: Sequence[BBox], *, fewest: int) -> bool:
    """Whether boxes or strokes stand on one line and end at different heights or lengths."""
    for edge, end in ((0, 2), (3, 1)):
        for shade in shades:
            group = [other for other in shades if abs(other[edge] - shade[edge]) <= _SAME_EDGE]
            ends = positions((other[end] for other in group), apart=2 * _SAME_EDGE)
            if len(group) >= fewest and len(ends) >= fewest - 1:
                return True
    return False


def _is_axis(slots: Sequence[Slot]) -> bool:
    """Whether all figures count up or down in equal steps beside few words, as a scale does."""
    columns: dict[int, list[Slot]] = {}
    rows = {slot.area.r0 for slot in slots if _number(slot.text) is not None}
    named = {slot.area.r0 for slot in slots if _number(slot.text) is None}
    if len(rows & named) > _NAMED_TICKS * len(rows):
        return False
    for slot in slots:
        columns.setdefault(slot.area.c0, []).append(slot)
    found = False
    for cells in columns.values():
        cells.sort(key=lambda slot: slot.area.r0)
        values = [number for cell in cells if (number := _number(cell.text)) is not None]
        if len(values) < _FEWEST_TICKS:
            continue
        steps = {round(b - a, 6) for a, b in pairwise(values)}
        if len(steps) > 1 or steps == {0.0}:
            return False
        found = True
    return found


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "").replace("−", "-").rstrip("% "))
    except ValueError:
        return None
