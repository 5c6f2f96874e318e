"""What all records share."""

from collections.abc import Hashable, Mapping
from enum import Enum

from pydantic import BaseModel, ConfigDict

_LINE = 160  # characters of a record in one line
_PART = 60


class Record(BaseModel):
    """A frozen model that refuses unknown fields; equal records have the same hash."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def __hash__(self) -> int:
        values = (_hashable(getattr(self, name)) for name in type(self).model_fields)
        return hash((type(self), *values))

    def __repr__(self) -> str:
        fields = (f"{name}={_short(value)}" for name, value in self if value not in _NOTHING)
        return f"{type(self).__name__}({shorten(', '.join(fields), _LINE)})"

    def __str__(self) -> str:
        return repr(self)


_NOTHING: tuple[object, ...] = (None, (), {}, "")


def _hashable(value: object) -> Hashable:
    if isinstance(value, Mapping):
        return frozenset(value.items())
    assert isinstance(value, Hashable)  # fields are frozen
    return value


def shorten(text: str, width: int) -> str:
    """``text`` on one line of at most ``width`` characters, an ellipsis where it is cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else f"{flat[: width - 1].rstrip()}…"


def _short(value: object) -> str:
    if isinstance(value, Enum):
        return repr(value.value)
    if isinstance(value, tuple) and len(value) > 1:
        return f"({len(value)} × {type(value[0]).__name__})"
    return shorten(repr(value), _PART)
