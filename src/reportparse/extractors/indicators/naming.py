"""What the words around a figure of a table or chart give to it: measure, unit, period and more.

The nearest words come first: the innermost header, then the stubs, then the caption, and last the
text that introduces the table.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportparse.document.normalise import normalise
from reportparse.errors import PeriodError
from reportparse.extractors.choose.measure import choose_measure
from reportparse.extractors.context import ReportContext
from reportparse.extractors.evidence.measures import is_empty
from reportparse.extractors.evidence.model import Evidence, Slot
from reportparse.extractors.evidence.table_measures import CellWording, cell_candidates
from reportparse.extractors.indicators.column_headers import is_scale_point
from reportparse.extractors.indicators.own_period import period_of_measure
from reportparse.extractors.indicators.parts import parts_of
from reportparse.extractors.measures.breakdowns import breakdown_of
from reportparse.extractors.measures.groups import group_named, names_group
from reportparse.extractors.measures.linking import Candidate
from reportparse.extractors.measures.terms import fold_terms
from reportparse.extractors.measures.wording import Cue
from reportparse.extractors.periods import PeriodReference, parse_period
from reportparse.extractors.quantities import Quantity
from reportparse.extractors.tables import CellWords, HeaderFacts
from reportparse.records import (
    Period,
    PeriodKind,
    Role,
    Unit,
)
from reportparse.vocabulary import active_vocabulary, load_dimensions

_PLACE_OF_PLACEMENT = re.compile(
    r"\b(?:la|authority|area|location|council|place) of placement\b|"
    r"\bplacement (?:la|authority|area|location)\b"
)
_DISTRIBUTION = re.compile(
    r"\b(?:(?:type|kind)s? of (?:placement|home|care)|placement type|placements? at|by placement"
    r"|where (?:our |the )?(?:children|young people) (?:live|lived|are placed|were placed))\b"
)
_OTHER = re.compile(r"others?|other (?:placements?|types?|arrangements?)", re.IGNORECASE)
_DAY_OF_YEAR = re.compile(r"\b(?:at|on) (\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+)\b(?! \d)")
# "On the last day of March", "at the end of March".
_LAST_OF_MONTH = re.compile(
    r"\b(?:at|on|as at) the (?:last day|end) of (March|June|September|December)\b(?! \d)"
)
_PART_HEADER = re.compile(r"\s*of (?:which|whom|these)\b", re.IGNORECASE)
_LONGEST_STUB = 200
_SHARES_OF_FOSTERED = frozenset({"cla_ifa_pct", "cla_inhouse_foster_pct"})
# What homes and carers are counted by; in a table of where children live the rows count children.
_SUPPLY = frozenset({"homes", "places", "households", "carers"})
_DEFAULT_ROLE = Role.LEVEL


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a table or chart.

    ``introduction`` is the text that leads up to it, ``subject`` the group of people that the
    report is about.
    """

    caption: HeaderFacts
    introduction: HeaderFacts
    subject: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class NamedFigure:
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
    own: str = ""
    candidates: tuple[Candidate, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @classmethod
    def of(
        cls,
        quantity: Quantity,
        words: CellWords,
        facts: tuple[HeaderFacts, ...],
        around: Around,
        *,
        by_columns: bool = False,
        among_areas: bool = False,
    ) -> "NamedFigure":
        """Combine the facts, the nearest to the cell first.

        ``by_columns`` says that the headers name the measures, and the stubs their parts;
        ``among_areas`` that some stubs of the table are areas, so that others are places in them.
        """
        caption, introduction = around.caption, around.introduction
        placed_elsewhere = is_place_of_placement(words)
        measure = [
            fact
            for fact in facts
            if fact.words and (fact.of_people or not fact.area or placed_elsewhere)
        ]
        own = ", ".join(
            dict.fromkeys(fact.words for fact in reversed(measure) if not fact.is_total)
        )
        unit, scale = _unit(quantity, words, (*facts, caption))
        role = next((fact.role for fact in facts if fact.role), _DEFAULT_ROLE)
        by_header = by_columns or any(map(_PART_HEADER.match, words.headers))
        first = _headers(words, measure) if by_header else _nearest_stub(words, measure)
        label = _label((first, own), caption.words, introduction.words)
        parts = parts_of(
            words, measure, caption.text, by_columns=by_columns, among_areas=among_areas
        )
        naming = _naming(words, measure, parts)
        wording = _wording(words, naming, around)
        candidates = _candidates(naming, wording, unit, role)
        unnamed = _OTHER.fullmatch(own.strip()) or any(map(is_scale_point, facts[:1]))
        chosen = None if unnamed else choose_measure(candidates, unit)
        path = f"{caption.words} | {_path(words)}"
        indicator = _in_distribution_of(path, chosen.indicator.id if chosen else None, unit)
        breakdown = parts | breakdown_of(path, indicator=indicator, table=True)
        place = next((fact.words for fact in facts if fact.area), None)
        if placed_elsewhere and place:
            breakdown["location"] = place.lower()
        return cls(
            label=label,
            indicator=indicator,
            unit=unit,
            scale=scale,
            role=role,
            period=_period(
                (*facts, caption, introduction),
                (*words.stubs, *words.stub_headers, caption.text, introduction.text),
            ),
            baseline=next((fact.baseline for fact in facts if fact.baseline), None),
            area=None
            if placed_elsewhere
            else next((fact.area for fact in facts if fact.area), None),
            breakdown=breakdown,
            own=wording.own,
            candidates=tuple(candidates),
            evidence=tuple(_periods_offered(facts, around)),
        )

    def dated(self, context: ReportContext, reference: PeriodReference) -> "NamedFigure":
        """The figure with the report's own period, where no words around it give one.

        Only for its own levels: comparators and targets are often of other years.
        """
        own = self.area in {None, context.organisation} and self.role is Role.LEVEL
        if self.period is not None or not own:
            return self
        measure = active_vocabulary().indicators.by_id.get(self.indicator or "")
        period = period_of_measure(measure, reference)
        if period is None:
            return self
        offer = Evidence(Slot.PERIOD, period, Cue.TITLE, "period_of_title", 0.52)
        return replace(self, period=period, evidence=(*self.evidence, offer))


def _outer_stubs(words: CellWords) -> set[str]:
    """The stubs left of the innermost one."""
    return {normalise(text).text for text in words.stubs[:-1]}


def _naming(
    words: CellWords, measure: list[HeaderFacts], parts: dict[str, str]
) -> list[HeaderFacts]:
    """The facts of row and column that may name a measure, the outermost first."""
    outer = _outer_stubs(words)
    return [
        fact
        for fact in reversed(measure)
        if not fact.is_total
        and fact.words.lower() not in parts.values()
        and fact.text not in outer
        and normalise(words.group or "").text != fact.text
    ]


def _candidates(
    naming: list[HeaderFacts], words: CellWording, unit: Unit, role: Role
) -> list[Candidate]:
    """Measures of the cell; those that its undated headers name alone, where these name any.

    "When the trust began (April 2023)" over "Children in care" says when, not what.
    """
    telling = (fact.words for fact in naming if fact.period is None or names_group(fact.words))
    undated = ". ".join(dict.fromkeys(telling))
    if undated and undated != words.own:
        alone = cell_candidates(replace(words, own=undated), unit, role)
        if alone and alone[0].rule_id == "wording" and choose_measure(alone, unit) is not None:
            return alone
    return cell_candidates(words, unit, role)


def _wording(words: CellWords, naming: list[HeaderFacts], around: Around) -> CellWording:
    """The words that name the measure: those of row and column, apart from those above them."""
    own = ". ".join(dict.fromkeys(fact.words for fact in naming))
    in_group = ". ".join((*sorted(_outer_stubs(words)), header_context(words, around.caption)))
    return CellWording(
        own=own,
        group=in_group,
        caption=around.caption.words,
        introduction=around.introduction.words,
        title=around.title,
        subject=around.subject,
    )


def _in_distribution_of(path: str, indicator: str | None, unit: Unit) -> str | None:
    """The measure of a cell, where its table may split the children looked after by placement."""
    if _DISTRIBUTION.search(path.lower()) or "looked_after" in group_named(fold_terms(path)):
        placed = breakdown_of(path, indicator="cla_count")
        return in_distribution(indicator, placed, unit)
    return indicator


def _periods_offered(facts: tuple[HeaderFacts, ...], around: Around) -> Iterator[Evidence]:
    """The periods of the cell's own words, then of the table, its caption and introduction."""
    *own, table = facts
    for fact in own:
        if fact.period is not None and not fact.text:
            yield Evidence(Slot.PERIOD, fact.period, Cue.SENTENCE, "period_to_the_left", 0.75)
        elif fact.period is not None:
            yield Evidence(Slot.PERIOD, fact.period, Cue.OWN, "period_of_header", 0.95)
    above = (
        (table, Cue.GROUP, 0.8),
        (around.caption, Cue.CAPTION, 0.7),
        (around.introduction, Cue.INTRODUCTION, 0.6),
    )
    for fact, cue, weight in above:
        if fact.period is not None:
            yield Evidence(Slot.PERIOD, fact.period, cue, f"period_of_{cue}", weight)


def _path(words: CellWords) -> str:
    """Headers and stubs without totals, as one text in which "Aged" and "16" stand together."""
    paired = words.stubs
    if len(words.stubs) == len(words.stub_headers):
        paired = tuple(map(" ".join, zip(words.stub_headers, words.stubs, strict=True)))
    texts = (*words.stub_headers, words.group or "", *words.stubs, *paired, *words.headers)
    kept = (normalise(text).text for text in texts if len(text) <= _LONGEST_STUB)
    return " | ".join((*kept, " ".join(words.headers)))


def _period(facts: tuple[HeaderFacts, ...], texts: Iterable[str]) -> Period | None:
    """The nearest period; "2015" under "at 31 March" is the day."""
    found = next((fact.period for fact in facts if fact.period), None)
    if found is None or found.kind is not PeriodKind.CALENDAR_YEAR:
        return found
    said = (_LAST_OF_MONTH.sub(_last_day, text) for text in texts)
    day = next((match[1] for text in said if (match := _DAY_OF_YEAR.search(text))), None)
    if day is None:
        return found
    try:
        return parse_period(f"{day} {found.start.year}")
    except PeriodError:
        return found


def _last_day(match: re.Match[str]) -> str:
    return f"at {31 if match[1] in {'March', 'December'} else 30} {match[1]}"


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
    homes = measure is not None and measure.of in _SUPPLY
    if measure is not None and measure.theme != "placements" and not homes:
        return indicator
    joined = kind not in {value.id for value in load_dimensions().by_id["placement"].values}
    if measure is None or joined or homes or measure.id in _SHARES_OF_FOSTERED:
        return base
    return indicator


def is_place_of_placement(words: CellWords) -> bool:
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


def _headers(words: CellWords, measure: list[HeaderFacts]) -> str:
    """Words of the headers over the cell, the outermost first."""
    others = {normalise(text).text for text in (*words.stubs, words.group or "")}
    return ", ".join(
        dict.fromkeys(
            fact.words
            for fact in reversed(measure)
            if not fact.is_total and not any(fact.words in text for text in others)
        )
    )


def header_context(words: CellWords, caption: HeaderFacts) -> str:
    """The row that heads a group of rows, what stands over the stubs, and the caption."""
    over = (words.group or "", *words.stub_headers)
    return ". ".join((*(normalise(text).text for text in over if text), caption.words))


def _label(own: tuple[str, str], caption: str, introduction: str) -> str:
    """The printed words that name a cell: of its row or column, or of all around it."""
    first = own[0] if not is_empty(own[0]) else ""
    full = ": ".join(part for part in (caption, own[1]) if part)
    return first or own[1] or full or introduction
