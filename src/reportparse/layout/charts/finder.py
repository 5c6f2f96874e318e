"""Finding the charts of one page by their marks, and the words that belong to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportparse.document import BBox
from reportparse.layout.charts.bars import read_bars
from reportparse.layout.charts.labels import Label, around, find_labels
from reportparse.layout.charts.legend import find_entries
from reportparse.layout.charts.lines import read_lines
from reportparse.layout.charts.model import FoundChart, Reading
from reportparse.layout.charts.pies import read_pies
from reportparse.layout.page import Mark, MarkKind, PageContent

_FEWEST_MARKS = 2
_MARGIN = 2.0
_SIDE_BY_SIDE = 25.0
# A mark over more of the page than this is a background.
_BACKGROUND = 0.5
_TITLE_GAP = 60.0
_SIZE = 0.6
_LINE_GAP = 0.5
_ROW = 3.0
_CAPTION = re.compile(r"(?:figure|fig\.|chart|graph)\s*\w*\d", re.IGNORECASE)
_TITLE_INDENT = 15.0
_TITLE_WORDS = 30
_RUNNING_TEXT = 9


def find_charts(page: PageContent) -> tuple[FoundChart, ...]:
    """The charts of ``page`` from top to bottom; empty where none is drawn."""
    marks = [mark for mark in page.marks if not _is_background(mark, page)]
    if not page.words or not _can_hold_chart(marks):
        return ()
    labels = find_labels(page.words)
    upright = [label for label in labels if label.upright]
    entries = find_entries(marks, upright)
    readings = [
        *read_pies(marks, upright, entries),
        *read_lines(marks, labels, entries),
        *read_bars(marks, labels, entries, upright=True),
        *read_bars(marks, labels, entries, upright=False),
    ]
    charts = [
        _chart(reading, page, labels)
        for reading in _apart(readings)
        if not _is_text(reading, labels)
    ]
    return tuple(sorted(charts, key=lambda chart: (chart.bbox[1], chart.bbox[0])))


def _is_background(mark: Mark, page: PageContent) -> bool:
    x0, top, x1, bottom = mark.box
    if mark.kind is MarkKind.LINE:
        return False
    return (x1 - x0) * (bottom - top) > _BACKGROUND * page.width * page.height


def _can_hold_chart(marks: Sequence[Mark]) -> bool:
    boxes = sum(mark.kind is not MarkKind.LINE for mark in marks)
    return boxes >= _FEWEST_MARKS or any(
        mark.kind is MarkKind.LINE and _slants(mark) for mark in marks
    )


def _slants(mark: Mark) -> bool:
    x0, top, x1, bottom = mark.box
    return len(mark.points) > 2 or (x1 - x0 > 1 and bottom - top > 1)


def _merged(readings: list[Reading]) -> list[Reading]:
    """Readings without figures that touch as one: small charts side by side, bars under a line."""
    merged = [reading for reading in readings if reading.points]
    unread: list[Reading] = []
    for reading in readings:
        if reading.points:
            continue
        near = [other for other in unread if _overlap(reading.bbox, other.bbox, -_SIDE_BY_SIDE)]
        box = around([reading.bbox, *(other.bbox for other in near)])
        unread = [other for other in unread if other not in near]
        unread.append(replace(reading, bbox=box))
    return [*merged, *unread]


def _apart(readings: list[Reading]) -> Iterator[Reading]:
    """Readings that share no ground; those with figures first, then the larger."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda item: (-len(item.points), -_area(item.bbox))):
        if not any(_overlap(reading.bbox, other.bbox) for other in kept):
            kept.append(reading)
            yield reading


def _area(box: BBox) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _overlap(a: BBox, b: BBox, least: float = _MARGIN) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > least and min(a[3], b[3]) - max(a[1], b[1]) > least


def _is_text(reading: Reading, labels: Sequence[Label]) -> bool:
    """Whether running text stands in the box: what was drawn there is no chart."""
    return any(
        len(label.words) >= _RUNNING_TEXT and _inside(label, reading.bbox) for label in labels
    )


def _inside(label: Label, box: BBox) -> bool:
    x, y = label.centre
    return box[0] - _MARGIN <= x <= box[2] + _MARGIN and box[1] - _MARGIN <= y <= box[3] + _MARGIN


def _chart(reading: Reading, page: PageContent, labels: Sequence[Label]) -> FoundChart:
    inside = {
        index
        for index, word in enumerate(page.words)
        if reading.bbox[0] - _MARGIN <= (word.x0 + word.x1) / 2 <= reading.bbox[2] + _MARGIN
        and reading.bbox[1] - _MARGIN <= (word.top + word.bottom) / 2 <= reading.bbox[3] + _MARGIN
    }
    named = {
        index
        for point in reading.points
        for index in (*point.value, *point.category, *point.series)
    }
    return FoundChart(
        bbox=reading.bbox,
        words=tuple(sorted(inside | named)),
        points=reading.points,
        title=_title(reading.bbox, labels, inside | named),
        problem=reading.problem,
    )


def _title(box: BBox, labels: Sequence[Label], own: set[int]) -> tuple[int, ...]:
    """The words of the lines just above a chart, or of a caption just below it.

    Empty where running text or nothing stands there.
    """
    free = [
        label
        for label in labels
        if min(label.box[2], box[2]) - max(label.box[0], box[0]) > -_TITLE_INDENT
        and label.upright
        and not own.intersection(label.words)
    ]
    below = [label for label in free if 0 <= label.box[1] - box[3] <= _TITLE_GAP]
    if any(_CAPTION.match(label.text) for label in below):
        first = min(label.box[1] for label in below)
        return _words([label for label in below if label.box[1] - first < label.size])
    lines: list[Label] = []
    edge = box[1]
    for label in sorted(free, key=lambda label: -label.box[3]):
        if label.box[3] > box[1] + 0.5 * label.size or label.value is not None:
            continue
        if edge - label.box[3] > (_LINE_GAP * label.size if lines else _TITLE_GAP):
            break
        if lines and (abs(label.size - lines[0].size) > _SIZE or label.bold != lines[0].bold):
            break
        lines.append(label)
        edge = label.box[1]
    return _words(lines)


def _words(labels: Sequence[Label]) -> tuple[int, ...]:
    """The words of a short title, line by line; none of a longer text."""
    ordered = sorted(labels, key=lambda label: (round(label.box[3] / _ROW), label.box[0]))
    words = tuple(index for label in ordered for index in label.words)
    return words if len(words) <= _TITLE_WORDS else ()
