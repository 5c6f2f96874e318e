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
    """A measure that the words allow.

    ``terms`` are those of the wording that named it, ``furthest`` says where the furthest of them
    stands ("own", "heading"), ``left_over`` are the figure's own words that nothing accounts for.
    """

    indicator: str
    score: float
    terms: tuple[str, ...]
    left_over: tuple[str, ...] = ()
    furthest: str = "own"
    rule: str | None = None


class OfferNote(Record):
    """A value offered for a slot of a figure, where its words stand, and whether it was chosen."""

    slot: str
    value: str
    where: str
    rule: str
    weight: float
    chosen: bool


class FigureNote(Record):
    """A record and what it was chosen from.

    ``words`` are those of its clause, or of its row and column; ``candidates`` the measures that
    were weighed, best first; ``offers`` what was offered for its other slots, heaviest first.
    """

    record: IndicatorValue
    words: str
    candidates: tuple[CandidateNote, ...]
    offers: tuple[OfferNote, ...] = ()


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
