"""Indicator values from the cells of data tables.

Every figure of a cell takes its measure, period, area, unit, role and breakdown from the headers
over it, the stubs left of it, the caption and the text that introduces the table, the nearest
first. Which of rows and columns carry periods, areas or measures is read from the words alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportparse.document import Document, Table
from reportparse.extractors.context import ReportContext
from reportparse.extractors.indicators.naming import NamedFigure, figure_record
from reportparse.extractors.indicators.reference import reference_of
from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.provenance import provenance_of
from reportparse.extractors.quantities import Quantity
from reportparse.extractors.tables import (
    CellWords,
    Grid,
    HeaderFacts,
    grid_of,
    header_facts,
    part_of_year,
)
from reportparse.records import IndicatorValue, Period, TableReference

_SENTENCE_PIECE = re.compile(r"(?:\S+\s+){3,}\S+\.$|^[a-z]\S*(?:\s+\S+){4,}$")
_CAPTION = re.compile(r"(?:table|fig(?:ure)?|chart)\.? ?\d", re.IGNORECASE)
_INTRODUCTION = 400
_LONGEST_STUB = 200
_LONGEST_NAME = 40


def extract_table_indicators(document: Document, context: ReportContext) -> list[IndicatorValue]:
    """Every figure in the document's tables, in reading order.

    Cells that print a reason for having no figure give no record, nor do columns of ratings, row
    numbers or names. The quote of a record is its cell.
    """
    reference = reference_of(document, context)
    values: list[IndicatorValue] = []
    for table in document.tables:
        reader = _TableReader(document, context, reference, grid_of(document, table))
        values.extend(reader.values())
    return values


@dataclass(frozen=True)
class _TableReader:
    document: Document
    context: ReportContext
    reference: PeriodReference
    grid: Grid

    def values(self) -> Iterable[IndicatorValue]:
        """The records of all figure cells."""
        table = self.grid.table
        if self._is_broken_text():
            return
        caption, introduction = (
            header_facts(text, self.reference) for text in self._texts_around(table)
        )
        for words in self.grid.figures():
            facts = self._facts(words)
            if all(fact.is_figure for fact in facts) and any(fact.words for fact in facts):
                yield from self._cell(words, facts, (caption, introduction))

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
        if table.caption is None and _CAPTION.match(paragraphs[-1]):
            return paragraphs[-1], f"{heading}. {paragraphs[-2] if paragraphs[1:] else ''}"
        return table.caption or "", f"{heading}. {paragraphs[-1]}"

    def _facts(self, words: CellWords) -> tuple[HeaderFacts, ...]:
        """What stubs and headers say: the innermost header first, then stubs, then the group."""
        headers = [header_facts(text, self.reference) for text in reversed(words.headers)]
        years = [fact.period for fact in headers if fact.period]
        part = part_of_year(words.headers, years[-1] if years else None)
        if part is not None:
            headers = [replace(fact, period=part) for fact in headers]
        stubs = [
            header_facts(text, self.reference)
            for text in reversed(words.stubs)
            if not _is_prose(text)
        ]
        stubs = [fact for fact in stubs if fact.is_figure]
        group = [header_facts(words.group, self.reference)] if words.group else []
        if not any(fact.period for fact in headers):
            left = self._period_to_the_left(words)
            headers.append(HeaderFacts("", period=left))
        return (*headers, *stubs, *group)

    def _period_to_the_left(self, words: CellWords) -> Period | None:
        """The period of the nearest column before: comparators stand beside their year."""
        for column in range(words.cell.column - 1, self.grid.n_stub_columns - 1, -1):
            for text in reversed(self.grid.header_of(column)):
                period = header_facts(text, self.reference).period
                if period is not None:
                    return period
        return None

    def _cell(
        self,
        words: CellWords,
        facts: tuple[HeaderFacts, ...],
        around: tuple[HeaderFacts, HeaderFacts],
    ) -> Iterable[IndicatorValue]:
        for quantity, span in zip(words.reading.quantities, words.reading.spans, strict=True):
            named = NamedFigure.of(quantity, words, facts, around)
            yield self._record(words, quantity, span, named)

    def _record(
        self, words: CellWords, quantity: Quantity, span: tuple[int, int], named: NamedFigure
    ) -> IndicatorValue:
        cell = words.cell
        table = TableReference(id=self.grid.table.id, row=cell.row, column=cell.column)
        return figure_record(
            quantity,
            named,
            self.context,
            text=self.document.text[cell.start_char + span[0] : cell.start_char + span[1]],
            rule_id=f"table_{quantity.rule_id}",
            provenance=provenance_of(self.document, cell.start_char, cell.end_char, table=table),
        )


def _is_prose(text: str) -> bool:
    """Whether a stub is a sentence about the row, not its name."""
    return len(text) > _LONGEST_STUB or (len(text) > _LONGEST_NAME and text.rstrip().endswith("."))
