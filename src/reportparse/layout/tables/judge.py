"""Telling data tables from layout boxes, forms, call-outs and charts."""

from collections.abc import Sequence

from reportparse.layout.tables.aligned import Aligned
from reportparse.layout.tables.cell_kinds import CellKind, kind_of
from reportparse.layout.tables.cells import Slot

_LONG_CELL_WORDS = 60
_FORM_SHARE = 0.6


def is_data_table(slots: Sequence[Slot]) -> bool:
    """Whether filled cells are a table that carries data rather than a box around text."""
    rows = {row for slot in slots for row in range(slot.area.r0, slot.area.r1 + 1)}
    columns = {column for slot in slots for column in range(slot.area.c0, slot.area.c1 + 1)}
    if len(rows) < 2 or len(columns) < 2 or len(slots) < 4:
        return False
    if all(kind_of(slot.text) in (CellKind.VALUE, CellKind.MARK) for slot in slots):
        return False
    return not (_is_prose(slots) or _is_form(slots))


def _is_prose(slots: Sequence[Slot]) -> bool:
    """Whether a few long cells hold most of the words, as boxes around paragraphs do."""
    counts = [len(slot.words) for slot in slots]
    long = sum(count for count in counts if count > _LONG_CELL_WORDS)
    return len(slots) <= 6 and long > 0.7 * sum(counts)


def _is_form(slots: Sequence[Slot]) -> bool:
    """Whether most cells hold a label and its entry ("Contact: J Smith") at once."""
    labelled = sum(
        ":" in slot.text.rstrip(" :") and not slot.lines[0].pieces[0].value for slot in slots
    )
    return labelled >= _FORM_SHARE * len(slots)


def is_aligned_table(found: Aligned) -> bool:
    """Whether a region without a grid is a table: enough rows, filled columns, short cells."""
    n_columns = len(found.columns)
    body = [slot for slot in found.slots if slot.area.r0 >= found.n_header_rows]
    rows = {slot.area.r0 for slot in body}
    full_rows = [r for r in rows if sum(slot.area.r0 == r for slot in body) >= 2]
    ruled = len(found.region.across()) >= 2
    if len(full_rows) < (2 if ruled else 3):
        return len(full_rows) > 1 and _is_small_table(found, body)
    words = sum(piece.n_words for slot in body for line in slot.lines for piece in line.pieces)
    if words > 12 * len(body):
        return False
    others = [slot for slot in body if slot.area.c0 > 0]
    values = sum(slot.lines[0].pieces[0].value for slot in others)
    share = values / max(len(others), 1)
    if _is_contents(body, n_columns):
        return False
    if ruled:
        return share >= 0.3 or n_columns >= 3
    figures = _figure_columns(body)
    return figures > 1 or (share >= 0.6 and figures > 0)


def _is_small_table(found: Aligned, body: Sequence[Slot]) -> bool:
    """Whether periods head every column of two rows that hold a label and nothing but figures."""
    heads = [slot for slot in found.slots if slot.area.r0 == found.n_header_rows - 1]
    figures = [slot for slot in body if slot.area.c0 > 0]
    n_columns = len(found.columns)
    return (
        n_columns > 2
        and sum(kind_of(slot.text) is CellKind.KEY for slot in heads) == n_columns - 1
        and all(kind_of(slot.text) is CellKind.VALUE for slot in figures)
        and len(figures) == (n_columns - 1) * len({slot.area.r0 for slot in body})
    )


def _figure_columns(body: Sequence[Slot]) -> int:
    """How many columns right of the first hold figures in most of their cells, at least three."""
    columns: dict[int, list[Slot]] = {}
    for slot in body:
        columns.setdefault(slot.area.c0, []).append(slot)
    return sum(
        sum(slot.lines[0].pieces[0].value for slot in cells) >= max(3, 0.6 * len(cells))
        for column, cells in columns.items()
        if column
    )


def _is_contents(body: Sequence[Slot], n_columns: int) -> bool:
    """Whether the last column only counts pages upwards, as a contents list does."""
    if n_columns > 3:
        return False
    last = [slot.text for slot in body if slot.area.c0 == n_columns - 1]
    if len(last) < 3 or not all(text.isdigit() for text in last):
        return False
    pages = [int(text) for text in last]
    return pages == sorted(pages) and pages[-1] < 2000
