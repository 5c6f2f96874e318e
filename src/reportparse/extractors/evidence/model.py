"""Evidence: one value that words offer for one slot of a figure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reportparse.extractors.measures.wording import Cue


class Slot(StrEnum):
    """What has to be known of a figure beside its value."""

    PERIOD = "period"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One value for one slot: where its words stand, which rule read them, how much it weighs.

    ``weight`` runs from 0 to 1; of several the heaviest is chosen.
    """

    slot: Slot
    value: Any
    cue: Cue
    rule_id: str
    weight: float
