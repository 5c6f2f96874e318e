"""The dates of an inspection as front pages print them, in some twenty layouts.

"20 January 2015 – 11 February 2015", "15 – 19 July 2013", "23 November to 4 December 2009",
"1/06/2015 – 25/06/2015", "Monday 3 to Friday 7 June 2024", "5 to 9 December 2022 and 14 and 15
February 2023", "2 1 May 2014". A date that leaves out its month or year takes them from the
next date.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>(?:19|20)\s?\d\s?\d)"
_DAY = r"(?P<day>[0-3]\s?\d|\d)(?:\s?(?:st|nd|rd|th))?"
_WORDED = rf"{_DAY}(?!\d)(?:\s*(?:of\s+)?{_MONTH})?(?:,?\s*{_YEAR})?"
_SLASHED = r"(?P<d>\d{1,2})\s*[/.]\s*(?P<m>\d{1,2})\s*[/.]\s*(?P<y>\d{4}|\d{2})(?!\d)"
_DATE = re.compile(rf"(?<!\d)(?:{_SLASHED}|{_WORDED})", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:\s|[-,&:;]|\bto\b|\band\b|\buntil\b|\bfrom\b|\bbetween\b|\bthe\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)*",
    re.IGNORECASE,
)
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class _Parts:
    day: int
    month: int | None
    year: int | None


def parse_date_range(text: str) -> tuple[date, date] | None:
    """First and last day of the dates that ``text`` begins with; equal for a single day.

    ``text`` is normalised and starts where the dates start; what follows them is not read.
    None where it begins with no complete date.
    """
    parts = _leading_dates(text)
    while parts and parts[-1].month is None:
        parts.pop()  # a stray number after the dates
    days = _complete(parts)
    if not days:
        return None
    return min(days), max(days)


def _leading_dates(text: str) -> list[_Parts]:
    found: list[_Parts] = []
    position = 0
    while True:
        gap = _BETWEEN.match(text, position)
        start = gap.end() if gap else position
        match = _DATE.match(text, start)
        if not match:
            return found
        found.append(_parts(match))
        position = match.end()


def _parts(match: re.Match[str]) -> _Parts:
    if match["d"]:
        year = int(match["y"])
        return _Parts(int(match["d"]), int(match["m"]), year if year > 99 else _CENTURY + year)
    month = match["month"]
    number = None
    if month:
        names = [name for name in MONTHS if name.startswith(month.lower()[:3])]
        number = MONTHS.index(names[0]) + 1
    year_text = match["year"]
    return _Parts(
        int(re.sub(r"\s", "", match["day"])),
        number,
        int(re.sub(r"\s", "", year_text)) if year_text else None,
    )


def _complete(parts: list[_Parts]) -> list[date]:
    """Days with the missing months and years taken from the date after; [] if one is no day."""
    days: list[date] = []
    following: _Parts | None = None
    for part in reversed(parts):
        full = part
        if following is not None:
            month = part.month or following.month
            year = part.year or following.year
            if (
                part.year is None
                and month
                and following.month
                and year
                and (month > following.month)
            ):
                year -= 1  # "8 December to 12 January 2024"
            full = replace(part, month=month, year=year)
        if full.month is None or full.year is None:
            return []
        try:
            days.append(date(full.year, full.month, full.day))
        except ValueError:
            return []
        following = full
    return days
