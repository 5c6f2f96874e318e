"""The measure of the ICDAR 2013 table competition: which cells stand beside which."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

Relation = tuple[str, str, str]


class GridText(NamedTuple):
    """A cell with its first and last row and column."""

    r0: int
    c0: int
    r1: int
    c1: int
    text: str


def relations(cells: Iterable[GridText]) -> Counter[Relation]:
    """Each filled cell with the nearest filled cells to its right and below."""
    grid: dict[tuple[int, int], GridText] = {}
    for cell in cells:
        text = re.sub(r"\s+", "", cell.text)
        if text:
            for row in range(cell.r0, cell.r1 + 1):
                for column in range(cell.c0, cell.c1 + 1):
                    grid[row, column] = cell._replace(text=text)
    last_row = max((row for row, _ in grid), default=0)
    last_column = max((column for _, column in grid), default=0)
    found: Counter[Relation] = Counter()
    seen: set[tuple[GridText, GridText, str]] = set()
    for (row, column), cell in grid.items():
        across = (grid.get((row, at)) for at in range(column + 1, last_column + 1))
        down = (grid.get((at, column)) for at in range(row + 1, last_row + 1))
        for direction, others in (("right", across), ("down", down)):
            other = next((other for other in others if other and other != cell), None)
            if other and (cell, other, direction) not in seen:
                seen.add((cell, other, direction))
                found[cell.text, other.text, direction] += 1
    return found


def f_measure(want: Counter[Relation], got: Counter[Relation]) -> float:
    """Harmonic mean of precision and recall of the relations."""
    total = sum(want.values()) + sum(got.values())
    return 2 * sum((want & got).values()) / total if total else 1.0
