"""Charts of a PDF made with reportlab, read to records."""

from io import BytesIO

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from reportparse import parse
from reportparse.records import ParsedDocument

_NAVY, _ORANGE = HexColor("#22395b"), HexColor("#e07b24")


def _parse(*, labelled: bool) -> ParsedDocument:
    """A briefing with upright bars and, below them, two lines with a legend."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(60, 790, "Children's services in Leeds: briefing, June 2014")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 760, "This briefing tells members how many children we look after.")
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(60, 700, "Children looked after at 31 March")
    canvas.setFont("Helvetica", 8)
    for index, (year, value) in enumerate((("2012", 1475), ("2013", 1377), ("2014", 1298))):
        x = 80 + 50 * index
        canvas.setFillColor(_NAVY)
        canvas.rect(x, 560, 30, value / 15, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawCentredString(x + 15, 548, year)
        if labelled:
            canvas.drawCentredString(x + 15, 563 + value / 15, f"{value:,}")
    _draw_lines(canvas, labelled=labelled)
    canvas.save()
    return parse(buffer.getvalue())


def _draw_lines(canvas: Canvas, *, labelled: bool) -> None:
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(60, 500, "Re-referrals within 12 months (%)")
    canvas.setFont("Helvetica", 8)
    for place, (name, colour, values) in enumerate(
        (("Leeds", _NAVY, (29.1, 25.2, 22.4)), ("England", _ORANGE, (25.6, 26.1, 24.9)))
    ):
        canvas.setStrokeColor(colour)
        path = canvas.beginPath()
        path.moveTo(90, 300 + 5 * values[0])
        for index, value in enumerate(values[1:], start=1):
            path.lineTo(90 + 70 * index, 300 + 5 * value)
        canvas.drawPath(path)
        canvas.setFillColor(colour)
        canvas.rect(90 + 80 * place, 350, 7, 7, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(100 + 80 * place, 351, name)
        for index, value in enumerate(values if labelled else ()):
            canvas.drawCentredString(90 + 70 * index, 305 + 5 * value, str(value))
    for index, year in enumerate(("2010/11", "2011/12", "2012/13")):
        canvas.drawCentredString(90 + 70 * index, 370, year)


def test_bars_and_lines_give_records_with_period_area_and_measure() -> None:
    parsed = _parse(labelled=True)
    assert parsed.problems == ()
    read = {
        (record.indicator, record.value, record.period.key, record.area, record.unit.value)
        for record in parsed.reports[0].indicators
        if record.period
    }
    assert read == {
        ("cla_count", 1475, "2012-03-31", "Leeds", "count"),
        ("cla_count", 1377, "2013-03-31", "Leeds", "count"),
        ("cla_count", 1298, "2014-03-31", "Leeds", "count"),
        ("rereferral_pct", 29.1, "2010/11", "Leeds", "percent"),
        ("rereferral_pct", 25.2, "2011/12", "Leeds", "percent"),
        ("rereferral_pct", 22.4, "2012/13", "Leeds", "percent"),
        ("rereferral_pct", 25.6, "2010/11", "England", "percent"),
        ("rereferral_pct", 26.1, "2011/12", "England", "percent"),
        ("rereferral_pct", 24.9, "2012/13", "England", "percent"),
    }


def test_quote_and_box_are_those_of_the_figure() -> None:
    records = _parse(labelled=True).reports[0].indicators
    record = next(record for record in records if record.value == 1377)
    assert record.provenance.quote == "1,377"
    assert record.rule_id is not None
    assert record.rule_id.startswith("chart.")
    assert record.provenance.bbox is not None
    assert record.provenance.bbox[0] == pytest.approx(135, abs=3)


def test_charts_without_printed_figures_are_named_in_problems() -> None:
    parsed = _parse(labelled=False)
    assert parsed.reports[0].indicators == ()
    assert [(problem.code, problem.page) for problem in parsed.problems] == [
        ("chart_not_read", 1),
        ("chart_not_read", 1),
    ]
    assert "Re-referrals within 12 months (%)" in parsed.problems[1].message
