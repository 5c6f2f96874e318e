"""What is known of a report as a whole before its figures are read."""

from dataclasses import dataclass
from datetime import date

from reportparse.records import Inspection, ReportKind


@dataclass(frozen=True, slots=True)
class ReportContext:
    """Metadata of one report; extractors resolve "currently" and "the local authority" by it.

    ``organisation`` is the canonical area name.
    """

    kind: ReportKind
    title: str | None = None
    organisation: str | None = None
    committee: str | None = None
    author: str | None = None
    report_date: date | None = None
    inspection: Inspection | None = None
