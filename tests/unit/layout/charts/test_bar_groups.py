"""Bars among the many boxes of a drawing."""

import time

from reportparse.layout.charts.bar_groups import find_groups
from reportparse.layout.page import Mark, MarkKind


def _box(x: float, top: float, bottom: float, colour: int, width: float = 20.0) -> Mark:
    return Mark(MarkKind.BOX, ((x, top), (x + width, bottom)), colour)


def test_bars_with_bars_stacked_on_them() -> None:
    heights = (40.0, 60.0, 55.0)
    marks = []
    for at, height in enumerate(heights):
        x = 100.0 + 40 * at
        marks.append(_box(x, 300.0 - height, 300.0, 1))
        marks.append(_box(x, 250.0 - height, 300.0 - height, 2))
    (group,) = find_groups(marks, upright=True)
    assert [bar.colour for bar in group] == [1, 1, 1, 2, 2, 2]


def test_flat_boxes_of_two_colours_on_one_another_come_to_an_end() -> None:
    marks = [
        _box(100.0 + 40 * column, 300.0 - 0.4 * row - 0.4, 300.0 - 0.4 * row, row % 2)
        for column in range(4)
        for row in range(200)
    ]
    marks += [_box(100.0 + 40 * at, 280.0 - 5 * at, 300.0, 3) for at in range(4)]
    start = time.process_time()
    groups = find_groups(marks, upright=True)
    assert time.process_time() - start < 2.0
    assert all(len(group) <= len(marks) for group in groups)
