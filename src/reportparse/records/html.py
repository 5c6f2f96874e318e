"""Records as HTML for notebooks: escaped, without script, style or anything fetched."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import product
from typing import TYPE_CHECKING

from reportparse.document import CellRole
from reportparse.records.base import shorten

if TYPE_CHECKING:
    from reportparse.records.report import ParsedDocument, Report
    from reportparse.records.table import TableCell, TableRecord

SHOWN_ROWS = 20
_QUOTE = 160
_LEFT = ' style="text-align:left"'


def rows_html(headings: Sequence[str], rows: Iterable[Sequence[object]], *, total: int) -> str:
    """A table of ``rows``; a line below says how many of ``total`` rows are not shown."""
    head = "".join(f"<th{_LEFT}>{escape(heading)}</th>" for heading in headings)
    lines = []
    for row in rows:
        cells = ("" if cell is None else escape(str(cell)) for cell in row)
        lines.append("<tr>" + "".join(f"<td{_LEFT}>{cell}</td>" for cell in cells) + "</tr>")
    rest = total - len(lines)
    more = f"<p>{rest:,} more rows are not shown.</p>" if rest > 0 else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>{more}"


def table_html(table: "TableRecord") -> str:
    """A table as it is printed, merged cells merged."""
    starts = {(cell.row, cell.column): cell for cell in table.cells}
    covered = {
        (row, column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    rows: list[list[str]] = [[] for _ in range(table.n_rows)]
    for row, column in product(range(table.n_rows), range(table.n_columns)):
        if (row, column) in starts:
            rows[row].append(_cell_html(starts[row, column]))
        elif (row, column) not in covered:
            rows[row].append("<td></td>")
    places = [table.origin.path, _pages(table.pages), table.caption]
    caption = ": ".join(escape(place) for place in places if place)
    body = "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
    return f"<table><caption>{caption}</caption>{body}</table>"


def _cell_html(cell: "TableCell") -> str:
    tag = "td" if cell.role is CellRole.BODY else "th"
    spans = f' rowspan="{cell.row_span}" colspan="{cell.column_span}"'
    return f"<{tag}{spans}{_LEFT}>{escape(cell.text)}</{tag}>"


def document_html(parsed: "ParsedDocument") -> str:
    """What was read of a document: its reports with their first records, and its problems."""
    parts = [f"<h3>{escape(parsed.source.path or 'document')}</h3>"]
    for report in parsed.reports:
        parts.append(f"<p>{escape(_about(report))}</p>")
        parts.append(_judgements_html(report))
        parts.append(_indicators_html(report))
    if parsed.problems:
        rows = [(one.code, one.page, one.message) for one in parsed.problems]
        parts.append(rows_html(("Problem", "Page", "What to do"), rows, total=len(rows)))
    return "".join(parts)


def _about(report: "Report") -> str:
    about = (report.title, report.organisation, report.report_date, report.kind)
    return ", ".join(str(part).replace("_", " ") for part in about if part)


def _judgements_html(report: "Report") -> str:
    if not report.judgements:
        return ""
    rows = [
        (
            one.provider,
            one.aspect,
            one.grade_text,
            one.provenance.page,
            _quote(one.provenance.quote),
        )
        for one in report.judgements[:SHOWN_ROWS]
    ]
    headings = ("Provider", "Aspect", "Grade", "Page", "Quote")
    return rows_html(headings, rows, total=len(report.judgements))


def _indicators_html(report: "Report") -> str:
    if not report.indicators:
        return ""
    rows = [
        (
            one.indicator or one.label,
            one.value_text,
            one.unit.replace("_", " "),
            one.period.key if one.period else None,
            one.area,
            one.provenance.page,
            _quote(one.provenance.quote),
        )
        for one in report.indicators[:SHOWN_ROWS]
    ]
    headings = ("Measure", "Value", "Unit", "Period", "Area", "Page", "Quote")
    return rows_html(headings, rows, total=len(report.indicators))


def _quote(quote: str) -> str:
    return shorten(quote, _QUOTE)


def _pages(pages: Sequence[int]) -> str:
    return f"page{'s' if pages[1:] else ''} {', '.join(map(str, pages))}" if pages else ""
