"""Figures whose own words name no measure, or more than one."""

import pytest

from reportparse.extractors.evidence.measures import is_empty
from reportparse.parsing import parse
from reportparse.records import Direction
from reportparse.vocabulary import normal_form


def _measures(tmp_path_factory: pytest.TempPathFactory, text: str) -> list[tuple[str, str | None]]:
    path = tmp_path_factory.mktemp("report") / "report.txt"
    path.write_text(f"Derby City Council\n\nPerformance report\nMay 2016\n\n{text}\n", "utf-8")
    (report,) = parse(path).reports
    return [(record.value_text, record.indicator) for record in report.indicators]


@pytest.mark.parametrize(
    "words",
    ["", "it stood", "against a target", "our statistical neighbours", "England", "the year before",
     "children"],
)  # fmt: skip
def test_words_without_a_measure(words: str) -> None:
    assert is_empty(words)


@pytest.mark.parametrize("words", ["looked after children", "the adoption target", "referrals"])
def test_words_with_a_measure(words: str) -> None:
    assert not is_empty(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The vacancy rate among social workers was 17.2%. It had stood at 21% in March 2015.",
            {"sw_vacancy_pct"},
        ),
        (
            "Dental checks were up to date for 84% of children in care, against a target of 90% "
            "and an England figure of 86%.",
            {"cla_dental_pct"},
        ),
        (
            "At the end of March we looked after 461 children, compared with 437 a year earlier.",
            {"cla_count"},
        ),
    ],
)
def test_figure_takes_the_measure_before_it(
    text: str, expected: set[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    found = _measures(tmp_path_factory, text)
    assert len(found) > 1
    assert {measure for _, measure in found} == expected


def test_part_given_with_its_share_is_not_the_whole(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = (
        "At 31 March 2016, 461 children were being looked after by the local authority. Of this "
        "number, 92 (or 20%) live outside the local authority area."
    )
    assert _measures(tmp_path_factory, text) == [
        ("461", "cla_count"),
        ("92", "cla_out_of_area_count"),
        ("20%", "cla_out_of_area_pct"),
    ]


def test_figure_for_all_children_is_not_of_the_group_before(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = (
        "Of the children looked after, 61% achieved a good level of development, below the "
        "national level of 74% for all children."
    )
    assert _measures(tmp_path_factory, text) == [
        ("61%", "cla_eyfs_gld_pct"),
        ("74%", "eyfs_gld_pct"),
    ]


def test_better_is_down_where_less_is_good(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = (
        "The proportion of children in care with three or more placements was 8%, which is 20% "
        "better than the national average.\n"
    )
    path = tmp_path_factory.mktemp("report") / "report.txt"
    path.write_text(f"Derby City Council\n\nPerformance report\nMay 2016\n\n{text}", "utf-8")
    (report,) = parse(path).reports
    change = report.indicators[-1]
    assert (change.indicator, change.direction) == (
        "cla_3plus_placements_pct",
        Direction.DOWN,
    )


def test_what_people_currently_do_is_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = (
        "In the last year, 12 young people ceased to be looked after and are currently living in "
        "houses of multiple occupation."
    )
    assert _measures(tmp_path_factory, text) == [("12", "care_leavers_hmo_count")]


def test_heading_ends_what_is_carried_on(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = (
        "1. Workforce\n\nThe vacancy rate among social workers was 17.2%.\n\n"
        "2. Libraries\n\nIt was 63% in the spring."
    )
    assert dict(_measures(tmp_path_factory, text)) == {"17.2%": "sw_vacancy_pct", "63%": None}


def test_share_of_an_age_group_of_those_the_text_is_about(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = "1. Children in care\n\nOf our children in care 31% are aged 16 or 17."
    assert _measures(tmp_path_factory, text) == [("31%", "cla_share_pct")]


def test_thing_counted_that_no_measure_counts(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "We support 214 care leavers. We handed out 94 laptops and 12 bicycles."
    found = dict(_measures(tmp_path_factory, text))
    assert found == {"214": "care_leavers_count", "94": None, "12": None}


def test_remark_on_all_that_is_counted_narrows_the_number(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("report") / "report.txt"
    path.write_text(
        "Derby City Council\n\nPerformance report\nMay 2016\n\nAt 31 March 2016, 12 looked after "
        "children live in residential special schools, all of whom live out of the authority "
        "area.\n",
        "utf-8",
    )
    (report,) = parse(path).reports
    (record,) = report.indicators
    found = normal_form(record.indicator, record.breakdown)
    assert found.indicator == "cla_count"
    assert found.breakdown == {"placement": "residential_school", "location": "outside_la"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The team took a dip sample of 24 children looked after.", "24"),
        ("In May an audit covered 210 children in care.", "210"),
    ],
)
def test_cases_that_were_looked_into_are_no_number_of_children(
    text: str, number: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert dict(_measures(tmp_path_factory, text))[number] != "cla_count"


_TABLE = """Looked after children by legal status

\tMarch 2012\tMarch 2013
Looked after children\t297\t314
of whom: full care order\t118\t121
interim care order\t63\t71
other\t12\t12
"""


def test_rows_of_parts_take_the_measure_above(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("report") / "report.txt"
    path.write_text(f"Derby City Council\n\nPerformance report\nMay 2016\n\n{_TABLE}", "utf-8")
    (report,) = parse(path).reports
    rows = {
        record.value_text: (record.indicator, record.breakdown.get("legal_status"))
        for record in report.indicators
        if record.provenance.table and record.provenance.table.column == 1
    }
    assert rows == {
        "297": ("cla_count", None),
        "118": ("cla_count", "full_care_order"),
        "63": ("cla_count", "interim_care_order"),
        "12": ("cla_count", "other"),
    }
