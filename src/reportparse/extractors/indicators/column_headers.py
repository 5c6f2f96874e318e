"""What kind of thing a column header is: a name, a count, a point of a scale."""

import re
from dataclasses import replace

from reportparse.extractors.tables import HeaderFacts
from reportparse.records import Unit

_NUMBER = re.compile(r"no\.?|#", re.IGNORECASE)
# The points of a scale, under which answers are counted and not what is rated.
_SCALE_POINT = re.compile(
    r"(?:very |extremely |quite |fairly )?(?:good|poor|bad|satisfied|dissatisfied|likely|unlikely)|"
    r"excellent|outstanding|adequate|inadequate|satisfactory|requires improvement|neither.*|"
    r"(?:strongly )?(?:dis)?agree|always|often|sometimes|rarely|never|don'?t know|not sure",
    re.IGNORECASE,
)


def with_counts(fact: HeaderFacts) -> HeaderFacts:
    """A header "No." over counts; over the first column it numbers the rows."""
    if fact.is_figure or not _NUMBER.fullmatch(fact.words):
        return fact
    return replace(fact, words="Number", unit=Unit.COUNT, is_figure=True)


def is_scale_point(fact: HeaderFacts) -> bool:
    """Whether a header is a point of a scale, under which answers are counted."""
    return _SCALE_POINT.fullmatch(fact.words) is not None


def without_scale_name(headers: list[HeaderFacts]) -> list[HeaderFacts]:
    """Headers without "Rating" over the points of its scale, which count the answers given."""
    if not headers or not is_scale_point(headers[0]):
        return headers
    return [fact for fact in headers if fact.is_figure]


def names_column(fact: HeaderFacts) -> bool:
    """Whether a header names what its column measures or of whom, beside an area or a role."""
    return bool(fact.words) and fact.role is None and (fact.area is None or fact.of_people)
