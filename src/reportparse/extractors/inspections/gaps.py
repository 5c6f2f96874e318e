"""What an inspection report should print and does not: aspects without grade, dates, provider."""

from reportparse.document import Problem
from reportparse.extractors.inspections.front_page import FrontPage
from reportparse.extractors.inspections.readings import (
    Merged,
)
from reportparse.records import (
    GradeStatus,
    NotGraded,
)
from reportparse.vocabulary import load_frameworks

# Aspects that other aspects of the framework stand for, and why they carry no grade.
_WITHOUT_GRADE: dict[str, tuple[tuple[str, GradeStatus], ...]] = {
    "ilacs_2018": (
        ("in_care", GradeStatus.COMBINED),
        ("care_leavers", GradeStatus.COMBINED),
    ),
    "ilacs_2026": (("overall_effectiveness", GradeStatus.ABOLISHED),),
    "sch_eif_2024": (("overall_effectiveness", GradeStatus.ABOLISHED),),
    "sch_reif_2025": (("overall_effectiveness", GradeStatus.ABOLISHED),),
    "ey_reif_2025": (("overall_effectiveness", GradeStatus.ABOLISHED),),
    "fe_reif_2025": (("overall_effectiveness", GradeStatus.ABOLISHED),),
    "ind_reif_2026": (("overall_effectiveness", GradeStatus.ABOLISHED),),
}


def not_graded_aspects(framework: str | None, merged: list[Merged]) -> list[NotGraded]:
    """Aspects that a reader could expect and that carry no grade."""
    known = load_frameworks().frameworks.get(framework or "")
    if known is None:
        return []
    found = {(item.first.part, item.first.aspect or ""): item.first.phrase.grade for item in merged}
    result = [
        NotGraded(aspect=aspect, status=GradeStatus.NOT_JUDGED)
        for (_, aspect), grade in found.items()
        if grade == "not_judged"
    ]
    printed = {aspect for _, aspect in found}
    for aspect in known.aspects:
        if aspect.id not in printed and not aspect.optional:
            result.append(NotGraded(aspect=aspect.id, status=GradeStatus.NOT_FOUND))
            printed.add(aspect.id)
    result += [
        NotGraded(aspect=aspect, status=status)
        for aspect, status in _WITHOUT_GRADE.get(known.id, ())
    ]
    return result


def is_missing(item: NotGraded) -> bool:
    """Whether an aspect should carry a grade and none was found."""
    return item.status is GradeStatus.NOT_FOUND


def missing_problem(item: NotGraded) -> Problem:
    """What to tell of an aspect whose grade was not found."""
    return Problem(
        "judgement_not_found",
        f"no grade was found for {item.aspect}, which reports of this framework print;"
        " look for it on the front page",
    )


def front_problems(
    front: FrontPage, framework: str | None, *, graded: bool, dated: bool
) -> list[Problem]:
    """What the first pages should tell and do not: framework, dates, provider."""
    problems = []
    known = load_frameworks().frameworks.get(framework or "")
    if known is None:
        problems.append(
            Problem(
                "framework_unknown",
                "the printed title and rows fit no known inspection framework, or several alike;"
                " check the front page",
            )
        )
    elif {"aspects", "scale"} & set(known.unverified) and graded:
        unseen = " and ".join(part for part in known.unverified if part != "dates")
        problems.append(
            Problem(
                "framework_unverified",
                f"the {unseen} of {known.id} were not seen in a published report when the"
                " vocabulary was made; check the grades against the report",
            )
        )
    if dated and front.inspected is None:
        problems.append(
            Problem(
                "inspection_dates_not_found",
                "the dates of the inspection cannot be read; check the front page",
            )
        )
    if front.provider is None and front.area is None:
        problems.append(
            Problem(
                "provider_unknown",
                "the title names no known local authority and no provider; check the front page",
            )
        )
    return problems
