"""The sheet of judgements: a row for each grade given to an aspect."""

from datetime import date

from reportparse.desk.columns import Column, Sheet
from reportparse.desk.sheets.places import (
    ORGANISATION,
    PAGE,
    POSITION,
    QUOTE,
    SOURCE,
    TITLE,
    TRUST,
)
from reportparse.desk.words import (
    aspect_words,
    basis_words,
    day_words,
    framework_words,
    grade_words,
    period_words,
    plain,
)
from reportparse.records import Judgement
from reportparse.records.frames import Kind

Graded = Column[Judgement]


def _when_words(judgement: Judgement) -> str | None:
    """When it was judged, as exactly as the report says."""
    if judgement.period:
        return period_words(judgement.period)
    first = judgement.inspected_from or judgement.inspected_to
    last = judgement.inspected_to or first
    if first and last:
        return day_words(first, last)
    return f"published {day_words(judgement.published)}" if judgement.published else None


def _sort_day(judgement: Judgement) -> date | None:
    """The day a reader sorts by: the last of the inspection, or of what dates it."""
    known = judgement.inspected_to or judgement.inspected_from or judgement.published
    return known or (judgement.period.end if judgement.period else None)


_COLUMNS: tuple[Graded, ...] = (
    Graded(
        "provider",
        "Who was judged: an authority, or a service, school or home.",
        lambda one: one.provider,
        width=26,
    ),
    Graded(
        "aspect",
        "What was judged, in the words of its framework.",
        lambda one: aspect_words(one.aspect, one.framework, one.aspect_text),
        width=44,
    ),
    Graded(
        "grade",
        "The grade, as its scale names it.",
        lambda one: grade_words(one.grade, one.framework),
        width=24,
    ),
    Graded(
        "settings",
        "How many settings got this grade, where they are counted.",
        lambda one: one.count,
        Kind.WHOLE,
        width=10,
    ),
    Graded(
        "period",
        "When it was judged, in words, as exactly as the report says.",
        _when_words,
        width=26,
        label="When",
    ),
    Graded(
        "framework",
        "The inspection framework.",
        lambda one: framework_words(one.framework),
        width=34,
    ),
    Graded(
        "source",
        "Whether it is this report's own judgement.",
        lambda one: basis_words(one.basis),
        width=26,
    ),
    PAGE,
    QUOTE,
    *SOURCE,
    Graded(
        "date",
        "A day to sort by: the last of the inspection, else of the months or year that date it.",
        _sort_day,
        Kind.DATE,
    ),
    Graded("printed", "The grade as printed.", lambda one: one.grade_text, width=24),
    Graded(
        "part", "Which of two services, where one report judges both.", lambda one: plain(one.part)
    ),
    Graded(
        "inspected_from", "First day of the inspection.", lambda one: one.inspected_from, Kind.DATE
    ),
    Graded("inspected_to", "Last day of the inspection.", lambda one: one.inspected_to, Kind.DATE),
    Graded("published", "Day of publication.", lambda one: one.published, Kind.DATE),
    ORGANISATION,
    *TITLE,
    *TRUST,
    Graded("aspect_id", "Id of the aspect.", lambda one: one.aspect),
    Graded("aspect_text", "The aspect as printed.", lambda one: one.aspect_text, width=40),
    Graded("grade_id", "Id of the grade.", lambda one: one.grade),
    Graded(
        "grade_number",
        "Number of the grade, where it is printed.",
        lambda one: one.grade_number,
        Kind.WHOLE,
    ),
    Graded("framework_id", "Id of the framework.", lambda one: one.framework),
    Graded("part_id", "Id of the part.", lambda one: one.part),
    Graded("basis", "stated, reported or previous.", lambda one: one.basis.value),
    Graded("rule", "The rule that read it.", lambda one: one.rule_id),
    Graded(
        "places",
        "How many places of the report print it.",
        lambda one: 1 + len(one.also_at),
        Kind.WHOLE,
    ),
    *POSITION,
)

JUDGEMENTS: Sheet[Judgement] = Sheet(
    "judgements",
    "One row for each aspect of an inspection that a report grades or reports the grade of.",
    _COLUMNS,
    lambda documents: (record for parsed in documents for record in parsed.judgements()),
)
