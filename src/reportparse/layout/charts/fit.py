"""Whether printed figures fit what is drawn: the proof that they were paired rightly."""

from collections.abc import Sequence

from reportparse.layout.charts.labels import Label

# Programs round coordinates to whole pixels.
_SLACK = 1.6
_SHARE = 0.035
_AREA_SLACK = 0.015


def fits_lengths(labels: Sequence[Label], lengths: Sequence[float]) -> bool:
    """Whether bar lengths follow the values on a straight scale, from nought or not."""
    values = [label.value or 0.0 for label in labels]
    slack = max(_SLACK, _SHARE * max(lengths))
    total = sum(value * value for value in values)
    if total:
        scale = sum(v * length for v, length in zip(values, lengths, strict=True)) / total
        if all(abs(scale * v - n) <= slack for v, n in zip(values, lengths, strict=True)):
            return True
    fitted = straight_line(values, lengths)
    if fitted is None or len(values) < 3:
        return False
    offset, slope = fitted
    return slope > 0 and all(
        abs(offset + slope * v - n) <= slack for v, n in zip(values, lengths, strict=True)
    )


def fits_shares(labels: Sequence[Label], areas: Sequence[float]) -> bool:
    """Whether the areas of slices follow the values."""
    values = [label.value or 0.0 for label in labels]
    total, whole = sum(values), sum(areas)
    if total <= 0 or whole <= 0:
        return False
    return all(
        abs(value / total - area / whole) <= _AREA_SLACK + 0.05 * value / total
        for value, area in zip(values, areas, strict=True)
    )


def straight_line(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, float] | None:
    """Offset and slope of the least-squares line; None where all ``xs`` are equal."""
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    if spread == 0:
        return None
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread
    return mean_y - slope * mean_x, slope
