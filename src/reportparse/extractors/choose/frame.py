"""One figure with everything that was offered for its slots, and what was chosen."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from reportparse.extractors.evidence.model import Evidence
from reportparse.extractors.measures.linking import Candidate
from reportparse.records import IndicatorValue


@dataclass(frozen=True, slots=True)
class Frame:
    """A record and what it was chosen from.

    ``own`` are the words of the figure's clause, or of its row and column; ``candidates`` the
    measures that were weighed, the best first; ``evidence`` what was offered for the other slots.
    """

    record: IndicatorValue
    own: str
    candidates: tuple[Candidate, ...]
    evidence: tuple[Evidence, ...] = ()


_RECORDER: ContextVar[list[Frame] | None] = ContextVar("reportparse_frames", default=None)


@contextmanager
def recorded_frames() -> Iterator[list[Frame]]:
    """All frames read inside the block, in the order of their records, for explaining these."""
    frames: list[Frame] = []
    token = _RECORDER.set(frames)
    try:
        yield frames
    finally:
        _RECORDER.reset(token)


def record_frames(frames: Iterable[Frame]) -> None:
    """Hand finished frames to whoever asked for them."""
    recorder = _RECORDER.get()
    if recorder is not None:
        recorder.extend(frames)
