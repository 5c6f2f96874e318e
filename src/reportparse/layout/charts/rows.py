"""A chart's words in rows, as they are written into the text."""

from dataclasses import dataclass

from reportparse.layout.charts.model import FoundChart, FoundPoint, Words


@dataclass(frozen=True, slots=True)
class ChartCell:
    """Words of a row that belong together; ``point`` where they are a figure."""

    words: Words
    point: FoundPoint | None = None


def chart_rows(chart: FoundChart) -> list[list[ChartCell]]:
    """The rows of a chart, its figures beside what they are figures of.

    One series is written with a row for each category, more of them with the categories on top
    and a row for each series. The words that name no figure, as those of the axis, come last.
    """
    series = list(dict.fromkeys(point.series for point in chart.points))
    rows = _by_series(chart, series) if len(series) > 1 else _by_category(chart)
    written = {index for row in rows for cell in row for index in cell.words}
    rest = tuple(index for index in chart.words if index not in written)
    return [*rows, [ChartCell(rest)]] if rest else rows


def _by_category(chart: FoundChart) -> list[list[ChartCell]]:
    names = [
        [ChartCell(words)] for words in {point.series: None for point in chart.points} if words
    ]
    return names + [
        [ChartCell(point.category), ChartCell(point.value, point)]
        if point.category
        else [ChartCell(point.value, point)]
        for point in chart.points
    ]


def _by_series(chart: FoundChart, series: list[Words]) -> list[list[ChartCell]]:
    categories = [words for words in dict.fromkeys(p.category for p in chart.points) if words]
    rows = [[ChartCell(words) for words in categories]] if categories else []
    for name in series:
        points = [point for point in chart.points if point.series == name]
        if categories:
            points.sort(key=lambda point: categories.index(point.category))
        rows.append([ChartCell(name), *(ChartCell(point.value, point) for point in points)])
    return rows
