"""Records measured against the gold of their documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from reportparse.archive import read_converted
from reportparse.errors import GoldError
from reportparse.evaluation import tables
from reportparse.evaluation.gold import Gold, GoldFigures, GoldMetadata
from reportparse.evaluation.gold_files import read_gold
from reportparse.evaluation.judgements import pair_judgements
from reportparse.evaluation.outcomes import FigureOutcome, JudgementOutcome, MetadataOutcome
from reportparse.evaluation.pairing import pair_figures
from reportparse.evaluation.scores import (
    Band,
    FieldScore,
    RuleScore,
    Score,
    calibration,
    field_scores,
    rule_scores,
    score,
    told_calibration,
)
from reportparse.records import ParsedDocument
from reportparse.vocabulary.dimensions import fold_value

if TYPE_CHECKING:
    import pandas

Grouping = Literal["field", "rule", "kind", "document"]
NOT_READ = "not read"


@dataclass(frozen=True)
class Evaluation:
    """What became of all that some gold asks for, and the scores of it.

    ``missing`` are documents of the gold that were not among the outputs; all that is asked of
    them counts as missed.
    """

    figures: tuple[FigureOutcome, ...]
    judgements: tuple[JudgementOutcome, ...]
    metadata: tuple[MetadataOutcome, ...]
    missing: tuple[str, ...] = ()

    @cached_property
    def score(self) -> Score:
        """The score of all documents together."""
        return score("all", self.figures, self.judgements, self.metadata)

    @cached_property
    def calibration(self) -> tuple[Band, ...]:
        """Figures that name a measure, by tenths of their confidence."""
        return calibration(self.figures)

    @cached_property
    def told_calibration(self) -> tuple[Band, ...]:
        """Told judgements, by tenths of their confidence."""
        return told_calibration(self.judgements)

    @overload
    def by(self, grouping: Literal["field"]) -> tuple[FieldScore, ...]: ...
    @overload
    def by(self, grouping: Literal["rule"]) -> tuple[RuleScore, ...]: ...
    @overload
    def by(self, grouping: Literal["kind", "document"]) -> tuple[Score, ...]: ...
    def by(
        self, grouping: Grouping
    ) -> tuple[FieldScore, ...] | tuple[RuleScore, ...] | tuple[Score, ...]:
        """Scores by field, by rule (each part of a rule id), by kind of document, by document."""
        if grouping == "field":
            return field_scores(self.figures, self.judgements, self.metadata)
        if grouping == "rule":
            return rule_scores(self.figures, self.judgements)
        return tuple(self._groups("kind" if grouping == "kind" else "path"))

    def _groups(self, key: Literal["kind", "path"]) -> Iterator[Score]:
        outcomes = (*self.figures, *self.judgements, *self.metadata)
        for name in sorted({getattr(one, key) for one in outcomes}):
            yield score(
                name,
                [one for one in self.figures if getattr(one, key) == name],
                [one for one in self.judgements if getattr(one, key) == name],
                [one for one in self.metadata if getattr(one, key) == name],
            )

    def rows(self) -> Iterator[dict[str, Any]]:
        """One row for each figure of the gold and each extra record, by column."""
        return map(tables.outcome_row, self.figures)

    def to_pandas(self) -> "pandas.DataFrame":
        """`rows` as a data frame.

        Raises:
            MissingLibraryError: pandas is not installed.
        """
        return tables.to_pandas(self.figures)


def evaluate(outputs: str | Path | Iterable[ParsedDocument], gold: str | Path | Gold) -> Evaluation:
    """Measure records against gold.

    Args:
        outputs: A folder that a conversion wrote, or its documents; those that the gold does not
            name are passed over.
        gold: A folder of gold (docs/evaluation.md), or what `read_gold` gave for one.

    Raises:
        GoldError: The gold breaks its format, or none of its documents is among the outputs.
        ArchiveError: A document of the folder is damaged.
    """
    gold = gold if isinstance(gold, Gold) else read_gold(gold)
    documents = dict(_documents(outputs, gold.paths))
    if not documents:
        where = f" in {outputs}" if isinstance(outputs, str | Path) else ""
        raise GoldError(
            f"none of the documents that the gold names, such as {gold.paths[0]}, was found{where};"
            " the paths are those below the folder that was converted"
        )
    return _evaluation(documents, gold)


def _documents(
    outputs: str | Path | Iterable[ParsedDocument], paths: tuple[str, ...]
) -> Iterator[tuple[str, ParsedDocument]]:
    if isinstance(outputs, str | Path):
        for path in paths:
            document = read_converted(outputs, path)
            if document is not None:
                yield path, document
        return
    for document in outputs:
        if document.source.path in paths:
            yield document.source.path, document


def _evaluation(documents: Mapping[str, ParsedDocument], gold: Gold) -> Evaluation:
    kinds = _kinds(documents, gold)
    return Evaluation(
        figures=tuple(
            outcome
            for part in gold.figures
            for outcome in _figures(documents.get(part.path), part, kinds[part.path])
        ),
        judgements=tuple(
            JudgementOutcome(part.path, kinds[part.path], *pair)
            for part in gold.judgements
            for pair in pair_judgements(documents.get(part.path), part)
        ),
        metadata=tuple(
            outcome
            for part in gold.metadata
            for outcome in _metadata(documents.get(part.path), part, kinds[part.path])
        ),
        missing=tuple(path for path in gold.paths if path not in documents),
    )


def _figures(
    document: ParsedDocument | None, gold: GoldFigures, kind: str
) -> Iterator[FigureOutcome]:
    pairing = pair_figures(document, gold)
    for pair in pairing.pairs:
        yield FigureOutcome(gold.path, kind, pair.gold, pair.record, pair.agreed)
    for record in pairing.extras:
        yield FigureOutcome(gold.path, kind, None, record)


def _kinds(documents: Mapping[str, ParsedDocument], gold: Gold) -> Mapping[str, str]:
    """The kind of each document: the gold's form or kind, failing that as it was read."""
    kinds = defaultdict[str, str](lambda: NOT_READ)
    for path, document in documents.items():
        if document.reports:
            kinds[path] = document.reports[0].kind
    for part in gold.metadata:
        said = next(iter(part.fields.get("kind", ())), None)
        kinds[part.path] = part.form or said or kinds[part.path]
    return kinds


def _metadata(
    document: ParsedDocument | None, gold: GoldMetadata, kind: str
) -> Iterator[MetadataOutcome]:
    """What the first report says of itself, compared without case and punctuation of words."""
    report = document.reports[0] if document and document.reports else None
    said = {} if report is None else report.model_dump(mode="json", include=set(gold.fields))
    for field, wanted in gold.fields.items():
        read = said.get(field)
        right = fold_value(read or "") in [fold_value(one or "") for one in wanted]
        yield MetadataOutcome(gold.path, kind, field, wanted, read, right)
