"""What a history holds."""

from datetime import date
from enum import StrEnum
from importlib import import_module

from reportparse.records import Basis
from reportparse.records.base import Record


class Change(StrEnum):
    """How a grade stands to the one before it in the same timeline."""

    FIRST = "first"
    IMPROVED = "improved"
    DECLINED = "declined"
    SAME = "same"
    NOT_COMPARABLE = "not_comparable"


class Verdict(StrEnum):
    """What became of a told judgement when looked up in the inspection reports at hand."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NO_SOURCE = "no_source"


class Place(Record):
    """Where a judgement is printed: file, page (None for plain text) and words."""

    path: str | None
    page: int | None
    quote: str


class Entry(Record):
    """One grade of a provider at one inspection.

    ``framework_inferred`` is true where no report names the framework and aspect and date leave
    only one. ``note`` says what limits the comparison with the entry before. ``places`` lists the
    inspection report first and then the reports that tell the same.
    """

    provider: str
    framework: str | None
    framework_inferred: bool = False
    aspect: str | None
    part: str | None
    grade: str
    basis: Basis
    inspected_from: date | None
    inspected_to: date | None
    published: date | None
    when: str
    change: Change = Change.FIRST
    note: str | None = None
    places: tuple[Place, ...]


class Timeline(Record):
    """The grades of one provider on one theme, in order of time."""

    provider: str
    theme: str
    entries: tuple[Entry, ...]


class InspectionEvent(Record):
    """One inspection report at hand; ``graded`` is false for visits and letters without grades.

    ``when`` is the first day, or the month where no more is printed. ``lag_days`` are from the last
    day of inspection to publication; ``gap_months`` from the start of the graded inspection before;
    ``re_inspection`` is true where that one found the overall effectiveness inadequate.
    """

    provider: str
    urn: str | None = None
    framework: str | None
    when: str = ""
    graded: bool = True
    inspected_from: date | None
    inspected_to: date | None
    published: date | None
    lag_days: int | None = None
    gap_months: int | None = None
    re_inspection: bool = False
    path: str | None


class ClaimCheck(Record):
    """A told judgement and what the inspection report at hand says; both with their words."""

    provider: str | None
    aspect: str | None
    part: str | None
    grade: str
    count: int | None
    when: str | None
    verdict: Verdict
    reason: str
    claim: Place
    source: Place | None = None


class History(Record):
    """Inspections, timelines by theme, and reported judgements checked, of some providers."""

    inspections: tuple[InspectionEvent, ...]
    timelines: tuple[Timeline, ...]
    checks: tuple[ClaimCheck, ...]

    def _repr_html_(self) -> str:
        """The page of a history, which draws on these models and so cannot be loaded first."""
        page: str = import_module("reportparse.comparison.timeline").history_html(self)
        return page
