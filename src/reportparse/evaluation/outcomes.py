"""What became of each figure, judgement and field of the gold, and of each record beside it."""

from dataclasses import dataclass

from reportparse.evaluation.agreement import TYPED, Field, JudgementField, is_comparable
from reportparse.evaluation.gold import GoldFigure, GoldJudgement
from reportparse.records import IndicatorValue, Judgement
from reportparse.records.indicator import FIRM

RULES_JOINED_BY = "+"


@dataclass(frozen=True, slots=True)
class FigureOutcome:
    """A figure of the gold and the record that answers it.

    ``record`` is None for a figure that was missed, ``gold`` for a record that answers none.
    ``kind`` is the kind of the document.
    """

    path: str
    kind: str
    gold: GoldFigure | None
    record: IndicatorValue | None
    agreed: frozenset[Field] = frozenset()

    @property
    def counts(self) -> bool:
        """Whether it stands in the scores: a copy or an optional figure does not."""
        return self.gold is None or self.gold.required

    @property
    def found(self) -> bool:
        """Whether a record answers a figure."""
        return self.gold is not None and self.record is not None

    @property
    def typed(self) -> bool:
        """Whether unit, role, period and area are right."""
        return self.agreed >= TYPED

    @property
    def linked(self) -> bool:
        """Whether the record names a measure."""
        return self.record is not None and self.record.indicator is not None

    @property
    def comparable(self) -> bool:
        """Whether all is right that a value in a series stands on, the measure included."""
        return is_comparable(self.record, self.agreed)

    @property
    def hard(self) -> bool:
        """Whether two careful readers could settle the figure differently."""
        return self.gold is not None and self.gold.hard

    @property
    def confidence(self) -> float | None:
        """The confidence of the record; None where it gives none."""
        return self.record.confidence if self.record else None

    @property
    def firm(self) -> bool:
        """Whether the record names a measure and is firm about it."""
        return self.linked and self.confidence is not None and self.confidence >= FIRM

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that made the record."""
        return rules_of(self.record)


@dataclass(frozen=True, slots=True)
class JudgementOutcome:
    """A judgement of the gold and the record that answers it; either may be None, as above."""

    path: str
    kind: str
    gold: GoldJudgement | None
    record: Judgement | None
    agreed: frozenset[JudgementField] = frozenset()

    @property
    def counts(self) -> bool:
        """Whether it stands in the scores: an optional one does not, nor a hard one missed."""
        if self.gold is None:
            return True
        return not self.gold.optional and (self.found or not self.gold.hard)

    @property
    def found(self) -> bool:
        """Whether a record answers the judgement."""
        return self.gold is not None and self.record is not None

    @property
    def right(self) -> bool:
        """Whether its provider and date are right as well."""
        return self.found and self.agreed >= frozenset(JudgementField)

    @property
    def confidence(self) -> float | None:
        """The confidence of the record; None where it gives none."""
        return self.record.confidence if self.record else None

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that made the record."""
        return rules_of(self.record)


@dataclass(frozen=True, slots=True)
class MetadataOutcome:
    """A field that a report says of itself: all values accepted for it, and the one read."""

    path: str
    kind: str
    field: str
    wanted: tuple[str | None, ...]
    read: str | None
    right: bool


def rules_of(record: IndicatorValue | Judgement | None) -> tuple[str, ...]:
    """The parts of a record's rule id, each once."""
    if record is None or record.rule_id is None:
        return ()
    return tuple(dict.fromkeys(record.rule_id.split(RULES_JOINED_BY)))
