"""What is known of a choice, as numbers that a model can weigh."""

from collections.abc import Sequence

from reportparse.extractors.choose.choose import choose
from reportparse.extractors.choose.frame import Frame
from reportparse.extractors.evidence.model import Slot
from reportparse.extractors.measures.linking import Candidate
from reportparse.records import Role, Unit

Features = dict[str, float]
_MOST = 3.0
_SURE = 2.5


def measure_features(candidates: Sequence[Candidate], unit: Unit) -> Features:
    """Features of the first candidate: its wording, what is left over, its nearest rival."""
    first = candidates[0]
    rival = next((c for c in candidates[1:] if c.indicator.id != first.indicator.id), None)
    margin = first.score - rival.score if rival else _MOST
    return {
        "bias": 1.0,
        "score": first.score,
        "telling": first.telling / 10.0,
        "own_share": len(first.own) / len(first.terms),
        "one_term": float(len(first.terms) == 1),
        "left_near": min(first.left_near, _MOST),
        "left_far": min(first.left_far, _MOST),
        "left_known": min(first.left_known, _MOST),
        "weak": float(first.weak),
        "group": first.group,
        "margin": min(margin, _MOST),
        f"furthest_{first.furthest}": 1.0,
        f"named_{first.rule_id}": 1.0,
        f"unit_{unit}": 1.0,
    }


def record_features(frame: Frame, measure_logit: float) -> Features:
    """Features of a whole record, whose measure was chosen with ``measure_logit``."""
    record = frame.record
    period = choose(frame.evidence, Slot.PERIOD)
    source = (record.rule_id or "").split(".", 1)[0]
    first = frame.candidates[0] if frame.candidates else None
    linked = record.indicator is not None
    found: Features = {
        "bias": 1.0,
        "measure": measure_logit,
        "measure_sure": float(measure_logit > _SURE),
        "by_part": float(linked and first is None),
        f"source_{source}": 1.0,
        f"role_{record.role}": 1.0,
        "groups": float(len(record.breakdown)),
        "dated": float(record.period is not None),
        "inferred": float(record.period is not None and record.period.inferred),
        "comparator": float("area" in (record.rule_id or "")),
        "change_of_share": float(record.role is Role.CHANGE and record.unit is Unit.PERCENT),
        f"unit_{record.unit}": 1.0,
    }
    if first is not None and linked:
        found |= {
            f"named_{first.rule_id}": 1.0,
            "left": float(len(first.left)),
            f"type_{first.indicator.period_type}": 1.0,
        }
    if period is None and source == "narrative":
        found["undated"] = 1.0
    if period is not None:
        found[f"period_{period.rule_id}"] = 1.0
        rivals = [
            e.weight for e in frame.evidence if e.slot is Slot.PERIOD and e.value != period.value
        ]
        found["period_margin"] = period.weight - max(rivals, default=0.0)
    if record.period is not None:
        found[f"kind_{record.period.kind}"] = 1.0
    return found
