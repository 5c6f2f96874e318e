"""One printed quantity."""

from dataclasses import dataclass
from enum import StrEnum

from reportparse.records import Qualifier, Unit


class Form(StrEnum):
    """How a quantity is printed."""

    FIGURE = "figure"
    WORD = "word"
    ZERO_WORD = "zero_word"
    FRACTION = "fraction"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, ``text[start_char:end_char]``.

    ``value`` is in the base unit. ``unit`` is ``count`` where no unit is printed
    (``unit_printed`` false), so that a header or the sentence can still give one.
    ``phrase_start`` and ``phrase_end`` hold the number with its qualifier and unit words.
    """

    start_char: int
    end_char: int
    text: str
    value: float
    unit: Unit
    unit_printed: bool
    qualifier: Qualifier
    form: Form
    rule_id: str
    phrase_start: int
    phrase_end: int
