"""The period of a figure of a table or call-out that states none.

"983 reviews were held" in an annual report of 2013/14 is of that year; "318 households are
approved" in the same report is of its last day. Which of the two holds is known from the measure.
"""

from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.periods.normalise import day_period
from reportparse.records import Period
from reportparse.vocabulary import Indicator


def period_of_measure(measure: Indicator | None, reference: PeriodReference) -> Period | None:
    """The period of an undated figure of a table or call-out, by what it measures.

    What happens in the course of a year is of the period covered, all else of the date that the
    report says its figures stand at.
    """
    stated = reference.data_as_at if reference.data_is_stated else None
    if measure is not None and measure.is_flow:
        return reference.covered or stated
    covered = reference.covered
    if measure is not None and measure.is_stock and covered is not None:
        return stated or day_period(covered.end, covered.text)
    return stated or covered
