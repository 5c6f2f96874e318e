"""Which inspections a claim is from: its dates, those before it and those after it."""

from dataclasses import replace

from reportparse.extractors.grades.aspects import (
    SIF_FROM,
)
from reportparse.extractors.grades.claims import (
    Claim,
    Form,
)
from reportparse.extractors.grades.events import (
    Event,
    events_after,
    find_event,
    updated,
)
from reportparse.extractors.grades.memory import Memory
from reportparse.extractors.grades.moments import Moment
from reportparse.extractors.grades.sentences import Sentence
from reportparse.extractors.grades.subjects import (
    Subject,
)


def events_of(
    sentence: Sentence,
    claims: list[Claim],
    index: int,
    memory: Memory,
    moments: tuple[Moment, ...],
) -> list[Event]:
    """The inspections a claim is from; two where the words after it give two dates."""
    claim = claims[index]
    text = sentence.text
    start = claim.subject_start if index else 0
    end = claims[index + 1].subject_start if index + 1 < len(claims) else len(text)
    whole = find_event(text[: claim.start], tuple(m for m in moments if m.end <= claim.start))
    event = updated(memory.recent_event, whole)
    if index:
        within = _between(moments, start, claim.start)
        event = updated(event, find_event(text[start : claim.start], within))
    if claim.form is Form.MOVED and index:
        event = Event()
    own = _between(moments, claim.end, end)
    if not own and all(later.form is Form.ELLIPTIC for later in claims[index + 1 :]):
        # "leadership good and adoption outstanding in 2021" dates both.
        last = claims[-1].end
        return events_after(event, text[last:], list(_between(moments, last, len(text))))
    return events_after(event, text[claim.end : end], list(own))


def of_settings(event: Event, subject: Subject, moments: tuple[Moment, ...]) -> Event:
    """``event`` without its dates where it is the authority's and the subject a setting."""
    if subject.label is None or subject.label in event.labels or moments:
        return event
    if subject.label == "adoption service" and event.when and event.when >= SIF_FROM:
        return event
    return replace(event, period=None, published=None)


def _between(moments: tuple[Moment, ...], start: int, end: int) -> tuple[Moment, ...]:
    """The moments in the span, counted from its start."""
    return tuple(
        replace(moment, start=moment.start - start, end=moment.end - start)
        for moment in moments
        if start <= moment.start and moment.end <= end
    )
