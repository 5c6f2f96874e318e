"""What the text of one table cell is: a figure, a mark for a missing one, a period or a label."""

import re
from enum import StrEnum


class CellKind(StrEnum):
    """``KEY`` is a period, date or range of ages: it names a column or row more often than not."""

    EMPTY = "empty"
    VALUE = "value"
    MARK = "mark"
    KEY = "key"
    LABEL = "label"


_AMOUNT = r"[£$€]?\s?\d[\d,]*(?:\.\d+)?"
_UNIT = (
    r"(?:\s?(?:%|‰|pp|ppts?|k|m|bn|p|million|thousand|days?|weeks?|months?|years?|hours?|fte|wte))?"
)
_SIGN = r"(?:[+±<>≤≥~↑↓▲▼−–-]\s?)?"
_FIGURE = rf"{_SIGN}{_AMOUNT}{_UNIT}"
_VALUE = re.compile(
    rf"\(?{_FIGURE}\)?(?:\s*(?:/|of|:)\s*{_FIGURE})?"
    rf"(?:\s*[\(\[]\s*{_FIGURE}(?:\s*[-–]\s*{_FIGURE})?\s*[\)\]])?"
    r"\s?(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰↑↓▲▼]|[perc])?",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"[-–—*.:…~]{1,3}|n/?a\.?|n/?k|n\.a\.|[cxprzu]|nil|none|tbc|tba"
    r"|not (?:available|applicable|known)|suppressed|[▲▼◄►↑↓→←↔✓✔✗✘●○■□☐☒⊠☑]+",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
_SPLIT_YEAR = rf"{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)"
_QUARTER = r"(?:q(?:tr|uarter)?\s?[1-4])"
_DATE = (
    rf"(?:\d{{1,2}}/\d{{1,2}}(?:/(?:\d{{4}}|\d\d))?|\d{{1,2}}[.-]\d{{1,2}}[.-](?:\d{{4}}|\d\d)"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}[\s-]*(?:{_YEAR}|'?\d\d)?)"
)
_MOMENT = rf"(?:{_SPLIT_YEAR}|{_YEAR}|{_QUARTER}|{_DATE})"
_KEY = re.compile(
    rf"(?:as at|at|to|from|year to|fy)?\s*{_MOMENT}(?:\s*(?:to|[-–/,]|\s)\s*{_MOMENT})*"
    r"\s?[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]?"
    r"|\d{1,3}\s?[-–]\s?\d{1,3}|\d{1,3}\s?(?:to|and)\s?\d{1,3}|\d{1,3}\s?\+",
    re.IGNORECASE,
)
_DATE_PART = re.compile(r"\d{1,2}/\d{1,2}|/\d{2,4}")


def kind_of(text: str) -> CellKind:
    """The kind of a cell with this ``text``; spaces around it do not count."""
    text = text.strip()
    if not text:
        return CellKind.EMPTY
    if _KEY.fullmatch(text) or _DATE_PART.fullmatch(text):
        return CellKind.KEY
    if _MARK.fullmatch(text):
        return CellKind.MARK
    return CellKind.VALUE if _VALUE.fullmatch(text) else CellKind.LABEL
