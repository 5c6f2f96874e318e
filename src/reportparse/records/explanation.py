"""How a place of a report was read: what was found there, weighed and left out."""

from reportparse.records.base import Record
from reportparse.records.indicator import IndicatorValue
from reportparse.records.judgement import Judgement


class SpanNote(Record):
    """A part of a sentence and what it was taken for.

    ``kind`` is "period", "quantity", "area" or "no figure"; ``meaning`` the value read, None where
    the words need others to be understood; ``rule`` the name of the pattern.
    """

    kind: str
    text: str
    meaning: str | None
    rule: str | None = None


class CandidateNote(Record):
    """A measure that the words allow, how strongly, and the terms of the wording that named it."""

    indicator: str
    score: float
    terms: tuple[str, ...]


class FigureNote(Record):
    """A record and the measures that were weighed for it, best first."""

    record: IndicatorValue
    candidates: tuple[CandidateNote, ...]


class Explanation(Record):
    """One sentence or table cell in which the words asked for stand.

    ``page`` is None for text without pages; ``text`` is the sentence, cleaned, or the cell with
    its row; ``spans`` are in the order of the text, empty for cells.
    """

    page: int | None
    text: str
    spans: tuple[SpanNote, ...]
    figures: tuple[FigureNote, ...]
    judgements: tuple[Judgement, ...]
