"""How well the tables of a drawn file were read."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from builders.adjacency import GridText, Relation, f_measure, relations
from builders.drawn.contents import CONTENTS, DrawnCell, DrawnTable, styles_of
from reportparse.readers.pdf import read_pdf


class Score(NamedTuple):
    """Adjacency F1, whether a table has the right header rows, and how many were found."""

    f1: float
    headed: bool
    found: int


def all_tables() -> dict[str, tuple[DrawnTable, str]]:
    """Every content in two styles, by name."""
    return {
        f"{name}-{style}": (table, style)
        for at, (name, table) in enumerate(CONTENTS.items())
        for style in styles_of(name, at)
    }


def score_of(data: bytes, table: DrawnTable) -> Score:
    """The tables of the PDF ``data`` held against the one that was drawn."""
    document = read_pdf(data)
    got: Counter[Relation] = Counter()
    for found in document.tables:
        got += _relations(
            [(c.row, c.column, DrawnCell(c.text, c.column_span, c.row_span)) for c in found.cells]
        )
    headed = any(found.n_header_rows == len(table.head) for found in document.tables)
    return Score(f_measure(_relations(table.placed()), got), headed, len(document.tables))


def _relations(cells: Sequence[tuple[int, int, DrawnCell]]) -> Counter[Relation]:
    """What stands beside what; a label that has its row for itself spans nothing that shows."""
    alone = Counter(row for row, _, cell in cells if cell.text)
    return relations(
        GridText(
            row,
            column,
            row + cell.rows - 1,
            column if alone[row] == 1 else column + cell.columns - 1,
            cell.text,
        )
        for row, column, cell in cells
    )
