"""Indicator values from the cells of data tables.

Every figure of a cell takes its measure, period, area, unit, role and breakdown from the headers
over it, the stubs left of it, the caption and the text that introduces the table, the nearest
first. Which of rows and columns carry periods, areas or measures is read from the words alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reportparse.document import Document, Table
from reportparse.document.normalise import normalise
from reportparse.extractors.context import ReportContext
from reportparse.extractors.indicators.breakdowns import breakdown_of
from reportparse.extractors.indicators.linking import link
from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.provenance import provenance_of
from reportparse.extractors.quantities import Quantity
from reportparse.extractors.tables import (
    CellWords,
    Grid,
    HeaderFacts,
    grid_of,
    header_facts,
)
from reportparse.records import (
    Direction,
    IndicatorValue,
    Period,
    Role,
    TableReference,
    Unit,
)
from reportparse.vocabulary import load_indicators

_INTRODUCTION = 400
_LONGEST_STUB = 200
_DEFAULT_ROLE = Role.LEVEL


def extract_table_indicators(document: Document, context: ReportContext) -> list[IndicatorValue]:
    """Every figure in the document's tables, in reading order.

    Cells that print a reason for having no figure give no record, nor do columns of ratings, row
    numbers or names. The quote of a record is its cell.
    """
    reference = _reference(context)
    values: list[IndicatorValue] = []
    for table in document.tables:
        reader = _TableReader(document, context, reference, grid_of(document, table))
        values.extend(reader.values())
    return values


def _reference(context: ReportContext) -> PeriodReference:
    inspection = context.inspection
    return PeriodReference(
        report_date=context.report_date,
        inspected_from=inspection.inspected_from if inspection else None,
        inspected_to=inspection.inspected_to if inspection else None,
    )


@dataclass(frozen=True)
class _TableReader:
    document: Document
    context: ReportContext
    reference: PeriodReference
    grid: Grid

    def values(self) -> Iterable[IndicatorValue]:
        """The records of all figure cells."""
        table = self.grid.table
        caption = header_facts(table.caption or "", self.reference)
        introduction = header_facts(self._introduction(table), self.reference)
        for words in self.grid.figures():
            facts = self._facts(words)
            if all(fact.is_figure for fact in facts) and any(fact.words for fact in facts):
                yield from self._cell(words, facts, (caption, introduction))

    def _introduction(self, table: Table) -> str:
        """The words right before the table: its own paragraph and the heading over it."""
        before = self.document.text[max(0, table.start_char - _INTRODUCTION) : table.start_char]
        section = self.document.section_at(table.start_char)
        heading = section.heading if section else ""
        last = before.strip().rsplit("\n\n", 1)[-1]
        return f"{heading}. {last}"

    def _facts(self, words: CellWords) -> tuple[HeaderFacts, ...]:
        """What stubs and headers say: the innermost header first, then stubs, then the group."""
        headers = [header_facts(text, self.reference) for text in reversed(words.headers)]
        stubs = [
            header_facts(text, self.reference)
            for text in reversed(words.stubs)
            if len(text) <= _LONGEST_STUB
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
            named = _Named.of(quantity, words, facts, around)
            yield self._value(words, quantity, span, named)

    def _value(
        self, words: CellWords, quantity: Quantity, span: tuple[int, int], named: "_Named"
    ) -> IndicatorValue:
        cell = words.cell
        start = cell.start_char + span[0]
        end = cell.start_char + span[1]
        change = named.role is Role.CHANGE
        table = TableReference(id=self.grid.table.id, row=cell.row, column=cell.column)
        return IndicatorValue(
            indicator=named.indicator,
            label=named.label,
            value=abs(quantity.value * named.scale) if change else quantity.value * named.scale,
            value_text=self.document.text[start:end],
            unit=named.unit,
            of=_counted(named.indicator) if named.unit is Unit.COUNT else None,
            qualifier=quantity.qualifier,
            role=named.role,
            direction=_direction(quantity, cell.text) if change else None,
            period=_inferred(named.period),
            baseline=_inferred(named.baseline),
            area=named.area or self.context.organisation,
            breakdown=named.breakdown,
            rule_id=f"table_{quantity.rule_id}",
            provenance=provenance_of(self.document, cell.start_char, cell.end_char, table=table),
        )


@dataclass(frozen=True, slots=True)
class _Named:
    """What the words around a cell give to one of its figures."""

    label: str
    indicator: str | None
    unit: Unit
    scale: float
    role: Role
    period: Period | None
    baseline: Period | None
    area: str | None
    breakdown: dict[str, str]

    @classmethod
    def of(
        cls,
        quantity: Quantity,
        words: CellWords,
        facts: tuple[HeaderFacts, ...],
        around: tuple[HeaderFacts, HeaderFacts],
    ) -> "_Named":
        """Combine the facts, the nearest to the cell first."""
        caption, introduction = around
        placed_elsewhere = _is_place_of_placement(words)
        measure = [
            fact for fact in facts if fact.words and not (fact.area and not placed_elsewhere)
        ]
        own = ", ".join(
            dict.fromkeys(fact.words for fact in reversed(measure) if not fact.is_total)
        )
        unit, scale = _unit(quantity, (*facts, *around))
        role = next((fact.role for fact in facts if fact.role), _DEFAULT_ROLE)
        label, indicator = _link(own, caption.words, introduction.words, unit, role)
        breakdown = breakdown_of(caption.words, indicator=indicator)
        breakdown |= breakdown_of(_path(words), indicator=indicator, table=True)
        if placed_elsewhere and "location" in breakdown | {"location": ""}:
            place = next((fact.words for fact in facts if fact.area), None)
            breakdown |= {"location": place.lower()} if place else {}
        return cls(
            label=label,
            indicator=indicator,
            unit=unit,
            scale=scale,
            role=role,
            period=next((fact.period for fact in (*facts, *around) if fact.period), None),
            baseline=next((fact.baseline for fact in facts if fact.baseline), None),
            area=None
            if placed_elsewhere
            else next((fact.area for fact in facts if fact.area), None),
            breakdown=breakdown,
        )


def _path(words: CellWords) -> str:
    """Headers and stubs without totals, as one text in which "Aged" and "16" stand together."""
    texts = (words.group or "", *words.stubs, *words.headers)
    kept = (normalise(text).text for text in texts if len(text) <= _LONGEST_STUB)
    return " | ".join((*kept, " ".join(words.headers)))


def _is_place_of_placement(words: CellWords) -> bool:
    """Whether the authorities in the stub are where children live, not whose figures they are."""
    return any("placement" in header.lower() for header in words.stub_headers)


def _unit(quantity: Quantity, facts: tuple[HeaderFacts, ...]) -> tuple[Unit, float]:
    """The unit printed with the figure, else that of the nearest header."""
    if quantity.unit_printed:
        return quantity.unit, 1.0
    found = next((fact for fact in facts if fact.unit is not None), None)
    return (found.unit, found.scale) if found and found.unit else (quantity.unit, 1.0)


def _link(
    own: str, caption: str, introduction: str, unit: Unit, role: Role
) -> tuple[str, str | None]:
    """Label and measure: the cell's own words, with the caption, then with the introduction."""
    around = f"{caption}. {introduction}"
    full = ": ".join(part for part in (caption, own) if part)
    for label, context in ((own, around), (full, introduction), (introduction, full)):
        indicator = link(label, context, unit, role=role) if label else None
        if indicator is not None:
            return (own if label == own else full) or introduction, indicator
    return full or own or introduction, None


def _counted(indicator: str | None) -> str | None:
    measure = load_indicators().by_id.get(indicator) if indicator else None
    return measure.of.replace("_", " ") if measure and measure.of else None


def _direction(quantity: Quantity, text: str) -> Direction:
    lowered = text.lower()
    if quantity.value == 0:
        return Direction.NONE
    down = quantity.value < 0 or any(sign in lowered for sign in ("▼", "↓", "down", "−"))
    return Direction.DOWN if down else Direction.UP


def _inferred(period: Period | None) -> Period | None:
    """A cell's period always stands elsewhere than at the figure."""
    return period.model_copy(update={"inferred": True}) if period else None
