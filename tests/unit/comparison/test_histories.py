"""Histories of made-up inspections."""

from datetime import date
from typing import Any

import pytest

from reportparse.comparison import Change, History, Verdict, history, history_html
from reportparse.errors import UnknownNameError
from reportparse.records import (
    Basis,
    Inspection,
    Judgement,
    ParsedDocument,
    Period,
    PeriodKind,
    Provenance,
    Report,
    ReportKind,
    Source,
)


def judgement(aspect: str | None, grade: str, **fields: Any) -> Judgement:
    place = Provenance(page=1, bbox=None, start_char=0, end_char=4, quote=f"{aspect} {grade}")
    defaults = {"provider": "Leeds", "framework": None, "basis": Basis.STATED}
    return Judgement(
        **{**defaults, **fields},
        aspect=aspect,
        aspect_text=aspect,
        grade=grade,
        grade_text=grade,
        provenance=place,
    )


def document(path: str, report: Report) -> ParsedDocument:
    source = Source(path=path, sha256="0", bytes=1, media_type="text/plain", pages=1)
    return ParsedDocument(source=source, reports=(report,))


def inspected(
    path: str, framework: str, first: date, grades: dict[str, str], **fields: Any
) -> ParsedDocument:
    provider = fields.get("provider", "Leeds")
    last = first.replace(day=first.day + 10)
    dates = {"inspected_from": first, "inspected_to": last, "published": fields.get("published")}
    stated = tuple(
        judgement(aspect, grade, framework=framework, provider=provider, **dates)
        for aspect, grade in grades.items()
    )
    about = Inspection(framework=framework, provider=provider, urn=fields.get("urn"), **dates)
    kind = ReportKind.OFSTED_INSPECTION
    return document(path, Report(kind=kind, inspection=about, judgements=stated))


def paper(path: str, *judgements: Judgement) -> ParsedDocument:
    return document(path, Report(kind=ReportKind.SCRUTINY_REPORT, judgements=judgements))


def year(number: int) -> Period:
    return Period(
        key=str(number),
        kind=PeriodKind.CALENDAR_YEAR,
        start=date(number, 1, 1),
        end=date(number, 12, 31),
        text=str(number),
    )


SIF = inspected(
    "sif.pdf",
    "sif_2013",
    date(2015, 1, 10),
    {
        "overall_effectiveness": "inadequate",
        "help_and_protection": "requires_improvement",
        "leadership_management_governance": "good",
    },
    published=date(2015, 2, 19),
)
ILACS = inspected(
    "ilacs.pdf",
    "ilacs_2018",
    date(2018, 7, 10),
    {
        "overall_effectiveness": "good",
        "help_and_protection": "requires_improvement",
        "impact_of_leaders": "outstanding",
    },
)


def changes(found: History) -> dict[str, list[Change]]:
    return {row.theme: [entry.change for entry in row.entries] for row in found.timelines}


def test_timelines_run_over_frameworks_in_order_of_time() -> None:
    assert changes(history([ILACS, SIF])) == {
        "overall": [Change.FIRST, Change.IMPROVED],
        "help_protection": [Change.FIRST, Change.SAME],
        "leadership": [Change.FIRST, Change.IMPROVED],
    }


def test_inspections_tell_lag_gap_and_re_inspection() -> None:
    first, second = history([SIF, ILACS]).inspections
    assert (first.lag_days, first.gap_months, first.re_inspection) == (30, None, False)
    assert (second.lag_days, second.gap_months, second.re_inspection) == (None, 42, True)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("adequate", "requires_improvement", Change.NOT_COMPARABLE),
        ("adequate", "good", Change.IMPROVED),
        ("good", "inadequate", Change.DECLINED),
        ("good", "not_judged", Change.NOT_COMPARABLE),
        ("outstanding", "outstanding", Change.SAME),
    ],
)
def test_change_of_grades_on_two_scales(before: str, after: str, change: Change) -> None:
    old = inspected("a", "cp_2012", date(2012, 9, 3), {"overall_effectiveness": before})
    new = inspected("b", "sif_2013", date(2014, 9, 3), {"overall_effectiveness": after})
    overall = next(row for row in history([old, new]).timelines if row.theme == "overall")
    assert overall.entries[1].change is change
    assert overall.entries[1].note


@pytest.mark.parametrize(
    ("grade", "told_year", "verdict"),
    [
        ("outstanding", 2018, Verdict.CONFIRMED),
        ("good", 2018, Verdict.CONTRADICTED),
        ("outstanding", 2011, Verdict.NO_SOURCE),
    ],
)
def test_claims_are_checked_against_the_report(
    grade: str, told_year: int, verdict: Verdict
) -> None:
    told = judgement("impact_of_leaders", grade, basis=Basis.REPORTED, period=year(told_year))
    check = history([SIF, ILACS, paper("p.txt", told)]).checks[0]
    assert check.verdict is verdict
    assert check.claim.path == "p.txt"
    assert (check.source.path if check.source else None) == (
        None if verdict is Verdict.NO_SOURCE else "ilacs.pdf"
    )


def test_confirmed_claim_joins_the_entry_and_an_unsourced_one_makes_its_own() -> None:
    known = judgement("overall_effectiveness", "good", basis=Basis.REPORTED, period=year(2018))
    unknown = judgement("overall_effectiveness", "good", basis=Basis.REPORTED, period=year(2021))
    found = history([ILACS, paper("p.txt", known, unknown)])
    entries = next(row for row in found.timelines if row.theme == "overall").entries
    assert [(entry.when, len(entry.places)) for entry in entries] == [
        ("2018-07-10", 2),
        ("2021", 1),
    ]
    assert entries[1].framework_inferred


def test_settings_by_count_are_checks_alone() -> None:
    homes = judgement(
        "overall_effectiveness",
        "good",
        basis=Basis.REPORTED,
        provider="Leeds children's homes",
        count=5,
    )
    found = history([paper("p.txt", homes)], provider="Leeds")
    assert found.timelines == ()
    assert [(check.count, check.verdict) for check in found.checks] == [(5, Verdict.NO_SOURCE)]


@pytest.mark.parametrize("name", ["Leeds", "leeds city council", "80481"])
def test_provider_is_found_by_any_name_and_urn(name: str) -> None:
    other = inspected(
        "b", "sif_2013", date(2014, 9, 3), {"overall_effectiveness": "good"}, provider="Kent"
    )
    found = history([SIF, other], provider=name)
    assert {row.provider for row in found.timelines} == {"Leeds"}


def test_history_begins_with_predecessor_authorities() -> None:
    before = inspected(
        "a", "ilacs_2018", date(2022, 11, 7), {"overall_effectiveness": "good"}, provider="Cumbria"
    )
    after = inspected(
        "b",
        "ilacs_2023",
        date(2024, 5, 7),
        {"overall_effectiveness": "good"},
        provider="Westmorland and Furness",
    )
    found = history([after, before], provider="Westmorland and Furness")
    overall = found.timelines[0].entries
    assert [entry.provider for entry in overall] == ["Cumbria", "Westmorland and Furness"]
    assert overall[1].change is Change.NOT_COMPARABLE


def test_page_draws_a_letter_for_each_grade() -> None:
    page = history_html(history([SIF, ILACS]))
    marks = [piece[0] for piece in page.split('font-weight="bold">')[1:]]
    assert sorted(marks) == sorted("IGRRGO")


def grades_of(found: History, theme: str) -> list[tuple[str, Change]]:
    row = next(row for row in found.timelines if row.theme == theme)
    return [(entry.grade, entry.change) for entry in row.entries]


def test_report_cards_are_compared_with_each_other_alone() -> None:
    days = [date(2023, 2, 7), date(2026, 2, 3), date(2028, 2, 1)]
    frameworks = ["sch_eif_2019", "sch_reif_2025", "sch_reif_2025"]
    grades = ["good", "needs_attention", "expected_standard"]
    reports = [
        inspected(str(day), framework, day, {"achievement": grade}, provider="Mill School")
        for day, framework, grade in zip(days, frameworks, grades, strict=True)
    ]
    assert grades_of(history(reports), "achievement") == [
        ("good", Change.FIRST),
        ("needs_attention", Change.NOT_COMPARABLE),
        ("expected_standard", Change.IMPROVED),
    ]


def test_a_school_is_one_under_all_its_names() -> None:
    first = inspected(
        "a",
        "sch_cif_2015",
        date(2016, 5, 10),
        {"overall_effectiveness": "good"},
        provider="Mill School",
        urn="399101",
    )
    second = inspected(
        "b",
        "sch_eif_2019",
        date(2022, 5, 10),
        {"overall_effectiveness": "outstanding"},
        provider="The Mill Academy",
        urn="399101",
    )
    told = judgement(
        "overall_effectiveness",
        "good",
        basis=Basis.PREVIOUS,
        provider="the Mill School",
        period=year(2016),
    )
    found = history([second, first, paper("p.txt", told)], provider="399101")
    assert {row.provider for row in found.timelines} == {"The Mill Academy"}
    assert grades_of(found, "overall") == [("good", Change.FIRST), ("outstanding", Change.IMPROVED)]
    assert found.checks[0].verdict is Verdict.CONFIRMED


def test_visits_are_passed_over_when_the_gap_is_counted() -> None:
    visit = inspected("v", "ilacs_monitoring", date(2016, 3, 1), {})
    events = history([SIF, visit, ILACS]).inspections
    assert [(event.path, event.graded, event.gap_months) for event in events] == [
        ("sif.pdf", True, None),
        ("v", False, None),
        ("ilacs.pdf", True, 42),
    ]


def test_the_yearly_rating_is_no_inspection() -> None:
    rating = inspected("r", "csa_2009", date(2010, 12, 9), {"annual_rating": "performs_well"})
    assert history([rating]).inspections == ()


def test_an_unknown_provider_gives_close_names() -> None:
    with pytest.raises(UnknownNameError, match="did you mean Leeds"):
        history([SIF], provider="Leds")


def test_page_says_what_its_letters_mean_and_what_was_checked() -> None:
    told = judgement("impact_of_leaders", "good", basis=Basis.REPORTED, period=year(2018))
    page = history_html(history([SIF, ILACS, paper("p.txt", told)]))
    assert "O outstanding, G good, R requires improvement, I inadequate." in page
    assert "contradicted: the inspection report says outstanding" in page
    assert "ilacs.pdf p. 1: “impact_of_leaders outstanding”" in page
