"""Call-outs of Word files: cells of one row, and strips of two rows."""

from io import BytesIO

import docx
import pytest

from reportparse import parse
from reportparse.records import IndicatorValue

_CLA, _EET = "children looked after", "Care leavers in education, employment or training"
_TOP = "Rotherham Corporate Parenting Board, 22 June 2021. Data are at 31 March 2021."


def _read(rows: list[list[str]]) -> list[IndicatorValue]:
    document = docx.Document()
    document.add_heading("Children in care: annual report 2020/21", 0)
    document.add_paragraph(_TOP)
    document.add_heading("At a glance", 1)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            figure, _, words = text.partition("|")
            table.cell(row, column).text = figure
            if words:
                table.cell(row, column).add_paragraph(words)
    buffer = BytesIO()
    document.save(buffer)
    return list(parse(buffer.getvalue()).reports[0].indicators)


@pytest.mark.parametrize(
    "rows",
    [
        [["612|children looked after", "62%|Care leavers in education, employment or training"]],
        [
            ["612", "62%"],
            ["children looked after", "Care leavers in education, employment or training"],
        ],
    ],
    ids=["cells", "rows"],
)
def test_figure_over_its_words(rows: list[list[str]]) -> None:
    first, second = _read(rows)
    assert (first.value, first.indicator) == (612, "cla_count")
    assert (second.value, second.indicator) == (62, "care_leavers_eet_pct")
    assert first.period is not None
    assert first.period.key == "2021-03-31"


def test_rows_of_figures_without_words_below_are_no_call_outs() -> None:
    assert _read([["612", "62%"], ["31", "8.4%"]]) == []
