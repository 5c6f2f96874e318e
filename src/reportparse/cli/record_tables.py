"""Records as tables for the console."""

from typing import TYPE_CHECKING

from rich.table import Table

from reportparse.cli.console import add_row, plain_table

if TYPE_CHECKING:
    from reportparse.records import IndicatorValue, ParsedDocument, Period, Report


def source_table(parsed: "ParsedDocument") -> Table:
    """What the file is and what was read from it."""
    table = plain_table("", "")
    source = parsed.source
    add_row(table, "File", source.path)
    add_row(table, "Type", source.media_type)
    add_row(table, "Pages", source.pages)
    for report in parsed.reports:
        add_row(table, "Report", report.title or report.kind)
        for label, value in _about(report):
            if value is not None:
                add_row(table, label, value)
    table.show_header = False
    return table


def _about(report: "Report") -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = [
        ("Kind", str(report.kind)),
        ("Organisation", report.organisation),
        ("Committee", report.committee),
        ("Author", report.author),
        ("Date", report.report_date),
    ]
    inspection = report.inspection
    if inspection:
        days = [str(day) for day in (inspection.inspected_from, inspection.inspected_to) if day]
        found += [
            ("Framework", inspection.framework),
            ("URN", inspection.urn),
            ("Inspected", " to ".join(dict.fromkeys(days)) or None),
            ("Published", inspection.published),
            ("Lead inspector", inspection.lead_inspector),
        ]
    return found


def judgement_table(report: "Report") -> Table:
    """The grades of one report: its own, and those that it tells of.

    A column for the part stands only where there are parts, one for the printed words only where
    there is room beside them, one for the basis only where other inspections are told of, and one
    for the provider only where others than the report's own are graded.
    """
    own = {report.organisation, report.inspection.provider if report.inspection else None}
    others = any(judgement.provider not in own for judgement in report.judgements)
    parts = any(judgement.part for judgement in report.judgements)
    told = any(judgement.basis != "stated" for judgement in report.judgements)
    shown = {
        "Provider": others,
        "Part": parts,
        "As printed": not (parts or told or others),
        "Basis": told,
    }
    headings = ("Provider", "Part", "Aspect", "Grade", "As printed", "Basis", "Page")
    columns = [heading for heading in headings if shown.get(heading, True)]
    whole = tuple(heading for heading in columns if heading not in {"Provider", "As printed"})
    table = plain_table(*columns, right=("Page",), whole=whole)
    for judgement in report.judgements:
        cells = {
            "Provider": judgement.provider,
            "Part": judgement.part,
            "Aspect": judgement.aspect or judgement.aspect_text,
            "Grade": judgement.grade,
            "As printed": judgement.grade_text,
            "Basis": judgement.basis,
            "Page": judgement.provenance.page,
        }
        add_row(table, *(cells[heading] for heading in columns))
    return table


def indicator_table(report: "Report", *, most: int | None = None) -> Table:
    """The indicator values of one report; only the first ``most`` where it is given."""
    table = plain_table(
        "Measure", "Value", "Unit", "Period", "Area", "Page", right=("Value", "Page")
    )
    for indicator in report.indicators[:most]:
        add_row(
            table,
            indicator.label,
            _figure(indicator),
            indicator.unit,
            _period(indicator.period),
            indicator.area,
            indicator.provenance.page,
        )
    return table


def _figure(indicator: "IndicatorValue") -> str:
    sign = {"up": "+", "down": "-"}.get(indicator.direction or "", "")
    return f"{sign}{indicator.value:,.10g}"


def _period(period: "Period | None") -> str | None:
    return period.key if period else None


def problem_table(parsed: "ParsedDocument") -> Table:
    """What could not be read."""
    table = plain_table("Problem", "Page", "Message", right=("Page",))
    for problem in parsed.problems:
        add_row(table, problem.code, problem.page, problem.message)
    return table
