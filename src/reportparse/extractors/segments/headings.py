"""What a heading says to the text under it: its words, a period, an area."""

import re
from dataclasses import dataclass

from reportparse.extractors.areas import find_areas
from reportparse.extractors.measures.terms import fold, plain_terms
from reportparse.extractors.periods import PeriodReference, find_periods
from reportparse.records import Period

_NUMBER = re.compile(r"^\s*(?:\(?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivx]+)[.)]|\d+(?:\.\d+)*)\s+")


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
    for span in (*mentions, *areas):
        rest[span.start_char : span.end_char] = " " * (span.end_char - span.start_char)
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
