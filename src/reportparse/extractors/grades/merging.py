"""One record for each judgement told, however often the report repeats it."""

from reportparse.extractors.grades.told_lines import BEFORE
from reportparse.records import Judgement, Period


def merged_judgements(found: list[Judgement]) -> tuple[Judgement, ...]:
    """One record per judgement, with the places that repeat it in ``also_at``."""
    merged: list[Judgement] = []
    for record in found:
        index = next((i for i, other in enumerate(merged) if _same(other, record)), None)
        if index is None:
            merged.append(record)
            continue
        other = merged[index]
        merged[index] = other.model_copy(
            update={
                "also_at": (*other.also_at, record.provenance),
                **{
                    name: getattr(other, name) or getattr(record, name)
                    for name in ("period", "inspected_from", "inspected_to", "published")
                },
            }
        )
    return tuple(merged)


def _same(a: Judgement, b: Judgement) -> bool:
    """Whether two tellings are of one judgement: equal in all but words, and at the same time."""
    names = ("provider", "aspect", "part", "grade", "count", "basis")
    if any(getattr(a, name) != getattr(b, name) for name in names):
        return False
    before = [(record.rule_id or "").endswith(BEFORE) for record in (a, b)]
    if before[0] != before[1] and (a.period is None or b.period is None):
        return False
    return periods_overlap(a.period, b.period)


def periods_overlap(a: Period | None, b: Period | None) -> bool:
    """Whether two periods share a day, as far as is known."""
    return a is None or b is None or (a.start <= b.end and b.start <= a.end)
