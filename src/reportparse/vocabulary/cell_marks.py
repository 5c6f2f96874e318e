"""What cells print in place of a figure, or beside one (``data/cell_marks.json``)."""

from dataclasses import dataclass
from functools import lru_cache

from reportparse.vocabulary.data_files import read_data


@dataclass(frozen=True, slots=True)
class CellMarks:
    """The state that each mark stands for, by the mark in small letters.

    ``alone`` are whole cells, ``bracketed`` whole cells in brackets ("[c]"), ``beside`` follow a
    figure ("12.3p", "12.3 [p]").
    """

    alone: dict[str, str]
    bracketed: dict[str, str]
    beside: dict[str, str]


@lru_cache(maxsize=1)
def load_cell_marks() -> CellMarks:
    """The marks of statistical releases and council papers."""
    data = read_data("cell_marks.json")
    return CellMarks(*(_by_mark(data[place]) for place in ("alone", "bracketed", "beside")))


def _by_mark(states: dict[str, list[str]]) -> dict[str, str]:
    return {mark: state for state, marks in states.items() for mark in marks}
