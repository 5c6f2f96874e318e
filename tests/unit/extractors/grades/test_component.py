"""Judgements told in running text, sentence by sentence."""

from datetime import date

import pytest

from reportparse.document import Block, BlockKind, Document
from reportparse.extractors.context import ReportContext
from reportparse.extractors.mentions import extract_mentions
from reportparse.records import Basis, Inspection, Judgement, ReportKind

PAPER = ReportContext(
    kind=ReportKind.SCRUTINY_REPORT, organisation="Dorset", report_date=date(2016, 9, 12)
)
INSPECTION = ReportContext(
    kind=ReportKind.OFSTED_INSPECTION,
    organisation="Wirral",
    report_date=date(2019, 5, 3),
    inspection=Inspection(
        framework="ilacs_2018",
        provider="Wirral",
        inspected_from=date(2019, 3, 4),
        inspected_to=date(2019, 3, 15),
    ),
)


def document(text: str) -> Document:
    """One paragraph per line."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip("\n"))
        blocks.append(Block(BlockKind.PARAGRAPH, start, end))
        start += len(line)
    return Document(text=text, media_type="text/plain", blocks=tuple(blocks))


def told(text: str, context: ReportContext = PAPER) -> tuple[Judgement, ...]:
    return extract_mentions(document(text), context)[0]


def facts(judgements: tuple[Judgement, ...]) -> list[tuple[object, ...]]:
    return [(j.provider, j.part, j.aspect, j.grade, j.count) for j in judgements]


PAPER_CASES = [
    pytest.param(
        "In March 2011 Ofsted judged safeguarding services to be good and services for looked "
        "after children to be outstanding.",
        [
            ("Dorset", "safeguarding", "overall_effectiveness", "good", None),
            ("Dorset", "looked_after_children", "overall_effectiveness", "outstanding", None),
        ],
        id="two services, active",
    ),
    pytest.param(
        "Inspectors visited in 2015. The experiences and progress of care leavers were judged by "
        "Ofsted in June 2015 to require improvement.",
        [("Dorset", None, "care_leavers", "requires_improvement", None)],
        id="passive with agent and date",
    ),
    pytest.param(
        "Ofsted inspects every home twice a year. Seven of our nine children's homes are "
        "currently rated good, one requires improvement and one is rated outstanding.",
        [
            ("Dorset children's homes", None, "overall_effectiveness", "good", 7),
            ("Dorset children's homes", None, "overall_effectiveness", "requires_improvement", 1),
            ("Dorset children's homes", None, "overall_effectiveness", "outstanding", 1),
        ],
        id="homes counted by grade",
    ),
    pytest.param(
        "The fostering service was rated 'good' by Ofsted in February 2012.",
        [("Dorset fostering service", None, "overall_effectiveness", "good", None)],
        id="named service",
    ),
    pytest.param(
        "Leadership, management and governance was found by inspectors to be inadequate in the "
        "2014 single inspection.",
        [("Dorset", None, "leadership_management_governance", "inadequate", None)],
        id="framework and year after the grade",
    ),
    pytest.param(
        "Ofsted rated the council's leadership as outstanding in both 2014 and 2019.",
        [
            ("Dorset", None, "leadership_management_governance", "outstanding", None),
            ("Dorset", None, "impact_of_leaders", "outstanding", None),
        ],
        id="two years give two judgements",
    ),
    pytest.param(
        "Neighbouring Somerset was judged inadequate by Ofsted in March 2015.",
        [("Somerset", None, "overall_effectiveness", "inadequate", None)],
        id="another authority",
    ),
    pytest.param(
        "Twelve primary schools were judged good or outstanding at their last inspection.",
        [("Dorset primary schools", None, "overall_effectiveness", "good_or_outstanding", 12)],
        id="one count for two grades",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAPER_CASES)
def test_paper_tells_judgements(text: str, expected: list[tuple[object, ...]]) -> None:
    found = told(text)
    assert facts(found) == expected
    assert {judgement.basis for judgement in found} == {Basis.REPORTED}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ofsted found a good range of services for families.", id="adjective"),
        pytest.param("There is adequate funding, inspectors noted.", id="adequate funding"),
        pytest.param("The service was not judged to be inadequate by Ofsted.", id="negation"),
        pytest.param("No children's homes were rated inadequate by Ofsted.", id="no homes"),
        pytest.param("All homes used must be rated good or better by Ofsted.", id="or better"),
        pytest.param("Our aim is for the service to be judged good by Ofsted.", id="aim"),
        pytest.param("By 2018 we expect services to be rated outstanding.", id="expectation"),
        pytest.param("If Ofsted judged the service to be inadequate, it would act.", id="if"),
        pytest.param(
            "Where a school is judged inadequate by Ofsted the council moves no child.", id="where"
        ),
        pytest.param("Most children attend schools judged by Ofsted to be good.", id="schools"),
        pytest.param("71% of children's centres were rated good by Ofsted.", id="percentage"),
        pytest.param(
            "Ofsted grades services on a four-point scale: outstanding, good, requires "
            "improvement and inadequate.",
            id="scale",
        ),
        pytest.param("Our self-assessment rated the service as good before Ofsted came.", id="own"),
        pytest.param("The service was rated at least adequate by Ofsted.", id="at least"),
        pytest.param("Staff were rated good by their managers.", id="no inspector"),
        pytest.param("Practice is too variable for Ofsted to be judged good.", id="too"),
        pytest.param(
            "Three homes were judged by Ofsted to be making good progress.", id="progress"
        ),
    ],
)
def test_paper_tells_nothing(text: str) -> None:
    assert told(text) == ()


INSPECTION_CASES = [
    pytest.param(
        "The last inspection of the local authority's services for looked after children was in "
        "May 2011. The local authority was judged to be adequate.",
        [("Wirral", "looked_after_children", "overall_effectiveness", "adequate", None)],
        Basis.PREVIOUS,
        id="authority by the inspection before",
    ),
    pytest.param(
        "The previous inspection of the local authority's safeguarding arrangements / "
        "arrangements for the protection of children was in February 2013. The local authority "
        "was judged to be good.",
        [("Wirral", None, "overall_effectiveness", "good", None)],
        Basis.PREVIOUS,
        id="one inspection under two names",
    ),
    pytest.param(
        "Safeguarding and looked after children's services were last inspected in April 2012. "
        "That inspection judged quality of provision in both these areas to be inadequate.",
        [
            ("Wirral", "safeguarding", "quality_of_provision", "inadequate", None),
            ("Wirral", "looked_after_children", "quality_of_provision", "inadequate", None),
        ],
        Basis.PREVIOUS,
        id="what was inspected stands before the verb",
    ),
    pytest.param(
        "Services have improved since 2016, when children's services were judged inadequate.",
        [("Wirral", None, "overall_effectiveness", "inadequate", None)],
        Basis.PREVIOUS,
        id="year of the earlier inspection",
    ),
    pytest.param(
        "The local authority operates six children's homes. All six were judged to be good at "
        "their most recent Ofsted inspection.",
        [("Wirral children's homes", None, "overall_effectiveness", "good", 6)],
        Basis.REPORTED,
        id="homes",
    ),
    pytest.param(
        "The local authority runs one children's home. This home was judged to be outstanding.",
        [("Wirral children's homes", None, "overall_effectiveness", "outstanding", 1)],
        Basis.REPORTED,
        id="one home",
    ),
    pytest.param(
        "Action followed the previously inadequate judgements from inspection of three "
        "children's homes and the fostering service.",
        [
            ("Wirral children's homes", None, "overall_effectiveness", "inadequate", 3),
            ("Wirral fostering service", None, "overall_effectiveness", "inadequate", None),
        ],
        Basis.PREVIOUS,
        id="superseded grades",
    ),
    pytest.param(
        "The last inspection report was published in July 2016. The judgements for the authority "
        "were:\n"
        "overall effectiveness: Inadequate\n"
        "adoption performance: Requires improvement",
        [
            ("Wirral", None, "overall_effectiveness", "inadequate", None),
            ("Wirral", None, "adoption", "requires_improvement", None),
        ],
        Basis.PREVIOUS,
        id="list of earlier judgements",
    ),
]


@pytest.mark.parametrize(("text", "expected", "basis"), INSPECTION_CASES)
def test_inspection_tells_of_earlier_ones(
    text: str, expected: list[tuple[object, ...]], basis: Basis
) -> None:
    found = told(text, INSPECTION)
    assert facts(found) == expected
    assert {judgement.basis for judgement in found} == {basis}


@pytest.mark.parametrize(
    "text",
    [
        "The local authority is judged to be good.",
        "Services for care leavers are now good.",
        "This has led to services being judged as good at this inspection.",
        "Children's services were judged to be good in March 2019.",
        "The quality of most assessments was judged to be good.",
        "Inspectors found good practice in child protection.",
    ],
)
def test_inspection_own_words_are_not_told(text: str) -> None:
    assert told(text, INSPECTION) == ()


def test_dates_are_days_months_or_a_year_alone() -> None:
    days = told("Ofsted's single inspection (3 to 20 June 2014) judged the council to be good.")[0]
    month = told("In March 2011 Ofsted judged safeguarding to be good.")[0]
    year = told("Ofsted judged the council to be good in 2015.")[0]
    assert (days.inspected_from, days.inspected_to) == (date(2014, 6, 3), date(2014, 6, 20))
    assert days.framework == "sif_2013"
    assert (month.inspected_from, month.inspected_to) == (date(2011, 3, 1), date(2011, 3, 31))
    assert (year.inspected_from, year.period and year.period.key) == (None, "2015")


def test_date_of_publication_is_kept_apart() -> None:
    found = told(
        "Ofsted inspected us in May and June 2014 and published its report on 7 July 2014. "
        "Overall effectiveness was judged inadequate."
    )[0]
    assert found.published == date(2014, 7, 7)
    assert (found.inspected_from, found.inspected_to) == (date(2014, 5, 1), date(2014, 6, 30))


def test_repeated_telling_is_one_record_with_both_places() -> None:
    text = (
        "Ofsted judged the council inadequate in June 2014.\n"
        "Since June 2014, when Ofsted judged the council to be inadequate, much has changed."
    )
    found = told(text)
    assert len(found) == 1
    assert [place.start_char for place in found[0].also_at] == [text.index("Since")]


def test_provenance_is_the_printed_words() -> None:
    text = "In 2015, inspectors’ report rated\nour ‘leadership’ as\n‘outstanding’."
    context = PAPER
    page = Document(
        text=text, media_type="text/plain", blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),)
    )
    found = extract_mentions(page, context)[0][0]
    place = found.provenance
    assert place.quote == text[place.start_char : place.end_char]
    assert place.quote.endswith("‘outstanding’")


def test_places_of_stated_judgements_are_left_out() -> None:
    text = "In 2015 Ofsted judged the council to be good."
    stated = told(text)
    assert extract_mentions(document(text), PAPER, stated)[0] == ()
