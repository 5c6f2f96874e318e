"""The sheets of documents and of what could not be read."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportparse.desk.columns import Column, Sheet
from reportparse.desk.sheets.places import link_to, one_line
from reportparse.desk.words import framework_words, plain
from reportparse.records import Inspection, ParsedDocument, ProblemRecord, Report
from reportparse.records.frames import Kind
from reportparse.records.indicator import FIRM


class ReportRow(NamedTuple):
    """One report of a document; None for a document that could not be read."""

    parsed: ParsedDocument
    report: Report | None
    location: str | None


class ProblemRow(NamedTuple):
    """One problem of a document."""

    parsed: ParsedDocument
    problem: ProblemRecord
    location: str | None


def _reports(documents: Iterable[ParsedDocument]) -> Iterator[ReportRow]:
    for parsed in documents:
        for report in parsed.reports or (None,):
            yield ReportRow(parsed, report, parsed.location)


def _problems(documents: Iterable[ParsedDocument]) -> Iterator[ProblemRow]:
    for parsed in documents:
        for problem in parsed.problems:
            yield ProblemRow(parsed, problem, parsed.location)


def _inspection(row: ReportRow) -> Inspection | None:
    return row.report.inspection if row.report else None


def _firm(row: ReportRow) -> int | None:
    values = row.report.indicators if row.report else ()
    if all(one.confidence is None for one in values):
        return None
    return sum(one.confidence is not None and one.confidence >= FIRM for one in values)


Read = Column[ReportRow]
_COLUMNS: tuple[Read, ...] = (
    Read(
        "organisation",
        "The authority or body whose report it is.",
        lambda row: row.report and row.report.organisation,
        width=26,
    ),
    Read(
        "report",
        "Title of the report.",
        lambda row: row.report and one_line(row.report.title),
        width=52,
    ),
    Read(
        "kind",
        "What kind of report it is.",
        lambda row: row.report and plain(row.report.kind),
        width=22,
    ),
    Read(
        "report_date",
        "Date of the report.",
        lambda row: row.report and row.report.dated_by,
        Kind.DATE,
    ),
    Read(
        "judgements",
        "Judgements read.",
        lambda row: len(row.report.judgements) if row.report else 0,
        Kind.WHOLE,
        width=12,
    ),
    Read(
        "indicators",
        "Figures read.",
        lambda row: len(row.report.indicators) if row.report else 0,
        Kind.WHOLE,
        width=12,
    ),
    Read("firm_indicators", "Figures read that are firm.", _firm, Kind.WHOLE, width=12),
    Read(
        "tables",
        "Tables read.",
        lambda row: len(row.report.tables) if row.report else 0,
        Kind.WHOLE,
        width=9,
    ),
    Read(
        "problems",
        "What could not be read of the file; see the sheet Problems.",
        lambda row: len(row.parsed.problems),
        Kind.WHOLE,
        width=11,
    ),
    Read(
        "file",
        "File, below the folder that was converted.",
        lambda row: row.parsed.source.path,
        width=44,
    ),
    Read(
        "link",
        "Address of the file.",
        lambda row: link_to(row.location, row.report.page_from if row.report else None),
        width=12,
    ),
    Read(
        "committee",
        "Committee that the report went to.",
        lambda row: row.report and one_line(row.report.committee),
        width=30,
    ),
    Read("author", "Author.", lambda row: row.report and one_line(row.report.author), width=24),
    Read(
        "framework",
        "Inspection framework.",
        lambda row: framework_words(found.framework) if (found := _inspection(row)) else None,
        width=40,
    ),
    Read(
        "provider",
        "Who was inspected.",
        lambda row: found.provider if (found := _inspection(row)) else None,
        width=26,
    ),
    Read(
        "urn",
        "Ofsted's unique reference number.",
        lambda row: found.urn if (found := _inspection(row)) else None,
        label="URN",
    ),
    Read(
        "inspected_from",
        "First day of the inspection.",
        lambda row: found.inspected_from if (found := _inspection(row)) else None,
        Kind.DATE,
    ),
    Read(
        "inspected_to",
        "Last day of the inspection.",
        lambda row: found.inspected_to if (found := _inspection(row)) else None,
        Kind.DATE,
    ),
    Read(
        "published",
        "Day of publication.",
        lambda row: found.published if (found := _inspection(row)) else None,
        Kind.DATE,
    ),
    Read(
        "lead_inspector",
        "Lead inspector.",
        lambda row: found.lead_inspector if (found := _inspection(row)) else None,
        width=24,
    ),
    Read("pages", "Pages of the file.", lambda row: row.parsed.source.pages, Kind.WHOLE, width=8),
    Read(
        "page_from",
        "First page of the report.",
        lambda row: row.report and row.report.page_from,
        Kind.WHOLE,
    ),
    Read(
        "page_to",
        "Last page of the report.",
        lambda row: row.report and row.report.page_to,
        Kind.WHOLE,
    ),
    Read("media_type", "Format of the file.", lambda row: row.parsed.source.media_type, width=24),
    Read("bytes", "Size of the file.", lambda row: row.parsed.source.bytes, Kind.WHOLE, width=12),
    Read(
        "sha256",
        "SHA-256 of the file.",
        lambda row: row.parsed.source.sha256,
        label="SHA-256",
    ),
)
DOCUMENTS: Sheet[ReportRow] = Sheet(
    "documents",
    "One row for each report; a file that could not be read has a row too.",
    _COLUMNS,
    _reports,
)

Wrong = Column[ProblemRow]
PROBLEMS: Sheet[ProblemRow] = Sheet(
    "problems",
    "What could not be read, and what to do.",
    (
        Wrong(
            "file",
            "File, below the folder that was converted.",
            lambda row: row.parsed.source.path,
            width=44,
        ),
        Wrong(
            "page", "Page, where it is known.", lambda row: row.problem.page, Kind.WHOLE, width=7
        ),
        Wrong(
            "problem", "What is wrong, and what to do.", lambda row: row.problem.message, width=80
        ),
        Wrong("code", "Code of the problem.", lambda row: row.problem.code, width=26),
        Wrong(
            "link",
            "Address of the file, at the page.",
            lambda row: link_to(row.location, row.problem.page),
            width=12,
        ),
    ),
    _problems,
    print_to="code",
)
