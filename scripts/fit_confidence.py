"""Fit the weights by which measures are chosen and confidence is estimated.

    python scripts/fit_confidence.py CORPUS=GOLD... [--write]

CORPUS is a folder of documents, GOLD a folder of gold for them (docs/evaluation.md). The weights
are those of logistic models with a penalty on large weights: for the measure of a figure, for a
record with a measure and for one without. What is printed is measured with each document left out in turn.
``--write`` replaces ``weights.json`` of the package.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reportparse import parse
from reportparse.evaluation import Pair, pair_figures, read_gold
from reportparse.explaining import frames_of
from reportparse.extractors.choose import confidence, model
from reportparse.extractors.choose.features import Features, measure_features, record_features
from reportparse.extractors.choose.frame import Frame
from reportparse.records.indicator import FIRM
from reportparse.vocabulary import normal_form

WEIGHTS = Path(model.__file__).with_name("weights.json")
PENALTY = {"measure": 1.0, "record": 2.0, "unlinked": 2.0}
ROUNDS = 30
TENTHS = 10


@dataclass(frozen=True)
class Row:
    """One figure: its features, whether it came out right, and the document it stands in."""

    features: Features
    right: bool
    document: str


@dataclass(frozen=True)
class Reading:
    """A figure as read, with the figure of the gold that it answers; None for an extra record."""

    frame: Frame
    pair: Pair | None
    document: str


def readings_of(corpus: Path, gold: Path) -> Iterator[Reading]:
    """Every record that the gold judges; a hard figure read otherwise judges nothing."""
    for part in read_gold(gold).figures:
        parsed = parse(corpus / part.path)
        if len(parsed.reports) != 1:
            continue
        records = list(parsed.indicators())
        frames = dict(zip(map(id, records), frames_of(corpus / part.path), strict=True))
        pairing = pair_figures(parsed, part)
        for pair in pairing.pairs:
            if pair.record is not None and not (pair.gold.hard and not pair.comparable):
                yield Reading(frames[id(pair.record)], pair, part.path)
        for record in pairing.extras:
            yield Reading(frames[id(record)], None, part.path)


def measure_rows(readings: Sequence[Reading]) -> Iterator[Row]:
    """Figures that have a candidate: is the best of them the measure?"""
    for each in readings:
        candidates = each.frame.candidates
        if candidates:
            features = measure_features(candidates, each.frame.record.unit)
            yield Row(features, _is_measure(each), each.document)


def _is_measure(reading: Reading) -> bool:
    if reading.pair is None:
        return False
    gold = reading.pair.gold
    found = normal_form(reading.frame.candidates[0].indicator.id, {}).indicator
    wanted = {
        normal_form(indicator, {}).indicator
        for indicator in gold.choices("indicator")
        if indicator is not None
    }
    return found in wanted


def record_rows(readings: Sequence[Reading]) -> Iterator[Row]:
    """Records with a measure: is all right that a series stands on?"""
    for each in readings:
        if each.frame.record.indicator is not None:
            features = record_features(each.frame, confidence.chosen_logit(each.frame))
            yield Row(features, each.pair is not None and each.pair.comparable, each.document)


def unlinked_rows(readings: Sequence[Reading]) -> Iterator[Row]:
    """Records without a measure: are unit, role, period and area right?"""
    for each in readings:
        if each.frame.record.indicator is None:
            features = record_features(each.frame, 0.0)
            yield Row(features, each.pair is not None and each.pair.typed, each.document)


def fit(rows: Sequence[Row], penalty: float) -> dict[str, float]:
    """Weights of a logistic model by Newton's method; the bias is not held small."""
    names = sorted({name for row in rows for name in row.features})
    matrix = np.array([[row.features.get(name, 0.0) for name in names] for row in rows])
    right = np.array([float(row.right) for row in rows])
    held = np.array([0.0 if name == "bias" else penalty for name in names])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (chance - right) + held * weights
        spread = matrix.T * (chance * (1.0 - chance) + 1e-6) @ matrix + np.diag(held + 1e-6)
        weights -= np.linalg.solve(spread, slope)
    return {name: round(float(value), 4) for name, value in zip(names, weights, strict=True)}


def left_out(rows: Sequence[Row], penalty: float) -> list[tuple[float, bool]]:
    """Chance and truth of every row, by weights fitted on all other documents."""
    found: list[tuple[float, bool]] = []
    for document in sorted({row.document for row in rows}):
        weights = fit([row for row in rows if row.document != document], penalty)
        for row in rows:
            if row.document == document:
                value = sum(weights.get(name, 0.0) * x for name, x in row.features.items())
                found.append((model.probability(value), row.right))
    return found


def table_of(found: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """The calibration: how many of each tenth were right, and of the firm ones."""
    for tenth in range(TENTHS):
        band = [right for chance, right in found if min(int(chance * TENTHS), TENTHS - 1) == tenth]
        if band:
            yield f"{tenth / TENTHS:.1f}  {sum(band)}/{len(band)}  {sum(band) / len(band):.3f}"
    firm = [right for chance, right in found if chance >= FIRM]
    yield f"firm {sum(firm)}/{len(firm)} {sum(firm) / max(len(firm), 1):.3f} of {len(found)}"


def main() -> None:
    """Fit the measure model, read again with it, and fit the record model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", metavar="CORPUS=GOLD")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    folders = [tuple(map(Path, each.split("=", 1))) for each in args.sets]
    weights: dict[str, dict[str, float]] = {}
    models = (("measure", measure_rows), ("record", record_rows), ("unlinked", unlinked_rows))
    for name, rows_of in models:
        readings = [each for corpus, gold in folders for each in readings_of(corpus, gold)]
        rows = list(rows_of(readings))
        print(
            f"{name}: {len(rows)} rows, {sum(row.right for row in rows)} right; each document left out:"
        )
        print("\n".join(table_of(left_out(rows, PENALTY[name]))))
        weights[name] = fit(rows, PENALTY[name])
        model.use_weights(weights)
    if args.write:
        title = "Weights of the choosing models, by scripts/fit_confidence.py"
        WEIGHTS.write_text(json.dumps({"title": title, "weights": weights}, indent=1) + "\n")


if __name__ == "__main__":
    main()
