"""Which record answers which figure of the gold."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportparse.evaluation.agreement import TYPED, Field, agreed_fields, is_comparable
from reportparse.evaluation.gold import GoldFigure, GoldFigures, GoldRow
from reportparse.records import IndicatorValue, ParsedDocument, Provenance

_WORD = re.compile(r"[a-z]{3,}|\d[\d,.]*\d|\d")
_DIGIT = re.compile(r"\d")
_OF_A_CELL = 3
_ROUNDING = 0.06


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of the gold with the record that answers it, None where it was missed.

    ``agreed`` are the fields in which the two agree, beside the value.
    """

    gold: GoldFigure
    record: IndicatorValue | None = None
    agreed: frozenset[Field] = frozenset()

    @property
    def typed(self) -> bool:
        """Whether unit, role, period and area are right."""
        return self.agreed >= TYPED

    @property
    def comparable(self) -> bool:
        """Whether all is right that a value in a series stands on, the measure included."""
        return is_comparable(self.record, self.agreed)


@dataclass(frozen=True, slots=True)
class Pairing:
    """A document against its gold: a pair for each figure, and the records that answer none."""

    pairs: tuple[Pair, ...]
    extras: tuple[IndicatorValue, ...]


def pairs(document: ParsedDocument | None, gold: GoldFigures) -> list[Pair]:
    """A pair for each figure of the gold, in its order; see `pair_figures`."""
    return list(pair_figures(document, gold).pairs)


def pair_figures(document: ParsedDocument | None, gold: GoldFigures) -> Pairing:
    """Pair the figures of the gold with the records of a document.

    A record answers a figure of the same size on the same page whose quote shares words with its
    own. Each answers one, those first that agree best, so that a loose record does not take the
    place of an exact one. Without a document all figures are missed.
    """
    records = [] if document is None else list(_on_pages(document.indicators(), gold.pages))
    matched = dict(_matches(gold.figures, records))
    found = tuple(
        Pair(figure, *matched[index]) if index in matched else Pair(figure)
        for index, figure in enumerate(gold.figures)
    )
    used = {id(record) for record, _ in matched.values()}
    extras = [record for record in records if id(record) not in used]
    if gold.pages:
        extras = _between([record for record, _ in matched.values()], extras)
    return Pairing(found, tuple(extras))


def _on_pages(
    records: Iterable[IndicatorValue], pages: Sequence[int] | None
) -> Iterator[IndicatorValue]:
    return (record for record in records if not pages or record.provenance.page in pages)


def _between(
    used: Sequence[IndicatorValue], extras: Sequence[IndicatorValue]
) -> list[IndicatorValue]:
    """Extras between the first and the last figure of a section that pages alone do not bound."""
    starts = [record.provenance.start_char for record in used]
    if not starts:
        return list(extras)
    first, last = min(starts), max(starts)
    return [record for record in extras if first <= record.provenance.start_char <= last]


def _matches(
    figures: Sequence[GoldFigure], records: Sequence[IndicatorValue]
) -> Iterator[tuple[int, tuple[IndicatorValue, frozenset[Field]]]]:
    """Index of a figure, the record that answers it and the fields in which they agree."""
    offers = [
        (_rank(figure, agreed), index, record, agreed)
        for index, (figure, alike) in enumerate(_candidates(figures, records))
        for record in alike
        for agreed in (agreed_fields(figure, record),)
    ]
    offers.sort(key=lambda offer: offer[:2])
    answered, used = set[int](), set[int]()
    for _, index, record, agreed in offers:
        if index not in answered and id(record) not in used:
            answered.add(index)
            used.add(id(record))
            yield index, (record, agreed)


def _rank(figure: GoldFigure, agreed: frozenset[Field]) -> tuple[bool, int, bool]:
    """The smaller the sooner: figures that must be found, then the best agreement."""
    return (
        not figure.required,
        -len(agreed & TYPED),
        Field.INDICATOR_AS_WRITTEN not in agreed,
    )


def _candidates(
    figures: Sequence[GoldFigure], records: Sequence[IndicatorValue]
) -> Iterator[tuple[GoldFigure, list[IndicatorValue]]]:
    """Each figure with the records of its size that stand at its place."""
    words = [_words(record.provenance.quote) for record in records]
    by_size: dict[float, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        by_size[_size(record.value)].append(place)
    rounded = {_size(figure.value) for figure in figures if _is_rounded(figure)}
    for figure in figures:
        size = _size(figure.value)
        alike = by_size.get(size, [])
        if size in rounded:
            alike = [
                place
                for other, places in by_size.items()
                if abs(other - size) < _ROUNDING
                for place in places
            ]
        wanted = _words(figure.quote)
        yield (
            figure,
            [
                records[place]
                for place in alike
                if _same_place(figure, wanted, records[place].provenance, words[place])
            ],
        )


def _size(value: float) -> float:
    """The size of a value: the sign of a change is its direction, and "(188)" stands for both."""
    return abs(round(value, 4))


def _is_rounded(figure: GoldFigure) -> bool:
    """Whether a figure is a fraction in words: "two thirds" is 66.7 or 66.6667."""
    return isinstance(figure.value, float) and not _DIGIT.search(figure.value_text)


def _words(quote: str) -> frozenset[str]:
    return frozenset(_WORD.findall(quote.lower()))


def same_place(row: GoldRow, place: Provenance) -> bool:
    """Whether a record stands where a row of gold does, so that an equal one elsewhere is not it.

    Two shared words or figures are asked for, one where either quote is as short as a cell.
    """
    return _same_place(row, _words(row.quote), place, _words(place.quote))


def _same_place(
    row: GoldRow, wanted: frozenset[str], place: Provenance, found: frozenset[str]
) -> bool:
    """`same_place` with the words of both quotes, which are compared with many others."""
    if place.page and row.page and place.page != row.page:
        return False
    shared = len(wanted & found)
    short = min(len(wanted), len(found)) <= _OF_A_CELL
    return not wanted or shared >= 2 or (shared == 1 and short)
