"""What a reader found in a document by hand: the truth that records are measured against."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from reportparse.records import Direction, Role, Unit


def _as_choices(alternatives: Any) -> Any:
    """Alternatives as lists, where a field has a single one that stands without a list."""
    if not isinstance(alternatives, Mapping):
        return alternatives
    return {
        field: values if isinstance(values, list | tuple) else [values]
        for field, values in alternatives.items()
    }


Alternatives = Annotated[dict[str, tuple[Any, ...]], BeforeValidator(_as_choices)]


class _Frozen(BaseModel):
    """A frozen model; keys that it does not name are a reader's own notes and are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldRow(_Frozen):
    """What rows of gold share.

    ``alt`` gives other values that a careful reader could settle on, by field. A ``hard`` row may
    be read otherwise without harm; an ``optional`` one need not be found.
    """

    page: int | None = None
    quote: str = ""
    hard: bool = False
    optional: bool = False
    alt: Alternatives = {}

    def choices(self, field: str) -> tuple[Any, ...]:
        """The value of a field, then the other values accepted for it."""
        return (getattr(self, field), *self.alt.get(field, ()))


class GoldFigure(GoldRow):
    """One printed figure; the fields have the meanings of `IndicatorValue`, the period is a key.

    ``copy_of`` is set on a figure that another place prints as well; it need not be found.
    """

    value: int | float
    value_text: str
    unit: Unit
    role: Role
    direction: Direction | None = None
    period: str | None
    area: str | None
    label: str = ""
    indicator: str | None
    breakdown: dict[str, str]
    copy_of: Any = None

    @property
    def required(self) -> bool:
        """Whether the figure counts as missed where it is not found."""
        return not self.optional and self.copy_of is None


class GoldJudgement(GoldRow):
    """One grade that a document gives or tells of; the fields are those of `Judgement`.

    Dates are keys of periods, for a document may tell of a month or a year alone.
    """

    provider: str | None = None
    basis: str
    part: str | None = None
    aspect: str | None
    grade: str | None
    count: int | None = None
    inspected_from: str | None = None
    inspected_to: str | None = None
    published: str | None = None
    period: str | None = None

    @property
    def when(self) -> str | None:
        """The period of the inspection, failing that of its report; None where none is told."""
        if self.inspected_from and self.inspected_to not in {None, self.inspected_from}:
            return f"{self.inspected_from}/{self.inspected_to}"
        return self.inspected_from or self.published or self.period


class GoldFigures(_Frozen):
    """All figures of a document, or of the ``pages`` given.

    ``path`` is the document's, relative to the folder converted.
    """

    path: str
    pages: tuple[int, ...] | None = None
    figures: tuple[GoldFigure, ...]


class GoldJudgements(_Frozen):
    """All judgements of a document; with ``pages``, those of other inspections told there."""

    path: str
    pages: tuple[int, ...] | None = None
    judgements: tuple[GoldJudgement, ...]


class GoldMetadata(_Frozen):
    """What a report says of itself: each of its ``fields`` with all values accepted for it.

    ``form`` is what the gold calls documents of this kind ("minutes"), where it says so.
    """

    path: str
    form: str | None = None
    fields: dict[str, tuple[str | None, ...]]


class Gold(_Frozen):
    """All that a folder of gold holds."""

    figures: tuple[GoldFigures, ...] = ()
    judgements: tuple[GoldJudgements, ...] = ()
    metadata: tuple[GoldMetadata, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The documents that it is about, each once, in order."""
        parts: tuple[GoldFigures | GoldJudgements | GoldMetadata, ...]
        parts = (*self.figures, *self.judgements, *self.metadata)
        return tuple(sorted({part.path for part in parts}))
