"""All indicator values of a report, those that print the same fact joined by a shared id."""

import hashlib
from dataclasses import replace
from datetime import timedelta

from reportparse.document import Document
from reportparse.extractors.choose.confidence import confidence_of
from reportparse.extractors.choose.frame import Frame, record_frames
from reportparse.extractors.context import ReportContext
from reportparse.extractors.indicators.charts import extract_chart_indicators
from reportparse.extractors.indicators.narrative import extract_narrative_indicators
from reportparse.extractors.indicators.subject import is_about_children
from reportparse.extractors.indicators.tables import extract_table_indicators
from reportparse.extractors.periods import PeriodReference
from reportparse.records import IndicatorValue, Period, PeriodKind
from reportparse.vocabulary import active_vocabulary, normal_form, widened


def extract_indicators(
    document: Document, context: ReportContext, reference: PeriodReference
) -> tuple[IndicatorValue, ...]:
    """Every figure of the report, in order of the text.

    ``reference`` holds the report's own dates, see `reference_of`. A figure printed twice, in a
    sentence and in a table, stays two records with one ``fact_id``. In a document on something
    else than services for children no figure is linked to a measure.
    """
    frames = _read_frames(document, context, reference)
    record_frames(frames)
    return tuple(frame.record for frame in frames)


def _read_frames(
    document: Document, context: ReportContext, reference: PeriodReference
) -> list[Frame]:
    """Every figure with all that its record was chosen from, in order of the text."""
    frames = [
        *extract_narrative_indicators(document, context, reference),
        *extract_table_indicators(document, context, reference),
        *extract_chart_indicators(document, context, reference),
    ]
    about_children = is_about_children(document.text)
    finished = [_finished(frame, linked=about_children) for frame in frames]
    places = [frame.record.provenance for frame in finished]
    order = sorted(range(len(places)), key=lambda n: (places[n].start_char, places[n].end_char))
    return [finished[index] for index in order]


def _finished(frame: Frame, *, linked: bool) -> Frame:
    """The frame with the confidence and the fact of its record."""
    record = frame.record
    measure = None if not linked or _lacks_group(record) else record.indicator
    record = record.model_copy(update={"indicator": widened(measure, record.breakdown)})
    record = record.model_copy(update={"fact_id": fact_id(record)})
    frame = replace(frame, record=record)
    return replace(frame, record=record.model_copy(update={"confidence": confidence_of(frame)}))


def _lacks_group(record: IndicatorValue) -> bool:
    """Whether the measure is a share of the children in some group, and none was read."""
    measure = active_vocabulary().indicators.by_id.get(record.indicator or "")
    return measure is not None and measure.needs_group and not record.breakdown


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
