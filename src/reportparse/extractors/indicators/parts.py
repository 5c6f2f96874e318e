"""Parts of an authority or of its services, whose names no vocabulary lists: wards, teams, ..."""

import re

from reportparse.document.normalise import normalise
from reportparse.extractors.tables import CellWords, HeaderFacts

_AXES = {
    "location": re.compile(
        r"\b(?:wards?|districts?|localit(?:y|ies)|neighbourhoods?|clusters?|constituenc(?:y|ies)|"
        r"towns?|postcodes?|hubs?)\b",
        re.IGNORECASE,
    ),
    "service": re.compile(
        r"\b(?:teams?|services?|budget heads?|budget lines?|directorates?|divisions?|"
        r"spending by area|areas? of spend)\b",
        re.IGNORECASE,
    ),
    "other": re.compile(
        r"\b(?:(?:employment )?sectors?|employers?|professions?|occupations?|"
        r"professional groups?|(?:work )?settings?)\b",
        re.IGNORECASE,
    ),
}
_AREAS = re.compile(r"(?:area|place|geograph(?:y|ical area)|local area)s?", re.IGNORECASE)
_WHOLE = re.compile(
    r"(?:county|borough|city|council|authority|service|all|overall|grand|sub-?)?\s?-?"
    r"(?:wide|total|totals|county|borough|city|council|overall|all)?|all \w+",
    re.IGNORECASE,
)
_LONGEST = 6
_LONGEST_HEADER = 3


def parts_of(
    words: CellWords,
    measure: list[HeaderFacts],
    caption: str,
    *,
    by_columns: bool,
    among_areas: bool,
) -> dict[str, str]:
    """Wards, teams and other parts without a vocabulary, from the axis that is headed so."""
    dimension = next(filter(None, map(heads_parts, words.stub_headers)), None)
    if dimension is None and among_areas and any(map(_heads_areas, words.stub_headers)):
        dimension = "location"
    texts = words.stubs if dimension or by_columns or not words.headers else words.headers
    dimension = dimension or _splits_by(caption)
    printed = {normalise(text).text for text in texts}
    name = next((_part_name(fact) for fact in measure if fact.text in printed), None)
    return {dimension: name} if dimension and name else {}


def heads_parts(header: str) -> str | None:
    """The dimension of the names under a header such as "Ward" or "Team"."""
    short = len(header.split()) <= _LONGEST_HEADER
    return next(
        (
            dimension
            for dimension, pattern in _AXES.items()
            if (pattern.search(header) if short else pattern.match(header))
        ),
        None,
    )


def _heads_areas(header: str) -> bool:
    """Whether a header stands over names of areas, which may be parts of the authority."""
    return _AREAS.fullmatch(header.strip()) is not None


def _splits_by(caption: str) -> str | None:
    """The dimension that a caption splits a measure by: "by ward", "Table 2: Districts"."""
    for dimension, pattern in _AXES.items():
        match = pattern.search(caption)
        if match is not None and _names_axis(caption, match):
            return dimension
    return None


def _part_name(name: HeaderFacts) -> str | None:
    """The name of a part, None for a whole, an area or what measures something of its own."""
    if name.area or name.is_total or name.unit or name.role or name.period:
        return None
    words = name.words.lower()
    if not words or len(words.split()) > _LONGEST or _WHOLE.fullmatch(words):
        return None
    return words


def _names_axis(caption: str, match: re.Match[str]) -> bool:
    """Whether the caption says that it splits a measure so: "by ward", "Table 2: Districts"."""
    before = caption[: match.start()].rstrip()
    return (
        before.lower().endswith(" by")
        or " by " in match.group().lower()
        or (before.endswith(":") and not caption[match.end() :].strip(" ."))
    )
