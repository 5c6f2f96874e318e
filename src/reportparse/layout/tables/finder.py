"""Finding the tables of one page, stage by stage."""

import re
from dataclasses import dataclass, field

from reportparse.document import BBox, Ruling
from reportparse.layout.page import PageContent, PageWord
from reportparse.layout.tables.aligned import Region, carries_values, read_region
from reportparse.layout.tables.cell_kinds import CellKind, kind_of
from reportparse.layout.tables.cells import Slot
from reportparse.layout.tables.charts import is_chart
from reportparse.layout.tables.edges import (
    Frame,
    band_rules,
    filled_rows,
    frames_of,
    heading_rules,
    mend,
)
from reportparse.layout.tables.flow import split_columns
from reportparse.layout.tables.judge import is_aligned_table, is_data_table
from reportparse.layout.tables.model import FoundCell, FoundTable
from reportparse.layout.tables.regions import find_regions
from reportparse.layout.tables.roles import GridCell, find_roles
from reportparse.layout.tables.ruled import fill_frame
from reportparse.layout.tables.text import lines_of
from reportparse.layout.tables.turned import (
    stands_on_side,
    turn_of,
    turn_of_part,
    turned_back,
    turned_page,
)

# How far below its head the first figures of a table stand, and how tall a head is, in points.
_NEXT_ROW = 40.0
_HEAD_HEIGHT = 150.0
_FEWEST_ROWS = 2
_COLUMN_NUMBER = re.compile(r"\(\d{1,2}\)|\d{1,2}")


@dataclass(slots=True)
class Stages:
    """What each stage found on a page, for drawing and for tests."""

    frames: list[Frame] = field(default_factory=list)
    candidates: list[list[Slot]] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    tables: list[FoundTable] = field(default_factory=list)


def find_tables(page: PageContent, held: frozenset[int] = frozenset()) -> tuple[FoundTable, ...]:
    """The data tables of ``page`` from top to bottom; empty where it has none.

    Words of the indices ``held`` belong to charts.
    """
    return tuple(find_stages(page, held).tables)


def find_stages(page: PageContent, held: frozenset[int] = frozenset()) -> Stages:
    """As ``find_tables``, with what every stage saw; on a turned page all but the tables turned."""
    turn = turn_of(page)
    if turn is None:
        turned = _tables_on_side(page, held)
        inside = {index for table in turned for cell in table.cells for index in cell.words}
        stages = _find_stages(page, held | inside)
        stages.tables = sorted([*stages.tables, *turned], key=lambda table: table.bbox[1])
        return stages
    stray = {index for index, word in enumerate(page.words) if word.upright and len(word.text) > 1}
    stages = _find_stages(turned_page(page, turn), held | stray)
    stages.tables = [turned_back(table, turn) for table in stages.tables]
    return stages


def _tables_on_side(page: PageContent, held: frozenset[int]) -> list[FoundTable]:
    """Tables whose words stand on their side on a page that is upright."""
    turn = turn_of_part(page)
    if turn is None:
        return []
    upright = {index for index, word in enumerate(page.words) if word.upright}
    stages = _find_stages(turned_page(page, turn), held | upright)
    tables = [turned_back(table, turn) for table in stages.tables]
    return [table for table in tables if stands_on_side(table, page)]


def _find_stages(page: PageContent, held: frozenset[int]) -> Stages:
    stages = Stages()
    if not page.words:
        return stages
    level, upright = mend(page.rulings)
    stages.frames = _frames_with_heads(page, level, upright)
    taken = set(held)
    for frame in stages.frames:
        free = [index for index in range(len(page.words)) if index not in taken]
        slots = fill_frame(frame, page.words, free)
        if not slots:
            continue
        stages.candidates.append(slots)
        if is_data_table(slots) and not _is_head_alone(slots, page, free):
            taken.update(index for slot in slots for index in slot.words)
            stages.tables.append(table_of(slots, page.words, method="ruled"))
    _find_aligned(page, level, taken, stages)
    stages.tables.sort(key=lambda table: (table.bbox[1], table.bbox[0]))
    return stages


def _frames_with_heads(
    page: PageContent, level: list[Ruling], upright: list[Ruling]
) -> list[Frame]:
    """Frames of the rulings, with the headings and filled rows that no ruling encloses."""
    drawn = heading_rules(level, upright)
    frames = _frames_of([*level, *upright, *drawn])
    filled = filled_rows(frames, page.shades)
    return _frames_of([*level, *upright, *drawn, *filled]) if filled else frames


def _frames_of(rules: list[Ruling]) -> list[Frame]:
    return frames_of(
        [rule for rule in rules if rule.top == rule.bottom],
        [rule for rule in rules if rule.top != rule.bottom],
    )


def _is_head_alone(slots: list[Slot], page: PageContent, free: list[int]) -> bool:
    """Whether a grid holds only the head of a table whose rows stand below it without rulings."""
    kinds = {kind_of(slot.text) for slot in slots if not _COLUMN_NUMBER.fullmatch(slot.text)}
    if kinds & {CellKind.VALUE, CellKind.MARK}:
        return False
    x0, top, x1, bottom = _box([slot.box for slot in slots])
    below = [
        index
        for index in free
        if bottom < (page.words[index].top + page.words[index].bottom) / 2 < bottom + _NEXT_ROW
        and x0 <= (page.words[index].x0 + page.words[index].x1) / 2 <= x1
    ]
    rows = lines_of(page.words, below)
    return bottom - top < _HEAD_HEIGHT and any(carries_values(row) for row in rows)


def _find_aligned(page: PageContent, level: list[Ruling], taken: set[int], stages: Stages) -> None:
    """Add the tables that no grid draws among the words not ``taken``."""
    free = [i for i, word in enumerate(page.words) if i not in taken and word.upright]
    lines = lines_of(page.words, free)
    if sum(len(line.pieces) > 1 for line in lines) < _FEWEST_ROWS:
        return
    level, _ = mend([*level, *band_rules(page.shades)])
    regions = [
        region
        for stretch, (x0, x1) in split_columns(lines, level)
        for region in find_regions(
            stretch, [rule for rule in level if rule.x0 < x1 and rule.x1 > x0]
        )
    ]
    for region in regions:
        stages.regions.append(region)
        aligned = read_region(region, page.words)
        if aligned is None or not is_aligned_table(aligned):
            continue
        slots = list(aligned.slots)
        if is_chart(_box([slot.box for slot in slots]), slots, page):
            continue
        taken.update(index for slot in slots for index in slot.words)
        stages.tables.append(table_of(slots, page.words, method="aligned"))


def table_of(slots: list[Slot], words: tuple[PageWord, ...], *, method: str) -> FoundTable:
    """The table that ``slots`` make, with its header rows and stub columns told."""
    ordered = sorted(slots, key=lambda slot: (slot.area.r0, slot.area.c0))
    cells = tuple(
        FoundCell(
            slot.area.r0,
            slot.area.c0,
            slot.area.r1 - slot.area.r0 + 1,
            slot.area.c1 - slot.area.c0 + 1,
            tuple(index for line in slot.lines for piece in line.pieces for index in piece.words),
            slot.box,
        )
        for slot in ordered
    )
    n_rows = max(cell.row + cell.row_span for cell in cells)
    n_columns = max(cell.column + cell.column_span for cell in cells)
    printed = (
        GridCell(cell.row, cell.column, cell.row_span, cell.column_span, slot.text)
        for cell, slot in zip(cells, ordered, strict=True)
    )
    roles = find_roles(printed, n_rows=n_rows, n_columns=n_columns)
    return FoundTable(
        bbox=_box([cell.bbox for cell in cells]),
        n_rows=n_rows,
        n_columns=n_columns,
        n_header_rows=roles.n_header_rows,
        n_stub_columns=roles.n_stub_columns,
        cells=cells,
        method=method,
    )


def _box(boxes: list[BBox]) -> BBox:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
