"""Periods as the headers of tables write them, too short to be read as periods in a sentence."""

import re
from collections.abc import Iterable, Sequence

from reportparse.errors import PeriodError
from reportparse.extractors.periods import PeriodReference, parse_period
from reportparse.extractors.periods.normalise import full_year
from reportparse.extractors.periods.patterns import MONTH
from reportparse.records import Period, PeriodKind

_LONGEST_HEADER = 60
_DAY = re.compile(rf"(?<![\d/.-])(?P<d>\d{{1,2}})[ -](?P<m>{MONTH})[ -]'?(?P<y>\d\d)(?![\d/%])")
_MONTH = re.compile(
    rf"(?<!\d )(?<![A-Za-z])(?P<m>{MONTH})[ -]?'?(?P<y>\d\d(?:\d\d)?)"
    r"(?!\d|[/%]|st|nd|rd|th|,?\s*\d{4})"
)
_SPLIT = re.compile(r"(?<![\d/.,£-])(?P<a>\d\d)/(?P<b>\d\d)(?![\d/%-])")
_SPLIT_OF_QUARTER = re.compile(
    r"(?<![\d/.,£-])(?P<a>\d\d)-(?P<b>\d\d)(?=[ ,:-]*Q[1-4]\b)|"
    r"(?<=Q[1-4] )(?P<c>\d\d)-(?P<d>\d\d)(?![\d/%-])"
)
_BARE_SPLIT = re.compile(r"(?P<a>\d\d)-(?P<b>\d\d)")
_AGES = re.compile(r"\bage[ds]?\b|\byears?[- ]olds?\b|\bkey stage\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:H|[Hh]alf )(?P<n>[12])[ :,-]*(?=\(?\d)")
_TRAILING = re.compile(r"\b(?:(?P<n>\d{1,2})\s?(?:m|mths?)|(?P<year>Year)) (?=to |end)")
_QUARTER = re.compile(r"(?:Q|Qtr ?|Quarter )(?P<q>[1-4])\b(?!.*\d{4})")
_BARE_MONTH = re.compile(rf"(?P<m>{MONTH})")
_BARE_MONTHS = re.compile(rf"(?P<m>{MONTH})\s*(?:-|to)\s*(?P<m2>{MONTH})")


def spell_out(text: str, reference: PeriodReference) -> str:
    """``text`` with the short periods of headers in full: "Mar-21" becomes "Mar 2021".

    Longer texts come back as they are, since "Mar 21" may be a day in a sentence.
    """
    if len(text) > _LONGEST_HEADER:
        return text
    near = reference.present

    def year(digits: str) -> str:
        return str(full_year(digits, near=near))

    def split(match: re.Match[str]) -> str:
        first, second = (group for group in match.groups() if group is not None)
        follows = (int(first) + 1) % 100 == int(second)
        return f"{year(first)}/{second}" if follows else match.group()

    text = _DAY.sub(lambda match: f"{match['d']} {match['m']} {year(match['y'])}", text)
    text = _MONTH.sub(lambda match: f"{match['m']} {year(match['y'])}", text)
    if not _AGES.search(text):
        text = _SPLIT.sub(split, text)
    text = _SPLIT_OF_QUARTER.sub(split, text)
    text = _HALF.sub(lambda m: f"{'first' if m['n'] == '1' else 'second'} half of ", text)
    return _TRAILING.sub(lambda match: "year " if match["year"] else f"{match['n']} months ", text)


def part_of_year(texts: Iterable[str], year: Period | None) -> Period | None:
    """The quarter or months that one header names of the year that another names.

    "Q1" under "2009/10" is April to June 2009, "Feb" is February 2010.
    """
    if year is None or year.kind not in {PeriodKind.SPLIT_YEAR, PeriodKind.CALENDAR_YEAR}:
        return None
    for text in texts:
        wording = _wording(text.strip(" *:"), year)
        if wording is None:
            continue
        try:
            return parse_period(wording)
        except PeriodError:
            return None
    return None


def _wording(text: str, year: Period) -> str | None:
    """The part of the year that ``text`` names, with its year in full."""
    quarter = _QUARTER.match(text)
    if quarter:
        return f"Q{quarter['q']} {year.key}"
    months = _BARE_MONTHS.fullmatch(text)
    if months:
        return f"{_dated(months['m'], year)} to {_dated(months['m2'], year)}"
    month = _BARE_MONTH.fullmatch(text)
    return _dated(month["m"], year) if month else None


def _dated(month: str, year: Period) -> str:
    """``month`` with the calendar year in which it falls in ``year``."""
    in_first = parse_period(f"{month} {year.start.year}")
    return f"{month} {year.start.year if in_first.start >= year.start else year.end.year}"


def with_split_years(texts: Sequence[str]) -> tuple[str, ...]:
    """The headers of one column with "23-24" as a year where another shares the column.

    Alone "16-17" may be an age; under "Q1" or "Target" it is the year of it.
    """
    if len(texts) < 2:
        return tuple(texts)
    return tuple(_split_year(text) for text in texts)


def _split_year(text: str) -> str:
    match = _BARE_SPLIT.fullmatch(text.strip(" *"))
    follows = match is not None and (int(match["a"]) + 1) % 100 == int(match["b"])
    return f"{match['a']}/{match['b']}" if match and follows else text
