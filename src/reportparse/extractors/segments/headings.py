"""What a heading says to the text under it: its words, a period, an area."""

import re
from dataclasses import dataclass

from reportparse.extractors.areas import find_areas
from reportparse.extractors.measures.terms import fold, plain_terms
from reportparse.extractors.periods import PeriodReference, find_periods
from reportparse.records import Period, PeriodKind

_NUMBER = re.compile(r"^\s*(?:\(?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivx]+)[.)]|\d+(?:\.\d+)*)\s+")

# "At a glance: 31 March 2021", "Our children (as at 30 June 2018)".
_DATED_HEADING = re.compile(
    r"(?!(?:figure|table|chart|appendix)\b)[^\d:(]{3,60}(?:[:(–-]|\bat\b)\s?(?:as )?(?:at )?"
    r"(?P<date>(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]+ (?:19|20)\d\d)\)?",
    re.IGNORECASE,
)
# "Quarter 3: 1 October 2019 to 31 December 2019" on a line of its own.
_QUARTER_HEADING = re.compile(r"(?:quarter|q) ?[1-4]\b[^.]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadingFacts:
    """``words`` are the heading without its number, periods and areas; empty where only these."""

    words: str
    period: Period | None
    area: str | None


def read_heading(text: str, reference: PeriodReference) -> HeadingFacts:
    """What the heading ``text`` says; a period or an area only where it names just one."""
    bare = _NUMBER.sub("", text)
    mentions, areas = find_periods(bare, reference), find_areas(bare)
    rest = list(bare)
    spans = [(mention.start_char, mention.end_char) for mention in mentions]
    spans += [(area.start_char, area.end_char) for area in areas]
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    words = " ".join("".join(rest).split()).strip(" :;,.-()")
    if all(folded.term in plain_terms() for folded in fold(words)):
        words = ""
    periods = {
        (each.period.start, each.period.end): each.period
        for each in mentions
        if each.period is not None
    }
    named = {each.area for each in areas}
    alone = not words and len(named) == 1
    return HeadingFacts(
        words,
        next(iter(periods.values())) if len(periods) == 1 else None,
        named.pop() if alone else None,
    )


def heading_period(heading: str, reference: PeriodReference) -> Period | None:
    """The day, month or quarter that a heading gives to what stands under it."""
    match = _DATED_HEADING.fullmatch(heading)
    if match is None and _QUARTER_HEADING.match(heading):
        named = read_heading(heading, reference)
        return named.period if not named.words and named.area is None else None
    found = find_periods(match["date"], reference) if match else []
    period = found[0].period if len(found) == 1 else None
    return period if period and period.kind in {PeriodKind.DAY, PeriodKind.MONTH} else None
