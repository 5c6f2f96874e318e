"""What the chart finder gives."""

from dataclasses import dataclass

from reportparse.document import BBox

Words = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FoundPoint:
    """One figure of a chart by the indices of its words, with those of what it is a figure of.

    ``category`` and ``series`` are empty where the chart prints none.
    """

    value: Words
    category: Words = ()
    series: Words = ()


@dataclass(frozen=True, slots=True)
class FoundChart:
    """A chart with all its words; ``problem`` says why figures could not be told, else None."""

    bbox: BBox
    words: Words
    points: tuple[FoundPoint, ...] = ()
    title: Words = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one kind of chart makes of its marks: the box of all it uses, and its points."""

    bbox: BBox
    points: tuple[FoundPoint, ...]
    problem: str | None = None


NO_LABELS = "no figures are printed at its marks"
UNSURE = "its figures cannot be told apart for certain"
MISFIT = "the figures printed in it do not fit what is drawn"
