"""Tables of tab-separated lines, whole: headers mended, broken rows joined, copies told apart."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportparse.document import Cell, CellRole, Table
from reportparse.layout.tables.cell_kinds import CellKind, kind_of
from reportparse.layout.tables.roles import GridCell, Roles, find_roles
from reportparse.readers.grid import (
    Grid,
    PlacedCell,
    SourceCell,
    TableFrame,
    build_table,
    holds_data,
)
from reportparse.readers.plain.fields import (
    Field,
    Row,
    filled,
    has_figures,
    join_broken_rows,
    padded,
    split_fields,
)
from reportparse.readers.plain.headers import (
    BodyShape,
    SpannedField,
    align_header,
    mend_header,
    span_headers,
)
from reportparse.readers.plain.lines import TextLine

_NARRATIVE_CHARS = 400
_BLOCK_TAG = re.compile(r"</?(?:p|ul|ol|li|table|div)\b", re.IGNORECASE)
_CAPTION_CHARS = 40


@dataclass(slots=True)
class TabSegment:
    """Lines that make one table or one box; ``caption`` is a first row that names the table."""

    lines: list[TextLine]
    caption: str | None = None
    rows: list[Row] = field(default_factory=list)


def is_narrative(line: TextLine) -> bool:
    """Whether a tabbed line holds running text, as the boxes of a form do."""
    longest = max(len(part) for part in line.raw.split("\t"))
    return longest > _NARRATIVE_CHARS or bool(_BLOCK_TAG.search(line.raw))


def go_together(upper: Sequence[TextLine], lower: Sequence[TextLine]) -> bool:
    """Whether ``upper`` is the header of the table that ``lower`` goes on with after a gap."""
    if any(is_narrative(line) for line in [*upper, *lower]):
        return False
    segment = TabSegment([])
    rows = _without_caption(segment, [split_fields(line) for line in [*upper, *lower]])
    n_upper = len(upper) - (segment.caption is not None)
    return 0 < n_upper <= _roles(rows).n_header_rows


def segment_lines(lines: Sequence[TextLine]) -> list[TabSegment]:
    """Part a run of tabbed lines where a header comes again or a narrative line stands."""
    segments: list[TabSegment] = []
    for line in lines:
        narrative = is_narrative(line)
        if not segments or narrative or _is_closed(segments[-1], line):
            segments.append(TabSegment([]))
        segments[-1].lines.append(line)
        if not narrative:
            segments[-1].rows.append(split_fields(line))
    return segments


def _is_closed(segment: TabSegment, line: TextLine) -> bool:
    """Whether ``line`` cannot go on with ``segment``: it repeats the header over new stubs."""
    if not segment.rows:
        return True
    words = [item.text for item in split_fields(line) if item.text]
    heads = [row for row in segment.rows[:2] if len(filled(row)) > 1 and _has_names(row)][:1]
    return (
        bool(words)
        and any(words == [item.text for item in head if item.text] for head in heads)
        and any(has_figures(row) for row in segment.rows)
    )


def _has_names(row: Row) -> bool:
    """Whether a field of ``row`` after the first names a column."""
    return any(kind_of(item.text) in (CellKind.LABEL, CellKind.KEY) for item in row[1:])


def join_tables(upper: Table, lower: Table) -> Table | None:
    """One table where ``lower`` goes on with ``upper`` after a page break; None otherwise.

    It goes on where it has the same columns and either no header, or the same header over other
    stubs.
    """
    if upper.n_columns != lower.n_columns or upper.n_header_rows == 0:
        return None
    n_header = lower.n_header_rows
    if n_header and (_header(upper) != _header(lower) or _stubs(upper) & _stubs(lower)):
        return None
    shift = upper.n_rows - n_header
    moved = (
        replace(cell, row=cell.row + shift, role=_role_in(upper, cell))
        for cell in lower.cells
        if cell.row >= n_header
    )
    return replace(
        upper,
        n_rows=upper.n_rows + lower.n_rows - n_header,
        cells=(*upper.cells, *moved),
        end_char=lower.end_char,
    )


def _header(table: Table) -> list[tuple[int, int, int, str]]:
    return [
        (cell.row, cell.column, cell.column_span, cell.text)
        for cell in table.cells
        if cell.row < table.n_header_rows
    ]


def _stubs(table: Table) -> set[str]:
    return {cell.text for cell in table.cells if cell.column == 0 and cell.role is CellRole.STUB}


def _role_in(table: Table, cell: Cell) -> CellRole:
    return CellRole.STUB if cell.column < table.n_stub_columns else CellRole.BODY


def build_segment(segment: TabSegment, identity: str, caption: str | None) -> Table | None:
    """The table of ``segment``; None where its lines hold no table.

    Args:
        segment: Lines without narrative.
        identity: Id for the table.
        caption: Caption that stands before the lines; the segment's own first row outranks it.
    """
    rows = _without_caption(segment, join_broken_rows(_without_indent(segment.rows)))
    width = max((filled(row)[-1] + 1 for row in rows if filled(row)), default=0)
    if len(rows) < 2 or width < 2:
        return None
    grid, roles = _grid(rows)
    if not holds_data(grid, marked_header_rows=roles.n_header_rows):
        return None
    first, last = segment.lines[0], segment.lines[-1]
    frame = TableFrame(
        identity, segment.caption or caption, first.start, last.end, roles.n_header_rows
    )
    return build_table(grid, frame)


def _without_indent(rows: list[Row]) -> list[Row]:
    """``rows`` without first columns that are empty in all: tabs that set the table in."""
    indent = min((filled(row)[0] for row in rows if filled(row)), default=0)
    return [row[indent:] if filled(row) else row[:1] for row in rows] if indent else rows


def _without_caption(segment: TabSegment, rows: list[Row]) -> list[Row]:
    """``rows`` after a first row that holds one long text over a header row of its own."""
    rows = [row for row in rows if filled(row)]
    if len(rows) > 2 and filled(rows[0]) == [0] and len(rows[0][0].text) >= _CAPTION_CHARS:
        rest = rows[1:]
        if _roles(rest).n_header_rows:
            segment.caption = rows[0][0].text
            return rest
    return rows


def _roles(rows: Sequence[Row]) -> Roles:
    cells = [
        GridCell(index, column, 1, 1, row[column].text)
        for index, row in enumerate(rows)
        for column in filled(row)
    ]
    width = max((cell.column + 1 for cell in cells), default=0)
    return find_roles(cells, n_rows=len(rows), n_columns=width)


def _shape(body: Sequence[Row], roles: Roles) -> BodyShape:
    width = Counter(len(row) for row in body).most_common(1)[0][0]
    used = frozenset(column for row in body for column in filled(row))
    return BodyShape(max(width, max(used) + 1), roles.n_stub_columns, used)


def _grid(rows: list[Row]) -> tuple[Grid, Roles]:
    roles = _roles(rows)
    n_header = roles.n_header_rows
    headers, body = rows[:n_header], rows[n_header:]
    shape = _shape(body, roles)
    cells: list[PlacedCell] = []
    spanned = _headers(headers, shape) if headers else []
    kept = [header for header in spanned if header]
    for index, header in enumerate(kept):
        cells += [_placed(index, column, item, column_span=span) for column, span, item in header]
    for index, row in enumerate(body, start=len(kept)):
        cells += [_placed(index, column, row[column]) for column in filled(row)]
    n_columns = max(cell.column + cell.cell.column_span for cell in cells)
    grid = Grid(tuple(cells), len(kept) + len(body), n_columns)
    return grid, Roles(len(kept), roles.n_stub_columns)


def _headers(headers: Sequence[Row], shape: BodyShape) -> list[list[SpannedField]]:
    leaf = align_header(headers[-1], headers[-1], shape)
    aligned = [mend_header(align_header(row, leaf, shape)) for row in headers[:-1]]
    width = max(len(row) for row in [*aligned, leaf])
    return span_headers([padded(row, width) for row in [*aligned, leaf]], shape)


def _placed(row: int, column: int, item: Field, *, column_span: int = 1) -> PlacedCell:
    cell = SourceCell(item.text, item.start_char, item.end_char, column_span=column_span)
    return PlacedCell(row, column, cell)
