"""Indicator values from the figures printed in charts.

The reader has paired each figure with its place on the axis, its slice and its line. Title,
category and series name it as caption, stub and header name the cell of a table.
"""

import re
from collections.abc import Iterator

from reportparse.document import Cell, CellRole, Chart, ChartPoint, Document
from reportparse.extractors.choose.frame import Frame
from reportparse.extractors.context import ReportContext
from reportparse.extractors.indicators.cell_record import figure_record
from reportparse.extractors.indicators.naming import Around, NamedFigure
from reportparse.extractors.indicators.strips import find_strips
from reportparse.extractors.measures.groups import subject_of
from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.provenance import provenance_of
from reportparse.extractors.tables import CellWords, header_facts, read_cell

_INTRODUCTION = 400
_NUMBER = re.compile(r"^(?:figure|fig\.?|chart|graph)\s+\w{0,3}\d+\w?\s*[:.|–-]?\s*", re.IGNORECASE)


def extract_chart_indicators(
    document: Document, context: ReportContext, reference: PeriodReference
) -> list[Frame]:
    """Every figure of the document's charts and strips of call-outs."""
    charts = [(chart, "chart") for chart in document.charts]
    charts += [(strip, "call_out") for strip in find_strips(document)]
    return [
        record
        for chart, kind in charts
        for point in chart.points
        for record in _records(document, context, reference, (chart, point, kind))
    ]


def _records(
    document: Document,
    context: ReportContext,
    reference: PeriodReference,
    place: tuple[Chart, ChartPoint, str],
) -> Iterator[Frame]:
    chart, point, kind = place
    text = document.text[point.start_char : point.end_char]
    reading = read_cell(text)
    if not reading.has_figures:
        return
    words = CellWords(
        cell=Cell(0, 0, 1, 1, text, CellRole.BODY, point.start_char, point.end_char, chart.page),
        reading=reading,
        headers=tuple(filter(None, [point.series])),
        stubs=tuple(filter(None, [point.category])),
        stub_headers=(),
        group=None,
    )
    facts = tuple(header_facts(name, reference) for name in (*words.headers, *words.stubs))
    caption = header_facts(_NUMBER.sub("", chart.title or ""), reference)
    introduction = header_facts(_introduction(document, chart), reference)
    around = Around(caption, introduction, subject_of(context.title), context.title or "")
    for quantity, span in zip(reading.quantities, reading.spans, strict=True):
        named = NamedFigure.of(
            quantity,
            words,
            facts,
            around,
        )
        yield figure_record(
            quantity,
            named.dated(context, reference),
            context,
            text=text[span[0] : span[1]],
            rule_id=f"{kind}.{quantity.rule_id}",
            provenance=provenance_of(document, point.start_char, point.end_char),
        )


def _introduction(document: Document, chart: Chart) -> str:
    """The heading over a chart that has no title of its own, and the paragraph before it."""
    if chart.title:
        return ""
    section = document.section_at(chart.start_char)
    before = document.text[max(0, chart.start_char - _INTRODUCTION) : chart.start_char]
    return f"{section.heading if section else ''}. {before.strip().split(chr(10) * 2)[-1]}"
