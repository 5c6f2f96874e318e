"""How a workbook shows a number: as the report prints it, though it is stored as a number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportparse.records import Direction, Qualifier, Unit

_NUMBER = re.compile(r"\d[\d,]*\.\d+")
_CLAIMS: dict[str, str] = {
    Direction.UP: "up",
    Direction.DOWN: "down",
    Qualifier.ABOUT: "about",
    Qualifier.OVER: "over",
    Qualifier.UNDER: "under",
    Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "at most",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What shapes the number of a row: its unit, its print, and what the words claim of it.

    ``is_unlinked`` is true for a figure that is linked to no measure of the vocabulary.
    """

    unit: object = None
    printed: str = ""
    qualifier: object = None
    direction: object = None
    is_unlinked: bool = False

    @classmethod
    def of(cls, row: Mapping[str, object]) -> "Shape":
        """What a row says of its number, by the names of its columns."""
        return cls(
            unit=row.get("unit_id"),
            printed=str(row.get("printed") or ""),
            qualifier=row.get("qualifier"),
            direction=row.get("direction"),
            is_unlinked="indicator" in row and not row["indicator"],
        )


def number_format(value: float, shape: Shape) -> str:
    """How Excel shows a figure: with the decimals printed, and the words that qualify it."""
    claims = _CLAIMS.get(str(shape.direction), ""), _CLAIMS.get(str(shape.qualifier), "")
    words = " ".join(filter(None, claims))
    decimals = max(_decimals(f"{value:.6f}".rstrip("0")), _printed_decimals(value, shape.printed))
    digits = f".{'0' * min(decimals, 2)}" if decimals else ""
    number = f"0{digits}%" if shape.unit == Unit.PERCENT else f"#,##0{digits}"
    pound = "£" if shape.unit == Unit.GBP else ""
    before = f"{words} {pound}" if words else pound
    return f'"{before}"{number}' if before else number


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])


def _printed_decimals(value: float, printed: str) -> int:
    """Decimals of the printed number that is ``value``: one for 69 printed as 69.0."""
    numbers = (one.replace(",", "") for one in _NUMBER.findall(printed))
    return max((_decimals(one) for one in numbers if float(one) == abs(value)), default=0)
