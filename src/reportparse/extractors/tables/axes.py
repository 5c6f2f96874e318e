"""What the columns and the rows of a table stand for: periods, areas, units or other names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.tables.grid import Grid
from reportparse.extractors.tables.headers import HeaderFacts, header_facts
from reportparse.extractors.tables.short_periods import part_of_year
from reportparse.records import AxisKind, Period

_UNIT_ALONE = re.compile(
    r"(?:%|£|£?\(?'?0?00s?\)?|£\s?(?:m|k|million|thousand)|n|num\.?|no\.?|numbers?|counts?|rates?|"
    r"volume|percent(?:age)?s?|per ?cent|proportion|days|weeks|months|years|ranks?|scores?|"
    r"(?:rates? )?per [\w,]+)(?: of (?:children|cases|all \w+))?"
)


def facts_of(texts: Sequence[str], reference: PeriodReference) -> list[HeaderFacts]:
    """What each of ``texts`` says, the outermost first; "Q1" takes its year from those before."""
    found: list[HeaderFacts] = []
    for text in texts:
        facts = header_facts(text, reference)
        part = part_of_year([text], _year_of(found))
        if part is not None:
            facts = HeaderFacts(facts.words, facts.text, period=part, role=facts.role)
        found.append(facts)
    return found


def _year_of(facts: Iterable[HeaderFacts]) -> Period | None:
    return next((each.period for each in facts if each.period), None)


def columns_hold(grid: Grid, reference: PeriodReference) -> AxisKind | None:
    """What the headers over the body name."""
    columns = range(grid.n_stub_columns, grid.table.n_columns)
    return _common_kind(facts_of(grid.header_of(column), reference) for column in columns)


def rows_hold(grid: Grid, reference: PeriodReference) -> AxisKind | None:
    """What the stubs of the rows with figures name."""
    stubs = {words.cell.row: words.stubs for words in grid.figures()}
    return _common_kind(facts_of(texts, reference) for texts in stubs.values())


def _common_kind(lines: Iterable[Sequence[HeaderFacts]]) -> AxisKind | None:
    """The kind of more than half of the lines that measure something; targets are not counted."""
    kinds = Counter(
        kind
        for facts in lines
        if all(each.is_figure and each.role is None and not each.is_total for each in facts)
        if (kind := _kind(facts)) is not None
    )
    if not kinds:
        return None
    kind, count = kinds.most_common(1)[0]
    return kind if count * 2 > kinds.total() else None


def _kind(facts: Sequence[HeaderFacts]) -> AxisKind | None:
    return next(_kinds(facts), None)


def _kinds(facts: Sequence[HeaderFacts]) -> Iterator[AxisKind]:
    """Kinds of one line, that which tells it from its neighbours first."""
    if any(each.period or _is_undated(each) for each in facts):
        yield AxisKind.PERIODS
    if any(each.area for each in facts):
        yield AxisKind.AREAS
    words = [each for each in facts if each.words]
    if any(not _UNIT_ALONE.fullmatch(each.words.lower()) for each in words):
        yield AxisKind.LABELS
    if words:
        yield AxisKind.UNITS


def _is_undated(facts: HeaderFacts) -> bool:
    """Whether the header names a period whose year is not known: "Q1", "YTD"."""
    return not facts.words and any(char.isalnum() for char in facts.text)
