"""Indicator values from the cells of data tables.

Every figure of a cell takes its measure, period, area, unit, role and breakdown from the headers
over it, the stubs left of it, the caption and the text that introduces the table, the nearest
first. Which of rows and columns carry periods, areas or measures is read from the words alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportparse.document import Document, Table
from reportparse.document.normalise import normalise
from reportparse.errors import PeriodError
from reportparse.extractors.context import ReportContext
from reportparse.extractors.indicators.breakdowns import breakdown_of
from reportparse.extractors.indicators.linking import link, populations
from reportparse.extractors.indicators.reference import reference_of
from reportparse.extractors.periods import PeriodReference, parse_period
from reportparse.extractors.provenance import provenance_of
from reportparse.extractors.quantities import Quantity
from reportparse.extractors.tables import (
    CellWords,
    Grid,
    HeaderFacts,
    grid_of,
    header_facts,
    quarter_of_year,
)
from reportparse.records import (
    Direction,
    IndicatorValue,
    Period,
    PeriodKind,
    Role,
    TableReference,
    Unit,
)
from reportparse.vocabulary import active_vocabulary, load_dimensions

_SENTENCE_PIECE = re.compile(r"(?:\S+\s+){3,}\S+\.$|^[a-z]\S*(?:\s+\S+){4,}$")
_PLACE_OF_PLACEMENT = re.compile(
    r"\b(?:la|authority|area|location|council|place) of placement\b|"
    r"\bplacement (?:la|authority|area|location)\b"
)
_DISTRIBUTION = re.compile(r"\b(?:type of placement|placement type|placements? at|by placement)\b")
_CAPTION = re.compile(r"(?:table|fig(?:ure)?|chart)\.? ?\d", re.IGNORECASE)
_DAY_OF_YEAR = re.compile(r"\b(?:at|on) (\d{1,2} [A-Z][a-z]+)\b(?! \d)")
_INTRODUCTION = 400
_LONGEST_STUB = 200
_LONGEST_NAME = 40
_SHARES_OF_FOSTERED = frozenset({"cla_ifa_pct", "cla_inhouse_foster_pct"})
_DEFAULT_ROLE = Role.LEVEL


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
        quarter = quarter_of_year(words.headers, years[-1] if years else None)
        if quarter is not None:
            headers = [replace(fact, period=quarter) for fact in headers]
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
        caption = around[0]
        placed_elsewhere = _is_place_of_placement(words)
        measure = [
            fact for fact in facts if fact.words and not (fact.area and not placed_elsewhere)
        ]
        own = ", ".join(
            dict.fromkeys(fact.words for fact in reversed(measure) if not fact.is_total)
        )
        unit, scale = _unit(quantity, words, (*facts, caption))
        role = next((fact.role for fact in facts if fact.role), _DEFAULT_ROLE)
        nearest = _nearest_stub(words, measure)
        label, indicator = _link((nearest, own), around, unit, role)
        path = f"{caption.words} | {_path(words)}"
        if _DISTRIBUTION.search(path.lower()) or "looked_after" in populations(path):
            placed = breakdown_of(path, indicator="cla_count")
            indicator = in_distribution(indicator, placed, unit)
        breakdown = breakdown_of(path, indicator=indicator, table=True)
        place = next((fact.words for fact in facts if fact.area), None)
        if placed_elsewhere and place:
            breakdown["location"] = place.lower()
        return cls(
            label=label,
            indicator=indicator,
            unit=unit,
            scale=scale,
            role=role,
            period=_period((*facts, *around), (*words.stub_headers, caption.text)),
            baseline=next((fact.baseline for fact in facts if fact.baseline), None),
            area=None
            if placed_elsewhere
            else next((fact.area for fact in facts if fact.area), None),
            breakdown=breakdown,
        )


def _path(words: CellWords) -> str:
    """Headers and stubs without totals, as one text in which "Aged" and "16" stand together."""
    texts = (*words.stub_headers, words.group or "", *words.stubs, *words.headers)
    kept = (normalise(text).text for text in texts if len(text) <= _LONGEST_STUB)
    return " | ".join((*kept, " ".join(words.headers)))


def _period(facts: tuple[HeaderFacts, ...], texts: Iterable[str]) -> Period | None:
    """The nearest period; "2015" under "at 31 March" is the day."""
    found = next((fact.period for fact in facts if fact.period), None)
    if found is None or found.kind is not PeriodKind.CALENDAR_YEAR:
        return found
    day = next((match[1] for text in texts if (match := _DAY_OF_YEAR.search(text))), None)
    if day is None:
        return found
    try:
        return parse_period(f"{day} {found.start.year}")
    except PeriodError:
        return found


def _is_prose(text: str) -> bool:
    """Whether a stub is a sentence about the row, not its name."""
    return len(text) > _LONGEST_STUB or (len(text) > _LONGEST_NAME and text.rstrip().endswith("."))


def in_distribution(indicator: str | None, placed: dict[str, str], unit: Unit) -> str | None:
    """The measure of a row in a table of children by placement.

    Rows without a measure of their own, rows that join two kinds of placement, and shares of all
    children where the vocabulary's share is of those in foster care are parts of the children
    looked after.
    """
    base = {Unit.COUNT: "cla_count", Unit.PERCENT: "cla_share_pct"}.get(unit)
    kind = placed.get("placement")
    if kind is None or base is None:
        return indicator
    measure = active_vocabulary().indicators.by_id.get(indicator) if indicator else None
    if measure is not None and measure.theme != "placements":
        return indicator
    joined = kind not in {value.id for value in load_dimensions().by_id["placement"].values}
    if measure is None or joined or measure.id in _SHARES_OF_FOSTERED:
        return base
    return indicator


def _is_place_of_placement(words: CellWords) -> bool:
    """Whether the authorities in the stub are where children live, not whose figures they are."""
    return any(_PLACE_OF_PLACEMENT.search(header.lower()) for header in words.stub_headers)


def _unit(
    quantity: Quantity, words: CellWords, facts: tuple[HeaderFacts, ...]
) -> tuple[Unit, float]:
    """The unit printed with the figure, else that of the nearest header.

    A bare number beside one with a unit, as in "344 (24%)", is a count.
    """
    if quantity.unit_printed or any(each.unit_printed for each in words.reading.quantities):
        return quantity.unit, 1.0
    found = next((fact for fact in facts if fact.unit is not None), None)
    return (found.unit, found.scale) if found and found.unit else (quantity.unit, 1.0)


def _nearest_stub(words: CellWords, measure: list[HeaderFacts]) -> str:
    """Words of the innermost stub that is not a total."""
    stubs = {normalise(text).text for text in words.stubs}
    return next(
        (
            fact.words
            for fact in measure
            if not fact.is_total and any(fact.words in stub for stub in stubs)
        ),
        "",
    )


def _link(
    own: tuple[str, str], around: tuple[HeaderFacts, HeaderFacts], unit: Unit, role: Role
) -> tuple[str, str | None]:
    """Label and measure: from the nearest stub, all the cell's words, the caption, the text before.

    ``own`` holds the words of the nearest stub and of all headers and stubs.
    """
    caption, introduction = (fact.words for fact in around)
    full = ": ".join(part for part in (caption, own[1]) if part)
    attempts = (
        (own[0], own[0], caption),
        (own[1], own[1], caption),
        (full, full, introduction),
        (full or introduction, introduction, full),
    )
    for label, words, context in attempts:
        indicator = link(words, context, unit, role=role) if words else None
        if indicator is not None:
            return label, indicator
    return full or introduction, None


def _counted(indicator: str | None) -> str | None:
    measure = active_vocabulary().indicators.by_id.get(indicator) if indicator else None
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
