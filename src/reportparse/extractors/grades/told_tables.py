"""Grades that the tables of a paper tell of: homes and inspections by row, settings by grade."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportparse.document import Cell, CellRole, Document, Table, normalise
from reportparse.extractors.context import ReportContext
from reportparse.extractors.grades import patterns as p
from reportparse.extractors.grades.aspects import (
    OVERALL,
    JudgedAspect,
    find_aspects,
    resolve_aspects,
)
from reportparse.extractors.grades.moments import find_moments
from reportparse.extractors.grades.phrases import GradePhrase, parse_grade
from reportparse.extractors.grades.subjects import find_groups
from reportparse.extractors.grades.told_grids import FRAMEWORKS, tell_grid
from reportparse.extractors.inspections.labels import label_matcher
from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.provenance import provenance_of
from reportparse.records import Basis, Judgement, Period, PeriodKind, TableReference
from reportparse.vocabulary import Areas

_GRADE_HEAD = re.compile(r"\b(?:judge?ments?|ratings?|grad(?:e|ing)s?|outcome|ofsted)\b", re.I)
_DATE_HEAD = re.compile(r"\b(?:dates?|inspected|published|year|when)\b", re.I)
_NAME_HEAD = re.compile(
    r"\b(?:homes?|schools?|settings?|providers?|services?|centres?|names?|nurser(?:y|ies))\b", re.I
)
_NOT_TOLD = re.compile(r"\b(?:target|predicted|forecast|expected|self[- ]\w+|audit\w*)\b", re.I)
_AUTHORITY_HEAD = re.compile(r"\b(?:local authority|authority|council|la name|area)\b", re.I)
_CODE_HEAD = re.compile(r"\b(?:codes?|numbers?|urn|dates?|type|grade|judge?ment|rating)\b", re.I)
_CODE = re.compile(r"[\d\W]*$")
_GRADE_WORD = re.compile(r"\b(?:grade|grading|judge?ment|rating|outcome)s?\b", re.I)
_COUNT = re.compile(r"\d{1,3}")
_SUM = re.compile(
    r"^(?:total|sum|average|all (?:schools|homes|settings)|england|national)\b|^overall$", re.I
)
_DAYS = frozenset({PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.RANGE})


@dataclass(frozen=True, slots=True)
class Teller:
    """The paper: its text, what is known of it, the areas, and the date that it has."""

    document: Document
    context: ReportContext
    areas: Areas
    reference: PeriodReference


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table with its headers by column, its body by row, and all the words around it."""

    table: Table
    heads: dict[int, str]
    rows: dict[int, dict[int, Cell]]
    about: str


def tell_tables(teller: Teller) -> Iterator[Judgement]:
    """The judgements in tables whose headers, caption or heading speak of inspectors.

    A table that says nothing of the kind may still list the aspects that inspections judge.
    """
    for table in teller.document.tables:
        grid = _grid(teller.document, table)
        told: list[Judgement] = []
        if p.INSPECTOR.search(grid.about) and not _NOT_TOLD.search(grid.about):
            told = [*_by_row(teller, grid), *_by_grade(teller, grid)]
        yield from told or tell_grid(teller.document, teller.context, teller.reference, table)


def _grid(document: Document, table: Table) -> _Grid:
    heads: dict[int, list[str]] = {}
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        if cell.role is CellRole.HEADER:
            for column in range(cell.column, cell.column + cell.column_span):
                heads.setdefault(column, []).append(cell.text)
        else:
            rows.setdefault(cell.row, {})[cell.column] = cell
    named = {column: normalise(" ".join(texts)).text.strip() for column, texts in heads.items()}
    section = document.section_at(table.start_char)
    about = " ".join((table.caption or "", section.heading if section else "", *named.values()))
    return _Grid(table, named, rows, about)


def _by_row(teller: Teller, grid: _Grid) -> Iterator[Judgement]:
    """Rows of one home, service or aspect: a grade, and perhaps the date of its inspection."""
    named = _name_column(grid)
    columns = [
        column
        for column, head in grid.heads.items()
        if column != named and _GRADE_HEAD.search(head) and parse_grade(head) is None
    ]
    for cells in grid.rows.values():
        label = _text(cells.get(named))
        for column in columns:
            phrase = parse_grade(_text(cells.get(column)))
            if phrase is None or not label or phrase.grade == "not_judged" or _SUM.match(label):
                continue
            period = _period(teller, grid, cells, column)
            yield from _of_row(teller, grid, cells[column], phrase, label, period)


def _name_column(grid: _Grid) -> int:
    """The column that names who was judged: codes may stand before it."""
    for pattern in (_AUTHORITY_HEAD, _NAME_HEAD):
        for column, head in grid.heads.items():
            cells = [_text(row.get(column)) for row in grid.rows.values()]
            coded = not cells or any(_CODE.match(cell) for cell in cells)
            if pattern.search(head) and not _CODE_HEAD.search(head) and not coded:
                return column
    return 0


def _of_row(
    teller: Teller, grid: _Grid, cell: Cell, phrase: GradePhrase, label: str, period: Period | None
) -> Iterator[Judgement]:
    own = teller.context.organisation
    area = teller.areas.find(label)
    families = tuple(mention.family for mention in find_aspects(label))
    groups = find_groups(label)
    if area is not None and area.kind == "authority":
        for judged in _aspects_of(grid.heads.get(cell.column, ""), period):
            told = (area.name, label, judged.aspect)
            found = _judgement(teller, grid, cell, phrase, told, period)
            yield found.model_copy(update={"part": judged.part})
    elif groups and label.lower() in _words_of_kind(groups[0].label):
        provider = f"{own} {groups[0].label}" if own else groups[0].label
        yield _judgement(teller, grid, cell, phrase, (provider, label, OVERALL.aspect), period)
    elif _NAME_HEAD.search(grid.heads.get(_name_column(grid), "")) or groups:
        yield _judgement(teller, grid, cell, phrase, (label, label, OVERALL.aspect), period)
    elif families:
        for judged in resolve_aspects(families, period.start if period else None):
            if judged.aspect is not None:
                found = _judgement(teller, grid, cell, phrase, (own, label, judged.aspect), period)
                yield found.model_copy(update={"part": judged.part})


def _aspects_of(head: str, period: Period | None) -> tuple[JudgedAspect, ...]:
    """What the column headed ``head`` judges: by official label, or by its words and the time."""
    label = _GRADE_WORD.sub("", head).strip()
    official = label_matcher(FRAMEWORKS).match(label)
    if official is not None:
        return (JudgedAspect(official.aspect, official.part),)
    families = tuple(dict.fromkeys(mention.family for mention in find_aspects(label)))
    judged = resolve_aspects(families, period.start if period else None)
    return tuple(one for one in judged if one.aspect is not None) or (OVERALL,)


def _by_grade(teller: Teller, grid: _Grid) -> Iterator[Judgement]:
    """Columns headed by grades that hold how many settings of the row's kind have them."""
    grades = {column: parse_grade(head) for column, head in grid.heads.items()}
    graded = {column: phrase for column, phrase in grades.items() if phrase}
    if len(graded) < 2:
        return
    for cells in grid.rows.values():
        label = _text(cells.get(0))
        groups = find_groups(label) or find_groups(grid.table.caption or "")
        if not groups or _SUM.match(label):
            continue
        period = _period(teller, grid, cells, 0)
        provider = f"{teller.context.organisation or ''} {groups[-1].label}".strip()
        for column, phrase in graded.items():
            cell = cells.get(column)
            if cell is None or not _COUNT.fullmatch(cell.text.strip()) or not int(cell.text):
                continue
            head = _head_cell(grid.table, column)
            told = _judgement(teller, grid, head, phrase, (provider, label, OVERALL.aspect), period)
            place = provenance_of(teller.document, cell.start_char, cell.end_char)
            yield told.model_copy(update={"count": int(cell.text), "also_at": (place,)})


def _head_cell(table: Table, column: int) -> Cell:
    return next(
        cell
        for cell in reversed(table.cells)
        if cell.role is CellRole.HEADER and cell.column <= column < cell.column + cell.column_span
    )


def _words_of_kind(label: str) -> frozenset[str]:
    """Ways of writing a kind of setting alone, so that a longer label is a name."""
    single = label.removesuffix("s")
    return frozenset({label, single, f"{single} service", f"{label} service", f"our {label}"})


def _text(cell: Cell | None) -> str:
    return normalise(cell.text).text.strip() if cell else ""


def _period(teller: Teller, grid: _Grid, cells: dict[int, Cell], column: int) -> Period | None:
    """When the inspection was: by the column's header, a column of dates, or the row's label."""
    texts = [grid.heads.get(column, "")]
    texts += [_text(cells.get(c)) for c, head in grid.heads.items() if _DATE_HEAD.search(head)]
    texts.append(_text(cells.get(0)))
    for text in texts:
        moments = find_moments(f"in {text}", teller.reference)
        if moments:
            return moments[0].period
    return None


def _judgement(
    teller: Teller,
    grid: _Grid,
    cell: Cell,
    phrase: GradePhrase,
    told: tuple[str | None, str, str | None],
    period: Period | None,
) -> Judgement:
    """The record of a grade in ``cell``; ``told`` are provider, printed label and aspect."""
    place = provenance_of(teller.document, cell.start_char, cell.end_char)
    where = TableReference(id=grid.table.id, row=cell.row, column=cell.column)
    days = period if period is not None and period.kind in _DAYS else None
    return Judgement(
        provider=told[0],
        framework=None,
        aspect=told[2],
        aspect_text=told[1],
        grade=phrase.grade,
        grade_text=phrase.text,
        grade_number=phrase.number,
        inspected_from=days.start if days else None,
        inspected_to=days.end if days else None,
        period=period,
        basis=Basis.REPORTED,
        rule_id="told_table",
        provenance=place.model_copy(update={"table": where}),
    )
