"""The words that a measure is named by, nearest to the figure first."""

from dataclasses import dataclass
from enum import StrEnum


class Cue(StrEnum):
    """Where words stand that say something of a figure, the nearest first."""

    OWN = "own"
    SENTENCE = "sentence"
    HEAD = "head"
    BEFORE = "before"
    GROUP = "group"
    CAPTION = "caption"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    INTRODUCTION = "introduction"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands around a figure.

    ``own`` are the words of its clause, or of its row and column; all of them must be accounted
    for. ``cues`` may complete them. ``of`` is the thing counted as printed. ``subject`` is the
    group of people that the whole report is about.
    """

    own: str
    cues: tuple[tuple[Cue, str], ...] = ()
    of: str | None = None
    subject: str | None = None
