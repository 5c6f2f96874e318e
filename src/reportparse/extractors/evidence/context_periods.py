"""The periods that words above a sentence offer for its figures: list head to title of the report.

What is counted at a day (a stock) is of the end of the period that the words above name; what
happens in its course (a flow) is of all of it.
"""

import re
from collections.abc import Iterator

from reportparse.extractors.evidence.model import Evidence, Slot
from reportparse.extractors.measures.wording import Cue
from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.periods.normalise import as_inferred, day_period
from reportparse.extractors.relations.patterns import PAST, PRESENT, REFERS_BACK
from reportparse.extractors.segments.model import Figure, Sentence, Surroundings
from reportparse.records import Period, PeriodKind, Role, Unit

_Offer = tuple[Period | None, Cue, str, float]
_POINTS = {PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.QUARTER}
_AT_THE_END = re.compile(
    r"\b(?:at|by) (?:the )?(?:(?:year|quarter|period)(?:'s|[- ])? ?end"
    r"|end of (?:the )?(?:year|quarter))\b"
    r"|\b(?:ended|closed) the (?:year|quarter)\b",
    re.IGNORECASE,
)
_CLAUSE = 60
# How much the period of the sentence before weighs, by how many sentences lie between.
_BEFORE = (0.62, 0.57, 0.53, 0.49)


def periods_above(sentence: Sentence, figure: Figure, around: Surroundings) -> list[Evidence]:
    """What the list head, the sentence before, the heading, the title and the report offer."""
    offers = (
        *_of_text_before(sentence, figure, around),
        *_of_report_as_whole(sentence, figure, around),
    )
    return [
        Evidence(Slot.PERIOD, as_inferred(period), cue, rule_id, weight)
        for period, cue, rule_id, weight in offers
        if period is not None
    ]


def _of_text_before(sentence: Sentence, figure: Figure, around: Surroundings) -> Iterator[_Offer]:
    """What the list head or the sentence, the paragraph and the heading before it offer."""
    at_end = bool(_AT_THE_END.search(sentence.text))
    opened, heading = around.opened, around.heading_period
    if around.in_list:
        yield around.period, Cue.HEAD, "period_of_head", 0.70
    elif around.period is not None and _goes_on(sentence, figure, around.period):
        refers = bool(REFERS_BACK.search(sentence.text))
        weight = 0.66 if refers else _BEFORE[min(around.age, len(_BEFORE) - 1)]
        yield _standing(around.period, stock=at_end), Cue.BEFORE, "period_before", weight
    elif around.earlier is not None and _goes_on(sentence, figure, around.earlier):
        yield around.earlier, Cue.PARAGRAPH, "period_of_last_paragraph", 0.40
    if opened is not None and not around.in_list and _goes_on(sentence, figure, opened):
        yield _standing(opened, stock=at_end), Cue.PARAGRAPH, "period_of_paragraph", 0.50
    standing = _standing(heading, stock=is_stock(sentence, figure))
    present = around.reference.present
    still_to_come = standing is not None and present is not None and standing.start > present
    yield heading if still_to_come else standing, Cue.HEADING, "period_of_heading", 0.60


def _of_report_as_whole(
    sentence: Sentence, figure: Figure, around: Surroundings
) -> Iterator[_Offer]:
    """What the report says of its data, its title and its year offer."""
    reference, stock = around.reference, is_stock(sentence, figure)
    if reference.data_is_stated:
        yield reference.data_as_at, Cue.TITLE, "data_as_at", 0.50 if stock else 0.44
    if figure.comparator or figure.role not in {Role.LEVEL, Role.CHANGE}:
        return
    if reference.covered is not None:
        measured = figure.measure is not None and figure.measure.indicator.is_stock
        period = _of_report(reference, stock=stock, measured=measured)
        yield period, Cue.TITLE, "period_of_title", 0.52
    if stock:
        yield around.latest, Cue.TITLE, "latest_day", 0.36
    clause = sentence.text[max(0, figure.start - _CLAUSE) : figure.end + _CLAUSE]
    if reference.report_year is not None and PAST.search(clause):
        yield reference.report_year, Cue.TITLE, "year_of_report", 0.30


def is_stock(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure stands at a day, by its words, its measure or the tense of its clause."""
    if _AT_THE_END.search(sentence.text):
        return True
    measure = figure.measure.indicator if figure.measure else None
    if measure is not None and measure.is_stock:
        return True
    if measure is not None and measure.is_flow:
        return False
    clause = sentence.text[max(0, figure.start - _CLAUSE) : figure.end + _CLAUSE]
    return bool(PRESENT.search(clause)) and not PAST.search(clause)


def _goes_on(sentence: Sentence, figure: Figure, period: Period) -> bool:
    """Whether the sentence goes on with the period of the one before it.

    A number or a sum that stands in the present is not dated by a past year named before it; a
    share is, since it goes on with what the sentence before measures.
    """
    if REFERS_BACK.search(sentence.text):
        return True
    clause = sentence.text[max(0, figure.start - _CLAUSE) : figure.end + _CLAUSE]
    measured = figure.measure is not None and figure.measure.indicator.is_stock
    present = (measured or PRESENT.search(clause)) and not PAST.search(clause)
    stock = figure.unit in {Unit.COUNT, Unit.GBP} and period.kind not in _POINTS
    return not (stock and present)


def _standing(period: Period | None, *, stock: bool) -> Period | None:
    """The last day of a year or range for a stock; quarters and months serve both."""
    if period is None or not stock or period.kind in _POINTS:
        return period
    return day_period(period.end, period.text)


def _of_report(reference: PeriodReference, *, stock: bool, measured: bool) -> Period | None:
    covered = reference.covered
    if stock and reference.data_is_stated and reference.data_as_at is not None:
        return reference.data_as_at
    if measured and covered is not None:
        return day_period(covered.end, covered.text)
    return _standing(covered, stock=stock)
