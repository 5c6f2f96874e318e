"""Pie charts drawn by hand: figures in the legend and at the slices."""

from math import cos, pi, sin

from builders.pages import HEIGHT, WIDTH, text_line
from reportparse.layout.charts import find_charts
from reportparse.layout.page import Mark, MarkKind, PageContent, PageWord

_COLOURS = (0x22395B, 0x1B8A8F, 0xE07B24)
_SHARES = (60, 30, 10)
_NAMES = ("Foster care", "Homes", "With parents")
_X, _Y, _RADIUS = 200.0, 300.0, 50.0


def _slices() -> list[Mark]:
    marks, start = [], 0.0
    for share, colour in zip(_SHARES, _COLOURS, strict=True):
        angles = [start + share / 100 * 2 * pi * step / 30 for step in range(31)]
        rim = [(_X + _RADIUS * sin(a), _Y - _RADIUS * cos(a)) for a in angles]
        marks.append(Mark(MarkKind.AREA, ((_X, _Y), *rim), colour))
        start = angles[-1]
    return marks


def _sample(index: int) -> Mark:
    top = 270.0 + 15 * index
    return Mark(MarkKind.BOX, ((280, top), (287, top + 7)), _COLOURS[index])


def _read(marks: list[Mark], lines: list[list[PageWord]]) -> tuple[dict[str, str], str | None]:
    """Figures by the words they belong to, and the problem."""
    words = tuple(word for line in lines for word in line)
    (chart,) = find_charts(PageContent(1, WIDTH, HEIGHT, words, marks=tuple(marks)))
    text = {
        " ".join(words[i].text for i in point.category): words[point.value[0]].text
        for point in chart.points
    }
    return text, chart.problem


def test_figures_in_the_legend() -> None:
    marks = [*_slices(), *map(_sample, range(3))]
    lines = [
        text_line(f"{name} {share}%", x=292, top=270 + 15 * i, size=7)
        for i, (name, share) in enumerate(zip(_NAMES, _SHARES, strict=True))
    ]
    assert _read(marks, lines) == (
        {"Foster care": "60%", "Homes": "30%", "With parents": "10%"},
        None,
    )


def test_figures_at_the_slices_and_names_in_the_legend() -> None:
    marks = [*_slices(), *map(_sample, range(3))]
    names = [text_line(name, x=292, top=270 + 15 * i, size=7) for i, name in enumerate(_NAMES)]
    places = ((215, 320), (160, 290), (185, 240))
    shares = [
        text_line(f"{share}%", x=x, top=y, size=7)
        for share, (x, y) in zip(_SHARES, places, strict=True)
    ]
    assert _read(marks, [*names, *shares])[0] == {
        "Foster care": "60%",
        "Homes": "30%",
        "With parents": "10%",
    }


def test_figures_that_do_not_fit_the_slices_are_not_read() -> None:
    marks = [*_slices(), *map(_sample, range(3))]
    lines = [
        text_line(f"{name} {share}%", x=292, top=270 + 15 * i, size=7)
        for i, (name, share) in enumerate(zip(_NAMES, (30, 60, 10), strict=True))
    ]
    assert _read(marks, lines) == ({}, "the figures printed in it do not fit what is drawn")
