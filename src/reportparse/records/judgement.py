"""Judgements: a grade given to an aspect of a service."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from reportparse.records.origin import OriginRecord
from reportparse.records.period import Period
from reportparse.records.provenance import Provenance


class Basis(StrEnum):
    """Who tells of a judgement.

    ``STATED``: this report is the inspection report and the judgement its own. ``REPORTED``:
    another report tells of it. ``PREVIOUS``: an inspection report tells of an earlier inspection.
    """

    STATED = "stated"
    REPORTED = "reported"
    PREVIOUS = "previous"


class Judgement(OriginRecord):
    """One aspect of one inspection, however often its report repeats it.

    ``aspect`` and ``framework`` are ids of the vocabulary, None where the text does not tell.
    ``part`` is set where one report judges both safeguarding and looked-after children.
    ``period`` is when the inspection was, or failing that when its report was published, in the
    words of a report that tells of it, which may name a year alone. ``count`` is how many settings
    got the grade ("five homes are rated good"). ``also_at`` lists the other places that repeat the
    judgement. ``confidence`` is the estimated probability, 0 to 1, that provider, aspect, grade and
    date are all right; None for a stated judgement.
    """

    provider: str | None
    framework: str | None
    aspect: str | None
    aspect_text: str | None
    part: str | None = None
    grade: str
    grade_text: str
    grade_number: int | None = None
    inspected_from: date | None = None
    inspected_to: date | None = None
    published: date | None = None
    period: Period | None = None
    count: int | None = None
    basis: Basis
    rule_id: str | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    provenance: Provenance
    also_at: tuple[Provenance, ...] = ()

    def __repr__(self) -> str:
        when = self.inspected_to or self.published or (self.period.key if self.period else None)
        parts = (
            self.provider,
            self.framework,
            str(when) if when else "no date",
            f"page {self.provenance.page}" if self.provenance.page else None,
        )
        what = f"{self.aspect or self.aspect_text or 'no aspect'} {self.grade}"
        return f"<Judgement {what}: {', '.join(part for part in parts if part)}>"
