"""The confidence of a record: how likely all that it says is right."""

from reportparse.extractors.choose.features import record_features
from reportparse.extractors.choose.frame import Frame
from reportparse.extractors.choose.measure import measure_logit
from reportparse.extractors.choose.model import logit, probability


def confidence_of(frame: Frame) -> float:
    """The estimated probability that every field of the record is right, to two decimals."""
    model = "record" if frame.record.indicator is not None else "unlinked"
    return round(probability(logit(model, record_features(frame, chosen_logit(frame)))), 2)


def chosen_logit(frame: Frame) -> float:
    """The logit of the measure that was chosen; 0 where none was or no wording named it."""
    if frame.record.indicator is None or not frame.candidates:
        return 0.0
    return measure_logit(frame.candidates, frame.record.unit)
