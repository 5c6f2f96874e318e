"""Fit the weights by which measures are chosen and confidence is estimated.

    python scripts/fit_confidence.py CORPUS=GOLD... [--write]

CORPUS is a folder of documents, GOLD a folder of gold for them (docs/evaluation.md). The weights
are those of logistic models with a penalty on large weights: for the measure of a figure, for a
record with a measure and for one without. What is printed is measured with each document left out
in turn, and the two models of confidence are then drawn in until those estimates hold.
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
PENALTY = {"measure": 1.0, "record": 20.0, "unlinked": 50.0}
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
    """Figures that have a candidate: whether the best of them is the measure."""
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
    """Records with a measure: whether all is right that a series stands on."""
    for each in readings:
        if each.frame.record.indicator is not None:
            features = record_features(each.frame, confidence.chosen_logit(each.frame))
            yield Row(features, each.pair is not None and each.pair.comparable, each.document)


def unlinked_rows(readings: Sequence[Reading]) -> Iterator[Row]:
    """Records without a measure: whether unit, role, period and area are right."""
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
    """Logit and truth of every row, by weights fitted on all other documents."""
    found: list[tuple[float, bool]] = []
    for document in sorted({row.document for row in rows}):
        weights = fit([row for row in rows if row.document != document], penalty)
        for row in rows:
            if row.document == document:
                value = sum(weights.get(name, 0.0) * x for name, x in row.features.items())
                found.append((value, row.right))
    return found


def drawn_in(found: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and offset that make the logits of `left_out` true to what came out (Platt, 1999)."""
    rows = [Row({"bias": 1.0, "logit": value}, right, "") for value, right in found]
    weights = fit(rows, 0.0)
    return weights["logit"], weights["bias"]


def _tenth(chance: float) -> int:
    return min(int(chance * TENTHS), TENTHS - 1)


def table_of(found: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """The calibration: how many of each tenth were right, and of the firm ones."""
    chances = [(model.probability(value), right) for value, right in found]
    for tenth in range(TENTHS):
        band = [
            right for chance, right in chances if min(int(chance * TENTHS), TENTHS - 1) == tenth
        ]
        if band:
            yield f"{tenth / TENTHS:.1f}  {sum(band)}/{len(band)}  {sum(band) / len(band):.3f}"
    firm = [right for chance, right in chances if chance >= FIRM]
    yield f"firm {sum(firm)}/{len(firm)} {sum(firm) / max(len(firm), 1):.3f} of {len(found)}"


def fitted(name: str, rows: Sequence[Row], *, draw_in: bool) -> dict[str, float]:
    """Weights of a model, after its table is printed."""
    right = sum(row.right for row in rows)
    print(f"{name}: {len(rows)} rows, {right} right; each document left out:")
    found = left_out(rows, PENALTY[name])
    weights = fit(rows, PENALTY[name])
    if draw_in:
        slope, offset = drawn_in(found)
        found = [(slope * value + offset, right) for value, right in found]
        weights = {each: round(slope * weight, 4) for each, weight in weights.items()}
        weights["bias"] = round(weights["bias"] + offset, 4)
        print(f"drawn in by {slope:.3f}, {offset:+.3f}")
    print("\n".join(table_of(found)))
    return weights


def main() -> None:
    """Fit the measure model, read again with it, and fit the models of confidence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", metavar="CORPUS=GOLD")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    folders = [tuple(map(Path, each.split("=", 1))) for each in args.sets]

    def read() -> list[Reading]:
        return [each for corpus, gold in folders for each in readings_of(corpus, gold)]

    weights = {"measure": fitted("measure", list(measure_rows(read())), draw_in=False)}
    model.use_weights(weights)
    readings = read()
    weights["record"] = fitted("record", list(record_rows(readings)), draw_in=True)
    weights["unlinked"] = fitted("unlinked", list(unlinked_rows(readings)), draw_in=True)
    if args.write:
        title = "Weights of the choosing models, by scripts/fit_confidence.py"
        WEIGHTS.write_text(json.dumps({"title": title, "weights": weights}, indent=1) + "\n")


if __name__ == "__main__":
    main()
