"""Tables as grids of texts, to compare with what was read by eye."""

from reportparse.document import Table


def grid_of(table: Table) -> list[list[str]]:
    """Texts by row and column; a merged cell stands in every place that it covers."""
    rows = [[""] * table.n_columns for _ in range(table.n_rows)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                rows[row][column] = cell.text
    return rows
