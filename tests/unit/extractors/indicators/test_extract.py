"""All figures of a document together."""

from datetime import date

from reportparse.document import Document
from reportparse.extractors.context import ReportContext
from reportparse.extractors.indicators import extract_indicators
from reportparse.extractors.indicators.extract import fact_id
from reportparse.extractors.indicators.reference import reference_of
from reportparse.readers import read_document
from reportparse.records import IndicatorValue, ReportKind

_CONTEXT = ReportContext(
    ReportKind.BRIEFING, organisation="Coventry", report_date=date(2014, 11, 20)
)


def _read(text: str) -> tuple[IndicatorValue, ...]:
    document: Document = read_document(text.encode(), name="report.txt")
    return extract_indicators(document, _CONTEXT, reference_of(document, _CONTEXT))


def test_same_fact_printed_twice_is_two_records_with_one_id() -> None:
    day, month, other = _read(
        "We looked after 598 children on 30 September 2014.\n\n"
        "There were 598 children looked after at the end of September 2014.\n\n"
        "There were 598 children looked after on 31 March 2014.\n"
    )
    assert day.fact_id is not None
    assert day.fact_id == month.fact_id
    assert other.fact_id != day.fact_id


def test_a_fact_recorded_in_two_ways_has_one_id() -> None:
    (record,) = _read("There were 598 children looked after on 30 September 2014.\n")
    said_again = record.model_copy(update={"breakdown": {"population": "looked_after"}})
    narrow, wide = (
        record.model_copy(update={"indicator": indicator, "breakdown": breakdown})
        for indicator, breakdown in (
            ("cla_inhouse_foster_count", {}),
            ("cla_count", {"placement": "foster_inhouse"}),
        )
    )
    assert fact_id(said_again) == fact_id(record) == record.fact_id
    assert fact_id(narrow) == fact_id(wide) != record.fact_id


def test_figures_of_another_field_have_no_measure() -> None:
    text = "The population of cattle was 45,000 on 31 March 2014."
    (figure,) = _read(f"{text}\n")
    assert figure.indicator is None
    (figure,) = _read("The population of under 18s was 45,000 on 31 March 2014. Ofsted came.\n")
    assert figure.indicator is not None


def test_a_part_of_two_groups_has_no_measure() -> None:
    figures = _read(
        "The scheme worked with 102 looked after children and care leavers in 2013/14. "
        "Approximately 25% of these were White British.\n"
    )
    (share,) = [figure for figure in figures if figure.value == 25]
    assert share.indicator is None


def test_a_briefing_on_schools_is_about_children() -> None:
    (record,) = _read("In January 2014, 21.4% of pupils were eligible for free school meals.\n")
    assert record.indicator == "fsm_pct"


def test_the_same_period_is_that_of_the_level_not_of_its_comparison() -> None:
    records = _read(
        "Between 1 April 2014 and 31 August 2014, 44 children came into care; this was more than in"
        " the same period of the previous year (31). In the same period 29 children left care.\n"
    )
    assert [record.period and record.period.key for record in records] == [
        "2014-04/2014-08",
        "2013-04/2013-08",
        "2014-04/2014-08",
    ]


def test_both_ends_of_a_range_are_of_its_measure() -> None:
    low, high = _read("An estimated 5-8% of care leavers study at university.\n")
    assert low.indicator == high.indicator == "care_leavers_he_pct"
    assert (low.qualifier, high.qualifier) == ("at_least", "at_most")


def test_a_report_of_no_authority_is_about_the_area_of_its_title() -> None:
    text = "In 2013 there were 1,718 children's homes.\n"
    document = read_document(text.encode(), name="report.txt")
    context = ReportContext(ReportKind.BRIEFING, title="Children's homes in England")
    (record,) = extract_indicators(document, context, reference_of(document, context))
    assert record.area == "England"


def test_a_numbered_figure_alone_answers_a_question() -> None:
    records = _read("1. What did mediation cost in 2013/14?\n\n1. £4,180\n")
    assert [record.value for record in records] == [4180]
