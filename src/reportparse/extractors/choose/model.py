"""The fitted weights by which a measure is chosen and a record's confidence is estimated.

``weights.json`` is made by ``scripts/fit_confidence.py`` from gold; docs/confidence.md gives the
figures with each document left out in turn.
"""

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from reportparse.extractors.choose.features import Features

_STEEPEST = 30.0


Weights = Mapping[str, Mapping[str, float]]
_in_use: dict[str, Weights] = {}


def use_weights(weights: Weights) -> None:
    """Choose by ``weights`` of one or both models from here on, for fitting them."""
    _in_use["weights"] = {**_packaged(), **weights}


@lru_cache(maxsize=1)
def _packaged() -> Weights:
    file = resources.files("reportparse.extractors.choose") / "weights.json"
    weights: Weights = json.loads(file.read_text(encoding="utf-8"))["weights"]
    return weights


def logit(model: str, features: Features) -> float:
    """The weighted sum of ``features`` in ``model`` ("measure" or "record"); unknown ones are 0."""
    weights = (_in_use.get("weights") or _packaged())[model]
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def probability(value: float) -> float:
    """The probability of a logit."""
    return 1.0 / (1.0 + math.exp(-max(-_STEEPEST, min(_STEEPEST, value))))
