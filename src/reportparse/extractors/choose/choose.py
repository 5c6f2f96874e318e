"""Choosing one value for a slot of a figure."""

from collections.abc import Iterable

from reportparse.extractors.evidence.model import Evidence, Slot


def choose(evidence: Iterable[Evidence], slot: Slot) -> Evidence | None:
    """The heaviest evidence for a slot; of equals the first. None where nothing is offered."""
    offered = [each for each in evidence if each.slot is slot]
    return max(offered, key=lambda each: each.weight, default=None)
