"""All indicator values of a report, those that print the same fact joined by a shared id."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta

from reportparse.document import Document
from reportparse.extractors.context import ReportContext
from reportparse.extractors.indicators.charts import extract_chart_indicators
from reportparse.extractors.indicators.narrative import extract_narrative_indicators
from reportparse.extractors.indicators.subject import is_about_children
from reportparse.extractors.indicators.tables import extract_table_indicators
from reportparse.extractors.periods import PeriodReference
from reportparse.records import IndicatorValue, Period, PeriodKind
from reportparse.vocabulary import normal_form


def extract_indicators(
    document: Document, context: ReportContext, reference: PeriodReference
) -> tuple[IndicatorValue, ...]:
    """Every figure of the report, in order of the text.

    ``reference`` holds the report's own dates, see `reference_of`. A figure printed twice, in a
    sentence and in a table, stays two records with one ``fact_id``. In a document on something
    else than services for children no figure is linked to a measure.
    """
    records = [
        *extract_narrative_indicators(document, context, reference),
        *extract_table_indicators(document, context, reference),
        *extract_chart_indicators(document, context, reference),
    ]
    if not is_about_children(document.text):
        records = [record.model_copy(update={"indicator": None}) for record in records]
    ordered = sorted(
        records, key=lambda record: (record.provenance.start_char, record.provenance.end_char)
    )
    return tuple(_with_facts(ordered))


def _with_facts(records: Iterable[IndicatorValue]) -> Iterable[IndicatorValue]:
    for record in records:
        yield record.model_copy(update={"fact_id": fact_id(record)})


def fact_id(record: IndicatorValue) -> str | None:
    """Id of what is said: measure, value, period, area and breakdown; None where not all is known.

    Measure and breakdown count in their normal form, so that two ways of recording a fact share
    its id. Without a measure or a period equal numbers need not be the same fact.
    """
    if record.indicator is None or record.period is None:
        return None
    measured = normal_form(record.indicator, record.breakdown)
    parts = (
        measured.indicator or "",
        f"{record.value:g}",
        record.unit,
        record.role,
        _moment(record.period),
        record.area or "",
        *(f"{key}={value}" for key, value in sorted(measured.breakdown.items())),
    )
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def _moment(period: Period) -> str:
    """The key of a period; the last day of a month is the end of that month."""
    day = period.end
    if period.kind is PeriodKind.DAY and (day + timedelta(days=1)).month != day.month:
        return f"{day:%Y-%m}"
    return period.key
