"""From a match of a period pattern to the period it means."""

from collections.abc import Callable
from datetime import date

from reportparse.extractors.periods.matches import (
    SPLIT_YEAR,
    Match,
    count_of,
    date_of,
    day_of,
    only_listed,
    part_of,
    range_of,
    trailing_of,
    year_near,
    year_of_wording,
)
from reportparse.extractors.periods.model import PeriodReference
from reportparse.extractors.periods.normalise import (
    day_period,
    financial_quarter_period,
    full_year,
    last_day,
    month_period,
    quarter_period,
    range_period,
    year_period,
    years_period,
)
from reportparse.extractors.periods.patterns import ORDINALS, month_number
from reportparse.records import Period, PeriodKind

Builder = Callable[[Match, PeriodReference], Period | None]
# "2019-22" are years; "2022 - 57" is a year and its figure.
_LONGEST_SHORT_RANGE = 10


def _iso_day(match: Match, reference: PeriodReference) -> Period | None:
    found = date_of(int(match["y"]), int(match["m"]), int(match["d"]))
    return day_period(found, match.group()) if found else None


def _day_numeric(match: Match, reference: PeriodReference) -> Period | None:
    year = full_year(match["y"], near=reference.present)
    found = date_of(year, int(match["m"]), int(match["d"]))
    return day_period(found, match.group()) if found else None


def _day_range_numeric(match: Match, reference: PeriodReference) -> Period | None:
    if only_listed(match):
        return None
    days = [
        date_of(
            full_year(match[f"y{part}"], near=reference.present),
            int(match[f"m{part}"]),
            int(match[f"d{part}"]),
        )
        for part in "12"
    ]
    return range_of(days[0], days[1], match.group())


def _day_range(match: Match, reference: PeriodReference) -> Period | None:
    if only_listed(match):
        return None
    last_year, last_month = int(match["y2"]), month_number(match["m2"])
    month = month_number(match["m1"]) if match["m1"] else last_month
    year = int(match["y1"]) if match["y1"] else last_year - (month > last_month)
    start = date_of(year, month, day_of(match, "1"))
    end = date_of(last_year, last_month, day_of(match, "2"))
    return range_of(start, end, match.group())


def _day_range_american(match: Match, reference: PeriodReference) -> Period | None:
    if only_listed(match):
        return None
    last_year, first, last = int(match["y2"]), month_number(match["m1"]), month_number(match["m2"])
    year = int(match["y1"]) if match["y1"] else last_year - (first > last)
    start = date_of(year, first, int(match["d1"]))
    return range_of(start, date_of(last_year, last, int(match["d2"])), match.group())


def _full_day(match: Match, reference: PeriodReference) -> Period | None:
    found = date_of(int(match["y"]), month_number(match["m"]), day_of(match))
    return day_period(found, match.group()) if found else None


def _trailing_day(match: Match, reference: PeriodReference) -> Period | None:
    end = date_of(int(match["y"]), month_number(match["m"]), day_of(match))
    return trailing_of(match, end) if end else None


def _trailing_month(match: Match, reference: PeriodReference) -> Period | None:
    month = month_number(match["m"])
    return trailing_of(match, last_day(int(match["y"]), month))


def _part_of_year(match: Match, reference: PeriodReference) -> Period | None:
    year = year_of_wording(match["y"], match.group(), reference)
    if year is None:
        return None
    unit = match["u"].rstrip("s")
    if unit == "week":
        return None
    count = count_of(match["n2"] or match["n"])
    months = {"half": 6, "month": 1, "quarter": 3}[unit] * (1 if unit == "half" else count)
    return part_of(year, months, match["o"].lower(), match.group())


def _quarter(match: Match, reference: PeriodReference) -> Period | None:
    ordinal = match.groupdict().get("o")
    quarter = ORDINALS[ordinal.lower()] if ordinal else count_of(match["q"])
    year = year_of_wording(match["y"], match.group(), reference)
    if year is None:
        return None
    if year.kind is PeriodKind.SPLIT_YEAR:
        return financial_quarter_period(year.start.year, quarter, match.group())
    return quarter_period(year.start.year, quarter, match.group())


def _end_of_month(match: Match, reference: PeriodReference) -> Period | None:
    return day_period(last_day(int(match["y"]), month_number(match["m"])), match.group())


def _end_of_year(match: Match, reference: PeriodReference) -> Period | None:
    year = year_of_wording(match["y"], match.group(), reference)
    return day_period(year.end, match.group()) if year else None


def _month_range(match: Match, reference: PeriodReference) -> Period | None:
    last_year, last_month = int(match["y2"]), month_number(match["m2"])
    month = month_number(match["m1"])
    if only_listed(match):
        return None
    year = int(match["y1"]) if match["y1"] else last_year - (month > last_month)
    return range_of(date(year, month, 1), last_day(last_year, last_month), match.group())


def _month(match: Match, reference: PeriodReference) -> Period | None:
    year = full_year(match["y"].strip("'"), near=reference.present)
    return month_period(year, month_number(match["m"]), match.group())


def _split_range(match: Match, reference: PeriodReference) -> Period | None:
    years = [
        year_of_wording(match["word"] + match[name], match.group(), reference)
        for name in ("y1", "y2")
    ]
    if years[0] is None or years[1] is None:
        return None
    return range_of(years[0].start, years[1].end, match.group())


def _split_year(match: Match, reference: PeriodReference) -> Period | None:
    found = year_of_wording(match.group(), match.group(), reference)
    return found or _pooled_years(match, reference)


def _pooled_years(match: Match, reference: PeriodReference) -> Period | None:
    """Years pooled over a hyphen: "2010-12" are three calendar years, "2011-14" financial ones.

    Published three-year averages of births and deaths run over calendar years and print the
    first and third year; those of adoption run over financial years and print four years.
    """
    split = SPLIT_YEAR.search(match["y"])
    if split is None or len(split[1]) < len("2010"):
        return None
    first = int(split[1])
    last = full_year(split[2], near=date(first, 1, 1)) if len(split[2]) == 2 else int(split[2])
    if not 2 <= last - first <= 6 or len(split[2]) == 1:
        return None
    if last - first == 3:
        return range_period(date(first, 4, 1), date(last, 3, 31), match.group())
    return years_period(first, last, match.group())


def _year_range(match: Match, reference: PeriodReference) -> Period | None:
    first = int(match["y1"])
    digits = match["y2"]
    last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
    if last <= first or only_listed(match):
        return None
    if len(digits) == 2 and last - first > _LONGEST_SHORT_RANGE:
        return None
    if match["to"].strip() == "to" and len(digits) == 2:
        return None
    return years_period(first, last, match.group())


def _year(match: Match, reference: PeriodReference) -> Period | None:
    return year_period(int(match["y"]), match.group())


def _yearless_day(match: Match, reference: PeriodReference) -> Period | None:
    month = month_number(match["m"])
    year = year_near(month, reference)
    found = date_of(year, month, day_of(match)) if year else None
    return day_period(found, match.group()) if found else None


def _yearless_trailing(match: Match, reference: PeriodReference) -> Period | None:
    month = month_number(match["m"])
    year = year_near(month, reference)
    if year is None:
        return None
    end = date_of(year, month, day_of(match)) if match["d"] else last_day(year, month)
    return trailing_of(match, end) if end else None


def _yearless_month(match: Match, reference: PeriodReference) -> Period | None:
    month = month_number(match["m"])
    year = _year_told(match, month, reference)
    if year is None:
        return None
    if match["end"]:
        return day_period(last_day(year, month), match.group())
    return month_period(year, month, match.group())


def _year_told(match: Match, month: int, reference: PeriodReference) -> int | None:
    """The year of "March this year" and "March last year"; the latest such month otherwise."""
    which, present = match["which"], reference.present
    if which and present:
        return present.year - (which == "last")
    return year_near(month, reference)


def _yearless_day_range(match: Match, reference: PeriodReference) -> Period | None:
    first, last = (month_number(match[f"m{part}"] or match[f"m{part}a"]) for part in "12")
    days = [int((match[f"d{part}"] or match[f"d{part}a"]).strip("stndrhof ")) for part in "12"]
    year = year_near(last, reference)
    if year is None or only_listed(match):
        return None
    start = date_of(year - (first > last), first, days[0])
    return range_of(start, date_of(year, last, days[1]), match.group())


def _yearless_month_range(match: Match, reference: PeriodReference) -> Period | None:
    first, last = month_number(match["m1"]), month_number(match["m2"])
    if match["to"].strip() == "and" and "etween" not in match.group():
        return None
    year = year_near(last, reference)
    if year is None:
        return None
    return range_of(date(year - (first > last), first, 1), last_day(year, last), match.group())


BUILDERS: dict[str, Builder] = {
    "day_range_numeric": _day_range_numeric,
    "iso_day": _iso_day,
    "day_numeric": _day_numeric,
    "day_range": _day_range,
    "trailing_day": _trailing_day,
    "trailing_month": _trailing_month,
    "part_of_year": _part_of_year,
    "quarter": _quarter,
    "quarter_after": _quarter,
    "end_of_month": _end_of_month,
    "end_of_year": _end_of_year,
    "day": _full_day,
    "day_american": _full_day,
    "day_range_american": _day_range_american,
    "yearless_day_range": _yearless_day_range,
    "yearless_day_american": _yearless_day,
    "month_range": _month_range,
    "month": _month,
    "month_short": _month,
    "split_range": _split_range,
    "pooled_split": _split_year,
    "split_year": _split_year,
    "split_year_short": _split_year,
    "year_range": _year_range,
    "season": _year,
    "year": _year,
    "yearless_trailing": _yearless_trailing,
    "yearless_day": _yearless_day,
    "yearless_month": _yearless_month,
    "yearless_month_range": _yearless_month_range,
}
