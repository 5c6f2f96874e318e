"""The patterns of periods as rules, each with the signs that it needs in a text."""

import calendar

from reportparse.extractors.periods.patterns import ABSOLUTE, RELATIVE, YEARLESS
from reportparse.extractors.rules import Rules

_SIGNS = {
    "year": ("198", "199", "200", "201", "202", "203", "204"),
    "month": tuple(
        form for name in calendar.month_name if name for form in (name[:3], name[:3].upper())
    ),
    "stroke": ("-", "/"),
    "point": ("-", "/", "."),
    "unit": ("month", "year", "week", "quarter"),
    "half": ("half", "month", "week", "quarter"),
    "quarter": ("uarter", "Q", "q"),
    "end": ("nd of", "End", "end"),
    "quarter_or_period": ("uarter", "QUARTER", "Q1", "Q2", "Q3", "Q4", "Q ", "period"),
    "season": ("pring", "ummer", "utumn", "inter", "id", "arly", "ate"),
    "inspection": ("inspection",),
    "same": ("same", "his time last year"),
    "this": ("same", "this", "that"),
    "later": ("later", "on", "after"),
    "before": ("before", "earlier", "ago", "previous", "preceding", "prior", "ast year"),
    "next": ("next", "coming"),
    "last": ("last", "past", "previous", "preceding", "recent"),
    "reporting": ("financial", "academic", "school", "reporting", "calendar", "fiscal"),
    "part": ("first", "second"),
    "the_year": ("year",),
    "year_or_quarter": ("year", "quarter"),
    "to_date": ("date", "YTD", "so far", "o far", "his year"),
    "first": ("its first",),
    "so_far": ("so far", "to date"),
    "now": ("urrent", "resent", "writing", "oday", "ow", "recent", "latest", "since"),
}
_ABSOLUTE_NEEDS = {
    "day_range_numeric": "point",
    "iso_day": "stroke",
    "day_numeric": "point",
    "day_range": "month year",
    "trailing_day": "unit month year",
    "trailing_month": "unit month year",
    "part_of_year": "half year",
    "quarter": "quarter",
    "quarter_after": "quarter year",
    "end_of_month": "end month year",
    "end_of_year": "end year",
    "day": "month year",
    "day_american": "month year",
    "day_range_american": "month year",
    "month_range": "month year",
    "month": "month year",
    "month_short": "month",
    "split_range": "stroke year",
    "pooled_split": "the_year stroke year",
    "split_year": "stroke year",
    "split_year_short": "stroke",
    "year_range": "year",
    "season": "season year",
    "year": "year",
}
_RELATIVE_NEEDS = {
    "since_last_inspection": "inspection",
    "same_last_year": "same",
    "same": "this",
    "later": "unit later",
    "before": "unit before",
    "next": "next",
    "each_of_last": "last the_year",
    "last_year_kind": "reporting the_year",
    "part_of_this_year": "part the_year",
    "trailing": "unit last",
    "year_end": "the_year",
    "quarter_only": "quarter",
    "end_of_quarter": "quarter_or_period",
    "year_to_date": "to_date",
    "in_the_year": "year_or_quarter",
    "its_first": "first",
    "so_far": "so_far",
    "before_inspection": "inspection unit",
    "inspection_start": "inspection",
    "inspection": "inspection",
    "now": "now",
}
_YEARLESS_NEEDS = {
    "yearless_trailing": "unit month",
    "yearless_day": "month",
    "yearless_month_range": "month",
    "yearless_day_range": "month",
    "yearless_day_american": "month",
    "yearless_month": "month",
}

ABSOLUTE_RULES = Rules(ABSOLUTE, signs=_SIGNS, needs=_ABSOLUTE_NEEDS)
RELATIVE_RULES = Rules(RELATIVE, signs=_SIGNS, needs=_RELATIVE_NEEDS)
YEARLESS_RULES = Rules(YEARLESS, signs=_SIGNS, needs=_YEARLESS_NEEDS)
