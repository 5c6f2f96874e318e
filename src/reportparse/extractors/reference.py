"""The dates that a report prints of itself, for wording that is relative to them."""

from reportparse.extractors.context import ReportContext
from reportparse.extractors.periods import PeriodReference


def printed_reference(context: ReportContext) -> PeriodReference:
    """The report's date and the days of its inspection; those not printed stay None."""
    inspection = context.inspection
    return PeriodReference(
        report_date=context.report_date,
        inspected_from=inspection.inspected_from if inspection else None,
        inspected_to=inspection.inspected_to if inspection else None,
    )
