"""The sheet of figures: a row for each printed figure that measures something."""

from reportparse.desk.columns import Column, Sheet
from reportparse.desk.sheets.places import (
    ORGANISATION,
    PAGE,
    POSITION,
    QUOTE,
    SOURCE,
    TITLE,
    TRUST,
    one_line,
)
from reportparse.desk.words import area_words, group_words, measure_words, period_words, unit_words
from reportparse.records import IndicatorValue, TableReference
from reportparse.records.frames import Kind

Figure = Column[IndicatorValue]


def _cell(figure: IndicatorValue) -> TableReference | None:
    return figure.provenance.table


_READ_FIRST: tuple[Figure, ...] = (
    ORGANISATION,
    Figure(
        "area",
        "Area or group of areas that the figure is of.",
        lambda one: area_words(one.area),
        width=24,
    ),
    Figure(
        "measure",
        "Name of the measure; the printed words, in italics in a workbook, where the figure is"
        " linked to no measure.",
        lambda one: measure_words(one.indicator, one.label),
        width=44,
    ),
    Figure(
        "group",
        "The part of the measure's group that the figure is of; empty for the whole.",
        lambda one: group_words(one.breakdown),
        width=24,
    ),
    Figure(
        "role",
        "level (a measured value), change, target or forecast.",
        lambda one: one.role.value,
        width=10,
    ),
    Figure(
        "value",
        "The figure as a number in its base unit: 54.5 for 54.5%, 4850000 for £4.85m."
        " A workbook shows per cent as Excel does, and 'at least' or 'down' before the number where"
        " the report says so.",
        lambda one: one.value,
        Kind.NUMBER,
        width=16,
        is_figure=True,
    ),
    Figure("unit", "Unit in words; what a count counts.", lambda one: unit_words(one.unit, one.of)),
    Figure(
        "period", "When the figure holds, in words.", lambda one: period_words(one.period), width=24
    ),
    PAGE,
    QUOTE,
    *SOURCE,
)
_READ_NEXT: tuple[Figure, ...] = (
    Figure(
        "label",
        "The printed words that name the measure: in a table, of its row or column.",
        lambda one: one_line(one.label),
        width=40,
    ),
    Figure("printed", "The figure as printed.", lambda one: one.value_text, width=12),
    Figure(
        "qualifier",
        "How exact it claims to be: exact, about, over, under, at_least or at_most.",
        lambda one: one.qualifier.value,
    ),
    Figure(
        "direction",
        "Which way a change went: up, down or none.",
        lambda one: one.direction.value if one.direction else None,
        width=10,
    ),
    Figure(
        "since", "What a change is measured from, in words.", lambda one: period_words(one.baseline)
    ),
    *TITLE,
    *TRUST,
    Figure(
        "period_start",
        "First day of the period.",
        lambda one: one.period.start if one.period else None,
        Kind.DATE,
    ),
    Figure(
        "period_end",
        "Last day of the period.",
        lambda one: one.period.end if one.period else None,
        Kind.DATE,
    ),
    Figure(
        "period_inferred",
        "Whether the words of the period stand elsewhere than at the figure.",
        lambda one: one.period.inferred if one.period else None,
        Kind.FLAG,
    ),
)
_IDS: tuple[Figure, ...] = (
    Figure(
        "indicator",
        "Id of the measure; empty where the figure is linked to none.",
        lambda one: one.indicator,
        width=24,
    ),
    Figure(
        "breakdown",
        "Ids of the group, as age=10-15; sex=female.",
        lambda one: (
            "; ".join(f"{key}={value}" for key, value in sorted(one.breakdown.items())) or None
        ),
    ),
    Figure("unit_id", "Id of the unit.", lambda one: one.unit.value),
    Figure("counted", "What a count counts, as printed.", lambda one: one.of),
    Figure(
        "area_id", "Canonical area: a name, or the id of a group of areas.", lambda one: one.area
    ),
    Figure("period_key", "Key of the period.", lambda one: one.period.key if one.period else None),
    Figure(
        "since_key",
        "Key of the period a change is measured from.",
        lambda one: one.baseline.key if one.baseline else None,
    ),
    Figure("fact_id", "Joins the places that print the same figure.", lambda one: one.fact_id),
    Figure("rule", "The rule that read it.", lambda one: one.rule_id),
    Figure(
        "table",
        "Id of the table, where it stands in one.",
        lambda one: cell.id if (cell := _cell(one)) else None,
    ),
    Figure(
        "table_row",
        "Row in the table, from 0.",
        lambda one: cell.row if (cell := _cell(one)) else None,
        Kind.WHOLE,
    ),
    Figure(
        "table_column",
        "Column in the table, from 0.",
        lambda one: cell.column if (cell := _cell(one)) else None,
        Kind.WHOLE,
    ),
    *POSITION,
)

INDICATORS: Sheet[IndicatorValue] = Sheet(
    "indicators",
    "One row for each printed figure that measures something.",
    (*_READ_FIRST, *_READ_NEXT, *_IDS),
    lambda documents: (record for parsed in documents for record in parsed.indicators()),
)
