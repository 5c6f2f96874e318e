"""Charts of hand-made pages: marks and the words printed near them."""

from collections.abc import Iterable

import pytest

from builders.pages import HEIGHT, WIDTH, text_line
from reportparse.layout.charts import FoundChart, find_charts
from reportparse.layout.page import Mark, MarkKind, PageContent, PageWord

NAVY, TEAL, ORANGE = 0x22395B, 0x1B8A8F, 0xE07B24


def _box(x0: float, top: float, x1: float, bottom: float, colour: int = TEAL) -> Mark:
    return Mark(MarkKind.BOX, ((x0, top), (x1, bottom)), colour)


def _line(points: Iterable[tuple[float, float]], colour: int = NAVY) -> Mark:
    return Mark(MarkKind.LINE, tuple(points), colour)


def _at(text: str, x: float, y: float) -> list[PageWord]:
    """Words with their middle at a point."""
    words = text_line(text, top=y - 3.5, size=7)
    shift = x - (words[0].x0 + words[-1].x1) / 2
    return [word._replace(x0=word.x0 + shift, x1=word.x1 + shift) for word in words]


def _page(marks: list[Mark], lines: list[list[PageWord]]) -> PageContent:
    words = tuple(word for line in lines for word in line)
    return PageContent(1, WIDTH, HEIGHT, words, marks=tuple(marks))


def _printed(page: PageContent, chart: FoundChart) -> set[tuple[str, str, str]]:
    """Series, category and figure of each point."""
    return {
        tuple(
            " ".join(page.words[index].text for index in words)
            for words in (point.series, point.category, point.value)
        )
        for point in chart.points
    }  # type: ignore[return-value]


def _columns(values: dict[str, float], *, scale: float = 0.5) -> PageContent:
    marks, lines = [], [text_line("Children looked after", top=140, x=100, size=9, bold=True)]
    for index, (name, value) in enumerate(values.items()):
        x = 100 + 50 * index
        top = 300 - scale * value
        marks.append(_box(x, top, x + 30, 300))
        lines += [_at(f"{value:g}", x + 15, top - 6), _at(name, x + 15, 308)]
    return _page(marks, lines)


def test_columns_with_figures_on_top() -> None:
    page = _columns({"2012": 210, "2013": 260, "2014": 240})
    (chart,) = find_charts(page)
    assert chart.problem is None
    assert _printed(page, chart) == {
        ("", "2012", "210"),
        ("", "2013", "260"),
        ("", "2014", "240"),
    }


def test_figures_that_do_not_fit_the_bars_are_not_read() -> None:
    page = _columns({"2012": 210, "2013": 260, "2014": 240})
    swapped = {"210": "260", "260": "210"}
    words = tuple(word._replace(text=swapped.get(word.text, word.text)) for word in page.words)
    (chart,) = find_charts(PageContent(1, WIDTH, HEIGHT, words, marks=page.marks))
    assert chart.points == ()
    assert chart.problem == "the figures printed in it do not fit what is drawn"


def test_level_bars_with_names_at_the_left() -> None:
    marks, lines = [], []
    for index, (name, value) in enumerate((("Leeds", 84.6), ("Core cities", 58.9))):
        top = 100 + 20 * index
        marks.append(_box(150, top, 150 + value, top + 12))
        lines += [_at(name, 120, top + 6), _at(str(value), 165 + value, top + 6)]
    page = _page(marks, lines)
    (chart,) = find_charts(page)
    assert _printed(page, chart) == {("", "Leeds", "84.6"), ("", "Core cities", "58.9")}


@pytest.mark.parametrize("with_legend", [True, False])
def test_bars_side_by_side_need_a_legend(with_legend: bool) -> None:  # noqa: FBT001
    marks, lines = [], []
    for index, year in enumerate(("2013", "2014")):
        for place, (value, colour) in enumerate(((40 + index, NAVY), (60 + index, ORANGE))):
            x = 100 + 80 * index + 20 * place
            marks.append(_box(x, 300 - 2 * value, x + 20, 300, colour))
            lines.append(_at(str(value), x + 10, 294 - 2 * value))
        lines.append(_at(year, 120 + 80 * index, 308))
    if with_legend:
        marks += [_box(100, 330, 107, 337, NAVY), _box(180, 330, 187, 337, ORANGE)]
        lines += [_at("Leeds", 122, 333), _at("England", 206, 333)]
    page = _page(marks, lines)
    (chart,) = find_charts(page)
    if not with_legend:
        assert chart.points == ()
        assert chart.problem
        return
    assert _printed(page, chart) == {
        ("Leeds", "2013", "40"),
        ("England", "2013", "60"),
        ("Leeds", "2014", "41"),
        ("England", "2014", "61"),
    }


def test_bars_on_one_another_are_told_by_the_legend() -> None:
    marks, lines = [], []
    for index, (first, second) in enumerate(((60, 40), (70, 30))):
        top = 100 + 25 * index
        marks += [
            _box(150, top, 150 + first, top + 12, NAVY),
            _box(150 + first, top, 150 + first + second, top + 12, ORANGE),
        ]
        lines += [
            _at(f"{first}%", 150 + first / 2, top + 6),
            _at(f"{second}%", 150 + first + second / 2, top + 6),
            _at(str(2013 + index), 130, top + 6),
        ]
    marks += [_box(150, 160, 157, 167, NAVY), _box(220, 160, 227, 167, ORANGE)]
    lines += [_at("Fostered", 178, 163), _at("Adopted", 246, 163)]
    page = _page(marks, lines)
    (chart,) = find_charts(page)
    assert _printed(page, chart) == {
        ("Fostered", "2013", "60%"),
        ("Adopted", "2013", "40%"),
        ("Fostered", "2014", "70%"),
        ("Adopted", "2014", "30%"),
    }


def _crossing_lines() -> PageContent:
    """Two lines that cross, with the figures of the last point on the far side of the other."""
    series = {NAVY: (861, 690, 512, 438), ORANGE: (863, 712, 549, 426)}
    years = ("2010/11", "2011/12", "2012/13", "2013/14")
    marks, lines = [], []
    for colour, values in series.items():
        knots = [(100 + 60 * i, 400 - 0.2 * value) for i, value in enumerate(values)]
        marks.append(_line(knots, colour))
        drop = 9 if colour == NAVY else -9
        lines += [_at(str(v), x, y + drop) for v, (x, y) in zip(values, knots, strict=True)]
    lines += [_at(year, 100 + 60 * i, 345) for i, year in enumerate(years)]
    marks += [_box(100, 360, 107, 367, NAVY), _box(180, 360, 187, 367, ORANGE)]
    lines += [_at("Coventry", 126, 363), _at("England", 206, 363)]
    return _page(marks, lines)


def test_figures_of_crossing_lines_go_by_the_scale_not_by_nearness() -> None:
    page = _crossing_lines()
    (chart,) = find_charts(page)
    assert chart.problem is None
    assert _printed(page, chart) >= {
        ("Coventry", "2010/11", "861"),
        ("England", "2010/11", "863"),
        ("Coventry", "2013/14", "438"),
        ("England", "2013/14", "426"),
    }


def test_lines_without_figures_are_named_as_unread() -> None:
    page = _crossing_lines()
    words = tuple(word for word in page.words if not (word.text.isdigit() and len(word.text) == 3))
    (chart,) = find_charts(PageContent(1, WIDTH, HEIGHT, words, marks=page.marks))
    assert chart.points == ()
    assert chart.problem == "no figures are printed at its marks"


def test_call_outs_and_shaded_cells_are_no_charts() -> None:
    call_outs = [_box(50 + 130 * i, 180, 160 + 130 * i, 240) for i in range(4)]
    cells = [_box(50, 400, 150, 414), _box(152, 400, 192, 414), _box(194, 400, 260, 414)]
    page = _page(
        [*call_outs, *cells],
        [
            *(text_line("598", x=60 + 130 * i, top=190, size=20) for i in range(4)),
            *(
                text_line("children looked after", x=60 + 130 * i, top=215, size=8)
                for i in range(4)
            ),
            text_line("Measure", x=52, top=402, size=8),
            text_line("2014", x=160, top=402, size=8),
            text_line("England", x=200, top=402, size=8),
        ],
    )
    assert find_charts(page) == ()


def test_last_bar_of_another_colour_takes_no_name_from_the_legend_of_another_chart() -> None:
    page = _columns({"2012": 210, "2013": 260, "2014": 240})
    bars = [*page.marks[:2], page.marks[2]._replace(colour=NAVY)]
    other = [_box(300, 330, 307, 337, NAVY), _box(360, 330, 367, 337, ORANGE)]
    names = [*_at("Leeds", 322, 333), *_at("England", 386, 333)]
    words = (*page.words, *names)
    (chart,) = find_charts(PageContent(1, WIDTH, HEIGHT, words, marks=(*bars, *other)))
    assert {point.series for point in chart.points} == {()}


def test_numbers_of_the_axis_are_not_figures_of_the_first_point() -> None:
    knots = [(100 + 60 * i, 300 - 2 * value) for i, value in enumerate((62, 64, 70))]
    lines = [_at(str(v), x, y - 8) for v, (x, y) in zip((62, 64, 70), knots, strict=True)]
    lines += [_at(year, 100 + 60 * i, 200) for i, year in enumerate(("2012", "2013", "2014"))]
    lines += [_at(str(v), 88, 300 - 2 * v) for v in (62, 64, 66, 68, 70)]
    page = _page([_line(knots)], lines)
    (chart,) = find_charts(page)
    assert chart.problem is None
    assert _printed(page, chart) == {("", "2012", "62"), ("", "2013", "64"), ("", "2014", "70")}


def test_names_at_a_slant_are_paired_where_each_bar_has_one_set_off_alike() -> None:
    page = _columns({"2012": 210, "2013": 260, "2014": 240})
    words = [
        word._replace(x0=word.x0 - 12, x1=word.x1 - 12, bottom=word.top + 18, upright=False)
        if word.text.startswith("20")
        else word
        for word in page.words
    ]
    (chart,) = find_charts(PageContent(1, WIDTH, HEIGHT, tuple(words), marks=page.marks))
    printed = [words[point.category[0]].text for point in chart.points]
    assert printed == ["2012", "2013", "2014"]
    (unread,) = find_charts(PageContent(1, WIDTH, HEIGHT, tuple(words[:-1]), marks=page.marks))
    assert unread.points == ()


def test_title_ends_where_the_words_are_not_bold() -> None:
    page = _columns({"2012": 210, "2013": 260, "2014": 240})
    above = text_line("All figures are ours.", top=129, x=100, size=9)
    words = (*above, *page.words)
    (chart,) = find_charts(PageContent(1, WIDTH, HEIGHT, words, marks=page.marks))
    assert " ".join(words[index].text for index in chart.title) == "Children looked after"


def test_stacked_bars_without_names_below_are_not_read() -> None:
    marks, lines = [], []
    # The upper bars of the first two stand on one line by chance.
    for index, (first, second) in enumerate(((60, 40), (60, 25), (70, 30))):
        x = 100 + 50 * index
        marks += [
            _box(x, 300 - first, x + 30, 300, NAVY),
            _box(x, 300 - first - second, x + 30, 300 - first, ORANGE),
        ]
        lines += [_at(str(first), x + 15, 300 - first / 2)]
        lines += [_at(str(second), x + 15, 300 - first - second / 2)]
    marks += [_box(100, 330, 107, 337, NAVY), _box(180, 330, 187, 337, ORANGE)]
    lines += [_at("Fostered", 128, 333), _at("Adopted", 206, 333)]
    page = _page(marks, lines)
    (chart,) = find_charts(page)
    assert chart.points == ()
    assert chart.problem
