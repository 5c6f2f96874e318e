"""Header rows of a tab-separated table: put over their columns, mended, and given their spans.

Text taken from a PDF prints a spanning header once, at any of its columns, breaks one header
over fields or lines, and may have a tab too many or too few.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reportparse.layout.tables.cell_kinds import CellKind, kind_of
from reportparse.readers.plain.fields import Field, Row, empty_field, filled, padded

_CONTINUES = re.compile(r"(?:of|and|for|in|to|the|per|or|with|from|by|at|who|on)\b|[/,;)]")
_LOWEST_WITH_WRAP = 3


class SpannedField(NamedTuple):
    """A header with its first column and the number of columns it covers."""

    column: int
    span: int
    field: Field


class BodyShape(NamedTuple):
    """Where the body of the table has stubs and figures; ``width`` counts columns."""

    width: int
    n_stub_columns: int
    used_columns: frozenset[int]


def align_header(row: Row, leaf: Row, shape: BodyShape) -> Row:
    """``row`` with tabs taken away or added at its ends so that its words stand over columns.

    Args:
        row: Fields of a header row.
        leaf: The lowest header row.
        shape: The body below.
    """
    extra = len(row) - shape.width
    if extra == 0:
        return row
    choices = []
    for leading in range(abs(extra) + 1):
        choice = _shifted(row, leading, extra)
        if choice is not None:
            choices.append((-_fit(choice, leaf, shape), leading, choice))
    return min(choices, key=lambda choice: choice[:2])[2] if choices else row


def _shifted(row: Row, leading: int, extra: int) -> Row | None:
    if extra < 0:
        start = row[0].start_char if row else 0
        return padded([empty_field(start)] * leading + row, len(row) - extra)
    trailing = extra - leading
    cut = row[:leading] + row[len(row) - trailing :]
    return None if filled(cut) else row[leading : len(row) - trailing]


def _fit(row: Row, leaf: Row, shape: BodyShape) -> float:
    """How well the words of ``row`` stand over columns in use, and over words in ``leaf``."""
    fit = 0.0
    for column in filled(row):
        over_body = column >= shape.n_stub_columns and column in shape.used_columns
        fit += 1 if over_body else -1
        if row is not leaf and column < len(leaf):
            fit += 0.1 * (kind_of(leaf[column].text) is CellKind.LABEL)
    return fit


def mend_header(row: Row) -> Row:
    """``row`` with headers that were cut at a tab joined in the first of their fields."""
    mended = list(row)
    last: int | None = None
    for column in filled(row):
        field = mended[column]
        if last is not None and _is_rest(mended[last].text, field.text, column - last):
            if not mended[last].text.endswith(field.text):
                space = "" if field.text[0] in "/,;)" else " "
                mended[last] = mended[last].joined(field, space=space)
            mended[column] = empty_field(field.start_char)
        else:
            last = column
    return mended


def _is_rest(before: str, text: str, distance: int) -> bool:
    if text.count(")") > text.count("("):
        return before.endswith(text) or before.count("(") > before.count(")")
    return distance == 1 and bool(_CONTINUES.match(text))


def span_headers(rows: Sequence[Row], shape: BodyShape) -> list[list[SpannedField]]:
    """Spans of the headers in ``rows``, which are aligned and mended; the last row is the lowest.

    A row whose words all stand in columns that no other upper row covers is the first line of
    wrapped headers and is joined with the lowest row; it comes out empty.
    """
    groups = _leaf_groups([field.text for field in rows[-1]], shape)
    spanned = [_spans_of(row, groups, shape) for row in rows[:-1]]
    lowest = list(rows[-1])
    for index in range(len(spanned)):
        if len(rows) >= _LOWEST_WITH_WRAP and _is_wrapped(index, spanned, lowest):
            for cell in spanned[index]:
                text = f"{cell.field.text} {lowest[cell.column].text}"
                lowest[cell.column] = lowest[cell.column]._replace(text=text)
            spanned[index] = []
    spanned.append(_lowest_spans(lowest, shape))
    return spanned


def _lowest_spans(row: Row, shape: BodyShape) -> list[SpannedField]:
    columns = filled(row)
    cells = [SpannedField(column, 1, row[column]) for column in columns]
    if columns and columns[0] == 0 and (len(columns) == 1 or columns[1] >= shape.n_stub_columns):
        cells[0] = SpannedField(0, max(1, shape.n_stub_columns), row[0])
    return cells


def _leaf_groups(leaves: Sequence[str], shape: BodyShape) -> list[range]:
    """Runs of columns whose lowest headers come again in the same order, two columns or more."""
    first = shape.n_stub_columns
    starts = [c for c in range(first, len(leaves)) if leaves[c] and leaves[c] == leaves[first]]
    if len(starts) < 2:
        return []
    longest = min(b - a for a, b in pairwise(starts))
    length = 0
    while length < longest and starts[-1] + length < len(leaves):
        if len({leaves[start + length] for start in starts}) > 1:
            break
        length += 1
    return [range(start, start + length) for start in starts] if length > 1 else []


def _spans_of(row: Row, groups: Sequence[range], shape: BodyShape) -> list[SpannedField]:
    columns = filled(row)
    if groups:
        return _spans_in_groups(row, groups)
    if any(row[a].text == row[b].text and b == a + 1 for a, b in pairwise(columns)):
        return [SpannedField(column, 1, row[column]) for column in columns]
    cells = []
    for column, following in zip(columns, [*columns[1:], shape.width], strict=False):
        end = following
        while end - 1 > column and end - 1 not in shape.used_columns:
            end -= 1
        if column < shape.n_stub_columns:
            end = min(end, shape.n_stub_columns)
        cells.append(SpannedField(column, max(1, end - column), row[column]))
    return cells


def _spans_in_groups(row: Row, groups: Sequence[range]) -> list[SpannedField]:
    """Headers over groups of like columns.

    A header may be printed at any of its columns. Groups with as many headers are divided alike,
    which settles where each begins.
    """
    inside = [[column for column in group if row[column].text] for group in groups]
    cells = []
    for group, columns in zip(groups, inside, strict=True):
        alike = [
            [column - other.start for column in held]
            for other, held in zip(groups, inside, strict=True)
            if len(held) == len(columns)
        ]
        starts = [0, *(_begin(alike, index) for index in range(1, len(columns)))]
        ends = [*starts[1:], len(group)]
        for column, start, end in zip(columns, starts, ends, strict=False):
            cells.append(SpannedField(group.start + start, end - start, row[column]))
    covered = {column for group in groups for column in group}
    cells += [SpannedField(c, 1, row[c]) for c in filled(row) if c not in covered]
    return sorted(cells)


def _begin(alike: Sequence[Sequence[int]], index: int) -> int:
    """Where the header number ``index`` begins: as far right as all like groups allow."""
    low = max(columns[index - 1] + 1 for columns in alike)
    return max(low, min(columns[index] for columns in alike))


def _is_wrapped(index: int, spanned: Sequence[list[SpannedField]], lowest: Row) -> bool:
    others = {
        column
        for other, cells in enumerate(spanned)
        if other != index
        for cell in cells
        for column in range(cell.column, cell.column + cell.span)
    }
    cells = spanned[index]
    return bool(cells) and all(
        cell.span == 1 and cell.column not in others and lowest[cell.column].text for cell in cells
    )
