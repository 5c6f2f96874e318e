"""The report and the parsed document around it."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, PrivateAttr

from reportparse.records.base import Record, shorten
from reportparse.records.dates import DateMention
from reportparse.records.html import document_html
from reportparse.records.indicator import IndicatorValue
from reportparse.records.judgement import Judgement
from reportparse.records.origin import Origin
from reportparse.records.provenance import Provenance
from reportparse.records.table import TableRecord

SCHEMA_VERSION = "1.0"


class ReportKind(StrEnum):
    """What kind of report a document, or a part of an agenda pack, is."""

    OFSTED_INSPECTION = "ofsted_inspection"
    OFSTED_MONITORING = "ofsted_monitoring"
    AREA_SEND_INSPECTION = "area_send_inspection"
    SCRUTINY_REPORT = "scrutiny_report"
    BOARD_PAPER = "board_paper"
    BRIEFING = "briefing"
    OTHER = "other"


class GradeStatus(StrEnum):
    """Why an aspect that a reader could expect carries no grade."""

    NOT_JUDGED = "not_judged"
    COMBINED = "combined"
    ABOLISHED = "abolished"
    NOT_FOUND = "not_found"


class NotGraded(Record):
    """An aspect without a grade, and why."""

    aspect: str
    status: GradeStatus


class DateSpan(Record):
    """First and last day of an inspection; both None where only its existence is printed."""

    from_: date | None = Field(default=None, alias="from")
    to: date | None = None


class Inspection(Record):
    """What the front page of an inspection report says about the inspection."""

    framework: str | None
    provider: str | None
    urn: str | None = None
    inspection_number: str | None = None
    inspected_from: date | None = None
    inspected_to: date | None = None
    published: date | None = None
    lead_inspector: str | None = None
    previous_inspections: tuple[DateSpan, ...] = ()
    not_graded: tuple[NotGraded, ...] = ()


class SectionRecord(Record):
    """A heading with its number and level; the provenance spans heading and body."""

    number: str | None
    heading: str
    level: int
    start_char: int
    end_char: int
    provenance: Provenance


PartDate = Annotated[str, Field(pattern=r"^\d{4}-(?:0[1-9]|1[0-2])$")]
"""A month, for a report that prints no day: "2015-11"."""


class Report(Record):
    """One report: its metadata, its text, and the records read from it.

    ``report_date`` is a month where the report prints no day.
    ``text`` is the body as printed; every ``start_char`` and ``end_char`` points into it.
    """

    kind: ReportKind
    title: str | None = None
    organisation: str | None = None
    committee: str | None = None
    author: str | None = None
    report_date: date | PartDate | None = Field(default=None, union_mode="left_to_right")
    page_from: int | None = None
    page_to: int | None = None
    inspection: Inspection | None = None
    sections: tuple[SectionRecord, ...] = ()
    tables: tuple[TableRecord, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    indicators: tuple[IndicatorValue, ...] = ()
    dates: tuple[DateMention, ...] = ()
    text: str = ""

    @property
    def dated_by(self) -> date | None:
        """The report's day, or the last day of its month; None without either."""
        if isinstance(self.report_date, str):
            year, month = (int(part) for part in self.report_date.split("-"))
            return date(year, month, monthrange(year, month)[1])
        return self.report_date

    def __repr__(self) -> str:
        title = f" {shorten(self.title, 60)!r}" if self.title else ""
        about = (self.kind, self.organisation, self.report_date)
        named = ", ".join(str(part) for part in about if part)
        return f"<Report{title} {named}: {_counted(self)}>"


class Source(Record):
    """The file a document was read from; ``path`` is relative to the folder converted.

    ``sha256`` and ``bytes`` are None where the operating system refused to read the file.
    """

    path: str | None
    sha256: str | None
    bytes: int | None
    media_type: str | None
    pages: int | None


class ProblemRecord(Record):
    """Something that could not be read, in words a user can act on."""

    code: str
    message: str
    page: int | None = None


class ParsedDocument(Record):
    """All that reportparse read from one source file."""

    schema_version: str = SCHEMA_VERSION
    source: Source
    reports: tuple[Report, ...] = ()
    problems: tuple[ProblemRecord, ...] = ()
    _location: str | None = PrivateAttr(default=None)

    def model_post_init(self, context: object, /) -> None:
        """Let each record know its file and report."""
        self.set_origins()

    def set_origins(self, *, location: str | None = None) -> None:
        """Name file and report to each record; ``location`` is the address of the file."""
        self._location = location
        for report in self.reports:
            origin = Origin(
                path=self.source.path,
                sha256=self.source.sha256,
                organisation=report.organisation,
                title=report.title,
                kind=report.kind,
                report_date=report.dated_by,
                location=location,
            )
            for record in (
                *report.judgements,
                *report.indicators,
                *report.dates,
                *report.tables,
            ):
                record.set_origin(origin)

    @property
    def location(self) -> str | None:
        """The address of the source file, where an `Archive` knows its folder."""
        return self._location

    def __repr__(self) -> str:
        reports = _plural(len(self.reports), "report")
        records = ", ".join(_counted(report) for report in self.reports[:1])
        more = f" in the first: {records}" if len(self.reports) > 1 else f": {records}"
        problems = f"; {_plural(len(self.problems), 'problem')}" if self.problems else ""
        held = more if self.reports else ""
        return f"<ParsedDocument {self.source.path!r}, {reports}{held}{problems}>"

    def _repr_html_(self) -> str:
        return document_html(self)

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement of every report, in order of the text."""
        return (record for report in self.reports for record in report.judgements)

    def indicators(self) -> Iterator[IndicatorValue]:
        """Every indicator value of every report, in order of the text."""
        return (record for report in self.reports for record in report.indicators)

    def dates(self) -> Iterator[DateMention]:
        """Every date mention of every report, in order of the text."""
        return (record for report in self.reports for record in report.dates)

    def tables(self) -> Iterator[TableRecord]:
        """Every table of every report, in order of the text."""
        return (record for report in self.reports for record in report.tables)


def _counted(report: Report) -> str:
    counts = (
        (len(report.judgements), "judgement"),
        (len(report.indicators), "indicator value"),
        (len(report.tables), "table"),
    )
    return ", ".join(_plural(count, name) for count, name in counts)


def _plural(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"
