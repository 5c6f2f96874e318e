"""A rule that reads words: its pattern beside an example that it must hit and one it must not."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordedRule:
    """One pattern with its id, its weight as evidence, and where the wording was seen.

    ``hit`` and ``miss`` are examples of our own; a test runs the pattern over both. ``weight``
    is how strongly a hit speaks, against the other rules of the same list.
    """

    id: str
    pattern: re.Pattern[str]
    hit: str
    miss: str
    source: str
    weight: float = 1.0
