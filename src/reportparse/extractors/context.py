"""What is known of a report as a whole before its figures are read."""

from dataclasses import dataclass
from datetime import date

from reportparse.records import Inspection, Period, ReportKind


@dataclass(frozen=True, slots=True)
class ReportContext:
    """Metadata of one report; extractors resolve "currently" and "the local authority" by it.

    ``organisation`` is the canonical area name. ``report_month`` is set where the report is dated
    by its month alone; ``report_date`` is None then.
    """

    kind: ReportKind
    title: str | None = None
    organisation: str | None = None
    committee: str | None = None
    author: str | None = None
    report_date: date | None = None
    report_month: Period | None = None
    inspection: Inspection | None = None
