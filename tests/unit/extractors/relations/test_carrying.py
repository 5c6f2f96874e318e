"""What a sentence leaves behind for the next one."""

from datetime import date

from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.pipeline import read_paragraph
from reportparse.extractors.segments.model import Surroundings


def test_the_last_months_are_counted_back_from_the_date_of_the_block() -> None:
    around = Surroundings(PeriodReference(report_date=date(2014, 7, 30)), in_list=True)
    text = (
        "At 31 March 2014, 262 children are looked after (a rate of 78.7 per 10,000 children). "
        "This is a 10.5% increase from 237 (73.1 per 10,000 children) at 31 March 2013. "
        "In the last 12 months 10 were adopted."
    )
    adopted = [figure for sentence in read_paragraph(text, around) for figure in sentence.figures][
        -1
    ]
    assert adopted.period is not None
    assert adopted.period.key == "2013-04/2014-03"
