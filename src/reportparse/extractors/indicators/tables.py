"""Indicator values from the cells of data tables.

Every figure of a cell takes its measure, period, area, unit, role and breakdown from the headers
over it, the stubs left of it, the caption and the text that introduces the table, the nearest
first. Which of rows and columns carry periods, areas or measures is read from the words alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from reportparse.document import Document, Table
from reportparse.extractors.choose.frame import Frame
from reportparse.extractors.context import ReportContext
from reportparse.extractors.indicators.cell_record import figure_record
from reportparse.extractors.indicators.column_headers import (
    names_column,
    with_counts,
    without_scale_name,
)
from reportparse.extractors.indicators.naming import Around, NamedFigure
from reportparse.extractors.indicators.part_rows import PartRows
from reportparse.extractors.indicators.parts import heads_parts
from reportparse.extractors.indicators.strips import table_strip
from reportparse.extractors.measures.groups import subject_of, subject_of_text
from reportparse.extractors.measures.linking import Wording, link
from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.provenance import provenance_of
from reportparse.extractors.quantities import Quantity
from reportparse.extractors.tables import (
    CellWords,
    Grid,
    HeaderFacts,
    grid_of,
    header_facts,
    is_year_to_date,
    part_of_year,
    relative_period,
    with_split_years,
    without_to_date,
    year_around,
    year_to_date,
)
from reportparse.records import Period, PeriodKind, Role, TableReference, Unit
from reportparse.vocabulary import NAMES_THAT_ARE_WORDS

_SIGNS_OF_ROW = 2
_SENTENCE_PIECE = re.compile(r"(?:\S+\s+){3,}\S+\.$|^[a-z]\S*(?:\s+\S+){4,}$")
_CAPTION = re.compile(r"(?:table|fig(?:ure)?|chart)\.? ?\d", re.IGNORECASE)
_WHOLE_YEAR = re.compile(r"(?:whole |full |the )?year|total(?: for the)? year", re.IGNORECASE)
_YEARS = frozenset({PeriodKind.SPLIT_YEAR, PeriodKind.CALENDAR_YEAR})
_INTRODUCTION = 400
_LONGEST_STUB = 200
_LONGEST_TITLE = 120
_LONGEST_NAME = 40


def extract_table_indicators(
    document: Document, context: ReportContext, reference: PeriodReference
) -> list[Frame]:
    """Every figure in the document's tables, in reading order.

    Cells that print a reason for having no figure give no record, nor do columns of ratings, row
    numbers or names. The quote of a record is its cell.
    """
    values: list[Frame] = []
    subject = subject_of(context.title) or subject_of_text(document.text)
    for table in document.tables:
        if table_strip(table):
            continue
        reader = _TableReader(document, context, reference, grid_of(document, table), subject)
        values.extend(reader.values())
    return values


_MARKUP = re.compile(r"</?(?:td|tr|th)>")


@dataclass(frozen=True)
class _TableReader:
    document: Document
    context: ReportContext
    reference: PeriodReference
    grid: Grid
    subject: str | None

    def values(self) -> Iterable[Frame]:
        """The records of all figure cells."""
        if self._is_broken_text() or self._repeats_markup():
            return
        for words in self.grid.figures():
            facts = self._facts(words)
            if all(fact.is_figure for fact in facts) and any(fact.words for fact in facts):
                yield from self._cell(words, facts)

    def _repeats_markup(self) -> bool:
        """Whether the table is printed after its own markup, from which it was read already."""
        return any(_MARKUP.search(text) for text in self._texts_around(self.grid.table))

    @cached_property
    def _part_rows(self) -> PartRows:
        """The measures that rows of parts take over from the rows above."""
        return PartRows()

    @cached_property
    def _around(self) -> Around:
        """What the caption, the introduction and the report say."""
        caption, introduction = self._texts_around(self.grid.table)
        introduced = header_facts(introduction, self.reference)
        if introduced.period is None:
            nearest = header_facts(introduction.rpartition("\n")[2], self.reference)
            introduced = replace(introduced, period=nearest.period)
        return Around(
            header_facts(caption, self.reference),
            introduced,
            self.subject,
            self.context.title or "",
        )

    @cached_property
    def _over_stubs(self) -> list[HeaderFacts]:
        """What the headers of the stub columns say of the table, and a unit alone in its row."""
        texts = [
            text
            for column in range(self.grid.n_stub_columns)
            for text in self.grid.header_of(column)
        ]
        for row in range(self.grid.n_header_rows):
            filled = [cell for cell in self.grid.row(row) if cell.text.strip()]
            if len(filled) == 1:
                texts.append(filled[0].text)
        return [header_facts(text, self.reference) for text in texts]

    @cached_property
    def _own_period(self) -> Period | None:
        """The period of the whole table: printed over the stubs, in the caption or before it."""
        said = (*self._over_stubs, self._around.caption, self._around.introduction)
        return next((fact.period for fact in said if fact.period), None)

    @cached_property
    def _own(self) -> HeaderFacts:
        """What holds for every cell whose row and column do not say it."""
        unit = next((fact for fact in self._over_stubs if fact.unit), HeaderFacts(""))
        return HeaderFacts("", period=self._own_period, unit=unit.unit, scale=unit.scale)

    @cached_property
    def _stub_areas(self) -> set[str]:
        """The areas that stubs name; one alone may be another word: the subject reading."""
        stubs = {text for words in self.grid.figures() for text in words.stubs}
        areas = {header_facts(text, self.reference).area for text in stubs}
        return {area for area in areas if area}

    @cached_property
    def _column_periods(self) -> tuple[Period, ...]:
        """The periods that headers give, quarters and months under their year."""
        columns = range(self.grid.n_stub_columns, self.grid.table.n_columns)
        found = (self._header_facts(self.grid.header_of(column)) for column in columns)
        return tuple(facts[0].period for facts in found if facts and facts[0].period)

    @cached_property
    def _measures_by_columns(self) -> bool:
        """Whether the headers name more measures than the stubs, which may be of wards or teams."""
        stub_headers = (self.grid.header_of(column) for column in range(self.grid.n_stub_columns))
        if any(heads_parts(text) for texts in stub_headers for text in texts):
            return True
        by_column: set[str | None] = set()
        by_row: set[str | None] = set()
        for words in self.grid.figures():
            unit = words.reading.quantities[0].unit
            by_column.add(self._measure_of(words.headers, unit))
            by_row.add(self._measure_of(words.stubs, unit))
        return len(by_column - {None}) > len(by_row - {None})

    def _measure_of(self, texts: tuple[str, ...], unit: Unit) -> str | None:
        """The measure that headers or stubs name without help from the other axis."""
        facts = [header_facts(text, self.reference) for text in texts]
        words = ", ".join(fact.words for fact in facts if fact.words and fact.area is None)
        printed = next((fact.unit for fact in facts if fact.unit), unit)
        return link(Wording(words), printed)

    def _is_broken_text(self) -> bool:
        """Whether running text was taken for a table: a header that is a piece of a sentence."""
        headers = (
            cell.text.strip()
            for cell in self.grid.table.cells
            if cell.row < self.grid.n_header_rows
        )
        return any(_SENTENCE_PIECE.search(text) for text in headers)

    def _texts_around(self, table: Table) -> tuple[str, str]:
        """The caption, and the words that introduce the table: heading and paragraph over it."""
        before = self.document.text[max(0, table.start_char - _INTRODUCTION) : table.start_char]
        section = self.document.section_at(table.start_char)
        heading = section.heading if section else ""
        paragraphs = before.strip().split("\n\n")
        if table.caption is None and _is_title(paragraphs[-1]):
            above = "" if heading in paragraphs[-1] else f"{heading}. "
            return paragraphs[-1], above + (paragraphs[-2] if paragraphs[1:] else "")
        return table.caption or "", f"{heading}.\n{' '.join(paragraphs[-1].split())}"

    def _facts(self, words: CellWords) -> tuple[HeaderFacts, ...]:
        """What stubs and headers say: the innermost header first, then stubs, then the group."""
        headers = without_scale_name(self._dated(words.headers))
        if words.cell.column > 0:
            headers = [with_counts(fact) for fact in headers]
        stubs = [
            header_facts(text, self.reference)
            for text in reversed(words.stubs)
            if not _is_prose(text)
        ]
        stubs = [self._stub(fact) for fact in stubs if fact.is_figure]
        group = [header_facts(words.group, self.reference)] if words.group else []
        if not any(map(names_column, headers)):
            headers.extend(self._measure_to_the_left(words))
        if not any(fact.period for fact in headers):
            left = self._period_to_the_left(words)
            if any(fact.role is Role.TARGET for fact in headers):
                left = year_around(left)
            headers.append(HeaderFacts("", period=left))
        return (*headers, *stubs, *group, *self._unit_of_row(words, headers), self._own)

    def _unit_of_row(self, words: CellWords, headers: list[HeaderFacts]) -> list[HeaderFacts]:
        """Percent for a comparator or target that goes without the sign its row prints.

        "NI 62 | 9.4% | 8.8% | 10.2": the last is England's.
        """
        if not any(fact.area or fact.role is Role.TARGET for fact in headers):
            return []
        row = (self.grid.readings[cell.row, cell.column] for cell in self.grid.row(words.cell.row))
        printed = [one.unit for reading in row for one in reading.quantities if one.unit_printed]
        percent = len(printed) >= _SIGNS_OF_ROW and set(printed) == {Unit.PERCENT}
        return [HeaderFacts("", unit=Unit.PERCENT)] if percent else []

    def _stub(self, fact: HeaderFacts) -> HeaderFacts:
        """A stub with its quarter or months in the year of the report, and no lone chance area."""
        if fact.area and fact.words.lower() in NAMES_THAT_ARE_WORDS and len(self._stub_areas) < 2:
            fact = replace(fact, area=None)
        years = [self.reference.report_year, self._own_period]
        year = next((each for each in years if each and each.kind in _YEARS), None)
        part = part_of_year([fact.text], year)
        if part is None and _WHOLE_YEAR.fullmatch(fact.text.strip()):
            part = year
        return replace(fact, period=part) if part else fact

    def _dated(self, texts: tuple[str, ...]) -> list[HeaderFacts]:
        """What the headers of one column say, the year to date included."""
        headers = self._header_facts(texts)
        to_date = any(is_year_to_date(text) for text in texts)
        return self._to_date(texts, headers) if to_date else headers

    def _header_facts(self, texts: tuple[str, ...]) -> list[HeaderFacts]:
        """What the headers of one column say, the innermost first; "Q1" takes the year over it."""
        texts = with_split_years(texts)
        headers = [header_facts(text, self.reference) for text in reversed(texts)]
        years = [fact.period for fact in headers if fact.period and fact.period.kind in _YEARS]
        part = part_of_year(texts, years[-1] if years else None)
        if part is not None:
            return [replace(fact, period=part) for fact in headers]
        over_lines = relative_period(" ".join(texts), self._own_period)
        if over_lines is not None:
            return [HeaderFacts("", " ".join(texts), period=over_lines)]
        relative = [relative_period(text, self._own_period) for text in reversed(texts)]
        return [
            replace(fact, period=period, words="") if period else fact
            for fact, period in zip(headers, relative, strict=True)
        ]

    def _to_date(self, texts: tuple[str, ...], headers: list[HeaderFacts]) -> list[HeaderFacts]:
        """Facts of a column of the year to date, which ends with the last quarter shown."""
        bare = [without_to_date(text) for text in with_split_years(texts)]
        named = [header_facts(text, self.reference).period for text in bare]
        years = [each for each in named if each and each.kind is PeriodKind.SPLIT_YEAR]
        year = next(iter(years), self.reference.report_year)
        period = year_to_date(year, self._column_periods) if year else None
        return [replace(fact, period=period) for fact in headers] if period else headers

    def _measure_to_the_left(self, words: CellWords) -> list[HeaderFacts]:
        """What the nearest column before measures, for a column that only compares with it.

        "% on time" gives its words and unit to "Target" and "Same quarter last year". Words beside
        a date only say when: "When the trust began (April 2023)".
        """
        for column in range(words.cell.column - 1, self.grid.n_stub_columns - 1, -1):
            cell = self.grid.places.get((words.cell.row, column))
            if cell is None or not self.grid.readings[cell.row, cell.column].has_figures:
                continue
            named = [header_facts(text, self.reference) for text in self.grid.header_of(column)]
            found = [
                HeaderFacts(fact.words, fact.text, unit=fact.unit, scale=fact.scale)
                for fact in reversed(named)
                if fact.words and fact.area is None and fact.role is None
                if fact.period is None or fact.unit is not None
            ]
            if found:
                return found
        return []

    def _period_to_the_left(self, words: CellWords) -> Period | None:
        """The period of the nearest column before: comparators stand beside their year."""
        for column in range(words.cell.column - 1, self.grid.n_stub_columns - 1, -1):
            facts = self._dated(self.grid.header_of(column))
            period = next((fact.period for fact in facts if fact.period), None)
            if period is not None:
                return period
        return None

    def _cell(self, words: CellWords, facts: tuple[HeaderFacts, ...]) -> Iterable[Frame]:
        for quantity, span in zip(words.reading.quantities, words.reading.spans, strict=True):
            named = NamedFigure.of(
                quantity,
                words,
                facts,
                self._around,
                by_columns=self._measures_by_columns,
                among_areas=bool(self._stub_areas),
            )
            named = self._part_rows.settle(words, named)
            yield self._record(words, quantity, span, named)

    def _record(
        self, words: CellWords, quantity: Quantity, span: tuple[int, int], named: NamedFigure
    ) -> Frame:
        cell = words.cell
        table = TableReference(id=self.grid.table.id, row=cell.row, column=cell.column)
        return figure_record(
            quantity,
            named.dated(self.context, self.reference),
            self.context,
            text=self.document.text[cell.start_char + span[0] : cell.start_char + span[1]],
            rule_id=f"table.{quantity.rule_id}",
            provenance=provenance_of(self.document, cell.start_char, cell.end_char, table=table),
        )


def _is_title(paragraph: str) -> bool:
    """Whether the words above a table are its title: a numbered caption, or no whole sentence."""
    words = " ".join(paragraph.split())
    ends = words.endswith((".", ":", ";", ",", "?", "!"))
    return bool(_CAPTION.match(words)) or (0 < len(words) <= _LONGEST_TITLE and not ends)


def _is_prose(text: str) -> bool:
    """Whether a stub is a sentence about the row, not its name."""
    return len(text) > _LONGEST_STUB or (len(text) > _LONGEST_NAME and text.rstrip().endswith("."))
