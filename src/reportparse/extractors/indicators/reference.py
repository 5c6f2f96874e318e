"""The dates of a report that relative wording is resolved by."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from reportparse.document import Document, normalise
from reportparse.extractors.context import ReportContext
from reportparse.extractors.periods import PeriodMention, PeriodReference, find_periods
from reportparse.extractors.periods.normalise import (
    as_quarter,
    as_split_year,
    day_period,
    split_year_of,
    split_year_period,
)
from reportparse.extractors.reference import printed_reference
from reportparse.layout.wording import unshout
from reportparse.records import Inspection, Period, PeriodKind

_HEAD = 6000
_FIRST_LINES = 1200
_NO_REPORT_DATE = re.compile(
    r"\b(?:as at|at|from|between|to|since|until|born|data)\b", re.IGNORECASE
)
_DATA_AS_AT = re.compile(
    r"\b(?:figures?|data|information|statistics|position)\b[^.]{0,60}?\b(?:are|is|was|were|"
    r"stands?|correct|given|shown)?"
    r"\s*(?:to|as at|up to|correct at|as of|at)\s+(?=(?:the end of )?(?:\d{1,2}\s\w+|"
    r"\w+)\s(?:19|20)\d\d)",
    re.IGNORECASE,
)
# "This paper gives an overview of our children at the end of Quarter 2 2021/22".
_REPORT_AS_AT = re.compile(
    r"\bthis (?:\w+ )?(?:paper|report|briefing|update|scorecard|dashboard|note)\b"
    r"(?! (?:was|will|went|goes))[^.;]{0,120}?\b(?:as at|at|up to|to) (?:the end of )?"
    r"(?=\d{1,2} [a-z]|q\d|quarter|[a-z]{3,9} (?:19|20)\d\d)",
    re.IGNORECASE,
)
_STANDS_AT = frozenset({PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.QUARTER})
_REPORT_YEAR = re.compile(
    r"\b(?:annual report|covers the (?:financial |academic )?year|(?:performance|year[- ]end|"
    r"outturn|quarter \d|"
    r"progress) report|annual review|report for|during the (?:financial )?year|quarter (?:\d|"
    r"one|two|three|four))\b[^.]{0,40}",
    re.IGNORECASE,
)
# "This report covers the second quarter of the 2012/13 financial year".
_COVERS = re.compile(
    r"\b(?:this|the|it)(?: \w+){0,3} (?:covers?|covering|relates? to|is for|reports? on)"
    r" (?:the )?(?P<covers>(?:period|quarter|year|financial year|first quarter|second quarter|"
    r"third quarter|fourth quarter|(?:first |second )?half)\b[^.;]{0,70})",
    re.IGNORECASE,
)
_TITLE_LINES = 14
_TITLE_LENGTH = 120
# Lines of the head whose dates are not those of the figures.
_OTHER_DATES = re.compile(
    r"\b(?:meeting|committee|published|inspect|strategy|plan|regulations|act|from|since|budget)\b"
    r"|[.?]$|^\W*(?!quarter\b|q[1-4]\b|period\b)(?:\S+ ){0,2}\S+: *\d",
    re.IGNORECASE,
)
_OF_DATA = re.compile(
    r"\b(?:performance|scorecard|score card|dashboard|data|monitoring|statistics)\b", re.IGNORECASE
)
_WHOLE_YEAR = re.compile(
    r"\b(?:year[- ]end|end of year|outturn|annual|full year|and year)\b", re.IGNORECASE
)
_SPLIT_IN_TITLE = re.compile(r"\b20\d\d\s?[-/]\s?(?:20)?\d\d\b")


def reference_of(document: Document, context: ReportContext) -> PeriodReference:
    """The report's own dates: printed on it, said of its data, or the latest its figures name."""
    head = normalise(document.text[:_HEAD]).text
    lines = document.text[:_HEAD]
    printed = printed_reference(context)
    if printed.present is None:
        month = context.report_month
        printed = replace(printed, report_date=month.end if month else _first_day(lines))
    reference = replace(
        printed,
        previous_inspection=_previous(context.inspection),
        report_year=_report_year(context, head),
    )
    covered = _covered(document, context, reference)
    if covered is not None:
        whole_year = covered.kind is PeriodKind.SPLIT_YEAR
        year = (
            covered if whole_year else split_year_period(split_year_of(covered.end), covered.text)
        )
        reference = replace(reference, covered=covered, report_year=year)
    of_data = None if covered else _month_of_data(document, context)
    if of_data is not None and reference.report_year is None:
        year = split_year_period(split_year_of(of_data.end), of_data.text)
        reference = replace(reference, report_year=year)
    data_as_at = _data_as_at(head, reference) or of_data
    stated = data_as_at is not None
    if data_as_at is None and reference.present is None:
        data_as_at = _latest_named(document)
    return replace(reference, data_as_at=data_as_at, data_is_stated=stated)


def _first_day(head: str) -> date | None:
    """The first day that a report without a date of its own prints in a short line of its head."""
    for line in head[:_FIRST_LINES].split("\n"):
        if len(line) > _TITLE_LENGTH or _NO_REPORT_DATE.search(line):
            continue
        for mention in find_periods(line):
            if mention.period and mention.period.kind is PeriodKind.DAY:
                return mention.period.start
    return None


def _previous(inspection: Inspection | None) -> date | None:
    if inspection is None:
        return None
    days = [span.to or span.from_ for span in inspection.previous_inspections]
    return max((day for day in days if day is not None), default=None)


def _report_year(context: ReportContext, head: str) -> Period | None:
    """The year that the report says it covers, in its title or its opening."""
    candidates = [context.title or "", *(match.group() for match in _REPORT_YEAR.finditer(head))]
    for words in candidates:
        for mention in find_periods(words):
            period = mention.period
            if period is None:
                continue
            if period.kind is PeriodKind.SPLIT_YEAR:
                return period
            if (whole := as_split_year(period)) is not None:
                return whole
            split = _SPLIT_IN_TITLE.search(mention.text)
            if split:
                return find_periods(split.group())[0].period
    return None


def _covered(
    document: Document, context: ReportContext, reference: PeriodReference
) -> Period | None:
    """The year or quarter that the title or a line under it names; a year where both are named.

    "April 2013 to March 2014" is the financial year, "Quarter 4 and year end 2009/10" too.
    """
    if context.inspection is not None:
        return None
    titles = [(words, normalise(unshout(words)).text) for words in _titles(document, context)]
    dated = [_year_or_quarter(words, find_periods(title)) for words, title in titles]
    alone = [_year_or_quarter(words, _quarter_alone(title, reference)) for words, title in titles]
    quarters = [each for each in dated if each and each.kind is PeriodKind.QUARTER]
    if quarters:
        return quarters[0]
    in_order = (each or other for each, other in zip(dated, alone, strict=True))
    return next((each for each in in_order if each is not None), None)


def _year_or_quarter(words: str, mentions: list[PeriodMention]) -> Period | None:
    """The one year or quarter that the words name; the year where they say that it is whole."""
    named: dict[str, Period] = {}
    for mention in mentions:
        if mention.period is not None:
            found = as_split_year(mention.period) or as_quarter(mention.period) or mention.period
            named[found.key] = found
    years = [period for period in named.values() if period.kind is PeriodKind.SPLIT_YEAR]
    quarters = [period for period in named.values() if period.kind is PeriodKind.QUARTER]
    if len(quarters) == 1 and not _WHOLE_YEAR.search(words):
        return quarters[0]
    return (years or quarters)[0] if len(years) == 1 or len(quarters) == 1 else None


def _quarter_alone(title: str, reference: PeriodReference) -> list[PeriodMention]:
    """The quarter that a title names without its year, the last one before the report."""
    mentions = find_periods(title, reference)
    return [each for each in mentions if each.period and each.period.kind is PeriodKind.QUARTER]


def _month_of_data(document: Document, context: ReportContext) -> Period | None:
    """The last day of the month that a performance report is of, by its title.

    "Performance report: March 2016". The month that the report itself is dated by is no such.
    """
    own = context.report_date
    for words in _titles(document, context):
        if not _OF_DATA.search(words):
            continue
        for mention in find_periods(normalise(unshout(words)).text):
            month = mention.period
            if month is None or month.kind is not PeriodKind.MONTH:
                continue
            if own is None or (own.year, own.month) != (month.start.year, month.start.month):
                return day_period(month.end, month.text)
    return None


def _titles(document: Document, context: ReportContext) -> list[str]:
    """The title, and the lines of the head that could be one and carry no date of another kind."""
    headers = [item.text for item in document.furniture if item.page in (None, 1)]
    lines = [line.strip() for line in document.text[:_HEAD].split("\n") if line.strip()]
    short = [line for line in (*headers, *lines[:_TITLE_LINES]) if len(line) <= _TITLE_LENGTH]
    titles = [words for words in (context.title or "", *short) if not _OTHER_DATES.search(words)]
    head = normalise(document.text[:_HEAD]).text
    return titles + [match["covers"] for match in _COVERS.finditer(head)]


def _data_as_at(head: str, reference: PeriodReference) -> Period | None:
    for match in _DATA_AS_AT.finditer(head):
        mentions = find_periods(head[match.end() - 3 : match.end() + 40], reference)
        for mention in mentions[:1]:
            if mention.period and mention.period.kind in {PeriodKind.DAY, PeriodKind.MONTH}:
                return mention.period
    for match in _REPORT_AS_AT.finditer(head):
        mentions = find_periods(head[match.end() : match.end() + 40], reference)
        period = mentions[0].period if mentions and mentions[0].start_char == 0 else None
        if period is not None and period.kind in _STANDS_AT:
            return day_period(period.end, period.text)
    return None


def _latest_named(document: Document) -> Period | None:
    """The latest month or day named twice or more, for a report that prints no date."""
    counts: Counter[str] = Counter()
    periods: dict[str, Period] = {}
    for paragraph in document.text.split("\n\n"):
        for mention in find_periods(normalise(paragraph).text):
            period = mention.period
            if period and period.kind in {PeriodKind.DAY, PeriodKind.MONTH}:
                counts[period.key] += 1
                periods[period.key] = period
    repeated = [periods[key] for key, count in counts.items() if count > 1]
    return max(repeated, key=lambda period: period.end, default=None)
