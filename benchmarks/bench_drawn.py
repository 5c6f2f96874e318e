"""Score tables drawn by reportlab, LibreOffice and Chromium, cell beside cell.

Usage: bench_drawn.py [FOLDER] (keeps the drawn files in FOLDER)
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "tests")]

from builders.adjacency import GridText, Relation, f_measure, relations  # noqa: E402
from builders.drawn.contents import CONTENTS, DrawnCell, DrawnTable, styles_of  # noqa: E402
from builders.drawn.programs import (  # noqa: E402
    BROWSER,
    OFFICE,
    drawn_by_browser,
    drawn_by_office,
    drawn_by_reportlab,
)
from reportparse.readers.pdf import read_pdf  # noqa: E402


def all_tables() -> dict[str, tuple[DrawnTable, str]]:
    """Every content in two styles, by name."""
    return {
        f"{name}-{style}": (table, style)
        for at, (name, table) in enumerate(CONTENTS.items())
        for style in styles_of(name, at)
    }


def score(data: bytes, table: DrawnTable) -> tuple[float, bool, int]:
    """Adjacency F1, whether the header rows are right, and how many tables were found."""
    document = read_pdf(data)
    got: Counter[Relation] = Counter()
    for found in document.tables:
        got += _relations(
            [(c.row, c.column, DrawnCell(c.text, c.column_span, c.row_span)) for c in found.cells]
        )
    want = _relations(table.placed())
    headed = any(found.n_header_rows == len(table.head) for found in document.tables)
    return f_measure(want, got), headed, len(document.tables)


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


def draw(folder: Path) -> dict[str, dict[str, bytes]]:
    """PDF files by program and by name."""
    tables = all_tables()
    drawn = {"reportlab": {name: drawn_by_reportlab(*entry) for name, entry in tables.items()}}
    if OFFICE:
        drawn["office"] = drawn_by_office(tables, folder)
    if BROWSER:
        drawn["browser"] = {
            name: drawn_by_browser(*entry, folder) for name, entry in tables.items()
        }
    return drawn


def main() -> None:
    """Draw, read, score and print."""
    tables = all_tables()
    with tempfile.TemporaryDirectory() as scratch:
        drawn = draw(Path(scratch))
    total = []
    for program, files in drawn.items():
        scores = []
        for name, data in files.items():
            f1, headed, found = score(data, tables[name][0])
            scores.append(f1)
            if len(sys.argv) > 1:
                Path(sys.argv[1], f"{program}-{name}.pdf").write_bytes(data)
            if f1 < 1 or not headed or found != 1:
                print(f"{program:10} {name:22} F1 {f1:.3f} headed {headed} tables {found}")
        total.extend(scores)
        print(f"{program}: {len(scores)} tables, F1 {sum(scores) / len(scores):.4f}")
    print(f"all: {len(total)} tables, F1 {sum(total) / len(total):.4f}")


if __name__ == "__main__":
    main()
