"""Choosing the measure of a figure, or none."""

from collections.abc import Sequence

from reportparse.extractors.choose.features import measure_features
from reportparse.extractors.choose.model import logit
from reportparse.extractors.measures.linking import Candidate
from reportparse.records import Unit


def choose_measure(candidates: Sequence[Candidate], unit: Unit) -> Candidate | None:
    """The best candidate where it is more likely right than not; a wrong id is worse than none."""
    if not candidates:
        return None
    return candidates[0] if measure_logit(candidates, unit) >= 0.0 else None


def measure_logit(candidates: Sequence[Candidate], unit: Unit) -> float:
    """How likely the best candidate is the figure's measure, as a logit."""
    return logit("measure", measure_features(candidates, unit))
