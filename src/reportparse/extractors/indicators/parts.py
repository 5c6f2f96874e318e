"""Parts of an authority or of its services, whose names no vocabulary lists: wards, teams, ..."""

import re

from reportparse.extractors.tables import HeaderFacts

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
_WHOLE = re.compile(
    r"(?:county|borough|city|council|authority|service|all|overall|grand|sub-?)?\s?-?"
    r"(?:wide|total|totals|county|borough|city|council|overall|all)?|all \w+",
    re.IGNORECASE,
)
_LONGEST = 6
_LONGEST_HEADER = 3


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


def splits_by(caption: str) -> str | None:
    """The dimension that a caption splits a measure by: "by ward", "Table 2: Districts"."""
    for dimension, pattern in _AXES.items():
        match = pattern.search(caption)
        if match is not None and _names_axis(caption, match):
            return dimension
    return None


def part_name(name: HeaderFacts) -> str | None:
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
