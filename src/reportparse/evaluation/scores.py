"""Figures of precision and recall, counted from outcomes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from pydantic import computed_field

from reportparse.evaluation.agreement import Field, JudgementField
from reportparse.evaluation.outcomes import FigureOutcome, JudgementOutcome, MetadataOutcome
from reportparse.records.base import Record
from reportparse.records.indicator import FIRM

_TENTHS = 10


class Ratio(Record):
    """Records that are right, records that are wrong or extra, and what no right record answers.

    A share is None where there is nothing to take it of.
    """

    right: int
    wrong: int
    missed: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def precision(self) -> float | None:
        """The share of the records that is right."""
        return share(self.right, self.right + self.wrong)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def recall(self) -> float | None:
        """The share of the gold that is right."""
        return share(self.right, self.right + self.missed)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return share(2 * self.right, 2 * self.right + self.wrong + self.missed)


class Score(Record):
    """How right the records of some documents are.

    ``found`` asks for a record at each figure; ``typed`` for its unit, role, period and area too;
    ``comparable``, of figures that have a measure, for measure and breakdown too; ``firm`` for the
    same of the records that are firm. ``told`` are judgements; ``metadata`` counts fields.
    ``hard`` figures read otherwise count in ``found`` alone, and in ``comparable`` as missed.
    """

    name: str
    figures: int
    found: Ratio
    typed: Ratio
    comparable: Ratio
    firm: Ratio
    told: Ratio
    metadata: Ratio


class FieldScore(Record):
    """How many of the figures found are right in one field."""

    field: str
    right: int
    of: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def share(self) -> float | None:
        """The share that is right."""
        return share(self.right, self.of)


class RuleScore(Record):
    """How right the records are that a rule had a part in.

    ``records`` are figures or judgements that answer the gold, and extra ones; ``figures`` are the
    figures among them, ``found`` those that answer. ``right`` gives how many figures are right in
    each field; of those that name a measure (``linked``), ``comparable`` are right in all.
    """

    rule: str
    records: int
    figures: int
    found: int
    right: dict[Field, int]
    linked: int
    comparable: int


class Band(Record):
    """Records whose confidence lies in one tenth, and how many of them are right in all fields.

    ``confidence`` is their mean confidence: where it is calibrated, ``share`` is close to it.
    """

    lower: float
    upper: float
    right: int
    of: int
    confidence: float

    @computed_field  # type: ignore[prop-decorator]
    @property
    def share(self) -> float | None:
        """The share that is right."""
        return share(self.right, self.of)


def share(part: int, whole: int) -> float | None:
    """``part`` of ``whole``; None of nothing."""
    return part / whole if whole else None


def score(
    name: str,
    figures: Iterable[FigureOutcome],
    judgements: Iterable[JudgementOutcome] = (),
    metadata: Iterable[MetadataOutcome] = (),
) -> Score:
    """The score of some outcomes under a name."""
    counted = [one for one in figures if one.counts]
    wanted = [one for one in counted if one.gold is not None]
    found = [one for one in wanted if one.found]
    extra = len(counted) - len(wanted)
    linkable = sum(bool(one.gold and one.gold.indicator) for one in wanted)
    firm = Counter(one.comparable for one in counted if one.firm)
    return Score(
        name=name,
        figures=len(wanted),
        found=Ratio(right=len(found), wrong=extra, missed=len(wanted) - len(found)),
        typed=_typed(found, extra, len(wanted)),
        comparable=_comparable(counted, linkable),
        firm=Ratio(right=firm[True], wrong=firm[False], missed=linkable - firm[True]),
        told=_told(judgements),
        metadata=_metadata(metadata),
    )


def _typed(found: Sequence[FigureOutcome], extra: int, wanted: int) -> Ratio:
    right = sum(one.typed for one in found)
    excused = sum(one.hard and not one.typed for one in found)
    return Ratio(
        right=right, wrong=len(found) - excused - right + extra, missed=wanted - excused - right
    )


def _comparable(counted: Iterable[FigureOutcome], linkable: int) -> Ratio:
    linked = [one for one in counted if one.linked]
    right = sum(one.comparable for one in linked)
    wrong = sum(not one.comparable and not one.hard for one in linked)
    return Ratio(right=right, wrong=wrong, missed=linkable - right)


def _told(judgements: Iterable[JudgementOutcome]) -> Ratio:
    counted = [one for one in judgements if one.counts]
    return Ratio(
        right=sum(one.found for one in counted),
        wrong=sum(one.gold is None for one in counted),
        missed=sum(one.record is None for one in counted),
    )


def _metadata(outcomes: Iterable[MetadataOutcome]) -> Ratio:
    right = Counter(one.right for one in outcomes)
    return Ratio(right=right[True], wrong=right[False], missed=right[False])


def field_scores(
    figures: Iterable[FigureOutcome],
    judgements: Iterable[JudgementOutcome],
    metadata: Iterable[MetadataOutcome],
) -> tuple[FieldScore, ...]:
    """Each field of the figures found, of the judgements found, and of what reports say of them.

    The measure is asked of figures that have one, whether or not they were found.
    """
    counted = [one for one in figures if one.counts and one.gold is not None]
    found = [one for one in counted if one.found]
    linkable = [one for one in counted if one.gold and one.gold.indicator]
    asked = {Field.INDICATOR: linkable, Field.INDICATOR_AS_WRITTEN: linkable}
    scores = [
        FieldScore(
            field=field,
            right=sum(field in one.agreed for one in asked.get(field, found)),
            of=len(asked.get(field, found)),
        )
        for field in Field
    ]
    told = [one for one in judgements if one.counts and one.found]
    of_told = [
        FieldScore(
            field=f"judgement_{field}", right=sum(field in one.agreed for one in told), of=len(told)
        )
        for field in JudgementField
    ]
    said = defaultdict[str, list[bool]](list)
    for one in metadata:
        said[one.field].append(one.right)
    of_reports = [
        FieldScore(field=field, right=sum(right), of=len(right)) for field, right in said.items()
    ]
    return (*scores, *of_told, *of_reports)


def rule_scores(
    figures: Iterable[FigureOutcome], judgements: Iterable[JudgementOutcome]
) -> tuple[RuleScore, ...]:
    """Each part of the rule ids, those with most records first."""
    by_rule = defaultdict[str, list[FigureOutcome | JudgementOutcome]](list)
    outcomes: tuple[FigureOutcome | JudgementOutcome, ...] = (*figures, *judgements)
    for one in outcomes:
        if one.counts:
            for rule in one.rules:
                by_rule[rule].append(one)
    scores = [_rule_score(rule, made) for rule, made in by_rule.items()]
    return tuple(sorted(scores, key=lambda one: (-one.records, one.rule)))


def _rule_score(rule: str, made: Sequence[FigureOutcome | JudgementOutcome]) -> RuleScore:
    figures = [one for one in made if isinstance(one, FigureOutcome)]
    linked = [one for one in figures if one.linked]
    return RuleScore(
        rule=rule,
        records=len(made),
        figures=len(figures),
        found=sum(one.found for one in made),
        right={field: sum(field in one.agreed for one in figures) for field in Field},
        linked=len(linked),
        comparable=sum(one.comparable for one in linked),
    )


def calibration(figures: Iterable[FigureOutcome]) -> tuple[Band, ...]:
    """Records that name a measure by tenths of their confidence; the last band is the firm ones."""
    return _bands(
        (one.confidence, one.comparable)
        for one in figures
        if one.counts and one.linked and one.confidence is not None
    )


def told_calibration(judgements: Iterable[JudgementOutcome]) -> tuple[Band, ...]:
    """Told judgements by tenths of their confidence, right where provider and date are too."""
    return _bands(
        (one.confidence, one.right)
        for one in judgements
        if one.counts and one.confidence is not None
    )


def _bands(records: Iterable[tuple[float, bool]]) -> tuple[Band, ...]:
    """Confidence and whether the record is right, by tenths."""
    by_tenth = defaultdict[int, list[tuple[float, bool]]](list)
    for confidence, right in records:
        by_tenth[_tenth(confidence)].append((confidence, right))
    return tuple(
        Band(
            lower=tenth / _TENTHS,
            upper=(tenth + 1) / _TENTHS,
            right=sum(right for _, right in band),
            of=len(band),
            confidence=sum(confidence for confidence, _ in band) / len(band),
        )
        for tenth, band in sorted(by_tenth.items())
    )


def _tenth(confidence: float) -> int:
    """The tenth that a confidence lies in, from 0; the firm line begins the last."""
    last = _TENTHS - 1
    return last if confidence >= FIRM else min(int(confidence * _TENTHS), last - 1)
