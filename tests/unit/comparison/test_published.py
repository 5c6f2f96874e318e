"""A published list compared with reports at hand."""

from datetime import date
from pathlib import Path

import pytest

from reportparse.comparison import (
    Change,
    Entry,
    History,
    InspectionEvent,
    Layout,
    Outcome,
    Place,
    Timeline,
    check_published,
    read_layout,
)
from reportparse.errors import ReportParseError
from reportparse.records import Basis

DAYS = {
    "inspected_from": date(2018, 10, 29),
    "inspected_to": date(2018, 11, 9),
    "published": date(2018, 12, 18),
}
HEAD = (
    "urn,la_code,local_authority,overall_effectiveness_grade,impact_of_leaders_grade,"
    "help_and_protection_grade,in_care_grade,care_leavers_grade,"
    "inspection_start_date,inspection_end_date,publication_date\n"
)


def entry(aspect: str, grade: str) -> Entry:
    return Entry(
        provider="Leeds",
        framework="ilacs_2018",
        aspect=aspect,
        part=None,
        grade=grade,
        basis=Basis.STATED,
        when="2018-10-29",
        change=Change.FIRST,
        places=(Place(path="a.pdf", page=1, quote=grade),),
        **DAYS,
    )


FOUND = History(
    inspections=(
        InspectionEvent(
            provider="Leeds", framework="ilacs_2018", when="2018-10-29", path="a.pdf", **DAYS
        ),
    ),
    timelines=(
        Timeline(
            provider="Leeds",
            theme="overall",
            entries=(entry("overall_effectiveness", "outstanding"),),
        ),
        Timeline(
            provider="Leeds",
            theme="help_protection",
            entries=(entry("help_and_protection", "requires_improvement"),),
        ),
    ),
    checks=(),
)


def listed(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(HEAD + "\n".join(rows), encoding="utf-8")
    return path


def test_fields_agree_differ_or_are_lacking(tmp_path: Path) -> None:
    path = listed(
        tmp_path,
        "80481,383,Leeds City Council,outstanding,outstanding,good,,,"
        "29/10/2018,09/11/2018,18/12/18",
    )
    outcomes = {check.field: check.outcome for check in check_published(FOUND, path, Layout())}
    assert outcomes == {
        "overall": Outcome.AGREES,
        "leadership": Outcome.ONLY_IN_LIST,
        "help_protection": Outcome.DIFFERS,
        "inspected_from": Outcome.AGREES,
        "inspected_to": Outcome.AGREES,
        "published": Outcome.AGREES,
    }


def test_inspections_that_either_lacks_are_named(tmp_path: Path) -> None:
    path = listed(tmp_path, "80476,886,Kent,good,good,good,good,,01/05/2022,12/05/2022,05/07/22")
    checks = check_published(FOUND, path, Layout())
    assert [(check.provider, check.outcome) for check in checks] == [
        ("Kent", Outcome.ONLY_IN_LIST),
        ("Leeds", Outcome.ONLY_IN_REPORTS),
    ]
    own = check_published(FOUND, path, Layout(), provider="Leeds City Council")
    assert [check.provider for check in own] == ["Leeds"]


def test_columns_are_mapped_by_toml(tmp_path: Path) -> None:
    mapping = tmp_path / "columns.toml"
    mapping.write_text(
        'provider = "LA"\ninspected_from = "Start"\ninspected_format = "%Y-%m-%d"\n'
        '[grades]\noverall = "Overall"\n',
        encoding="utf-8",
    )
    path = tmp_path / "list.csv"
    path.write_text("LA,Start,Overall\nLeeds,2018-10-29,Outstanding\n", encoding="utf-8")
    checks = check_published(FOUND, path, read_layout(mapping))
    assert ("overall", Outcome.AGREES) in {(check.field, check.outcome) for check in checks}


def test_a_list_without_the_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name\nLeeds\n", encoding="utf-8")
    with pytest.raises(ReportParseError, match="inspection_start_date"):
        check_published(FOUND, path, Layout())


def test_an_inspection_is_found_by_days_that_overlap(tmp_path: Path) -> None:
    path = listed(tmp_path, ",383,LEEDS,outstanding,,,,,30/10/2018,09/11/2018,")
    outcomes = {check.field: check.outcome for check in check_published(FOUND, path, Layout())}
    assert (outcomes["inspected_from"], outcomes["overall"]) == (Outcome.DIFFERS, Outcome.AGREES)
    assert "inspection" not in outcomes


def test_visits_without_grades_are_no_gap_of_the_list(tmp_path: Path) -> None:
    visit = InspectionEvent(
        provider="Kent",
        framework="ilacs_focused",
        graded=False,
        inspected_from=date(2019, 5, 1),
        inspected_to=None,
        published=None,
        path="visit.pdf",
    )
    found = FOUND.model_copy(update={"inspections": (*FOUND.inspections, visit)})
    checks = check_published(found, listed(tmp_path), Layout())
    assert [check.provider for check in checks] == ["Leeds"]


def test_cells_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    path = listed(
        tmp_path,
        "80481,383,Leeds,Outstandng,,good,,,29/10/2018,09/11/2018,18/12/18",
        ",,Atlantis,good,good,good,good,,01/05/2022,12/05/2022,05/07/22",
        "80476,886,Kent,good,good,good,good,,,,",
        ",,,,,,,,,,",
    )
    checks = check_published(FOUND, path, Layout())
    assert [
        (check.provider, check.field, check.published)
        for check in checks
        if check.outcome is Outcome.NOT_READ
    ] == [
        ("Leeds", "overall", "Outstandng"),
        ("Atlantis", "provider", "Atlantis"),
        ("Kent", "inspected_from", ""),
    ]


def test_a_date_in_another_format_names_the_line(tmp_path: Path) -> None:
    path = listed(tmp_path, "80481,383,Leeds,good,,good,,,2018-10-29,09/11/2018,18/12/18")
    with pytest.raises(ReportParseError, match=r"list\.csv, line 2: '2018-10-29' in column"):
        check_published(FOUND, path, Layout())


def test_a_list_that_is_not_utf_8_says_how_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(HEAD.encode() + b",,Caf\xe9,good,,good,,,29/10/2018,,")
    with pytest.raises(ReportParseError, match="CSV UTF-8"):
        check_published(FOUND, path, Layout())


def test_a_list_that_is_not_there_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    with pytest.raises(ReportParseError) as caught:
        check_published(FOUND, path, Layout())
    assert str(caught.value) == f"{path}: cannot be read (No such file or directory)"
